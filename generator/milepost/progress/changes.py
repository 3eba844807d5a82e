"""The change log of a goal: what held, what holds, and why, value by value.

In: a goal's versions. Out: one `FieldChange` for each value that changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from milepost.journal.model import Goal
from milepost.journal.values import Measure
from milepost.journal.words import Direction, Kind
from milepost.progress.values import FieldChange
from milepost.progress.versions import Version

_PARTED = {"measurable", "time_bound", "status", "achievable", "relevant"}
"""Fields of which each part is told by itself."""


def changes(held: Sequence[Version], eased: frozenset[date]) -> tuple[FieldChange, ...]:
    """Every change of a goal, the oldest first; `eased` are the days that made the line easier.

    A due day or a target says by itself whether it asks for less or for more; anything else is
    eased with the line.
    """
    found: list[FieldChange] = []
    for old, new in pairwise(held):
        change = new.change
        if change is None:
            continue
        for name, _ in change.before:
            before, after = getattr(old.goal, name, None), getattr(new.goal, name, None)
            for path, was, is_ in _differences(name, before, after):
                asks = _asks(path, old.goal, new.goal)
                easier = change.date_ in eased if asks is None else asks < 0
                more = asks is not None and asks > 0
                found.append(
                    FieldChange(change.date_, path, was, is_, change.because, easier, more)
                )
    return tuple(found)


def _asks(path: str, old: Goal, new: Goal) -> float | None:
    """Above 0 where a value asks for more than before, below 0 where for less.

    None where that is not for this value to say: it is neither a due day nor a target, or the goal
    was counted in another way.
    """
    if path == "time_bound.due":
        was, due = old.time_bound.due, new.time_bound.due
        return (was - due).days if was and due else None
    before, after = old.measurable, new.measurable
    if path not in {"measurable.to", "measurable.from_"} or before is None or after is None:
        return None
    if (before.kind, before.unit, before.per) != (after.kind, after.unit, after.per):
        return None
    if path == "measurable.to" and before.to is not None and after.to is not None:
        rise = after.to - before.to
        if after.kind is Kind.LIMIT or after.kind.facts.banded:
            return -rise
        return -rise if _falls(before) or _falls(after) else rise
    if path == "measurable.from_" and after.kind.facts.banded:
        low, bound = before.from_, after.from_
        return bound - low if low is not None and bound is not None else None
    return None


def _falls(measure: Measure) -> bool:
    """Whether the way of a measure leads down."""
    if measure.from_ is not None and measure.to is not None:
        return measure.to < measure.from_
    return measure.goes is Direction.DOWN or (measure.by or 0.0) < 0


def _differences(name: str, before: Any, after: Any) -> Iterator[tuple[str, Any, Any]]:
    """The values that differ, each with its path."""
    some = after if after is not None else before
    if is_dataclass(some) and not isinstance(some, type) and name in _PARTED:
        for part in fields(some):
            was, is_ = getattr(before, part.name, None), getattr(after, part.name, None)
            if was != is_ and part.metadata:  # what is no key was worked out from those that are
                yield f"{name}.{part.name}", was, is_
    elif before != after:
        yield name, before, after
