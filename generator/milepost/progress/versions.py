"""A goal as it was: each change says what held before it, so the versions are laid bare again.

In: a goal. Out: its versions with the days from which they held, and how it is counted.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date
from functools import cache

from milepost.journal.model import Goal
from milepost.journal.values import Change, Measure
from milepost.journal.words import Kind

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
    held = goal
    for version in versions(goal):
        if version.since is None or version.since <= day:
            held = version.goal
    return held


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
