"""Habits, limits and ranges: strength, runs with a reserve, five marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made import day, goal, habit, readings, stands, weeks

from milepost.journal.model import Goal, Mention
from milepost.journal.values import Break, Change, Declared, Measure
from milepost.journal.words import Kind, Mode, Period, State
from milepost.progress.habits import Runs, runs, strength
from milepost.progress.values import Mark, Status, Tally
from milepost.voice.english import ENGLISH
from milepost.voice.measures import wanted
from milepost.voice.reasons import reason
from milepost.voice.rhythms import kept_sentence

D, M, S, P, U = Mark.DONE, Mark.MISS, Mark.SKIP, Mark.PAUSE, Mark.UNKNOWN


def test_twenty_days_of_a_daily_habit() -> None:
    assert round(strength([1.0] * 20, 1, Period.DAY), 4) == 0.6557


def test_thirty_days_then_a_miss_then_a_skip() -> None:
    thirty: list[float | None] = [1.0] * 30
    assert round(strength(thirty, 1, Period.DAY), 3) == 0.798
    assert round(strength([*thirty, 0.0], 1, Period.DAY), 3) == 0.757
    assert round(strength([*thirty, 0.0, None], 1, Period.DAY), 3) == 0.757


def test_thirteen_weeks_of_three_in_seven() -> None:
    week: list[float | None] = [1.0, 0.0, 1.0, 0.0, 1.0, 0.0, 0.0]
    assert round(strength(week * 13, 3, Period.WEEK), 3) == 0.949


def test_a_limit_starts_full_and_falls_when_it_is_passed() -> None:
    assert strength([0.0] * 30, 2, Period.WEEK, limit=True) == 1
    assert strength([1.0] * 30, 2, Period.WEEK, limit=True) < 0.6
    assert strength([0.0] * 10, 0, Period.WEEK, limit=True) == 1
    assert strength([1.0] * 10, 0, Period.WEEK, limit=True) < 1


def test_one_miss_in_four_is_covered_the_second_is_not() -> None:
    assert runs([D, D, M, D, D, M, D]) == Runs(now=1, best=4, back_after=1)


def test_skips_and_pauses_neither_add_nor_break() -> None:
    assert runs([D, P, P, D, S, D]).now == 3


def test_misses_four_periods_apart_are_both_covered() -> None:
    assert runs([D, M, D, D, D, M, D]).now == 5


def test_an_unknown_period_counts_as_missed() -> None:
    assert runs([D, U, U]).now == 0


def week_marks(found: object) -> str:
    assert hasattr(found, "rhythm")
    return " ".join(stint.mark.value for stint in found.rhythm.periods)


GYM = goal(habit(3), "2026-01-05 to 2026-05-31")


def test_weeks_are_marked() -> None:
    flu = Mention("goal", day("2026-01-25"), 0.0, day("2026-01-19"), because="flu")
    given_ = weeks("2026-01-05", 3, 2, None, None, 4, 1)
    found = stands(GYM, given_, "2026-02-12", skips=(flu,))
    assert week_marks(found) == "done miss skip unknown done unknown"
    assert found.rhythm is not None
    assert found.rhythm.periods[2].because == "flu"
    assert found.actual == 1
    assert found.progress == pytest.approx(2 / 4)


def test_a_week_off_is_a_pause_unless_it_was_met() -> None:
    off = goal(habit(3), "2026-01-05 to 2026-12-31",
               breaks=(Break(day("2026-01-12"), day("2026-01-25")),))  # fmt: skip
    assert week_marks(stands(off, weeks("2026-01-05", 3, None, 3), "2026-01-26")) == (
        "done pause done unknown"
    )


def test_the_sentence_praises_coming_back() -> None:
    found = stands(GYM, weeks("2026-01-05", 3, 3, 3, 3, 3, 0, 3), "2026-02-23")
    assert found.rhythm is not None
    assert kept_sentence(ENGLISH, found) == (
        "Met 6 of the last 7 weeks, back after one week, a run of 6, the longest so far."
    )
    assert found.status is Status.ON_TRACK


def test_the_sentence_never_shows_a_bare_zero() -> None:
    found = stands(GYM, weeks("2026-01-05", 1, 1, 1, 1), "2026-02-02")
    assert found.rhythm is not None
    assert kept_sentence(ENGLISH, found) == "The next week that is met starts a run."
    assert found.status is Status.OFF_TRACK


def test_the_current_week_is_told_while_it_is_open() -> None:
    found = stands(GYM, weeks("2026-01-05", 3, 3, 3, 2), "2026-01-29")
    assert reason(ENGLISH, found) == (
        "Met 3 of the last 3 weeks, a run of 3, the longest so far; 2 of 3 this week so far."
    )


def test_a_habit_by_the_month() -> None:
    talks = goal(habit(1, Period.MONTH), "2026-01-01 to 2026-12-31")
    found = stands(talks, readings("2026-01-20 1\n2026-03-03 1"), "2026-04-02")
    assert week_marks(found) == "done unknown done unknown"


def test_a_limit_is_inclusive_and_broken_as_soon_as_it_is_passed() -> None:
    wine = goal(Measure(Kind.LIMIT, to=2, per=Period.WEEK), "2026-01-05 to 2026-12-31")
    found = stands(wine, weeks("2026-01-05", 2, 3, 0, 4), "2026-01-28")
    assert week_marks(found) == "done miss done miss"
    assert found.progress == pytest.approx(2 / 4)


def test_a_range_is_kept_when_every_reading_lies_within() -> None:
    kg = goal(Measure(Kind.RANGE, from_=70, to=75, unit="kg"), "2026-01-05 to 2026-12-31")
    given_ = readings("2026-01-06 =70\n2026-01-08 =75\n2026-01-13 =76\n2026-01-15 =74",
                      mode=Mode.LEVEL)  # fmt: skip
    found = stands(kg, given_, "2026-01-19")
    assert week_marks(found) == "done miss unknown"
    assert found.rhythm is not None
    assert found.rhythm.periods[1].value == 76
    assert found.rhythm.strength is None
    assert found.progress == 0.5


def test_a_range_may_be_open_on_one_side() -> None:
    savings = goal(Measure(Kind.RANGE, from_=4000, unit="EUR"), "2026-01-05 to 2026-12-31")
    found = stands(savings, readings("2026-01-06 =4000\n2026-01-13 =3999"), "2026-01-19")
    assert week_marks(found) == "done miss unknown"


def test_when_its_window_is_over_three_in_four_is_kept() -> None:
    short = goal(habit(3), "2026-01-05 to 2026-02-01")
    assert stands(short, weeks("2026-01-05", 3, 3, 1, 3), "2026-02-05").status is Status.ACHIEVED
    missed = stands(short, weeks("2026-01-05", 3, 1, 1, 3), "2026-02-05")
    assert missed.status is Status.MISSED
    assert reason(ENGLISH, missed) == "Over on 1 February; met 2 of 4 weeks."


marks = st.lists(st.sampled_from(list(Mark)), max_size=40)


@given(marks)
def test_the_best_run_is_at_least_the_current(row: list[Mark]) -> None:
    found = runs(row)
    assert 0 <= found.now <= found.best <= sum(mark is D for mark in row)


@given(marks, st.integers(0, 40))
def test_a_skip_changes_no_run(row: list[Mark], place: int) -> None:
    with_skip = [*row[:place], S, *row[place:]]
    assert runs(with_skip).now == runs(row).now


@given(st.lists(st.none() | st.floats(0, 10), max_size=100), st.integers(1, 7), st.booleans())
def test_strength_stays_within_its_bounds(
    done: list[float | None], times: int, limit: bool
) -> None:
    assert 0 <= strength(done, times, Period.WEEK, limit) <= 1


def test_a_daily_habit_may_be_reported_by_the_week() -> None:
    stretch = goal(habit(1, Period.DAY), "2026-01-05 to 2026-12-31")
    found = stands(stretch, weeks("2026-01-05", 7, 5), "2026-01-19")
    assert week_marks(found) == "done miss unknown"
    assert found.tally == Tally(12, 14)
    assert kept_sentence(ENGLISH, found).startswith("Met 12 of the last 14 days")


@pytest.mark.parametrize(
    ("start", "marks"),
    [
        ("2026-09-28", "done"),  # three days of September are no month of it, and nobody paused
        ("2026-09-08", "unknown done"),  # the border: 23 of 30 days are three quarters
        ("2026-09-09", "done"),
        ("2026-10-01", "done"),
    ],
)
def test_a_goal_begins_with_its_first_period_that_asks_for_something(
    start: str, marks: str
) -> None:
    monthly = goal(habit(2, Period.MONTH), f"{start} to 2027-03-31")
    assert week_marks(stands(monthly, readings("2026-10-12 2"), "2026-10-20")) == marks


def test_what_was_done_before_the_first_period_that_asks_is_told() -> None:
    monthly = goal(habit(2, Period.MONTH), "2026-09-28 to 2027-03-31")
    found = stands(monthly, readings("2026-09-29 1"), "2026-10-20")
    assert week_marks(found) == "pause unknown"


def test_a_paused_habit_neither_adds_nor_breaks_from_its_day_on() -> None:
    paused = goal(
        habit(3),
        "2026-01-05 to 2026-12-31",
        status=Declared(State.PAUSED, "hall closed", day("2026-01-19")),
    )
    found = stands(paused, weeks("2026-01-05", 3, 3), "2026-02-12")
    assert week_marks(found) == "done done pause pause pause pause"
    assert found.rhythm is not None
    assert found.rhythm.run == 2
    assert found.rhythm.periods[-1].because == "hall closed"


def test_a_closed_habit_is_measured_up_to_its_close() -> None:
    closed = goal(
        habit(3),
        "2026-01-05 to 2026-12-31",
        status=Declared(State.REPLACED, "", day("2026-01-19")),
    )
    found = stands(closed, weeks("2026-01-05", 3, 3), "2026-06-30")
    assert week_marks(found).startswith("done done")
    assert len(week_marks(found).split()) <= 3
    assert found.progress == 1


def test_an_average_is_judged_by_the_mean_of_a_period_that_is_over() -> None:
    """7 and 8 make up for a 6; 6 and 7 do not, and a week that goes on is not judged yet."""
    mood = Measure(Kind.AVERAGE, from_=7, unit="points", per=Period.WEEK)
    given_ = readings(
        """
        2026-01-05 =6
        2026-01-07 =7
        2026-01-11 =8
        2026-01-13 =6
        2026-01-15 =7
        2026-01-20 =9
        """,
    )
    found = stands(goal(mood, "2026-01-05 to 2026-06-28"), given_, "2026-01-22")
    assert found.rhythm is not None
    assert [(one.value, one.mark) for one in found.rhythm.periods] == [
        (7, Mark.DONE), (6.5, Mark.MISS), (9, Mark.UNKNOWN),
    ]  # fmt: skip
    assert (found.progress, found.rhythm.strength) == (0.5, None)
    assert wanted(ENGLISH, mood) == "on average at least 7 points each week"


def changed(now: Measure, was: Measure, on: str) -> Goal:
    before = Change(date_=day(on), because="more time", before=(("measurable", was),))
    return goal(now, "2026-01-05 to 2026-12-31", changes=(before,))


def test_weeks_before_a_change_are_judged_by_the_target_that_held() -> None:
    one = changed(habit(4), habit(2), "2026-02-02")
    found = stands(one, weeks("2026-01-05", 2, 2, 2, 2, 2, 4), "2026-02-15")

    assert found.rhythm is not None
    assert [p.mark for p in found.rhythm.periods] == [D, D, D, D, M, D]
    assert [p.wanted for p in found.rhythm.periods] == [2, 2, 2, 2, 4, 4]


@pytest.mark.parametrize(("on", "wanted_then"), [("2026-01-15", 4), ("2026-01-16", 2)])
def test_a_week_is_judged_by_what_held_on_its_thursday(on: str, wanted_then: float) -> None:
    found = stands(changed(habit(4), habit(2), on), weeks("2026-01-05", 2, 2), "2026-01-18")

    assert found.rhythm is not None
    assert [p.wanted for p in found.rhythm.periods] == [2, wanted_then]


def test_the_strength_is_that_of_the_target_that_held() -> None:
    kept_all = stands(
        changed(habit(4), habit(2), "2026-02-02"),
        weeks("2026-01-05", 2, 2, 2, 2, 4, 4),
        "2026-02-15",
    )
    always = stands(
        goal(habit(4), "2026-01-05 to 2026-12-31"),
        weeks("2026-01-05", 4, 4, 4, 4, 4, 4),
        "2026-02-15",
    )

    assert kept_all.rhythm is not None
    assert always.rhythm is not None
    assert kept_all.rhythm.strength == pytest.approx(always.rhythm.strength)


def test_a_limit_and_a_range_are_judged_by_the_bounds_that_held() -> None:
    drinks = changed(
        Measure(Kind.LIMIT, to=2, per=Period.WEEK),
        Measure(Kind.LIMIT, to=5, per=Period.WEEK),
        "2026-01-19",
    )
    weight = changed(
        Measure(Kind.RANGE, 70, 75, "kg"), Measure(Kind.RANGE, 70, 80, "kg"), "2026-01-19"
    )
    limit = stands(drinks, weeks("2026-01-05", 4, 4, 4, 2), "2026-02-02").rhythm
    kept = stands(weight, weeks("2026-01-05", 78, 78, 78, 72, mode=Mode.LEVEL), "2026-02-02").rhythm

    assert limit is not None
    assert kept is not None
    assert [p.mark for p in limit.periods][:4] == [D, D, M, D]
    assert [p.mark for p in kept.periods][:4] == [D, D, M, D]


@pytest.mark.parametrize(
    "was", [Measure(Kind.COUNT, 0, 50), habit(1, Period.DAY), Measure(Kind.LIMIT, to=1)]
)
def test_a_rhythm_of_another_kind_begins_with_its_change(was: Measure) -> None:
    found = stands(
        changed(habit(3), was, "2026-02-02"), weeks("2026-01-05", 1, 1, 1, 1, 3, 3), "2026-02-15"
    )

    assert found.tally == Tally(2, 2)
