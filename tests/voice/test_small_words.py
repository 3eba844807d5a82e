"""Short phrases of the voice, each figure with the words that go with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from milepost.journal.model import Goal, Journal
from milepost.journal.values import Advance, Amount, Measure, Relevance
from milepost.journal.words import Kind, Mode, Period
from milepost.progress.lookback import Move, MovedGoal
from milepost.progress.reasons import Pace
from milepost.progress.report import Report
from milepost.progress.values import Child, HabitPeriod, Mark, Rhythm, Standing, Status, Tally
from milepost.voice import pages
from milepost.voice.english import ENGLISH
from milepost.voice.lights import why_on
from milepost.voice.measures import summary
from milepost.voice.rates import needed_and_kept
from milepost.voice.reasons import together
from milepost.voice.rhythms import kept
from milepost.voice.rows import to_beat
from milepost.voice.voice import shortened

TODAY = date(2026, 5, 26)
BOOKS = Measure(Kind.COUNT, 0, 6, "books")
GYM = Measure(Kind.HABIT, None, 3, "times", Period.WEEK)
SCREEN = Measure(Kind.LIMIT, None, 2, "evenings", Period.WEEK)


def standing(measure: Measure = BOOKS, relevant: Relevance | None = None, **known: Any) -> Standing:
    """Three of six books, unless told otherwise."""
    made = Goal(id="goal", title="A goal", measurable=measure, relevant=relevant or Relevance())
    given: dict[str, Any] = {
        "kind": measure.kind, "status": Status.ON_TRACK, "start": None, "due": None, "actual": 3.0,
        "from_": measure.from_, "to": measure.to, "unit": measure.unit,
    }  # fmt: skip
    return Standing(goal=made, day=TODAY, reason=Pace(), **{**given, **known})


def rhythm(**given: Any) -> Rhythm:
    known: dict[str, Any] = {
        "per": Period.WEEK, "periods": (), "strength": 0.6, "run": 1, "best_run": 1,
        "back_after": 0, "met": 1, "due": 1, "current": None, "recent": (Mark.DONE,),
    }  # fmt: skip
    return Rhythm(**{**known, **given})


@pytest.mark.parametrize(
    ("mode", "value", "text"),
    [
        (Mode.ADDED, 2, "+2 books"),
        (Mode.ADDED, 1, "+1 book"),
        (Mode.ADDED, 0.5, "+0.5 books"),
        (Mode.ADDED, 0, "+0 books"),
        (Mode.ADDED, -1, "−1 book"),
        (Mode.LEVEL, 2, "2 books"),
    ],
)
def test_what_an_entry_says_of_a_goal(mode: Mode, value: float, text: str) -> None:
    told = Advance(Amount(value, mode))
    assert pages.advance(ENGLISH, told, "books") == [text]
    assert pages.advance(ENGLISH, replace(told, note="slow"), "books") == [text, "slow"]
    assert pages.advance(ENGLISH, Advance(note="slow"), "books") == ["slow"]


def test_by_how_much_a_count_moved() -> None:
    one = MovedGoal.of(standing())
    assert pages.moved(ENGLISH, Move(one, 3, 5)) == ("+2 books", "5 of 6")
    assert pages.moved(ENGLISH, Move(one, 3, 3.5)) == ("+0.5 books", "3.5 of 6")
    assert pages.moved(ENGLISH, Move(one, 3, 2)) == ("−1 book", "2 of 6")
    assert pages.moved(ENGLISH, Move(one, 3, 3))[1] == "3 of 6"
    kilos = MovedGoal.of(standing(Measure(Kind.LEVEL, 82, 75, "kg")))
    assert pages.moved(ENGLISH, Move(kilos, 82, 81)) == ("−1 kg", "now 81, target 75")


def test_how_many_periods_were_kept() -> None:
    one = MovedGoal.of(standing(GYM))
    week = HabitPeriod(date(2026, 5, 18), date(2026, 5, 24), 2.0, 3.0, Mark.MISS)
    assert pages.moved(ENGLISH, Move(one, None, None, 1, 2)) == ("1 of 2 kept", "")
    assert pages.moved(ENGLISH, Move(one, None, None, 0, 3)) == ("0 of 3 kept", "")
    assert pages.moved(ENGLISH, Move(one, None, None, 0, 1, week)) == ("missed", "2 of 3 times")
    limit = MovedGoal.of(standing(SCREEN))
    assert pages.moved(ENGLISH, Move(limit, None, None, 1, 1, replace(week, wanted=2.0))) == (
        "kept", "2 evenings, at most 2 evenings",
    )  # fmt: skip


def test_weeks_in_a_row_begin_with_two() -> None:
    assert [pages.in_a_row(ENGLISH, run, ever=False) for run in (0, 1, 2)] == [
        "one line is a start", "one line is a start", "2 in a row",
    ]  # fmt: skip
    assert pages.in_a_row(ENGLISH, 1, ever=True) == ""
    assert [pages.weeks_in_a_row(ENGLISH, run) for run in (1, 6)] == [
        "1 week in a row", "6 weeks in a row",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("per", "words"),
    [
        (Period.DAY, "the first day"),
        (Period.WEEK, "the first week"),
        (Period.MONTH, "the first month"),
        (Period.QUARTER, "the first quarter"),
        (Period.YEAR, "the first year"),
    ],
)
def test_the_first_period_that_was_kept(per: Period, words: str) -> None:
    assert kept(ENGLISH, standing(GYM, rhythm=rhythm(per=per))) == f"met {words}"
    assert kept(ENGLISH, standing(SCREEN, rhythm=rhythm(per=per))) == f"kept {words}"
    fresh = standing(GYM, rhythm=rhythm(per=per, due=0))
    assert kept(ENGLISH, fresh) == f"{words} is not over yet"


def test_what_a_goal_is_relevant_for() -> None:
    def told(relevant: Relevance, **known: Any) -> str:
        one = standing(relevant=relevant, **known)
        made = Report(day=TODAY, journal=Journal(goals=(one.goal,)))
        return why_on(ENGLISH, made, one, "R", spared=False)

    assert told(Relevance(values=("health",))) == "Stands for the value health."
    assert told(Relevance(values=("health", "calm"))) == "Stands for the values health and calm."
    assert told(Relevance(because="it is fun")) == "It is fun."
    assert told(Relevance(serves=("goal",))) == "Serves “A goal”."
    assert told(Relevance(serves=("goal",), values=("calm",))) == (
        "Serves “A goal” and stands for the value calm."
    )
    assert told(Relevance()) == "Nothing speaks against it."
    assert told(Relevance(), children=("other",)) == "Other goals serve it."


def test_a_need_of_less_than_one_a_week_is_told() -> None:
    assert to_beat(ENGLISH, standing(needed_rate=0.5)) == "3 of 6 books; needs 0.5 a week"
    assert to_beat(ENGLISH, standing(needed_rate=0.0)) == "3 of 6 books"
    assert to_beat(ENGLISH, standing(needed_rate=-0.5)) == "3 of 6 books"


@pytest.mark.parametrize(
    ("from_", "to", "words"),
    [
        (10, 0, "needs 2 books a week down, lately 1"),
        (10, None, "needs 2 books a week down, lately 1"),
        (10, 4, "needs 2 books a week down, lately 1"),
        (0, 10, "needs none, lately none came"),
        (2, 2, "needs none, lately none came"),
    ],
)
def test_only_a_count_that_falls_goes_down(from_: float, to: float | None, words: str) -> None:
    one = standing(from_=from_, to=to, needed_rate=-2.0, rate=-1.0)
    assert needed_and_kept(ENGLISH, one, Pace()) == words


def test_a_count_that_rises_to_its_target() -> None:
    one = standing(from_=2, to=10, needed_rate=2.0, rate=3.0)
    assert needed_and_kept(ENGLISH, one, Pace()) == "needs 2 a week, lately 3 a week"


def test_a_record_is_told_where_all_of_it_is_known() -> None:
    whole: dict[str, Any] = {"rhythm": rhythm(), "tally": Tally(30, 40)}
    assert summary(ENGLISH, standing(GYM, **whole)) == "met 30 of 40 weeks"
    assert summary(ENGLISH, standing(SCREEN, **whole)) == "kept 30 of 40 weeks"
    assert summary(ENGLISH, standing(GYM, rhythm=rhythm())) == ""
    assert summary(ENGLISH, standing(GYM, tally=Tally(30, 40))) == ""
    bare = standing(GYM, **whole)
    assert summary(ENGLISH, replace(bare, goal=Goal(id="goal", title="A goal"))) == ""
    assert summary(ENGLISH, standing(GYM, rhythm=rhythm(), tally=Tally(0, 4))) == "3 times a week"
    assert summary(ENGLISH, standing(actual=None)) == ""


def test_the_weakest_of_several_goals_is_named_only_where_it_is_not_well() -> None:
    def told(*words: Status) -> str:
        served = tuple(Child(f"{i}", f"Goal {i}", one, True, 1.0) for i, one in enumerate(words))
        return together(ENGLISH, standing(served_by=served))

    assert told(Status.ON_TRACK, Status.AHEAD) == "2 of 2 on track"
    assert told(Status.ON_TRACK, Status.AT_RISK) == "1 of 2 on track; at risk: Goal 1"
    assert told(Status.ON_TRACK, Status.NO_DATA) == "1 of 2 on track"
    assert told(Status.ACHIEVED) == "1 goal achieved"
    assert told() == "no goal serves this one yet"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (999_999_999_999_999.0, "999,999,999,999,999"),
        (1e15, "1E15"),
        (-1e15, "−1E15"),
        (1.5e15, "1.5E15"),
        (1.25e24, "1.25E24"),
        (1e25, "1E25"),
        (2.5e26, "2.5E26"),
    ],
)
def test_numbers_too_long_to_read(value: float, text: str) -> None:
    assert ENGLISH.number(value) == text
    assert ENGLISH.number(value, "kg") == f"{text} kg"


def test_long_numbers_with_decimals() -> None:
    assert ENGLISH.number(1e24, digits=3) == "1E24"
    assert ENGLISH.number(1e25, digits=3) == "1E25"
    assert ENGLISH.number(1e14, digits=1) == "100,000,000,000,000.0"


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2026, 5, 13), "13 days ago"),
        (date(2026, 5, 12), "2 weeks ago"),
        (date(2026, 3, 25), "9 weeks ago"),
        (date(2026, 3, 24), "2 months ago"),
        (date(2025, 5, 26), "12 months ago"),
        (date(2024, 5, 27), "24 months ago"),
        (date(2024, 5, 26), "2 years ago"),
        (date(2016, 5, 26), "10 years ago"),
        (date(2028, 5, 25), "in 2 years"),
    ],
)
def test_how_long_ago_a_day_was(day: date, text: str) -> None:
    assert ENGLISH.relative(day, TODAY) == text


def test_a_title_of_forty_eight_letters_fits() -> None:
    fits = "Walk along the whole river from spring to mouths"
    assert len(fits) == 48
    assert shortened(fits) == fits
    assert shortened(fits + "!") == "Walk along the whole river from spring to…"
    assert shortened("x" * 49) == "x" * 47 + "…"


def test_braces_are_filled_where_there_are_figures() -> None:
    assert ENGLISH.say("needs {rate}", rate="2") == "needs 2"
    assert ENGLISH.say("needs {rate}") == "needs {rate}"
    assert ENGLISH.meaning("unit", "{number} h", number="2") == "2 h"
    assert ENGLISH.meaning("unit", "{number} h") == "{number} h"
