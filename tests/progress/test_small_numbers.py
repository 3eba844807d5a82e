"""Small goals whose every number can be worked out in the head."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from made import count, day, goal, habit, level, readings, stands, weeks
from written import report

from milepost.journal.values import Change, Declared, Measure, Milestone, Window
from milepost.journal.words import Kind, Mode, Period, State
from milepost.progress.habits import memory, strength
from milepost.progress.lookback import Move, moves
from milepost.progress.plan_clock import clocks_of
from milepost.progress.reasons import Cause, Illegible, NoForecast, NoWay, Pace
from milepost.progress.replay import replay
from milepost.progress.series import Weekly, bounded
from milepost.progress.target import way_of
from milepost.progress.trajectory import best_four, last_took, trajectory
from milepost.progress.values import Point, Status
from milepost.progress.versions import last_day, state_on, versions

# Yes or no.


@pytest.mark.parametrize(
    ("value", "actual", "progress"),
    [("=0", 0, 0), ("=0.5", 0.5, 0), ("=1", 1, 1), ("=3", 1, 1), ("=-2", 0, 0), ("+1", 1, 1)],
)
def test_yes_is_one_or_more(value: str, actual: float, progress: float) -> None:
    one = goal(Measure(Kind.YES_NO, unit="exam"), "2026-01-05 to 2026-06-30")
    found = stands(one, readings(f"2026-03-01 {value}"), "2026-03-01")
    assert (found.actual, found.progress) == (actual, progress)
    assert (found.from_, found.to, found.unit) == (0, 1, "exam")
    assert found.no_forecast == NoForecast(Cause.NO_RATE)
    assert [point.day for point in found.series] == [day("2026-03-01")]
    assert (found.status is Status.ACHIEVED) is (progress == 1)


def test_nothing_said_is_not_done() -> None:
    one = goal(Measure(Kind.YES_NO), "2026-01-05 to 2026-06-30")
    found = stands(one, (), "2026-03-01")
    assert (found.actual, found.progress, found.series) == (None, 0, ())


def test_a_measure_that_cannot_be_read_is_met_by_no_number() -> None:
    one = replace(goal(None, "2026-01-05 to 2026-06-30"), unread=frozenset({"measurable"}))
    found = stands(one, readings("2026-03-01 82"), "2026-03-15")
    assert (found.status, found.reason) == (Status.UNREAD, Illegible())
    assert (found.progress, found.actual) == (None, None)


def test_yes_or_no_that_is_called_done_is_whole() -> None:
    one = replace(goal(Measure(Kind.YES_NO)), status=Declared(State.DONE))
    found = stands(one, (), "2026-03-01")
    assert (found.status, found.progress) == (Status.ACHIEVED, 1.0)


# Counts and levels.


def test_a_goal_that_ends_where_it_starts_has_no_way() -> None:
    one = goal(level(80, 80), "2026-01-05 to 2026-06-30")
    found = stands(one, readings("2026-03-01 =80"), "2026-03-01")
    assert (found.status, found.reason) == (Status.NO_DATA, NoWay())
    assert (found.progress, found.needed_rate, found.expected_progress) == (None, None, None)


def test_a_goal_of_one_has_a_way() -> None:
    one = goal(count(1), "2026-01-05 to 2026-06-29")
    found = stands(one, readings("2026-04-06 0.5"), "2026-04-06")
    assert found.reason == Pace()
    assert found.progress == 0.5
    assert found.needed_rate == pytest.approx(0.5 / 12)
    done = stands(one, readings("2026-04-06 1"), "2026-04-06")
    assert done.status is Status.ACHIEVED
    assert (done.needed_rate, done.needed_this_week) == (None, 0)


@pytest.mark.parametrize(("last", "took"), [("2026-03-17", 7), ("2026-03-18", None)])
def test_the_last_one_is_told_where_it_was_as_quick_as_is_needed(
    last: str, took: int | None
) -> None:
    """Almost one a week is needed: seven days agree with that, and eight do not."""
    first = "2026-03-10"
    due = day(last) + timedelta(weeks=12, days=1)
    one = goal(count(24), f"2026-01-05 to {due}")
    given = readings(f"2026-02-02 5\n2026-02-20 4\n{first} 2\n{last} 1")
    found = stands(one, given, last)
    assert found.needed_rate == pytest.approx(84 / 85)
    assert found.status in {Status.ON_TRACK, Status.AHEAD}
    assert found.reason == Pace(took)


def test_how_long_the_last_one_took() -> None:
    def took(*added: tuple[str, float], start: str = "2026-01-01") -> int | None:
        return last_took([Point(day(on), 0.0, more) for on, more in added], day(start))

    assert took(("2026-01-10", 1)) == 9
    assert took(("2026-01-10", 1), ("2026-01-15", 1)) == 5
    assert took(("2026-01-10", 3), ("2026-01-12", 0), ("2026-01-15", 1)) == 5
    assert took(("2026-01-10", 1), ("2026-01-15", 2)) is None
    assert took(("2026-01-10", 1), start="2026-01-10") is None
    assert took() is None


def test_the_best_four_weeks() -> None:
    ends = tuple(range(0, 43, 7))
    five = Weekly(ends[:5], (0, 1, 2, 3, 8))
    assert best_four(five, 1) == 2
    assert best_four(Weekly(ends[:4], (0, 1, 2, 3)), 1) is None
    assert best_four(Weekly(ends[:6], (0, 1, 2, 3, 8, 5)), 1) == 2
    assert best_four(Weekly(ends[:6], (0, 1, 2, 3, 8, 5)), -1) == 1


def test_the_pace_is_known_from_the_first_week_on_and_is_what_was_observed() -> None:
    one = goal(count(10), "2026-01-05 to 2026-03-16")
    start = day("2026-01-05")

    def pace(*added: float) -> float | None:
        given = weeks("2026-01-05", *added)
        return trajectory(versions(one), given, start, day("2026-02-22")).lately

    assert pace() is None
    assert pace(1, 1, 1) == pytest.approx(1)
    assert pace(1, 3, 3) == pytest.approx(7 / 3)


def test_numbers_are_held_within_what_can_be_reckoned() -> None:
    assert [bounded(one) for one in (3.0, 1e15, 1e16, -1e16)] == [3, 1e15, 1e15, -1e15]
    assert [bounded(float(one)) for one in ("nan", "inf", "-inf")] == [0, 1e15, -1e15]


# The plan.


def test_a_clock_runs_before_the_plan_and_after_it() -> None:
    way = way_of(goal(count(10), "2026-01-05 to 2026-03-16"), None, None)
    assert way is not None
    (clock,) = clocks_of(way)
    first = day("2026-01-05").toordinal()
    assert clock.weeks == 10
    assert [clock.at(first + days) for days in (-7, 0, 7, 70, 77, 84)] == pytest.approx(
        [-1, 0, 1, 10, 11, 12]
    )
    assert clock.at_all([first - 7, first, first + 35, first + 77]) == pytest.approx([-1, 0, 5, 11])
    assert [clock.left(first + days) for days in (0, 7, 70, 77)] == pytest.approx([10, 9, 0, 0])
    assert clock.day(2, first) == day("2026-01-19")
    assert clock.day(12, first) == day("2026-03-30")
    assert clock.day(1, first + 77) == day("2026-03-30")


@pytest.mark.parametrize(
    ("changed", "before"), [("2026-01-05", 0), ("2026-01-06", 0), ("2026-01-07", 1)]
)
def test_a_change_on_the_first_days_keeps_the_line_before_it(changed: str, before: float) -> None:
    """Ten in ten days, and from the change on in twenty: what was planned before stays."""
    was = (("time_bound", Window(day("2026-01-05"), day("2026-01-15"))),)
    one = goal(
        count(10), "2026-01-05 to 2026-01-25", changes=(Change(day(changed), "later", was),)
    )  # fmt: skip
    eve = day(changed) - timedelta(days=1)
    on = trajectory(versions(one), (), day("2026-01-05"), day("2026-01-20"))
    assert on.line is not None
    assert on.line.at(eve.toordinal()) == pytest.approx(before)
    there = 0 if changed == "2026-01-05" else before + 1
    assert on.line.at(day(changed).toordinal()) == pytest.approx(there)
    assert on.line.days[0] == day("2026-01-05").toordinal()
    assert on.line.at(day("2026-01-25").toordinal()) == 10


def test_milestones_with_a_value_are_met_on_their_days() -> None:
    steps = (
        Milestone("first", day("2026-01-15"), value=1),
        Milestone("second", day("2026-02-04"), value=9),
    )
    one = goal(count(10), "2026-01-05 to 2026-02-14", milestones=steps)
    days = ("2026-01-10", "2026-01-15", "2026-01-25", "2026-02-04", "2026-02-09", "2026-02-14")
    assert [stands(one, (), on).expected for on in days] == pytest.approx([0.5, 1, 5, 9, 9.5, 10])


# Replays.


def test_a_steady_reader_is_played_again() -> None:
    one = goal(count(10), "2026-01-05 to 2026-03-15")
    found = replay(one, weeks("2026-01-05", *[1] * 10), day("2026-03-31"))
    assert found is not None
    assert (found.goal, found.kind, found.met) == ("goal", Kind.COUNT, True)
    assert len(found.chances) == 7  # the Sundays from 25 January to 8 March
    assert found.far == (True,) * 7
    assert found.near == (True,) * 4  # those with four weeks to come


@pytest.mark.parametrize(("from_", "to"), [(-0.9, 0.3), (-0.7, 0.5), (-0.1, 0.7), (-0.2, -0.6)])
def test_a_level_that_stays_at_nought_is_foreseen_there(from_: float, to: float) -> None:
    """A range without width holds its one number, whatever the rounding did to it."""
    one = goal(level(from_, to), "2026-01-05 to 2026-06-28")
    found = replay(one, weeks("2026-01-05", *[0] * 24, mode=Mode.LEVEL), day("2026-06-30"))
    assert found is not None
    assert found.near == (True,) * 16
    assert found.met is False


def test_without_a_start_a_due_date_or_a_way_there_is_nothing_to_play_again() -> None:
    given = weeks("2026-01-05", *[1] * 10)
    assert replay(goal(count(10)), (), day("2026-03-31")) is None
    assert replay(goal(count(10), "2026-01-05 to "), given, day("2026-03-31")) is None
    assert replay(goal(level(3, 3), "2026-01-05 to 2026-03-15"), given, day("2026-03-31")) is None


# Habits.


def test_a_limit_of_none_is_kept_only_by_none() -> None:
    assert strength([0.0] * 5, 0, Period.DAY, limit=True) == 1
    keep = 0.5 ** (1 / 13)
    assert strength([1.0], 0, Period.DAY, limit=True) == pytest.approx(keep)
    assert strength([1.0, 0.0], 0, Period.DAY, limit=True) == pytest.approx(keep**2)
    assert strength([1.0, 0.0, 0.0], 0, Period.DAY, limit=True) == pytest.approx(keep**3 + 1 - keep)


def test_a_habit_of_no_times_has_no_strength() -> None:
    assert strength([1.0] * 5, 0, Period.DAY) == 0


def test_how_many_days_a_habit_remembers() -> None:
    assert memory(1, Period.DAY) == 522
    assert memory(7, Period.WEEK) == 534
    assert memory(0.01, Period.YEAR) == 10_000


@pytest.mark.parametrize(
    ("per", "start", "first"),
    [
        (Period.DAY, "1900-01-01", date(2026, 3, 31) - timedelta(days=4000)),
        (Period.WEEK, "1900-01-01", date(2026, 3, 31) - timedelta(days=4000 * 7)),
        (Period.MONTH, "1500-01-01", date(2026, 3, 31) - timedelta(days=4000 * 31)),
        (Period.QUARTER, "0900-01-01", date(2026, 3, 31) - timedelta(days=4000 * 92)),
    ],
)
def test_four_thousand_periods_are_looked_at(per: Period, start: str, first: date) -> None:
    rhythm = stands(goal(habit(1, per), f"{start} to "), (), "2026-03-31").rhythm
    assert rhythm is not None
    oldest = rhythm.periods[0]
    assert oldest.start <= first <= oldest.end


# Looking back, and versions.


def test_what_moved_in_a_week() -> None:
    made = report(
        """
        ---
        title: A goal
        measurable: 10 books
        time_bound: 2026-01-05 to 2026-12-31
        readings: [2026-02-01 +3, 2026-02-08 +2]
        ---
        """,
        day("2026-02-10"),
    )
    (one,) = moves(made, day("2026-02-02"), day("2026-02-08"))
    assert (one.before, one.after, one.by) == (3, 5, 2)
    assert (one.kept, one.due, one.period) == (0, 0, None)
    (first,) = moves(made, day("2026-02-01"), day("2026-02-01"))
    assert (first.before, first.after, first.by) == (0, 3, 3)
    assert moves(made, day("2026-02-02"), day("2026-02-07")) == ()
    assert Move(one.of, None, 3).by is None


def test_a_word_on_a_goal_holds_from_its_own_day_on() -> None:
    one = goal(
        count(10), "2026-01-05 to 2026-12-31",
        status=Declared(State.DROPPED, "", day("2026-03-01")),
    )  # fmt: skip
    assert [state_on(one, day(f"2026-{on}")) for on in ("02-28", "03-01", "03-02")] == [
        State.ACTIVE, State.DROPPED, State.DROPPED,
    ]  # fmt: skip
    assert [last_day(one, day(f"2026-{on}")) for on in ("02-28", "03-01", "03-02")] == [
        day("2026-02-28"), day("2026-03-01"), day("2026-03-01"),
    ]  # fmt: skip


def test_a_missed_checkpoint_says_what_held_and_adds_nothing() -> None:
    one = goal(count(100), "2026-01-05 to 2026-12-31")
    found = stands(one, readings("2026-02-01 4\n2026-02-08 =5 checkpoint", mode=Mode.ADDED),
                   "2026-02-10")  # fmt: skip
    assert [(point.value, point.added) for point in found.checkpoints_missed] == [(4, 0)]
