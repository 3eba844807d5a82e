"""In: why a folder cannot be written. Out: the exception that says so, with what to do."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from milepost.addresses import STAGING


class Refused(Exception):  # noqa: N818 - a refusal is no error of the program
    """The site was not written, or not to its end.

    `message` says what is wrong, `remedy` what to do about it; each is one or more whole sentences,
    without colour.
    """

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(f"{message} {remedy}")
        self.message = message
        self.remedy = remedy


@contextmanager
def system_errors_refused(folder: Path) -> Iterator[None]:
    """What the system says no to in this block (no room, no permission …) becomes a `Refused`."""
    try:
        yield
    except OSError as error:
        path = error.filename2 or error.filename
        # A draft's name would tell nobody anything.
        known = path is not None and STAGING not in str(path)
        raise _refused(error, str(path) if known else str(folder)) from error


def _refused(error: OSError, path: str) -> Refused:
    number = error.errno
    if number in (errno.ENOSPC, errno.EDQUOT):
        return Refused(
            f"The disk has no room left for {path}.",
            "Make some room, then build again; the pages that are there are whole.",
        )
    if number == errno.EROFS:
        return Refused(
            f"{path} is on a disk that cannot be written to.",
            "Choose another folder with --out.",
        )
    if isinstance(error, PermissionError):
        return Refused(
            f"milepost may not write to {path}.",
            "Close the programs that have it open, see that the folder belongs to you, "
            "or choose another folder with --out.",
        )
    if number == errno.ENAMETOOLONG:
        return Refused(
            f"The name {path} is too long for this disk.",
            "Give the goal, entry or tag behind it a shorter name, "
            "or choose a folder nearer to the top of the disk with --out.",
        )
    if isinstance(error, (FileExistsError, NotADirectoryError)):
        return Refused(
            f"{path} cannot be made: a file stands where a folder is wanted.",
            "Move the file away, or choose another folder with --out.",
        )
    if isinstance(error, FileNotFoundError):
        return Refused(
            f"{path} went away while milepost was writing.",
            "Let only one build write to the folder at a time, then build again.",
        )
    return Refused(
        f"{path} could not be written: {error.strerror or type(error).__name__}.",
        "See to that, then build again; the pages that are there are whole.",
    )
