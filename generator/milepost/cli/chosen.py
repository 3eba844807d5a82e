"""The goals that a command was asked about by name.

In: the words that were typed, and a journal. Out: goals; or an end in words, with the one that was
most likely meant.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from difflib import get_close_matches
from pathlib import PurePath

from milepost.addresses import spelled
from milepost.cli.asking import YES, answer_to, may_ask
from milepost.cli.shared import MISUSED, Stop
from milepost.findings import Finding
from milepost.journal.model import Goal
from milepost.journal.renames import meant
from milepost.journal.scalars import nearest
from milepost.journal.shortforms import bare_id
from milepost.journal.words import State
from milepost.progress.achievements import Choice
from milepost.progress.report import Report

_SEE = "see all goals with: milepost status --all"


def chosen(names: Iterable[str], goals: Iterable[Goal]) -> tuple[Goal, ...]:
    """The goals of these names: an id, one that it had before, a title, or the goal's file.

    Raises Stop for a name that none of them has.
    """
    known = _by_name(goals)
    return tuple(_named(name, known) for name in names)


def _by_name(goals: Iterable[Goal]) -> dict[str, Goal]:
    known: dict[str, Goal] = {}
    for goal in goals:
        for name in (goal.id, *goal.aliases, goal.title):
            known.setdefault(spelled(name), goal)
    return known


def _named(name: str, known: dict[str, Goal]) -> Goal:
    if goal := _exactly(name, known):
        return goal
    near = nearest(spelled(name), known)
    remedy = f"did you mean {known[near].id}?" if near else _SEE
    raise Stop(f"no goal, and no folder, is called {name}", remedy, MISUSED)


def _exactly(name: str, known: dict[str, Goal]) -> Goal | None:
    spellings = (spelled(name), bare_id(PurePath(name).as_posix()))
    return next((known[one] for one in spellings if one in known), None)


def completed(name: str, goals: Iterable[Goal]) -> Goal:
    """The goal of this name, or the one active goal of which it is the beginning or some words.

    In a terminal the person is asked whether a goal that is near was meant. Raises Stop for a name
    of no goal, and of several.
    """
    goals = tuple(goals)
    if goal := _exactly(name, _by_name(goals)):
        return goal
    active = [goal for goal in goals if goal.status.is_ is State.ACTIVE]
    begun = [goal for goal in active if goal.id.startswith(spelled(name))]
    found = begun or [goal for goal in active if _has_words(goal, name)]
    if len(found) == 1:
        return found[0]
    if found:
        ids = ", ".join(goal.id for goal in found)
        raise Stop(f"“{name}” may be {ids}", "write more of its id", MISUSED)
    near, _ = meant(spelled(name), goals)
    question = f"No goal is called {name}. Did you mean {near}? yes or no"
    if near and may_ask() and answer_to(question) in YES:
        return next(goal for goal in goals if goal.id == near)
    remedy = f"did you mean {near}?" if near else _SEE
    raise Stop(f"no goal is called {name}", remedy, MISUSED)


def _has_words(goal: Goal, name: str) -> bool:
    """Whether each word of a name begins one of a goal's id, title or earlier ids."""
    own = _words(" ".join((goal.id, goal.title, *goal.aliases)))
    said = _words(name)
    return bool(said) and all(any(one.startswith(word) for one in own) for word in said)


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", spelled(text))


def id_of(asked: str, known: Iterable[str]) -> str:
    """The id among those known that was asked for with `--goal`. Raises Stop where none is it."""
    ids = {spelled(id_): id_ for id_ in known}
    found = ids.get(spelled(asked))
    if found is None:
        near = get_close_matches(spelled(asked), ids, 1) or sorted(ids)[:5]
        names = ", ".join(ids[one] for one in near) or "none"
        raise Stop(f"no goal here is called “{asked}”", f"there is: {names}", MISUSED)
    return found


def choice_of(
    goals: Sequence[str], areas: Sequence[str], tags: Sequence[str], report: Report
) -> Choice:
    """What was asked for by goals, life areas and tags: whatever is of any of them.

    Raises Stop where nothing that the report holds has such a name.
    """
    every = [standing.goal for standing in report.standings.values()]
    ids = {id_of(asked, report.standings) for asked in goals}
    wanted = {_known(asked, (goal.area for goal in every), "area") for asked in areas}
    used = [tag for goal in every for tag in goal.tags]
    used += [tag for entry in report.entries for tag in entry.tags]
    used += [tag for record in report.records.every for tag in record.tags]
    tagged = {_known(asked, used, "tag") for asked in tags}
    ids |= {goal.id for goal in every if goal.area and spelled(goal.area) in wanted}
    ids |= {goal.id for goal in every if tagged & set(map(spelled, goal.tags))}
    return Choice(frozenset(ids), frozenset(tagged), bool(goals or areas or tags))


def _known(asked: str, names: Iterable[str], what: str) -> str:
    """An area or a tag as it is compared. Raises Stop where there is no such one."""
    known = {spelled(name): name for name in names if name}
    if spelled(asked) in known:
        return spelled(asked)
    near = get_close_matches(spelled(asked), known, 1) or sorted(known)[:5]
    there = ", ".join(known[one] for one in near) or "none"
    raise Stop(f"no {what} here is called “{asked}”", f"there is: {there}", MISUSED)


def only(findings: Sequence[Finding], goals: Collection[Goal]) -> tuple[Finding, ...]:
    """The findings in the files of these goals."""
    paths = {goal.path for goal in goals}
    return tuple(finding for finding in findings if finding.place.path in paths)
