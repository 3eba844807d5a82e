"""What a review decided, and what became of it, in words.

In: a decision and what followed. Out: a word, and a phrase.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from milepost.journal.decisions import Decided
from milepost.journal.words import State, Verb
from milepost.progress.calendar import Span
from milepost.progress.decisions import Followed, How, decided_before, followed
from milepost.progress.report import Report
from milepost.progress.values import Status
from milepost.voice import statuses
from milepost.voice.catalogue import deferred, deferred_meaning
from milepost.voice.pages import span_title
from milepost.voice.voice import Voice

_VERBS: Mapping[Verb, tuple[str, str]] = {
    Verb.KEEP: deferred_meaning("decision", "keep"),
    Verb.CHANGE: deferred_meaning("decision", "change"),
    Verb.PAUSE: deferred_meaning("decision", "pause"),
    Verb.DROP: deferred_meaning("decision", "drop"),
    Verb.REPLACE: deferred_meaning("decision", "replace"),
    Verb.DONE: deferred_meaning("decision", "done"),
}
_SINCE: Mapping[Verb, str] = {
    Verb.CHANGE: deferred("changed on {date}"),
    Verb.PAUSE: deferred("paused since {date}"),
    Verb.DROP: deferred("dropped on {date}"),
    Verb.REPLACE: deferred("replaced on {date}"),
    Verb.DONE: deferred("done since {date}"),
}
_STATUSES: Mapping[State, Status] = {
    State.PAUSED: Status.PAUSED,
    State.DROPPED: Status.DROPPED,
    State.REPLACED: Status.REPLACED,
}


def verb(voice: Voice, decision: Verb) -> str:
    """The word for what was decided: "keep"."""
    return voice.meaning(*_VERBS[decision])


def outcome(voice: Voice, decided: Decided, found: Followed, day: date) -> str:
    """What became of a decision: "changed on 3 May"; nothing of one to keep that was kept."""
    decision = decided.said.is_
    if found.how is How.OTHERWISE and found.state:
        status = _STATUSES.get(found.state, Status.ACHIEVED)
        known = voice.say("done") if status is Status.ACHIEVED else statuses.word(voice, status)
        if found.day is None:
            return voice.say("since then {status}", status=known)
        return voice.say("{status} since {date}", status=known, date=voice.near(found.day, day))
    if found.how is How.OPEN:
        return (
            voice.say("nothing has changed in it since")
            if decision is Verb.CHANGE
            else voice.say("its file does not say so yet")
        )
    if decision is Verb.KEEP:
        return ""
    if found.day is None:
        return voice.say("its file says so")
    return voice.say(_SINCE[decision], date=voice.near(found.day, day))


def remembered(voice: Voice, report: Report, span: Span) -> Iterator[str]:
    """What the last review of the same kind decided, and what came of it, a line for each goal.

    "[[attic-study]]: change; nothing has changed in it since".
    """
    for one in decided_before(report, span):
        standing = report.standings[one.goal]
        came = outcome(voice, one, followed(one, standing), report.day)
        status = statuses.word(voice, standing.status)
        yield f"[[{one.goal}]]: {verb(voice, one.said.is_)}; {came or status}"


def of_period(voice: Voice, report: Report, span: Span) -> str:
    """The heading of these lines, with the period in whose review it was decided."""
    before = decided_before(report, span)
    said = Span.named(before[0].review.period) if before else None
    if said is None:
        return ""
    return voice.say("What the review of {period} decided", period=span_title(voice, said))
