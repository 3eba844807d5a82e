"""The marks that a goal passed on its way: parts of it, the minimum, round numbers, the target.

In: a goal's versions, its readings one by one, its ends. Out: each mark on the day of its first
pass.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from milepost.journal.model import Reading
from milepost.journal.values import Measure
from milepost.journal.words import Kind, Mode
from milepost.progress.values import MarkPassed, Passing, Point
from milepost.progress.versions import Version, held_on

SHARES = ((0.25, Passing.QUARTER), (0.5, Passing.HALF), (0.75, Passing.THREE_QUARTERS))
"""The parts of the way that are said when they are passed."""


def marks_passed(
    held: Sequence[Version],
    told: Sequence[Point],
    start: date | None,
    ends: tuple[float | None, float | None],
    doubted: Sequence[Reading],
) -> tuple[MarkPassed, ...]:
    """The marks of a count or a level, each on the day of the reading that first came to it.

    What fell back and comes again has been said. `told` are the readings in the order of their
    days, `ends` what the goal goes from and to where its measure leaves that open. A doubted
    reading passes nothing, nor does what was there at the start: the first level, or a total that
    is stated by the first day. A reading is judged by the goal as it was on its day.
    """
    now = held[-1].goal.measurable
    if now is None:
        return ()
    said: set[tuple[Passing, float]] = set()
    found: list[MarkPassed] = []
    seen: tuple[Measure, float, float] | None = None
    for place, point in enumerate(told):
        if point.reading is None or point.reading in doubted:
            continue
        then = (held_on(held, point.day).measurable or now) if len(held) > 1 else now
        if seen and seen[0] is then and seen[1] <= point.value <= seen[2]:
            continue  # between values that were looked at, there is no mark that was not passed
        low, high = seen[1:] if seen and seen[0] is then else (point.value, point.value)
        seen = then, min(low, point.value), max(high, point.value)
        passed = list(_marks(then, point.value, ends))
        new = [mark for mark in passed if _key(mark) not in said]
        said.update(map(_key, passed))
        if not (place == 0 and _was_there(then, point.reading, start)):
            found += [MarkPassed(point.day, one.passing, one.share, one.value) for one in new]
    return tuple(found)


def _key(mark: MarkPassed) -> tuple[Passing, float]:
    """What tells one mark from another: round numbers are several, the others one each."""
    return mark.passing, mark.value if mark.passing is Passing.ROUND else 0.0


def _was_there(measure: Measure, reading: Reading, start: date | None) -> bool:
    """Whether a first reading says where the goal began."""
    stated = reading.mode is Mode.LEVEL and start is not None and reading.day <= start
    return measure.kind is Kind.LEVEL or stated


def _marks(
    measure: Measure, value: float, ends: tuple[float | None, float | None]
) -> Iterator[MarkPassed]:
    """Every mark that lies at a value or behind it."""
    from_ = measure.from_ if measure.from_ is not None else ends[0]
    to = measure.to if measure.to is not None else ends[1]
    if measure.kind not in {Kind.COUNT, Kind.LEVEL} or from_ is None or to is None or from_ == to:
        return
    rise = to - from_
    share = (value - from_) / rise + 1e-9
    for part, passing in SHARES:
        if share >= part:
            yield MarkPassed(date.min, passing, part, value)
    if measure.minimum is not None and share >= (least := (measure.minimum - from_) / rise):
        yield MarkPassed(date.min, Passing.MINIMUM, least, measure.minimum)
    if share >= 1:
        yield MarkPassed(date.min, Passing.TARGET, 1.0, to)
    if measure.kind is Kind.COUNT and rise > 0:
        for number in _round_numbers(min(value + 1e-9, to)):
            if from_ < number < to:
                yield MarkPassed(date.min, Passing.ROUND, (number - from_) / rise, number)


def _round_numbers(most: float) -> Iterator[float]:
    """10, 50, 100, 500, 1000 …, up to a number."""
    ten = 10.0
    while ten <= most:
        yield ten
        if 5 * ten <= most:
            yield 5 * ten
        ten *= 10
