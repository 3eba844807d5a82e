"""Readings that look like slips: a 0 from the scale, a digit too many, a jump there and back.

In: the points of a count or a level, and its way. Out: those of them that are doubted.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from milepost.progress.values import Doubt, Point

ENOUGH = 6
"""Steps that must be known before one of them can be called unusual."""

JUMP = 5.0
"""A step of so many times the usual one is looked at twice."""

BEYOND = 2.0
"""So is one of so many times the whole way, where it is unusual as well."""

SLIP = 8.0
"""A digit too many or too few makes ten of one; from eight times on it is asked about."""

_SEVERAL = 3
"""Up to so many steps nothing is known of the usual one."""

NEAR = 1.5
"""A jump is nothing unusual where another one was over this part of it."""

FEW = 4
"""Additions that must be known before one can be called a slip."""


def undoubted(points: Iterable[Point], doubts: Iterable[Doubt]) -> list[Point]:
    """The points of the days on which no reading is doubted."""
    slips = {doubt.point.day for doubt in doubts}
    return [point for point in points if point.day not in slips]


def level_doubts(
    points: Sequence[Point], origin: float | None = None, to: float | None = None
) -> tuple[Doubt, ...]:
    """The readings of a level that stand out from both sides; the last one from those before it.

    A reading is doubted when it jumps by over five times the usual step (from six steps on), by
    over twice the whole way, or to an eighth, to eight times, or to 0, where no other has come near
    to that (a weight that goes up and down by a kilo each week may do it once more); and when the
    one after it does not stay there. `origin` and `to` are the ends of the way, as far as they are
    known. What was written with a note, or with `!`, is taken as meant.
    """
    values = [point.value for point in points]
    steps = [abs(b - a) for a, b in pairwise(values)]
    usual = median(steps) if steps else 0.0
    several = len(steps) > _SEVERAL
    rise = abs(to - origin) if origin is not None and to is not None else 0.0
    whole = rise * (BEYOND if several else JUMP)
    before, wide, found = origin, False, []
    for place, point in enumerate(points):
        here = 0.0 if before is None else point.value - before
        apart = before is not None and _apart(before, point.value)
        jumps = len(steps) >= ENOUGH and 0 < JUMP * usual < abs(here)
        leaps = 0 < whole < abs(here) and (abs(here) > JUMP * usual or not several)
        slips = apart and not wide and not (point.value == 0 and to == 0)
        meant = _meant(point) or not _returns(values, place, here)
        meant = meant or (not slips and _as_before(steps, place, here))
        if (jumps or leaps or slips) and not meant:
            found.append(Doubt(point, usual))
            continue
        before, wide = point.value, wide or apart
    # What is unusual itself says nothing of how far readings move as a rule.
    kept = [point.value for point in undoubted(points, found)]
    usual = median(abs(b - a) for a, b in pairwise(kept)) if len(kept) > 1 else 0.0
    return tuple(replace(doubt, usual=usual) for doubt in found)


def count_doubts(points: Sequence[Point], origin: float, sign: float) -> tuple[Doubt, ...]:
    """The last addition to a count, where it is eight times the largest of four and more before."""
    totals = [origin, *(point.value for point in points)]
    added = [(b - a) * sign for a, b in pairwise(totals)]
    before = [one for one in added[:-1] if one > 0]
    if not points or len(before) < FEW or _meant(points[-1]):
        return ()
    if added[-1] < SLIP * max(before):
        return ()
    return (Doubt(points[-1], median(before)),)


def _meant(point: Point) -> bool:
    reading = point.reading
    return reading is None or reading.sure or bool(reading.note)


def _as_before(steps: Sequence[float], place: int, here: float) -> bool:
    """Whether another step was nearly as long: none of the two that lead to and from the place."""
    largest = sorted(range(len(steps)), key=steps.__getitem__)[-3:]
    others = (steps[one] for one in largest if one not in {place - 1, place})
    return max(others, default=0.0) * NEAR >= abs(here)


def _apart(a: float, b: float) -> bool:
    small, large = sorted((abs(a), abs(b)))
    return large > 0 and small * SLIP <= large


def _returns(values: Sequence[float], place: int, here: float) -> bool:
    """Whether what came after a jump went back, by more than half of it; or nothing came yet."""
    if place + 1 >= len(values):
        return True
    onward = values[place + 1] - values[place]
    return onward * here < 0 and abs(onward) > abs(here) / 2
