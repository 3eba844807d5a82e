"""Every action of a journal on a day: what there is to do, by when, for whom, what became of it.

In: a gated journal as of the day, the goals that are alive. Out: `Actions`. A check box is an
action; the same words in the entries of several weeks are one that was carried over, until it is
ticked or cancelled.
"""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property
from urllib.parse import unquote

from milepost.addresses import spelled
from milepost.journal.actions import compared
from milepost.journal.model import Document, Entry, Journal, Review
from milepost.journal.values import Signs, Task, Week
from milepost.journal.whole import names
from milepost.journal.words import WeekStart
from milepost.progress.calendar import week_of

SOON = timedelta(days=7)
"""What is due within so many days is urgent, and what is overdue."""
WEEKS = 12
"""So many weeks are counted, up to the running one."""
_LOOKS_BACK = timedelta(days=371)
"""Plans without a sign are looked for in the entries of so many days."""
_SAME = 8
"""After so many weeks without it, the same words are another action."""
_NONE = Signs("")


class Fate(StrEnum):
    """What became of an action."""

    OPEN = "open"
    DONE = "done"
    PUT_OFF = "put off"
    CANCELLED = "cancelled"
    LEFT = "left behind"
    """A plan without a sign that is not among the plans of a newer week."""


@dataclass(frozen=True, slots=True)
class Action:
    """Something to do: where it stands last, and what its signs say.

    `rank` is 1 where it is important, -1 where it may wait; `minutes` its time limit, 0 without
    one. `goals` are ids, in a goal's own text that goal first. `weeks` are those in whose entries
    it stood, in order, `planned` those for which it was planned there: the one after that of a
    weekly entry, the one of a day; none for what stands in a goal, a review or a page. `done` is
    the day on which it was ticked, as far as that is known.
    """

    words: str
    path: str
    line: int
    fate: Fate
    due: date | None = None
    rank: int = 0
    people: tuple[str, ...] = ()
    minutes: int = 0
    goals: tuple[str, ...] = ()
    weeks: tuple[Week, ...] = ()
    planned: tuple[Week, ...] = ()
    done: date | None = None

    @property
    def open(self) -> bool:
        """Whether it is still to be done."""
        return self.fate is Fate.OPEN

    @property
    def carried(self) -> int:
        """How many times it was carried over into the entries of another week."""
        return max(0, len(self.weeks) - 1)

    def over(self, day: date) -> int:
        """How many days it is overdue on a day; 0 where it is not, or has no day."""
        return max(0, (day - self.due).days) if self.open and self.due else 0

    def urgent(self, day: date) -> bool:
        """Whether it is due within seven days, or overdue."""
        return self.open and self.due is not None and self.due <= day + SOON


@dataclass(frozen=True, slots=True)
class WeekOfActions:
    """What was planned for a week and done in it, and how much of it had come from weeks before."""

    week: Week
    planned: int
    done: int
    carried: int


@dataclass(frozen=True)  # without slots: what is asked for is worked out once
class Actions:
    """All actions of a journal on a day: those of entries by week, then those of other files."""

    day: date
    week: Week
    week_starts: WeekStart
    all: tuple[Action, ...]

    @cached_property
    def open(self) -> tuple[Action, ...]:
        """What is to be done: by due day, the important first, else as it was found."""
        return tuple(sorted((one for one in self.all if one.open), key=_urgency))

    @cached_property
    def overdue(self) -> tuple[Action, ...]:
        """What should have been done before the day, the longest overdue first."""
        return tuple(one for one in self.open if one.over(self.day))

    @cached_property
    def by_goal(self) -> Mapping[str, tuple[Action, ...]]:
        """What is open for each goal that has anything open, by its id."""
        found: dict[str, list[Action]] = {}
        for one in self.open:
            for goal in one.goals:
                found.setdefault(goal, []).append(one)
        return {goal: tuple(actions) for goal, actions in found.items()}

    def done_since(self, first: date) -> tuple[Action, ...]:
        """What was ticked on a day or later, the latest first."""
        done = [one for one in self.all if one.done and first <= one.done <= self.day]
        return tuple(sorted(done, key=lambda one: one.done or first, reverse=True))

    def weeks(self, count: int = WEEKS) -> tuple[WeekOfActions, ...]:
        """The last weeks up to the running one, each with what was planned for it and done in it.

        Planned for a week is what an entry planned for it, what was due in it, and what was done
        in it; what was cancelled is not counted.
        """
        wanted = [self.week.plus(back) for back in range(1 - count, 1)]
        planned, done, carried = Counter[Week](), Counter[Week](), Counter[Week]()
        for one in self.all:
            if one.fate is Fate.CANCELLED:
                continue
            at = set(one.planned)
            if one.due and one.due <= self.day:
                at.add(Week.of(one.due, self.week_starts))
            if one.done:
                ticked = Week.of(one.done, self.week_starts)
                at = {week for week in at if week <= ticked} | {ticked}
                done[ticked] += 1
            planned.update(at)
            carried.update(at - {min(at, default=None)})
        return tuple(WeekOfActions(w, planned[w], done[w], carried[w]) for w in wanted)


@dataclass(slots=True)
class _Run:
    """An action while the entries are read: its last box, where that stands, its weeks so far."""

    task: Task
    path: str
    weeks: list[Week] = field(default_factory=list)
    planned: list[Week] = field(default_factory=list)
    fate: Fate = Fate.OPEN
    done: date | None = None


