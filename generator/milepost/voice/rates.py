"""Rates in words: what is needed, what came lately.

In: standings. Out: phrases.
"""

from __future__ import annotations

from milepost.journal.words import Kind
from milepost.progress.count_and_level import ONE_AT_A_TIME
from milepost.progress.reasons import Pace
from milepost.progress.values import Standing
from milepost.voice.units import in_parts
from milepost.voice.voice import Voice

LEAST = 7 / 3650
"""Where one takes over ten years, the part of it that comes in a week is told."""


def every(voice: Voice, rate: float, unit: str = "", *, parts: bool = False) -> str:
    """A weekly rate: "2.3 a week", "one a week", "one every 6 days", "0.0095 kg a week".

    Only of whole things it is said how long one takes: `parts` says that these are none.
    """
    if rate <= 0:
        return voice.say("none")
    if parts or voice.divides(unit):
        return voice.say("{amount} a week", amount=voice.number(rate, unit))
    if rate > ONE_AT_A_TIME or rate < LEAST:
        return _amount(voice, rate)
    if rate > 0.93:
        return voice.say("one a week")
    return voice.say("one every {time}", time=voice.interval(7 / rate))


def needed_and_kept(voice: Voice, standing: Standing, pace: Pace) -> str:
    """The pace that is needed, and the one that was kept: "needs one a week, lately 2 a week"."""
    needed, rate = standing.needed_rate, standing.rate
    if needed is None:
        return ""
    if standing.kind is Kind.LEVEL or standing.falls:
        return _level(voice, needed, rate, standing.unit)
    unit, parts = standing.unit, in_parts(voice, standing)
    text = voice.say("needs {rate}", rate=every(voice, needed, unit, parts=parts))
    if pace.took is not None and not parts:
        in_days = needed <= 0.93 and 7 / needed < 42 and pace.took < 100
        # A time in days is said without its unit where the need was told in days just before.
        took = voice.number(pace.took) if in_days else voice.interval(pace.took)
        return voice.say("{needs}, the last took {time}", needs=text, time=took)
    if rate is None:
        return text
    if rate < 0 and parts:
        back = voice.number(-rate, unit)
        return voice.say("{needs}, lately it went {rate} down", needs=text, rate=back)
    if rate <= 0:
        return voice.say("{needs}, lately none came", needs=text)
    lately = every(voice, rate, unit, parts=parts)
    asked = every(voice, needed, unit, parts=parts)
    if lately == asked and voice.figure(rate) != voice.figure(needed):
        # "One a week" stands for a little less and a little more, and here these are two.
        text = voice.say("needs {rate}", rate=_amount(voice, needed))
        lately = _amount(voice, rate)
    return voice.say("{needs}, lately {rate}", needs=text, rate=lately)


def _amount(voice: Voice, rate: float) -> str:
    return voice.say("{amount} a week", amount=voice.number(rate))


def _level(voice: Voice, needed: float, rate: float | None, unit: str) -> str:
    amount = voice.number(abs(needed), unit)
    if needed > 0:
        text = voice.say("needs {amount} a week", amount=amount)
    else:
        text = voice.say("needs {amount} a week down", amount=amount)
    if rate is None:
        return text
    lately = voice.figure(abs(rate), unit)
    if lately == voice.figure(0, unit):
        return voice.say("{needs}, lately it held still", needs=text)
    if (rate > 0) is (needed > 0):
        return voice.say("{needs}, lately {rate}", needs=text, rate=lately)
    if rate > 0:
        return voice.say("{needs}, lately it went {rate} up", needs=text, rate=lately)
    return voice.say("{needs}, lately it went {rate} down", needs=text, rate=lately)
