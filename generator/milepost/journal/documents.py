"""One file read: bytes to a settings, profile, goal, entry, review or page.

In: the bytes of one file. Out: the dataclass for its kind and findings. What depends on other
files (ids, circles, readings) is for `whole`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar

from milepost.addresses import STEERING, spelled
from milepost.findings import Finding, Place, errors_among
from milepost.journal import faults, filenames, frontmatter, nodes, unfolded, visibility
from milepost.journal.body_words import fields_of
from milepost.journal.commas import as_written, with_points, with_whole_items
from milepost.journal.dates import parse_date
from milepost.journal.day_order import in_one_order
from milepost.journal.fields import Read, named_lines, names_of, read_fields
from milepost.journal.key_words import (
    ASIDE,
    ENTRY_WORDS,
    GOAL_WORDS,
    PROFILE_WORDS,
    RECORD_WORDS,
    SETTINGS_WORDS,
)
from milepost.journal.logs import with_fit_log
from milepost.journal.model import (
    Document,
    Entry,
    Goal,
    Page,
    Profile,
    Record,
    Review,
    Settings,
)
from milepost.journal.nodes import Keys, Node, Text, folded, plain
from milepost.journal.other_words import InOurs, faulty_keys, in_our_words, renamed, told_words
from milepost.journal.outside import with_known_names
from milepost.journal.prose import Prose
from milepost.journal.record_kinds import FAMILIES, OTHER_TOOLS, may_be
from milepost.journal.record_kinds import kind_of as kind_of_record
from milepost.journal.records import in_tables, of_entry
from milepost.journal.remembered import Memory
from milepost.journal.solver import solved
from milepost.journal.tools import keys_of_tools
from milepost.journal.values import Declared, Effort, Measure, Week, Window
from milepost.journal.words import Visibility, WeekStart

D = TypeVar("D", bound=Document)
CREATED = "created"
"""The key in which many editors keep the day a note was made; it is no field of ours."""
_MADE = frozenset(
    {CREATED, "created_at", "created_on", "creation_date", "date_created", "date_creation"}
)
_DAY_LINE = re.compile(
    r"[\s>*_-]*(?:date|day|created(?: (?:at|on))?|creation[ -]date|date[ -]created)[*_ ]*:{1,2}"
    r"[*_\s]*\[{0,2}([^\]\n]+)",
    re.IGNORECASE,
)
_FIRST_LINES = 12
"""So many lines of a note may say of which day it is, as Dataview reads `date:: 2026-11-20`."""
LARGEST = 2_000_000
"""Bytes above which a file is not read."""
_KINDS: dict[str, type] = {
    "`milepost.yaml`": Settings,
    "`content/profile.md`": Profile,
    "a page": Page,
    "an entry of the journal": Entry,
    "a goal": Goal,
}
_OF_RECORDS = frozenset().union({"kind", *OTHER_TOOLS}, *map(names_of, FAMILIES.values()))
"""The keys of records, which are of use again as soon as a file of theirs says its kind."""
_GOAL_KEYS = names_of(Goal) | set(visibility.KEYS)
_PARTS: dict[str, type] = {
    "`status`": Declared,
    "`achievable`": Effort,
    "`time_bound`": Window,
    "`measurable`": Measure,
}
_BY_KIND = {name: where for where, kind in _KINDS.items() for name in names_of(kind)}
_READ_IN = {
    name: f"{where} of a goal" for where, part in _PARTS.items() for name in names_of(part)
} | _BY_KIND
"""In which kind of file a key is read; of several the one where people look for it first."""
_READ_IN_GOALS = _BY_KIND | {n: where for where, part in _PARTS.items() for n in names_of(part)}
_FOR_OUR_KEYS = {word: ours for word, (ours, _) in GOAL_WORDS.items()}
"""Other people's words in a goal, each with our key."""
_READ_IN_GOALS |= {word: f"`{ours}`" for word, (ours, _) in GOAL_WORDS.items()}
"""The same for what stands in a goal, some of whose keys have parts that are read in them alone."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file taken apart, before it is known what kind it is."""

    path: str
    text: str
    keys: Keys | None
    prose: Prose
    whole: bool
    findings: tuple[Finding, ...]


