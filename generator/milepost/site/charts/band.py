"""A limit or a range, period by period: what it was against what it should be.

In: a `Standing` with a rhythm, the words. Out: a `Chart` of columns under a bound, or of marks
within a band.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date

from milepost.journal.words import Kind
from milepost.progress.report import Mark, Standing, Stint
from milepost.site.charts.axes import names, value_axis, value_range
from milepost.site.charts.chart import Chart, dot, pct, picture, rule, tag, text
from milepost.site.charts.frame import css, finite
from milepost.site.charts.key import block, key, round_mark
from milepost.site.charts.labels import PHONE, cut, inside
from milepost.site.charts.scales import Linear
from milepost.site.words import Words

_TOP, _BASE = 30.0, 180.0
_MOST = 26
_CROSS = "M-3-3l6 6M3-3l-6 6"
_IN_SAMPLE = {False: "translate(7 7)", True: "translate(8 7)"}


def band_chart(standing: Standing, day: date, words: Words) -> Chart:
    """The last 26 periods. What kept to the bound is full, what did not is hollow with a cross."""
    stints = standing.rhythm.stints[-_MOST:] if standing.rhythm else ()
    measure = standing.goal.measurable
    ranged = measure is not None and measure.kind is Kind.RANGE
    lower = finite(measure.from_) if measure and ranged else None
    upper = finite(measure.to) if measure else None
    values = [s.value for s in stints if s.value is not None and math.isfinite(s.value)]
    shown = [v for v in (*values, lower, upper) if v is not None and math.isfinite(v)]
    if not ranged:
        shown.append(0.0)
    low, high = (min(shown), max(shown)) if shown else (0.0, 1.0)
    if low == high:
        low, high = low - 1, high + 1
    whole = all(v == int(v) for v in shown)
    if max(abs(low), abs(high)) < 1e15:
        low, high = value_range(low, high, 4, whole=whole)
    up = Linear(low, high, _BASE, _TOP)
    across = Linear(-0.5, max(len(stints), 8) - 0.5, 4, 99)

    labels = [inside(across(n), words.near(s.start, day)) for n, s in enumerate(stints)]
    bounds = [(v, name) for v, name in ((lower, "at least"), (upper, "at most")) if v is not None]
    spare = [up(value) + (19 if name == "at least" else 0) for value, name in bounds]
    marks = [
        _band(lower, upper, up) if ranged else "",
        value_axis(up, words, most=4, whole=whole, floor=True, spare=spare),
        rule(0, _BASE, 100, _BASE, "axis"),
        *(_period(stint, across(n), up, ranged) for n, stint in enumerate(stints)),
        *(_bound(value, name, up, standing.unit, words) for value, name in bounds),
        names(labels, _BASE + 18, words),
    ]
    alt = _sentence(standing, stints, lower, upper, words)
    svg = picture(f"c-band {css(standing.status)}", _BASE + 26, alt, *marks, words=words)
    rows = tuple(
        (
            words.date(stint.start, "medium"),
            words.number(stint.value, standing.unit),
            _KEPT.get(stint.mark, stint.mark.value),
        )
        for stint in stints
    )
    return Chart(svg + _key(stints, ranged), alt, ("From", "Value", "Kept"), rows)


_KEPT = {Mark.DONE: "yes", Mark.MISS: "no", Mark.UNKNOWN: "not known"}


def _band(lower: float | None, upper: float | None, up: Linear) -> str:
    """The values that are wanted, open to the end where there is no bound."""
    top = up(upper) if upper is not None else _TOP
    foot = up(lower) if lower is not None else _BASE
    return tag("rect", class_="band", y=top, width="100%", height=max(foot - top, 0))


def _bound(value: float, name: str, up: Linear, unit: str, words: Words) -> str:
    """A bound as a dashed line, named at the left: an upper one above it, a lower one below."""
    y = up(value)
    word = cut(f"{name} {words.number(value, unit)}", PHONE)
    above = name == "at most"
    return rule(0, y, 100, y, "bound") + text(words, 0, y - 5 if above else y + 14, word)


def _period(stint: Stint, at: float, up: Linear, ranged: bool) -> str:
    """A period's column or mark; what is not known leaves its place empty."""
    if stint.value is None or not math.isfinite(stint.value):
        return ""
    y, kind = up(stint.value), "kept" if stint.mark is Mark.DONE else "other"
    if stint.mark is Mark.MISS:
        kind = "missed"
    if ranged:
        mark = dot(at, y, 4, kind)
    else:
        foot = up(0)
        top, size = min(y, foot), abs(foot - y)
        mark = tag("rect", class_=kind, x=pct(at - 1.1), y=top, width="2.2%", height=max(size, 1))
    if stint.mark is Mark.MISS:
        above = max(y - 12, 8.0)
        cross = tag("path", class_="cross", d=_CROSS)
        mark += tag("svg", cross, x=pct(at), y=above, width=1, height=1, overflow="visible")
    return mark


def _key(stints: Sequence[Stint], ranged: bool) -> str:
    """What full, hollow and grey mean, as far as they occur."""
    known = {stint.mark for stint in stints if stint.value is not None}
    sample = round_mark if ranged else block
    items = [
        (Mark.DONE in known, sample("kept"), "kept"),
        (
            Mark.MISS in known,
            sample("missed") + tag("path", class_="cross", d=_CROSS, transform=_IN_SAMPLE[ranged]),
            "not kept",
        ),
        (bool(known - {Mark.DONE, Mark.MISS}), sample("other"), "not counted"),
    ]
    return key("c-band", items)


def _sentence(
    standing: Standing,
    stints: Sequence[Stint],
    lower: float | None,
    upper: float | None,
    words: Words,
) -> str:
    unit = standing.unit
    if lower is not None and upper is not None:
        wanted = f"between {words.number(lower)} and {words.number(upper, unit)}"
    elif lower is not None:
        wanted = f"at least {words.number(lower, unit)}"
    elif upper is not None:
        wanted = f"at most {words.number(upper, unit)}"
    else:
        wanted = "no bound"
    known = [s for s in stints if s.mark in (Mark.DONE, Mark.MISS)]
    kept = sum(s.mark is Mark.DONE for s in known)
    if not known:
        return f"{standing.goal.title}: {wanted}; no reading yet."
    periods = "period" if len(known) == 1 else "periods"
    latest = next((s for s in reversed(stints) if s.value is not None), None)
    share = f"{words.number(kept)} of {words.number(len(known))} {periods}"
    said = f"{standing.goal.title}: {wanted}; kept in {share}"
    return f"{said}, latest {words.number(latest.value, unit)}." if latest else f"{said}."
