"""What a goal's line is drawn in: its stretch of days, its readings there, its range of values.

In: a `Standing` and a day. Out: days and values, cut to the window; not yet places.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import pairwise

from milepost.journal.words import Kind
from milepost.progress.values import Fan, LinePiece, Standing, Status
from milepost.voice.statuses import slug

Dated = tuple[date, float]


def window(standing: Standing, day: date) -> tuple[date, date]:
    """From the start, or the first reading, to the due date; today is within for living goals.

    Never less than two days apart, whatever the dates are.
    """
    seen = [point.day for point in standing.series if point.day <= day]
    first = standing.start or (seen[0] if seen else day)
    last = standing.due or max(day, first)
    if standing.status.living:
        first, last = min(first, day), max(last, day)
    elif seen:
        last = max(last, seen[-1])
    if last <= first:
        last = max(first, last)
        near = timedelta(days=1)
        first = first - near if first - date.min > near else first
        last = last + near if date.max - last > near else last
    return first, last


def readings(standing: Standing, day: date, first: date, last: date) -> tuple[Dated, ...]:
    """The values known by `day` within the window, oldest first.

    What held before the window stands at its first day; a count without such a value starts where
    its measure says, on its first day.
    """
    known = [(p.day, p.value) for p in standing.series if p.day <= day and math.isfinite(p.value)]
    within = [point for point in known if first <= point[0] <= last]
    before = [point for point in known if point[0] < first]
    if within and within[0][0] > first:
        start = standing.from_ if _counts(standing) and standing.start == first else None
        if before:
            within.insert(0, (first, before[-1][1]))
        elif start is not None and math.isfinite(start):
            within.insert(0, (first, start))
    elif not within and before:
        within = [(first, before[-1][1])]
    return tuple(within)


def _counts(standing: Standing) -> bool:
    """Whether the goal adds up, so that at its start it stood where the measure begins."""
    return standing.goal.measurable is not None and standing.kind is not Kind.LEVEL


def is_level(standing: Standing) -> bool:
    """Whether readings say how high something stands."""
    return standing.kind is Kind.LEVEL


def is_steps(standing: Standing) -> bool:
    """Whether the goal moves in steps, so that between two of them nothing had been reached."""
    return standing.goal.measurable is not None and standing.kind.facts.stepped


def is_yes_no(standing: Standing) -> bool:
    """Whether the goal is done or not, and nothing between."""
    return standing.goal.measurable is not None and standing.kind is Kind.YES_NO


def within(piece: LinePiece, first: date, last: date) -> tuple[Dated, Dated] | None:
    """The two ends of the stretch as far as it lies in the window, None when it does not."""
    start, end = max(piece.start, first), min(piece.end, last)
    if start > end or not math.isfinite(piece.start_value + piece.end_value):
        return None
    return (start, _on(piece, start)), (end, _on(piece, end))


def _on(piece: LinePiece, day: date) -> float:
    """The line's value on a day of the piece."""
    length = (piece.end - piece.start).days
    share = (day - piece.start).days / length if length > 0 else 1.0
    return piece.start_value * (1 - share) + piece.end_value * share


def planned(line: Iterable[LinePiece], day: date) -> float | None:
    """What the line says for a day: the one that holds now, before it those that it replaced."""
    pieces = [piece for piece in line if piece.start <= day <= piece.end]
    held = next((piece for piece in pieces if piece.kind != "past"), None)
    if held is None and pieces:
        held = pieces[-1]
    return _on(held, day) if held else None


def held(points: Sequence[Dated], day: date, *, steps: bool = False) -> float | None:
    """The value on the way between two readings, straight or in steps; the last one after them."""
    if not points or day < points[0][0]:
        return None
    for (start, low), (end, high) in pairwise(points):
        if steps and start <= day < end:
            return low
        if not steps and start <= day <= end and end > start:
            share = (day - start).days / (end - start).days
            return low * (1 - share) + high * share
    return points[-1][1]


def fan(standing: Standing, day: date, last: date) -> tuple[Fan, ...]:
    """The forecast in the window, opening from what is known today; empty where there is none."""
    if not standing.forecast or standing.actual is None or not math.isfinite(standing.actual):
        return ()
    ahead = [
        f
        for f in standing.forecast.fan
        if day < f.day <= last and math.isfinite(f.low + f.middle + f.high)
    ]
    start = Fan(day, standing.actual, standing.actual, standing.actual)
    return (start, *ahead) if ahead else ()


def bounds(
    standing: Standing, points: Sequence[Dated], first: date, last: date, day: date
) -> tuple[float, float]:
    """The lowest and highest value to show.

    The forecast may widen them by a quarter at either end: a wide fan must not flatten the line.
    """
    ends = [within(piece, first, last) for piece in standing.line]
    values = [value for _, value in points]
    values += [value for pair in ends if pair for _, value in pair]
    values += [v for v in (standing.from_, standing.to, standing.actual) if v is not None]
    values = [value for value in values if math.isfinite(value)]
    if not values:
        return 0.0, 1.0
    low, high = min(values), max(values)
    edges = fan(standing, day, last)
    if edges:
        room = high / 4 - low / 4
        low = max(low - room, min(low, *(f.low for f in edges)))
        high = min(high + room, max(high, *(f.high for f in edges)))
    if low == high:
        room = abs(low) / 10 or 1.0
        low, high = low - room, high + room
    return (low, high) if math.isfinite(low) and math.isfinite(high) else (0.0, 1.0)


def finite(value: float | None) -> float | None:
    """The value, or None when it has no place in a picture."""
    return value if value is not None and math.isfinite(value) else None


def css(status: Status) -> str:
    """The class of a status: `s-at-risk`."""
    return f"s-{slug(status)}"
