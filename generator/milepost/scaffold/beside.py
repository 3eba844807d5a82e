"""Where a new entry lies: in the folder of the one nearest to it.

In: the entries that there are, and a day. Out: a folder.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import PurePosixPath

from milepost.journal.model import Entry


def folder_beside(entries: Iterable[Entry], day: date, year: int, root: str) -> PurePosixPath:
    """The folder, below the notes, of the entry nearest to a day; `journal` where there is none.

    The notes stand in `root`: `content/`, or nothing.

    Folders named after its year and month are those of the new one: `year` is that of its name,
    which at New Year may be another than its day's.
    """
    near = min(entries, key=lambda one: (abs((one.day - day).days), one.path), default=None)
    if near is None:
        return PurePosixPath("journal")
    own = near.day.year if near.date_ or near.week is None else near.week.year
    names = {f"{own}": f"{year}"}
    names |= {f"{near.day:{form}}": f"{day:{form}}" for form in ("%m", "%Y-%m")}
    parts = PurePosixPath(near.path.removeprefix(root)).parent.parts
    return PurePosixPath(*(names.get(part, part) for part in parts))
