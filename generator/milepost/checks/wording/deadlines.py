"""Deadlines in a sentence: in goes a text, and the day where known; out come the ends it names.

"before 1 June 2026" names that day; "before 2027" and "by the end of 2026" both name 2026-12-31.
A stretch names its last day.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from milepost.checks.wording import numerals
from milepost.checks.wording.days import resolve
from milepost.checks.wording.demands import Demand, met
from milepost.checks.wording.lexicon import LOOKBACK, Lexicon, Plain, Span, lexicon, plain

_TOLD_AS = {
    "bare_age": "age",
    "life_age": "age",
    "named_day": "holiday",
    "seen_through": "lasting",
}
"""Kinds of patterns that need a look at the sentence, and the kind of deadline they give."""
_LONG_DELAY_DAYS = 31

_NEEDED_BEFORE = {"life_age": "life_step", "seen_through": "seeing_through"}
"""Kinds of patterns that are ends only after certain words: "retire ... at 60"."""


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
class DeadlineMatch:
    """A deadline's place in the plain text, for the other judges of the same text."""

    start: int
    end: int
    kind: str
    firm: bool
    match: re.Match[str]


@lru_cache(maxsize=2048)
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
        for found in find_deadlines(words, simple)
    )


def find_deadlines(words: Lexicon, simple: Plain) -> tuple[DeadlineMatch, ...]:
    """The deadlines in a plain text, the longest where two overlap.

    A date that is only a start ("from May") or a comparison ("than in 2025") is none.
    """
    hits = [
        hit
        for entry in _kinds(words)
        if met(entry.asked, simple.text)
        for match in _compiled(words, entry.pattern).finditer(simple.text)
        if (hit := _deadline(words, simple, entry.kind, entry.firm, match))
    ]
    kept: list[DeadlineMatch] = []
    for hit in sorted(hits, key=lambda hit: (hit.start - hit.end, hit.start)):
        if all(hit.end <= other.start or hit.start >= other.end for other in kept):
            kept.append(hit)
    return tuple(sorted(kept, key=lambda hit: hit.start))


def _deadline(
    words: Lexicon, simple: Plain, kind: str, firm: bool, match: re.Match[str]
) -> DeadlineMatch | None:
    if _only_looks_like_an_end(words, simple, kind, match):
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
    return DeadlineMatch(start, end, kind, firm, match) if start < end else None


class _Kind(NamedTuple):
    """One of the ways in which ends are named, and what a text must hold that names one so."""

    kind: str
    firm: bool
    pattern: str
    asked: tuple[Demand, ...]


@cache
def _kinds(words: Lexicon) -> tuple[_Kind, ...]:
    return tuple(
        _Kind(
            entry["kind"],
            entry["firm"] == "yes",
            entry["pattern"],
            words.demands(entry["pattern"]),
        )
        for entry in words.data["deadlines"]
    )


@cache
def _compiled(words: Lexicon, pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{words.fill(pattern)})(?!\w)")


def _only_looks_like_an_end(words: Lexicon, simple: Plain, kind: str, match: re.Match[str]) -> bool:
    """Whether a place that fits a deadline's pattern is none in its sentence.

    It may be a standard ("95 % within 3 days"), a start, a comparison, a name, or what comes round
    again.
    """
    text, before = simple.text, simple.text[: match.start()]
    bound = words.pattern("bound").match(text, match.start())
    if bound is None and words.ends_with("after_baseline", before):
        return True
    if words.pattern("recurring").search(text[match.end() : match.end() + LOOKBACK]):
        return True
    if _is_of_each_case(words, text, match.start()):
        return True
    if kind in _NEEDED_BEFORE:
        return words.pattern(_NEEDED_BEFORE[kind]).search(before) is None
    if kind == "duration":
        return _is_standard(words, text, match)
    if kind == "year" and match[0].isdigit():
        return _is_edition(words, simple, match.start())
    if kind == "bare_age":
        return words.pattern("direction_verbs").search(before) is not None
    if kind == "named_day":
        return not _is_capital(words, simple, match)
    next_day = words.pattern("next_day").search(match[0])
    return next_day is not None and _has_standard(words, text, match)


def _is_of_each_case(words: Lexicon, text: str, start: int) -> bool:
    """Whether each of many has such an end: "before the following release", "during their stay"."""
    before = text[:start]
    if words.pattern("following_one").match(text, start):
        return True
    if words.pattern("their_stay").match(text, start):
        return words.pattern("many_people").search(before) is not None
    of_class = words.pattern("school_class").match(text, start)
    return of_class is not None and words.ends_with("taught", before)


def _is_standard(words: Lexicon, text: str, match: re.Match[str]) -> bool:
    """Whether a delay says how well, not by when: "95 % of tickets within 3 days".

    From a month up a delay is read as an end, and a short one of somebody cared for, who shall
    do something by then: "Within 48 hours of surgery, the client will sit in a chair".
    """
    if match[0][0] in "([":
        return False
    parts = match.groupdict()
    unit = parts.get("unit") or ""
    cared_for = words.pattern("cared_for").search(text) is not None
    if words.pattern("short_unit").fullmatch(unit):
        return not cared_for
    long = (numerals.whole(words, parts.get("n") or "") or 0) >= _LONG_DELAY_DAYS
    short = unit.endswith(("day", "days")) and not long
    return short and not cared_for and _has_standard(words, text, match)


def _has_standard(words: Lexicon, text: str, match: re.Match[str]) -> bool:
    """Whether many cases are spoken of around a delay."""
    around = text[: match.start()] + text[match.end() : match.end() + 16]
    return bool(words.pattern("standard").search(around) or "%" in around)


def _is_capital(words: Lexicon, simple: Plain, match: re.Match[str]) -> bool:
    """Whether a day has a name of its own: "World Book Day", not "every working day"."""
    name = simple.words(*match.span("name")).split()
    return all(part[:1].isupper() for part in name[-2:]) and not any(
        words.pattern("not_names").fullmatch(part.lower()) for part in name
    )


def _is_edition(words: Lexicon, simple: Plain, start: int) -> bool:
    """Whether a bare year belongs to a name ("Rust 2021"), unless the name is an event's."""
    word = re.search(r"[^\W\d_]+ \Z", simple.text[:start])
    if word is None or word.start() == 0 or words.pattern("event").match(word[0]):
        return False
    return simple.words(word.start(), word.end() - 1).istitle()
