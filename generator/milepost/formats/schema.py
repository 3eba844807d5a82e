"""JSON Schemas of the front matter and the settings, made from the declarations that read them.

In: a kind of file. Out: a schema (draft 2020-12), for editors and other programs. It allows what
milepost reads; what is wrong beyond the shape of a value is for `milepost check`.
"""

from __future__ import annotations

import re
import types
from collections.abc import Mapping
from dataclasses import Field, is_dataclass
from datetime import date
from enum import Enum
from typing import Any, Union, get_args, get_origin, get_type_hints

from milepost.journal.fields import key_fields, name_of
from milepost.journal.key_words import HORIZONS
from milepost.journal.keys import Manner
from milepost.journal.model import Entry, Goal, Page, Profile, Review, Settings
from milepost.journal.record_kinds import FAMILIES
from milepost.journal.shortforms import SHORT_FORMS
from milepost.journal.values import Advance, Change, Week
from milepost.journal.words import Horizon

KINDS: Mapping[str, type] = {
    "goal": Goal,
    "entry": Entry,
    "review": Review,
    "page": Page,
    **FAMILIES,
    "profile": Profile,
    "settings": Settings,
}
"""The kinds of files, by the names that the command gives them."""

Schema = dict[str, Any]
_TEXT: Schema = {"type": ["string", "number", "boolean"]}
"""What is read as a text: YAML may take it for something else."""
_EMPTY: Schema = {"type": "null"}
"""A line that has only its key counts as not written."""
_LINES: Schema = {
    "type": "array",
    "items": {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]},
}
"""Parts of a short form one by one, or a `[[link]]`, which is a list in a list to YAML."""
_NUMBER = r"[0-9]"


def schema(kind: str = "") -> Schema:
    """The schema of a kind of file; without one, of any of them."""
    maker = _Maker()
    names = [kind] if kind else list(KINDS)
    refs = [maker.ref(KINDS[name], name) for name in names]
    whole: Schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"milepost {kind}".strip(),
    }
    whole |= refs[0] if kind else {"anyOf": refs}
    return whole | {"$defs": dict(sorted(maker.defs.items()))}


class _Maker:
    """One schema: gathers the parts that its values refer to."""

    def __init__(self) -> None:
        self.defs: dict[str, Schema] = {}

    def ref(self, cls: type, name: str = "") -> Schema:
        """The reference to a dataclass, which is added where it is not there yet."""
        name = name or cls.__name__.lower()
        if name not in self.defs:
            self.defs[name] = {}  # a part may hold its like
            self.defs[name] = self._object(cls)
        return {"$ref": f"#/$defs/{name}"}

    def _object(self, cls: type) -> Schema:
        hints = get_type_hints(cls)
        properties = {name_of(item): self._key(item, hints[item.name]) for item in key_fields(cls)}
        made: Schema = {"type": "object", "properties": properties}
        required = [
            name_of(item)
            for item in key_fields(cls)
            if item.default is None and "None" not in str(item.type) and cls not in KINDS.values()
        ]
        return made | ({"required": required} if required else {})

    def _key(self, item: Field[Any], hint: Any) -> Schema:
        made: Schema = {"description": item.metadata["doc"]}
        if item.metadata["example"]:
            made["examples"] = [item.metadata["example"]]
        return made | _any_of([*self._value(hint, item.metadata["manner"]), _EMPTY])

    def _value(self, kind: Any, manner: Manner) -> list[Schema]:
        """What a value may look like, one shape after the other."""
        origin, args = get_origin(kind), get_args(kind)
        if origin in {Union, types.UnionType}:
            return [
                one for arg in args if arg is not type(None) for one in self._value(arg, manner)
            ]
        if origin is tuple:
            inner = self._value(args[0], manner)
            pairs: list[Schema] = [{"type": "object"}] if manner.pairs else []
            return [*inner, {"type": "array", "items": _any_of([*inner, _EMPTY])}, *pairs]
        if isinstance(origin, type) and issubclass(origin, Mapping):
            named = {
                "type": "object",
                "additionalProperties": _any_of([*self._value(args[1], manner), _EMPTY]),
            }
            lines = {"type": "array", "items": _any_of([named, {"type": "string"}])}
            return [named, lines, *([_TEXT] if manner.lone else [])]
        if is_dataclass(kind) and isinstance(kind, type) and kind is not Week:
            return self._structure(kind)
        return [_scalar(kind, manner)]

    def _structure(self, kind: type) -> list[Schema]:
        """A value with parts: its mapping, and its short form; a link is a list to YAML."""
        if kind is Change:
            return [{"type": "object", "required": ["date"]}]
        if kind is Advance:  # a number, a yes, a short form, or several of them
            return [_TEXT, {"type": "array"}, self.ref(kind)]
        return [_TEXT, _LINES, self.ref(kind)] if kind in SHORT_FORMS else [self.ref(kind)]


def _scalar(kind: Any, manner: Manner) -> Schema:
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _one_of(kind)
    if kind is bool:
        return {"type": "boolean"}
    if kind in (int, float):
        number: Schema = {"type": "integer" if kind is int else "number"}
        if manner.scale:
            number |= {"minimum": manner.scale[0], "maximum": manner.scale[1]}
        return {"anyOf": [number, {"type": "string", "pattern": _NUMBER}]}
    if kind in (date, Week):
        return {"type": "string", "pattern": _NUMBER}
    return dict(_TEXT) if not manner.ids else {"type": ["string", "number", "array"]}


def _one_of(kind: type[Enum]) -> Schema:
    """The words of an enumeration, which editors offer, or one of them in any letters."""
    words = [str(member.value) for member in kind]
    spelled = [*words, *(HORIZONS if kind is Horizon else ())]
    pattern = "|".join(_in_any_letters(word) for word in spelled)
    behind = "([-_ ][Tt][Ee][Rr][Mm])?" if kind is Horizon else ""
    return {
        "anyOf": [{"enum": words}, {"type": "string", "pattern": f"^\\s*({pattern}){behind}\\s*$"}]
    }


def _in_any_letters(word: str) -> str:
    """A pattern of a word in small and large letters, since not every checker knows a flag."""
    return "".join(
        f"[{sign.upper()}{sign}]" if sign.isalpha() else "[-_ ]" if sign == " " else re.escape(sign)
        for sign in word
    )


def _any_of(shapes: list[Schema]) -> Schema:
    """One of some shapes, each once."""
    each = [one for place, one in enumerate(shapes) if one not in shapes[:place]]
    return each[0] if len(each) == 1 else {"anyOf": each}
