"""What only the whole journal can tell: ids that exist, circles, links and pictures that lead
somewhere.

In: goals, entries, reviews, pages as read. Out: the same with circles opened, and findings.
"""  # noqa: D205

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from posixpath import normpath
from textwrap import shorten
from urllib.parse import unquote

from milepost.addresses import spelled
from milepost.findings import Finding, Place, lines_of
from milepost.journal import faults, filenames
from milepost.journal.dates import parse_date, parse_period
from milepost.journal.html import is_read
from milepost.journal.library import Library
from milepost.journal.model import BY_GOAL, Document, Entry, Goal, Page, Profile, Review
from milepost.journal.numbers import Misread
from milepost.journal.renames import meant
from milepost.journal.scalars import nearest
from milepost.journal.shortforms import bare_id
from milepost.journal.values import Link
from milepost.journal.words import Kind

_COMPARED = 100_000
"""So many times about, a name that is not there is compared with one that is, to guess what was
meant. Where far more links lead nowhere, as after an import, it was no slip of the pen."""
_FEWEST_GUESSES = 20
_ELSEWHERE = re.compile(r"https?:", re.IGNORECASE)


def check_ids(goals: tuple[Goal, ...], entries: tuple[Entry, ...]) -> Iterator[Finding]:
    """Ids that are used and that no goal has."""
    ids = {goal.id for goal in goals}
    for goal in goals:
        for index, id_ in enumerate(goal.relevant.serves):
            if id_ not in ids:
                place = goal.at("relevant", "serves", index)
                near, old = meant(id_, goals)
                # A plain word that only shares one with a goal's title is no old name of that goal.
                if (near and not (old and id_.isalpha())) or not id_.isalpha():
                    yield faults.unknown_id(place, id_, near, old)
                else:
                    yield faults.value_or_goal(place, id_)
        if goal.replaced_by and goal.replaced_by not in ids:
            place = goal.at("replaced_by")
            yield faults.unknown_id(place, goal.replaced_by, *meant(goal.replaced_by, goals))
    for entry in entries:
        for field in BY_GOAL:
            for id_ in getattr(entry, field):
                if id_ not in ids:
                    yield faults.unknown_id(entry.at(field, id_), id_, *meant(id_, goals))


def with_reasons(
    goals: tuple[Goal, ...], profile: Profile, areas: Iterable[str]
) -> tuple[Goal, ...]:
    """The goals, with plain words in `relevant` that are no goals read as what they are.

    A value of the profile is a value; an area of life, of the settings, the profile or a goal, is
    a reason as good as any sentence.
    """
    ids = {goal.id for goal in goals}
    values = {spelled(value): value for value in profile.values}
    named = {
        spelled(area): area for area in (*areas, *profile.areas, *(goal.area for goal in goals))
    }

    def read(goal: Goal) -> Goal:
        relevant = goal.relevant
        of_values = [id_ for id_ in relevant.serves if id_ not in ids and id_ in values]
        of_areas = [id_ for id_ in relevant.serves if id_ not in {*ids, *values} and id_ in named]
        if not of_values and not of_areas:
            return goal
        found = replace(
            relevant,
            serves=tuple(id_ for id_ in relevant.serves if id_ not in {*of_values, *of_areas}),
            values=(*relevant.values, *(values[id_] for id_ in of_values)),
            because=relevant.because or ", ".join(named[id_] for id_ in of_areas),
        )
        return replace(goal, relevant=found)

    return tuple(map(read, goals))


def counting_what_they_list(goals: tuple[Goal, ...]) -> tuple[Goal, ...]:
    """The goals, with `3 milestones` read as milestones where a goal has three of them.

    So are `4 tasks` of a note with four boxes, and `2 goals` of one that two goals serve: what is
    listed is counted where it stands, and not by numbers of entries.
    """
    served = Counter(id_ for goal in goals for id_ in {*goal.relevant.serves} - {goal.id})

    def listed(goal: Goal) -> Goal:
        measure = goal.measurable
        if measure is None or measure.kind is not Kind.COUNT or measure.from_:
            return goal
        many = {
            Kind.MILESTONES: len(goal.milestones),
            Kind.TASKS: len(goal.outline.tasks),
            Kind.GOALS: served[goal.id],
        }
        kind = next((kind for kind in many if measure.unit.casefold() == kind.value), None)
        if kind is None or not many[kind] or measure.to != many[kind]:
            return goal
        return replace(goal, measurable=replace(measure, kind=kind, from_=None, to=None, unit=""))

    return tuple(map(listed, goals))


