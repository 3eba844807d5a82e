"""J2: readings that look like slips of the finger.

In: standings with their readings. Out: findings.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from statistics import median

from milepost.checks.context import CheckContext
from milepost.checks.rule import Remark, rule
from milepost.findings import Place
from milepost.journal.words import Mode
from milepost.progress.report import Point, Standing
from milepost.voice.english import figure, number

_ENOUGH = 6
"""Steps that must be known before one of them can be called unusual."""
_JUMP = 5.0
"""A step of so many times the usual one is looked at twice."""


@rule("J201", "level-jumps")
def jump(context: CheckContext) -> Iterator[Remark]:
    """A level jumps by over five times its usual step and back again: a typing error?

    Only a reading that stands out from both sides is told, or the last one. A reading with a note
    is taken as meant. The forecast is not disturbed by a single such reading.

    Flagged:
        title: Get down to 75 kg
        measurable: from 82 to 75 kg
        time_bound: 2026-09-07 to 2027-02-19
        readings:
          - 2026-10-04 82
          - 2026-10-11 81.6
          - 2026-10-18 81.2
          - 2026-10-25 80.9
          - 2026-11-01 90.5
          - 2026-11-08 80.4
          - 2026-11-15 80.1
          - 2026-11-22 79.9
    Fine:
        title: Get down to 75 kg
        measurable: from 82 to 75 kg
        time_bound: 2026-09-07 to 2027-02-19
        readings:
          - 2026-10-04 82
          - 2026-10-11 81.6
          - 2026-10-18 81.2
          - 2026-10-25 80.9
          - 2026-11-01 80.5
          - 2026-11-08 80.4
          - 2026-11-15 80.1
          - 2026-11-22 79.9
    """
    for standing in context.living():
        if not (standing.kind.facts.stands and standing.kind.facts.numbered):
            continue
        for point, usual, place in _jumps(context, standing):
            yield (
                place,
                f"{number(point.value, standing.unit)} lies far from the readings around it, "
                f"which move by {figure(usual, standing.unit)} as a rule",
                "correct it if it is a typing error, or write a note behind it if it is right",
            )


def _jumps(context: CheckContext, standing: Standing) -> Iterator[tuple[Point, float, Place]]:
    points = _points(context, standing)
    steps = [after.value - before.value for before, after in pairwise(points)]
    if len(steps) < _ENOUGH:
        return
    for index in range(1, len(points)):
        onward = steps[index] if index < len(steps) else None
        others = steps[: index - 1] + steps[index + 1 :]
        usual = median(abs(step) for step in others)
        here = steps[index - 1]
        if usual <= 0 or abs(here) <= _JUMP * usual:
            continue
        if onward is not None and (onward * here >= 0 or abs(onward) <= _JUMP * usual):
            continue
        reading = points[index].reading
        if reading and not reading.note:
            yield points[index], usual, reading.place


def _points(context: CheckContext, standing: Standing) -> list[Point]:
    """The readings of a level as points; ranges keep no series of their own."""
    if standing.series:
        return [point for point in standing.series if point.reading]
    return [
        Point(reading.day, reading.value, reading=reading)
        for reading in context.journal.readings
        if reading.goal == standing.goal.id and reading.mode is Mode.LEVEL
    ]
