"""The goals that a command was asked about by name.

In: the words that were typed, and a journal. Out: goals; or an end in words, with the one that was
most likely meant.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from difflib import get_close_matches
from pathlib import PurePath

from milepost.addresses import spelled
from milepost.cli.shared import MISUSED, Stop
from milepost.findings import Finding
from milepost.journal.model import Goal
from milepost.journal.scalars import nearest
from milepost.journal.shortforms import bare_id


def chosen(names: Iterable[str], goals: Iterable[Goal]) -> tuple[Goal, ...]:
    """The goals of these names: an id, one that it had before, a title, or the goal's file.

    Raises Stop for a name that none of them has.
    """
    known: dict[str, Goal] = {}
    for goal in goals:
        for name in (goal.id, *goal.aliases, goal.title):
            known.setdefault(spelled(name), goal)
    return tuple(_named(name, known) for name in names)


def _named(name: str, known: dict[str, Goal]) -> Goal:
    for spelling in (spelled(name), bare_id(PurePath(name).as_posix())):
        if spelling in known:
            return known[spelling]
    near = nearest(spelled(name), known)
    if near:
        remedy = f"did you mean {known[near].id}?"
    else:
        remedy = "see all goals with: milepost status --all"
    raise Stop(f"no goal, and no folder, is called {name}", remedy, MISUSED)


def id_of(asked: str, known: Iterable[str]) -> str:
    """The id among those known that was asked for with `--goal`. Raises Stop where none is it."""
    ids = {spelled(id_): id_ for id_ in known}
    found = ids.get(spelled(asked))
    if found is None:
        near = get_close_matches(spelled(asked), ids, 1) or sorted(ids)[:5]
        names = ", ".join(ids[one] for one in near) or "none"
        raise Stop(f"no goal here is called “{asked}”", f"there is: {names}", MISUSED)
    return found


def only(findings: Sequence[Finding], goals: Collection[Goal]) -> tuple[Finding, ...]:
    """The findings in the files of these goals."""
    paths = {goal.path for goal in goals}
    return tuple(finding for finding in findings if finding.place.path in paths)
