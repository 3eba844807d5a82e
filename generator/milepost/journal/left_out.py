"""What an audience does not see of a journal, piece by piece, and why.

In: the whole journal, the text of its files, and an audience. Out: `LeftOut` values, for the owner
only: they name what is hidden. Each thing counts once: a passage or a comment within a note that
is hidden goes with the note.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from milepost.findings import Place
from milepost.journal import visibility
from milepost.journal.comments import without_comments
from milepost.journal.gate import gate
from milepost.journal.library import Library
from milepost.journal.model import Document, Entry, Goal, Journal, Page, Record, Review
from milepost.journal.nodes import folded
from milepost.journal.words import Visibility

_KEY = re.compile(r"[ \t]*['\"]?([\w -]+?)['\"]?[ \t]*:")


class Piece(StrEnum):
    """What is left out, in the order in which it is told."""

    GOAL = "goal"
    ENTRY = "entry"
    REVIEW = "review"
    PAGE = "page"
    RECORD = "record"
    PROFILE = "profile"
    PASSAGE = "passage"
    COMMENT = "comment"
    FILE = "file"


class Why(StrEnum):
    """Why it is left out."""

    SAID = "said"
    """A line of the file says so."""
    DEFAULT = "default"
    """The file says nothing, and what the settings say holds."""
    DOUBT = "doubt"
    """What stands there cannot be told to be visible."""
    COMMENT = "comment"
    """It is a comment, which is shown to nobody."""
    UNUSED = "unused"
    """No page that they see shows it or links to it."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """One thing that an audience does not see, with the name by which its owner knows it."""

    kind: Piece
    name: str
    place: Place
    why: Why


def left_out(
    journal: Journal,
    sources: Mapping[str, str],
    assets: Collection[str],
    audience: Visibility,
) -> tuple[LeftOut, ...]:
    """What the gate takes from a journal for an audience; nothing for its owner.

    `assets` are the paths of pictures and other files.
    """
    if audience is Visibility.PRIVATE:
        return ()
    found: list[LeftOut] = []
    for document in _documents(journal):
        text = sources.get(document.path, "")
        if document.visibility.seen_by(audience):
            found += _within(document, text, audience)
        else:
            place, why = _said(document, text)
            found.append(LeftOut(_piece(document), _name(document), place, why))
    shown = _brought_along(gate(journal, audience), assets)
    unused = sorted(set(assets) - shown)
    found += [LeftOut(Piece.FILE, path, Place(path), Why.UNUSED) for path in unused]
    return tuple(sorted(found, key=lambda item: (list(Piece).index(item.kind), item.place)))


def comments_in(text: str) -> int:
    """How many comments stand in a text, those within others too; an open one counts.

    >>> comments_in("a <!-- b --> c %% d %% `%% e %%` <!-- f")
    3
    """
    left = without_comments(text).text
    html, percent = (text.count(sign) - left.count(sign) for sign in ("<!--", "%%"))
    return html + (percent + 1) // 2


def _documents(journal: Journal) -> Iterator[Document]:
    yield from journal.notes
    if journal.profile.path:
        yield journal.profile


def _piece(document: Document) -> Piece:
    kinds = {Goal: Piece.GOAL, Entry: Piece.ENTRY, Review: Piece.REVIEW, Page: Piece.PAGE}
    if isinstance(document, Record):
        return Piece.RECORD
    return kinds.get(type(document), Piece.PROFILE)


def _name(document: Document) -> str:
    return str(getattr(document, "title", "") or document.path)


def _within(document: Document, text: str, audience: Visibility) -> Iterator[LeftOut]:
    """The passages and the comments that a visible note keeps from an audience."""
    prose, name = document.prose, _name(document)
    strays = {(stray.start, stray.end) for stray in prose.passages.strays}
    for start, end in prose.passages.hidden_from(audience):
        why = Why.DOUBT if (start, end) in strays else Why.SAID
        yield LeftOut(Piece.PASSAGE, name, Place(document.path, prose.line + start), why)
    for _ in range(comments_in(text)):
        yield LeftOut(Piece.COMMENT, name, Place(document.path), Why.COMMENT)


def _said(document: Document, text: str) -> tuple[Place, Why]:
    """Where a file says who may see it, or that it does not."""
    if document.unsure:
        return Place(document.path), Why.DOUBT
    above = text.split("\n")[: max(document.prose.line - 1, 0)]
    for number, line in enumerate(above, 1):
        match = _KEY.match(line)
        if match and folded(match[1]) in visibility.KEYS:
            return Place(document.path, number), Why.SAID
    return Place(document.path), Why.DEFAULT


def _brought_along(journal: Journal, assets: Collection[str]) -> set[str]:
    """The files that the notes of a journal show or link to."""
    found: set[str] = set()
    library = Library(assets)
    for document in _documents(journal) if assets else ():
        for source in (*document.outline.pictures, *document.outline.files):
            asset = library.find(document.path, source)
            found |= {asset} if asset else set()
    return found