def open_circles(goals: tuple[Goal, ...]) -> tuple[tuple[Goal, ...], list[Finding]]:
    """The goals without the links that close a circle of serving, each of them told."""
    serves = {goal.id: list(goal.relevant.serves) for goal in goals}
    findings: list[Finding] = []
    by_id = {goal.id: goal for goal in goals}
    finished: set[str] = set()
    for root in sorted(serves):
        path: list[str] = []
        stack = [(root, iter(tuple(serves[root])))] if root not in finished else []
        while stack:
            id_, above = stack[-1]
            if id_ not in path:
                path.append(id_)
            following = next(above, None)
            if following is None:
                finished.add(id_)
                stack.pop()
                path.pop()
            elif following in path:
                serves[id_].remove(following)
                ring = [*path[path.index(following) :], following]
                place = by_id[id_].at("relevant")
                findings.append(faults.circle(place, " → ".join(ring)))
            elif following in serves and following not in finished:
                stack.append((following, iter(tuple(serves[following]))))
    opened = tuple(
        replace(goal, relevant=replace(goal.relevant, serves=tuple(serves[goal.id])))
        if tuple(serves[goal.id]) != goal.relevant.serves
        else goal
        for goal in goals
    )
    return opened, findings


def names(documents: Iterable[Document]) -> frozenset[str]:
    """All that a link may call the documents by: ids, stems, weeks, days, periods."""
    return frozenset().union(*(document.once(_names) for document in documents))


def _names(document: Document) -> tuple[str, ...]:
    """All that a link may call one document by."""
    found = [spelled(filenames.stem(document.path)), *getattr(document, "aliases", ())]
    if isinstance(document, Goal | Page):
        found.append(document.id)
    elif isinstance(document, Entry):
        found += [document.day.isoformat(), str(document.week).lower()]
    elif isinstance(document, Review):
        found.append(document.period.lower())
    return tuple(found)


def check_links(
    documents: tuple[Document, ...], assets: Collection[str], known: frozenset[str]
) -> Iterator[Finding]:
    """Links and pictures in the prose that lead to nothing, and tags that are read by nobody."""
    goals = tuple(document for document in documents if isinstance(document, Goal))
    library = Library(assets)
    guessed: dict[str, str] = {}
    guesses = max(_FEWEST_GUESSES, _COMPARED // max(1, len(known)))
    for document in documents:
        for link in document.outline.links:
            target = bare_id(link.target)
            if not target or target in known or _is_time(target):
                continue
            if library.find(document.path, link.target) is None:
                place = _place(document, link)
                if aside := _put_aside(document.path, link.target):
                    yield faults.picture_missing(place, link.target, aside)
                    continue
                if target not in guessed and len(guessed) < guesses:
                    guessed[target] = nearest(target, known) or meant(target, goals)[0]
                yield faults.broken_link(place, link.target, guessed.get(target, ""))
        for name, written, line in document.outline.tags:
            yield faults.html_as_text(_find(document, written, line), name, read=is_read(name))
        for picture in document.outline.pictures:
            if _ELSEWHERE.match(picture) or library.find(document.path, picture):
                continue
            plain = unquote(picture)
            written = picture if picture in document.prose.text else plain
            yield faults.picture_missing(
                _find(document, written), shorten(written, 80), _put_aside(document.path, plain)
            )


def _put_aside(path: str, picture: str) -> str:
    """The folder in a picture's address that is never looked into; nothing when there is none."""
    if filenames.ending(picture) not in filenames.PICTURES:
        return ""
    parts = normpath(f"{PurePosixPath(path).parent}/{picture}").split("/")[:-1]
    aside = next((part for part in parts if part != ".." and filenames.is_passed_over(part)), "")
    return aside or (parts[0] if parts and parts[0].lower() in {"data", "theme"} else "")


def _is_time(target: str) -> bool:
    """Weeks, days and periods have pages of their own, written or not."""
    return parse_period(target) is not None or not isinstance(parse_date(target), Misread)


def _place(document: Document, link: Link) -> Place:
    return _find(document, f"[[{link.target}" if link.wiki else link.target, link.line)


def _find(document: Document, text: str, line: int = 0) -> Place:
    """The place of a text in the prose, from a line on."""
    lines = lines_of(document.prose.text)
    first = max(line - document.prose.line, 0)
    for number in range(first, len(lines)):
        column = lines[number].find(text)
        if column >= 0:
            at = document.prose.line + number
            return Place(document.path, at, column + 1, at, column + 1 + len(text))
    return Place(document.path, line or document.prose.line)
