"""Pages of prose: the author's own, and the vision with the person behind it.

In: a page's path, the page's context. Out: `PageView`, `VisionView`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from milepost.journal.model import Page
from milepost.progress.values_lived import LivedValue, values_lived
from milepost.site.context import PageContext
from milepost.site.views.notes import anchor_of, folder_of
from milepost.site.views.parts import Item, Ref, area_ref, entry_item, goal_ref, tag_refs
from milepost.voice import pages as said
from milepost.voice.labels import label

_SHOWN = 3
"""So many entries are named for a value."""


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
    """A value, and where it is lived: the goals that name it, the latest entries with its tag.

    `quiet` is said of one for which nothing was done in a year.
    """

    name: str
    goals: tuple[Ref, ...]
    entries: tuple[Item, ...]
    more: str
    quiet: str


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
    folder = folder_of(here, page)
    return PageView(
        page.title or page.id,
        here.prose(page),
        tag_refs(here, page.tags),
        page.extra,
        Ref(folder, here.to("notes", anchor=anchor_of(folder))) if folder else None,
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
        values=tuple(_value(here, value) for value in values_lived(here.site.report)),
        areas=tuple(ref for area in profile.areas if (ref := area_ref(here, area))),
        missing=said.no_profile(here.site.voice, here.site.report.journal.root) if empty else "",
    )


def _value(here: PageContext, value: LivedValue) -> ValueLine:
    goals = [standing.goal.id for standing in (*value.goals, *value.others)]
    left = len(value.entries) - _SHOWN
    return ValueLine(
        value.name,
        tuple(goal_ref(here, id_) for id_ in goals),
        tuple(entry_item(here, entry) for entry in value.entries[:_SHOWN]),
        said.more_entries(here.site.voice, left) if left > 0 else "",
        said.not_lived(here.site.voice) if value.quiet else "",
    )
