"""The site: a report and a theme in, the bytes of every file by its address out.

In: what the journal, the arithmetic and the checks know. Out: `Site`. Nothing is written here, and
nothing but the arguments is read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup

from milepost.addresses import file_of
from milepost.checks.lights import Light
from milepost.findings import Finding, in_order
from milepost.journal.words import Visibility
from milepost.progress.report import Report
from milepost.site.atlas import Stop, draw
from milepost.site.backlinks import Backlink, backlinks, documents, pointed_at
from milepost.site.data import goals_json
from milepost.site.desk import Desk, Here
from milepost.site.feeds import feed, sitemap
from milepost.site.options import Options, Site
from milepost.site.prose import headings
from milepost.site.sheets import SHEETS, described
from milepost.site.template import Templates
from milepost.site.theme import Theme
from milepost.site.views.frame import frame, menu_stops
from milepost.site.views.parts import Ref, entry_title
from milepost.voice.catalogue import translations
from milepost.voice.voice import voice_of

_OWN_FILES = ("feed.xml", "sitemap.xml", "goals.json", ".nojekyll", "style.css")


def render(
    report: Report,
    options: Options,
    theme: Theme,
    findings: Sequence[Finding] = (),
    lights: Mapping[str, Sequence[Light]] | None = None,
    sources: Mapping[str, str] | None = None,
    assets: Mapping[str, bytes] | None = None,
) -> Site:
    """Every file of the site.

    The report's journal has passed the gate for the audience of the options; `findings` and the
    text of the files they point into (`sources`, by path) are shown in private builds only.
    `lights` are by goal id. `assets` are the bytes of pictures and other files by their path in
    the journal, and may read them lazily: only those that a page or the theme names are taken.

    Raises ThemeError when a template fails; nothing else about a journal makes it raise.
    """
    private = options.audience is Visibility.PRIVATE
    voice = voice_of(report.journal.settings, options.audience)
    atlas, moved = draw(report, voice, (*_OWN_FILES, *theme.static))
    desk = Desk(
        report=report,
        voice=voice,
        atlas=atlas,
        audience=options.audience,
        url=options.url or report.journal.settings.url,
        findings=(*findings, *moved) if private else (),
        lights=lights or {},
        sources=(sources or {}) if private else {},
        assets=assets if assets is not None else {},
        named={},
        styles=frozenset(theme.static),
    )
    desk = replace(desk, named=_named(desk))
    return _printed(desk, theme, moved)


def _named(desk: Desk) -> dict[str, frozenset[str]]:
    """The heading anchors of the pages into which some link points."""
    found: dict[str, frozenset[str]] = {}
    wanted = pointed_at(desk.report.journal, desk.atlas)
    for document in documents(desk.report.journal):
        if document.path in wanted:
            spot = desk.atlas.spots[document.path]
            named = headings(document.outline, spot.prefix, skip_title=spot.title)
            anchors = frozenset(anchor for _, anchor in named)
            found[spot.address] = found.get(spot.address, frozenset()) | anchors
    return found


@dataclass(frozen=True, slots=True)
class _Work:
    """What printing the pages needs beside the desk."""

    templates: Templates
    policy: str
    menu: tuple[Stop, ...]
    linked: Mapping[str, tuple[Backlink, ...]]
    script: Callable[[str], Markup]


def _printed(desk: Desk, theme: Theme, moved: Sequence[Finding]) -> Site:
    menu, menu_findings = menu_stops(desk)
    work = _Work(
        Templates(theme, translations(desk.voice.language)),
        theme.policy(),
        menu,
        backlinks(desk.report.journal, desk.atlas),
        _scripts(theme),
    )
    pages: dict[str, bytes] = {}
    shown: dict[str, str] = {}
    noticed = list(menu_findings)
    stops = sorted(desk.atlas.stops.values(), key=lambda stop: stop.kind == "findings")
    for stop in stops:
        if stop.kind == "findings":
            every = in_order((*desk.findings, *noticed))
            desk = replace(desk, findings=every)
        here = Here(desk, stop.address)
        pages[file_of(stop.address)] = _page(here, stop, work)
        shown |= here.shown
    for address, (data, extra) in _others(desk):
        pages[address] = data
        shown |= extra
    pages |= theme.static
    for path, address in sorted(shown.items()):
        pages.setdefault(address, desk.assets[path])
    return Site(dict(sorted(pages.items())), in_order((*moved, *noticed)))


def _others(desk: Desk) -> Iterator[tuple[str, tuple[bytes, Mapping[str, str]]]]:
    atom, here = feed(desk)
    yield "feed.xml", (atom, here.shown)
    yield "goals.json", (goals_json(desk.report, desk.lights, desk.voice), {})
    yield ".nojekyll", (b"", {})
    if desk.url:
        yield "sitemap.xml", (sitemap(desk), {})


def _page(here: Here, stop: Stop, work: _Work) -> bytes:
    sheet = SHEETS[stop.kind]
    view = sheet.make(here, stop.key)
    title, description = described(here, stop, view)
    linked_from = tuple(_linking(here, link) for link in work.linked.get(stop.address, ()))
    context: dict[str, Any] = {
        "view": view,
        "page": frame(
            here.desk,
            here,
            work.menu,
            title=title,
            description=description,
            policy=work.policy,
            linked_from=linked_from,
        ),
        "kind": stop.kind,
        "script": work.script,
        "link": here.to,
        "file": lambda path: here.file(path) if path in here.desk.assets else "",
    }
    return work.templates.page(sheet.template, context, stop.address).encode()


def _linking(here: Here, link: Backlink) -> Ref:
    """A document that links here, by its title, else by the first words of the note."""
    title = link.spot.title
    if not title:
        entries = here.desk.report.journal.entries
        title = next((entry_title(here, e) for e in entries if e.path == link.path), link.path)
    return Ref(title, here.link(link.spot.address, link.spot.anchor))


def _scripts(theme: Theme) -> Callable[[str], Markup]:
    """What puts a script of the theme into a page."""
    return lambda name: Markup(f"<script>{theme.scripts[name]}</script>")
