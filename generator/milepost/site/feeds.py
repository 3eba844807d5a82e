"""What other programs read beside goals.json: the feed of entries and the map of the site.

In: the desk. Out: bytes of XML, dated by the entries and never by a clock.
"""

from __future__ import annotations

from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import escape, quoteattr

from milepost.addresses import absolute
from milepost.journal.model import Entry
from milepost.site.desk import Desk, Here
from milepost.site.views.parts import entry_title

LATEST = 20
_ATOM = "http://www.w3.org/2005/Atom"
_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'
_UNLISTED = {"missing", "findings", "search"}


def feed(desk: Desk) -> tuple[bytes, Here]:
    """The latest entries as an Atom feed, and the page's place with the files that it shows.

    Without an address of the site, links are relative to the feed and ids are made of the title.
    """
    here = Here(desk, "feed.xml")
    journal = desk.report.journal
    entries = tuple(reversed(here.desk.report.entries))[:LATEST]
    updated = max((entry.day for entry in entries), default=desk.report.day)
    own = absolute(desk.url, "feed.xml") if desk.url else "feed.xml"
    author = journal.profile.name or journal.settings.title
    parts = [
        _HEAD,
        f'<feed xmlns="{_ATOM}" xml:lang={_quoted(journal.settings.language)}>\n',
        f"<id>{_id(desk, '')}</id>\n",
        f"<title>{_text(journal.settings.title)}</title>\n",
        f"<updated>{updated.isoformat()}T00:00:00Z</updated>\n",
        f"<author><name>{_text(author)}</name></author>\n",
        f'<link rel="self" href={_quoted(own)}/>\n',
        f"<link href={_quoted(here.link(''))}/>\n",
        *(_entry(here, entry) for entry in entries),
        "</feed>\n",
    ]
    return "".join(parts).encode(), here


def _entry(here: Here, entry: Entry) -> str:
    spot = here.desk.atlas.spots[entry.path]
    href = here.link(spot.address, spot.anchor)
    when = f"{entry.day.isoformat()}T00:00:00Z"
    content = str(here.prose(entry))
    return (
        "<entry>\n"
        f"<id>{_id(here.desk, f'{spot.address}#{spot.anchor}')}</id>\n"
        f"<title>{_text(entry_title(here, entry))}</title>\n"
        f"<updated>{when}</updated>\n"
        f"<link href={_quoted(href)}/>\n"
        f'<content type="html">{_text(content)}</content>\n'
        "</entry>\n"
    )


def _id(desk: Desk, name: str) -> str:
    """An id that stays: made of the site's address, else of its title."""
    base = desk.url.rstrip("/") or desk.report.journal.settings.title
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'{base}/{name}')}"


def _text(text: str) -> str:
    return escape(_known(text))


def _quoted(text: str) -> str:
    return quoteattr(_known(text))


def _known(text: str) -> str:
    """Text without the control characters that XML cannot hold."""
    return "".join(letter for letter in text if letter >= " " or letter in "\n\t")


def sitemap(desk: Desk) -> bytes:
    """The addresses of all pages that are worth finding; needs the address of the site."""
    stops = sorted(stop.address for stop in desk.atlas.stops.values() if stop.kind not in _UNLISTED)
    lines = "".join(
        f"<url><loc>{escape(absolute(desk.url, address))}</loc></url>\n" for address in stops
    )
    return (
        f'{_HEAD}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{lines}</urlset>\n'
    ).encode()
