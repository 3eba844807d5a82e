"""Writing a file that a command makes for a person.

In: a path and what is to stand there. Out: the file whole, or an end in words.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from milepost.cli.shared import MISUSED, WRITTEN, Stop, near
from milepost.publish.one_file import put


def write_or_stop(path: Path, data: bytes, *, replace: bool = False) -> bool:
    """Write a file; whether it was written: without `replace` one that stands there stays."""
    try:
        done = put(path, data, replace=replace)
        WRITTEN.extend([path] if done else [])
        return done
    except OSError as error:
        reason = error.strerror or type(error).__name__
        remedy = "check the disk and the folder's permissions"
        raise Stop(f"{near(path)} cannot be written: {reason}", remedy) from None


def refuse_sources(output: Path, root: Path, files: Collection[str]) -> None:
    """Write over no folder and none of the journal's own `files`, which are relative to `root`."""
    resolved = output.resolve()
    if output.is_dir():
        raise Stop(f"{output} is a folder", "give the name of a file in it", MISUSED)
    inside = resolved.relative_to(root).as_posix() if resolved.is_relative_to(root) else ""
    if inside in files:
        raise Stop(f"{near(output)} is a file of the journal", "choose another name", MISUSED)
