"""A goal as it was: each change says what held before it, so the versions are laid bare again.

In: a goal. Out: its versions with the days from which they held, and how it is counted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import cache

from milepost.journal.model import Goal, Reading
from milepost.journal.values import Change, Measure
from milepost.journal.words import Kind, State

_DEFAULT = Measure()


@dataclass(frozen=True, slots=True)
class Version:
    """The goal as it was from a day on; the first version has no day and no change."""

    goal: Goal
    since: date | None = None
    change: Change | None = None


@cache
def _names() -> frozenset[str]:
    return frozenset(f.name for f in fields(Goal))


def versions(goal: Goal) -> tuple[Version, ...]:
    """Every version of a goal, the oldest first; the last is the goal as it is written."""
    if not goal.changes:
        return (Version(goal),)
    found: list[Version] = []
    held = goal
    for change in sorted(goal.changes, key=lambda c: c.date_, reverse=True):
        found.append(Version(held, change.date_, change))
        before = {name: value for name, value in change.before if name in _names()}
        held = replace(held, **before) if before else held
    found.append(Version(held))
    return tuple(reversed(found))


def version_on(goal: Goal, day: date) -> Goal:
    """The goal as it held on a day."""
    return held_on(versions(goal), day)


def held_on(every: Sequence[Version], day: date) -> Goal:
    """The goal as it held on a day, of all its versions, the oldest first."""
    return next(one.goal for one in reversed(every) if one.since is None or one.since <= day)


def last_day(goal: Goal, day: date) -> date:
    """The day up to which a goal is measured: for a closed one the day of its close.

    Where that is not written, its due date, if that is past.
    """
    if not state_on(goal, day).closed:
        return day
    known = [d for d in (goal.status.since, goal.time_bound.due) if d]
    return min(day, known[0]) if known else day


def state_on(goal: Goal, day: date) -> State:
    """What the author says of the goal on a day: before `since` it was active."""
    if goal.status.since and goal.status.since > day:
        return State.ACTIVE
    return goal.status.is_


def from_first(goal: Goal, readings: Sequence[Reading]) -> Goal:
    """A goal that goes so far from its first reading (`lose 7 kg`), with both ends of its way.

    What held before a change goes from the same reading.
    """
    first = readings[0].value if readings else None

    def ended(measure: Measure) -> Measure:
        if measure.by is None or measure.to is not None:
            return measure
        start = measure.from_ if measure.from_ is not None else first
        return measure if start is None else replace(measure, from_=start, to=start + measure.by)

    changes = tuple(
        replace(
            change,
            before=tuple(
                (name, ended(held) if isinstance(held, Measure) else held)
                for name, held in change.before
            ),
        )
        for change in goal.changes
    )
    measure = ended(goal.measurable) if goal.measurable else None
    if measure == goal.measurable and changes == goal.changes:
        return goal
    return replace(goal, measurable=measure, changes=changes)


def measure_of(goal: Goal, has_children: bool = False) -> Measure:
    """How a goal is counted; where nothing is written, by what it has.

    That is: by the goals that serve it, else its milestones, else the tasks in its text, else
    whether it is done.
    """
    if goal.measurable:
        return goal.measurable
    if has_children:
        return replace(_DEFAULT, kind=Kind.GOALS)
    if goal.milestones:
        return replace(_DEFAULT, kind=Kind.MILESTONES)
    if goal.outline.tasks:
        return replace(_DEFAULT, kind=Kind.TASKS)
    return replace(_DEFAULT, kind=Kind.YES_NO)
