"""One file of a person's own: written whole, or not at all.

In: a path and its bytes. Out: the file. It is staged beside its place and then moved there, so that
a full disk or a lost connection leaves no half of it, and what stood there before whole.
"""

from __future__ import annotations

import os
from pathlib import Path

from milepost.addresses import STAGING


def put(path: Path, data: bytes, *, replace: bool = False) -> bool:
    """Write a file; whether it was written: where one stands and `replace` is not given, it stays.

    A symbolic link is followed, so that it goes on leading to the file. Folders above are made.
    Raises OSError when the system says no.
    """
    target = path.resolve()
    if not replace and target.exists():
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_name(f"{STAGING}{os.getpid()}")
    try:
        draft.write_bytes(data)
        if not replace and _is_taken(draft, target):
            return False
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
    return True


def _is_taken(draft: Path, target: Path) -> bool:
    """Whether somebody put a file there meanwhile; else the place is the draft's from now on.

    Only a link does both in one step; on a disk that knows none it is looked at again.
    """
    try:
        os.link(draft, target)
    except FileExistsError:
        return True
    except OSError:
        return target.exists()
    return False
