"""The road: all goals and milestones on one line of days, and as lists of what comes and what was.

In: the site and the page's context. Out: `RoadView`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from milepost.site.charts.chart import Chart
from milepost.site.context import PageContext
from milepost.site.views.parts import Item, Ref, day_of, goal_ref
from milepost.site.views.pictures import road_picture
from milepost.voice.labels import label
from milepost.voice.statuses import word


@dataclass(frozen=True, slots=True)
class RoadView:
    """Everything on the road: the picture, what is late, what is to come, what was passed."""

    chart: Chart | None
    late: tuple[Item, ...]
    ahead: tuple[tuple[str, tuple[Item, ...]], ...]
    passed: tuple[tuple[str, tuple[Item, ...]], ...]


def road_view(here: PageContext) -> RoadView:
    """The view of the road; lists are by year."""
    report = here.site.report
    late: list[tuple[date, Item]] = []
    ahead: list[tuple[date, Item]] = []
    behind: list[tuple[date, Item]] = []
    for standing in report.standings.values():
        where = goal_ref(here, standing.goal.id)
        for step in standing.goal.milestones:
            day = step.done_on or step.due
            if day is None:
                continue
            item = Item(day_of(here, day), Ref(step.title, ""), where)
            if step.done:
                behind.append((day, item))
            elif standing.status.living:
                (late if day < report.day else ahead).append((day, item))
        if standing.due and standing.status.living and standing.due >= report.day:
            ahead.append(
                (
                    standing.due,
                    Item(day_of(here, standing.due), where, None, label(here.site.voice, "ends")),
                )
            )
        ended = standing.closed_on
        if ended and ended <= report.day:
            note = word(here.site.voice, standing.status)
            behind.append((ended, Item(day_of(here, ended), where, None, note)))
    return RoadView(
        chart=road_picture(here),
        late=tuple(item for _, item in sorted(late, key=_order)),
        ahead=_by_year(sorted(ahead, key=_order)),
        passed=_by_year(sorted(behind, key=_order, reverse=True)),
    )


def _order(dated: tuple[date, Item]) -> tuple[date, str]:
    return dated[0], dated[1].ref.title


def _by_year(dated: list[tuple[date, Item]]) -> tuple[tuple[str, tuple[Item, ...]], ...]:
    years: dict[str, list[Item]] = {}
    for day, item in dated:
        years.setdefault(str(day.year), []).append(item)
    return tuple((year, tuple(items)) for year, items in years.items())
