"""What a goal takes is read as people write it, or asked about."""

from __future__ import annotations

import re

import pytest

from milepost.journal.efforts import parse_effort, parse_money
from milepost.journal.numbers import Misread
from milepost.journal.values import Effort, Money


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("4 h a week", 4.0), ("four hours a week", 4.0), ("4 h weekly", 4.0), ("4h/w", 4.0),
        ("about 4 hours per week", 4.0), ("4 hours p.w.", 4.0), ("4 a week", 4.0),
        ("2h30 a week", 2.5), ("2:30 a week", 2.5), ("90 min a week", 1.5), ("1 h a day", 7.0),
        ("30 min a day", 3.5), ("half an hour a day", 3.5), ("an hour daily", 7.0),
        ("2 h every weekday", 10.0), ("2 h on weekdays", 10.0), ("4 h at weekends", 4.0),
        ("3 h on Saturdays", 3.0), ("1 h three times a week", 3.0), ("3 x 1 h a week", 3.0),
        ("2 h every other week", 1.0), ("4 h a fortnight", 2.0), ("0 h a week", 0.0),
        ("168 h a week", 168.0), ("20 h a month", 20 * 84 / 365.25),
    ],
)  # fmt: skip
def test_hours_of_a_week(text: str, hours: float) -> None:
    effort = parse_effort(text)
    assert isinstance(effort, Effort), effort
    assert effort.hours_per_week == pytest.approx(hours)
    assert (effort.money, effort.confidence, effort.needs) == (None, None, ())


@pytest.mark.parametrize(
    ("text", "confidence"),
    [
        ("confidence 8", 8.0), ("confidence: 8/10", 8.0), ("8/10 confidence", 8.0), ("8/10", 8.0),
        ("8 out of 10", 8.0), ("confidence 80 %", 8.0), ("80 % sure", 8.0),
        ("confidence eight", 8.0), ("confidence 0", 0.0), ("confidence 10", 10.0),
        ("100 % confident", 10.0),
    ],
)  # fmt: skip
def test_confidence_out_of_ten_or_in_per_cent(text: str, confidence: float) -> None:
    assert parse_effort(text) == Effort(confidence=confidence)


@pytest.mark.parametrize(
    ("text", "money"),
    [
        ("600 EUR", Money(600, "EUR")), ("EUR 600", Money(600, "EUR")), ("€600", Money(600, "€")),
        ("600 euros", Money(600, "EUR")), ("5k EUR", Money(5000, "EUR")),
        ("$1.2k", Money(1200, "$")), ("up to 1,200 EUR", Money(1200, "EUR")),
        ("a budget of 600 EUR", Money(600, "EUR")), ("600 EUR in total", Money(600, "EUR")),
    ],
)  # fmt: skip
def test_money(text: str, money: Money) -> None:
    assert parse_effort(text) == Effort(money=money)
    assert parse_money(text) == money


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("1.5 h pro Woche", 1.5), ("2 Std. am Tag", 14.0), ("3 Stunden die Woche", 3.0),
        ("30 Minuten täglich", 3.5), ("2x 45 min je Woche", 1.5), ("1 Std. / Woche", 1.0),
        ("30 min jeden Abend", 3.5), ("3 Std. am Wochenende", 3.0),
        ("30 Min. je Morgen", 3.5), ("30 Minuten. am Tag", 3.5), ("3 Stunden Woche", 3.0),
    ],
)  # fmt: skip
def test_hours_in_german(text: str, hours: float) -> None:
    assert parse_effort(text) == Effort(hours)
    both = parse_effort(f"{text} und 600 EUR, Zuversicht 7, ein stiller Raum")
    assert both == Effort(hours, Money(600, "EUR"), 7.0, ("ein stiller Raum",))


def test_what_german_hours_are_for_stays_as_it_is_written() -> None:
    said = parse_effort("3 Std. die Woche neben der Arbeit am Abend")
    assert said == Effort(3.0, needs=("neben der Arbeit am Abend",))


def test_a_line_is_taken_apart_at_and_only_where_that_parts_what_is_read() -> None:
    effort = parse_effort("4 h a week and confidence 8, time and money")
    assert effort == Effort(4.0, None, 8.0, ("time and money",))
    assert parse_effort("4 h a week for study") == Effort(4.0, needs=("study",))


@pytest.mark.parametrize(
    "text",
    [
        "a quiet room", "12 PDU", "two mentors", "a 2-hour slot on Thursdays", "weekly calls",
        "2 weeks of leave", "1 Woche Urlaub", "confidence to speak", "make sure", "5 m of rope",
        "a month abroad", "a tag for each box", "50 EUR a month", "$20/month", "500 € pro Monat",
    ],
)  # fmt: skip
def test_words_say_what_else_it_needs(text: str) -> None:
    assert parse_effort(text) == Effort(needs=(text,))


@pytest.mark.parametrize(
    "text",
    [
        "4 hours", "3 Std.", "40 h in total", "-4 h a week", "169 h a week",
        "24 h 30 min every hour", "3-4 h a week", "a few hours a week", "1,5 h a week",
        "25 h a day", "confidence 11", "confidence 101 %", "confidence high", "confidence: 7/5",
        "€1,5", "-600 EUR", "8", "4 h a week, 2 h a week",
    ],
)  # fmt: skip
def test_what_looks_like_one_of_them_and_is_none_is_asked_about(text: str) -> None:
    misread = parse_effort(text)
    assert isinstance(misread, Misread)
    for proposed in re.findall(r"`([^`]+)`", misread.help):
        assert isinstance(parse_effort(proposed), Effort), proposed


@pytest.mark.parametrize("said", ["10,- €", "10,-- €", "€ 10,-", "10.- €"])
def test_the_comma_of_no_cents_parts_nothing(said: str) -> None:
    effort = parse_effort(f"a file, {said}, confidence 8")
    assert isinstance(effort, Effort)
    assert (effort.money, effort.confidence, effort.needs) == (Money(10, "€"), 8, ("a file",))
