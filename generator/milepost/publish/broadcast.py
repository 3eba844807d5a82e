"""In: what came of making the site, each time. Out: what all open browsers see of it.

A file's stamp is a fingerprint of its bytes, and the whole has one: equal stamps, equal bytes, from
one start to the next. By them a browser finds out what is new to it. Pages may be made when they
are asked for, and so are the stamps.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

ALERT = "_milepost/alert"
"""The address of the alert among the stamps: each page shows it, and no file is called so."""

UNTITLED = "Something is wrong in the journal"
UNSAID = "<p>The site could not be made.</p>"


@dataclass(frozen=True)
class Attempt:
    """What came of making the site once.

    `pages` is None when it could not be made: the last good pages stay. `alert` is HTML, already
    escaped where it must be, shown on top of every page; "" when all is well. `title` is one line
    of plain text that names the alert, such as "2 mistakes in your journal". `version` is a
    fingerprint of what the pages are made from, where they are made on demand; `said` what the
    terminal is told of the save, where the pages that changed are not to be counted.
    """

    pages: Mapping[str, bytes] | None
    alert: str = ""
    title: str = ""
    version: str = ""
    said: str = ""


@dataclass(frozen=True)
class Snapshot:
    """What browsers see after an attempt. `pages` is None until one has given pages.

    `version` is a fingerprint of the pages, `stamp` that of the whole, the alert included.
    """

    pages: Mapping[str, bytes] | None
    alert: str
    title: str
    version: str

    @cached_property
    def stamp(self) -> str:
        """The fingerprint of the whole."""
        return _stamp(f"{self.version}\n{self.stamps([])}".encode())

    def stamps(self, addresses: Iterable[str] | None = None) -> dict[str, str]:
        """The stamp of each of these files that is there, and of the alert while there is one.

        None asks for all. A page that cannot be made has a stamp, too, which is that of the fault.
        """
        pages: Mapping[str, bytes] = {} if self.pages is None else self.pages
        asked = sorted(pages if addresses is None else set(addresses))
        found = {}
        for address in asked:
            try:
                if address in pages:
                    found[address] = _stamp(pages[address])
            except Exception as fault:  # whatever it is, the page itself tells it
                found[address] = _stamp(repr(fault).encode())
        if self.alert:
            found[ALERT] = _stamp(f"{self.title}\n{self.alert}".encode())
        return found


def snapshot_after(before: Snapshot | None, attempt: Attempt) -> Snapshot:
    """What is seen once this was made: its pages, or the last good ones below an alert."""
    if attempt.pages is None:
        pages, version = (before.pages, before.version) if before else (None, "")
        return Snapshot(pages, attempt.alert or UNSAID, attempt.title or UNTITLED, version)
    version = attempt.version or _fingerprint(attempt.pages)
    return Snapshot(attempt.pages, attempt.alert, attempt.title or UNTITLED, version)


def changed(before: Snapshot, after: Snapshot) -> tuple[str, ...]:
    """The addresses of the files that changed, came or went, sorted."""
    old, new = before.pages or {}, after.pages or {}
    return tuple(sorted(a for a in old.keys() | new.keys() if old.get(a) != new.get(a)))


def _fingerprint(pages: Mapping[str, bytes]) -> str:
    return _stamp(repr([(address, _stamp(pages[address])) for address in sorted(pages)]).encode())


def _stamp(content: bytes) -> str:
    return hashlib.blake2b(content, digest_size=8).hexdigest()


class Broadcast:
    """Hands the latest snapshot to all who wait; to be called from the server's event loop only.

    Saves are counted from 1, so that a page asked for after one is not shown as it was before it.
    """

    def __init__(self) -> None:
        self.latest: Snapshot | None = None
        self.closed = False
        self._noticed = 0
        self._followed = 0
        self._next = asyncio.Event()

    def expect(self, save: int) -> None:
        """A save was noticed: what it makes of the site will be sent."""
        self._noticed = max(save, self._noticed)

    def send(self, snapshot: Snapshot, save: int = 0) -> None:
        """Show this, which follows all saves up to this one, and wake all who wait."""
        self.latest = snapshot
        self._followed = max(save, self._followed)
        self._wake()

    async def current(self, seconds: float) -> Snapshot | None:
        """The site with all saves noticed by now; None at the end, if there never was one.

        After so many seconds of waiting it is the site as it is, if there is one.
        """
        save, end = self._noticed, asyncio.get_running_loop().time() + seconds
        while not self.closed:
            left = end - asyncio.get_running_loop().time()
            if self.latest and (self._followed >= save or left <= 0):
                break
            await self.wait(left if left > 0 else seconds)
        return self.latest

    def close(self) -> None:
        """End: nobody need wait any longer."""
        self.closed = True
        self._wake()

    async def wait(self, seconds: float) -> None:
        """Until something else is sent or the end has come, but no longer than this."""
        try:
            await asyncio.wait_for(self._next.wait(), seconds)
        except TimeoutError:
            return

    def _wake(self) -> None:
        self._next.set()
        self._next = asyncio.Event()
