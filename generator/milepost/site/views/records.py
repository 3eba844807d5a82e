"""Records: each family on a page, each file on one of its own, and the page that leads to them.

In: the name of a family or the path of a file, the page's context. Out: `FamilyView`, `RecordView`,
`PracticeView`; and the lines of records that goals, weeks and periods show.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from markupsafe import Markup, escape

from milepost.addresses import spelled
from milepost.journal.model import Document, Entry, Record
from milepost.journal.record_kinds import FAMILIES
from milepost.journal.words import Visibility
from milepost.progress.calendar import week_of
from milepost.progress.records import Records, Thread, plain_title, threads_of
from milepost.site.context import PageContext
from milepost.site.views.frame import MenuItem
from milepost.site.views.listed import key_of, list_of, part_title, parts_menu, rows_of
from milepost.site.views.parts import (
    Figure,
    Item,
    Ref,
    When,
    day_of,
    entry_ref,
    goal_ref,
    tag_refs,
    week_title,
)
from milepost.voice import records as said
from milepost.voice.labels import label

_SOON = timedelta(days=92)
"""How far ahead what comes up again is listed on top of a page."""
_OTHERS = ("actions", "skills", "budget")
"""The kinds of pages beside those of records that belong to the practice."""
_NEWEST = 3
"""How many records of a family the page that leads to them shows."""


_OF_PERIOD = 24
"""How many records of a family the page of a period shows."""
_COMING = 48
"""How many things that come up the page of a family names on top: those nearest to the day."""


@dataclass(frozen=True, slots=True)
class FactView:
    """A fact beside a title."""

    name: str
    text: Markup


@dataclass(frozen=True, slots=True)
class RecordLine:
    """A record, or several of one thing, as a line: `where` leads to the entry that says it.

    `kind` is empty where it says no more than the family.
    """

    when: When
    title: Markup
    kind: str
    facts: tuple[FactView, ...]
    goals: tuple[Ref, ...]
    where: Ref | None


@dataclass(frozen=True, slots=True)
class RecordGroup:
    """The records of one family in a stretch of time; `family` leads to all of them.

    `count` is how many there are; of very many only the latest are lines, and `all` leads to the
    others.
    """

    family: Ref
    lines: tuple[RecordLine, ...]
    count: str
    all: Ref | None


@dataclass(frozen=True, slots=True)
class YearView:
    """The records of a year, the latest first; those without a day stand under no name."""

    name: str
    lines: tuple[RecordLine, ...]


@dataclass(frozen=True, slots=True)
class FamilyView:
    """All records of a family; `soon` is what comes up again within three months, or has to.

    Where they are too many for a page, `parts` lead to the pages on which they are, by year; `part`
    is what this one is called. `invitation` are lines that begin it, where there is none.
    """

    title: str
    lead: str
    figures: tuple[Figure, ...]
    soon: tuple[Item, ...]
    years: tuple[YearView, ...]
    practice: Ref
    invitation: str
    part: str = ""
    parts: tuple[MenuItem, ...] = ()


@dataclass(frozen=True, slots=True)
class RecordListView:
    """Records of a year that are too many for the page `of` a goal or of a file of the log."""

    of: Ref
    title: str
    lines: tuple[RecordLine, ...]
    part: str
    parts: tuple[MenuItem, ...]


@dataclass(frozen=True, slots=True)
class RecordView:
    """A record that is a file, whole, with the lines of entries that speak of the same.

    Where these are too many for a page, `parts` lead to the pages on which they go on.
    """

    title: str
    family: Ref
    kind: str
    when: When | None
    facts: tuple[FactView, ...]
    goals: tuple[Ref, ...]
    prose: Markup
    others: tuple[RecordLine, ...]
    tags: tuple[Ref, ...]
    parts: tuple[MenuItem, ...] = ()


@dataclass(frozen=True, slots=True)
class PracticeCard:
    """A family on the page that leads to all: its newest lines, or how to begin."""

    ref: Ref
    lead: str
    lines: tuple[RecordLine, ...]
    invitation: str


@dataclass(frozen=True, slots=True)
class PracticeView:
    """What there is around the goals: pages of other things, and a card for each family."""

    others: tuple[Ref, ...]
    cards: tuple[PracticeCard, ...]


def record_lines(
    here: PageContext, records: Iterable[Record], of: str = ""
) -> tuple[RecordLine, ...]:
    """Records as lines, in their order; on the page `of` a goal it is not named again."""
    return tuple(_record_line(here, one, of) for one in records)


def _record_line(here: PageContext, record: Record, of: str) -> RecordLine:
    facts = said.facts(here.site.voice, record, here.site.report.day)
    goals = tuple(id_ for id_ in record.goals if id_ != of)
    return _line(here, record, record.kind, facts, goals)


def within(here: PageContext, first: date, last: date) -> tuple[RecordGroup, ...]:
    """What the records of a stretch of days are of, by family, of each the latest, by their days.

    What several records say of one thing is one line, as on the family's own page.
    """
    found = here.site.report.records.counted_between(first, last)
    groups = []
    for name in FAMILIES:
        threads = threads_of(one for one in found if one.family == name)
        if threads:
            ref = Ref(said.family(here.site.voice, name), here.to("family", name))
            in_order = sorted(threads, key=lambda one: one.records[-1].day or date.min)
            lines = tuple(_thread_line(here, one) for one in in_order[-_OF_PERIOD:])
            count = _count(here, threads)
            more = len(threads) > len(lines)
            all_ = said.all_of(here.site.voice, count)
            every = Ref(all_, _where_listed(here, name, f"{last.year}")) if more else None
            groups.append(RecordGroup(ref, lines, count, every))
    return tuple(groups)


def _where_listed(here: PageContext, family: str, year: str) -> str:
    """The link to the page of a family on which its records of a year begin."""
    for part in here.site.map.lists["family", family]:
        if any(record_part(thread) == year for thread in part.rows):
            kind, key = (
                ("family-part", key_of(family, part.name)) if part.name else ("family", family)
            )
            return here.to(kind, key, f"_in-{year}")
    return here.to("family", family)


def record_size(_: Thread | Record) -> int:
    """How many lines a record takes, with its facts."""
    return 2


def year_of(record: Record) -> str:
    """The year that a record counts for; none where it has no day."""
    return f"{record.counted.year}" if record.counted else ""


def record_part(thread: Thread) -> str:
    """Its year; none where it has no day, or is a person."""
    last = thread.records[-1]
    return year_of(last) if last.family != "people" else ""


def lines_beside(records: Records, path: str) -> tuple[Record, ...]:
    """The records that speak of the same as the one in this file, the latest first."""
    every = reversed(records.of_file[path].records)
    return tuple(one for one in every if one.path != path)


def family_view(here: PageContext, key: str) -> FamilyView:
    """The view of a family of records, or of a part of it."""
    report, voice, name = here.site.report, here.site.voice, list_of(key)
    threads, first = report.records.threads.get(name, ()), key == name
    by_year: dict[str, list[RecordLine]] = {}
    for thread in rows_of(here, "family", key):
        by_year.setdefault(record_part(thread), []).append(_thread_line(here, thread))
    return FamilyView(
        title=said.family(voice, name),
        lead=said.meant_for(voice, name),
        figures=tuple(
            Figure(one.name, one.text) for one in said.figures(voice, name, threads, report.day)
        )
        if first and threads
        else (),
        soon=tuple(_soon(here, threads)) if first else (),
        years=tuple(YearView(year, tuple(lines)) for year, lines in by_year.items()),
        practice=_practice(here),
        invitation="" if threads else said.invitation(voice, name),
        part=part_title(here, "family", key),
        parts=parts_menu(here, "family", key),
    )


def record_view(here: PageContext, path: str) -> RecordView:
    """The view of the record that stands in this file."""
    report, voice = here.site.report, here.site.voice
    thread = report.records.of_file[path]
    record = next(one for one in thread.records if one.path == path)
    return RecordView(
        title=record.title,
        family=Ref(said.family(voice, record.family), here.to("family", record.family)),
        kind=_kind(here, record.kind, record.family),
        when=_when(here, record) if record.day else None,
        facts=_fact_views(here, record, said.thread_facts(voice, thread, report.day)),
        goals=tuple(goal_ref(here, id_) for id_ in thread.goals),
        prose=here.prose(record),
        others=record_lines(here, rows_of(here, "record-lines", path)),
        tags=tag_refs(here, record.tags),
        parts=parts_menu(here, "record-lines", path),
    )


def records_of_goal(here: PageContext, key: str) -> tuple[RecordLine, ...]:
    """The records that are for a goal, of these what stands on the page of this key."""
    return record_lines(here, rows_of(here, "goal-records", key), of=list_of(key))


def goal_records_view(here: PageContext, key: str) -> RecordListView:
    """The view of a part of the records that are for a goal."""
    return RecordListView(
        goal_ref(here, list_of(key)),
        label(here.site.voice, "practice"),
        records_of_goal(here, key),
        part_title(here, "goal-records", key),
        parts_menu(here, "goal-records", key),
    )


def record_lines_view(here: PageContext, key: str) -> RecordListView:
    """The view of a part of the lines that speak of the same as a file of the log."""
    page = here.site.map.pages["record", list_of(key)]
    return RecordListView(
        Ref(page.title, here.link(page.address)),
        said.in_the_journal(here.site.voice),
        record_lines(here, rows_of(here, "record-lines", key)),
        part_title(here, "record-lines", key),
        parts_menu(here, "record-lines", key),
    )


def practice_view(here: PageContext) -> PracticeView:
    """The view of the page that leads to all records; its owner is shown how to begin others."""
    report, voice = here.site.report, here.site.voice
    cards = []
    for name in FAMILIES:
        threads = report.records.threads.get(name, ())
        if not threads and voice.reader is not Visibility.PRIVATE:
            continue
        ref = Ref(said.family(voice, name), here.to("family", name), _count(here, threads))
        lines = tuple(_thread_line(here, one) for one in threads[:_NEWEST])
        invitation = "" if threads else said.invitation(voice, name)
        cards.append(PracticeCard(ref, said.meant_for(voice, name), lines, invitation))
    others = (page for kind in _OTHERS for page in here.site.map.of(kind))
    return PracticeView(
        tuple(Ref(page.title, here.link(page.address)) for page in others), tuple(cards)
    )


def _practice(here: PageContext) -> Ref:
    return Ref(here.site.map.pages["practice", ""].title, here.to("practice"))


def _count(here: PageContext, threads: tuple[Thread, ...]) -> str:
    return here.site.voice.number(len(threads)) if threads else ""


def _thread_line(here: PageContext, thread: Thread) -> RecordLine:
    facts = said.thread_facts(here.site.voice, thread, here.site.report.day)
    return _line(here, thread.file or thread.records[-1], thread.kind, facts, thread.goals, thread)


def _line(
    here: PageContext,
    record: Record,
    kind: str,
    facts: tuple[said.Fact, ...],
    goals: tuple[str, ...],
    thread: Thread | None = None,
) -> RecordLine:
    last = thread.records[-1] if thread else record
    title = _own_words(here, record, record.title)
    href = here.to("record", record.path) if not record.line else ""
    if href:
        title = Markup('<a href="{}">{}</a>').format(href, record.title)
    return RecordLine(
        _when(here, last),
        title,
        _kind(here, kind, record.family),
        _fact_views(here, record, facts),
        tuple(goal_ref(here, id_) for id_ in goals),
        _where(here, last) if last.line else None,
    )


def _where(here: PageContext, record: Record) -> Ref | None:
    """The link to the entry that says it, by its week where its first words are a record."""
    entry = here.site.report.by_path.get(record.path)
    if not isinstance(entry, Entry):
        return None
    ref = entry_ref(here, entry)
    # Of all lines that are records only the first can be its first words.
    first = entry.outline.lines[0].text
    listed = not entry.title and _letters(first).startswith(_letters(ref.title))
    return replace(ref, title=week_title(here, week_of(entry))) if listed else ref


def _letters(text: str) -> str:
    """A text as it is compared: without marks, blanks and where its links lead."""
    return re.sub(r"[\W_]+", "", spelled(plain_title(text)))


def _kind(here: PageContext, kind: str, family: str) -> str:
    usual = kind in {"learning", "contact", "experience"} or family in {
        "feedback",
        "setbacks",
        "wins",
        "declined",
    }
    return "" if usual else said.kind(here.site.voice, kind)


def _fact_views(
    here: PageContext, record: Record, facts: tuple[said.Fact, ...]
) -> tuple[FactView, ...]:
    return tuple(
        FactView(one.name, _own_words(here, record, one.text) if one.own else escape(one.text))
        for one in facts
    )


def _own_words(here: PageContext, record: Record, text: str) -> Markup:
    """Words of a record as they stand on this page, with links that lead on from it."""
    document: Document = here.site.report.by_path[record.path] if record.line else record
    return here.line(text, document)


def _when(here: PageContext, record: Record) -> When:
    if record.week:
        return When(week_title(here, record.week), str(record.week))
    return day_of(here, record.day) if record.day else When("", "")


def _soon(here: PageContext, threads: tuple[Thread, ...]) -> Iterable[Item]:
    """What is due within three months, the nearest first; what has passed stays until it is met.

    So is a record of a day to come, as an event that is booked. Of very many only those nearest to
    the day are named; all stand in the list below with their days.
    """
    day = here.site.report.day
    found: list[tuple[date, str, Thread]] = []
    for thread in threads:
        last = thread.records[-1]
        latest = last.day or date.min
        if day < last.begun <= day + _SOON:
            found.append((last.begun, "next", thread))
        for when, name in ((thread.next, "next"), (thread.expires, "expires")):
            if when and when > latest and when <= day + _SOON:
                found.append((when, name, thread))
    nearest = sorted(found, key=lambda one: abs(one[0] - day))[:_COMING]
    for when, name, thread in sorted(nearest, key=lambda one: one[:2]):
        note = said.comes_up(here.site.voice, name, when, day)
        file = thread.file
        ref = Ref(thread.title, here.to("record", file.path) if file else "")
        yield Item(day_of(here, when), ref, note=note)
