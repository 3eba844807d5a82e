"""The axes that the larger charts share: days below, values at the left.

In: scales and words. Out: markup; labels never overlap and never run out of the picture.
"""

from __future__ import annotations

from milepost.site.charts.chart import rule, text
from milepost.site.charts.labels import DESK, PHONE, every, inside
from milepost.site.charts.scales import Days, Linear, day_ticks, value_ticks
from milepost.site.words import Words


def day_axis(across: Days, y: float, words: Words) -> str:
    """The axis line with its ticks and their words beneath; a phone shows fewer words."""
    ticks = day_ticks(across.first, across.last, 13, words)
    labels = [inside(across(tick.day), tick.text) for tick in ticks]
    always, wide = every(labels, PHONE), every(labels, DESK)
    marks = [rule(0, y, 100, y, "axis")]
    for position, (tick, label) in enumerate(zip(ticks, labels, strict=True)):
        at = across(tick.day)
        if position in always | wide:
            only_wide = None if position in always else "w"
            marks.append(rule(at, y, at, y + 4, "axis"))
            marks.append(text(words, at, y + 18, label.text, label.anchor, only_wide))
    return "".join(marks)


def value_axis(
    up: Linear,
    words: Words,
    *,
    unit: str = "",
    most: int = 5,
    whole: bool = False,
    floor: bool = False,
) -> str:
    """A thin line at each round value with its number above at the left; the top one has the unit.

    `floor` leaves out the line at the foot, where the axis of days already is.
    """
    low, high = sorted((up.low, up.high))
    slack = (high - low) * 1e-6
    shown = [
        v for v in value_ticks(low, high, most, whole=whole) if low - slack <= v <= high + slack
    ]
    marks = []
    for value in shown:
        y = up(value)
        if not (floor and y >= up.start - 1):
            marks.append(rule(0, y, 100, y, "grid"))
        word = words.compact(value)
        if unit and value == shown[-1]:
            word = f"{word}\u202f{words.unit(value, unit)}"
        marks.append(text(words, 0, y - 4, word, class_="value"))
    return "".join(marks)


def value_range(
    low: float, high: float, most: int = 5, *, whole: bool = False
) -> tuple[float, float]:
    """The bounds widened to round values."""
    ticks = value_ticks(low, high, most, whole=whole)
    return ticks[0], ticks[-1]
