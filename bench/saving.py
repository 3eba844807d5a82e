"""A preview driven from outside, as a browser sees it.

In: a generator, of which a preview is started. Out: the seconds from a save to the new bytes of a
page over HTTP, asked for every 2 ms.
"""

from __future__ import annotations

import os
import re
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPConnection, HTTPException
from signal import SIGTERM
from time import perf_counter, sleep

from generators import Generator
from timing import megabytes

STEP = 0.002
PATIENCE = 600.0
REST = 0.5
"""So long, and as long as the save took, nothing is saved after it: others wait for nothing."""


class Preview:
    """A preview that runs, and the entry that is saved in it again and again."""

    def __init__(self, generator: Generator, port: int) -> None:
        self.generator = generator
        self.megabytes = 0.0
        self._browser = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        self._entry = generator.entries[-1]
        self._text = self._entry.read_text("utf-8")

    def save_words(self, word: str) -> float:
        """The seconds until the entry's page has a new word of its text."""
        page = self.generator.page(self._entry.stem)
        return self._save(f"{self._text}\n{word}\n", page, word)

    def save_title(self, word: str) -> float:
        """The seconds until the page that names all entries has a new title of the entry."""
        text = re.sub(r"^title: .*$", f"title: {word}", self._text, count=1, flags=re.M)
        return self._save(text, self.generator.index, word)

    def _save(self, text: str, address: str, word: str) -> float:
        begun = perf_counter()
        self._entry.write_text(text, "utf-8")
        self.wait_for(address, word)
        taken = perf_counter() - begun
        sleep(max(REST, taken))
        return taken

    def wait_for(self, address: str, word: str) -> None:
        """Come back when the page at an address has a word; SystemExit when it never does."""
        deadline = perf_counter() + PATIENCE
        while perf_counter() < deadline:
            with suppress(OSError, HTTPException):
                if word.encode() in self._get(address):
                    return
            sleep(STEP)
        raise SystemExit(f"{self.generator.name} did not show {word} at /{address}")

    def _get(self, address: str) -> bytes:
        try:
            self._browser.request("GET", f"/{address}")
            return self._browser.getresponse().read()
        except (OSError, HTTPException):
            self._browser.close()  # the next request opens it again
            raise


@contextmanager
def previewed(generator: Generator) -> Iterator[Preview]:
    """The preview of a generator, once it shows the last entry; afterwards its peak of memory."""
    if generator.preview is None:
        raise ValueError(f"{generator.name} is asked for no preview")
    port = _free_port()
    words = [str(word) for word in generator.preview(port)]
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(words, cwd=generator.home, stdout=said, stderr=said)
        preview = Preview(generator, port)
        try:
            last = generator.entries[-1].stem
            preview.wait_for(generator.page(last), last)
            yield preview
        finally:
            process.send_signal(SIGTERM)
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            preview.megabytes = megabytes(usage.ru_maxrss)


def _free_port() -> int:
    with socket.socket() as any_port:
        any_port.bind(("127.0.0.1", 0))
        port: int = any_port.getsockname()[1]
        return port
