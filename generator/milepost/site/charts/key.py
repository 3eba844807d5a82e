"""The key below a picture: a sample of each mark with its word.

In: samples and words. Out: markup in as many lines as a phone needs, and how high it is.
"""

from __future__ import annotations

from collections.abc import Sequence

from milepost.site.charts.chart import clean, num, tag
from milepost.site.charts.labels import PHONE, width
from milepost.site.words import Words

_SAMPLE, _LINE = 22.0, 20.0


def key(items: Sequence[tuple[str, str]], y: float, words: Words) -> tuple[str, float]:
    """The items from the height `y` on; a sample is markup in a field of 16 by 14 pixels.

    It stands at the left in every language, like the plot that it explains.
    """
    x, drawn = 0.0, []
    for sample, word in items:
        size = _SAMPLE + width(word)
        if x and x + size > PHONE:
            x, y = 0.0, y + _LINE
        drawn.append(tag("g", sample, transform=f"translate({num(x)} {num(y)})"))
        side = "end" if words.direction == "rtl" else None
        drawn.append(tag("text", clean(word), x=x + _SAMPLE, y=y + 11, text_anchor=side))
        x += size + 14
    return "".join(drawn), _LINE + y


def stroke(class_: str) -> str:
    """A sample of a line."""
    return tag("line", class_=class_, x1=0, y1=7, x2=16, y2=7)


def block(class_: str) -> str:
    """A sample of an area or a column."""
    return tag("rect", class_=class_, x=1, y=1, width=12, height=12)


def round_mark(class_: str) -> str:
    """A sample of a round mark."""
    return tag("circle", class_=class_, cx=8, cy=7, r=4)
