"""Hours and money planned and spent: by goal, by area, and in a stretch of time.

In: a report. Out: `Budget`s.

The money of a goal is planned for its whole window, and spread evenly over its days: of a goal of
two years each takes half. Hours are planned week by week, as everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from milepost.journal.values import Money
from milepost.progress.calendar import Span
from milepost.progress.costs import sums
from milepost.progress.lookback import Hours, hours_by_goal
from milepost.progress.records import currency, total
from milepost.progress.report import Report
from milepost.progress.values import Standing


@dataclass(frozen=True, slots=True)
class Purse:
    """Money in one currency: `planned` is None where nothing was, `spent` 0 where nothing was."""

    currency: str
    planned: float | None
    spent: float

    @property
    def left(self) -> float | None:
        """What is left of the plan; negative where more was spent."""
        return None if self.planned is None else round(self.planned - self.spent, 2)


@dataclass(frozen=True, slots=True)
class Budget:
    """Hours and money of a goal, an area or a stretch of time."""

    hours: Hours
    money: tuple[Purse, ...]

    @property
    def any(self) -> bool:
        """Whether anything was planned or spent."""
        return bool(self.money or self.hours.planned or self.hours.spent)


def planned(standing: Standing) -> Money | None:
    """The money that a goal may cost in all, of a goal that is meant."""
    money = standing.goal.achievable.money
    if money is None or standing.status.set_aside:
        return None
    return Money(money.amount, currency(money.currency))


def of_goal(report: Report, id_: str) -> tuple[Purse, ...]:
    """The money of a goal over all its time, that of its plan first."""
    plan = planned(report.standings[id_])
    spent = sums(report.costs_by_goal.get(id_, ()))
    return _purses([plan] if plan else [], spent)


def kept(report: Report) -> bool:
    """Whether hours or money are planned or spent on any goal at all."""
    every = report.standings.values()
    return bool(report.costs) or any(one.hours or planned(one) for one in every)


def by_goal(report: Report, year: int) -> tuple[tuple[str, Budget], ...]:
    """The goals on which anything was planned or spent, by id: hours of a year, all their money."""
    hours = dict(hours_by_goal(report, Span(year).weeks()))
    found = [
        (id_, Budget(hours.get(id_, Hours(None, None)), of_goal(report, id_)))
        for id_ in report.standings
    ]
    return tuple((id_, one) for id_, one in found if one.any)


def by_area(report: Report, goals: Iterable[tuple[str, Budget]]) -> tuple[tuple[str, Budget], ...]:
    """The same by life area, those without one under no name; what is of no goal is of no area."""
    found: dict[str, list[Budget]] = {}
    for id_, one in goals:
        found.setdefault(report.standings[id_].goal.area, []).append(one)
    return tuple((area, _together(budgets)) for area, budgets in sorted(found.items()))


def of_span(report: Report, span: Span) -> Budget:
    """A month, a quarter or a year: what it was to take of the plans, and what it took so far."""
    hours = [both for _, both in hours_by_goal(report, span.weeks())]
    plans = [
        Money(plan.amount * share, plan.currency)
        for standing in report.standings.values()
        if (plan := planned(standing)) and (share := _share(span, standing))
    ]
    spent = sums(one for one in report.costs if one.day and span.holds(one.day))
    purses = _purses(plans, spent)
    # Nobody plans a share to the cent.
    whole = [replace(one, planned=one.planned and float(round(one.planned))) for one in purses]
    return Budget(_hours(hours), tuple(whole))


def of_year(report: Report) -> Purse | None:
    """What the profile's `budget` gives for the year of the day, and what of it is spent."""
    given = report.journal.profile.budget
    if given is None:
        return None
    name, year = currency(given.currency), report.day.year
    spent = sums(one for one in report.costs if one.day and one.day.year == year)
    return Purse(name, given.amount, next((m.amount for m in spent if m.currency == name), 0.0))


def _share(span: Span, standing: Standing) -> float:
    """The part of a goal's window that lies in a span; all where it has none and the day does."""
    start, due = standing.start, standing.due
    if start is None or due is None or due < start:
        return 1.0 if span.holds(due or standing.day) else 0.0
    return max(0, _days(max(start, span.start), min(due, span.end))) / _days(start, due)


def _days(first: date, last: date) -> int:
    return (last - first).days + 1


def _purses(plans: Iterable[Money], spent: Sequence[Money]) -> tuple[Purse, ...]:
    """Plans and what was spent, currency by currency."""
    wanted = _by_currency(plans)
    gone = _by_currency(spent)
    return tuple(
        Purse(name, wanted.get(name), gone.get(name, 0.0))
        for name in dict.fromkeys((*wanted, *gone))
    )


def _by_currency(amounts: Iterable[Money]) -> Mapping[str, float]:
    return {one.currency: round(one.amount, 2) for one in total(amounts)}


def _together(budgets: Sequence[Budget]) -> Budget:
    purses = [purse for one in budgets for purse in one.money]
    plans = [Money(one.planned, one.currency) for one in purses if one.planned is not None]
    spent = [Money(one.spent, one.currency) for one in purses]
    return Budget(_hours([one.hours for one in budgets]), _purses(plans, spent))


def _hours(every: Iterable[Hours]) -> Hours:
    both = tuple(every)
    planned_ = [one.planned for one in both if one.planned is not None]
    spent = [one.spent for one in both if one.spent is not None]
    return Hours(
        round(sum(planned_), 6) if planned_ else None, round(sum(spent), 6) if spent else None
    )
