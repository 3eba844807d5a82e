"""Work that is done in two halves at once, where the system lets a process double itself.

In: what makes a part of something out of things, and the things. Out: the parts. It is the same as
making them all here, and where anything goes wrong in a half, that is what is done: so a fault has
its own place and words.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")

FEWEST = 48
"""So many things, at least, are worth a second process: pages of which each takes some
milliseconds, where to begin and to end one takes about fifty."""


def in_halves(make: Callable[[Sequence[T]], R], things: Sequence[T]) -> list[R]:
    """Two parts, of every other thing each, the second one made by a copy of this process.

    A part is plain data: texts, bytes, numbers, and tuples, lists and mappings of them.
    """
    if len(things) < FEWEST or not _two_can_run():
        return [make(things)]
    try:
        return _in_halves(make, things)
    except Exception:  # whatever it is, it is found again below, where it belongs
        return [make(things)]


def _two_can_run() -> bool:
    """Whether a process can double itself here, and two have a core each."""
    if sys.platform in {"win32", "darwin"} or not hasattr(os, "sched_getaffinity"):
        return False  # on macOS, the system's own libraries do not bear it
    return len(os.sched_getaffinity(0)) > 1


def _in_halves(make: Callable[[Sequence[T]], R], things: Sequence[T]) -> list[R]:
    ours, theirs = os.pipe()
    try:
        child = os.fork()
    except OSError:  # no more processes are to be had
        os.close(ours)
        os.close(theirs)
        raise
    if not child:
        _make_and_end(make, things[1::2], theirs)
    os.close(theirs)
    with open(ours, "rb") as way:  # noqa: PTH123 - an open file, and no path
        try:
            own = make(things[::2])
            other = marshal.loads(way.read())
        except BaseException:
            way.close()
            os.kill(child, 9)
            raise
        finally:
            os.waitpid(child, 0)
    return [own, other]


def _make_and_end(make: Callable[[Sequence[T]], R], things: Sequence[T], way: int) -> None:
    """What the copy does: its half, and nothing that it copied must end for it."""
    code = 1
    try:
        part: Any = make(things)
        with open(way, "wb") as out:
            out.write(marshal.dumps(part))
        code = 0
    finally:
        os._exit(code)
