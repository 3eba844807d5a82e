"""The figures of a count or a level: where it is, where it should be, how fast, what will come.

In: a bare standing, readings, a day. Out: the standing with its figures, and the status by pace.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from math import trunc

from milepost.journal.model import Reading
from milepost.journal.words import Kind
from milepost.progress import pace_words
from milepost.progress.figures import Figures
from milepost.progress.forecasts import forecast
from milepost.progress.reasons import sentence
from milepost.progress.report import Point, Standing, Status
from milepost.progress.status import by_chance
from milepost.progress.toward import Toward, best_four, toward
from milepost.progress.trend import trend_on
from milepost.progress.verdict import Verdict


def by_way(base: Standing, readings: Sequence[Reading], day: date) -> Figures:
    """A count or a level: on its way from one number to another."""
    on = toward(base.goal, readings, base.start, day)
    today, way = day.toordinal(), on.way
    told, reason = forecast(on)
    found = replace(
        base,
        series=_with_start(on),
        line=on.target.stretches,
        actual=on.actual,
        progress=on.progress,
        summary=pace_words.summary(on),
        forecast=told,
        forecast_reason=reason,
        checkpoints_missed=on.series.missed,
        to=base.goal.measurable.to if base.goal.measurable else None,
    )
    if way is None:
        words = sentence(f"{found.summary}; no target to hold it against" if found.summary
                         else "no reading yet")  # fmt: skip
        return Figures(found, open=(Status.NO_DATA, words), on=on, eased=on.target.eased)
    found = replace(found, from_=way.from_, to=way.to)
    line = on.line
    if line and today >= line.days[0]:
        expected = line.at(today)
        found = replace(
            found,
            expected=expected,
            expected_progress=way.share(expected) if way.rise else None,
        )
        if on.actual is not None:
            met = on.progress is not None and on.progress >= 1
            needed = line.at(today + 7) - on.actual
            found = replace(
                found,
                ahead_days=trunc(line.held(on.actual, today) - today),
                safe_days=line.safe_days(on.actual, today, way.sign),
                needed_this_week=0.0 if met or needed * way.sign < 0 else needed,
            )
    rate, needed_rate = _rate(on), _needed(on)
    found = replace(
        found,
        rate=rate,
        needed_rate=needed_rate,
        best_rate=best_four(on.weekly, way.sign),
    )
    return Figures(
        found,
        met=on.progress is not None and on.progress >= 1 - 1e-9,
        reached=_reached(on),
        open=_by_pace(on, rate, needed_rate),
        on=on,
        eased=on.target.eased,
    )


def _with_start(on: Toward) -> tuple[Point, ...]:
    """The series with the point it starts from, where no reading is as early."""
    points = on.series.points
    if on.way is None or not points or points[0].day.toordinal() <= on.way.start:
        return points
    return (Point(date.fromordinal(on.way.start), on.way.from_), *points)


def _rate(on: Toward) -> float | None:
    """What has been coming lately, a week, in the goal's unit."""
    way = on.way
    if way is None:
        return None
    if way.kind is Kind.LEVEL:
        trend = trend_on(on.series.points, on.day.toordinal())
        return trend.slope if trend else None
    if on.clocks:
        return on.pace.rate * way.rise if on.pace else None
    ends, totals = on.weekly.ends, on.weekly.totals
    if len(ends) < 2:
        return None
    first = max(0, len(ends) - 11)
    return (totals[-1] - totals[first]) / (ends[-1] - ends[first]) * 7


def _needed(on: Toward) -> float | None:
    """What is needed from now on, a week, in the goal's unit; None when done, due or unknown."""
    way, today = on.way, on.day.toordinal()
    if way is None or way.due is None or way.rise == 0 or way.due <= today:
        return None
    stands = on.progress if on.progress is not None else 0.0
    if stands >= 1:
        return None
    weeks = (way.due - today) / 7
    if way.kind is Kind.COUNT:
        weeks = on.clocks[-1].left(today) if on.clocks else weeks
    return (1 - stands) * way.rise / weeks if weeks > 0 else None


def _reached(on: Toward) -> date | None:
    """The day from which the target was met without a break."""
    if on.way is None or on.way.rise == 0:
        return None
    found = None
    for point in reversed(on.series.points):
        if on.way.share(point.value) < 1 - 1e-9:
            break
        found = point.day
    return found


def _by_pace(on: Toward, rate: float | None, needed: float | None) -> Verdict:
    """The status by probability, or why there is none."""
    way = on.way
    if way is None or way.rise == 0:
        return Status.NO_DATA, "It ends where it starts, so there is no progress to measure."
    outlook = on.outlook(on.day.toordinal())
    if outlook is None:
        if way.due is None:
            return Status.ON_TRACK, pace_words.reason(on, rate, needed, Status.ON_TRACK)
        _, why = forecast(on)
        return Status.TOO_EARLY, sentence(f"too early to say: {pace_words.summary(on)}. {why}")
    status = by_chance(on.chances())
    reason = pace_words.reason(on, rate, needed, status)
    return status, pace_words.held_back(reason, status, outlook.probability)
