"""Records as JSON, and the schema that says what it may hold.

In: records and their fields. Out: text that ends with a line.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from milepost.exporting.columns import Column, Holds
from milepost.exporting.records import Record, Records

_TYPES: dict[Holds, dict[str, Any]] = {
    Holds.TEXT: {"type": "string"},
    Holds.NUMBER: {"type": "number"},
    Holds.FLAG: {"type": "boolean"},
    Holds.DAY: {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
    Holds.WEEK: {"type": "string", "pattern": "^[0-9]{4}-W[0-9]{2}$"},
    Holds.WORDS: {"type": "array", "items": {"type": "string"}},
    Holds.NUMBERS_BY: {"type": "object", "additionalProperties": {"type": "number"}},
    Holds.TEXTS_BY: {"type": "object", "additionalProperties": {"type": "string"}},
}


def as_json(records: Iterable[Record]) -> str:
    """One array of objects."""
    return json.dumps(list(records), ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def schema(kind: Records) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of an array of these records.

    Fields may come in a later release, so that more than those named are allowed; each of those is
    always there.
    """
    properties: dict[str, Any] = {}
    for column in kind.columns:
        outer, _, inner = column.name.partition(".")
        if not inner:
            properties[outer] = _of(column)
            continue
        held = properties.setdefault(outer, {"type": "object", "required": [], "properties": {}})
        held["required"].append(inner)
        held["properties"][inner] = _of(column)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "description": kind.about,
        "type": "array",
        "items": {"type": "object", "required": list(properties), "properties": properties},
    }


def _of(column: Column) -> dict[str, Any]:
    held = dict(_TYPES[column.holds])
    known = column.always or column.spread or column.holds is Holds.WORDS
    if column.among:
        held = {"enum": [*column.among, *([] if known else [None])]}
    elif not known:
        held["type"] = [held["type"], "null"]
    return {"description": column.about, **held}
