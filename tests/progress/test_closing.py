"""How a goal is judged at its end, and how well it had been foreseen."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made import count, day, goal, readings, stands, weeks

from milepost.journal.model import Mention
from milepost.journal.values import Effort
from milepost.journal.words import Commitment
from milepost.progress.closing import brier, colour, doubted, grade_of
from milepost.voice.english import ENGLISH
from milepost.voice.reasons import question

ASPIRING, COMMITTED = Commitment.ASPIRATIONAL, Commitment.COMMITTED


@pytest.mark.parametrize(
    ("progress", "grade"), [(0.64, 0.6), (0.65, 0.7), (0.97, 0.9), (1.2, 1.0), (-0.3, 0.0)]
)
def test_a_grade_has_one_decimal_and_is_never_rounded_up_to_full(
    progress: float, grade: float
) -> None:
    assert grade_of(progress) == grade


def test_what_was_committed_to_is_green_only_in_full() -> None:
    assert [colour(g, ASPIRING) for g in (0.39, 0.4, 0.7, 1.0)] == [
        "red", "amber", "green", "green",
    ]  # fmt: skip
    assert [colour(g, COMMITTED) for g in (0.3, 0.9, 1.0)] == ["red", "amber", "green"]


def test_the_brier_score_punishes_the_sure_and_wrong() -> None:
    assert brier([1.0, 0.0], True) == 0.5
    assert brier([0.5], False) == 0.25
    assert brier([], True) is None


def test_a_gap_of_three_tenths_asks_one_question() -> None:
    assert [doubted(9, 0.35), doubted(4, 0.85), doubted(8, 0.5)] == [True, True, True]
    assert [doubted(6, 0.5), doubted(7.9, 0.5), doubted(None, 0.5)] == [False, False, False]


def test_the_question_stands_with_the_goal() -> None:
    sure = goal(count(24, "books"), "2026-01-05 to 2026-12-31", achievable=Effort(confidence=9))
    found = stands(sure, weeks("2026-01-05", *[0, 0, 1] * 8), "2026-06-21")
    assert found.confidence == 9
    assert found.doubted
    assert question(ENGLISH, found).startswith("You gave it 9 out of 10, the readings say")
    assert found.forecast is not None
    timid = replace(found, confidence=0, forecast=replace(found.forecast, probability=0.85))
    assert question(ENGLISH, timid) == (
        "The readings say 85 %, you gave it 0 out of 10: what worries you?"
    )
    assert question(ENGLISH, replace(found, doubted=False)) == ""


def test_at_the_close_both_forecasts_are_scored() -> None:
    one = goal(count(10, "talks"), "2026-01-05 to 2026-05-31")
    sure = tuple(
        Mention("goal", when, value, when)
        for when, value in ((day("2026-02-15"), 6.0), (day("2026-04-12"), 9.0))
    )
    found = stands(one, weeks("2026-01-05", *[1] * 10), "2026-06-02", confidences=sure)
    assert found.closing is not None
    assert found.closing.brier_own == pytest.approx((0.16 + 0.01) / 2)
    assert found.closing.brier_forecast is not None
    assert 0 <= found.closing.brier_forecast < 0.25


def test_an_open_goal_is_not_judged() -> None:
    one = goal(count(10), "2026-01-05 to 2026-05-31")
    assert stands(one, readings("2026-03-01 2"), "2026-03-02").closing is None


@given(st.floats(-2, 3))
def test_only_what_is_met_gets_the_full_grade(progress: float) -> None:
    assert (grade_of(progress) == 1.0) is (progress >= 1)
