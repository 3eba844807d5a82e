"""Money planned and spent in one currency, month by month.

In: the months of a year with their purses, the voice. Out: a `Chart` of columns, with a tick on
each at what was planned. It is drawn as hours are.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from milepost.progress.budget import Purse
from milepost.site.charts.axes import names, value_axis, value_range
from milepost.site.charts.chart import Chart, pct, picture, rule, tag
from milepost.site.charts.fit import inside
from milepost.site.charts.frame import finite
from milepost.site.charts.key import block, key, stroke
from milepost.site.charts.scales import Linear
from milepost.voice import budgets as said
from milepost.voice.labels import label
from milepost.voice.voice import Voice

_TOP, _BASE = 24.0, 150.0
_HALF = 95 / 12 * 0.33


def money_chart(
    months: Sequence[tuple[date, Purse]], whole: Purse, day: date, voice: Voice
) -> Chart:
    """The months of the day's year by their first days, those to come with a plan alone.

    `whole` is the purse of the year.
    """
    currency = whole.currency
    bars = [
        (finite(one.planned), finite(one.spent) if first <= day else None) for first, one in months
    ]
    numbers = [value for pair in bars for value in pair if value is not None]
    _, high = value_range(0, max([1.0, *numbers]), 4, whole=True)
    up, across = Linear(0, high, _BASE, _TOP), Linear(-0.5, 11.5, 4, 99)
    labels = [inside(across(n), voice.date(first, "month")) for n, (first, _) in enumerate(months)]
    legend = key(
        "c-hours",
        [
            (True, block("spent"), label(voice, "was_spent")),
            (any(plan for plan, _ in bars), stroke("planned"), label(voice, "was_planned")),
        ],
    )
    marks = [
        value_axis(up, voice, unit=currency, most=4, whole=True, floor=True),
        rule(0, _BASE, 100, _BASE, "axis"),
        *(_month(plan, gone, across(n), up) for n, (plan, gone) in enumerate(bars)),
        names(labels, _BASE + 18, voice),
    ]
    alt = said.in_year(voice, whole, day.year)
    svg = picture("c-hours", _BASE + 26, alt, *marks, voice=voice)
    rows = tuple(
        (
            voice.date(first, "month year"),
            said.money(voice, plan, currency),
            said.money(voice, gone, currency),
        )
        for (first, _), (plan, gone) in zip(months, bars, strict=True)
    )
    head = tuple(label(voice, name) for name in ("month", "planned", "spent"))
    return Chart(svg + legend, alt, head, rows)


def _month(planned: float | None, spent: float | None, at: float, up: Linear) -> str:
    """A column for what was spent, a tick across it for what was planned."""
    mark = ""
    if spent is not None:
        top = up(spent)
        mark += tag(
            "rect",
            class_="spent",
            x=pct(at - _HALF),
            y=top,
            width=pct(2 * _HALF),
            height=_BASE - top,
        )
    if planned:
        mark += rule(at - _HALF * 1.2, up(planned), at + _HALF * 1.2, up(planned), "planned")
    return mark
