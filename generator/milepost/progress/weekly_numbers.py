"""The numbers of a goal week by week, such as can be set beside other numbers of the same weeks.

In: where a goal stands. Out: `GoalWeeks`, of all weeks that have a number.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import fmean

from milepost.journal.values import Week
from milepost.journal.words import Period, WeekStart
from milepost.progress.values import Mark, Standing


@dataclass(frozen=True, slots=True)
class GoalWeeks:
    """A number of each week in which it is known.

    `of` is times (done in the week), middle (of its numbers) or last (where it stood at the end).
    """

    of: str
    values: Mapping[Week, float]


def of_goal(standing: Standing, starts: WeekStart) -> GoalWeeks | None:
    """What a goal has by weeks; None where its kind has nothing to be set beside others."""
    facts = standing.kind.facts
    if facts.summed:
        return GoalWeeks("times", _times(standing, starts))
    if facts.banded:
        told = _told(standing, starts)
        return GoalWeeks("middle", {week: fmean(values) for week, values in told.items()})
    if facts.stands and facts.has_end:
        told = _told(standing, starts)
        return GoalWeeks("last", {week: values[-1] for week, values in told.items()})
    return None


def _times(standing: Standing, starts: WeekStart) -> dict[Week, float]:
    """How much of a habit or a limit each week had, as far as it is told by weeks or days."""
    rhythm = standing.rhythm
    found: dict[Week, float] = {}
    if rhythm is None or rhythm.per not in {Period.DAY, Period.WEEK}:
        return found
    for period in rhythm.periods:
        if period.value is not None and period.mark not in {Mark.SKIP, Mark.PAUSE}:
            week = Week.of(period.start, starts)
            found[week] = found.get(week, 0.0) + period.value
    return found


def _told(standing: Standing, starts: WeekStart) -> dict[Week, list[float]]:
    """The numbers of each week that has any, in their order."""
    found: dict[Week, list[float]] = {}
    for point in standing.told:
        found.setdefault(Week.of(point.day, starts), []).append(point.value)
    return found
