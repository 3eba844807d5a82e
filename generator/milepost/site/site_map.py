"""Which pages the site has and where each stands; to which of them a name in the prose leads.

In: the report of a gated journal. Out: `SiteMap`, and a finding for each page that had to give way
to another.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any
from urllib.parse import unquote

from milepost.addresses import folded, label_key, slug, spelled, step
from milepost.findings import Finding, Place
from milepost.journal.model import Document, Entry, Goal, Journal, Page, Record, Review
from milepost.journal.record_kinds import FAMILIES
from milepost.journal.values import Week
from milepost.journal.words import Visibility, WeekStart
from milepost.progress.budget import kept
from milepost.progress.calendar import Span, spans_of
from milepost.progress.report import Report
from milepost.progress.skills import skills
from milepost.site.faults import page_titled, shared_address, theme_file
from milepost.site.parts_of_lists import Part
from milepost.voice.labels import label
from milepost.voice.records import family
from milepost.voice.voice import Voice

FIXED = {
    "dashboard": "",
    "goals": "goals/",
    "road": "road/",
    "journal": "journal/",
    "reviews": "reviews/",
    "tags": "tags/",
    "areas": "areas/",
    "vision": "vision/",
    "findings": "findings/",
    "search": "search/",
    "missing": "404.html",
}
"""The addresses of the pages that every site has, by the name that the menu may use."""

_ADDRESSES = {"declined": "said-no"}
"""Where a family of records stands, if not under its own name."""

_GIVING_WAY = {"notes", "actions", "skills", "budget"}
"""Pages that not every site has: they give way to one of the author's own without a word."""


@dataclass(frozen=True, slots=True)
class SitePage:
    """One page: what it shows (`kind` and `key`), its address, and the file it comes from.

    `part` is what it is called where it holds a part of a list.
    """

    kind: str
    key: str
    address: str
    title: str
    path: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True)
class Location:
    """A document on a page: the page's address, and the anchor at which the document begins.

    `prefix` stands before the anchors of its headings where several documents share a page.
    """

    address: str
    anchor: str = ""
    prefix: str = ""
    title: str = ""


@dataclass(frozen=True)  # without slots: the pages of each kind are gathered once
class SiteMap:
    """All pages by kind and key, and all documents by path and by the names people use.

    `lists` are the parts of each list, by the kind and key of its page.
    """

    pages: Mapping[tuple[str, str], SitePage]
    locations: Mapping[str, Location]
    names: Mapping[str, Location]
    week_starts: WeekStart = WeekStart.MONDAY
    lists: Mapping[tuple[str, str], tuple[Part[Any], ...]] = field(default_factory=dict)

    def address(self, kind: str, key: str = "") -> str:
        """Where the page of a goal, a week, a tag … stands. Raises KeyError when there is none."""
        return self.pages[kind, key].address

    def address_of(self, kind: str, key: str = "") -> str | None:
        """The same, or None when there is none."""
        page = self.pages.get((kind, key))
        return page.address if page else None

    def has(self, kind: str, key: str = "") -> bool:
        """Whether there is such a page."""
        return (kind, key) in self.pages

    def of(self, kind: str) -> tuple[SitePage, ...]:
        """All pages of a kind, in the order in which they were found."""
        return self._of_kind.get(kind, ())

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """The years, quarters and months that have a page, in its order."""
        found = (Span.named(page.key) for page in self.of("period"))
        return tuple(span for span in found if span)

    @cached_property
    def parts(self) -> dict[Span, tuple[Span, ...]]:
        """The quarters of each year and the months of each quarter that have a page."""
        found: dict[Span, list[Span]] = {}
        for span in self.spans:
            if span.parents:
                found.setdefault(span.parents[-1], []).append(span)
        return {span: tuple(parts) for span, parts in found.items()}

    @cached_property
    def _of_kind(self) -> dict[str, tuple[SitePage, ...]]:
        found: dict[str, list[SitePage]] = {}
        for page in self.pages.values():
            found.setdefault(page.kind, []).append(page)
        return {kind: tuple(pages) for kind, pages in found.items()}

    def find(self, target: str, path: str) -> Location | None:
        """Where a link written in the file `path` leads, if it leads to a page.

        `target` is an id, a week, a day, a period, a file's name or a path, relative to the file
        or to the journal, with or without `.md`.
        """
        if not target:
            return self.locations.get(path)
        plain = unquote(target).replace("\\", "/").removesuffix(".md")
        near = posixpath.normpath(posixpath.join(posixpath.dirname(path), plain))
        for candidate in (near, plain.lstrip("/"), f"content/{plain}", posixpath.basename(plain)):
            place = self.names.get(folded(candidate))
            if place:
                return place
        try:
            day = date.fromisoformat(plain)
        except ValueError:
            return None
        return self.names.get(folded(str(Week.of(day, self.week_starts))))


