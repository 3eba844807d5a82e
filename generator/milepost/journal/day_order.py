"""Whether `05/01/2026` is in January or in May, where the other days of its file decide it.

In: the front matter of a file, as nodes. Out: the same with such days as year, month and day.
Nobody writes days in two orders in one file: one whose day is over 12 speaks for all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from milepost.journal.dates import Order, order_of, turned_day
from milepost.journal.nodes import Items, Keys, Node, Text

SLASHED = re.compile(r"(?<![\w/.-])([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})(?![\w/-])")
_ALONE = re.compile(
    rf"(?:from\s+)?{SLASHED.pattern}(?:\s*(?:to|until|bis|[–-])\s*{SLASHED.pattern})?",
    re.IGNORECASE,
)
"""A value that is nothing but a day or two; in a sentence nothing is changed."""


def in_one_order(keys: Keys) -> Keys:
    """The front matter with the days of unclear order as the clear ones of it have them."""
    days = (match for text in _texts(keys) for match in SLASHED.finditer(text.value))
    order = order_of((int(match[1]), int(match[2])) for match in days)
    if not order:
        return keys
    found = _ordered(keys, order)
    assert isinstance(found, Keys)
    return found


def _texts(node: Node) -> Iterator[Text]:
    if isinstance(node, Text):
        yield node
    elif isinstance(node, Items):
        for item in node.items:
            yield from _texts(item)
    else:
        for _, value in node.pairs:
            yield from _texts(value)


def _ordered(node: Node, order: Order) -> Node:
    if isinstance(node, Items):
        return replace(node, items=tuple(_ordered(item, order) for item in node.items))
    if isinstance(node, Keys):
        pairs = tuple((key, _ordered(value, order)) for key, value in node.pairs)
        return replace(node, pairs=pairs)
    if not _ALONE.fullmatch(node.value.strip()):
        return node

    def clear(match: re.Match[str]) -> str:
        """A day that the calendar has as `2026-01-05`; a clear one is told (F205) as it is."""
        first, second, year = int(match[1]), int(match[2]), int(match[3])
        made = None if max(first, second) > 12 else turned_day(match[0], first, second, year, order)
        return made.isoformat() if isinstance(made, date) else match[0]

    return replace(node, value=SLASHED.sub(clear, node.value))
