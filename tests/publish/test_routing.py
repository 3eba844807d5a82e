"""Which page answers which path."""

from __future__ import annotations

import pytest

from milepost.publish.routing import content_type, is_page, route

PAGES = {"index.html", "goals/index.html", "goals/größe/index.html", "style.css", "404.html"}


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("/", "index.html"),
        ("", "index.html"),
        ("/index.html", "index.html"),
        ("/goals/", "goals/index.html"),
        ("/goals/größe/", "goals/größe/index.html"),
        ("/style.css", "style.css"),
    ],
)
def test_a_path_that_is_there(path: str, address: str) -> None:
    assert (route(PAGES, path).address, route(PAGES, path).status) == (address, 200)


@pytest.mark.parametrize(
    ("path", "to"), [("/goals", "/goals/"), ("/goals/größe", "/goals/gr%C3%B6%C3%9Fe/")]
)
def test_a_folder_without_its_slash_leads_to_the_one_with_it(path: str, to: str) -> None:
    assert (route(PAGES, path).status, route(PAGES, path).redirect) == (307, to)


@pytest.mark.parametrize(
    "path",
    [
        "/nothing",
        "/goals/none/",
        "//evil.example/",
        "/../style.css",
        "/style.css/",
        "//goals",
        "/\n",
    ],
)
def test_a_path_that_is_not_there(path: str) -> None:
    found = route(PAGES, path)
    assert (found.address, found.status, found.redirect) == ("404.html", 404, "")


def test_a_page_that_is_missing_is_watched_for_with_its_substitute() -> None:
    assert route(PAGES, "/new/").watched[:2] == ("404.html", "new/index.html")
    assert route(PAGES, "/new").watched == ("404.html", "new", "new/index.html")


def test_a_site_without_a_page_for_that_says_so() -> None:
    assert route({"index.html"}, "/nothing").address == ""


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("index.html", "text/html; charset=utf-8"),
        ("style.css", "text/css; charset=utf-8"),
        ("filter.js", "text/javascript; charset=utf-8"),
        ("goals.json", "application/json"),
        ("feed.xml", "application/xml; charset=utf-8"),
        ("chart.SVG", "image/svg+xml"),
        ("photo.jpeg", "image/jpeg"),
        (".nojekyll", "application/octet-stream"),
        ("CNAME", "application/octet-stream"),
    ],
)
def test_the_type_follows_from_the_name_on_every_machine(address: str, kind: str) -> None:
    assert content_type(address) == kind
    assert is_page(address) == (address == "index.html")
