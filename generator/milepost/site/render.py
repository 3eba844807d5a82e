"""The site: a report and a theme in, the bytes of every file by its address out.

In: what the journal, the arithmetic and the checks know. Out: `Site`. Nothing is written here, and
nothing but the arguments is read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Protocol
from urllib.parse import urlsplit

from markupsafe import Markup

from milepost.addresses import file_of
from milepost.checks.lights import Light
from milepost.checks.privacy.stripping import stripped
from milepost.findings import Finding, in_order
from milepost.journal.model import Journal
from milepost.journal.words import Visibility
from milepost.progress.report import Report
from milepost.site.backlinks import Backlink, backlinks, documents, pointed_at
from milepost.site.context import PageContext, SiteContext
from milepost.site.data import goals_json
from milepost.site.feeds import feed, sitemap
from milepost.site.options import Options, Site
from milepost.site.page_kinds import PAGE_KINDS, described
from milepost.site.prose import headings
from milepost.site.site_map import SiteMap, SitePage, draw
from milepost.site.template import Templates
from milepost.site.theme import Theme
from milepost.site.views.frame import frame, menu_pages
from milepost.site.views.notes import neighbours
from milepost.site.views.parts import Ref, entry_title, first_words
from milepost.voice.catalogue import translations
from milepost.voice.voice import voice_of

Pages = tuple[dict[str, bytes], dict[str, str]]
"""The bytes of pages by file, and the files that they show, by path."""


class Spread(Protocol):
    """Makes pages in one part or several."""

    def __call__(
        self, make: Callable[[Sequence[SitePage]], Pages], things: Sequence[SitePage], /
    ) -> Sequence[Pages]:
        """The parts that `make` makes of the pages."""


def at_once(
    make: Callable[[Sequence[SitePage]], Pages], things: Sequence[SitePage]
) -> Sequence[Pages]:
    """All pages in one part."""
    return [make(things)]


_OWN_FILES = ("feed.xml", "sitemap.xml", "robots.txt", "goals.json", ".nojekyll", "style.css")


def render(
    report: Report,
    options: Options,
    theme: Theme,
    findings: Sequence[Finding] = (),
    lights: Mapping[str, Sequence[Light]] | None = None,
    sources: Mapping[str, str] | None = None,
    assets: Mapping[str, bytes] | None = None,
    spread: Spread = at_once,
) -> Site:
    """Every file of the site.

    The report's journal has passed the gate for the audience of the options; `findings` and the
    text of the files they point into (`sources`, by path) are shown in private builds only.
    `lights` are by goal id. `assets` are the bytes of pictures and other files by their path in
    the journal, and may read them lazily: only those that a page or the theme names are taken.
    `spread` makes the pages, in one part or several.

    Raises ThemeError when a template fails; nothing else about a journal makes it raise.
    """
    journal, private = report.journal, options.audience is Visibility.PRIVATE
    voice = voice_of(journal.settings, options.audience)
    site_map, moved = draw(report, voice, (*_OWN_FILES, *theme.static))
    menu, off_menu = menu_pages(journal, site_map, offer_findings=bool(findings or moved))
    noticed = in_order((*moved, *(off_menu if private else ())))
    site = SiteContext(
        report=report,
        voice=voice,
        map=site_map,
        theme=theme,
        url=options.url or journal.settings.url,
        menu=menu,
        findings=in_order((*findings, *noticed)) if private else (),
        lights=lights or {},
        sources=(sources or {}) if private else {},
        assets=assets if assets is not None else {},
        anchors=_anchors(journal, site_map),
        backlinks=backlinks(journal, site_map),
        shared_words=_shared_words(journal),
        notes={around[1].path: around for around in neighbours(journal.pages)},
    )
    return Site(_files(site, spread), noticed)


def _shared_words(journal: Journal) -> frozenset[str]:
    """The first words of more than one note that has no title: no name for any of them."""
    count = Counter(first_words(entry.prose) for entry in journal.entries if not entry.title)
    return frozenset(words for words, times in count.items() if times > 1)


def _anchors(journal: Journal, site_map: SiteMap) -> dict[str, frozenset[str]]:
    """The heading anchors of the pages into which some link points."""
    found: dict[str, frozenset[str]] = {}
    wanted = pointed_at(journal, site_map)
    for document in documents(journal):
        if document.path in wanted:
            place = site_map.locations[document.path]
            named = headings(document.outline, place.prefix, skip_title=place.title)
            anchors = frozenset(anchor for _, anchor in named)
            found[place.address] = found.get(place.address, frozenset()) | anchors
    return found


def _files(site: SiteContext, spread: Spread) -> dict[str, bytes]:
    """Every file of the site by its address: pages, data for other programs, what pages show."""
    templates = Templates(site.theme, translations(site.voice.language))

    def make(pages: Sequence[SitePage]) -> Pages:
        made: dict[str, bytes] = {}
        shown: dict[str, str] = {}
        for page in pages:
            here = PageContext(site, page.address)
            made[file_of(page.address)] = _page(here, page, templates)
            shown |= here.shown
        return made, shown

    pages = list(site.map.pages.values())
    # One of each kind comes first, so that its template is made ready for all the others.
    first = {page.kind: page for page in reversed(pages)}
    rest = [page for page in pages if first[page.kind] is not page]
    files: dict[str, bytes] = {}
    shown: dict[str, str] = {}
    for made, named in (make([*first.values()]), *spread(make, rest)):
        files |= made
        shown |= named
    for address, (data, extra) in _others(site):
        files[address] = data
        shown |= extra
    files |= site.theme.static
    for path, address in sorted(shown.items()):
        files.setdefault(address, stripped(site.assets[path]))
    return dict(sorted(files.items()))


def _others(site: SiteContext) -> Iterator[tuple[str, tuple[bytes, Mapping[str, str]]]]:
    atom, here = feed(site)
    yield "feed.xml", (atom, here.shown)
    yield "goals.json", (goals_json(site.report, site.lights, site.voice), {})
    yield ".nojekyll", (b"", {})
    if site.url:
        yield "sitemap.xml", (sitemap(site), {})
    # Below the root of a host nobody asks for it, and where the site will stand may not be known.
    if not site.indexed and urlsplit(site.url).path in {"", "/"}:
        yield "robots.txt", (b"User-agent: *\nDisallow: /\n", {})


def _page(here: PageContext, page: SitePage, templates: Templates) -> bytes:
    kind, site = PAGE_KINDS[page.kind], here.site
    view = kind.make(here, page.key)
    title, description = described(here, page, view)
    linked_from = tuple(_linking(here, link) for link in site.backlinks.get(page.address, ()))
    context: dict[str, Any] = {
        "view": view,
        "page": frame(here, title, description, linked_from),
        "kind": page.kind,
        "script": lambda name: Markup(f"<script>{site.theme.scripts[name]}</script>"),
        "link": here.to,
        "file": lambda path: here.file(path) if path in site.assets else "",
    }
    return templates.page(kind.template, context, page.address).encode()


def _linking(here: PageContext, link: Backlink) -> Ref:
    """A document that links here, by its title, else by the first words of the note."""
    title = link.place.title
    if not title:
        entries = here.site.report.journal.entries
        title = next((entry_title(here, e) for e in entries if e.path == link.path), link.path)
    return Ref(title, here.link(link.place.address, link.place.anchor))
