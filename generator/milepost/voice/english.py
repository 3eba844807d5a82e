"""English for the messages of checks, which are in English whatever the journal's language.

In: numbers, days, nouns. Out: text, printed as everything else is.
"""

from __future__ import annotations

from milepost.voice.voice import Voice

ENGLISH = Voice("en", " ")
number = ENGLISH.number
listed = ENGLISH.list
duration = ENGLISH.duration
spoken = ENGLISH.spoken
sentence = ENGLISH.sentence


def singular(unit: str) -> str:
    """One of what a unit counts: "book" for "books"."""
    return ENGLISH.unit(1, unit)


def plural(count: int, one: str, several: str = "") -> str:
    """A whole number and its noun: "1 week", "5 weeks"."""
    return f"{number(count)} {one if count == 1 else several or one + 's'}"
