"""What became of what a review decided of a goal.

In: a decision, and where its goal stands. Out: `Followed`: whether the goal's file carries it out,
and since when, or what came of the goal instead.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from milepost.journal.decisions import Decided
from milepost.journal.words import State, Verb
from milepost.progress.calendar import Span
from milepost.progress.report import Report
from milepost.progress.values import Standing, Status
from milepost.progress.versions import versions

_QUARTER = timedelta(days=92)
"""So long before its end a review knows what was decided in it: of a year, its last quarter."""

STATES: Mapping[Verb, State] = {
    Verb.PAUSE: State.PAUSED,
    Verb.DROP: State.DROPPED,
    Verb.REPLACE: State.REPLACED,
    Verb.DONE: State.DONE,
}
"""The state that a goal has once a decision is carried out; the others leave it active."""


class How(StrEnum):
    """What became of a decision."""

    SO = "so"
    OPEN = "open"
    OTHERWISE = "otherwise"


@dataclass(frozen=True, slots=True)
class Followed:
    """What became of a decision, and on which day, as far as it is written.

    `SO`: the goal is as it was decided. `OPEN`: nothing in its file says so. `OTHERWISE`: it was
    closed or paused in another way, and `state` says in which.
    """

    how: How
    day: date | None = None
    state: State | None = None


def followed(decided: Decided, standing: Standing) -> Followed:
    """What became of a decision up to the day of the standing."""
    review, verb = decided.review, decided.said.is_
    known = max(review.start, review.end - _QUARTER)
    held = versions(standing.goal)
    wanted = STATES.get(verb)
    for place, version in enumerate(held):
        after = held[place + 1].since if place + 1 < len(held) else None
        if version.goal.status.is_ is wanted and (after is None or after > known):
            days = [d for d in (version.goal.status.since, version.since) if d]
            return Followed(How.SO, max(days, default=None))
    if verb is Verb.DONE and standing.status is Status.ACHIEVED:
        return Followed(How.SO, standing.closed_on)
    if verb is Verb.CHANGE:
        days = [one.day for one in standing.changes if known <= one.day <= standing.day]
        if days:
            return Followed(How.SO, min(days))
    now = standing.goal.status
    if now.is_.closed or (verb is Verb.KEEP and now.is_ is State.PAUSED):
        return Followed(How.OTHERWISE, now.since, now.is_)
    return Followed(How.SO if verb is Verb.KEEP else How.OPEN)


def superseded(decided: Decided, every: Sequence[Decided]) -> bool:
    """Whether a review of a later end decides of the same goal anew."""
    return any(one.goal == decided.goal and one.review.end > decided.review.end for one in every)


def decided_before(report: Report, span: Span) -> tuple[Decided, ...]:
    """What the last review of the same kind before a span decided; nothing where it did not."""
    earlier = [
        (said, one)
        for one in report.decisions
        if (said := Span.named(one.review.period)) and said.kind == span.kind
        if said.end < span.start
    ]
    last = max((said.end for said, _ in earlier), default=None)
    return tuple(one for said, one in earlier if said.end == last)
