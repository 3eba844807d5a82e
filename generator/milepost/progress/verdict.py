"""What settles a status before any figure is asked for, and what keeps it open.

In: what is known of a goal, and its outcome. Out: a status with its reason, or None.
"""

from __future__ import annotations

from milepost.journal.words import Kind, State
from milepost.progress.days import LENGTH
from milepost.progress.known import Known
from milepost.progress.outcome import Outcome
from milepost.progress.reasons import (
    CalledDone,
    Closed,
    Over,
    Overdue,
    PutAside,
    Reached,
    Reason,
    Silent,
    Starts,
    Unheard,
    Young,
)
from milepost.progress.status import LONG, SETTLED, grey_days, has_enough, quiet
from milepost.progress.values import Status
from milepost.progress.versions import state_on

Verdict = tuple[Status, Reason]

POOR = 0.7
"""A goal that its author graded lower was not achieved, whatever it is called."""


def settled(known: Known, outcome: Outcome) -> Verdict | None:
    """What settles the status at once, before any probability; None where nothing does."""
    goal, due = known.goal, known.due
    state = state_on(goal, known.day)
    since, because = goal.status.since, goal.status.because
    if state in SETTLED:
        by = known.replaced_title or goal.replaced_by if state is State.REPLACED else ""
        return SETTLED[state], PutAside(state, since, because, by)
    if outcome.met:
        return Status.ACHIEVED, _reached(known, outcome)
    past = due is not None and due < known.day
    if state is State.DONE:
        if past and goal.grade is not None and goal.grade < POOR:
            return Status.MISSED, Closed(due)
        return Status.ACHIEVED, CalledDone(since, because)
    if due is None or not past or (outcome.status is Status.UNREAD and goal.grade is None):
        return None
    if known.measure.kind.facts.periodic:
        return Status.MISSED, Over(due)
    if goal.grade is not None:
        return Status.MISSED, Closed(due)
    return Status.OVERDUE, Overdue(due, (known.day - due).days)


def _reached(known: Known, outcome: Outcome) -> Reached:
    """Since when the target is met: as the goal's numbers or steps say, else as its author does."""
    said = known.goal.status
    reached = outcome.reached or (said.since if said.is_ is State.DONE else None)
    if known.measure.kind.facts.periodic or not reached:
        return Reached()
    early = (known.due - reached).days if known.due else None
    return Reached(reached, early)


def waiting(known: Known, outcome: Outcome) -> Verdict | None:
    """What keeps the status open: not begun, nothing heard, too early; None: it can be judged.

    A goal without a rate has no rhythm to be silent against: it is heard of by whatever was
    written of it, and after fifteen weeks without a word it is no longer on track, but at risk.
    """
    start, day = known.start, known.day
    if start and day < start:
        return Status.TOO_EARLY, Starts(start)
    heard = max((one for one in (known.heard, start) if one), default=None)
    if heard is None:
        return Status.NO_DATA, Unheard()
    if known.measure.kind.facts.stepped:
        last = max((heard, *known.words))
        silent = quiet(known.rest, last, day, LONG)
        if not silent or not outcome.status.well:
            return None
        return Status.AT_RISK, Silent((day - last).days, ever=start is None or last > start)
    if known.measure.kind is Kind.HABIT and has_enough(outcome.rhythm):
        return None
    per = known.goal.measurable.per if known.goal.measurable else None
    if quiet(known.rest, heard, day, LENGTH[per] if per else 7):
        return Status.NO_DATA, Silent((day - heard).days, ever=known.heard is not None)
    if start and (day - start).days < grey_days(start, known.due):
        whole = (known.due - start).days + 1 if known.due else None
        return Status.TOO_EARLY, Young((day - start).days + 1, whole)
    return None
