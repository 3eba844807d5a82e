"""In: what came of making the site, each time. Out: what all open browsers see of it.

A file's stamp is a fingerprint of its bytes, and the whole has one: equal stamps, equal bytes, from
one start to the next. By them a browser finds out what is new to it.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

ALERT = "_milepost/alert"
"""The address of the alert among the stamps: each page shows it, and no file is called so."""

UNTITLED = "Something is wrong in the journal"
UNSAID = "<p>The site could not be made.</p>"


@dataclass(frozen=True)
class Attempt:
    """What came of making the site once.

    `pages` is None when it could not be made: the last good pages stay. `alert` is HTML, already
    escaped where it must be, shown on top of every page; "" when all is well. `title` is one line
    of plain text that names the alert, such as "2 mistakes in your journal".
    """

    pages: Mapping[str, bytes] | None
    alert: str = ""
    title: str = ""


@dataclass(frozen=True)
class Snapshot:
    """What browsers see after an attempt. `pages` is None until one has given pages.

    `stamps` has the stamp of each address, and of the alert while there is one; `stamp` is that of
    the whole.
    """

    pages: Mapping[str, bytes] | None
    alert: str
    title: str
    stamps: Mapping[str, str]
    stamp: str


def snapshot_after(before: Snapshot | None, attempt: Attempt) -> Snapshot:
    """What is seen once this was made: its pages, or the last good ones below an alert."""
    pages, alert, title = attempt.pages, attempt.alert, attempt.title or UNTITLED
    if pages is None:
        pages = before.pages if before else None
        alert = alert or UNSAID
    stamps = {address: _stamp(content) for address, content in sorted((pages or {}).items())}
    if alert:
        stamps[ALERT] = _stamp(f"{title}\n{alert}".encode())
    return Snapshot(pages, alert, title, stamps, _stamp(repr(stamps).encode()))


def changed(before: Snapshot, after: Snapshot) -> tuple[str, ...]:
    """The addresses of the files that changed, came or went, sorted."""
    old, new = before.pages or {}, after.pages or {}
    return tuple(sorted(a for a in old.keys() | new.keys() if old.get(a) != new.get(a)))


def _stamp(content: bytes) -> str:
    return hashlib.blake2b(content, digest_size=8).hexdigest()


class Broadcast:
    """Hands the latest snapshot to all who wait; to be called from the server's event loop only."""

    def __init__(self) -> None:
        self.latest: Snapshot | None = None
        self.closed = False
        self._next = asyncio.Event()

    def send(self, snapshot: Snapshot) -> None:
        """Show this from now on, and wake all who wait."""
        self.latest = snapshot
        self._wake()

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
