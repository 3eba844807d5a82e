"""What is said of achievements, for somebody who does not know the journal.

In: values of `progress/achievements.py`. Out: words. Days have their years: who reads this reads it
on another day.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from milepost.journal.model import Experience, Feedback, Learning, Record, Win
from milepost.journal.words import Kind
from milepost.progress.achievements import Achievements, Learnt, Met
from milepost.progress.lookback import Move, ReachedMilestone
from milepost.voice.catalogue import deferred
from milepost.voice.measures import summary, wanted
from milepost.voice.records import Fact, kind
from milepost.voice.voice import Voice

_HEADINGS = {
    "met": deferred("Goals met"),
    "moved": deferred("Numbers moved"),
    "steps": deferred("Milestones passed"),
    "wins": deferred("Wins"),
    "feedback": deferred("Feedback, and what came of it"),
    "learning": deferred("Learning and certificates"),
    "experiences": deferred("Experiences and volunteering"),
    "hours": deferred("Hours given"),
}


def heading(voice: Voice, part: str) -> str:
    """The heading of a part, by its name in `Achievements`."""
    return voice.say(_HEADINGS[part])


def title(voice: Voice, name: str) -> str:
    """What the document is: "Achievements of Ana Costa"."""
    return voice.say("Achievements of {name}", name=name) if name else voice.say("Achievements")


def stretch(voice: Voice, told: Achievements) -> str:
    """From when to when: "1 Jan 2026 to 30 Jun 2026"."""
    first, last = voice.date(told.first, "medium"), voice.date(told.last, "medium")
    return voice.say("{low} to {high}", low=first, high=last)


def lead(voice: Voice, told: Achievements) -> str:
    """The whole in a line: "4 goals met, 3 of them in time; 7 milestones passed"."""
    found = []
    if told.met:
        goals = voice.many("{count} goal met", "{count} goals met", len(told.met))
        dated = [one.days for one in told.met if one.days is not None]
        if dated:
            timely = voice.number(sum(days >= 0 for days in dated))
            goals = voice.say("{goals}, {number} of them in time", goals=goals, number=timely)
        found.append(goals)
    counts = (
        voice.many("{count} milestone passed", "{count} milestones passed", len(told.steps)),
        voice.many("{count} win", "{count} wins", len(told.wins)),
    )
    found += [text for text, some in zip(counts, (told.steps, told.wins), strict=True) if some]
    if ends := sum(one.finished is not None for one in told.learning):
        found.append(voice.say("{number} finished in learning", number=voice.number(ends)))
    return voice.sentence("; ".join(found))


def of_goal(voice: Voice, met: Met) -> tuple[Fact, ...]:
    """A goal that was met: its number, the day, whether that was in time, what was eased."""
    standing = met.standing
    number = "" if standing.kind is Kind.YES_NO else summary(voice, standing)
    day = voice.say("met on {date}", date=voice.date(met.day, "medium"))
    facts = [number, day, _in_time(voice, met.days)]
    if met.moved:
        facts.append(voice.say("first planned for {date}", date=voice.date(met.moved, "medium")))
    if met.eased:
        facts.append(voice.say("made easier on {date}", date=voice.date(met.eased, "medium")))
    return _plain(*facts)


def _in_time(voice: Voice, days: int | None) -> str:
    if days is None:
        return ""
    if days == 0:
        return voice.say("in time, on its last day")
    if days > 0:
        return voice.say("in time, {time} before its date", time=voice.duration(days))
    return voice.say("{time} after its date", time=voice.duration(-days))


def of_move(voice: Voice, move: Move) -> tuple[Fact, ...]:
    """A number that moved: "from 82 to 79.5 kg", "target 75 kg, by 1 May 2026"; "9 of 12 kept"."""
    moved, measure = move.of, move.of.goal.measurable
    if move.due:
        asked = wanted(voice, measure) if measure else ""
        kept = voice.say(
            "{number} of {whole} kept", number=voice.number(move.kept), whole=voice.number(move.due)
        )
        return _plain(asked, kept)
    low = voice.figure(move.before, moved.unit)
    high = voice.number(move.after, moved.unit)
    facts = [voice.say("from {low} to {high}", low=low, high=high)]
    if measure and measure.to is not None and moved.kind.facts.has_end:
        target = voice.say("target {amount}", amount=voice.number(measure.to, moved.unit))
        facts.append(_by(voice, target, moved.due))
    return _plain(*facts)


def _by(voice: Voice, target: str, due: date | None) -> str:
    """A target with its day: "target 75 kg, by 31 Dec 2026"."""
    if due is None:
        return target
    return voice.say("{target}, by {date}", target=target, date=voice.date(due, "medium"))


def of_step(voice: Voice, step: ReachedMilestone) -> tuple[Fact, ...]:
    """A milestone: its goal, its day, and the day for which it was planned where that is before."""
    due = step.milestone.due
    facts = [voice.quoted(step.goal.called), voice.date(step.day, "medium")]
    if due and due < step.day:
        facts.append(voice.say("planned for {date}", date=voice.date(due, "medium")))
    return _plain(*facts)


def of_record(voice: Voice, record: Record, revised: tuple[str, ...]) -> tuple[Fact, ...]:
    """A win, feedback or an experience; `revised` are the titles of the goals that it changed."""
    return tuple(one for one in _of_record(voice, record, revised) if one.text)


def _of_record(voice: Voice, record: Record, revised: tuple[str, ...]) -> Iterator[Fact]:
    match record:
        case Win():
            yield Fact(voice.say("Came from"), record.from_, own=True)
        case Feedback():
            yield Fact(voice.meaning("whose it is", "From"), record.from_, own=True)
            yield Fact(voice.say("What came of it"), record.plan, own=True)
            yield Fact(voice.say("Changed"), voice.list(revised) if revised else "")
        case Experience():
            yield Fact("", "" if record.kind == "experience" else kind(voice, record.kind))
            yield Fact(voice.say("With"), record.from_, own=True)
            yield Fact("", voice.hours(record.hours) if record.hours else "")
            yield Fact(voice.say("Learned"), record.learned, own=True)
    yield Fact("", _when(voice, record))


def _when(voice: Voice, record: Record) -> str:
    """The day of a record; of one that speaks of a week, its month."""
    if record.counted is None:
        return ""
    return voice.date(record.counted, "month year" if record.week else "medium")


def of_learning(voice: Voice, learnt: Learnt) -> tuple[Fact, ...]:
    """A course, a book, a certificate: the hours are those within the days that are told."""
    thread = learnt.thread
    givers = [one.from_ for one in thread.records if isinstance(one, Learning) and one.from_]
    hours = learnt.within.hours
    facts = [
        Fact("", "" if thread.kind == "learning" else kind(voice, thread.kind)),
        Fact(voice.meaning("whose it is", "From"), givers[-1] if givers else "", own=True),
        Fact("", voice.hours(hours) if hours else ""),
        Fact("", _ended(voice, learnt)),
    ]
    if thread.expires:
        valid = voice.say("valid until {date}", date=voice.date(thread.expires, "medium"))
        facts.append(Fact("", valid))
    return tuple(one for one in facts if one.text)


def _ended(voice: Voice, learnt: Learnt) -> str:
    if learnt.finished:
        day, in_week = learnt.finished
        if in_week:
            return voice.say("finished in {month}", month=voice.date(day, "month year"))
        return voice.say("finished on {date}", date=voice.date(day, "medium"))
    return _when(voice, learnt.within.records[-1])


def of_hours(
    voice: Voice, told: Achievements, titles: Mapping[str, str]
) -> Iterator[tuple[str, tuple[Fact, ...]]]:
    """Hours: those on goals, with how many on which, those of learning, those of experiences.

    `titles` are those of goals by id.
    """
    learning = sum(one.within.hours for one in told.learning)
    given = sum(one.hours or 0.0 for one in told.experiences)
    if told.hours:
        by_goal = [Fact(titles[id_], voice.hours(spent)) for id_, spent in told.hours]
        whole = voice.hours(sum(spent for _, spent in told.hours))
        yield voice.say("On goals: {hours}", hours=whole), tuple(by_goal)
    if learning:
        yield voice.say("In learning: {hours}", hours=voice.hours(learning)), ()
    if given:
        words = voice.say("In experiences and volunteering: {hours}", hours=voice.hours(given))
        yield words, ()


def _plain(*texts: str) -> tuple[Fact, ...]:
    return tuple(Fact("", text) for text in texts if text)
