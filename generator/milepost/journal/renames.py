"""Goals that were renamed: their old ids lead to them, and a wrong id to the goal that was meant.

In: goals with their `aliases`, entries as read. Out: the same with every old id replaced by the
goal's own, so that nothing after this knows of old ones; findings; the id that was likely meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from milepost.addresses import slug, spelled
from milepost.findings import Finding, Place
from milepost.journal import faults
from milepost.journal.commas import as_pointed
from milepost.journal.model import BY_GOAL, Entry, Goal
from milepost.journal.numbers import Misread, in_digits
from milepost.journal.scalars import nearest
from milepost.journal.shortforms import bare_id, parse_advance
from milepost.journal.values import Advance

_ENOUGH = 0.6
"""The part of an id's words that a goal must have to be the one that was meant."""


def with_own_ids(
    goals: tuple[Goal, ...], entries: list[Entry]
) -> tuple[tuple[Goal, ...], list[Entry], list[Finding]]:
    """Goals and entries in which each goal is called by its id and by no alias."""
    names, findings = _own_ids(goals)
    names |= _loosely(goals, entries, names)
    if not names:
        return goals, entries, findings
    goals = tuple(_goal(goal, names) for goal in goals)
    for index, entry in enumerate(entries):
        entries[index], more = _entry(entry, names)
        findings += more
    return goals, entries, findings


def with_numbers_on_top(
    goals: tuple[Goal, ...], entries: list[Entry], findings: list[Finding], language: str
) -> tuple[list[Entry], list[Finding]]:
    """Entries in which a number under a goal's own name (`books: 1`) is one of its `progress`.

    So is one of a key that nobody reads (F202), which is then told no more; what another tool
    keeps under such a name stays its own. One number that could mean two is asked about, as in
    `progress`. `language` is the journal's, in which numbers are written.
    """
    ids = {name: goal.id for goal in goals for name in (*goal.aliases, goal.id)}
    unknown = {
        (one.place.path, key): one
        for one in findings
        if one.code == faults.unknown_key.rule.code
        for key in re.findall("“(.+?)”", one.message)[:1]
    }
    if not unknown:
        return entries, findings
    put = as_pointed(language)
    read: list[Finding] = []
    asked: list[Finding] = []
    for index, entry in enumerate(entries):
        held, places, extra = dict(entry.progress), dict(entry.places), dict(entry.extra)
        for key, value in entry.extra.items():
            id_, told = ids.get(bare_id(key), ""), unknown.get((entry.path, key))
            if not (id_ and told and isinstance(value, str) and value.strip()) or id_ in held:
                continue
            number = parse_advance(put(value))
            if isinstance(number, Misread) and number.about == "number" and _is_one(value):
                asked.append(faults.not_a_number(told.place, number.message, number.help))
                read.append(told)
            elif isinstance(number, Advance):
                held[id_], places[f"progress.{id_}"] = number, told.place
                del extra[key]
                read.append(told)
        if len(extra) < len(entry.extra):
            entries[index] = replace(entry, progress=held, places=places, extra=extra)
    return entries, [*(one for one in findings if one not in read), *asked]


def _is_one(text: str) -> bool:
    """Whether a text holds one number: several are another tool's, or words."""
    return len(re.findall("[0-9][0-9.,]*", text)) == 1


def _loosely(
    goals: tuple[Goal, ...], entries: list[Entry], names: Mapping[str, str]
) -> dict[str, str]:
    """The goal of each name in entries that is a goal's id or title but for spaces and signs.

    A title is taken as it is written: one with hyphens may be an old id, which is asked about.
    """
    known = {goal.id for goal in goals} | names.keys()
    said = {id_ for entry in entries for id_ in entry.named} - known
    loose: dict[str, set[str]] = {}
    for goal in goals if said else ():
        for name in (slug(goal.id).replace("_", "-"), spelled(goal.title)):
            loose.setdefault(name, set()).add(goal.id)
    found = {id_: {slug(id_).replace("_", "-"), id_} for id_ in said}
    named = {id_: set().union(*(loose.get(n, set()) for n in found[id_])) for id_ in said}
    return {id_: min(ids) for id_, ids in named.items() if len(ids) == 1 and slug(id_)}


