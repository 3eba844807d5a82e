"""Milestones on a day: what is done, what is late, what comes next.

In: a row of milestones, a start, a day. Out: how much is done, what is late, what comes next; and
when a goal got to the number of one.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from milepost.journal.values import Milestone
from milepost.progress.doubts import undoubted
from milepost.progress.values import Standing


def is_done(milestone: Milestone, day: date) -> bool:
    """Whether a milestone had been reached by the end of a day."""
    if isinstance(milestone.done, bool):
        return milestone.done
    return milestone.done <= day


def day_there(milestone: Milestone, standing: Standing) -> date | None:
    """The first day on which a count or a level got to a milestone's number; None: not yet.

    A reading that is doubted gets nowhere. Whether the milestone is reached with its number is for
    its author to say: its words may ask for more.
    """
    value, from_, to = milestone.value, standing.from_, standing.to
    if value is None or from_ is None or to is None:
        return None
    sign = math.copysign(1.0, to - from_)
    points = undoubted(standing.series, standing.doubts)
    return next((one.day for one in points if (one.value - value) * sign >= -1e-9), None)


@dataclass(frozen=True, slots=True)
class Late:
    """A dated milestone that was not reached in time, and by how much of its own span.

    `span` is the days from the milestone before it (or the start) to its day; where it is unknown,
    four weeks are assumed.
    """

    milestone: Milestone
    days: int
    span: int | None

    @property
    def beyond(self) -> bool:
        """Whether it is late by more than a quarter of its own span."""
        return 4 * self.days > (self.span or 28)


@dataclass(frozen=True, slots=True)
class Road:
    """Milestones on a day: weight done and in all, weight due so far, the next, the late ones."""

    done: float
    whole: float
    due: float | None
    next: Milestone | None
    late: tuple[Late, ...]
    begun: bool


def road(
    milestones: Sequence[Milestone], start: date | None, day: date, told: date | None = None
) -> Road:
    """Where a row of milestones stands on a day; one that is due today is not late yet.

    `told` is the day up to which they may be reached, where that is later: what is ticked after a
    goal was closed is done all the same.
    """
    told = told or day
    dated = sorted((m for m in milestones if m.due), key=lambda m: m.due or date.max)
    late: list[Late] = []
    before = start
    for one in dated:
        assert one.due  # filtered above, which the type checker cannot see
        if one.due < day and not is_done(one, told):
            span = (one.due - before).days if before and before < one.due else None
            late.append(Late(one, (day - one.due).days, span))
        before = one.due
    undone = [m for m in milestones if not is_done(m, told)]
    ahead = [m for m in undone if m.due and m.due >= day]
    return Road(
        done=sum(m.weight for m in milestones if is_done(m, told)),
        whole=sum(m.weight for m in milestones),
        due=sum(m.weight for m in dated if m.due and m.due <= day) if dated else None,
        next=min(ahead, key=lambda m: m.due or date.max)
        if ahead
        else next((m for m in undone if not m.due), None),
        late=tuple(late),
        begun=len(undone) < len(milestones),
    )
