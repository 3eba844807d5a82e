"""Due days in words: where a day can be told from them, and where they are asked about."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milepost.journal.documents import read_goal, take_apart
from milepost.journal.duewords import due_in_words
from milepost.journal.numbers import Misread
from milepost.journal.shortforms import parse_window
from milepost.journal.values import Window
from milepost.journal.words import Visibility


def window(front: str) -> tuple[Window, list[str]]:
    """The window of a goal with this front matter, and what is said of it."""
    sheet = take_apart("content/goals/one.md", f"---\ntitle: Sail\n{front}\n---\n".encode())
    goal, findings = read_goal(sheet, Visibility.PRIVATE)
    return goal.time_bound, [found.message for found in findings]


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("within three months", "2026-05-10"),
        ("in the next 3 months", "2026-05-10"),
        ("over the next six months", "2026-08-10"),
        ("in six months' time", "2026-08-10"),
        ("12 weeks from now", "2026-05-05"),
        ("for 12 weeks", "2026-05-05"),
        ("within a fortnight", "2026-02-24"),
        ("in half a year", "2026-08-10"),
        ("within a year and a half", "2027-08-10"),
        ("in five years' time", "2031-02-10"),
        ("in the next quarter", "2026-06-30"),
        ("this quarter", "2026-03-31"),
        ("next month", "2026-03-31"),
        ("by the end of the month", "2026-02-28"),
        ("by month's end", "2026-02-28"),
        ("this year", "2026-12-31"),
        ("all year", "2026-12-31"),
        ("by year-end", "2026-12-31"),
        ("EOY", "2026-12-31"),
        ("EOQ", "2026-03-31"),
        ("by the end of the year", "2026-12-31"),
        ("by the end of next year", "2027-12-31"),
        ("in 2026", "2026-12-31"),
        ("before 2027", "2026-12-31"),
        ("until the end of 2026", "2026-12-31"),
        ("by mid-year", "2026-06-30"),
        ("by the middle of the year", "2026-06-30"),
        ("mid-2027", "2027-06-30"),
        ("by mid-June", "2026-06-15"),
        ("by the end of Q2", "2026-06-30"),
        ("by the end of Q1", "2026-03-31"),
        ("Q3 2026", "2026-09-30"),
        ("in the first half of 2027", "2027-06-30"),
        ("the second quarter", "2026-06-30"),
        ("by the start of Q3", "2026-07-01"),
        ("end of June", "2026-06-30"),
        ("by January", "2027-01-31"),
        ("before June", "2026-05-31"),
        ("by June at the latest", "2026-06-30"),
        ("by 30 June", "2026-06-30"),
        ("June 30th", "2026-06-30"),
        ("by 9 February", "2027-02-09"),
        ("by 10 February", "2026-02-10"),
    ],
)
def test_a_day_is_told_from_the_words(words: str, due: str) -> None:
    assert str(due_in_words(words, date(2026, 2, 10))) == due


@pytest.mark.parametrize(
    "words",
    "next spring|by summer|by Christmas|by the end of the course|by early June|late 2026|"
    "soon|someday|the end|31 June|Q5|by Friday|in a few months|half a week|year".split("|"),
)
def test_no_day_is_guessed(words: str) -> None:
    assert due_in_words(words, date(2026, 2, 10)) is None


@pytest.mark.parametrize(
    ("front", "start", "due"),
    [
        ("time_bound: 2026-01-05, within three months", "2026-01-05", "2026-04-05"),
        ("time_bound: 2026-01-05 to the end of June", "2026-01-05", "2026-06-30"),
        ("time_bound: from 2026-01-05 until mid-year", "2026-01-05", "2026-06-30"),
        ("time_bound: within three months from 2026-01-05", "2026-01-05", "2026-04-05"),
        ("time_bound: {start: 2026-01-05, due: by the end of Q2}", "2026-01-05", "2026-06-30"),
        ("created: 2026-01-05T09:30\ntime_bound: within three months", "None", "2026-04-05"),
        ("created: 2026-01-05\ntime_bound: {due: this year}", "None", "2026-12-31"),
        ("time_bound: in 2026", "None", "2026-12-31"),
        ("time_bound: by the end of Q2 2026", "None", "2026-06-30"),
        ("time_bound: mid-2026", "None", "2026-06-30"),
    ],
)
def test_time_bound_takes_words(front: str, start: str, due: str) -> None:
    read, said = window(front)

    assert (str(read.start), str(read.due), said) == (start, due, [])


def test_the_start_counts_and_not_the_day_it_was_written() -> None:
    read, _ = window("created: 2025-06-01\ntime_bound: 2026-01-05, within three months")

    assert str(read.due) == "2026-04-05"


@pytest.mark.parametrize("words", ["within three months", "by the end of June", "this year"])
def test_without_a_day_to_count_from_it_is_asked(words: str) -> None:
    read, said = window(f"time_bound: {words}")

    assert read.due is None
    assert said == [f"“{words}” counts from a day that is not written"]


@pytest.mark.parametrize("words", ["next spring", "by the end of the course", "soon"])
def test_a_day_that_cannot_be_told_is_asked(words: str) -> None:
    read, said = window(f"created: 2026-01-05\ntime_bound: {words}")

    assert read.due is None
    assert said == [f"no day can be told from “{words}”"]


def test_words_before_are_counted_as_well() -> None:
    sheet = take_apart(
        "content/goals/one.md",
        b"---\ntitle: Sail\ncreated: 2026-01-05\ntime_bound: 2026-09-30\nchanges:\n"
        b"  - date: 2026-03-01\n    time_bound: within three months\n---\n",
    )
    goal, findings = read_goal(sheet, Visibility.PRIVATE)

    assert not findings
    assert str(dict(goal.changes[0].before)["time_bound"].due) == "2026-04-05"


@given(st.text(alphabet="by the end of next mid-Q2 year month 2026 half a'", max_size=60))
def test_any_words_give_a_window_or_what_to_write_instead(text: str) -> None:
    parse_window(text)
    due_in_words(text, date(2026, 2, 10))


@given(st.dates(date(1950, 1, 1), date(2150, 1, 1)), st.integers(1, 400))
def test_months_and_years_are_counted_alike(origin: date, months: int) -> None:
    assert due_in_words(f"within {12 * months} months", origin) == due_in_words(
        f"within {months} years", origin
    )


@pytest.mark.parametrize(
    ("text", "start", "due"),
    [
        ("30. Juni 2026", None, "2026-06-30"),
        ("bis 30.06.2026", None, "2026-06-30"),
        ("bis zum 15. März 2026", None, "2026-03-15"),
        ("Ende 2026", None, "2026-12-31"),
        ("by EOY 2026", None, "2026-12-31"),
        ("KW 26 2026", None, "2026-06-28"),
        ("W26 2026", None, "2026-06-28"),
        ("06/2026", None, "2026-06-30"),
        ("20260630", None, "2026-06-30"),
        ("2026-01-05/2026-06-30", "2026-01-05", "2026-06-30"),
        ("5 Jan - 30 Jun 2026", "2026-01-05", "2026-06-30"),
        ("from 5 January to 30 June 2026", "2026-01-05", "2026-06-30"),
        ("Jan 5 – Jun 30, 2026", "2026-01-05", "2026-06-30"),
        ("5 Nov - 30 Jun 2026", "2025-11-05", "2026-06-30"),  # it goes over New Year
    ],
)
def test_days_as_others_write_them(text: str, start: str | None, due: str) -> None:
    window = parse_window(text)
    assert isinstance(window, Window)
    assert (window.start and str(window.start), str(window.due)) == (start, due)


@pytest.mark.parametrize("text", ["01/02/2026", "13/2026", "week 54 2026", "20261330", "0/2026"])
def test_what_could_be_two_days_or_none_is_still_asked(text: str) -> None:
    assert isinstance(parse_window(text), Misread)


@pytest.mark.parametrize(
    ("text", "start", "due"),
    [
        ("from 2026-01-05 to 2026-06-30", "2026-01-05", "2026-06-30"),
        ("since 2026-01-05 until 2026-06-30", "2026-01-05", "2026-06-30"),
        ("between 2026-01-05 and 2026-06-30", "2026-01-05", "2026-06-30"),
        ("January to June 2026", "2026-01-01", "2026-06-30"),
        ("January–June 2026", "2026-01-01", "2026-06-30"),
        ("from January 2026 until June 2026", "2026-01-01", "2026-06-30"),
        ("November to March 2027", "2026-11-01", "2027-03-31"),
        ("Q1 to Q2 2026", "2026-01-01", "2026-06-30"),
        ("5 January to 30 June 2026", "2026-01-05", "2026-06-30"),
        ("2026-01-05 until June 2026", "2026-01-05", "2026-06-30"),
        ("until 2026-06-30", None, "2026-06-30"),
        ("by 2026-06-30", None, "2026-06-30"),
        ("before 2026-06-30", None, "2026-06-29"),
        ("before 2026-W10", None, "2026-03-01"),
        ("2026-06-30 at the latest", None, "2026-06-30"),
        ("2026-06-30 or earlier", None, "2026-06-30"),
        ("by EOY 2026", None, "2026-12-31"),
        ("by year-end 2026", None, "2026-12-31"),
        ("Tuesday, 30 June 2026", None, "2026-06-30"),
        ("by Tue 30 June 2026", None, "2026-06-30"),
        ("from 2026-01-05", "2026-01-05", None),
    ],
)
def test_a_stretch_is_read_as_people_write_it(
    text: str, start: str | None, due: str | None
) -> None:
    found = parse_window(text)
    assert isinstance(found, Window)
    assert not found.words
    ends = [None if day is None else str(day) for day in (found.start, found.due)]
    assert ends == [start, due]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2025-W53", "there is no week “2025-W53”: that year has 52, and beside it lies 2026-W01"),
        ("Monday, 30 June 2026", "2026-06-30 is a Tuesday, and no Monday"),
        ("from 2026-02-30 to 2026-06-30", "there is no 30 February 2026: the month has 28 days"),
        ("summer to autumn 2026", "“summer” is not a day"),
    ],
)
def test_a_stretch_whose_day_nobody_can_tell_is_asked_about(text: str, told: str) -> None:
    found = parse_window(text)
    assert isinstance(found, Misread)
    assert found.message == told


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Ende März 2026", "2026-03-31"),
        ("end of March 2026", "2026-03-31"),
        ("Mitte März 2026", "2026-03-15"),
        ("mid-March 2026", "2026-03-15"),
        ("Ende 2026", "2026-12-31"),
        ("Mitte 2027", "2027-06-30"),
        ("start of March 2026", "2026-03-01"),
        ("am 1. März 2026", "2026-03-01"),
        ("early March 2026", None),
        ("Anfang März 2026", None),
        ("Anfang 2027", None),
        ("zu Beginn des Jahres 2027", None),
        ("Jahresanfang 2027", None),
        ("Anfang Q3 2026", None),
        ("im Frühjahr 2026", None),
    ],
)
def test_of_a_month_or_a_year_the_end_and_the_middle_are_days(text: str, due: str | None) -> None:
    """“Anfang März” is no more a day than “early March” is."""
    found = parse_window(text)
    assert (str(found.due) if isinstance(found, Window) else None) == due


def test_the_end_of_the_year_counts_from_the_start_in_german_too() -> None:
    read, said = window("time_bound: 2026-01-05, Ende des Jahres")
    assert (str(read.due), said) == ("2026-12-31", [])
