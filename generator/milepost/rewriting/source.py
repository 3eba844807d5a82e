"""The text of one file as it was saved, and changes to a few of its signs.

In: bytes, and places as findings have them. Out: bytes in which every sign outside of those places
is the same: byte order mark, line ends, comments, quotes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from milepost.findings import Place

_MARK = b"\xef\xbb\xbf"
_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")


@dataclass(frozen=True, slots=True)
class Edit:
    """What stands from one sign of the text up to another (from 0), and what is to stand there."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Source:
    """A file's text with its own line ends, and whether a byte order mark stands before it."""

    text: str
    marked: bool = False

    @classmethod
    def of(cls, data: bytes) -> Source | None:
        """The text of these bytes; None where they are not UTF-8, so that nothing is touched."""
        try:
            return cls(data.removeprefix(_MARK).decode("utf-8"), data.startswith(_MARK))
        except UnicodeDecodeError:
            return None

    @property
    def data(self) -> bytes:
        """The bytes of the file."""
        return (_MARK if self.marked else b"") + self.text.encode("utf-8")

    @cached_property
    def lines(self) -> tuple[tuple[int, str, str], ...]:
        """Each line: where it begins, its words, and what ends it."""
        return tuple((m.start(), m[1], m[2]) for m in _LINE.finditer(self.text) if m[0] or m[1])

    @property
    def line_end(self) -> str:
        """What ends the first line; a file of one line has none of its own."""
        return next((end for _, _, end in self.lines if end), "\n")

    def line(self, number: int) -> tuple[int, str, str]:
        """A line by its number, from 1; the empty one at the end where there is none."""
        within = 0 < number <= len(self.lines)
        return self.lines[number - 1] if within else (len(self.text), "", "")

    def offset(self, line: int, column: int) -> int:
        """The sign at a line and column, which count from 1 and é always as one sign."""
        start, words, _ = self.line(line)
        if unicodedata.is_normalized("NFC", words):
            return start + min(column - 1, len(words))
        sizes = (len(unicodedata.normalize("NFC", words[:n])) for n in range(len(words) + 1))
        return start + next((n for n, size in enumerate(sizes) if size >= column - 1), len(words))

    def span(self, place: Place) -> tuple[int, int]:
        """From which sign to which a place goes."""
        start = self.offset(place.line, place.column)
        return start, max(start, self.offset(place.end_line, place.end_column))

    def written(self, place: Place) -> str:
        """What stands in a place."""
        start, end = self.span(place)
        return self.text[start:end]

    def with_edits(self, edits: Iterable[Edit]) -> Source:
        """The text with these changes, none of which may lie in another."""
        text = self.text
        for edit in sorted(edits, key=lambda one: (one.start, one.end), reverse=True):
            text = text[: edit.start] + edit.text + text[edit.end :]
        return Source(text, self.marked)
