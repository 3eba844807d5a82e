"""What stands around every page: title, menu, footer, head.

In: the site and a page's context. Out: `Frame`.
"""

from __future__ import annotations

import os
from dataclasses import dataclass

from milepost.addresses import absolute
from milepost.journal.words import Visibility
from milepost.site.context import PageContext
from milepost.site.site_map import SitePage
from milepost.site.views.parts import Ref
from milepost.voice.labels import audience

MADE = f"\ufdd3{os.urandom(8).hex()}\ufdd3"
"""Stands for the footer's sentence in a page that has all but it. It gets into no page, and is
another in each process, so that nobody can have written it."""


@dataclass(frozen=True, slots=True)
class MenuItem:
    """A link of the menu; `current` is "page" on its own page, "true" below it, else empty."""

    title: str
    href: str
    current: str


@dataclass(frozen=True, slots=True)
class Frame:
    """The page around the page.

    `root` leads to the site's root, `style` and `icon` to the theme's files, `home` and `search`
    to those pages; `canonical` is the page's full address where the site has one. `feed` leads to
    the feed. `made` is the footer's sentence, `pages` other pages that the menu does not
    have. `index` is false where search engines should stay away.
    """

    language: str
    direction: str
    site: str
    title: str
    description: str
    canonical: str
    index: bool
    policy: str
    style: str
    icon: str
    feed: str
    home: str
    search: str
    menu: tuple[MenuItem, ...]
    made: str
    audience: str
    pages: tuple[Ref, ...]
    linked_from: tuple[Ref, ...]


def frame(
    here: PageContext, title: str, description: str, linked_from: tuple[Ref, ...] = ()
) -> Frame:
    """The frame of one page."""
    site, journal = here.site, here.site.report.journal
    settings, open_ = journal.settings, site.voice.reader is Visibility.PUBLIC
    return Frame(
        language=settings.language,
        direction=site.voice.direction,
        site=settings.title,
        title=title,
        description=description,
        canonical=absolute(site.url, here.address) if site.url and open_ else "",
        index=site.indexed and here.address != "404.html",
        policy=site.theme.policy(),
        style=here.link("style.css"),
        icon=here.link("icon.svg") if "icon.svg" in site.theme.static else "",
        feed=here.link("feed.xml"),
        home=here.to("dashboard"),
        search=here.to("search"),
        menu=tuple(
            MenuItem(page.title, here.link(page.address), _current(page, here.address))
            for page in site.menu
        ),
        made=MADE if site.made_last else site.made,
        audience=audience(site.voice),
        pages=tuple(
            Ref(page.title, here.link(page.address))
            for kind in ("practice", "notes", "vision", "skills", "findings")
            for page in site.map.of(kind)
            if page not in site.menu
        ),
        linked_from=linked_from,
    )


def _current(page: SitePage, address: str) -> str:
    if page.address == address:
        return "page"
    below = page.address and address.startswith(page.address)
    period = page.kind == "reviews" and address[:4].isdecimal() and address[4:5] == "/"
    return "true" if below or period else ""
