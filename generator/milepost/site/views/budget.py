"""Hours and money: planned, spent and left, by time, by goal and by area.

In: the page's context. Out: `BudgetView`; and the figures of money that goals and periods show.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from milepost.progress.budget import (
    Budget,
    Purse,
    by_area,
    by_goal,
    kept,
    of_goal,
    of_span,
    of_year,
)
from milepost.progress.calendar import Span
from milepost.site.charts.chart import Chart
from milepost.site.charts.money import money_chart
from milepost.site.context import PageContext
from milepost.site.views.parts import Figure, Ref, area_ref, goal_ref
from milepost.voice import budgets as said
from milepost.voice.labels import label
from milepost.voice.pages import span_title


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """What was planned, spent and is left of one thing; `ref` leads to it where it has a page."""

    ref: Ref
    planned: str
    spent: str
    left: str


@dataclass(frozen=True, slots=True)
class BudgetTable:
    """Lines of one sort, under a heading, and the name of what each line is."""

    heading: str
    name: str
    lines: tuple[BudgetLine, ...]


@dataclass(frozen=True, slots=True)
class BudgetPart:
    """Hours or money: pictures with their captions, and tables by time, by goal and by area."""

    title: str
    charts: tuple[tuple[str, Chart], ...]
    tables: tuple[BudgetTable, ...]


@dataclass(frozen=True, slots=True)
class BudgetView:
    """Everything on the page of budgets; `practice` leads back, where there is such a page.

    `example` are lines to write where nothing is planned or spent.
    """

    title: str
    lead: str
    figures: tuple[Figure, ...]
    parts: tuple[BudgetPart, ...]
    practice: Ref | None
    example: tuple[str, ...]


Group = tuple[str, list[tuple[Ref, Budget]]]
"""The budgets of one sort, by what it is called: each with what leads to it."""


def budget_view(here: PageContext) -> BudgetView:
    """The view of all budgets."""
    report, voice = here.site.report, here.site.voice
    month = Span.month_of(report.day)
    spans = [(span, of_span(report, span)) for span in (month, *reversed(month.parents))]
    goals = by_goal(report, report.day.year)
    groups: list[Group] = [
        ("when", [(_span_ref(here, span), one) for span, one in spans]),
        ("goal", [(goal_ref(here, id_), one) for id_, one in goals]),
        ("area", [(_area(here, area), one) for area, one in by_area(report, goals)]),
    ]
    practice = here.to("practice")
    parts = (_money(here, groups), _hours(here, groups))
    begun = kept(report)
    return BudgetView(
        title=label(voice, "budget"),
        lead=said.lead(voice) if begun else said.none_yet(voice),
        figures=tuple(_year(here)),
        parts=tuple(part for part in parts if part.tables),
        practice=Ref(label(voice, "practice"), practice) if practice else None,
        example=() if begun else said.example(),
    )


def money_of_goal(here: PageContext, id_: str) -> Iterator[Figure]:
    """What was spent on a goal, beside what it may cost; a figure for each currency."""
    yield from _figures(here, (one for one in of_goal(here.site.report, id_) if one.spent))


def money_of_span(here: PageContext, span: Span) -> Iterator[Figure]:
    """What was spent in a stretch of time, beside what its goals had planned for it."""
    found = here.look_back(of_span, span).money
    yield from _figures(here, (one for one in found if one.spent))


def _figures(here: PageContext, purses: Iterable[Purse]) -> Iterator[Figure]:
    voice = here.site.voice
    for one in purses:
        spent = said.money(voice, one.spent, one.currency)
        yield Figure(label(voice, "money"), spent, said.of_plan(voice, one))


def _year(here: PageContext) -> Iterator[Figure]:
    """The budget of the profile, what of it is spent, what is left."""
    voice, given = here.site.voice, of_year(here.site.report)
    if given is None:
        return
    name = said.year_given(voice, here.site.report.day.year)
    yield Figure(name, said.money(voice, given.planned, given.currency))
    yield Figure(label(voice, "spent"), said.money(voice, given.spent, given.currency))
    yield Figure(label(voice, "left"), said.left(voice, (given,)))


def _money(here: PageContext, groups: Iterable[Group]) -> BudgetPart:
    voice = here.site.voice

    def line(ref: Ref, one: Budget) -> BudgetLine | None:
        if not one.money:
            return None
        planned, spent = said.planned(voice, one.money), said.spent(voice, one.money)
        return BudgetLine(ref, planned, spent, said.left(voice, one.money))

    return BudgetPart(label(voice, "money"), tuple(_charts(here)), _tables(here, groups, line))


def _hours(here: PageContext, groups: Iterable[Group]) -> BudgetPart:
    voice = here.site.voice

    def line(ref: Ref, one: Budget) -> BudgetLine | None:
        planned, spent = one.hours.planned, one.hours.spent
        if not (planned or spent):
            return None
        left = said.hours_left(voice, planned, spent)
        return BudgetLine(ref, voice.hours(planned), voice.hours(spent), left)

    return BudgetPart(label(voice, "hours"), (), _tables(here, groups, line))


def _tables(
    here: PageContext, groups: Iterable[Group], line: Callable[[Ref, Budget], BudgetLine | None]
) -> tuple[BudgetTable, ...]:
    """A table for each group of which anything has a line."""
    voice = here.site.voice
    told = ((name, [line(ref, one) for ref, one in named]) for name, named in groups)
    return tuple(
        BudgetTable(label(voice, f"by_{name}"), label(voice, name), tuple(filter(None, lines)))
        for name, lines in told
        if any(lines)
    )


def _charts(here: PageContext) -> Iterator[tuple[str, Chart]]:
    """The months of this year, a picture for each currency in which anything was spent."""
    report, voice = here.site.report, here.site.voice
    year = report.day.year
    months = [
        (date(year, n, 1), of_span(report, Span(year, (n + 2) // 3, n))) for n in range(1, 13)
    ]
    for whole in of_span(report, Span(year)).money:
        name = whole.currency
        purses = [
            (first, next((p for p in held.money if p.currency == name), Purse(name, None, 0.0)))
            for first, held in months
        ]
        if whole.spent:
            yield said.by_month(voice, name), money_chart(purses, whole, report.day, voice)


def _span_ref(here: PageContext, span: Span) -> Ref:
    return Ref(span_title(here.site.voice, span), here.to("period", span.name))


def _area(here: PageContext, area: str) -> Ref:
    return area_ref(here, area) or Ref(label(here.site.voice, "no_area"), "")
