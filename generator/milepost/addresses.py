"""Addresses of pages and files, and the way from one to another.

In: ids, words and addresses. A page's address is relative to the site's root and looks like a
folder: "" is the dashboard, "goals/earn-pmp/" a goal, "404.html" a file; a file's is its path, with
forward slashes. Out: addresses, links, and whether an address may become a file.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import quote, urlsplit

LEDGER = ".milepost-ledger"
STAGING = ".milepost-new-"
"""How the names begin that milepost keeps for itself in an output folder."""

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")  # and halves of letters
_UNFIT = re.compile(r"[?#\\<>\"`{}|^\x00-\x1f\x7f-\x9f]|://[^/]*@|^[^/]*:/?[^/]")
STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Signs that no editor shows: they steer a terminal, turn the direction of what follows, or are
half a letter."""
# Windows keeps these for devices, whatever the ending: "nul.html" is the device too.
_DEVICE = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\..*)?", re.IGNORECASE
)


def site_url(text: str) -> str:
    """The address at which a site stands, as links and XML may hold it; "" when it is none.

    It is one of the web, with a host and without a question or an anchor. Letters that an address
    may not have are written with %-signs, those of the host as its registrar writes them.

    >>> site_url("https://ana.example/mein tagebuch")
    'https://ana.example/mein%20tagebuch/'
    >>> site_url("javascript:alert(1)")
    ''
    """
    try:
        parts = urlsplit(text.strip())
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return ""
    plain = re.fullmatch(r"[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?\.?|\[?[0-9a-f:]+\]?", host)
    if parts.scheme not in {"http", "https"} or not plain or _UNFIT.search(text.strip()):
        return ""
    name = f"[{host}]" if ":" in host else host
    path = quote(parts.path.strip("/"), safe="/%~!$&'()*+,;=:@")
    return f"{parts.scheme}://{name}{port}/{path}/" if path else f"{parts.scheme}://{name}{port}/"


@lru_cache(maxsize=32768)
def slug(text: str) -> str:
    """Words as they may stand in an address or an anchor: small letters, digits and hyphens.

    Letters of every script stay, so that Arabic and Chinese words keep addresses of their own.

    >>> slug("Über die Brücke, 2. Teil")
    'über-die-brücke-2-teil'
    """
    small = unicodedata.normalize("NFC", text).casefold()
    kept = (letter if unicodedata.category(letter)[0] in "LMN" else "-" for letter in small)
    return re.sub("-+", "-", unicodedata.normalize("NFC", "".join(kept))).strip("-")


def label_key(label: str) -> str:
    """The key of a tag or a life area: one for all ways to write it."""
    return slug(label) or "-".join(f"{ord(letter):x}" for letter in label)


@lru_cache(maxsize=32768)
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


@lru_cache(maxsize=32768)
def spelled(name: str) -> str:
    """A name as it is compared in the journal: in small letters, é always one sign, none unseen.

    A file's name comes with é in two signs from a Mac and in one from elsewhere, and some disks
    take A for a; in neither may a goal, a link or a picture get lost.

    >>> spelled("ÜBUNG")
    'übung'
    """
    return unicodedata.normalize("NFC", STEERING.sub("", name).lower())


@lru_cache(maxsize=32768)
def folded(address: str) -> str:
    """The address as a disk sees it that takes A for a, and é in two signs for é in one.

    Two that agree here are one place.
    """
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
    return f"{up}{_quoted(file_of(there))}{fragment}"


_quoted = lru_cache(maxsize=8192)(quote)


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


def fault(address: str) -> str:
    """Why an address may not become a file, as a phrase ("has a backslash"); "" when it may.

    One that could leave the folder, or that some computer cannot hold, is a fault of the program,
    not of the person.
    """
    if not address:
        return "is empty"
    if _CONTROL.search(address):
        return "has a control character"
    if "\\" in address:
        return "has a backslash"
    if ":" in address:
        return "has a colon, which names a drive on Windows"
    if address.startswith("/"):
        return "starts with a slash"
    parts = address.split("/")
    if parts[0].lower().startswith((LEDGER, STAGING)):
        return "is a name that milepost keeps for itself"
    for part in parts:
        if part == "":
            return "has an empty step"
        if part in (".", ".."):
            return f"has the step {part!r}"
        if part.endswith((".", " ")):
            return "has a step that ends with a dot or a space, which Windows drops"
        if _DEVICE.fullmatch(part):
            return f"has the step {part!r}, which is a device on Windows"
    return ""


def check_addresses(addresses: Iterable[str]) -> None:
    """Nothing, when all the addresses may be written side by side.

    Raises ValueError for an address with a `fault`, and for a file that would also have to be a
    folder ("a" beside "a/b").
    """
    known = set(addresses)
    for address in sorted(known):
        if wrong := fault(address):
            raise ValueError(f"the address {address!r} {wrong}")
        for above in parents(address):
            if above in known:
                raise ValueError(
                    f"the address {above!r} is both a page and the folder of {address!r}"
                )


def parents(address: str) -> tuple[str, ...]:
    """The folders above an address, outermost first: "a/b/c.html" gives "a", "a/b"."""
    parts = address.split("/")
    return tuple("/".join(parts[:count]) for count in range(1, len(parts)))
