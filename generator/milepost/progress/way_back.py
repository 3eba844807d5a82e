"""The way back: the rate that brings a goal that is behind to its target line again, and by when.

In: the trajectory of a count or a level, and the best four weeks that it has had. Out: `WayBack`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil, floor

from milepost.journal.words import Kind
from milepost.progress.days import day_after, day_of, working
from milepost.progress.line import Line
from milepost.progress.target import Way
from milepost.progress.trajectory import Trajectory
from milepost.progress.values import Point, WayBack

LONGEST = 520
"""How many weeks ahead are looked at: ten years."""

FOUR_WEEKS = 28
"""Days."""

FEWEST_READINGS = 5
"""So many readings a level must have before any four weeks of it are called its best."""


def way_back(on: Trajectory, best: float | None) -> WayBack | None:
    """The rate that brings a goal back to its line; None where it is not behind, or nobody knows.

    With x where it stands, L(d) its line and w(d) the days up to d that are not off, a week's rate
    back by day d is r(d) = 7 (L(d) - x) / w(d). The days that are asked are those on which 1, 2, 3
    … weeks that are not off have passed, up to the due date, and the due date itself. Taken is the
    first d whose r(d) is within `best`, the most that four weeks in a row brought, a week.

    Where none is, `later` is the day on which that best rate would come to the target, and
    `smaller` the target that it would come to by the due date; of a count it is a whole one.
    Where four weeks are not known yet, r(due) is taken: nobody knows what is within reach.
    """
    way, line, stands, today = on.way, on.line, on.actual, on.day.toordinal()
    if way is None or line is None or stands is None or way.rise == 0 or today < line.days[0]:
        return None
    if not _is_behind(line, stands, today, way.sign) or (way.due is not None and way.due <= today):
        return None
    for day in _days(way, today, only_due=best is None):
        left = (line.at(day) - stands) * way.sign
        days = working(way.rest, today, day)
        rate = max(left, 0.0) / days * 7
        if best is None or rate <= best * way.sign + 1e-9:
            return WayBack(rate=rate * way.sign, days=days, by=day_of(day))
    return None if best is None or way.due is None else _instead(way, stands, today, best)


def best_of_level(points: Sequence[Point], sign: float) -> float | None:
    """The steepest change of a level over four weeks or more, a week; None with few readings."""
    told = [point for point in points if point.reading]
    if len(told) < FEWEST_READINGS:
        return None
    rates: list[float] = []
    later = 0
    for first in told:
        while later < len(told) and (told[later].day - first.day).days < FOUR_WEEKS:
            later += 1
        if later == len(told):
            break
        end = told[later]
        rates.append((end.value - first.value) / (end.day - first.day).days * 7)
    return max(rates, key=lambda rate: rate * sign, default=None)


def _is_behind(line: Line, stands: float, today: int, sign: float) -> bool:
    """Whether it stands where its line was a day before, or further back."""
    behind = (line.at(today - 1) - stands) * sign
    return behind >= -1e-9 and (line.at(today) - stands) * sign > 1e-9


def _days(way: Way, today: int, *, only_due: bool) -> Iterator[int]:
    """The days by which it could be back, the soonest first; of days off none."""
    if not only_due:
        for weeks in range(1, LONGEST + 1):
            day = day_after(way.rest, today, 7 * weeks)
            if day_of(day) is None or (way.due is not None and day >= way.due):
                break
            yield day
    if way.due is not None and working(way.rest, today, way.due):
        yield way.due


def _instead(way: Way, stands: float, today: int, best: float) -> WayBack:
    """What the best rate would come to: a later day for the target, a smaller one for the day."""
    pace = best * way.sign
    if pace <= 0 or way.due is None:
        return WayBack()
    days = (way.to - stands) * way.sign / pace * 7 - 1e-9  # infinite where the rate is next to none
    later = day_of(day_after(way.rest, today, ceil(days))) if days <= 7 * LONGEST else None
    smaller = stands + best * working(way.rest, today, way.due) / 7
    if way.kind is Kind.COUNT and abs(smaller) >= 1:
        smaller = float(floor(smaller + 1e-9) if way.sign > 0 else ceil(smaller - 1e-9))
    moves = (smaller - stands) * way.sign > 1e-9
    return WayBack(best=best, later=later, smaller=smaller if moves else None)
