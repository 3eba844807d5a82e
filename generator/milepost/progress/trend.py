"""Forecast of a level from its readings: the Theil-Sen line, with Kendall's interval for its slope.

In: days and values. Out: a trend, and the drift that follows from it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import median

from milepost.progress.forecast import MODEL, WIDE, Drift
from milepost.progress.report import Point

SPAN = 26 * 7
"""The days that a trend looks back."""

LEAST = 5
"""Fewer readings than this give no trend."""

MANY = 52
"""With more readings than this in the span, each week's median stands for its readings."""


@dataclass(frozen=True, slots=True)
class Trend:
    """A straight line through levels: `start` at the first reading, `slope` a week.

    `low` and `high` bound the slope with 80 % confidence; `noise` is the usual distance of a
    reading from the line; `first` is the ordinal of the first reading.
    """

    slope: float
    start: float
    low: float
    high: float
    noise: float
    first: float

    def at(self, ordinal: float) -> float:
        """The value of the line on a day."""
        return self.start + self.slope * (ordinal - self.first) / 7

    @property
    def drift(self) -> Drift:
        """The forecast: scatter of a reading, of the slope, and of the course of things."""
        of_slope = (self.high - self.low) / (2 * WIDE)
        return Drift(self.slope, self.noise**2, 0.0, of_slope**2 + (MODEL * self.slope) ** 2)


def theil_sen(points: Sequence[tuple[float, float]]) -> Trend:
    """The median of all pairwise slopes (Theil 1950), its interval from Kendall's tau (Sen 1968).

    Points are ordinals, each once, and values; at least two are needed. A single wild reading moves
    it little. The noise is the median distance from the line, scaled as for a normal distribution.
    """
    first = points[0][0]
    xs = [(day - first) / 7 for day, _ in points]
    ys = [value for _, value in points]
    size = len(points)
    slopes = sorted(
        (ys[j] - ys[i]) / (xs[j] - xs[i]) for i in range(size) for j in range(i + 1, size)
    )
    slope = median(slopes)
    start = median([y - slope * x for x, y in zip(xs, ys, strict=True)])
    # The number of slopes by which Kendall's score strays, at 80 % confidence.
    stray = WIDE * sqrt(size * (size - 1) * (2 * size + 5) / 18)
    low = min(max(int((len(slopes) - stray) / 2) - 1, 0), len(slopes) - 1)
    noise = 1.4826 * median([abs(y - start - slope * x) for x, y in zip(xs, ys, strict=True)])
    return Trend(slope, start, slopes[low], slopes[len(slopes) - 1 - low], noise, first)


def trend_on(points: Sequence[Point], ordinal: int) -> Trend | None:
    """The trend of the last 26 weeks as known on a day; None with fewer than five readings."""
    recent: list[tuple[float, float]] = []
    for point in reversed(points):
        day = point.day.toordinal()
        if day <= ordinal - SPAN:
            break
        if day <= ordinal and point.reading:
            recent.append((day, point.value))
    recent.reverse()
    if len(recent) < LEAST:
        return None
    return theil_sen(_by_week(recent) if len(recent) > MANY else recent)


def _by_week(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """One point for each week: the median of its days and of its values."""
    weeks: dict[int, list[tuple[float, float]]] = {}
    for point in points:
        weeks.setdefault(int(point[0] - 1) // 7, []).append(point)
    return [(median(d for d, _ in week), median(v for _, v in week)) for week in weeks.values()]
