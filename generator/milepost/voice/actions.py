"""What is said of actions: when they are due, how often they were carried over, for whom they wait.

In: actions and what their signs say. Out: phrases.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from milepost.journal.values import Signs
from milepost.progress.actions import Action, Actions, WeekOfActions
from milepost.voice.labels import label
from milepost.voice.voice import Voice, shortened


def signs_said(voice: Voice, signs: Signs) -> tuple[str, ...]:
    """What the signs of a check box say, in words, each by itself."""
    days = [voice.say("by {day}", day=voice.date(day, "medium")) for day in signs.due]
    if signs.made:
        days.append(voice.say("written on {day}", day=voice.date(signs.made, "medium")))
    if signs.done:
        days.append(voice.say("closed on {day}", day=voice.date(signs.done, "medium")))
    return (*days, *_facts(voice, signs.rank, signs.people, signs.minutes))


def facts(voice: Voice, action: Action, day: date) -> tuple[str, ...]:
    """What there is to know of an action beside its words and its day."""
    found = list(_facts(voice, action.rank, action.people, action.minutes))
    if over := action.over(day):
        found.insert(0, overdue_by(voice, over))
    if action.carried:
        found.append(voice.many("carried over once", "carried over {count} times", action.carried))
    return tuple(found)


def overdue_by(voice: Voice, days: int) -> str:
    """How long something is overdue: "3 days overdue"."""
    return voice.say("{time} overdue", time=voice.duration(days))


def _facts(voice: Voice, rank: int, people: Sequence[str], minutes: int) -> Iterator[str]:
    if rank:
        yield label(voice, "box_important" if rank > 0 else "may_wait")
    if people:
        yield voice.say("with {people}", people=voice.list(people))
    if minutes:
        length = voice.hours(minutes / 60) if minutes % 60 == 0 else voice.number(minutes, "min")
        yield voice.say("at most {time}", time=length)


def open_actions(voice: Voice, count: int) -> str:
    """How much there is to do."""
    return voice.many("{count} action is open", "{count} actions are open", count)


def more_actions(voice: Voice, count: int) -> str:
    """How many a list leaves out; nothing where it leaves out none."""
    return voice.many("and {count} more", "and {count} more", count) if count else ""


def overdue_line(voice: Voice, actions: Actions) -> str:
    """What is overdue, in one line, with the one that is so the longest; empty where nothing is."""
    if not actions.overdue:
        return ""
    first = actions.overdue[0]
    assert first.due
    since = voice.near(first.due, actions.day)
    return voice.many(
        "{count} action is overdue: {words} (due {day})",
        "{count} actions are overdue, the first since {day}: {words}",
        len(actions.overdue),
        words=voice.quoted(shortened(first.words)),
        day=since,
    )


def kept(voice: Voice, weeks: Sequence[WeekOfActions]) -> str:
    """What was planned and done in some weeks, in a sentence."""
    planned, done = sum(week.planned for week in weeks), sum(week.done for week in weeks)
    if not planned:
        return voice.say("Nothing was planned in these weeks.")
    return voice.many(
        "{done} of {count} action done in {weeks}.",
        "{done} of {count} actions done in {weeks}.",
        planned,
        done=voice.number(done),
        weeks=voice.weeks(len(weeks)),
    )


def example(voice: Voice, day: date) -> tuple[str, ...]:
    """Three lines that show how an action is written."""
    by = (day + timedelta(days=7)).isoformat()
    return (
        f"- [ ] {voice.say('Book the room')} by {by}",
        f"- [ ] {voice.say('Ring the notary')} !important",
        f"- [ ] {voice.say('Collect the papers')} @Imke",
    )
