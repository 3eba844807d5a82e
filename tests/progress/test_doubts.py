"""A reading that looks like a slip is asked about, and closes nothing until a second one agrees."""

from datetime import timedelta

import pytest
import written
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from made import count, day, goal, level, readings, stands, weeks
from written import examples

from milepost.journal.words import Mode
from milepost.progress.values import Standing, Status
from milepost.voice.english import ENGLISH
from milepost.voice.reasons import reason

YEAR = "2026-01-01 to 2026-12-31"
SCALE = (82, 81.8, 81.5, 81.4, 81)


def weighed(*values: float, from_: float = 82, to: float = 75) -> Standing:
    given = weeks("2026-01-05", *values, mode=Mode.LEVEL)
    on = day("2026-01-05") + timedelta(days=7 * len(values))
    return stands(goal(level(from_, to, "kg"), YEAR), given, str(on))


def waiting(found: Standing) -> list[float]:
    return [doubt.point.value for doubt in found.doubts if doubt.waits]


@pytest.mark.parametrize("slip", [0, 8.1, 810, 815, 18.1, 1.81, 181, -81])
def test_a_slip_on_the_scale_waits(slip: float) -> None:
    found = weighed(*SCALE, slip)
    assert waiting(found) == [slip]
    assert found.actual == 81
    assert found.status not in {Status.ACHIEVED, Status.AHEAD}


@pytest.mark.parametrize("value", [81, 80.6, 79.9, 82.4, 77, 74.9])
def test_a_reading_that_can_be_does_not_wait(value: float) -> None:
    assert waiting(weighed(*SCALE, value)) == []


def test_what_is_left_out_is_told() -> None:
    assert reason(ENGLISH, weighed(*SCALE, 0)).endswith(
        " 0 kg on 15 February looks like a slip and is left out: correct it, or write “=0!” if it"
        " is right."
    )


def test_a_first_reading_is_held_against_the_start() -> None:
    assert waiting(weighed(8.1)) == [8.1]
    assert waiting(weighed(815)) == [815]
    assert waiting(weighed(81)) == []


def test_a_second_reading_says_the_same() -> None:
    assert waiting(weighed(*SCALE, 40)) == [40]
    found = weighed(*SCALE, 40, 41)
    assert waiting(found) == []
    assert found.status is Status.ACHIEVED


def test_a_slip_between_readings_closes_nothing_and_is_still_asked_about() -> None:
    found = weighed(*SCALE, 0, 80.9)
    assert [doubt.point.value for doubt in found.doubts] == [0]
    assert not found.doubts[0].waits
    assert found.status is not Status.ACHIEVED
    assert found.actual == 80.9


def test_two_different_slips_wait_both() -> None:
    found = weighed(*SCALE, 0, 815)
    assert waiting(found) == [0, 815]
    assert found.actual == 81


def test_a_debt_may_be_paid_off_at_once() -> None:
    assert waiting(weighed(4000, 3900, 3800, 0, from_=4000, to=0)) == []


def test_what_grew_by_leaps_before_may_do_so_again() -> None:
    assert waiting(weighed(10, 100, 1000, from_=1, to=2000)) == []


def test_numbers_on_a_scale_from_one_to_ten_are_not_doubted() -> None:
    assert waiting(weighed(3, 4, 3, 5, 4, 6, from_=3, to=8)) == []
    assert waiting(weighed(3, 4, 3, 5, 4, 45, from_=3, to=8)) == [45]


def test_an_addition_eight_times_the_largest_before_waits() -> None:
    books = goal(count(24, "books"), YEAR)
    seven = stands(books, weeks("2026-01-05", 1, 2, 3, 1, 23), "2026-02-09")
    eight = stands(books, weeks("2026-01-05", 1, 2, 3, 1, 24), "2026-02-09")
    assert (waiting(seven), waiting(eight)) == ([], [31])
    assert (seven.status, eight.actual) == (Status.ACHIEVED, 7)
    later = stands(books, weeks("2026-01-05", 1, 2, 3, 1, 24, 1), "2026-02-16")
    assert later.status is Status.ACHIEVED
    assert waiting(stands(books, weeks("2026-01-05", 1, 2, 3, 24), "2026-02-02")) == []


GOAL = """
== content/goals/example.md ==
---
title: Weigh 75
measurable: from 82 to 75 kg
time_bound: 2026-01-01 to 2026-12-31
readings:
  - 2026-01-04 82
  - 2026-01-11 81.8
  - 2026-01-18 81.5
  - 2026-01-25 81.4
  - 2026-02-01 81
  - 2026-02-08 {last}
---
"""


@pytest.mark.parametrize("last", ["=0!", "0!", "=0 a new scale", "0 !", "=0! yes"])
def test_what_is_said_to_be_meant_counts_at_once(last: str) -> None:
    found = written.stands(GOAL.format(last=last), "2026-02-10")
    assert found.actual == 0
    assert found.status is Status.ACHIEVED


def test_it_can_be_said_in_an_entry_and_in_a_file_too() -> None:
    entry = (
        "== content/journal/2026-W06.md ==\n---\nweek: 2026-W06\nprogress: {example: =0!}\n---\n"
    )
    found = written.stands(GOAL.format(last="80.9") + entry, "2026-02-10")
    assert (found.actual, found.status) == (0, Status.ACHIEVED)
    for cell, waits in (("0", [0]), ("0!", []), ("=0!", [])):
        text = f"""
            == content/goals/example.md ==
            ---
            title: Weigh 75
            measurable: {{kind: level, from: 82, to: 75, unit: kg, source: data/w.csv}}
            time_bound: 2026-01-01 to 2026-12-31
            ---
            == data/w.csv ==
            date,kg
            2026-01-25,81.4
            2026-02-01,81
            2026-02-08,{cell}
            """
        assert waiting(written.stands(text, "2026-02-10")) == waits


@given(
    st.lists(st.floats(76, 82), min_size=1, max_size=12),
    st.floats(-200, 1000),
)
@settings(max_examples=examples(100), deadline=None)
def test_a_doubted_reading_never_makes_it_achieved(before: list[float], last: float) -> None:
    without, found = weighed(*before), weighed(*before, last)
    assume(waiting(found))
    assert without.status is not Status.ACHIEVED
    assert found.status not in {Status.ACHIEVED, Status.AHEAD}
    assert found.actual == without.actual


def test_no_reading_is_lost() -> None:
    one = goal(level(82, 75, "kg"), YEAR)
    found = stands(one, readings("2026-02-08 =0"), "2026-02-10")
    assert found.actual is None
    assert waiting(found) == [0]
    assert found.last_reading == day("2026-02-08")


def test_a_step_that_came_before_is_no_slip() -> None:
    falls = [82 - 0.2 * week + 0.3 * (week % 3) for week in range(22)]
    assert falls[-2] - falls[-1] > 5 * abs(falls[0] - falls[1])
    assert waiting(weighed(*falls)) == []
    assert waiting(weighed(*falls, 7.8)) == [7.8]


def test_what_readings_move_by_as_a_rule_leaves_the_slips_out() -> None:
    found = weighed(72, 73, 720, 72, 0, 74, from_=72, to=75)
    assert [doubt.usual for doubt in found.doubts] == [1, 1]
