"""Figures that a few lines work out, on each side of a border: given these, these come out."""

from __future__ import annotations

from datetime import date

import pytest
from written import stands

from milepost.journal.model import Reading
from milepost.journal.values import Milestone, Week
from milepost.journal.words import Mode, Period, WeekStart
from milepost.progress.calendar import counted_within
from milepost.progress.days import day_of, days_off, period_around, working
from milepost.progress.doubts import level_doubts
from milepost.progress.forecast import WIDE, Drift, Pace, sums
from milepost.progress.habits import strength
from milepost.progress.line import line_through
from milepost.progress.milestones import road
from milepost.progress.plan_clock import PlanClock
from milepost.progress.target import way_of
from milepost.progress.values import HabitPeriod, Mark, Point


def pace_after(*weeks: tuple[float, float]) -> Pace:
    return list(sums(weeks, 1.0))[-1].pace


# Forecasts.


@pytest.mark.parametrize(
    "drift",
    [
        Drift(1.0, 0.0, 0.5, 0.04),
        Drift(1.0, 0.3, 0.0, 0.0),
        Drift(0.01, 0.0, 2.0, 0.01),
        Drift(0.0, 0.0, 0.0, 1.0),
        Drift(-0.5, 0.0, 4.0, 0.5),
        Drift(-0.01, 1e-9, 0.02, 0.01),
    ],
)
def test_the_day_of_a_quantile_is_the_one_on_which_it_is_passed(drift: Drift) -> None:
    early = drift.when(2.0, -WIDE)
    assert early is not None
    assert early > 0
    assert drift.probability(2.0, early) == pytest.approx(0.1, abs=1e-4)


def test_a_day_is_found_where_the_doubt_grows_as_fast_as_the_way() -> None:
    # The squares cancel out, and what is left is no quadratic equation.
    drift = Drift(WIDE, 0.0, 1.0, 1.0)
    early = drift.when(2.0, -WIDE)
    assert early is not None
    assert drift.probability(2.0, early) == pytest.approx(0.1, abs=1e-4)


def test_a_near_day_loses_no_digits_to_one_far_off() -> None:
    early = Drift(1.0, 0.0, 1e8, 0.0).when(1.0, -1.0)
    assert early == pytest.approx(1e-8, rel=1e-6)


def test_a_part_of_the_way_is_left_and_nothing_is() -> None:
    steady = Drift(1.0, 0.0, 0.0, 0.0)
    assert [steady.when(left) for left in (0.5, 0.0, -0.5)] == [0.5, 0.0, 0.0]
    assert Drift(0.5, 0.0, 0.0, 0.0).when(1.0) == 2.0
    assert Drift(-0.5, 0.0, 0.0, 0.0).when(1.0) is None
    assert [steady.probability(left, 1.0) for left in (0.5, 1.0, 1.5)] == [1.0, 1.0, 0.0]


def test_a_week_with_less_than_a_quarter_of_the_plan_says_nothing() -> None:
    before = pace_after((2.0, 1.0))
    assert pace_after((2.0, 1.0), (0.0, 0.24)) == before
    assert pace_after((2.0, 1.0), (0.0, 0.25)) != before


def test_a_steep_week_weighs_at_most_as_much_as_two() -> None:
    assert pace_after((3.0, 1.5)) != pace_after((4.0, 2.0))
    assert pace_after((4.0, 2.0)) == pace_after((5.0, 2.5)) == pace_after((8.0, 4.0))


# Days.


def test_days_at_the_ends_of_the_calendar() -> None:
    last = date.max.toordinal()
    assert [day_of(one) for one in (0, 1, 1.4, last, last + 1, 1e300, float("inf"))] == [
        None, date.min, date.min, date.max, None, None, None,
    ]  # fmt: skip


def test_days_that_count() -> None:
    rest = ((3, 4), (8, 8))
    assert [working(rest, 2, until) for until in (1, 2, 3, 5, 8, 9)] == [0, 0, 0, 1, 3, 4]
    assert [days_off(rest, first, 8) for first in (1, 4, 5, 8, 9)] == [3, 2, 1, 1, 0]


def test_periods_where_weeks_begin_on_sunday() -> None:
    saturday, sunday = date(2026, 6, 13), date(2026, 6, 14)
    both = [period_around(day, Period.WEEK, WeekStart.SUNDAY) for day in (saturday, sunday)]
    assert both == [(date(2026, 6, 7), saturday), (sunday, date(2026, 6, 20))]


@pytest.mark.parametrize(
    ("start", "end", "counted"),
    [
        ("2026-03-02", "2026-03-08", "2026-03-05"),
        ("2026-03-01", "2026-03-07", "2026-03-05"),
        ("2026-02-28", "2026-03-06", "2026-03-05"),
        ("2026-03-06", "2026-03-08", "2026-03-08"),
        ("2026-03-04", "2026-03-04", "2026-03-04"),
        ("2026-03-02", "2026-03-15", "2026-03-12"),
        ("2026-03-01", "2026-03-14", "2026-03-12"),
        ("2026-01-01", "2026-01-31", "2026-01-31"),
    ],
)
def test_the_day_by_which_a_period_belongs_to_a_longer_one(
    start: str, end: str, counted: str
) -> None:
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    period = HabitPeriod(first, last, None, None, Mark.UNKNOWN)
    assert period.counted == date.fromisoformat(counted)


