"""Answers from memory: the same as if everything were found out anew, or none."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

import milepost.pipeline
from milepost import memo
from milepost.cli import main
from milepost.journal.examples import files_of
from milepost.journal.folder import Folder

DAY = ("--today", "2026-06-15")
JOURNAL = """\
== milepost.yaml ==
title: Sailing
== content/goals/sail.md ==
---
title: Sail twelve times
measurable: 12 trips
time_bound: 2026-01-01 to 2026-12-31
visibility: public
---
== content/journal/2026-W10.md ==
---
visibility: public
progress: {sail: 2}
---
Twice around the island. ![](boat.png)
== content/journal/boat.png ==
not really
== theme/style.css ==
body { color: black }
"""
EDITS: dict[str, Callable[[Path], object]] = {
    "a number": lambda root: _replaced(root / "content/journal/2026-W10.md", "sail: 2", "sail: 3"),
    "a target": lambda root: _replaced(root / "content/goals/sail.md", "12 trips", "13 trips"),
    "a title in the settings": lambda root: _replaced(root / "milepost.yaml", "Sail", "Row"),
    "a rule of the theme": lambda root: _replaced(root / "theme/style.css", "black", "green"),
    "a picture": lambda root: (root / "content/journal/boat.png").write_bytes(b"not truly!"),
    "a new entry": lambda root: (root / "content/journal/2026-W11.md").write_text("Calm.\n"),
    "a note in a new folder": lambda root: _written(root / "content/pages/knots/bowline.md"),
    "a file less": lambda root: (root / "content/journal/2026-W10.md").unlink(),
    "another name": lambda root: (root / "content/goals/sail.md").rename(
        root / "content/goals/sailing.md"
    ),
    "a folder less": lambda root: (root / "theme").rename(root / "_theme"),
    "a page of the site that somebody changed": lambda root: (root / "_site/index.html").write_text(
        "mine"
    ),
    "a page of the site that is gone": lambda root: (root / "_site/index.html").unlink(),
}


def _replaced(path: Path, old: str, new: str) -> None:
    """The words changed in place; where they are as long as before, not even the size tells."""
    path.write_bytes(path.read_bytes().replace(old.encode(), new.encode()))


def _written(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.write_text("# Bowline\n", "utf-8")


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    root = tmp_path / "sailing"
    for path, data in files_of(JOURNAL).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
    return root


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The journals that were read: none when the answer comes from memory."""
    read: list[Path] = []
    really = milepost.pipeline.__dict__["read_folder"]

    def noted(root: Path, before: Folder | None = None) -> object:
        read.append(root)
        return really(root, before)

    monkeypatch.setattr(milepost.pipeline, "read_folder", noted)
    return read


