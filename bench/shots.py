"""Pictures of every kind of page, in every theme: wide, middle, narrow, light, dark, printed.

usage: shots.py [KIND ...]

They go into _shots/THEME/. Needs Chromium.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "browser"))

from example import KINDS, Example, build_example, served
from outside import CHROMIUM, find_chromium
from playwright.sync_api import Browser, sync_playwright

from milepost.site.theme import shipped_themes

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "_shots"
WIDTHS = (1280, 768, 360)
A4 = 794  # its width in CSS pixels
PRINTED = ("dashboard", "goal", "week", "year")


def shoot(browser: Browser, site: Example, root: str, theme: str, kind: str) -> Iterator[Path]:
    """All pictures of the fullest page of a kind."""
    address = root + site.fullest(kind)
    for colours in ("light", "dark"):
        for width in WIDTHS:
            page = browser.new_page(
                viewport={"width": width, "height": 900},
                color_scheme="dark" if colours == "dark" else "light",
            )
            page.goto(address)
            path = OUT / theme / f"{kind}-{width}-{colours}.png"
            page.screenshot(path=path, full_page=True)
            page.close()
            yield path
    page = browser.new_page(viewport={"width": A4, "height": 1123})
    page.goto(address)
    if kind in PRINTED:
        path = OUT / theme / f"{kind}.pdf"
        page.pdf(path=path, prefer_css_page_size=True)
        yield path
    page.emulate_media(media="print")
    path = OUT / theme / f"{kind}-print.png"
    page.screenshot(path=path, full_page=True)
    page.close()
    yield path


def main() -> int:
    wanted = sys.argv[1:] or list(KINDS)
    if unknown := [kind for kind in wanted if kind not in KINDS]:
        print(f"no kind of page is called {unknown[0]}; there are {', '.join(KINDS)}")
        return 2
    program = find_chromium()
    if program is None:
        print(f"This {CHROMIUM}")
        return 1
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for theme in shipped_themes():
            site = build_example(Path(scratch) / theme, theme=theme)
            with served(site.folder) as root:
                for kind in wanted:
                    for path in shoot(browser, site, root, theme, kind):
                        print(path.relative_to(ROOT), flush=True)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
