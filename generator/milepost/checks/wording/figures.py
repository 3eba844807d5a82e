"""Numbers in a sentence: in goes a text, out come its figures with value, unit and role.

A figure measures something ("24 books"), is part of a time ("by 30 June"), or is only a name
("Web 2.0", "K2", a year).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from milepost.checks.wording import numerals
from milepost.checks.wording.deadlines import DeadlineMatch, find_deadlines
from milepost.checks.wording.lexicon import LOOKBACK, Lexicon, Plain, Span, lexicon, plain

Role = Literal["measure", "time", "name"]

_YEARS = range(2000, 2100)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a text; `start` and `end` are its place in the plain text, for other judges.

    `high` is the upper end of a range, None where there is none. `value` is None where the words
    give none. `unit` is "%", a currency's sign or word, "clock" for a time of day, else the word
    that follows the number, or "".
    """

    start: int
    end: int
    span: Span
    words: str
    value: float | None
    high: float | None
    unit: str
    role: Role


@lru_cache(maxsize=2048)
def figures(text: str, language: str = "en") -> tuple[Figure, ...]:
    """Every number in `text`, in figures or in words, in order."""
    words = lexicon(language)
    if words is None:
        return ()
    simple = plain(text)
    return find_figures(words, simple, find_deadlines(words, simple))


def find_figures(
    words: Lexicon, simple: Plain, ends: tuple[DeadlineMatch, ...]
) -> tuple[Figure, ...]:
    """The numbers in a plain text, given its deadlines."""
    text = simple.text
    idioms = [match.span() for match in words.find("number_idioms", text)]
    found: list[Figure] = []
    for match in numerals.candidates(words, text):
        start, end = match.start(), numerals.end(words, match)
        if found and start < found[-1].end:
            continue
        value, high, unit = numerals.reading(words, match)
        role: Role = "measure"
        if any(start < e and end > s for s, e in idioms):
            role = "name"
        elif any(start < e.end and end > e.start for e in ends):
            role = "time"
        elif match.re is numerals.grammar(words)[0] and _is_name(words, simple, match, unit):
            role = "name"
            start, end = _whole_name(text, match)
        place, said = simple.span(start, end), simple.words(start, end)
        found.append(Figure(start, end, place, said, value, high, unit, role))
    return tuple(found)


def _is_name(words: Lexicon, simple: Plain, match: re.Match[str], unit: str) -> bool:
    """Whether digits are part of a name: "B2", "version 2.0", "the 2025 budget"."""
    text, start = simple.text, match.start()
    if match["clock"] or match["money"] or match["percent"] or match["after"]:
        return False
    low, tail = match["low"], text[match.end("low") :]
    before = text[:start]
    if before[-1:].isalpha() or before[-1:] == "#" or re.search(r"\d\.\d+\.\d", low):
        return True
    prefix = re.search(r"([a-z]+)[-/.]\Z", before[-LOOKBACK:])
    if prefix and prefix[1] not in words.data["measuring_prefixes"]:
        return True
    glued = match["glued"] or match["scale"] or match["high"]
    if tail[:1].isalpha() and not glued:
        return True
    if glued or words.pattern("counted").match(unit):
        return False
    return _follows_a_label(words, simple, start) or _is_year(words, before, low, unit)


def _is_year(words: Lexicon, before: str, low: str, unit: str) -> bool:
    """The years that goals speak of; "2000 words" and "sell 2010 tickets" count."""
    if not low.isdecimal() or int(low) not in _YEARS:
        return False
    things = unit.endswith("s") and unit not in words.data["year_things"]
    return not (unit and low.endswith("00")) and (
        not things or words.ends_with("year_named", before)
    )


def _follows_a_label(words: Lexicon, simple: Plain, start: int) -> bool:
    """Whether the word before takes the number as its name: "ward 4", "Industry 4.0"."""
    before = simple.text[:start].rstrip()
    if words.ends_with("scored", before):
        return False
    if words.ends_with("labelled", before):
        return True
    word = re.search(r"[a-z]+\Z", before[-LOOKBACK:])
    if word is None or word[0] == before or word[0] in words.data["not_units"]:
        return False
    spelled = [part for part in re.findall(r"[^\W\d_]+", simple.source) if len(part) > 3]
    capitals = sum(part[0].isupper() for part in spelled)
    return simple.words(len(before) - len(word[0]), len(before))[
        0
    ].isupper() and capitals * 2 <= len(spelled)


def _whole_name(text: str, match: re.Match[str]) -> tuple[int, int]:
    """The whole word that the digits stand in: "GPT-4", "7b"."""
    start, end = match.span("low")
    while start and (text[start - 1].isalnum() or text[start - 1] in "/.#-"):
        start -= 1
    while text[end : end + 1].isalnum():
        end += 1
    return start, end
