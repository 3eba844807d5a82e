"""What a row of readings means, in numbers: how many, from when to when, with which gaps.

In: rows. Out: `History`, plain values.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from milepost.journal.tables import Row


@dataclass(frozen=True, slots=True)
class History:
    """`gap` is the most days in a row without a number, `week` how much came a week in all."""

    rows: int
    days: int
    first: date
    last: date
    gap: int
    gaps: int
    low: float
    high: float
    week: float
    units: tuple[str, ...]


def history(rows: Sequence[Row]) -> History | None:
    """What these rows tell; None where there is none. A gap is a day or more without a number."""
    if not rows:
        return None
    days = sorted({row.day for row in rows})
    empty = [(b - a).days - 1 for a, b in pairwise(days) if (b - a).days > 1]
    values = [row.value for row in rows]
    span = (days[-1] - days[0]).days + 1
    return History(
        len(rows),
        len(days),
        days[0],
        days[-1],
        max(empty, default=0),
        len(empty),
        min(values),
        max(values),
        sum(values) * 7 / max(span, 7),
        tuple(sorted({row.unit for row in rows if row.unit})),
    )
