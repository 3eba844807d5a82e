"""The part of a list that stands on a page, and the links to its other parts.

In: the page's context, its kind and key. Out: rows; `MenuItem`s, none where the list is whole.
"""

from __future__ import annotations

from typing import Any

from milepost.site.context import PageContext
from milepost.site.views.frame import MenuItem
from milepost.voice.labels import label


def key_of(key: str, part: str) -> str:
    """The key of the page of a part, by that of its list."""
    return f"{key}/{part}"


def list_of(key: str) -> str:
    """The key of a list, by that of the page of one of its parts, or its own."""
    return key.partition("/")[0]


def rows_of(here: PageContext, kind: str, key: str) -> tuple[Any, ...]:
    """The rows of a list that stand on the page of this key."""
    name = key.partition("/")[2]
    parts = here.site.map.lists[kind, list_of(key)]
    return next(part.rows for part in parts if part.name == name)


def is_whole(here: PageContext, kind: str, key: str) -> bool:
    """Whether a list stands on its own page, all of it."""
    return len(here.site.map.lists[kind, list_of(key)]) == 1


def parts_menu(here: PageContext, kind: str, key: str) -> tuple[MenuItem, ...]:
    """The links to all parts of a list, in its order; the one to this page is current."""
    if is_whole(here, kind, key):
        return ()
    site_map, own, name = here.site.map, list_of(key), key.partition("/")[2]
    first = MenuItem(
        label(here.site.voice, "first_page"), here.to(kind, own), "" if name else "page"
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
    return here.site.map.pages[f"{kind}-part", key].part if "/" in key else ""
