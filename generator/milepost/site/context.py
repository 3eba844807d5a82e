"""What all pages of one build share, and what one page needs of its own place.

In: the report and everything that comes with it. Out: `SiteContext`, made once; `PageContext`, made
for each page, which knows how to lead from it to others.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import unquote

from markupsafe import Markup

from milepost.addresses import absolute, relative, rooted, slug, step
from milepost.checks.lights import Light
from milepost.findings import Finding
from milepost.journal.model import Document
from milepost.journal.values import Section
from milepost.journal.whole import find_asset
from milepost.journal.words import Robots, Visibility
from milepost.progress.report import Report
from milepost.site.backlinks import Backlink
from milepost.site.prose import Destination, Guide, inline, render, render_section
from milepost.site.site_map import Location, SiteMap, SitePage
from milepost.site.theme import Theme
from milepost.voice.voice import Voice


@dataclass(frozen=True, slots=True)
class SiteContext:
    """Everything that pages are made from.

    The voice speaks for the reader of the build. `menu` are its pages; `lights` are by goal id;
    `sources` the text of files by path, for findings; `assets` the bytes of pictures and other
    files by path; `anchors` the heading anchors of pages by address, for those that links point
    into; `backlinks` the documents that link to a page, by its address.
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

    `shown` collects the files that the page names.
    """

    site: SiteContext
    address: str
    shown: dict[str, str] = field(default_factory=dict)

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
        if not self.site.map.has(kind, key):
            return ""
        return self.link(self.site.map.address(kind, key), anchor)

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

    def guide(self, document: Document, shift: int = 1) -> Guide:
        """Where the links and pictures of a document lead from here."""
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
                return Destination(self.file(path))
            return None

        return Guide(self.site.voice, find, picture, shift, prefix, self.address)

    def _asset(self, target: str, path: str) -> str:
        """The path of the file that a document names, or nothing."""
        plain = unquote(target).replace("\\", "/")
        return (find_asset(path, plain, self.site.assets) or "") if plain else ""


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
