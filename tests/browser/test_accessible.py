"""axe-core on a page of every kind, light and dark, in every theme: no violation."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from example import KINDS, Example, served
from outside import Open, npm_package

from milepost.site.theme import shipped_themes

pytestmark = pytest.mark.browser

AXE = ("axe-core", "4.14.1")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """rules => axe.run(document, { runOnly: { type: "tag", values: rules } }).then(found =>
  found.violations.flatMap(it => it.nodes.map(node =>
    `${it.id}: ${node.target.join(" ")}: ${node.failureSummary}`)))"""


@pytest.fixture(scope="session")
def axe() -> str:
    """The text of axe-core."""
    package: Path = npm_package(*AXE)
    return (package / "axe.min.js").read_text("utf-8")


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("theme", shipped_themes())
def test_no_kind_of_page_breaks_a_rule_of_axe(
    theme: str, colours: str, themed: Callable[[str], Example], axe: str, opened: Open
) -> None:
    site = themed(theme)
    page = opened(viewport={"width": 1280, "height": 900}, color_scheme=colours).new_page()
    broken = []
    with served(site.folder) as root:
        for kind in KINDS:
            name = site.fullest(kind)
            page.goto(root + name)
            page.evaluate("document.querySelectorAll('details').forEach(it => { it.open = true; })")
            page.evaluate(axe)
            broken += [f"{name}: {found}" for found in page.evaluate(RUN, RULES)]
    assert not broken, "\n".join(broken)


def test_no_goal_breaks_a_rule_of_axe_on_a_phone(
    example: Example, address: str, axe: str, opened: Open
) -> None:
    """Every goal, since each measure has a chart of its own."""
    page = opened(viewport={"width": 360, "height": 740}).new_page()
    broken = []
    for name in example.of_kind("goal"):
        page.goto(address + name)
        page.evaluate(axe)
        broken += [f"{name}: {found}" for found in page.evaluate(RUN, RULES)]
    assert not broken, "\n".join(broken)