def take_apart(path: str, data: bytes, memory: Memory | None = None) -> Sheet:
    """Front matter and prose of a file."""
    if len(data) > LARGEST:
        finding = faults.too_large(Place(path), len(data) / 1e6)
        return Sheet(path, "", None, Prose(), False, (finding,))
    text, findings = frontmatter.decode(path, data)
    if mark := frontmatter.merge_mark(path, text):
        return Sheet(path, text, None, Prose(), False, (mark,))
    parts, fences = frontmatter.split(path, text)
    keys, yaml = _keys(path, parts)
    # A comment without an end hides what follows it, and no key: a value ends it.
    whole = not errors_among(
        one for one in fences + yaml if one.code != faults.comment_unclosed.rule.code
    )
    prose, steering = frontmatter.settle(path, parts.prose)
    findings = findings + fences + yaml + steering
    if unseen := STEERING.search(path):
        findings.append(faults.steering_sign(Place(path), ord(unseen[0])))
    if memory is not None:
        prose = replace(prose, memory=memory)
    findings += _passages(path, prose)
    return Sheet(path, text, keys, prose, whole, tuple(findings))


def _keys(path: str, parts: frontmatter.Split) -> tuple[Keys | None, list[Finding]]:
    if parts.block is None:
        return None, []
    if parts.toml:
        from milepost.journal import toml  # few write it

        return toml.read(path, parts.block, parts.block_line)
    return _yaml(path, parts.block, parts.block_line)


def _yaml(path: str, block: str, line: int) -> tuple[Keys | None, list[Finding]]:
    cleaned, findings = frontmatter.clean(path, block, line)
    keys, more = nodes.read(path, cleaned, line)
    return in_one_order(keys) if keys else None, findings + more


def _passages(path: str, prose: Prose) -> Iterator[Finding]:
    """What is wrong with the passages: a name that says nothing, an end that is missing."""

    def place(line: int) -> Place:
        return Place.of_line(path, prose.line + line)

    for one in prose.passages.passages:
        if one.name not in {seen.value for seen in Visibility}:
            yield faults.passage_unread(place(one.start), one.name)
        if not one.closed:
            yield faults.passage_unclosed(place(one.start), one.name)
    for stray in prose.passages.strays:
        yield faults.passage_unopened(place(stray.end - 1))


def keys_of_settings(path: str, data: bytes) -> Keys | None:
    """The keys of `milepost.yaml` as they are written."""
    text, _ = frontmatter.decode(path, data[:LARGEST])
    return _yaml(path, text, 1)[0]


def read_settings(path: str, data: bytes) -> tuple[Settings, list[Finding]]:
    """`milepost.yaml`; an empty one gives the defaults."""
    text, findings = frontmatter.decode(path, data[: LARGEST + 1])
    if len(data) > LARGEST:
        return Settings(path=path), [faults.too_large(Place(path), len(data) / 1e6)]
    if mark := frontmatter.merge_mark(path, text):
        return Settings(path=path), [mark]
    keys, yaml = _yaml(path, text, 1)
    keys, cut = with_whole_items(Settings, keys, SETTINGS_WORDS) if keys else (keys, [])
    keys, told = _renamed(Settings, keys)
    written = keys
    if written:
        keys = with_points(Settings, written, _language_in(written))
    read = read_fields(
        Settings,
        keys,
        text.split("\n"),
        known=visibility.KEYS,
        elsewhere=_READ_IN,
        quiet=keys_of_tools(),
    )
    seen, unsure, more = _decided(Settings, keys, Visibility.PRIVATE, whole=not errors_among(yaml))
    settings = Settings(
        path=path,
        places=read.places,
        unread=frozenset(read.unread),
        extra=read.extra,
        visibility=seen,
        unsure=unsure,
        **read.values,
    )
    settings, unknown = with_known_names(settings)
    own = as_written(read.findings, written, keys) if written and keys else read.findings
    return settings, findings + yaml + cut + told + own + more + unknown


def _language_in(keys: Keys) -> str:
    """The language that settings name, as it is written there."""
    said = [node for key, node in keys.pairs if folded(key.value) == "language"]
    return said[-1].value if said and isinstance(said[-1], Text) else ""


