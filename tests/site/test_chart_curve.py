import math
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from milepost.site.charts.curve import gathered, smooth, thinned


def test_a_typing_error_leaves_no_trace_in_the_smooth_line() -> None:
    values = [82.0, 81.6, 81.9, 90.0, 80.8, 80.5, 80.4]
    assert max(smooth(values)) == 82.0


def test_a_steady_trend_is_not_delayed() -> None:
    values = [float(n) for n in range(20)]
    assert smooth(values) == tuple(values)


def test_a_peak_survives_the_thinning() -> None:
    points = [(float(x), 50.0 if x == 503 else math.sin(x / 50)) for x in range(1000)]
    kept = thinned(points, 60)
    assert len(kept) == 60
    assert (503.0, 50.0) in kept
    assert (kept[0], kept[-1]) == (points[0], points[-1])


def test_few_points_are_left_as_they_are() -> None:
    assert thinned([(0, 1), (1, 2)], 60) == ((0, 1), (1, 2))
    assert thinned([], 60) == ()


def test_a_long_record_is_gathered_into_medians() -> None:
    start = date(2020, 1, 1)
    days = [(start + timedelta(days=n), 80.0 if n % 7 else 95.0) for n in range(2000)]
    kept = gathered(days, 100)
    assert len(kept) == 100
    assert {value for _, value in kept} == {80.0}
    assert kept[-1][0] == days[-1][0]


places = st.lists(st.tuples(st.floats(0, 100), st.floats(0, 300)), max_size=300).map(sorted)


@given(places, st.integers(3, 80))
def test_thinning_keeps_order_and_invents_nothing(
    points: list[tuple[float, float]], most: int
) -> None:
    kept = thinned(points, most)
    assert len(kept) == min(len(points), most)
    assert list(kept) == sorted(kept, key=lambda point: point[0])
    assert set(kept) <= set(points)


@given(st.lists(st.floats(-1e6, 1e6), max_size=60))
def test_the_smooth_line_stays_within_the_readings(values: list[float]) -> None:
    line = smooth(values)
    assert len(line) == len(values)
    assert all(min(values) - 1e-6 <= value <= max(values) + 1e-6 for value in line)
