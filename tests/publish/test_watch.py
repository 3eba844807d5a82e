"""A save below a watched folder is noticed, also where the system has no watchers to give."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import watchfiles

from milepost.publish.watch import Watch

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


def test_without_watchers_the_files_are_looked_at(
    tmp_path: Path,
    watch: Watch,
    saved: threading.Event,
    said: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    right = watchfiles.watch

    def exhausted(*places: Path, force_polling: bool | None, **named: Any) -> Any:
        if not force_polling:
            raise OSError(28, "inotify watch limit reached")
        return right(*places, force_polling=force_polling, **named)

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
    def broken(*_places: Path, **_named: Any) -> Any:
        raise OSError("no such thing here")

    monkeypatch.setattr(watchfiles, "watch", broken)
    watch.start()
    assert said == ["Saved files are no longer noticed (no such thing here). Please start again."]
