"""Borders inside the arithmetic: forecasts, trends, weeks and words, a case on either side.

Sums that are kept as the weeks pass are held against the same sums written out in full.
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from math import sqrt
from statistics import median

import pytest
from made import count, day, goal, level, readings, stands, weeks
from written import read

from milepost.journal.model import Entry, Reading
from milepost.journal.values import Break, Knot, Week
from milepost.journal.words import Mode, Period
from milepost.progress.calendar import counted_within, spans_of
from milepost.progress.days import days_off, period_around, rest_of, sunday_after, working
from milepost.progress.forecast import Drift, Pace, sums
from milepost.progress.habits import keeps, memory, strength
from milepost.progress.line import line_through
from milepost.progress.lookback import best_and_worst
from milepost.progress.series import series, weekly
from milepost.progress.status import after, by_chance, grey_days, plain, quiet
from milepost.progress.trajectory import trajectory
from milepost.progress.trend import theil_sen, trend_on
from milepost.progress.values import HabitPeriod, Mark, Point, Standing, Status
from milepost.progress.versions import versions

# Forecasts of counts.


def pace_written_out(weeks: list[tuple[float, float]], plan: float) -> Pace:
    """The pace in full: after two imaginary weeks, halved every ten weeks and every four.

    A week has the weight of its share, 2 at most; one with less than a quarter is left out.
    """
    held = [(plan, 1.0), (plan, 1.0)]
    held += [(added / share, min(share, 2.0)) for added, share in weeks if share >= 0.25]
    slow = [heft * 0.5 ** (ago / 10) for ago, (_, heft) in enumerate(reversed(held))][::-1]
    quick = [heft * 0.5 ** (ago / 4) for ago, (_, heft) in enumerate(reversed(held))][::-1]
    values = [value for value, _ in held]

    def mean(weights: list[float]) -> float:
        return sum(w * v for w, v in zip(weights, values, strict=True)) / sum(weights)

    steady, late = mean(slow), mean(quick)
    size = sum(slow) ** 2 / sum(w * w for w in slow)
    scatter = sum(w * (v - steady) ** 2 for w, v in zip(slow, values, strict=True))
    variance = max((plan / 2) ** 2, scatter / sum(slow) * size / (size - 1))
    apart = [q / sum(quick) - s / sum(slow) for q, s in zip(quick, slow, strict=True)]
    chance = variance * sum(part * part for part in apart)
    away = late - steady
    shift = away - 2 * chance / away if away * away > 2 * chance else 0.0
    return Pace(steady + shift, variance, size, shift)


@pytest.mark.parametrize(
    "weeks",
    [
        [(3.0, 1.0)] * 12 + [(0.0, 1.0)] * 5,
        [(float(index % 4), 1.0) for index in range(30)],
        [(1.0, 0.5), (4.0, 2.0), (9.0, 3.0), (2.0, 0.25), (100.0, 0.24), (1.0, 1.0)],
        [(9.0, 0.2)],
        [],
    ],
)
def test_the_running_sums_are_the_sums_written_out(weeks: list[tuple[float, float]]) -> None:
    found, wanted = list(sums(weeks, 2.0))[-1].pace, pace_written_out(weeks, 2.0)
    for name in ("rate", "variance", "weeks", "shift"):
        assert getattr(found, name) == pytest.approx(getattr(wanted, name)), name


def test_a_week_with_a_quarter_of_the_plan_counts_and_one_with_less_does_not() -> None:
    before, quarter = (one.pace for one in sums([(5.0, 0.25)], 1.0))
    assert quarter != before
    before, less = (one.pace for one in sums([(5.0, 0.249)], 1.0))
    assert less == before


def test_a_change_of_pace_counts_from_twice_what_chance_gives() -> None:
    """One lively week after twelve even ones is chance up to some number, and a change beyond."""
    even = [(2.0, 1.0)] * 12

    def shift(last: float) -> float:
        return list(sums([*even, (last, 1.0)], 2.0))[-1].pace.shift

    first = next(tenth / 10 for tenth in range(20, 400) if shift(tenth / 10) != 0)
    wanted = [pace_written_out([*even, (last, 1.0)], 2.0).shift for last in (first - 0.1, first)]
    assert wanted[0] == 0
    assert shift(first) == pytest.approx(wanted[1])


def test_what_a_pace_is_unsure_of() -> None:
    """A fifth of the rate, and twice the shift, beside the scatter of the weeks and their mean."""
    drift = Pace(3.0, 2.0, 8.0, 0.5).drift
    assert (drift.rate, drift.fixed, drift.each) == (3, 0, 2)
    assert drift.square == pytest.approx(2 / 8 + 0.6**2 + 4 * 0.5**2)
    assert drift.spread(10) == pytest.approx(sqrt(10 * 2 + 100 * drift.square))


def test_when_it_is_met_is_met_either_way() -> None:
    drift = Drift(1.0, 4.0, 1.0, 0.01)
    for quantile in (-1.2816, -0.5, 0.0, 0.5, 1.2816):
        weeks = drift.when(20, quantile)
        assert weeks is not None
        assert drift.rate * weeks - 20 == pytest.approx(quantile * drift.spread(weeks))
    assert drift.when(0) == drift.when(-1) == 0
    assert drift.when(0, 1.0) == pytest.approx(
        next(t / 1e4 for t in range(1, 10**6) if t / 1e4 >= drift.spread(t / 1e4)), abs=1e-3
    )
    assert Drift(1.0, 0.0, 0.0, 2.0).when(10, 1.2816) is None
    assert Drift(-1.0, 0.0, 0.0, 0.0).when(10) is None


def test_without_any_doubt_a_probability_is_nought_or_one() -> None:
    sure = Drift(2.0, 0.0, 0.0, 0.0)
    assert [sure.probability(left, 5) for left in (9.9, 10, 10.1)] == [1, 1, 0]


# Trends of levels.


def written_out(values: list[float]) -> tuple[float, float, float, float]:
    """Slope, start, noise and wander of weekly levels, from the formulas."""
    size = len(values)
    slopes = [(values[j] - values[i]) / (j - i) for i in range(size) for j in range(i + 1, size)]
    slope = median(slopes)
    start = median([value - slope * week for week, value in enumerate(values)])
    off = [value - start - slope * week for week, value in enumerate(values)]
    noise = 1.4826 * median([abs(one) for one in off])
    step = 1.4826 * median([abs(b - a) for a, b in pairwise(off)])
    return slope, start, noise, 0.25 * step**2


BUMPY = [82.0, 81.2, 81.9, 80.1, 80.9, 79.8, 80.4, 78.9, 79.1, 78.0]


def test_a_trend_is_what_its_formulas_say() -> None:
    found = theil_sen([(700000.0 + 7 * week, value) for week, value in enumerate(BUMPY)])
    slope, start, noise, wander = written_out(BUMPY)
    assert (found.slope, found.start) == pytest.approx((slope, start))
    assert (found.noise, found.wander) == pytest.approx((noise, wander))
    assert found.at(700014) == pytest.approx(start + 2 * slope)


@pytest.mark.parametrize("size", [5, 8, 10, 11, 20, 23, 40])
def test_the_bounds_of_a_slope_are_those_of_kendall(size: int) -> None:
    """Between them lie as many slopes as the score strays by, at 80 % confidence."""
    values = [BUMPY[index % 10] - index / 3 for index in range(size)]
    found = theil_sen([(7.0 * week, value) for week, value in enumerate(values)])
    slopes = sorted(
        (values[j] - values[i]) / (j - i) for i in range(size) for j in range(i + 1, size)
    )
    strays = 1.2816 * sqrt(size * (size - 1) * (2 * size + 5) / 18)
    outside = int((len(slopes) - strays) / 2)
    assert (found.low, found.high) == (slopes[outside - 1], slopes[-outside])


def test_what_a_trend_is_unsure_of() -> None:
    found = theil_sen([(7.0 * week, value) for week, value in enumerate(BUMPY)])
    drift = found.drift
    of_slope = (found.high - found.low) / (2 * 1.2816)
    assert (drift.rate, drift.fixed) == pytest.approx((found.slope, found.noise**2))
    assert drift.each == found.wander
    assert drift.square == pytest.approx(of_slope**2 + (0.25 * found.slope) ** 2)


def points(*ago: int) -> tuple[Point, ...]:
    """Points with readings so many days before 1 December 2026."""
    today = day("2026-12-01")
    found = readings("\n".join(f"{today - timedelta(days=days)} ={days}" for days in ago))
    return tuple(Point(one.day, one.value, 0.0, one) for one in found)


TODAY = day("2026-12-01").toordinal()


@pytest.mark.parametrize(
    ("ago", "known"),
    [
        ((40, 30, 20, 10, 0), True),
        ((30, 20, 10, 0), False),
        ((181, 30, 20, 10, 0), True),
        ((182, 30, 20, 10, 0), False),
    ],
)
def test_a_trend_needs_five_readings_in_half_a_year(ago: tuple[int, ...], known: bool) -> None:
    assert (trend_on(points(*ago), TODAY) is not None) is known


def test_a_trend_looks_at_no_later_day() -> None:
    row = points(40, 30, 20, 10, 0)
    assert trend_on(row, TODAY - 1) is None
    assert trend_on(row, TODAY) is not None


@pytest.mark.parametrize(("many", "by_week"), [(52, False), (53, True)])
def test_from_the_fifty_third_reading_on_weeks_are_taken(many: int, by_week: bool) -> None:
    """Every second day a wild one: the median of a week hides it, the readings show it."""
    row = points(*range(many - 1, -1, -1))
    found = trend_on(row, TODAY)
    assert found is not None
    assert (found.first == row[0].day.toordinal()) is not by_week
    if by_week:  # the first week has a Saturday and a Sunday
        assert found.first == row[0].day.toordinal() + 0.5


def test_the_forecast_of_a_level_in_its_own_numbers() -> None:
    """A straight fall of a kilo a week has no scatter: only the course of things is unsure."""
    one = goal(level(90, 70), "2026-09-01 to 2026-12-15")
    lines = "\n".join(f"{day('2026-11-29') - timedelta(weeks=ago)} ={72 + ago}" for ago in range(6))
    found = stands(one, readings(lines, mode=Mode.LEVEL), "2026-12-01")
    told = found.forecast
    assert told is not None
    weeks = 2
    assert told.value == pytest.approx(72 - 2 / 7 - weeks)
    assert told.value_high - told.value == pytest.approx(1.2816 * 0.25 * weeks)
    assert told.value - told.value_low == pytest.approx(1.2816 * 0.25 * weeks)
    assert told.finish == day("2026-12-13")
    assert [fan.day for fan in told.fan] == [
        day("2026-12-01"),
        day("2026-12-08"),
        one.time_bound.due,
    ]


def falling(to: float, due: str = "2026-12-10") -> Standing:
    """A kilo a week, 72 on Sunday 29 November: how it stands on Tuesday 1 December."""
    lines = "\n".join(f"{day('2026-11-29') - timedelta(weeks=ago)} ={72 + ago}" for ago in range(6))
    one = goal(level(90, to), f"2026-09-01 to {due}")
    return stands(one, readings(lines, mode=Mode.LEVEL), "2026-12-01")


@pytest.mark.parametrize(("to", "finish"), [(56.15, day("2027-03-20")), (56.0, None)])
def test_a_finish_beyond_twice_the_window_is_none(to: float, finish: date | None) -> None:
    """The window has a hundred days; two hundred after its start is 20 March."""
    told = falling(to).forecast
    assert told is not None
    assert told.finish == finish


@pytest.mark.parametrize(
    ("due", "days"),
    [
        ("2026-12-02", [0, 1]),
        ("2026-12-08", [0, 7]),
        ("2026-12-09", [0, 7, 8]),
        ("2027-03-02", [*range(0, 91, 7), 91]),
        ("2027-03-03", [*range(0, 92, 8), 92]),
        ("2026-12-01", []),
    ],
)
def test_a_fan_has_a_day_a_week_and_thirteen_at_most(due: str, days: list[int]) -> None:
    told = falling(60, due).forecast
    assert told is not None
    assert [(fan.day - day("2026-12-01")).days for fan in told.fan] == days


# Lines and rates.


def test_where_a_value_is_held_before_and_after_the_end_of_the_line() -> None:
    line = line_through([(0, 0.0), (10, 100.0)])
    assert [line.held(100.0, near) for near in (5, 10, 15)] == [10, 10, 15]
    assert [line.held(value, 5) for value in (-1.0, 0.0, 50.0, 101.0)] == [0, 0, 5, 10]
    assert [line.at(day) for day in (-1, 0, 5, 10, 11)] == [0, 0, 50, 100, 100]


@pytest.mark.parametrize(
    ("added", "rate"), [((9, 0, 0), 3), ((9, *[2] * 10), 2), ((9, 9, *[2] * 10), 2)]
)
def test_without_an_end_the_rate_is_that_of_the_last_ten_weeks(
    added: tuple[int, ...], rate: float
) -> None:
    open_ = goal(count(1000), "2026-01-05 to ")
    found = stands(open_, weeks("2026-01-05", *added), "2026-05-01")
    assert found.rate == pytest.approx(rate)


@pytest.mark.parametrize(
    ("on", "done", "needed"),
    [
        ("2026-01-12", 0, 100 / 9),
        ("2026-02-09", 20, 80 / 5),
        ("2026-03-01", 50, 50 / 5),
        ("2026-03-23", 50, 50 / 3),
    ],
)
def test_weeks_in_which_nothing_is_planned_need_nothing(
    on: str, done: float, needed: float
) -> None:
    """Five weeks, four that are level, five more."""
    bent = goal(
        count(100), "2026-01-05 to 2026-04-13",
        pace=(Knot(day("2026-02-09"), 50), Knot(day("2026-03-09"), None, 0)),
    )  # fmt: skip
    assert stands(bent, readings(f"{on} ={done}"), on).needed_rate == pytest.approx(needed)


# Weeks of counts.


@pytest.mark.parametrize(
    ("start", "days"),
    [
        ("2026-01-05", 7),
        ("2026-01-06", 6),
        ("2026-01-07", 5),
        ("2026-01-08", 4),
        ("2026-01-09", 10),
        ("2026-01-10", 9),
        ("2026-01-11", 8),
    ],
)
def test_the_first_week_has_four_to_ten_days(start: str, days: int) -> None:
    found = weekly((Point(day("2026-03-01"), 9.0),), day(start), 0.0)
    assert found.ends[1] - found.ends[0] == days
    assert {b - a for a, b in pairwise(found.ends[1:])} == {7}


def test_weeks_look_back_twenty_years() -> None:
    last = day("2046-03-04")
    long = weekly((Point(last, 9.0),), last - timedelta(weeks=1050), 0.0)
    assert len(long.ends) == 1042
    assert sunday_after(last.toordinal()) == last.toordinal()


def test_what_lies_before_the_start_is_where_it_starts() -> None:
    row = (
        Point(day("2026-01-01"), 2.0),
        Point(day("2026-01-04"), 5.0),
        Point(day("2026-01-11"), 9.0),
    )
    found = weekly(row, day("2026-01-05"), 0.0)
    assert found.totals == (5, 9)


# Words.


@pytest.mark.parametrize(
    ("probability", "word"),
    [
        (0.95, Status.AHEAD),
        (0.949, Status.ON_TRACK),
        (0.6, Status.ON_TRACK),
        (0.599, Status.AT_RISK),
        (0.25, Status.AT_RISK),
        (0.249, Status.OFF_TRACK),
    ],
)
def test_a_probability_has_a_word(probability: float, word: Status) -> None:
    assert plain(probability) is word
    assert by_chance([probability]) is word


@pytest.mark.parametrize(
    ("before", "probability", "word"),
    [
        (Status.AHEAD, 0.881, Status.AHEAD),
        (Status.AHEAD, 0.879, Status.ON_TRACK),
        (Status.AHEAD, 0.531, Status.ON_TRACK),
        (Status.AHEAD, 0.529, Status.AT_RISK),
        (Status.ON_TRACK, 0.531, Status.ON_TRACK),
        (Status.ON_TRACK, 0.529, Status.AT_RISK),
        (Status.ON_TRACK, 0.95, Status.AHEAD),
        (Status.AT_RISK, 0.669, Status.AT_RISK),
        (Status.AT_RISK, 0.671, Status.ON_TRACK),
        (Status.AT_RISK, 0.181, Status.AT_RISK),
        (Status.AT_RISK, 0.179, Status.OFF_TRACK),
        (Status.OFF_TRACK, 0.319, Status.OFF_TRACK),
        (Status.OFF_TRACK, 0.321, Status.AT_RISK),
        (Status.OFF_TRACK, 0.0, Status.OFF_TRACK),
    ],
)
def test_a_word_is_left_seven_hundredths_past_its_border(
    before: Status, probability: float, word: Status
) -> None:
    assert after(before, probability) is word


def test_a_word_hangs_on_half_a_year_at_most() -> None:
    """In doubt all the way: at the twenty-seventh week back it is taken as it stands."""
    assert by_chance([*[0.62] * 26, 0.58]) is Status.AT_RISK
    assert by_chance([*[0.62] * 27, 0.58]) is Status.ON_TRACK


def test_grey_days_and_quiet_days() -> None:
    start = day("2026-01-01")
    assert [grey_days(start, start + timedelta(days=days)) for days in (149, 150, 200)] == [
        14, 15, 20,
    ]  # fmt: skip
    assert grey_days(start, None) == 14
    for period, still in ((1, 21), (7, 21), (8, 24), (30, 90)):
        heard = [quiet((), start, start + timedelta(days=still + more), period) for more in (0, 1)]
        assert heard == [False, True]


# Days.


def test_breaks_that_touch_are_one() -> None:
    first = Break(day("2026-01-05"), day("2026-01-11"))
    touching = Break(day("2026-01-12"), day("2026-01-18"))
    apart = Break(day("2026-01-20"), day("2026-01-20"))
    wrong = Break(day("2026-03-02"), day("2026-03-01"))
    monday = first.start.toordinal()
    rest = rest_of((apart, wrong, touching, first))
    assert rest == ((monday, monday + 13), (monday + 15, monday + 15))
    assert days_off(rest, monday + 13, monday + 15) == 2
    assert days_off(rest, monday + 14, monday + 14) == 0
    assert working(rest, monday - 1, monday + 14) == 1
    assert working(rest, monday + 14, monday + 14) == 0
    assert working(rest, monday + 14, monday + 15) == 0


def test_the_last_days_of_the_calendar_have_periods() -> None:
    assert period_around(date.max, Period.WEEK) == (date(9999, 12, 27), date.max)
    assert period_around(date(2026, 12, 31), Period.MONTH)[1] == date(2026, 12, 31)
    assert period_around(date(2026, 2, 1), Period.MONTH)[1] == date(2026, 2, 28)
    assert period_around(date(2026, 10, 1), Period.QUARTER) == (
        date(2026, 10, 1),
        date(2026, 12, 31),
    )


# Strength.


@pytest.mark.parametrize(
    ("times", "per", "days"),
    [(1, Period.DAY, 13), (3, Period.WEEK, 19.86), (1, Period.MONTH, 71.2)],
)
def test_a_strength_halves_in_thirteen_days_at_a_daily_habit(
    times: float, per: Period, days: float
) -> None:
    assert keeps(times, per) ** days == pytest.approx(0.5, abs=1e-3)


def test_a_limit_falls_by_what_goes_beyond_it_to_nought_at_twice() -> None:
    """One cigarette a day is allowed: at 1 full, at 1.5 half, from 2 on nothing is left to gain."""
    keep = keeps(1, Period.DAY)
    for done, value in ((1.0, 1.0), (1.5, 0.5), (2.0, 0.0), (3.0, 0.0)):
        assert strength([done], 1, Period.DAY, limit=True) == pytest.approx(
            keep + value * (1 - keep)
        )


def test_a_rare_habit_looks_at_two_periods_at_once() -> None:
    """Three runs on any days of two weeks are as good as spread out, while the two weeks last."""
    keep = keeps(3, Period.WEEK)
    week = [3.0, *[0.0] * 6]
    halves = 0.0
    for _ in range(7):
        halves = halves * keep + 0.5 * (1 - keep)
    assert strength(week, 3, Period.WEEK) == pytest.approx(halves)
    assert strength([6.0, *[0.0] * 13], 3, Period.WEEK) == pytest.approx(1 - keep**14)
    assert strength([6.0, *[0.0] * 14], 3, Period.WEEK) == pytest.approx((1 - keep**14) * keep)


# Checkpoints, and what is needed and foreseen.


def test_a_checkpoint_is_held_against_its_whole_day() -> None:
    """Written before the day's other reading or after it, three is what there was."""
    lines = "2026-01-03 1", "2026-01-04 =3 checkpoint", "2026-01-04 2"
    for order in (lines, (lines[0], lines[2], lines[1])):
        found = series(readings("\n".join(order)), 0.0, day("2026-01-31"))
        assert (found.missed, found.points[-1].value) == ((), 3)


