"""Every reason, rate and forecast as it is said, with the figures that decided it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from milepost.journal.model import Goal
from milepost.journal.values import Measure
from milepost.journal.words import Kind, Period, State
from milepost.progress.backtest import Backtest
from milepost.progress.backtest import Tested as Row
from milepost.progress.reasons import (
    CalledDone,
    Cause,
    Closed,
    Illegible,
    Kept,
    NoForecast,
    NoTarget,
    NothingDone,
    NothingLate,
    NothingToCount,
    NoWay,
    Over,
    Overdue,
    Pace,
    PutAside,
    Reached,
    Reason,
    Silent,
    Starts,
    StepLate,
    Together,
    Undue,
    Unforeseen,
    Unheard,
    Unread,
    Young,
)
from milepost.progress.values import (
    Child,
    FieldChange,
    Forecast,
    HabitPeriod,
    Mark,
    Rhythm,
    Standing,
    Status,
    Tally,
)
from milepost.voice import pages
from milepost.voice.backtests import table, verdict
from milepost.voice.changes import field_name, value
from milepost.voice.english import ENGLISH
from milepost.voice.forecasts import forecast_sentence, outlook, values
from milepost.voice.measures import measure_in_words, summary
from milepost.voice.reasons import reason, together_sentence
from milepost.voice.rhythms import kept
from milepost.voice.rows import more, planned_hours, to_beat
from milepost.voice.voice import Voice

TODAY, MARCH = date(2026, 5, 26), date(2026, 3, 1)
COUNT = Measure(Kind.COUNT, 0, 6, "articles")
LEVEL = Measure(Kind.LEVEL, 82, 75, "kg")
GYM = Measure(Kind.HABIT, None, 3, "", Period.WEEK)
SCREEN = Measure(Kind.LIMIT, None, 2, "evenings", Period.WEEK)


def standing(why: Reason, measure: Measure | None = COUNT, **known: Any) -> Standing:
    """Three of six articles, five weeks before the end, unless told otherwise."""
    given: dict[str, Any] = {
        "status": Status.AT_RISK, "start": date(2026, 1, 5), "due": date(2026, 6, 30),
        "kind": measure.kind if measure else Kind.YES_NO, "actual": 3.0,
        "from_": measure.from_ if measure else None, "to": measure.to if measure else None,
        "unit": measure.unit if measure else "",
    }  # fmt: skip
    goal = Goal(id="goal", title="A goal", measurable=measure)
    return Standing(goal=goal, day=TODAY, reason=why, **{**given, **known})


def said(why: Reason, measure: Measure | None = COUNT, **known: Any) -> str:
    return reason(ENGLISH, standing(why, measure, **known))


@pytest.mark.parametrize(
    ("why", "words"),
    [
        (PutAside(State.PAUSED, None, ""), "Paused; 3 of 6 articles."),
        (PutAside(State.PAUSED, MARCH, "a move"), "Paused since 1 March: a move."),
        (PutAside(State.SOMEDAY, None, ""), "Someday, not begun; 3 of 6 articles."),
        (PutAside(State.DROPPED, None, "no time"), "Dropped: no time."),
        (PutAside(State.REPLACED, MARCH, "", "Write a book"),
         "Replaced on 1 March by “Write a book”; 3 of 6 articles."),
        (PutAside(State.REPLACED, None, ""), "Replaced; 3 of 6 articles."),
        (Reached(), "3 of 6 articles."),
        (Reached(MARCH), "3 of 6 articles, reached on 1 March."),
        (Reached(MARCH, 1), "3 of 6 articles, reached on 1 March, 1 day before it was due."),
        (Reached(MARCH, -20), "3 of 6 articles, reached on 1 March, 3 weeks after it was due."),
        (Reached(MARCH, 0), "3 of 6 articles, reached on 1 March, on the day it was due."),
        (CalledDone(None, ""), "You called it done: 3 of 6 articles."),
        (CalledDone(MARCH, "enough"), "You called it done on 1 March: enough."),
        (Closed(None), "Closed; 3 of 6 articles."),
        (Closed(MARCH), "Closed on 1 March; 3 of 6 articles."),
        (Over(MARCH), "Over on 1 March; 3 of 6 articles."),
        (Overdue(MARCH, 12), "Due on 1 March, 12 days ago; 3 of 6 articles."),
        (Starts(date(2027, 1, 4)), "Starts on 4 January 2027."),
        (Unheard(), "No reading yet, and no start date."),
        (Illegible(), "Measure cannot be read: `milepost check` says how to write it."),
        (Silent(22, ever=True), "No reading for 3 weeks; so far 3 of 6 articles."),
        (Silent(13, ever=False), "No reading since the start 13 days ago."),
        (Young(8, None), "Too early to say after 8 days; 3 of 6 articles."),
        (Young(8, 175), "Too early to say after 8 days of 25 weeks; 3 of 6 articles."),
        (Young(14, 175), "Too early to say after 2 of 25 weeks; 3 of 6 articles."),
        (Young(13, 729), "Too early to say after 13 days of 104 weeks; 3 of 6 articles."),
        (Young(70, 730), "Too early to say after 10 weeks of 2 years; 3 of 6 articles."),
        (NoTarget(), "3 of 6 articles; no target to hold it against."),
        (NoWay(), "It ends where it starts, so there is no progress to measure."),
        (Undue(), "3 of 6 articles; no due date, so nothing is late."),
        (StepLate("Draft", 8, 0), "3 of 6 articles with 5 weeks left; “Draft” is 8 days late."),
        (StepLate("Draft", 15, 1),
         "3 of 6 articles with 5 weeks left; “Draft” is 2 weeks late, and 1 other too."),
        (StepLate("Draft", 15, 2),
         "3 of 6 articles with 5 weeks left; “Draft” is 2 weeks late, and 2 others too."),
        (NothingDone(), "3 of 6 articles with 5 weeks left; nothing is done yet."),
        (NothingLate(), "3 of 6 articles with 5 weeks left; nothing is late."),
    ],
)  # fmt: skip
def test_each_reason_has_its_sentence(why: Reason, words: str) -> None:
    assert said(why) == words


def test_a_yes_or_no_goal_that_is_called_done_is_not_said_to_be_undone() -> None:
    yes = Measure(Kind.YES_NO)
    for actual in (None, 0.0, 1.0):
        assert said(CalledDone(None, ""), yes, actual=actual) == "You called it done."
        assert said(CalledDone(MARCH, ""), yes, actual=actual) == "You called it done on 1 March."


def test_a_yes_or_no_goal_is_said_once_to_be_undone() -> None:
    words = "Not done yet with 5 weeks left."
    assert said(NothingDone(), Measure(Kind.YES_NO), actual=None) == words


def test_a_habit_that_is_called_done_says_how_it_was_kept() -> None:
    known: dict[str, Any] = {"tally": Tally(14, 14), "rhythm": rhythm()}
    words = "You called it done on 1 March: kept 14 of 14 weeks."
    assert said(CalledDone(MARCH, ""), SCREEN, **known) == words


def test_without_a_reading_a_reason_says_what_it_can() -> None:
    assert said(NoTarget(), actual=None) == "No reading yet."
    assert said(Undue(), actual=None) == "No due date."
    assert said(NothingLate(), actual=None) == "5 weeks left; nothing is late."
    assert said(NothingLate(), due=None) == "3 of 6 articles; nothing is late."
    assert said(NothingLate(), actual=None, due=None) == "Nothing is late."
    assert said(NothingLate(), due=TODAY) == (
        "3 of 6 articles; the last day is today; nothing is late."
    )
    assert said(Pace(), actual=None) == "No reading yet of 6 articles with 5 weeks left."
    assert said(Reached(), actual=None) == "Reached."
    assert said(Silent(22, ever=True), actual=None) == "No reading for 3 weeks."
    none: dict[str, Any] = {"no_forecast": NoForecast(Cause.NO_READING), "actual": None}
    assert said(Unforeseen(), **none) == ("Too early to say. No forecast yet: there is no reading.")
    none["actual"] = 3
    assert said(Unforeseen(), **none) == (
        "Too early to say: 3 of 6 articles. No forecast yet: there is no reading."
    )
    yes = Measure(Kind.YES_NO)
    assert said(Reached(MARCH), yes, actual=1) == "Done on 1 March."
    assert said(NothingLate(), yes, actual=0) == "Not done yet with 5 weeks left; nothing is late."
    assert said(Unread(), GYM) == "No reading yet of 3 times a week."
    tasks, steps = Measure(Kind.TASKS), Measure(Kind.MILESTONES)
    assert said(NothingToCount(), tasks) == "It is counted by tasks, and there are none yet."
    assert said(NothingToCount(), steps) == "It is counted by milestones, and there are none yet."


@pytest.mark.parametrize(
    ("needed", "rate", "took", "words"),
    [
        (0.6, None, None, "needs one every 12 days"),
        (0.6, 0.3, None, "needs one every 12 days, lately one every 23 days"),
        (0.6, 0.0, None, "needs one every 12 days, lately none came"),
        (0.6, -1.0, None, "needs one every 12 days, lately none came"),
        (0.6, 0.3, 41, "needs one every 12 days, the last took 41"),
        (0.6, 0.3, 99, "needs one every 12 days, the last took 99"),
        (0.6, 0.3, 100, "needs one every 12 days, the last took 14 weeks"),
        (0.93, 0.3, 41, "needs one every 8 days, the last took 41"),
        (0.94, 0.3, 41, "needs one a week, the last took 41 days"),
        (0.16, 0.3, 41, "needs one every 6 weeks, the last took 41 days"),
        (1.3, 1.31, None, "needs one a week, lately 1.31 a week"),
        (2.0, 2.5, None, "needs 2 a week, lately 2.5 a week"),
        (None, 2.5, None, ""),
    ],
)
def test_what_a_count_needs_and_what_came(
    needed: float | None, rate: float | None, took: int | None, words: str
) -> None:
    text = said(Pace(took), needed_rate=needed, rate=rate)
    assert text == f"3 of 6 articles with 5 weeks left{'; ' if words else ''}{words}."


@pytest.mark.parametrize(
    ("needed", "rate", "words"),
    [
        (-0.5, None, "needs 0.5 kg a week down"),
        (-0.5, -0.3, "needs 0.5 kg a week down, lately 0.3"),
        (-0.5, 0.3, "needs 0.5 kg a week down, lately it went 0.3 up"),
        (-0.5, 0.0, "needs 0.5 kg a week down, lately it held still"),
        (0.5, 0.3, "needs 0.5 kg a week, lately 0.3"),
        (0.5, -0.3, "needs 0.5 kg a week, lately it went 0.3 down"),
    ],
)
def test_what_a_level_needs_and_where_it_went(
    needed: float, rate: float | None, words: str
) -> None:
    text = said(Pace(), LEVEL, actual=81.4, needed_rate=needed, rate=rate)
    assert text == f"81.4 kg, going from 82 to 75 with 5 weeks left; {words}."


def test_a_time_is_said_as_a_time_wherever_it_stands() -> None:
    run = Measure(Kind.LEVEL, 32, 27, "m:ss")
    text = said(Pace(), run, actual=29 + 1 / 6, needed_rate=-0.2, rate=-0.25)
    assert text == (
        "29:10 min, going from 32:00 to 27:00 with 5 weeks left; "
        "needs 0:12 min a week down, lately 0:15."
    )
    assert measure_in_words(ENGLISH, run) == "from 32:00 to 27:00 min"
    ahead = standing(Pace(), run, forecast=replace(FAR, value_low=24 + 1 / 6, value_high=26.1))
    assert ahead.forecast
    assert values(ENGLISH, ahead, ahead.forecast) == "24:10 to 26:06 min"


@pytest.mark.parametrize(
    ("unit", "words"),
    [
        ("EUR", "needs €0.13 a week, lately €1.50 a week"),
        ("€", "needs €0.13 a week, lately €1.50 a week"),
        ("%", "needs 0.13 % a week, lately 1.5 % a week"),
        ("kg of honey", "needs 0.13 kg of honey a week, lately 1.5 kg of honey a week"),
        ("h:mm", "needs 0:08 h a week, lately 1:30 h a week"),
    ],
)
def test_money_and_per_cent_come_in_parts_and_not_one_by_one(unit: str, words: str) -> None:
    text = said(Pace(41), replace(COUNT, unit=unit), needed_rate=0.125, rate=1.5)
    assert text.endswith(f"; {words}.")


@pytest.mark.parametrize("per", [Period.DAY, Period.WEEK])
@pytest.mark.parametrize("unit", ["", "times"])
def test_one_time_is_once(per: Period, unit: str) -> None:
    asked = replace(GYM, to=1.0, per=per, unit=unit)
    assert measure_in_words(ENGLISH, asked) == f"once a {per}"
    assert measure_in_words(ENGLISH, replace(asked, to=2.0)) == f"2 times a {per}"
    german = {Period.DAY: "einmal am Tag", Period.WEEK: "einmal pro Woche"}[per]
    assert measure_in_words(Voice("de", " "), asked) == german


def test_a_count_that_falls_is_said_as_a_level() -> None:
    text = said(Pace(), replace(COUNT, from_=6, to=0), needed_rate=-0.5, rate=0.0)
    assert text.endswith("needs 0.5 articles a week down, lately it held still.")


FAR = Forecast(0.4, 3.4, 4.4, 5.6, date(2026, 6, 1), date(2026, 7, 1), date(2027, 1, 3), ())


def test_a_status_that_stays_says_why() -> None:
    better = said(Pace(held="better"), forecast=FAR)
    assert better.endswith("; the chance of 40 % is not clearly better yet.")
    worse = said(Pace(held="worse"), forecast=FAR)
    assert worse.endswith("; the chance of 40 % is not clearly worse yet.")
    assert said(Pace(held="worse")) == "3 of 6 articles with 5 weeks left."


def test_a_forecast_in_its_own_numbers() -> None:
    """Of five things and more only whole ones are told."""
    found = standing(Pace(), forecast=FAR, progress=0.5)
    assert forecast_sentence(ENGLISH, found) == (
        "At this pace 3 to 6 articles by 30 June, and 6 articles about 1 July (between 1 June and "
        "3 January 2027); the chance of being in time is 40 %."
    )
    four = replace(found, to=4.0, forecast=replace(FAR, value_high=5.64))
    assert "3.40 to 5.64 articles by" in forecast_sentence(ENGLISH, four)
    level = standing(Pace(), LEVEL, forecast=replace(FAR, value_low=78.234, value_high=81.4))
    assert "78.2 to 81.4 kg by" in forecast_sentence(ENGLISH, level)
    same = replace(found, forecast=replace(FAR, value_low=4.4))
    assert "At this pace 4 to 6 articles" in forecast_sentence(ENGLISH, same)
    one = replace(found, forecast=replace(FAR, value_low=4.4, value_high=4.4))
    assert "At this pace 4 articles by" in forecast_sentence(ENGLISH, one)


def test_when_it_will_be_done() -> None:
    open_ = replace(FAR, finish_high=None)
    text = forecast_sentence(ENGLISH, standing(Pace(), forecast=open_))
    assert "about 1 July (1 June at the earliest);" in text
    sure = replace(FAR, finish_low=FAR.finish, finish_high=FAR.finish)
    text = forecast_sentence(ENGLISH, standing(Pace(), forecast=sure))
    assert "6 articles about 1 July; the chance" in text
    never = replace(FAR, finish=None)
    assert forecast_sentence(ENGLISH, standing(Pace(), forecast=never)) == (
        "Not at this pace: 3 to 6 articles by 30 June are likely, and the chance of 6 articles is "
        "40 %."
    )
    due = standing(Pace(), forecast=never, due=TODAY)
    assert forecast_sentence(ENGLISH, due) == (
        "The due date has come, and at this pace 6 articles are out of sight."
    )
    late = standing(Pace(), forecast=replace(sure), due=TODAY)
    assert forecast_sentence(ENGLISH, late) == (
        "After its due date, 6 articles at this pace about 1 July."
    )
    met = standing(Pace(), forecast=FAR, progress=1.0)
    assert forecast_sentence(ENGLISH, met) == "6 articles are reached."
    assert forecast_sentence(ENGLISH, replace(met, to=1.0)) == "1 article is reached."


@pytest.mark.parametrize(
    ("cause", "words"),
    [
        (Cause.NO_ENDS, "No forecast: it is not known where this starts or where it should end."),
        (Cause.NO_WAY, "No forecast: the goal ends where it starts."),
        (Cause.NO_DUE, "No forecast: there is no due date."),
        (Cause.NO_DAYS, "No forecast: the start and the due date leave no days between them."),
        (Cause.ENDLESS, "No forecast: a habit, a limit or a range has no end to foresee."),
        (Cause.NO_RATE, "No forecast: a goal of this kind has no rate."),
        (Cause.BY_OTHERS, "No forecast: the goals that serve it have theirs."),
        (Cause.NO_OTHERS, "No forecast: no goal serves it yet."),
        (Cause.PAUSED, "No forecast while the goal is paused."),
        (Cause.CLOSED, "No forecast: it is not open."),
        (Cause.FEW_READINGS, "No forecast yet: 1 reading in the last half year, and it takes 5."),
    ],
)
def test_why_nothing_is_foreseen(cause: Cause, words: str) -> None:
    found = standing(Pace(), no_forecast=NoForecast(cause, 1))
    assert forecast_sentence(ENGLISH, found) == words


def test_a_card_tells_the_likely_days_or_the_chance() -> None:
    likely = standing(Pace(), status=Status.ON_TRACK, forecast=replace(FAR, probability=0.6))
    assert outlook(ENGLISH, likely) == "Likely done 1 Jun 2026 – 3 Jan 2027"
    unlikely = replace(likely, forecast=replace(FAR, probability=0.59))
    assert outlook(ENGLISH, unlikely) == "59 % likely by 30 Jun"
    assert outlook(ENGLISH, replace(unlikely, due=None)) == "Likely done 1 Jun 2026 – 3 Jan 2027"
    vague = replace(FAR, finish_high=None, probability=0.9)
    assert outlook(ENGLISH, replace(likely, forecast=vague)) == "90 % likely by 30 Jun"
    assert outlook(ENGLISH, replace(likely, forecast=vague, due=None)) == "90 % likely"
    assert outlook(ENGLISH, replace(likely, status=Status.TOO_EARLY)) == "3 of 6 articles"
    nothing: dict[str, Any] = {
        "forecast": None,
        "actual": None,
        "no_forecast": NoForecast(Cause.NO_READING),
    }
    assert outlook(ENGLISH, replace(likely, **nothing)) == ("No forecast yet: there is no reading.")


def rhythm(**given: Any) -> Rhythm:
    """Nine of the last twelve weeks, three of the last four."""
    known: dict[str, Any] = {
        "per": Period.WEEK, "periods": (), "strength": 0.6, "run": 3, "best_run": 5,
        "back_after": 0, "met": 9, "due": 12, "current": None,
        "recent": (Mark.DONE, Mark.MISS, Mark.DONE, Mark.DONE),
    }  # fmt: skip
    return Rhythm(**{**known, **given})


def how(measure: Measure = GYM, *, judged: bool = False, **given: Any) -> str:
    found = standing(Kept(), measure, rhythm=rhythm(**given), tally=Tally(30, 40))
    return kept(ENGLISH, found, judged=judged)


def test_how_a_habit_was_kept() -> None:
    assert how() == "met 9 of the last 12 weeks, a run of 3, longest 5"
    assert how(SCREEN) == "kept 9 of the last 12 weeks, a run of 3, longest 5"
    assert how(judged=True) == (
        "met 9 of the last 12 weeks, 3 of the last 4, a run of 3, longest 5"
    )
    assert "not in the last 4" in how(judged=True, recent=(Mark.MISS,) * 4)
    assert "of the last 4" not in how(judged=True, recent=(Mark.DONE,) * 3)
    assert "of the last 4," not in how(judged=True, due=4, met=3)
    assert "of the last 4," in how(judged=True, due=5, met=3)
    assert how(run=1) == "met 9 of the last 12 weeks, longest 5"
    assert how(run=5) == "met 9 of the last 12 weeks, a run of 5, the longest so far"
    assert how(run=2, best_run=2) == "met 9 of the last 12 weeks, a run of 2, the longest so far"
    assert how(run=1, best_run=1) == "met 9 of the last 12 weeks"
    assert how(run=0, best_run=1) == "met 9 of the last 12 weeks"
    assert how(back_after=1).startswith("met 9 of the last 12 weeks, back after one week,")
    assert how(back_after=2).startswith("met 9 of the last 12 weeks, back after 2 weeks,")
    assert how(due=1, met=1, run=1, best_run=1) == "met the first week"
    assert how(SCREEN, due=1, met=1, run=1, best_run=1) == "kept the first week"
    assert how(due=0) == "the first week is not over yet"
    assert how(met=0) == "the next week that is met starts a run; the longest so far was 5 weeks"
    assert how(SCREEN, met=0, best_run=0) == "the next week that is kept starts a run"


@pytest.mark.parametrize(
    ("per", "one", "several"),
    [
        (Period.DAY, "day", "12 days"),
        (Period.MONTH, "month", "12 months"),
        (Period.QUARTER, "quarter", "12 quarters"),
        (Period.YEAR, "year", "12 years"),
    ],
)
def test_every_period_has_its_words(per: Period, one: str, several: str) -> None:
    assert how(per=per).startswith(f"met 9 of the last {several}")
    assert how(per=per, back_after=1).startswith(f"met 9 of the last {several}, back after one")
    assert how(per=per, due=0) == f"the first {one} is not over yet"
    assert how(per=per, met=0, best_run=0) == f"the next {one} that is met starts a run"
    assert how(SCREEN, per=per, met=0, best_run=0) == f"the next {one} that is kept starts a run"
    assert how(per=per, due=1, met=1, run=1, best_run=1) == f"met the first {one}"
    assert how(SCREEN, per=per, due=1, met=1, run=1, best_run=1) == f"kept the first {one}"
    asked = standing(Unread(), replace(GYM, per=per))
    assert reason(ENGLISH, asked) == f"No reading yet of 3 times a {one}."
    now = HabitPeriod(TODAY, TODAY, 1.0, 3.0, Mark.UNKNOWN)
    running = standing(Kept(), GYM, rhythm=rhythm(per=per, current=now))
    assert reason(ENGLISH, running).endswith(f"; 1 of 3 this {one} so far.")


def test_the_running_period_is_told_while_it_is_open() -> None:
    now = HabitPeriod(TODAY, TODAY, 1.0, 3.0, Mark.UNKNOWN)
    found = standing(Kept(judged=True), GYM, rhythm=rhythm(current=now))
    assert reason(ENGLISH, found) == (
        "Met 9 of the last 12 weeks, 3 of the last 4, a run of 3, longest 5; 1 of 3 this week so "
        "far."
    )
    done = replace(now, mark=Mark.DONE)
    assert "so far" not in reason(ENGLISH, replace(found, rhythm=rhythm(current=done)))
    none = replace(now, value=0.0)
    assert "so far" not in reason(ENGLISH, replace(found, rhythm=rhythm(current=none)))
    sleep = Measure(Kind.RANGE, 7, 8, "hours")
    assert "so far" not in said(Kept(), sleep, rhythm=rhythm(current=now))


def test_progress_in_the_goals_own_terms() -> None:
    kept_: dict[str, Any] = {"rhythm": rhythm(), "tally": Tally(30, 40)}
    assert summary(ENGLISH, standing(Kept(), GYM, **kept_)) == "met 30 of 40 weeks"
    assert summary(ENGLISH, standing(Kept(), SCREEN, **kept_)) == "kept 30 of 40 weeks"
    kept_["tally"] = Tally(0, 40)
    assert summary(ENGLISH, standing(Kept(), SCREEN, **kept_)) == "at most 2 evenings a week"
    steps, tasks = Measure(Kind.MILESTONES), Measure(Kind.TASKS)
    assert summary(ENGLISH, standing(Kept(), steps, tally=Tally(1, 1))) == "1 of 1 milestone"
    assert summary(ENGLISH, standing(Kept(), tasks, tally=Tally(0, 2))) == "0 of 2 tasks"
    assert summary(ENGLISH, standing(Kept(), tasks)) == ""
    goals = Measure(Kind.GOALS)
    assert summary(ENGLISH, standing(Kept(), goals, tally=Tally(0, 1))) == "1 goal, none achieved"
    assert summary(ENGLISH, standing(Kept(), goals, tally=Tally(2, 3))) == "3 goals, 2 achieved"
    from_ten = standing(Kept(), replace(COUNT, from_=10, to=24), actual=12.0)
    assert summary(ENGLISH, from_ten) == "12 articles, going from 10 to 24"
    assert summary(ENGLISH, standing(Kept(), to=None)) == "3 articles"
    assert summary(ENGLISH, standing(Kept(), from_=None)) == "3 articles"


def child(title: str, status: Status, *, known: bool = True, weight: float = 1.0) -> Child:
    return Child(title.lower(), title, status, known, weight)


def test_goals_that_serve_another_are_all_named() -> None:
    served = (
        child("Run", Status.AT_RISK),
        child("Read", Status.ON_TRACK),
        child("Write", Status.AHEAD),
        child("Sleep", Status.NO_DATA, known=False),
        child("Sing", Status.ACHIEVED, weight=0.0),
        child("Chess", Status.DROPPED),
        child("Rest", Status.PAUSED),
    )
    names = tuple(one.id for one in served)
    found = standing(Together(), Measure(Kind.GOALS), children=names, served_by=served)
    told = reason(ENGLISH, found)
    assert told == (
        "2 of 4 on track; 1 goal achieved; at risk: Run; no data yet and counted 0: Sleep; shown "
        "but not counted: Sing; paused: Rest; dropped: Chess."
    )
    assert together_sentence(ENGLISH, found) == told
    alone = standing(Together(), Measure(Kind.GOALS))
    assert reason(ENGLISH, alone) == "No goal serves this one yet."
    assert together_sentence(ENGLISH, alone) == ""


def test_a_paused_goal_that_counts_0_is_named_once() -> None:
    served = (
        child("Sing", Status.NO_DATA, known=False),
        child("Rest", Status.PAUSED, known=False),
        child("Swim", Status.PAUSED),
    )
    names = tuple(one.id for one in served)
    found = standing(Together(), Measure(Kind.GOALS), children=names, served_by=served)
    assert reason(ENGLISH, found) == (
        "0 of 1 on track; no data yet and counted 0: Sing; paused and counted 0: Rest; paused: "
        "Swim."
    )
    assert "; pausiert und als 0 gezählt: Rest; " in reason(Voice("de", " "), found)


def test_a_change_in_the_words_of_a_table() -> None:
    change = FieldChange(MARCH, "measurable.to", 24.0, 30.0, "more time")
    assert field_name(ENGLISH, change) == "target"
    assert field_name(ENGLISH, replace(change, field="replaced_by")) == "replaced by"
    assert field_name(ENGLISH, replace(change, field="measurable.minimum")) == "minimum"
    told = [None, "", (), True, False, 12000.0, MARCH, Period.WEEK, ("a", "b"), "words", COUNT]
    assert [value(ENGLISH, one) for one in told] == [
        "not set", "not set", "not set", "yes", "no", "12,000", "2026-03-01", "week", "a; b",
        "words", "count 0 6 articles",
    ]  # fmt: skip


def row(**given: Any) -> Row:
    known: dict[str, Any] = {
        "kind": Kind.COUNT, "goals": 6, "ended": 5, "weeks": 20, "near": 0.8, "far": 0.7,
        "brier": 0.1, "base": 0.2,
    }  # fmt: skip
    return Row(**{**known, **given})


def test_what_a_backtest_means() -> None:
    def told(**given: Any) -> str:
        return verdict(ENGLISH, Backtest((row(**given),), ()))

    assert told() == (
        "Four weeks on, the 80 % range held what came in 80 % of 20 weeks. For counts the "
        "probability did better than the plain share of goals met (0.100 against 0.200; less is "
        "better)."
    )
    assert "20 weeks, so it is too narrow for your weeks." in told(near=0.69)
    assert "20 weeks. For" in told(near=0.7)
    assert "20 weeks. For" in told(near=0.9)
    assert "20 weeks, so it is wider than it need be." in told(near=0.91)
    assert told(weeks=19).startswith("Too little to tell yet: 19 weeks can be checked, and it")
    assert "did no better than" in told(brier=0.2)
    assert "For levels" in told(kind=Kind.LEVEL)
    assert told(ended=4).endswith(
        "4 goals with a forecast have ended so far; from 5 of a measure on, the probability can be "
        "scored."
    )
    assert "1 goal with a forecast has ended" in told(ended=1)
    assert "No goal with a forecast has ended" in told(ended=0)


def test_the_table_of_a_backtest() -> None:
    rows = table(ENGLISH, Backtest((row(), row(kind=Kind.LEVEL, ended=4, weeks=19)), ()))
    assert rows[1].split() == ["count", "6", "5", "20", *"80 % 70 % 0.100 0.200".split()]
    assert rows[2].split() == ["level", "6", "4", "19", *["too", "few"] * 4]
    bare = table(ENGLISH, Backtest((row(far=None, brier=None, base=None),), ()))
    assert bare[1].split()[-3:] == ["–", "–", "–"]
    assert [len(row) for row in rows[:3]] == [69, 69, 69]
    assert rows[3] == ""


def test_what_a_new_entry_says_beside_a_goal() -> None:
    assert to_beat(ENGLISH, standing(Pace(), None)) == "the first number"
    assert to_beat(ENGLISH, standing(Pace(), needed_rate=1.4)) == (
        "3 of 6 articles; needs 1.4 a week"
    )
    assert to_beat(ENGLISH, standing(Pace(), actual=None)) == "the first number"
    assert to_beat(ENGLISH, standing(Pace(), needed_rate=0.0)) == "3 of 6 articles"
    assert to_beat(ENGLISH, standing(Pace(), Measure(Kind.YES_NO))) == "yes when it is done"
    assert to_beat(ENGLISH, standing(Pace(), GYM)) == "wants 3 times a week"
    assert to_beat(ENGLISH, standing(Pace(), SCREEN)) == "at most 2 evenings a week"
    assert planned_hours(ENGLISH, standing(Pace())) == "hours this week"
    assert more(ENGLISH, 1) == "1 more goal is closed or waiting: milepost status --all"
    assert more(ENGLISH, 2) == "2 more goals are closed or waiting: milepost status --all"


def test_the_last_line_of_a_card() -> None:
    assert pages.pace(ENGLISH, standing(Pace(), needed_rate=1.4, rate=0.5)) == (
        "1.4 articles a week wanted · you do 0.5"
    )
    assert (
        pages.pace(ENGLISH, standing(Pace(), needed_rate=1.4)) == "1.4 articles a week gets there"
    )
    assert pages.pace(ENGLISH, standing(Pace(), forecast=FAR)) == "3 of 6 articles"
    assert pages.pace(ENGLISH, standing(Pace())) == ""
    kept_ = standing(Kept(), GYM, rhythm=rhythm(), tally=Tally(30, 40), needed_rate=1.0)
    assert pages.pace(ENGLISH, kept_) == "met 30 of 40 weeks"


def test_small_notes_on_pages() -> None:
    assert pages.ahead(ENGLISH, None) == pages.ahead(ENGLISH, 0) == ""
    assert [pages.ahead(ENGLISH, days) for days in (1, 5, -1, -5)] == [
        "1 day ahead", "5 days ahead", "1 day behind", "5 days behind",
    ]  # fmt: skip
    assert pages.in_a_row(ENGLISH, 2, ever=True) == "2 in a row"
    assert pages.in_a_row(ENGLISH, 1, ever=True) == ""
    assert pages.in_a_row(ENGLISH, 0, ever=False) == "one line is a start"
    assert pages.weeks_left(ENGLISH, 0, 13) == "the last week of the quarter"
    assert pages.weeks_left(ENGLISH, 6, 13) == "6 of 13 weeks left in the quarter"
    assert pages.active_and_done(ENGLISH, 6, 2) == "6 active · 2 done this year"
    assert pages.active_and_done(ENGLISH, 0, 0) == ""
    assert pages.of_boxes(ENGLISH, 1) == "of 1 box"
