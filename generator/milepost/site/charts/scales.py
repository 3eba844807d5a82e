"""From values and days to places in a picture, and the round ones among them to write down.

In: bounds. Out: numbers and days. No place is ever outside the bounds or not finite.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, timedelta

from milepost.journal.numbers import CLOCKS
from milepost.voice.voice import Voice


@dataclass(frozen=True, slots=True)
class Linear:
    """A straight scale from `low`..`high` to `start`..`end`; what lies beyond is held at the end.

    Where `low` is `high`, everything is in the middle.
    """

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """The place of a value."""
        span = self.high / 2 - self.low / 2  # halves, since the span of huge numbers overflows
        share = (value / 2 - self.low / 2) / span if span > 0 else 0.5
        return self.start + min(max(share, 0.0), 1.0) * (self.end - self.start)


@dataclass(frozen=True, slots=True)
class Days:
    """A straight scale of days, `first` to `last`, over `start`..`end`."""

    first: date
    last: date
    start: float
    end: float

    def __call__(self, day: date) -> float:
        """The place of a day."""
        low, high = self.first.toordinal(), self.last.toordinal()
        return Linear(low, high, self.start, self.end)(day.toordinal())

    def holds(self, day: date) -> bool:
        """Whether the day is within the bounds."""
        return self.first <= day <= self.last


_CLOCK_STEPS = (1, 2, 5, 10, 15, 30)
"""How far apart times are told, in seconds or minutes; beyond, sixty times or more of the same."""


def value_ticks(
    low: float, high: float, most: int, *, whole: bool = False, unit: str = ""
) -> tuple[float, ...]:
    """Round values, 1, 2 or 5 times a power of ten apart; about `most`, whole ones where asked.

    The first is at or below `low`, the last at or above `high`. Times of the clock stand at whole
    or half minutes or hours, or at parts that divide them.
    """
    if unit in CLOCKS:
        return _clock_ticks(low, high, most, CLOCKS[unit])
    span = high - low
    huge = max(abs(low), abs(high)) > 1e300  # round values beyond would not be finite
    if huge or span <= abs(high) * 1e-9 or span < 1e-300:
        return (low,) if low == high else (low, high)
    power = 10.0 ** math.floor(math.log10(span / most))
    step = next(power * size for size in (1, 2, 5, 10) if power * size * most >= span * 0.999)
    if whole:
        step = max(step, 1.0)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    places = max(0, -math.floor(math.log10(step)))
    return tuple(round(count * step, places) for count in range(first, last + 1))


def _clock_ticks(low: float, high: float, most: int, parts: int) -> tuple[float, ...]:
    """Round times, of which one has so many of the smallest `parts`: 24:30, 25:00, 25:30."""
    span = (high - low) * parts
    if not 0 < span < 1e9:
        return (low,) if low == high else (low, high)
    sizes = (60**power * step for power in range(7) for step in _CLOCK_STEPS)
    step = next(size for size in sizes if size * most >= span * 0.999)
    first, last = math.floor(low * parts / step + 1e-9), math.ceil(high * parts / step - 1e-9)
    return tuple(count * step / parts for count in range(first, last + 1))


@dataclass(frozen=True, slots=True)
class Tick:
    """A day worth a mark on the axis, with its word."""

    day: date
    text: str


def day_ticks(first: date, last: date, most: int, voice: Voice) -> tuple[Tick, ...]:
    """The starts of days, weeks, months or years, whichever gives at most `most` of them.

    Months are named, a January among months by its year when the stretch touches two.
    """
    span = (last - first).days
    for step in (1, 2, 7, 14):
        if span // step < most:
            start = first if step < 7 else first + timedelta(days=-first.weekday() % 7)
            days = range(0, (last - start).days + 1, step)
            return tuple(_tick(start + timedelta(days=n), "day", voice) for n in days)
    for months in (1, 3, 6):
        found = _firsts(first, last, months)
        if len(found) <= most:
            two_years = first.year != last.year
            return tuple(
                _tick(day, "year" if two_years and day.month == 1 else "month", voice)
                for day in found
            )
    sizes = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000)
    step = next(n for n in sizes if (last.year - first.year) // n < most)
    years = [y for y in range(first.year, last.year + 1) if y % step == 0]
    return tuple(_tick(date(y, 1, 1), "year", voice) for y in years if date(y, 1, 1) >= first)


def _firsts(first: date, last: date, months: int) -> list[date]:
    """The first days of every so many months, counted from January."""
    count = first.year * 12 + first.month - 1
    end = last.year * 12 + last.month - 1
    if end - count > 60 * months:
        return [first] * 61  # more than any axis takes: not worth making
    found = [date(n // 12, n % 12 + 1, 1) for n in range(count, end + 1) if n % 12 % months == 0]
    return [day for day in found if day >= first]


def _tick(day: date, name: str, voice: Voice) -> Tick:
    if name == "year":
        return Tick(day, f"{day.year:04d}")
    return Tick(day, voice.date(day, "month" if name == "month" else "short"))