def draw(
    report: Report, voice: Voice, reserved: Iterable[str] = ()
) -> tuple[SiteMap, tuple[Finding, ...]]:
    """The map of a journal for the voice's reader, and what had to move.

    `reserved` are files that a theme writes. A page whose address is taken, by letter or by a
    letter's size only, gets a number behind its own.
    """
    pages: dict[tuple[str, str], SitePage] = {}
    taken = taken_by((), reserved)
    findings = []
    for page in _wanted(report, voice):
        if (page.kind, page.key) in pages:
            continue
        at = placed(page, taken)
        # In a folder of notes a name is no address that somebody chose.
        chosen = report.journal.root or page.kind != "page"
        if at.address != page.address and chosen and page.kind not in _GIVING_WAY:
            first = taken[_key(page.address)]
            place = Place(page.path or "milepost.yaml")
            findings.append(shared_address(place, page.address, first, at.address))
        taken[_key(at.address)] = _called(at)
        pages[page.kind, page.key] = at
    locations = _locations(report, pages)
    names = _names(report.journal, pages, locations)
    starts = report.journal.settings.week_starts
    return SiteMap(pages, locations, names, starts), tuple(findings)


def family_named(name: str) -> str:
    """The family of records that a menu means by its name, or by that of its address."""
    return next((one for one, address in _ADDRESSES.items() if address == name), name)


def _key(address: str) -> str:
    return folded(address.rstrip("/"))


def taken_by(pages: Iterable[SitePage], reserved: Iterable[str] = ()) -> dict[str, str]:
    """The addresses that are taken, each with what has it: pages, and files of a theme."""
    files = {folded(address): theme_file(address) for address in sorted(reserved)}
    return files | {_key(page.address): _called(page) for page in pages}


def _called(page: SitePage) -> str:
    return page.path or page_titled(page.title)


def placed(page: SitePage, taken: Mapping[str, str]) -> SitePage:
    """The page at its address, or at one with a number where that is taken."""
    address, count = page.address, 1
    while _key(address) in taken:
        count += 1
        address = f"{page.address.rstrip('/')}-{count}/"
    return page if address == page.address else replace(page, address=address)


def _wanted(report: Report, voice: Voice) -> Iterator[SitePage]:
    journal = report.journal
    for name, address in FIXED.items():
        if name != "findings" or voice.reader is Visibility.PRIVATE:
            yield SitePage(name, "", address, label(voice, name))
    for span in spans_of(journal):
        yield SitePage("period", span.name, span.address, span.name)
    for week in report.weeks:
        yield SitePage("week", str(week), f"journal/{week}/", str(week))
    for goal in journal.goals:
        yield SitePage("goal", goal.id, f"goals/{step(goal.id)}/", goal.title or goal.id, goal.path)
    for kind, folder, labels in (
        ("tag", "tags", tags_of(journal)),
        ("area", "areas", areas_of(journal)),
    ):
        for key, name in labels.items():
            yield SitePage(kind, key, f"{folder}/{step(key)}/", name)
    yield from _practice(report, voice)
    for own in journal.pages:
        yield SitePage("page", own.path, f"{step(own.id)}/", own.title or own.id, own.path)
    yield from _where_there_is_any(report, voice)
    if journal.pages:
        yield SitePage("notes", "", "notes/", label(voice, "notes"))


def _where_there_is_any(report: Report, voice: Voice) -> Iterator[SitePage]:
    """The pages of actions, skills and budgets, which give way to the author's own.

    One that the menu asks for says how it begins.
    """
    asked = _asked_for(report)
    own = asked if voice.reader is Visibility.PRIVATE else ()
    there = {
        "actions": bool(report.actions.open) or "actions" in asked,
        "skills": bool(skills(report)) or "skills" in own,
        "budget": kept(report) or "budget" in own,
    }
    for kind, any_ in there.items():
        if any_:
            yield SitePage(kind, "", f"{kind}/", label(voice, kind))


def _asked_for(report: Report) -> frozenset[str]:
    """The names in the menu that are not those of the author's own pages."""
    names = {name.strip().removesuffix(".md") for name in report.journal.settings.menu}
    own = {page.id for page in report.journal.pages}
    return frozenset(name.casefold() for name in names if spelled(name) not in own)


