"""Numbers and measures are read whole or not at all."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from milepost.journal.measures import parse_measure
from milepost.journal.numbers import Misread, in_digits, parse_hours, parse_number
from milepost.journal.values import Measure
from milepost.journal.words import Direction, Kind, Period


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
        ("5m", 5.0, "m"),
        ("3 t CO2", 3.0, "t CO2"),
    ],
)
def test_a_number_and_its_unit(text: str, value: float, unit: str) -> None:
    assert parse_number(text) == (value, unit)


@given(st.floats(-1e15, 1e15))
@example(1e15)
@example(1e-5)
def test_what_is_written_in_digits_is_read_as_the_same_number(value: float) -> None:
    assert parse_number(in_digits(value)) == (float(f"{value:.15g}"), "")


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("3.5", 3.5),
        ("3.5 h", 3.5),
        ("2h30", 2.5),
        ("2 Hours  30 min", 2.5),
        ("2:30", 2.5),
        ("2:30 h", 2.5),
        ("90 min", 1.5),
        ("90m", 1.5),
        ("½ h", 0.5),
        ("0", 0.0),
        ("168", 168.0),
    ],
)
def test_hours_of_a_week_are_read(text: str, hours: float) -> None:
    assert parse_hours(text) == hours


@pytest.mark.parametrize("text", ["169", "-1", "2h75", "2.5h30", "25:00 min", "1:23:45", "3 km"])
def test_what_is_no_number_of_hours_is_told(text: str) -> None:
    assert isinstance(parse_hours(text), Misread)


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
        ("down to 75 kg", Measure(Kind.LEVEL, None, 75.0, "kg", goes=Direction.DOWN)),
        ("under 75 kg", Measure(Kind.LEVEL, None, 75.0, "kg", goes=Direction.DOWN)),
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
    ("text", "measure"),
    [
        ("5m swim", Measure(Kind.COUNT, 0.0, 5.0, "m swim")),
        ("5k steps", Measure(Kind.COUNT, 0.0, 5000.0, "steps")),
        ("82 kg to 75 kg", Measure(Kind.LEVEL, 82.0, 75.0, "kg")),
        ("82 kg to 75", Measure(Kind.LEVEL, 82.0, 75.0, "kg")),
        ("$100 to $50", Measure(Kind.LEVEL, 100.0, 50.0, "$")),
        ("€100 – €50", Measure(Kind.LEVEL, 100.0, 50.0, "€")),
        ("at most 5 a week", Measure(Kind.LIMIT, None, 5.0, "", Period.WEEK)),
    ],
)
def test_no_word_of_a_measure_is_lost(text: str, measure: Measure) -> None:
    assert parse_measure(text) == measure


@pytest.mark.parametrize(
    ("text", "message", "remedy"),
    [
        (
            "under 2 coffees a day",
            "“under 2 coffees a day” could allow 2 or not",
            "write `at most 2 coffees a day` where 2 is still fine",
        ),
        (
            "less than 5 a week",
            "“less than 5 a week” could allow 5 or not",
            "write `at most 5 a week` where 5 is still fine",
        ),
    ],
)
def test_a_bound_that_may_or_may_not_be_fine_is_asked_for(
    text: str, message: str, remedy: str
) -> None:
    assert parse_measure(text) == Misread(message, remedy)


def test_a_level_has_one_unit() -> None:
    read = parse_measure("12 letters to 3 friends")
    assert isinstance(read, Misread)
    assert read.message == "“3” in “12 letters to 3 friends” is not understood"


@pytest.mark.parametrize(
    "text", ["average 3 times a week", "apples 3 a week", "attempt every day", "any run a week"]
)
def test_the_letter_a_is_no_number(text: str) -> None:
    assert isinstance(parse_measure(text), Misread)


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("2 hours each morning", Measure(Kind.HABIT, None, 2.0, "hours", Period.DAY)),
        ("every evening", Measure(Kind.HABIT, None, 1.0, "", Period.DAY)),
        ("every weekday", Measure(Kind.HABIT, None, 5.0, "", Period.WEEK)),
        ("once a fortnight", Measure(Kind.HABIT, None, 1.0, "", Period.FORTNIGHT)),
        ("fortnightly", Measure(Kind.HABIT, None, 1.0, "", Period.FORTNIGHT)),
        ("every two weeks", Measure(Kind.HABIT, None, 1.0, "", Period.FORTNIGHT)),
        ("2 posts every other week", Measure(Kind.HABIT, None, 2.0, "posts", Period.FORTNIGHT)),
        ("every 2 days", Measure(Kind.HABIT, None, 7.0, "", Period.FORTNIGHT)),
        ("every other day", Measure(Kind.HABIT, None, 7.0, "", Period.FORTNIGHT)),
        ("20 pages every second day", Measure(Kind.HABIT, None, 140, "pages", Period.FORTNIGHT)),
        ("every other Monday", Measure(Kind.HABIT, None, 1.0, "", Period.FORTNIGHT)),
        ("at most 3 a fortnight", Measure(Kind.LIMIT, None, 3.0, "", Period.FORTNIGHT)),
        ("30 minutes each weekday", Measure(Kind.HABIT, None, 150.0, "minutes", Period.WEEK)),
        ("Mon, Wed, Fri", Measure(Kind.HABIT, None, 3.0, "", Period.WEEK)),
        ("on Mondays and Thursdays", Measure(Kind.HABIT, None, 2.0, "", Period.WEEK)),
        ("minimum 3 times a week", Measure(Kind.HABIT, None, 3.0, "", Period.WEEK)),
        ("82–75 kg", Measure(Kind.LEVEL, 82.0, 75.0, "kg")),
        ("€5000-3000 debt", Measure(Kind.LEVEL, 5000.0, 3000.0, "€ debt")),
        ("€5k–€3k debt", Measure(Kind.LEVEL, 5000.0, 3000.0, "€ debt")),
        ("30:00-25:30 minutes", Measure(Kind.LEVEL, 30.0, 25.5, "m:ss")),
        ("min 24 books", Measure(Kind.COUNT, 0.0, 24.0, "books")),
        ("€5k revenue", Measure(Kind.COUNT, 0.0, 5000.0, "€ revenue")),
        ("2 hrs/wk", Measure(Kind.HABIT, None, 2.0, "hrs", Period.WEEK)),
        ("5 km/w", Measure(Kind.HABIT, None, 5.0, "km", Period.WEEK)),
        ("15 km/h", Measure(Kind.COUNT, 0.0, 15.0, "km/h")),
        ("500 words per weekday", Measure(Kind.HABIT, None, 2500.0, "words", Period.WEEK)),
        ("first Monday of the month", Measure(Kind.HABIT, None, 1.0, "", Period.MONTH)),
        ("0 cigarettes a day", Measure(Kind.LIMIT, None, 0.0, "cigarettes", Period.DAY)),
        ("82 – 75 kg", Measure(Kind.LEVEL, 82.0, 75.0, "kg")),
        ("half an hour of piano a day", Measure(Kind.HABIT, None, 30, "min of piano", Period.DAY)),
        ("at most an hour a day", Measure(Kind.LIMIT, None, 1.0, "hour", Period.DAY)),
        ("30' a day", Measure(Kind.HABIT, None, 30.0, "min", Period.DAY)),
        (
            "30′ of reading each morning",
            Measure(Kind.HABIT, None, 30, "min of reading", Period.DAY),
        ),
        ("at most 45' a day", Measure(Kind.LIMIT, None, 45.0, "min", Period.DAY)),
        ("2'400 steps a day", Measure(Kind.HABIT, None, 2400.0, "steps", Period.DAY)),
        ("CHF 2400", Measure(Kind.COUNT, 0.0, 2400.0, "CHF")),
        ("EUR 1,200", Measure(Kind.COUNT, 0.0, 1200.0, "EUR")),
        ("USD 5k", Measure(Kind.COUNT, 0.0, 5000.0, "USD")),
        ("USD5k revenue", Measure(Kind.COUNT, 0.0, 5000.0, "USD revenue")),
        ("Rs 500", Measure(Kind.COUNT, 0.0, 500.0, "Rs")),
        ("kr 500 a month", Measure(Kind.HABIT, None, 500.0, "kr", Period.MONTH)),
        ("A$500", Measure(Kind.COUNT, 0.0, 500.0, "A$")),
        ("CHF 2'400.–", Measure(Kind.COUNT, 0.0, 2400.0, "CHF")),
        ("from CHF 100 to CHF 2400", Measure(Kind.LEVEL, 100.0, 2400.0, "CHF")),
        ("from 100 to CHF 2400", Measure(Kind.LEVEL, 100.0, 2400.0, "CHF")),
        ("lose CHF 20", Measure(Kind.LEVEL, None, None, "CHF", by=-20.0)),
        ("keep above EUR 4000", Measure(Kind.RANGE, 4000.0, None, "EUR")),
        ("at most EUR 50 a month", Measure(Kind.LIMIT, None, 50.0, "EUR", Period.MONTH)),
        ("1.234,50 €", Measure(Kind.COUNT, 0.0, 1234.5, "€")),
        ("1.000.000 steps", Measure(Kind.COUNT, 0.0, 1000000.0, "steps")),
        ("15,- €", Measure(Kind.COUNT, 0.0, 15.0, "€")),
        ("average mood at least 7 daily", Measure(Kind.AVERAGE, 7.0, None, "mood", Period.DAY)),
        (
            "average spending at most €600 a month",
            Measure(Kind.AVERAGE, None, 600.0, "€", Period.MONTH),
        ),
    ],
)
def test_rhythms_and_signs_are_read_whole(text: str, measure: Measure) -> None:
    assert parse_measure(text) == measure


@pytest.mark.parametrize(
    ("text", "help_"),
    [
        ("+15 %", "`from 410 to 470 clients`"),
        ("15 % more clients", "`from 410 to 470 clients`"),
        ("every 3 days", "`3 times a week`"),
        ("every three weeks", "`3 times a week`"),
        ("every other month", "`2 times a month`"),
        ("biweekly", "`once a fortnight`"),
        ("3-4 times a week", "`3 times a week`"),
        ("70-75 kg", "`keep 70 to 75 kg`"),
        ("1e5 steps", "`24 books`"),
        ("30'", "`30 min`"),
        ("save €5000", "`€5000`"),
        ("read 24 books", "`24 books`"),
        ("about 20 books", "`20 books`"),
        ("daily 30 min", "`30 min daily`"),
        ("daily: 10 pages", "`10 pages daily`"),
        ("each week 3 runs", "`3 runs a week`"),
        ("7,5 h pro Nacht", "`7.5 h a night`"),
        ("24 books p.a.", "`24 books a year`"),
        ("3 kg weniger", "`lose 3 kg`"),
        ("~20 books", "`20 books`"),
        ("GPA 3.5", "`to 3.5 GPA`"),
        ("NPS from 40 to 60", "`from 40 to 60 NPS`"),
        ("BMI under 25", "`under 25 BMI`"),
        ("resting heart rate from 68 to 60 bpm", "`from 68 to 60 bpm`"),
        ("save 10 % of income each month", "`10 % of income each month`"),
        ("70 – 75 kg", "`keep 70 to 75 kg`"),
        ("20 - 25 books", "`from 20 to 25 books`"),
        ("3 x 30 min a week", "`90 min a week`"),
        ("5 km in 25:00", "`under 25:00`"),
        ("10 km in under 50 min", "`under 50 min`"),
        ("2,5 Liter pro Tag", "`2.5 Liter a day`"),
        ("10.000 Schritte pro Tag", "`10000 Schritte a day`"),
        ("höchstens 2 Kaffee am Tag", "`at most 2 Kaffee a day`"),
        ("3 mal pro Woche", "`3 times a week`"),
        ("von 82,5 auf 75 kg", "`from 82.5 to 75 kg`"),
        ("täglich", "`daily`"),
        ("3-4 km a week", "`3 km a week`"),
        ("from 82,5 to 75,2 kg", "`from 82.5 to 75.2 kg`"),
        ("1.500 steps", "`1500 steps`"),
        ("Mon, Mon", "`once a week`"),
    ],
)
def test_what_no_measure_carries_is_told_with_a_form_that_is_read(text: str, help_: str) -> None:
    read = parse_measure(text)
    assert isinstance(read, Misread)
    assert help_ in read.help
    assert isinstance(parse_measure(help_.strip("`")), Measure)
