"""The records of a journal, put together: by family, by goal, by time, by what they are of.

In: the records in the order of their days. Out: `Records`, and `Thread`s: what several lines say of
one course or one person, as one.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from milepost.addresses import spelled
from milepost.journal.markup import WIKILINK
from milepost.journal.model import Experience, Learning, Person, Record
from milepost.journal.numbers import CURRENCIES
from milepost.journal.record_kinds import FAMILIES
from milepost.journal.values import Money

_LINK = re.compile(r"(?<!!)\[([^\[\]]+)\]\([^()\s]*\)")
_USUAL = {"learning", "contact", "experience"}
"""Kinds that say no more than their family."""


class Finish(NamedTuple):
    """When something was finished: on a day, or in the week that this day counts for."""

    day: date
    in_week: bool = False


@dataclass(frozen=True, slots=True)
class Thread:
    """Records of one thing: a book read over three weeks, a mentor met four times.

    `records` are in the order of their days; the first file among them, if there is one, is `file`.
    """

    title: str
    records: tuple[Record, ...]

    @property
    def file(self) -> Record | None:
        """The record that is a file."""
        return next((one for one in self.records if not one.line), None)

    @property
    def kind(self) -> str:
        """What it is, by its file, else by the first record that says more than its family."""
        ordered = sorted(self.records, key=lambda one: one.line > 0)
        said = [one.kind for one in ordered if one.kind not in _USUAL]
        return said[0] if said else self.records[0].kind

    @property
    def goals(self) -> tuple[str, ...]:
        """The goals that any of them is for, each once."""
        return tuple(dict.fromkeys(id_ for one in self.records for id_ in one.goals))

    @property
    def hours(self) -> float:
        """The hours of all of them."""
        return sum(
            one.hours or 0.0 for one in self.records if isinstance(one, Learning | Experience)
        )

    @property
    def money(self) -> tuple[Money, ...]:
        """What all of them cost, by currency, in the order in which these come."""
        return total(
            one.money
            for one in self.records
            if isinstance(one, Learning | Experience) and one.money
        )

    @property
    def expires(self) -> date | None:
        """Until when it is valid: the last day that any of them says."""
        days = [one.expires for one in self.records if isinstance(one, Learning) and one.expires]
        return max(days, default=None)

    @property
    def next(self) -> date | None:
        """When it comes up again, as the latest record that says it has it."""
        said = [day for one in self.records if (day := getattr(one, "next_", None))]
        return said[-1] if said else None

    def met(self, day: date) -> tuple[date, ...]:
        """The days up to `day` on which a person was met, in order.

        A line is a meeting on its day, where it does not say the days on which they met.
        """
        found = {met for one in self.records if isinstance(one, Person) for met in one.met}
        found |= {one.day for one in self.records if one.line and one.day and not _says_days(one)}
        return tuple(sorted(one for one in found if one <= day))

    def finished(self, day: date) -> Finish | None:
        """When it was finished: on the day that says so, else that of the record that does.

        A certificate that is valid is finished too, where nothing says when.
        """
        every = [one for one in self.records if isinstance(one, Learning)]
        days = [one.done for one in every if isinstance(one.done, date)]
        if ended := [done for done in days if done <= day]:
            return Finish(ended[0])
        said = [one for one in every if one.done is True]
        valid = [one for one in every if one.kind == "certificate" and one.expires and not days]
        for one in said or valid:
            if one.counted and one.begun <= day:
                return Finish(one.counted, one.week is not None)
        return None


def _says_days(record: Record) -> bool:
    return isinstance(record, Person) and bool(record.met)


@dataclass(frozen=True)  # without slots: what several ask is worked out once
class Records:
    """All records of a journal, those without a day first, then by day."""

    every: tuple[Record, ...] = ()

    @cached_property
    def by_family(self) -> Mapping[str, tuple[Record, ...]]:
        """The records of each family that has any, in the order of `FAMILIES`."""
        found = {
            family: tuple(one for one in self.every if one.family == family) for family in FAMILIES
        }
        return {family: records for family, records in found.items() if records}

    @cached_property
    def threads(self) -> Mapping[str, tuple[Thread, ...]]:
        """What the records of a family are of, the latest first; each of the same title is one."""
        return {family: threads_of(records) for family, records in self.by_family.items()}

    @cached_property
    def of_file(self) -> Mapping[str, Thread]:
        """What each file of the log is of, with all that speaks of it, by its path."""
        every = (thread for threads in self.threads.values() for thread in threads)
        return {one.path: thread for thread in every for one in thread.records if not one.line}

    @cached_property
    def by_goal(self) -> Mapping[str, tuple[Record, ...]]:
        """The records that are for a goal, or that changed it, by its id."""
        found: dict[str, list[Record]] = {}
        for one in self.every:
            for id_ in dict.fromkeys((*one.goals, *getattr(one, "revised", ()))):
                found.setdefault(id_, []).append(one)
        return {id_: tuple(records) for id_, records in found.items()}

    def counted_between(self, first: date, last: date) -> tuple[Record, ...]:
        """The records that belong to a stretch of days; a week by its Thursday."""
        within = slice(bisect_left(self._days, first), bisect_right(self._days, last))
        return self._counted[within]

    @cached_property
    def _counted(self) -> tuple[Record, ...]:
        """The records that belong to a day, in the order of these."""
        dated = [(day, at) for at, one in enumerate(self.every) if (day := one.counted)]
        return tuple(self.every[at] for _, at in sorted(dated))

    @cached_property
    def _days(self) -> list[date]:
        return [day for one in self._counted if (day := one.counted)]


def threads_of(records: Iterable[Record]) -> tuple[Thread, ...]:
    """What records of a family are of, the latest first; those of the same title are of one."""
    found: dict[tuple[str, int], list[Record]] = {}
    for one in records:
        name = spelled(plain_title(one.title)).strip("… ")  # the name of somebody hidden
        found.setdefault((name, 0 if name else len(found)), []).append(one)
    made = [Thread(_title(one), tuple(one)) for one in found.values()]
    return tuple(sorted(made, key=lambda thread: thread.records[-1].day or date.min, reverse=True))


def plain_title(title: str) -> str:
    """A title with the words of its links: `[[people/jana|Jana]]` and `Jana` are one."""
    plain = WIKILINK.sub(lambda link: link[3] or link[1].rpartition("/")[2] or link[0], title)
    return _LINK.sub(r"\1", plain).strip(" *_")


def _title(records: list[Record]) -> str:
    """The title of the file among them, which is written with more care; else the first."""
    return next((one.title for one in records if not one.line), records[0].title)


def currency(name: str) -> str:
    """A currency by the letters that it is compared by: EUR for `€` and for `eur`."""
    return CURRENCIES.get(name, name.upper())


def total(amounts: Iterable[Money]) -> tuple[Money, ...]:
    """Amounts of money added up, by currency: `90 €` and `90 EUR` are of one."""
    sums: dict[str, float] = {}
    for one in amounts:
        letters = currency(one.currency)
        sums[letters] = sums.get(letters, 0.0) + one.amount
    return tuple(Money(amount, letters) for letters, amount in sums.items())
