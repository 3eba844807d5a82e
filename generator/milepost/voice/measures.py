"""A goal's measure in words, and its progress in its own terms.

In: measures and standings. Out: phrases.
"""

from __future__ import annotations

from math import floor
from typing import assert_never

from milepost.journal.values import Measure
from milepost.journal.words import Direction, Kind, Log, Period
from milepost.progress.values import Standing
from milepost.voice.catalogue import deferred
from milepost.voice.voice import Voice


def measure_in_words(voice: Voice, measure: Measure) -> str:
    """How a goal is counted, as a phrase: "from 82 to 75 kg", "3 times a week".

    In English it is read as the same measure where it is written under `measurable`.
    """
    text = _asked(voice, measure)
    if measure.log is Log.COUNT:
        return voice.say("{measure}, each entry counting as one", measure=text)
    which = _OF_SEVERAL.get(measure.log) if measure.log else None
    plain = measure.log is Log.LAST and measure.kind is not Kind.RANGE
    if which is None or plain or measure.kind is Kind.AVERAGE:
        return text
    per = (measure.per or Period.WEEK) if measure.kind.facts.periodic else Period.DAY
    return voice.say(which, measure=text, each_period=each_period(voice, per))


def _asked(voice: Voice, measure: Measure) -> str:
    """What a measure asks for, without what several numbers of a day or a period come to."""
    low = voice.figure(measure.from_, measure.unit) if measure.from_ is not None else ""
    high = voice.number(measure.to, measure.unit) if measure.to is not None else ""
    match measure.kind:
        case Kind.COUNT if measure.from_ in (0, None):
            return high
        case Kind.LEVEL if measure.from_ is None:
            return _from_first(voice, measure, high)
        case Kind.COUNT | Kind.LEVEL:
            return voice.say("from {low} to {high}", low=low, high=high)
        case Kind.HABIT:
            times = _times(voice, measure)
            return f"{times} {a_period(voice, measure.per)}" if measure.per else times
        case Kind.LIMIT:
            most = f"{high} {a_period(voice, measure.per)}" if measure.per else high
            return voice.say("at most {amount}", amount=most)
        case Kind.RANGE:
            return _kept_within(voice, measure, low, high)
        case Kind.AVERAGE:
            text = voice.say(
                "on average {amount}",
                amount=bounds(voice, measure.from_, measure.to, measure.unit),
            )
            return f"{text} {each_period(voice, measure.per or Period.WEEK)}"
        case Kind.YES_NO:
            return voice.say("done or not")
        case Kind.GOALS:
            return voice.say("the goals that serve it")
        case Kind.MILESTONES:
            return voice.say("its milestones")
        case Kind.TASKS:
            return voice.say("its tasks")
    assert_never(measure.kind)


def minimum_sentence(voice: Voice, standing: Standing) -> str:
    """That the least which would still do is there, and what is left: empty where it is not.

    "The minimum of 18 books is in; 5 more to the target."
    """
    measure, there = standing.goal.measurable, standing.actual
    met = standing.progress is not None and standing.progress >= 1
    if not measure or not standing.minimum_in or there is None or standing.to is None or met:
        return ""
    least = voice.number(measure.minimum, standing.unit)
    if not standing.status.living:
        return voice.sentence(voice.say("the minimum of {least} is in", least=least))
    left = voice.number(abs(standing.to - there), standing.unit)
    if voice.figure(abs(standing.to - there), standing.unit) == voice.figure(0, standing.unit):
        return voice.sentence(voice.say("the minimum of {least} is in", least=least))
    text = voice.say(
        "the minimum of {least} is in; {left} more to the target", least=least, left=left
    )
    return voice.sentence(text)


_OF_SEVERAL = {
    Log.MAX: deferred("{measure}, the largest number {each_period}"),
    Log.MIN: deferred("{measure}, the smallest number {each_period}"),
    Log.MEAN: deferred("{measure}, the mean {each_period}"),
    Log.LAST: deferred("{measure}, the last number {each_period}"),
}
"""Which of several numbers of a day, or of a period, counts."""


