"""The keys that other tools write into notes, of which milepost says nothing.

In: `tools.txt`, a line for each tool with its keys. Out: the keys, as they are compared.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from milepost.journal.nodes import folded


@cache
def keys_of_tools() -> frozenset[str]:
    """All these keys, as `nodes.folded` writes them.

    >>> "layout" in keys_of_tools(), "mood" in keys_of_tools()
    (True, False)
    """
    text = Path(__file__).with_suffix(".txt").read_text(encoding="utf-8")
    lines = (line.partition(":")[2] for line in text.split("\n") if not line.startswith("#"))
    return frozenset(folded(key) for line in lines for key in line.split())
