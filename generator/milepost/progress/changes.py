"""The change log of a goal: what held, what holds, and why, value by value.

In: a goal's versions. Out: one `FieldChange` for each value that changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from milepost.progress.report import FieldChange
from milepost.progress.versions import Version

_PARTED = {"measurable", "time_bound", "status", "achievable", "relevant"}
"""Fields of which each part is told by itself."""


def changes(held: Sequence[Version], eased: frozenset[date]) -> tuple[FieldChange, ...]:
    """Every change of a goal, the oldest first; `eased` are the days that made the line easier."""
    found: list[FieldChange] = []
    for old, new in pairwise(held):
        change = new.change
        if change is None:
            continue
        for name, _ in change.before:
            before, after = getattr(old.goal, name, None), getattr(new.goal, name, None)
            found.extend(
                FieldChange(change.date_, path, was, is_, change.because, change.date_ in eased)
                for path, was, is_ in _differences(name, before, after)
            )
    return tuple(found)


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
