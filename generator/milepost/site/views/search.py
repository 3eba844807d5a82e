"""An index of all pages and headings; a script of the theme searches it.

In: the site and the page's context. Out: `SearchView`, complete as a list without any script.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from milepost.journal.model import Document
from milepost.journal.prose import section_name
from milepost.progress.calendar import week_of
from milepost.site.backlinks import documents
from milepost.site.context import PageContext
from milepost.site.prose import headings
from milepost.site.views.parts import Ref, entry_ref, week_title
from milepost.voice.labels import label
from milepost.voice.pages import span_title


@dataclass(frozen=True, slots=True)
class SearchGroup:
    """Pages of one kind; `parts` are the headings of a page's own prose."""

    title: str
    pages: tuple[tuple[Ref, tuple[Ref, ...]], ...]


@dataclass(frozen=True, slots=True)
class SearchView:
    """Everything there is to find, in groups."""

    count: int
    groups: tuple[SearchGroup, ...]


def search_view(here: PageContext) -> SearchView:
    """The view of the index."""
    groups = tuple(group for group in _groups(here) if group.pages)
    return SearchView(sum(len(group.pages) for group in groups), groups)


def _groups(here: PageContext) -> Iterator[SearchGroup]:
    journal, site_map, voice = here.site.report.journal, here.site.map, here.site.voice
    parts = {document.path: _parts(here, document) for document in documents(journal)}
    yield SearchGroup(
        label(voice, "goals"),
        tuple(
            (Ref(page.title, here.link(page.address)), parts.get(page.path, ()))
            for page in site_map.of("goal")
        ),
    )
    yield SearchGroup(
        label(voice, "pages"),
        tuple(
            (Ref(page.title, here.link(page.address)), parts.get(page.path, ()))
            for page in (*site_map.of("page"), site_map.pages["vision", ""])
        ),
    )
    yield SearchGroup(
        label(voice, "practice"),
        tuple(
            (Ref(page.title, here.link(page.address)), parts.get(page.path, ()))
            for page in (*site_map.of("family"), *site_map.of("record"))
        ),
    )
    yield SearchGroup(label(voice, "journal"), tuple(_notes(here, parts)))
    reviews = {review.period: review for review in journal.reviews}
    spans = site_map.spans
    yield SearchGroup(
        label(voice, "reviews"),
        tuple(
            (
                Ref(
                    span_title(voice, span),
                    here.to("period", span.name),
                    reviews[span.name].title if span.name in reviews else "",
                ),
                parts.get(reviews[span.name].path, ()) if span.name in reviews else (),
            )
            for span in reversed(spans)
        ),
    )
    for kind, title in (("area", label(voice, "areas")), ("tag", label(voice, "tags"))):
        yield SearchGroup(
            title,
            tuple((Ref(page.title, here.link(page.address)), ()) for page in site_map.of(kind)),
        )


def _notes(
    here: PageContext, parts: dict[str, tuple[Ref, ...]]
) -> Iterator[tuple[Ref, tuple[Ref, ...]]]:
    for entry in reversed(here.site.report.entries):
        ref = entry_ref(here, entry)
        week = week_title(here, week_of(entry))
        note = "" if ref.title == week else str(week_of(entry))
        yield Ref(ref.title, ref.href, note), parts.get(entry.path, ())


def _parts(here: PageContext, document: Document) -> tuple[Ref, ...]:
    """The headings that say something: those that every entry has are left out."""
    place = here.site.map.locations.get(document.path)
    if place is None or all(section.name for section in document.outline.sections):
        return ()
    return tuple(
        Ref(words, here.link(place.address, anchor))
        for words, anchor in headings(document.outline, place.prefix, skip_title=place.title)
        if words and not section_name(words)
    )
