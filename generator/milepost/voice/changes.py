"""The change log of a goal in words: which value changed, what held and what holds.

In: changes of fields. Out: names and values as a table shows them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum

from milepost.progress.values import FieldChange
from milepost.voice.catalogue import deferred
from milepost.voice.voice import Voice

_NAMES = {
    "measurable.kind": deferred("measure"),
    "measurable.from_": deferred("from"),
    "measurable.to": deferred("target"),
    "measurable.unit": deferred("unit"),
    "measurable.per": deferred("period"),
    "measurable.log": deferred("meaning of a number"),
    "time_bound.start": deferred("start"),
    "time_bound.due": deferred("due"),
    "status.is_": deferred("status"),
    "status.because": deferred("reason of the status"),
    "status.since": deferred("status since"),
    "achievable.hours_per_week": deferred("hours a week"),
    "achievable.because": deferred("why it can be done"),
    "relevant.because": deferred("why it matters"),
}


_AMOUNTS = {f"measurable.{name}" for name in ("from_", "to", "by", "minimum", "stretch")}


def field_name(voice: Voice, change: FieldChange) -> str:
    """What the changed value is called; a key that has no words of its own by its name."""
    if change.field in _NAMES:
        return voice.say(_NAMES[change.field])
    return change.field.rpartition(".")[2].strip("_").replace("_", " ")


def values(voice: Voice, change: FieldChange, unit: str) -> tuple[str, str]:
    """What held and what holds; numbers of the measure in the form that its unit has."""
    of_measure = unit if change.field in _AMOUNTS else ""
    return value(voice, change.before, of_measure), value(voice, change.after, of_measure)


def value(voice: Voice, held: object, unit: str = "") -> str:
    """A value of the front matter as a table says it; a number in the form that its unit has."""
    if held is None or held in ("", ()):
        return voice.say("not set")
    if isinstance(held, Enum):
        return str(held.value)
    if isinstance(held, bool):
        return voice.say("yes") if held else voice.say("no")
    if isinstance(held, int | float):
        return voice.figure(held, unit)
    if isinstance(held, date):
        return held.isoformat()
    if isinstance(held, Sequence) and not isinstance(held, str):
        return "; ".join(value(voice, item) for item in held)
    if is_dataclass(held):
        parts = (getattr(held, part.name) for part in fields(held) if part.name != "because")
        known = (part for part in parts if part is not None and part != "" and part is not False)
        return " ".join(value(voice, part) for part in known)
    return str(held)
