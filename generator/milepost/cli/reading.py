"""Reading the one file that a command was given.

In: a path. Out: its bytes, or an end in words.
"""

from __future__ import annotations

from pathlib import Path

from milepost.cli.shared import MISUSED, Stop, near

LARGEST = 50_000_000
"""Bytes of a file that is looked at; what is larger is no list and no table of a person's."""


def bytes_of(path: Path) -> bytes:
    """The bytes of a file; raises Stop where it is none or cannot be read."""
    if path.is_dir():
        raise Stop(f"{near(path)} is a folder", "give one file", MISUSED)
    if not path.exists():
        raise Stop(f"{near(path)} does not exist", "check its name and the folder", MISUSED)
    try:
        if path.stat().st_size > LARGEST:
            raise Stop(f"{near(path)} is too large", "give a part of it: at most 50 MB")
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise Stop(f"{near(path)} cannot be read: {reason}", "check who may read it") from None
