"""What is kept from an audience, as several commands say it.

In: an opened journal. Out: what is left out, which sources hold it, and counts in words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from unicodedata import normalize

from milepost.formats.excerpt import seen
from milepost.journal.left_out import LeftOut, Piece, Why, left_out
from milepost.journal.words import Visibility
from milepost.pipeline import Opened
from milepost.voice.english import plural


def hidden(opened: Opened, audience: Visibility) -> tuple[LeftOut, ...]:
    """What an audience does not see of a journal."""
    assets = tuple(opened.folder.assets)
    return left_out(opened.journal, opened.loaded.sources, assets, audience)


def private_sources(
    opened: Opened, audience: Visibility, away: Iterable[LeftOut]
) -> frozenset[str]:
    """The paths of the sources that hold something which an audience does not see, composed.

    `away` is what is `hidden` from it.
    """
    held = {item.place.path for item in away}
    goals = opened.journal.goals
    shown = {goal.id for goal in goals if goal.visibility.seen_by(audience)}
    readings = opened.journal.readings
    held |= {reading.place.path for reading in readings if reading.goal not in shown}
    return frozenset(normalize("NFC", path) for path in held if path)


def told(counts: Mapping[Piece, int]) -> str:
    """Counts by kind in words: “3 goals, 12 entries, 2 passages”; nothing for none."""
    several = {Piece.ENTRY: "entries"}
    kinds = (kind for kind in Piece if counts.get(kind))
    return ", ".join(plural(counts[kind], kind.value, several.get(kind, "")) for kind in kinds)


def in_numbers(items: Iterable[LeftOut]) -> str:
    """What is left out, by kind and without a name."""
    return told(Counter(item.kind for item in items))


def explained(items: Sequence[LeftOut], audience: Visibility) -> str:
    """What is left out, each with its name, its place and the reason: for its owner's eyes."""
    reasons = {
        Why.SAID: "what stands there says so",
        Why.DEFAULT: "it does not say who may see it, and the settings do not show it",
        Why.DOUBT: "what it says of who may see it cannot be told for certain (`milepost check`)",
        Why.COMMENT: "comments are shown to nobody",
        Why.UNUSED: "no page that they see shows it or links to it",
    }
    lines = [f"left out of what is {audience.value}:" if items else "nothing is left out"]
    for item in items:
        within = "in " if item.kind in {Piece.PASSAGE, Piece.COMMENT} else ""
        name = "" if item.name == item.place.path else f" {within}“{seen(item.name)}”"
        where = f"{seen(item.place.path)}:{item.place.line}"
        lines.append(f"  {where}: {item.kind.value}{name}: {reasons[item.why]}")
    return "\n".join(lines)
