"""The page that a server shows where there is none.

In: the page's context. Out: `MissingView`.
"""

from __future__ import annotations

from dataclasses import dataclass

from milepost.site.context import PageContext
from milepost.site.views.parts import Ref
from milepost.voice.labels import label


@dataclass(frozen=True, slots=True)
class MissingView:
    """Where to go on from here."""

    refs: tuple[Ref, ...]


def missing_view(here: PageContext) -> MissingView:
    """The view of the page of the lost: the ways that always exist."""
    ways = ("dashboard", "goals", "journal", "search")
    return MissingView(tuple(Ref(label(here.site.voice, kind), here.to(kind)) for kind in ways))
