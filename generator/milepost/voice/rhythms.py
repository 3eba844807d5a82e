"""How a habit, a limit or a range was kept, in words.

In: standings with a rhythm. Out: phrases.
"""

from __future__ import annotations

from typing import assert_never

from milepost.journal.words import Kind, Period
from milepost.progress.report import Mark, Rhythm, Standing
from milepost.progress.rhythm import RECENT
from milepost.voice.measures import periods
from milepost.voice.voice import Voice


def kept(voice: Voice, standing: Standing, *, judged: bool = False) -> str:
    """As "met 9 of the last 12 weeks, back after one week, longest 14": never a bare zero.

    `judged` tells the last four periods as well, which decide the status.
    """
    rhythm = standing.rhythm
    if rhythm is None:
        return ""
    habit = standing.kind is Kind.HABIT
    if rhythm.due == 0:
        return _first(voice, rhythm.per)
    if rhythm.met == 0:
        text = _next(voice, rhythm.per, habit=habit)
        if not rhythm.best_run:
            return text
        longest = periods(voice, rhythm.per, rhythm.best_run)
        return voice.joined(text, voice.say("the longest so far was {periods}", periods=longest))
    parts = [_met(voice, rhythm, habit=habit)]
    if judged and len(rhythm.recent) == RECENT and rhythm.due > RECENT:
        good = rhythm.recent.count(Mark.DONE)
        if good:
            parts.append(voice.say("{number} of the last 4", number=voice.number(good)))
        else:
            parts.append(voice.say("not in the last 4"))
    if rhythm.back_after:
        parts.append(_back(voice, rhythm))
    if rhythm.run > 1:
        run = voice.say("a run of {number}", number=voice.number(rhythm.run))
        longest_yet = rhythm.run == rhythm.best_run
        parts.append(voice.say("{run}, the longest so far", run=run) if longest_yet else run)
    if rhythm.best_run > max(rhythm.run, 1):
        parts.append(voice.say("longest {number}", number=voice.number(rhythm.best_run)))
    return ", ".join(parts)


def kept_sentence(voice: Voice, standing: Standing) -> str:
    """The same as a sentence of its own; empty where there is no rhythm."""
    return voice.sentence(kept(voice, standing))


def _met(voice: Voice, rhythm: Rhythm, *, habit: bool) -> str:
    if rhythm.due == 1:
        return _met_first(voice, rhythm.per, habit=habit)
    done, last = voice.number(rhythm.met), periods(voice, rhythm.per, rhythm.due)
    if habit:
        return voice.say("met {number} of the last {periods}", number=done, periods=last)
    return voice.say("kept {number} of the last {periods}", number=done, periods=last)


def _first(voice: Voice, per: Period) -> str:
    match per:
        case Period.DAY:
            return voice.say("the first day is not over yet")
        case Period.WEEK:
            return voice.say("the first week is not over yet")
        case Period.MONTH:
            return voice.say("the first month is not over yet")
        case Period.QUARTER:
            return voice.say("the first quarter is not over yet")
        case Period.YEAR:
            return voice.say("the first year is not over yet")
    assert_never(per)


def _met_first(voice: Voice, per: Period, *, habit: bool) -> str:
    match per:
        case Period.DAY:
            return voice.say("met the first day") if habit else voice.say("kept the first day")
        case Period.WEEK:
            return voice.say("met the first week") if habit else voice.say("kept the first week")
        case Period.MONTH:
            return voice.say("met the first month") if habit else voice.say("kept the first month")
        case Period.QUARTER:
            first = voice.say("met the first quarter")
            return first if habit else voice.say("kept the first quarter")
        case Period.YEAR:
            return voice.say("met the first year") if habit else voice.say("kept the first year")
    assert_never(per)


def _next(voice: Voice, per: Period, *, habit: bool) -> str:
    """What begins a run again."""
    match per:
        case Period.DAY:
            met = voice.say("the next day that is met starts a run")
            return met if habit else voice.say("the next day that is kept starts a run")
        case Period.WEEK:
            met = voice.say("the next week that is met starts a run")
            return met if habit else voice.say("the next week that is kept starts a run")
        case Period.MONTH:
            met = voice.say("the next month that is met starts a run")
            return met if habit else voice.say("the next month that is kept starts a run")
        case Period.QUARTER:
            met = voice.say("the next quarter that is met starts a run")
            return met if habit else voice.say("the next quarter that is kept starts a run")
        case Period.YEAR:
            met = voice.say("the next year that is met starts a run")
            return met if habit else voice.say("the next year that is kept starts a run")
    assert_never(per)


def _back(voice: Voice, rhythm: Rhythm) -> str:
    away = rhythm.back_after
    match rhythm.per:
        case Period.DAY:
            return voice.many("back after one day", "back after {count} days", away)
        case Period.WEEK:
            return voice.many("back after one week", "back after {count} weeks", away)
        case Period.MONTH:
            return voice.many("back after one month", "back after {count} months", away)
        case Period.QUARTER:
            return voice.many("back after one quarter", "back after {count} quarters", away)
        case Period.YEAR:
            return voice.many("back after one year", "back after {count} years", away)
    assert_never(rhythm.per)
