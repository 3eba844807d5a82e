"""The preview as a person runs it: it follows what is saved, and keeps good pages over mistakes."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
import urllib.request
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from html import unescape
from pathlib import Path

import pytest

from milepost.publish.client import client_script
from milepost.shipped import folder

GOAL = "---\ntitle: {title}\nmeasurable: 12 trips\ntime_bound: {due}\n---\n"
PATIENCE = 60.0


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    (tmp_path / "content" / "goals").mkdir(parents=True)
    (tmp_path / "milepost.yaml").write_text("title: Sailing\n", encoding="utf-8")
    write(tmp_path, "Sail twelve times", "2026-12-31")
    return tmp_path


def write(root: Path, title: str, due: str) -> None:
    text = GOAL.format(title=title, due=due)
    (root / "content" / "goals" / "sail.md").write_text(text, encoding="utf-8")


@pytest.fixture
def preview(journal: Path) -> Iterator[str]:
    command = [sys.executable, "-m", "milepost", "serve", "--port", "0", "--today", "2026-11-22"]
    process = subprocess.Popen(command, cwd=journal, stderr=subprocess.PIPE, text=True)
    assert process.stderr
    said = process.stderr.readline()
    address = re.search(r"http://127\.0\.0\.1:\d+/", said)
    assert address, said
    yield address[0]
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=PATIENCE) == 0


def get(address: str) -> str:
    with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
        text: str = answer.read().decode()
    return text


def wait_for(address: str, words: str) -> str:
    end = time.monotonic() + PATIENCE
    while words not in (page := get(address)):
        assert time.monotonic() < end, f"{words!r} never came"
        time.sleep(0.1)
    return page


ctrl_c = pytest.mark.skipif(
    os.name == "nt", reason="Ctrl-C reaches a process of its own differently there"
)


@ctrl_c
def test_a_mistake_is_shown_on_top_of_the_last_good_pages(journal: Path, preview: str) -> None:
    assert "Sail twelve times" in get(preview)
    write(journal, "Sail thirteen times", "2026-02-30")
    page = wait_for(preview, "1 mistake in your journal to mend")
    assert "there is no 30 February 2026" in page
    assert "Sail twelve times" in page
    assert "Sail thirteen times" not in page
    write(journal, "Sail fourteen times", "2026-12-31")
    assert "mistake" not in wait_for(preview, "Sail fourteen times")


def policy(page: str) -> str:
    found = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert found
    return unescape(found[1])


@ctrl_c
def test_a_page_has_the_policy_of_the_published_one_and_the_previews_own_script(
    journal: Path, preview: str
) -> None:
    build = [sys.executable, "-m", "milepost", "build", "--today", "2026-11-22"]
    subprocess.run(build, cwd=journal, check=True, capture_output=True)
    published = policy((journal / "_site" / "index.html").read_text(encoding="utf-8"))
    own = b64encode(sha256(client_script().encode()).digest()).decode()
    assert own not in published
    assert policy(get(preview)).replace(f" 'sha256-{own}'", "") == published


@pytest.mark.browser
@ctrl_c
def test_no_script_but_known_ones_runs_in_the_preview_which_follows_what_is_saved(
    journal: Path, preview: str
) -> None:
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("needs Chromium: apt-get install chromium")
    playwright = pytest.importorskip("playwright.sync_api", reason="needs playwright")
    injected = (
        "<script>document.title = 'Taken over'</script>"
        "<img src='none' alt='' onerror=\"document.title = 'Taken over'\">"
        "<script src='/theft.js'></script></body>"
    )
    base = (folder("themes") / "milepost" / "templates" / "base.html").read_text(encoding="utf-8")
    (journal / "theme" / "templates").mkdir(parents=True)
    with playwright.sync_playwright() as session:
        browser = session.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        blocked: list[str] = []
        page.on("console", lambda said: blocked.append(said.text))
        page.goto(preview)
        template = journal / "theme" / "templates" / "base.html"
        template.write_text(base.replace("</body>", injected), encoding="utf-8")
        page.locator("script[src='/theft.js']").wait_for(state="attached", timeout=PATIENCE * 1000)
        page.wait_for_load_state()
        assert page.title() == "Sailing"
        assert sum("script-src" in said for said in blocked) == 3
        # The preview's own script runs under the same policy, and keeps on following.
        write(journal, "Sail thirteen times", "2026-12-31")
        page.get_by_text("Sail thirteen times").first.wait_for(timeout=PATIENCE * 1000)
        browser.close()
