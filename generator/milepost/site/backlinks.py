"""Which documents link to which page.

In: a journal and its atlas. Out: for each address, the documents whose prose links there.
"""

from __future__ import annotations

from dataclasses import dataclass

from milepost.journal.model import Document, Journal
from milepost.site.atlas import Atlas, Spot


@dataclass(frozen=True, slots=True)
class Backlink:
    """A document that links to a page: its path, and where it stands."""

    path: str
    spot: Spot


def documents(journal: Journal) -> tuple[Document, ...]:
    """Everything in the journal that has prose, in the order of the rooms of the site."""
    every: tuple[Document, ...] = (
        *journal.goals,
        *journal.entries,
        *journal.reviews,
        *journal.pages,
        journal.profile,
    )
    return tuple(document for document in every if document.path)


def backlinks(journal: Journal, atlas: Atlas) -> dict[str, tuple[Backlink, ...]]:
    """The documents that link to each page, each once, without links of a page to itself."""
    found: dict[str, dict[str, Backlink]] = {}
    for document in documents(journal):
        own = atlas.spots.get(document.path)
        if own is None:
            continue
        for link in document.outline.links:
            spot = atlas.find(link.target, document.path)
            if spot and spot.address != own.address:
                found.setdefault(spot.address, {})[document.path] = Backlink(document.path, own)
    return {address: tuple(by_path.values()) for address, by_path in sorted(found.items())}


def pointed_at(journal: Journal, atlas: Atlas) -> frozenset[str]:
    """The paths of the documents into whose headings some link points."""
    addresses = {
        spot.address
        for document in documents(journal)
        for link in document.outline.links
        if link.anchor and (spot := atlas.find(link.target, document.path))
    }
    return frozenset(path for path, spot in atlas.spots.items() if spot.address in addresses)
