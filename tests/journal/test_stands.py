"""Numbers that a milestone or a knot stands at: read whole, in the unit of the goal, or refused."""

from __future__ import annotations

from datetime import date

import pytest

from milepost.journal.milestone_lines import parse_milestone
from milepost.journal.numbers import Misread
from milepost.journal.shortforms import parse_knot
from milepost.journal.values import Knot, Milestone


@pytest.mark.parametrize(
    ("written", "title", "value"),
    [
        ("2026-04-30 =80 under eighty", "under eighty", 80),
        ("2026-04-30 =80, under eighty", "under eighty", 80),
        ("2026-04-30 under eighty =80", "under eighty", 80),
        ("2026-04-30 under eighty =80 (weight 2)", "under eighty", 80),
        ("2026-04-30 = 1 200 pages", "pages", 1200),
        ("2026-04-30 =24k words", "words", 24_000),
        ("2026-04-30 =8:30 the mile", "the mile", 8.5),
        ("2026-04-30 below nought =-5", "below nought", -5),
        ("2026-04-30 prove that a = b", "prove that a = b", None),
        ("2026-04-30 solve x=5", "solve x=5", None),
    ],
)
def test_a_milestone_stands_at_a_number(written: str, title: str, value: float | None) -> None:
    found = parse_milestone(written)
    assert isinstance(found, Milestone)
    assert (found.title, found.value) == (title, value)


@pytest.mark.parametrize("written", ["=80kg light", "saved =€500", "=1,5 shorter", "=80% known"])
def test_a_milestone_with_a_number_that_is_not_plain_is_refused(written: str) -> None:
    assert isinstance(parse_milestone(f"2026-04-30 {written}"), Misread)


@pytest.mark.parametrize(
    ("written", "value", "rate", "because"),
    [
        ("2026-06-28 =400", 400, None, ""),
        ("2026-06-28 =400 the break", 400, None, "the break"),
        ("2026-06-28 =1 400, the break", 1400, None, "the break"),
        ("2026-06-28 =8:30", 8.5, None, ""),
        ("2026-06-28 =8, at 2 a week", 8, 2, ""),
        ("=400 at 2 a week", 400, 2, ""),
    ],
)
def test_a_knot_stands_at_a_number(
    written: str, value: float, rate: float | None, because: str
) -> None:
    found = parse_knot(written)
    assert isinstance(found, Knot)
    assert (found.value, found.rate, found.because) == (value, rate, because)


def test_a_knot_may_name_its_unit() -> None:
    assert parse_knot("2026-06-28 =80kg") == Knot(date(2026, 6, 28), 80.0, unit="kg")


@pytest.mark.parametrize("written", ["=1,5 lighter", "=10x3"])
def test_a_knot_with_a_number_that_is_not_plain_is_refused(written: str) -> None:
    assert isinstance(parse_knot(f"2026-06-28 {written}"), Misread)


@pytest.mark.parametrize(
    ("line", "instead"),
    [("2026-04-17 =50 % exam", "2026-04-17 =50 exam"), ("=80kg at the scale", "=80 at the scale")],
)
def test_the_remedy_for_a_unit_in_a_milestone_is_a_milestone(line: str, instead: str) -> None:
    misread = parse_milestone(line)
    assert isinstance(misread, Misread)
    assert misread.help == f"write `{instead}`"
    assert isinstance(parse_milestone(instead), Milestone)
