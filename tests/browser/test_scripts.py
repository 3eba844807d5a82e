"""What the small scripts add: filter and sort of goals, the colours remembered, search with `/`."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from example import Example
from outside import Open
from playwright.sync_api import Page, expect

from milepost.site.theme import shipped_themes

pytestmark = pytest.mark.browser

WIDE = {"width": 1280, "height": 900}
GOALS = ".goal-lines > li"


@pytest.fixture(params=shipped_themes())
def shown(
    request: pytest.FixtureRequest, themed: Callable[[str], Example], opened: Open
) -> tuple[Example, Page]:
    """The example in each theme, and a page to open it in, from disk."""
    return themed(request.param), opened(viewport=WIDE, color_scheme="light").new_page()


def _titles(page: Page) -> list[str]:
    every = page.locator(GOALS).all()
    return [goal.locator("a").first.inner_text() for goal in every if goal.is_visible()]


def test_goals_are_filtered_by_area_and_counted(shown: tuple[Example, Page]) -> None:
    site, page = shown
    page.goto(site.on_disk("goals/index.html"))
    every = _titles(page)
    page.locator("select[name=area]").select_option("health")
    healthy = _titles(page)
    assert 0 < len(healthy) < len(every)
    assert page.locator(f"{GOALS}:visible:not([data-area='health'])").count() == 0
    assert page.get_by_role("status").inner_text() == f"{len(healthy)} of {len(every)} goals"
    page.locator("select[name=area]").select_option("")
    assert _titles(page) == every
    assert page.get_by_role("status").inner_text() == ""


def test_goals_are_sorted_within_their_groups_and_back(shown: tuple[Example, Page]) -> None:
    site, page = shown
    page.goto(site.on_disk("goals/index.html"))
    as_they_stand = _titles(page)
    page.locator("select[name=sort]").select_option("title")
    groups = page.locator(".goal-lines")
    for group in groups.all():
        titles = group.locator("> li").evaluate_all("all => all.map(it => it.dataset.title)")
        assert titles == sorted(titles, key=str.casefold)
    page.locator("select[name=sort]").select_option("due")
    for group in groups.all():
        days = group.locator("> li").evaluate_all("all => all.map(it => it.dataset.due)")
        assert days == sorted(days)
    page.locator("select[name=sort]").select_option("")
    assert _titles(page) == as_they_stand


def _background(page: Page) -> str:
    colour: str = page.evaluate("getComputedStyle(document.body).backgroundColor")
    return colour


def test_colours_are_switched_and_remembered_on_the_next_page(
    example: Example, address: str, opened: Open
) -> None:
    page = opened(viewport=WIDE, color_scheme="light").new_page()
    page.goto(address)
    light = _background(page)
    switch = page.get_by_role("button", name="Colours")
    while "dark" not in switch.inner_text():
        switch.click()
    dark = _background(page)
    assert dark != light
    page.goto(address + example.fullest("goal"))
    assert _background(page) == dark
    assert "dark" in page.get_by_role("button", name="Colours").inner_text()
    while "system" not in page.get_by_role("button", name="Colours").inner_text():
        page.get_by_role("button", name="Colours").click()
    page.goto(address)
    assert _background(page) == light


def test_the_system_decides_about_colours_and_a_choice_goes_before_it(
    address: str, opened: Open
) -> None:
    page = opened(viewport=WIDE, color_scheme="dark").new_page()
    page.goto(address)
    dark = _background(page)
    switch = page.get_by_role("button", name="Colours")
    while "light" not in switch.inner_text():
        switch.click()
    light = _background(page)
    assert light != dark
    page.emulate_media(color_scheme="light")
    assert _background(page) == light


def test_a_slash_leads_to_the_search_from_any_page_and_finds_a_goal(
    shown: tuple[Example, Page],
) -> None:
    site, page = shown
    page.goto(site.on_disk(site.fullest("goal")))
    page.keyboard.press("/")
    page.wait_for_url("**/search/index.html*")
    expect(page.locator("#_q")).to_be_focused()
    page.keyboard.type("CONCÉRTINA")
    found = page.locator("#_index a:visible")
    assert "concertina" in found.first.inner_text().lower()
    count = page.locator("#_index .index > li:visible").count()
    says = "1 page" if count == 1 else f"{count} pages"
    assert page.get_by_role("status").inner_text() == says
    page.keyboard.press("ArrowDown")
    assert page.evaluate("!!document.activeElement.closest('#_index')")
    page.keyboard.press("Escape")
    assert page.locator("#_q").input_value() == ""
    page.keyboard.type("concertina")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/search/" not in url)
    assert "concertina" in page.locator("h1").inner_text().lower()


def test_a_slash_typed_into_a_field_stays_a_slash(example: Example, opened: Open) -> None:
    page = opened(viewport=WIDE).new_page()
    page.goto(example.on_disk("search/index.html"))
    page.keyboard.type("a/b")
    assert page.locator("#_q").input_value() == "a/b"


def test_a_search_without_a_match_says_so(example: Example, opened: Open) -> None:
    page = opened(viewport=WIDE).new_page()
    page.goto(example.on_disk("search/index.html"))
    page.locator("#_q").fill("xylophone quandary")
    assert page.get_by_role("status").inner_text() == "0 pages"
    assert page.locator("#_index a:visible").count() == 0
