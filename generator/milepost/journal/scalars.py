"""Single values: a node to a text, a number, a day, a week, a word.

In: a node, the key it stands under, and where to say what is wrong. Out: the value, or `ABSENT`
when it cannot be read, which has then been told.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable
from datetime import date
from enum import Enum
from typing import Any

from milepost.findings import Finding
from milepost.journal import faults
from milepost.journal.dates import is_slashed, parse_date, parse_week
from milepost.journal.nodes import Items, Keys, Node, Text
from milepost.journal.numbers import Misread, parse_value
from milepost.journal.values import Week

ABSENT = object()
"""What stands for a value that is not written, or cannot be read."""

Say = Callable[[Finding], None]
TRUE, FALSE = {"true", "yes", "on", "y", "x"}, {"false", "no", "off", "n"}
_LONGEST_WORD = 80
_WANTED = {str: "a text", date: "a day", bool: "yes or no", int: "a number", float: "a number"}
_RANGES = {
    "mood": (1, 5),
    "energy": (1, 5),
    "confidence": (0, 10),
    "areas": (0, 10),
    "grade": (0, 1),
    "level": (0, 5),
    "weight": (0, 1000),
}


def read_scalar(kind: Any, node: Node, key: str, say: Say) -> Any:
    """A value of a plain type: text, day, week, yes or no, number, or one word of a few."""
    if not isinstance(node, Text):
        say(faults.wrong_type(node.place, key, _WANTED.get(kind, "a text"), describe(node)))
        return ABSENT
    if kind is str:
        return node.value.strip()
    if kind is date:
        return _day(node, say)
    if kind is Week:
        return _week(node, say)
    if kind is bool:
        return read_bool(node, key, say)
    if kind is float:
        return read_quantity(lambda text: _bare_number(text, key), node, key, say)
    if kind is int:
        return _whole(node, key, say)
    return read_word(kind, node, key, say)


def read_bool(node: Text, key: str, say: Say) -> Any:
    """Yes or no, in YAML's words; told when it stands between quotes."""
    text = node.value.strip()
    if text.lower() not in TRUE | FALSE:
        say(faults.not_one_of(node.place, key, text, "yes, no", ""))
        return ABSENT
    if node.quoted:
        say(faults.quoted_boolean(node.place, text))
    return text.lower() in TRUE


def read_quantity(parse: Callable[[str], float | Misread], node: Node, key: str, say: Say) -> Any:
    """A number within the scale of its key."""
    if not isinstance(node, Text):
        say(faults.wrong_type(node.place, key, "a number", describe(node)))
        return ABSENT
    number = parse(node.value)
    if isinstance(number, Misread):
        say(faults.not_a_number(node.place, number.message, number.help))
        return ABSENT
    if key in _RANGES:
        low, high = _RANGES[key]
        if not low <= number <= high:
            text = node.value.strip()
            say(faults.out_of_range(node.place, key, text, str(low), str(high)))
            return ABSENT
    return number


def read_word(kind: type[Enum], node: Text, key: str, say: Say) -> Any:
    """One of the words of an enumeration, whatever its case and hyphens."""
    words = {str(member.value): member for member in kind}
    text = node.value.strip()
    word = text.lower().replace("-", " ").replace("_", " ").replace("/", " or ")
    if word in words:
        return words[word]
    say(faults.not_one_of(node.place, key, text, ", ".join(words), nearest(word, words)))
    return ABSENT


def tell(value: Any, node: Text, key: str, say: Say) -> Any:
    """What a short form gave; a `Misread` is told as what it is about."""
    if isinstance(value, Misread):
        fault = {"number": faults.not_a_number, "date": faults.not_a_date}.get(value.about)
        if fault:
            say(fault(node.place, value.message, value.help))
        else:
            say(faults.short_form(node.place, key, node.value.strip(), value.help))
        return ABSENT
    if found := re.search(r"\b[0-9]{4}/[0-9]{1,2}/[0-9]{1,2}\b", node.value):
        day = parse_date(found[0])
        if isinstance(day, date):
            say(faults.slashed_date(node.place, day.isoformat()))
    return value


def describe(node: Node) -> str:
    """What a node is, for a message."""
    if isinstance(node, Items):
        return "a list"
    return "a mapping" if isinstance(node, Keys) else f"“{node.value.strip()}”"


def nearest(word: str, words: Iterable[str]) -> str:
    """The word that was most likely meant, or nothing."""
    if len(word) > _LONGEST_WORD:
        return ""
    found = difflib.get_close_matches(word, sorted(words), n=1, cutoff=0.75)
    return found[0] if found else ""


def _day(node: Text, say: Say) -> Any:
    day = parse_date(node.value)
    if isinstance(day, Misread):
        say(faults.not_a_date(node.place, day.message, day.help))
        return ABSENT
    if is_slashed(node.value):
        say(faults.slashed_date(node.place, day.isoformat()))
    return day


def _week(node: Text, say: Say) -> Any:
    week = parse_week(node.value)
    if week:
        return week
    day = parse_date(node.value)
    example = str(Week.of(day)) if isinstance(day, date) else "2026-W47"
    say(faults.not_a_week(node.place, node.value.strip(), example))
    return ABSENT


def _whole(node: Text, key: str, say: Say) -> Any:
    number = read_quantity(lambda text: _bare_number(text, key), node, key, say)
    if number is ABSENT:
        return ABSENT
    if number != int(number):
        say(faults.wrong_type(node.place, key, "a whole number", describe(node)))
        return ABSENT
    return int(number)


def _bare_number(text: str, key: str) -> float | Misread:
    if key in {"short", "mid", "long"}:
        text = re.sub(r"\s*(?:y|years?)$", "", text.strip())
    return parse_value(text)
