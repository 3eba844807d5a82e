"""The names of goals that stand in a text without a link, behind a word such as `goals:`.

In: a text and the names of goals that are not to be told. Out: the text in which these names are
“…”, behind such a word, and not another sign of it is changed: whatever else stands in a list, in
the rest of a line or below it is the writer's own.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property

from milepost.addresses import STEERING, spelled
from milepost.journal.line_marks import ITEM
from milepost.journal.record_kinds import GOALS, words_for
from milepost.journal.record_lines import is_bare
from milepost.journal.shortforms import bare_id
from milepost.patterns import late

_WORDS = "|".join(sorted(words_for(GOALS), key=lambda word: (-len(word), word)))
_MARKS = r"[*_~`]*"
_KEY = late(rf"(?<![^\W_])(?:{_WORDS}){_MARKS}\s*[:：=]+{_MARKS}", re.IGNORECASE)
"""A word for goals with its colon, wherever it stands: `goals:`, `(**Ziele**: `, `for goal::`."""
_LIST = late(
    rf"((?:\A\s*(?:{ITEM}\s+)*(?:[^:：;,\[\]]{{1,200}}(?::\s+|：\s*))?|;\s*)"
    rf"(?:{_WORDS})\s*:)(\s*[^,;\n]*(?:,(?:[^\S\n]*\n\s*(?=\w|\[(?!\^)))?[^,;\n]*)*)",
    re.IGNORECASE,
)
"""Where a line of a record names goals: at its start, or that of a part of it; its line ends the
list, but behind a comma."""
_ALONE = re.compile(
    r"((?:\A|,)\s*(?:\[\s*)?)([^\W_](?:[\w./-]*[\w/-])?)(?=[.!]?\s*(?:\]\s*)?(?:,|[.!]?\Z))"
)
"""A name in a list that is one word and may be an id; a stop or a `!` may end the line."""
_SIGN = re.compile(rf"[\s>]+|\\(?=[^\w\s])|.(?:[\u0300-\u036f]|{STEERING.pattern})*", re.DOTALL)
"""A sign as it is compared: a blank, however wide, or a letter with its accents."""
_TOKEN = re.compile(r"[^\W_]+|\S")
_TARGET = re.compile(r"\[\[[^\[\]|\n]*|\]\([^()\n]*\)")
"""Where a link leads, which is for the links: it is seen, or becomes words."""
_LINE = re.compile(r"[^\s>](?:[^\n]*[^\s])?")
_ITEM = re.compile(rf"{ITEM}(?:\s|$)")
_HEADING = re.compile(r"#{1,6}(?:\s|$)")
_BLOCK = re.compile(r"(?:#{1,6}(?:\s|$)|`{3}|~{3}|:{3}|[|<]|([-*_=])(?:[ \t]*\1)*[ \t]*$)")
"""What ends a paragraph without an empty line between."""
_SAYS = re.compile(r"[^\s*_~`(\[]")
_QUOTED = re.compile(r"[\s>]*")


@dataclass(frozen=True)  # without slots: the names are sorted once
class Untold:
    """Names of goals that are not to be told, among those that are.

    Both are as `spelled` gives them. Where a name that may be told holds another (`run-far`, or
    “Run to work” beside a hidden `run`), it stays.
    """

    names: frozenset[str]
    told: frozenset[str] = frozenset()

    def without(self, text: str) -> str:
        """The text without these names behind words for goals."""
        if not self.names or not _KEY.search(text):
            return text
        parts, done = [], 0
        for start, end in _reaches(text):
            start = max(start, done)
            if start < end:
                parts += [text[done:start], self._hidden(text[start:end])]
                done = end
        return "".join((*parts, text[done:]))

    def _hidden(self, text: str) -> str:
        plain, at = _plainly(text)
        targets = deque(match.span() for match in _TARGET.finditer(text))
        parts, done, after = [], 0, 0
        for token in _TOKEN.finditer(plain):
            start = token.start()
            while targets and targets[0][1] <= at[start]:
                targets.popleft()
            if start < after or (targets and targets[0][0] <= at[start]):
                continue
            name, told = self._at(plain, start, token[0])
            after = start + len(name)
            if not told:
                parts += [text[done : at[start]], _LINE.sub("…", text[at[start] : at[after]])]
                done = at[after]
        return "".join((*parts, text[done:]))

    def _at(self, plain: str, start: int, token: str) -> tuple[str, bool]:
        """The longest name that stands at a place, whole, and whether it may be told."""
        for name, told in self._by_first.get(token, ()):
            if plain.startswith(name, start) and _is_whole(plain, start, start + len(name)):
                return name, told
        return "", True

    @cached_property
    def _by_first(self) -> dict[str, list[tuple[str, bool]]]:
        """All names by their first word, the longest first."""
        found: dict[str, list[tuple[str, bool]]] = {}
        names = {_plainly(name)[0].strip(): name not in self.names for name in self._every}
        for name, told in sorted(names.items(), key=lambda pair: (-len(pair[0]), pair)):
            if first := _TOKEN.match(name):
                found.setdefault(first[0], []).append((name, told))
        return found

    @property
    def _every(self) -> tuple[str, ...]:
        """All names, those that are not to be told last."""
        return (*sorted(self.told), *sorted(self.names))


def only_known(item: str, known: Collection[str]) -> str:
    """A line of a record, in which a list of goals names none that there is not: such a one is “…”.

    Hours, money and what else needs no name may stand in the list too.
    """

    def name(match: re.Match[str]) -> str:
        told = bare_id(match[2]) in known or is_bare(match[2])
        return match[0] if told else f"{match[1]}…"

    return _LIST.sub(lambda match: match[1] + _ALONE.sub(name, match[2]), item)


def _plainly(text: str) -> tuple[str, list[int]]:
    """A text as names are compared, and where each sign of it stands in what was written."""
    signs: list[str] = []
    at: list[int] = []
    for match in _SIGN.finditer(text):
        sign = " " if match[0][0].isspace() or match[0][0] == ">" else spelled(match[0])
        if match[0] != "\\":
            signs += sign
            at += [match.start()] * len(sign)
    return "".join(signs), [*at, len(text)]


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether what stands there is no part of a longer word or id."""
    before, after = text[max(start - 2, 0) : start], text[end : end + 2]
    return not (_joins(before[::-1]) and text[start].isalnum()) and not (
        _joins(after) and text[end - 1].isalnum()
    )


