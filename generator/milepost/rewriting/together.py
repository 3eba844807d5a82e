"""What an entry says of a goal when it says one number, and another is added to it.

In: a goal, the number that stands in an entry and the one that is logged. Out: what stands there
afterwards, as it is typed; or why the two cannot be one number, and what to type instead.
"""

from __future__ import annotations

from milepost.journal.model import Goal
from milepost.journal.numbers import Misread, in_digits, parse_hours
from milepost.journal.readings import mode_of, value_for
from milepost.journal.values import Amount
from milepost.journal.words import Log, Mode


def numbers_together(goal: Goal, text: str, new: Amount, known: Amount) -> str | Misread:
    """The number of both: what is added is added up, and where a goal stands is said anew.

    What is added to a level that stands there raises it. Of an average one entry can hold but one
    number, which only `=` replaces.
    """
    if new.in_words or new.mode is Mode.LEVEL:
        return text
    measure = goal.measurable
    if measure and measure.takes_several:
        return Misread(
            "one entry holds one number of what is put together from several",
            f"write `={text.lstrip('+=')}` to have it in the place of the one that stands there",
        )
    if (new.mode or mode_of(goal)) is Mode.LEVEL:
        return text
    values = value_for(known, goal), value_for(new, goal)
    for value in values:
        if isinstance(value, Misread):
            return value
    both = in_digits(sum(value for value in values if isinstance(value, float | int)))
    sure = "!" if known.sure or new.sure else ""
    return f"{_sign(goal, known, both)}{both}{sure}"


def _sign(goal: Goal, known: Amount, both: str) -> str:
    """The sign before a sum: as what stood there, and where a number alone would mean another.

    A sum below zero has its own sign, which adds as a `+` does.
    """
    if known.mode is Mode.LEVEL:
        return "="
    if both.startswith("-"):
        return ""
    if known.mode is Mode.ADDED:
        return "+"
    one_by_one = goal.measurable is not None and goal.measurable.log is Log.COUNT
    return "+" if one_by_one else ""


def hours_together(text: str, known: float | None) -> str | Misread:
    """The hours of both; with `=` before them the new ones stand alone."""
    bare = text.lstrip("+=").strip()
    new = parse_hours(bare)
    if isinstance(new, Misread) or known is None or text.startswith("="):
        return new if isinstance(new, Misread) else bare
    both = in_digits(known + new)
    read = parse_hours(both)
    return read if isinstance(read, Misread) else both
