"""Hours planned and spent, week by week.

In: spells, the words. Out: a `Chart` of columns, with a tick on each at the hours planned.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from milepost.journal.values import Week
from milepost.progress.report import Spell
from milepost.site.charts.axes import names, value_axis, value_range
from milepost.site.charts.chart import Chart, pct, picture, rule, tag
from milepost.site.charts.frame import finite
from milepost.site.charts.key import block, key, stroke
from milepost.site.charts.labels import inside
from milepost.site.charts.scales import Linear
from milepost.site.words import Words

_TOP, _BASE = 24.0, 150.0
_MOST = 26


def together(spells: Sequence[Spell]) -> tuple[Spell, ...]:
    """Several goals' spells as one row of weeks: what is known is added up, the rest is unknown."""
    planned: dict[Week, float] = {}
    spent: dict[Week, float] = {}
    for spell in spells:
        if spell.planned is not None:
            planned[spell.week] = planned.get(spell.week, 0.0) + spell.planned
        if spell.spent is not None:
            spent[spell.week] = spent.get(spell.week, 0.0) + spell.spent
    weeks = sorted({spell.week for spell in spells})
    return tuple(Spell(week, planned.get(week), spent.get(week)) for week in weeks)


def hours_chart(spells: Sequence[Spell], day: date, words: Words) -> Chart:
    """The last 26 weeks up to the day; a week of which nothing is said leaves its place empty."""
    now = Week.of(day)
    shown = [spell for spell in spells if spell.week <= now][-_MOST:]
    shown = [Spell(s.week, finite(s.planned), finite(s.spent)) for s in shown]
    numbers = [v for spell in shown for v in (spell.planned, spell.spent) if v is not None]
    _, high = value_range(0, max([1.0, *numbers]), 4, whole=True)
    up = Linear(0, high, _BASE, _TOP)
    across = Linear(-0.5, max(len(shown), 12) - 0.5, 4, 99)
    half = 95 / max(len(shown), 12) * 0.33
    labels = [inside(across(n), words.near(s.week.monday, day)) for n, s in enumerate(shown)]
    legend = key(
        "c-hours",
        [
            (any(s.spent is not None for s in shown), block("spent"), "spent"),
            (any(s.planned is not None for s in shown), stroke("planned"), "planned"),
        ],
    )
    marks = [
        value_axis(up, words, unit="h", most=4, whole=True, floor=True),
        rule(0, _BASE, 100, _BASE, "axis"),
        *(_week(spell, across(n), half, up) for n, spell in enumerate(shown)),
        names(labels, _BASE + 18, words),
    ]
    alt = _sentence(shown, words)
    svg = picture("c-hours", _BASE + 26, alt, *marks, words=words)
    rows = tuple(
        (words.week(s.week), words.number(s.planned, "h"), words.number(s.spent, "h"))
        for s in shown
    )
    return Chart(svg + legend, alt, ("Week", "Planned", "Spent"), rows)


def _week(spell: Spell, at: float, half: float, up: Linear) -> str:
    """A column for what was spent, a tick across it for what was planned."""
    mark = ""
    if spell.spent is not None:
        top = up(spell.spent)
        mark += tag(
            "rect", class_="spent", x=pct(at - half), y=top, width=pct(2 * half), height=_BASE - top
        )
    if spell.planned is not None:
        y = up(spell.planned)
        mark += rule(at - half * 1.2, y, at + half * 1.2, y, "planned")
    return mark


def _sentence(shown: Sequence[Spell], words: Words) -> str:
    told = [spell for spell in shown if spell.spent is not None]
    if not told:
        return "No hours are written down yet."
    spent = words.number(sum(spell.spent or 0.0 for spell in told), "h")
    weeks = "week" if len(told) == 1 else "weeks"
    said = f"{spent} spent in {words.number(len(told))} {weeks}"
    planned = [spell.planned for spell in told if spell.planned is not None]
    if planned:
        said += f", {words.number(sum(planned), 'h')} planned for them"
    latest = told[-1]
    return f"{said}; {words.number(latest.spent, 'h')} in {words.week(latest.week)}."
