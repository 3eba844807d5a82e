"""Lets the tests of this folder share the example's site, a server and a browser."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, BrowserContext, sync_playwright

sys.path.insert(0, str(Path(__file__).parent))

from example import Example, build_example, found_example, served
from outside import Open, chromium

from milepost.journal.words import Visibility
from milepost.site.theme import USUAL


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all workers of this session have in common."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


def once(out: Path, audience: Visibility = Visibility.PRIVATE, theme: str = "") -> Example:
    """The example's site in a folder: the first worker builds it, the others find it."""
    with FileLock(f"{out}.lock"):
        return found_example(out) if out.exists() else build_example(out, audience, theme)


@pytest.fixture(scope="session")
def themed(shared: Path) -> Callable[[str], Example]:
    """The example's private site in a theme, built once."""
    return cache(lambda theme: once(shared / f"site-{theme}", theme=theme))


@pytest.fixture(scope="session")
def example(themed: Callable[[str], Example]) -> Example:
    """The example's private site in the usual theme."""
    return themed(USUAL)


@pytest.fixture(scope="session")
def public_example(shared: Path) -> Example:
    """The example's public site."""
    return once(shared / "site-public", Visibility.PUBLIC)


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
