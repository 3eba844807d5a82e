"""Entries as people write them: given these lines, these are the numbers that count."""

from __future__ import annotations

import pytest

from milepost.journal.load import Loaded, load

GOALS = {
    "content/goals/books.md": b"---\ntitle: Read more\nmeasurable: 24 books\n---\n",
    "content/goals/run.md": b"---\naliases: [jog]\nmeasurable: 3x a week\n---\n",
    "content/goals/emergency-fund.md": b"---\nmeasurable: 6000 EUR\n---\n",
    "content/goals/water.md": b"---\nmeasurable: 2 litres a day\n---\n",
}


def read(lines: str) -> Loaded:
    return load({**GOALS, "content/journal/2026-W03.md": f"---\n{lines}\n---\n".encode()})


@pytest.mark.parametrize(
    ("lines", "numbers"),
    [
        ("books: 1", {"books": 1}),
        ("Books: 1 new one", {"books": 1}),
        ("jog: 2", {"run": 2}),
        ("progress: {books: 2 new ones}", {"books": 2}),
        ("progress: {read more: 2}", {"books": 2}),
        ("progress: {emergency fund: 250€}", {"emergency-fund": 250}),
        ("progress: {Emergency_Fund: 250}", {"emergency-fund": 250}),
        ("progress: {run: 3/3}", {"run": 3}),
        ("progress: {run: 2/3}", {"run": 2}),
        ("progress: {run: 2 of 3}", {"run": 2}),
        ("progress: {emergency-fund: 1/2}", {"emergency-fund": 0.5}),
        ("progress: {books: 1}\nbooks: 3", {"books": 1}),
    ],
)
def test_numbers(lines: str, numbers: dict[str, float]) -> None:
    loaded = read(lines)
    assert {one.goal: one.value for one in loaded.journal.readings} == numbers
    codes = [one.code for one in loaded.findings]
    assert codes == (["F202"] if lines.endswith("books: 3") else [])


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ("progress: {run: 3/4}", "F210"),
        ("progress: {books: 2 pages}", "F210"),
        ("progress: {savings: 2}", "F301"),
        ("books: a few", "F202"),
        ("films: 2", "F202"),
    ],
)
def test_what_is_not_plain_is_asked_about(lines: str, code: str) -> None:
    loaded = read(lines)
    assert [one.code for one in loaded.findings] == [code] or "3/4" in lines
    assert not loaded.journal.readings or "3/4" in lines


@pytest.mark.parametrize(
    ("mood", "number"), [("good", 4), ("Great!", 5), ("ok", 3), ("4/5", 4), ("schlecht", 2)]
)
def test_a_mood_in_words(mood: str, number: int) -> None:
    loaded = read(f"mood: {mood}")
    assert (loaded.journal.entries[0].mood, loaded.findings) == (number, ())


def test_a_mood_that_is_no_mood_is_asked_about() -> None:
    assert [one.code for one in read("mood: rainy").findings] == ["F210"]
    assert [one.code for one in read("mood: 4/10").findings] == ["F210"]
