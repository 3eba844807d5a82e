"""Records of the practice around the goals: what was learnt, who was met, what was said of it.

In: the lines of an entry under headings of records; the records of files in `content/log/`. Out: a
`Record` for each, and findings. A line is read as the short form of a file: what it says beside its
title is put under the keys of its kind and goes the way of every front matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import islice
from typing import Any

from milepost.addresses import spelled
from milepost.findings import Finding, Place
from milepost.journal import faults
from milepost.journal.commas import as_written, with_points
from milepost.journal.fields import listed, read_fields
from milepost.journal.line_marks import LINKED
from milepost.journal.model import Entry, Feedback, Goal, Journal, Person, Record, Review
from milepost.journal.nodes import Items, Keys, Node, Text, distinct
from milepost.journal.record_kinds import (
    FAMILIES,
    GOALS,
    IN_WORDS,
    days_of,
    parts_of,
    said_of,
    takes_list,
)
from milepost.journal.record_lines import (
    near_key,
    pair_of,
    said_in_part,
    stands_alone,
    stray_of,
    taken_apart,
)
from milepost.journal.renames import meant
from milepost.journal.shortforms import id_of
from milepost.journal.values import Line

_LINK = re.compile(LINKED)
_LAST_LINK = re.compile(rf"(?<=\S),\s+({LINKED})$")


def of_entry(entry: Entry, language: str = "en") -> Iterator[tuple[Record, list[Finding]]]:
    """The records that an entry's lines are, in their order, each with what is to be told of it.

    `language` is the journal's: how it writes tenths tells what a comma is.
    """
    for line in entry.outline.lines:
        for one in _apart(line) if line.family in FAMILIES else ():
            yield _read_line(one, entry, language)


def _apart(line: Line) -> list[Line]:
    """A line, and each item below it that reads as a record of its own, with what is theirs.

    What stands in an item is of the nearest one above it that is a record.
    """
    cls, found, above = FAMILIES[line.family], [replace(line, parts=())], [(0, 0)]
    for text, number, depth in line.parts:
        above = [one for one in above if one[0] < depth]
        if depth % 2 == 0 and stands_alone(cls, text):
            above.append((depth, len(found)))
            found.append(Line(line.family, text, number))
        else:
            of = above[-1][1]
            found[of] = replace(found[of], parts=(*found[of].parts, (text, number, depth)))
    return found


def _read_line(line: Line, entry: Entry, language: str) -> tuple[Record, list[Finding]]:
    cls = FAMILIES[line.family]
    place = _place(entry, line.line)
    said = taken_apart(cls, line.text)
    pairs: list[tuple[Text, Node]] = []
    pairs += ((Text(key, place), Text(value, place)) for key, value in said.pairs)
    findings = [_slip(place, cls, name) for name in said.strays]
    for text, number, _ in line.parts:
        below = _place(entry, number)
        pairs += ((Text(key, below), Text(value, below)) for key, value in said_in_part(cls, text))
        if not pair_of(cls, text) and (stray := stray_of(cls, text)):
            findings.append(_slip(below, cls, stray))
    once, equal = distinct(_gathered_lists(cls, pairs))
    keys = Keys(once, place)
    ours = with_points(cls, keys, language)
    read = read_fields(cls, ours, [])
    own = read.values.get("date_")
    values = {"title": said.title or line.text, "kind": said.kind} | read.values
    record = cls(
        path=entry.path,
        places={"title": place} | read.places,
        unread=frozenset(read.unread),
        visibility=entry.visibility,
        day=own or entry.day,
        week=entry.week if not own and entry.date_ is None else None,
        line=line.line,
        **values,
    )
    return record, [*findings, *equal, *as_written(read.findings, keys, ours)]


def _gathered_lists(cls: type[Record], pairs: list[tuple[Text, Node]]) -> list[tuple[Text, Node]]:
    """The pairs, in which what is said under a key that takes a list is one list."""
    kept: dict[str, tuple[Text, Node]] = {}
    for number, (key, node) in enumerate(pairs):
        if not isinstance(node, Text) or not takes_list(cls, key.value):
            kept[f"{key.value} {number}"] = (key, node)
            continue
        own = listed(date if key.value in days_of(cls) else str, node)
        first, before = kept.get(key.value, (key, Items((), node.place)))
        kept[key.value] = (first, Items((*parts_of(before), *own), before.place))
    return list(kept.values())


def in_tables(document: Entry | Review) -> Iterator[Finding]:
    """The first table that stands where lines are read: those of records, or of decisions."""
    of_records = isinstance(document, Entry)
    read = FAMILIES if of_records else {"decisions"}
    example = "- TITLE; KEY: VALUE" if of_records else "- keep GOAL: REASON"
    told = (line for family, line in document.outline.tables if family in read)
    for line in islice(told, 1):
        yield faults.lines_in_table(_place(document, line), example)


def _place(document: Entry | Review, line: int) -> Place:
    return Place.of_line(document.path, line)


def _slip(place: Place, cls: type[Record], name: str) -> Finding:
    return faults.misspelt_key(place, name, near_key(cls, name))


def with_goals(record: Record, names: Mapping[str, str]) -> Record:
    """A record whose goals are called by their ids.

    `names` gives the id of a goal by each of its names. A line is also for the goals to which it
    links, wherever it does; a link that stands by itself behind the title, or behind what a meeting
    was about, says no more than that. An id that is not among the names is kept, to be told.
    """
    about = record.about if isinstance(record, Person) else ""
    said = [said_of(record, key) or "" for key in IN_WORDS] if record.line else [about]
    links = _LINK.findall(" ".join((record.title, *said)))
    linked = [names[id_] for id_ in map(id_of, links) if id_ in names]
    goals = tuple(dict.fromkeys([*(names.get(id_, id_) for id_ in record.goals), *linked]))
    changes: dict[str, Any] = {} if goals == record.goals else {"goals": goals}
    if linked and (title := _without_links(record.title, names)) != record.title:
        changes["title"] = title
    if linked and (words := _without_links(about, names)) != about:
        changes["about"] = words
    if isinstance(record, Feedback):
        revised = tuple(names.get(id_, id_) for id_ in record.revised)
        changes |= {} if revised == record.revised else {"revised": revised}
    return replace(record, **changes) if changes else record


def _without_links(title: str, names: Mapping[str, str]) -> str:
    """Words without the links to goals that are parts of their own: `A walk; [[walks]]`."""
    first, *parts = title.split("; ")
    kept = [one for one in parts if not (_LINK.fullmatch(one.strip()) and id_of(one) in names)]
    title = "; ".join((first, *kept))
    while (last := _LAST_LINK.search(title)) and id_of(last[1]) in names:
        title = title[: last.start()]
    return title


def gathered(journal: Journal) -> tuple[Record, ...]:
    """All records of a journal, by day, those without one first: its files and its entries' lines.

    Of goals that the journal does not have, none is named.
    """
    names = names_of_goals(journal.goals)
    language = journal.settings.language
    lines = [record for entry in journal.entries for record, _ in of_entry(entry, language)]
    found = [_known(with_goals(one, names), names) for one in (*journal.log, *lines)]
    return tuple(sorted(found, key=lambda one: (one.day or date.min, one.path, one.line)))


def names_of_goals(goals: Iterable[Goal]) -> dict[str, str]:
    """The id of each goal by its titles, its old ids and its id, which goes before the others."""
    goals = tuple(goals)
    names = {spelled(goal.title): goal.id for goal in goals}
    names |= {alias: goal.id for goal in goals for alias in goal.aliases}
    return names | {goal.id: goal.id for goal in goals}


def _known(record: Record, names: Mapping[str, str]) -> Record:
    ids = set(names.values())
    goals = tuple(id_ for id_ in record.goals if id_ in ids)
    if isinstance(record, Feedback):
        record = replace(record, revised=tuple(id_ for id_ in record.revised if id_ in ids))
    return record if goals == record.goals else replace(record, goals=goals)


def unknown_goals(records: Iterable[Record], goals: tuple[Goal, ...]) -> Iterator[Finding]:
    """Ids in records that no goal has."""
    ids = {goal.id for goal in goals}
    for record in records:
        for field in GOALS:
            for number, id_ in enumerate(getattr(record, field, ())):
                if id_ not in ids:
                    yield faults.unknown_id(record.at(field, number), id_, *meant(id_, goals))
