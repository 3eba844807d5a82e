"""The key below a picture: a sample of each mark with its word.

In: samples and words. Out: a list in HTML, which wraps as the page does.
"""

from __future__ import annotations

from collections.abc import Iterable

from milepost.site.charts.chart import clean, tag


def key(class_: str, items: Iterable[tuple[bool, str, str]]) -> str:
    """The items that are there: (whether it is, sample in a field of 16 by 14 pixels, word).

    `class_` is the picture's own, so that the samples look as the marks do.
    """
    found = [
        tag("li", tag("svg", sample, width=16, height=14, aria_hidden="true"), clean(word))
        for there, sample, word in items
        if there
    ]
    return tag("ul", *found, class_=f"key {class_}") if found else ""


def stroke(class_: str) -> str:
    """A sample of a line."""
    return tag("line", class_=class_, x1=0, y1=7, x2=16, y2=7)


def block(class_: str) -> str:
    """A sample of an area or a column."""
    return tag("rect", class_=class_, x=2, y=1, width=12, height=12)


def round_mark(class_: str) -> str:
    """A sample of a round mark."""
    return tag("circle", class_=class_, cx=8, cy=7, r=4)
