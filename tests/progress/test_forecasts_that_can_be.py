"""Forecasts say what can be, and "lately" says what was: examples, and the laws behind them."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made import count, day, goal, level, readings, stands, weeks
from written import examples

from milepost.journal.values import Knot
from milepost.journal.words import Mode
from milepost.progress.reasons import Cause
from milepost.progress.values import Standing, Status
from milepost.voice.english import ENGLISH
from milepost.voice.reasons import reason

YEAR = "2026-01-01 to 2026-12-31"


def after(number: int, start: str = "2026-01-05") -> str:
    """The day after so many weeks."""
    return str(day(start) + timedelta(days=7 * number))


# Lately.


@pytest.mark.parametrize("number", [1, 3, 7, 8, 9, 20])
def test_equal_weeks_are_lately_that_many(number: int) -> None:
    one = goal(count(5000, "EUR"), "2026-01-05 to 2026-12-31")
    found = stands(one, weeks("2026-01-05", *[12.35] * number), after(number))
    assert found.rate == pytest.approx(12.35)


def test_money_is_told_to_its_hundredth() -> None:
    one = goal(count(5000, "EUR"), "2026-01-05 to 2026-12-31")
    found = stands(one, weeks("2026-01-05", *[12.35] * 20), after(20))
    assert reason(ENGLISH, found).endswith("lately €12.35 a week.")


def test_weeks_of_nothing_are_lately_none() -> None:
    one = goal(count(24, "books"), "2026-01-05 to 2026-12-31")
    found = stands(one, weeks("2026-01-05", *[0.0] * 20), after(20))
    assert found.rate == 0
    assert reason(ENGLISH, found).endswith("lately none came.")


def test_lately_forgets_what_was_over_eight_weeks_ago() -> None:
    one = goal(count(50), "2026-01-05 to 2026-12-31")
    seven = stands(one, weeks("2026-01-05", *[2.0] * 12, *[0.0] * 7), after(19))
    eight = stands(one, weeks("2026-01-05", *[2.0] * 12, *[0.0] * 8), after(20))
    assert seven.rate == pytest.approx(0.25)
    assert eight.rate == 0


def test_a_level_that_was_regained_goes_up_lately() -> None:
    down, up = range(100, 63, -4), range(64, 92, 3)
    one = goal(level(100, 60, "kg"), YEAR)
    given = weeks("2026-01-05", *down, *up, mode=Mode.LEVEL)
    found = stands(one, given, after(20))
    assert found.rate == pytest.approx(3)
    assert reason(ENGLISH, found).endswith("needs 0.99 kg a week down, lately it went 3 up.")
    assert found.forecast is not None
    assert found.forecast.value_low > 91
    assert found.status is Status.OFF_TRACK


def test_a_level_that_came_to_fall_is_seen_too() -> None:
    up, down = range(60, 70), range(69, 60, -1)
    one = goal(level(70, 50, "kg"), YEAR)
    found = stands(one, weeks("2026-01-05", *up, *down, mode=Mode.LEVEL), after(19))
    assert found.rate == pytest.approx(-1)
    assert found.chance is not None
    assert found.chance > 0.5


def test_one_wild_reading_turns_nothing() -> None:
    values = [100 - i for i in range(18)]
    one = goal(level(100, 60, "kg"), YEAR)
    plain = stands(one, weeks("2026-01-05", *values, mode=Mode.LEVEL), after(18))
    values[14] = 120
    wild = stands(one, weeks("2026-01-05", *values, mode=Mode.LEVEL), after(18))
    assert plain.rate == pytest.approx(-1)
    assert wild.rate == pytest.approx(-1, abs=0.25)


weekly = st.lists(st.integers(0, 20), min_size=1, max_size=40)


@given(weekly)
@settings(max_examples=examples(60), deadline=None)
def test_a_week_of_nothing_never_raises_what_came_lately(added: list[int]) -> None:
    one = goal(count(100), "2026-01-05 to 2026-12-31")
    before = stands(one, weeks("2026-01-05", *added), after(len(added))).rate
    later = stands(one, weeks("2026-01-05", *added, 0), after(len(added) + 1)).rate
    assert before is not None
    assert later is not None
    assert later <= before + 1e-9


@given(weekly)
@settings(max_examples=examples(40), deadline=None)
def test_lately_lies_within_the_weeks_that_were_observed(added: list[int]) -> None:
    one = goal(count(100), "2026-01-05 to 2026-12-31")
    rate = stands(one, weeks("2026-01-05", *added), after(len(added))).rate
    assert rate is not None
    assert min(added[-8:]) - 1e-9 <= rate <= max(added[-8:]) + 1e-9


# Before the start.


def test_nothing_is_foreseen_before_a_goal_begins() -> None:
    one = goal(count(24, "books"), "2026-10-01 to 2026-12-31")
    found = stands(one, readings("2026-06-28 +2"), "2026-09-30")
    assert (found.forecast, found.chance, found.rate) == (None, None, None)
    assert found.no_forecast is not None
    assert found.no_forecast.cause is Cause.NOT_BEGUN
    assert found.needed_rate == pytest.approx(22 / 92 * 7)
    assert stands(one, readings("2026-06-28 +2"), "2026-10-01").forecast is not None


def test_a_level_is_not_foreseen_before_its_start_either() -> None:
    one = goal(level(82, 75, "kg"), "2026-03-02 to 2026-12-31")
    given = weeks("2026-01-05", 82, 81.8, 81.5, 81.4, 81, 80.9, mode=Mode.LEVEL)
    assert stands(one, given, "2026-03-01").forecast is None
    assert stands(one, given, "2026-03-02").forecast is not None


# What can be.


def band(found: Standing) -> tuple[float, float, float]:
    assert found.forecast is not None
    return found.forecast.value_low, found.forecast.value, found.forecast.value_high


def test_a_correction_does_not_take_back_what_is_there() -> None:
    one = goal(count(24, "books"), YEAR)
    found = stands(one, readings("2026-05-17 +10\n2026-06-28 -3"), "2026-07-01")
    assert band(found)[0] >= 7


def test_savings_with_withdrawals_may_fall_and_never_below_nothing() -> None:
    one = goal(count(5000, "EUR"), "2026-01-05 to 2026-12-31")
    found = stands(one, weeks("2026-01-05", 900, -300, 200, -500, 100, -150), after(6))
    assert found.actual is not None
    assert 0 <= band(found)[0] < found.actual


def test_what_was_overdrawn_may_be_so_again() -> None:
    one = goal(count(5000, "EUR"), "2026-01-05 to 2026-12-31")
    found = stands(one, weeks("2026-01-05", 100, -300, 50, -200, 10, -150), after(6))
    assert band(found)[0] < 0


def test_a_share_ends_at_a_hundred() -> None:
    one = goal(level(60, 95, "%"), YEAR)
    found = stands(one, weeks("2026-01-05", 60, 64, 68, 72, 75, 80, mode=Mode.LEVEL), after(6))
    assert band(found)[2] == 100
    assert found.forecast is not None
    assert max(fan.high for fan in found.forecast.fan) == 100


def test_more_than_the_whole_is_foreseen_where_more_is_meant() -> None:
    one = goal(level(60, 150, "%"), YEAR)
    found = stands(one, weeks("2026-01-05", 60, 64, 68, 72, 75, 80, mode=Mode.LEVEL), after(6))
    assert band(found)[2] > 100


def test_a_weight_is_never_foreseen_below_nothing() -> None:
    one = goal(level(82, 60, "kg"), YEAR)
    found = stands(one, weeks("2026-01-05", 82, 79, 76, 73, 70, 67, mode=Mode.LEVEL), after(6))
    assert band(found)[0] == 0
    cold = goal(level(4, -10, "°C"), YEAR)
    found = stands(cold, weeks("2026-01-05", 4, 3, 2, 1, 0, -1, mode=Mode.LEVEL), after(6))
    assert band(found)[0] < -10


@given(st.lists(st.integers(-3, 20), min_size=1, max_size=30), st.sampled_from([24, 400]))
@settings(max_examples=examples(80), deadline=None)
def test_what_is_foreseen_is_in_order_and_can_be(added: list[int], to: int) -> None:
    one = goal(count(to), "2026-01-05 to 2026-12-31")
    found = stands(one, weeks("2026-01-05", *added), after(len(added)))
    if found.forecast is None or found.actual is None:
        return
    for low, middle, high in (
        band(found),
        *((f.low, f.middle, f.high) for f in found.forecast.fan),
    ):
        assert low <= middle <= high
        if min(added) >= 0:
            assert low >= found.actual - 1e-9


@given(st.lists(st.integers(0, 10), min_size=1, max_size=8), st.integers(1, 60))
@settings(max_examples=examples(40), deadline=None)
def test_no_forecast_before_the_start(added: list[int], early: int) -> None:
    one = goal(count(24), "2026-06-01 to 2026-12-31")
    on = date(2026, 6, 1) - timedelta(days=early)
    found = stands(one, weeks("2026-01-05", *added), str(on))
    assert found.forecast is None
    assert found.chance is None


# Ahead.


def test_what_is_behind_its_line_is_not_called_ahead_however_likely_it_is() -> None:
    steep = goal(
        count(100), "2026-01-05 to 2026-12-31", pace=(Knot(date_=day("2026-04-05"), value=90.0),)
    )
    behind = stands(steep, weeks("2026-01-05", *[6.0] * 14), after(14))
    assert behind.chance is not None
    assert behind.chance > 0.95
    assert behind.ahead_days is not None
    assert behind.ahead_days < 0
    assert behind.status is Status.ON_TRACK
    even = stands(steep, weeks("2026-01-05", *[6.6] * 14), after(14))
    assert even.status is Status.AHEAD


# Rates.


@pytest.mark.parametrize(
    ("to", "unit", "needs"),
    [
        (0.5, "kg", "needs 0.011 kg a week"),
        (0.02, "kg", "needs 0.00043 kg a week"),
        (10, "kg", "needs 0.21 kg a week"),
        (10, "hours", "needs 0.21 hours a week"),
        (12.5, "laps", "needs 0.27 laps a week"),
        (80, "%", "needs 1.72 % a week"),
        (10, "books", "needs one every 33 days"),
    ],
)
def test_one_every_so_often_is_said_of_whole_things_only(to: float, unit: str, needs: str) -> None:
    found = stands(goal(count(to, unit), YEAR), readings("2026-02-01 =0"), "2026-02-08")
    assert f"; {needs}, lately none came." in reason(ENGLISH, found)
