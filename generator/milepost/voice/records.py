"""What is said of records: the names of families and kinds, and the facts beside a title.

In: records and threads of them, the day. Out: words; a `Fact` is a name with what it says, which is
`own` where these are the author's words, with their marks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from milepost.journal.model import (
    Experience,
    Feedback,
    Learning,
    Person,
    Record,
    Refusal,
    Setback,
    Win,
)
from milepost.journal.values import Money
from milepost.journal.words import Form
from milepost.progress.records import Thread, total
from milepost.voice.catalogue import deferred, deferred_meaning
from milepost.voice.voice import Voice

_FAMILIES: Mapping[str, tuple[str, str]] = {
    "learning": (
        deferred("Learning"),
        deferred("What you learn from, and the hours and the money that it takes."),
    ),
    "people": (deferred("People"), deferred("Who helps, when you met, and when you meet next.")),
    "feedback": (
        deferred("Feedback"),
        deferred("What others say of your work, and what you do about it."),
    ),
    "setbacks": (deferred("Setbacks"), deferred("What went wrong, why, and what you change.")),
    "wins": (deferred("Wins"), deferred("What went well, and where it came from.")),
    "experiences": (
        deferred("Experiences"),
        deferred("Steps out of the usual, and hours given to others."),
    ),
    "declined": (deferred("Said no"), deferred("What you left to others, and why.")),
}
"""By family: its name, and what it is for."""

_KINDS: Mapping[str, tuple[str, str]] = {
    "learning": deferred_meaning("record", "learning"),
    "course": deferred_meaning("record", "course"),
    "certificate": deferred_meaning("record", "certificate"),
    "book": deferred_meaning("record", "book"),
    "event": deferred_meaning("record", "event"),
    "article": deferred_meaning("record", "article"),
    "membership": deferred_meaning("record", "membership"),
    "refresher": deferred_meaning("record", "refresher"),
    "contact": deferred_meaning("record", "contact"),
    "mentor": deferred_meaning("record", "mentor"),
    "coach": deferred_meaning("record", "coach"),
    "peer": deferred_meaning("record", "peer"),
    "mentee": deferred_meaning("record", "mentee"),
    "supporter": deferred_meaning("record", "supporter"),
    "feedback": deferred_meaning("record", "feedback"),
    "setback": deferred_meaning("record", "setback"),
    "win": deferred_meaning("record", "win"),
    "experience": deferred_meaning("record", "experience"),
    "challenge": deferred_meaning("record", "challenge"),
    "volunteering": deferred_meaning("record", "volunteering"),
    "wanted": deferred_meaning("record", "wanted"),
    "declined": deferred_meaning("record", "said no"),
}


@dataclass(frozen=True, slots=True)
class Fact:
    """What is said of a record beside its title; `own` says that it is in the author's words."""

    name: str
    text: str
    own: bool = False


def family(voice: Voice, name: str) -> str:
    """The name of a family: "Setbacks"."""
    return voice.say(_FAMILIES[name][0])


def meant_for(voice: Voice, name: str) -> str:
    """What a family is for, in a sentence."""
    return voice.say(_FAMILIES[name][1])


def all_of(voice: Voice, count: str) -> str:
    """The words of a link to all records of a family, of which some are shown."""
    return voice.say("All {count}", count=count)


def in_the_journal(voice: Voice) -> str:
    """The heading of the lines of entries that speak of a file of the log."""
    return voice.say("In the journal")


def kind(voice: Voice, name: str) -> str:
    """The word for a kind of record: "course"."""
    return voice.meaning(*_KINDS[name])


def invitation(voice: Voice, name: str) -> str:
    """Three lines that make the first record of a family, as they are written in an entry."""
    return voice.say(_INVITATIONS[name])


_INVITATIONS: Mapping[str, str] = {
    "learning": deferred("## Learning\n\n- course: Its title, 12 h, 300 EUR"),
    "people": deferred("## People\n\n- Their name (mentor): what it was about; next 2027-01-15"),
    "feedback": deferred(
        "## Feedback\n\n- Their name: what they said; plan: what you try; thanked"
    ),
    "setbacks": deferred(
        "## Setbacks\n\n- What went wrong; because: why; change: what you try instead"
    ),
    "wins": deferred("## Wins\n\n- What went well; from: what made it so"),
    "experiences": deferred("## Experiences\n\n- volunteering: What you did, 3 h"),
    "declined": deferred("## Said no\n\n- What you were asked; because: why not"),
}


def facts(voice: Voice, record: Record, day: date) -> tuple[Fact, ...]:
    """What a record says beside its title, its day and its goals."""
    return tuple(one for one in _facts(voice, record, day) if one.text)


def _facts(voice: Voice, record: Record, day: date) -> Iterator[Fact]:
    match record:
        case Learning():
            yield Fact(voice.meaning("whose it is", "From"), record.from_, own=True)
            yield Fact(voice.say("Form"), _form(voice, record.form))
            yield from _given(voice, record.hours, record.money)
            yield Fact(voice.say("Finished"), _done(voice, record.done, day))
            yield Fact(voice.say("Valid until"), _to_come(voice, record.expires, day))
            yield Fact(voice.say("Again"), _to_come(voice, record.next_, day))
            yield Fact(voice.say("Skills"), voice.list(record.skills) if record.skills else "")
        case Person():
            yield Fact(voice.say("About"), record.about, own=True)
            yield Fact(voice.say("Next"), _to_come(voice, record.next_, day))
        case Feedback():
            yield Fact(voice.meaning("whose it is", "From"), record.from_, own=True)
            yield Fact(voice.say("Plan"), record.plan, own=True)
            yield Fact(voice.say("Thanked"), _done(voice, record.thanked, day))
        case Setback():
            yield Fact(voice.say("Because"), record.because, own=True)
            yield Fact(voice.say("Change"), record.change, own=True)
            yield Fact(voice.say("Next"), _to_come(voice, record.next_, day))
        case Win():
            yield Fact(voice.say("Came from"), record.from_, own=True)
            yield Fact(voice.say("Reward"), record.reward, own=True)
        case Experience():
            yield Fact(voice.say("With"), record.from_, own=True)
            yield from _given(voice, record.hours, record.money)
            yield Fact(voice.say("Learned"), record.learned, own=True)
        case Refusal():
            yield Fact(voice.say("Asked by"), record.from_, own=True)
            yield Fact(voice.say("Because"), record.because, own=True)


