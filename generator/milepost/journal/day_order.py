"""Whether `05/01/2026` is in January or in May, where the other days of its file decide it.

In: the front matter of a file, as nodes. Out: the same with such days as year, month and day.
Nobody writes days in two orders in one file: one whose day is over 12 speaks for all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from milepost.journal.dates import make_date
from milepost.journal.nodes import Items, Keys, Node, Text

SLASHED = re.compile(r"(?<![\w/.-])([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})(?![\w/-])")
_ALONE = re.compile(
    rf"(?:from\s+)?{SLASHED.pattern}(?:\s*(?:to|until|bis|[–-])\s*{SLASHED.pattern})?",
    re.IGNORECASE,
)
"""A value that is nothing but a day or two; in a sentence nothing is changed."""


def in_one_order(keys: Keys) -> Keys:
    """The front matter with the days of unclear order as the clear ones of it have them."""
    day_first = day_comes_first(text.value for text in _texts(keys))
    if day_first is None:
        return keys
    found = _ordered(keys, day_first)
    assert isinstance(found, Keys)
    return found


def day_comes_first(texts: Iterator[str]) -> bool | None:
    """Whether days stand before months in all clear days of these; None where none is, or both."""
    pairs = [(int(m[1]), int(m[2])) for text in texts for m in SLASHED.finditer(text)]
    days, months = any(first > 12 for first, _ in pairs), any(second > 12 for _, second in pairs)
    return days if days is not months else None


def iso(match: re.Match[str], *, day_first: bool) -> str:
    """A day in this order as `2026-01-05`; one that the calendar does not have stays."""
    first, second = int(match[1]), int(match[2])
    month, day = (second, first) if day_first else (first, second)
    made = make_date(int(match[3]), month, day)
    return made.isoformat() if isinstance(made, date) else match[0]


def _texts(node: Node) -> Iterator[Text]:
    if isinstance(node, Text):
        yield node
    elif isinstance(node, Items):
        for item in node.items:
            yield from _texts(item)
    else:
        for _, value in node.pairs:
            yield from _texts(value)


def _ordered(node: Node, day_first: bool) -> Node:
    if isinstance(node, Items):
        return replace(node, items=tuple(_ordered(item, day_first) for item in node.items))
    if isinstance(node, Keys):
        pairs = tuple((key, _ordered(value, day_first)) for key, value in node.pairs)
        return replace(node, pairs=pairs)
    if not _ALONE.fullmatch(node.value.strip()):
        return node

    def clear(match: re.Match[str]) -> str:
        either = int(match[1]) <= 12 and int(match[2]) <= 12  # a clear one is told (F205) as it is
        return iso(match, day_first=day_first) if either else match[0]

    return replace(node, value=SLASHED.sub(clear, node.value))
