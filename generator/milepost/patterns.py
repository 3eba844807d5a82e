"""Regular expressions that are made ready when they are first used.

In: what `re.compile` takes. Out: what it gives, from the first use on. A long one takes longer to
make than a file to read, and a command that only reads what it knows uses few of them.
"""

from __future__ import annotations

import re
from typing import Any, cast


class _Late:
    """A pattern that is not made yet; what was asked of it once is at hand from then on."""

    def __init__(self, text: str, flags: int) -> None:
        self._text = text
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        made = self.__dict__.setdefault("_made", re.compile(self._text, self._flags))
        found = self.__dict__[name] = getattr(made, name)
        return found


def late(text: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern that is made when it is first used.

    A fault in it is told only then, so each one needs a test that uses it.
    """
    return cast("re.Pattern[str]", _Late(text, flags))
