"""English for the messages of checks, which are in English whatever the journal's language.

In: numbers, days, nouns. Out: text, printed as everything else is. Numbers that a message tells are
written as the journal's language writes them, since they stand so in its files and on its pages;
those of a line to be pasted have a point before tenths in each, which is read in all of them, and
between braces too, where YAML ends a value at a comma.
"""

from __future__ import annotations

import json
import re

from milepost.journal.numbers import CLOCKS, in_digits
from milepost.voice.voice import Voice

_YAML_WORDS = {"yes", "no", "true", "false", "null", "on", "off", "y", "n"}

ENGLISH = Voice("en", " ")
number = ENGLISH.number
figure = ENGLISH.figure
listed = ENGLISH.list
spoken = ENGLISH.spoken
sentence = ENGLISH.sentence


def with_numbers_of(language: str, *, to_type: bool = False) -> Voice:
    """The same English, with numbers as a language writes them.

    Those that somebody is `to_type` have no sign between thousands: the point of 1.234 on a page is
    read as that before tenths.
    """
    return Voice("en", " ", numbers=language, typed=to_type)


def typed(value: float, unit: str = "") -> str:
    """A number in three digits that count, as it may stand in a file: 1 200 and 0.33."""
    return figure(value, unit).replace(",", " ").replace("−", "-")


def written(value: float, unit: str = "") -> str:
    """A number as it may stand in a file, in a flow mapping too: 10000 and 0.5, never "10,000".

    A time of the clock stands in its own form: 29:10.
    """
    if unit in CLOCKS:
        return figure(value, unit).replace("−", "-")
    return in_digits(round(value, 9))


def in_flow(words: str) -> str:
    """Words as a value in a flow mapping, in quotes where YAML would read something else."""
    sure = re.fullmatch(r"[^\W\d_][\w /-]*", words) and words.lower() not in _YAML_WORDS
    return words if sure else json.dumps(words, ensure_ascii=False)


def singular(unit: str) -> str:
    """One of what a unit counts: "book" for "books"."""
    return ENGLISH.unit(1, unit)


def plural(count: int, one: str, several: str = "") -> str:
    """A whole number and its noun: "1 week", "5 weeks"."""
    return f"{number(count)} {one if count == 1 else several or one + 's'}"
