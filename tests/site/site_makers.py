"""Whole small sites for tests: a text with files in, the pages out."""

from __future__ import annotations

import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

from rendered import Site, render
from written import TODAY, measured, read

from milepost.checks.lights import lights
from milepost.journal.words import Visibility
from milepost.site.options import Options
from milepost.site.parts_of_lists import LINES
from milepost.site.theme import read_theme


def site(
    text: str,
    day: date = TODAY,
    audience: Visibility = Visibility.PRIVATE,
    *,
    url: str = "",
    own: Path | None = None,
    assets: dict[str, bytes] | None = None,
    lines: int = LINES,
) -> Site:
    """The site of the journal that a text holds; `lines` is how long a list may be."""
    loaded = read(text, tuple(assets or {}))
    known = measured(loaded, day, audience)
    theme, findings = read_theme(known.journal.settings, own)
    about = (*loaded.findings, *findings)
    made = render(
        known,
        Options(audience, url, lines),
        theme,
        about,
        lights(known, about),
        loaded.sources,
        assets,
    )
    return Site(made.pages, (*findings, *made.findings))


def page(made: Site, address: str) -> str:
    """The HTML of a page by its address, as "goals/read/"."""
    name = f"{address}index.html" if not address or address.endswith("/") else address
    return made.pages[name].decode()


def words(html: str) -> str:
    """What a page says, without its markup, in one line."""
    bare = re.sub(r"<(script|style)\b.*?</\1>", "", html, flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", bare).split())


class Tags(HTMLParser):
    """Collects a page's links, ids, headings and attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.files: list[str] = []
        self.ids: list[str] = []
        self.headings: list[int] = []
        self.attributes: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what a tag brings."""
        known = {name: value or "" for name, value in attrs}
        self.attributes |= set(known)
        if "id" in known:
            self.ids.append(known["id"])
        if tag == "a" and "href" in known:
            self.links.append(known["href"])
        if tag in {"img", "script"} and "src" in known:
            self.files.append(known["src"])
        if tag == "link" and known.get("rel") in {"stylesheet", "icon"}:
            self.files.append(known["href"])
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
