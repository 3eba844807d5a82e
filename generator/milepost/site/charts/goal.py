"""The one picture of a goal: readings, plan, forecast, milestones, and what the journal says.

In: a `Standing`, the day, the voice, notes. Out: a `Chart`, some 320 pixels high.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from milepost.progress.values import Standing
from milepost.site.charts import frame, lines
from milepost.site.charts.axes import day_axis, value_axis, value_range
from milepost.site.charts.chart import Chart, dot, linked, picture, rule, stretched, text, trace
from milepost.site.charts.fit import PHONE, Label, cut, in_rows, inside
from milepost.site.charts.key import block, key, round_mark, stroke
from milepost.site.charts.scales import Days, Linear
from milepost.site.charts.steps import milestone_lane
from milepost.site.charts.table import table
from milepost.voice import charts as said
from milepost.voice.labels import label
from milepost.voice.voice import Voice

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


def goal_chart(standing: Standing, day: date, voice: Voice, *, notes: Sequence[Note] = ()) -> Chart:
    """Readings as a line (levels as dots with a smooth line), the plan dashed, the forecast's 80 %.

    A plan that a change replaced is faint; a break is a grey band in which the plan is level.
    Notes are rings on the line that open their entry; where they would touch, the later stay.
    """
    first, last = frame.window(standing, day)
    points = frame.readings(standing, day, first, last)
    low, high, whole = _values(standing, points, first, last, day)
    across, up = Days(first, last, 4, 99), Linear(low, high, _BASE, _TOP)
    target = frame.finite(standing.to)

    lane, lane_height = milestone_lane(standing, day, voice, across, _BASE + _AXIS)
    rings = _rings(notes, points, across, up, voice, day, steps=frame.is_steps(standing))
    area, middle = lines.cone(standing, day, across, up)
    line = lines.outline(standing, points, across, up, _MOST)
    paths = [
        ("past", lines.plan(standing.line, across, up, "past")),
        ("cone", area),
        ("middle", middle),
        ("pace", lines.plan(standing.line, across, up, "pace", "break")),
        ("area", "" if frame.is_level(standing) else lines.beneath(line, _BASE)),
        ("stale", lines.since(standing, points, day, across, up)),
        ("line", trace(line)),
    ]
    bands = lines.breaks(standing.line, across, _TOP, _BASE)
    legend = _key(standing, points, paths, bands, rings, voice)
    marks = [
        bands,
        _today(day, across, voice),
        _numbers(standing, up, voice, target, whole) if points or target is not None else "",
        day_axis(across, _BASE, voice),
        stretched(_BASE, paths),
        *_dots(standing, points, across, up),
        *_doubted(standing, day, across, up),
    ]
    if points:
        marks.append(dot(across(points[-1][0]), up(points[-1][1]), 4.5, "now"))
    alt = said.at_a_glance(voice, standing)
    class_ = f"c-goal {frame.css(standing.status)}"
    svg = picture(
        class_,
        _BASE + _AXIS + lane_height,
        alt,
        *marks,
        lane,
        *rings,
        voice=voice,
        links=bool(rings),
    )
    return Chart(svg + legend, alt, *table(standing, day, voice))


def _values(
    standing: Standing, points: Sequence[frame.Dated], first: date, last: date, day: date
) -> tuple[float, float, bool]:
    """The lowest and highest value to show, round ones where there are, and whether all are whole.

    Below a target at the very foot is left some room, or it would lie on the axis.
    """
    low, high = frame.bounds(standing, points, first, last, day)
    whole = all(v == int(v) for v in (low, high, *(value for _, value in points)))
    if max(abs(low), abs(high)) < 1e15:
        low, high = value_range(low, high, whole=whole, unit=standing.unit)
        if standing.to == low and standing.from_ != low:
            low -= (high - low) / 9
    return low, high, whole


def _numbers(
    standing: Standing, up: Linear, voice: Voice, target: float | None, whole: bool
) -> str:
    """The round values at the left, and among them the target, dotted."""
    if target is not None and frame.is_yes_no(standing):
        y = up(target)
        return rule(0, y, 100, y, "target") + text(voice, 0, y - 5, label(voice, "is_done"))
    unit = standing.unit
    spare = [] if target is None else [up(target)]
    axis = value_axis(up, voice, unit=unit, whole=whole, floor=True, spare=spare)
    if target is None:
        return axis
    y, word = up(target), said.target_mark(voice, standing)
    return axis + rule(0, y, 100, y, "target") + text(voice, 0, y - 5, cut(word, PHONE))


def _dots(standing: Standing, points: Sequence[frame.Dated], across: Days, up: Linear) -> list[str]:
    """The readings themselves, where the line is a smooth one or there are few: every n-th."""
    if not lines.is_smooth(standing, points) and len(points) > 12:
        return []
    step = -(-len(points) // _DOTS) or 1
    return [dot(across(when), up(value), 2.2, "reading") for when, value in points[::step]]


def _doubted(standing: Standing, day: date, across: Days, up: Linear) -> list[str]:
    """The readings that look like slips, hollow: one beyond the scale lies on its edge."""
    seen = (one.point for one in standing.doubts if one.point.day <= day)
    return [
        dot(across(point.day), min(max(up(point.value), _TOP), _BASE), 4, "doubt")
        for point in seen
        if across.holds(point.day)
    ]


def _today(day: date, across: Days, voice: Voice) -> str:
    """A thin line at the day of the build, with its word on top."""
    if not across.holds(day):
        return ""
    at = across(day)
    word = label(voice, "today")
    line = rule(at, 20, at, _BASE, "today")
    return line + text(voice, at, 14, word, inside(at, word).anchor, "strong")


def _rings(
    notes: Sequence[Note],
    points: Sequence[frame.Dated],
    across: Days,
    up: Linear,
    voice: Voice,
    day: date,
    *,
    steps: bool,
) -> list[str]:
    """Notes as links, 24 pixels to hit; the latest first where they would touch."""
    shown = sorted(
        (note for note in notes if across.holds(note.day)), key=lambda n: n.day, reverse=True
    )
    locations = [Label(across(note.day), "") for note in shown]
    rings = []
    for position, (_, class_) in in_rows(locations, 1, 24).items():
        note = shown[position]
        value = frame.held(points, note.day, steps=steps)
        x, y = across(note.day), _BASE - 12 if value is None else up(value)
        ring = dot(x, y, 12, "hit") + dot(x, y, 5, "ring")
        title = f"{voice.near(note.day, day)}: {note.text}"
        rings.append(linked(note.href, title, ring, class_=class_))
    return rings[::-1]


def _key(
    standing: Standing,
    points: Sequence[frame.Dated],
    paths: Sequence[tuple[str, str]],
    bands: str,
    rings: Sequence[str],
    voice: Voice,
) -> str:
    """What the marks that are there mean."""
    drawn = {class_ for class_, data in paths if data}
    smooth = lines.is_smooth(standing, points)
    items = [
        ("line" in drawn, stroke("line"), label(voice, "smoothed" if smooth else "so_far")),
        (smooth, round_mark("reading"), label(voice, "readings")),
        ("pace" in drawn, stroke("pace"), label(voice, "the_plan")),
        ("past" in drawn, stroke("past"), label(voice, "earlier_plan")),
        ("cone" in drawn, block("cone"), said.forecast_key(voice)),
        (bool(bands), block("break"), label(voice, "break")),
        (bool(rings), round_mark("ring"), label(voice, "from_the_journal")),
    ]
    return key("c-goal", items)
