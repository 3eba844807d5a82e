"""Which pages the site has and where each stands; to which of them a name in the prose leads.

In: the report of a gated journal. Out: `Atlas`, and a finding for each page that had to give way to
another.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import unquote

from milepost.addresses import folded, slug, step
from milepost.findings import Finding, Place
from milepost.journal.model import Document, Entry, Journal
from milepost.journal.values import Week
from milepost.journal.words import Visibility
from milepost.progress.calendar import Span, spans_of
from milepost.progress.report import Report
from milepost.site.faults import shared_address
from milepost.voice.labels import label
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


@dataclass(frozen=True, slots=True)
class Stop:
    """One page: what it shows (`kind` and `key`), its address, and the file it comes from."""

    kind: str
    key: str
    address: str
    title: str
    path: str = ""


@dataclass(frozen=True, slots=True)
class Spot:
    """A document on a page: the page's address, and the anchor at which the document begins.

    `prefix` stands before the anchors of its headings where several documents share a page.
    """

    address: str
    anchor: str = ""
    prefix: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Atlas:
    """All pages by kind and key, and all documents by path and by the names people use."""

    stops: Mapping[tuple[str, str], Stop]
    spots: Mapping[str, Spot]
    names: Mapping[str, Spot]

    def address(self, kind: str, key: str = "") -> str:
        """Where the page of a goal, a week, a tag … stands. Raises KeyError when there is none."""
        return self.stops[kind, key].address

    def has(self, kind: str, key: str = "") -> bool:
        """Whether there is such a page."""
        return (kind, key) in self.stops

    def of(self, kind: str) -> tuple[Stop, ...]:
        """All pages of a kind, in the order in which they were found."""
        return tuple(stop for stop in self.stops.values() if stop.kind == kind)

    def find(self, target: str, path: str) -> Spot | None:
        """Where a link written in the file `path` leads, if it leads to a page.

        `target` is an id, a week, a day, a period, a file's name or a path, relative to the file
        or to the journal, with or without `.md`.
        """
        if not target:
            return self.spots.get(path)
        plain = unquote(target).replace("\\", "/").removesuffix(".md")
        near = posixpath.normpath(posixpath.join(posixpath.dirname(path), plain))
        for candidate in (near, plain.lstrip("/"), f"content/{plain}", posixpath.basename(plain)):
            spot = self.names.get(folded(candidate))
            if spot:
                return spot
        try:
            day = date.fromisoformat(plain)
        except ValueError:
            return None
        return self.names.get(folded(str(Week.of(day))))


def draw(
    report: Report, voice: Voice, reserved: Iterable[str] = ()
) -> tuple[Atlas, tuple[Finding, ...]]:
    """The atlas of a journal for the voice's reader, and what had to move.

    `reserved` are files that a theme writes. A page whose address is taken, by letter or by a
    letter's size only, gets a number behind its own.
    """
    stops: dict[tuple[str, str], Stop] = {}
    taken = {folded(address): f"the theme's file {address}" for address in sorted(reserved)}
    findings = []
    for stop in _wanted(report, voice):
        if (stop.kind, stop.key) in stops:
            continue
        placed = _placed(stop, taken)
        if placed.address != stop.address:
            first = taken[_key(stop.address)]
            place = Place(stop.path or "milepost.yaml")
            findings.append(shared_address(place, stop.address, first, placed.address))
        taken[_key(placed.address)] = placed.path or f"the page “{placed.title}”"
        stops[stop.kind, stop.key] = placed
    spots = _spots(report, stops)
    return Atlas(stops, spots, _names(report.journal, stops, spots)), tuple(findings)


def _key(address: str) -> str:
    return folded(address.rstrip("/"))


def _placed(stop: Stop, taken: Mapping[str, str]) -> Stop:
    address, count = stop.address, 1
    while _key(address) in taken:
        count += 1
        address = f"{stop.address.rstrip('/')}-{count}/"
    return Stop(stop.kind, stop.key, address, stop.title, stop.path)


def _wanted(report: Report, voice: Voice) -> Iterator[Stop]:
    journal = report.journal
    for name, address in FIXED.items():
        if name != "findings" or voice.reader is Visibility.PRIVATE:
            yield Stop(name, "", address, label(voice, name))
    for span in spans_of(journal):
        yield Stop("period", span.name, span.address, span.name)
    for week in report.weeks:
        yield Stop("week", str(week), f"journal/{week}/", str(week))
    for goal in journal.goals:
        yield Stop("goal", goal.id, f"goals/{step(goal.id)}/", goal.title or goal.id, goal.path)
    for kind, folder, labels in (
        ("tag", "tags", tags_of(journal)),
        ("area", "areas", areas_of(journal)),
    ):
        for key, name in labels.items():
            yield Stop(kind, key, f"{folder}/{step(key)}/", name)
    for page in journal.pages:
        yield Stop("page", page.path, f"{step(page.id)}/", page.title or page.id, page.path)


def tags_of(journal: Journal) -> dict[str, str]:
    """All tags by the key of their page, sorted, as first written."""
    tagged: tuple[Document, ...] = (
        *journal.goals,
        *journal.entries,
        *journal.reviews,
        *journal.pages,
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


def label_key(label: str) -> str:
    """The key of a tag's or an area's page: one for all ways to write it."""
    return slug(label) or "-".join(f"{ord(letter):x}" for letter in label)


def _spots(report: Report, stops: Mapping[tuple[str, str], Stop]) -> dict[str, Spot]:
    journal = report.journal
    spots: dict[str, Spot] = {}
    for goal in journal.goals:
        stop = stops["goal", goal.id]
        spots[goal.path] = Spot(stop.address, title=stop.title)
    for week, entries in report.weeks.items():
        stop = stops["week", str(week)]
        spots.update(_notes(stop, entries))
    for review in journal.reviews:
        span = Span.named(review.period)
        if span:
            stop = stops["period", span.name]
            spots.setdefault(review.path, Spot(stop.address, title=review.title or span.name))
    for page in journal.pages:
        stop = stops["page", page.path]
        spots[page.path] = Spot(stop.address, title=stop.title)
    if journal.profile.path:
        vision = stops["vision", ""]
        spots[journal.profile.path] = Spot(
            vision.address, title=journal.profile.name or vision.title
        )
    return spots


def _notes(stop: Stop, entries: tuple[Entry, ...]) -> Iterator[tuple[str, Spot]]:
    used: set[str] = set()
    for entry in entries:
        stem = slug(posixpath.basename(entry.path).rpartition(".")[0]) or "note"
        anchor, count = f"_{stem}", 1
        while anchor in used:
            count += 1
            anchor = f"_{stem}-{count}"
        used.add(anchor)
        prefix = f"{anchor[1:]}." if len(entries) > 1 else ""
        yield entry.path, Spot(stop.address, anchor, prefix, entry.title)


def _names(
    journal: Journal, stops: Mapping[tuple[str, str], Stop], spots: Mapping[str, Spot]
) -> dict[str, Spot]:
    """By every name that may be written: path, file name, id, week, period; the first wins."""
    names: dict[str, Spot] = {}
    for path, spot in spots.items():
        names.setdefault(folded(path.removesuffix(".md")), spot)
    for (kind, key), stop in stops.items():
        if kind in {"goal", "week", "period"}:
            names.setdefault(folded(key), Spot(stop.address, title=stop.title))
    for page in journal.pages:
        names.setdefault(folded(page.id), spots[page.path])
    for path, spot in spots.items():
        bare = posixpath.basename(path).removesuffix(".md")
        names.setdefault(folded(bare), spot)
        names.setdefault(folded(path.removesuffix(".md").partition("/")[2]), spot)
    return names
