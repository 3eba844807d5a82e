"""Forecast of a level from its readings: the Theil-Sen line, with Kendall's interval for its slope.

In: days and values. Out: a trend, and the drift that follows from it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import sqrt
from statistics import median

from milepost.progress.forecast import WIDE, Drift
from milepost.progress.values import Point

SPAN = 26 * 7
"""The days that a trend looks back."""

LATE = 8 * 7
"""The days that are called lately."""

LEAST = 5
"""Fewer readings than this give no trend."""

MANY = 52
"""With more readings than this in the span, each week's median stands for its readings."""


MODEL = 0.25
"""The share by which the slope is taken to be uncertain: few levels go straight for long."""

NORMAL = 1.4826
"""What turns a median distance into a standard deviation, for a normal distribution."""

STAYS = 0.25
"""The share of the variance of a step between readings that is taken to stay, not to pass."""


@dataclass(frozen=True, slots=True)
class Trend:
    """A straight line through levels: `start` at the first reading, `slope` a week.

    `low` and `high` bound the slope with 80 % confidence; `noise` is the usual distance of a
    reading from the line; `wander` the variance that each week adds because a level strays and does
    not come back; `first` is the ordinal of the first reading. `turned` says that the line is that
    of the last weeks alone, which go another way than those before.
    """

    slope: float
    start: float
    low: float
    high: float
    noise: float
    wander: float
    first: float
    turned: bool = False

    def at(self, ordinal: float) -> float:
        """The value of the line on a day."""
        return self.start + self.slope * (ordinal - self.first) / 7

    @property
    def drift(self) -> Drift:
        """The forecast: scatter of a reading, the weeks, the slope, the course of things."""
        of_slope = (self.high - self.low) / (2 * WIDE)
        of_course = MODEL * self.slope
        return Drift(self.slope, self.noise**2, self.wander, of_slope**2 + of_course**2)


def theil_sen(points: Sequence[tuple[float, float]]) -> Trend:
    """The median of all pairwise slopes (Theil 1950), its interval from Kendall's tau (Sen 1968).

    Points are ordinals, each once, and values; at least two are needed. A single wild reading moves
    it little. Noise and wander are made from medians, too, scaled as for a normal distribution.
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
    off = [y - start - slope * x for x, y in zip(xs, ys, strict=True)]
    noise = NORMAL * median(map(abs, off))
    step = NORMAL * median(abs(b - a) for a, b in pairwise(off))
    wander = STAYS * step * step / median(b - a for a, b in pairwise(xs))
    return Trend(slope, start, slopes[low], slopes[len(slopes) - 1 - low], noise, wander, first)


def trend_on(points: Sequence[Point], ordinal: int) -> Trend | None:
    """The trend of the last 26 weeks as known on a day; None with fewer than five readings.

    Where the last eight weeks go another way, so clearly that the intervals of the two slopes do
    not meet, the level has turned, and the later line counts. What turned once may turn again: half
    of the width of its own interval is added to the doubt of the later slope on either side, and no
    more than half of what lies between the two slopes.
    """
    recent = _recent(points, ordinal)
    if len(recent) < LEAST:
        return None
    whole, late = theil_sen(recent), _late(recent, ordinal)
    if len(late) < LEAST or len(late) == len(recent):
        return whole
    turned = theil_sen(late)
    if whole.low <= turned.high and turned.low <= whole.high:
        return whole
    doubt = min(abs(turned.slope - whole.slope), turned.high - turned.low) / 2
    return replace(turned, low=turned.low - doubt, high=turned.high + doubt, turned=True)


def slope_lately(points: Sequence[Point], ordinal: int) -> float | None:
    """The slope of the last eight weeks, a week, as known on a day; None with too few readings.

    With fewer than five readings in them it is that of the last five of the last 26 weeks.
    """
    recent = _recent(points, ordinal)
    return theil_sen(_late(recent, ordinal)).slope if len(recent) >= LEAST else None


def _recent(points: Sequence[Point], ordinal: int) -> list[tuple[float, float]]:
    """The readings of the last 26 weeks, the oldest first; many as one for each week."""
    recent: list[tuple[float, float]] = []
    for point in reversed(points):
        day = point.day.toordinal()
        if day <= ordinal - SPAN:
            break
        if day <= ordinal and point.reading:
            recent.append((day, point.value))
    recent.reverse()
    return _by_week(recent) if len(recent) > MANY else recent


def _late(recent: Sequence[tuple[float, float]], ordinal: int) -> Sequence[tuple[float, float]]:
    late = [one for one in recent if one[0] > ordinal - LATE]
    return late if len(late) >= LEAST else recent[-LEAST:]


def _by_week(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """One point for each week: the median of its days and of its values."""
    weeks: dict[int, list[tuple[float, float]]] = {}
    for point in points:
        weeks.setdefault(int(point[0] - 1) // 7, []).append(point)
    return [(median(d for d, _ in week), median(v for _, v in week)) for week in weeks.values()]
