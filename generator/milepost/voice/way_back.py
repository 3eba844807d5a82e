"""The way back to the target line, in words.

In: standings. Out: a sentence, empty where a goal is not behind.
"""

from __future__ import annotations

from math import ceil, floor, log10

from milepost.progress.values import Standing, WayBack
from milepost.voice.rates import every
from milepost.voice.units import in_parts
from milepost.voice.voice import Voice

_WEEK = 7


def way_back_sentence(voice: Voice, standing: Standing) -> str:
    """What brings a goal back to its line and by when, else that nothing will, and what else.

    "1.4 a week for 5 weeks brings it back to its line by 3 January."
    """
    back = standing.way_back
    if back is None:
        return ""
    if back.rate is None or back.days is None or back.by is None:
        return voice.sentence(_instead(voice, standing, back))
    day, whole = voice.spoken(back.by, standing.day), not in_parts(voice, standing)
    amount = abs(back.rate) * back.days / _WEEK
    if back.days < _WEEK or (whole and amount <= 1):
        # No rate a week is kept for less than one, and none of one thing alone.
        short = voice.say(
            "{amount} in {time}, and it is back on its line by {date}",
            amount=voice.number(ceil(amount) if whole else enough(amount), standing.unit),
            time=voice.duration(back.days),
            date=day,
        )
        return voice.sentence(short)
    back_to_it = voice.say(
        "{rate} for {time} brings it back to its line by {date}",
        rate=_rate(voice, standing, back.rate),
        time=voice.duration(back.days),
        date=day,
    )
    return voice.sentence(back_to_it)


def enough(rate: float) -> float:
    """A number of two digits that count, rounded up, so that whoever keeps to it does enough.

    >>> enough(1.3387), enough(12.3), enough(0.9), enough(134.0)
    (1.4, 13.0, 0.9, 140.0)
    """
    if rate <= 0:
        return 0.0
    digits = 1 - floor(log10(rate))
    scale = 10.0**digits
    return round(ceil(round(rate * scale, 6)) / scale, max(digits, 0))


def _rate(voice: Voice, standing: Standing, rate: float) -> str:
    """A rate to keep to: "1.4 a week", "one every 6 days", "0.5 kg a week down"."""
    unit = standing.unit
    if standing.falls:
        amount = voice.number(enough(abs(rate)), unit)
        return voice.say("{amount} a week down", amount=amount)
    return every(voice, enough(abs(rate)), unit, parts=in_parts(voice, standing))


def _instead(voice: Voice, standing: Standing, back: WayBack) -> str:
    """That no rate of its past brings it back, and which date or target its best would reach."""
    none = voice.say("no four weeks so far were fast enough to bring it back to its line")
    day, due = standing.day, standing.due
    later = voice.spoken(back.later, day) if back.later else ""
    smaller = voice.number(back.smaller, standing.unit) if back.smaller is not None else ""
    by = voice.spoken(due, day) if due else ""
    if later and smaller:
        change = voice.say(
            "at its best pace it gets there by {later}, or to {amount} by {date}",
            later=later, amount=smaller, date=by,
        )  # fmt: skip
    elif later:
        change = voice.say("at its best pace it gets there by {later}", later=later)
    elif smaller:
        change = voice.say(
            "at its best pace it gets to {amount} by {date}", amount=smaller, date=by
        )
    else:
        change = voice.say("a later date or a smaller target could")
    return voice.joined(none, change)
