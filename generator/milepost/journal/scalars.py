"""Single values: a node to a text, a number, a day, a week, a word.

In: a node, the key it stands under, how that is read, and where to say what is wrong. Out: the
value, or `ABSENT` when it cannot be read, which has then been told. Here too: what the lines of the
file tell of a value and YAML does not.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from enum import Enum
from typing import Any

from milepost.findings import Finding
from milepost.journal import faults
from milepost.journal.dates import is_slashed, parse_date, parse_week, week_beside
from milepost.journal.keys import Manner
from milepost.journal.nodes import Items, Keys, Node, Text
from milepost.journal.numbers import Misread
from milepost.journal.values import Week
from milepost.journal.words import VERBS, Verb

ABSENT = object()
"""What stands for a value that is not written, or cannot be read."""

Say = Callable[[Finding], None]
TRUE, FALSE = {"true", "yes", "on", "y", "x", "ja"}, {"false", "no", "off", "n", "nein"}
_PLACEHOLDER = re.compile(
    r"(?:YYYY|yyyy|JJJJ|AAAA)\b.*|<[^<>]+>|\.{3}|…|TODO|TBD|FIXME|XXX|\{\{(?:(?!\}\}).)*\}\}|<%(?:(?!%>).)*%>"
)
LONGEST = 2000
"""Characters of a one-line value, far above what anybody writes."""
_LONGEST_WORD = 80
_WANTED = {str: "a text", date: "a day", bool: "yes or no", int: "a number", float: "a number"}


def read_scalar(kind: Any, node: Node, key: str, manner: Manner, say: Say) -> Any:
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
        return _number(node, key, manner, say)
    if kind is int:
        return _whole(node, key, manner, say)
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


def read_word(kind: type[Enum], node: Text, key: str, say: Say) -> Any:
    """One of the words of an enumeration, whatever its case and hyphens, or another for it."""
    words = {str(member.value): member for member in kind}
    others = VERBS if kind is Verb else {}
    text = node.value.strip()
    word = text.lower().replace("-", " ").replace("_", " ").replace("/", " or ")
    if word in words or word in others:
        return words.get(word) or others[word]
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


def placeholder(node: Node, lines: Sequence[str]) -> str:
    """The placeholder of a template that was never filled in, if one stands here."""
    if isinstance(node, Text):
        text = node.value.strip()
        return text if len(node.value) < LONGEST and _PLACEHOLDER.fullmatch(text) else ""
    line = lines[node.place.line - 1] if node.place.line <= len(lines) else ""
    start = line[node.place.column - 1 :]
    return start.strip() if start.startswith(("{{", "<%")) else ""


def dropped(node: Text, lines: Sequence[str]) -> Iterator[Finding]:
    """What YAML drops or keeps without a word: `#tag`, typographic quotes."""
    place = node.place
    if place.end_line > len(lines) or "\n" in node.value:
        return
    rest = lines[place.end_line - 1][place.end_column - 1 :]
    if not node.value:
        rest = lines[place.line - 1].partition(":")[2]
    if match := re.match(r"\s*(#[^\s#].*)", rest):
        if node.value and not re.match(r"\s", rest):
            return
        yield faults.hash_comment(place, match[1].strip())
    if not node.quoted and re.match(r"[“„«‘]", node.value) and len(node.value) > 1:
        yield faults.typographic_quotes(place, node.value[0])


def describe(node: Node) -> str:
    """What a node is, for a message."""
    if isinstance(node, Items):
        return "a list"
    return "a mapping" if isinstance(node, Keys) else f"“{node.value.strip()}”"


def nearest(word: str, words: Iterable[str], cutoff: float = 0.75) -> str:
    """The word that was most likely meant, or nothing; alike from `cutoff` on, of 0 to 1."""
    if len(word) > _LONGEST_WORD:
        return ""
    length = len(word)  # of one far longer or shorter not three of four letters can agree
    alike = [w for w in words if 8 * min(length, len(w)) >= 3 * (length + len(w))]
    found = difflib.get_close_matches(word, alike, n=1, cutoff=cutoff)
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
    if beside := week_beside(node.value):
        near, weeks = beside
        say(faults.not_a_week(node.place, node.value.strip(), str(near), weeks))
        return ABSENT
    day = parse_date(node.value)
    example = str(Week.of(day)) if isinstance(day, date) else "2026-W47"
    say(faults.not_a_week(node.place, node.value.strip(), example))
    return ABSENT


def _number(node: Text, key: str, manner: Manner, say: Say) -> Any:
    """A number within the scale of its key."""
    number = manner.number(node.value)
    if isinstance(number, Misread):
        say(faults.not_a_number(node.place, number.message, number.help))
        return ABSENT
    if manner.scale and not manner.scale[0] <= number <= manner.scale[1]:
        low, high = map(str, manner.scale)
        say(faults.out_of_range(node.place, key, node.value.strip(), low, high))
        return ABSENT
    return number


def _whole(node: Text, key: str, manner: Manner, say: Say) -> Any:
    said = node.value.strip().lower().rstrip(".!")
    of = re.fullmatch(r"([0-9]+)\s*(?:/|of|out of)\s*([0-9]+)", said)
    if of and manner.scale and int(of[2]) == manner.scale[1]:
        node = replace(node, value=of[1])  # `4/5`, of so many as there are
    if said in manner.words:
        return manner.words[said]
    number = _number(node, key, manner, say)
    if number is ABSENT:
        return ABSENT
    if number != int(number):
        say(faults.wrong_type(node.place, key, "a whole number", describe(node)))
        return ABSENT
    return int(number)
