"""What other programs read beside goals.json: the feed of entries and the map of the site.

In: the site. Out: bytes of XML, dated by the entries and never by a clock.
"""

from __future__ import annotations

from datetime import date
from html import escape
from uuid import NAMESPACE_URL, uuid5

from milepost.addresses import absolute
from milepost.journal.model import Entry
from milepost.journal.readings import known_from
from milepost.patterns import late
from milepost.progress.calendar import week_of
from milepost.site.context import PageContext, SiteContext
from milepost.site.views.parts import first_words
from milepost.voice.pages import week_title

LATEST = 20
_ATOM = "http://www.w3.org/2005/Atom"
_NEVER = date(1970, 1, 1)
"""When a feed without entries was updated, on whatever day it is made."""
_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'
_NOT_XML = late("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_UNLISTED = {"missing", "findings", "search", "search-part"}


def feed(site: SiteContext) -> tuple[bytes, PageContext]:
    """The latest entries as an Atom feed, and the page's context with the files that it shows.

    An entry is dated by its own day, or by the Monday of its week, and so by the same day in every
    build: a reader must not see it as new each morning. The feed is as new as its newest entry.

    Without an address of the site, links are relative to the feed and ids are made of the title.
    """
    here = PageContext(site, "feed.xml")
    journal = site.report.journal
    entries = tuple(reversed(here.site.report.entries))[:LATEST]
    updated = max(map(known_from, entries), default=_NEVER)
    own = absolute(site.url, "feed.xml") if site.url else "feed.xml"
    author = journal.profile.name or journal.settings.title
    parts = [
        _HEAD,
        f'<feed xmlns="{_ATOM}" xml:lang={_quoted(journal.settings.language)}>\n',
        f"<id>{_id(site, '')}</id>\n",
        f"<title>{_text(journal.settings.title)}</title>\n",
        f"<updated>{updated.isoformat()}T00:00:00Z</updated>\n",
        f"<author><name>{_text(author)}</name></author>\n",
        f'<link rel="self" href={_quoted(own)}/>\n',
        f"<link href={_quoted(here.link(''))}/>\n",
        *(_entry(here, entry) for entry in entries),
        "</feed>\n",
    ]
    return "".join(parts).encode(), here


def _entry(here: PageContext, entry: Entry) -> str:
    place = here.site.map.locations[entry.path]
    href = here.link(place.address, place.anchor)
    when = f"{known_from(entry).isoformat()}T00:00:00Z"
    content = str(here.prose(entry))
    return (
        "<entry>\n"
        f"<id>{_id(here.site, f'{place.address}#{place.anchor}')}</id>\n"
        f"<title>{_text(_title(here, entry))}</title>\n"
        f"<updated>{when}</updated>\n"
        f"<link href={_quoted(href)}/>\n"
        f'<content type="html">{_text(content)}</content>\n'
        "</entry>\n"
    )


def _title(here: PageContext, entry: Entry) -> str:
    """The entry's title; one that is made of its week always has the year, so that it stays."""
    named = entry.title or first_words(entry.prose)
    return named or week_title(here.site.voice, week_of(entry), year=True)


def _id(site: SiteContext, name: str) -> str:
    """An id that stays: made of the site's address, else of its title."""
    base = site.url.rstrip("/") or site.report.journal.settings.title
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'{base}/{name}')}"


def _text(text: str) -> str:
    return escape(_known(text), quote=False)


def _quoted(text: str) -> str:
    inner = _text(text).replace('"', "&quot;")
    return f'"{inner}"'


def _known(text: str) -> str:
    """Text without the characters that XML cannot hold."""
    return _NOT_XML.sub("", text)


def sitemap(site: SiteContext) -> bytes:
    """The addresses of all pages that are worth finding; needs the address of the site."""
    pages = sorted(page.address for page in site.map.pages.values() if page.kind not in _UNLISTED)
    lines = "".join(
        f"<url><loc>{_text(absolute(site.url, address))}</loc></url>\n" for address in pages
    )
    return (
        f'{_HEAD}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{lines}</urlset>\n'
    ).encode()
