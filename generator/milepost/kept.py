"""What was read off texts, remembered from one run to the next.

In: a file in the journal's folder of answers (see `memo`), and keys that hold all that a value
depends on. Out: the values of the run before, and after a run those that it used: so the file stays
as large as what it speaks of. A run that takes over what was made of others (pages, as they stand)
keeps these as well, until they are as many again as a whole run uses. The file holds plain text and
numbers, a value a line, and may be thrown away at any time. A line is read when its value is asked
for, and written as it was where that is the same: most of the file is neither read nor made.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Callable, Hashable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar, cast

from milepost.memo import FOLDER, home, made_with
from milepost.processes import in_halves

T = TypeVar("T")
R = TypeVar("R")

_NAME = 32
"""So many letters the name of a value has."""


class Kept:
    """Values by their keys. What another version of milepost kept counts as nothing.

    Each command and each audience has a file of its own, so that what the owner saw never answers
    for a stranger. One that is not `lasting` neither reads nor writes a file, and ends with the
    process.
    """

    def __init__(self, root: Path, command: str, audience: str, *, lasting: bool = True) -> None:
        self._file = root / FOLDER / f"{command}-{audience}.kept"
        self.lasting = lasting
        self._used: dict[str, Any] = {}
        self._new: set[str] = set()
        self._held: dict[str, bytes] = {}
        self._whole = 0
        self._in_part = False
        self._made: dict[Hashable, list[tuple[object, Any]]] = {}
        self._made_before: dict[Hashable, list[tuple[object, Any]]] = {}
        if not lasting:
            return
        self._stamp = _digest([sys.version, *made_with()])
        with suppress(OSError, ValueError):
            head, *lines = self._file.read_bytes().split(b"\n")
            stamp, whole = head.decode().split()
            if stamp == self._stamp:
                self._whole = int(whole)
                self._held = {
                    line[:_NAME].decode(): line[_NAME:] for line in lines if len(line) > _NAME
                }

    def get(self, key: tuple[object, ...]) -> Any:
        """The value of a key, as JSON holds it, or None."""
        name = _digest(key)
        if name in self._used:
            return self._used[name]
        value = None
        with suppress(ValueError, RecursionError):
            value = json.loads(self._held.get(name, b"null"))
        if value is not None:
            self._used[name] = value
        return value

    def put(self, key: tuple[object, ...], value: Any) -> None:
        """Keep what a key gives: texts, numbers, and lists of them."""
        name = _digest(key)
        self._used[name] = value
        self._new.add(name)

    def in_part(self) -> None:
        """Say that this run does not ask for all that the next one may need."""
        self._in_part = True

    def unless_changed(self, name: Hashable, given: object, make: Callable[[], T]) -> T:
        """What `make` made under this name before, in this turn or the last, if given the same."""
        now = self._made.setdefault(name, [])
        for one in now:
            if one[0] == given:
                return cast(T, one[1])
        for one in self._made_before.get(name, ()):
            if one[0] == given:
                break
        else:
            one = given, make()
        now.append(one)
        return cast(T, one[1])

    def turn(self) -> None:
        """Begin anew: what the last turn did not ask for is forgotten."""
        self._made, self._made_before = {}, self._made

    def in_halves(self, make: Callable[[Sequence[T]], R], things: Sequence[T]) -> list[R]:
        """As `processes.in_halves`; what the copy asked for and kept is taken over from it."""
        before = self._used.keys() | set()

        def noted(part: Sequence[T]) -> tuple[R, dict[str, Any]]:
            made = make(part)
            return made, {name: self._used[name] for name in self._used.keys() - before}

        parts = in_halves(noted, things)
        for _, news in parts:
            self._used |= news
            self._new |= news.keys()
        return [made for made, _ in parts]

    def save(self) -> None:
        """Keep what this run used. Where that cannot be done, the next run finds out anew."""
        if not self.lasting:
            return
        used, whole = {name: self._line(name) for name in self._used}, len(self._used)
        if self._in_part and len(both := self._held | used) <= 2 * self._whole:
            used, whole = both, self._whole
        if used == self._held:
            return
        with suppress(OSError):
            folder = home(self._file.parent.parent)
            for left in folder.glob(f"{self._file.stem}-*.draft"):
                left.unlink(missing_ok=True)  # by a run that was killed; one alive goes without
            draft = folder / f"{self._file.stem}-{os.getpid()}.draft"
            lines = (name.encode() + line for name, line in used.items())
            draft.write_bytes(b"\n".join((f"{self._stamp} {whole}".encode(), *lines)))
            draft.replace(self._file)

    def _line(self, name: str) -> bytes:
        """A value that was used as JSON, which has no end of a line in it."""
        if name not in self._new and name in self._held:
            return self._held[name]
        return json.dumps(self._used[name], ensure_ascii=False).encode("utf-8", "surrogatepass")


def _digest(key: object) -> str:
    words = repr(key).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(words, digest_size=16).hexdigest()
