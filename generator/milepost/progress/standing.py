"""One goal on a day: how it is counted, how it stands, and all else that the report says of it.

In: what is known of the goal. Out: a `Standing`.
"""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from typing import assert_never

from milepost.journal.words import Kind
from milepost.progress.changes import changes
from milepost.progress.closing import closing_of, doubted
from milepost.progress.count_and_level import by_way
from milepost.progress.hours import hours_by_week
from milepost.progress.known import Known
from milepost.progress.marks import marks_passed
from milepost.progress.outcome import Outcome
from milepost.progress.reasons import Cause, FarFromStart, Illegible, NoForecast, PastAtFirst
from milepost.progress.rhythm import by_rhythm
from milepost.progress.rollup import by_goals
from milepost.progress.series import bounded, counted
from milepost.progress.steps import by_milestones, by_tasks
from milepost.progress.values import Child, Figures, Standing, Status
from milepost.progress.verdict import Verdict, settled, waiting
from milepost.progress.yes_no import by_yes_or_no

_UNJUDGED = {Status.TOO_EARLY, Status.UNREAD, Status.NO_DATA, Status.OVERDUE}


def outcome_of(known: Known) -> Outcome:
    """What the goal's family of measures finds out about it."""
    if known.unread:
        return Outcome(status=Status.UNREAD, reason=Illegible())
    if known.past_at_first is not None:
        return Outcome(status=Status.UNREAD, reason=PastAtFirst(known.past_at_first))
    if known.past_whole is not None:
        first = known.readings[0].value
        return Outcome(status=Status.UNREAD, reason=PastAtFirst(first, known.past_whole))
    if known.far_from_start is not None:
        return Outcome(status=Status.UNREAD, reason=FarFromStart(known.far_from_start))
    match known.measure.kind:
        case Kind.COUNT | Kind.LEVEL:
            return by_way(known)
        case Kind.HABIT | Kind.LIMIT | Kind.RANGE | Kind.AVERAGE:
            return by_rhythm(known)
        case Kind.MILESTONES:
            return by_milestones(known)
        case Kind.TASKS:
            return by_tasks(known)
        case Kind.YES_NO:
            return by_yes_or_no(known)
        case Kind.GOALS:
            return by_goals(known)
    assert_never(known.measure.kind)


def standing(known: Known) -> Standing:
    """Where a goal stands, and why."""
    goal, day, found = known.goal, known.day, outcome_of(known)
    status, reason = _verdict(known, found)
    figures = {one.name: getattr(found, one.name) for one in fields(Figures)}
    has_progress = found.progress is not None and known.measure.kind is not Kind.YES_NO
    if status is Status.ACHIEVED and not has_progress:
        figures["progress"] = 1.0
    if not status.living and (found.forecast or not found.no_forecast):
        cause = Cause.PAUSED if status is Status.PAUSED else Cause.CLOSED
        figures |= {"forecast": None, "no_forecast": NoForecast(cause)}
    if not status.living or status in _UNJUDGED:
        figures["way_back"] = None
    chance = found.forecast.probability if found.forecast else None
    latest = max(known.confidences, key=lambda mark: mark.day, default=None)
    confidence = latest.value if latest else goal.achievable.confidence
    judged = status.living and status not in _UNJUDGED
    on, closed_on = found.trajectory, _closed_on(known, found, status)
    last = on.series.last if on else None
    told = counted(known.readings, bounded(known.measure.from_ or 0.0), known.until, known.counted)
    slips = [doubt.point.reading for doubt in found.doubts if doubt.point.reading]
    ends = found.from_, found.to
    heard = last.day if last else known.readings[-1].day if known.readings else None
    return Standing(
        goal=goal,
        day=day,
        kind=known.measure.kind,
        status=status,
        reason=reason,
        start=known.start,
        counts_from_journal=known.counts_from_journal,
        due=known.due,
        next_milestone=known.road.next,
        late_milestones=tuple(late.milestone for late in known.road.late),
        children=known.children,
        served_by=tuple(_child(child) for child in known.served_by),
        said=known.said,
        changes=changes(known.versions, on.target.eased if on else frozenset()),
        hours=hours_by_week(known, status.living, closed_on),
        confidence=confidence,
        doubted=judged and doubted(confidence, chance),
        closed_on=closed_on,
        closing=closing_of(goal, day, known.confidences, status, figures["progress"], on),
        last_reading=min(heard, day) if heard else None,
        told=told,
        marks=marks_passed(known.versions, told, known.start, ends, slips) if on else (),
        **figures,
    )


def _verdict(known: Known, found: Outcome) -> Verdict:
    """What is settled at once, else what keeps it open, else what the family says."""
    at_once = settled(known, found)
    if at_once:
        return at_once
    stays = found.status is Status.UNREAD or known.measure.kind is Kind.GOALS
    open_ = None if stays else waiting(known, found)
    return open_ or (found.status, found.reason)


def _closed_on(known: Known, found: Outcome, status: Status) -> date | None:
    """The day on which a goal was closed; None of one that is not, or where nobody knows.

    That is the day that its author names, else the one on which it was reached, else the due date.
    A goal that is called done before that without a day was closed when it was last heard of.
    """
    if status.living or status in {Status.PAUSED, Status.SOMEDAY}:
        return None
    declared = known.goal.status
    if declared.is_.closed and declared.since:
        return declared.since
    if status is Status.ACHIEVED and found.met and found.reached:
        return found.reached
    if known.due and known.due <= known.day:
        return known.due
    return max((day for day in (known.heard, *known.words) if day), default=None)


def _child(child: Standing) -> Child:
    return Child(
        child.goal.id, child.title, child.status, child.progress is not None, child.goal.weight
    )
