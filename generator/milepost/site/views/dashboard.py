"""The first page: what needs the person, where goals stand, the road, the weeks, what was passed.

In: the desk and the page's place. Out: `DashboardView`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from milepost.journal.values import Week
from milepost.journal.words import Horizon, Visibility
from milepost.progress.report import Report, Standing, Status
from milepost.site.charts.chart import Chart
from milepost.site.counting import counted, opened
from milepost.site.desk import Here
from milepost.site.marks import Chip
from milepost.site.needs import needs
from milepost.site.numbers import reached
from milepost.site.opening import opening
from milepost.site.spans import Span
from milepost.site.views.dashboard_facts import Fact, facts, weeks_left
from milepost.site.views.parts import (
    GoalLine,
    Item,
    Ref,
    chance,
    day_of,
    entry_item,
    goal_line,
    goal_ref,
    missing,
)
from milepost.site.views.pictures import card_picture, heat_picture, road_picture

CARDS = 8
LANES = 8
_NEEDS = 7
_PASSED = 5
_LATEST = 5


@dataclass(frozen=True, slots=True)
class NeedLine:
    """A line of "needs you"."""

    chip: Chip
    ref: Ref
    why: str
    next: str


@dataclass(frozen=True, slots=True)
class Card:
    """A goal with its small picture, the forecast in a line, and the pace in another."""

    goal: GoalLine
    chart: Chart | None
    forecast: str
    pace: str


@dataclass(frozen=True, slots=True)
class FirstStep:
    """Something to do on a first day: why, and what to type or write."""

    title: str
    words: str
    code: str


@dataclass(frozen=True, slots=True)
class DashboardView:
    """Everything on the dashboard, top to bottom. `state` names the opening's state."""

    eyebrow: str
    title: str
    state: str
    lead: str
    facts: tuple[Fact, ...]
    needs: tuple[NeedLine, ...]
    needs_note: str
    needs_more: int
    first_steps: tuple[FirstStep, ...]
    cards: tuple[Card, ...]
    lines: tuple[GoalLine, ...]
    goals_note: str
    road: Chart | None
    weeks: Chart | None
    weeks_note: str
    passed: tuple[Item, ...]
    latest: tuple[Item, ...]
    goals_href: str
    journal_href: str
    road_href: str


_FOR_OTHERS = {
    "first day": "Nothing is shown here yet.",
    "no goal": "No goal is shown here yet.",
    "no entry": "No week is shown here yet.",
}
"""What is said to others instead, in states in which the owner is told what to write first."""


def dashboard_view(here: Here) -> DashboardView:
    """The view of the dashboard."""
    desk, report = here.desk, here.desk.report
    says = opening(report, desk.words)
    mine = desk.audience is Visibility.PRIVATE
    calling = needs(report, desk.words)
    active = active_goals(report)
    with_pictures = active if len(active) <= CARDS else active[:CARDS]
    entries = sorted(report.journal.entries, key=lambda e: (e.day, e.path), reverse=True)
    latest = [entry for entry in entries if entry.day <= Week.of(report.day).sunday][:_LATEST]
    return DashboardView(
        eyebrow=_eyebrow(here),
        title=year_title(report),
        state=says.state,
        lead=says.lead if mine else _FOR_OTHERS.get(says.state, says.lead),
        facts=tuple(facts(here, active)) if report.standings else (),
        needs=tuple(
            NeedLine(
                need.chip,
                goal_ref(here, need.goal) if need.goal else Ref(need.title, here.to("journal")),
                need.why,
                need.next,
            )
            for need in calling[:_NEEDS]
        ),
        needs_note=weeks_left(report.day) if report.standings else "",
        needs_more=max(0, len(calling) - _NEEDS),
        first_steps=tuple(first_steps(report)) if mine else (),
        cards=tuple(_card(here, standing) for standing in with_pictures),
        lines=tuple(goal_line(here, standing) for standing in active[len(with_pictures) :]),
        goals_note=_goals_note(report, active),
        road=road_picture(here, Span(report.day.year), most=LANES),
        weeks=heat_picture(here, brief=True),
        weeks_note=counted(len(report.journal.entries), "entry", "entries"),
        passed=tuple(passed(here)),
        latest=tuple(entry_item(here, entry) for entry in latest),
        goals_href=here.to("goals"),
        journal_href=here.to("journal"),
        road_href=here.to("road"),
    )


def year_title(report: Report) -> str:
    """The theme of the year, else the person's name for the site."""
    theme = report.journal.profile.theme
    return theme.get(str(report.day.year)) or theme.get("") or report.journal.settings.title


def _eyebrow(here: Here) -> str:
    desk, day = here.desk, here.desk.report.day
    return f"{desk.words.date(day, 'full')} · {desk.words.week(Week.of(day), year=False)}"


_URGENCY = (
    Status.OVERDUE,
    Status.OFF_TRACK,
    Status.AT_RISK,
    Status.NO_DATA,
    Status.ON_TRACK,
    Status.AHEAD,
    Status.TOO_EARLY,
)


