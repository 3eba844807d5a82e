"""Changes to a person's own files: shown first, and made only where they are wanted.

In: the bytes that files have and would have. Out: the difference on standard output, and the files
written, each whole or not at all, where somebody said yes to it.
"""

from __future__ import annotations

import difflib
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from milepost.cli.asking import YES, answer_to, may_ask
from milepost.cli.shared import OK, Stop, painted, say
from milepost.cli.writing import write_or_stop
from milepost.formats.excerpt import seen
from milepost.voice.english import plural

_COLOURS = {"+": "32", "-": "31", "@": "36"}


def show(before: Mapping[str, bytes], after: Mapping[str, bytes], moved: str = "") -> None:
    """Print what changes, as `diff -u` does; `moved` is the line of a file that moves as well."""
    if moved:
        print(seen(moved))
    for path, data in after.items():
        for line in _difference(path, before[path], data):
            print(painted(line, _COLOURS.get(line[:1], ""), sys.stdout))


def wanted(count: int, *, write: bool) -> bool:
    """Whether the changes to so many files are to be made: as asked for, else by a yes."""
    if write:
        return True
    if not may_ask():
        say("Nothing was written. To write it, add --write; git undoes it.")
        return False
    if answer_to(f"Change {plural(count, 'file')}? yes or no") in YES:
        return True
    say("Nothing was written.")
    return False


def write(root: Path, before: Mapping[str, bytes], after: Mapping[str, bytes]) -> int:
    """Write the files. Raises Stop for one that was saved meanwhile, before any is written."""
    for path in after:
        unchanged(root / path, before[path])
    for path, data in after.items():
        write_or_stop(root / path, data, replace=True)
    say(f"Changed {plural(len(after), 'file')}.")
    return OK


def unchanged(path: Path, data: bytes) -> None:
    """Make sure that a file still is as it was read. Raises Stop."""
    try:
        now = path.read_bytes()
    except OSError:
        now = b""
    if now != data:
        raise Stop(f"{path} was changed meanwhile", "run the command again; nothing was written")


def _difference(path: str, before: bytes, after: bytes) -> Iterator[str]:
    """The lines of a unified difference, with a point for signs that would steer a terminal."""
    old, new = (data.decode("utf-8", "replace").splitlines() for data in (before, after))
    for line in difflib.unified_diff(old, new, path, path, lineterm=""):
        yield seen(line)
