"""Hours planned and spent, week by week.

In: hours by week, the voice. Out: a `Chart` of columns, with a tick on each at the hours planned.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from milepost.journal.values import Week
from milepost.progress.values import WeekHours
from milepost.site.charts.axes import names, value_axis, value_range
from milepost.site.charts.chart import Chart, pct, picture, rule, tag
from milepost.site.charts.fit import inside
from milepost.site.charts.frame import finite
from milepost.site.charts.key import block, key, stroke
from milepost.site.charts.scales import Linear
from milepost.voice import charts as said
from milepost.voice.labels import label
from milepost.voice.voice import Voice

_TOP, _BASE = 24.0, 150.0
_MOST = 53
"""So many weeks are a picture: those of a year, whole."""


def hours_chart(
    weeks: Sequence[WeekHours], day: date, voice: Voice, now: Week | None = None
) -> Chart:
    """The last 53 weeks up to the day; a week of which nothing is said leaves its place empty.

    `now` is the running week, else the ISO week of the day.
    """
    now = now or Week.of(day)
    so_far = [week for week in weeks if week.week <= now]
    shown = so_far[-_MOST:]
    shown = [WeekHours(s.week, finite(s.planned), finite(s.spent)) for s in shown]
    numbers = [v for week in shown for v in (week.planned, week.spent) if v is not None]
    _, high = value_range(0, max([1.0, *numbers]), 4, whole=True)
    up = Linear(0, high, _BASE, _TOP)
    across = Linear(-0.5, max(len(shown), 12) - 0.5, 4, 99)
    half = 95 / max(len(shown), 12) * 0.33
    labels = [inside(across(n), voice.near(s.week.monday, day)) for n, s in enumerate(shown)]
    legend = key(
        "c-hours",
        [
            (any(s.spent is not None for s in shown), block("spent"), label(voice, "was_spent")),
            (
                any(s.planned is not None for s in shown),
                stroke("planned"),
                label(voice, "was_planned"),
            ),
        ],
    )
    marks = [
        value_axis(up, voice, unit=voice.meaning("unit", "h"), most=4, whole=True, floor=True),
        rule(0, _BASE, 100, _BASE, "axis"),
        *(_week(week, across(n), half, up) for n, week in enumerate(shown)),
        names(labels, _BASE + 18, voice),
    ]
    alt = said.hours(voice, shown, cut=len(shown) < len(so_far))
    svg = picture("c-hours", _BASE + 26, alt, *marks, voice=voice)
    rows = tuple((voice.week(s.week), voice.hours(s.planned), voice.hours(s.spent)) for s in shown)
    return Chart(
        svg + legend, alt, tuple(label(voice, name) for name in ("week", "planned", "spent")), rows
    )


def _week(week: WeekHours, at: float, half: float, up: Linear) -> str:
    """A column for what was spent, a tick across it for what was planned."""
    mark = ""
    if week.spent is not None:
        top = up(week.spent)
        mark += tag(
            "rect", class_="spent", x=pct(at - half), y=top, width=pct(2 * half), height=_BASE - top
        )
    if week.planned is not None:
        y = up(week.planned)
        mark += rule(at - half * 1.2, y, at + half * 1.2, y, "planned")
    return mark
