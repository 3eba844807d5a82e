"""What was read off texts, remembered from one run to the next.

In: a file in the journal's folder of answers (see `memo`), and keys that hold all that a value
depends on. Out: the values of the run before, and after a run those that it used: so the file stays
as large as what it speaks of. A run that takes over what was made of others (pages, as they stand)
keeps these as well, until they are as many again as a whole run uses. The file holds plain text and
numbers, and may be thrown away at any time. A value is read from it when it is asked for, and not
held: as lists the values of a large journal would take ten times the room of its texts.
"""

from __future__ import annotations

import json
import mmap
import os
import sys
from collections.abc import Callable, Hashable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar, cast

from milepost.journal.remembered import digest_of
from milepost.memo import FOLDER, home, made_with
from milepost.processes import in_halves

T = TypeVar("T")
R = TypeVar("R")


class Kept:
    """Values by their keys. What another version of milepost kept counts as nothing.

    Each command and each audience has a file of its own, so that what the owner saw never answers
    for a stranger. One that is not `lasting` neither reads nor writes a file, and ends with the
    process.
    """

    def __init__(self, root: Path, command: str, audience: str, *, lasting: bool = True) -> None:
        self._path = root / FOLDER / f"{command}-{audience}.kept"
        self.lasting = lasting
        self._new: dict[str, bytes] = {}
        self._asked: set[str] = set()
        self._file: mmap.mmap | bytes = b""
        self._held: dict[str, slice] = {}
        self._whole = 0
        self._in_part = False
        self._made: dict[Hashable, list[tuple[object, Any]]] = {}
        self._made_before: dict[Hashable, list[tuple[object, Any]]] = {}
        if not lasting:
            return
        self._stamp = digest_of([sys.version, *made_with()])
        with suppress(OSError, ValueError):
            self._open()

    def _open(self) -> None:
        """Find the values in the file. Raises OSError or ValueError where there is none."""
        with self._path.open("rb") as file:
            stamp, whole, size = file.readline().decode().split()
            if stamp != self._stamp:
                return
            lengths = file.readline().decode().split()
            at = file.tell()
            for name, length in zip(lengths[::2], map(int, lengths[1::2]), strict=True):
                self._held[name] = slice(at, at + length)
                at += length
            if at != os.fstat(file.fileno()).st_size or len(self._held) != int(size):
                self._held = {}
                raise ValueError("it was not written to its end")
            self._file = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            self._whole = int(whole)

    def get(self, key: tuple[object, ...]) -> Any:
        """The value of a key, as JSON holds it, or None."""
        name = digest_of(key)
        line = self._new.get(name)
        if line is None and name in self._held:
            line = self._file[self._held[name]]
            self._asked.add(name)
        value = None
        with suppress(ValueError, RecursionError):
            value = json.loads(line or b"null")
        return value

    def put(self, key: tuple[object, ...], value: Any) -> None:
        """Keep what a key gives: texts, numbers, and lists of them."""
        line = json.dumps(value, ensure_ascii=False)
        self._new[digest_of(key)] = line.encode("utf-8", "surrogatepass")

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
        before = set(self._new)

        def noted(part: Sequence[T]) -> tuple[R, dict[str, bytes], list[str]]:
            made = make(part)
            news = {name: line for name, line in self._new.items() if name not in before}
            return made, news, list(self._asked)

        parts = in_halves(noted, things)
        for _, news, asked in parts:
            self._new |= news
            self._asked |= set(asked)
        return [made for made, _, _ in parts]

    def save(self) -> None:
        """Keep what this run used. Where that cannot be done, the next run finds out anew."""
        if not self.lasting:
            return
        asked, whole = self._asked - self._new.keys(), len(self._asked | self._new.keys())
        if self._in_part and len(self._held.keys() | self._new.keys()) <= 2 * self._whole:
            asked, whole = self._held.keys() - self._new.keys(), self._whole
        if not self._new and asked == self._held.keys():
            return
        held = {name: self._held[name] for name in sorted(asked)}
        lengths = [f"{name} {where.stop - where.start}" for name, where in held.items()]
        lengths += [f"{name} {len(line)}" for name, line in self._new.items()]
        head = f"{self._stamp} {whole} {len(lengths)}\n{' '.join(lengths)}\n"
        with suppress(OSError):
            folder = home(self._path.parent.parent)
            for left in folder.glob(f"{self._path.stem}-*.draft"):
                left.unlink(missing_ok=True)  # by a run that was killed; one alive goes without
            draft = folder / f"{self._path.stem}-{os.getpid()}.draft"
            with draft.open("wb") as file:
                file.write(head.encode())
                file.writelines(self._file[where] for where in held.values())
                file.writelines(self._new.values())
            if isinstance(self._file, mmap.mmap):
                self._file.close()  # some systems replace no file that is in use
            self._file, self._held = b"", {}
            draft.replace(self._path)
