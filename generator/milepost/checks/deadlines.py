"""Deadlines in a sentence: in goes a text, and the day where known; out come the ends it names.

"before 1 June 2026" names that day; "before 2027" and "by the end of 2026" both name 2026-12-31.
A stretch names its last day.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache

from milepost.checks.days import resolve
from milepost.checks.lexicon import Lexicon, Plain, Span, lexicon, plain
from milepost.checks.lookalikes import only_looks_like_an_end

_TOLD_AS = {
    "bare_age": "age",
    "life_age": "age",
    "named_day": "holiday",
    "seen_through": "lasting",
}
"""Kinds of patterns that need a look at the sentence, and the kind of deadline they give."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """An end that a text names, and its day (None: not known from the text).

    `kind` is one of iso, date, numeric, month, quarter, fiscal, season, holiday, year, weekday,
    relative, duration, lasting, age, event. `firm` tells an end ("by June", "before my defence")
    from a stretch ("this year", "in 2026").
    """

    span: Span
    words: str
    day: dt.date | None
    kind: str
    firm: bool


@dataclass(frozen=True, slots=True)
class Found:
    """A deadline's place in the plain text, for the other judges of the same text."""

    start: int
    end: int
    kind: str
    firm: bool
    match: re.Match[str]


def deadlines(
    text: str, today: dt.date | None = None, language: str = "en"
) -> tuple[Deadline, ...]:
    """Every deadline in `text`, in order.

    Without `today`, what lacks a year ("by June", "next week") has no day.
    """
    words = lexicon(language)
    if words is None:
        return ()
    simple = plain(text)
    return tuple(
        Deadline(
            simple.span(found.start, found.end),
            simple.words(found.start, found.end),
            resolve(words, found.kind, found.match, today),
            found.kind,
            found.firm,
        )
        for found in find(words, simple)
    )


def find(words: Lexicon, simple: Plain) -> tuple[Found, ...]:
    """The deadlines in a plain text, the longest where two overlap.

    A date that is only a start ("from May") or a comparison ("than in 2025") is none.
    """
    hits = [
        hit
        for kind, firm, pattern in _patterns(words)
        for match in pattern.finditer(simple.text)
        if (hit := _deadline(words, simple, kind, firm, match))
    ]
    kept: list[Found] = []
    for hit in sorted(hits, key=lambda hit: (hit.start - hit.end, hit.start)):
        if all(hit.end <= other.start or hit.start >= other.end for other in kept):
            kept.append(hit)
    return tuple(sorted(kept, key=lambda hit: hit.start))


def _deadline(
    words: Lexicon, simple: Plain, kind: str, firm: bool, match: re.Match[str]
) -> Found | None:
    if only_looks_like_an_end(words, simple, kind, match):
        return None
    text = simple.text
    start, end = match.start(), match.end()
    if words.pattern("vague_amount").fullmatch(match.groupdict().get("n") or ""):
        firm = False
    kind = _TOLD_AS.get(kind, kind)
    while end > start and text[end - 1] in " ,.;":
        end -= 1
    while start < end and text[start] == " ":
        start += 1
    return Found(start, end, kind, firm, match) if start < end else None


@cache
def _patterns(words: Lexicon) -> tuple[tuple[str, bool, re.Pattern[str]], ...]:
    return tuple(
        (
            entry["kind"],
            entry["firm"] == "yes",
            re.compile(rf"(?<![\w-])(?:{words.fill(entry['pattern'])})(?!\w)"),
        )
        for entry in words.data["deadlines"]
    )
