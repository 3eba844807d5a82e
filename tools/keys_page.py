"""The manual's page of keys, made from the declarations by which files are read.

usage: keys_page.py FILE

In: the dataclasses of the journal. Out: Markdown with a table for every kind of file and for every
value that has parts, so that the page knows each key the reader knows, and no other.
"""

from __future__ import annotations

import sys
import types
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, Field, is_dataclass
from datetime import date
from enum import Enum
from inspect import cleandoc
from pathlib import Path
from typing import Any, Union, get_args, get_origin, get_type_hints

from milepost.journal.fields import key_fields, name_of
from milepost.journal.model import Entry, Goal, Page, Profile, Review, Settings
from milepost.journal.record_kinds import FAMILIES, kinds_of
from milepost.journal.shortforms import SHORT_FORMS
from milepost.journal.values import Advance, Amount, Change, Measure, Week


def _listed(words: Sequence[str]) -> str:
    *first, last = (f"`{word}`" for word in words)
    return f"{', '.join(first)} or {last}" if first else last


FILES: tuple[tuple[type, str, str], ...] = (
    (Goal, "A goal", "`content/goals/ID.md`. More on [goals](goals.md)."),
    (
        Entry,
        "An entry",
        "`content/journal/2026-W47.md`, or `2026-11-22.md` for a day. More on "
        "[entries](entries.md).",
    ),
    (
        Review,
        "A review",
        "`content/reviews/2026-11.md`, `2026-Q4.md` or `2026.md`: the name is the period.",
    ),
    (Page, "A page", "`content/pages/NAME.md`."),
    *(
        (
            cls,
            f"A record: {family}",
            f"{cls.__doc__} A file in `content/log/` whose `kind` is "
            f"{_listed(kinds_of(family))}, or a line of an entry. More on [records](records.md).",
        )
        for family, cls in FAMILIES.items()
    ),
    (Profile, "The profile", "`content/profile.md`. More on [the profile](profile-settings.md)."),
    (
        Settings,
        "The settings",
        "`milepost.yaml`, without `---` lines. More on [the settings](profile-settings.md).",
    ),
)
"""The kinds of file in the order of the page: what reads them, a heading, where they stand."""

_PLAIN = {
    str: "text",
    int: "whole number",
    float: "number",
    bool: "yes or no",
    date: "day",
    Week: "week",
    Amount: "number; `+2` adds, `=81.4` states",
}
_INTRO = """\
# Every key

<!-- Made by `make docs` from the declarations in the code: change those, not this page. -->

Every key is optional. Keys match whatever their case and their hyphens: `time_bound`, `time-bound`
and `Time_Bound` are one. A list may be written as a single value. A value that has parts can be
written as one line (its **short form**) or as a mapping of its parts; both mean the same.

A **day** is written `2026-06-30`, a **week** `2026-W47`, an **id** as the name of a goal's file
without `.md`, with or without `[[ ]]` around it. What the reader says about a value that it cannot
read is in [bad input](bad-input.md).

Every file may carry `visibility`, and the flags of other tools that mean the same: see
[privacy](privacy.md).
"""


def page() -> str:
    """The whole page, as it is committed."""
    titles = _titles()
    parts = [_INTRO]
    for cls, title, where in FILES:
        parts.append(f"## {title}\n\n{where}\n\n{_table(cls, titles)}")
    parts.append("## Values with parts\n")
    for cls, title in titles.items():
        parts.append(f"### {title}\n\n{_short_form(cls)}{_table(cls, titles)}")
    return "\n".join(parts)


def _titles() -> Mapping[type, str]:
    """The values that have parts, in the order in which the files use them, by their key."""
    found: dict[type, str] = {}

    def visit(cls: type) -> None:
        for item in _keys(cls):
            inner = _structure(get_type_hints(cls)[item.name])
            if inner and inner not in found:
                found[inner] = name_of(item)
                visit(inner)

    for cls, _, _ in FILES:
        visit(cls)
    return found


def _keys(cls: type) -> list[Field[Any]]:
    """The keys of a file or a value; those that every file has come last."""
    shared = [item for item in key_fields(cls) if item.name == "visibility"]
    return [item for item in key_fields(cls) if item not in shared] + shared


def _structure(kind: Any) -> type | None:
    """The value with parts that a key holds, alone or in a list or mapping."""
    if get_origin(kind) in {Union, types.UnionType, tuple} or _is_mapping(kind):
        return next((inner for arg in get_args(kind) if (inner := _structure(arg))), None)
    if isinstance(kind, type) and is_dataclass(kind) and kind not in _PLAIN:
        return kind
    return None


def _is_mapping(kind: Any) -> bool:
    origin = get_origin(kind)
    return isinstance(origin, type) and issubclass(origin, Mapping)


def _table(cls: type, titles: Mapping[type, str]) -> str:
    hints = get_type_hints(cls)
    rows = ["| key | what | value | default | example |", "|---|---|---|---|---|"]
    for item in _keys(cls):
        example = item.metadata["example"]
        cells = (
            f"`{name_of(item)}`",
            item.metadata["doc"],
            _value(hints[item.name], titles),
            _default(item, cls),
            f"`{example}`" if example else "",
        )
        rows.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    if cls is Change:
        rows.append(
            "| any key of the goal | what it was before that day | as in the goal | | "
            "`measurable: 20 books` |"
        )
    return "\n".join(rows) + "\n"


def _value(kind: Any, titles: Mapping[type, str]) -> str:
    """What may stand there, in words."""
    origin, args = get_origin(kind), get_args(kind)
    if origin in {Union, types.UnionType}:
        return " or ".join(_value(arg, titles) for arg in args if arg is not type(None))
    if origin is tuple:
        return f"list of {_value(args[0], titles)}"
    if _is_mapping(kind):
        return f"by name: {_value(args[1], titles)}"
    if kind in titles:
        return f"[`{titles[kind]}`](#{titles[kind]})"
    if isinstance(kind, type) and issubclass(kind, Enum):
        return "one of " + ", ".join(f"`{member.value}`" for member in kind)
    return _PLAIN[kind]


def _default(item: Field[Any], cls: type) -> str:
    value = item.default
    if item.name == "visibility" and cls is not Settings:
        return "`private`" if getattr(cls, "of_others", False) else "the settings'"
    if value is MISSING or value is None or value in ("", ()):
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Enum):
        return f"`{value.value}`"
    if isinstance(value, float):
        return f"`{value:g}`"
    return f"`{value}`" if isinstance(value, str | int) else ""


def _short_form(cls: type) -> str:
    """What the one-line form looks like, in the words of the function that reads it."""
    if cls is Measure:
        return "Short form: all of them are in [measures](measures.md).\n\n"
    reader = SHORT_FORMS.get(Amount if cls is Advance else cls)
    if reader is None:
        return "It has no short form.\n\n"
    words = cleandoc(reader.__doc__ or "").partition("\n\n")[0]
    return f"Short form: {' '.join(words.split())}\n\n"


def write(file: Path) -> None:
    """Write the page to this file."""
    file.write_text(page(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