def _practice(report: Report, voice: Voice) -> Iterator[SitePage]:
    """The page that leads to all around the goals; one for each family of records and each file.

    The owner has one too of a family that the menu asks for, and of which there is nothing yet.
    """
    families = [*report.records.by_family]
    if voice.reader is Visibility.PRIVATE:
        asked = {family_named(name) for name in _asked_for(report)}
        families += [name for name in FAMILIES if name in asked and name not in families]
    if families or kept(report) or voice.reader is Visibility.PRIVATE:
        yield SitePage("practice", "", "practice/", label(voice, "practice"))
    for name in families:
        yield SitePage("family", name, f"{_ADDRESSES.get(name, name)}/", family(voice, name))
    for record in report.journal.log:
        address = f"log/{step(record.id)}/"
        yield SitePage("record", record.path, address, record.title, record.path)


def tags_of(journal: Journal) -> dict[str, str]:
    """All tags by the key of their page, sorted, as first written."""
    tagged: tuple[Document, ...] = (
        *journal.goals,
        *journal.entries,
        *journal.reviews,
        *journal.pages,
        *journal.log,
    )
    found: dict[str, str] = {}
    for document in tagged:
        for tag in getattr(document, "tags", ()):
            found.setdefault(label_key(tag), tag)
    return dict(sorted(found.items()))


def areas_of(journal: Journal) -> dict[str, str]:
    """All life areas by the key of their page: the profile's first, in its order."""
    named = (*journal.profile.areas, *journal.settings.areas)
    others = sorted(
        {goal.area for goal in journal.goals if goal.area}
        | {area for entry in journal.entries for area in entry.areas}
    )
    found: dict[str, str] = {}
    for area in (*named, *others):
        found.setdefault(label_key(area), area[:1].upper() + area[1:])
    return found


def _locations(report: Report, pages: Mapping[tuple[str, str], SitePage]) -> dict[str, Location]:
    journal = report.journal
    locations: dict[str, Location] = {}
    for goal in journal.goals:
        page = pages["goal", goal.id]
        locations[goal.path] = Location(page.address, title=page.title)
    for week, entries in report.weeks.items():
        page = pages["week", str(week)]
        locations.update(_notes(page, entries))
    for review in journal.reviews:
        span = Span.named(review.period)
        if span:
            page = pages["period", span.name]
            title = review.title or span.name
            locations.setdefault(review.path, Location(page.address, title=title))
    for own in journal.pages:
        page = pages["page", own.path]
        locations[own.path] = Location(page.address, title=page.title)
    for record in journal.log:
        page = pages["record", record.path]
        locations[record.path] = Location(page.address, title=page.title)
    if journal.profile.path:
        vision = pages["vision", ""]
        locations[journal.profile.path] = Location(
            vision.address, title=journal.profile.name or vision.title
        )
    return locations


def _notes(page: SitePage, entries: tuple[Entry, ...]) -> Iterator[tuple[str, Location]]:
    used: set[str] = set()
    for entry in entries:
        stem = slug(posixpath.basename(entry.path).rpartition(".")[0]) or "note"
        anchor, count = f"_{stem}", 1
        while anchor in used:
            count += 1
            anchor = f"_{stem}-{count}"
        used.add(anchor)
        prefix = f"{anchor[1:]}." if len(entries) > 1 else ""
        yield entry.path, Location(page.address, anchor, prefix, entry.title)


def _names(
    journal: Journal, pages: Mapping[tuple[str, str], SitePage], locations: Mapping[str, Location]
) -> dict[str, Location]:
    """By every name that may be written: path, file name, id, week, period; the first wins."""
    names: dict[str, Location] = {}
    for path, place in locations.items():
        names.setdefault(folded(path.removesuffix(".md")), place)
    for (kind, key), page in pages.items():
        if kind in {"goal", "week", "period"}:
            names.setdefault(folded(key), Location(page.address, title=page.title))
    for own in journal.pages:
        names.setdefault(folded(own.id), locations[own.path])
    for record in journal.log:
        names.setdefault(folded(record.id), locations[record.path])
    called: tuple[Goal | Entry | Review | Page | Record, ...] = (
        *journal.goals,
        *journal.pages,
        *journal.log,
        *journal.entries,
        *journal.reviews,
    )
    for document in called:
        if document.path in locations:
            for alias in document.aliases:
                names.setdefault(folded(alias), locations[document.path])
    for path, place in locations.items():
        bare = posixpath.basename(path).removesuffix(".md")
        names.setdefault(folded(bare), place)
        names.setdefault(folded(path.removesuffix(".md").partition("/")[2]), place)
    return names
