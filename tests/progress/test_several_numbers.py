"""What several numbers of one day, or of a habit's period, come to, as `log` says."""

from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from written import read, report, stands

from milepost.journal.measures import parse_measure
from milepost.journal.words import Log
from milepost.progress.values import Mark
from milepost.voice.measures import measure_in_words
from milepost.voice.voice import Voice

DAY = "2026-11-22"
TWO_DAYS = "[2026-11-20 8, 2026-11-21 4, 2026-11-21 9, 2026-11-21 5]"


def goal(measurable: str, readings: str = TWO_DAYS) -> str:
    return f"""
    ---
    title: Run further
    measurable: {measurable}
    time_bound: 2026-11-02 to 2027-01-31
    readings: {readings}
    ---
    """


@pytest.mark.parametrize(
    ("log", "stood"),
    [("last", 5), ("level", 5), ("max", 9), ("min", 4), ("mean", 6), ("sum", 27), ("added", 27)],
)
def test_a_level_stands_where_its_last_day_says(log: str, stood: float) -> None:
    level = goal(f"{{kind: level, from: 1, to: 50, unit: km, log: {log}}}")

    assert stands(level, DAY).actual == stood


@pytest.mark.parametrize(
    ("log", "sum_"),
    [("sum", 26), ("max", 17), ("min", 12), ("mean", 14), ("count", 4), ("last", 5)],
)
def test_a_count_adds_up_what_its_days_come_to(log: str, sum_: float) -> None:
    """Of the last alone nothing is added: each number states the total."""
    assert stands(goal(f"{{kind: count, to: 50, unit: km, log: {log}}}"), DAY).actual == sum_


@pytest.mark.parametrize(
    ("log", "value"), [("sum", 26), ("max", 9), ("min", 4), ("mean", 6.5), ("count", 4)]
)
@pytest.mark.parametrize("kind", ["habit", "limit"])
def test_a_habit_is_judged_by_what_its_week_comes_to(kind: str, log: str, value: float) -> None:
    at = stands(goal(f"{{kind: {kind}, to: 9, per: week, unit: km, log: {log}}}"), DAY)

    assert at.rhythm
    assert at.rhythm.periods[-1].value == value


@pytest.mark.parametrize(
    ("log", "value"),
    [("", 4), ("level", 4), ("last", 5), ("max", 9), ("min", 4), ("mean", 6.5)],
)
def test_a_range_is_judged_by_the_number_furthest_off_or_as_it_says(log: str, value: float) -> None:
    at = stands(goal(f"{{kind: range, from: 6, unit: km, log: {log}}}"), DAY)

    assert at.rhythm
    assert at.rhythm.periods[-1].value == value


def test_the_best_of_a_week_meets_what_is_asked_of_one_run() -> None:
    one_run = goal("20 km a week, log max", "[2026-11-10 12, 2026-11-12 12, 2026-11-19 20]")
    at = stands(one_run, "2026-11-23")

    assert at.rhythm
    assert [period.mark for period in at.rhythm.periods] == [
        Mark.UNKNOWN, Mark.MISS, Mark.DONE, Mark.UNKNOWN,
    ]  # fmt: skip


def test_what_is_counted_is_one_each_in_whatever_unit_and_a_nought_is_none() -> None:
    runs = goal(
        "{kind: count, to: 50, unit: runs, log: count}",
        "[2026-11-19 5.2 km, 2026-11-20 30 min, 2026-11-21 0, 2026-11-22 yes, 2026-11-22 +2]",
    )

    assert stands(runs, DAY).actual == 5
    assert not [f for f in read(runs).findings if f.severity.name == "ERROR"]


def test_a_sign_says_what_it_says_whatever_the_log() -> None:
    added = goal("{kind: count, to: 50, unit: km, log: max}", "[2026-11-20 8, 2026-11-20 +3]")
    stated = goal("{kind: count, to: 50, unit: km, log: max}", "[2026-11-20 8, 2026-11-21 =30]")

    assert stands(added, DAY).actual == 11
    assert stands(stated, DAY).actual == 30


def test_the_point_of_a_day_keeps_the_note_of_the_number_that_holds() -> None:
    press = goal(
        "{kind: level, from: 60, to: 100, unit: kg, log: max}",
        '["2026-11-20 90 with a friend", "2026-11-20 70 alone"]',
    )
    point = stands(press, DAY).series[-1]

    assert point.reading
    assert (point.value, point.reading.note) == (90, "with a friend")


def test_two_files_of_one_day_are_put_together_too_and_nothing_is_said_to_be_lost() -> None:
    journal = """
    == content/goals/press.md ==
    ---
    title: Press 100 kg
    measurable: {kind: level, from: 60, to: 100, unit: kg, log: max}
    ---
    == content/journal/2026-W46.md ==
    ---
    progress: {press: 80}
    ---
    == content/journal/2026-W46-gym.md ==
    ---
    progress: {press: 70}
    ---
    """
    assert report(journal, date(2026, 11, 22)).standings["press"].actual == 80
    assert "F010" not in {finding.code for finding in read(journal).findings}


@pytest.mark.parametrize("measure", ["keep 6 to 9 km", "average mood at least 7"])
def test_what_counts_each_number_loses_none_of_two_on_a_day(measure: str) -> None:
    assert "F010" not in {finding.code for finding in read(goal(measure)).findings}


def test_the_numbers_of_a_daily_habit_are_not_spread_over_a_week_told_whole() -> None:
    steps = """
    == content/goals/walk.md ==
    ---
    title: Walk
    measurable: 8000 steps a day, log mean
    time_bound: 2026-11-02 to 2027-01-31
    ---
    == content/journal/2026-W46.md ==
    ---
    progress: {walk: 9000}
    ---
    """
    at = report(steps, date(2026, 11, 22)).standings["walk"]

    assert at.tally
    assert at.tally.done == 1


@given(
    st.lists(st.integers(40, 60), min_size=1, max_size=4), st.sampled_from(["max", "min", "mean"])
)
def test_the_order_of_the_numbers_of_a_day_does_not_matter(numbers: list[int], log: str) -> None:
    come_to = set()
    for order in permutations(numbers):
        said = ", ".join(f"2026-11-20 {number}" for number in order)
        level = goal(f"{{kind: level, from: 50, to: 500, unit: km, log: {log}}}", f"[{said}]")
        come_to.add(round(stands(level, DAY).series[-1].value, 6))

    assert len(come_to) == 1


@pytest.mark.parametrize("log", [Log.MAX, Log.MIN, Log.MEAN, Log.COUNT])
def test_what_is_said_of_it_is_read_as_the_same(log: Log) -> None:
    read_ = parse_measure(f"20 km a week, log: {log}")

    assert read_ == parse_measure(measure_in_words(Voice("en"), read_))  # type: ignore[arg-type]
    assert read_.log is log  # type: ignore[union-attr]
