"""The forecast of a count: the weeks in, a probability and a range out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milepost.progress.forecast import WIDE, Drift, Pace, sums

PLAN = 24 / 52


def pace_after(*weeks: float, plan: float = PLAN) -> Pace:
    return list(sums([(added, 1.0) for added in weeks], plan))[-1].pace


def test_ten_lively_weeks() -> None:
    pace = pace_after(1, 0, 2, 1, 1, 0, 1, 2, 0, 1)
    assert round(pace.rate, 3) == 0.846
    assert [round(bound, 1) for bound in pace.drift.range(26)] == [11.9, 32.1]
    assert round(pace.drift.probability(15, 26), 3) == 0.813
    assert round(pace.drift.when(15) or 0, 1) == 17.7


def test_ten_slow_weeks() -> None:
    pace = pace_after(0, 0, 1, 0, 0, 0, 1, 0, 0, 0)
    assert round(pace.rate, 3) == 0.222
    assert round(pace.drift.probability(22, 26), 3) == 0.000


def test_before_the_first_week_the_plan_is_an_even_chance() -> None:
    drift = pace_after().drift
    assert round(drift.probability(24, 52), 3) == 0.500
    assert round(drift.when(24) or 0) == 52


def test_a_clear_change_of_pace_moves_the_rate_and_widens_the_range() -> None:
    steady = pace_after(*[3] * 12, plan=3)
    stopped = pace_after(*[3] * 12, *[0] * 5, plan=3)
    assert steady.shift == 0
    assert stopped.shift < -0.3
    assert stopped.drift.probability(20, 10) < 0.3


def test_the_finish_lies_between_one_in_ten_and_nine_in_ten() -> None:
    drift = pace_after(1, 0, 2, 1, 1, 0, 1, 2, 0, 1).drift
    early, late = drift.when(15, -WIDE), drift.when(15, WIDE)
    assert early is not None
    assert late is not None
    assert drift.probability(15, early) == pytest.approx(0.1, abs=1e-4)
    assert drift.probability(15, late) == pytest.approx(0.9, abs=1e-4)


def test_nothing_left_is_certain_and_no_way_forward_is_never() -> None:
    standing_still = Drift(0.0, 0.0, 0.0, 0.0)
    assert standing_still.probability(0, 5) == 1
    assert standing_still.probability(1, 5) == 0
    assert standing_still.when(1) is None
    assert standing_still.when(0) == 0


def test_a_short_week_counts_for_what_it_was() -> None:
    half = list(sums([(1.0, 1.0), (0.5, 0.5)], 1.0))[-1].pace
    assert half.rate == pytest.approx(1.0)


def test_a_week_off_changes_nothing() -> None:
    before, after = (one.pace for one in list(sums([(2.0, 1.0), (0.0, 0.0)], 1.0))[1:])
    assert before == after


numbers = st.lists(st.floats(0, 1e6), max_size=40)


@given(numbers, st.floats(0.01, 1e4), st.floats(0, 1e6), st.floats(0, 600))
def test_a_probability_is_one(added: list[float], plan: float, left: float, weeks: float) -> None:
    drift = pace_after(*added, plan=plan).drift
    assert 0 <= drift.probability(left, weeks) <= 1
    low, high = drift.range(weeks)
    assert low <= high


@given(st.lists(st.integers(0, 50), max_size=30), st.integers(1, 40), st.integers(0, 400),
       st.integers(1, 60), st.sampled_from([0.001, 0.25, 7.0, 1000.0, 4096.0]))  # fmt: skip
def test_another_unit_is_the_same_probability(
    added: list[int], plan: int, left: int, weeks: int, unit: float
) -> None:
    one = pace_after(*added, plan=plan).drift.probability(left, weeks)
    other = pace_after(*(a * unit for a in added), plan=plan * unit).drift
    assert other.probability(left * unit, weeks) == pytest.approx(one, abs=1e-9)


@given(st.lists(st.integers(0, 50), max_size=30), st.integers(0, 400), st.integers(1, 60))
def test_more_left_is_never_likelier(added: list[int], left: int, weeks: int) -> None:
    drift = pace_after(*added, plan=5).drift
    assert drift.probability(left + 1, weeks) <= drift.probability(left, weeks)
