"""TOML read into the nodes of front matter: Hugo's users write theirs between two lines `+++`.

In: a block of TOML. Out: the same `Keys` as of YAML, and a finding where it cannot be read. Every
value is text again, as the reader of fields wants it; each key knows its line.
"""

from __future__ import annotations

import re
import tomllib
from datetime import date, datetime, time
from typing import Any

from milepost.findings import Finding, Place
from milepost.journal import faults
from milepost.journal.nodes import DEEPEST, Items, Keys, Node, Text, distinct, scalar

_LINE = re.compile(r"""\s*\[{0,2}\s*("[^"]+"|'[^']+'|[\w-]+)[^=\]\n]*(?:\]|=\s*)""")
_AT = re.compile(r"\(at (?:line ([0-9]+), column ([0-9]+)|end of document)\)")


def read(path: str, block: str, first_line: int) -> tuple[Keys | None, list[Finding]]:
    r"""The mapping that a block holds; None where it is empty or no TOML.

    >>> keys, _ = read("post.md", 'title = "Eels"\ndraft = true', 2)
    >>> [(key.value, value.value, value.place.line) for key, value in keys.pairs]
    [('title', 'Eels', 2), ('draft', 'true', 3)]
    """
    try:
        held = tomllib.loads(block, parse_float=str)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        return None, [_unread(path, first_line, str(error))]
    reader = _Reader(path, first_line, block.split("\n"))
    return reader.top(held), reader.findings


def _unread(path: str, first_line: int, said: str) -> Finding:
    at = _AT.search(said)
    line, column = (int(at[1]), int(at[2])) if at and at[1] else (1, 1)
    return faults.broken_yaml(
        Place(path, first_line + line - 1, column),
        f"TOML cannot read this: {_AT.sub('', said).strip() or 'it is nested too deep'}",
        'write one `key = "value"` a line, or YAML between two lines `---`',
    )


class _Reader:
    """Makes nodes of values; holds the findings that it gathers."""

    def __init__(self, path: str, first_line: int, lines: list[str]) -> None:
        self.path = path
        self.first_line = first_line
        self.lines = lines
        self.findings: list[Finding] = []

    def top(self, held: dict[str, Any]) -> Keys | None:
        """The keys of the block, each with the place of its line."""
        pairs: list[tuple[Text, Node]] = []
        for name, value in held.items():
            key, place = self._places(name)
            pairs.append((self._text(name, key), self._node(value, place, 1)))
        return self._keys(pairs, Place(self.path, self.first_line)) if pairs else None

    def _keys(self, pairs: list[tuple[Text, Node]], place: Place) -> Keys:
        kept, told = distinct(pairs)
        self.findings += told
        return Keys(kept, place)

    def _places(self, name: str) -> tuple[Place, Place]:
        """Where a key stands that is set in a line of its own or opens a table, and its value."""
        for number, line in enumerate(self.lines):
            match = _LINE.match(line)
            if match and match[1].strip("\"'") == name:
                at = self.first_line + number
                start, end, last = match.start(1) + 1, match.end() + 1, len(line.rstrip()) + 1
                return Place(self.path, at, start, at, match.end(1) + 1), Place(
                    self.path, at, min(end, last), at, last
                )
        place = Place(self.path, self.first_line)
        return place, place

    def _node(self, value: Any, place: Place, depth: int) -> Node:
        if isinstance(value, dict | list) and depth >= DEEPEST:
            self.findings.append(faults.too_deep(place, DEEPEST))
            return Text("", place)
        if isinstance(value, dict):
            pairs = [
                (self._text(name, place), self._node(inner, place, depth + 1))
                for name, inner in value.items()
            ]
            return self._keys(pairs, place)
        if isinstance(value, list):
            return Items(tuple(self._node(inner, place, depth + 1) for inner in value), place)
        if isinstance(value, bool):
            return Text(str(value).lower(), place)
        if isinstance(value, datetime | date | time):
            return Text(value.isoformat(), place)
        return self._text(str(value), place, quoted=isinstance(value, str))

    def _text(self, value: str, place: Place, *, quoted: bool = False) -> Text:
        text, told = scalar(value, place, quoted=quoted)
        self.findings += told
        return text
