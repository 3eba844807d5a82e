"""The word, the sign and the colour by which a status is known on every page.

In: a status. Out: `Chip`. The sign tells the states apart where colour does not.
"""

from __future__ import annotations

from dataclasses import dataclass

from milepost.progress.report import Status


@dataclass(frozen=True, slots=True)
class Chip:
    """A status as it is shown: `slug` names it in class names, "on-track"."""

    word: str
    sign: str
    slug: str


_SIGNS = {
    Status.SOMEDAY: "◌",
    Status.TOO_EARLY: "○",
    Status.AHEAD: "▲",
    Status.ON_TRACK: "●",
    Status.AT_RISK: "◆",
    Status.OFF_TRACK: "▼",
    Status.OVERDUE: "■",
    Status.NO_DATA: "–",
    Status.ACHIEVED: "✓",
    Status.MISSED: "✕",
    Status.PAUSED: "‖",
    Status.DROPPED: "∕",
    Status.REPLACED: "→",
}
CHECK_IN = Chip("To write", "✎", "note")
QUESTION = Chip("A question", "?", "note")
DUE_SOON = Chip("Due soon", "◷", "note")


def chip(status: Status) -> Chip:
    """How a status is shown."""
    word = str(status)
    return Chip(word.capitalize(), _SIGNS[status], word.replace(" ", "-"))
