"""In: the folder that the site is wanted in. Out: what stands there already, or a refusal.

What is below it is asked with `lstat`, step by step from the folder downwards, so that no link is
ever followed; a link, or something of somebody else's in the way, is refused before anything is
written.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Sequence
from pathlib import Path

from milepost.addresses import folded, parents
from milepost.publish.refused import Refused


def is_link(found: os.stat_result) -> bool:
    """Whether this is a symbolic link, or what Windows calls a junction."""
    junction = getattr(stat, "IO_REPARSE_TAG_MOUNT_POINT", None)
    return stat.S_ISLNK(found.st_mode) or (
        junction is not None and getattr(found, "st_reparse_tag", 0) == junction
    )


def require_apart(folder: Path, keep_out: Sequence[Path]) -> None:
    """Nothing, when the folder is a real one (or new) and holds nothing of `keep_out`.

    The home folder and the root of the disk are kept out always. Raises Refused otherwise.
    """
    try:
        found = folder.lstat()
    except FileNotFoundError:
        found = None
    if found and is_link(found):
        raise Refused(
            f"{folder} is a link to another folder, and milepost writes through no link.",
            "Name the folder itself with --out.",
        )
    if found and not stat.S_ISDIR(found.st_mode):
        raise Refused(f"{folder} is a file, not a folder.", "Choose another folder with --out.")
    out = folder.resolve()
    for path in (*keep_out, *_home(), Path(out.anchor)):
        kept = path.resolve()
        # Names are not enough where the disk takes A for a: ask whether it is the same folder, too.
        if any(above == out or (found and _same(above, out)) for above in (kept, *kept.parents)):
            raise Refused(
                f"{folder} holds {path}, which the site must not be mixed with.",
                "Choose a folder of its own for the site with --out, such as _site.",
            )


def _home() -> tuple[Path, ...]:
    try:
        return (Path.home(),)
    except RuntimeError:  # a user without one, as in some containers
        return ()


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


class Existing:
    """What stands in the folder before anything is changed.

    `owned` are the addresses that earlier builds wrote, `stale` those of them that the site has no
    longer.
    """

    def __init__(self, folder: Path, owned: frozenset[str], stale: frozenset[str]) -> None:
        self._folder = folder
        self._owned = owned
        self._twins = {folded(address): address for address in sorted(owned)}
        self._steps: dict[str, os.stat_result | None] = {}
        self.stale = stale

    def at(self, address: str) -> os.stat_result | None:
        """The file where a page is wanted; None when the place is free.

        A place that will be free once the stale files have gone counts as free.

        Raises Refused for a link there or above, and for a stranger's file or folder that bars the
        place.
        """
        for above in parents(address):
            step = self._step(above)
            if step is None:
                return None
            if not stat.S_ISDIR(step.st_mode):
                if above in self.stale:
                    return None
                raise self._barred(above, "file", "folder")
        found = self._step(address)
        if found is not None and stat.S_ISDIR(found.st_mode):
            self._require_ours(address)
            return None
        if found is not None and not stat.S_ISREG(found.st_mode):
            raise self._barred(address, "device", "file")
        return found

    def old(self, address: str) -> os.stat_result | None:
        """The file that an earlier build left at an address; None when it is there no longer."""
        for above in parents(address):
            step = self._step(above)
            if step is None or not stat.S_ISDIR(step.st_mode):
                return None
        found = self._step(address)
        return found if found is not None and stat.S_ISREG(found.st_mode) else None

    def is_ours(self, address: str, found: os.stat_result) -> bool:
        """Whether an earlier build wrote this file, under this address or a twin of it."""
        return address in self._owned or self.is_same(self._twins.get(folded(address)), found)

    def is_same(self, address: str | None, found: os.stat_result) -> bool:
        """Whether it stands at this address, too: "A/x" and "a/x" on a disk that takes A for a."""
        if address is None:
            return False
        other = _missing_is_none((self._folder / address).lstat)
        return other is not None and os.path.samestat(other, found)

    def _step(self, address: str) -> os.stat_result | None:
        if address not in self._steps:
            # Text, not a Path: this is asked for every page of every build.
            path = f"{self._folder}/{address}"
            self._steps[address] = _missing_is_none(lambda: os.lstat(path))
        found = self._steps[address]
        if found is not None and is_link(found):
            raise Refused(
                f"{self._folder / address} is a link, and milepost writes through no link.",
                "Remove the link, then build again.",
            )
        return found

    def _require_ours(self, address: str) -> None:
        with os.scandir(self._folder / address) as entries:
            inside = sorted((entry.name, entry.is_dir(follow_symlinks=False)) for entry in entries)
        for name, is_folder in inside:
            below = f"{address}/{name}"
            if is_folder:
                self._require_ours(below)
            elif below not in self.stale:
                raise self._barred(below, "file", "page")

    def _barred(self, address: str, there: str, wanted: str) -> Refused:
        return Refused(
            f"{self._folder / address} is in the way: a {there} that milepost did not write, "
            f"where the site wants a {wanted}.",
            "Move or rename it, then build again.",
        )


def _missing_is_none(look: Callable[[], os.stat_result]) -> os.stat_result | None:
    try:
        return look()
    except (FileNotFoundError, NotADirectoryError):
        return None