def read_goal(
    sheet: Sheet, default: Visibility, language: str = "en"
) -> tuple[Goal, list[Finding]]:
    """A goal; its id is the file's stem, in small letters. `language` is the journal's."""
    told: list[Finding] = []
    front: Keys | None = None
    ours: InOurs | None = None
    if sheet.keys:
        sheet = replace(sheet, keys=laid_flat(sheet.keys))
    said = fields_of(sheet.path, sheet.prose, sheet.keys)
    if sheet.keys or said:
        own = sheet.keys.pairs if sheet.keys else ()
        pairs = (*own, *((one.key, one.node) for one in said))
        place = sheet.keys.place if sheet.keys else said[0].key.place
        below = sheet.prose.line if said else None
        written, cut = with_whole_items(Goal, Keys(pairs, place), GOAL_WORDS)
        told += cut
        front = with_points(Goal, written, language, GOAL_WORDS)
        ours = in_our_words(front, _GOAL_KEYS, below)
        told += ours.findings
        sheet = replace(sheet, keys=ours.keys)
    if said:
        words = {one.label: one.ours for one in said}
        movable = all(one.alone for one in said)
        told.append(faults.fields_in_text(said[0].key.place, words, movable=movable))
    goal, findings = _document(Goal, sheet, default, aside=ours.aside if ours else {})
    title = goal.title or titled(goal, goal.prose)
    goal, unfit = with_fit_log(goal)
    created = _created(sheet.keys)
    goal, more = solved(replace(goal, created=created), created)
    every = [*findings, *told, *unfit, *more]
    if front and ours:
        every += told_words(front, ours.said, faulty_keys(front, every))
        every = as_written(every, written, front)
    return replace(goal, id=spelled(filenames.stem(sheet.path)), title=title), every


def laid_flat(keys: Keys) -> Keys:
    """A goal's front matter without a mapping around it and without values that say nothing."""
    return unfolded.unfolded(keys, _GOAL_KEYS, GOAL_WORDS)


def around(keys: Keys) -> tuple[tuple[Text, Keys], ...]:
    """The mappings around a goal in its front matter, each with its key."""
    return tuple(unfolded.around(keys, _GOAL_KEYS, GOAL_WORDS))


def titled(document: Document, prose: Prose) -> str:
    """The title of a document that has no key for it: its heading, else the words of its name.

    A note's heading is its title where nothing stands before it: one further down is that of a
    part. A goal's stands where it likes.
    """
    outline = prose.outline
    on_top = outline.opens_with_heading and outline.headings[:1] == (outline.heading,)
    heading = outline.heading if isinstance(document, Goal) or on_top else ""
    if isinstance(document, Goal | Page):
        return heading or filenames.title_of(filenames.own_name(document.path))
    return heading or filenames.words_beside_date(document.path)


def _created(keys: Keys | None, names: Collection[str] = (CREATED,)) -> date | None:
    """The day that an editor wrote into the note as the one on which it was made."""
    for key, node in keys.pairs if keys else ():
        if folded(key.value) in names and isinstance(node, Text):
            day = parse_date(node.value)
            return day if isinstance(day, date) else None
    return None


def _told_day(sheet: Sheet) -> date | None:
    """The day that a note says in one of its first lines, or on which an editor made it."""
    lines = [line for line in sheet.prose.text.split("\n", 60) if line.strip()]
    for match in filter(None, map(_DAY_LINE.match, lines[:_FIRST_LINES])):
        text = match[1].strip(" *_")
        day = parse_date(text)
        if isinstance(day, date):
            return day
    return _created(sheet.keys, _MADE)


def is_drawing(sheet: Sheet) -> bool:
    """Whether a file is a drawing of Excalidraw's, which only looks like a note."""
    pairs = sheet.keys.pairs if sheet.keys else ()
    named = sheet.path.lower().endswith(".excalidraw.md")
    return named or any(folded(key.value) == "excalidraw_plugin" for key, _ in pairs)