def thread_facts(voice: Voice, thread: Thread, day: date) -> tuple[Fact, ...]:
    """What several records of one course or person come to."""
    if len(thread.records) == 1 and not isinstance(thread.records[0], Person):
        return facts(voice, thread.records[0], day)
    latest = {one.name: one for record in thread.records for one in facts(voice, record, day)}
    first = thread.records[0]
    if isinstance(first, Learning | Experience):
        for one in _given(voice, thread.hours or None, None):
            latest[one.name] = one
        if thread.money:
            latest[voice.say("Money")] = Fact(voice.say("Money"), money(voice, thread.money))
    end, name = thread.finished(day), voice.say("Finished")
    if end and name in latest:
        said = voice.say("yes") if end.in_week else voice.near(end.day, day)
        latest[name] = Fact(name, said)
    if isinstance(first, Person):
        met = thread.met(day)
        told = {voice.say("Met"): Fact(voice.say("Met"), _met(voice, met, day))} if met else {}
        latest = told | latest
    return tuple(latest.values())


def money(voice: Voice, amounts: tuple[Money, ...]) -> str:
    """Amounts in several currencies: "300 EUR and 20 GBP"."""
    return voice.list([voice.number(one.amount, one.currency) for one in amounts])


def _given(voice: Voice, hours: float | None, cost: Money | None) -> Iterator[Fact]:
    if hours is not None:
        yield Fact(voice.say("Hours"), voice.hours(hours))
    if cost is not None:
        yield Fact(voice.say("Money"), voice.number(cost.amount, cost.currency))


def _form(voice: Voice, form: Form | None) -> str:
    if form is None:
        return ""
    return voice.say("formal") if form is Form.FORMAL else voice.say("informal")


def _done(voice: Voice, done: bool | date, day: date) -> str:
    if isinstance(done, date):
        return voice.near(done, day)
    return voice.say("yes") if done else ""


def _to_come(voice: Voice, when: date | None, day: date) -> str:
    """A day, and how far away it is where it is to come: "26 Feb 2027, in 3 months"."""
    if when is None:
        return ""
    if when < day:
        return voice.near(when, day)
    return voice.say(
        "{date}, {relative}", date=voice.near(when, day), relative=voice.relative(when, day)
    )


def _met(voice: Voice, met: tuple[date, ...], day: date) -> str:
    times = voice.many("{count} time", "{count} times", len(met))
    last = voice.relative(met[-1], day)
    return voice.say("{times}, last {relative}", times=times, relative=last)


# The figures on top of a family's page.


def figures(voice: Voice, family_: str, threads: tuple[Thread, ...], day: date) -> tuple[Fact, ...]:
    """What the records of the year of `day` come to, in a few figures.

    Lines of one thing are counted once, as they are listed.
    """
    within = (
        [
            one
            for one in thread.records
            if one.counted and one.counted.year == day.year and one.begun <= day
        ]
        for thread in threads
    )
    things = [records for records in within if records]
    year = [one for thing in things for one in thing]
    name = voice.say("In {year}", year=f"{day.year}")
    found = [Fact(name, voice.number(len(things)))] if family_ != "people" else []
    if family_ in {"learning", "experiences"}:
        hours = sum(getattr(one, "hours", None) or 0.0 for one in year)
        spent = total(cost for one in year if (cost := getattr(one, "money", None)))
        found += [Fact(voice.say("Hours"), voice.hours(hours))] if hours else []
        found += [Fact(voice.say("Money"), money(voice, spent))] if spent else []
    if family_ == "learning":
        ends = [one.finished(day) for one in threads]
        many = sum(end is not None and end.day.year == day.year for end in ends)
        found.append(Fact(voice.say("Finished"), voice.number(many)))
    if family_ == "people":
        met = [one for one in threads if one.met(day) and one.met(day)[-1].year == day.year]
        found = [
            Fact(voice.say("People"), voice.number(len(threads))),
            Fact(voice.say("Met in {year}", year=f"{day.year}"), voice.number(len(met))),
        ]
    if family_ == "feedback" and things:
        found.append(Fact(voice.say("Thanked"), _saying(voice, "thanked", things)))
    if family_ == "setbacks" and things:
        found.append(Fact(voice.say("With a change"), _saying(voice, "change", things)))
    return tuple(found)


def _saying(voice: Voice, name: str, things: Sequence[Sequence[Record]]) -> str:
    """Of how many things a record has something under a key: "2 of 4"."""
    many = sum(any(getattr(one, name, None) for one in thing) for thing in things)
    return voice.say(
        "{number} of {whole}", number=voice.number(many), whole=voice.number(len(things))
    )


def comes_up(voice: Voice, name: str, when: date, day: date) -> str:
    """Why a day to come is listed: "valid until then, in 3 months"."""
    relative = voice.relative(when, day)
    if name == "next" and when < day:
        return voice.say("was due {relative}", relative=relative)
    if name == "expires" and when < day:
        return voice.say("ran out {relative}", relative=relative)
    if name == "expires":
        return voice.say("runs out {relative}", relative=relative)
    return relative
