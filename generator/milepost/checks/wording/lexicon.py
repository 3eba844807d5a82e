"""The words of one language: in goes its name, out come patterns made of words/LANGUAGE.yaml.

Python knows the shape of a sentence here; every word it looks for stands in the data file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from milepost.checks.wording.demands import Demand, demands, either, met, strongest

Span = tuple[int, int]

LOOKBACK = 80
"""How many letters back the words before a place are looked for: more than the longest phrase."""

LONGEST = 2_000
"""So many letters of a statement are looked at."""

_FOLDER = Path(__file__).parent / "words"
_LIKE = str.maketrans("’‘‛´`“”–—‑−‒", "'''''\"\"-----")
_SLOT = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True, slots=True)
class Plain:
    """A text made simple to search: lower case, straight quotes and dashes, single spaces.

    It remembers where each letter stood in the source.
    """

    text: str
    places: tuple[int, ...]
    source: str

    def span(self, start: int, end: int) -> Span:
        """The half-open span in the source of a half-open span in the plain text."""
        if start >= end:
            return (0, len(self.source))
        return (self.places[start], self.places[end - 1] + 1)

    def words(self, start: int, end: int) -> str:
        """The source's own words in a span of the plain text."""
        first, last = self.span(start, end)
        return self.source[first:last]


def plain(source: str) -> Plain:
    """Make `source` simple to search. Letters whose lower case is longer keep their place.

    What follows the first `LONGEST` characters is left out: a statement is a sentence or three.
    """
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(source[:LONGEST].translate(_LIKE)):
        simple = " " if letter.isspace() else letter.lower()
        if simple == " " and (not letters or letters[-1] == " "):
            continue
        letters.extend(simple)
        places.extend([place] * len(simple))
    return Plain("".join(letters).rstrip(), tuple(places), source)


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The word lists of one language. `eq=False`: one object a language, compared by identity."""

    language: str
    data: dict[str, Any]

    def group(self, name: str) -> str:
        """The words of a group (a table's keys) as one alternative, the longest first."""
        return _group(self, name)

    def fill(self, pattern: str) -> str:
        """Put the words of `{group}` in place of its name."""
        return _SLOT.sub(lambda slot: self.group(slot[1]), pattern)

    def table(self, name: str) -> dict[str, Any]:
        """A mapping of the data file, such as a month's name to its number."""
        return dict(self.data[name])

    def demands(self, pattern: str) -> tuple[Demand, ...]:
        """What a plain text must hold in which a pattern of the data file is found."""
        return demands(pattern, lambda name: strongest(_asked(self, name)))

    def number(self, table: str, word: str | None) -> int | None:
        """What a word stands for in one of the tables of whole numbers; None: not there."""
        value = self.data[table].get(word)
        return None if value is None else int(value)

    def pattern(self, name: str) -> re.Pattern[str]:
        """Finds the words of a group as whole words."""
        return _pattern(self, name)

    def find(self, name: str, text: str) -> Iterator[re.Match[str]]:
        """Every place in a plain text where a word of the group stands."""
        return self.pattern(name).finditer(text) if met(_asked(self, name), text) else iter(())

    def ends_with(self, name: str, text: str) -> bool:
        """Whether a plain text ends with a group whose pattern is anchored at the end."""
        return self.pattern(name).search(text[-LOOKBACK:]) is not None


@cache
def _group(words: Lexicon, name: str) -> str:
    entry = words.data[name]
    if isinstance(entry, str):
        return words.fill(entry)
    found = map(words.fill, _entries(words, name))
    return "(?:" + "|".join(sorted(set(found), key=lambda word: (-len(word), word))) + ")"


def _entries(words: Lexicon, name: str) -> Iterator[str]:
    """The patterns of a group that is a list, verbs in all their forms."""
    for entry in words.data[name]:
        yield from _forms(words, entry) if name.endswith("_verbs") else (entry,)


@cache
def _asked(words: Lexicon, name: str) -> tuple[Demand, ...]:
    """What a text must hold in which a word of the group stands."""
    entry = words.data[name]
    if isinstance(entry, str):
        return words.demands(entry)
    one = either(strongest(words.demands(word)) for word in _entries(words, name))
    return (one,) if one else ()


def _forms(words: Lexicon, verb: str) -> Iterator[str]:
    """A verb with its endings: "cut" gives cuts, cutting; the rest of a phrase stays."""
    stem, space, rest = verb.partition(" ")
    ending = "(?:" + "|".join(words.data["endings"]) + ")"
    yield f"{stem}{ending}?{space}{rest}"
    if stem.endswith("e"):
        yield f"{stem[:-1]}{ending}{space}{rest}"
    elif stem.endswith("y"):
        yield f"{stem[:-1]}i{ending}{space}{rest}"
    elif stem[-1:].isalpha():
        yield f"{stem}{stem[-1]}{ending}{space}{rest}"


@cache
def _pattern(words: Lexicon, name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){words.group(name)}(?!\w)")


@cache
def lexicon(language: str) -> Lexicon | None:
    """The words of a language ("en", also "en-GB"), read once; None where there is no list."""
    import yaml

    stem = language.strip().lower().replace("_", "-").partition("-")[0]
    path = _FOLDER / f"{stem}.yaml"
    if not stem.isascii() or not stem.isalpha() or not path.is_file():
        return None
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    return Lexicon(stem, yaml.load(path.read_text(encoding="utf-8"), Loader=loader))
