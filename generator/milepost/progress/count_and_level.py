"""Counts and levels: where it is, where it should be, how fast it goes, what will come.

In: what is known of a goal. Out: its `Outcome`.
"""

from __future__ import annotations

from datetime import date
from math import trunc
from typing import NamedTuple

from milepost.journal.words import Kind
from milepost.progress.doubts import undoubted
from milepost.progress.forecasts import forecast
from milepost.progress.known import Known
from milepost.progress.outcome import Outcome
from milepost.progress.reasons import NoForecast, NoTarget, NoWay, Pace, Reason, Undue, Unforeseen
from milepost.progress.series import held_since
from milepost.progress.status import by_chance, held_at
from milepost.progress.trajectory import Trajectory, best_four, last_took, trajectory
from milepost.progress.values import Forecast, Point, Status
from milepost.progress.way_back import best_of_level, way_back

ONE_AT_A_TIME = 1.3
"""Up to so many a week it is said how long one takes, beyond it how many come a week."""


def by_way(known: Known) -> Outcome:
    """A count or a level, on its way from one number to another."""
    on = trajectory(known.versions, known.readings, known.start, known.until)
    way, foreseen, plan = on.way, forecast(on), _against_plan(on)
    needed = _needed(on)
    best = best_four(on.weekly, way.sign) if way else None
    reach = best_of_level(on.series.points, way.sign) if way and way.kind is Kind.LEVEL else best
    status, reason = _status(on, needed, plan)
    return Outcome(
        status=status,
        reason=reason,
        met=on.progress is not None and on.progress >= 1 - 1e-9,
        reached=_reached(on),
        from_=way.from_ if way else None,
        to=way.to if way else known.measure.to,
        unit=known.measure.unit,
        actual=on.actual,
        expected=plan.expected,
        progress=on.progress,
        expected_progress=plan.share,
        series=_with_start(on),
        line=on.target.pieces,
        rate=on.lately,
        needed_rate=needed,
        best_rate=best,
        ahead_days=plan.ahead_days,
        safe_days=plan.safe_days,
        needed_this_week=plan.this_week,
        way_back=way_back(on, reach),
        forecast=foreseen if isinstance(foreseen, Forecast) else None,
        no_forecast=foreseen if isinstance(foreseen, NoForecast) else None,
        checkpoints_missed=on.series.missed,
        doubts=on.doubts,
        trajectory=on,
    )


class _Plan(NamedTuple):
    """What the target line says of the day, each None where it says nothing."""

    expected: float | None = None
    share: float | None = None
    ahead_days: int | None = None
    safe_days: int | None = None
    this_week: float | None = None


def _against_plan(on: Trajectory) -> _Plan:
    """Where the goal stands against its target line, once that has begun."""
    way, line, today = on.way, on.line, on.day.toordinal()
    if way is None or line is None or today < line.days[0]:
        return _Plan()
    expected = line.at(today)
    share = way.share(expected) if way.rise else None
    if on.actual is None:
        return _Plan(expected, share)
    met = on.progress is not None and on.progress >= 1
    needed = line.at(today + 7) - on.actual
    return _Plan(
        expected,
        share,
        trunc(line.held(on.actual, today) - today),
        line.safe_days(on.actual, today, way.sign),
        0.0 if met or needed * way.sign < 0 else needed,
    )


def _with_start(on: Trajectory) -> tuple[Point, ...]:
    """The series with the point it starts from, where no reading is as early."""
    points = on.series.points
    if on.way is None or not points or points[0].day.toordinal() <= on.way.start:
        return points
    return (Point(date.fromordinal(on.way.start), on.way.from_), *points)


def _needed(on: Trajectory) -> float | None:
    """What is needed a week from now on, or from its start; None when done, due or unknown."""
    way = on.way
    if way is None or way.due is None or way.rise == 0:
        return None
    today = max(on.day.toordinal(), way.start - 1)
    if way.due <= today:
        return None
    stands = on.progress if on.progress is not None else 0.0
    if stands >= 1:
        return None
    weeks = (way.due - today) / 7
    if way.kind is Kind.COUNT:
        weeks = on.clocks[-1].left(today) if on.clocks else weeks
    return (1 - stands) * way.rise / weeks if weeks > 0 else None


def _reached(on: Trajectory) -> date | None:
    """The day from which the target was met without a break."""
    if on.way is None or on.way.rise == 0:
        return None
    way, points = on.way, undoubted(on.series.points, on.doubts)
    return held_since(points, lambda value: way.share(value) >= 1 - 1e-9)


def _status(on: Trajectory, needed: float | None, plan: _Plan) -> tuple[Status, Reason]:
    """The status by probability, or why there is none.

    However likely it is to be met, only what is not behind its target line is called ahead, and
    nothing while its latest reading is doubted.
    """
    way = on.way
    if way is None:
        return Status.NO_DATA, NoTarget()
    if way.rise == 0:
        return Status.NO_DATA, NoWay()
    outlook = on.outlook(on.day.toordinal())
    if outlook is None:
        return (Status.ON_TRACK, Undue()) if way.due is None else (Status.TOO_EARLY, Unforeseen())
    status = by_chance(on.chances())
    if status is Status.AHEAD and ((plan.ahead_days or 0) < 0 or on.waiting):
        return Status.ON_TRACK, Pace(_took(on, needed, Status.ON_TRACK))
    return status, Pace(_took(on, needed, status), held_at(status, outlook.probability))


def _took(on: Trajectory, needed: float | None, status: Status) -> int | None:
    """The days that the last one took, where that agrees with the status."""
    if needed is None or needed > ONE_AT_A_TIME:
        return None
    took = last_took(on.series.points, on.start)
    return took if took is not None and (7 / took >= needed) is status.well else None
