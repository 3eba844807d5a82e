"""P2: what is meant to stay hidden and shows all the same.

In: the journal before the gate, so these findings are for its owner only. Out: findings.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from pathlib import PurePosixPath
from typing import TypeVar

from milepost.checks.context import CheckContext
from milepost.checks.locating import locate_in_text
from milepost.checks.privacy.pictures import has_position, told_by
from milepost.checks.privacy.stripping import stripped
from milepost.checks.rule import Remark, rule
from milepost.findings import Place
from milepost.journal.library import Library
from milepost.journal.model import Document, Goal
from milepost.journal.words import Visibility

T = TypeVar("T")
_OF_EVERY_JOURNAL = {
    prefix + name
    for prefix in ("", "content/")
    for name in (".", "content", "goals", "journal", "reviews", "pages", "static")
}
_PICTURES = frozenset(
    ".jpg .jpeg .png .gif .webp .avif .heic .svg .bmp .tif .tiff".split()  # noqa: SIM905
)
_DISTINCT = 8
"""Letters that a title of several words must have before it can be told from plain speech."""


@rule("P201", "private-goal-named")
def named(context: CheckContext) -> Iterator[Remark]:
    """A text that others may read names a goal that they may not see.

    A link to a hidden goal becomes plain words by itself, but its title, written out, stays. Looked
    for are titles of two words or more, and ids with a hyphen. The finding is shown to you only.

    Flagged:
        == content/goals/leave-the-bank.md ==
        title: Leave the bank
        status: someday
        == content/journal/2026-W46.md ==
        ---
        visibility: public
        ---
        An hour for my secret: leave the bank.
    Fine:
        == content/goals/leave-the-bank.md ==
        title: Leave the bank
        status: someday
        == content/journal/2026-W46.md ==
        ---
        visibility: public
        ---
        An hour for [[leave-the-bank|something]].
    """
    seen: set[Place] = set()
    for audience in (Visibility.PUBLIC, Visibility.SHARED):
        hidden = [g for g in context.journal.goals if not g.visibility.seen_by(audience)]
        names = tuple(
            (goal.id, pattern, least) for goal in hidden for pattern, least in _names(goal)
        )
        if not names:
            continue
        shown = context.public if audience is Visibility.PUBLIC else context.shared
        readers = "everybody" if audience is Visibility.PUBLIC else "your supporters"
        asked = tuple((id_, pattern.pattern, least) for id_, pattern, least in names)
        for part, (id_, words) in shown.found("goals named", partial(_named, names), asked):
            place = context.locate_published(part, words)
            goal = context.journal.goal(id_)
            if place in seen or goal is None:
                continue
            seen.add(place)
            yield (
                place,
                f"{readers} can read this, and “{words}” names a goal that is "
                f"{goal.visibility.value}",
                f"write [[{goal.id}|something else]], put it between `::: private` and `:::`, "
                f"or write `visibility: {part.document.visibility.value}` in the goal",
            )


@rule("P202", "picture-with-position")
def position(context: CheckContext) -> Iterator[Remark]:
    """A picture or film in something that others may read says where it was taken.

    Cameras and phones write the position into the file (EXIF or XMP data), to within a few metres:
    whoever gets it can read where you live or run. The site shows JPEG, PNG and WebP pictures
    without it; the file in the journal keeps it, also for those who are given its repository. Of
    pictures of other kinds, of films, and of documents with pictures the site gets a copy as they
    are.

    Flagged:
        == content/journal/2026-W46.md ==
        ---
        visibility: public
        ---
        ![The boat](boat.jpg)
        == content/journal/boat.jpg ==
        ⟨a photograph that says where it was taken⟩
    Fine:
        == content/journal/2026-W46.md ==
        ---
        visibility: public
        ---
        ![The boat](boat.jpg)
        == content/journal/boat.jpg ==
        ⟨a photograph that does not say where it was taken⟩
    """
    for place, asset, _, becomes in _telling(context, has_position):
        yield (
            place,
            f"this {_kind(asset)} says where it was taken, and {becomes}",
            "save a copy without its position (most programs: “Export”, “without location” "
            f"or “without metadata”; `exiftool -gps:all= -xmp:geotag= {asset}`)",
        )


@rule("P204", "private-folder-named")
def folder_named(context: CheckContext) -> Iterator[Remark]:
    """A picture or file that others may see lies in a folder of notes that they may not.

    Its address on the site holds the folder's name. A folder is private here when it holds notes
    and none of them is for these readers, or when it is called like a note that is hidden.

    Flagged:
        == content/pages/divorce/plan.md ==
        # What to ask
        == content/pages/divorce/lake.jpg ==
        ⟨a photograph that does not say where it was taken⟩
        == content/journal/2026-W46.md ==
        ---
        visibility: public
        ---
        ![The lake](../pages/divorce/lake.jpg)
    Fine:
        == content/pages/divorce/plan.md ==
        # What to ask
        == static/lake.jpg ==
        ⟨a photograph that does not say where it was taken⟩
        == content/journal/2026-W46.md ==
        ---
        visibility: public
        ---
        ![The lake](lake.jpg)
    """
    private_folders = cache(partial(_private_folders, context.journal.notes))
    for document, source, asset in _brought_along(context):
        private = private_folders(document.visibility)
        folder = next((str(at) for at in PurePosixPath(asset).parents if at in private), "")
        if folder:
            yield (
                _place(context, document, source),
                f"the address of this file will name the folder {folder}, which is private",
                f"move {asset} to `static/`",
            )


@rule("P205", "file-says-who-made-it")
def made_by(context: CheckContext) -> Iterator[Remark]:
    """A file that others may see says who made it, with what, or what was changed in it.

    Looked for are the author, the camera and comments in pictures, the author and earlier versions
    in PDF files, the author, comments and tracked changes in office files, the author and the
    camera of sound and film. The site shows JPEG, PNG and WebP pictures without it; the file in the
    journal keeps it. Every other file is published as it is.

    Flagged:
        == content/journal/2026-W46.md ==
        ---
        visibility: public
        ---
        [My letter](letter.pdf)
        == content/journal/letter.pdf ==
        %PDF-1.4 1 0 obj << /Author (Bea Lindt) >> endobj
    Fine:
        == content/journal/2026-W46.md ==
        ---
        visibility: public
        ---
        [My letter](letter.pdf)
        == content/journal/letter.pdf ==
        %PDF-1.4 1 0 obj << /Title (My letter) >> endobj
    """
    for place, asset, told, becomes in _telling(context, told_by):
        yield (
            place,
            f"this file tells {', '.join(told)}, and {becomes}",
            "save a copy without it (“Remove personal information”, “without metadata”; "
            f"`exiftool -all= {asset}` for pictures and PDF)",
        )


@rule("P206", "file-not-brought-along")
def not_brought(context: CheckContext) -> Iterator[Remark]:
    """A link leads to a file that no page brings along, so only its words are shown.

    Pages bring along pictures, documents, sound and film that lie in the journal; never settings,
    data, programs, hidden files or what a symbolic link finds elsewhere.

    Flagged:
        == content/journal/2026-W46.md ==
        [My numbers](../../data/weight.csv)
    Fine:
        == content/journal/2026-W46.md ==
        [My letter](letter.pdf)
        == content/journal/letter.pdf ==
        %PDF-1.4 1 0 obj << /Title (My letter) >> endobj
    """
    library = Library(context.assets)
    for document in (*context.journal.notes, context.journal.profile):
        wiki = {link.target for link in document.outline.links if link.wiki}
        for source in document.outline.files:
            known = library.find(document.path, source) is not None
            if not known and source not in wiki:
                yield (
                    _place(context, document, source),
                    f"“{source}” is no file that a page brings along",
                    "link to a picture, a document, sound or film in the journal, or leave it out",
                )


def _brought_along(context: CheckContext) -> Iterator[tuple[Document, str, str]]:
    """Each file that what others may read shows or links to: the note, its address, the file."""
    if not context.assets:
        return
    library = Library(context.assets)
    for document, source in context.shared.of_each("files", _files):
        asset = library.find(document.path, source)
        if asset is not None:
            yield document, source, asset


def _files(document: Document) -> list[tuple[Document, str]]:
    """The addresses of files that a document shows or links to."""
    outline = document.outline
    return [(document, source) for source in (*outline.pictures, *outline.files)]


def _telling(
    context: CheckContext, ask: Callable[[bytes], T]
) -> Iterator[tuple[Place, str, T, str]]:
    """Each file brought along that tells something: where, the file, what, and what becomes of it.

    A file's bytes are asked once, however many notes show it.
    """

    @cache
    def told_in(asset: str) -> tuple[T, bool]:
        told = ask(context.assets[asset])
        return told, bool(told and ask(stripped(context.assets[asset])))

    for document, source, asset in _brought_along(context):
        told, stays = told_in(asset)
        if told:
            becomes = _goes_along(document.visibility, stays=stays)
            yield _place(context, document, source), asset, told, becomes


def _place(context: CheckContext, document: Document, source: str) -> Place:
    text = context.sources.get(document.path, "")
    return locate_in_text(text, document.path, source, after_line=document.prose.line)


def _private_folders(notes: Iterable[Document], audience: Visibility) -> frozenset[PurePosixPath]:
    """The folders that tell of hidden notes: all notes in them are hidden, or they share a name."""
    hidden: set[PurePosixPath] = set()
    open_: set[PurePosixPath] = set()
    for note in notes:
        path = PurePosixPath(note.path)
        if note.visibility.seen_by(audience):
            open_ |= set(path.parents)
        else:
            hidden |= {*path.parents, path.with_suffix("")}
    return frozenset(folder for folder in hidden - open_ if str(folder) not in _OF_EVERY_JOURNAL)


@rule("P203", "published-by-default")
def default(context: CheckContext) -> Iterator[Remark]:
    """The settings publish every file that does not say otherwise.

    So a file in which the line is forgotten, or a note that a tool of yours lays into the folder,
    is open at once. With `private` as the default a forgotten line costs nothing.

    Flagged:
        == milepost.yaml ==
        visibility: public
    Fine:
        == milepost.yaml ==
        visibility: private
    """
    settings = context.journal.settings
    if settings.visibility is not Visibility.PRIVATE:
        text = context.sources.get(settings.path, "")
        place = locate_in_text(text, settings.path, settings.visibility.value)
        yield (
            place,
            f"every file that says nothing will be {_open(settings.visibility)}",
            "write `visibility: private` here, and "
            f"`visibility: {settings.visibility.value}` in each file that others may read",
        )


def _names(goal: Goal) -> Iterator[tuple[re.Pattern[str], int]]:
    """What a goal can be called by: its title where that is no plain word, its id with hyphens.

    One pattern at most, with the length of the shortest text in which it can be found.
    """
    names: dict[str, int] = {}
    words = goal.title.split()
    if len(words) > 1 and len(goal.title) >= _DISTINCT:
        names[r"\s+".join(map(re.escape, words))] = len(" ".join(words))
    if "-" in goal.id and len(goal.id) >= _DISTINCT:
        names[re.escape(goal.id)] = len(goal.id)
    if names:
        every = rf"(?<![\w-])(?:{'|'.join(names)})(?![\w-])"
        yield re.compile(every, re.IGNORECASE), min(names.values())


def _named(
    names: Iterable[tuple[str, re.Pattern[str], int]], text: str
) -> Iterator[tuple[str, str]]:
    """The ids of the goals that a text names, each with the words for it."""
    for id_, pattern, least in names:
        if len(text) >= least and (match := pattern.search(text)):
            yield id_, match[0]


def _kind(asset: str) -> str:
    """What a file is called that may say where it was taken."""
    ending = PurePosixPath(asset).suffix.lower()
    return "picture" if ending in _PICTURES else "file"


def _goes_along(visibility: Visibility, *, stays: bool) -> str:
    """What becomes of what a file tells beside itself."""
    if stays:
        return f"it will be {_open(visibility)}"
    return "only the site takes that out: whoever is given the file itself can read it"


def _open(visibility: Visibility) -> str:
    return "public" if visibility is Visibility.PUBLIC else "shared"
