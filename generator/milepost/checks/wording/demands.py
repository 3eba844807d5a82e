"""What a text must hold for a pattern to be found in it, read off the pattern itself.

In: a pattern of a word list. Out: demands, each a set of words of which one must stand in the
text. To look for words takes a moment; to make all the patterns of a language, half a second. So a
pattern is made when a text has what it asks for, and that changes nothing of what is found.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

Demand = frozenset[str]
"""Words of which one, at least, must stand in a text."""

Slot = Callable[[str], Demand | None]
"""What the words demand that stand for a `{name}`; None where that cannot be told."""

_ITEM = re.compile(
    r"(?P<slot>\{[a-z_]+\})|(?P<class>\[\^?\]?(?:\\.|[^\]\\])*\])|\\(?P<sign>\W)|(?P<kind>\\.)"
    r"|(?P<open>\()|(?P<shut>\))|(?P<bar>\|)|(?P<edge>[\^$.])|(?P<letter>[^{}\[\]\\()|^$.?*+])"
)
_TIMES = re.compile(r"(?:[?*+]|\{\d*,?\d*\})[?+]?")
_HEAD = re.compile(r"\((?:\?:|\?P<\w+>|(?!\?))")
"""How a group begins whose words stand in the text; others look around."""


def demands(pattern: str, slot: Slot) -> tuple[Demand, ...]:
    """What a text must hold in which the pattern is found. What cannot be told is not demanded."""
    branches, _ = _branches(pattern, 0, slot)
    if len(branches) == 1:
        return tuple(branches[0])
    one = either(map(strongest, branches))
    return (one,) if one else ()


def met(asked: Sequence[Demand], text: str) -> bool:
    """Whether a text holds one word, at least, of each demand."""
    return all(any(word in text for word in words) for words in asked)


def strongest(asked: Iterable[Demand]) -> Demand | None:
    """The demand that the fewest texts meet, by its shortest word; None where there is none."""
    return max(asked, key=lambda words: (min(map(len, words)), -len(words)), default=None)


def either(parts: Iterable[Demand | None]) -> Demand | None:
    """What is demanded where one of several will do: nothing, if one of them demands nothing."""
    known: set[str] = set()
    for part in parts:
        if part is None:
            return None
        known |= part
    return frozenset(known) or None


def _branches(pattern: str, at: int, slot: Slot) -> tuple[list[list[Demand]], int]:
    """The demands of each alternative of a group that begins at a place, and where it ends."""
    branches: list[list[Demand]] = [[]]
    run = ""

    def settle() -> None:
        nonlocal run
        if run.strip():
            branches[-1].append(frozenset({run}))
        run = ""

    while at < len(pattern):
        item = _ITEM.match(pattern, at)
        if item is None:
            raise ValueError(f"{pattern[at:]!r} is no part of a pattern")
        kind, at = item.lastgroup, item.end()
        inner: Demand | None = None
        if kind == "shut":
            break
        if kind == "bar":
            settle()
            branches.append([])
            continue
        if kind == "open":
            inner, at = _group(pattern, item.start(), slot)
        elif kind == "slot":
            inner = slot(item[0][1:-1])
        times = _TIMES.match(pattern, at)
        at = times.end() if times else at
        optional = times is not None and times[0].startswith(("?", "*", "{0", "{,"))
        letter = item["letter"] or item["sign"]
        if letter and not optional:
            run += letter
        if times or not letter:
            settle()
        if inner and not optional:
            branches[-1].append(inner)
    settle()
    return branches, at


def _group(pattern: str, at: int, slot: Slot) -> tuple[Demand | None, int]:
    """What a group demands that begins at a place, and where it ends."""
    head = _HEAD.match(pattern, at)
    if head is None:
        return None, _past(pattern, at + 1)
    found, end = _branches(pattern, head.end(), slot)
    return either(map(strongest, found)), end


def _past(pattern: str, at: int) -> int:
    """The place after a group of which nothing is asked."""
    depth = 1
    while depth and at < len(pattern):
        item = _ITEM.match(pattern, at) or _TIMES.match(pattern, at)
        if item is None:
            at += 1  # the sign behind a bracket that says how it looks around
            continue
        found = item.groupdict()
        depth += (found.get("open") is not None) - (found.get("shut") is not None)
        at = item.end()
    return at