def _from_first(voice: Voice, measure: Measure, high: str) -> str:
    """A level that starts where its first reading stands: "to 75 kg"."""
    if measure.to is not None and measure.goes is Direction.DOWN:
        return voice.say("down to {amount}", amount=high)
    if measure.to is not None and measure.goes is Direction.UP:
        return voice.say("get up to {amount}", amount=high)
    if measure.to is not None or measure.by is None:
        return voice.say("to {amount}", amount=high)
    amount = voice.number(abs(measure.by), measure.unit)
    if measure.by < 0:
        return voice.say("{amount} down from the first reading", amount=amount)
    return voice.say("{amount} up from the first reading", amount=amount)


def _kept_within(voice: Voice, measure: Measure, low: str, high: str) -> str:
    if low and high:
        return voice.say("kept between {low} and {high}", low=low, high=high)
    if low:
        return voice.say("kept above {amount}", amount=voice.number(measure.from_, measure.unit))
    return voice.say("kept below {amount}", amount=high)


def weekly_hours(voice: Voice, hours: float) -> str:
    """As "4 h a week"."""
    return voice.say("{hours} a week", hours=voice.hours(hours))


def confidence(voice: Voice, value: float) -> str:
    """As "confidence 8 of 10"."""
    return voice.say("confidence {number} of 10", number=voice.number(value))


def on_average(voice: Voice, value: float | None) -> str:
    """A mean of marks from 1 to 5: one decimal, which half a step needs, and none where whole."""
    return voice.number(None if value is None else floor(value * 10 + 0.5) / 10)


def bounds(voice: Voice, low: float | None, high: float | None, unit: str) -> str:
    """What a range or a limit allows: "70 to 75 kg", "at most 2", "at least 7"."""
    if low is None:
        return (
            voice.say("at most {amount}", amount=voice.number(high, unit))
            if high is not None
            else ""
        )
    if high is None:
        return voice.say("at least {amount}", amount=voice.number(low, unit))
    return voice.say("{low} to {high}", low=voice.figure(low, unit), high=voice.number(high, unit))


def wanted(voice: Voice, measure: Measure) -> str:
    """What a habit, a limit or a range asks for: "3 times a week", "70 to 75 kg"."""
    if measure.kind.facts.averaged:
        return measure_in_words(voice, measure)
    if measure.kind is Kind.RANGE:
        return bounds(voice, measure.from_, measure.to, measure.unit)
    text = f"{_times(voice, measure)} {a_period(voice, measure.per or Period.WEEK)}"
    limit = measure.kind is Kind.LIMIT
    return voice.say("at most {amount}", amount=text) if limit else text


def _times(voice: Voice, measure: Measure) -> str:
    """How often a habit or a limit asks: "3 times", "once", "20 pages"."""
    to = 1.0 if measure.to is None else measure.to
    if measure.unit not in {"", "times"}:
        return voice.number(to, measure.unit)
    return voice.say("once") if to == 1 else voice.say("{number} times", number=voice.number(to))


_A_PERIOD = {
    Period.DAY: deferred("a day"),
    Period.WEEK: deferred("a week"),
    Period.FORTNIGHT: deferred("a fortnight"),
    Period.MONTH: deferred("a month"),
    Period.QUARTER: deferred("a quarter"),
    Period.YEAR: deferred("a year"),
}


def a_period(voice: Voice, per: Period) -> str:
    """As "a week", after how often."""
    return voice.say(_A_PERIOD[per])


_EACH_PERIOD = {
    Period.DAY: deferred("each day"),
    Period.WEEK: deferred("each week"),
    Period.FORTNIGHT: deferred("each fortnight"),
    Period.MONTH: deferred("each month"),
    Period.QUARTER: deferred("each quarter"),
    Period.YEAR: deferred("each year"),
}


def each_period(voice: Voice, per: Period) -> str:
    """As "each week"."""
    return voice.say(_EACH_PERIOD[per])


