"""What stands around every page: title, menu, footer, head.

In: the desk and a page's place. Out: `Frame`.
"""

from __future__ import annotations

from dataclasses import dataclass

from milepost.addresses import absolute
from milepost.findings import Finding
from milepost.journal.words import Visibility
from milepost.site.atlas import FIXED, Stop
from milepost.site.desk import Desk, Here
from milepost.site.faults import unknown_in_menu
from milepost.site.views.parts import Ref
from milepost.voice.labels import audience
from milepost.voice.pages import made

_USUAL = ("dashboard", "goals", "road", "journal", "reviews")


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


def menu_stops(desk: Desk) -> tuple[tuple[Stop, ...], tuple[Finding, ...]]:
    """The pages of the menu, and a finding for each name that is no page.

    Without a menu in the settings: the usual pages and search; the author's own stand in the
    footer then, for their titles may be long.
    """
    settings, atlas = desk.report.journal.settings, desk.atlas
    own = {stop.key: stop for stop in atlas.of("page")}
    by_id = {page.id: own[page.path] for page in desk.report.journal.pages}
    if not settings.menu:
        stops = [atlas.stops[name, ""] for name in _USUAL]
        extra = ["findings"] if atlas.has("findings") and desk.findings else []
        return (*stops, *(atlas.stops[name, ""] for name in (*extra, "search"))), ()
    chosen, findings = [], []
    for index, name in enumerate(settings.menu):
        plain = name.strip().removesuffix(".md")
        stop = by_id.get(plain) or atlas.stops.get((plain.casefold(), ""))
        if stop and stop.kind != "missing":
            chosen.append(stop)
        elif desk.audience is Visibility.PRIVATE:
            known = [*FIXED, *by_id]
            known.remove("missing")
            findings.append(unknown_in_menu(settings.at("menu", index), name, known))
    return tuple(chosen), tuple(findings)


def frame(
    desk: Desk,
    here: Here,
    menu: tuple[Stop, ...],
    *,
    title: str,
    description: str,
    policy: str,
    linked_from: tuple[Ref, ...] = (),
) -> Frame:
    """The frame of one page."""
    settings = desk.report.journal.settings
    open_ = desk.audience is Visibility.PUBLIC
    return Frame(
        language=settings.language,
        direction=desk.voice.direction,
        site=settings.title,
        title=title,
        description=description,
        canonical=absolute(desk.url, here.address) if desk.url and open_ else "",
        index=open_ and here.address != "404.html",
        policy=policy,
        style=here.link("style.css"),
        icon=here.link("icon.svg") if "icon.svg" in desk.styles else "",
        feed=here.link("feed.xml"),
        home=here.to("dashboard"),
        search=here.to("search"),
        menu=tuple(
            MenuItem(stop.title, here.link(stop.address), _current(stop, here.address))
            for stop in menu
        ),
        made=made(
            desk.voice,
            desk.report.day,
            len(desk.report.journal.goals),
            len(desk.report.journal.entries),
        ),
        audience=audience(desk.voice),
        pages=tuple(
            Ref(stop.title, here.link(stop.address))
            for kind in ("page", "vision", "findings")
            for stop in desk.atlas.of(kind)
            if stop not in menu
        ),
        linked_from=linked_from,
    )


def _current(stop: Stop, address: str) -> str:
    if stop.address == address:
        return "page"
    below = stop.address and address.startswith(stop.address)
    period = stop.kind == "reviews" and address[:4].isdecimal() and address[4:5] == "/"
    return "true" if below or period else ""
