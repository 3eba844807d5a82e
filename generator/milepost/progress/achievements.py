"""What was achieved in a stretch of days: goals met, numbers moved, milestones, records, hours.

In: a report, two days, and a choice of goals and tags. Out: `Achievements`, the weightiest first.

It is a list of what was reached, not a balance: goals that were closed unmet are not on it.
Whatever is on it is told whole, with what it asked for and how its date moved.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from milepost.addresses import spelled
from milepost.journal.model import Experience, Feedback, Record, Win
from milepost.progress.calendar import weeks_between
from milepost.progress.lookback import (
    Move,
    MovedGoal,
    ReachedMilestone,
    closed,
    hours_by_goal,
    moves,
    reached,
)
from milepost.progress.records import Finish, Thread
from milepost.progress.report import Report
from milepost.progress.values import Standing, Status

_SHUT = {Status.MISSED, Status.DROPPED, Status.REPLACED}
"""Goals that were closed unmet."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What is asked for: everything, or what is of these goals or bears one of these tags.

    `tags` are as `addresses.spelled` spells them.
    """

    goals: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    some: bool = False
    """Whether anything was chosen at all."""

    def goal(self, id_: str) -> bool:
        """Whether a goal is among what is asked for."""
        return not self.some or id_ in self.goals

    def record(self, record: Record, tags: Iterable[str]) -> bool:
        """Whether a record is, by its goals or by these tags."""
        named = {*record.goals, *getattr(record, "revised", ())}
        return not self.some or bool(self.goals & named or self.tags & set(map(spelled, tags)))


@dataclass(frozen=True, slots=True)
class Met:
    """A goal that was met: `days` before its date, negative when after, None without a date.

    `moved` is the date that it first had, where that was put off; `eased` says that anything else
    was made easier on the way, and when last.
    """

    standing: Standing
    day: date
    days: int | None
    moved: date | None = None
    eased: date | None = None


@dataclass(frozen=True, slots=True)
class Learnt:
    """Something learnt from: what belongs to the days as `within`, and when it was finished."""

    thread: Thread
    within: Thread
    finished: Finish | None


@dataclass(frozen=True, slots=True)
class Achievements:
    """What was achieved from `first` to `last`, both included.

    `hours` are those of entries, by goal, the most first. Hours of records are in these records,
    and may be the same ones: they are never added to those of goals.
    """

    first: date
    last: date
    met: tuple[Met, ...] = ()
    moved: tuple[Move, ...] = ()
    steps: tuple[ReachedMilestone, ...] = ()
    wins: tuple[Win, ...] = ()
    feedback: tuple[Feedback, ...] = ()
    learning: tuple[Learnt, ...] = ()
    experiences: tuple[Experience, ...] = ()
    hours: tuple[tuple[str, float], ...] = ()

    @property
    def any(self) -> bool:
        """Whether there is anything to tell."""
        told = (self.met, self.moved, self.steps, self.wins, self.feedback, self.learning)
        return any((*told, self.experiences, self.hours))


def achievements(report: Report, first: date, last: date, choice: Choice) -> Achievements:
    """What was achieved between two days, both included; nothing after the report's day."""
    end = min(last, report.day)
    records = [
        one
        for one in report.records.counted_between(first, end)
        if choice.record(one, _tags(report, one))
    ]
    met = [
        _met(day, standing)
        for day, standing in closed(report, first, end)
        if standing.status is Status.ACHIEVED and choice.goal(standing.goal.id)
    ]
    ids = {one.standing.goal.id for one in met}
    steps = [one for one in reached(report, first, end) if choice.goal(one.goal.id)]
    hours = [
        (id_, both.spent)
        for id_, both in hours_by_goal(report, weeks_between(first, end))
        if both.spent and choice.goal(id_)
    ]
    return Achievements(
        first,
        last,
        met=tuple(sorted(met, key=lambda one: (-one.standing.goal.weight, -one.day.toordinal()))),
        moved=tuple(
            one
            for one in _moved(report, first, end)
            if choice.goal(one.of.goal.id)
            and one.of.goal.id not in ids
            and one.of.status not in _SHUT
        ),
        steps=tuple(steps),
        wins=tuple(one for one in reversed(records) if isinstance(one, Win)),
        feedback=tuple(one for one in reversed(records) if isinstance(one, Feedback)),
        learning=tuple(_learnt(report, first, end, choice)),
        experiences=tuple(
            one for one in reversed(records) if isinstance(one, Experience) and one.kind != "wanted"
        ),
        hours=tuple(hours),
    )


def _met(day: date, standing: Standing) -> Met:
    due = standing.due
    changes = [one for one in standing.changes if one.day <= day]
    was = [one.before for one in changes if one.field == "time_bound.due"]
    first = was[0] if was and isinstance(was[0], date) else None
    later = first if first and due and first < due else None
    eased = [one.day for one in changes if one.eased and one.field != "time_bound.due"]
    days = (due - day).days if due else None
    return Met(standing, day, days, later, max(eased, default=None))


def _moved(report: Report, first: date, last: date) -> Iterable[Move]:
    """The numbers that moved where they should.

    A total or a level went towards its target, by however little; of a habit, a limit, a range or
    an average at least half of the periods that are over were kept.
    """
    ranges = {one.of.goal.id: one for one in _ranges(report, first, last)}
    for one in moves(report, first, last):
        move = ranges.get(one.of.goal.id, one)
        if move.due:
            if move.kept * 2 >= move.due:
                yield move
            continue
        ends = not move.of.kind.facts.banded
        if ends and move.by and (move.by < 0) is move.of.falls:
            yield move


def _ranges(report: Report, first: date, last: date) -> Iterable[Move]:
    """Ranges by their periods: a level that stays where it is has come nowhere, and is kept."""
    for standing in report.standings.values():
        facts = standing.kind.facts
        if standing.rhythm and facts.banded and not facts.averaged:
            over = [one for one in standing.rhythm.judged if first <= one.counted <= last]
            due = sum(one.of for one in over)
            if due:
                kept = sum(one.kept for one in over)
                yield Move(MovedGoal.of(standing), None, None, kept, due)


def _learnt(report: Report, first: date, last: date, choice: Choice) -> Iterable[Learnt]:
    """What was learnt from, the finished first, then by the days on which it was last told."""
    found = []
    for thread in report.records.threads.get("learning", ()):
        chosen = [one for one in thread.records if choice.record(one, _tags(report, one))]
        within = [one for one in chosen if one.counted and first <= one.counted <= last]
        end = thread.finished(report.day)
        finished = end if end and first <= end.day <= last else None
        if chosen and (within or finished):
            found.append(Learnt(thread, replace(thread, records=tuple(within)), finished))
    return sorted(found, key=lambda one: (one.finished is None, -_last(one).toordinal()))


def _last(learnt: Learnt) -> date:
    if learnt.finished:
        return learnt.finished.day
    return max(day for one in learnt.within.records if (day := one.counted))


def _tags(report: Report, record: Record) -> tuple[str, ...]:
    """The tags of a record: its own, and those of the entry whose line it is."""
    entry = report.by_path.get(record.path) if record.line else None
    return (*record.tags, *(entry.tags if entry else ()))
