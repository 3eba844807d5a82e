"""What only looks like a deadline: in goes a match in its sentence, out comes whether it is none.

A standard ("95 % within 3 days"), a start, a comparison, a name, or what comes round again.
"""

from __future__ import annotations

import re

from milepost.checks import numerals
from milepost.checks.lexicon import LOOKBACK, Lexicon, Plain

LONG_DELAY_DAYS = 31

_NEEDED_BEFORE = {"life_age": "life_step", "seen_through": "seeing_through"}
"""Kinds of patterns that are ends only after certain words: "retire ... at 60"."""


def only_looks_like_an_end(words: Lexicon, simple: Plain, kind: str, match: re.Match[str]) -> bool:
    """Whether a place that fits a deadline's pattern is none in its sentence."""
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
    long = (numerals.whole(words, parts.get("n") or "") or 0) >= LONG_DELAY_DAYS
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
