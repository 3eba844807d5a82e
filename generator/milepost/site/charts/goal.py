"""The one picture of a goal: readings, plan, forecast, milestones, and what the journal says.

In: a `Standing`, the day, the words, notes. Out: a `Chart`, some 320 pixels high.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from milepost.progress.report import Standing, Stretch
from milepost.site.charts import frame
from milepost.site.charts.axes import day_axis, value_axis, value_range
from milepost.site.charts.chart import (
    Chart,
    Pair,
    clean,
    dot,
    linked,
    pct,
    picture,
    rule,
    stretched,
    tag,
    text,
    trace,
)
from milepost.site.charts.curve import smooth, thinned
from milepost.site.charts.labels import DESK, PHONE, Label, cut, fitting, inside
from milepost.site.charts.said import at_a_glance, table
from milepost.site.charts.scales import Days, Linear
from milepost.site.charts.steps import milestone_lane
from milepost.site.words import Words

_TOP, _BASE = 36.0, 262.0
_AXIS = 26.0  # the words below the axis
_MOST = 160  # points of a line; a page is 1120 pixels wide
_DOTS = 90


@dataclass(frozen=True, slots=True)
class Note:
    """A word from the journal on a day, and the address of its entry, relative to the page."""

    day: date
    text: str
    href: str


def goal_chart(standing: Standing, day: date, words: Words, *, notes: Sequence[Note] = ()) -> Chart:
    """Readings as a line (levels as dots with a smooth line), the plan dashed, the forecast's 80 %.

    A plan that a change replaced is faint; a break is a grey band in which the plan is level.
    Notes are rings on the line that open their entry; where they would touch, the later stay.
    """
    first, last = frame.window(standing, day)
    points = frame.readings(standing, day, first, last)
    low, high = frame.bounds(standing, points, first, last, day)
    whole = all(v == int(v) for v in (low, high, *(value for _, value in points)))
    if all(abs(v) < 1e15 for v in (low, high)):
        low, high = value_range(low, high, whole=whole)
    across, up = Days(first, last, 4, 99), Linear(low, high, _BASE, _TOP)

    lane, lane_height = milestone_lane(standing, day, words, across, _BASE + _AXIS)
    height = _BASE + _AXIS + lane_height
    marks = [
        _breaks(standing.line, across),
        value_axis(up, words, unit=standing.unit, whole=whole, floor=True),
        day_axis(across, _BASE, words),
        _target(standing, up, words),
        stretched(height, _paths(standing, points, day, across, up)),
        *_dots(standing, points, across, up),
        _today(day, across, words),
    ]
    if points:
        marks.append(dot(across(points[-1][0]), up(points[-1][1]), 4.5, "now"))
    rings = _rings(notes, points, across, up, words, day)
    alt = at_a_glance(standing, day, words)
    svg = picture(
        f"c-goal {frame.css(standing.status)}",
        height,
        alt,
        *marks,
        lane,
        *rings,
        words=words,
        links=bool(rings),
    )
    return Chart(svg, alt, *table(standing, day, words))


def _paths(
    standing: Standing, points: Sequence[frame.Dated], day: date, across: Days, up: Linear
) -> list[tuple[str, str]]:
    """Everything that is a line or an area, in the order of drawing."""
    last = across.last
    fan = frame.fan(standing, day, last)
    cone = [(across(f.day), up(f.high)) for f in fan]
    cone += [(across(f.day), up(f.low)) for f in reversed(fan)]
    line = [(across(when), up(value)) for when, value in points]
    if _smoothed(standing, points):
        values = smooth([value for _, value in points])
        line = [(x, up(value)) for (x, _), value in zip(line, values, strict=True)]
    line = list(thinned(line, _MOST))
    level = frame.is_level(standing)
    area = [*line, (line[-1][0], _BASE), (line[0][0], _BASE)] if len(line) > 1 and not level else []
    stale = []
    if points and points[-1][0] < day <= last and standing.status.living:
        place = up(points[-1][1])
        stale = [(across(points[-1][0]), place), (across(day), place)]
    return [
        ("past", _plan(standing.line, {"past"}, across, up)),
        ("cone", trace(cone, close=True)),
        ("middle", trace([(across(f.day), up(f.middle)) for f in fan])),
        ("pace", _plan(standing.line, {"pace", "break"}, across, up)),
        ("area", trace(area, close=True) if area else ""),
        ("stale", trace(stale)),
        ("line", trace(line)),
    ]


def _plan(line: Sequence[Stretch], kinds: set[str], across: Days, up: Linear) -> str:
    """The stretches of these kinds as one path; those that meet are drawn through."""
    runs: list[list[Pair]] = []
    for stretch in line:
        ends = frame.within(stretch, across.first, across.last)
        if stretch.kind not in kinds or ends is None:
            continue
        start, end = [(across(when), up(value)) for when, value in ends]
        if runs and runs[-1][-1] == start:
            runs[-1].append(end)
        else:
            runs.append([start, end])
    return "".join(trace(run) for run in runs)


def _breaks(line: Sequence[Stretch], across: Days) -> str:
    """A band over each stretch in which nothing is expected; pointed at, it says why."""
    bands = []
    for stretch in line:
        ends = frame.within(stretch, across.first, across.last)
        if stretch.kind == "break" and ends:
            left, right = across(ends[0][0]), across(ends[1][0])
            bands.append(
                tag(
                    "rect",
                    tag("title", clean(stretch.because)) if stretch.because else "",
                    class_="break",
                    x=pct(left),
                    y=_TOP,
                    width=pct(max(right - left, 0.2)),
                    height=_BASE - _TOP,
                )
            )
    return "".join(bands)


def _target(standing: Standing, up: Linear, words: Words) -> str:
    """The target as a dotted line, named at the left where the readings are not."""
    if standing.to is None:
        return ""
    y = up(standing.to)
    word = cut(f"target {words.number(standing.to, standing.unit)}", PHONE * 0.8)
    return rule(0, y, 100, y, "target") + text(words, 16, y - 5, word)


def _smoothed(standing: Standing, points: Sequence[frame.Dated]) -> bool:
    return frame.is_level(standing) and len(points) >= 5


def _dots(standing: Standing, points: Sequence[frame.Dated], across: Days, up: Linear) -> list[str]:
    """The readings themselves, where the line is a smooth one or there are few."""
    if not _smoothed(standing, points) and len(points) > 12:
        return []
    places = thinned([(across(when), up(value)) for when, value in points], _DOTS)
    return [dot(x, y, 2.2, "reading") for x, y in places]


def _today(day: date, across: Days, words: Words) -> str:
    """A thin line at the day of the build, with its word on top."""
    if not across.holds(day):
        return ""
    at = across(day)
    label = inside(at, "today")
    return rule(at, 20, at, _BASE, "today") + text(words, at, 14, "today", label.anchor, "strong")


def _rings(
    notes: Sequence[Note],
    points: Sequence[frame.Dated],
    across: Days,
    up: Linear,
    words: Words,
    day: date,
) -> list[str]:
    """Notes as links, 24 pixels to hit; the latest first where they would touch."""
    shown = sorted(
        (note for note in notes if across.holds(note.day)), key=lambda n: n.day, reverse=True
    )
    spots = [Label(across(note.day), "") for note in shown]
    always, wide = fitting(spots, PHONE, 24), fitting(spots, DESK, 24)
    rings = []
    for position, note in enumerate(shown):
        if position not in always | wide:
            continue
        value = frame.held(points, note.day)
        x, y = across(note.day), _BASE - 12 if value is None else up(value)
        ring = dot(x, y, 12, "hit") + dot(x, y, 5, "ring")
        title = f"{words.near(note.day, day)}: {note.text}"
        link = linked(note.href, title, ring)
        rings.append(link if position in always else tag("g", link, class_="w"))
    return rings[::-1]
