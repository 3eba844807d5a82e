"""The preview as a person runs it: it follows what is saved, and keeps good pages over mistakes."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

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


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C reaches a process of its own differently there")
def test_a_mistake_is_shown_on_top_of_the_last_good_pages(journal: Path, preview: str) -> None:
    assert "Sail twelve times" in get(preview)
    write(journal, "Sail thirteen times", "2026-02-30")
    page = wait_for(preview, "1 mistake in your journal to mend")
    assert "there is no 30 February 2026" in page
    assert "Sail twelve times" in page
    assert "Sail thirteen times" not in page
    write(journal, "Sail fourteen times", "2026-12-31")
    assert "mistake" not in wait_for(preview, "Sail fourteen times")
