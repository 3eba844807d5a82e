"""What went together, week by week, in a stretch of time; never why.

In: the numbers of the weeks, which `weekly` reads off a report. Out: `Correlations`: of all pairs
of these that have enough weeks in common, those that went together, or against each other, beyond
what chance does.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from math import exp, fsum, lgamma, log, log1p, sqrt
from statistics import fmean

from milepost.progress.calendar import Span
from milepost.progress.lookback import hours, mean, weeks_so_far
from milepost.progress.report import Report

FEWEST = 12
"""So many weeks must have both numbers before anything is said of a pair."""
_FALSE = 0.05
"""Of all that is said to have gone together, at most this part may be chance, in the mean."""


Row = tuple[float | None, ...]
"""A number of each of some weeks, None where it is not known."""


@dataclass(frozen=True, slots=True)
class Series:
    """A number of each week of a stretch, None where it is not known.

    `of` is mood, energy, hours, or what the number of a goal is: times (done in the week), middle
    (of its numbers) or step (how far it moved since the week before); `goal` is its id.
    """

    of: str
    values: Row
    goal: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two series and how they went together: `rho` from -1 to 1, `p` from 0 to 1."""

    first: Series
    second: Series
    weeks: int
    rho: float
    p: float


@dataclass(frozen=True, slots=True)
class Correlations:
    """The pairs that went together beyond chance, the closest first, of so many looked at.

    `series` is how many weekly numbers there are at all.
    """

    found: tuple[Pair, ...]
    looked_at: int
    series: int


def correlations(every: Sequence[Series]) -> Correlations:
    """What went together in the same weeks."""
    pairs = [pair for first, second in combinations(every, 2) if (pair := _pair(first, second))]
    return Correlations(_beyond_chance(pairs), len(pairs), len(every))


def weekly(report: Report, span: Span) -> tuple[Series, ...]:
    """The numbers of the weeks of a span without those to come.

    These are mood, energy, hours in all, and those of goals, as far as there are any.
    """
    weeks = weeks_so_far(report, span)
    written = [report.weeks.get(week, ()) for week in weeks]
    found = [
        Series("mood", tuple(mean(entry.mood for entry in entries) for entries in written)),
        Series("energy", tuple(mean(entry.energy for entry in entries) for entries in written)),
        Series("hours", tuple(hours(report, [week]).spent for week in weeks)),
    ]
    for id_, told in report.numbers_by_week.items():
        row = tuple(told.values.get(week) for week in weeks)
        found.append(
            Series("step", _steps(row), id_) if told.of == "last" else Series(told.of, row, id_)
        )
    return tuple(one for one in found if any(value is not None for value in one.values))


def _steps(row: Row) -> Row:
    """How far each number is from the one of the week before."""
    steps = (None if a is None or b is None else b - a for a, b in pairwise(row))
    return (None, *steps) if row else ()


def _pair(first: Series, second: Series) -> Pair | None:
    """Two series against each other; None where too few weeks have both, or one never moves.

    `rho` is Spearman's rank correlation: Pearson's of the ranks, equal values sharing the mean of
    theirs (Spearman, The proof and measurement of association between two things, 1904).
    """
    both = [
        (a, b)
        for a, b in zip(first.values, second.values, strict=True)
        if a is not None and b is not None
    ]
    if len(both) < FEWEST:
        return None
    one, two = ranks([a for a, _ in both]), ranks([b for _, b in both])
    rho = correlation(one, two)
    if rho is None:
        return None
    return Pair(first, second, len(both), rho, p_value(rho, independent(one, two)))


def ranks(values: Sequence[float]) -> list[float]:
    """The rank of each value, from 1; equal ones share the mean of theirs.

    >>> ranks([30, 10, 20, 10])
    [4.0, 1.5, 3.0, 1.5]
    """
    ordered = sorted(values)
    places = {v: (bisect_left(ordered, v) + bisect_right(ordered, v) + 1) / 2 for v in ordered}
    return [places[value] for value in values]


def correlation(one: Sequence[float], two: Sequence[float]) -> float | None:
    """Pearson's correlation, -1 to 1; None where one of them never moves."""
    middle, other = fmean(one), fmean(two)
    both = fsum((a - middle) * (b - other) for a, b in zip(one, two, strict=True))
    spread = fsum((a - middle) ** 2 for a in one) * fsum((b - other) ** 2 for b in two)
    return max(-1.0, min(1.0, both / sqrt(spread))) if spread > 0 else None


def independent(one: Sequence[float], two: Sequence[float]) -> float:
    """How many weeks that know nothing of each other the weeks of a pair are worth.

    Weeks that resemble the week before say less than their number: with the correlations `a` and
    `b` of each row with itself a week later, `n (1 - ab) / (1 + ab)` (Bartlett, Some aspects of the
    time-correlation problem, 1935). Never more than there are.
    """
    both = _with_the_week_before(one) * _with_the_week_before(two)
    return len(one) * (1 - both) / (1 + both) if both > 0 else float(len(one))


def _with_the_week_before(values: Sequence[float]) -> float:
    middle = fmean(values)
    spread = fsum((value - middle) ** 2 for value in values)
    return (
        fsum((a - middle) * (b - middle) for a, b in pairwise(values)) / spread if spread else 0.0
    )


def p_value(rho: float, weeks: float) -> float:
    """How likely chance alone brings a correlation at least as far from 0, to either side.

    By Student's t with `weeks - 2` degrees of freedom, `t = rho sqrt((weeks - 2) / (1 - rho^2))`
    (Kendall and Stuart, The advanced theory of statistics, volume 2, 31.19), of which the two tails
    are the incomplete beta function of `1 - rho^2`.
    """
    freedom = weeks - 2
    return 1.0 if freedom <= 1 else _beta(1 - rho * rho, freedom / 2, 0.5)


def _beta(x: float, a: float, b: float) -> float:
    """The regularised incomplete beta function, by its continued fraction (DLMF 8.17.22)."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x))
    if x < (a + 1) / (a + b + 2):
        return front * _fraction(x, a, b) / a
    return 1 - front * _fraction(1 - x, b, a) / b


def _fraction(x: float, a: float, b: float) -> float:
    """That fraction, term by term from the left (Lentz's method) until nothing changes."""
    numerator, denominator = 1.0, 1 / (1 - (a + b) * x / (a + 1))
    value = denominator
    for m in range(1, 500):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for term in (even, odd):
            denominator = 1 / (1 + term * denominator)
            numerator = 1 + term / numerator
            step = numerator * denominator
            value *= step
        if abs(step - 1) < 1e-12:
            break
    return value


def _beyond_chance(pairs: Sequence[Pair]) -> tuple[Pair, ...]:
    """The pairs to speak of, the closest first.

    Of `m` pairs in the order of their p, all up to the last with `p <= 0.05 k / m` for the kth
    (Benjamini and Hochberg, Controlling the false discovery rate, 1995).
    """
    ordered = sorted(pairs, key=lambda pair: pair.p)
    most = len(ordered)
    kept = max((k for k, one in enumerate(ordered, 1) if one.p <= _FALSE * k / most), default=0)
    return tuple(sorted(ordered[:kept], key=lambda pair: -abs(pair.rho)))
