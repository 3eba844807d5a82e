"""Whether a goal's numbers come in parts or one by one: kilos and hours, or books.

In: a standing. Out: yes or no. It decides whether a rate is told as an amount or as "one every".
"""

from __future__ import annotations

from milepost.journal.numbers import is_share
from milepost.progress.values import Standing
from milepost.voice.voice import Voice


def in_parts(voice: Voice, standing: Standing) -> bool:
    """Whether the goal is measured and not counted one by one, as its unit or its numbers tell."""
    unit = standing.unit.strip()
    if voice.divides(unit) or is_share(unit):
        return True
    values = [standing.from_, standing.to, *(point.value for point in standing.series)]
    return any(value is not None and value != round(value) for value in values)
