"""Forecast of a count from its weeks, and what follows from any drift with its uncertainty.

In: weekly increments, the planned rate, what is left, weeks left. Out: probabilities, ranges and
times. All in one unit: the goal's, or shares of its way; the results are the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import copysign, erfc, sqrt
from typing import NamedTuple

WIDE = 1.2816
"""The normal quantile that leaves 10 % on either side: an 80 % range."""

HALF_LIFE = 10.0
"""After so many weeks a week weighs half as much."""

QUICK = 4.0
"""The half-life, in weeks, of the mean that watches for a change of pace."""

CLEAR = 2.0
"""How many times what chance gives the squared distance of the two means must be exceeded."""

DOUBT = 4.0
"""How much of the square of a change of pace is added to the variance of the rate."""

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

    def scaled(self, factor: float) -> Drift:
        """The same course with a standard deviation that is so many times as large."""
        square = factor * factor
        return Drift(self.rate, self.fixed * square, self.each * square, self.square * square)

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
    q = -(b + copysign(sqrt(inner), b)) / 2.0
    return [q / a] + ([c / q] if q else [])


@dataclass(frozen=True, slots=True)
class Pace:
    """What the weeks so far say: rate a week, variance of a week, how many weeks they amount to.

    `shift` is how far the rate was moved because the last weeks differ from those before.
    """

    rate: float
    variance: float
    weeks: float
    shift: float = 0.0

    @property
    def drift(self) -> Drift:
        """The forecast: the scatter of the weeks, of their mean, of the rate, and of its shift."""
        of_rate = (MODEL * self.rate) ** 2 + DOUBT * self.shift**2
        return Drift(self.rate, 0.0, self.variance, self.variance / self.weeks + of_rate)


class Sums(NamedTuple):
    """What the weeks up to one of them come to: weighted means, weights, squares of weights.

    `mean` and `scatter` belong to the weights that halve every ten weeks, `late` to those that
    halve every four; `cross` is the sum of the products of the two weights.
    """

    mean: float
    weight: float
    squares: float
    scatter: float
    late: float
    late_weight: float
    late_squares: float
    cross: float
    plan: float

    @property
    def pace(self) -> Pace:
        """The pace after these weeks.

        By chance alone the squared distance of the two means would be `chance`; when it is more
        than twice that, the rate moves towards the later weeks, the further the clearer the change.
        """
        weight, late_weight = self.weight, self.late_weight
        size = weight * weight / self.squares
        variance = self.scatter / weight * size / (size - 1.0)
        variance = max((self.plan / 2.0) ** 2, variance)
        chance = variance * (
            self.late_squares / (late_weight * late_weight)
            - 2.0 * self.cross / (late_weight * weight)
            + self.squares / (weight * weight)
        )
        away, shift = self.late - self.mean, 0.0
        if away * away > CLEAR * chance > 0.0:
            shift = away - CLEAR * chance / away
        return Pace(self.mean + shift, variance, size, shift)


def sums(weeks: Iterable[tuple[float, float]], plan: float) -> Iterator[Sums]:
    """What is known before the first week, and after each.

    A week is what was added and its share of a whole week of the plan: 1 for most, less for one cut
    short, other where the target line is steeper or flatter. Two imaginary weeks at the planned
    rate stand in front; a week's weight halves every ten weeks. Weeks with less than a quarter of
    the plan say too little and change nothing. A second mean, whose weights halve every four weeks,
    watches for a change of pace. All sums are kept as the weeks pass (West 1979), so that ten years
    cost one pass.
    """
    fade, quick = 0.5 ** (1.0 / HALF_LIFE), 0.5 ** (1.0 / QUICK)
    fade2, quick2, both = fade * fade, quick * quick, fade * quick
    weight, squares = 1.0 + fade, 1.0 + fade2
    late_weight, late_squares, cross = 1.0 + quick, 1.0 + quick2, 1.0 + both
    mean = late = plan
    scatter = 0.0
    now = Sums(mean, weight, squares, scatter, late, late_weight, late_squares, cross, plan)
    yield now
    for added, share in weeks:
        if share >= 0.25:
            heft, value = min(share, 2.0), added / share
            square = heft * heft
            weight, squares = weight * fade + heft, squares * fade2 + square
            late_weight, late_squares = late_weight * quick + heft, late_squares * quick2 + square
            cross = cross * both + square
            off = value - mean
            mean += off * heft / weight
            scatter = scatter * fade + heft * off * (value - mean)
            late += (value - late) * heft / late_weight
            now = Sums(mean, weight, squares, scatter, late, late_weight, late_squares, cross, plan)
        yield now
