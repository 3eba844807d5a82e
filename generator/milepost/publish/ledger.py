"""In: an output folder. Out: which files in it an earlier build wrote.

The ledger lists addresses and nothing else: whether a file is up to date is asked of its bytes,
never of a note about them.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Collection
from pathlib import Path

from milepost.addresses import LEDGER, STAGING, fault
from milepost.publish.refused import Refused

HEAD = "milepost ledger 1: milepost wrote the files below, and replaces or removes only these"

# What computers and git put into a folder by themselves; such a folder is still an empty one.
_NOBODYS = frozenset({".DS_Store", "Thumbs.db", "desktop.ini", ".git"})
_LEFTOVER = re.compile(re.escape(STAGING) + r"[0-9]+")


def ledger_text(addresses: Collection[str]) -> bytes:
    """The ledger of these addresses, the same on every day and machine."""
    return "".join(line + "\n" for line in (HEAD, *sorted(addresses))).encode()


def read_ledger(folder: Path) -> frozenset[str]:
    """The addresses that earlier builds wrote into the folder; none when it is empty or new.

    Raises Refused when something is in the folder and no ledger says that milepost made it, or the
    ledger makes no sense.
    """
    path = folder / LEDGER
    try:
        found = path.lstat()
    except FileNotFoundError:
        _require_empty(folder)
        return frozenset()
    if not stat.S_ISREG(found.st_mode):
        raise _senseless(path)
    try:
        head, *lines = path.read_bytes().decode().replace("\r\n", "\n").rstrip("\n").split("\n")
    except UnicodeDecodeError as error:
        raise _senseless(path) from error
    # After a failure half-way the ledger may list a file and, below it, what was to follow it.
    if head != HEAD or any(fault(line) for line in lines):
        raise _senseless(path)
    return frozenset(lines)


def leftovers(folder: Path) -> tuple[Path, ...]:
    """The folders of half-written files that a build left behind when it was killed."""
    with os.scandir(folder) as entries:
        return tuple(
            sorted(
                Path(entry.path)
                for entry in entries
                if _LEFTOVER.fullmatch(entry.name) and entry.is_dir(follow_symlinks=False)
            )
        )


def _require_empty(folder: Path) -> None:
    if not folder.exists():
        return
    strange = sorted(
        path.name
        for path in folder.iterdir()
        if path.name not in _NOBODYS and not _LEFTOVER.fullmatch(path.name)
    )
    if strange:
        raise Refused(
            f"{folder} holds files that milepost did not write ({strange[0]}, for one), "
            "so it is left as it is.",
            "Choose an empty or new folder with --out, or move these files away first.",
        )


def _senseless(path: Path) -> Refused:
    return Refused(
        f"{path}, milepost's list of the files it wrote there, cannot be understood.",
        f"Delete the folder {path.parent} if it holds nothing of your own, then build again.",
    )
