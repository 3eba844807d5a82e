"""Figures beside the forecast: how firm a habit is, days in hand, how well a close was foreseen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from milepost.journal.model import Goal
from milepost.journal.words import Kind, Period
from milepost.progress.reasons import NothingLate
from milepost.progress.values import Closing, Rhythm, Standing, Status
from milepost.voice.backtests import foreseen
from milepost.voice.english import ENGLISH
from milepost.voice.forecasts import safe_sentence
from milepost.voice.rhythms import strength_sentence

BOOKS = Standing(
    goal=Goal(id="goal", title="Goal"),
    day=date(2026, 6, 1),
    kind=Kind.COUNT,
    status=Status.ON_TRACK,
    reason=NothingLate(),
    start=None,
    due=None,
)


def habit(strength: float | None, met: int = 3) -> Standing:
    rhythm = Rhythm(Period.WEEK, (), strength, 0, 0, 0, met, 4, (), None)
    return replace(BOOKS, kind=Kind.HABIT, rhythm=rhythm)


@pytest.mark.parametrize(
    ("strength", "said"),
    [
        (0.8, "Its strength is 80 %: it is firm, and one miss does little."),
        (0.79, "Its strength is 79 %: it is half firm."),
        (0.5, "Its strength is 50 %: it is half firm."),
        (0.49, "Its strength is 49 %: it is not firm yet."),
        (None, ""),
    ],
)
def test_the_strength_of_a_habit_is_said_with_what_it_means(
    strength: float | None, said: str
) -> None:
    assert strength_sentence(ENGLISH, habit(strength)).replace("\N{NO-BREAK SPACE}", " ") == said


def test_no_strength_is_said_where_nothing_was_met_lately() -> None:
    assert strength_sentence(ENGLISH, habit(0.2, met=1))
    assert not strength_sentence(ENGLISH, habit(0.2, met=0))


def test_days_in_hand_are_said_where_there_are_any_and_the_goal_is_not_reached() -> None:
    said = "Nothing need be added for 17 days: so long the target line stays behind."
    assert safe_sentence(ENGLISH, replace(BOOKS, safe_days=17)) == said.replace(
        "17 days", ENGLISH.duration(17)
    )
    assert not safe_sentence(ENGLISH, replace(BOOKS, safe_days=0))
    assert not safe_sentence(ENGLISH, replace(BOOKS, safe_days=17, progress=1.0))


def test_a_close_says_how_well_it_was_foreseen_by_whom() -> None:
    both = foreseen(ENGLISH, Closing(1.0, "green", 0.04, 0.09))
    assert both.startswith("Your confidence was off by a Brier score of 0.04, the forecast by 0.09")
    assert foreseen(ENGLISH, Closing(1.0, "green", 0.04, None)).startswith("Your confidence was")
    assert foreseen(ENGLISH, Closing(1.0, "green", None, 0.09)).startswith("The forecast was off")
    assert not foreseen(ENGLISH, Closing(1.0, "green", None, None))
    assert not foreseen(ENGLISH, None)


@pytest.mark.parametrize(
    ("score", "shown"),
    [(0.0, "score of 0 ("), (0.0049, "score of less than 0.01 ("), (0.005, "score of 0.01 (")],
)
def test_a_score_that_is_nearly_perfect_is_not_called_perfect(score: float, shown: str) -> None:
    assert shown in foreseen(ENGLISH, Closing(1.0, "green", None, score))
