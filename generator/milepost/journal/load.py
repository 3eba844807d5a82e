"""A folder's files to a journal and all findings about them, at once.

In: the bytes of the files by path. Out: `Loaded`: the journal, the findings in order, and the
texts for showing the lines they point at. One bad file never hides the others.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, NamedTuple, Protocol, TypeVar

from milepost.addresses import spelled
from milepost.findings import Finding, Place, in_order
from milepost.journal import documents, faults, filenames, stored
from milepost.journal.copies import copies
from milepost.journal.dates import week_beside
from milepost.journal.decisions import unread
from milepost.journal.frontmatter import decode
from milepost.journal.model import (
    Document,
    Entry,
    Goal,
    Journal,
    Page,
    Profile,
    Record,
    Review,
    Settings,
)
from milepost.journal.nodes import folded
from milepost.journal.readings import (
    gather_mentions,
    gather_money,
    gather_readings,
    with_words_that_fit,
)
from milepost.journal.records import names_of_goals, of_entry, unknown_goals, with_goals
from milepost.journal.remembered import NOT_SO, Memory, unless_changed
from milepost.journal.renames import with_numbers_on_top, with_own_ids
from milepost.journal.solver import with_breaks
from milepost.journal.whole import check_ids, check_links, names, open_circles, with_reasons
from milepost.journal.words import SETTINGS, Visibility, WeekStart

T = TypeVar("T", Goal, Page, Record)
D = TypeVar("D", bound=Document)


@dataclass(frozen=True, slots=True)
class Loaded:
    """A journal with what was found in reading it, and the text of every file read."""

    journal: Journal
    findings: tuple[Finding, ...]
    sources: Mapping[str, str]
    passed: Mapping[str, filenames.Why] = field(default_factory=dict)
    """The files that were given and are no part of the journal, and why."""
    weekly: str = ""
    """A file whose name says by a bare number of which week it is, if there is one."""


Ahead = Callable[[Document, Settings], None]
"""Puts into a document's memory what else will be asked of its text, where it is read anyway."""


class InHalves(Protocol):
    """Does something with things, in two parts at once where that is faster.

    What it puts into the memory is there afterwards, whoever did it.
    """

    def __call__(
        self, make: Callable[[Sequence[Given]], None], things: Sequence[Given], /
    ) -> Sequence[None]:
        """Call `make` with the parts."""


def load(
    files: Mapping[str, bytes],
    assets: Collection[str] = (),
    memory: Memory | None = None,
    in_halves: InHalves | None = None,
    ahead: Ahead | None = None,
) -> Loaded:
    """Read a journal from the bytes of its files, by path with forward slashes.

    `assets` are the names of its other files, so that pictures can be found, `memory` what
    earlier runs read off texts; what it does not hold may be read `in_halves`, and is looked
    `ahead` on. Never raises for what people write; the order of `files` does not matter.
    """
    findings: list[Finding] = []
    copied = dict(copies(files, assets, memory))
    findings += (
        faults.conflict_copy(Place(path), original, original in files)
        for path, original in copied.items()
    )
    passed = dict.fromkeys(copied, filenames.Why.COPY)
    files = {path: data for path, data in files.items() if path not in copied}
    settings = Settings(path=SETTINGS)
    if SETTINGS in files:
        settings, more = documents.read_settings(SETTINGS, files[SETTINGS])
        findings += more
    sources = {SETTINGS: _text(SETTINGS, files)}
    layout = filenames.layout(files.keys())
    root = layout.root
    if beside := filenames.hidden_by_content(files.keys()):
        findings.append(faults.beside_content(Place(beside[0]), len(beside)))
    every: list[Given] = []
    for path in sorted(filter(filenames.is_note, files)):
        if why := layout.why_not(path):
            passed[path] = why
            continue
        every.append(Given.of(path, files[path], layout, settings))
    at_hand: Mapping[str, _File] = {}
    if memory and in_halves:
        look = (lambda document: ahead(document, settings)) if ahead else None
        at_hand = _read_ahead(every, memory, in_halves, look)
    read: list[Document] = []
    weekly_named = ""
    for given in every:
        path = given.path
        one = unless_changed(memory, ("file", path), given, partial(_kept, given, memory, at_hand))
        sources[path] = one.text
        if one.document is None:
            passed[path] = filenames.Why.DRAWING
            continue
        read.append(one.document)
        findings += one.findings
        if given.naming.weeks and filenames.counts_a_week(path):
            weekly_named = weekly_named or path
    entries, reviews = _all(Entry, read), _all(Review, read)
    profiles = _all(Profile, read)
    profile = profiles[0] if profiles else Profile(visibility=settings.visibility)
    distinct_goals, more = _distinct(_all(Goal, read))
    findings += more
    distinct_pages, more = _distinct(_all(Page, read))
    findings += more
    log, more = _distinct(_all(Record, read))
    findings += more
    entries, findings = with_numbers_on_top(distinct_goals, entries, findings, settings.language)
    distinct_goals, entries, more = with_own_ids(distinct_goals, entries)
    findings += more
    distinct_goals = with_reasons(distinct_goals, profile, settings.areas)
    rested = [with_breaks(goal, profile.breaks) for goal in distinct_goals]
    distinct_goals = tuple(goal for goal, _ in rested)
    findings += (finding for _, more in rested for finding in more)
    opened, more = open_circles(distinct_goals)
    findings += more
    findings = with_words_that_fit(opened, entries, findings)
    entries.sort(key=lambda entry: (entry.day, entry.path))
    reviews.sort(key=lambda review: (review.start, review.end, review.path))
    data = {path: files[path] for path in files if path.lower().endswith((".csv", ".tsv"))}
    for path in data:
        sources[path] = _text(path, data)
    names_ = names_of_goals(distinct_goals)
    log = tuple(with_goals(record, names_) for record in log)
    tongue = settings.language
    lines = [with_goals(one, names_) for entry in entries for one, _ in of_entry(entry, tongue)]
    readings, more = gather_readings(opened, tuple(entries), data, settings.language, memory)
    findings += more
    hours, confidences, skips = gather_mentions(tuple(entries))
    journal = Journal(
        settings=settings,
        profile=profile,
        goals=opened,
        entries=tuple(entries),
        reviews=tuple(reviews),
        pages=distinct_pages,
        log=log,
        readings=readings,
        hours=hours,
        spent=gather_money(tuple(entries)),
        confidences=confidences,
        skips=skips,
        root=root if read else "content/",  # where a first note is written
        files=frozenset(path.rpartition("/")[2].lower() for path in assets),
        in_circles={
            written.id: written.relevant.serves
            for written, open_ in zip(distinct_goals, opened, strict=True)
            if written.relevant.serves != open_.relevant.serves
        },
    )
    findings += check_ids(distinct_goals, journal.entries)
    findings += unknown_goals((*log, *lines), distinct_goals)
    findings += (finding for review in reviews for finding in unread(review, distinct_goals))
    everything = (*journal.notes, profile)
    named = names(everything) | {spelled(filenames.stem(path)) for path in passed}
    findings += check_links(everything, assets, named)
    return Loaded(journal, in_order(without_echoes(findings)), sources, passed, weekly_named)


