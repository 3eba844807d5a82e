"""What a text must hold for a pattern to be found in it: nothing that is there may be missed."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from milepost.checks.wording.deadlines import _compiled, _kinds
from milepost.checks.wording.demands import demands, met
from milepost.checks.wording.lexicon import _asked, lexicon, plain

HERE = Path(__file__).parent


def asked(pattern: str) -> list[list[str]]:
    """The demands of a pattern, `{day}` standing for a weekday or "the 3rd"."""
    days = {"day": frozenset({"monday", "the "})}
    return [sorted(words) for words in demands(pattern, days.get)]


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("by noon", [["by noon"]]),
        ("exams?", [["exam"]]),
        ("(?:by|before) noon", [["before", "by"], [" noon"]]),
        (r"by (?:noon|\d+)", [["by "]]),
        ("(?:the )?end", [["end"]]),
        (r"week \d{1,2}(?! of may)", [["week "]]),
        ("(?<!in )time", [["time"]]),
        ("(?:ab){0,3}c", [["c"]]),
        ("(?:ab){2}c", [["ab"], ["c"]]),
        ("on {day}", [["on "], ["monday", "the "]]),
        ("on (?:{day}|sunday)", [["on "], ["monday", "sunday", "the "]]),
        ("on {year}", [["on "]]),
        ("one|two words", [["one", "two words"]]),
        (r"one|\d+", []),
        (r"[(\[]2030[)\]]", [["2030"]]),
        (r"3\.5 km", [["3.5 km"]]),
    ],
)
def test_what_a_pattern_asks_for(pattern: str, found: list[list[str]]) -> None:
    assert asked(pattern) == found


def test_a_text_meets_what_holds_one_word_of_each() -> None:
    both = demands("(?:by|before) noon", lambda _: None)
    assert met(both, "done before noon")
    assert met(both, "noon went by, then noon")
    assert not met(both, "done before night")
    assert met((), "")


def sentences() -> list[str]:
    found = []
    for name in ("times.csv", "statements/dev.csv", "statements/voices.csv"):
        with (HERE / name).open(encoding="utf-8", newline="") as file:
            found += [plain(row["text"]).text for row in csv.DictReader(file)]
    return found


def test_a_text_in_which_a_pattern_is_found_meets_what_it_asks_for() -> None:
    words = lexicon("en")
    assert words is not None
    texts = sentences()
    patterns = [
        (entry.pattern, entry.asked, _compiled(words, entry.pattern)) for entry in _kinds(words)
    ]
    patterns += [
        (name, _asked(words, name), re.compile(words.group(name)))
        for name, entry in words.data.items()
        if isinstance(entry, str | list) and name != "deadlines"
    ]
    missed = [
        (name, text)
        for name, needed, pattern in patterns
        for text in texts
        if not met(needed, text) and pattern.search(text)
    ]
    assert len(texts) > 1200
    assert missed == []
