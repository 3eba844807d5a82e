"""How far a goal's own forecasts were off, and how its ranges are scaled for it.

In: past forecasts of four weeks, each with what came. Out: a factor for the spread of the next.

This is split conformal prediction with normalised scores (Papadopoulos et al. 2002, Lei et al.
2018): a score is the distance of what came from what was expected, in standard deviations of the
forecast; the 80 % quantile of the scores, in place of that of the normal distribution, makes a
range that held 80 % of the past. Because neighbouring weeks share three of their four weeks, and
few of them prove little, the factor is drawn towards 1 as if `PRIOR` weeks had agreed with the
forecast.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, exp, log

from milepost.progress.forecast import WIDE

AHEAD = 4
"""So many weeks ahead a forecast is tried."""

LEAST, LATEST = 12, 26
"""Fewer weeks than the first say nothing; more than the second are not looked at."""

PRIOR = 16
"""So many weeks count as if they had agreed with the forecast."""

NARROWEST, WIDEST = 2 / 3, 2.0
"""No range is scaled beyond these."""

FURTHEST = 10.0
"""A score beyond this is as good as this one."""


def score(off: float, spread: float) -> float:
    """How far a forecast was off, in its standard deviations; 0 where it was exact."""
    if abs(off) <= 1e-9:
        return 0.0
    return min(abs(off) / spread, FURTHEST) if spread > 0 else FURTHEST


def scale(scores: Sequence[float]) -> float:
    """The factor for the spread of a forecast, by the scores before it, the oldest first.

    With `n` scores it is `(q / 1.2816) ** (n / (n + 16))`, where `q` is the
    `ceil(0.8 (n + 1))`-th smallest of them; 1 with fewer than twelve.
    """
    latest = sorted(scores[-LATEST:])
    if len(latest) < LEAST:
        return 1.0
    place = min(len(latest), ceil(0.8 * (len(latest) + 1))) - 1
    weight = len(latest) / (len(latest) + PRIOR)
    factor = exp(weight * log(max(latest[place], 1e-9) / WIDE))
    return min(max(factor, NARROWEST), WIDEST)
