"""The journal measured on a day.

In: a journal as known on the day, and the day. Out: a `Report` with a standing for each goal.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import partial

from milepost.journal.model import Goal, Journal, Mention, Reading
from milepost.journal.remembered import Memory, unless_changed
from milepost.progress.known import Known, until_due
from milepost.progress.report import Report
from milepost.progress.standing import standing
from milepost.progress.values import Said, Standing
from milepost.progress.versions import from_first


def measure(journal: Journal, day: date, memory: Memory | None = None) -> Report:
    """Where every goal of a journal stands on a day, and why.

    The journal is to be as it was known on the day; a reading, a mark or an entry of a later day
    that it still holds is left out here. Nothing in it makes this function raise. `memory` holds
    where the goals stood when they were last measured.
    """
    readings: defaultdict[str, list[Reading]] = defaultdict(list)
    for reading in journal.readings:
        if reading.since <= day:
            readings[reading.goal].append(reading)
    hours, skips = _by_goal(journal.hours, day), _by_goal(journal.skips, day)
    confidences = _by_goal(journal.confidences, day)
    goals = {goal.id: goal for goal in journal.goals}
    children = _children(goals)
    said, begins = _said(journal, day), _begins(journal, day)
    done: dict[str, Standing] = {}
    for id_ in _children_first(children):
        goal, replacing = goals[id_], goals.get(goals[id_].replaced_by)
        heard = until_due(readings[id_], goal.time_bound.due)
        known = Known(
            goal=from_first(goal, heard),
            day=day,
            readings=heard,
            hours=tuple(hours[id_]),
            skips=tuple(skips[id_]),
            confidences=tuple(confidences[id_]),
            children=tuple(children[id_]),
            served_by=tuple(done[child] for child in children[id_] if child in done),
            said=said.get(id_),
            replaced_title=replacing.title if replacing else "",
            week_starts=journal.settings.week_starts,
            journal_begins=begins,
        )
        given = (known, known.goal.whole, [reading.place for reading in heard])
        done[id_] = unless_changed(memory, ("standing", id_), given, partial(standing, known))
    return Report(day=day, journal=journal, standings={id_: done[id_] for id_ in sorted(done)})


def _begins(journal: Journal, day: date) -> date | None:
    """The day of the first entry that is known by a day, or the Monday of its week."""
    days = (one.date_ or (one.week.monday if one.week else one.day) for one in journal.entries)
    return min((one for one in days if one <= day), default=None)


def _children(goals: Mapping[str, Goal]) -> dict[str, list[str]]:
    """The ids of the goals that serve each goal, sorted."""
    found: dict[str, list[str]] = {id_: [] for id_ in goals}
    for id_ in sorted(goals):
        for served in dict.fromkeys(goals[id_].relevant.serves):
            if served in goals and served != id_:
                found[served].append(id_)
    return found


def _by_goal(marks: Iterable[Mention], day: date) -> defaultdict[str, list[Mention]]:
    found: defaultdict[str, list[Mention]] = defaultdict(list)
    for mark in marks:
        if mark.since <= day:
            found[mark.goal].append(mark)
    return found


def _said(journal: Journal, day: date) -> dict[str, Said]:
    """The author's own words on each goal, the latest that are known."""
    found: dict[str, Said] = {}
    for entry in sorted(journal.entries, key=lambda e: (e.day, e.path)):
        begun = entry.date_ or (entry.week.monday if entry.week else entry.day)
        if begun > day:
            continue
        for id_, advance in entry.progress.items():
            if advance.status:
                found[id_] = Said(min(entry.day, day), advance.status, advance.because)
    return found


def _children_first(children: Mapping[str, Sequence[str]]) -> list[str]:
    """Ids in an order in which a goal comes after those that serve it; circles are cut by id."""
    order: dict[str, None] = {}
    for root in sorted(children):
        path = [(root, iter(children[root]))]
        open_ = {root}
        while path and root not in order:
            id_, rest = path[-1]
            child = next((c for c in rest if c not in order and c not in open_), None)
            if child is None:
                order[id_] = None
                open_.discard(id_)
                path.pop()
            else:
                open_.add(child)
                path.append((child, iter(children[child])))
    return list(order)
