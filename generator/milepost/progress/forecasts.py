"""The forecast of a count or a level as the report shows it: ranges, dates, fan.

In: a trajectory. Out: a `Forecast`, or why there is none.
"""

from __future__ import annotations

from datetime import date

from milepost.journal.words import Kind
from milepost.progress.forecast import WIDE
from milepost.progress.reasons import Cause, NoForecast
from milepost.progress.target import Way
from milepost.progress.trajectory import Outlook, Trajectory
from milepost.progress.trend import SPAN
from milepost.progress.values import Fan, Forecast

STEPS = 13
"""The fan has at most so many days after today."""


def forecast(on: Trajectory) -> Forecast | NoForecast:
    """The forecast, or why there is none."""
    way, outlook = on.way, on.outlook(on.day.toordinal())
    if way is None or outlook is None:
        return _why_none(on)
    low, middle, high = values(way, outlook, outlook.weeks)
    early, even, late = (_finish(on, way, outlook, quantile) for quantile in (-WIDE, 0.0, WIDE))
    return Forecast(
        outlook.probability,
        *(low, middle, high),
        *(early, even, late),
        _fan(on, way, outlook),
        outlook.scale,
        outlook.turned,
    )


def values(way: Way, outlook: Outlook, weeks: float) -> tuple[float, float, float]:
    """The 80 % range and the middle of the value after so many weeks, the lower number first.

    None of them lies where the value cannot be.
    """
    change = outlook.drift.range(weeks)
    shares = [change[0], outlook.drift.rate * weeks, change[1]]
    if outlook.stays:
        shares = [max(0.0, share) for share in shares]
    least, most = outlook.bounds
    low, middle, high = sorted(
        min(max(way.from_ + (outlook.stands + share) * way.rise, least), most) for share in shares
    )
    return low, middle, high


def _finish(on: Trajectory, way: Way, outlook: Outlook, quantile: float) -> date | None:
    """The day on which the probability passes a normal quantile; None beyond twice the window."""
    today = on.day.toordinal()
    weeks = outlook.drift.when(1.0 - outlook.stands, quantile)
    if weeks is None or way.due is None:
        return None
    day = outlook.day(weeks, today)
    last = way.start + 2 * (way.due - way.start)
    return day if day and day.toordinal() <= last else None


def _fan(on: Trajectory, way: Way, outlook: Outlook) -> tuple[Fan, ...]:
    today, due = on.day.toordinal(), way.due or 0
    if due <= today:
        return ()
    step = max(7, -(-(due - today) // STEPS))
    found: list[Fan] = []
    for ordinal in (*range(today, due, step), due):
        low, middle, high = values(way, outlook, outlook.weeks_until(today, ordinal))
        found.append(Fan(date.fromordinal(ordinal), low, middle, high))
    return tuple(found)


def _why_none(on: Trajectory) -> NoForecast:
    way, points = on.way, on.series.points
    if not points:
        return NoForecast(Cause.NO_READING)
    if way is None:
        return NoForecast(Cause.NO_ENDS)
    if way.rise == 0:
        return NoForecast(Cause.NO_WAY)
    if way.due is None:
        return NoForecast(Cause.NO_DUE)
    if on.day.toordinal() < way.start:
        return NoForecast(Cause.NOT_BEGUN)
    if way.kind is Kind.LEVEL:
        lately = sum(1 for point in points if (on.day - point.day).days < SPAN)
        return NoForecast(Cause.FEW_READINGS, lately)
    return NoForecast(Cause.NO_DAYS)
