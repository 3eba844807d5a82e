"""The target line: knots, breaks, changes."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made import count, day, goal, level, readings, stands, weeks

from milepost.journal.model import Goal
from milepost.journal.values import Break, Change, Declared, Knot, Milestone, Window
from milepost.journal.words import State
from milepost.progress.line import bend, knots, line_through

YEAR = "2026-01-01 to 2026-12-31"


def books(**more: Any) -> Goal:
    return goal(count(24, "books"), YEAR, **more)


def expected(one: Goal, on: str) -> float:
    found = stands(one, (), on).expected
    assert found is not None
    return found


def test_halfway_through_the_year() -> None:
    assert round(expected(books(), "2026-07-01"), 3) == 11.934


@pytest.mark.parametrize(("held", "safe", "ahead"), [(12, 2, 1), (11, 0, -14), (13, None, 16)])
def test_days_ahead_and_safe_days(held: int, safe: int | None, ahead: int) -> None:
    found = stands(books(), readings(f"2026-07-01 ={held}"), "2026-07-01")
    assert found.ahead_days == ahead
    assert safe is None or found.safe_days == safe


def test_needed_this_week_is_what_brings_one_back_to_the_line() -> None:
    found = stands(books(), readings("2026-07-01 =11"), "2026-07-01")
    assert round(found.needed_this_week or 0, 3) == 1.396
    assert stands(books(), readings("2026-07-01 =20"), "2026-07-01").needed_this_week == 0


def test_a_knot_and_a_rate_of_nothing() -> None:
    pace = (Knot(day("2026-06-30"), value=6), Knot(day("2026-07-31"), rate=0))
    assert round(expected(books(pace=pace), "2026-10-15"), 3) == 14.941
    assert expected(books(pace=pace), "2026-07-20") == 6


def test_a_break_says_the_same() -> None:
    one = books(
        pace=(Knot(day("2026-06-30"), value=6),),
        breaks=(Break(day("2026-07-01"), day("2026-07-31"), "camping"),),
    )
    assert round(expected(one, "2026-10-15"), 3) == 14.941
    stretches = stands(one, (), "2026-08-01").line
    assert [(s.kind, s.because) for s in stretches] == [
        ("pace", ""), ("break", "camping"), ("pace", ""),
    ]  # fmt: skip


def test_a_dated_milestone_with_a_value_is_a_knot() -> None:
    one = books(milestones=(Milestone("half", day("2026-09-30"), value=12),))
    assert expected(one, "2026-09-30") == 12


def test_a_knot_by_value_and_rate_finds_its_own_day() -> None:
    one = books(pace=(Knot(value=10, rate=1.0),))
    assert expected(one, "2026-03-12") == 10  # ten weeks after the start


def test_a_level_that_falls_has_a_line_that_falls() -> None:
    kg = goal(level(82, 75, "kg"), "2026-01-01 to 2026-01-15")
    assert expected(kg, "2026-01-08") == pytest.approx(78.5)
    found = stands(kg, readings("2026-01-08 =80"), "2026-01-08")
    assert found.ahead_days == -3
    assert found.safe_days == 0
    assert found.needed_this_week == pytest.approx(-5)


def moved_due(because: str = "") -> Goal:
    before = (("time_bound", Window(day("2026-01-01"), day("2026-06-30"))),)
    return books(changes=(Change(day("2026-04-01"), because, before),))


def test_a_change_leaves_the_line_before_it_as_it_was() -> None:
    unchanged = goal(count(24, "books"), "2026-01-01 to 2026-06-30")
    for text in ("2026-02-01", "2026-03-31", "2026-04-01"):
        assert expected(moved_due(), text) == pytest.approx(expected(unchanged, text))
    assert expected(moved_due(), "2026-05-01") < expected(unchanged, "2026-05-01")
    assert expected(moved_due(), "2026-12-31") == 24


def test_a_change_that_eases_the_coming_week_says_so() -> None:
    found = stands(moved_due("a new job"), (), "2026-05-01")
    assert [(m.field, m.before, m.after, m.because, m.eased) for m in found.changes] == [
        ("time_bound.due", day("2026-06-30"), day("2026-12-31"), "a new job", True)
    ]
    assert [(s.kind, s.because) for s in found.line] == [("past", ""), ("pace", "a new job")]


def test_a_change_that_asks_for_more_eases_nothing() -> None:
    before = (("time_bound", Window(day("2026-01-01"), day("2027-12-31"))),)
    found = stands(books(changes=(Change(day("2026-04-01"), "", before),)), (), "2026-05-01")
    assert [move.eased for move in found.changes] == [False]


def test_after_the_old_line_ended_the_new_one_goes_on_from_where_the_goal_stood() -> None:
    before = (("time_bound", Window(day("2026-01-01"), day("2026-03-31"))),)
    one = books(changes=(Change(day("2026-04-10"), "late", before),))
    found = stands(one, readings("2026-03-01 =10"), "2026-04-10")
    assert found.expected == 10


def test_a_change_of_title_does_not_touch_the_line() -> None:
    one = books(changes=(Change(day("2026-04-01"), "clearer", (("title", "Read"),)),))
    found = stands(one, (), "2026-05-01")
    assert [piece.kind for piece in found.line] == ["pace"]
    assert [(m.field, m.before, m.after) for m in found.changes] == [("title", "Read", "Goal")]


@pytest.mark.parametrize("window", ["2026-06-01 to 2026-01-01", " to 2026-06-30", "2026-01-01"])
def test_without_two_days_in_order_there_is_no_line(window: str) -> None:
    found = stands(goal(count(24), window), (), "2026-05-01")
    assert found.line == ()
    assert found.expected is None


days = st.integers(1, 700)
values = st.floats(-1e6, 1e6)


@given(st.lists(st.tuples(days, values), max_size=6), st.lists(st.tuples(days, days), max_size=3))
def test_the_line_passes_through_its_knots(
    dated: list[tuple[int, float]], off: list[tuple[int, int]]
) -> None:
    start = date(2026, 1, 1).toordinal()
    points = knots((start, 0.0), (), [(start + d, v) for d, v in dated], (start + 701, 9.0))
    rest = tuple(sorted((start + a, start + b) for a, b in off if a <= b))[:1]
    line = line_through(bend(points, rest))
    for when, value in points:
        assert line.at(when) == pytest.approx(value)


@given(st.lists(st.floats(0, 100), min_size=2, max_size=6), st.floats(0, 100))
def test_a_value_is_held_on_the_day_on_which_the_line_has_it(
    rises: list[float], value: float
) -> None:
    line = line_through([(10 * i, sum(rises[: i + 1])) for i in range(len(rises))])
    held = line.held(value, 15)
    low, high = line.vertices[0][1], line.vertices[-1][1]
    if low <= value <= high:
        assert line.at(held) == pytest.approx(value, abs=1e-6)


@given(st.integers(0, 30), st.integers(0, 364))
def test_safe_days_are_safe_and_the_next_is_not(held: int, gone: int) -> None:
    on = day("2026-01-01") + timedelta(days=gone)
    first, last = day("2026-01-01").toordinal(), day("2026-12-31").toordinal()
    line = line_through([(first, 0.0), (last, 24.0)])
    safe = line.safe_days(held, on.toordinal(), 1)
    if safe is None:
        assert held >= 24
    else:
        assert line.at(on.toordinal() + safe) > held
        assert safe == 0 or line.at(on.toordinal() + safe - 1) <= held + 1e-6


def test_one_who_keeps_to_a_plan_that_bends_is_on_track() -> None:
    pace = (Knot(day("2026-06-30"), value=4),)
    slow_spring = goal(count(24, "books"), YEAR, pace=pace)
    kept = weeks("2026-01-05", *[1, 0, 0, 0, 0, 0] * 4, 1)
    found = stands(slow_spring, kept, "2026-06-28")
    assert found.forecast is not None
    assert found.forecast.probability > 0.4


def test_one_who_fell_behind_a_steep_stretch_can_still_use_the_flat_one() -> None:
    pace = (Knot(day("2026-07-31"), value=22),)
    steep = goal(count(24, "books"), YEAR, pace=pace)
    plain = books()
    behind = weeks("2026-01-05", *[1, 0] * 15)
    bent = stands(steep, behind, "2026-08-02").forecast
    straight = stands(plain, behind, "2026-08-02").forecast
    assert bent is not None
    assert straight is not None
    assert bent.probability > 0.5 * straight.probability


def test_a_closed_goal_is_measured_up_to_its_close() -> None:
    dropped = books(status=Declared(State.DROPPED, "", day("2026-03-01")))
    found = stands(dropped, readings("2026-02-01 2"), "2026-12-01")
    assert found.expected == pytest.approx(24 * 59 / 364)
    assert found.ahead_days == -28
