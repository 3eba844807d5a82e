"""The forecast of a count or a level as the report shows it: ranges, dates, fan and sentence.

In: a goal on its way. Out: a `Forecast`, or the sentence on why there is none.
"""

from __future__ import annotations

from datetime import date

from milepost.journal.words import Kind
from milepost.progress.forecast import WIDE
from milepost.progress.reasons import counted, date_words, number, percent, plural, sentence
from milepost.progress.report import Fan, Forecast
from milepost.progress.target import Way
from milepost.progress.toward import Outlook, Toward
from milepost.progress.trend import LEAST, SPAN

STEPS = 13
"""The fan has at most so many days after today."""


def forecast(on: Toward) -> tuple[Forecast | None, str]:
    """The forecast and its sentence; where there is none the sentence says why."""
    way = on.way
    if way is None or way.due is None or way.rise == 0:
        return None, _why_none(on)
    outlook = on.outlook(on.day.toordinal())
    if outlook is None:
        return None, _why_none(on)
    low, middle, high = values(way, outlook, outlook.weeks)
    early, even, late = (_finish(on, way, outlook, quantile) for quantile in (-WIDE, 0.0, WIDE))
    fan = _fan(on, way, outlook)
    reason = _sentence(on, way, outlook, (low, middle, high), (early, even, late))
    chance = outlook.probability
    return Forecast(chance, low, middle, high, early, even, late, fan, reason), reason


def values(way: Way, outlook: Outlook, weeks: float) -> tuple[float, float, float]:
    """The 80 % range and the middle of the value after so many weeks, the lower number first."""
    change = outlook.drift.range(weeks)
    shares = [change[0], outlook.drift.rate * weeks, change[1]]
    if way.kind is Kind.COUNT and outlook.drift.rate >= 0:
        # What has been counted stays counted.
        shares = [max(0.0, share) for share in shares]
    low, middle, high = (way.from_ + (outlook.stands + share) * way.rise for share in shares)
    return (low, middle, high) if low <= high else (high, middle, low)


def _finish(on: Toward, way: Way, outlook: Outlook, quantile: float) -> date | None:
    """The day on which the probability passes a normal quantile; None beyond twice the window."""
    today = on.day.toordinal()
    weeks = outlook.drift.when(1.0 - outlook.stands, quantile)
    if weeks is None or way.due is None or weeks > 1e6:
        return None
    day = outlook.day(weeks, today)
    last = way.start + 2 * (way.due - way.start)
    return day if day and day.toordinal() <= last else None


def _fan(on: Toward, way: Way, outlook: Outlook) -> tuple[Fan, ...]:
    today, due = on.day.toordinal(), way.due or 0
    if due <= today:
        return ()
    step = max(7, -(-(due - today) // STEPS))
    found: list[Fan] = []
    for ordinal in (*range(today, due, step), due):
        low, middle, high = values(way, outlook, outlook.weeks_until(today, ordinal))
        found.append(Fan(date.fromordinal(ordinal), low, middle, high))
    return tuple(found)


def _sentence(
    on: Toward,
    way: Way,
    outlook: Outlook,
    values: tuple[float, float, float],
    finish: tuple[date | None, date | None, date | None],
) -> str:
    """What the forecast says, in its own numbers."""
    due = date.fromordinal(way.due or 1)
    chance = percent(outlook.probability)
    goal = counted(way.to, way.unit)
    if outlook.stands >= 1 and way.kind is Kind.COUNT:
        return sentence(f"{goal} are reached" if way.to != 1 else f"{goal} is reached")
    if on.day >= due:
        if finish[1] is None:
            return sentence(f"the due date has come, and at this pace {goal} are out of sight")
        return sentence(f"after its due date, {goal} at this pace {_when(on, finish)}")
    low, high = (_whole(v, way) for v in (values[0], values[2]))
    by = date_words(due, on.day)
    held = f"{low} to {high} {way.unit}".strip() if low != high else counted(values[1], way.unit, 3)
    if finish[1] is None:
        return sentence(
            f"not at this pace: {held} by {by} are likely, and the chance of {goal} is {chance}"
        )
    return sentence(
        f"at this pace {held} by {by}, and {goal} {_when(on, finish)}; "
        f"the chance of being in time is {chance}"
    )


def _when(on: Toward, finish: tuple[date | None, date | None, date | None]) -> str:
    """When it will be done: "about 14 December (between 19 October and 13 April 2027)"."""
    early, even, late = finish
    if even is None:
        return ""
    when = f"about {date_words(even, on.day)}"
    if early and late and early != late:
        return f"{when} (between {date_words(early, even)} and {date_words(late, early)})"
    if early and early != even:
        return f"{when} ({date_words(early, even)} at the earliest)"
    return when


def _whole(value: float, way: Way) -> str:
    """A bound of the range: whole numbers for counts of many, else three digits."""
    if way.kind is Kind.COUNT and abs(way.rise) >= 5:
        return number(round(value)) if abs(value) < 10_000 else number(value, 3)
    return number(value, 3)


def _why_none(on: Toward) -> str:
    """Why there is no forecast."""
    way, points = on.way, on.series.points
    if not points:
        return "No forecast yet: there is no reading."
    if way is None:
        return "No forecast: it is not known where this starts or where it should end."
    if way.rise == 0:
        return "No forecast: the goal ends where it starts."
    if way.due is None:
        return "No forecast: there is no due date."
    if way.kind is Kind.LEVEL:
        have = sum(1 for p in points if (on.day - p.day).days < SPAN)
        return (
            f"No forecast yet: {plural(have, 'reading')} in the last half year, "
            f"and it takes {LEAST}."
        )
    return "No forecast: the start and the due date leave no days between them."
