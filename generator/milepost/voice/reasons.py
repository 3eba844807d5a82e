"""Why a goal stands as it does, in one sentence made of the numbers that decided it.

In: standings with their reasons. Out: sentences.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from milepost.journal.numbers import in_digits
from milepost.journal.words import Kind, Mode, Period, State
from milepost.progress.reasons import (
    CalledDone,
    Closed,
    FarFromStart,
    Illegible,
    Kept,
    NoTarget,
    NothingDone,
    NothingLate,
    NothingToCount,
    NoWay,
    Over,
    Overdue,
    Pace,
    PastAtFirst,
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
from milepost.progress.rollup import WEAKEST
from milepost.progress.values import Child, Doubt, Mark, Standing, Status
from milepost.voice.forecasts import forecast_sentence
from milepost.voice.measures import summary, this_period, wanted
from milepost.voice.rates import needed_and_kept
from milepost.voice.rhythms import kept
from milepost.voice.statuses import word
from milepost.voice.voice import Voice


def reason(voice: Voice, standing: Standing) -> str:
    """Why a goal stands as it does, as a sentence, and what is left out of it, as another."""
    text = voice.sentence(_phrase(voice, standing, standing.reason))
    return " ".join([text, *(_waits(voice, standing, one) for one in standing.doubts if one.waits)])


def _waits(voice: Voice, standing: Standing, doubt: Doubt) -> str:
    """A reading that looks like a slip and is left out: what to do so that it counts."""
    reading, point = doubt.point.reading, doubt.point
    sign = "=" if reading is None or reading.mode is Mode.LEVEL else "+"
    sign = "" if reading and reading.pooled else sign
    value = point.value if reading is None else reading.value
    return voice.say(
        "{amount} on {date} looks like a slip and is left out: correct it, or write {form} if it is"
        " right.",
        amount=voice.number(value, standing.unit),
        date=voice.spoken(point.day, standing.day),
        form=voice.quoted(f"{sign}{in_digits(value)}!"),
    )


def _phrase(voice: Voice, standing: Standing, why: Reason) -> str:  # noqa: C901 - one case a reason
    so_far = _illegible(voice) if standing.goal.measure_unread else summary(voice, standing)
    match why:
        case PutAside():
            return voice.joined(_put_aside(voice, standing, why), "" if why.because else so_far)
        case Reached():
            return _reached(voice, standing, why)
        case CalledDone():
            return _called_done(voice, standing, why)
        case Closed(due):
            closed = voice.say("closed")
            if due:
                closed = voice.say("closed on {date}", date=voice.spoken(due, standing.day))
            return voice.joined(closed, so_far)
        case Over(due):
            over = voice.say("over on {date}", date=voice.spoken(due, standing.day))
            return voice.joined(over, so_far)
        case Overdue(due, days):
            date, time = voice.spoken(due, standing.day), voice.duration(days)
            return voice.joined(
                voice.say("due on {date}, {time} ago", date=date, time=time), so_far
            )
        case Starts(on):
            return voice.say("starts on {date}", date=voice.spoken(on, standing.day))
        case PastAtFirst(_, whole) if whole is not None:
            return voice.say(
                "the numbers add up to {whole}, and there is no more than {most}: `milepost check`"
                " asks what they mean",
                whole=voice.percent(whole / 100),
                most=voice.percent(1.0),
            )
        case PastAtFirst(first):
            goal = standing.goal.measurable
            return voice.say(
                "the first number, {first}, lies past the target of {target} already: `milepost "
                "check` asks what it means",
                first=voice.number(first, goal.unit if goal else ""),
                target=voice.figure(goal.to if goal else None, goal.unit if goal else ""),
            )
        case FarFromStart(first):
            goal = standing.goal.measurable
            return voice.say(
                "the first number, {first}, lies far from the start at {start}: `milepost check` "
                "asks what it means",
                first=voice.number(first, goal.unit if goal else ""),
                start=voice.figure(goal.from_ if goal else None, goal.unit if goal else ""),
            )
        case Illegible():
            return _illegible(voice)
        case Unheard():
            if standing.kind.facts.derived and so_far:  # its boxes are ticked, and nothing is read
                return voice.joined(so_far, voice.say("no start date"))
            return voice.say("no reading yet, and no start date")
        case Silent(days, ever):
            if standing.kind.facts.stepped:
                return _wordless(voice, days, so_far, ever=ever)
            return _silent(voice, days, so_far if ever else "", ever=ever)
        case Young():
            return voice.joined(_young(voice, why), so_far)
        case NoTarget():
            if not so_far:
                return voice.say("no reading yet")
            return voice.joined(so_far, voice.say("no target to hold it against"))
        case NoWay():
            return voice.say("it ends where it starts, so there is no progress to measure")
        case Unforeseen():
            text = voice.say("too early to say")
            if so_far:
                text = voice.say("too early to say: {summary}", summary=so_far)
            return f"{voice.sentence(text)} {forecast_sentence(voice, standing)}"
        case Pace():
            return _pace(voice, standing, why)
        case Undue():
            if not so_far:
                return voice.say("no due date")
            return voice.joined(so_far, voice.say("no due date, so nothing is late"))
        case Kept(judged):
            return voice.joined(kept(voice, standing, judged=judged), _current(voice, standing))
        case Unread():
            measure = standing.goal.measurable
            asked = wanted(voice, measure) if measure else ""
            return voice.say("no reading yet of {amount}", amount=asked)
        case NothingToCount():
            if standing.kind is Kind.TASKS:
                return voice.say("it is counted by tasks, and there are none yet")
            return voice.say("it is counted by milestones, and there are none yet")
        case StepLate():
            return voice.joined(_with_time(voice, standing, so_far), _late(voice, why))
        case NothingDone():
            left = _with_time(voice, standing, so_far)
            if standing.kind is Kind.YES_NO:  # "not done yet" says it already
                return left
            return voice.joined(left, voice.say("nothing is done yet"))
        case NothingLate():
            left = _with_time(voice, standing, so_far)
            return voice.joined(left, voice.say("nothing is late"))
        case Together():
            return together(voice, standing)
    assert_never(why)


def _illegible(voice: Voice) -> str:
    """All that is told of how far a goal is whose measure cannot be read."""
    return voice.say("measure cannot be read: `milepost check` says how to write it")


def _put_aside(voice: Voice, standing: Standing, why: PutAside) -> str:
    date = voice.spoken(why.since, standing.day) if why.since else ""
    match why.state:
        case State.PAUSED:
            text = voice.say("paused since {date}", date=date) if date else voice.say("paused")
        case State.SOMEDAY:
            text = voice.say("someday, not begun")
        case State.REPLACED:
            text = voice.say("replaced on {date}", date=date) if date else voice.say("replaced")
            if why.by:
                text = voice.say("{replaced} by {title}", replaced=text, title=voice.quoted(why.by))
        case _:
            text = voice.say("dropped on {date}", date=date) if date else voice.say("dropped")
    return f"{text}: {why.because}" if why.because else text


def _reached(voice: Voice, standing: Standing, why: Reached) -> str:
    so_far = summary(voice, standing) or voice.say("reached")
    if why.on is None:
        return so_far
    date = voice.spoken(why.on, standing.day)
    if standing.kind is Kind.YES_NO:
        text = voice.say("{summary} on {date}", summary=so_far, date=date)
    else:
        text = voice.say("{summary}, reached on {date}", summary=so_far, date=date)
    if why.early is None:
        return text
    time = voice.duration(abs(why.early))
    if why.early > 0:
        return voice.say("{reached}, {time} before it was due", reached=text, time=time)
    if why.early < 0:
        return voice.say("{reached}, {time} after it was due", reached=text, time=time)
    return voice.say("{reached}, on the day it was due", reached=text)


def _called_done(voice: Voice, standing: Standing, why: CalledDone) -> str:
    text = voice.say("you called it done")
    if why.since:
        date = voice.spoken(why.since, standing.day)
        text = voice.say("you called it done on {date}", date=date)
    if why.because:
        return f"{text}: {why.because}"
    if standing.kind is Kind.YES_NO:  # "done" says it already, and "not done yet" gainsays it
        return text
    so_far = summary(voice, standing)
    return voice.say("{called}: {summary}", called=text, summary=so_far) if so_far else text


def _silent(voice: Voice, days: int, so_far: str, *, ever: bool) -> str:
    time = voice.duration(days)
    if not ever:
        return voice.say("no reading since the start {time} ago", time=time)
    text = voice.say("no reading for {time}", time=time)
    return voice.joined(text, voice.say("so far {summary}", summary=so_far) if so_far else "")


def _wordless(voice: Voice, days: int, so_far: str, *, ever: bool) -> str:
    time = voice.duration(days)
    if not ever:
        return voice.joined(voice.say("no word since the start {time} ago", time=time), so_far)
    return voice.joined(voice.say("no word for {time}", time=time), so_far)


def _young(voice: Voice, why: Young) -> str:
    time = voice.duration(why.days)
    if why.of is None:
        return voice.say("too early to say after {time}", time=time)
    in_weeks = 14 <= why.days < 730 and 14 <= why.of < 730
    if in_weeks:  # the weeks are named once: "after 2 of 25 weeks"
        time = voice.number(round(why.days / 7))
    return voice.say("too early to say after {time} of {whole}", time=time,
                     whole=voice.duration(why.of))  # fmt: skip


def _pace(voice: Voice, standing: Standing, why: Pace) -> str:
    so_far = summary(voice, standing)
    if not so_far:
        target = voice.number(standing.to, standing.unit)
        so_far = voice.say("no reading yet of {amount}", amount=target)
    text = _with_time(voice, standing, so_far)
    text = voice.joined(text, needed_and_kept(voice, standing, why))
    if not why.held or not standing.chance:
        return text
    chance = voice.chance(standing.chance)
    if why.held == "better":
        held = voice.say("the chance of {chance} is not clearly better yet", chance=chance)
    else:
        held = voice.say("the chance of {chance} is not clearly worse yet", chance=chance)
    return voice.joined(text, held)


def _with_time(voice: Voice, standing: Standing, so_far: str) -> str:
    """How far it is, and the time left."""
    if standing.due is None:
        return so_far
    days = (standing.due - standing.day).days
    left = voice.time_left(days)
    if not so_far:
        return left
    if days <= 0:
        return voice.joined(so_far, left)
    return voice.say("{summary} with {time}", summary=so_far, time=left)


def _current(voice: Voice, standing: Standing) -> str:
    """What the running period has come to: "1 of 3 this week so far"."""
    rhythm = standing.rhythm
    now = rhythm.current if rhythm else None
    if not rhythm or not now or not now.value or not standing.kind.facts.summed:
        return ""
    if now.mark is not Mark.UNKNOWN:
        return ""
    return voice.say(
        "{number} of {whole} {this_period} so far",
        number=voice.figure(now.value, standing.unit),
        whole=voice.figure(now.wanted or 1.0, standing.unit),
        this_period=this_period(voice, Period.WEEK if now.of > 1 else rhythm.per),
    )


def _late(voice: Voice, why: StepLate) -> str:
    text = voice.say(
        "{title} is {time} late", title=voice.quoted(why.title), time=voice.duration(why.days)
    )
    if not why.others:
        return text
    return voice.many(
        "{late}, and {count} other too", "{late}, and {count} others too", why.others, late=text
    )


_NAMED = (
    Status.UNREAD,
    Status.PAUSED,
    Status.MISSED,
    Status.DROPPED,
    Status.REPLACED,
    Status.SOMEDAY,
)
"""What is told of each goal by its own word, whatever the others are."""


def together(voice: Voice, standing: Standing) -> str:
    """How the goals that serve a goal stand, leaving none out.

    As "2 of 3 on track; at risk: Run a marathon; no data yet and counted 0: Read; dropped: Chess".
    """
    every = standing.served_by
    if not every:
        return voice.say("no goal serves this one yet")
    counted = [child for child in every if not child.status.set_aside]
    heavy = [child for child in counted if child.weight > 0] or counted
    living = [child for child in heavy if child.status.living]
    parts: list[str] = []
    if living:
        well = voice.number(sum(child.status.well for child in living))
        parts.append(voice.say("{number} of {whole} on track", number=well,
                               whole=voice.number(len(living))))  # fmt: skip
    achieved = sum(child.status is Status.ACHIEVED for child in counted)
    if achieved:
        parts.append(voice.many("{count} goal achieved", "{count} goals achieved", achieved))
    others = (child.status for child in living if child.status not in _NAMED)
    weakest = min(others, key=WEAKEST.index, default=None)
    if weakest and not weakest.well and weakest is not Status.NO_DATA:
        named = _titles(voice, (child for child in living if child.status is weakest))
        parts.append(f"{word(voice, weakest)}: {named}")
    silent = [child for child in counted if not child.known and child.status not in _NAMED]
    if silent:
        titles = _titles(voice, silent)
        parts.append(voice.say("no data yet and counted 0: {titles}", titles=titles))
    light = [child for child in counted if child.weight <= 0]
    if light:
        titles = _titles(voice, light)
        parts.append(voice.say("shown but not counted: {titles}", titles=titles))
    for gone in _NAMED:
        these = [child for child in every if child.status is gone]
        unheard = [child for child in these if child in counted and not child.known]
        if unheard:
            titles = _titles(voice, unheard)
            state = word(voice, gone)
            parts.append(voice.say("{state} and counted 0: {titles}", state=state, titles=titles))
        named = _titles(voice, (child for child in these if child not in unheard))
        if named:
            parts.append(f"{word(voice, gone)}: {named}")
    return "; ".join(parts)


def _titles(voice: Voice, children: Iterable[Child]) -> str:
    return voice.list([child.title for child in children])


def together_sentence(voice: Voice, standing: Standing) -> str:
    """The same as a sentence of its own; empty for a goal that nothing serves."""
    return voice.sentence(together(voice, standing)) if standing.children else ""


def question(voice: Voice, standing: Standing) -> str:
    """What to ask when the author's confidence and the probability are far apart."""
    if not standing.doubted or standing.confidence is None or standing.chance is None:
        return ""
    own = voice.say("{number} out of 10", number=voice.number(standing.confidence))
    ours = voice.chance(standing.chance)
    if standing.confidence / 10 > standing.chance:
        return voice.say("You gave it {own}, the readings say {ours}: what do you know that they do"
                         " not?", own=own, ours=ours)  # fmt: skip
    return voice.say(
        "The readings say {ours}, you gave it {own}: what worries you?", own=own, ours=ours
    )
