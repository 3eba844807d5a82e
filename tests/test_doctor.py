"""`milepost doctor`: what others would see of a journal, and of the repository it lies in."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from milepost.cli import main
from milepost.cli.repository import Reach, Repository, look, reach_of
from milepost.journal.examples import files_of

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")

OPEN = """\
== milepost.yaml ==
title: Sailing
== .gitignore ==
_site/
== content/goals/sail.md ==
---
title: Sail twelve times
measurable: 12 trips
visibility: public
---
"""
JOURNAL = f"""\
{OPEN}Everybody reads this. <!-- canary -->

::: private
canary
:::
== content/goals/canary.md ==
---
title: Canary plan
measurable: yes or no
---
"""


def write(root: Path, text: str) -> Path:
    for path, data in files_of(text).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
    return root


def git(root: Path, *words: str) -> None:
    me = ("-c", "user.name=Ana", "-c", "user.email=ana@ana.example", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *me, *words], cwd=root, check=True, capture_output=True)


def committed(root: Path, text: str) -> Path:
    write(root, text)
    git(root, "init", "-q")
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "All")
    return root


def doctor(root: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    code = main(["doctor", str(root)])
    return code, capsys.readouterr().out


def lines(said: str, weight: str) -> list[str]:
    return [line[6:] for line in said.splitlines() if line.startswith(weight)]


def test_a_journal_in_no_repository(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = doctor(write(tmp_path, JOURNAL), capsys)
    assert code == 0
    assert "canary" not in said.lower()
    assert "this folder is in no git repository" in said
    assert "1 comment and 1 private passage are on no page for everybody" in said
    assert "--for public shows 1 goal, and leaves out 1 goal, 1 passage, 1 comment" in said


def test_every_line_says_what_to_do_next(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, said = doctor(write(tmp_path, JOURNAL), capsys)
    told = said.splitlines()
    assert len(told) % 2 == 0
    assert all(line[:6] in {"fine  ", "know  ", "mend  "} for line in told[::2])
    assert all(line.startswith("      ") and line.strip() for line in told[1::2])


def test_without_git_the_rest_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    code, said = doctor(write(tmp_path, JOURNAL), capsys)
    assert code == 0
    assert "git is not installed" in said
    assert "--for public shows 1 goal" in said


@needs_git
def test_private_words_on_a_public_host_are_to_be_mended(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = committed(tmp_path, JOURNAL)
    code, said = doctor(root, capsys)
    assert (code, lines(said, "mend")) == (0, [])
    assert "git keeps 2 files with words that the site does not show to everybody" in said
    git(root, "remote", "add", "origin", "https://ana:secret@github.com/ana/journal.git")
    code, said = doctor(root, capsys)
    assert code == 1
    assert "origin is github.com/ana/journal.git: a public host" in said
    assert "secret" not in said
    assert len(lines(said, "mend")) == 2


@needs_git
def test_an_open_journal_on_a_public_host_is_fine(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = committed(tmp_path, OPEN)
    git(root, "remote", "add", "origin", "git@github.com:ana/journal.git")
    code, said = doctor(root, capsys)
    assert (code, lines(said, "mend")) == (0, [])
    assert "git keeps no file with private words" in said


@needs_git
def test_what_was_deleted_is_in_the_history(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = committed(tmp_path, JOURNAL)
    git(root, "rm", "-q", "content/goals/canary.md")
    write(root, OPEN)
    git(root, "commit", "-q", "-a", "-m", "Gone")
    git(root, "remote", "add", "origin", "https://git.ana.example/journal.git")
    code, said = doctor(root, capsys)
    assert code == 1
    assert "git keeps no file with private words" in said
    assert "0 files with private words, and 1 note that you deleted or renamed" in said


@needs_git
def test_what_only_another_branch_holds_is_in_the_history(tmp_path: Path) -> None:
    root = committed(tmp_path, OPEN)
    git(root, "checkout", "-q", "-b", "other")
    write(root, JOURNAL)
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "Plans")
    git(root, "checkout", "-q", "-")
    held = look(root)
    assert isinstance(held, Repository)
    assert "content/goals/canary.md" in (held.past or ())
    assert "content/goals/canary.md" not in held.tracked


@needs_git
def test_the_journal_may_be_a_folder_of_the_repository(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path / "journal", JOURNAL)
    committed(tmp_path, "== README.md ==\nHello\n")
    code, said = doctor(tmp_path / "journal", capsys)
    assert code == 0
    assert "git keeps 2 files" in said
    assert "its history holds 2 files with private words, and 0 notes" in said


@needs_git
@pytest.mark.parametrize(
    ("ignored", "kept", "told"),
    [
        ("_site/\n", False, "git ignores _site/"),
        ("", False, "git does not ignore _site/"),
        ("", True, "git keeps 1 file of _site/ or .milepost/"),
    ],
)
def test_a_site_for_its_owner_stays_out_of_git(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], ignored: str, kept: bool, told: str
) -> None:
    write(tmp_path, OPEN)
    if kept:
        write(tmp_path, "== _site/index.html ==\ncanary\n")
    root = committed(tmp_path, f"== .gitignore ==\n{ignored}")
    code, said = doctor(root, capsys)
    assert code == int(not ignored)
    assert told in said


@needs_git
def test_no_program_that_the_repository_names_is_run(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = committed(tmp_path, OPEN)
    program = tmp_path / "spy"
    program.write_text(f"#!/bin/sh\ntouch {tmp_path}/was-run\n", "utf-8")
    program.chmod(0o755)
    for key in ("core.fsmonitor", "core.pager", "pager.log", "diff.external", "gpg.program"):
        git(root, "config", key, str(program))
    (root / "was-run").unlink(missing_ok=True)
    doctor(root, capsys)
    assert not (root / "was-run").exists()


@needs_git
def test_a_hook_of_another_repository_changes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    other = committed(tmp_path / "other", OPEN)
    root = committed(tmp_path / "mine", JOURNAL)
    monkeypatch.setenv("GIT_DIR", os.fspath(other / ".git"))
    _, said = doctor(root, capsys)
    assert "git keeps 2 files" in said


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("<<<<<<< HEAD\nA\n=======\nB\n>>>>>>> other\n", "of a conflict"),
        ("\x00", "where a file is not plain UTF-8 text"),
    ],
)
def test_what_cannot_be_read_is_to_be_mended(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, told: str
) -> None:
    write(tmp_path, JOURNAL)
    (tmp_path / "content/journal").mkdir()
    data = text.encode() if text != "\x00" else "---\ntitle: Zoë\n---\n".encode("latin-1")
    (tmp_path / "content/journal/2026-W46.md").write_bytes(data)
    code, said = doctor(tmp_path, capsys)
    assert code == 1
    assert told in " ".join(lines(said, "mend"))


def test_the_workflow_is_the_one_of_this_release(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", str(tmp_path / "my")]) == 0
    path = tmp_path / "my/.github/workflows/pages.yml"
    text = path.read_text("utf-8")
    code, said = doctor(tmp_path / "my", capsys)
    assert code == 0
    assert "pages.yml is the one of this release" in said
    path.write_text(text.replace("3.13", "3.11"), "utf-8")
    code, said = doctor(tmp_path / "my", capsys)
    assert code == 0
    assert "older, or changed by you" in said
    path.write_text(text.replace("--for public", ""), "utf-8")
    code, said = doctor(tmp_path / "my", capsys)
    assert code == 1
    assert "not with --for public" in said


@pytest.mark.parametrize(
    ("url", "address", "reach"),
    [
        ("git@github.com:ana/j.git", "github.com/ana/j.git", Reach.EVERYBODY),
        ("git@github-work:ana/j.git", "github-work/ana/j.git", Reach.EVERYBODY),
        ("ssh://git@codeberg.org:22/ana/j", "codeberg.org/ana/j", Reach.EVERYBODY),
        ("https://git.sr.ht/~ana/j", "git.sr.ht/~ana/j", Reach.EVERYBODY),
        ("https://token@git.ana.example/j?key=1", "git.ana.example/j", Reach.UNKNOWN),
        ("https://notgithub.example/ana/j", "notgithub.example/ana/j", Reach.UNKNOWN),
        ("/srv/backup/j.git", "/srv/backup/j.git", Reach.HERE),
        ("../j.git", "../j.git", Reach.HERE),
        ("C:/backup/j.git", "C:/backup/j.git", Reach.HERE),
        ("file:///srv/j.git", "/srv/j.git", Reach.HERE),
    ],
)
def test_a_remote_is_told_without_names_and_passwords(url: str, address: str, reach: Reach) -> None:
    assert reach_of(url) == (address, reach)
