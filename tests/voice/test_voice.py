"""Numbers, units and times as a friend would say them."""

from dataclasses import replace
from datetime import date

import pytest

from milepost.journal.values import Measure
from milepost.journal.words import Kind, Period
from milepost.voice.english import ENGLISH, plural, singular
from milepost.voice.measures import measure_in_words, wanted
from milepost.voice.rates import every
from milepost.voice.voice import Voice, shortened


@pytest.mark.parametrize(
    ("rate", "text"),
    [(46.15, "46.2 a week"), (2.33, "2.33 a week"), (1.0, "one a week"), (0.7, "one every 10 days"),
     (0.25, "one every 28 days"), (0.1, "one every 10 weeks"),
     (0.0, "none"), (0.0001, "0.0001 a week")],
)  # fmt: skip
def test_rates(rate: float, text: str) -> None:
    assert every(ENGLISH, rate) == text


@pytest.mark.parametrize(
    ("days", "text"),
    [(0, "the last day is today"), (1, "1 day left"), (13, "13 days left"), (14, "2 weeks left"),
     (35, "5 weeks left"), (729, "104 weeks left"), (730, "2 years left"),
     (1200, "3.3 years left")],
)  # fmt: skip
def test_time_left(days: int, text: str) -> None:
    assert ENGLISH.time_left(days) == text


def test_days_and_weeks_can_be_compared_up_to_six_weeks() -> None:
    assert (ENGLISH.interval(41), ENGLISH.interval(42)) == ("41 days", "6 weeks")


def test_the_year_is_said_only_when_it_is_another() -> None:
    today = date(2026, 2, 1)
    assert ENGLISH.spoken(date(2026, 11, 27), today) == "27 November"
    assert ENGLISH.spoken(date(2027, 1, 3), today) == "3 January 2027"


@pytest.mark.parametrize(
    ("unit", "one"),
    [("books", "book"), ("practice questions", "practice question"), ("stories", "story"),
     ("kg", "kg"), ("%", "%"), ("boxes", "box"), ("classes", "class"), ("bus", "bus"),
     ("matches", "match"), ("EUR", "EUR"), ("series", "series"), ("", "")],
)  # fmt: skip
def test_one_of_a_unit(unit: str, one: str) -> None:
    assert singular(unit) == one


def test_one_and_many() -> None:
    assert ENGLISH.number(1, "books") == "1 book"
    assert ENGLISH.number(2, "books") == "2 books"
    assert plural(1, "week") == "1 week"
    assert plural(2, "entry", "entries") == "2 entries"


def test_a_chance_claims_no_certainty() -> None:
    assert [ENGLISH.chance(p) for p in (0.0, 0.009, 0.01, 0.814, 0.99, 0.999)] == [
        "under 1 %", "under 1 %", "1 %", "81 %", "99 %", "over 99 %",
    ]  # fmt: skip


def test_counts_are_words_up_to_twelve() -> None:
    assert [ENGLISH.spelled(count) for count in (0, 2, 12, 13)] == ["no", "two", "twelve", "13"]


def test_a_title_is_cut_between_words() -> None:
    title = "Publish six articles on platform design and its discontents"
    assert shortened(title, 30) == "Publish six articles on…"
    assert shortened("short", 30) == "short"


def test_what_a_habit_a_limit_and_a_range_ask_for() -> None:
    habit = Measure(Kind.HABIT, to=3, per=Period.WEEK)
    assert wanted(ENGLISH, habit) == measure_in_words(ENGLISH, habit) == "3 times a week"
    assert wanted(ENGLISH, replace(habit, to=1)) == "once a week"
    limit = Measure(Kind.LIMIT, to=2, unit="coffees", per=Period.DAY)
    assert wanted(ENGLISH, limit) == "at most 2 coffees a day"
    kept = Measure(Kind.RANGE, 70, 75, "kg")
    assert wanted(ENGLISH, kept) == "70 to 75 kg"
    assert measure_in_words(ENGLISH, kept) == "kept between 70 and 75 kg"
    assert wanted(ENGLISH, replace(kept, from_=None)) == "at most 75 kg"
    assert wanted(ENGLISH, Measure(Kind.RANGE, None, 0, "errors")) == "at most 0 errors"
    assert wanted(ENGLISH, replace(kept, to=None)) == "at least 70 kg"


def test_what_stands_in_braces_is_never_read_as_a_message() -> None:
    assert Voice("de").say("then: {reward}", reward="{count} %s").endswith("{count} %s")
