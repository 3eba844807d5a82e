"""The index of the author's own pages, by the folders in which they lie.

In: the site and the page's context. Out: `NotesView`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from milepost.addresses import slug
from milepost.journal.filenames import INDEXES, stem
from milepost.journal.model import Journal, Page
from milepost.journal.words import Visibility
from milepost.site.context import PageContext
from milepost.site.views.frame import MenuItem
from milepost.site.views.listed import key_of, part_title, parts_menu, rows_of
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
    """All pages of the author's own, by folder.

    Where they are too many for a page, `parts` lead to the pages on which they are, by folder, or
    by their first letter; `part` is what this one is called.
    """

    count: int
    folders: tuple[NoteFolder, ...]
    part: str = ""
    parts: tuple[MenuItem, ...] = ()


Row = tuple[str, Page]
"""A note, and the folder in which it stands."""


def note_rows(journal: Journal, *, by_folder: bool) -> tuple[Row, ...]:
    """All notes by title, those of each folder together where folders are told."""
    folders: dict[str, list[Page]] = {}
    for page in sorted(journal.pages, key=by_title):
        name = _folder_of(journal, page) if by_folder else ""
        folders.setdefault(name, []).append(page)
    return tuple((name, page) for name in sorted(folders) for page in folders[name])


def note_part(*, by_folder: bool) -> Callable[[Row], str]:
    """The part of the list in which a note stands: its folder, or the first letter of its title."""

    def part(row: Row) -> str:
        folder, page = row
        return slug(folder if by_folder else (page.title or page.id)[:1])

    return part


def notes_view(here: PageContext, key: str = "") -> NotesView:
    """The view of the index of notes: by folder for their owner, in one list for others."""
    rows: tuple[Row, ...] = rows_of(here, "notes", key)
    folders: dict[str, list[Page]] = {}
    for name, page in rows:
        folders.setdefault(name, []).append(page)
    return NotesView(
        len(here.site.report.journal.pages),
        tuple(_folder(here, name, pages) for name, pages in folders.items()),
        part_title(here, "notes", key),
        parts_menu(here, "notes", key),
    )


def folder_of(here: PageContext, page: Page) -> str:
    """The folder of a note, below that of all notes, where it is told."""
    told = tells_folders(here.site.voice.reader)
    return _folder_of(here.site.report.journal, page) if told else ""


def tells_folders(reader: Visibility) -> bool:
    """Whether a reader is told how folders are called: their owner is."""
    return reader is Visibility.PRIVATE


def _folder_of(journal: Journal, page: Page) -> str:
    parent = str(PurePosixPath(page.path.removeprefix(journal.root)).parent)
    return "" if parent == "." else parent


def folder_ref(here: PageContext, page: Page) -> Ref | None:
    """The link to a note's folder, where its folder is told."""
    folder = folder_of(here, page)
    if not folder:
        return None
    part = key_of("", slug(folder))
    kind, key = ("notes-part", part) if here.site.map.has("notes-part", part) else ("notes", "")
    return Ref(folder, here.to(kind, key, anchor_of(folder)))


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