def test_before_the_first_reading_all_of_it_is_needed() -> None:
    one = goal(count(100), "2026-01-05 to 2026-04-13")
    assert stands(one, (), "2026-01-12").needed_rate == pytest.approx(100 * 7 / 91)
    assert stands(one, readings("2026-01-12 100"), "2026-01-12").needed_rate is None
    assert stands(one, readings("2026-01-12 1"), "2026-04-13").needed_rate is None


def test_a_finish_lies_between_its_bounds() -> None:
    one = goal(count(24), "2026-01-05 to 2026-12-31")
    told = stands(one, weeks("2026-01-05", *[1, 0, 1, 0] * 5), "2026-05-24").forecast
    assert told is not None
    assert told.finish_low is not None
    assert told.finish is not None
    assert told.finish_high is not None
    assert told.finish_low < told.finish < told.finish_high
    assert told.value_low < told.value < told.value_high


def test_a_limit_of_none_is_as_firm_as_one_of_once() -> None:
    assert keeps(0, Period.WEEK) == keeps(1, Period.WEEK)
    assert memory(0, Period.WEEK) == memory(1, Period.WEEK)
    assert keeps(0.5, Period.WEEK) > keeps(1, Period.WEEK)
    assert memory(0.5, Period.WEEK) > memory(1, Period.WEEK)


