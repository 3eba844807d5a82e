"""Which words fit beside each other, judged without a browser.

In: places in per cent and words. Out: those that fit at a width in pixels. Widths are those of a
broad sans serif, so that a narrower one only leaves more room.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

PHONE = 288.0
"""The narrowest figure, in pixels: a screen of 320 with its margins."""
DESK = 540.0
"""The narrowest figure on a wide screen; the style hides class `w` below."""
SIZE = 12.0
"""Pixels of the charts' text."""


@lru_cache(maxsize=8192)
def width(text: str, size: float = SIZE) -> float:
    """About how many pixels a text takes."""
    return size * sum(map(_em, text))


@lru_cache(maxsize=4096)
def _em(sign: str) -> float:
    """The width of a sign in ems of DejaVu Sans, rounded up."""
    if unicodedata.combining(sign) or unicodedata.category(sign) == "Cf":
        return 0.0
    if unicodedata.east_asian_width(sign) in "WF":
        return 1.0
    if sign in "iljI.,:;'|!’ \u202f\u00a0":
        return 0.34
    if sign in "mwMW%—@":
        return 0.99
    return 0.7 if sign.isupper() else 0.64


def cut(text: str, most: float, size: float = SIZE) -> str:
    """The text, or as much of it as takes `most` pixels with an ellipsis at a word's end."""
    if width(text, size) <= most:
        return text
    room, length = most - size, 0
    while length < len(text) and room >= _em(text[length]) * size:
        room -= _em(text[length]) * size
        length += 1
    short = text[:length].rstrip()
    whole = " " in text[max(length - 1, 0) : length + 1]
    at_word = short if whole else short.rpartition(" ")[0]
    return (at_word if len(at_word) * 2 > len(short) else short).rstrip(" ,;:–-") + "…"


@dataclass(frozen=True, slots=True)
class Label:
    """A word at a place in per cent; `anchor` start, middle or end says which end is there."""

    at: float
    text: str
    anchor: str = "middle"

    def span(self, wide: float) -> tuple[float, float]:
        """From where to where it reaches, in pixels of a picture so wide."""
        size, left = width(self.text), self.at / 100 * wide
        left -= {"start": 0.0, "middle": size / 2, "end": size}[self.anchor]
        return left, left + size


def inside(at: float, text: str) -> Label:
    """A centred label, or one that leans inwards where it would stand out at an end."""
    half = width(text) / 2
    if at / 100 * PHONE < half:
        return Label(at, text, "start")
    if (100 - at) / 100 * PHONE < half:
        return Label(at, text, "end")
    return Label(at, text)


def _free(label: Label, others: Sequence[Label], wide: float, gap: float) -> bool:
    """Whether the label stands within the picture and clear of the others."""
    left, right = label.span(wide)
    if left < -2 or right > wide + 2:
        return False
    spans = [other.span(wide) for other in others]
    return all(right + gap <= start or left - gap >= end for start, end in spans)


def fitting(labels: Sequence[Label], wide: float, gap: float = 6) -> frozenset[int]:
    """The positions of those that stand free of each other, the first ones first."""
    kept: dict[int, Label] = {}
    for position, label in enumerate(labels):
        if _free(label, list(kept.values()), wide, gap):
            kept[position] = label
    return frozenset(kept)


def in_rows(
    labels: Sequence[Label], rows: int, gap: float = 8
) -> dict[int, tuple[int, str | None]]:
    """For the positions that have room: their row, and the class `w` where only a site has it.

    The first ones choose first. A phone shows those of the site's that stand free there too.
    """
    site: list[list[int]] = [[] for _ in range(rows)]
    for position, label in enumerate(labels):
        for row in site:
            if _free(label, [labels[n] for n in row], DESK, gap):
                row.append(position)
                break
    placed: dict[int, tuple[int, str | None]] = {}
    for number, row in enumerate(site):
        phone = fitting([labels[n] for n in row], PHONE, gap)
        for place, position in enumerate(row):
            placed[position] = (number, None if place in phone else "w")
    return placed


def every(labels: Sequence[Label], anchor: int = 0, gap: float = 8) -> dict[int, str | None]:
    """Every first, second, third … of evenly spaced labels: the most that stand free at a site.

    Those of them that a phone has no room for have the class `w`. `anchor` is the position of one
    that should stay, such as a January.
    """
    site = _step(labels, 1, anchor, DESK, gap)
    phone = _step(labels, site, anchor, PHONE, gap)
    return {
        position: None if (position - anchor) % phone == 0 else "w"
        for position in range(anchor % site, len(labels), site)
    }


def _step(labels: Sequence[Label], unit: int, anchor: int, wide: float, gap: float) -> int:
    """The smallest multiple of `unit` at which the labels counted from the anchor stand free."""
    for step in range(unit, len(labels) + unit, unit):
        chosen = labels[anchor % step :: step]
        if len(fitting(chosen, wide, gap)) == len(chosen):
            return step
    return max(1, (len(labels) + unit) // unit * unit)
