"""In: the folder that a person wants the site in. Out: nothing, or a refusal with its reason."""

from __future__ import annotations

import stat
from collections.abc import Sequence
from pathlib import Path

from milepost.publish.refused import Refused
from milepost.publish.survey import is_link


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
    for place in (*keep_out, *_home(), Path(out.anchor)):
        kept = place.resolve()
        # Names are not enough where the disk takes A for a: ask whether it is the same folder, too.
        if any(above == out or (found and _same(above, out)) for above in (kept, *kept.parents)):
            raise Refused(
                f"{folder} holds {place}, which the site must not be mixed with.",
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
