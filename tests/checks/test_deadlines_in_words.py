"""Deadlines in a sentence: which words name an end, and which day that is."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milepost.checks.wording.deadlines import deadlines

TODAY = dt.date(2026, 11, 22)  # a Sunday


def days(text: str, today: dt.date | None = None) -> list[str | None]:
    return [str(found.day) if found.day else None for found in deadlines(text, today)]


def phrases(text: str) -> list[str]:
    return [found.words for found in deadlines(text)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ship it by the end of Q2 2026", "2026-06-30"),
        ("Ship it by 31 March 2027", "2027-03-31"),
        ("Ship it by March 31st, 2027", "2027-03-31"),
        ("Ship it by June 2026", "2026-06-30"),
        ("Ship it in H1 2026", "2026-06-30"),
        ("Ship it on 2026-09-01", "2026-09-01"),
        ("Ship it before the end of 2026", "2026-12-31"),
        ("Ship it before 2027", "2026-12-31"),
        ("Ship it before June 2026", "2026-05-31"),
        ("Ship it by the start of June 2026", "2026-06-01"),
        ("Ship it by the second quarter of 2027", "2027-06-30"),
        ("Ship it in Q1'27", "2027-03-31"),
        ("Ship it in 2026-W26", "2026-06-28"),
        ("Ship it by 31.3.2027", "2027-03-31"),
        ("Ship it by 31/3/2027", "2027-03-31"),
        ("Ship it by 3/31/2027", "2027-03-31"),
        ("Ship it by 06/2027", "2027-06-30"),
        ("Ship it during 2027", "2027-12-31"),
        ("Ship it by 1-Mar-2027", "2027-03-01"),
        ("Ship it in 4Q26", "2026-12-31"),
        ("Ship it in 1H27", "2027-06-30"),
        ("Ship it (deadline: May 2027)", "2027-05-31"),
    ],
)
def test_what_names_its_year_has_a_day(text: str, day: str) -> None:
    assert days(text) == [day]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ship it by June", "2027-06-30"),
        ("Ship it by December", "2026-12-31"),
        ("Ship it by 21 November", "2027-11-21"),
        ("Ship it by 22 November", "2026-11-22"),
        ("Ship it in Q1", "2027-03-31"),
        ("Ship it by Friday", "2026-11-27"),
        ("Ship it this month", "2026-11-30"),
        ("Ship it next month", "2026-12-31"),
        ("Ship it this week", "2026-11-22"),
        ("Ship it next quarter", "2027-03-31"),
        ("Ship it by the end of the year", "2026-12-31"),
        ("Ship it in 6 weeks", "2027-01-03"),
        ("Ship it within three months", "2027-02-22"),
        ("Ship it in a year", "2027-11-22"),
        ("Ship it within ninety-one days", "2027-02-21"),
        ("Ship it in a hundred days", "2027-03-02"),
    ],
)
def test_what_lacks_its_year_is_counted_from_the_day(text: str, day: str) -> None:
    assert days(text) == [None]
    assert days(text, TODAY) == [day]


@pytest.mark.parametrize(
    "text",
    [
        "Ship it by 03/04/2027",
        "Ship it by 31 June 2026",
        "Ship it in spring 2027",
        "Ship it before my defence",
        "Ship it in late 2027",
        "Ship it in the next few weeks",
        "Ship it in 2026-W60",
        "Save money for 90000 years",
        "Ship it two weeks from Monday",
        "Ship it three months after the merger",
        "Ship it by World Book Day",
        "Ship it in 2026/27",
    ],
)
def test_a_day_is_never_guessed(text: str) -> None:
    assert days(text, TODAY) == [None]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Hand it in before my defence", "before my defence"),
        ("Read 8 books by the end of the course", "by the end of the course"),
        ("Run a marathon before I turn 40", "before I turn 40"),
        ("Retire by 60", "by 60"),
        ("Send it to Ana Friday", "Friday"),
        ("Swim 1500 m (8 weeks)", "(8 weeks)"),
        ("Walk 50 m by discharge", "by discharge"),
        ("Practise until the concert", "until the concert"),
        ("No sugar for 30 days", "for 30 days"),
        ("Save up by my 30th birthday", "by my 30th birthday"),
        ("Have 3 offers by the time the lease ends", "by the time the lease ends"),
        ("Mr. Ito will lose 2 kg within 72 hours", "within 72 hours"),
    ],
)
def test_events_ages_weekdays_and_spans_are_ends(text: str, phrase: str) -> None:
    assert phrases(text) == [phrase]


@pytest.mark.parametrize(
    "text",
    [
        "Grow monthly revenue to 2 million",
        "Run 10 km in under 50 minutes",
        "Practise 20 minutes a day",
        "Run on Mondays and Thursdays",
        "Work out Monday to Friday",
        "Call Mum every Sunday",
        "Read 20 pages before bed",
        "Be home by 6 pm",
        "Answer 95 % of tickets within 2 days",
        "Answer every e-mail within 24 hours",
        "Cut lead time from 14 days to 5 days",
        "Beat last year by 5 %",
        "Sell more than in 2025",
        "I may publish a paper",
        "Join the march with 20 friends",
        "Improve annual turnover",
        "Write a three-year plan",
        "Prepare for 5G and K2",
    ],
)
def test_rhythms_performances_and_comparisons_are_no_ends(text: str) -> None:
    assert phrases(text) == []


def test_hundreds_of_ways_to_say_a_time_or_to_look_like_one() -> None:
    """times.csv: 1 where the text names an end, 0 where it only looks like it."""
    with (Path(__file__).parent / "times.csv").open(encoding="utf-8", newline="") as rows:
        wrong = [
            row["text"]
            for row in csv.DictReader(rows)
            if bool(phrases(row["text"])) is not (row["time_bound"] == "1")
        ]

    assert wrong == []


def test_a_window_ends_with_its_later_date() -> None:
    assert days("Plant 150 trees between 1 and 20 November 2026") == ["2026-11-20"]
    assert days("Take a trip a month from May to September 2027") == ["2027-09-30"]


def test_an_end_is_firm_and_a_stretch_is_not() -> None:
    assert [found.firm for found in deadlines("Hire two people by June")] == [True]
    assert [found.firm for found in deadlines("Hire two people this year")] == [False]


def test_several_deadlines_stand_in_order() -> None:
    assert phrases("Draft by 1 May, send by 1 June") == ["by 1 May", "by 1 June"]


def test_a_language_without_words_has_none() -> None:
    assert deadlines("bis zum 1. Mai 2027", language="de") == ()


@given(st.dates(dt.date(2000, 1, 1), dt.date(2099, 12, 31)))
def test_every_iso_date_is_read_back(day: dt.date) -> None:
    assert days(f"Ship it by {day.isoformat()}") == [day.isoformat()]


@given(st.text(), st.dates())
def test_any_text_on_any_day_is_read(text: str, today: dt.date) -> None:
    for found in deadlines(text, today):
        start, end = found.span
        assert text[start:end] == found.words
