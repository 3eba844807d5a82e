"""The site: a report and a theme in, the bytes of every file by its address out.

In: what the journal, the arithmetic and the checks know. Out: `Files`, of which each
is made when it is asked for, or all at once. Nothing is written here, and nothing but the arguments
is read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from threading import RLock
from typing import Any, Protocol
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from milepost.addresses import file_of
from milepost.checks.lights import Light
from milepost.checks.privacy.stripping import stripped
from milepost.findings import Finding, in_order
from milepost.journal.model import Journal
from milepost.journal.remembered import Memory, unless_changed
from milepost.journal.words import Visibility
from milepost.progress.report import Report
from milepost.site.asking import Answers, Question, seen
from milepost.site.backlinks import Backlink, backlinks, documents, pointed_at
from milepost.site.context import PageContext, SiteContext, file_address
from milepost.site.data import goals_json
from milepost.site.feeds import feed, sitemap
from milepost.site.lists import with_lists
from milepost.site.menu import menu_pages
from milepost.site.options import Options
from milepost.site.page_kinds import PAGE_KINDS, described
from milepost.site.prose import headings
from milepost.site.recalled import MadePage, Recalled, Stands, nothing_stands, with_sentence
from milepost.site.site_map import SiteMap, SitePage
from milepost.site.survey import Survey
from milepost.site.template import Templates
from milepost.site.theme import Theme
from milepost.site.views.frame import MADE, frame
from milepost.site.views.notes import neighbours
from milepost.site.views.parts import Ref, entry_title, first_words
from milepost.site.views.search import search_files
from milepost.voice.catalogue import translations
from milepost.voice.voice import voice_of

Pages = dict[str, tuple[bytes, dict[str, str], dict[Question, str], tuple[int, ...]]]
"""Pages by their files, as plain data: the parts of a `MadePage`."""


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


def prepare(
    report: Report,
    options: Options,
    theme: Theme,
    survey: Survey,
    findings: Sequence[Finding] = (),
    lights: Mapping[str, Sequence[Light]] | None = None,
    sources: Mapping[str, str] | None = None,
    assets: Mapping[str, bytes] | None = None,
    memory: Memory | None = None,
) -> Files:
    """The files of the site, each to be made when it is asked for.

    The report's journal has passed the gate for the audience of the options, for which its `survey`
    is. `findings`, those of the owner's survey among them, and the text of the files they point
    into (`sources`, by path) are shown in private builds only.
    `lights` are by goal id. `assets` are the bytes of pictures and other files by their path in
    the journal, and may read them lazily: only those that a page or the theme names are taken.
    `memory` holds the templates from one time to the next.
    """
    journal, private = report.journal, options.audience is Visibility.PRIVATE
    voice = voice_of(journal.settings, options.audience)
    links = backlinks(journal, survey.map)
    site_map = with_lists(survey.map, report, voice, survey.reserved, options.lines, links)
    menu, _ = menu_pages(journal, site_map, offer_findings=bool(findings))
    site = SiteContext(
        report=report,
        voice=voice,
        map=site_map,
        theme=theme,
        url=options.url or journal.settings.url,
        menu=menu,
        findings=in_order(findings) if private else (),
        lights=lights or {},
        sources=(sources or {}) if private else {},
        assets=assets if assets is not None else {},
        anchors=_anchors(journal, site_map),
        backlinks=links,
        lines=options.lines,
        shared_words=_shared_words(journal),
        notes={around[1].path: around for around in neighbours(journal.pages)},
    )
    templates = unless_changed(
        memory,
        "templates",
        (theme, voice.language),
        lambda: Templates(theme, translations(voice.language)),
    )
    return Files(site, templates)


class Files(Mapping[str, bytes]):
    """The files of a site by their address: each is made when it is first asked for.

    Which files its pages show is known when all pages are made. May be asked by several threads.
    Raises ThemeError where a template fails.
    """

    def __init__(self, site: SiteContext, templates: Templates) -> None:
        self._site = site
        self._templates = templates
        self._pages = {file_of(page.address): page for page in site.map.pages.values()}
        self._made: dict[str, bytes] = {}
        self._shown: dict[str, str] = {}
        self._whole = False
        self._one_at_a_time = RLock()

    @property
    def addresses(self) -> list[str]:
        """The addresses of the pages."""
        return [page.address for page in self._pages.values()]

    def all(
        self,
        spread: Spread = at_once,
        memory: Memory | None = None,
        stands: Stands = nothing_stands,
    ) -> dict[str, bytes]:
        """Every file of the site.

        With a memory, a page that an earlier build made is made again only if it would be another:
        it is then taken from where it `stands`.
        """
        recalled = answers = None
        if memory is not None:
            answers = Answers(self._site)
            made_with = (self._site.theme.templates, self._site.voice.language)
            recalled = Recalled(memory, answers, made_with, _sentence(self._site))
        made: dict[str, MadePage] = {}
        left: list[SitePage] = []
        for file, page in self._pages.items():
            known = recalled.page(page, file, stands) if recalled else None
            if known:
                made[file] = known
            else:
                left.append(page)
        # One of each kind comes first, so that its template is made ready for all the others.
        first = {page.kind: page for page in reversed(left)}
        rest = [page for page in left if first[page.kind] is not page]
        told = partial(self._make, answers=answers)
        for part in (told([*first.values()]), *spread(told, rest)):
            made |= {file: MadePage(*parts) for file, parts in part.items()}
        if recalled:
            recalled.keep({file: (self._pages[file], page) for file, page in made.items()})
        files = {file: whole.data for file, whole in made.items()}
        for whole in made.values():
            self._shown |= whole.shown
        for address, make in self._others.items():
            files[address], more = make()
            self._shown |= more
        files |= self._words
        files |= self._site.theme.static
        for path, address in sorted(self._shown.items()):
            files.setdefault(address, self._brought_along(path))
        return dict(sorted(files.items()))

    def try_templates(self) -> None:
        """Make one page of each kind. Raises ThemeError where that fails."""
        for page in {page.kind: page for page in self._pages.values()}.values():
            self[file_of(page.address)]

    def _make(self, pages: Sequence[SitePage], answers: Answers | None = None) -> Pages:
        """Some pages; with `answers`, the fingerprints of what they were told as well."""
        made: Pages = {}
        for page in pages:
            asked: dict[Question, object] = {}
            here = PageContext(seen(self._site, asked), page.address)
            parts = _page(here, page, self._templates).split(MADE.encode())
            data, places = with_sentence(parts, _sentence(self._site))
            told = {it: answers.known(it, asked[it]) for it in asked} if answers else {}
            made[file_of(page.address)] = data, here.shown, told, places
        return made

    @cached_property
    def _others(self) -> dict[str, Callable[[], tuple[bytes, Mapping[str, str]]]]:
        """What makes the files that are no pages, with the files that they show."""
        site = self._site

        def atom() -> tuple[bytes, Mapping[str, str]]:
            text, here = feed(site)
            return text, here.shown

        found: dict[str, Callable[[], tuple[bytes, Mapping[str, str]]]] = {
            "feed.xml": atom,
            "goals.json": lambda: (goals_json(site.report, site.lights, site.voice), {}),
            ".nojekyll": lambda: (b"", {}),
        }
        if site.url:
            found["sitemap.xml"] = lambda: (sitemap(site), {})
        # Below the root of a host nobody asks for it, and where it will stand may not be known.
        if not site.indexed and urlsplit(site.url).path in {"", "/"}:
            found["robots.txt"] = lambda: (b"User-agent: *\nDisallow: /\n", {})
        return found

    @cached_property
    def _words(self) -> dict[str, bytes]:
        """The files in which the script of the search looks."""
        return search_files(PageContext(self._site, self._site.map.address("search")))

    def __getitem__(self, address: str) -> bytes:
        with self._one_at_a_time:
            if address not in self._made:
                self._made |= self._one(address)
            return self._made[address]

    def _one(self, address: str) -> dict[str, bytes]:
        """A file, and perhaps others."""
        static = self._site.theme.static
        if address in self._pages:
            page, shown, *_ = self._make([self._pages[address]])[address]
            self._shown |= shown
            made = {address: page}
        elif address in self._others:
            data, more = self._others[address]()
            self._shown |= more
            made = {address: data}
        elif address in static:
            made = {address: static[address]}
        elif address.startswith(self._site.map.address("search")) and address in self._words:
            made = self._words
        else:
            made = {address: self._named(address)}
        return made

    def _named(self, address: str) -> bytes:
        """A file that a page shows. Raises KeyError where none does."""
        shown = (path for path, at in sorted(self._shown.items()) if at == address)
        if path := next(shown, ""):
            return self._brought_along(path)
        if self._whole or address not in map(file_address, self._site.assets):
            raise KeyError(address)
        self._made |= self.all()
        self._whole = True
        return self._made[address]

    def _brought_along(self, path: str) -> bytes:
        """A file of the journal as the site has it: it tells of no place, author or camera."""
        return stripped(self._site.assets[path])

    def __contains__(self, address: object) -> bool:
        if address in self._pages or address in self._others:
            return True
        try:
            return isinstance(address, str) and self[address] is not None
        except KeyError:
            return False

    def __bool__(self) -> bool:
        return True  # there is always a page, and to count them all would make them

    def __iter__(self) -> Iterator[str]:
        return iter(self.all())

    def __len__(self) -> int:
        return len(self.all())


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


def _sentence(site: SiteContext) -> bytes:
    """What each page says of the whole, as it stands in a page."""
    return escape(site.made).encode()


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
        entry = here.site.report.by_path.get(link.path)
        title = entry_title(here, entry) if entry else link.path
    return Ref(title, here.link(link.place.address, link.place.anchor))
