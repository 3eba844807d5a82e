"""What can be said of a site before any of its pages is made.

In: the report of a gated journal, whose eyes it is for, its theme. Out: `Survey`: the map, and what
is wrong with it. `milepost check` tells it as well as a build, so that both tell the same.
"""

from __future__ import annotations

from dataclasses import dataclass

from milepost.findings import Finding
from milepost.journal.words import Visibility
from milepost.progress.report import Report
from milepost.site.menu import menu_pages
from milepost.site.site_map import SiteMap, draw
from milepost.site.theme import Theme
from milepost.voice.voice import voice_of

_OWN_FILES = ("feed.xml", "sitemap.xml", "robots.txt", "goals.json", ".nojekyll", "style.css")


@dataclass(frozen=True, slots=True)
class Survey:
    """The pages of a site with their addresses, those of long lists left out, and what is wrong.

    `reserved` are addresses at which no page may stand.
    """

    map: SiteMap
    findings: tuple[Finding, ...]
    reserved: tuple[str, ...]


def surveyed(report: Report, audience: Visibility, theme: Theme) -> Survey:
    """The survey of a site; the menu is for its owner to mend, who alone is told of it."""
    journal = report.journal
    reserved = (*_OWN_FILES, *theme.static)
    drawn, moved = draw(report, voice_of(journal.settings, audience), reserved)
    _, off_menu = menu_pages(journal, drawn, offer_findings=False)
    told = off_menu if audience is Visibility.PRIVATE else ()
    return Survey(drawn, (*moved, *told), reserved)
