"""The example journal as a site: built, sorted into kinds of pages, and served as on GitHub Pages.

In: a theme, an audience, a folder. Out: `Example`, its pages by kind, and an HTTP server that
holds it under a sub-path.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from threading import Thread
from urllib.parse import unquote, urlsplit

from milepost.building import build
from milepost.journal.words import Visibility
from milepost.pipeline import open_journal
from milepost.publish.output import publish
from milepost.shipped import folder

DAY = date(2026, 11, 22)
SUB_PATH = "/some-repo/"

KINDS = {
    "dashboard": r"index\.html",
    "goals": r"goals/index\.html",
    "goal": r"goals/.+/index\.html",
    "road": r"road/index\.html",
    "journal": r"journal/index\.html",
    "week": r"journal/.+/index\.html",
    "reviews": r"reviews/index\.html",
    "year": r"\d{4}/index\.html",
    "quarter": r"\d{4}/Q\d/index\.html",
    "month": r"\d{4}/\d\d/index\.html",
    "tags": r"tags/index\.html",
    "tag": r"tags/.+/index\.html",
    "areas": r"areas/index\.html",
    "area": r"areas/.+/index\.html",
    "vision": r"vision/index\.html",
    "skills": r"skills/index\.html",
    "findings": r"findings/index\.html",
    "search": r"search/index\.html",
    "actions": r"actions/index\.html",
    "practice": r"practice/index\.html",
    "budget": r"budget/index\.html",
    "family": r"(?:learning|people|feedback|setbacks|wins|experiences|said-no)/index\.html",
    "record": r"log/.+/index\.html",
    "missing": r"404\.html",
    "page": r".+\.html",
}
"""The kinds of pages, by what their addresses look like; the first that fits is meant."""


def kind_of(address: str) -> str:
    """The kind of the page in a file of the site."""
    return next(kind for kind, pattern in KINDS.items() if re.fullmatch(pattern, address))


@dataclass(frozen=True, slots=True)
class Example:
    """The example's site in a folder."""

    folder: Path
    pages: tuple[str, ...]

    def of_kind(self, kind: str) -> tuple[str, ...]:
        """The pages of one kind, the fullest first."""
        found = [page for page in self.pages if kind_of(page) == kind]
        return tuple(sorted(found, key=lambda page: (-(self.folder / page).stat().st_size, page)))

    def fullest(self, kind: str) -> str:
        """The page of a kind that holds most."""
        return self.of_kind(kind)[0]

    def on_disk(self, page: str) -> str:
        """The address of a page opened from disk."""
        return (self.folder / page).as_uri()


def build_example(
    out: Path,
    audience: Visibility = Visibility.PRIVATE,
    theme: str = "",
    url: str = f"https://orla.example{SUB_PATH}",
) -> Example:
    """Build the example journal into a folder, as `milepost build` does."""
    opened = open_journal(folder("content"))
    if theme:
        settings = replace(opened.journal.settings, theme=theme)
        journal = replace(opened.journal, settings=settings)
        opened = replace(opened, loaded=replace(opened.loaded, journal=journal))
    publish(build(opened, DAY, audience, url).pages, out)
    return found_example(out)


def found_example(folder: Path) -> Example:
    """The example's site that is in a folder already."""
    pages = (path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))
    return Example(folder, tuple(sorted(pages)))


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a folder under the sub-path; gives the address of its root.

    Like GitHub Pages: a folder shows its index, an address without a file shows 404.html.
    """

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = unquote(urlsplit(self.path).path)
            inside = path.removeprefix(SUB_PATH) if path.startswith(SUB_PATH) else "…"
            file = site / inside
            if file.is_dir():
                if not path.endswith("/"):
                    self.send_response(301)
                    self.send_header("Location", self.path + "/")
                    self.send_header("Content-Length", "0")
                    self.end_headers()
                    return
                file = file / "index.html"
            found = file.is_file()
            body = (file if found else site / "404.html").read_bytes()
            kind = guess_type(file.name)[0] if found else "text/html"
            self.send_response(200 if found else 404)
            self.send_header("Content-Type", kind or "application/octet-stream")
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Cache-Control", "max-age=600")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}{SUB_PATH}"
    finally:
        server.shutdown()
        server.server_close()
