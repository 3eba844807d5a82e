"""A page of every kind under hard conditions: scripts off, large text, forced colours, on paper."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable

import pytest
from example import KINDS, Example
from outside import Open
from playwright.sync_api import Page

from milepost.site.theme import shipped_themes

pytestmark = pytest.mark.browser

WIDE = {"width": 1280, "height": 900}

# What scripts add is in forms; everything else in the page must be the same without them.
WORDS = """() => {
  document.querySelectorAll("form, [hidden]").forEach(it => { it.hidden = true; });
  document.querySelectorAll("details").forEach(it => { it.open = true; });
  return document.querySelector("main").innerText;
}"""

# Elements that cut off text which is wider than they are; what is meant for ears alone does not
# count, nor what scrolls.
CUT_OFF = """() => Array.from(document.querySelectorAll("body *")).filter(it => {
  const style = getComputedStyle(it), box = it.getBoundingClientRect();
  return style.overflowX !== "visible" && !/auto|scroll/.test(style.overflowX)
    && it.namespaceURI.endsWith("xhtml") && box.width > 2 && it.scrollWidth > it.clientWidth + 1;
}).map(it => it.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "missing"])
def test_without_scripts_the_content_is_complete_from_disk(
    kind: str, example: Example, opened: Open
) -> None:
    name = example.fullest(kind)
    said = []
    for scripts in (True, False):
        page = opened(viewport=WIDE, java_script_enabled=scripts).new_page()
        page.goto(example.on_disk(name))
        said.append(page.evaluate(WORDS))
    with_scripts, without = said
    assert without == with_scripts
    assert len(without) > 20


def test_without_scripts_tables_open_and_the_menu_leads_on(example: Example, opened: Open) -> None:
    page = opened(viewport=WIDE, java_script_enabled=False).new_page()
    page.goto(example.on_disk(example.fullest("goal")))
    table = page.locator("details table").first
    assert not table.is_visible()
    page.locator("details summary").first.click()
    assert table.is_visible()
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Goals").click()
    assert page.url == example.on_disk("goals/index.html")


@pytest.mark.parametrize("kind", KINDS)
def test_text_of_twice_the_size_fits(
    kind: str, example: Example, address: str, opened: Open
) -> None:
    page = opened(viewport=WIDE).new_page()
    page.goto(address + example.fullest(kind))
    usual = page.evaluate("parseFloat(getComputedStyle(document.querySelector('p')).fontSize)")
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    large = page.evaluate("parseFloat(getComputedStyle(document.querySelector('p')).fontSize)")
    assert large >= 1.9 * usual
    assert page.evaluate("document.scrollingElement.scrollWidth") <= WIDE["width"]
    assert page.evaluate(CUT_OFF) == []


@pytest.mark.parametrize("kind", KINDS)
def test_forced_colours_and_reduced_motion_leave_a_page_that_can_be_read(
    kind: str, example: Example, address: str, opened: Open
) -> None:
    page = opened(viewport=WIDE, forced_colors="active", reduced_motion="reduce").new_page()
    failures: list[str] = []
    page.on("pageerror", lambda error: failures.append(str(error)))
    page.goto(address + example.fullest(kind))
    assert failures == []
    assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    assert _seen(page)
    assert page.evaluate("document.getAnimations().length") == 0
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


def _seen(page: Page) -> bool:
    """Whether the heading and the text after it stand out from what is behind them."""
    colours = page.evaluate("""() => ["h1", "main p, main li"].map(which => {
      const it = document.querySelector(which);
      let behind = it;
      const paints = at => !/, 0\\)$|transparent/.test(getComputedStyle(at).backgroundColor);
      while (behind.parentElement && !paints(behind)) { behind = behind.parentElement; }
      return [getComputedStyle(it).color, getComputedStyle(behind).backgroundColor];
    })""")
    return all(front != back for front, back in colours)


@pytest.mark.parametrize("kind", ["dashboard", "goal", "week", "year", "road"])
def test_on_paper_a_page_is_a4_and_full_of_words(
    kind: str, example: Example, address: str, opened: Open
) -> None:
    page = opened().new_page()
    page.goto(address + example.fullest(kind))
    paper = page.pdf(prefer_css_page_size=True)
    sizes = re.findall(rb"/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]", paper)
    assert sizes
    for width, height in sizes:
        assert float(width) == pytest.approx(595.3, abs=1)
        assert float(height) == pytest.approx(841.9, abs=1)
    assert len(sizes) <= 12
    drawn = [_inflated(stream) for stream in re.findall(rb"stream\r?\n(.*?)endstream", paper, re.S)]
    shown = sum(len(re.findall(rb"\bT[jJ]\b", stream)) for stream in drawn)
    assert shown > 30


@pytest.mark.parametrize("theme", shipped_themes())
def test_paper_is_white_whatever_the_screen_was(
    theme: str, themed: Callable[[str], Example], opened: Open
) -> None:
    page = opened(color_scheme="dark").new_page()
    page.goto(themed(theme).on_disk("index.html"))
    page.evaluate("document.documentElement.dataset.theme = 'dark'")
    page.emulate_media(media="print")
    assert page.evaluate(
        "['--paper', '--card'].map(it => getComputedStyle(document.body).getPropertyValue(it))"
    ) == ["#fff", "#fff"]
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "light"


def test_on_paper_there_is_nothing_to_press(example: Example, address: str, opened: Open) -> None:
    page = opened(viewport=WIDE).new_page()
    page.emulate_media(media="print")
    for kind in ("dashboard", "goals", "goal", "search"):
        page.goto(address + example.fullest(kind))
        for pressed in page.locator("button, select, input, nav").all():
            assert not pressed.is_visible(), kind


def _inflated(stream: bytes) -> bytes:
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return b""
