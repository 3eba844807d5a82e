"""The journal as it was known on a day.

In: a journal and a day. Out: the journal without what came later: entries, readings, changes,
milestones reached. It is what makes a build for a past day honest.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any, TypeVar

from milepost.journal.model import Goal, Journal, Mention, Person, Reading, Record
from milepost.journal.readings import known_from
from milepost.journal.values import Declared, Milestone
from milepost.journal.whole import counting_what_they_list

T = TypeVar("T", Reading, Mention)


def as_of(journal: Journal, day: date) -> Journal:
    """What was known at the end of `day`.

    A weekly entry is known from its Monday on, and its numbers hold on the Sunday or, in the
    running week, on `day`. A review is known from the last week of its period on. When the journal
    goes on after `day`, goals that start later were not known yet, nor records of later days. An
    entry that begins on the day after is there where `begun` says so; its numbers count from that
    day on.
    """
    last = begun(journal, day)
    past = any(known_from(entry) > last for entry in journal.entries)
    goals = tuple(
        _goal(goal, day, past=past)
        for goal in journal.goals
        if not (past and goal.time_bound.start and goal.time_bound.start > day)
    )
    ids = {goal.id for goal in goals}
    goals = tuple(
        replace(
            goal,
            relevant=replace(
                goal.relevant, serves=tuple(id_ for id_ in goal.relevant.serves if id_ in ids)
            ),
        )
        if not ids.issuperset(goal.relevant.serves)
        else goal
        for goal in goals
    )
    return replace(
        journal,
        goals=counting_what_they_list(goals),
        entries=tuple(
            replace(entry, day=day) if entry.day > day else entry
            for entry in journal.entries
            if known_from(entry) <= last
        ),
        reviews=tuple(
            review for review in journal.reviews if review.end - timedelta(days=6) <= day
        ),
        log=tuple(
            one
            for record in journal.log
            if not ((one := record_on(record, day)).day and past and one.day > day)
        ),
        readings=_told(journal.readings, ids, day),
        hours=_told(journal.hours, ids, day),
        spent=_told(journal.spent, ids, day),
        confidences=_told(journal.confidences, ids, day),
        skips=_told(journal.skips, ids, day),
    )


def begun(journal: Journal, day: date) -> date:
    """The last day that has begun where the writer lives, when it is `day` for the machine.

    East of it tomorrow may have begun. Where the settings name no time zone, an entry of tomorrow
    is taken to be of such a day, unless the journal goes on after it: then `day` is a past one.
    """
    if journal.settings.timezone or day == date.max:
        return day
    tomorrow = day + timedelta(days=1)
    latest = max((known_from(entry) for entry in journal.entries), default=day)
    return tomorrow if latest == tomorrow else day


def record_on(record: Record, day: date) -> Record:
    """A record as it was known on a day: whom you meet later, or finish later, is still to come.

    Of a file that says no day of its own it is the last of these that has been.
    """
    later: dict[str, Any] = {
        name: False
        for name in ("done", "thanked")
        if isinstance(then := getattr(record, name, None), date) and then > day
    }
    if isinstance(record, Person) and any(met > day for met in record.met):
        later["met"] = tuple(met for met in record.met if met <= day)
    if not later:
        return record
    known = replace(record, **later)
    dated = record.line or record.day != record.last_day
    return known if dated else replace(known, day=known.last_day)


def _told(told: tuple[T, ...], ids: set[str], day: date) -> tuple[T, ...]:
    return tuple(one.by(day) for one in told if one.since <= day and one.goal in ids)


def _goal(goal: Goal, day: date, *, past: bool) -> Goal:
    """The goal as it was written on a day, as far as its changes tell."""
    earlier: dict[str, Any] = {}
    for change in sorted(goal.changes, key=lambda change: change.date_, reverse=True):
        if change.date_ > day:
            earlier.update(change.before)
    undone = goal.status.since is not None and goal.status.since > day
    if undone and "status" not in earlier:
        earlier |= {"status": Declared(), "grade": None, "replaced_by": ""}
    earlier.setdefault("milestones", goal.milestones)
    earlier["milestones"] = tuple(
        _milestone(milestone, day, past=past) for milestone in earlier["milestones"]
    )
    earlier["readings"] = tuple(noted for noted in goal.readings if noted.date_ <= day)
    earlier["changes"] = tuple(change for change in goal.changes if change.date_ <= day)
    return replace(goal, **earlier)


def _milestone(milestone: Milestone, day: date, *, past: bool) -> Milestone:
    """Not yet reached, if it was reached later; a tick without a day counts from its due date."""
    reached = milestone.done_on or (milestone.due if past and milestone.done else None)
    if milestone.done and reached and reached > day:
        return replace(milestone, done=False)
    return milestone
