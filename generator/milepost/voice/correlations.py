"""What went together, in words; never why.

In: what was found, the goals' titles. Out: names of numbers, phrases, and the note below them.
"""

from __future__ import annotations

from collections.abc import Mapping

from milepost.progress.correlations import FEWEST, Correlations, Pair, Series
from milepost.voice.catalogue import deferred
from milepost.voice.labels import label
from milepost.voice.voice import Voice

_OF_GOALS: Mapping[str, str] = {
    "times": deferred("{goal}, number of the week"),
    "middle": deferred("{goal}, mean of the week"),
    "step": deferred("{goal}, change in the week"),
}


def name(voice: Voice, series: Series, title: str) -> str:
    """What a weekly number is called; `title` is that of its goal."""
    if series.of in _OF_GOALS:
        return voice.say(_OF_GOALS[series.of], goal=title)
    return label(voice, series.of)


def together(voice: Voice, pair: Pair) -> str:
    """How two numbers went: "went together over 48 weeks"."""
    if pair.rho > 0:
        return voice.many(
            "went together over {count} week", "went together over {count} weeks", pair.weeks
        )
    return voice.many(
        "went against each other over {count} week",
        "went against each other over {count} weeks",
        pair.weeks,
    )


def closeness(voice: Voice, pair: Pair) -> str:
    """The rank correlation, as a figure: "ρ 0.56"."""
    return f"ρ {voice.number(pair.rho, digits=2)}"


def note(voice: Voice, found: Correlations) -> str:
    """How much was looked at, and what that does not say."""
    if not found.looked_at:
        return voice.say(
            "Not enough weeks: {count} are needed in which two numbers are both written.",
            count=voice.number(FEWEST),
        )
    if not found.found:
        return voice.many(
            "Nothing went together beyond chance: {count} pair was looked at.",
            "Nothing went together beyond chance: {count} pairs were looked at.",
            found.looked_at,
        )
    return voice.many(
        "{count} pair was looked at. That two numbers go together does not say why.",
        "{count} pairs were looked at. That two numbers go together does not say why.",
        found.looked_at,
    )
