"""The forecast of a level: readings in, a robust line out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made import goal, level, readings, stands, weeks

from milepost.journal.words import Mode
from milepost.progress.trend import theil_sen
from milepost.voice.english import ENGLISH
from milepost.voice.forecasts import forecast_sentence


def test_a_typing_error_does_not_bend_the_line() -> None:
    values = [82, 81.6, 81.9, 90.0, 80.8, 80.5]
    trend = theil_sen([(7.0 * week, value) for week, value in enumerate(values)])
    assert round(trend.slope, 2) == -0.30
    assert round(trend.start, 1) == 82.0


def test_a_straight_line_is_found_and_is_certain() -> None:
    trend = theil_sen([(7.0 * week, 82 - week / 2) for week in range(8)])
    assert trend.slope == pytest.approx(-0.5)
    assert trend.low == pytest.approx(trend.high)
    assert trend.noise == pytest.approx(0)


def test_four_readings_are_too_few_and_it_says_so() -> None:
    kg = goal(level(82, 75, "kg"), "2026-01-01 to 2026-06-30")
    found = stands(kg, weeks("2026-01-05", 82, 81, 81, 80, mode=Mode.LEVEL), "2026-02-10")
    assert found.forecast is None
    assert forecast_sentence(ENGLISH, found) == (
        "No forecast yet: 4 readings in the last half year, and it takes 5."
    )


def test_a_level_on_its_way_down() -> None:
    kg = goal(level(82, 75, "kg"), "2026-01-05 to 2026-06-30")
    falling = [82 - i / 3 for i in range(10)]
    found = stands(kg, weeks("2026-01-05", *falling, mode=Mode.LEVEL), "2026-03-15")
    assert found.rate == pytest.approx(-1 / 3)
    assert found.forecast is not None
    assert found.forecast.probability > 0.6
    assert found.forecast.value_low < 75 < found.forecast.value_high


def test_daily_readings_are_taken_by_the_week() -> None:
    lines = [
        f"2026-{month:02d}-{day:02d} ={80 - month - day / 30}"
        for month in (3, 4, 5)
        for day in range(1, 31)
    ]
    kg = goal(level(80, 70, "kg"), "2026-03-01 to 2026-12-31")
    found = stands(kg, readings("\n".join(lines)), "2026-05-30")
    assert found.rate == pytest.approx(-7 / 30, rel=0.1)


points = st.lists(st.floats(-1e6, 1e6), min_size=5, max_size=30)


@given(points, st.sampled_from([0.001, 2.0, 1000.0]))
def test_slope_and_interval_scale_with_the_unit(values: list[float], unit: float) -> None:
    one = theil_sen([(7.0 * i, v) for i, v in enumerate(values)])
    other = theil_sen([(7.0 * i, v * unit) for i, v in enumerate(values)])
    assert one.low <= one.slope <= one.high
    assert other.slope == pytest.approx(one.slope * unit, abs=1e-6 * unit)
    assert other.low == pytest.approx(one.low * unit, abs=1e-6 * unit)
