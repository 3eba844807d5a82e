"""Pages of prose: the author's own, and the vision with the person behind it.

In: a page's path, the page's context. Out: `PageView`, `VisionView`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from milepost.journal.model import Page
from milepost.site.context import PageContext
from milepost.site.views.notes import folder_ref
from milepost.site.views.parts import Ref, area_ref, goal_ref, tag_refs
from milepost.voice.labels import label
from milepost.voice.pages import no_profile


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


@dataclass(frozen=True, slots=True)
class ValueLine:
    """A value, and the goals that name it."""

    name: str
    goals: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class VisionView:
    """The person: theme of each year, vision, values with their goals, areas."""

    title: str
    themes: tuple[tuple[str, str], ...]
    prose: Markup
    values: tuple[ValueLine, ...]
    areas: tuple[Ref, ...]
    missing: str


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


def vision_view(here: PageContext) -> VisionView:
    """The view of the profile."""
    journal = here.site.report.journal
    profile = journal.profile
    empty = not (profile.prose.text.strip() or profile.values or profile.theme)
    return VisionView(
        title=profile.name or label(here.site.voice, "vision"),
        themes=tuple(sorted(profile.theme.items(), reverse=True)),
        prose=here.prose(profile),
        values=tuple(
            ValueLine(
                value,
                tuple(
                    goal_ref(here, goal.id)
                    for goal in journal.goals
                    if value.casefold() in {name.casefold() for name in goal.relevant.values}
                ),
            )
            for value in profile.values
        ),
        areas=tuple(ref for area in profile.areas if (ref := area_ref(here, area))),
        missing=no_profile(here.site.voice, here.site.report.journal.root) if empty else "",
    )
