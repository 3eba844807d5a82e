"""Pages of prose: the author's own.

In: a page's path, the page's context. Out: `PageView`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from milepost.journal.model import Page
from milepost.site.context import PageContext
from milepost.site.views.notes import folder_ref
from milepost.site.views.parts import Ref, tag_refs


@dataclass(frozen=True, slots=True)
class PageView:
    """A page of the author's own; `folder` leads to its folder on the page of notes."""

    title: str
    prose: Markup
    tags: tuple[Ref, ...]
    extra: Mapping[str, Any]
    folder: Ref | None = None
    previous: Ref | None = None
    next: Ref | None = None


def page_view(here: PageContext, path: str) -> PageView:
    """The view of the page that stands in this file."""
    before, page, after = here.site.notes[path]
    return PageView(
        page.title or page.id,
        here.prose(page),
        tag_refs(here, page.tags),
        page.extra,
        folder_ref(here, page),
        _note_ref(here, before),
        _note_ref(here, after),
    )


def _note_ref(here: PageContext, page: Page | None) -> Ref | None:
    return Ref(page.title or page.id, here.to("page", page.path)) if page else None
