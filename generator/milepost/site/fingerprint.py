"""A fingerprint of what a page was told: the same for the same content, in every process.

In: values of the model, of the report and of the site: frozen dataclasses, enumerations, days,
texts, numbers, and collections of them. Out: a short text. All fields count, those too that `==`
leaves out, and the order of mappings, since pages follow it. What is none of these is refused, so
that nothing a page may show is ever left out in silence.
"""

from __future__ import annotations

import hashlib
import marshal
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Any

from milepost.journal.prose import Prose

_PLAIN = frozenset((str, int, float, bool, bytes, type(None)))
_VERSION = 2
"""Of `marshal`: the last in which the same content has the same bytes, whatever is shared in it."""
_SIZE = 12
"""Bytes of a fingerprint: two of a million alike have a chance of one in 10 ** 17."""


class Fingerprints:
    """Fingerprints of values, each made once for values that many answers hold."""

    def __init__(self, often: tuple[type, ...] = ()) -> None:
        self._often = often
        self._known: dict[int, tuple[object, bytes]] = {}

    def of(self, value: object) -> str:
        """The fingerprint of a value. Raises TypeError for what is no plain data."""
        return self._digest(self._told(value)).hex()

    def _digest(self, told: object) -> bytes:
        return hashlib.blake2b(marshal.dumps(told, _VERSION), digest_size=_SIZE).digest()

    def _told(self, value: Any) -> object:
        """A value as tuples, texts and numbers."""
        kind = type(value)
        if kind in _PLAIN:
            return value
        if kind is tuple or kind is list:
            return tuple(map(self._told, value))
        if issubclass(kind, self._often):
            known = self._known.get(id(value))
            if known is None:  # the value is kept with it, so that its number is nobody else's
                told = self._digest(self._parts(kind, value))
                known = self._known[id(value)] = value, told
            return known[1]
        return self._parts(kind, value)

    def _parts(self, kind: type, value: Any) -> object:
        if is_dataclass(kind):
            return kind.__name__, *map(self._told, _fields(kind)(value))
        if issubclass(kind, Enum):
            return kind.__name__, value.value
        if issubclass(kind, date):
            return "day", value.isoformat()
        if issubclass(kind, Mapping):
            return "by", *(part for pair in value.items() for part in map(self._told, pair))
        if kind in {frozenset, set}:
            return "any", *sorted(map(self._told, value), key=marshal.dumps)
        if issubclass(kind, str):
            return str(value)
        raise TypeError(f"nobody can tell two of {kind.__name__} apart")


@cache
def _fields(kind: type) -> Callable[[Any], tuple[object, ...]]:
    """What gives the values of all fields of a class, but for the memory that a text carries."""
    memory = {"memory"} if kind is Prose else set()
    names = [field.name for field in fields(kind) if field.name not in memory]  # type: ignore[arg-type]
    if len(names) < 2:
        return lambda value: tuple(getattr(value, name) for name in names)
    getter: Callable[[Any], tuple[object, ...]] = attrgetter(*names)
    return getter
