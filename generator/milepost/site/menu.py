"""Which pages the menu leads to.

In: a journal and the map of its site. Out: pages, and a finding for each name that is none.
"""

from __future__ import annotations

from milepost.addresses import spelled
from milepost.findings import Finding
from milepost.journal.model import Journal
from milepost.journal.record_kinds import FAMILIES
from milepost.site.faults import unknown_in_menu
from milepost.site.site_map import FIXED, SiteMap, SitePage, family_named

_USUAL = ("dashboard", "goals", "road", "journal", "reviews")
_SOMETIMES = ("practice", "actions", "skills", "budget", *FAMILIES, "notes")
"""Pages that a menu may name and that not every site has."""


def menu_pages(
    journal: Journal, site_map: SiteMap, *, offer_findings: bool
) -> tuple[tuple[SitePage, ...], tuple[Finding, ...]]:
    """The pages of the menu, and a finding for each name that is no page.

    Without a menu in the settings: the usual pages, the findings where they are offered, and
    search; the author's own are listed on the page of notes.
    """
    settings = journal.settings
    own = {page.key: page for page in site_map.of("page")}
    by_id = {page.id: own[page.path] for page in journal.pages}
    if not settings.menu:
        extra = ["practice"] if site_map.of("family") else []
        extra += ["findings"] if site_map.has("findings") and offer_findings else []
        return tuple(site_map.pages[name, ""] for name in (*_USUAL, *extra, "search")), ()
    chosen, findings = [], []
    for index, name in enumerate(settings.menu):
        plain = name.strip().removesuffix(".md")
        page = by_id.get(spelled(plain)) or _of_the_site(site_map, plain.casefold())
        if page and page.kind != "missing":
            chosen.append(page)
            continue
        known = [one for one in (*FIXED, *_SOMETIMES, *by_id) if one != "missing"]
        findings.append(unknown_in_menu(settings.at("menu", index), name, known))
    return tuple(chosen), tuple(findings)


def _of_the_site(site_map: SiteMap, name: str) -> SitePage | None:
    """The page that has this name in every journal: one of its kind, or of a family of records."""
    return site_map.pages.get((name, "")) or site_map.pages.get(("family", family_named(name)))
