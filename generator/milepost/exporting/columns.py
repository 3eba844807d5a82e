"""What a field of a record is, declared once: CSV, JSON and the schema all follow from it.

In: nothing. Out: declarations.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class Holds(Enum):
    """What a field holds; what is unknown is None in JSON and empty in CSV."""

    TEXT = auto()
    NUMBER = auto()
    FLAG = auto()
    DAY = auto()
    """ISO, as `2026-11-22`."""
    WEEK = auto()
    """An ISO week, as `2026-W47`."""
    WORDS = auto()
    """Several texts, in their order."""
    NUMBERS_BY = auto()
    """Numbers by a name, as hours by goal: an object in JSON, a column for each name in CSV."""
    TEXTS_BY = auto()


@dataclass(frozen=True, slots=True)
class Column:
    """A field of a record.

    A point in its `name` says that it stands within another (`forecast.low`). `always` says that
    it is never unknown; `among` are the only texts that it may hold.
    """

    name: str
    holds: Holds
    about: str
    always: bool = False
    among: tuple[str, ...] = ()

    @property
    def spread(self) -> bool:
        """Whether it is a column for each of its names in CSV."""
        return self.holds in {Holds.NUMBERS_BY, Holds.TEXTS_BY}
