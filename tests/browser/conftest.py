"""Lets the tests of this folder share the example's site, a server and a browser."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

sys.path.insert(0, str(Path(__file__).parent))

from example import Example, build_example, served
from outside import Open, chromium

from milepost.journal.words import Visibility
from milepost.site.theme import USUAL


@pytest.fixture(scope="session")
def themed(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Example]:
    """The example's private site in a theme, built once."""
    built: dict[str, Example] = {}

    def site(theme: str) -> Example:
        if theme not in built:
            built[theme] = build_example(tmp_path_factory.mktemp(theme) / "site", theme=theme)
        return built[theme]

    return site


@pytest.fixture(scope="session")
def example(themed: Callable[[str], Example]) -> Example:
    """The example's private site in the usual theme."""
    return themed(USUAL)


@pytest.fixture(scope="session")
def public_example(tmp_path_factory: pytest.TempPathFactory) -> Example:
    """The example's public site."""
    return build_example(tmp_path_factory.mktemp("public") / "site", Visibility.PUBLIC)


@pytest.fixture(scope="session")
def address(example: Example) -> Iterator[str]:
    """The address of the private site's root on a server, under a sub-path."""
    with served(example.folder) as root:
        yield root


@pytest.fixture(scope="session")
def public_address(public_example: Example) -> Iterator[str]:
    """The address of the public site's root on a server, under a sub-path."""
    with served(public_example.folder) as root:
        yield root


# One browser a module: while Playwright runs it keeps an event loop, which other rooms' tests in
# the same process must not meet.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, or a skipped test."""
    program = chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def opened(browser: Browser) -> Iterator[Open]:
    """Opens fresh windows, with Playwright's options for a context; closes them at the end."""
    contexts: list[BrowserContext] = []

    def new(**options: object) -> BrowserContext:
        context = browser.new_context(**options)  # type: ignore[arg-type]
        context.set_default_timeout(15_000)
        contexts.append(context)
        return context

    yield new
    for context in contexts:
        context.close()
