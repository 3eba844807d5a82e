"""The way back to the target line: the soonest week by a rate that was reached before."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made import count, day, goal, level, readings
from made import stands as standing_of
from written import stands

from milepost.journal.words import Mode
from milepost.progress.days import day_after, working
from milepost.progress.values import Status, WayBack
from milepost.progress.way_back import best_of_level
from milepost.voice.english import ENGLISH
from milepost.voice.way_back import enough, way_back_sentence

BOOKS = """
---
measurable: 24 books
time_bound: 2026-01-01 to 2026-12-31
{more}readings: [{read}]
---
"""


def books(read: str, when: str = "2026-07-01", more: str = "") -> WayBack | None:
    return stands(BOOKS.format(read=read, more=more), when).way_back


def says(read: str, when: str = "2026-07-01", more: str = "") -> str:
    return way_back_sentence(ENGLISH, stands(BOOKS.format(read=read, more=more), when))


def test_the_soonest_week_that_its_best_rate_allows() -> None:
    """The line stands at 14.703 on 12 August: 5.703 books in six weeks."""
    back = books("2026-01-28 +4, 2026-03-20 +3, 2026-06-20 +2")
    assert back
    assert back.rate == pytest.approx(0.9505, abs=1e-4)
    assert (back.days, back.by) == (42, date(2026, 8, 12))


@pytest.mark.parametrize(
    ("read", "when", "said"),
    [
        (
            "2026-01-28 +4, 2026-03-20 +3, 2026-06-20 +2",
            "2026-07-01",
            "One a week for 6 weeks brings it back to its line by 12 August.",
        ),
        (
            "2026-01-28 +8, 2026-06-20 +2",
            "2026-07-01",
            "1.5 a week for 2 weeks brings it back to its line by 15 July.",
        ),
        (
            "2026-01-28 +1, 2026-03-20 +3, 2026-06-20 +1",
            "2026-07-01",
            "No four weeks so far were fast enough to bring it back to its line; at its best pace "
            "it gets there by 20 May 2027, or to 15 books by 31 December.",
        ),
        (
            "2026-01-28 +8, 2026-06-20 +3",
            "2026-07-01",
            "1.4 a week for 7 days brings it back to its line by 8 July.",
        ),
        (
            "2026-01-28 +8, 2026-06-20 +3.5",
            "2026-07-01",
            "0.9 books a week for 7 days brings it back to its line by 8 July.",
        ),
        (
            "2026-01-28 +8, 2026-06-20 =11",
            "2026-06-24",
            "1 book in 7 days, and it is back on its line by 1 July.",
        ),
        (
            "2026-01-28 +8, 2026-06-20 +8, 2026-12-20 +7",
            "2026-12-27",
            "1 book in 4 days, and it is back on its line by 31 December.",
        ),
        (
            "2026-03-20 +12, 2026-06-20 +8, 2026-12-20 +3",
            "2026-12-27",
            "No four weeks so far were fast enough to bring it back to its line; at its best pace "
            "it gets there by 3 January 2027.",
        ),
        (
            "2026-01-20 =0, 2026-06-20 =0",
            "2026-07-01",
            "No four weeks so far were fast enough to bring it back to its line; a later date or a "
            "smaller target could.",
        ),
    ],
)
def test_what_is_said(read: str, when: str, said: str) -> None:
    assert says(read, when) == said


@pytest.mark.parametrize(
    ("read", "behind"),
    [
        ("2026-06-20 =12", False),  # the line stands at 11.934
        ("2026-06-20 =11.9", False),  # less than a day behind
        ("2026-06-20 =11.86", True),  # a day behind: the line stood at 11.868
        ("2026-06-20 =24", False),
    ],
)
def test_only_of_what_is_a_day_behind(read: str, behind: bool) -> None:
    assert bool(books(f"2026-02-20 =8, {read}")) is behind


@pytest.mark.parametrize(
    ("when", "more", "status"),
    [
        ("2026-01-10", "", Status.TOO_EARLY),
        ("2026-07-20", "", Status.NO_DATA),
        ("2027-01-04", "", Status.OVERDUE),
        ("2026-07-01", "status: paused since 2026-06-25\n", Status.PAUSED),
        ("2026-07-01", "status: dropped 2026-06-25\n", Status.DROPPED),
    ],
)
def test_nothing_is_said_where_nothing_is_judged(when: str, more: str, status: Status) -> None:
    found = stands(BOOKS.format(read="2026-01-05 =0, 2026-06-20 =2", more=more), when)
    assert (found.status, found.way_back) == (status, None)


def test_before_four_weeks_are_known_it_is_what_brings_it_to_its_target() -> None:
    one = goal(count(26), "2026-01-05 to 2026-12-31")
    found = standing_of(one, readings("2026-01-12 +0\n2026-01-25 =0"), "2026-02-15")
    back = found.way_back
    assert back
    assert found.best_rate is None
    assert (back.days, back.by) == (319, day("2026-12-31"))
    assert back.rate == pytest.approx(26 / 319 * 7)


def test_days_off_count_in_no_rate() -> None:
    """Seven weeks of reading from 1 July take nine with a fortnight off."""
    read = "2026-01-28 +4, 2026-03-20 +3, 2026-06-20 +2"
    back = books(read, more="breaks: 2026-07-06 to 2026-07-19\n")
    assert back
    assert (back.days, back.by) == (49, date(2026, 9, 2))


def test_on_the_way_down_the_rate_is_negative() -> None:
    one = goal(level(86, 76, "kg"), "2026-01-01 to 2026-12-31")
    told = (
        "2026-01-05 86\n2026-02-05 84\n2026-03-05 84\n2026-04-07 83.5\n2026-05-05 83\n2026-06-20 82"
    )
    found = standing_of(one, readings(told, mode=Mode.LEVEL), "2026-07-01")
    back = found.way_back
    assert back
    assert back.rate == pytest.approx(-0.4354, abs=1e-4)
    assert (back.days, back.by) == (28, day("2026-07-29"))
    assert way_back_sentence(ENGLISH, found) == (
        "0.44 kg a week down for 4 weeks brings it back to its line by 29 July."
    )


@pytest.mark.parametrize(
    ("told", "best"),
    [
        ("2026-01-01 0\n2026-01-08 1\n2026-01-15 2\n2026-01-22 3\n2026-01-29 4", 1.0),
        ("2026-01-01 0\n2026-01-08 1\n2026-01-15 2\n2026-01-22 3\n2026-01-28 4", None),
        ("2026-01-01 0\n2026-01-08 1\n2026-01-15 2\n2026-01-29 4", None),
    ],
)
def test_a_level_needs_five_readings_and_four_weeks(told: str, best: float | None) -> None:
    one = goal(level(0, 100, "kg"), "2026-01-01 to 2026-12-31")
    assert (
        best_of_level(standing_of(one, readings(told, mode=Mode.LEVEL), "2026-02-01").series, 1.0)
        == best
    )


@pytest.mark.parametrize(
    ("rate", "shown"), [(1.3387, 1.4), (1.4, 1.4), (12.3, 13.0), (134.0, 140.0), (0.0231, 0.024)]
)
def test_a_rate_is_rounded_up(rate: float, shown: float) -> None:
    assert enough(rate) == shown


@given(
    st.lists(st.tuples(st.integers(1, 400), st.integers(0, 40)), max_size=5),
    st.integers(0, 300),
    st.integers(1, 300),
)
def test_so_many_days_later_so_many_days_count(
    stretches: list[tuple[int, int]], since: int, days: int
) -> None:
    rest: list[tuple[int, int]] = []
    for start, length in sorted(stretches):
        if not rest or start > rest[-1][1] + 1:
            rest.append((start, start + length))
    later = day_after(tuple(rest), since, days)
    assert working(tuple(rest), since, later) == days
    assert working(tuple(rest), since, later - 1) == days - 1


def test_a_rate_of_next_to_nothing_promises_no_day() -> None:
    """It would take longer than a number can say."""
    found = standing_of(
        goal(count(1), "2025-06-01 to 2027-06-01"),
        readings("2025-07-01 2.225073858507203e-309"),
        "2025-07-01",
    )
    assert found.way_back is None or found.way_back.later is None
