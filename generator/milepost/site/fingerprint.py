"""A fingerprint of what a page was told: the same for the same content, in every process.

In: values of the model, of the report and of the site: frozen dataclasses, enumerations, days,
texts, numbers, and collections of them. Out: a short text. All fields count, those too that `==`
leaves out, and the order of mappings, since pages follow it. What is none of these is refused, so
that nothing a page may show is ever left out in silence.
"""

from __future__ import annotations

import hashlib
import marshal
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from operator import attrgetter
from typing import Any

from milepost.journal.prose import Prose

_PLAIN: frozenset[type] = frozenset((str, int, float, bool, bytes, type(None)))
_VERSION = 2
"""Of `marshal`: the last in which the same content has the same bytes, whatever is shared in it."""
_SIZE = 12
"""Bytes of a fingerprint: two of a million alike have a chance of one in 10 ** 17."""


class Fingerprints:
    """Fingerprints of values, each made once for values that many answers hold."""

    def __init__(self, often: tuple[type, ...] = ()) -> None:
        self._often = often
        self._known: dict[int, tuple[object, bytes]] = {}
        self._ways: dict[type, Callable[[Any], object]] = {
            tuple: self._each,
            list: self._each,
            **dict.fromkeys(_PLAIN, lambda value: value),
        }

    def of(self, value: object) -> str:
        """The fingerprint of a value. Raises TypeError for what is no plain data."""
        return _digest(self._told(value)).hex()

    def _told(self, value: Any) -> object:
        """A value as tuples, texts and numbers."""
        kind = type(value)
        way = self._ways.get(kind)
        if way is None:
            way = self._ways[kind] = self._way(kind)
        return way(value)

    def _each(self, values: Iterable[Any]) -> tuple[object, ...]:
        return tuple([value if type(value) in _PLAIN else self._told(value) for value in values])

    def _way(self, kind: type) -> Callable[[Any], object]:
        """How the values of a class are told."""
        name, each = kind.__name__, self._each
        if is_dataclass(kind):
            of = _fields(kind)
            if issubclass(kind, self._often):
                return lambda value: self._once(value, lambda: (name, each(of(value))))
            return lambda value: (name, each(of(value)))
        if issubclass(kind, Enum):
            return lambda value: (name, value.value)
        if issubclass(kind, date):
            return lambda value: ("day", value.toordinal())
        if issubclass(kind, Mapping):
            return lambda value: ("by", each(value), each(value.values()))
        if kind in {frozenset, set}:
            return lambda value: ("any", *sorted(map(_digest, each(value))))
        if issubclass(kind, str):
            return str
        raise TypeError(f"nobody can tell two of {name} apart")

    def _once(self, value: object, told: Callable[[], object]) -> bytes:
        known = self._known.get(id(value))
        if known is None:  # the value is kept with it, so that its number is nobody else's
            known = self._known[id(value)] = value, _digest(told())
        return known[1]


def _digest(told: Any) -> bytes:
    return hashlib.blake2b(marshal.dumps(told, _VERSION), digest_size=_SIZE).digest()


def _fields(kind: type) -> Callable[[Any], tuple[object, ...]]:
    """What gives the values of all fields of a class, but for the memory that a text carries."""
    left_out = {"memory"} if kind is Prose else set()
    names = [field.name for field in fields(kind) if field.name not in left_out]
    if len(names) < 2:
        return lambda value: tuple(getattr(value, name) for name in names)
    getter: Callable[[Any], tuple[object, ...]] = attrgetter(*names)
    return getter
