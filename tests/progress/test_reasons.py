"""Numbers and times as a friend would say them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made import day

from milepost.progress import reasons


@pytest.mark.parametrize(
    ("value", "text"),
    [(3, "3"), (81.4, "81.4"), (0.1 + 0.2, "0.3"), (1234.56, "1235"), (-0.0, "0"),
     (12500, "12500"), (0.04567, "0.04567"), (1e-20, "0")],
)  # fmt: skip
def test_numbers(value: float, text: str) -> None:
    assert reasons.number(value) == text


def test_two_digits_are_enough_for_a_rate() -> None:
    assert reasons.rough(46.154) == "46"
    assert reasons.rough(0.2857) == "0.29"


@pytest.mark.parametrize(
    ("rate", "text"),
    [(46.15, "46 a week"), (2.33, "2.3 a week"), (1.0, "one a week"), (0.7, "one every 10 days"),
     (0.25, "one every 28 days"), (0.1, "one every 10 weeks"),
     (0.0, "none"), (0.0001, "almost none")],
)  # fmt: skip
def test_rates(rate: float, text: str) -> None:
    assert reasons.every(rate) == text


@pytest.mark.parametrize(
    ("days", "text"),
    [(0, "the last day is today"), (1, "1 day left"), (9, "9 days left"), (14, "2 weeks left"),
     (35, "5 weeks left"), (1200, "3.3 years left")],
)  # fmt: skip
def test_time_left(days: int, text: str) -> None:
    assert reasons.time_left(days) == text


def test_the_year_is_said_only_when_it_is_another() -> None:
    assert reasons.date_words(day("2026-11-27"), day("2026-02-01")) == "27 November"
    assert reasons.date_words(day("2027-01-03"), day("2026-02-01")) == "3 January 2027"


@pytest.mark.parametrize(
    ("unit", "one"),
    [("books", "book"), ("practice questions", "practice question"), ("stories", "story"),
     ("kg", "kg"), ("%", "%"), ("boxes", "box"), ("classes", "class"), ("bus", "bus"),
     ("matches", "match"), ("EUR", "EUR"), ("", "")],
)  # fmt: skip
def test_one_of_a_unit(unit: str, one: str) -> None:
    assert reasons.singular(unit) == one


def test_one_and_many() -> None:
    assert reasons.counted(1, "books") == "1 book"
    assert reasons.counted(2, "books") == "2 books"
    assert reasons.plural(1, "week") == "1 week"
    assert reasons.listed(["a", "b", "c"]) == "a, b and c"


def test_a_percentage_claims_no_certainty() -> None:
    assert [reasons.percent(p) for p in (0.0, 0.003, 0.814, 0.999)] == [
        "under 1 %", "under 1 %", "81 %", "over 99 %",
    ]  # fmt: skip


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_every_number_can_be_said(value: float) -> None:
    text = reasons.number(value)
    assert "e" not in text
    assert not text.endswith(".")
