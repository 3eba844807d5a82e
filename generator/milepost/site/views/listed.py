"""The part of a list that stands on a page, and the links to its other parts.

In: the page's context, its kind and key. Out: rows; `MenuItem`s, none where the list is whole.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from milepost.site.context import PageContext
from milepost.site.views.frame import MenuItem
from milepost.voice.labels import label

_ON: Mapping[str, tuple[str, str]] = {
    "goal-records": ("goal", "_records"),
    "record-lines": ("record", "_others"),
}
"""Lists that are one of several things on a page: the kind of that page, and their anchor on it."""
_PARTED = "//"
"""What parts the key of a list from the name of a part; no path and no name of a tag has it."""


def on_page(kind: str) -> str:
    """The kind of the page on which a list of this kind begins: mostly its own."""
    return _ON.get(kind, (kind, ""))[0]


def key_of(key: str, part: str) -> str:
    """The key of the page of a part, by that of its list."""
    return f"{key}{_PARTED}{part}"


def list_of(key: str) -> str:
    """The key of a list, by that of the page of one of its parts, or its own."""
    return key.partition(_PARTED)[0]


def rows_of(here: PageContext, kind: str, key: str) -> tuple[Any, ...]:
    """The rows of a list that stand on the page of this key."""
    name = key.partition(_PARTED)[2]
    parts = here.site.map.lists[kind, list_of(key)]
    return next(part.rows for part in parts if part.name == name)


def is_whole(here: PageContext, kind: str, key: str) -> bool:
    """Whether a list stands on its own page, all of it."""
    return len(here.site.map.lists[kind, list_of(key)]) == 1


def parts_menu(here: PageContext, kind: str, key: str) -> tuple[MenuItem, ...]:
    """The links to all parts of a list, in its order; the one to this page is current."""
    if is_whole(here, kind, key):
        return ()
    site_map, own, name = here.site.map, list_of(key), key.partition(_PARTED)[2]
    first = MenuItem(
        label(here.site.voice, "first_page"),
        here.to(on_page(kind), own, _ON.get(kind, ("", ""))[1]),
        "" if name else "page",
    )
    return (
        first,
        *(
            MenuItem(
                site_map.pages[f"{kind}-part", key_of(own, part.name)].part,
                here.to(f"{kind}-part", key_of(own, part.name)),
                "page" if part.name == name else "",
            )
            for part in site_map.lists[kind, own]
            if part.name
        ),
    )


def part_title(here: PageContext, kind: str, key: str) -> str:
    """What the part on this page is called, as "2025"; empty for the first."""
    return here.site.map.pages[f"{kind}-part", key].part if _PARTED in key else ""
