"""The one lookup of pictures and other files: which of them an address in a note means.

In: the names of the files of a journal. Out: the file that an address means, seen from a note, for
checks, pages and the preview alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import takewhile
from pathlib import PurePosixPath
from posixpath import normpath
from urllib.parse import unquote

from milepost.addresses import folded


class Library:
    """The files that a journal may show, by every name under which a note may speak of them."""

    def __init__(self, names: Iterable[str]) -> None:
        self._exact = {name: name for name in names}
        self._folded = {folded(name): name for name in sorted(self._exact, reverse=True)}
        self._by_name: dict[str, list[str]] = {}
        for name in sorted(self._exact):
            self._by_name.setdefault(folded(name.rpartition("/")[2]), []).append(name)

    def find(self, path: str, source: str) -> str | None:
        """The file that an address means, seen from the note at `path`.

        Tried in turn: relative to the note (last where it begins with `/`), to the journal, in
        `static/`, and by its bare name anywhere, of several the one whose folder is nearest to the
        note's. Each is tried letter for letter, then as a disk sees it that takes A for a, and é in
        two signs for é in one; as it is written, then with `%20` as a blank, then without what
        follows `#` or `?`.

        >>> Library(["a/lake.png", "b/lake.png"]).find("b/note.md", "lake.png")
        'b/lake.png'
        """
        bare = source.partition("#")[0].partition("?")[0]
        spellings = dict.fromkeys((source, unquote(source), bare, unquote(bare)))
        ways = [clean for way in spellings if (clean := way.replace("\\", "/").strip())]
        for look in (self._placed, self._named):
            if found := next(filter(None, (look(path, way) for way in ways)), ""):
                return found
        return None

    def _placed(self, path: str, source: str) -> str:
        return _at(path, source, self._exact) or _at(folded(path), folded(source), self._folded)

    def _named(self, path: str, source: str) -> str:
        wanted = folded(normpath(source).lstrip("./"))
        alike = self._by_name.get(wanted.rpartition("/")[2], [])
        return min(
            alike,
            key=lambda name: (
                not f"/{folded(name)}".endswith(f"/{wanted}"),
                _way(path, name),
                name,
            ),
            default="",
        )


def _at(path: str, source: str, names: Mapping[str, str]) -> str:
    """The file at an address, among files by the names that they are compared by."""
    here = str(PurePosixPath(path).parent)
    places = ("", "static", "content", "content/static")
    for start in (*places, here) if source.startswith("/") else (here, *places):
        candidate = normpath(f"{start}/{source.lstrip('/')}").lstrip("/")
        if candidate in names:
            return names[candidate]
    return ""


def _way(path: str, name: str) -> int:
    """How many folders lie between a note and a file."""
    here, there = path.split("/")[:-1], name.split("/")[:-1]
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(here, there)))  # noqa: B905
    return len(here) + len(there) - 2 * shared
