"""What all pages of one build share, and what one page needs of its own place.

In: the report and everything that comes with it. Out: `Desk`, made once; `Here`, made for each
page, which knows how to lead from it to others.
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
from milepost.journal.words import Visibility
from milepost.progress.report import Report
from milepost.site.atlas import Atlas, Spot
from milepost.site.prose import Destination, Guide, inline, render, render_section
from milepost.voice.voice import Voice


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything that pages are made from.

    `lights` are by goal id; `sources` the text of files by path, for findings; `assets` the bytes
    of pictures and other files by path; `named` the heading anchors of documents by path, for those
    that links point into.
    """

    report: Report
    voice: Voice
    atlas: Atlas
    audience: Visibility
    url: str
    findings: tuple[Finding, ...]
    lights: Mapping[str, Sequence[Light]]
    sources: Mapping[str, str]
    assets: Mapping[str, bytes]
    named: Mapping[str, frozenset[str]]
    styles: frozenset[str] = frozenset()


@dataclass(slots=True)
class Here:
    """One page's place: links from it, and what it turned out to show.

    `shown` collects the files that the page names.
    """

    desk: Desk
    address: str
    shown: dict[str, str] = field(default_factory=dict)

    def link(self, address: str, anchor: str = "") -> str:
        """The link from this page to another.

        The page of the lost is shown at any address, so its links start at the server's root; the
        feed is read away from the site, so its links are full where the site has an address.
        """
        if self.address == "404.html":
            return rooted(self.desk.url, address, anchor)
        if self.address == "feed.xml" and self.desk.url:
            return absolute(self.desk.url, address, anchor)
        return relative(self.address, address, anchor)

    def to(self, kind: str, key: str = "", anchor: str = "") -> str:
        """The link to the page of a goal, a week, a tag …; empty when there is none."""
        if not self.desk.atlas.has(kind, key):
            return ""
        return self.link(self.desk.atlas.address(kind, key), anchor)

    def file(self, path: str) -> str:
        """The link to a file of the journal, which the site will then hold."""
        self.shown[path] = file_address(path)
        return self.link(self.shown[path])

    def prose(self, document: Document, *, shift: int = 1) -> Markup:
        """A document's prose as it stands on this page, without the title that the page shows."""
        spot = self.desk.atlas.spots.get(document.path)
        title = spot.title if spot else ""
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
        spot = self.desk.atlas.spots.get(document.path)
        prefix = spot.prefix if spot and spot.address == self.address else ""

        def find(target: str, anchor: str) -> Destination | None:
            spot = self.desk.atlas.find(target, document.path)
            if spot:
                at = heading_anchor(self.desk, spot, anchor)
                return Destination(self.link(spot.address, at), spot.title)
            path = self._asset(target, document.path)
            return Destination(self.file(path), posixpath.basename(path)) if path else None

        def picture(src: str) -> Destination | None:
            path = self._asset(src, document.path)
            if path:
                return Destination(self.file(path))
            return None

        return Guide(self.desk.voice, find, picture, shift, prefix)

    def _asset(self, target: str, path: str) -> str:
        """The path of the file that a document names, or nothing."""
        plain = unquote(target).replace("\\", "/")
        return (find_asset(path, plain, self.desk.assets) or "") if plain else ""


def heading_anchor(desk: Desk, spot: Spot, words: str) -> str:
    """The anchor of a heading in a document, or that of the document when it has no such one."""
    if not words:
        return spot.anchor
    anchor = f"{spot.prefix}{slug(unquote(words))}"
    return anchor if anchor in desk.named.get(spot.address, ()) else spot.anchor


def file_address(path: str) -> str:
    """Where a file of the journal stands in the site.

    >>> file_address("static/cv.pdf"), file_address("content/journal/the bridge.jpg")
    ('static/cv.pdf', 'media/journal/the-bridge.jpg')
    """
    folder, bare = ("static", path[7:]) if path.startswith("static/") else ("media", path)
    parts = [step(part) for part in bare.removeprefix("content/").split("/")]
    return "/".join([folder, *parts])
