"""A folder's files to a journal and all findings about them, at once.

In: the bytes of the files by path. Out: `Loaded`: the journal, the findings in order, and the
texts for showing the lines they point at. One bad file never hides the others.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Protocol, TypeVar

from milepost.findings import Finding, Place, in_order
from milepost.journal import documents, faults, filenames, stored
from milepost.journal.copies import copies
from milepost.journal.dates import week_beside
from milepost.journal.frontmatter import decode
from milepost.journal.model import (
    Document,
    Entry,
    Goal,
    Journal,
    Page,
    Profile,
    Review,
    Settings,
)
from milepost.journal.readings import gather_mentions, gather_readings
from milepost.journal.remembered import NOT_SO, Memory, unless_changed
from milepost.journal.renames import with_own_ids
from milepost.journal.whole import check_ids, check_links, names, open_circles
from milepost.journal.words import SETTINGS, Visibility, WeekStart

T = TypeVar("T", Goal, Page)


@dataclass(frozen=True, slots=True)
class Loaded:
    """A journal with what was found in reading it, and the text of every file read."""

    journal: Journal
    findings: tuple[Finding, ...]
    sources: Mapping[str, str]


class InHalves(Protocol):
    """Makes plain data of things, in two parts at once where that is faster."""

    def __call__(
        self, make: Callable[[Sequence[Given]], list[Any]], things: Sequence[Given], /
    ) -> list[list[Any]]:
        """What `make` makes of the parts."""


def load(
    files: Mapping[str, bytes],
    assets: Collection[str] = (),
    memory: Memory | None = None,
    in_halves: InHalves | None = None,
) -> Loaded:
    """Read a journal from the bytes of its files, by path with forward slashes.

    `assets` are the names of its other files, so that pictures can be found, `memory` what
    earlier runs read off texts; what it does not hold may be read `in_halves`. Never raises for
    what people write; the order of `files` does not matter.
    """
    findings: list[Finding] = []
    copied = dict(copies(files, assets, memory))
    findings += (
        faults.conflict_copy(Place(path), original, original in files)
        for path, original in copied.items()
    )
    files = {path: data for path, data in files.items() if path not in copied}
    settings = Settings(path=SETTINGS)
    if SETTINGS in files:
        settings, more = documents.read_settings(SETTINGS, files[SETTINGS])
        findings += more
    sources = {SETTINGS: _text(SETTINGS, files)}
    root = filenames.content_root(files.keys())
    goals: list[Goal] = []
    entries: list[Entry] = []
    reviews: list[Review] = []
    pages: list[Page] = []
    profile = Profile(visibility=settings.visibility)
    seen = settings.visibility, settings.week_starts
    every = [
        Given(path, files[path], filenames.kind_of(path, root), *seen)
        for path in sorted(path for path in files if filenames.is_read(path, root))
    ]
    if memory and in_halves:
        _read_ahead(every, memory, in_halves)
    for given in every:
        path = given.path
        read = unless_changed(memory, ("file", path), given, partial(_kept, given, memory))
        sources[path] = read.text
        findings += read.findings
        match read.document:
            case Goal() as goal:
                goals.append(goal)
            case Entry() as entry:
                entries.append(entry)
            case Review() as review:
                reviews.append(review)
            case Page() as page:
                pages.append(page)
            case Profile():
                profile = read.document
    distinct_goals, more = _distinct(goals)
    findings += more
    distinct_pages, more = _distinct(pages)
    findings += more
    distinct_goals, entries, more = with_own_ids(distinct_goals, entries)
    findings += more
    opened, more = open_circles(distinct_goals)
    findings += more
    entries.sort(key=lambda entry: (entry.day, entry.path))
    reviews.sort(key=lambda review: (review.start, review.end, review.path))
    data = {path: files[path] for path in files if path.lower().endswith((".csv", ".tsv"))}
    for path in data:
        sources[path] = _text(path, data)
    readings, more = gather_readings(opened, tuple(entries), data, settings.language)
    findings += more
    hours, confidences, skips = gather_mentions(tuple(entries))
    journal = Journal(
        settings=settings,
        profile=profile,
        goals=opened,
        entries=tuple(entries),
        reviews=tuple(reviews),
        pages=distinct_pages,
        readings=readings,
        hours=hours,
        confidences=confidences,
        skips=skips,
        files=frozenset(path.rpartition("/")[2].lower() for path in assets),
        in_circles={
            written.id: written.relevant.serves
            for written, open_ in zip(distinct_goals, opened, strict=True)
            if written.relevant.serves != open_.relevant.serves
        },
    )
    findings += check_ids(distinct_goals, journal.entries)
    everything = (*journal.notes, profile)
    findings += check_links(everything, assets, names(everything))
    return Loaded(journal, in_order(without_echoes(findings)), sources)


@dataclass(frozen=True, slots=True)
class _File:
    """One file, read: what it is, its text, and what was found in it."""

    document: Document
    text: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Given:
    """All that decides what is read off one file."""

    path: str
    data: bytes
    kind: str
    default: Visibility
    starts: WeekStart

    @property
    def key(self) -> tuple[object, ...]:
        """Its name in a memory."""
        digest = hashlib.blake2b(self.data, digest_size=16).hexdigest()
        return ("file", self.path, digest, self.kind, str(self.default), str(self.starts))


def _read_ahead(every: Sequence[Given], memory: Memory, in_halves: InHalves) -> None:
    """Put into the memory what it does not hold."""

    def read(part: Sequence[Given]) -> list[Any]:
        return [(given.key, _plain(_read(given, memory))) for given in part]

    missing = [given for given in every if memory.get(given.key) is None]
    if not missing:
        return
    for made in in_halves(read, missing):
        for key, data in made:
            memory.put(key, data)


def _kept(given: Given, memory: Memory | None) -> _File:
    """As `_read`, from what an earlier run kept of it, if that run saw the same bytes."""
    if memory is None:
        return _read(given, None)
    try:
        document, findings = stored.value_of(memory.get(given.key), memory)
        return _File(document, decode(given.path, given.data)[0], findings)
    except NOT_SO:
        read = _read(given, memory)
        memory.put(given.key, _plain(read))
        return read


def _plain(read: _File) -> Any:
    return stored.plain((read.document, read.findings))


def _read(given: Given, memory: Memory | None) -> _File:
    """One file of a kind, by itself: nothing but what is given decides what comes out."""
    path, kind, default = given.path, given.kind, given.default
    sheet = documents.take_apart(path, given.data, memory)
    told: list[Finding] = []
    document: Document | None = None
    if kind == "profile":
        document, told = documents.read_profile(sheet, default)
    elif kind == "goals":
        document, told = documents.read_goal(sheet, default)
    elif kind == "reviews":
        document, told = documents.read_review(sheet, default)
        if document is None:
            told = [faults.no_period(Place(path))]
    elif kind in {"journal", ""}:
        document, told = documents.read_entry(sheet, default, given.starts)
        if document is None:
            dates = {fault.rule.code for fault in (faults.not_a_week, faults.not_a_date)}
            told = [finding for finding in told if finding.code in dates]
            told.append(_undated(sheet, kind))
    if document is None:
        document, more = documents.read_page(sheet, default, undated=kind in {"journal", ""})
        told += more
    return _File(document, sheet.text, (*sheet.findings, *told))


def without_echoes(findings: Iterable[Finding]) -> list[Finding]:
    """The findings without those that only follow from a file's being left unread in a merge."""
    told, code = list(findings), faults.merge_conflict.rule.code
    unread = {f.place.path for f in told if f.code == code}
    return [f for f in told if f.code == code or f.place.path not in unread]


