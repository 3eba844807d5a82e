"""The word, the sign and the class by which a status is known everywhere, and its urgency.

In: a status. Out: `Chip`. The sign tells the states apart where colour does not.
"""

from __future__ import annotations

from dataclasses import dataclass

from milepost.progress.values import Status
from milepost.voice.catalogue import deferred
from milepost.voice.voice import Voice


@dataclass(frozen=True, slots=True)
class Chip:
    """A status as it is shown: `slug` names it in class names, "on-track"."""

    word: str
    sign: str
    slug: str


_SHOWN = {
    Status.OVERDUE: (deferred("overdue"), "■"),
    Status.OFF_TRACK: (deferred("off track"), "▼"),
    Status.AT_RISK: (deferred("at risk"), "◆"),
    Status.UNREAD: (deferred("measure cannot be read"), "?"),
    Status.NO_DATA: (deferred("no data"), "–"),
    Status.ON_TRACK: (deferred("on track"), "●"),
    Status.AHEAD: (deferred("ahead"), "▲"),
    Status.TOO_EARLY: (deferred("too early"), "○"),
    Status.PAUSED: (deferred("paused"), "‖"),
    Status.SOMEDAY: (deferred("someday"), "◌"),
    Status.ACHIEVED: (deferred("achieved"), "✓"),
    Status.MISSED: (deferred("missed"), "✕"),
    Status.REPLACED: (deferred("replaced"), "→"),
    Status.DROPPED: (deferred("dropped"), "∕"),
}
URGENCY = tuple(_SHOWN)
"""All statuses, what asks for something first."""

CALLING = URGENCY[:5]
"""Those that ask for something."""


def word(voice: Voice, status: Status) -> str:
    """The word for a status, as it stands within a sentence."""
    return voice.say(_SHOWN[status][0])


def sign(status: Status) -> str:
    """The sign of a status."""
    return _SHOWN[status][1]


def slug(status: Status) -> str:
    """A status in class names."""
    return status.value.replace(" ", "-")


def chip(voice: Voice, status: Status) -> Chip:
    """How a status is shown."""
    return Chip(_capital(word(voice, status)), sign(status), slug(status))


def check_in(voice: Voice) -> Chip:
    """A call to write."""
    return Chip(voice.say("To write"), "✎", "note")


def question(voice: Voice) -> Chip:
    """Something to ask."""
    return Chip(voice.say("A question"), "?", "note")


def due_soon(voice: Voice) -> Chip:
    """A due date that is near."""
    return Chip(voice.say("Due soon"), "◷", "note")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