def actions(
    journal: Journal, entries: Sequence[Entry], day: date, week: Week, living: Collection[str]
) -> Actions:
    """All actions on a day.

    `entries` are those of the journal, the earliest first; `week` is the running one; `living` are
    the goals that are being worked on: the open boxes of others are none.
    """
    known = {name: goal.id for goal in journal.goals for name in names([goal])}
    found = [_action(run, known) for run in _runs(entries, day)]
    for goal in journal.goals:
        own = (_of_goal(goal.id, one) for one in _elsewhere(goal, known, day))
        found += [one for one in own if goal.id in living or not one.open]
    latest = {_rhythm(review): review for review in journal.reviews}
    for review in journal.reviews:
        found += _elsewhere(review, known, day, fresh=latest[_rhythm(review)] is review)
    for document in (*journal.pages, *journal.log, journal.profile):
        found += _elsewhere(document, known, day)
    return Actions(day, week, journal.settings.week_starts, tuple(found))


def _runs(entries: Sequence[Entry], day: date) -> list[_Run]:
    """The actions of the entries, in the order in which they were first written."""
    found: list[_Run] = []
    open_: dict[tuple[str, int], _Run] = {}
    since = day - _LOOKS_BACK
    for entry in entries:
        boxes = entry.once(_signed_boxes if entry.day < since else _boxes_by_words)
        if not boxes:
            continue
        again: Counter[str] = Counter()
        for words, task in boxes:
            again[words] += 1
            key, week = (words, again[words]), week_of(entry)
            run = open_.get(key)
            if run is None or not _goes_on(run, week):
                run = open_[key] = _Run(task, entry.path)
                found.append(run)
            run.task, run.path = task, entry.path
            if week not in run.weeks:
                run.weeks.append(week)
            run.fate, run.done = _fate(task, day, entry.day)
            if run.fate is not Fate.DONE:
                run.planned.append(week if entry.date_ else week.plus(1))
            if run.fate in {Fate.DONE, Fate.CANCELLED}:
                del open_[key]
    latest = max((run.weeks[-1] for run in found), default=None)
    for run in found:
        if run.fate is Fate.OPEN and run.weeks[-1] != latest and not _tracked(run.task):
            run.fate = Fate.LEFT
    return found


def _rhythm(review: Review) -> int:
    """Whether a review is of a year, a quarter or a month, by the days that these have."""
    return (review.end - review.start).days // 32


def _boxes(document: Document) -> tuple[Task, ...]:
    """The check boxes of a document, those in which there is nothing to do last."""
    return (*document.outline.tasks, *document.outline.put_off)


def _boxes_by_words(entry: Entry) -> list[tuple[str, Task]]:
    """The check boxes of an entry that have words, with these as they are compared."""
    found = ((compared(task), task) for task in _boxes(entry))
    return [(words, task) for words, task in found if words]


def _signed_boxes(entry: Entry) -> list[tuple[str, Task]]:
    """Those among them that have signs."""
    return [(words, task) for words, task in entry.once(_boxes_by_words) if task.signs]


def _goes_on(run: _Run, week: Week) -> bool:
    """Whether the same words in a later week are the same action."""
    return _tracked(run.task) or week <= run.weeks[-1].plus(_SAME)


def _tracked(task: Task) -> bool:
    """Whether an action says by a sign that it is one, and is open until somebody closes it."""
    signs = task.signs or _NONE
    return bool(signs.due or signs.rank > 0 or signs.people) or task.state == "important"


def _fate(task: Task, day: date, ticked: date | None) -> tuple[Fate, date | None]:
    """What became of a box on a day, and when; one that was ticked later is still open."""
    if task.state == "cancelled":
        return Fate.CANCELLED, None
    if task.state == "moved":
        return Fate.PUT_OFF, None
    if not task.done:
        return Fate.OPEN, None
    done = (task.signs.done if task.signs else None) or task.done_on or ticked
    return (Fate.OPEN, None) if done and done > day else (Fate.DONE, done)


def _elsewhere(
    document: Document, known: Mapping[str, str], day: date, *, fresh: bool = True
) -> Iterator[Action]:
    """The actions of a file that is no entry; of one that is not `fresh`, those with a sign."""
    for task in _boxes(document):
        if not task.words.strip():
            continue
        fate, done = _fate(task, day, None)
        if fate is Fate.OPEN and not fresh and not _tracked(task):
            fate = Fate.LEFT
        yield _action(_Run(task, document.path, fate=fate, done=done), known)


def _action(run: _Run, known: Mapping[str, str]) -> Action:
    """An action with its goal; a tag or a link behind the words that names none is one of them."""
    task, signs = run.task, run.task.signs
    if signs is None:
        important = int(task.state == "important")
        return Action(
            task.words, run.path, task.line, run.fate, rank=important, weeks=tuple(run.weeks),
            planned=tuple(run.planned), done=run.done,
        )  # fmt: skip
    goals = {name: _goal(name, known) for name in (*signs.named, *signs.links)}
    words = [signs.words, *(name.strip("[]") for name in signs.named if not goals[name])]
    return Action(
        words=" ".join(words),
        path=run.path,
        line=task.line,
        fate=run.fate,
        due=signs.due[0] if signs.due else None,
        rank=signs.rank or int(task.state == "important"),
        people=signs.people,
        minutes=signs.minutes,
        goals=tuple(dict.fromkeys(filter(None, goals.values()))),
        weeks=tuple(run.weeks),
        planned=tuple(run.planned),
        done=run.done,
    )


def _of_goal(id_: str, action: Action) -> Action:
    return replace(action, goals=tuple(dict.fromkeys((id_, *action.goals))))


def _goal(name: str, known: Mapping[str, str]) -> str:
    """The goal that a tag or a link means, as written, if it means one."""
    bare = unquote(name.strip("[]#").partition("#")[0]).removesuffix(".md")
    return known.get(spelled(posixpath.basename(bare)), "")


def _urgency(action: Action) -> tuple[date, int]:
    return action.due or date.max, -action.rank
