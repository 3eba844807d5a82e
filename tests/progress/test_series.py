"""Readings become a series: adds, levels, checkpoints, weeks that nobody wrote."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made import count, day, goal, readings, stands, weeks

from milepost.journal.values import Measure
from milepost.journal.words import Kind
from milepost.progress.series import series, weekly


def totals(text: str, start: float = 0.0, on: str = "2026-12-31") -> list[float]:
    return [point.value for point in series(readings(text), start, day(on)).points]


def test_numbers_add_up() -> None:
    assert totals("2026-01-04 2\n2026-01-11 1\n2026-01-18 0") == [2, 3, 3]


def test_a_stated_level_replaces_the_total() -> None:
    assert totals("2026-01-04 2\n2026-01-11 =10\n2026-01-18 1") == [2, 10, 11]


def test_on_one_day_numbers_add_up_and_the_last_level_holds() -> None:
    assert totals("2026-01-04 1\n2026-01-04 2") == [3]
    assert totals("2026-01-04 =81\n2026-01-04 =82") == [82]


def test_readings_come_in_any_order() -> None:
    assert totals("2026-01-11 1\n2026-01-04 2") == [2, 3]


def test_what_is_known_later_is_not_known_yet() -> None:
    assert totals("2026-01-04 2\n2026-01-11 1", on="2026-01-10") == [2]


def test_a_week_is_known_from_its_monday() -> None:
    midweek = series(weeks("2026-01-05", 2), 0.0, day("2026-01-07"))
    assert [(point.day, point.value) for point in midweek.points] == [(day("2026-01-07"), 2)]


def test_a_checkpoint_that_holds_says_nothing() -> None:
    found = series(readings("2026-01-04 400\n2026-03-31 =400 checkpoint"), 0.0, day("2026-12-31"))
    assert found.missed == ()
    assert found.points[-1].value == 400


def test_a_missed_checkpoint_is_kept_and_changes_nothing() -> None:
    given_ = readings("2026-01-04 400\n2026-03-31 =410 checkpoint\n2026-04-05 5")
    found = series(given_, 0.0, day("2026-12-31"))
    assert [(point.value, point.reading) for point in found.missed] == [(400, given_[1])]
    assert found.points[-1].value == 405


def test_a_checkpoint_comes_after_the_other_readings_of_its_day() -> None:
    found = series(readings("2026-01-04 =2 checkpoint\n2026-01-04 2"), 0.0, day("2026-12-31"))
    assert found.missed == ()


def test_an_unwritten_week_is_unknown_and_the_difference_is_spread() -> None:
    books = goal(count(24, "books"), "2026-01-05 to 2026-12-31")
    found = series(weeks("2026-01-05", 1, None, 4), 0.0, day("2026-02-28"))
    by_week = weekly(found.points, day("2026-01-05"), 0.0)
    assert by_week.totals == pytest.approx((0, 1, 3, 5))
    assert stands(books, weeks("2026-01-05", 1, None, 4), "2026-02-08").actual == 5


def test_weeks_after_the_last_reading_are_not_taken_as_empty() -> None:
    found = series(weeks("2026-01-05", 1, 1), 0.0, day("2026-02-28"))
    assert len(weekly(found.points, day("2026-01-05"), 0.0).ends) == 3


def test_a_level_starts_from_its_first_reading_where_nothing_is_written() -> None:
    open_ = goal(Measure(kind=Kind.LEVEL, to=75, unit="kg"), "2026-01-01 to 2026-12-31")
    found = stands(open_, readings("2026-01-04 =80\n2026-02-01 =79"), "2026-02-02")
    assert found.from_ == 80
    assert found.progress == pytest.approx(0.2)


@given(st.permutations(["2026-01-04 2", "2026-01-11 1", "2026-01-18 =9", "2026-01-25 3"]))
def test_the_order_of_readings_on_different_days_never_matters(lines: list[str]) -> None:
    assert totals("\n".join(lines)) == [2, 3, 9, 12]


@given(st.lists(st.floats(0, 1e9), min_size=1, max_size=30))
def test_what_the_weeks_added_is_the_total(numbers: list[float]) -> None:
    start = day("2026-01-05")
    found = series(weeks("2026-01-05", *numbers), 0.0, start + timedelta(days=400))
    assert weekly(found.points, start, 0.0).totals[-1] == pytest.approx(sum(numbers))


def test_what_came_around_a_break_is_spread_over_the_days_before_and_after_it() -> None:
    """Three weeks of work and two of rest between two totals: nothing is lost in the rest."""
    found = series(weeks("2026-01-05", 1, None, None, None, None, 4), 0.0, day("2026-02-28"))
    rest = ((day("2026-01-19").toordinal(), day("2026-02-01").toordinal()),)
    by_week = weekly(found.points, day("2026-01-05"), 0.0, rest)
    assert by_week.totals == pytest.approx((0, 1, 2 + 1 / 3, 2 + 1 / 3, 2 + 1 / 3, 3 + 2 / 3, 5))
    # Where every day between two totals is off, it came in these all the same.
    rest = ((day("2026-01-12").toordinal(), day("2026-02-15").toordinal()),)
    assert weekly(found.points, day("2026-01-05"), 0.0, rest).totals[2] == pytest.approx(1.8)
