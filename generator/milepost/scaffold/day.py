"""The entry of a day, in a journal that is kept by days.

In: the entries that there are. Out: a text and its path below the notes.
"""

from __future__ import annotations

from datetime import date

from milepost.journal.model import Journal
from milepost.scaffold.beside import folder_beside


def new_day(journal: Journal, day: date) -> tuple[str, str]:
    """The path and the text of the entry for a day, with no word in it yet."""
    of_days = [entry for entry in journal.entries if entry.date_]
    folder = folder_beside(of_days, day, day.year, journal.root)
    return str(folder / f"{day}.md"), f"---\ndate: {day}\n---\n"