def _undated(sheet: documents.Sheet, kind: str) -> Finding:
    """Why a note is of no week and of no day, and what of it counts nowhere for that."""
    place, keys = Place(sheet.path), documents.entry_keys(sheet)
    week = filenames.impossible_week(sheet.path, sheet.prose.outline.heading)
    if beside := week_beside(week):
        near, weeks = beside
        return faults.not_a_week(place, week, str(near), weeks)
    if week:
        return faults.not_a_week(place, week, "2026-W47")
    if day := filenames.impossible_day(sheet.path):
        return faults.not_a_date(place, day.message, day.help)
    if kind or keys:
        return faults.no_date(place, ", ".join(keys))
    return faults.undated_note(place)


def _distinct(documents_: list[T]) -> tuple[tuple[T, ...], list[Finding]]:
    """Each document under an id of its own, by id; the second of an id gets a number."""
    taken: dict[str, str] = {}
    findings: list[Finding] = []
    kept: list[T] = []
    for document in documents_:
        id_ = document.id
        if id_ in taken:
            finding = faults.two_files_one_id(Place(document.path), id_, taken[id_])
            findings.append(finding)
            number = 2
            while f"{id_}-{number}" in taken:
                number += 1
            document = replace(document, id=f"{id_}-{number}")
        taken[document.id] = document.path
        kept.append(document)
    return tuple(sorted(kept, key=lambda document: document.id)), findings


def _text(path: str, files: Mapping[str, bytes]) -> str:
    text, _ = decode(path, files.get(path, b""))
    return text