def read_entry(
    sheet: Sheet,
    default: Visibility,
    starts: WeekStart = WeekStart.MONDAY,
    naming: filenames.Naming = filenames.Naming(),  # noqa: B008
    language: str = "en",
    *,
    of_no_kind: bool = False,
) -> tuple[Entry | None, list[Finding]]:
    """An entry; None when nothing says which week or day it is of.

    A day belongs to the week in which it lies where weeks start on the given day. The front matter
    says it before the name of the file, the name before the text. A day in the name is also that of
    a note whose front matter says the same week. `naming` is of `filenames.when`, `language` the
    journal's. Of one that was meant for a record and is `of_no_kind`, nothing is said of a record's
    keys.
    """
    of_records = _OF_RECORDS if of_no_kind else ()
    entry, findings = _document(Entry, sheet, default, of_records, language)
    named = filenames.when(sheet.path, entry.outline.heading, naming)
    day = entry.date_
    if not day and named and named.day:
        both = {Week.of(named.day, starts), Week.of(named.day)}
        day = named.day if entry.week is None or entry.week in both else None
    if not (day or entry.week or named):
        day = _told_day(sheet)
    week = Week.of(day, starts) if day else entry.week or (named.week if named else None)
    if week is None:
        return None, findings
    if day and entry.week and entry.week not in {week, Week.of(day)}:
        place = entry.at("date_") if entry.date_ else Place(sheet.path)
        findings.append(faults.two_dates(place, day.isoformat(), str(entry.week)))
    title = entry.title or titled(entry, entry.prose)
    entry = replace(entry, title=title, week=week, date_=day, day=day or week.sunday)
    findings += (finding for _, told in of_entry(entry, language) for finding in told)
    findings += in_tables(entry)
    return entry, findings


def read_review(sheet: Sheet, default: Visibility) -> tuple[Review | None, list[Finding]]:
    """A review; None when its name is not a period."""
    period = filenames.review_period(sheet.path)
    if period is None:
        return None, []
    review, findings = _document(Review, sheet, default)
    name, start, end = period
    title = review.title or titled(review, review.prose)
    findings += in_tables(review)
    return replace(review, period=name, start=start, end=end, title=title), findings


def read_record(
    sheet: Sheet,
    default: Visibility,
    naming: filenames.Naming = filenames.Naming(),  # noqa: B008
    language: str = "en",
) -> tuple[Record | None, list[Finding]]:
    """A record; None when the file does not say which kind it is, or names one that there is not.

    What it says of other people, who they are and what they said, is for the owner alone, where
    the file itself does not say otherwise.
    """
    said = kind_of_record(sheet.keys)
    if said is None:
        return None, []
    if isinstance(said, Text):
        return None, [faults.no_kind(said.place, said.value)]
    family, kind = said
    cls = FAMILIES[family]
    default = Visibility.PRIVATE if cls.of_others else default
    record, findings = _document(cls, sheet, default, {*OTHER_TOOLS}, language)
    named = filenames.when(sheet.path, "", naming)
    of_week = named.week if named and not (record.date_ or named.day) else None
    if not named and not record.date_ and (wrong := filenames.impossible_day(sheet.path, naming)):
        findings.append(faults.not_a_date(Place(sheet.path), wrong.message, wrong.help))
    day = record.date_ or (named.day or named.week.sunday if named else record.last_day)
    name = spelled(filenames.own_name(sheet.path))
    record = replace(record, id=name, kind=kind, day=day, week=of_week)
    title = record.title or titled(record, record.prose) or filenames.title_of(record.id)
    return replace(record, title=title), findings


def entry_keys(sheet: Sheet) -> tuple[str, ...]:
    """The keys of a file that only an entry has, as written."""
    own = names_of(Entry) - names_of(Page)
    pairs = sheet.keys.pairs if sheet.keys else ()
    return tuple(key.value for key, _ in pairs if folded(key.value) in own)


def read_page(
    sheet: Sheet, default: Visibility, *, undated: bool = False, of_no_kind: bool = False
) -> tuple[Page, list[Finding]]:
    """Anything else worth a page; `undated` is an entry of which nobody knows when it is from.

    `of_no_kind` is as in `read_entry`.
    """
    more = {"kind", *map(folded, entry_keys(sheet))} if undated else set()
    more |= _OF_RECORDS if of_no_kind else set()
    page, findings = _document(Page, sheet, default, more)
    name = filenames.own_name(sheet.path)
    title = page.title or titled(page, page.prose)
    return replace(page, id=spelled(name), title=title), findings


