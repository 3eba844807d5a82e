"""Which files count as saved: those that milepost reads, not those that editors leave about."""

from __future__ import annotations

from pathlib import Path

import pytest

from milepost.publish.watch import is_read

# The folder's own name, and those above it, are nobody's business.
FOLDER = Path("/home/ana/.notes/_journal~")


@pytest.mark.parametrize(
    "name",
    [
        "content/goals/earn-pmp.md",
        "content/journal/2026-W47.md",
        "content/journal/2026-11-22.md",
        "content/größe.md",
        "content/100.md",
        "milepost.yaml",
        "theme/templates/_card.html",
        "theme/static/style.css",
        "content/photo.jpg",
        "content/goals/swap.md",
    ],
)
def test_is_read(name: str) -> None:
    assert is_read(FOLDER / name, FOLDER)


@pytest.mark.parametrize(
    "name",
    [
        "content/.earn-pmp.md.swp",
        "content/earn-pmp.md~",
        "content/4913",
        "content/.#earn-pmp.md",
        "content/#earn-pmp.md#",
        "content/.DS_Store",
        "content/earn-pmp.md___jb_tmp___",
        "content/earn-pmp.md___jb_old___",
        "content/earn-pmp.md.tmp",
        "content/earn-pmp.md.tmp.4711",
        "content/.goutputstream-AB12CD",
        "content/sedAbCdEf",
        "content/~$notes.md",
        "content/_draft.md",
        "_site/index.html",
        ".git/index.md",
        "content/_old/goal.md",
        "Thumbs.db",
    ],
)
def test_is_not_read(name: str) -> None:
    assert not is_read(FOLDER / name, FOLDER)


def test_what_is_elsewhere_is_not_read() -> None:
    assert not is_read(Path("/elsewhere/goal.md"), FOLDER)
