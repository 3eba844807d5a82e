"""The balance of the life areas in words: the highest, the lowest, and what moved.

In: the marks of the areas by quarter, the voice. Out: sentences.
"""

from __future__ import annotations

from collections.abc import Sequence

from milepost.progress.balance import AreaMarks
from milepost.progress.calendar import Span
from milepost.voice.catalogue import deferred
from milepost.voice.pages import capital, of_ten, span_title
from milepost.voice.voice import Voice

_MOVED = 1.0
"""From so much on, of ten, a change is worth a word."""
_UP = deferred("Up most since {quarter}: {area}, by {number}.")
_DOWN = deferred("Down most since {quarter}: {area}, by {number}.")


def mark(voice: Voice, value: float | None) -> str:
    """A mark, to a tenth."""
    return voice.number(None if value is None else round(value, 1))


def now_and_then(voice: Voice, areas: Sequence[AreaMarks], now: Span, earlier: Span) -> str:
    """The highest and the lowest mark of a quarter, and what rose and fell most since another."""
    marks = {one.area: one.marks[now] for one in areas if now in one.marks}
    low, high = min(marks.values()), max(marks.values())
    quarter = span_title(voice, now)
    if low == high:
        level = of_ten(voice, round(high, 1))
        said = [voice.say("{quarter}: {level}.", quarter=quarter, level=level)]
    else:
        said = [
            voice.say(
                "{quarter}: {best} highest at {high}, {least} lowest at {low}.",
                quarter=quarter,
                best=voice.list([area for area, value in marks.items() if value == high]),
                high=of_ten(voice, round(high, 1)),
                least=voice.list([area for area, value in marks.items() if value == low]),
                low=of_ten(voice, round(low, 1)),
            )
        ]
    moved = [
        (one.marks[now] - one.marks[earlier], one.area)
        for one in areas
        if now in one.marks and earlier in one.marks
    ]
    since = span_title(voice, earlier)
    (rise, up), (fall, down) = max(moved, default=(0.0, "")), min(moved, default=(0.0, ""))
    for message, by, area in ((_UP, rise, up), (_DOWN, -fall, down)):
        if by >= _MOVED:
            said.append(voice.say(message, quarter=since, area=area, number=mark(voice, by)))
    return " ".join(said)


def one_area(voice: Voice, one: AreaMarks, shown: Sequence[Span]) -> str:
    """The marks of an area in some quarters: "Career: 7 in Q4 2026 and 8 in Q3 2026"."""
    told = [
        voice.say(
            "{number} in {quarter}",
            number=mark(voice, one.marks[span]),
            quarter=span_title(voice, span),
        )
        for span in shown
        if span in one.marks
    ]
    text = voice.list(told) if told else voice.say("no mark lately")
    return voice.say("{title}: {text}", title=capital(one.area), text=text)


def every_area(voice: Voice, areas: int, now: Span) -> str:
    """The whole picture in a sentence."""
    return voice.many(
        "{count} area from 0 to 10, last in {quarter}.",
        "{count} areas from 0 to 10, last in {quarter}.",
        areas,
        quarter=span_title(voice, now),
    )
