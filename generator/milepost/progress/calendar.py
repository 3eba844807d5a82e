"""The calendar: years, quarters and months as stretches of days, and what belongs to them.

In: names such as "2026-Q4", days, entries. Out: `Span`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from milepost.journal.model import Entry, Journal, Told
from milepost.journal.values import Week

_NAME = re.compile(r"(\d{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A calendar year, quarter or month: `quarter` and `month` are 0 where they do not apply."""

    year: int
    quarter: int = 0
    month: int = 0

    @classmethod
    def named(cls, name: str) -> Span | None:
        """The span that a review's name means, if it means one."""
        match = _NAME.fullmatch(name)
        if not match:
            return None
        month = int(match[3] or 0)
        return cls(int(match[1]), (month + 2) // 3 if month else int(match[2] or 0), month)

    @classmethod
    def month_of(cls, day: date) -> Span:
        """The month in which a day lies."""
        return cls(day.year, (day.month + 2) // 3, day.month)

    @classmethod
    def quarter_of(cls, day: date) -> Span:
        """The quarter in which a day lies."""
        return cls(day.year, (day.month + 2) // 3)

    @property
    def kind(self) -> str:
        """`year`, `quarter` or `month`."""
        return "month" if self.month else "quarter" if self.quarter else "year"

    @property
    def name(self) -> str:
        """As a review's file is named: "2026", "2026-Q4", "2026-11"."""
        if self.month:
            return f"{self.year:04d}-{self.month:02d}"
        return f"{self.year:04d}-Q{self.quarter}" if self.quarter else f"{self.year:04d}"

    @property
    def address(self) -> str:
        """Where its page stands: "2026/", "2026/Q4/", "2026/11/"."""
        return f"{self.name.replace('-', '/')}/"

    @property
    def start(self) -> date:
        """Its first day."""
        month = self.month or (3 * self.quarter - 2 if self.quarter else 1)
        return date(self.year, month, 1)

    @property
    def end(self) -> date:
        """Its last day."""
        month = self.month or (3 * self.quarter if self.quarter else 12)
        if month == 12:
            return date(self.year, 12, 31)
        return date(self.year, month + 1, 1) - timedelta(days=1)

    @property
    def parents(self) -> tuple[Span, ...]:
        """The spans that hold it, the widest first."""
        if self.month:
            return (Span(self.year), Span(self.year, self.quarter))
        return (Span(self.year),) if self.quarter else ()

    def holds(self, day: date) -> bool:
        """Whether a day lies in it."""
        return self.start <= day <= self.end

    def weeks(self) -> tuple[Week, ...]:
        """The ISO weeks whose Thursday lies in it."""
        return weeks_between(self.start, self.end)


def weeks_between(first: date, last: date) -> tuple[Week, ...]:
    """The weeks whose Thursday lies between two days, both included."""
    week = Week.of(first)
    if week.thursday < first:
        week = week.plus(1)
    found = []
    while week.thursday <= last:
        found.append(week)
        week = week.plus(1)
    return tuple(found)


def new_year(day: date) -> date:
    """The first day of a day's year."""
    return day.replace(month=1, day=1)


def week_of(entry: Entry) -> Week:
    """The week on whose page an entry stands."""
    return entry.week or Week.of(entry.day)


def counted_on(entry: Entry) -> date:
    """The day by which an entry belongs to a span: its own, or the Thursday of its week."""
    return entry.date_ or week_of(entry).thursday


def counted_within(told: Told, start: date | None, end: date | None) -> date:
    """The day by which a number of a goal belongs to a span.

    Its own day, or the Thursday of the week that it is of. Where the goal begins or ends within
    that week, the Thursday gives way to its first or its last day.
    """
    day, week = told.counted, told.whole_week
    if week and start and day < start <= week.sunday:
        day = start
    if week and end and week.monday <= end < day:
        day = end
    return day


def spans_of(journal: Journal) -> tuple[Span, ...]:
    """All spans that have something to tell, in order: those of entries and reviews, and above.

    The week of a day may belong to the month before its own, or to the one after it; and so may a
    number of the week in which its goal begins or ends.
    """
    found: set[Span] = set()
    for entry in journal.entries:
        found.update(entry.once(_months))
    windows = {goal.id: goal.time_bound for goal in journal.goals}
    for reading in journal.readings:
        if reading.whole_week and (window := windows.get(reading.goal)):
            found.add(Span.month_of(counted_within(reading, window.start, window.due)))
    for review in journal.reviews:
        span = Span.named(review.period)
        if span:
            found.add(span)
    return in_order({above for span in found for above in (span, *span.parents)})


def _months(entry: Entry) -> tuple[Span, Span]:
    """The months of an entry's own day, and of its week."""
    return Span.month_of(counted_on(entry)), Span.month_of(week_of(entry).thursday)


def in_order(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans by year, quarter, month, the wider before the narrower."""
    return tuple(sorted(spans))