def _joins(signs: str) -> bool:
    """Whether these signs, from a word outwards, go on with it."""
    return signs[:1].isalnum() or (signs[:1] in {"-", "_"} and signs[1:].isalnum())


def _reaches(text: str) -> Iterator[tuple[int, int]]:
    """From where to where words for goals speak.

    Such a word speaks for the rest of its paragraph and for what stands below its item; where
    nothing follows it on its line, for the list or the paragraph that comes next.
    """
    keys = deque(match.end() for match in _KEY.finditer(text))
    at = start = 0
    reach: _Reach | None = None
    item: int | None = None  # how far the item of this line is indented, up to an empty line
    for line in text.split("\n"):
        words = _Words.of(line)
        if words.empty:
            item = None
        elif words.item:
            item = words.width
        if reach and not reach.goes_on(words):
            yield start, at
            reach = None
        while keys and keys[0] <= at + len(line):
            end = keys.popleft()
            start = start if reach else end
            opens = not _SAYS.search(line, end - at)
            own = words.width if item is None else item
            reach = _Reach.joined(reach, _Reach(own, words.depth, opens, words.heading))
        at += len(line) + 1
    if reach:
        yield start, len(text)


@dataclass(frozen=True, slots=True)
class _Words:
    """What stands on a line: how far from its edge, within how many quotations, and what it is."""

    width: int
    depth: int
    empty: bool
    item: bool
    heading: bool
    block: bool

    @classmethod
    def of(cls, line: str) -> _Words:
        """A line taken apart; the signs of a quotation count as blanks."""
        found = _QUOTED.match(line)
        width = found.end() if found else 0
        return cls(
            width,
            line.count(">", 0, width),
            width == len(line),
            bool(_ITEM.match(line, width)),
            bool(_HEADING.match(line, width)),
            bool(_BLOCK.match(line, width)),
        )


@dataclass(slots=True)
class _Reach:
    """How far a word for goals speaks, as lines go on below it.

    `own` is the indent of its item, `opens` whether what it says is still to come, `ends` whether
    it has ended but for that.
    """

    own: int
    depth: int
    opens: bool
    ends: bool = False
    gap: bool = False
    begun: bool = False

    @classmethod
    def joined(cls, one: _Reach | None, other: _Reach) -> _Reach:
        """Two that speak at once, as one."""
        if one is None:
            return other
        own, depth = min(one.own, other.own), max(one.depth, other.depth)
        return cls(own, depth, one.opens or other.opens, one.ends and other.ends)

    def goes_on(self, words: _Words) -> bool:
        """Whether it speaks for a line too."""
        if words.empty:
            self.gap = True
            return True
        below = words.width > self.own and not self.ends
        same = not (self.gap or words.item or words.block or self.ends)
        comes = words.width >= self.own and (words.item or not self.begun) and not words.heading
        if words.depth > self.depth or not (below or same or (self.opens and comes)):
            return False
        self.opens = self.opens and (self.begun or (words.item and not below))
        self.gap, self.begun = False, True
        return True
