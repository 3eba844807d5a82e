"""The line that a finding points at, and where in it the span lies as seen on a screen.

In: a place, a file's text. Out: the line with its tabs as spaces, and the columns of the span in
cells: an ideograph takes two, a combining mark none.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from milepost.addresses import STEERING
from milepost.findings import Place, lines_of

_TAB = 4
_LONGEST = 160
"""Characters of a line that are shown."""
_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """One line of a file as it is shown, and the span in it: first cell from 0, and cells."""

    number: int
    text: str
    start: int
    width: int

    @property
    def marks(self) -> str:
        """Spaces up to the span, and a caret under each of its cells."""
        return " " * self.start + "^" * self.width


def seen(text: str) -> str:
    """A text with a point for each sign that would steer the terminal in which it is shown."""
    return STEERING.sub("·", text)


def excerpt(place: Place, source: str) -> Excerpt | None:
    """The first line of a place; None where the file has no such line."""
    lines = lines_of(source)
    if not 0 < place.line <= len(lines):
        return None
    line = lines[place.line - 1].rstrip("\r")
    first = min(max(place.column - 1, 0), len(line))
    last = place.end_column - 1 if place.end_line == place.line else len(line.rstrip())
    last = min(max(last, first), max(len(line), first))
    cut = max(0, first - _LONGEST // 3) if len(line) > _LONGEST else 0
    end = min(len(line), cut + _LONGEST)
    head = _ELLIPSIS if cut else ""
    tail = _ELLIPSIS if end < len(line) else ""
    before = _expand(head + line[cut:first], 0)
    span = _expand(line[first : min(last, end)], _cells(before))
    rest = _expand(line[min(last, end) : end] + tail, _cells(before) + _cells(span))
    text = (before + span + rest).rstrip()
    return Excerpt(place.line, text, _cells(before), max(1, _cells(span)))


def _expand(text: str, start: int) -> str:
    """The text with tabs up to the next stop as spaces, and control signs as one cell each."""
    out: list[str] = []
    at = start
    for letter in text:
        if letter == "\t":
            shown = " " * (_TAB - at % _TAB)
        elif unicodedata.category(letter) in {"Cc", "Cf", "Zl", "Zp"}:
            shown = "·"  # else a terminal could be told to do things by a journal
        else:
            shown = letter
        out.append(shown)
        at += _cells(shown)
    return "".join(out)


def _cells(text: str) -> int:
    """How many cells of a terminal a text takes (Unicode Standard Annex 11)."""
    return sum(
        0
        if unicodedata.combining(letter) or unicodedata.category(letter) in {"Mn", "Me"}
        else 2
        if unicodedata.east_asian_width(letter) in {"W", "F"}
        else 1
        for letter in text
    )
