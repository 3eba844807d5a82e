"""When silence makes a status stale: by the rhythm of a goal, and never after fifteen weeks."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from made import count, day, goal, habit, level, readings, stands

from milepost.journal.values import Measure, Milestone
from milepost.journal.words import Kind, Period
from milepost.progress.values import Standing, Status
from milepost.voice.reasons import reason
from milepost.voice.voice import Voice

WINDOW = "2026-01-05 to 2028-12-31"
LAST = date(2026, 3, 2)


def after(measure: Measure | None, silent: int, given: str = "2026-03-02 1") -> Standing:
    on = LAST + timedelta(days=silent)
    return stands(goal(measure, WINDOW), readings(given), on.isoformat())


@pytest.mark.parametrize(
    ("measure", "allowed"),
    [
        (count(24, "books"), 21),
        (level(82, 75, "kg"), 21),
        (habit(3), 21),
        (habit(3, Period.MONTH), 90),
        (habit(3, Period.QUARTER), 105),
        (habit(12, Period.YEAR), 105),
        (Measure(kind=Kind.LIMIT, to=5, per=Period.YEAR), 105),
    ],
)
def test_a_silence_says_nothing_up_to_three_periods_or_fifteen_weeks(
    measure: Measure, allowed: int
) -> None:
    assert after(measure, allowed).status is not Status.NO_DATA
    assert after(measure, allowed + 1).status is Status.NO_DATA


def test_a_habit_that_has_had_what_it_wants_of_the_running_year_owes_nothing() -> None:
    assert after(habit(1, Period.YEAR), 300).status is not Status.NO_DATA
    next_year = stands(goal(habit(1, Period.YEAR), WINDOW), readings("2026-03-02 1"), "2027-01-01")
    assert next_year.status is Status.NO_DATA


STEPS = (
    Milestone(title="Outline", due=LAST, done=LAST),
    Milestone(title="Draft", due=day("2027-12-01")),
)


def steps_after(silent: int) -> Standing:
    one = goal(Measure(kind=Kind.MILESTONES), WINDOW, milestones=STEPS)
    return stands(one, (), (LAST + timedelta(days=silent)).isoformat())


def test_milestones_without_a_word_for_over_fifteen_weeks_are_at_risk_though_nothing_is_late() -> (
    None
):
    assert steps_after(105).status is Status.ON_TRACK
    silent = steps_after(112)
    assert steps_after(106).status is silent.status is Status.AT_RISK
    assert reason(Voice(), silent) == "No word for 16 weeks; 1 of 2 milestones."


def test_yes_or_no_is_at_risk_after_fifteen_weeks_without_a_word() -> None:
    one = goal(Measure(kind=Kind.YES_NO), WINDOW)
    early, late = (
        stands(one, (), (day("2026-01-05") + timedelta(days=silent)).isoformat())
        for silent in (105, 112)
    )
    assert (early.status, late.status) == (Status.ON_TRACK, Status.AT_RISK)
    assert reason(Voice(), late).startswith("No word since the start 16 weeks ago")
