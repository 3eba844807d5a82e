"""Addresses of pages, and the way from one to another.

In: ids, words and addresses. An address is relative to the site's root and looks like a folder:
"" is the dashboard, "goals/earn-pmp/" a goal, "404.html" a file. Out: file names, relative links.
"""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote, urlsplit

_DEVICE = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\..*)?", re.IGNORECASE
)


def slug(text: str) -> str:
    """Words as they may stand in an address or an anchor: small letters, digits and hyphens.

    Letters of every script stay, so that Arabic and Chinese words keep addresses of their own.

    >>> slug("Über die Brücke, 2. Teil")
    'über-die-brücke-2-teil'
    """
    small = unicodedata.normalize("NFC", text).casefold()
    kept = (letter if unicodedata.category(letter)[0] in "LMN" else "-" for letter in small)
    return re.sub("-+", "-", unicodedata.normalize("NFC", "".join(kept))).strip("-")


def step(name: str) -> str:
    """A file's stem as a step of an address: itself, unless some computer could not hold it.

    >>> step("earn-pmp"), step("why? a talk: notes.")
    ('earn-pmp', 'why-a-talk-notes')
    """
    whole = unicodedata.normalize("NFC", name)
    kept = (
        letter if letter in "-_." or unicodedata.category(letter)[0] in "LMN" else "-"
        for letter in whole
    )
    safe = re.sub("-+", "-", "".join(kept)).strip("-.")
    if _DEVICE.fullmatch(safe):
        return f"{safe}-page"
    return safe or "page"


def folded(address: str) -> str:
    """The address as a disk sees it that takes A for a: two that agree here are one place."""
    return unicodedata.normalize("NFC", address).casefold()


def file_of(address: str) -> str:
    """The file that holds a page: a folder's page is its index.

    >>> file_of(""), file_of("goals/earn-pmp/"), file_of("404.html")
    ('index.html', 'goals/earn-pmp/index.html', '404.html')
    """
    return f"{address}index.html" if not address or address.endswith("/") else address


def relative(here: str, there: str, anchor: str = "") -> str:
    """The link from one page to another, naming the file so that it works from disk too.

    >>> relative("goals/earn-pmp/", "journal/2026-W47/", "wins")
    '../../journal/2026-W47/index.html#wins'
    """
    fragment = f"#{quote(anchor)}" if anchor else ""
    if here == there and fragment:
        return fragment
    up = "../" * here.count("/")
    return f"{up}{quote(file_of(there))}{fragment}"


def rooted(url: str, there: str, anchor: str = "") -> str:
    """The link from the root of the server, for a page that is shown at addresses not its own.

    >>> rooted("https://ana.example/journal/", "goals/")
    '/journal/goals/'
    """
    base = quote(urlsplit(url).path.strip("/"), safe="/%")
    fragment = f"#{quote(anchor)}" if anchor else ""
    return (f"/{base}/" if base else "/") + quote(there) + fragment


def absolute(url: str, there: str, anchor: str = "") -> str:
    """The full link, for readers that stand outside the site; needs the site's own `url`.

    >>> absolute("https://ana.example/journal", "goals/")
    'https://ana.example/journal/goals/'
    """
    fragment = f"#{quote(anchor)}" if anchor else ""
    return f"{url.rstrip('/')}/{quote(there)}{fragment}"
