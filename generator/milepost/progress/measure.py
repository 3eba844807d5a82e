"""The journal measured on a day.

In: a journal as known on the day, and the day. Out: a `Report` with a standing for each goal.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from operator import attrgetter

from milepost.journal.model import Journal, Mention, Reading
from milepost.progress.report import Report, Said, Standing
from milepost.progress.standing import Facts, standing


def measure(journal: Journal, day: date) -> Report:
    """Where every goal of a journal stands on a day, and why.

    The journal is to be as it was known on the day; a reading, a mark or an entry of a later day
    that it still holds is left out here. Nothing in it makes this function raise.
    """
    facts = _facts(journal, day)
    done: dict[str, Standing] = {}
    for id_ in _children_first(facts):
        served_by = [done[child] for child in facts[id_].children if child in done]
        done[id_] = standing(facts[id_], served_by)
    return Report(day=day, journal=journal, standings={id_: done[id_] for id_ in sorted(done)})


def _facts(journal: Journal, day: date) -> dict[str, Facts]:
    """What is known of each goal, by its id."""
    readings: defaultdict[str, list[Reading]] = defaultdict(list)
    for reading in journal.readings:
        if reading.since <= day:
            readings[reading.goal].append(reading)
    hours, skips = _by_goal(journal.hours, day), _by_goal(journal.skips, day)
    confidences = _by_goal(journal.confidences, day)
    children: defaultdict[str, list[str]] = defaultdict(list)
    titles = {goal.id: goal.title for goal in journal.goals}
    for goal in journal.goals:
        for served in dict.fromkeys(goal.relevant.serves):
            if served in titles and served != goal.id:
                children[served].append(goal.id)
    said = _said(journal, day)
    return {
        goal.id: Facts(
            goal=goal,
            day=day,
            readings=tuple(sorted(readings[goal.id], key=attrgetter("day"))),
            hours=tuple(hours[goal.id]),
            skips=tuple(skips[goal.id]),
            confidences=tuple(confidences[goal.id]),
            children=tuple(sorted(children[goal.id])),
            said=said.get(goal.id),
            replaced_title=titles.get(goal.replaced_by, ""),
        )
        for goal in journal.goals
    }


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


def _children_first(facts: Mapping[str, Facts]) -> list[str]:
    """Ids in an order in which a goal comes after those that serve it; circles are cut by id."""
    order: dict[str, None] = {}
    for root in sorted(facts):
        path = [(root, iter(facts[root].children))]
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
                path.append((child, iter(facts[child].children)))
    return list(order)
