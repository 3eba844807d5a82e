"""Levels on a scale, a row for each thing: full dots, rings, ticks, and a line from low to high.

In: rows of marks, the top of the scale, the voice. Out: markup: a list in HTML, as the road is, in
which names wrap as text does, each beside its line, on a phone above it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from milepost.site.charts.chart import clean, dot, picture, rule, tag, text
from milepost.site.charts.scales import Linear
from milepost.voice.voice import Voice

_HEIGHT, _MIDDLE = 34.0, 17.0
_RADIUS = {"ring": 6.5, "now": 4.5}
_ORDER = ("ring", "tick", "now")
"""What is drawn first lies below the rest."""


@dataclass(frozen=True, slots=True)
class Row:
    """A thing with its marks: values by `now`, `ring` or `tick`; None is left out.

    `said` is the row in words, `href` relative to the page, empty for no link; `way` joins the two
    kinds of marks between which a line is drawn; `slug` is that of a status, for its colour.
    """

    title: str
    said: str
    marks: tuple[tuple[str, float | None], ...]
    href: str = ""
    way: tuple[str, str] | None = None
    slug: str = "on-track"


def dots(rows: Sequence[Row], top: int, step: int, voice: Voice, alt: str) -> str:
    """The rows beneath each other on a scale from 0 to `top`, with a number at each `step`."""
    across = Linear(0, top, 2, 98)
    ticks = range(0, top + 1, step)
    items = [
        tag("li", _name(row), _track(row, across, ticks, voice), class_=f"s-{row.slug}")
        for row in rows
    ]
    numbers = [text(voice, across(n), 14, voice.number(n), "middle") for n in ticks]
    foot = picture("axis-of-days", 20, None, *numbers, voice=voice)
    return tag("div", tag("ol", *items), foot, class_="c-road", role="group", aria_label=alt)


def _name(row: Row) -> str:
    title = clean(row.title)
    return tag("a", title, href=row.href) if row.href else tag("span", title)


def _track(row: Row, across: Linear, ticks: range, voice: Voice) -> str:
    drawn = [rule(across(n), 0, across(n), _HEIGHT, "grid") for n in ticks]
    values = {kind: value for kind, value in row.marks if value is not None}
    if row.way and all(kind in values for kind in row.way):
        low, high = (across(values[kind]) for kind in row.way)
        drawn.append(rule(low, _MIDDLE, high, _MIDDLE, "way"))
    for kind in _ORDER:
        if kind not in values:
            continue
        at = across(values[kind])
        if kind == "tick":
            drawn.append(rule(at, _MIDDLE - 10, at, _MIDDLE + 10, "today"))
        else:
            drawn.append(dot(at, _MIDDLE, _RADIUS[kind], kind))
    return picture("track", _HEIGHT, row.said, *drawn, voice=voice)


def sample(kind: str) -> str:
    """A sample of a mark for the key."""
    if kind == "tick":
        return tag("line", class_="today", x1=8, y1=0, x2=8, y2=14)
    return tag("circle", class_=kind, cx=8, cy=7, r=_RADIUS[kind] - 1)
