"""A limit or a range, period by period: what it was against what it should be.

In: a `Standing` with a rhythm, the voice. Out: a `Chart` of columns under a bound, or of marks
within a band.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from milepost.journal.numbers import CLOCKS
from milepost.progress.values import HabitPeriod, Mark, Standing
from milepost.site.charts.axes import names, value_axis, value_range
from milepost.site.charts.chart import Chart, dot, pct, picture, rule, tag, text
from milepost.site.charts.fit import PHONE, cut, inside
from milepost.site.charts.frame import css, finite
from milepost.site.charts.key import block, key, round_mark
from milepost.site.charts.scales import Linear
from milepost.voice import charts as said
from milepost.voice.labels import label
from milepost.voice.voice import Voice

_TOP, _BASE = 30.0, 180.0
_MOST = 26
_CROSS = "M-3-3l6 6M3-3l-6 6"
_IN_SAMPLE = {False: "translate(7 7)", True: "translate(8 7)"}


def band_chart(standing: Standing, day: date, voice: Voice, *, small: bool = False) -> Chart:
    """The last 26 periods. What kept to the bound is full, what did not is hollow with a cross.

    `small` is for a card: 124 pixels high, without numbers at the side and without a key.
    """
    shown = standing.rhythm.periods[-_MOST:] if standing.rhythm else ()
    cut = standing.rhythm is not None and len(shown) < len(standing.rhythm.periods)
    # A week told as a whole stands for its days: the bound is that of one of them.
    periods = [replace(p, value=p.value / p.of) if p.value and p.of > 1 else p for p in shown]
    measure = standing.goal.measurable
    ranged = measure is not None and measure.kind.facts.banded
    lower = finite(measure.from_) if measure and ranged else None
    upper = finite(measure.to) if measure else None
    unit = standing.unit if standing.unit in CLOCKS else ""
    low, high, whole = _values(periods, lower, upper, unit, ranged=ranged)
    up = Linear(low, high, *((104.0, 20.0) if small else (_BASE, _TOP)))
    across = Linear(-0.5, max(len(periods), 12) - 0.5, 4, 99)

    labels = [inside(across(n), voice.near(s.start, day)) for n, s in enumerate(periods)]
    bounds = [value for value in (lower, upper) if value is not None]
    spare = [up(value) for value in bounds[-1:]]
    numbers = value_axis(up, voice, unit=unit, most=4, whole=whole, floor=True, spare=spare)
    if small:
        labels = [labels[0], labels[-1]] if len(labels) > 1 else labels
    marks = [
        _band(lower, upper, up) if ranged else "",
        "" if small else numbers,
        rule(0, up.start, 100, up.start, "axis"),
        *(_period(period, across(n), up, ranged) for n, period in enumerate(periods)),
        _wanted(bounds, up, said.bound_mark(voice, lower, upper, standing.unit), voice),
        names(labels, up.start + 18, voice),
    ]
    alt = said.band(voice, standing, periods, lower, upper, cut=cut)
    class_, height = f"c-band {css(standing.status)}", up.start + (20 if small else 26)
    svg = picture(class_, height, alt, *marks, voice=voice)
    rows = tuple(
        (
            voice.date(period.start, "medium"),
            voice.number(period.value, standing.unit),
            label(voice, _KEPT[period.mark]),
        )
        for period in periods
    )
    legend = "" if small else _key(periods, ranged, voice)
    return Chart(
        svg + legend, alt, tuple(label(voice, name) for name in ("from", "value", "kept")), rows
    )


def _values(
    periods: Sequence[HabitPeriod],
    lower: float | None,
    upper: float | None,
    unit: str,
    *,
    ranged: bool,
) -> tuple[float, float, bool]:
    """The lowest and highest value to show, and whether all are whole numbers."""
    known = [finite(v) for v in (*(s.value for s in periods), lower, upper)]
    shown = [v for v in known if v is not None]
    if not ranged:
        shown.append(0.0)
    low, high = (min(shown), max(shown)) if shown else (0.0, 1.0)
    if low == high:
        low, high = low - 1, high + 1
    whole = all(v == int(v) for v in shown)
    if max(abs(low), abs(high)) < 1e15:
        low, high = value_range(low, high, 4, whole=whole, unit=unit)
    return low, high, whole


_KEPT = {
    Mark.DONE: "yes",
    Mark.MISS: "no",
    Mark.SKIP: "skipped",
    Mark.PAUSE: "paused",
    Mark.UNKNOWN: "not_known",
}


def _band(lower: float | None, upper: float | None, up: Linear) -> str:
    """The values that are wanted, open to the end where there is no bound."""
    top = up(upper) if upper is not None else up.end
    foot = up(lower) if lower is not None else up.start
    return tag("rect", class_="band", y=top, width="100%", height=max(foot - top, 0))


def _wanted(bounds: Sequence[float], up: Linear, word: str, voice: Voice) -> str:
    """The bounds as dashed lines, named at the left above the upper one, where few marks are."""
    if not bounds:
        return ""
    lines = [rule(0, up(bound), 100, up(bound), "bound") for bound in bounds]
    return "".join(lines) + text(voice, 0, up(bounds[-1]) - 5, cut(word, PHONE))


def _period(period: HabitPeriod, at: float, up: Linear, ranged: bool) -> str:
    """A period's column or mark; what is not known leaves its place empty."""
    if period.value is None or not math.isfinite(period.value):
        return ""
    y, kind = up(period.value), "kept" if period.mark is Mark.DONE else "other"
    if period.mark is Mark.MISS:
        kind = "missed"
    if ranged:
        mark = dot(at, y, 4, kind)
    else:
        foot = up(0)
        top, size = min(y, foot), abs(foot - y)
        mark = tag("rect", class_=kind, x=pct(at - 1.1), y=top, width="2.2%", height=max(size, 1))
    if period.mark is Mark.MISS:
        above = max(y - 12, 8.0)
        cross = tag("path", class_="cross", d=_CROSS)
        mark += tag("svg", cross, x=pct(at), y=above, width=1, height=1, overflow="visible")
    return mark


def _key(periods: Sequence[HabitPeriod], ranged: bool, voice: Voice) -> str:
    """What full, hollow and grey mean, as far as they occur."""
    known = {period.mark for period in periods if period.value is not None}
    sample = round_mark if ranged else block
    items = [
        (Mark.DONE in known, sample("kept"), label(voice, "was_kept")),
        (
            Mark.MISS in known,
            sample("missed") + tag("path", class_="cross", d=_CROSS, transform=_IN_SAMPLE[ranged]),
            label(voice, "not_kept"),
        ),
        (bool(known - {Mark.DONE, Mark.MISS}), sample("other"), label(voice, "not_counted")),
    ]
    return key("c-band", items)
