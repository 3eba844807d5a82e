"""Readings of one goal as a series: what the total, or the level, was at the end of each day.

In: the goal's readings and what its measure starts from. Out: points, the checkpoints that were
missed, and what was added week by week.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from milepost.journal.model import Reading
from milepost.journal.words import Log, Mode
from milepost.progress.days import Rest, sunday_after, working
from milepost.progress.values import Point

LARGEST = 1e15
"""Numbers beyond this are held at it, so that no arithmetic leaves the finite."""

_DAY = attrgetter("day")

WEEKS = 1040
"""How many weeks back the week-by-week view looks; older ones weigh nothing in a forecast."""


@dataclass(frozen=True, slots=True)
class Series:
    """Points in the order of their days, and the checkpoints that the totals contradict.

    A missed checkpoint is a point with the value that the readings gave, and the reading that says
    otherwise.
    """

    points: tuple[Point, ...] = ()
    missed: tuple[Point, ...] = ()

    @property
    def last(self) -> Point | None:
        """The latest point."""
        return self.points[-1] if self.points else None


class Pool:
    """One number made of several, one after the other: the largest, the smallest, the mean."""

    def __init__(self) -> None:
        self.value = 0.0
        self._count = 0

    def with_(self, value: float, how: Log) -> float:
        """What the numbers come to with one more; `value` holds it from then on."""
        self._count += 1
        match how:
            case _ if self._count == 1:
                self.value = value
            case Log.MAX:
                self.value = max(self.value, value)
            case Log.MIN:
                self.value = min(self.value, value)
            case _:
                self.value += (value - self.value) / self._count
        return self.value


def held_since(points: Sequence[Point], holds: Callable[[float], bool]) -> date | None:
    """The day from which on every value holds, up to the latest; None where that one does not."""
    found = None
    for point in reversed(points):
        if not holds(point.value):
            break
        found = point.day
    return found


def bounded(value: float) -> float:
    """A number held within what the arithmetic can carry; what is no number counts 0."""
    if -LARGEST <= value <= LARGEST:
        return value
    return 0.0 if value != value else math.copysign(LARGEST, value)


def known_by(readings: Iterable[Reading], day: date) -> tuple[Reading, ...]:
    """The readings that are known on a day, oldest first, else in the order given.

    A week reported as a whole is known from its Monday on, with all that is written of it.
    """
    return tuple(sorted((r for r in readings if r.since <= day), key=_DAY))


def series(readings: Iterable[Reading], start_value: float, day: date) -> Series:
    """The series of a count or a level as known on a day, one point for each day with readings.

    An added number adds to what held, a level replaces it; of several levels on one day the last
    holds, or what their goal makes of them (`pooled`). A checkpoint states what should hold at the
    end of its day and changes nothing, unless nothing was known before.
    """
    points: list[Point] = []
    missed: list[Point] = []
    last = None
    for one, before, held in _walked(readings, start_value, day):
        when, value = one.day, bounded(one.value)
        when = when if when < day else day
        if one.checkpoint and last and abs(value - held) > 1e-9 * max(1.0, abs(value)):
            missed.append(Point(when, held, 0.0, one))
        added = held - before if one.mode is Mode.ADDED else 0.0
        shown: Reading | None = one
        if when == last:
            earlier = points.pop()
            added += earlier.added
            if one.pooled and held == before and held != value:
                shown = earlier.reading  # the one that holds, with its note
        points.append(Point(when, held, added, shown))
        last = when
    return Series(tuple(points), tuple(missed))


def _walked(
    readings: Iterable[Reading], start_value: float, day: date
) -> Iterator[tuple[Reading, float, float]]:
    """Each reading known on a day, with what held before it and what holds after it."""
    ordered = known_by(readings, day)
    if any(r.checkpoint for r in ordered):
        ordered = tuple(sorted(ordered, key=lambda r: (min(r.day, day), r.checkpoint)))
    before, pool, of = start_value, Pool(), None
    for place, one in enumerate(ordered):
        if of != min(one.day, day) or (one.mode is Mode.LEVEL and not one.pooled):
            pool, of = Pool(), min(one.day, day)
        if one.checkpoint and place:
            held = before
        elif one.pooled:
            was = pool.value
            now = pool.with_(bounded(one.value), one.pooled)
            held = now if one.mode is Mode.LEVEL else bounded(before + now - was)
        elif one.mode is Mode.LEVEL:
            held = bounded(one.value)
        else:
            held = bounded(before + bounded(one.value))
        yield one, before, held
        before = held


def counted(
    readings: Iterable[Reading], start_value: float, day: date, on: Callable[[Reading], date]
) -> tuple[Point, ...]:
    """What each reading known on a day changed, by the days on which it counts.

    `added` is the change; those of all months of a year, or of all its weeks, come to that of the
    year, because each reading stands on one day.
    """
    found = [
        Point(on(one), held, held - before, one)
        for one, before, held in _walked(readings, start_value, day)
    ]
    return tuple(sorted(found, key=_DAY))


@dataclass(frozen=True, slots=True)
class Weekly:
    """Totals at the ends of weeks: the day before the start, then Sundays, up to the last reading.

    The first week has 4 to 10 days.
    """

    ends: tuple[int, ...] = ()
    totals: tuple[float, ...] = ()


def weekly(points: Sequence[Point], start: date, start_value: float, rest: Rest = ()) -> Weekly:
    """The totals of a count at the end of each week that the readings cover.

    Between two known totals the difference is spread evenly over the days that are not off: a week
    without a reading is unknown, not empty. Where all of them are off it is spread over these. The
    weeks after the last reading are unknown, too, and not given.
    """
    begin = start.toordinal() - 1
    knots = [(begin, start_value)]
    for point in points:
        ordinal = point.day.toordinal()
        if ordinal <= begin:
            knots = [(begin, point.value)]
        else:
            knots.append((ordinal, point.value))
    last = knots[-1][0]
    end = max(sunday_after(begin + 4), sunday_after(last) - 7 * WEEKS)
    ends, totals = [begin], [knots[0][1]]
    index = 1
    while end <= last:
        while knots[index][0] < end:
            index += 1
        (day0, value0), (day1, value1) = knots[index - 1], knots[index]
        ends.append(end)
        days = working(rest, day0, day1)
        share = working(rest, day0, end) / days if days else (end - day0) / (day1 - day0)
        totals.append(value0 + (value1 - value0) * share)
        end += 7
    return Weekly(tuple(ends), tuple(totals))
