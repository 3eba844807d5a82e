"""Values in action: the goals and the entries in which each value of the profile is lived.

In: a `Report`. Out: `LivedValue` for each value. A goal lives a value that it names under
`relevant`, an entry one whose name it carries as a tag.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta

from milepost.addresses import spelled
from milepost.journal.model import Entry
from milepost.progress.report import Report, Standing

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
    return tuple(_lived(report, value) for value in report.journal.profile.values)


def _lived(report: Report, value: str) -> LivedValue:
    name = _plain(value)
    named = [
        standing
        for standing in report.standings.values()
        if name in map(_plain, standing.goal.relevant.values)
    ]
    entries = [entry for entry in report.entries if name in map(_plain, entry.tags)]
    since = report.day - LATELY
    recent = any(standing.closed_on and standing.closed_on >= since for standing in named)
    return LivedValue(
        value,
        tuple(standing for standing in named if standing.status.living),
        tuple(standing for standing in named if not standing.status.living),
        tuple(reversed(entries)),
        not recent
        and not any(standing.status.living for standing in named)
        and not any(entry.day >= since for entry in entries),
    )


def _plain(name: str) -> str:
    """A value as a tag may write it: `quiet-mornings` for quiet mornings."""
    return " ".join(re.split(r"[\s_-]+", spelled(name).strip()))
