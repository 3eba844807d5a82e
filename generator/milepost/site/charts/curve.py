"""Long and shaky series made fit for a picture.

In: points by day. Out: fewer points of the same shape, or a smooth line through them.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from statistics import median

from milepost.site.charts.chart import Pair


def thinned(points: Sequence[Pair], most: int) -> tuple[Pair, ...]:
    """At most `most` of the points, chosen so that the line looks the same.

    The first and last stay; from each of the equal groups between, the one that spans the largest
    triangle with the point kept before and the mean of the next group (Largest-Triangle-Three-
    Buckets; S. Steinarsson, Downsampling Time Series for Visual Representation, 2013). Expects
    places in the picture, not days and values.
    """
    count = len(points)
    if count <= most or most < 3:
        return tuple(points)
    size = (count - 2) / (most - 2)
    kept = [points[0]]
    for group in range(most - 2):
        start, end = int(group * size) + 1, int((group + 1) * size) + 1
        ahead = points[end : min(int((group + 2) * size) + 1, count)] or points[-1:]
        mean_x = sum(x for x, _ in ahead) / len(ahead)
        mean_y = sum(y for _, y in ahead) / len(ahead)
        kept.append(max(points[start:end], key=lambda p: _triangle(kept[-1], p, (mean_x, mean_y))))
    return (*kept, points[-1])


def _triangle(a: Pair, b: Pair, c: Pair) -> float:
    """Twice the area between three points."""
    return abs((a[0] - c[0]) * (b[1] - a[1]) - (a[0] - b[0]) * (c[1] - a[1]))


def gathered(points: Sequence[tuple[date, float]], most: int) -> list[tuple[date, float]]:
    """At most `most` of the readings, so that a long record keeps its course, not its jitter.

    Where there are more: the median of each equal stretch of days, on its last day with a reading.
    """
    if len(points) <= most:
        return list(points)
    first, span = points[0][0], (points[-1][0] - points[0][0]).days + 1
    stretches = groupby(points, key=lambda point: (point[0] - first).days * most // span)
    groups = [list(group) for _, group in stretches]
    return [(group[-1][0], median(value for _, value in group)) for group in groups]


def smooth(values: Sequence[float]) -> tuple[float, ...]:
    """Running medians of five, then a running mean with the weights ¼, ½, ¼.

    A single typing error leaves no trace, a trend is not delayed (J. W. Tukey, Exploratory Data
    Analysis, 1977, ch. 7). At the ends the medians take the three or one values that there are.
    """
    count = len(values)
    medians = [
        median(values[i - reach : i + reach + 1])
        for i in range(count)
        for reach in [min(2, i, count - 1 - i)]
    ]
    return tuple(
        medians[i]
        if i in (0, count - 1)
        else medians[i - 1] / 4 + medians[i] / 2 + medians[i + 1] / 4
        for i in range(count)
    )
