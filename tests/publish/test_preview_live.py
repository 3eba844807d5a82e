"""The preview as a person runs it: a process of its own, a real socket, a browser, and Ctrl-C."""

from __future__ import annotations

import asyncio
import contextlib
import http.client
import json
import os
import queue
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

import pytest

from milepost.publish.broadcast import ALERT
from milepost.publish.preview import LOCAL, _listening_socket

# Far more than anything here takes: it ends a test that would hang for ever.
PATIENCE = 30

# A site generator in a few lines: a text is a page, MISTAKE is one, CRASH is a fault of its own.
GENERATOR = """
import sys, time
from pathlib import Path
from milepost.publish.broadcast import Attempt
from milepost.publish.client import client_script
from milepost.publish.preview import serve
from milepost.site.theme import Theme

policy = Theme("plain", {}, {}, {"preview": client_script()}).policy()
journal, port = Path(sys.argv[1]), int(sys.argv[2])

def page(words):
    return f'''<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width"><link rel="icon" href="/icon.svg">
<title>Goals</title><link rel="stylesheet" href="/style.css"></head><body>
<main><h1>{words}</h1><label>Filter <input id="filter"></label>
<details><summary>Readings</summary>12</details><p class="tall">Long.</p></main></body></html>'''

def make():
    pages = {
        "style.css": (journal / "theme" / "style.css").read_bytes(),
        "icon.svg": b'<svg xmlns="http://www.w3.org/2000/svg"/>',
    }
    for path in sorted((journal / "content").glob("*.md")):
        if path.name.startswith("_"):
            continue
        words = path.read_text(encoding="utf-8").strip()
        if words == "MISTAKE":
            return Attempt(None, f"<ul><li>{path.name}:1 {'x' * 200}</li></ul>", "1 mistake")
        if words == "CRASH":
            raise KeyError(path.name)
        if words == "SLOW":
            time.sleep(60)
        folder = "" if path.stem == "index" else path.stem + "/"
        pages[folder + "index.html"] = page(words).encode()
    return Attempt(pages)

sys.exit(serve(
    make,
    folders=[journal / "content", journal / "theme", journal / "milepost.yaml"],
    ignore=[journal / "content" / "out"],
    port=port,
    say=lambda line: print(line, flush=True),
))
"""


def test_no_part_of_a_page_is_held_back_until_the_browser_has_thanked_for_another() -> None:
    """Nagle's algorithm waits for that, and the thanks may come 40 ms later."""
    told: list[int] = []

    async def answer(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        accepted = writer.get_extra_info("socket")
        told.append(accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
        writer.close()

    async def asked() -> None:
        with _listening_socket(0) as listener:
            port: int = listener.getsockname()[1]
            async with await asyncio.start_server(answer, sock=listener):
                reader, writer = await asyncio.open_connection(LOCAL, port)
                assert await reader.read() == b""
                writer.close()

    asyncio.run(asked())
    assert told
    assert all(told)


class Preview:
    """A running preview and what it prints."""

    def __init__(self, journal: Path, port: int = 0) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", GENERATOR, str(journal), str(port)],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONUTF8": "1"},
        )
        assert self.process.stdout is not None
        self.lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._read, args=(self.process.stdout,), daemon=True).start()

    def _read(self, output: IO[str]) -> None:
        for line in output:
            self.lines.put(line.rstrip("\n"))

    def line(self, words: str) -> str:
        """The next line that has these words; those before it are passed over."""
        passed = []
        while True:
            try:
                passed.append(self.lines.get(timeout=PATIENCE))
            except queue.Empty:
                raise AssertionError(f"{words!r} was not printed, but {passed}") from None
            if words in passed[-1]:
                return passed[-1]

    def ready(self) -> int:
        """The port, once the site is there."""
        found = re.search(r"http://127\.0\.0\.1:(\d+)/ ", self.line("Your site is at"))
        assert found
        return int(found[1])

    def end(self) -> int:
        """Press Ctrl-C; the exit code."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE)


class Line:
    """A browser's open line for events."""

    def __init__(self, port: int) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        self.connection.request("GET", "/_milepost/events")
        self.answer = self.connection.getresponse()
        self.stamps: dict[str, str] = {}
        self.changed()

    def changed(self) -> set[str]:
        """What the next event has another stamp of."""
        for line in iter(self.answer.readline, b""):
            if line.startswith(b"data: "):
                before, self.stamps = self.stamps, json.loads(line.removeprefix(b"data: "))
                both = before.keys() | self.stamps.keys()
                return {one for one in both if before.get(one) != self.stamps.get(one)}
        raise AssertionError("the line was closed")