def _all(kind: type[D], read: Iterable[Document]) -> list[D]:
    """The documents of a kind."""
    return [document for document in read if isinstance(document, kind)]


@dataclass(frozen=True, slots=True)
class _File:
    """One file, read: what it is (None: a drawing), its text, and what was found in it."""

    document: Document | None
    text: str
    findings: tuple[Finding, ...]


class Given(NamedTuple):  # and no dataclass: at each save all of them are compared
    """All that decides what is read off one file.

    `naming` is how the notes beside it are named; `apart` says that the folder was made for
    milepost, and has one for its content, so that a note without a day is out of place in it.
    """

    path: str
    data: bytes
    kind: str
    naming: filenames.Naming
    apart: bool
    default: Visibility
    starts: WeekStart
    language: str

    @classmethod
    def of(cls, path: str, data: bytes, layout: filenames.Layout, settings: Settings) -> Given:
        """What is given with a file of this layout."""
        kind, apart = layout.kind_of(path), bool(layout.root) and layout.own
        seen = settings.visibility
        starts, language = settings.week_starts, settings.language
        return cls(path, data, kind, layout.naming(path), apart, seen, starts, language)

    @property
    def key(self) -> tuple[object, ...]:
        """Its name in a memory."""
        digest = hashlib.blake2b(self.data, digest_size=16).hexdigest()
        words = str(self.default), str(self.starts), self.language
        return ("file", self.path, digest, self.kind, self.naming, self.apart, *words)


def _read_ahead(
    every: Sequence[Given],
    memory: Memory,
    in_halves: InHalves,
    ahead: Callable[[Document], None] | None,
) -> dict[str, _File]:
    """Put into the memory what it does not hold, and give what was read here, by its path."""
    at_hand: dict[str, _File] = {}

    def read(part: Sequence[Given]) -> None:
        for given in part:
            one = _read(given, memory)
            if ahead and one.document:
                ahead(one.document)
            memory.put(given.key, _plain(one))
            at_hand[given.path] = one

    if missing := [given for given in every if memory.get(given.key) is None]:
        in_halves(read, missing)
    return at_hand


def _kept(given: Given, memory: Memory | None, at_hand: Mapping[str, _File]) -> _File:
    """As `_read`, from what an earlier run kept of it, if that run saw the same bytes."""
    if given.path in at_hand:
        return at_hand[given.path]
    if memory is None:
        return _read(given, None)
    try:
        document, findings = stored.value_of(memory.get(given.key), memory)
        return _File(document, decode(given.path, given.data)[0], findings)
    except NOT_SO:
        read = _read(given, memory)
        if memory.lasting:
            memory.put(given.key, _plain(read))
        return read


