"""An index of all pages and headings; a script of the theme searches it.

In: the site and the page's context. Out: `SearchView`, complete as a list without any script.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from milepost.journal.model import Document, Entry
from milepost.journal.prose import section_name
from milepost.progress.calendar import Span, counted_on, week_of
from milepost.progress.report import Report
from milepost.site.backlinks import documents
from milepost.site.context import PageContext
from milepost.site.prose import headings
from milepost.site.site_map import SiteMap, SitePage
from milepost.site.views.frame import MenuItem
from milepost.site.views.listed import is_whole, part_title, parts_menu, rows_of
from milepost.site.views.parts import Ref, entry_ref, week_title
from milepost.site.word_index import word_files
from milepost.voice.labels import label
from milepost.voice.pages import span_title


@dataclass(frozen=True, slots=True)
class SearchGroup:
    """Pages of one kind; `parts` are the headings of a page's own prose."""

    title: str
    pages: tuple[tuple[Ref, tuple[Ref, ...]], ...]


@dataclass(frozen=True, slots=True)
class SearchView:
    """Everything there is to find, in groups; `count` is how far the script may have to count.

    Where they are too many for a page, `parts` lead to the pages on which they are, notes by year;
    `part` is what this one is called. On the first of them `words` names the file in which the
    script looks up where a word stands.
    """

    count: int
    groups: tuple[SearchGroup, ...]
    words: str = ""
    part: str = ""
    parts: tuple[MenuItem, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """A page, or a note on a page, that can be found; `group` names its kind.

    `document` is what has its headings, where something does.
    """

    group: str
    page: SitePage
    document: Document | None = None


MOST_SHOWN = 100
"""So many pages the script shows at once where the list has parts."""


def search_rows(site_map: SiteMap, report: Report) -> tuple[Found, ...]:
    """All that can be found: what is from no day first, then the notes, the latest first."""
    journal = report.journal
    by_path: dict[str, Document] = {one.path: one for one in documents(journal)}
    reviews: dict[str, Document] = {review.period: review for review in journal.reviews}
    own = (*site_map.of("page"), site_map.pages["vision", ""])
    records = (*site_map.of("family"), *site_map.of("record"))
    weeks = {page.key: page for page in site_map.of("week")}
    return (
        *(Found("goals", page, by_path.get(page.path)) for page in site_map.of("goal")),
        *(Found("pages", page, by_path.get(page.path)) for page in own),
        *(Found("practice", page, by_path.get(page.path)) for page in records),
        *(
            Found("journal", weeks[str(week_of(entry))], entry)
            for entry in reversed(report.entries)
        ),
        *(
            Found("reviews", page, reviews.get(page.key))
            for page in reversed(site_map.of("period"))
        ),
        *(Found("areas", page) for page in site_map.of("area")),
        *(Found("tags", page) for page in site_map.of("tag")),
    )


def search_size(row: Found) -> int:
    """How many lines it takes, with the headings that are told."""
    return 1 + (row.document.once(_headings_told) if row.document else 0)


def _headings_told(document: Document) -> int:
    """How many headings of a document are told."""
    return sum(map(_says_something, document.outline.headings)) if _tells(document) else 0


def search_part(row: Found) -> str:
    """The year of a note; what is no note stays together."""
    entry = row.document if row.group == "journal" else None
    return str(counted_on(entry).year) if isinstance(entry, Entry) else ""


def search_view(here: PageContext, key: str = "") -> SearchView:
    """The view of the index, or of a part of it."""
    rows: tuple[Found, ...] = rows_of(here, "search", key)
    whole = is_whole(here, "search", key)
    groups: dict[str, list[Line]] = {}
    for row, line in zip(rows, lines_of(here, rows), strict=True):
        groups.setdefault(row.group, []).append(line)
    return SearchView(
        len(rows) if whole else MOST_SHOWN,
        tuple(
            SearchGroup(label(here.site.voice, name), tuple(lines))
            for name, lines in groups.items()
        ),
        "" if whole or key else "words",
        part_title(here, "search", key),
        parts_menu(here, "search", key),
    )


Line = tuple[Ref, tuple[Ref, ...]]
"""A page, and the headings of its own prose."""


def search_files(here: PageContext) -> dict[str, bytes]:
    """The files in which the script looks, by their address; none where the list is whole."""
    if is_whole(here, "search", ""):
        return {}
    rows = [row for part in here.site.map.lists["search", ""] for row in part.rows]
    lines = [
        (ref.title, ref.note, ref.href, [(one.title, one.href) for one in headings])
        for ref, headings in lines_of(here, rows)
    ]
    return {f"{here.address}{name}": text.encode() for name, text in word_files(lines).items()}


def lines_of(here: PageContext, rows: Sequence[Found]) -> list[Line]:
    """What the index says of each row."""
    return [(_ref(here, row), _parts(here, row.document) if row.document else ()) for row in rows]


def _ref(here: PageContext, row: Found) -> Ref:
    voice, page = here.site.voice, row.page
    if isinstance(row.document, Entry):
        ref, week = entry_ref(here, row.document), week_of(row.document)
        note = "" if ref.title == week_title(here, week) else str(week)
        return Ref(ref.title, ref.href, note)
    href = here.link(page.address)
    if row.group == "reviews" and (span := Span.named(page.key)):
        return Ref(span_title(voice, span), href, getattr(row.document, "title", ""))
    return Ref(page.title, href)


def _tells(document: Document) -> bool:
    """Whether its headings say something: those that every entry has are left out."""
    return not all(section.name for section in document.outline.sections)


def _says_something(heading: str) -> bool:
    return bool(heading) and not section_name(heading)


def _parts(here: PageContext, document: Document) -> tuple[Ref, ...]:
    """The headings that say something."""
    place = here.site.map.locations.get(document.path)
    if place is None or not _tells(document):
        return ()
    return tuple(
        Ref(words, here.link(place.address, anchor))
        for words, anchor in headings(document.outline, place.prefix, skip_title=place.title)
        if _says_something(words)
    )
