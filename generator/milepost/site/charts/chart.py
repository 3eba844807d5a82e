"""A chart as a page gets it, and the small writer of SVG that all charts share.

In: numbers and words. Out: escaped markup without scripts, ids or inline style, which the page's
content policy would refuse.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from html import escape

from milepost.patterns import late
from milepost.voice.voice import Voice

Pair = tuple[float, float]
_UNKNOWN = late("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture in three forms that say the same.

    `svg` is markup to embed as it is, in a `<figure>`: an SVG, mostly with a list in HTML below it,
    its key; for the road and the heat map an HTML element with SVG inside. `alt` is one or two
    sentences and already stands in the markup.
    `head` and `rows` are plain text for a table.
    """

    svg: str
    alt: str
    head: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


def num(value: float) -> str:
    """A coordinate with at most one decimal. Raises `ValueError` when it is not finite."""
    if not math.isfinite(value):
        raise ValueError(f"{value} is no place in a picture")
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def pct(value: float) -> str:
    """A place across the picture, in per cent of its width."""
    return f"{num(value)}%"


def tag(name: str, *children: str, **attributes: str | float | None) -> str:
    """An element: `children` are markup, attributes are escaped here.

    An underscore in an attribute's name is written as a hyphen, one at its end is dropped; None
    leaves the attribute out.
    """
    written = "".join(
        [
            f' {_named(key)}="{_attribute(value)}"'
            for key, value in attributes.items()
            if value is not None
        ]
    )
    inner = "".join(children)
    return f"<{name}{written}>{inner}</{name}>" if inner else f"<{name}{written}/>"


@cache
def _named(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def _attribute(value: str | float) -> str:
    return clean(value) if isinstance(value, str) else num(value)


@lru_cache(maxsize=4096)
def clean(text: str) -> str:
    """Text made safe for markup: escaped, without characters that XML does not know."""
    return escape(_UNKNOWN.sub("", text))


def text(
    voice: Voice, x: float, y: float, content: str, anchor: str = "start", class_: str | None = None
) -> str:
    """A word in the picture, `x` in per cent; `anchor` is the side, left being start.

    In a language that runs to the left, SVG's own start is the right end: turned here. An outline,
    where the style gives one, lies beneath the letters and keeps lines off them.
    """
    if voice.direction == "rtl":
        anchor = {"start": "end", "end": "start"}.get(anchor, anchor)
    side = None if anchor == "start" else anchor
    return tag(
        "text",
        clean(content),
        class_=class_,
        x=pct(x),
        y=y,
        text_anchor=side,
        paint_order="stroke",
    )


def rule(x1: float, y1: float, x2: float, y2: float, class_: str) -> str:
    """A straight line; across in per cent."""
    return tag("line", class_=class_, x1=pct(x1), y1=y1, x2=pct(x2), y2=y2)


def dot(x: float, y: float, radius: float, class_: str) -> str:
    """A round mark, `x` in per cent."""
    return tag("circle", class_=class_, cx=pct(x), cy=y, r=radius)


def trace(points: Iterable[Pair], *, close: bool = False) -> str:
    """Points, across in per cent, as path data of the stretched inner picture (1000 wide)."""
    pairs = [f"{num(x * 10)},{num(y)}" for x, y in points]
    return f"M{pairs[0]}L{' '.join(pairs[1:])}{'Z' if close else ''}" if len(pairs) > 1 else ""


def stretched(height: float, paths: Sequence[tuple[str, str]]) -> str:
    """The inner picture for lines: (class, path data) in order; empty data is left out."""
    drawn = [
        tag("path", class_=class_, vector_effect="non-scaling-stroke", d=data)
        for class_, data in paths
        if data
    ]
    if not drawn:
        return ""
    box = f"0 0 1000 {num(height)}"
    return tag("svg", *drawn, viewBox=box, width="100%", height=height, preserveAspectRatio="none")


def linked(href: str, title: str, *children: str, class_: str | None = None) -> str:
    """A link in the picture; the title is what it says when pointed at or read aloud."""
    return tag("a", tag("title", clean(title)), *children, class_=class_, href=href)


def picture(
    class_: str,
    height: float,
    alt: str | None,
    *children: str,
    voice: Voice,
    links: bool = False,
) -> str:
    """The whole SVG: as wide as its place, so high in pixels.

    It is one picture, named by `alt`; a group when links are inside; and nothing to a screen reader
    when `alt` is None, for parts that are said elsewhere.
    """
    role = "group" if links else "img"
    return tag(
        "svg",
        *children,
        class_=class_,
        width="100%",
        height=height,
        direction=voice.direction if voice.direction == "rtl" else None,
        role=role if alt is not None else None,
        aria_label=alt,
        aria_hidden="true" if alt is None else None,
    )
