"""Numbers in a sentence: value, unit, and whether they measure, date or only name something."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milepost.checks.wording.figures import figures


def read(text: str) -> list[tuple[float | None, str]]:
    return [(found.value, found.unit) for found in figures(text) if found.role == "measure"]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("read 24 books", 24, "books"),
        ("walk 10,000 steps", 10_000, "steps"),
        ("answer 1 200 questions", 1200, "questions"),
        ("save €3k", 3000, "€"),
        ("earn $2.5M", 2_500_000, "$"),
        ("save 400 euros", 400, "euros"),
        ("grow by 12.5 %", 12.5, "%"),
        ("grow by 15 percent", 15, "%"),
        ("run 10km", 10, "km"),
        ("write twenty-five letters", 25, "letters"),
        ("lose one hundred and ten pounds", 110, "pounds"),
        ("book a dozen demos", 12, "demos"),
        ("ask twice", 2, ""),
        ("cancel half of our meetings", 0.5, ""),
        ("cut it by a quarter", 0.25, ""),
        ("cut it by a fifth", 0.2, ""),
        ("use a third less plastic", 0.3333, ""),
        ("read two thirds of the books", 0.6667, ""),
        ("reach 2000 followers", 2000, "followers"),
        ("score IELTS 7.5", 7.5, ""),
    ],
)
def test_a_number_has_its_value_and_unit(text: str, value: float, unit: str) -> None:
    assert read(text) == [(value, unit)]


def test_a_range_has_both_ends() -> None:
    (kilos,) = figures("lose 6–8 kg")
    (followers,) = figures("reach 10-12k followers")

    assert (kilos.value, kilos.high, kilos.words) == (6, 8, "6–8 kg")
    assert (followers.value, followers.high) == (10_000, 12_000)


def test_a_time_of_day_is_a_figure_without_a_value() -> None:
    assert read("in bed before 23:00") == [(None, "clock")]


def test_a_unit_is_no_small_word() -> None:
    assert read("raise it from 3 to 6 by June") == [(3, ""), (6, "")]


def test_dates_and_names_keep_their_role() -> None:
    roles = {found.words: found.role for found in figures("Hire 2 people on ward 4 by 30 June")}

    assert roles == {"2 people": "measure", "4": "name", "30 June": "time"}


@pytest.mark.parametrize(
    "name", ["Web 2.0", "K2", "GPT-4", "version 3.1.2", "the 2025 budget", "S/4", "ISO 9001"]
)
def test_what_things_are_called_is_a_name(name: str) -> None:
    assert [found.role for found in figures(f"Understand {name}")] == ["name"]


@pytest.mark.parametrize("text", ["learn a third language", "hire a fifth cook"])
def test_an_ordinal_is_no_fraction(text: str) -> None:
    assert read(text) == []


def test_a_year_may_be_an_amount() -> None:
    assert read("sell 2010 tickets") == [(2010, "tickets")]
    assert read("improve the 2010 tickets") == []


@given(st.integers(0, 999_999))
def test_thousands_may_be_grouped(number: int) -> None:
    for written in (f"{number}", f"{number:,}", f"{number:,}".replace(",", " ")):
        assert read(f"sell {written} tickets") == [(number, "tickets")]


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    for found in figures(text):
        start, end = found.span
        assert text[start:end] == found.words
