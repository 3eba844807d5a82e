"""Actions planned and done, week by week.

In: what was planned and done by week, the voice. Out: a `Chart` of columns for what was done,
with a tick on each at what was planned.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from milepost.progress.actions import WeekOfActions
from milepost.site.charts.axes import names, value_axis, value_range
from milepost.site.charts.chart import Chart, pct, picture, rule, tag
from milepost.site.charts.fit import inside
from milepost.site.charts.key import block, key, stroke
from milepost.site.charts.scales import Linear
from milepost.voice.actions import kept
from milepost.voice.labels import label
from milepost.voice.voice import Voice

_TOP, _BASE = 24.0, 150.0
_LOOK = "c-hours"
"""It looks as the hours do: a column for what was, a tick for what was planned."""


def actions_chart(weeks: Sequence[WeekOfActions], day: date, voice: Voice) -> Chart:
    """The weeks given, in their order; a column stands for actions done."""
    _, high = value_range(0, max([1.0, *(float(week.planned) for week in weeks)]), 4, whole=True)
    up = Linear(0, high, _BASE, _TOP)
    across = Linear(-0.5, len(weeks) - 0.5, 4, 99)
    half = 95 / len(weeks) * 0.33
    labels = [inside(across(n), voice.near(one.week.monday, day)) for n, one in enumerate(weeks)]
    legend = key(
        _LOOK,
        [
            (True, block("spent"), label(voice, "is_done")),
            (True, stroke("planned"), label(voice, "was_planned")),
        ],
    )
    marks = [
        value_axis(up, voice, most=4, whole=True, floor=True),
        rule(0, _BASE, 100, _BASE, "axis"),
        *(_week(one, across(n), half, up) for n, one in enumerate(weeks)),
        names(labels, _BASE + 18, voice),
    ]
    alt = kept(voice, weeks)
    svg = picture(_LOOK, _BASE + 26, alt, *marks, voice=voice)
    head = tuple(label(voice, name) for name in ("week", "planned", "done", "carried_over"))
    rows = tuple(
        (voice.week(one.week), *map(voice.number, (one.planned, one.done, one.carried)))
        for one in weeks
    )
    return Chart(svg + legend, alt, head, rows)


def _week(week: WeekOfActions, at: float, half: float, up: Linear) -> str:
    """A column for what was done, a tick across it for what was planned."""
    mark = ""
    if week.done:
        top = up(week.done)
        mark += tag(
            "rect", class_="spent", x=pct(at - half), y=top, width=pct(2 * half), height=_BASE - top
        )
    if week.planned:
        y = up(week.planned)
        mark += rule(at - half * 1.2, y, at + half * 1.2, y, "planned")
    return mark
