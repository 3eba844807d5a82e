"""The manual's pages of the rules: `python -m milepost.formats.manual docs/rules` writes them.

In: every rule. Out: a page for each, and the list of them all, by file name.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from milepost.formats.explained import every_rule, index, page


def manual() -> Mapping[str, str]:
    """The texts of the pages by file name."""
    pages = {f"{rule.code}.md": page(rule) for rule in every_rule()}
    return {"README.md": index(), **pages}


def write(folder: Path) -> None:
    """Write the pages into a folder, and take away those of rules that are no more."""
    pages = manual()
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.md"):
        if old.name not in pages:
            old.unlink()
    for name, text in pages.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
