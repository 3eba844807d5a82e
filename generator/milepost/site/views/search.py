"""An index of all pages and headings; a script of the theme searches it.

In: the desk and the page's place. Out: `SearchView`, complete as a list without any script.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from milepost.journal.model import Document
from milepost.journal.prose import section_name
from milepost.progress.calendar import Span, week_of
from milepost.site.backlinks import documents
from milepost.site.desk import Here
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


def search_view(here: Here) -> SearchView:
    """The view of the index."""
    groups = tuple(group for group in _groups(here) if group.pages)
    return SearchView(sum(len(group.pages) for group in groups), groups)


def _groups(here: Here) -> Iterator[SearchGroup]:
    journal, atlas, voice = here.desk.report.journal, here.desk.atlas, here.desk.voice
    parts = {document.path: _parts(here, document) for document in documents(journal)}
    yield SearchGroup(
        label(voice, "goals"),
        tuple(
            (Ref(stop.title, here.link(stop.address)), parts.get(stop.path, ()))
            for stop in atlas.of("goal")
        ),
    )
    yield SearchGroup(
        label(voice, "pages"),
        tuple(
            (Ref(stop.title, here.link(stop.address)), parts.get(stop.path, ()))
            for stop in (*atlas.of("page"), atlas.stops["vision", ""])
        ),
    )
    yield SearchGroup(label(voice, "journal"), tuple(_notes(here, parts)))
    reviews = {review.period: review for review in journal.reviews}
    spans = [span for stop in atlas.of("period") if (span := Span.named(stop.key))]
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
            tuple((Ref(stop.title, here.link(stop.address)), ()) for stop in atlas.of(kind)),
        )


def _notes(here: Here, parts: dict[str, tuple[Ref, ...]]) -> Iterator[tuple[Ref, tuple[Ref, ...]]]:
    for entry in reversed(here.desk.report.entries):
        ref = entry_ref(here, entry)
        week = week_title(here, week_of(entry))
        note = "" if ref.title == week else str(week_of(entry))
        yield Ref(ref.title, ref.href, note), parts.get(entry.path, ())


def _parts(here: Here, document: Document) -> tuple[Ref, ...]:
    """The headings that say something: those that every entry has are left out."""
    spot = here.desk.atlas.spots.get(document.path)
    if spot is None or all(section.name for section in document.outline.sections):
        return ()
    return tuple(
        Ref(words, here.link(spot.address, anchor))
        for words, anchor in headings(document.outline, spot.prefix, skip_title=spot.title)
        if words and not section_name(words)
    )