_THIS_PERIOD = {
    Period.DAY: deferred("this day"),
    Period.WEEK: deferred("this week"),
    Period.FORTNIGHT: deferred("this fortnight"),
    Period.MONTH: deferred("this month"),
    Period.QUARTER: deferred("this quarter"),
    Period.YEAR: deferred("this year"),
}


def this_period(voice: Voice, per: Period) -> str:
    """As "this week"."""
    return voice.say(_THIS_PERIOD[per])


def periods(voice: Voice, per: Period, count: int) -> str:
    """As "1 week", "12 weeks"."""
    match per:
        case Period.DAY:
            return voice.days(count)
        case Period.WEEK:
            return voice.weeks(count)
        case Period.FORTNIGHT:
            return voice.many("{count} fortnight", "{count} fortnights", count)
        case Period.MONTH:
            return voice.many("{count} month", "{count} months", count)
        case Period.QUARTER:
            return voice.many("{count} quarter", "{count} quarters", count)
        case Period.YEAR:
            return voice.many("{count} year", "{count} years", count)
    assert_never(per)


def summary(voice: Voice, standing: Standing) -> str:
    """The progress in the goal's own terms: "3 of 6 articles", "81.4 kg, going from 82 to 75".

    Empty where nothing is known.
    """
    match standing.kind:
        case Kind.COUNT | Kind.LEVEL:
            return _on_the_way(voice, standing)
        case Kind.HABIT | Kind.LIMIT | Kind.RANGE | Kind.AVERAGE:
            return _kept(voice, standing)
        case Kind.MILESTONES | Kind.TASKS:
            return _steps(voice, standing)
        case Kind.YES_NO:
            done = standing.actual is not None and standing.actual >= 1
            return voice.say("done") if done else voice.say("not done yet")
        case Kind.GOALS:
            return _goals(voice, standing)
    assert_never(standing.kind)


def _on_the_way(voice: Voice, standing: Standing) -> str:
    unit, from_, to = standing.unit, standing.from_, standing.to
    if standing.actual is None:
        return ""
    if from_ is None or to is None:
        return voice.number(standing.actual, unit)
    if standing.kind is Kind.COUNT and from_ == 0:
        whole = voice.number(to, unit)
        now = voice.figure(standing.actual, unit)
        return voice.say("{number} of {whole}", number=now, whole=whole)
    return voice.say(
        "{now}, going from {start} to {end}",
        now=voice.number(standing.actual, unit),
        start=voice.figure(from_, unit),
        end=voice.figure(to, unit),
    )


def _kept(voice: Voice, standing: Standing) -> str:
    tally, rhythm, measure = standing.tally, standing.rhythm, standing.goal.measurable
    if tally is None or rhythm is None or measure is None:
        return ""
    if not tally.done:
        return wanted(voice, measure)
    done, whole = voice.number(tally.done), periods(voice, rhythm.per, tally.of)
    if standing.kind is Kind.HABIT:
        return voice.say("met {number} of {periods}", number=done, periods=whole)
    return voice.say("kept {number} of {periods}", number=done, periods=whole)


def _steps(voice: Voice, standing: Standing) -> str:
    tally = standing.tally
    if tally is None:
        return ""
    done = voice.number(tally.done)
    if standing.kind is Kind.MILESTONES:
        steps = voice.many(
            "{number} of {count} milestone", "{number} of {count} milestones", tally.of, number=done
        )
        share = standing.progress
        if not tally.of or share is None or abs(share - tally.done / tally.of) < 0.005:
            return steps
        return voice.say("{steps} ({share} by weight)", steps=steps, share=voice.percent(share))
    return voice.many(
        "{number} of {count} task", "{number} of {count} tasks", tally.of, number=done
    )


def _goals(voice: Voice, standing: Standing) -> str:
    tally = standing.tally
    if tally is None:
        return ""
    goals = voice.many("{count} goal", "{count} goals", tally.of)
    if not tally.done:
        return voice.say("{goals}, none achieved", goals=goals)
    return voice.say("{goals}, {number} achieved", goals=goals, number=voice.number(tally.done))
