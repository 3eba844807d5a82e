"""Why a light of a goal is on, in a sentence: what the goal says under each of the five letters.

In: a report, a standing, a letter of SMART. Out: sentences. Why a light is off, the findings say.
"""

from __future__ import annotations

from milepost.journal.numbers import CLOCKS
from milepost.journal.words import Kind
from milepost.progress.report import Report
from milepost.progress.values import Standing
from milepost.voice.measures import confidence, measure_in_words, weekly_hours
from milepost.voice.voice import Voice


def why_on(voice: Voice, report: Report, standing: Standing, letter: str, *, spared: bool) -> str:
    """Why a light is on; `spared` says that the goal is exploratory and not held to it."""
    if spared:
        return voice.say("An exploratory goal is not held to this.")
    match letter:
        case "S":
            if standing.goal.specific:
                return voice.say("Says what and what for.")
            return voice.say("Says what.")
        case "M":
            return voice.sentence(_measurable(voice, standing))
        case "A":
            return voice.sentence(_achievable(voice, standing))
        case "R":
            return voice.sentence(_relevant(voice, report, standing))
        case _:
            return voice.sentence(_time_bound(voice, standing))


def counted_from(voice: Voice, standing: Standing, letters: str = "MT") -> str:
    """What was counted from other words: the total (M), the due date (T), both or nothing."""
    total = _total_counted(voice, standing) if "M" in letters else ""
    due = _due_counted(voice, standing) if "T" in letters else ""
    start = _start_counted(voice, standing) if "T" in letters else ""
    return " ".join(voice.sentence(said) for said in (total, due, start) if said)


def _total_counted(voice: Voice, standing: Standing) -> str:
    measure = standing.goal.measurable
    if measure is None or not measure.words or standing.to is None:
        return ""
    total = voice.number(standing.to, standing.unit)
    return voice.say("{total}, counted from “{words}”", total=total, words=measure.words)


def _start_counted(voice: Voice, standing: Standing) -> str:
    if not standing.counts_from_journal or standing.start is None or not standing.status.living:
        return ""
    date = voice.spoken(standing.start, standing.day)
    return voice.say("no start is written: it counts from {date}, the first entry", date=date)


def _due_counted(voice: Voice, standing: Standing) -> str:
    words = standing.goal.time_bound.words
    if not words or standing.due is None:
        return ""
    date = voice.spoken(standing.due, standing.day)
    return voice.say("due on {date}, counted from “{words}”", date=date, words=words)


def _measurable(voice: Voice, standing: Standing) -> str:
    measure, kind = standing.goal.measurable, standing.kind
    if total := _total_counted(voice, standing):
        return total
    if kind.facts.has_end and standing.from_ is not None and standing.to is not None:
        unit = standing.unit
        low, high = voice.figure(standing.from_, unit), voice.figure(standing.to, unit)
        if unit in CLOCKS or high == voice.number(standing.to, unit):  # these name the unit
            high = voice.number(standing.to, unit)
            return voice.say("counted from {low} to {high}", low=low, high=high)
        return voice.say("counted in {unit}, from {low} to {high}", unit=unit, low=low, high=high)
    if kind.facts.periodic and measure:
        text = measure_in_words(voice, measure)
        return voice.say("counted: {measure}", measure=text) if kind.facts.summed else text
    match kind:
        case Kind.MILESTONES:
            return voice.many(
                "counted by {count} milestone",
                "counted by {count} milestones",
                len(standing.goal.milestones),
            )
        case Kind.TASKS:
            return voice.many(
                "counted by {count} check box",
                "counted by {count} check boxes",
                len(standing.goal.tasks),
            )
        case Kind.GOALS:
            return voice.many(
                "counted by the {count} goal that serves it",
                "counted by the {count} goals that serve it",
                len(standing.children),
            )
        case _:
            return voice.say("done or not done")


def _achievable(voice: Voice, standing: Standing) -> str:
    effort = standing.goal.achievable
    plans = sum(bool(plan.then) for plan in standing.goal.obstacles)
    parts: list[str] = []
    if effort.hours_per_week:
        parts.append(weekly_hours(voice, effort.hours_per_week))
    if effort.money:
        parts.append(voice.number(effort.money.amount, effort.money.currency))
    if standing.confidence is not None:
        told = confidence(voice, standing.confidence)
        changed = effort.confidence not in {None, standing.confidence}
        parts.append(voice.say("{confidence} by now", confidence=told) if changed else told)
    if plans:
        parts.append(voice.many("{count} if-then plan", "{count} if-then plans", plans))
    return voice.list(parts) if parts else voice.say("nothing speaks against it")


def _relevant(voice: Voice, report: Report, standing: Standing) -> str:
    relevant = standing.goal.relevant
    served = [goal for id_ in relevant.serves if (goal := report.journal.goal(id_))]
    parts: list[str] = []
    if served:
        titles = voice.list([voice.quoted(goal.title) for goal in served])
        parts.append(voice.say("serves {titles}", titles=titles))
    if relevant.values:
        values = voice.list(relevant.values)
        parts.append(
            voice.many(
                "stands for the value {values}",
                "stands for the values {values}",
                len(relevant.values),
                values=values,
            )
        )
    if parts:
        return voice.list(parts)
    if relevant.because:
        return relevant.because
    if standing.children:
        return voice.say("other goals serve it")
    return voice.say("nothing speaks against it")


def _time_bound(voice: Voice, standing: Standing) -> str:
    if standing.due is None:
        return voice.say("a vision needs no date")
    date, steps = voice.spoken(standing.due, standing.day), len(standing.goal.milestones)
    if counted := _due_counted(voice, standing):
        return counted
    if not steps:
        return voice.say("due on {date}", date=date)
    return voice.many(
        "due on {date}, with {count} milestone",
        "due on {date}, with {count} milestones",
        steps,
        date=date,
    )
