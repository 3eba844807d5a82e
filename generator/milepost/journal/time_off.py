"""The days off of a goal: its breaks, those of the whole journal, and the pauses of its past.

In: a goal as it is written. Out: stretches of days with their reasons.
"""

from __future__ import annotations

from datetime import date, timedelta

from milepost.journal.model import Goal
from milepost.journal.values import Break
from milepost.journal.words import State

_SECOND = date.min + timedelta(days=1)


def time_off(goal: Goal) -> tuple[Break, ...]:
    """A goal's breaks, its journal's, and the stretches in which it was paused, the oldest first.

    A pause that goes on ends on the last day of the calendar; one without a day is not known to
    have begun, and takes nothing out.
    """
    pauses: list[Break] = []
    said, end = goal.status, date.max
    newest_first = sorted(goal.changes, key=lambda change: change.date_, reverse=True)
    for since, before in [*((one.date_, dict(one.before)) for one in newest_first), (None, {})]:
        begun = max((day for day in (said.since, since) if day), default=None)
        if said.is_ is State.PAUSED and begun:
            pauses.append(Break(begun, end, said.because))
        if since:
            said, end = before.get("status", said), max(since, _SECOND) - timedelta(days=1)
    return (*goal.rests, *reversed(pauses))
