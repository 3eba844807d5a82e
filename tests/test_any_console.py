"""Every command on every console: no traceback, and nothing half-written."""

from __future__ import annotations

import errno
import io
import os
import shlex
import subprocess
import sys
from collections.abc import Mapping
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from written import some

from milepost.cli import main
from milepost.cli.main import COMMANDS
from milepost.journal.examples import files_of

posix = pytest.mark.skipif(os.name == "nt", reason="needs a shell, and devices of Unix")
JOURNAL = """\
== milepost.yaml ==
title: Café
== content/goals/prüfung.md ==
---
title: Prüfung bestehen
measurable: 12 Übungen
time_bound: 2026-01-01 to 2026-12-31
---
== content/journal/2026-W46.md ==
---
progress: {prüfung: 2}
---
## Learned
Déjà vu.
"""
INSTEAD = {"serve": "serve nowhere"}
"""A command that runs until it is stopped, with words that end it."""
BARE = {key: os.environ[key] for key in ("PATH", "PYTHONPATH", "SYSTEMROOT") if key in os.environ}
CONSOLES: dict[str, tuple[Mapping[str, str], str]] = {
    "plain ASCII, and no home": ({"LC_ALL": "C", "PYTHONUTF8": "0"}, "{}"),
    "a closed pipe": ({"HOME": "/"}, "{} | true"),
    "a full disk": ({"HOME": "/"}, "{} > /dev/full"),
    "no streams": ({"HOME": "/"}, "{} <&- >&- 2>&-"),
}


def write(root: Path) -> Path:
    for path, data in files_of(JOURNAL).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
    return root


def example(command: str) -> str:
    """The first line of a command's examples."""
    line = COMMANDS[command].EXAMPLES.strip().splitlines()[0]
    return INSTEAD.get(command) or " ".join(shlex.split(line.split("  ")[0])[1:])


@posix
@pytest.mark.parametrize(("command", "console"), some(product(COMMANDS, CONSOLES), 6))
def test_no_command_ends_in_a_traceback(tmp_path: Path, command: str, console: str) -> None:
    environment, line = CONSOLES[console]
    run = line.format(f"{shlex.quote(sys.executable)} -m milepost {example(command)}")
    done = subprocess.run(
        ["/bin/sh", "-c", run],
        cwd=write(tmp_path),
        env={**BARE, **environment},
        input=b"Caf\xc3\xa9 ausbauen\n",
        capture_output=True,
        check=False,
        timeout=120,
    )
    said = (done.stdout + done.stderr).decode("utf-8")
    assert "Traceback" not in said
    assert "Exception ignored" not in said
    assert done.returncode in {0, 1, 2}
    empty = [path for path in tmp_path.rglob("*") if path.is_file() and not path.stat().st_size]
    assert not [path for path in empty if not path.relative_to(tmp_path).parts[0].startswith("_")]


@posix
def test_a_name_in_any_letters_is_read_on_a_console_of_plain_ascii(tmp_path: Path) -> None:
    write(tmp_path)

    def said(*words: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "milepost", *words],
            cwd=tmp_path,
            env={**BARE, "LC_ALL": "C", "PYTHONUTF8": "0"},
            capture_output=True,
            check=True,
        )
        return done.stdout.decode("utf-8")

    assert "Prüfung bestehen" in said("status", "prüfung")
    assert said("new", "goal", "Café ausbauen") == "content/goals/café-ausbauen.md\n"
    text = (tmp_path / "content/goals/café-ausbauen.md").read_text(encoding="utf-8")
    assert "title: Café ausbauen\n" in text
    said("build")
    assert (tmp_path / "_site/goals/prüfung/index.html").is_file()


def test_letters_that_no_encoding_knows_are_written_as_a_question(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write(tmp_path))
    assert main(["new", "goal", "Row\udcff far"]) == 0
    text = (tmp_path / "content/goals/row-far.md").read_text(encoding="utf-8")
    assert "Row? far" in text


def test_a_full_disk_leaves_no_empty_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Full(io.BytesIO):
        def write(self, _: Any) -> int:
            raise OSError(errno.ENOSPC, "No space left on device")

    opened = Path.open

    def full(path: Path, mode: str = "r", *args: Any, **more: Any) -> Any:
        found = opened(path, mode, *args, **more)
        if not {*mode} & {"w", "x"}:
            return found
        found.close()
        return Full()

    monkeypatch.chdir(write(tmp_path))
    monkeypatch.setattr(Path, "open", full)
    before = sorted(path for path in tmp_path.rglob("*") if ".milepost" not in path.parts)
    for words in (["goal", "Row"], ["week"], ["review"], ["journal", "--here", "other"]):
        assert main(["new", *words]) == 1
        assert "No space left on device" in capsys.readouterr().err
    after = sorted(path for path in tmp_path.rglob("*") if path.is_file())
    assert after == [path for path in before if path.is_file()]


def test_what_cannot_be_written_is_said_with_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where a folder should be there is a file, for whoever may write anywhere as well."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "my").write_text("x", encoding="utf-8")
    assert main(["new", "journal", "my/journal"]) == 1
    assert "cannot be written" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["check", "build", "status"])
def test_a_journal_in_which_nothing_can_be_remembered_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    (write(tmp_path) / ".milepost").write_text("x", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert main([command, "--today", "2026-11-22"]) == 0


def test_a_person_without_a_home_has_a_journal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", none)
    monkeypatch.chdir(write(tmp_path))
    assert main(["status", "--no-cache"]) == 0


@posix
@pytest.mark.parametrize(
    ("command", "path"),
    [
        ("log prüfung 3 --today 2026-11-22", "content/journal/2026-W47.md"),
        ("new week --today 2026-11-22", "content/journal/2026-W47.md"),
        ("status --today 2026-11-22", ""),
    ],
)
def test_what_was_written_is_told_where_nothing_can_be_shown(
    tmp_path: Path, command: str, path: str
) -> None:
    run = f"{shlex.quote(sys.executable)} -m milepost {command} > /dev/full"
    done = subprocess.run(
        ["/bin/sh", "-c", run],
        cwd=write(tmp_path),
        env={**BARE, "HOME": "/"},
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 1
    said = done.stderr.decode()
    assert (f"written all the same: {path}" in said) is bool(path)
    assert not path or (tmp_path / path).is_file()
