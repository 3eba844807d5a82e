"""The first page: what needs the person, where goals stand, the road, the weeks, what was passed.

In: the site and the page's context. Out: `DashboardView`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from milepost.journal.words import Horizon, Visibility
from milepost.progress.calendar import Span
from milepost.progress.lookback import closed, reached
from milepost.progress.report import Report
from milepost.progress.values import Standing, Status
from milepost.site.charts.chart import Chart
from milepost.site.context import PageContext
from milepost.site.views.dashboard_facts import facts, weeks_left
from milepost.site.views.parts import (
    Figure,
    GoalLine,
    Item,
    Ref,
    day_of,
    entry_item,
    goal_line,
    goal_ref,
)
from milepost.site.views.pictures import card_picture, heat_picture, road_picture
from milepost.voice import pages as said
from milepost.voice.forecasts import outlook
from milepost.voice.labels import label
from milepost.voice.needs import needs
from milepost.voice.opening import opening
from milepost.voice.statuses import URGENCY, Chip

CARDS = 8
LINES = 24
"""So many more goals stand in lines, so that the page stays below 60 kB."""
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
class DashboardView:
    """Everything on the dashboard, top to bottom. `state` names the opening's state."""

    eyebrow: str
    title: str
    state: str
    lead: str
    facts: tuple[Figure, ...]
    needs: tuple[NeedLine, ...]
    needs_note: str
    needs_more: int
    first_steps: tuple[said.FirstStep, ...]
    cards: tuple[Card, ...]
    lines: tuple[GoalLine, ...]
    goals_more: int
    goals_note: str
    road: Chart | None
    weeks: Chart | None
    weeks_note: str
    passed: tuple[Item, ...]
    latest: tuple[Item, ...]
    goals_href: str
    journal_href: str
    road_href: str


def dashboard_view(here: PageContext) -> DashboardView:
    """The view of the dashboard."""
    site, report = here.site, here.site.report
    says = opening(site.voice, report)
    mine = site.voice.reader is Visibility.PRIVATE
    calling = needs(site.voice, report)
    active = active_goals(report)
    with_pictures, in_lines = active[:CARDS], active[CARDS:]
    _, last = report.days_of(report.week)
    latest = [entry for entry in reversed(report.entries) if entry.day <= last][:_LATEST]
    return DashboardView(
        eyebrow=_eyebrow(here),
        title=year_title(report),
        state=says.state,
        lead=says.lead,
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
        needs_note=weeks_left(site.voice, report) if report.standings else "",
        needs_more=max(0, len(calling) - _NEEDS),
        first_steps=tuple(said.first_steps(site.voice, report)) if mine else (),
        cards=tuple(_card(here, standing) for standing in with_pictures),
        lines=tuple(goal_line(here, standing) for standing in in_lines[:LINES]),
        goals_more=max(0, len(in_lines) - LINES),
        goals_note=_goals_note(here, active),
        road=road_picture(here, Span(report.day.year), most=LANES),
        weeks=heat_picture(here, brief=True),
        weeks_note=said.entries(site.voice, len(report.entries)),
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


def _eyebrow(here: PageContext) -> str:
    site, report = here.site, here.site.report
    return f"{site.voice.date(report.day, 'full')} · {site.voice.week(report.week, year=False)}"


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
        urgency = URGENCY.index(standing.status) if len(living) > CARDS else 0
        return (urgency, rank, standing.due or date.max, standing.goal.id)

    return tuple(sorted(living, key=place))


def _card(here: PageContext, standing: Standing) -> Card:
    voice = here.site.voice
    return Card(
        goal=goal_line(here, standing),
        chart=card_picture(here, standing),
        forecast=voice.sentence(said.missing_number(voice, standing) or outlook(voice, standing)),
        pace=said.pace(voice, standing),
    )


def _goals_note(here: PageContext, active: tuple[Standing, ...]) -> str:
    report = here.site.report
    year = closed(report, Span(report.day.year).start, report.day)
    done = sum(standing.status is Status.ACHIEVED for _, standing in year)
    return said.active_and_done(here.site.voice, len(active), done)


def passed(here: PageContext) -> Iterator[Item]:
    """The milestones and goals that were reached in the last year, the latest first."""
    report = here.site.report
    start = _year_before(report.day)
    steps = [
        (
            step.day,
            1,
            Item(
                day_of(here, step.day),
                Ref(step.milestone.title, ""),
                goal_ref(here, step.goal.id),
            ),
        )
        for step in reached(report, start, report.day)
    ]
    goals = [
        (
            day,
            0,
            Item(
                day_of(here, day),
                goal_ref(here, standing.goal.id),
                None,
                label(here.site.voice, "achieved"),
            ),
        )
        for day, standing in closed(report, start, report.day)
        if standing.status is Status.ACHIEVED
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