def active_goals(report: Report) -> tuple[Standing, ...]:
    """The goals being worked on, the far vision aside, those that can be drawn first.

    Within that by area in the profile's order, then by due date, so that a goal keeps its place
    from week to week; when there are more than fit as cards, the most urgent come first.
    """
    living = [
        standing
        for standing in report.standings.values()
        if standing.status.living and standing.goal.horizon is not Horizon.VISION
    ]
    areas = [area.casefold() for area in report.journal.profile.areas]

    def place(standing: Standing) -> tuple[int, int, date, str]:
        area = standing.goal.area.casefold()
        rank = areas.index(area) if area in areas else len(areas)
        urgency = _URGENCY.index(standing.status) if len(living) > CARDS else 0
        return (urgency, rank, standing.due or date.max, standing.goal.id)

    return tuple(sorted(living, key=place))


def _card(here: Here, standing: Standing) -> Card:
    return Card(
        goal=goal_line(here, standing),
        chart=card_picture(here, standing),
        forecast=opened(outlook(here, standing)),
        pace=_pace(here, standing),
    )


def outlook(here: Here, standing: Standing) -> str:
    """Where the goal leads, in a line: the day it is met, the chance, or why nobody knows yet."""
    words, day = here.desk.words, here.desk.report.day
    if hint := missing(standing):
        return hint
    if standing.rhythm:
        return standing.rhythm.sentence
    forecast = standing.forecast
    if forecast is None or standing.status is Status.TOO_EARLY:
        return standing.summary or standing.forecast_reason
    due = f" by {words.near(standing.due, day)}" if standing.due else ""
    if forecast.probability < 0.6 and standing.due:
        return f"{chance(words, forecast.probability)} likely{due}"
    if forecast.finish_low and forecast.finish_high:
        return f"Likely done {words.range(forecast.finish_low, forecast.finish_high, day)}"
    return f"{chance(words, forecast.probability)} likely{due}"


def _pace(here: Here, standing: Standing) -> str:
    words, unit = here.desk.words, standing.unit
    if standing.rate is not None and standing.needed_rate is not None and standing.rhythm is None:
        needed, rate = words.number(standing.needed_rate, unit), words.number(standing.rate)
        return f"{needed} a week wanted · you do {rate}"
    if standing.needed_rate is not None and standing.rate is None and standing.rhythm is None:
        return f"{words.number(standing.needed_rate, unit)} a week gets there"
    step = standing.next_milestone
    if step:
        when = f"{words.near(step.due, here.desk.report.day)}: " if step.due else ""
        return f"{when}{step.title}"
    if standing.summary and not standing.rhythm:
        return "" if standing.forecast is None else standing.summary
    return standing.summary


def _goals_note(report: Report, active: tuple[Standing, ...]) -> str:
    done = sum(
        standing.status is Status.ACHIEVED
        and (standing.goal.status.since or standing.due or report.day).year == report.day.year
        for standing in report.standings.values()
    )
    parts = [f"{len(active)} active"] if active else []
    parts += [f"{done} done this year"] if done else []
    return " · ".join(parts)


def passed(here: Here) -> Iterator[Item]:
    """The milestones and goals that were reached in the last year, the latest first."""
    report = here.desk.report
    start = _year_before(report.day)
    steps = [
        (
            step.day,
            1,
            Item(
                day_of(here, step.day),
                Ref(step.milestone.title, ""),
                goal_ref(here, step.standing.goal.id),
            ),
        )
        for step in reached(report, start, report.day)
    ]
    goals = [
        (day, 0, Item(day_of(here, day), goal_ref(here, standing.goal.id), None, "achieved"))
        for standing in report.standings.values()
        if standing.status is Status.ACHIEVED
        and (day := standing.goal.status.since)
        and start <= day <= report.day
    ]
    both = sorted(
        [*steps, *goals], key=lambda item: (-item[0].toordinal(), item[1], item[2].ref.title)
    )
    for _, _, item in both[:_PASSED]:
        yield item


def _year_before(day: date) -> date:
    """The same day a year earlier; 28 February for the 29th."""
    if (day.month, day.day) == (2, 29):
        return day.replace(year=day.year - 1, day=28)
    return day.replace(year=day.year - 1)


def first_steps(report: Report) -> Iterator[FirstStep]:
    """What to do first, while the journal has no goal or no entry."""
    if report.standings and report.journal.entries:
        return
    if not report.standings:
        yield FirstStep(
            "Write a goal",
            "What you want, a number to count it by, and a day. One file, six lines.",
            'milepost new goal "Read 12 books"',
        )
    if not report.journal.entries:
        example = next((name for name, s in report.standings.items() if s.status.living), "my-goal")
        yield FirstStep(
            "Write your first week",
            "Ten minutes: a number for each goal, what went well, what you plan.",
            "milepost new week",
        )
        yield FirstStep(
            "Give it a number",
            "One line at the top of the entry moves the goal on this page.",
            f"progress: {{{example}: 1}}",
        )