def get(port: int, path: str = "/") -> str:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    connection.request("GET", path)
    with contextlib.closing(connection):
        return connection.getresponse().read().decode()


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    for name, words in (
        ("content/index.md", "Goals"),
        ("content/other.md", "Other"),
        ("theme/style.css", ".tall { min-height: 300rem }"),
        ("milepost.yaml", "title: Goals"),
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(words, encoding="utf-8")
    return tmp_path


@pytest.fixture
def start(journal: Path) -> Iterator[Callable[..., Preview]]:
    running: list[Preview] = []

    def started(port: int = 0) -> Preview:
        running.append(Preview(journal, port))
        return running[-1]

    yield started
    for preview in running:
        preview.process.kill()
        preview.process.wait()


Start = Callable[..., Preview]
ctrl_c = pytest.mark.skipif(
    os.name == "nt", reason="Windows sends Ctrl-C to a whole console, this test included"
)


def save(path: Path, words: str) -> None:
    path.write_text(words, encoding="utf-8")


def test_a_save_is_one_event_however_the_editor_saves(journal: Path, start: Start) -> None:
    preview = start()
    port = preview.ready()
    line = Line(port)
    content = journal / "content"
    # As Vim does: a test file, a backup by renaming, the new file, and the swap file.
    save(content / ".index.md.swp", "swap")
    save(content / "4913", "")
    (content / "4913").unlink()
    (content / "index.md").rename(content / "index.md~")
    save(content / "index.md", "New goals")
    (content / "index.md~").unlink()
    assert line.changed() == {"index.html"}
    assert "<h1>New goals</h1>" in get(port)
    # The next event is of the next save: there was nothing in between.
    save(content / "other.md", "New other")
    assert line.changed() == {"other/index.html"}
    assert preview.line("Saved") == "Saved: 1 page changed."
    assert preview.line("Saved") == "Saved: 1 page changed."


def test_what_milepost_does_not_read_makes_nothing_again(journal: Path, start: Start) -> None:
    preview = start()
    preview.ready()
    for name in (".index.md.swp", "#index.md#", ".DS_Store", "index.md~", "_draft.md", "out/x.md"):
        (journal / "content" / name).parent.mkdir(exist_ok=True)
        save(journal / "content" / name, "x")
    save(journal / "content" / "index.md", "New goals")
    assert preview.line("Saved") == "Saved: 1 page changed."
    save(journal / "theme" / "style.css", "p {}")
    assert preview.line("Saved") == "Saved: 1 file changed."


def test_a_single_file_is_watched_also_when_it_is_replaced(journal: Path, start: Start) -> None:
    preview = start()
    preview.ready()
    for words in ("title: One", "title: Two"):
        save(journal / "draft", words)
        (journal / "draft").replace(journal / "milepost.yaml")
        assert preview.line("Saved") == "Saved: no page changed."


def test_a_folder_that_goes_and_comes_back_is_still_watched(journal: Path, start: Start) -> None:
    preview = start()
    port = preview.ready()
    (journal / "content").rename(journal / "away")
    preview.line("Saved: 2 pages changed.")
    (journal / "away").rename(journal / "content")
    preview.line("Saved: 2 pages changed.")
    save(journal / "content" / "index.md", "After all")
    preview.line("Saved: 1 page changed.")
    assert "<h1>After all</h1>" in get(port)


def test_mistakes_and_crashes_are_shown_and_the_preview_lives_on(
    journal: Path, start: Start
) -> None:
    preview = start()
    port = preview.ready()
    line = Line(port)
    save(journal / "content" / "other.md", "MISTAKE")
    assert line.changed() == {ALERT}
    assert "<h1>Goals</h1>" in get(port)
    assert "other.md:1" in get(port)
    save(journal / "content" / "other.md", "CRASH")
    assert line.changed() == {ALERT}
    assert "KeyError: &#x27;other.md&#x27;" in get(port)
    preview.line("milepost itself has failed, which is no fault of your journal.")
    preview.line("KeyError: 'other.md'")
    save(journal / "content" / "other.md", "Mended")
    assert line.changed() == {"other/index.html", ALERT}
    assert 'milepost-alert-title" role' not in get(port)


def test_a_port_that_is_taken_is_left_to_its_owner(start: Start) -> None:
    first = start()
    port = first.ready()
    second = start(port)
    said = second.line("is taken")
    other = second.ready()
    assert other != port
    assert said == f"Port {port} is taken by another program, so the preview is on {other}."


@ctrl_c
def test_ctrl_c_ends_it_well_with_browsers_connected(start: Start) -> None:
    preview = start()
    port = preview.ready()
    lines = [Line(port) for _ in range(3)]
    assert preview.end() == 0
    preview.line("The preview has ended.")
    for line in lines:
        line.answer.read()  # to a proper end: a line cut off would raise


@ctrl_c
def test_ctrl_c_does_not_wait_for_a_long_build(journal: Path, start: Start) -> None:
    preview = start()
    preview.ready()
    save(journal / "content" / "index.md", "SLOW")
    save(journal / "content" / "index.md", "SLOW")
    assert preview.end() == 0


@pytest.mark.browser
@ctrl_c
def test_the_browser_keeps_its_place_and_shows_what_is_wrong(journal: Path, start: Start) -> None:
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("needs Chromium: apt-get install chromium")
    playwright = pytest.importorskip("playwright.sync_api", reason="needs playwright")
    preview = start()
    port = preview.ready()
    with playwright.sync_playwright() as session:
        browser = session.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 320, "height": 640})
        page.set_default_timeout(PATIENCE * 1000)
        complaints: list[str] = []
        page.on("console", lambda said: complaints.append(said.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.add_init_script("sessionStorage.loads = 1 + Number(sessionStorage.loads || 0)")
        page.add_init_script(
            "window.EventSource = class extends EventSource {"
            " constructor(address) { super(address);"
            " this.addEventListener('message', () => { window.heard = true; }); } }"
        )
        page.goto(f"http://127.0.0.1:{port}/")
        page.fill("#filter", "pmp")
        page.evaluate("document.querySelector('details').open = true")
        page.evaluate("scrollTo(0, 1500)")

        def until(what: str) -> None:
            # The page's policy forbids the waiting that playwright would do inside the page.
            for _ in range(PATIENCE * 50):
                with contextlib.suppress(playwright.Error):  # the page is just being left
                    if page.evaluate(what):
                        return
                page.wait_for_timeout(20)
            raise AssertionError(f"it never was: {what}")

        def now(words: str) -> None:
            until(f"document.querySelector('h1')?.textContent === {words!r}")
            # The place is taken once more after everything has come.
            until("document.readyState === 'complete' && history.scrollRestoration === 'auto'")
            until("window.heard")  # from here on it knows what it has

        # Another page is none of its business; its own is, and it keeps its place.
        save(journal / "content" / "other.md", "New other")
        preview.line("Saved: 1 page changed.")
        save(journal / "content" / "index.md", "New goals")
        now("New goals")
        assert page.evaluate("sessionStorage.loads") == "2"
        assert page.evaluate("scrollY") == 1500
        assert page.evaluate("document.querySelector('details').open") is True
        assert page.input_value("#filter") == "pmp"
        assert page.evaluate("document.activeElement.id") == "filter"

        # A style that the page uses is its business, too.
        save(journal / "theme" / "style.css", ".tall { min-height: 400rem; color: rgb(1, 2, 3) }")
        until("getComputedStyle(document.querySelector('.tall')).color === 'rgb(1, 2, 3)'")
        now("New goals")
        assert page.evaluate("scrollY") == 1500

        # A page that has slept (its line is closed) catches up, and only with what it shows.
        preview.line("Saved: 1 page changed.")
        preview.line("Saved: 1 file changed.")
        for name, words in (("other.md", "Saved at night"), ("index.md", "Late goals")):
            page.evaluate("void dispatchEvent(new Event('pagehide'))")
            save(journal / "content" / name, words)
            preview.line("Saved: 1 page changed.")
            page.evaluate("void dispatchEvent(new Event('pageshow'))")
            if name == "other.md":
                save(journal / "content" / "index.md", "Goals of the day")
                preview.line("Saved: 1 page changed.")
                now("Goals of the day")
        now("Late goals")
        assert page.evaluate("sessionStorage.loads") == "5"
        assert page.evaluate("scrollY") == 1500

        # A mistake: the alert comes on top, where the narrow window can show all of it.
        save(journal / "content" / "other.md", "MISTAKE")
        alert = page.get_by_role("region", name="1 mistake")
        alert.wait_for()
        now("Late goals")
        assert page.get_by_role("alert").inner_text() == "1 mistake"
        assert page.evaluate("scrollY") == 1500
        box = alert.bounding_box()
        assert box is not None
        assert (box["x"], box["y"]) == (0, 0)
        assert page.evaluate("document.documentElement.scrollWidth") == 320
        assert page.evaluate("document.body.getBoundingClientRect().top + scrollY") >= box["height"]

        # It is closed by keyboard, and stays closed until something else is wrong.
        alert.get_by_role("button", name="Close").press("Enter")
        alert.wait_for(state="hidden")
        page.reload()
        now("Late goals")
        assert not page.locator("#milepost-alert").is_visible()
        save(journal / "content" / "other.md", "CRASH")
        crash = page.get_by_role("region", name="milepost itself has failed")
        crash.wait_for()
        now("Late goals")
        crash.press("Escape")
        page.locator("#milepost-alert").wait_for(state="hidden")
        save(journal / "content" / "other.md", "Mended")
        page.locator("#milepost-alert").wait_for(state="detached")

        # A missing page comes as soon as it is made.
        page.goto(f"http://127.0.0.1:{port}/late/")
        assert page.inner_text("h1") == "Page not found"
        save(journal / "content" / "late.md", "Better late")
        now("Better late")
        late = [said for said in complaints if "404" not in said]

        # A page that was saved while it was loading is loaded once more.
        address, old = f"http://127.0.0.1:{port}/late/", get(port, "/late/")
        save(journal / "content" / "late.md", "In the very moment")
        now("In the very moment")
        page.route(address, lambda it: it.fulfill(body=old, content_type="text/html"), times=1)
        page.goto(address)
        now("In the very moment")

        # After another start the browser finds its way back.
        assert preview.end() == 0
        save(journal / "content" / "late.md", "Back again")
        start(port).ready()
        now("Back again")
        browser.close()
    assert late == []
