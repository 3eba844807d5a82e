"""The change log of a goal: what held, what holds, and why, in plain words.

In: a goal's versions. Out: one `Moved` for each value that changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from itertools import pairwise
from typing import Any

from milepost.progress.reasons import number
from milepost.progress.report import Moved
from milepost.progress.versions import Version

NOTHING = "not set"

_NAMES = {
    "measurable.kind": "measure",
    "measurable.from_": "from",
    "measurable.to": "target",
    "measurable.unit": "unit",
    "measurable.per": "period",
    "measurable.log": "meaning of a number",
    "time_bound.start": "start",
    "time_bound.due": "due",
    "status.is_": "status",
    "status.because": "reason of the status",
    "status.since": "status since",
    "achievable.hours_per_week": "hours a week",
    "achievable.because": "why it can be done",
    "relevant.because": "why it matters",
}


def moves(held: Sequence[Version], eased: frozenset[date]) -> tuple[Moved, ...]:
    """Every change of a goal, the oldest first; `eased` are the days that made the line easier."""
    found: list[Moved] = []
    for old, new in pairwise(held):
        change = new.change
        if change is None:
            continue
        for name, _ in change.before:
            before, after = getattr(old.goal, name, None), getattr(new.goal, name, None)
            found.extend(
                Moved(change.date_, field, was, is_, change.because, change.date_ in eased)
                for field, was, is_ in _differences(name, before, after)
            )
    return tuple(found)


def _differences(name: str, before: Any, after: Any) -> Iterator[tuple[str, str, str]]:
    """The values that differ, each by itself, as words."""
    some = after if after is not None else before
    if is_dataclass(some) and not isinstance(some, type) and name in _PARTED:
        for part in fields(some):
            was = getattr(before, part.name, None)
            is_ = getattr(after, part.name, None)
            if was != is_:
                path = f"{name}.{part.name}"
                yield (
                    _NAMES.get(path, part.name.strip("_").replace("_", " ")),
                    words(was),
                    words(is_),
                )
    elif before != after:
        yield name.strip("_").replace("_", " "), words(before), words(after)


_PARTED = {"measurable", "time_bound", "status", "achievable", "relevant"}


def words(value: Any) -> str:
    """A value of the front matter as it would be said in a table."""
    if value is None or value == "" or value == ():
        return NOTHING
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return number(value, 6)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return "; ".join(words(item) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        parts = (getattr(value, f.name) for f in fields(value) if f.name != "because")
        return " ".join(words(p) for p in parts if p is not None and p != "" and p is not False)
    return str(value)
