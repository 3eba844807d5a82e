"""The page that a server shows where there is none.

In: the page's place. Out: `MissingView`.
"""

from __future__ import annotations

from dataclasses import dataclass

from milepost.site.desk import Here
from milepost.site.views.parts import Ref


@dataclass(frozen=True, slots=True)
class MissingView:
    """Where to go on from here."""

    refs: tuple[Ref, ...]


def missing_view(here: Here) -> MissingView:
    """The view of the page of the lost: the ways that always exist."""
    ways = (
        ("Dashboard", "dashboard"),
        ("Goals", "goals"),
        ("Journal", "journal"),
        ("Search", "search"),
    )
    return MissingView(tuple(Ref(title, here.to(kind)) for title, kind in ways))