@pytest.mark.parametrize(("times", "per"), [(1, Period.DAY), (3, Period.WEEK), (1, Period.YEAR)])
def test_what_is_forgotten_weighs_nothing(times: float, per: Period) -> None:
    days = memory(times, per)
    assert 1e-13 < keeps(times, per) ** days < 1e-12


def test_even_who_goes_back_may_be_lucky() -> None:
    """One chance in ten: the first week in which the scatter carries that far."""
    drift = Drift(-0.1, 0.0, 4.0, 0.04)
    weeks_ = drift.when(3, -1.2816)
    assert weeks_ is not None
    assert drift.probability(3, weeks_) == pytest.approx(0.1, abs=1e-4)
    assert drift.probability(3, weeks_ - 0.01) < 0.1 < drift.probability(3, weeks_ + 0.01)


def test_only_numbers_that_are_added_add() -> None:
    found = series(readings("2026-01-03 2\n2026-01-04 =9\n2026-01-05 1\n2026-01-05 2"), 0.0,
                   day("2026-01-31")).points  # fmt: skip
    assert [(point.value, point.added) for point in found] == [(2, 2), (9, 0), (12, 3)]
    one = goal(count(24), "2026-01-05 to 2026-12-31")
    assert stands(one, readings("2026-01-20 3"), "2026-01-31").series[0].added == 0