def site(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.mark.parametrize("command", ["check", "status", "build"])
def test_the_same_question_is_answered_from_memory(
    journal: Path, command: str, reads: list[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    first = main([command, str(journal), *DAY]), capsys.readouterr()
    before = site(journal / "_site") if command == "build" else {}
    again = main([command, str(journal), *DAY]), capsys.readouterr()
    assert len(reads) == 1
    assert again[0] == first[0]
    assert again[1].out == first[1].out
    written = re.compile(r"\d+ written, 0 removed, \d+ unchanged")
    assert written.sub("", again[1].err) == written.sub("", first[1].err)
    if command == "build":
        assert "(0 written, 0 removed," in again[1].err
        assert site(journal / "_site") == before


def test_a_journal_is_the_same_however_it_is_named(
    journal: Path, reads: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(journal)
    for named in ([], ["."], [str(journal)], ["../sailing"]):
        main(["check", *named, *DAY])
    assert len(reads) == 1


@pytest.mark.parametrize("edit", EDITS)
def test_after_an_edit_the_site_is_as_one_that_remembers_nothing_makes_it(
    journal: Path, tmp_path: Path, edit: str
) -> None:
    main(["build", str(journal), *DAY])
    main(["build", str(journal), *DAY])
    EDITS[edit](journal)
    main(["build", str(journal), *DAY])
    main(["build", str(journal), "--no-cache", "--out", str(tmp_path / "anew"), *DAY])
    assert site(journal / "_site") == site(tmp_path / "anew")


def test_what_the_owner_was_told_answers_nobody_else(
    journal: Path, reads: list[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    _written(journal / "content/pages/secret/plan.md")
    main(["build", str(journal), *DAY])
    main(["build", str(journal), "--for", "public", *DAY])
    assert len(reads) == 2
    assert "public site" in capsys.readouterr().err
    assert not any("secret" in name for name in site(journal / "_site"))


def test_what_a_killed_build_left_is_cleared_though_nothing_changed(journal: Path) -> None:
    main(["build", str(journal), "--for", "public", *DAY])
    left = journal / "_site" / ".milepost-new-77"
    left.mkdir()
    (left / "0").write_bytes(b"a private page")
    main(["build", str(journal), "--for", "public", *DAY])
    assert not left.exists()


def test_another_day_is_another_answer(
    journal: Path, reads: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    for text in ("2026-06-15", "2026-06-15", "2026-06-16"):
        for place in ("answering", "opening"):
            day = date.fromisoformat(text)
            monkeypatch.setattr(f"milepost.cli.{place}.today", lambda *_, now=day: now)
        main(["check", str(journal)])
    assert len(reads) == 2


def test_a_change_of_the_same_length_whose_time_is_put_back_is_news(
    journal: Path, reads: list[Path]
) -> None:
    note = next((journal / "content").rglob("*.md"))
    words = note.read_bytes()
    for text in (words, words.swapcase()):
        note.write_bytes(text)
        os.utime(note, ns=(10**18, 10**18))
        main(["check", str(journal), *DAY])
    assert len(reads) == 2


@pytest.mark.parametrize("text", ["", "{", "[]", '{"answer": {}}', '{"answer": 1, "seen": 2}'])
def test_a_memory_that_makes_no_sense_is_none(journal: Path, reads: list[Path], text: str) -> None:
    main(["check", str(journal), *DAY])
    (held,) = (journal / memo.FOLDER).glob("*.json")
    held.write_text(text, "utf-8")
    assert main(["check", str(journal), *DAY]) == 0
    assert len(reads) == 2
    main(["check", str(journal), *DAY])
    assert len(reads) == 2


def test_the_memory_is_plain_text_that_git_leaves_out(journal: Path) -> None:
    main(["status", str(journal), *DAY])
    assert (journal / memo.FOLDER / ".gitignore").read_text("utf-8") == "*\n"
    (held,) = (journal / memo.FOLDER).glob("*.json")
    assert json.loads(held.read_bytes())["answer"]["code"] == 0


def test_the_memory_does_not_grow_for_ever(journal: Path) -> None:
    for day in range(1, 31):
        main(["check", str(journal), "--today", f"2026-06-{day:02}"])
    assert len(list((journal / memo.FOLDER).glob("*.json"))) == 24
    assert (journal / memo.FOLDER / ".gitignore").exists()


def test_no_cache_remembers_nothing(journal: Path, reads: list[Path]) -> None:
    main(["check", str(journal), "--no-cache", *DAY])
    assert not (journal / memo.FOLDER).exists()
    main(["check", str(journal), *DAY])
    main(["check", str(journal), "--no-cache", *DAY])
    assert len(reads) == 3


@pytest.mark.skipif(os.name == "nt", reason="a link needs rights there")
def test_a_link_that_leads_to_itself_changes_nothing(journal: Path, reads: list[Path]) -> None:
    (journal / "content/loop").symlink_to("loop")
    (journal / "content/again").symlink_to("../content")
    for _ in range(2):
        assert main(["check", str(journal), *DAY]) == 1  # it is told as a link to nothing
    assert len(reads) == 1


def test_a_folder_that_goes_while_it_is_looked_at_is_news(
    journal: Path, reads: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    main(["check", str(journal), *DAY])
    listed = os.scandir

    def scandir(folder: str) -> Iterator[os.DirEntry[str]]:
        entries = list(listed(folder))
        if folder == str(journal):
            (journal / "theme").rename(journal / "_theme")
        return iter(entries)

    with monkeypatch.context() as patched:
        patched.setattr("milepost.memo.os.scandir", scandir)
        remembered = memo.Memo(journal, ["one"])
    assert not (journal / "theme").exists()
    assert remembered.recall(str) is None
    assert main(["check", str(journal), *DAY]) == 0
    assert len(reads) == 2


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_is_checked_all_the_same(journal: Path) -> None:
    journal.chmod(0o500)
    try:
        assert main(["check", str(journal), *DAY]) == 0
    finally:
        journal.chmod(0o700)


def test_a_folder_without_settings_is_left_as_it_is(journal: Path) -> None:
    (journal / "milepost.yaml").unlink()
    main(["check", str(journal), *DAY])
    assert not (journal / memo.FOLDER).exists()


def test_where_there_is_no_journal_nothing_is_left_behind(tmp_path: Path) -> None:
    assert main(["check", str(tmp_path), *DAY]) == 2
    assert not list(tmp_path.iterdir())
