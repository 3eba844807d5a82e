"""The site by keyboard alone: the skip link first, and the focus always seen."""

from __future__ import annotations

from typing import Any

import pytest
from example import Example
from outside import Open

pytestmark = pytest.mark.browser

WIDE = {"width": 1280, "height": 900}

REACHED = """Array.from(
  document.querySelectorAll("a[href], button, select, input, summary, [tabindex='0']")
).filter(it => it.checkVisibility() && !it.disabled).length"""

# Where the focus is, how it is marked, and how the same element looks without it.
FOCUSED = """() => {
  const it = document.activeElement, box = it.getBoundingClientRect();
  const look = () => {
    const style = getComputedStyle(it);
    const ring = style.outlineStyle === "none" ? "" : style.outlineWidth + style.outlineColor;
    return [ring, style.boxShadow, style.borderColor, style.backgroundColor].join("|");
  };
  window.order = window.order || new Map();
  if (!window.order.has(it)) { window.order.set(it, window.order.size); }
  const marked = look();
  const seen = box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight
    && box.right > 0 && box.left < innerWidth;
  it.blur();
  const plain = look();
  it.focus({ focusVisible: true, preventScroll: true });
  return { at: window.order.get(it), what: it.outerHTML.slice(0, 100),
    body: it === document.body, seen: seen, marked: marked !== plain };
}"""


@pytest.mark.parametrize("kind", ["dashboard", "goals", "goal", "week", "journal"])
def test_tab_reaches_everything_and_the_focus_is_seen(
    kind: str, example: Example, address: str, opened: Open
) -> None:
    page = opened(viewport=WIDE, reduced_motion="reduce").new_page()
    page.goto(address + example.fullest(kind))
    count = page.evaluate(REACHED)
    stops: list[dict[str, Any]] = []
    for _ in range(count):
        page.keyboard.press("Tab")
        stops.append(page.evaluate(FOCUSED))
    wrong = [stop["what"] for stop in stops if not (stop["seen"] and stop["marked"])]
    assert not wrong, "\n".join(wrong)
    assert [stop["at"] for stop in stops] == list(range(count))


def test_the_first_stop_skips_to_the_content(example: Example, address: str, opened: Open) -> None:
    page = opened(viewport=WIDE).new_page()
    for kind in ("dashboard", "goal", "week"):
        page.goto(address + example.fullest(kind))
        page.keyboard.press("Tab")
        skip = page.locator(":focus")
        assert skip.get_attribute("href") == "#_main"
        assert skip.bounding_box() is not None
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("!!document.activeElement.closest('main')"), kind
