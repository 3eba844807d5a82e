"""Forecast of a count from its weeks, and what follows from any drift with its uncertainty.

In: weekly increments, the planned rate, what is left, weeks left. Out: probabilities, ranges and
times. All in one unit: the goal's, or shares of its way; the results are the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import erfc, sqrt

WIDE = 1.2816
"""The normal quantile that leaves 10 % on either side: an 80 % range."""

HALF_LIFE = 10.0
"""After so many weeks a week weighs half as much."""

MODEL = 0.2
"""The share by which the rate itself is taken to be uncertain, however regular the weeks were."""


@dataclass(frozen=True, slots=True)
class Drift:
    """Where things are going: so much a week, and how the variance grows with the weeks.

    After `t` weeks the expected change is `rate * t` and its variance `fixed + each * t +
    square * t * t`: scatter of a single reading, of the weeks, and of the rate itself.
    """

    rate: float
    fixed: float
    each: float
    square: float

    def spread(self, weeks: float) -> float:
        """The standard deviation of the change after so many weeks."""
        return sqrt(max(0.0, self.fixed + weeks * (self.each + weeks * self.square)))

    def probability(self, left: float, weeks: float) -> float:
        """The probability that `left` is covered within so many weeks."""
        spread, over = self.spread(weeks), self.rate * weeks - left
        if spread <= 0.0:
            return 1.0 if over >= 0.0 else 0.0
        return 0.5 * erfc(-over / spread / sqrt(2.0))

    def range(self, weeks: float) -> tuple[float, float]:
        """The 80 % range of the change after so many weeks."""
        middle, half = self.rate * weeks, WIDE * self.spread(weeks)
        return middle - half, middle + half

    def when(self, left: float, quantile: float = 0.0) -> float | None:
        """The weeks after which the probability passes a normal quantile; None: never.

        Quantile 0 is the even chance, `-WIDE` one in ten, `WIDE` nine in ten. It solves
        `rate * t - left = quantile * spread(t)`, a quadratic equation.
        """
        if left <= 0.0 and quantile <= 0.0:
            return 0.0
        if quantile == 0.0:
            return left / self.rate if self.rate > 0.0 else None
        square = quantile * quantile
        a = self.rate * self.rate - square * self.square
        b = -(2.0 * self.rate * left + square * self.each)
        c = left * left - square * self.fixed
        # Squaring lets in the solution for the opposite quantile: keep those on the right side.
        found = (t for t in _roots(a, b, c) if (self.rate * t - left) * quantile >= 0.0)
        return min((t for t in found if t >= 0.0), default=None)


def _roots(a: float, b: float, c: float) -> list[float]:
    """The real solutions of `a x x + b x + c = 0`, without losing digits to cancellation."""
    if a == 0.0:
        return [-c / b] if b else []
    inner = b * b - 4.0 * a * c
    if inner < 0.0:
        return []
    q = -(b + sqrt(inner)) / 2.0 if b >= 0.0 else -(b - sqrt(inner)) / 2.0
    return [q / a] + ([c / q] if q else [])


@dataclass(frozen=True, slots=True)
class Pace:
    """What the weeks so far say: rate a week, variance of a week, how many weeks they amount to."""

    rate: float
    variance: float
    weeks: float

    @property
    def drift(self) -> Drift:
        """The forecast: the scatter of the weeks, of their mean, and of the rate itself."""
        of_mean = self.variance / self.weeks
        return Drift(self.rate, 0.0, self.variance, of_mean + (MODEL * self.rate) ** 2)


def paces(weeks: Iterable[tuple[float, float]], plan: float) -> Iterator[Pace]:
    """The pace before the first week, and after each.

    A week is what was added and its share of a whole week of the plan: 1 for most, less for one cut
    short, other where the target line is steeper or flatter. Two imaginary weeks at the planned
    rate stand in front; a week's weight halves every ten weeks. Weighted mean and variance are kept
    as the weeks pass (West 1979), so that ten years cost one pass. Weeks with less than a quarter
    of the plan say too little and change nothing.
    """
    fade = 0.5 ** (1.0 / HALF_LIFE)
    weight, squares = 1.0 + fade, 1.0 + fade * fade
    mean, scatter = plan, 0.0
    least = (plan / 2.0) ** 2
    pace = Pace(mean, least, weight * weight / squares)
    yield pace
    for added, share in weeks:
        if share >= 0.25:
            heft = min(share, 2.0)
            weight, squares = weight * fade + heft, squares * fade * fade + heft * heft
            off = added / share - mean
            mean += off * heft / weight
            scatter = scatter * fade + heft * off * (added / share - mean)
            size = weight * weight / squares
            pace = Pace(mean, max(least, scatter / weight * size / (size - 1.0)), size)
        yield pace
