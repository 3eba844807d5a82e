"""A page of every kind under hard conditions: scripts off, large text, forced colours, on paper."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from example import KINDS, Example
from outside import Open
from playwright.sync_api import Page
from written import some

from milepost.building import build
from milepost.journal.examples import files_of
from milepost.journal.words import Visibility
from milepost.pipeline import open_journal
from milepost.publish.output import publish
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


@pytest.mark.parametrize("kind", some(kind for kind in KINDS if kind != "missing"))
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


ENDLESS = "Donaudampfschifffahrt" * 6
WIDE_JOURNAL = f"""\
== milepost.yaml ==
title: Wide
== content/profile.md ==
---
theme: {ENDLESS}
areas: [{ENDLESS}, Work]
strengths: [{ENDLESS}]
values: [{ENDLESS}]
---
{ENDLESS}
== content/goals/a.md ==
---
title: Read {ENDLESS}
measurable: 24 books
time_bound: 2026-01-01 to 2026-12-31
area: {ENDLESS}
relevant: value {ENDLESS}
tags: [{ENDLESS}]
---
== content/journal/2026-W47.md ==
---
progress: {{a: 3}}
hours: {{a: 2}}
tags: [{ENDLESS}]
---
# {ENDLESS}
## Wins
- {ENDLESS}; from: {ENDLESS}
## Plans
- [ ] {ENDLESS} by 2026-12-01 @{ENDLESS}
== content/pages/table.md ==
# A wide table
| {" | ".join(f"Column {number}" for number in range(12))} |
|{"---|" * 12}
| {" | ".join(f"some words {number}" for number in range(12))} |
"""


@pytest.fixture(scope="module")
def wide_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a journal with words that have no end, and with a table of twelve columns."""
    root = tmp_path_factory.mktemp("wide")
    for name, data in files_of(WIDE_JOURNAL).items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data)
    built = build(open_journal(root), date(2026, 11, 22), Visibility.PRIVATE, "")
    publish(built.pages, root / "_site")
    return root / "_site"


def test_a_word_without_an_end_widens_no_page(wide_site: Path, opened: Open) -> None:
    page = opened(viewport={"width": 360, "height": 740}).new_page()
    wider = []
    for path in sorted(wide_site.rglob("*.html")):
        page.goto(path.as_uri())
        if page.evaluate("document.scrollingElement.scrollWidth") > 360:
            wider.append(path.relative_to(wide_site).as_posix())
    assert wider == []


def test_on_paper_a_wide_table_is_whole(wide_site: Path, opened: Open) -> None:
    """Nothing scrolls there: its cells break their words. The sheet is 180 mm wide."""
    page = opened(viewport={"width": 680, "height": 960}).new_page()
    page.emulate_media(media="print")
    page.goto((wide_site / "table/index.html").as_uri())
    assert page.evaluate("document.querySelector('table').getBoundingClientRect().right") <= 680
    assert page.evaluate("getComputedStyle(document.querySelector('.scroll')).overflowX") == (
        "visible"
    )


def test_without_scripts_tables_open_and_the_menu_leads_on(example: Example, opened: Open) -> None:
    page = opened(viewport=WIDE, java_script_enabled=False).new_page()
    page.goto(example.on_disk(example.fullest("goal")))
    table = page.locator("details table").first
    assert not table.is_visible()
    page.locator("details summary").first.click()
    assert table.is_visible()
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Goals").click()
    assert page.url == example.on_disk("goals/index.html")


@pytest.mark.parametrize("kind", some(KINDS))
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


@pytest.mark.parametrize("kind", some(KINDS))
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


@pytest.mark.parametrize("kind", some(["dashboard", "goal", "week", "year", "road"]))
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
