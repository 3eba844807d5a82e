"""In: finished pages, and a folder. Out: the folder holds them, beside what a person put there.

Everything is staged first and then moved into place by rename: a failure leaves each file whole,
the old one or the new one.
"""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from milepost.addresses import LEDGER, STAGING, check_addresses, folded, parents
from milepost.publish.existing import Existing, require_apart
from milepost.publish.ledger import ledger_text, leftovers, read_ledger
from milepost.publish.refused import Refused, system_errors_refused

__all__ = ["Changes", "Refused", "publish"]


@dataclass(frozen=True)
class Changes:
    """What became of each address, sorted.

    Written anew, left as it was, or removed because the site has it no longer.
    """

    written: tuple[str, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]


def publish(pages: Mapping[str, bytes], folder: Path, *, keep_out: Sequence[Path] = ()) -> Changes:
    """Make `folder` hold these pages.

    Only files whose bytes differ are written; only files that an earlier build wrote are replaced
    or removed, whether or not somebody has edited them since: the journal is the truth, its pages
    are not. All other files in the folder stay. `keep_out` names what the folder must not be or
    contain: the journal, its sources. The home folder and the root of the disk are always kept out.
    Another build that writes there at this moment is waited for, where the system can tell.
    No symbolic link in or below the folder is followed; folders above it may be links.

    Raises Refused, with a message and a remedy for a person, when the folder is not milepost's to
    write or the system says no; ValueError when an address cannot be a file (see
    `addresses.fault`).
    """
    check_addresses(pages)
    with system_errors_refused(folder), _alone(folder):
        require_apart(folder, keep_out)
        owned = read_ledger(folder)
        plan = _plan(pages, folder, owned)
        is_done = not plan.to_do and owned == plan.owned and (folder / LEDGER).exists()
        # What a killed build staged may be for other eyes: it goes even if nothing else is to do.
        if not is_done or leftovers(folder):
            _carry_out(plan, pages, folder, owned)
    return Changes(plan.write, plan.unchanged, plan.remove)


def standing_in(folder: Path, address: str) -> bytes | None:
    """The bytes of a file in the folder, whoever put it there; None where there is none."""
    path = f"{folder}/{address}"  # text, not a Path: this is asked for every page of every build
    try:
        if not stat.S_ISREG(os.lstat(path).st_mode):
            return None
        with open(path, "rb") as file:  # noqa: PTH123
            return file.read()
    except OSError:
        return None


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Let one build write at a time: of two at once the later ledger would forget files.

    The lock is on the folder above, which is there before the first build; it ends with the
    process, however that ends.
    """
    try:
        from fcntl import LOCK_EX, flock
    except ImportError:  # Windows
        yield
        return
    ways_up = folder.absolute().parents
    above = next((path for path in ways_up if path.is_dir()), folder.absolute())
    handle = os.open(above, os.O_RDONLY)
    try:
        with suppress(OSError):  # a disk that knows no locks
            flock(handle, LOCK_EX)
        yield
    finally:
        os.close(handle)


@dataclass(frozen=True)
class _Plan:
    write: tuple[str, ...]
    unchanged: tuple[str, ...]
    remove: tuple[str, ...]
    in_the_way: frozenset[str]  # those of `remove` that stand where a new file or folder is wanted
    owned: frozenset[str]  # what the ledger says in the end

    @property
    def to_do(self) -> bool:
        """Whether any page has to be written or removed."""
        return bool(self.write or self.remove)


def _plan(pages: Mapping[str, bytes], folder: Path, owned: frozenset[str]) -> _Plan:
    existing = Existing(folder, owned, frozenset(owned - pages.keys()))
    write: list[str] = []
    unchanged: list[str] = []
    strangers: set[str] = set()
    for address in sorted(pages):
        found = existing.at(address)
        same = found is not None and _holds(folder / address, found, pages[address])
        (unchanged if same else write).append(address)
        if found is not None and not existing.is_ours(address, found):
            if not same:
                raise Refused(
                    f"{folder / address} was put there by somebody else, "
                    "and the site has a page of that name.",
                    "Move or rename that file, then build again.",
                )
            strangers.add(address)  # equal by chance: it stays theirs
    twins = {folded(address): address for address in pages}
    remove = [
        address
        for address in sorted(existing.stale)
        if (found := existing.old(address)) is not None
        and not existing.is_same(twins.get(folded(address)), found)
    ]
    wanted_folders = {above for address in write for above in parents(address)}
    in_the_way = frozenset(
        address
        for address in remove
        if address in wanted_folders or any(above in pages for above in parents(address))
    )
    return _Plan(
        tuple(write),
        tuple(unchanged),
        tuple(remove),
        in_the_way,
        frozenset(pages.keys() - strangers),
    )


def _holds(path: Path, found: os.stat_result, content: bytes) -> bool:
    return found.st_size == len(content) and path.read_bytes() == content


def _carry_out(
    plan: _Plan, pages: Mapping[str, bytes], folder: Path, owned: frozenset[str]
) -> None:
    is_new = not folder.is_dir()
    folder.mkdir(parents=True, exist_ok=True)
    staging = folder / f"{STAGING}{os.getpid()}"
    try:
        for old in leftovers(folder):
            shutil.rmtree(old)
        staging.mkdir()
        # A full disk shows here, while the old site still stands as it was.
        for number, address in enumerate(plan.write):
            (staging / str(number)).write_bytes(pages[address])
        # From here to the end the ledger names the old files and the new ones, so that a build
        # after a failure knows them all.
        known = owned | plan.owned
        if known != owned or not (folder / LEDGER).exists():
            _put_ledger(known, folder, staging)
        _remove(plan.in_the_way, plan.in_the_way, folder)
        for number, address in enumerate(plan.write):
            target = folder / address
            target.parent.mkdir(parents=True, exist_ok=True)
            if target.is_dir():
                _remove_empty(target)
            (staging / str(number)).replace(target)
        _remove(frozenset(plan.remove) - plan.in_the_way, owned - plan.owned, folder)
        if known != plan.owned:
            _put_ledger(plan.owned, folder, staging)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
        if is_new and not any(folder.iterdir()):
            folder.rmdir()


def _put_ledger(addresses: frozenset[str], folder: Path, staging: Path) -> None:
    draft = staging / "ledger"
    draft.write_bytes(ledger_text(addresses))
    draft.replace(folder / LEDGER)


def _remove(files: frozenset[str], gone: frozenset[str], folder: Path) -> None:
    """Remove the files, and above every address that is gone the folders that hold nothing more.

    More may be gone than is removed: what a person took away, or a failed build did not write.
    """
    for address in sorted(files):
        (folder / address).unlink(missing_ok=True)
    for above in sorted({above for address in gone for above in parents(address)}, reverse=True):
        with suppress(OSError):  # it holds something else, or is not there
            (folder / above).rmdir()


def _remove_empty(folder: Path) -> None:
    for path, _, _ in os.walk(folder, topdown=False):
        Path(path).rmdir()