def _plain(read: _File) -> Any:
    return stored.plain((read.document, read.findings))


def _read(given: Given, memory: Memory | None) -> _File:
    """One file by itself: nothing but what is given decides what comes out."""
    sheet = documents.take_apart(given.path, given.data, memory)
    if documents.is_drawing(sheet):
        return _File(None, sheet.text, ())
    document, told = _document(sheet, given)
    return _File(document, sheet.text, (*sheet.findings, *told))


def read_alone(given: Given) -> tuple[Document | None, tuple[Finding, ...]]:
    """One file by itself, as `load` reads it, and what was found in it; None for a drawing."""
    read = _read(given, None)
    return read.document, read.findings


def _document(sheet: documents.Sheet, given: Given) -> tuple[Document, list[Finding]]:
    """A file as what it is: by its folder, else by its name and what it says of its day."""
    kind, default, naming = given.kind, given.default, given.naming
    if kind == "profile":
        return documents.read_profile(sheet, default, given.language)
    if kind == "goals" and filenames.stem(sheet.path).lower() not in filenames.INDEXES:
        return documents.read_goal(sheet, default, given.language)
    told: list[Finding] = []
    if kind == "log":
        record, more = documents.read_record(sheet, default, naming, given.language)
        if record:
            return record, more
        index = filenames.stem(sheet.path).lower() in filenames.INDEXES
        told += more or ([] if index else [faults.no_kind(Place(sheet.path))])
        # Whatever its name, it may be of somebody else, as a mistyped `mentro` is.
        default = Visibility.PRIVATE
    if kind == "reviews" or (kind in {"journal", ""} and not naming.weeks):
        review, more = documents.read_review(sheet, default)
        if review:
            return review, more
    if kind == "reviews":
        told.append(faults.no_period(Place(sheet.path)))
    elif kind not in {"pages", "goals"}:
        entry, more = documents.read_entry(
            sheet, default, given.starts, naming, given.language, of_no_kind=kind == "log"
        )
        if entry:
            return entry, told + more
        of_days = {
            fault.rule.code for fault in (faults.not_a_week, faults.not_a_date, faults.placeholder)
        }
        told += [finding for finding in more if finding.code in of_days]
        if kind != "log":
            told += _undated(sheet, kind, naming, apart=given.apart)
    page, more = documents.read_page(
        sheet, default, undated=kind in {"journal", "log", ""}, of_no_kind=kind == "log"
    )
    return page, told + more


def without_echoes(findings: Iterable[Finding]) -> list[Finding]:
    """The findings without those that only follow from a file's being left unread in a merge."""
    told, code = list(findings), faults.merge_conflict.rule.code
    unread = {f.place.path for f in told if f.code == code}
    return [f for f in told if f.code == code or f.place.path not in unread]


def _undated(
    sheet: documents.Sheet, kind: str, naming: filenames.Naming, *, apart: bool
) -> Iterator[Finding]:
    """Why a note is of no week and of no day, and what of it counts nowhere for that.

    In a folder of notes most are of no day, and nothing is said of it.
    """
    place, keys = Place(sheet.path), documents.entry_keys(sheet)
    week = filenames.impossible_week(sheet.path, sheet.prose.outline.heading)
    if beside := week_beside(week):
        near, weeks = beside
        yield faults.not_a_week(place, week, str(near), weeks)
    elif week:
        yield faults.not_a_week(place, week, "2026-W47")
    elif day := filenames.impossible_day(sheet.path, naming):
        yield faults.not_a_date(place, day.message, day.help)
    elif counted := [key for key in keys if folded(key) not in {"date", "week"}]:
        yield faults.no_date(place, ", ".join(counted))
    elif kind:
        yield faults.no_date(place)
    elif apart:
        yield faults.undated_note(place)


def _distinct(documents_: list[T]) -> tuple[tuple[T, ...], list[Finding]]:
    """Each document under an id of its own, by id; the second of an id gets a number.

    Nothing is reported for a page or a record by its id, so it is told of goals only. Of pages
    the one that lies highest keeps its name. An id shows in addresses, so it never tells the
    folder.
    """
    taken: dict[str, str] = {}
    findings: list[Finding] = []
    kept: list[T] = []
    depth = {document.path: document.path.count("/") for document in documents_}
    for document in sorted(documents_, key=lambda one: isinstance(one, Page) and depth[one.path]):
        id_ = document.id
        if id_ in taken and isinstance(document, Goal):
            findings.append(faults.two_files_one_id(Place(document.path), id_, taken[id_]))
        given, number = id_, 2
        while given in taken:
            given, number = f"{id_}-{number}", number + 1
        taken[given] = document.path
        kept.append(document if given == document.id else replace(document, id=given))
    return tuple(sorted(kept, key=lambda document: document.id)), findings


def _text(path: str, files: Mapping[str, bytes]) -> str:
    text, _ = decode(path, files.get(path, b""))
    return text
