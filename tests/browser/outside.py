"""What the tests take from outside Python: Chromium, Java, and packages of npm.

In: a name. Out: a path; or, where the thing is missing, a skipped test that says what to install.
With MILEPOST_REQUIRE_BROWSER=1 the test fails instead.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest
from playwright.sync_api import BrowserContext

Open = Callable[..., BrowserContext]
"""Opens a fresh window with Playwright's options for a context: a test's fixture `opened`."""

TOOLS = Path(__file__).resolve().parents[2] / ".tools"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
ON_MACOS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
CHROMIUM = "needs Chromium: apt-get install chromium (Debian), brew install chromium (macOS)"


def lacking(reason: str) -> NoReturn:
    """Skip the test for this reason, or fail where nothing may be skipped."""
    if os.environ.get("MILEPOST_REQUIRE_BROWSER") == "1":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


def find_chromium() -> str | None:
    """The program of Chromium or Chrome on this machine."""
    found = (shutil.which(name) for name in (*BROWSERS, *ON_MACOS))
    return next((path for path in found if path), None)


def chromium() -> str:
    """The program of Chromium or Chrome, which this test needs."""
    return find_chromium() or lacking(CHROMIUM)


def java() -> str:
    """The program of Java, which this test needs."""
    return shutil.which("java") or lacking(
        "needs Java: apt-get install default-jre-headless (Debian), brew install openjdk (macOS)"
    )


def npm_package(name: str, version: str) -> Path:
    """The folder of a package, fetched once into .tools/ and kept there, scripts never run.

    It is put in place by renaming, so that two processes may fetch it at once.
    """
    home = TOOLS / f"{name}-{version}"
    package = home / "node_modules" / name
    if package.is_dir():
        return package
    npm = shutil.which("npm") or lacking(
        f"needs npm to fetch {name}: apt-get install npm (Debian), brew install node (macOS)"
    )
    TOOLS.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=TOOLS) as scratch:
        (Path(scratch) / "package.json").write_text("{}", encoding="utf-8")
        options = ["--ignore-scripts", "--no-save", "--no-package-lock", "--no-audit", "--no-fund"]
        fetched = subprocess.run(
            [npm, "install", *options, "--prefix", scratch, f"{name}@{version}"],
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )
        if fetched.returncode:
            lacking(f"could not fetch {name} {version} with npm: {fetched.stderr.strip()[-400:]}")
        try:
            Path(scratch).rename(home)
        except OSError:
            if not package.is_dir():
                raise
        else:
            Path(scratch).mkdir()  # for TemporaryDirectory to remove
    return package
