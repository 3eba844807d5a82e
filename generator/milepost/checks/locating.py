"""Where words stand in a file: spans within values, whatever quotes or blocks they are written in.

In: a file's text, a document, words. Out: a `Place`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from functools import lru_cache

from milepost.findings import Place
from milepost.journal.model import Document

_BLOCK = re.compile(r"[|>][+-]?[0-9]?[+-]?[ \t]*(?:#.*)?\n")


def locate(source: str, document: Document, words: str, *steps: str | int) -> Place:
    """Where words stand in a value; where they are not found, the value itself.

    A value that has no place (a title taken from the first heading) is looked for in the whole
    file. Spaces match any run of spaces and line ends, since YAML folds them.
    """
    names = [str(step) for step in steps]
    written = any(".".join(names[: n + 1]) in document.places for n in range(len(names)))
    place = document.at(*steps)
    start, end = _bounds(source, place) if written else (0, len(source))
    parts = [re.escape(word) for word in words.split()]
    if parts and (found := re.compile(r"\s+".join(parts)).search(source, start, end)):
        return _place(source, document.path, *found.span())
    return locate_value(source, document, *steps)


def locate_value(source: str, document: Document, *steps: str | int) -> Place:
    """The place of a value: of a block from its first word on, of a mapping the first line."""
    place = document.at(*steps)
    start, end = _bounds(source, place)
    name = ".".join(map(str, steps))
    if any(key.startswith(f"{name}.") for key in document.places):  # a list or a mapping
        stop = source.find("\n", start)
        return _place(source, document.path, start, stop if stop >= 0 else len(source))
    block = _BLOCK.match(source, start, end)
    text = source[block.end() : end] if block else ""
    if block is None or not text.strip():
        return place
    first = block.end() + len(text) - len(text.lstrip())
    return _place(source, document.path, first, block.end() + len(text.rstrip()))


def locate_in_text(source: str, path: str, words: str, *, after_line: int = 1) -> Place:
    """The first place of some words in a file from a line on; the file where there is none."""
    start = _offset(source, after_line, 1)
    at = source.find(words, start) if words else -1
    return _place(source, path, at, at + len(words)) if at >= 0 else Place(path)


def _bounds(source: str, place: Place) -> tuple[int, int]:
    start = _offset(source, place.line, place.column)
    return start, max(start, _offset(source, place.end_line, place.end_column))


def _offset(source: str, line: int, column: int) -> int:
    starts, line = _starts(source), max(line, 1)
    return min(starts[line - 1] + column - 1, len(source)) if line <= len(starts) else len(source)


@lru_cache(maxsize=8)
def _starts(source: str) -> tuple[int, ...]:
    """Where each line starts."""
    return (0, *(found.end() for found in re.finditer("\n", source)))


def _place(source: str, path: str, start: int, end: int) -> Place:
    first = Place(path, *_position(source, start))
    line, column = _position(source, end)
    return replace(first, end_line=line, end_column=column)


def _position(source: str, at: int) -> tuple[int, int]:
    line = bisect_right(_starts(source), at)
    return line, at - _starts(source)[line - 1] + 1
