"""In: the pages and the path of a request. Out: which page answers it, with what status and type.

As on a web host of plain files: "/x/" is x/index.html, "/x" leads there, the rest is 404.html.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import quote

NOT_FOUND = "404.html"

# Not the system's list, which differs from one machine to the next.
_TYPES = {
    ".atom": "application/atom+xml; charset=utf-8",
    ".avif": "image/avif",
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".gif": "image/gif",
    ".htm": "text/html; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".ics": "text/calendar; charset=utf-8",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".map": "application/json",
    ".md": "text/markdown; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".mp3": "audio/mpeg",
    ".mp4": "video/mp4",
    ".ogg": "audio/ogg",
    ".otf": "font/otf",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
    ".txt": "text/plain; charset=utf-8",
    ".wav": "audio/wav",
    ".webm": "video/webm",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".xml": "application/xml; charset=utf-8",
}


@dataclass(frozen=True)
class Routed:
    """Where a path leads.

    `address` is the page to send ("" when there is none, not even 404.html), `status` its HTTP
    status; `redirect` is, when not "", the path to go to instead. `watched` are the addresses that
    would change this, should they change or come to be.
    """

    address: str
    status: int
    redirect: str = ""
    watched: tuple[str, ...] = ()


def route(pages: Container[str], path: str) -> Routed:
    """Where the path of a request leads, percent signs already decoded ("/goals/größe/")."""
    wanted = path.removeprefix("/")
    if wanted == "" or wanted.endswith("/"):
        wanted += "index.html"
    if wanted in pages:
        return Routed(wanted, 200, watched=(wanted,))
    inside = f"{wanted}/index.html"
    if inside in pages:
        return Routed(inside, 307, redirect=quote(f"/{wanted}/"))
    lost = NOT_FOUND if NOT_FOUND in pages else ""
    return Routed(lost, 404, watched=(NOT_FOUND, wanted, inside))


def content_type(address: str) -> str:
    """The media type of a page or file, by the ending of its name."""
    return _TYPES.get(PurePosixPath(address).suffix.lower(), "application/octet-stream")


def is_page(address: str) -> bool:
    """Whether a browser shows this as a document, so that the preview may add to it."""
    return content_type(address).startswith("text/html")
