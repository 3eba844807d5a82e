import math
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milepost.site.charts.scales import Days, Linear, day_ticks, value_ticks
from milepost.voice.voice import Voice

EN = Voice("en")


@pytest.mark.parametrize(
    ("low", "high", "ticks"),
    [
        (0, 24, (0, 5, 10, 15, 20, 25)),
        (0, 1, (0, 0.2, 0.4, 0.6, 0.8, 1)),
        (75, 82.4, (74, 76, 78, 80, 82, 84)),
        (-0.3, 0.3, (-0.4, -0.2, 0, 0.2, 0.4)),
        (7, 7, (7,)),
    ],
)
def test_round_values_around_the_bounds(low: float, high: float, ticks: tuple[float, ...]) -> None:
    assert value_ticks(low, high, 5) == ticks


def test_things_that_are_counted_have_no_halves() -> None:
    assert value_ticks(0, 3, 5, whole=True) == (0, 1, 2, 3)


@pytest.mark.parametrize(
    ("low", "high", "unit", "ticks"),
    [
        (24.2, 26.1, "m:ss", (24, 24.5, 25, 25.5, 26, 26.5)),
        (27, 32, "m:ss", (27, 28, 29, 30, 31, 32)),
        (25, 32, "m:ss", (24, 26, 28, 30, 32)),
        (6.5, 8.25, "h:mm", (6.5, 7, 7.5, 8, 8.5)),
        (4, 4.75, "h:mm:ss", (4, 4 + 1 / 6, 4 + 2 / 6, 4.5, 4 + 4 / 6, 4 + 5 / 6)),
    ],
)
def test_times_stand_at_whole_and_half_minutes_and_hours(
    low: float, high: float, unit: str, ticks: tuple[float, ...]
) -> None:
    assert value_ticks(low, high, 5, unit=unit) == pytest.approx(ticks)


finite = st.floats(allow_nan=False, allow_infinity=False)


@given(finite, finite, st.integers(2, 8), st.booleans())
def test_ticks_hold_the_bounds_and_are_few(a: float, b: float, most: int, whole: bool) -> None:
    low, high = min(a, b), max(a, b)
    ticks = value_ticks(low, high, most, whole=whole)
    slack = max(min(high, 1e300) - max(low, -1e300), 1.0 if whole else 0.0) * 1e-6
    assert ticks[0] <= low + slack
    assert ticks[-1] >= high - slack
    assert len(ticks) <= most + 3
    assert list(ticks) == sorted(ticks)


@given(finite, finite, st.floats())
def test_no_value_is_drawn_outside(a: float, b: float, value: float) -> None:
    place = Linear(min(a, b), max(a, b), 10, 20)(value)
    assert 10 <= place <= 20 or math.isnan(value)


def test_a_day_has_its_share_of_the_width() -> None:
    across = Days(date(2026, 1, 1), date(2026, 1, 11), 0, 100)
    assert across(date(2026, 1, 6)) == 50
    assert across(date(2030, 1, 1)) == 100


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2026, 1, 1), date(2026, 12, 31), "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"),
        (date(2026, 9, 15), date(2027, 3, 14), "Oct Nov Dec 2027 Feb Mar"),
        (date(2025, 1, 1), date(2026, 12, 31), "2025 Apr Jul Oct 2026 Apr Jul Oct"),
        (date(2017, 3, 1), date(2026, 3, 1), "2018 2019 2020 2021 2022 2023 2024 2025 2026"),
        (date(2026, 11, 16), date(2026, 11, 20), "16 Nov,17 Nov,18 Nov,19 Nov,20 Nov"),
        (date(2026, 11, 1), date(2026, 11, 30), "2 Nov,9 Nov,16 Nov,23 Nov,30 Nov"),
    ],
)
def test_calendar_ticks_fit_the_span(first: date, last: date, said: str) -> None:
    separator = "," if "," in said else " "
    assert separator.join(tick.text for tick in day_ticks(first, last, 12, EN)) == said


@given(st.dates(), st.dates(), st.integers(5, 14))
def test_calendar_ticks_are_within_and_few(a: date, b: date, most: int) -> None:
    first, last = min(a, b), max(a, b)
    ticks = day_ticks(first, last, most, EN)
    assert all(first <= tick.day <= last for tick in ticks)
    assert len(ticks) <= most + 1
