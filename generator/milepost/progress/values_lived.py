"""Values in action: the goals and the entries in which each value of the profile is lived.

In: a `Report`. Out: `LivedValue` for each value. A goal lives a value that it names under
`relevant`, an entry one whose name it carries as a tag.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from milepost.addresses import spelled
from milepost.journal.model import Entry
from milepost.progress.report import Report
from milepost.progress.values import Standing

LATELY = timedelta(days=365)
"""How far back an entry, or the end of a goal, still shows that a value is lived."""


@dataclass(frozen=True, slots=True)
class LivedValue:
    """A value with what is done for it: open goals, other goals, entries, the latest first.

    `quiet` says that no open goal names it, and that for a year no goal that did has ended and no
    entry carries it.
    """

    name: str
    goals: tuple[Standing, ...]
    others: tuple[Standing, ...]
    entries: tuple[Entry, ...]
    quiet: bool

    @property
    def ever(self) -> bool:
        """Whether anything was ever done for it."""
        return bool(self.goals or self.others or self.entries)


def is_kept_long(report: Report) -> bool:
    """Whether the journal is a year old, by its first entry or the first start of a goal."""
    days = [entry.day for entry in report.entries[:1]]
    days += [standing.start for standing in report.standings.values() if standing.start]
    return min(days, default=report.day) <= report.day - LATELY


def values_lived(report: Report) -> tuple[LivedValue, ...]:
    """The values of the profile, in its order."""
    values = report.journal.profile.values
    goals: dict[str, list[Standing]] = {_plain(value): [] for value in values}
    entries: dict[str, list[Entry]] = {name: [] for name in goals}
    for standing in report.standings.values() if values else ():
        for name in goals.keys() & set(map(_plain, standing.goal.relevant.values)):
            goals[name].append(standing)
    for entry in reversed(report.entries) if values else ():
        for name in entries.keys() & set(map(_plain, entry.tags)):
            entries[name].append(entry)
    since = report.day - LATELY
    return tuple(
        _lived(value, goals[_plain(value)], entries[_plain(value)], since) for value in values
    )


def _lived(
    value: str, named: Sequence[Standing], entries: Sequence[Entry], since: date
) -> LivedValue:
    living = tuple(standing for standing in named if standing.status.living)
    ended = any(standing.closed_on and standing.closed_on >= since for standing in named)
    return LivedValue(
        value,
        living,
        tuple(standing for standing in named if not standing.status.living),
        tuple(entries),
        not living and not ended and not any(entry.day >= since for entry in entries),
    )


@lru_cache(maxsize=4096)
def _plain(name: str) -> str:
    """A value as a tag may write it: `quiet-mornings` for quiet mornings."""
    return " ".join(re.split(r"[\s_-]+", spelled(name).strip()))
