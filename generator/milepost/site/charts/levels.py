"""A level over time on a scale from 0: in steps, each holding until the next, or from mark to mark.

In: days with their levels, the day, the voice. Out: a `Chart`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from milepost.site.charts.axes import day_axis
from milepost.site.charts.chart import Chart, Pair, dot, picture, rule, stretched, text, trace
from milepost.site.charts.scales import Days, Linear
from milepost.voice.voice import Voice

_TOP, _BASE = 16.0, 92.0
_SHORTEST = timedelta(days=60)

Dated = tuple[date, float]


def levels_chart(
    runs: Sequence[Sequence[Dated]],
    days: tuple[date, date],
    voice: Voice,
    alt: str,
    *,
    top: int,
    steps: bool = False,
    wanted: float | None = None,
) -> Chart:
    """A line for each run of points, oldest first, between two days.

    With `steps` each level holds until the next, the last one to the end. `wanted` is a level that
    is dashed across.
    """
    first, last = days
    across = Days(min(first, last - _SHORTEST), last, 6, 99)
    up = Linear(0, top, _BASE - 4, _TOP)
    lines = [[(across(day), up(level)) for day, level in run] for run in runs]
    marks = [
        *(_grid(value, up, voice) for value in (0, top)),
        day_axis(across, _BASE, voice),
    ]
    if wanted is not None:
        marks.append(rule(6, up(wanted), 99, up(wanted), "target"))
    drawn = [_stairs(line, across(last)) if steps else line for line in lines]
    marks.append(stretched(_BASE, [("line", "".join(map(trace, drawn)))]))
    marks += [dot(x, y, 3.2, "now") for line in lines for x, y in line]
    return Chart(picture("c-goal", _BASE + 26, alt, *marks, voice=voice), alt)


def _stairs(places: Sequence[Pair], end: float) -> list[Pair]:
    """The places with a level stretch behind each, up to the next or to the end."""
    found = [places[0]]
    for (_, before), (x, y) in pairwise(places):
        found += [(x, before), (x, y)]
    return [*found, (end, places[-1][1])]


def _grid(value: float, up: Linear, voice: Voice) -> str:
    y = up(value)
    return rule(6, y, 100, y, "grid") + text(voice, 0, y + 4, voice.number(value), class_="value")
