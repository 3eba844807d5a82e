"""What was read of a file as plain data, for a memory that outlasts a process, and back again.

In: values of the model (`model`, `values`, `words`, findings), or lists, texts and numbers as JSON
holds them. Out: the other. Nothing but these classes is ever made, whatever the data says. A value
that is as its class has it by default is not written down.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any

from milepost import findings
from milepost.journal import model, values, words
from milepost.journal.prose import Prose
from milepost.journal.remembered import Memory

_CLASSES: dict[str, Any] = {
    name: made
    for module in (findings, values, words, model)
    for name, made in vars(module).items()
    if isinstance(made, type) and (is_dataclass(made) or issubclass(made, Enum))
}
_LIST, _TUPLE, _SET, _MAPPING, _DAY, _WORD, _PROSE = range(7)
_PLAIN = frozenset((str, int, float, bool, type(None)))


def plain(value: Any) -> Any:
    """A value as lists, texts and numbers. Raises TypeError for what is no part of the model."""
    if type(value) in _PLAIN:
        return value
    if isinstance(value, tuple) and type(value) is tuple:
        return [_TUPLE, *map(plain, value)]
    if isinstance(value, list):
        return [_LIST, *map(plain, value)]
    if isinstance(value, frozenset):
        return [_SET, *map(plain, sorted(value))]
    if isinstance(value, Mapping):
        return [_MAPPING, *(plain(part) for pair in value.items() for part in pair)]
    if isinstance(value, date):
        return [_DAY, value.isoformat()]
    if isinstance(value, Prose):
        return [_PROSE, value.text, value.line]
    name = type(value).__name__
    if _CLASSES.get(name) is not type(value):
        raise TypeError(f"{name} is no part of the model")
    if isinstance(value, Enum):
        return [_WORD, name, value.value]
    told: list[Any] = [name]
    for index, (field, usual) in enumerate(_fields(_CLASSES[name])):
        held = getattr(value, field)
        if type(held) is not type(usual) or held != usual or isinstance(held, float):
            told += [index, plain(held)]
    return told


def value_of(data: Any, memory: Memory | None = None) -> Any:
    """The value that such data means; texts carry the memory with them.

    Raises one of `remembered.NOT_SO` for other data.
    """
    if type(data) is not list:
        return data
    kind, *parts = data
    if isinstance(kind, str):
        made = _CLASSES[kind]
        known = _fields(made)
        held = {
            known[index][0]: value_of(part, memory)
            for index, part in zip(parts[::2], parts[1::2], strict=True)
        }
        return made(**held)
    return _MAKE[kind](parts, memory)


def _several(make: Callable[[Any], Any]) -> Callable[[list[Any], Memory | None], Any]:
    return lambda parts, memory: make(value_of(part, memory) for part in parts)


_MAKE: dict[int, Callable[[list[Any], Memory | None], Any]] = {
    _LIST: _several(list),
    _TUPLE: _several(tuple),
    _SET: _several(frozenset),
    _MAPPING: lambda parts, memory: {
        value_of(name, memory): value_of(part, memory)
        for name, part in zip(parts[::2], parts[1::2], strict=True)
    },
    _DAY: lambda parts, _: date.fromisoformat(parts[0]),
    _WORD: lambda parts, _: _CLASSES[parts[0]](parts[1]),
    _PROSE: lambda parts, memory: Prose(parts[0], parts[1], memory),
}


@cache
def _fields(made: Any) -> tuple[tuple[str, Any], ...]:
    """The fields of a class, each with its usual value."""
    return tuple((field.name, _usual(field)) for field in fields(made))


def _usual(field: Field[Any]) -> Any:
    if field.default is not MISSING:
        return field.default
    return field.default_factory() if field.default_factory is not MISSING else MISSING
