"""What a list says of one goal.

In: nothing. Out: a frozen dataclass.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Wish:
    """A goal as a list has it, before it is one.

    `keys` are lines of front matter that it brings along as they are written. `unclear` holds, by
    our key, the words that may say it and cannot be read in one way only. `below` are the lines
    that stand below it, `now` where it stands at present, `whole` the text of a file that is a
    goal.
    """

    title: str
    line: int
    measurable: str = ""
    start: date | None = None
    due: date | None = None
    specific: str = ""
    relevant: str = ""
    area: str = ""
    status: str = ""
    now: str = ""
    keys: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    unclear: Mapping[str, str] = field(default_factory=dict)
    whole: str = ""