def meant(wrong: str, goals: Iterable[Goal]) -> tuple[str, bool]:
    """The id of the goal that a wrong id likely means, and whether it looks like an old name.

    A slip of the pen is near an id, an alias or a title by its letters; an old name shares most of
    its words with the id, the title and the unit of one goal, and with no other as many.
    """
    goals = tuple(goals)
    names = {name: goal.id for goal in goals for name in (*goal.aliases, slug(goal.title))}
    names |= {goal.id: goal.id for goal in goals}
    near = names.get(nearest(wrong, names), "")
    if near:
        return near, nearest(wrong, [near]) == ""
    words = _words(wrong)
    shares = sorted(
        ((len(words & _named(goal)) / len(words), goal.id) for goal in goals if words),
        reverse=True,
    )
    alone = len(shares) == 1 or (len(shares) > 1 and shares[0][0] > shares[1][0])
    if alone and shares[0][0] >= _ENOUGH:
        return shares[0][1], True
    return "", False


def _named(goal: Goal) -> set[str]:
    """The words that a goal goes by."""
    measure = goal.measurable
    counted = f"{in_digits(measure.to or 0)} {measure.unit}" if measure else ""
    return _words(" ".join([goal.id, *goal.aliases, goal.title, counted]))


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W_]+", spelled(text)))


def _own_ids(goals: tuple[Goal, ...]) -> tuple[dict[str, str], list[Finding]]:
    """The id of the goal that each alias stands for, where only one can be meant."""
    ids = {goal.id: goal for goal in goals}
    claimed: dict[str, Goal] = {}
    findings: list[Finding] = []
    for goal in goals:
        for index, alias in enumerate(goal.aliases):
            other = ids.get(alias) or claimed.get(alias)
            if other is None:
                claimed[alias] = goal
            elif other is not goal:
                place = goal.at("aliases", index)
                findings.append(faults.alias_taken(place, alias, other.id, other.path))
    doubted = {alias for alias in claimed if sum(alias in goal.aliases for goal in goals) > 1}
    names = {alias: goal.id for alias, goal in claimed.items() if alias not in doubted}
    return names, findings


def _goal(goal: Goal, names: Mapping[str, str]) -> Goal:
    def own(name: str, value: Any) -> Any:
        if name == "relevant":
            serves = dict.fromkeys(names.get(id_, id_) for id_ in value.serves)
            return replace(value, serves=tuple(serves))
        return names.get(value, value) if name == "replaced_by" else value

    return replace(
        goal,
        relevant=own("relevant", goal.relevant),
        replaced_by=own("replaced_by", goal.replaced_by),
        changes=tuple(
            replace(change, before=tuple((name, own(name, was)) for name, was in change.before))
            for change in goal.changes
        ),
    )


def _entry(entry: Entry, names: Mapping[str, str]) -> tuple[Entry, list[Finding]]:
    """An entry with its numbers under the goals' own ids; the first counts where one has two."""
    held = {name: getattr(entry, name) for name in BY_GOAL}
    if not any(id_ in names for by_goal in held.values() for id_ in by_goal):
        return entry, []
    findings: list[Finding] = []
    places = dict(entry.places)
    for field, by_goal in held.items():
        kept: dict[str, Any] = {}
        for id_, value in by_goal.items():
            own = names.get(id_, id_)
            if own in kept:
                place, first = entry.at(field, id_), places.get(f"{field}.{own}", Place(entry.path))
                findings.append(faults.equal_keys(place, own, first.line))
                continue
            kept[own] = value
            if own != id_:
                places |= _moved(entry.places, f"{field}.{id_}", f"{field}.{own}")
        held[field] = kept
    return replace(entry, places=places, **held), findings


def _moved(places: Mapping[str, Place], old: str, new: str) -> dict[str, Place]:
    """The places below one name, below another."""
    return {
        new + name[len(old) :]: place
        for name, place in places.items()
        if name == old or name.startswith(f"{old}.")
    }
