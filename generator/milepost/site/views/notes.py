"""The index of the author's own pages, by the folders in which they lie.

In: the site and the page's context. Out: `NotesView`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from milepost.addresses import slug
from milepost.journal.filenames import INDEXES, stem
from milepost.journal.model import Page
from milepost.journal.words import Visibility
from milepost.site.context import PageContext
from milepost.site.views.parts import Ref


@dataclass(frozen=True, slots=True)
class NoteFolder:
    """The notes of a folder; `about` is the one that speaks of the folder itself.

    `name` is empty for what lies at the top; `anchor` is where it stands on the page of notes.
    """

    name: str
    anchor: str
    about: Ref | None
    notes: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class NotesView:
    """All pages of the author's own, by folder."""

    count: int
    folders: tuple[NoteFolder, ...]


def notes_view(here: PageContext) -> NotesView:
    """The view of the index of notes: by folder for their owner, in one list for others."""
    journal = here.site.report.journal
    folders: dict[str, list[Page]] = {}
    for page in sorted(journal.pages, key=by_title):
        folders.setdefault(folder_of(here, page), []).append(page)
    return NotesView(
        len(journal.pages), tuple(_folder(here, name, folders[name]) for name in sorted(folders))
    )


def folder_of(here: PageContext, page: Page) -> str:
    """The folder of a note, below that of all notes; how it is called is for its owner only."""
    if here.site.voice.reader is not Visibility.PRIVATE:
        return ""
    parent = str(PurePosixPath(page.path.removeprefix(here.site.report.journal.root)).parent)
    return "" if parent == "." else parent


def anchor_of(folder: str) -> str:
    """Where a folder stands on the page of notes."""
    return f"in-{slug(folder)}" if slug(folder) else "_main"


def by_title(page: Page) -> tuple[str, str]:
    """The order in which notes stand in their folder: by title, 9 before 10."""
    title = (page.title or page.id).casefold()
    return re.sub(r"[0-9]+", lambda number: number[0].zfill(9), title), page.path


def neighbours(pages: tuple[Page, ...]) -> Iterator[tuple[Page | None, Page, Page | None]]:
    """Each note between those before and after it in its folder."""
    ordered = sorted(pages, key=lambda page: (str(PurePosixPath(page.path).parent), by_title(page)))
    around = [None, *ordered, None]
    for before, page, after in zip(around, ordered, around[2:], strict=False):
        yield _beside(before, page), page, _beside(after, page)


def _beside(other: Page | None, page: Page) -> Page | None:
    same = other and PurePosixPath(other.path).parent == PurePosixPath(page.path).parent
    return other if same else None


def _folder(here: PageContext, name: str, pages: list[Page]) -> NoteFolder:
    refs = {page.path: Ref(page.title or page.id, here.to("page", page.path)) for page in pages}
    about = next((page.path for page in pages if stem(page.path).lower() in INDEXES), "")
    return NoteFolder(
        name,
        anchor_of(name),
        refs.get(about),
        tuple(ref for path, ref in refs.items() if path != about),
    )
