"""What the small scripts add: filter and sort of goals, the colours remembered, search with `/`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from example import Example, served
from outside import Open
from playwright.sync_api import Page, expect
from site_makers import site

from milepost.publish.output import publish
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


FOUND = ("heron", "otter", "heron's nest")
LONG = "\n".join(
    f"== content/journal/2025-W{week:02}.md ==\n---\n"
    f"title: 'Déjà vu, part {week} (50 % | ~)'\n---\n## A {FOUND[(week - 1) % 3]} found\n"
    for week in range(1, 53)
)


@pytest.fixture
def long_search(tmp_path: Path) -> Path:
    """The search of a journal that is too long for it to be whole, in a folder."""
    publish(site(LONG, lines=20).pages, tmp_path / "site")
    return tmp_path / "site"


def test_the_search_of_a_long_journal_loads_what_it_looks_in_from_disk(
    long_search: Path, opened: Open
) -> None:
    page = opened(viewport=WIDE).new_page()
    page.goto((long_search / "search" / "index.html").as_uri())
    expect(page.locator("#_found")).to_be_hidden()
    _finds_in_a_long_journal(page)


def test_the_search_of_a_long_journal_loads_what_it_looks_in_from_a_server(
    long_search: Path, opened: Open
) -> None:
    with served(long_search) as root:
        page = opened(viewport=WIDE).new_page()
        page.goto(f"{root}search/")
        _finds_in_a_long_journal(page)


def _finds_in_a_long_journal(page: Page) -> None:
    loaded = page.locator("link[href^=words]")
    assert loaded.count() == 0
    page.locator("#_q").fill("DEJA 7")
    expect(page.get_by_role("status")).to_have_text("1 page")
    expect(page.locator("#_found a").first).to_have_text("Déjà vu, part 7 (50 % | ~)")
    expect(page.locator("#_index")).to_be_hidden()
    page.locator("#_q").fill("nest")
    expect(page.get_by_role("status")).to_have_text("17 pages")
    assert "A heron’s nest found" in page.locator("#_found li li a").first.inner_text().replace(
        "'", "’"
    )
    page.locator("#_q").fill("xylophone")
    expect(page.get_by_role("status")).to_have_text("0 pages")
    page.locator("#_q").fill("part 9")
    expect(page.get_by_role("status")).to_have_text("1 page")
    page.keyboard.press("Escape")
    expect(page.locator("#_found")).to_be_hidden()
    expect(page.locator("#_index")).to_be_visible()
    page.keyboard.type("otter part 8")
    expect(page.locator("#_found > li").first).to_contain_text("part 8 ")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/journal/2025-W08/**")


def test_a_long_list_is_walked_through_without_a_script(long_search: Path, opened: Open) -> None:
    page = opened(viewport=WIDE, java_script_enabled=False).new_page()
    page.goto((long_search / "search" / "index.html").as_uri())
    seen = page.locator("#_index").get_by_text("Déjà vu").count()
    links = page.get_by_role("navigation", name="Pages of this list").get_by_role("link")
    hrefs = [link.get_attribute("href") for link in links.all()]
    for href in hrefs[1:]:
        page.goto((long_search / "search" / str(href)).resolve().as_uri())
        assert page.locator("nav.pages [aria-current=page]").count() == 1
        seen += page.locator("#_index").get_by_text("Déjà vu").count()
    assert seen == 52
