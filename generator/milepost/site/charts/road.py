"""The road: goals and milestones, past and to come, beneath each other on one line of days.

In: lanes, the day, the voice. Out: a `Chart` whose markup is a list in HTML: the goals' names wrap
as text does, each beside its line of days, on a phone above it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from milepost.progress.values import Standing
from milepost.site.charts.axes import day_axis
from milepost.site.charts.chart import Chart, clean, picture, rule, tag, text
from milepost.site.charts.fit import inside
from milepost.site.charts.frame import css
from milepost.site.charts.scales import Days
from milepost.site.charts.steps import Step, marks, steps
from milepost.voice import charts as said
from milepost.voice.labels import label
from milepost.voice.statuses import word
from milepost.voice.voice import Voice

_LINE, _HEIGHT = 26.0, 54.0


@dataclass(frozen=True, slots=True)
class Lane:
    """A goal on the road; `href` is relative to the page, empty for no link."""

    standing: Standing
    href: str = ""
    steps: tuple[Step, ...] = ()


def lane(standing: Standing, day: date, href: str = "") -> Lane:
    """The lane of a goal."""
    return Lane(standing, href, steps(standing, day))


def road(
    lanes: Sequence[Lane],
    day: date,
    voice: Voice,
    *,
    first: date | None = None,
    last: date | None = None,
) -> Chart:
    """The lanes in their order, `first` to `last`: without these, all that the lanes have.

    A lane without dates has its milestones only. The names of milestones that find no room are
    left out; pointed at, each mark says its own, and the table has them all.
    """
    dates = [
        d
        for one in lanes
        for d in (one.standing.start, one.standing.due, *(s.day for s in one.steps))
        if d
    ]
    first = first or min((*dates, day))
    last = max(last or max((*dates, day)), first)
    across = Days(first, last, 1, 99)
    items = [
        tag("li", _name(one), _track(one, across, day, voice), class_=css(one.standing.status))
        for one in lanes
    ]
    foot = picture(
        "axis-of-days",
        40,
        None,
        day_axis(across, 2, voice),
        _today(day, across, voice),
        voice=voice,
    )
    alt = _sentence(lanes, across, day, voice)
    markup = tag("div", tag("ol", *items), foot, class_="c-road", role="group", aria_label=alt)
    rows = tuple(row for one in lanes for row in _rows(one, voice))
    return Chart(markup, alt, tuple(label(voice, name) for name in ("goal", "day", "what")), rows)


def _name(one: Lane) -> str:
    title = clean(one.standing.goal.title)
    return tag("a", title, href=one.href) if one.href else tag("span", title)


def _track(one: Lane, across: Days, day: date, voice: Voice) -> str:
    """One lane's line with its marks."""
    drawn = []
    goal = one.standing
    start, due = goal.start or across.first, goal.due or across.last
    if (goal.start or goal.due) and start <= across.last and due >= across.first and start <= due:
        drawn.append(rule(across(start), _LINE, across(due), _LINE, "way"))
    if across.holds(day):
        drawn.append(rule(across(day), 0, across(day), _HEIGHT, "today"))
    drawn.append(marks(one.steps, across, _LINE, (_LINE - 11, _LINE + 20), voice, day))
    return picture("track", _HEIGHT, _lane_said(one, day, voice), *drawn, voice=voice)


def _today(day: date, across: Days, voice: Voice) -> str:
    if not across.holds(day):
        return ""
    at = across(day)
    word = label(voice, "today")
    return text(voice, at, 36, word, inside(at, word).anchor, "strong")


def _lane_said(one: Lane, day: date, voice: Voice) -> str:
    """A lane in words: from when to when, how many milestones are reached, what is next."""
    reached = sum(step.reached for step in one.steps)
    ahead = next((step.said(voice, day) for step in one.steps if not step.reached), "")
    return said.lane(voice, one.standing, reached, len(one.steps), ahead)


def _sentence(lanes: Sequence[Lane], across: Days, day: date, voice: Voice) -> str:
    dates = voice.range(across.first, across.last, day)
    found = [step for one in lanes for step in one.steps if across.holds(step.day)]
    reached = sum(step.reached for step in found)
    return said.road(voice, len(lanes), dates, reached, len(found))


def _rows(one: Lane, voice: Voice) -> list[tuple[str, str, str]]:
    """A lane's days in their order: start, milestones, due."""
    goal = one.standing
    rows = [(step.day, f"{step.title}: {label(voice, _state(step))}") for step in one.steps]
    if goal.start:
        rows.insert(0, (goal.start, label(voice, "start")))
    if goal.due:
        rows.append((goal.due, label(voice, "the_due_date")))
    if not rows:
        return [(goal.goal.title, voice.number(None), word(voice, goal.status))]
    return [(goal.goal.title, voice.date(on, "medium"), what) for on, what in rows]


def _state(step: Step) -> str:
    return "reached" if step.reached else "late" if step.late else "to_come"