def read_profile(
    sheet: Sheet, default: Visibility, language: str = "en"
) -> tuple[Profile, list[Finding]]:
    """The profile; its prose is the vision. `language` is the journal's."""
    return _document(Profile, sheet, default, language=language)


_NONE: Mapping[str, str] = {}


def _document(
    cls: type[D],
    sheet: Sheet,
    default: Visibility,
    known: Collection[str] = (),
    language: str = "en",
    aside: Mapping[str, str] = _NONE,
) -> tuple[D, list[Finding]]:
    """The fields of a kind of file; `known` are keys of other kinds, of which others speak.

    `language` is the journal's, in which numbers are written; `aside` are keys that are understood
    and have no place, each with where it would have one.
    """
    lines = sheet.text.split("\n")
    known = {*visibility.KEYS, CREATED, *({*known} - names_of(cls))}
    # In a goal, a word that people use for a key of ours is told, whoever else has it too.
    quiet = keys_of_tools()
    if cls is Goal:
        quiet = quiet - GOAL_WORDS.keys() | ASIDE | {word for word, at in aside.items() if not at}
    elsewhere = {**_READ_IN_GOALS, **aside} if cls is Goal else _READ_IN
    own_keys, cut = sheet.keys, list[Finding]()
    if own_keys and cls is not Goal:  # whose lists are whole already
        own_keys, cut = with_whole_items(cls, own_keys, _OTHER_WORDS.get(cls, {}))
    written, told = _renamed(cls, own_keys)
    keys = written
    if written and cls is not Goal:  # whose numbers have points already
        keys = with_points(cls, written, language)
    sheet = replace(sheet, keys=keys)
    words = _FOR_OUR_KEYS if cls is Goal else {}
    read: Read = read_fields(
        cls, sheet.keys, lines, known=known, elsewhere=elsewhere, quiet=quiet, words=words
    )
    for key, node in sheet.keys.pairs if sheet.keys else ():
        if folded(key.value) == CREATED:
            read.extra[key.value] = plain(node)
    seen, unsure, findings = _decided(cls, sheet.keys, default, whole=sheet.whole)
    prose = sheet.prose
    for line, name in visibility.in_words(prose.text, prose.sure_code):
        findings.append(faults.privacy_in_words(Place(sheet.path, prose.line + line), name))
        seen, unsure = Visibility.PRIVATE, True
    values: dict[str, Any] = read.values | {
        "path": sheet.path,
        "prose": sheet.prose,
        "places": read.places,
        "unread": frozenset(read.unread),
        "extra": read.extra,
        "visibility": seen,
        "unsure": unsure,
    }
    own = as_written(read.findings, written, keys) if written and keys else read.findings
    return cls(**values), cut + told + own + findings


_OTHER_WORDS: dict[type[Document], dict[str, tuple[str, str]]] = {
    Entry: ENTRY_WORDS,
    Profile: PROFILE_WORDS,
    Settings: SETTINGS_WORDS,
    **dict.fromkeys(FAMILIES.values(), RECORD_WORDS),
}


def _renamed(cls: type[Document], keys: Keys | None) -> tuple[Keys | None, list[Finding]]:
    """The front matter of a kind of file in our own keys; a goal's is read before."""
    words = _OTHER_WORDS.get(cls)
    if keys is None or words is None:
        return keys, []

    def reads(our: str, node: Node) -> bool:
        if issubclass(cls, Record) and isinstance(node, Text) and not node.empty:
            return our in names_of(cls) and may_be(cls, our, node.value)  # as in a line
        read = read_fields(cls, Keys(((Text(our, node.place), node),), node.place), [])
        # Of a mapping a faulty part is told; the rest is no less ours.
        in_part = isinstance(node, Keys) and bool(read.values.get(our))
        return in_part or (bool(read.values) and not errors_among(read.findings))

    return renamed(keys, names_of(cls) | set(visibility.KEYS), words, reads)


def _decided(
    cls: type, keys: Keys | None, default: Visibility, *, whole: bool
) -> tuple[Visibility, bool, list[Finding]]:
    """Who may see a file of this kind, as `visibility.decide` has it."""
    known = names_of(cls)
    return visibility.decide(keys, default, whole=whole, known=known, by_name=named_lines(cls))
