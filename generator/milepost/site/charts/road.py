"""The road: goals and milestones, past and to come, beneath each other on one line of days.

In: lanes, the day, the words. Out: a `Chart` whose markup is a list in HTML: the goals' names wrap
as text does, each beside its line of days, on a phone above it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from milepost.progress.report import Standing, Status
from milepost.site.charts.axes import day_axis
from milepost.site.charts.chart import Chart, clean, picture, rule, tag, text
from milepost.site.charts.frame import css
from milepost.site.charts.labels import inside
from milepost.site.charts.scales import Days
from milepost.site.charts.steps import Step, marks, steps
from milepost.site.words import Words

_LINE, _HEIGHT = 26.0, 54.0


@dataclass(frozen=True, slots=True)
class Lane:
    """A goal on the road; `href` is relative to the page, empty for no link."""

    title: str
    href: str
    status: Status
    start: date | None
    due: date | None
    steps: tuple[Step, ...] = ()


def lane(standing: Standing, day: date, href: str = "") -> Lane:
    """The lane of a goal."""
    goal = standing.goal
    found = steps(goal.milestones, day)
    return Lane(goal.title, href, standing.status, standing.start, standing.due, found)


def road(
    lanes: Sequence[Lane],
    day: date,
    words: Words,
    *,
    first: date | None = None,
    last: date | None = None,
) -> Chart:
    """The lanes in their order, `first` to `last`: without these, all that the lanes have.

    A lane without dates has its milestones only. The names of milestones that find no room are
    left out; pointed at, each mark says its own, and the table has them all.
    """
    dates = [d for one in lanes for d in (one.start, one.due, *(s.day for s in one.steps)) if d]
    first = first or min((*dates, day))
    last = max(last or max((*dates, day)), first)
    across = Days(first, last, 1, 99)
    items = [
        tag("li", _name(one), _track(one, across, day, words), class_=css(one.status))
        for one in lanes
    ]
    foot = picture(
        "axis-of-days",
        40,
        None,
        day_axis(across, 2, words),
        _today(day, across, words),
        words=words,
    )
    alt = _sentence(lanes, across, day, words)
    markup = tag("div", tag("ol", *items), foot, class_="c-road", role="group", aria_label=alt)
    rows = tuple(row for one in lanes for row in _rows(one, words))
    return Chart(markup, alt, ("Goal", "Day", "What"), rows)


def _name(one: Lane) -> str:
    words = clean(one.title)
    return tag("a", words, href=one.href) if one.href else tag("span", words)


def _track(one: Lane, across: Days, day: date, words: Words) -> str:
    """One lane's line with its marks."""
    drawn = []
    start, due = one.start or across.first, one.due or across.last
    if (one.start or one.due) and start <= across.last and due >= across.first and start <= due:
        drawn.append(rule(across(start), _LINE, across(due), _LINE, "way"))
    if across.holds(day):
        drawn.append(rule(across(day), 0, across(day), _HEIGHT, "today"))
    drawn.append(marks(one.steps, across, _LINE, (_LINE - 11, _LINE + 20), words, day))
    return picture("track", _HEIGHT, _lane_said(one, day, words), *drawn, words=words)


def _today(day: date, across: Days, words: Words) -> str:
    if not across.holds(day):
        return ""
    at = across(day)
    return text(words, at, 36, "today", inside(at, "today").anchor, "strong")


def _lane_said(one: Lane, day: date, words: Words) -> str:
    """A lane in words: from when to when, how many milestones are reached, what is next."""
    told = [one.status.value]
    if one.start:
        told.append(f"from {words.near(one.start, day)}")
    if one.due:
        told.append(f"due {words.near(one.due, day)}")
    if one.steps:
        reached = sum(step.reached for step in one.steps)
        told.append(f"{words.number(reached)} of {words.number(len(one.steps))} milestones reached")
        ahead = next((step for step in one.steps if not step.reached), None)
        if ahead:
            told.append(f"next {ahead.said(words, day)}")
    return "; ".join(told)


def _sentence(lanes: Sequence[Lane], across: Days, day: date, words: Words) -> str:
    goals = "goal" if len(lanes) == 1 else "goals"
    stretch = words.range(across.first, across.last, day)
    found = [step for one in lanes for step in one.steps if across.holds(step.day)]
    reached = sum(step.reached for step in found)
    said = f"Road of {words.number(len(lanes))} {goals}, {stretch}"
    if found:
        said += f": {words.number(reached)} of {words.number(len(found))} milestones reached"
    return said + "."


def _rows(one: Lane, words: Words) -> list[tuple[str, str, str]]:
    """A lane's days in their order: start, milestones, due."""
    rows = [(step.day, f"{step.title}: {_state(step)}") for step in one.steps]
    if one.start:
        rows.insert(0, (one.start, "start"))
    if one.due:
        rows.append((one.due, "due"))
    if not rows:
        return [(one.title, words.number(None), one.status.value)]
    return [(one.title, words.date(on, "medium"), what) for on, what in rows]


def _state(step: Step) -> str:
    return "reached" if step.reached else "late" if step.late else "to come"
