"""A save below a watched folder is noticed when it is of a file that milepost reads."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import watchfiles

from milepost.publish.watch import Watch, is_read

PATIENCE = 30


@pytest.fixture
def saved() -> threading.Event:
    return threading.Event()


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def watch(tmp_path: Path, saved: threading.Event, said: list[str]) -> Iterator[Watch]:
    watch = Watch([tmp_path / "content", tmp_path / "new"], [], saved.set, said.append)
    (tmp_path / "content").mkdir()
    yield watch
    watch.stop()


def test_a_save_is_noticed(tmp_path: Path, watch: Watch, saved: threading.Event) -> None:
    watch.start()
    (tmp_path / "content" / "goal.md").write_bytes(b"x")
    assert saved.wait(PATIENCE)


def test_a_folder_that_comes_later_is_watched(
    tmp_path: Path, watch: Watch, saved: threading.Event
) -> None:
    watch.start()
    (tmp_path / "new").mkdir()
    assert saved.wait(PATIENCE)
    saved.clear()
    (tmp_path / "new" / "goal.md").write_bytes(b"x")
    assert saved.wait(PATIENCE)


def test_a_folder_that_is_put_back_at_once_is_watched(
    tmp_path: Path, watch: Watch, saved: threading.Event
) -> None:
    """It may have the very number on the disk that the one before it had."""
    content = tmp_path / "content"
    watch.start()
    for _ in range(5):
        content.rmdir()
        content.mkdir()
        assert saved.wait(PATIENCE)
        time.sleep(0.5)
        saved.clear()
        (content / "goal.md").write_bytes(b"x")
        assert saved.wait(PATIENCE)
        (content / "goal.md").unlink()
        time.sleep(0.2)
        saved.clear()


def test_without_watchers_the_files_are_looked_at(
    tmp_path: Path,
    watch: Watch,
    saved: threading.Event,
    said: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    right = watchfiles.watch

    def exhausted(*paths: Path, force_polling: bool | None, **named: Any) -> Any:
        if not force_polling:
            raise OSError(28, "inotify watch limit reached")
        return right(*paths, force_polling=force_polling, **named)

    monkeypatch.setattr(watchfiles, "watch", exhausted)
    watch.start()
    assert saved.wait(PATIENCE)  # from the first to the second way of watching, to miss nothing
    saved.clear()
    (tmp_path / "content" / "goal.md").write_bytes(b"x")
    assert saved.wait(PATIENCE)
    assert said == []


def test_when_nothing_works_it_says_so(
    watch: Watch, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_paths: Path, **_named: Any) -> Any:
        raise OSError("no such thing here")

    monkeypatch.setattr(watchfiles, "watch", broken)
    watch.start()
    assert said == ["Saved files are no longer noticed (no such thing here). Please start again."]


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
