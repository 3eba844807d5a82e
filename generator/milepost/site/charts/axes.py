"""The axes that the larger charts share: days below, values at the left.

In: scales and words. Out: markup; labels never overlap and never run out of the picture.
"""

from __future__ import annotations

from collections.abc import Sequence

from milepost.site.charts.chart import rule, text
from milepost.site.charts.fit import Label, every, inside
from milepost.site.charts.scales import Days, Linear, day_ticks, value_ticks
from milepost.voice.voice import Voice


def day_axis(across: Days, y: float, voice: Voice) -> str:
    """The axis line with its ticks and their words beneath; a phone shows fewer words."""
    ticks = day_ticks(across.first, across.last, 13, voice)
    labels = [inside(across(tick.day), tick.text) for tick in ticks]
    january = next((n for n, tick in enumerate(ticks) if tick.day.month == tick.day.day == 1), 0)
    marks = [rule(0, y, 100, y, "axis")]
    for position, class_ in every(labels, january).items():
        at, label = across(ticks[position].day), labels[position]
        marks.append(rule(at, y, at, y + 4, "axis"))
        marks.append(text(voice, at, y + 18, label.text, label.anchor, class_))
    return "".join(marks)


def names(labels: Sequence[Label], y: float, voice: Voice) -> str:
    """Words below evenly spaced columns, as many as there is room for."""
    return "".join(
        text(voice, labels[n].at, y, labels[n].text, labels[n].anchor, class_)
        for n, class_ in every(labels, gap=14).items()
    )


def value_axis(
    up: Linear,
    voice: Voice,
    *,
    unit: str = "",
    most: int = 5,
    whole: bool = False,
    floor: bool = False,
    spare: Sequence[float] = (),
) -> str:
    """A thin line at each round value with its number above at the left; the top one has the unit.

    `floor` leaves out the line at the foot, where the axis of days already is; `spare` are heights
    that have words of their own, near which no number stands.
    """
    low, high = sorted((up.low, up.high))
    slack = (high - low) * 1e-6
    shown = [
        v
        for v in value_ticks(low, high, most, whole=whole, unit=unit)
        if low - slack <= v <= high + slack
    ]
    marks = []
    for value in shown:
        y = up(value)
        through_a_word = any(3 <= taken - y < 16 for taken in spare)
        if not (floor and y >= up.start - 1) and not through_a_word:
            marks.append(rule(0, y, 100, y, "grid"))
        word = voice.compact(value, unit, named=value == shown[-1])
        if all(abs(y - taken) >= 15 for taken in spare):
            marks.append(text(voice, 0, y - 4, word, class_="value"))
    return "".join(marks)


def value_range(
    low: float, high: float, most: int = 5, *, whole: bool = False, unit: str = ""
) -> tuple[float, float]:
    """The bounds widened to round values."""
    ticks = value_ticks(low, high, most, whole=whole, unit=unit)
    return ticks[0], ticks[-1]
