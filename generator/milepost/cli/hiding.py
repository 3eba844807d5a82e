"""What is kept from an audience, as several commands say it.

In: an opened journal. Out: what is left out, which sources hold it, and counts in words.
"""

from __future__ import annotations

from collections.abc import Mapping

from milepost.journal.left_out import Kind, LeftOut, left_out
from milepost.journal.words import Visibility
from milepost.pipeline import Opened
from milepost.voice.english import plural


def hidden(opened: Opened, audience: Visibility) -> tuple[LeftOut, ...]:
    """What an audience does not see of a journal."""
    doubted = {
        finding.place.path
        for finding in opened.loaded.findings
        if finding.code in {"P001", "P006", "P007"} or "F101" <= finding.code <= "F111"
    }
    assets = tuple(opened.folder.assets)
    return left_out(opened.journal, opened.loaded.sources, assets, audience, doubted)


def private_sources(opened: Opened) -> frozenset[str]:
    """The paths of the sources that hold something which not everybody may read."""
    held = {item.place.path for item in hidden(opened, Visibility.PUBLIC)}
    goals = opened.journal.goals
    shown = {goal.id for goal in goals if goal.visibility.seen_by(Visibility.PUBLIC)}
    readings = opened.journal.readings
    return frozenset(held | {one.place.path for one in readings if one.goal not in shown} - {""})


def told(counts: Mapping[Kind, int]) -> str:
    """Counts by kind in words: “3 goals, 12 entries, 2 passages”; nothing for none."""
    several = {Kind.ENTRY: "entries"}
    kinds = (kind for kind in Kind if counts.get(kind))
    return ", ".join(plural(counts[kind], kind.value, several.get(kind, "")) for kind in kinds)
