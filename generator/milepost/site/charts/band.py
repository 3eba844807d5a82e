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


def band_chart(standing: Standing, day: date, words: Words, *, small: bool = False) -> Chart:
    """The last 26 periods. What kept to the bound is full, what did not is hollow with a cross.

    `small` is for a card: 124 pixels high, without numbers at the side and without a key.
    """
    stints = standing.rhythm.stints[-_MOST:] if standing.rhythm else ()
    measure = standing.goal.measurable
    ranged = measure is not None and measure.kind is Kind.RANGE
    lower = finite(measure.from_) if measure and ranged else None
    upper = finite(measure.to) if measure else None
    low, high, whole = _values(stints, lower, upper, ranged)
    up = Linear(low, high, *((104.0, 20.0) if small else (_BASE, _TOP)))
    across = Linear(-0.5, max(len(stints), 12) - 0.5, 4, 99)

    labels = [inside(across(n), words.near(s.start, day)) for n, s in enumerate(stints)]
    bounds = [(v, name) for v, name in ((lower, "at least"), (upper, "at most")) if v is not None]
    spare = [up(value) for value, _ in bounds[-1:]]
    numbers = value_axis(up, words, most=4, whole=whole, floor=True, spare=spare)
    if small:
        labels = [labels[0], labels[-1]] if len(labels) > 1 else labels
    marks = [
        _band(lower, upper, up) if ranged else "",
        "" if small else numbers,
        rule(0, up.start, 100, up.start, "axis"),
        *(_period(stint, across(n), up, ranged) for n, stint in enumerate(stints)),
        _wanted(bounds, up, standing.unit, words),
        names(labels, up.start + 18, words),
    ]
    alt = _sentence(standing, stints, lower, upper, words)
    class_, height = f"c-band {css(standing.status)}", up.start + (20 if small else 26)
    svg = picture(class_, height, alt, *marks, words=words)
    rows = tuple(
        (
            words.date(stint.start, "medium"),
            words.number(stint.value, standing.unit),
            _KEPT.get(stint.mark, stint.mark.value),
        )
        for stint in stints
    )
    legend = "" if small else _key(stints, ranged)
    return Chart(svg + legend, alt, ("From", "Value", "Kept"), rows)


def _values(
    stints: Sequence[Stint], lower: float | None, upper: float | None, ranged: bool
) -> tuple[float, float, bool]:
    """The lowest and highest value to show, and whether all are whole numbers."""
    known = [finite(v) for v in (*(s.value for s in stints), lower, upper)]
    shown = [v for v in known if v is not None]
    if not ranged:
        shown.append(0.0)
    low, high = (min(shown), max(shown)) if shown else (0.0, 1.0)
    if low == high:
        low, high = low - 1, high + 1
    whole = all(v == int(v) for v in shown)
    if max(abs(low), abs(high)) < 1e15:
        low, high = value_range(low, high, 4, whole=whole)
    return low, high, whole


_KEPT = {Mark.DONE: "yes", Mark.MISS: "no", Mark.UNKNOWN: "not known"}


def _band(lower: float | None, upper: float | None, up: Linear) -> str:
    """The values that are wanted, open to the end where there is no bound."""
    top = up(upper) if upper is not None else up.end
    foot = up(lower) if lower is not None else up.start
    return tag("rect", class_="band", y=top, width="100%", height=max(foot - top, 0))


def _wanted(bounds: Sequence[tuple[float, str]], up: Linear, unit: str, words: Words) -> str:
    """The bounds as dashed lines, named at the left above the upper one, where few marks are."""
    if not bounds:
        return ""
    value, name = bounds[-1]
    word = f"{name} {words.number(value, unit)}"
    if len(bounds) > 1:
        word = f"{words.number(bounds[0][0])} – {words.number(value, unit)}"
    lines = [rule(0, up(bound), 100, up(bound), "bound") for bound, _ in bounds]
    return "".join(lines) + text(words, 0, up(value) - 5, cut(word, PHONE))


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
