"""The lines of a goal's picture: what was read, what is planned, what is forecast.

In: a `Standing`'s days and values, and scales. Out: places, and path data.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

from milepost.progress.values import LinePiece, Standing
from milepost.site.charts import frame
from milepost.site.charts.chart import Pair, clean, pct, tag, trace
from milepost.site.charts.curve import gathered, smooth, thinned
from milepost.site.charts.scales import Days, Linear


def is_smooth(standing: Standing, points: Sequence[frame.Dated]) -> bool:
    """Whether the line is a smooth one: for levels, from five readings on."""
    return frame.is_level(standing) and len(points) >= 5


def outline(
    standing: Standing, points: Sequence[frame.Dated], across: Days, up: Linear, most: int
) -> list[Pair]:
    """The line of the readings, with at most so many points."""
    if is_smooth(standing, points):
        fewer = gathered(points, most)
        values = smooth([value for _, value in fewer])
        return [(across(when), up(v)) for (when, _), v in zip(fewer, values, strict=True)]
    line = [(across(when), up(value)) for when, value in points]
    if frame.is_steps(standing) and line:
        line = [corner for pair in pairwise([line[0], *line]) for corner in _step(*pair)]
    return list(thinned(line, most))


def _step(before: Pair, after: Pair) -> tuple[Pair, Pair]:
    """The corner and the end of a step up: what held holds until the day of the next."""
    return (after[0], before[1]), after


def beneath(line: Sequence[Pair], base: float) -> str:
    """The area between a line and the height `base`."""
    if len(line) < 2:
        return ""
    return trace([*line, (line[-1][0], base), (line[0][0], base)], close=True)


def since(
    standing: Standing, points: Sequence[frame.Dated], day: date, across: Days, up: Linear
) -> str:
    """From the last reading to today: nothing is known but what it was."""
    if not points or not points[-1][0] < day <= across.last or not standing.status.living:
        return ""
    return trace([(across(points[-1][0]), up(points[-1][1])), (across(day), up(points[-1][1]))])


def cone(standing: Standing, day: date, across: Days, up: Linear) -> tuple[str, str]:
    """The forecast's 80 % as an area, and its middle as a line."""
    fan = frame.fan(standing, day, across.last)
    edge = [(across(f.day), up(f.high)) for f in fan]
    edge += [(across(f.day), up(f.low)) for f in reversed(fan)]
    return trace(edge, close=True), trace([(across(f.day), up(f.middle)) for f in fan])


def plan(line: Sequence[LinePiece], across: Days, up: Linear, *kinds: str) -> str:
    """The stretches of these kinds as one path; those that meet are drawn through."""
    runs: list[list[Pair]] = []
    for piece in line:
        ends = frame.within(piece, across.first, across.last)
        if piece.kind not in kinds or ends is None:
            continue
        start, end = [(across(when), up(value)) for when, value in ends]
        if runs and runs[-1][-1] == start:
            runs[-1].append(end)
        else:
            runs.append([start, end])
    return "".join(trace(run) for run in runs)


def breaks(line: Sequence[LinePiece], across: Days, top: float, base: float) -> str:
    """A band over each stretch in which nothing is expected; pointed at, it says why."""
    stretches = (
        (ends[0][0], ends[1][0], piece.because)
        for piece in line
        if piece.kind == "break" and (ends := frame.within(piece, across.first, across.last))
    )
    return bands(stretches, across, top, base)


def bands(
    stretches: Iterable[tuple[date, date, str]], across: Days, top: float, base: float
) -> str:
    """A band from one day to another for each stretch that is seen, with its reason."""
    found = []
    for start, end, because in stretches:
        if end < across.first or start > across.last:
            continue
        left, right = across(max(start, across.first)), across(min(end, across.last))
        found.append(
            tag(
                "rect",
                tag("title", clean(because)) if because else "",
                class_="break",
                x=pct(left),
                y=top,
                width=pct(max(right - left, 0.2)),
                height=base - top,
            )
        )
    return "".join(found)
