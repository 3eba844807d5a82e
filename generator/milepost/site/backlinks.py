"""Which documents link to which page.

In: a journal and its map. Out: for each address, the documents whose prose links there.
"""

from __future__ import annotations

from dataclasses import dataclass

from milepost.journal.model import Document, Journal
from milepost.site.site_map import Location, SiteMap


@dataclass(frozen=True, slots=True)
class Backlink:
    """A document that links to a page: its path, and where it stands."""

    path: str
    place: Location


def documents(journal: Journal) -> tuple[Document, ...]:
    """Everything in the journal that has prose, in the order of the rooms of the site."""
    every: tuple[Document, ...] = (
        *journal.goals,
        *journal.entries,
        *journal.reviews,
        *journal.pages,
        *journal.log,
        journal.profile,
    )
    return tuple(document for document in every if document.path)


def backlinks(journal: Journal, site_map: SiteMap) -> dict[str, tuple[Backlink, ...]]:
    """The documents that link to each page, each once, without links of a page to itself."""
    found: dict[str, dict[str, Backlink]] = {}
    for document in documents(journal):
        own = site_map.locations.get(document.path)
        if own is None:
            continue
        for link in document.outline.links:
            place = site_map.find(link.target, document.path)
            if place and place.address != own.address:
                found.setdefault(place.address, {})[document.path] = Backlink(document.path, own)
    return {address: tuple(by_path.values()) for address, by_path in sorted(found.items())}


def pointed_at(journal: Journal, site_map: SiteMap) -> frozenset[str]:
    """The paths of the documents into whose headings some link points."""
    addresses = {
        place.address
        for document in documents(journal)
        for link in document.outline.links
        if link.anchor and (place := site_map.find(link.target, document.path))
    }
    return frozenset(
        path for path, place in site_map.locations.items() if place.address in addresses
    )
