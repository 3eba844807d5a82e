"""Milestones and tasks: weight done of weight in all, step by step and without a rate.

In: what is known of a goal. Out: its `Outcome`; and the status of any goal without a rate.
"""

from __future__ import annotations

from datetime import date

from milepost.journal.words import Kind
from milepost.progress.known import Known
from milepost.progress.milestones import is_done
from milepost.progress.outcome import Outcome
from milepost.progress.reasons import (
    Cause,
    NoForecast,
    NothingDone,
    NothingLate,
    NothingToCount,
    Reason,
    StepLate,
)
from milepost.progress.values import Status, Tally

_WEIGHT = "weight"
"""What is counted where the milestones of a goal weigh differently."""

SOON = 14
"""With nothing done so many days before the end, or fewer, a goal is at risk."""


def by_milestones(known: Known) -> Outcome:
    """A goal counted by its milestones, each by its weight."""
    road, steps = known.road, known.goal.milestones
    expected = road.due if road.due is not None and road.whole > 0 else None
    return _outcome(
        known,
        Kind.MILESTONES,
        Tally(sum(is_done(step, known.day) for step in steps), len(steps)),
        done=road.done,
        whole=road.whole,
        expected=expected,
        reached=max((step.done_on for step in steps if step.done_on), default=None),
    )


def by_tasks(known: Known) -> Outcome:
    """A goal counted by the check boxes in its text; one that was ticked later is still open.

    On which day all were ticked is known where each box says its own.
    """
    tasks, day = known.goal.outline.tasks, known.day
    days = [task.done_on for task in tasks if task.done]
    ticked = [on for on in days if on is None or on <= day]
    return _outcome(
        known,
        Kind.TASKS,
        Tally(len(ticked), len(tasks)),
        done=float(len(ticked)),
        whole=float(len(tasks)),
        reached=max((on for on in ticked if on), default=None) if all(ticked) else None,
    )


def _outcome(
    known: Known,
    kind: Kind,
    tally: Tally,
    *,
    done: float,
    whole: float,
    expected: float | None = None,
    reached: date | None = None,
) -> Outcome:
    begun = done > 0 or known.road.begun
    status, reason = status_by_steps(known, begun=begun) if whole else _EMPTY
    return Outcome(
        status=status,
        reason=reason,
        met=whole > 0 and done / whole >= 1 - 1e-9,
        reached=reached if whole else None,
        from_=0.0,
        to=whole,
        unit=known.measure.unit or (str(kind) if whole == tally.of else _WEIGHT),
        actual=done,
        expected=expected,
        progress=done / whole if whole > 0 else None,
        expected_progress=None if expected is None else expected / whole,
        tally=tally if whole else None,
        no_forecast=NoForecast(Cause.NO_RATE),
    )


_EMPTY = (Status.NO_DATA, NothingToCount())


def status_by_steps(known: Known, *, begun: bool) -> tuple[Status, Reason]:
    """The status of a goal without a rate: by its late milestones, and by the time left.

    It is off track when a milestone is late by more than a quarter of its own span, at risk when
    one is late at all, or when nothing has begun two weeks before the end.
    """
    late = known.road.late
    if late:
        worst = max(late, key=lambda one: one.days)
        status = Status.OFF_TRACK if any(one.beyond for one in late) else Status.AT_RISK
        return status, StepLate(worst.milestone.title, worst.days, len(late) - 1)
    if known.due and not begun and (known.due - known.until).days <= SOON:
        return Status.AT_RISK, NothingDone()
    return Status.ON_TRACK, NothingLate()
