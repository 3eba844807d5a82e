"""The target line: where the goal should stand on each day, straight between dated knots.

In: a goal's window, knots, breaks, from and to. Out: vertices, and the questions asked of them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import floor

from milepost.journal.values import Knot
from milepost.progress.days import FIRST, LAST, Rest, working
from milepost.progress.series import bounded

Vertex = tuple[int, float]


@dataclass(frozen=True, slots=True)
class Line:
    """Vertices by day, each day once; before the first and after the last the line is level."""

    vertices: tuple[Vertex, ...]
    days: tuple[int, ...]

    def at(self, ordinal: float) -> float:
        """The value of the line at the end of a day."""
        index = bisect_right(self.days, ordinal)
        if index == 0:
            return self.vertices[0][1]
        day0, value0 = self.vertices[index - 1]
        if index == len(self.days):
            return value0
        day1, value1 = self.vertices[index]
        return value0 + (value1 - value0) * ((ordinal - day0) / (day1 - day0))

    @property
    def pieces(self) -> Iterator[tuple[Vertex, Vertex]]:
        """Each straight piece, as its two ends."""
        return pairwise(self.vertices)

    def held(self, value: float, near: float) -> float:
        """The day whose line value this is: of several the nearest to a day.

        A value beyond the line is held on the day on which the line comes nearest to it.
        """
        found: list[float] = []
        for (day0, value0), (day1, value1) in self.pieces:
            low, high = min(value0, value1), max(value0, value1)
            if not low <= value <= high:
                continue
            if value0 == value1:
                found.append(min(max(near, day0), day1))
            else:
                share = (value - value0) / (value1 - value0)
                found.append(day0 + min(max(share, 0.0), 1.0) * (day1 - day0))
        if value == self.vertices[-1][1]:
            found.append(max(near, self.days[-1]))
        if found:
            return min(found, key=lambda day: (abs(day - near), day))
        return min(self.vertices, key=lambda v: (abs(v[1] - value), abs(v[0] - near)))[0]

    def safe_days(self, value: float, today: int, sign: float) -> int | None:
        """Days until the line passes a value; None when it never does.

        `sign` is 1 for a line that rises to its target, -1 for one that falls.
        """
        slack = 1e-9 * max(abs(v) for _, v in self.vertices) + 1e-12

        def passes(line_value: float) -> bool:
            return (line_value - value) * sign > slack

        if passes(self.at(today)):
            return 0
        for (day0, value0), (day1, value1) in self.pieces:
            if day1 <= today or not passes(value1):
                continue
            share = (value + slack * sign - value0) / (value1 - value0) if value1 != value0 else 0.0
            crossing = day0 + share * (day1 - day0)
            return max(1, min(floor(crossing) + 1, day1) - today)
        return None


def line_through(vertices: Iterable[Vertex]) -> Line:
    """The line through vertices in the order of their days; of two on a day the later counts."""
    unique = dict(vertices)
    days = tuple(sorted(unique))
    return Line(tuple((day, unique[day]) for day in days), days)


def knots(
    start: Vertex, written: Sequence[Knot], dated: Iterable[Vertex], end: Vertex | None
) -> tuple[Vertex, ...]:
    """The points that a line must pass: start, written knots, dated values, and the end.

    A knot has two of day, value and weekly rate, and the third follows from the knot before it;
    one with fewer, or outside the window, is left out. The rate is that of the stretch that ends at
    the knot, breaks not counted here: a knot with rate 0 is a break of its own.
    """
    last = end[0] if end else LAST
    points = {start[0]: start[1]}
    waiting = sorted(
        [(when, 0, Knot(value=value)) for when, value in dated] + _in_order(written),
        key=lambda item: item[:2],
    )
    day, value = start
    for when, place, knot in waiting:
        reached = _place(knot, when if knot.date_ or place == 0 else None, (day, value))
        if reached is None or not start[0] <= reached[0] <= last:
            continue
        day, value = reached
        points[day] = value
    if end and end[0] > start[0]:
        points[end[0]] = end[1]
    return tuple(sorted(points.items()))


def _in_order(written: Sequence[Knot]) -> list[tuple[int, int, Knot]]:
    """Knots with the day by which they sort: an undated one follows the one written before it."""
    found: list[tuple[int, int, Knot]] = []
    day = FIRST
    for place, knot in enumerate(written, 1):
        day = knot.date_.toordinal() if knot.date_ else day
        found.append((day, place, knot))
    return found


def _place(knot: Knot, when: int | None, before: Vertex) -> Vertex | None:
    """The day and value of a knot, given the one before it."""
    value = None if knot.value is None else bounded(knot.value)
    rate = None if knot.rate is None else bounded(knot.rate)
    if when is not None:
        if value is not None:
            return when, value
        if rate is None:
            return None
        return when, bounded(before[1] + rate * (when - before[0]) / 7)
    if value is None or not rate:
        return None
    weeks = (value - before[1]) / rate
    if not 0 <= weeks * 7 <= LAST - before[0]:
        return None
    return before[0] + round(weeks * 7), value


def bend(points: Sequence[Vertex], rest: Rest) -> tuple[Vertex, ...]:
    """Vertices of a line through the points that stays level on days off.

    Between two points the way is spread over the days that count. Where none does, the line jumps
    on the last day.
    """
    vertices: list[Vertex] = list(points[:1])
    for (day0, value0), (day1, value1) in pairwise(points):
        whole = working(rest, day0, day1)

        def along(day: int, here: Vertex = (day0, value0), rise: float = value1 - value0,
                  whole: int = whole) -> float:  # fmt: skip
            return here[1] + rise * (working(rest, here[0], day) / whole) if whole else here[1]

        for first, last in rest:
            for corner in (first - 1, min(last, day1 - 1) if not whole else last):
                if day0 < corner < day1:
                    vertices.append((corner, along(corner)))
        vertices.append((day1, value1))
    return tuple(vertices)
