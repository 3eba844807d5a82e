"""Numbers and measures are read whole or not at all."""

from __future__ import annotations

import pytest

from milepost.journal.measures import parse_measure
from milepost.journal.numbers import Misread, parse_number
from milepost.journal.values import Measure
from milepost.journal.words import Kind


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("12", 12.0, ""),
        ("-3 °C", -3.0, "°C"),
        ("€ 3,000", 3000.0, "€"),
        ("24k", 24000.0, ""),
        ("1.5M steps", 1500000.0, "steps"),
        ("12 km", 12.0, "km"),
        ("5 Mbit", 5.0, "Mbit"),
        ("3 t CO2", 3.0, "t CO2"),
    ],
)
def test_a_number_and_its_unit(text: str, value: float, unit: str) -> None:
    assert parse_number(text) == (value, unit)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("1e5", "e5"),
        ("10 x 3", "3"),
        ("82 to 75", "75"),
        ("--3", "two signs"),
        ("+-2", "two signs"),
    ],
)
def test_what_is_left_over_is_named(text: str, part: str) -> None:
    read = parse_number(text)
    assert isinstance(read, Misread)
    assert part in read.message


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("82 to 75 kg", Measure(Kind.LEVEL, 82.0, 75.0, "kg")),
        ("82 – 75 kg", Measure(Kind.LEVEL, 82.0, 75.0, "kg")),
        ("down to 75 kg", Measure(Kind.LEVEL, None, 75.0, "kg")),
        ("under 75 kg", Measure(Kind.LEVEL, None, 75.0, "kg")),
        ("at least 24 books", Measure(Kind.COUNT, None, 24.0, "books")),
        (">= 24 books", Measure(Kind.COUNT, None, 24.0, "books")),
        ("two books", Measure(Kind.COUNT, None, 2.0, "books")),
    ],
)
def test_what_people_write_for_a_measure(text: str, measure: Measure) -> None:
    read = parse_measure(text)
    assert isinstance(read, Measure)
    assert (read.kind, read.to, read.unit) == (measure.kind, measure.to, measure.unit)
    if measure.kind is Kind.LEVEL:
        assert read.from_ == measure.from_


@pytest.mark.parametrize(
    "text", ["average 3 times a week", "apples 3 a week", "attempt every day", "any run a week"]
)
def test_the_letter_a_is_no_number(text: str) -> None:
    assert isinstance(parse_measure(text), Misread)
