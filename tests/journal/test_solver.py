"""Of rate, total and date two give the third; the page says which was counted."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milepost.journal.documents import read_goal, take_apart
from milepost.journal.model import Goal, Journal
from milepost.journal.numbers import parse_rate
from milepost.journal.words import Visibility
from milepost.progress.measure import measure
from milepost.voice.english import ENGLISH
from milepost.voice.pages import computed


def goal(front: str) -> tuple[Goal, list[str]]:
    """The goal with this front matter, and what is said of it."""
    sheet = take_apart("content/goals/one.md", f"---\ntitle: Read\n{front}\n---\n".encode())
    read, findings = read_goal(sheet, Visibility.PRIVATE)
    return read, [found.message for found in findings]


@pytest.mark.parametrize(
    "front",
    [
        "measurable: 24 books at 2 a week\ntime_bound: {start: 2026-01-05}",
        "measurable: 24 books at 2 books a week\ntime_bound: {start: 2026-01-05}",
        "measurable: {kind: count, from: 0, to: 24, unit: books, rate: 2 a week}\n"
        "time_bound: {start: 2026-01-05}",
        "measurable: 24 books\npace: 2 a week\ntime_bound: {start: 2026-01-05}",
        "measurable: 24 books\npace: {rate: 2 a week}\ntime_bound: {start: 2026-01-05}",
        "measurable: 24 books at 2 a week\ncreated: 2026-01-05",
        "measurable: from 86 to 80 kg at 0.5 a week\ntime_bound: {start: 2026-01-05}",
    ],
)
def test_rate_and_total_give_the_date(front: str) -> None:
    read, said = goal(front)

    assert said == []
    assert str(read.time_bound.due) == "2026-03-30"  # twelve weeks later
    assert read.time_bound.words in {"2 a week", "0.5 a week"}
    assert read.pace == ()


def test_rate_and_date_give_the_total() -> None:
    read, said = goal(
        "measurable: {kind: count, unit: books, rate: 2 a week}\n"
        "time_bound: 2026-01-05 to 2026-03-30"
    )

    assert said == []
    assert read.measurable is not None
    assert (read.measurable.to, read.measurable.words) == (24, "2 a week")


def test_what_is_written_is_never_changed() -> None:
    read, said = goal("measurable: 24 books at 1 a week\ntime_bound: 2026-01-05 to 2026-03-30")

    assert said == []
    assert str(read.time_bound.due) == "2026-03-30"
    assert read.measurable is not None
    assert read.measurable.to == 24


@pytest.mark.parametrize(
    ("front", "said"),
    [
        ("measurable: 24 books at 2 a week", "2 a week counts from a day that is not written"),
        (
            "measurable: {kind: count, from: 0, unit: books, rate: 2}",
            "a rate alone gives neither a total nor a due date",
        ),
        ("pace: 2 a week", "a rate needs a count, or a level with its start"),
        (
            "measurable: 24 books at 0.00001 a week\ntime_bound: {start: 2026-01-05}",
            "0.00001 a week would take until after the year 2200",
        ),
    ],
)
def test_what_gives_no_third_is_asked_about(front: str, said: str) -> None:
    assert goal(front)[1] == [said]


@pytest.mark.parametrize(
    ("text", "rate"),
    [("2", 2), ("2 a week", 2), ("1 a day", 7), ("1 per day", 7), ("2 books/week", 2)],
)
def test_a_rate_is_one_of_the_week(text: str, rate: float) -> None:
    assert parse_rate(text) == rate


@given(st.integers(1, 500), st.integers(1, 50))
def test_total_and_date_follow_from_each_other(weeks: int, rate: int) -> None:
    total = weeks * rate
    first, _ = goal(
        f"measurable: {total} books at {rate} a week\ntime_bound: {{start: 2026-01-05}}"
    )
    second, _ = goal(
        f"measurable: {{kind: count, from: 0, unit: books, rate: {rate}}}\n"
        f"time_bound: 2026-01-05 to {first.time_bound.due}"
    )

    assert second.measurable is not None
    assert second.measurable.to == total


@pytest.mark.parametrize(
    ("front", "told"),
    [
        (
            "measurable: 24 books at 2 a week\ntime_bound: {start: 2026-01-05}",
            "The due date follows from 2 books a week.",
        ),
        (
            "measurable: {kind: count, unit: books, rate: 2}\ntime_bound: 2026-01-05 to 2026-03-30",
            "The target follows from 2 books a week until then.",
        ),
        (
            "measurable: 24 books\ntime_bound: 2026-01-05, within three months",
            "The due date follows from “within three months”.",
        ),
        ("measurable: 24 books\ntime_bound: 2026-01-05 to 2026-03-30", ""),
    ],
)
def test_the_page_says_what_was_counted(front: str, told: str) -> None:
    read, said = goal(front)
    day = date(2026, 2, 1)

    assert said == []
    assert computed(ENGLISH, measure(Journal(goals=(read,)), day).standings["one"]) == told


BREAKS = "breaks: [2026-02-02 to 2026-02-08 away, 2026-02-05 to 2026-02-15 ill]"
PAUSE = """changes:
  - {date: 2026-02-16, because: back again, status: paused since 2026-02-02}"""


@pytest.mark.parametrize("off", [BREAKS, PAUSE])
def test_days_off_move_the_date_that_a_rate_gives(off: str) -> None:
    """Twelve weeks at two a week, and two of them off."""
    read, said = goal(f"measurable: 24 books at 2 a week\ntime_bound: {{start: 2026-01-05}}\n{off}")

    assert said == []
    assert str(read.time_bound.due) == "2026-04-13"


@pytest.mark.parametrize("off", [BREAKS, PAUSE])
def test_days_off_lessen_the_total_that_a_rate_gives(off: str) -> None:
    read, said = goal(
        "measurable: {kind: count, unit: books, rate: 2 a week}\n"
        f"time_bound: 2026-01-05 to 2026-03-30\n{off}"
    )

    assert said == []
    assert read.measurable
    assert read.measurable.to == 20


@pytest.mark.parametrize(
    ("off", "due"),
    [
        ("2025-12-01 to 2026-01-04", "2026-03-30"),  # over when it begins
        ("2025-12-29 to 2026-01-11", "2026-04-05"),  # six days of it count: 6 to 11 January
        ("2026-03-30 to 2026-03-30", "2026-03-31"),  # its last day
        ("2026-03-31 to 2026-04-30", "2026-03-30"),  # the day after
        ("2026-03-23 to 2200-12-31", None),  # for ever
    ],
)
def test_only_days_off_on_the_way_move_the_date(off: str, due: str | None) -> None:
    read, said = goal(
        f"measurable: 24 books at 2 a week\ntime_bound: {{start: 2026-01-05}}\nbreaks: [{off} away]"
    )

    assert read.time_bound.due == (date.fromisoformat(due) if due else None)
    assert bool(said) is (due is None)


@pytest.mark.parametrize(
    ("measure", "pace", "weekly"),
    [
        ("24 books", "2 books a week", 2), ("24 books", "two a week", 2),
        ("24 books", "a book a week", 1), ("from 82 to 75 kg", "0.5 kg a week", 0.5),
        ("from 82 to 75 kg", "half a kilo a week", 0.5), ("5000 EUR", "€50 a week", 50),
        ("$5,000", "$50/week", 50), ("100 hours", "30 min a day", 3.5),
        ("24 books", "{rate: 2 books a week}", 2),
    ],
)  # fmt: skip
def test_a_pace_may_have_a_unit_and_words(measure: str, pace: str, weekly: float) -> None:
    read, said = goal(f"measurable: {measure}\npace: {pace}\ntime_bound: {{start: 2026-01-05}}")
    assert said == []
    assert read.measurable is not None
    assert read.measurable.rate == weekly


@pytest.mark.parametrize(
    ("measure", "weekly"),
    [
        ("5000 EUR at €50 a week", 50), ("$5,000 at $50/week", 50),
        ("from 82 to 75 kg at half a kilo a week", 0.5),
        ("{kind: count, to: 100, unit: hours, rate: 30 min a day}", 3.5),
    ],
)  # fmt: skip
def test_a_rate_in_the_measure_may_have_a_unit_and_words(measure: str, weekly: float) -> None:
    read, said = goal(f"measurable: {measure}\ntime_bound: {{start: 2026-01-05}}")
    assert said == []
    assert read.measurable is not None
    assert read.measurable.rate == weekly


@pytest.mark.parametrize("pace", ["20 pages a week", "{rate: 20 pages a week}"])
def test_a_pace_in_another_unit_is_refused_with_what_to_write(pace: str) -> None:
    front = "measurable: 24 books\npace: {}\ntime_bound: {{start: 2026-01-05}}"
    sheet = take_apart("content/goals/one.md", f"---\n{front.format(pace)}\n---\n# R\n".encode())
    read, (finding,) = read_goal(sheet, Visibility.PRIVATE)
    assert finding.message == "“pages” is not what this goal is counted in, which is “books”"
    assert finding.help == "if they are books, write `pace: 20 a week`"
    assert read.pace == ()
    assert goal(front.format("20 a week"))[1] == []


def test_a_knot_with_a_unit_is_in_that_of_the_goal() -> None:
    read, said = goal(
        "measurable: 24 books\npace:\n  - 2026-04-01 two books a month\n"
        "  - =12 books at 1 book a week, holiday reading\n  - 2026-05-01 =14 a book a week at least"
    )
    assert said == []
    assert [(knot.value, round(knot.rate or 0, 2), knot.unit) for knot in read.pace] == [
        (None, 0.46, ""), (12, 1, ""), (14, 1, ""),
    ]  # fmt: skip
    hours, said = goal("measurable: 100 hours\npace: 2026-05-01 =90 min at 30 min a week")
    assert said == []
    assert (hours.pace[0].value, hours.pace[0].rate) == (1.5, 0.5)
