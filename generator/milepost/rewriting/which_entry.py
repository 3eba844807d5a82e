"""Which entry a number goes into: that of the week, or that of the day in a journal of days.

In: the entries of a journal, and a day or a week. Out: the entry, if there is one.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from milepost.journal.model import Entry
from milepost.journal.values import Week

_LATELY = timedelta(weeks=4)


def is_kept_by_days(entries: Iterable[Entry], day: date) -> bool:
    """Whether most entries that say numbers are of single days: in the four weeks up to a day.

    Where those weeks have none, it is all before that count; where no entry says a number, all
    count. Of as many weeks as days it is kept by weeks.
    """
    known = [entry for entry in entries if (entry.date_ or _monday(entry)) <= day]
    telling = [entry for entry in known if _tells(entry)] or known
    lately = [entry for entry in telling if entry.day > day - _LATELY] or telling
    days = sum(entry.date_ is not None for entry in lately)
    return days > len(lately) - days


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
        return not ids & _named(entry), not _tells(entry), entry.path

    return min(found, key=order, default=None)


def _tells(entry: Entry) -> bool:
    return bool(_named(entry) or entry.mood or entry.energy)


def _named(entry: Entry) -> set[str]:
    return {*entry.progress, *entry.hours, *entry.confidence, *entry.skip}


def _monday(entry: Entry) -> date:
    return entry.week.monday if entry.week else entry.day
