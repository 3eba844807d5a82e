"""One goal's past weeks played again: what the forecast said each week, and what came.

In: a goal, its readings, a day. Out: a `Replay`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from milepost.journal.model import Goal, Reading
from milepost.journal.words import Kind, State
from milepost.progress.calibration import AHEAD, scale
from milepost.progress.days import sunday_after
from milepost.progress.forecasts import values
from milepost.progress.known import until_due
from milepost.progress.series import WEEKS, bounded
from milepost.progress.status import grey_days
from milepost.progress.trajectory import Trajectory, trajectory
from milepost.progress.versions import state_on, version_on, versions


@dataclass(frozen=True, slots=True)
class Replay:
    """What the replay of one goal gave.

    `near` says for each week whether the 80 % range held the value four weeks later; `far`, of the
    due date; `chances` are the probabilities of being in time, and `met` what came (None: still
    open).
    """

    goal: str
    kind: Kind
    near: tuple[bool, ...]
    far: tuple[bool, ...]
    chances: tuple[float, ...]
    met: bool | None


def replay(goal: Goal, readings: Sequence[Reading], day: date) -> Replay | None:
    """One goal's weeks played again; None for a goal that never had a forecast."""
    start = goal.time_bound.start or min((r.day for r in readings), default=None)
    if start is None:
        return None
    readings = until_due(readings, goal.time_bound.due)
    known = trajectory(versions(goal), readings, start, day)
    way = known.way
    if way is None or way.due is None or way.rise == 0:
        return None
    reached = _reached(known, way.due)
    left = state_on(goal, day) in {State.DROPPED, State.REPLACED}
    ended = reached is not None or (way.due <= day.toordinal() and not left)
    met = reached is not None if ended else None
    last = known.series.points[-1].day.toordinal() if known.series.points else 0
    counted_on = reached is None or last >= way.due - 14
    near: list[bool] = []
    far: list[bool] = []
    off: list[tuple[int, float]] = []
    chances: list[float] = []
    for sunday in _weeks(known, min(day.toordinal(), way.due, reached or way.due)):
        when = date.fromordinal(sunday)
        held = versions(version_on(goal, when))
        then = trajectory(held, [r for r in readings if r.day <= when], start, when)
        plain, later = then.uncalibrated(sunday), sunday + 7 * AHEAD
        if plain is None or then.way is None or then.way.due is None:
            continue
        outlook = plain.scaled(scale([one for by, one in off if by <= sunday]))
        truth = known.told_on(later)
        if truth is not None and later <= then.way.due:
            low, _, high = values(then.way, outlook, outlook.weeks_until(sunday, later))
            near.append(_holds(low, truth, high))
            off.append((later, plain.off(then.way.share(truth), sunday)))
        final = known.told_on(way.due)
        if ended and then.way == way:
            chances.append(outlook.probability)
            if counted_on and final is not None:
                low, _, high = values(way, outlook, outlook.weeks)
                far.append(_holds(low, final, high))
    if not near and not chances:
        return None
    return Replay(goal.id, way.kind, tuple(near), tuple(far), tuple(chances), met)


def _weeks(known: Trajectory, end: int) -> Iterator[int]:
    """The Sundays from the end of the grey start to the day before the end."""
    if known.way is None:
        return
    start = date.fromordinal(known.way.start)
    first = known.way.start + grey_days(start, known.goal.time_bound.due)
    yield from range(max(sunday_after(first), sunday_after(end) - 7 * WEEKS), end, 7)


def _holds(low: float, value: float, high: float) -> bool:
    slack = 1e-9 * max(1.0, abs(value))
    return low - slack <= value <= high + slack


def _reached(known: Trajectory, due: int) -> int | None:
    """The day, not after the due date, on which the target was first met."""
    if known.way is None:
        return None
    slips = {doubt.point.day for doubt in known.doubts}
    for point in known.series.points:
        if point.day in slips:
            continue
        ordinal = point.day.toordinal()
        if ordinal <= due and known.way.share(bounded(point.value)) >= 1 - 1e-9:
            return ordinal
    return None