@pytest.mark.parametrize(
    ("start", "end", "day"),
    [
        ("2026-03-02", None, "2026-03-05"),
        ("2026-03-05", None, "2026-03-05"),
        ("2026-03-06", None, "2026-03-06"),
        ("2026-03-08", None, "2026-03-08"),
        ("2026-03-09", None, "2026-03-05"),
        (None, "2026-03-01", "2026-03-05"),
        (None, "2026-03-02", "2026-03-02"),
        (None, "2026-03-04", "2026-03-04"),
        (None, "2026-03-05", "2026-03-05"),
        (None, "2026-03-06", "2026-03-05"),
    ],
)
def test_the_number_of_a_week_in_which_a_goal_begins_or_ends(
    start: str | None, end: str | None, day: str
) -> None:
    week = Week(2026, 10)
    one = Reading("goal", week.sunday, 1.0, Mode.ADDED, week.monday, week=week)
    begin, close = (date.fromisoformat(text) if text else None for text in (start, end))
    assert counted_within(one, begin, close) == date.fromisoformat(day)


# Habits.


@pytest.mark.parametrize(("done", "left"), [(0.0, 1.0), (0.5, 0.0), (1.0, 0.0)])
def test_of_what_is_to_be_none_a_part_is_too_much(done: float, left: float) -> None:
    day = strength([done], 0, Period.DAY, limit=True)
    assert day == pytest.approx(1.0 if left else strength([1.0], 0, Period.DAY, limit=True))


def test_a_part_of_a_week_of_days_is_off_where_all_its_days_are() -> None:
    def mark(rest: str) -> Mark:
        found = stands(
            f"""
            == content/goals/example.md ==
            ---
            title: A goal
            measurable: daily
            time_bound: 2026-03-07 to 2026-12-27
            breaks: [{rest}]
            ---
            == content/journal/2026-W10.md ==
            ---
            progress: {{example: 0}}
            ---
            """,
            "2026-03-20",
        ).rhythm
        assert found is not None
        return found.periods[0].mark

    assert mark("2026-03-07 to 2026-03-08") is Mark.PAUSE
    assert mark("2026-03-08 to 2026-03-08") is Mark.MISS


# Levels and milestones.


def points(*values: float) -> list[Point]:
    found = []
    for index, value in enumerate(values):
        day = date(2026, 1, 5 + index)
        found.append(Point(day, value, reading=Reading("goal", day, value, Mode.LEVEL, day)))
    return found


def test_a_nought_on_the_way_to_nought_is_no_slip() -> None:
    assert not level_doubts(points(40, 30, 0), 40, 0)
    assert [one.point.value for one in level_doubts(points(40, 38, 0, 37), 40, 30)] == [0]
    assert [one.point.value for one in level_doubts(points(40, 38, 3, 37), 40, 0)] == [3]


def test_a_jump_is_a_slip_where_more_than_half_of_it_is_taken_back() -> None:
    assert not level_doubts(points(40, 40, 4, 22), 40, 38)
    assert [one.point.value for one in level_doubts(points(40, 40, 4, 23), 40, 38)] == [4]


@pytest.mark.parametrize(("knot", "kind"), [("=40", "pace"), ("0 a week", "break")])
def test_a_level_piece_of_a_plan_is_a_break_where_it_is_called_one(knot: str, kind: str) -> None:
    one = stands(
        f"""
        == content/goals/example.md ==
        ---
        title: A goal
        measurable: 100 pages
        time_bound: 2026-01-05 to 2026-12-27
        pace: [2026-03-29 =40, 2026-06-28 {knot} exams]
        ---
        """,
        "2026-04-20",
    )
    assert [(piece.kind, piece.because) for piece in one.line] == [
        ("pace", ""), (kind, "exams"), ("pace", ""),
    ]  # fmt: skip


def test_the_span_of_a_late_milestone() -> None:
    def spans(first: date | None, start: date | None) -> list[int | None]:
        steps = (Milestone("one", first), Milestone("two", date(2026, 3, 1)))
        return [late.span for late in road(steps, start, date(2026, 4, 1)).late]

    assert spans(date(2026, 2, 1), date(2026, 1, 1)) == [31, 28]
    assert spans(date(2026, 3, 1), date(2026, 3, 1)) == [None, None]
    assert spans(None, None) == [None]
    day = date(2026, 4, 1)
    assert not road((Milestone("today", day),), None, day).late


@pytest.mark.parametrize(("ends", "sign"), [("from 2 to 9", 1), ("from 9 to 2", -1)])
def test_a_way_goes_up_or_down(ends: str, sign: int) -> None:
    one = stands(
        f"---\ntitle: A goal\nmeasurable: {ends} kg\ntime_bound: 2026-01-05 to 2026-12-27\n---\n",
        "2026-03-01",
    )
    way = way_of(one.goal, date(2026, 1, 5), None)
    assert way is not None
    assert (way.sign, one.falls) == (sign, sign < 0)


def test_a_clock_of_a_plan_that_bends() -> None:
    clock = PlanClock(line_through([(70, 0.0), (84, 1.0), (98, 4.0)]), 4.0)
    days = (63, 70, 77, 84, 91, 98, 105)
    assert [clock.at(day) for day in days] == clock.at_all(days) == [-1, 0, 0.5, 1, 2.5, 4, 5]
    assert [clock.left(day) for day in days] == [5, 4, 3.5, 3, 1.5, 0, 0]
    assert clock.day(3.0, 84) == day_of(98)
    assert clock.day(4.0, 84) == day_of(105)
