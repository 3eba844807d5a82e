"""J2: readings that look like slips of the finger.

In: standings with their readings. Out: findings.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.context import CheckContext
from milepost.checks.rule import Remark, rule
from milepost.journal.numbers import in_digits
from milepost.journal.words import Kind, Mode
from milepost.progress.doubts import level_doubts
from milepost.progress.values import Doubt, Point, Standing


@rule("J201", "level-jumps")
def jump(context: CheckContext) -> Iterator[Remark]:
    """A reading looks like a slip: a jump and back again, a 0 from the scale, a digit too many?

    A level is asked about when it moves by over five times its usual step, by over twice the whole
    way, or to 0, an eighth or eight times what it was, and does not stay there; a count when the
    last addition is eight times the largest before. The last reading is left out of every figure
    until a second one says the same; so a slip closes no goal. One that stands between others
    stays, and does not disturb the forecast. A reading with a note, or with `!` behind it as in
    `=0!`, is taken as meant.

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
    number, figure = context.says.number, context.says.figure
    for standing in context.living():
        for doubt in standing.doubts or _of_a_range(context, standing):
            reading = doubt.point.reading
            if reading is None:
                continue
            added = standing.kind is Kind.COUNT
            said = f"+{number(reading.value)}" if added else number(reading.value, standing.unit)
            fault = f"{said} lies far from the readings around it"
            if doubt.usual > 0:
                fault += f", which move by {figure(doubt.usual, standing.unit)} as a rule"
            sign = "" if reading.pooled else {Mode.LEVEL: "=", Mode.ADDED: "+"}[reading.mode]
            sure = f"{sign}{in_digits(reading.value)}!"
            yield (
                reading.place,
                fault + ("; it is left out until a second one says the same" * doubt.waits),
                f"correct it if it is a typing error, or write `{sure}` if it is right",
            )


def _of_a_range(context: CheckContext, standing: Standing) -> tuple[Doubt, ...]:
    """The odd readings of a range or an average, which are judged by the period."""
    if not (standing.kind.facts.stands and standing.kind.facts.periodic):
        return ()
    return level_doubts(
        [
            Point(reading.day, reading.value, reading=reading)
            for reading in context.journal.readings
            if reading.goal == standing.goal.id and reading.mode is Mode.LEVEL
        ]
    )
