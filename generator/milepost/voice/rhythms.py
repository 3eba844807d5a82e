"""How a habit, a limit or a range was kept, in words.

In: standings with a rhythm. Out: phrases.
"""

from __future__ import annotations

from typing import assert_never

from milepost.journal.words import Kind, Period
from milepost.progress.rhythm import FIRM, HALF_FIRM, RECENT
from milepost.progress.values import Mark, Rhythm, Standing
from milepost.voice.catalogue import deferred
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
        text = voice.say(_NEXT[rhythm.per][0 if habit else 1])
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


def strength_sentence(voice: Voice, standing: Standing) -> str:
    """How firm a habit is; empty of ranges, and where none of the last periods was met."""
    rhythm = standing.rhythm
    strength = rhythm.strength if rhythm and rhythm.met else None  # never a bare zero
    if strength is None or standing.kind is not Kind.HABIT:
        return ""
    share = voice.percent(strength)
    if strength >= FIRM:
        return voice.say("Its strength is {share}: it is firm, and one miss does little.",
                         share=share)  # fmt: skip
    if strength >= HALF_FIRM:
        return voice.say("Its strength is {share}: it is half firm.", share=share)
    return voice.say("Its strength is {share}: it is not firm yet.", share=share)


def clear_sentence(voice: Voice, standing: Standing) -> str:
    """For how long nothing came of what is not to be: "None for 12 days, up to 22 November."

    Empty of all but limits of 0, and under two days.
    """
    days, last = standing.clear_days, standing.last_reading
    if not standing.status.living or days is None or days < 2 or last is None:
        return ""
    until = voice.spoken(last, standing.day)
    return voice.sentence(
        voice.say("none for {time}, as told up to {date}", time=voice.days(days), date=until)
    )


def _met(voice: Voice, rhythm: Rhythm, *, habit: bool) -> str:
    if rhythm.due == 1:
        return voice.say(_FIRST_KEPT[rhythm.per][0 if habit else 1])
    done, last = voice.number(rhythm.met), periods(voice, rhythm.per, rhythm.due)
    if rhythm.apart and habit:
        return voice.say(
            "met {number} of the last {periods} that counted", number=done, periods=last
        )
    if rhythm.apart:
        return voice.say(
            "kept {number} of the last {periods} that were told", number=done, periods=last
        )
    if habit:
        return voice.say("met {number} of the last {periods}", number=done, periods=last)
    return voice.say("kept {number} of the last {periods}", number=done, periods=last)


_FIRST = {
    Period.DAY: deferred("the first day is not over yet"),
    Period.WEEK: deferred("the first week is not over yet"),
    Period.FORTNIGHT: deferred("the first fortnight is not over yet"),
    Period.MONTH: deferred("the first month is not over yet"),
    Period.QUARTER: deferred("the first quarter is not over yet"),
    Period.YEAR: deferred("the first year is not over yet"),
}


def _first(voice: Voice, per: Period) -> str:
    return voice.say(_FIRST[per])


_FIRST_KEPT = {
    Period.DAY: (deferred("met the first day"), deferred("kept the first day")),
    Period.WEEK: (deferred("met the first week"), deferred("kept the first week")),
    Period.FORTNIGHT: (
        deferred("met the first fortnight"),
        deferred("kept the first fortnight"),
    ),
    Period.MONTH: (deferred("met the first month"), deferred("kept the first month")),
    Period.QUARTER: (deferred("met the first quarter"), deferred("kept the first quarter")),
    Period.YEAR: (deferred("met the first year"), deferred("kept the first year")),
}
_NEXT = {
    Period.DAY: (
        deferred("the next day that is met starts a run"),
        deferred("the next day that is kept starts a run"),
    ),
    Period.WEEK: (
        deferred("the next week that is met starts a run"),
        deferred("the next week that is kept starts a run"),
    ),
    Period.FORTNIGHT: (
        deferred("the next fortnight that is met starts a run"),
        deferred("the next fortnight that is kept starts a run"),
    ),
    Period.MONTH: (
        deferred("the next month that is met starts a run"),
        deferred("the next month that is kept starts a run"),
    ),
    Period.QUARTER: (
        deferred("the next quarter that is met starts a run"),
        deferred("the next quarter that is kept starts a run"),
    ),
    Period.YEAR: (
        deferred("the next year that is met starts a run"),
        deferred("the next year that is kept starts a run"),
    ),
}
"""What begins a run again: of a habit, and of a limit or a range."""


def _back(voice: Voice, rhythm: Rhythm) -> str:
    away = rhythm.back_after
    match rhythm.per:
        case Period.DAY:
            return voice.many("back after one day", "back after {count} days", away)
        case Period.WEEK:
            return voice.many("back after one week", "back after {count} weeks", away)
        case Period.FORTNIGHT:
            return voice.many("back after one fortnight", "back after {count} fortnights", away)
        case Period.MONTH:
            return voice.many("back after one month", "back after {count} months", away)
        case Period.QUARTER:
            return voice.many("back after one quarter", "back after {count} quarters", away)
        case Period.YEAR:
            return voice.many("back after one year", "back after {count} years", away)
    assert_never(rhythm.per)
