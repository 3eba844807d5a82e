"""Ranges that are as wide as the goal's own past says, and confidence over all closed goals."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made import count, day, goal, level, stands, weeks
from written import report

from milepost.journal.words import Mode
from milepost.progress.calibration import LATEST, LEAST, NARROWEST, WIDEST, scale, score
from milepost.progress.forecast import WIDE
from milepost.progress.trajectory import Trajectory, trajectory
from milepost.progress.values import Calibration
from milepost.progress.versions import versions
from milepost.voice.backtests import in_all
from milepost.voice.english import ENGLISH
from milepost.voice.forecasts import range_sentence

YEAR = "2026-01-05 to 2026-12-27"


@pytest.mark.parametrize(
    ("scores", "factor"),
    [
        ([], 1),
        ([9.0] * (LEAST - 1), 1),
        ([2 * WIDE] * LEAST, 2 ** (12 / 28)),  # held in none: 1.35 times as wide
        ([WIDE] * 20, 1),  # the eighth tenth is where the normal distribution has it
        ([0.1] * 16 + [WIDE] * 4, 1),  # 17th of 20
        ([0.1] * 17 + [WIDE] * 3, NARROWEST),
        ([9.0] * LATEST, WIDEST),
        ([9.0] * 50 + [WIDE] * LATEST, 1),  # only the latest half year
    ],
)
def test_the_factor_of_a_range(scores: list[float], factor: float) -> None:
    assert scale(scores) == pytest.approx(factor)


@given(st.lists(st.floats(0, 20), max_size=40), st.floats(1, 3))
def test_who_was_further_off_gets_no_narrower_range(scores: list[float], times: float) -> None:
    assert NARROWEST <= scale(scores) <= scale([one * times for one in scores]) <= WIDEST


def test_a_score_is_the_distance_in_standard_deviations() -> None:
    assert (score(-3, 2), score(0, 0), score(1, 0), score(1000, 1)) == (1.5, 0, 10, 10)


def _on(values: list[float], kind: Mode = Mode.ADDED) -> Trajectory:
    added = kind is Mode.ADDED
    one = goal(count(300, "km") if added else level(0, 300, "km"), YEAR)
    given_ = weeks("2026-01-05", *values, mode=kind)
    today = day("2026-01-04") + timedelta(weeks=len(values))
    return trajectory(versions(one), given_, day("2026-01-05"), today)


def test_the_range_held_four_weeks_on_more_nearly_as_often_as_it_says() -> None:
    """Of people who bring all of a quarter in two weeks, the plain range holds too seldom."""
    random, plain, ours = Random(7), [], []
    for _ in range(30):
        quiet = [0.5] * 4
        values = [
            value
            for _ in range(6)
            for value in [*quiet, random.uniform(10, 25), random.uniform(10, 25), *quiet]
        ][:44]
        on = _on(values)
        for week in range(12, 40):
            sunday = date(2026, 1, 4).toordinal() + 7 * week
            assert on.way
            came = on.told_on(sunday + 28)
            told, raw = on.outlook(sunday), on.uncalibrated(sunday)
            assert told
            assert raw
            assert came is not None
            share = on.way.share(came)
            plain.append(raw.off(share, sunday) <= WIDE)
            ours.append(told.off(share, sunday) <= WIDE)
    assert abs(sum(ours) / len(ours) - 0.8) < abs(sum(plain) / len(plain) - 0.8)


def test_only_what_had_come_by_a_day_widens_the_range_of_that_day() -> None:
    values = [5.0, 6.0] * 10 + [40.0, 0.0, 60.0, 0.0] * 5
    for week in (14, 22, 30):
        sunday = date(2026, 1, 4).toordinal() + 7 * week
        then, now = _on(values[:week]).outlook(sunday), _on(values).outlook(sunday)
        assert then
        assert now
        assert then.scale == pytest.approx(now.scale)


def test_few_weeks_change_nothing() -> None:
    on = _on([1, 60, 0, 2, 80, 0, 1, 50, 0, 0, 30, 0])
    told = on.outlook(on.day.toordinal())
    assert told
    assert told.scale == 1


def test_a_level_that_turned_is_not_measured_by_forecasts_of_its_old_course() -> None:
    on = _on([*range(100, 160, 4), *range(157, 130, -3)], Mode.LEVEL)
    told = on.outlook(on.day.toordinal())
    assert told
    assert (told.turned, told.scale) == (True, 1)


def test_a_clean_turn_does_not_make_the_range_wide() -> None:
    """70 kg falls by half a kilo a week to 64.5, and then rises by 0.4: nobody writes 90 kg."""
    down, up = [70 - 0.5 * week for week in range(12)], [64.4 + 0.4 * week for week in range(11)]
    one = goal(level(70, 60, "kg"), YEAR)
    given_ = weeks("2026-01-05", *down, *up, mode=Mode.LEVEL)
    found = stands(one, given_, "2026-06-14")
    assert found.forecast
    assert found.forecast.turned
    assert found.forecast.value_high - found.forecast.value_low < 8
    assert range_sentence(ENGLISH, found) == (
        "It goes another way than before, and nobody knows how long: so the range is wide."
    )


def test_why_a_range_is_wider_or_narrower_is_said_of_what_is_open() -> None:
    lumpy = weeks("2026-01-05", *([6] * 12), *([0, 0, 0, 0, 40, 40, 0, 0] * 2))
    found = stands(goal(count(300, "km"), YEAR), lumpy, "2026-07-19")
    assert range_sentence(ENGLISH, found).endswith(
        "wider than the weeks alone make it: earlier ranges held too seldom."
    )
    steady = weeks("2026-01-05", *([6] * 30))
    found = stands(goal(count(300, "km"), YEAR), steady, "2026-08-02")
    assert range_sentence(ENGLISH, found) == (
        "The range is 33 % narrower than the weeks alone make it: earlier ranges held more than"
        " enough."
    )
    met = stands(goal(count(100, "km"), YEAR), steady, "2026-08-02")
    assert range_sentence(ENGLISH, met) == ""


CLOSED = """
    == content/goals/a.md ==
    ---
    measurable: 10 books
    time_bound: 2026-01-05 to 2026-03-01
    ---
    == content/goals/b.md ==
    ---
    measurable: 10 books
    time_bound: 2026-01-05 to 2026-03-01
    grade: 0.4
    ---
    == content/goals/c.md ==
    ---
    measurable: yes or no
    time_bound: 2026-01-05 to 2026-03-01
    ---
    == content/goals/unsaid.md ==
    ---
    measurable: yes or no
    status: done
    ---
    == content/journal/2026-W06.md ==
    ---
    progress: {a: 10, b: 2, c: yes}
    confidence: {a: 9, b: 8, c: 7}
    ---
    """


def test_confidence_over_all_closed_goals() -> None:
    """Scores of .01, .64 and .09 over three goals; the fourth, of which none was told, is out."""
    found = report(CLOSED, date(2026, 4, 1)).calibration
    assert found
    assert (found.goals, found.met) == (3, 2)
    assert found.sure == pytest.approx(0.8)
    assert found.brier == pytest.approx((0.01 + 0.64 + 0.09) / 3)
    assert in_all(ENGLISH, found).startswith(
        "Over 3 closed goals you were 80 % sure on average, and 2 were met: a Brier score of 0.25."
    )


def test_nothing_is_said_over_fewer_than_three_goals() -> None:
    assert in_all(ENGLISH, None) == ""
    assert in_all(ENGLISH, Calibration(2, 1, 0.5, 0.25, None)) == ""
    assert in_all(ENGLISH, Calibration(3, 1, 0.5, 0, 0.004)) == (
        "Over 3 closed goals you were 50 % sure on average, and 1 was met: a Brier score of 0. The"
        " forecast got less than 0.01 where it had one."
    )
