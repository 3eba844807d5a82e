"""Clocks that count weeks of work instead of weeks of the calendar.

In: a goal's way. Out: how many weeks of its plan have passed on a day, and when more will have.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from milepost.progress.days import day_of, working
from milepost.progress.line import Line, line_through
from milepost.progress.target import Way


@dataclass(frozen=True, slots=True)
class PlanClock:
    """A clock of weeks of the plan: it rests on days off and runs faster where the line is steep.

    `weeks` is what the whole plan takes; after the due date the clock runs as the calendar does.
    """

    line: Line
    weeks: float

    def at(self, ordinal: float) -> float:
        """Weeks of the plan that have passed by the end of a day."""
        first, last = self.line.days[0], self.line.days[-1]
        if ordinal < first:
            return (ordinal - first) / 7
        if ordinal > last:
            return self.weeks + (ordinal - last) / 7
        return self.line.at(ordinal)

    def at_all(self, ordinals: Iterable[int]) -> list[float]:
        """The same for many days; on a straight line, which most are, without looking each up."""
        first, last = self.line.days[0], self.line.days[-1]
        if len(self.line.days) > 2:
            return [self.at(ordinal) for ordinal in ordinals]
        pace = self.weeks / (last - first)
        return [
            (ordinal - first) * pace if first <= ordinal <= last else self.at(ordinal)
            for ordinal in ordinals
        ]

    def left(self, ordinal: float) -> float:
        """Weeks of the plan that are left after a day; 0 once it is due."""
        return max(0.0, self.weeks - self.at(ordinal))

    def day(self, weeks: float, today: int) -> date | None:
        """The day on which so many more weeks of the plan will have passed."""
        want = self.at(today) + weeks
        if want > self.weeks:
            return day_of(
                max(self.line.days[-1], today) + 7 * (want - max(self.weeks, self.at(today)))
            )
        return day_of(max(self.line.held(want, today), today))


def clocks_of(way: Way) -> tuple[PlanClock, ...]:
    """The clocks of a way; none where it has no due date or cannot move.

    The first counts each week as its share of the plan. Where the plan is steeper here and flatter
    there, a second counts all weeks alike in which anything is planned. Days off count in neither.
    """
    if way.due is None or way.rise == 0 or way.due <= way.start:
        return ()
    line = way.line()
    weeks = working(way.rest, way.start, way.due) / 7
    origin = way.share(way.begins)
    if line is None or weeks <= 0 or origin >= 1:
        return ()
    highest, planned, lived = 0.0, [], [(way.start, 0.0)]
    for day, value in line.vertices:
        # A line that goes back for a while asks for nothing until it has come up again.
        share = (way.share(value) - origin) / (1 - origin)
        before, highest = highest, min(max(highest, share), 1.0)
        planned.append((day, weeks * highest))
        last, passed = lived[-1]
        lived.append((day, passed + (working(way.rest, last, day) if highest > before else 0)))
    first = PlanClock(line_through(planned), weeks)
    if not (way.pace or way.dated) or not lived[-1][1]:
        return (first,)
    even = lived[-1][1] / 7
    return first, PlanClock(line_through((day, passed / 7) for day, passed in lived), even)
