"""The entry of a day, in a journal that is kept by days.

In: the entries that there are. Out: a text and its path, beside the entry of the nearest day.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import PurePosixPath

from milepost.journal.model import Entry


def new_day(entries: Iterable[Entry], day: date, root: str) -> tuple[str, str]:
    """The path and the text of the entry for a day, with no word in it yet.

    It lies where that of the nearest day does; where folders there are named after its year and
    month, in those of its own. `root` is that of the notes: `content/`, or nothing.
    """
    of_days = [entry for entry in entries if entry.date_]
    near = min(of_days, key=lambda one: (abs((one.day - day).days), one.path), default=None)
    folder = PurePosixPath(root) / "journal"
    if near is not None and near.date_:
        names = {f"{near.date_:{form}}": f"{day:{form}}" for form in ("%Y", "%m", "%Y-%m")}
        parts = PurePosixPath(near.path).parent.parts
        folder = PurePosixPath(*(names.get(part, part) for part in parts))
    return str(folder / f"{day}.md"), f"---\ndate: {day}\n---\n"
