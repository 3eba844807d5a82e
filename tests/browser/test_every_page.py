"""Every page of the example in a browser: nothing fails, nothing foreign is asked for, it fits."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from example import KINDS, Example
from outside import Open
from playwright.sync_api import Page, Request, ViewportSize
from written import some

from milepost.site.theme import USUAL, shipped_themes

pytestmark = pytest.mark.browser

SHARES = 3  # so that the workers of a parallel run have something to share
WIDE: ViewportSize = {"width": 1280, "height": 900}
PHONE: ViewportSize = {"width": 320, "height": 640}


def watched(page: Page, root: str) -> list[str]:
    """A list that grows by what goes wrong on a page, or is asked of anything but the root."""
    wrong: list[str] = []

    def note(fine: bool, what: str) -> None:
        said = f"{page.url.removeprefix(root)}: {what}"
        if not fine and said not in wrong:
            wrong.append(said)

    page.on("console", lambda said: note(said.type != "error", said.text))
    page.on("pageerror", lambda error: note(False, f"its script fails: {error}"))
    page.on("request", lambda asked: note(asked.url.startswith(root), f"asks for {asked.url}"))
    page.on("requestfailed", lambda asked: note(_left(asked), f"does not get {asked.url}"))
    page.on("response", lambda got: note(got.status < 400, f"{got.status} for {got.url}"))
    return wrong


def _left(asked: Request) -> bool:
    """Whether a request ended only because the browser went on to the next page."""
    return asked.failure == "net::ERR_ABORTED"


@pytest.mark.parametrize("share", range(SHARES))
def test_every_page_opens_over_http_under_a_sub_path(
    share: int, example: Example, address: str, opened: Open
) -> None:
    page = opened(viewport=WIDE).new_page()
    wrong = watched(page, address)
    for name in some(example.pages[share::SHARES]):
        page.goto(address + name)
        if page.locator("h1").count() != 1:
            wrong.append(f"{name}: has not one main heading")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("share", range(SHARES))
def test_every_page_opens_from_disk_and_fits_a_narrow_phone(
    share: int, example: Example, opened: Open
) -> None:
    """At 320 px, with every disclosure open, nothing makes the page scroll sideways."""
    page = opened(viewport=PHONE).new_page()
    wrong = watched(page, example.folder.as_uri())
    for name in some(name for name in example.pages[share::SHARES] if name != "404.html"):
        page.goto(example.on_disk(name))
        page.evaluate("document.querySelectorAll('details').forEach(it => { it.open = true; })")
        width = page.evaluate("document.scrollingElement.scrollWidth")
        if width > PHONE["width"]:
            wrong.append(f"{name}: is {width} px wide")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("theme", [name for name in shipped_themes() if name != USUAL])
def test_every_kind_of_page_opens_and_fits_in_the_other_themes(
    theme: str, themed: Callable[[str], Example], opened: Open
) -> None:
    """On a narrow phone, and with text of twice the size on a wide screen."""
    site = themed(theme)
    page = opened(viewport=WIDE).new_page()
    wrong = watched(page, site.folder.as_uri())
    for kind in some(kind for kind in KINDS if kind != "missing"):
        page.goto(site.on_disk(site.fullest(kind)))
        for size, view in (("200%", WIDE), ("", PHONE)):
            page.set_viewport_size(view)
            page.evaluate("size => { document.documentElement.style.fontSize = size; }", size)
            width = page.evaluate("document.scrollingElement.scrollWidth")
            if width > view["width"]:
                wrong.append(f"{kind}: is {width} px wide of {view['width']} {size}")
    assert not wrong, "\n".join(wrong)


def test_the_public_pages_open_too(
    public_example: Example, public_address: str, opened: Open
) -> None:
    page = opened(viewport=WIDE).new_page()
    wrong = watched(page, public_address)
    for kind in some(KINDS):
        for name in public_example.of_kind(kind)[:3]:
            page.goto(public_address + name)
    assert not wrong, "\n".join(wrong)


def test_an_address_without_a_page_says_so_and_leads_home(address: str, opened: Open) -> None:
    page = opened(viewport=WIDE).new_page()
    page.goto(address + "goals/")
    styled = _background(page)
    answer = page.goto(address + "goals/no-such-goal/deep/below/")
    assert answer is not None
    assert answer.status == 404
    assert _background(page) == styled
    links = page.locator("a[href]").evaluate_all("all => all.map(link => link.href)")
    for link in sorted({link.partition("#")[0] for link in links} - {page.url}):
        got = page.request.get(link)
        assert (link, got.status) == (link, 200)
    page.locator("header a").first.click()
    page.wait_for_url(address)


def _background(page: Page) -> str:
    colour: str = page.evaluate("getComputedStyle(document.body).backgroundColor")
    return colour
