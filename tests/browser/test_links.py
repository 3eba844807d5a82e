"""Every link and anchor of the example's sites, followed in the files: none is dead."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from posixpath import join, normpath
from urllib.parse import unquote, urlsplit

import pytest
from example import SUB_PATH, Example

OUTWARD = {"http", "https", "mailto", "tel"}
LOADING = {"src", "srcset", "poster", "data", "action", "formaction", "background"}


class Reader(HTMLParser):
    """Gathers what a page points at, and the anchors that it has."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.anchors: list[str] = []
        self.links: list[str] = []
        self.loads: list[str] = []
        self.referred: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.anchors += [given["id"]] if "id" in given else []
        for name, value in given.items():
            if name in LOADING or (name in {"href", "xlink:href"} and _loads(tag, given)):
                self.loads.append(value)
            elif name in {"href", "xlink:href", "data-search"}:
                self.links.append(value)
            elif name in {"aria-labelledby", "aria-describedby", "aria-controls", "for"}:
                self.referred += value.split()


def _loads(tag: str, given: dict[str, str]) -> bool:
    rel = given.get("rel", "")
    return tag in {"use", "image"} or (tag == "link" and ("style" in rel or "icon" in rel))


@pytest.fixture(params=["example", "public_example"])
def site(request: pytest.FixtureRequest) -> Example:
    """The private site, then the public one."""
    built: Example = request.getfixturevalue(request.param)
    return built


@pytest.fixture
def read(site: Example) -> dict[str, Reader]:
    """All pages of a site, read."""
    return {name: Reader((site.folder / name).read_text("utf-8")) for name in site.pages}


def _inside(page: str, link: str) -> tuple[str, str] | None:
    """The file and the anchor to which a link of a page leads; None for one that leaves the site.

    404.html is shown at any address, so its links start at the server's root.
    """
    parts = urlsplit(link)
    if parts.scheme in OUTWARD:
        return None
    path = unquote(parts.path)
    if page == "404.html" and path:
        assert path.startswith(SUB_PATH), f"{page}: {link}"
        path = path.removeprefix(SUB_PATH)
    else:
        assert not parts.scheme, f"{page}: {link}"
        assert not path.startswith("/"), f"{page}: {link}"
        path = normpath(join(page, "..", path)) if path else page
    if not path or path.endswith("/"):
        path += "index.html"
    return path, unquote(parts.fragment)


def _followed(read: dict[str, Reader]) -> Iterator[tuple[str, str, str, str]]:
    for page, reader in read.items():
        for link in (*reader.links, *reader.loads):
            if found := _inside(page, link):
                yield page, link, *found


def test_every_link_leads_to_a_file_and_every_anchor_is_there(
    site: Example, read: dict[str, Reader]
) -> None:
    dead = []
    count = 0
    for page, link, file, anchor in _followed(read):
        count += 1
        if not (site.folder / file).is_file():
            dead.append(f"{page}: {link}")
        elif anchor and file in read and anchor not in read[file].anchors:
            dead.append(f"{page}: {link} (no such anchor)")
    assert not dead, "\n".join(dead)
    assert count > 1000


def test_nothing_is_loaded_from_elsewhere(read: dict[str, Reader]) -> None:
    foreign = [
        (page, link)
        for page, reader in read.items()
        for link in reader.loads
        if urlsplit(link).scheme or urlsplit(link).netloc
    ]
    assert foreign == []


def test_no_anchor_stands_twice_on_a_page_and_every_label_is_there(
    read: dict[str, Reader],
) -> None:
    for page, reader in read.items():
        twice = {anchor for anchor in reader.anchors if reader.anchors.count(anchor) > 1}
        assert (page, twice) == (page, set())
        assert (page, set(reader.referred) - set(reader.anchors)) == (page, set())


def test_every_page_is_linked_from_somewhere(read: dict[str, Reader]) -> None:
    reached = {file for page, _, file, _ in _followed(read) if file != page}
    assert set(read) - reached - {"404.html"} == set()


def test_every_file_beside_the_pages_is_used(site: Example, read: dict[str, Reader]) -> None:
    """A picture is written only when a page names it."""
    used = {file for _, _, file, _ in _followed(read)}
    own = {"goals.json", "sitemap.xml", ".nojekyll", ".milepost-ledger"}
    files = {_name(site.folder, path) for path in site.folder.rglob("*") if path.is_file()}
    assert files - used - set(site.pages) - own == set()


def test_the_dashboard_and_its_style_are_small(example: Example) -> None:
    """Under 60 kB before compression, for a phone on a bad line."""
    sizes = [(example.folder / name).stat().st_size for name in ("index.html", "style.css")]
    assert sum(sizes) < 60_000


def _name(folder: Path, path: Path) -> str:
    return path.relative_to(folder).as_posix()