def test_a_rate_that_its_doubt_balances_is_met_where_the_equation_is_linear() -> None:
    drift = Drift(1.0, 4.0, 0.0, 1.0)  # for -1: t - 10 = -sqrt(4 + t * t)
    assert drift.when(10, -1.0) == pytest.approx(4.8)
    assert drift.when(10, 1.0) is None


@pytest.mark.parametrize(
    ("end", "counted"),
    [("2026-02-01", "2026-01-29"), ("2026-02-08", "2026-02-05"), ("2026-01-31", "2026-01-29")],
)
def test_a_week_counts_by_its_thursday_and_a_fortnight_by_its_second(
    end: str, counted: str
) -> None:
    period = HabitPeriod(day("2026-01-26"), day(end), 1, 1, Mark.DONE)
    assert period.counted == day(counted)


def test_the_best_week_is_by_mood_then_energy_and_the_later_of_equals() -> None:
    def entry(on: str, mood: int | None, energy: int | None = None) -> Entry:
        return Entry(path=on, day=day(on), mood=mood, energy=energy)

    tired, awake = entry("2026-03-01", 4, 1), entry("2026-03-08", 4, 5)
    unsaid, unrated = entry("2026-03-15", 4), entry("2026-03-22", None, 5)
    assert best_and_worst([tired, awake, unrated]) == (awake, tired)
    assert best_and_worst([tired, unsaid]) == (tired, unsaid)
    assert best_and_worst([awake, entry("2026-04-05", 4, 5)]) == (None, None)
    assert best_and_worst([unrated]) == (None, None)
    again = entry("2026-04-12", 4, 5)
    assert best_and_worst([tired, awake, again])[0] == again


