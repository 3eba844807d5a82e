"""Which entry a number goes into: that of the week, or that of the day in a journal of days.

In: the entries of a journal, and a day or a week. Out: the entry, if there is one.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from milepost.journal.model import Entry
from milepost.journal.values import Week

_NEAR = timedelta(weeks=4)


def is_kept_by_days(entries: Iterable[Entry], day: date) -> bool:
    """Whether most entries that say numbers are of single days: within four weeks of a day.

    Where there are none so near, all count; where no entry says a number, so do those that say
    none. Of as many weeks as days it is kept by weeks.
    """
    every = list(entries)
    telling = [entry for entry in every if _tells(entry)] or every
    near = [entry for entry in telling if abs(entry.day - day) < _NEAR] or telling
    days = sum(entry.date_ is not None for entry in near)
    return days > len(near) - days


def entry_of(entries: Iterable[Entry], when: date | Week, goals: Iterable[str]) -> Entry | None:
    """The entry of a day or of a whole week.

    Of several it is the one that speaks of one of these goals already, else the first that says
    numbers, else the first.
    """
    if isinstance(when, Week):
        found = [one for one in entries if one.date_ is None and one.week == when]
    else:
        found = [one for one in entries if one.date_ == when]
    ids = set(goals)

    def order(entry: Entry) -> tuple[bool, bool, str]:
        return ids.isdisjoint(entry.named), not _tells(entry), entry.path

    return min(found, key=order, default=None)


def _tells(entry: Entry) -> bool:
    return bool(entry.named or entry.mood or entry.energy)
