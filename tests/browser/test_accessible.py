"""axe-core on a page of every kind, light and dark, in every theme: no violation."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from example import KINDS, Example, served
from outside import Open, npm_package
from playwright.sync_api import BrowserContext
from written import some

from milepost.site.theme import shipped_themes

pytestmark = pytest.mark.browser

AXE = ("axe-core", "4.14.1")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ALL = {"type": "tag", "values": RULES}
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
"""The rules that look at colours: all that can differ between a light page and a dark one."""

RUN = """which => axe.run(document, { runOnly: which }).then(found =>
  found.violations.flatMap(it => it.nodes.map(node =>
    `${it.id}: ${node.target.join(" ")}: ${node.failureSummary}`)))"""


@pytest.fixture
def judged(opened: Open) -> Open:
    """Opens windows in which every page has axe-core with it."""
    package = npm_package(*AXE)

    def new(**options: object) -> BrowserContext:
        context = opened(**options)
        context.add_init_script(path=package / "axe.min.js")
        return context

    return new


@pytest.mark.parametrize("theme", shipped_themes())
def test_no_kind_of_page_breaks_a_rule_of_axe(
    theme: str, themed: Callable[[str], Example], judged: Open
) -> None:
    site = themed(theme)
    page = judged(viewport={"width": 1280, "height": 900}, reduced_motion="reduce").new_page()
    broken = []
    with served(site.folder) as root:
        for kind in some(KINDS):
            name = site.fullest(kind)
            page.emulate_media(color_scheme="light")
            page.goto(root + name)
            page.evaluate("document.querySelectorAll('details').forEach(it => { it.open = true; })")
            broken += [f"{name}: {found}" for found in page.evaluate(RUN, ALL)]
            page.emulate_media(color_scheme="dark")
            broken += [f"{name}, dark: {found}" for found in page.evaluate(RUN, COLOURS)]
    assert not broken, "\n".join(broken)


def test_no_goal_breaks_a_rule_of_axe_on_a_phone(
    example: Example, address: str, judged: Open
) -> None:
    """Every goal, since each measure has a chart of its own."""
    page = judged(viewport={"width": 360, "height": 740}).new_page()
    broken = []
    for name in some(example.of_kind("goal")):
        page.goto(address + name)
        broken += [f"{name}: {found}" for found in page.evaluate(RUN, ALL)]
    assert not broken, "\n".join(broken)