def test_a_month_that_only_a_number_of_the_border_week_reaches_has_a_page() -> None:
    """The week of 27 April is April's by its Thursday; the goal begins on Friday, 1 May."""
    journal = read(
        """
        == content/goals/walk.md ==
        ---
        title: Walk
        measurable: 5 walks
        time_bound: 2026-05-01 to 2026-12-31
        ---
        == content/journal/2026-W18.md ==
        ---
        progress: {walk: 1}
        ---
        """
    ).journal
    months = [span.name for span in spans_of(journal) if span.kind == "month"]
    assert months == ["2026-04", "2026-05"]


@pytest.mark.parametrize(
    ("start", "counted"),
    [
        ("2026-06-04", "2026-06-04"),
        ("2026-06-05", "2026-06-05"),
        ("2026-06-07", "2026-06-07"),
        ("2026-06-08", "2026-06-04"),
    ],
)
def test_the_week_in_which_a_goal_begins_counts_from_its_first_day(
    start: str, counted: str
) -> None:
    """The Thursday of the week of 1 June 2026 is the 4th, and Sunday the 7th belongs to it."""
    june, monday = Week(2026, 23), day("2026-06-01")
    told = Reading("goal", day("2026-06-07"), 1.0, Mode.ADDED, monday, week=june)
    assert counted_within(told, day(start), None) == day(counted)


@pytest.mark.parametrize(("back", "stays"), [(0.5, False), (0.0, True)])
def test_a_count_that_went_back_twice_may_go_back_again(back: float, stays: bool) -> None:
    one = goal(count(30), "2026-01-05 to 2026-12-31")
    read = weeks("2026-01-05", 3, -back, 3, -back, 3)
    on = trajectory(versions(one), read, day("2026-01-05"), day("2026-02-15"))
    assert on.stays is stays
