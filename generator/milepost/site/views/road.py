"""The road: all goals and milestones on one line of days, and as lists of what comes and what was.

In: the site and the page's context. Out: `RoadView`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from milepost.journal.values import Milestone
from milepost.progress.calendar import Span
from milepost.progress.report import Report
from milepost.progress.values import Standing
from milepost.site.charts.chart import Chart
from milepost.site.context import PageContext
from milepost.site.parts_of_lists import GOAL
from milepost.site.views.frame import MenuItem
from milepost.site.views.listed import is_whole, part_title, parts_menu, rows_of
from milepost.site.views.parts import Item, Ref, day_of, goal_ref
from milepost.site.views.pictures import road_picture
from milepost.voice.labels import label
from milepost.voice.statuses import word

LANES = 60
"""So many goals are drawn on a road that does not fit on one page."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A day on the road: of a milestone, or of the goal itself where that is none.

    `where` is `late`, `ahead` or `passed`.
    """

    where: str
    day: date
    standing: Standing
    step: Milestone | None = None

    @property
    def title(self) -> str:
        """What is to be reached, or was."""
        goal = self.standing.goal
        return self.step.title if self.step else goal.called


@dataclass(frozen=True, slots=True)
class RoadView:
    """Everything on the road: the picture, what is late, what is to come, what was passed.

    Where it is too long for a page, `parts` lead to the pages on which it goes on, by year; `part`
    is what this one is called.
    """

    chart: Chart | None
    late: tuple[Item, ...]
    ahead: tuple[tuple[str, tuple[Item, ...]], ...]
    passed: tuple[tuple[str, tuple[Item, ...]], ...]
    part: str = ""
    parts: tuple[MenuItem, ...] = ()


def road_rows(report: Report) -> tuple[Stop, ...]:
    """All stops: what is late, what is to come by day, and what was passed, the latest first."""
    found: dict[str, list[Stop]] = {"late": [], "ahead": [], "passed": []}
    for standing in report.standings.values():
        for stop in _stops(report, standing):
            found[stop.where].append(stop)
    return (
        *sorted(found["late"], key=_order),
        *sorted(found["ahead"], key=_order),
        *sorted(found["passed"], key=_order, reverse=True),
    )


def _stops(report: Report, standing: Standing) -> Iterable[Stop]:
    living = standing.status.living
    for step in standing.goal.milestones:
        day = step.done_on or step.due
        if day and step.done:
            yield Stop("passed", day, standing, step)
        elif day and living:
            yield Stop("late" if day < report.day else "ahead", day, standing, step)
    if standing.due and living and standing.due >= report.day:
        yield Stop("ahead", standing.due, standing)
    if standing.closed_on and standing.closed_on <= report.day:
        yield Stop("passed", standing.closed_on, standing)


def road_size(stop: Stop) -> int:
    """How many lines it takes: a goal is drawn as well."""
    return 1 if stop.step else 1 + GOAL


def road_part(report: Report) -> Callable[[Stop], str]:
    """The year of a stop; none for this year and for what is late, which stay on the first page."""

    def part(stop: Stop) -> str:
        near = stop.where == "late" or stop.day.year == report.day.year
        return "" if near else str(stop.day.year)

    return part


def road_view(here: PageContext, key: str = "") -> RoadView:
    """The view of the road, or of a part of it; lists are by year."""
    rows: tuple[Stop, ...] = rows_of(here, "road", key)
    return RoadView(
        chart=_picture(here, key),
        late=tuple(_item(here, stop) for stop in rows if stop.where == "late"),
        ahead=_by_year(here, [stop for stop in rows if stop.where == "ahead"]),
        passed=_by_year(here, [stop for stop in rows if stop.where == "passed"]),
        part=part_title(here, "road", key),
        parts=parts_menu(here, "road", key),
    )


def _picture(here: PageContext, key: str) -> Chart | None:
    """The whole road; of one that does not fit on a page a part, that of the year on this one."""
    if is_whole(here, "road", key):
        return road_picture(here)
    span = Span.named(part_title(here, "road", key)[:4])
    return road_picture(here, span or Span(here.site.report.day.year), most=LANES)


def _item(here: PageContext, stop: Stop) -> Item:
    when, where = day_of(here, stop.day), goal_ref(here, stop.standing.goal.id)
    if stop.step:
        return Item(when, Ref(stop.step.title, ""), where)
    ends, voice = stop.where == "ahead", here.site.voice
    note = label(voice, "ends") if ends else word(voice, stop.standing.status)
    return Item(when, where, None, note)


def _order(stop: Stop) -> tuple[date, str]:
    return stop.day, stop.title


def _by_year(here: PageContext, stops: list[Stop]) -> tuple[tuple[str, tuple[Item, ...]], ...]:
    years: dict[str, list[Item]] = {}
    for stop in stops:
        years.setdefault(str(stop.day.year), []).append(_item(here, stop))
    return tuple((year, tuple(items)) for year, items in years.items())
