"""Days as whole numbers, weeks, and the periods in which habits are counted.

In: dates and ordinals. Out: dates, ordinals and stretches of days. Ordinals are those of
`date.toordinal`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache, lru_cache

from milepost.journal.values import Break, Week
from milepost.journal.words import Period, WeekStart

FIRST, LAST = date.min.toordinal(), date.max.toordinal()

LENGTH = {
    Period.DAY: 1,
    Period.WEEK: 7,
    Period.FORTNIGHT: 14,
    Period.MONTH: 30,
    Period.QUARTER: 91,
    Period.YEAR: 365,
}
"""The usual number of days in a period."""

FIRST_FORTNIGHT = date(2024, 1, 1)
"""A Monday on which a fortnight begins; from it on, and back from it, weeks go in pairs."""


def day_of(ordinal: float) -> date | None:
    """The day with this ordinal, rounded to the nearest; None where the calendar ends."""
    return date.fromordinal(round(ordinal)) if FIRST <= ordinal <= LAST else None


def sunday_after(ordinal: int) -> int:
    """The first Sunday on or after a day."""
    return ordinal + -ordinal % 7


@cache
def week_of(monday: int) -> Week:
    """The ISO week that starts on a Monday given as ordinal."""
    return Week.of(date.fromordinal(monday))


@lru_cache(maxsize=16384)
def period_around(
    day: date, period: Period, starts: WeekStart = WeekStart.MONDAY
) -> tuple[date, date]:
    """The first and the last day of the period in which a day lies."""
    if period is Period.DAY:
        return day, day
    if period is Period.WEEK:
        first = first_of_week(day.toordinal(), starts)
        return date.fromordinal(max(first, FIRST)), date.fromordinal(min(first + 6, LAST))
    if period is Period.FORTNIGHT:
        first = first_of_week(day.toordinal(), starts)
        origin = first_of_week(FIRST_FORTNIGHT.toordinal(), starts)
        first -= (first - origin) % 14
        return date.fromordinal(max(first, FIRST)), date.fromordinal(min(first + 13, LAST))
    if period is Period.YEAR:
        return date(day.year, 1, 1), date(day.year, 12, 31)
    months = 1 if period is Period.MONTH else 3
    first = (day.month - 1) // months * months + 1
    return date(day.year, first, 1), _month_end(day.year, first + months - 1)


def _month_end(year: int, month: int) -> date:
    if month == 12:
        return date(year, 12, 31)
    return date.fromordinal(date(year, month + 1, 1).toordinal() - 1)


def first_of_week(ordinal: int, starts: WeekStart = WeekStart.MONDAY) -> int:
    """The ordinal of the day on which the week of a day begins."""
    return ordinal - (ordinal - (starts is WeekStart.MONDAY)) % 7


def periods(
    start: date, end: date, period: Period, starts: WeekStart = WeekStart.MONDAY
) -> Iterator[tuple[date, date]]:
    """Every period that holds a day from start to end, the oldest first."""
    day = start
    while day <= end:
        first, last = period_around(day, period, starts)
        yield first, last
        if last == date.max:
            return
        day = date.fromordinal(last.toordinal() + 1)


Rest = tuple[tuple[int, int], ...]
"""Stretches of days off, both ends included, sorted and apart from each other."""


def rest_of(breaks: Iterable[Break]) -> Rest:
    """The days off that breaks make together; one that ends before it starts is none."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted((b.start.toordinal(), b.end.toordinal()) for b in breaks):
        if end < start:
            continue
        if merged and start <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def days_off(rest: Rest, first: int, last: int) -> int:
    """How many days off lie between two days, both included."""
    return sum(max(0, min(end, last) - max(start, first) + 1) for start, end in rest)


def day_after(rest: Rest, day: int, days: int) -> int:
    """The day on which so many days that count have passed since another."""
    found = day + days
    for start, end in rest:
        if end > day and start <= found:
            found += end - max(start, day + 1) + 1
    return found


def working(rest: Rest, after: int, until: int) -> int:
    """How many days count after one day, up to and including another."""
    if until <= after:
        return 0
    return until - after - days_off(rest, after + 1, until)
