"""Where the data that comes with milepost lies: the themes and the example journal.

In: the name of a shipped folder. Out: its path, in the installed package or at the checkout's root.
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def folder(name: str) -> Path:
    """The shipped folder of this name ("themes" or "content").

    An installed package carries it inside; an editable install and a checkout have it two levels
    higher. Raises FileNotFoundError when the installation is broken and it is in neither place.
    """
    for place in (_PACKAGE / name, _PACKAGE.parent.parent / name):
        if place.is_dir():
            return place
    raise FileNotFoundError(
        f"milepost's own folder {name!r} is missing from {_PACKAGE}: please install milepost again"
    )
