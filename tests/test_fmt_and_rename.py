"""`milepost fmt` and `milepost rename` as commands: what is shown, what is written, which code."""

from __future__ import annotations

from pathlib import Path

import pytest

from milepost.cli import main
from milepost.journal.examples import files_of

JOURNAL = """\
== milepost.yaml ==
title: Sailing
== content/goals/sail.md ==
---
title: Sail
deadline: 30.06.2026
---
== content/goals/sea.md ==
---
title: See the sea
relevant: sail
---
"""
DIFFERENCE = """\
--- content/goals/sail.md
+++ content/goals/sail.md
@@ -1,4 +1,4 @@
 ---
 title: Sail
-deadline: 30.06.2026
+time_bound: 2026-06-30
 ---
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for path, data in files_of(JOURNAL).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    return tmp_path


def bytes_of(root: Path) -> dict[str, bytes]:
    paths = (path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in paths}


def test_fmt_shows_and_writes_only_what_is_asked_for(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = bytes_of(here)
    assert main(("fmt",)) == 0
    printed = capsys.readouterr()
    assert printed.out == DIFFERENCE
    assert "Nothing was written" in printed.err
    assert main(("fmt", "--check")) == 1
    assert bytes_of(here) == before
    assert main(("fmt", "--write")) == 0
    assert b"time_bound: 2026-06-30" in (here / "content/goals/sail.md").read_bytes()
    assert main(("fmt", "--check")) == 0


def test_fmt_of_one_file(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(("fmt", "content/goals/sea.md", "--check")) == 0
    assert main(("fmt", "content/goals/none.md")) == 2
    assert "content/goals/none.md is not a file" in capsys.readouterr().err
    (here / "data.txt").write_text("x", encoding="utf-8")
    assert main(("fmt", "data.txt")) == 1
    assert "no file of the journal" in capsys.readouterr().err


def test_rename_moves_the_file_and_its_mentions(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = bytes_of(here)
    assert main(("rename", "sail", "row")) == 0
    assert capsys.readouterr().out.startswith("content/goals/sail.md → content/goals/row.md\n---")
    assert bytes_of(here) == before
    assert main(("rename", "sail", "row", "--write")) == 0
    after = bytes_of(here)
    assert "content/goals/sail.md" not in after
    assert b"aliases: [sail]\n" in after["content/goals/row.md"]
    assert b"relevant: row\n" in after["content/goals/sea.md"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("sial", "row"), "did you mean sail?"),
        (("sail", "sea"), "content/goals/sea.md is called so already"),
        (("sail", "sail"), "that is its id already"),
        (("sail", "a b"), "cannot be an id"),
    ],
)
def test_rename_refuses(
    here: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, str], told: str
) -> None:
    before = bytes_of(here)
    assert main(("rename", *words, "--write")) == 2
    assert told in capsys.readouterr().err
    assert bytes_of(here) == before
