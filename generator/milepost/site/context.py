"""What all pages of one build share, and what one page needs of its own place.

In: the report and everything that comes with it. Out: `SiteContext`, made once; `PageContext`, made
for each page, which knows how to lead from it to others.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Concatenate, ParamSpec, TypeVar
from urllib.parse import unquote

from markupsafe import Markup

from milepost.addresses import absolute, relative, rooted, slug, step
from milepost.checks.lights import Light
from milepost.findings import Finding
from milepost.journal.library import Library
from milepost.journal.model import Document, Page
from milepost.journal.prose import part
from milepost.journal.values import Section
from milepost.journal.words import Robots, Visibility
from milepost.progress.budget import of_span
from milepost.progress.correlations import weekly
from milepost.progress.lookback import OF_REPORT
from milepost.progress.report import Report
from milepost.site.backlinks import Backlink, documents
from milepost.site.dimensions import size_of
from milepost.site.parts_of_lists import LINES
from milepost.site.prose import Destination, Guide, inline, render, render_section
from milepost.site.site_map import Location, SiteMap, SitePage
from milepost.site.theme import Theme
from milepost.voice.pages import made
from milepost.voice.voice import Voice

P = ParamSpec("P")
T = TypeVar("T")

_LOOKS = {**OF_REPORT, of_span.__name__: of_span, weekly.__name__: weekly}
"""What looks at the whole of a report and says little, by name."""
_NESTED = 3
"""So many notes are shown one within the other; what goes deeper is a link."""


@dataclass(frozen=True)  # without slots: files are looked up in one library
class SiteContext:
    """Everything that pages are made from.

    The voice speaks for the reader of the build. `menu` are its pages; `lights` are by goal id;
    `sources` the text of files by path, for findings; `assets` the bytes of pictures and other
    files by path; `anchors` the heading anchors of pages by address, for those that links point
    into; `backlinks` the documents that link to a page, by its address. `shared_words` are first
    words with which several untitled notes begin, `notes` the author's pages by path, between
    their neighbours. `lines` is how many lines of a list a page may have.
    """

    report: Report
    voice: Voice
    map: SiteMap
    theme: Theme
    url: str
    menu: tuple[SitePage, ...]
    findings: tuple[Finding, ...]
    lights: Mapping[str, Sequence[Light]]
    sources: Mapping[str, str]
    assets: Mapping[str, bytes]
    anchors: Mapping[str, frozenset[str]]
    backlinks: Mapping[str, tuple[Backlink, ...]]
    shared_words: frozenset[str] = frozenset()
    notes: Mapping[str, tuple[Page | None, Page, Page | None]] = field(default_factory=dict)
    lines: int = LINES

    @cached_property
    def made(self) -> str:
        """What each page says of the whole: on which day the site was made, and of how much."""
        journal = self.report.journal
        return made(self.voice, self.report.day, len(journal.goals), len(journal.entries))

    @cached_property
    def made_last(self) -> bool:
        """Whether that can be put into a page when all else of it is there."""
        return self.theme.prints("made")

    @cached_property
    def library(self) -> Library:
        """The files that pages may show, by every name."""
        return Library(self.assets)

    @cached_property
    def documents(self) -> Mapping[Location, Document]:
        """What stands where, where it stands alone."""
        found: dict[Location, Document] = {}
        for document in documents(self.report.journal):
            if place := self.map.locations.get(document.path):
                found.setdefault(place, document)
        return found

    @cached_property
    def _sizes(self) -> dict[str, tuple[int, int]]:
        return {}

    def size(self, path: str) -> tuple[int, int]:
        """Width and height of a picture, in pixels; 0 where its file does not say."""
        if path not in self._sizes:
            self._sizes[path] = size_of(self.assets[path]) or (0, 0)
        return self._sizes[path]

    def looked_back(self, name: str, *given: Any) -> Any:
        """What one of `_LOOKS` says of the report. Raises LookupError where there is none."""
        return _LOOKS[name](self.report, *given)

    @property
    def indexed(self) -> bool:
        """Whether search engines may list the site; not where that cannot be read."""
        settings, reader = self.report.journal.settings, self.voice.reader
        if reader is Visibility.PRIVATE or "robots" in settings.unread:
            return False
        if settings.robots:
            return settings.robots is Robots.INDEX
        return reader is Visibility.PUBLIC


@dataclass(slots=True)
class PageContext:
    """One page's context: links from it, and what it turned out to show.

    `shown` collects the files that the page names; `frames` counts notes shown within others.
    """

    site: SiteContext
    address: str
    shown: dict[str, str] = field(default_factory=dict)
    frames: int = 0

    def link(self, address: str, anchor: str = "") -> str:
        """The link from this page to another.

        The page of the lost is shown at any address, so its links start at the server's root; the
        feed is read away from the site, so its links are full where the site has an address.
        """
        if self.address == "404.html":
            return rooted(self.site.url, address, anchor)
        if self.address == "feed.xml" and self.site.url:
            return absolute(self.site.url, address, anchor)
        return relative(self.address, address, anchor)

    def to(self, kind: str, key: str = "", anchor: str = "") -> str:
        """The link to the page of a goal, a week, a tag …; empty when there is none."""
        address = self.site.map.address_of(kind, key)
        return "" if address is None else self.link(address, anchor)

    def look_back(
        self, look: Callable[Concatenate[Report, P], T], *given: P.args, **_: P.kwargs
    ) -> T:
        """What `look`, one of `_LOOKS`, says of the report.

        To ask for its answer, and not for all that it looks at, is what leaves a page as it is
        while the answer is the same.
        """
        found: T = self.site.looked_back(look.__name__, *given)
        return found

    def file(self, path: str) -> str:
        """The link to a file of the journal, which the site will then hold."""
        self.shown[path] = file_address(path)
        return self.link(self.shown[path])

    def prose(self, document: Document, *, shift: int = 1) -> Markup:
        """A document's prose as it stands on this page, without the title that the page shows."""
        place = self.site.map.locations.get(document.path)
        title = place.title if place else ""
        return render(document.prose, self.guide(document, shift), skip_title=title)

    def line(self, text: str, document: Document) -> Markup:
        """One line of Markdown out of a document, as it stands on this page."""
        return inline(text, self.guide(document))

    def section(self, section: Section, document: Document) -> Markup:
        """A section of a document, away from its place: its headings stay out of the outline."""
        guide = replace(self.guide(document, 0), prefix="passage.")
        return render_section(document.prose, section, guide)

    def guide(self, document: Document, shift: int = 1, within: tuple[str, ...] = ()) -> Guide:
        """Where the links and pictures of a document lead from here.

        `within` are the paths of the notes within which it is shown.
        """
        place = self.site.map.locations.get(document.path)
        prefix = place.prefix if place and place.address == self.address else ""

        def find(target: str, anchor: str) -> Destination | None:
            place = self.site.map.find(target, document.path)
            if place:
                at = heading_anchor(self.site, place, anchor)
                there = bool(anchor) and at != place.anchor
                return Destination(self.link(place.address, at), place.title, there)
            path = self._asset(target, document.path)
            return Destination(self.file(path), posixpath.basename(path)) if path else None

        def picture(src: str) -> Destination | None:
            path = self._asset(src, document.path)
            if path:
                width, height = self.site.size(path)
                return Destination(self.file(path), width=width, height=height)
            return None

        def frame(target: str, anchor: str) -> Markup | None:
            place = self.site.map.find(target, document.path)
            other = self.site.documents.get(place) if place else None
            around = (*within, document.path)
            if other is None or other.path in around or len(around) > _NESTED:
                return None
            prose = part(other.prose, anchor) if anchor else other.prose
            if prose is None:
                return None
            self.frames += 1
            guide = replace(self.guide(other, 0, around), prefix=f"frame{self.frames}.")
            return render(prose, guide, skip_title="" if anchor else place.title if place else "")

        return Guide(self.site.voice, find, picture, shift, prefix, frame)

    def _asset(self, target: str, path: str) -> str:
        """The path of the file that a document names, or nothing."""
        return (self.site.library.find(path, target) or "") if target else ""


def heading_anchor(site: SiteContext, place: Location, words: str) -> str:
    """The anchor of a heading in a document, or that of the document when it has no such one."""
    if not words:
        return place.anchor
    anchor = f"{place.prefix}{slug(unquote(words))}"
    return anchor if anchor in site.anchors.get(place.address, ()) else place.anchor


def file_address(path: str) -> str:
    """Where a file of the journal stands in the site.

    >>> file_address("static/cv.pdf"), file_address("content/journal/the bridge.jpg")
    ('static/cv.pdf', 'media/journal/the-bridge.jpg')
    """
    folder, bare = ("static", path[7:]) if path.startswith("static/") else ("media", path)
    parts = [step(part) for part in bare.removeprefix("content/").split("/")]
    return "/".join([folder, *parts])
