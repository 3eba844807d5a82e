"""A folder on disk: what is read, what is passed over, what is refused."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from milepost.cli.shared import find_root
from milepost.journal.folder import read_folder
from milepost.journal.load import load


def write(root: Path, *paths: str, text: str = "Words.") -> None:
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")


def test_folders_of_tools_are_passed_over(tmp_path: Path) -> None:
    write(tmp_path, "content/journal/2026-W20.md", "milepost.yaml", "static/boat.svg")
    write(tmp_path, ".obsidian/x.md", ".trash/x.md", "node_modules/x.md", "_site/x.md")
    write(tmp_path, "templates/week.md", "content/.draft.md")
    folder = read_folder(tmp_path)
    assert sorted(folder.files) == ["content/journal/2026-W20.md", "milepost.yaml"]
    assert dict(folder.assets) == {"static/boat.svg": b"Words."}
    assert folder.findings == ()


def test_a_link_out_of_the_journal_is_not_followed(tmp_path: Path) -> None:
    write(tmp_path, "outside/secret.md", "journal/content/pages/a.md")
    try:
        (tmp_path / "journal/content/pages/b.md").symlink_to(tmp_path / "outside/secret.md")
        (tmp_path / "journal/content/more").symlink_to(tmp_path / "outside")
        (tmp_path / "journal/content/loop").symlink_to(tmp_path / "journal/content")
    except OSError:
        pytest.skip("this system does not let tests make symbolic links")
    folder = read_folder(tmp_path / "journal")
    assert sorted(folder.files) == ["content/pages/a.md"]
    assert [finding.place.path for finding in folder.findings] == [
        "content/more",
        "content/pages/b.md",
    ]
    assert "symbolic link that leads out of what milepost reads" in folder.findings[0].message


def test_a_link_to_what_is_passed_over_is_not_followed(tmp_path: Path) -> None:
    """A file behind a link counts as what it is, whatever the link is called."""
    write(tmp_path, "content/pages/a.md", ".env", "_private/b.md", "milepost.yaml", "data/w.csv")
    try:
        (tmp_path / "content/pages/b.md").symlink_to(tmp_path / "_private/b.md")
        (tmp_path / "env.jpg").symlink_to(tmp_path / ".env")
        (tmp_path / "settings.jpg").symlink_to(tmp_path / "milepost.yaml")
        (tmp_path / "note.pdf").symlink_to(tmp_path / "content/pages/a.md")
    except OSError:
        pytest.skip("this system does not let tests make symbolic links")
    folder = read_folder(tmp_path)
    assert sorted(folder.files) == ["content/pages/a.md", "data/w.csv", "milepost.yaml"]
    assert not folder.assets
    assert [one.place.path for one in folder.findings] == ["content/pages/b.md", "env.jpg"]


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("static/boat.JPG", True),
        ("content/journal/talk.m4a", True),
        ("cv.pdf", True),
        ("cv.pdf~", False),
        ("cv.pdf.bak", False),
        ("~$plan.docx", False),
        ("notes.yaml", False),
        ("dump.sql", False),
        ("run.sh", False),
        ("page.html", False),
        ("key", False),
        ("data/boat.jpg", False),
        ("theme/boat.jpg", False),
        (".git/boat.jpg", False),
        ("_old/boat.jpg", False),
    ],
)
def test_a_page_may_bring_along_only_what_a_journal_means_to_show(
    tmp_path: Path, path: str, shown: bool
) -> None:
    write(tmp_path, path)
    assert list(read_folder(tmp_path).assets) == ([path] if shown else [])


def test_a_file_over_two_megabytes_is_not_read(tmp_path: Path) -> None:
    write(tmp_path, "content/pages/log.md", text="x" * 2_100_000)
    folder = read_folder(tmp_path)
    assert folder.files == {}
    assert folder.findings[0].message == ("this file holds 2.1 MB; files over 2 MB are not read")


@pytest.mark.parametrize("leads_to", ["gone.md", "a.md"])
def test_a_note_that_is_a_link_to_nothing_or_to_itself_is_told(
    tmp_path: Path, leads_to: str
) -> None:
    write(tmp_path, "content/pages/b.md")
    (tmp_path / "content/pages/a.md").symlink_to(leads_to)
    folder = read_folder(tmp_path)
    assert list(folder.files) == ["content/pages/b.md"]
    assert [(told.place.path, told.message) for told in folder.findings] == [
        ("content/pages/a.md", "this file cannot be read: it is a link to nothing")
    ]


def test_a_missing_picture_is_told_and_a_present_one_found(tmp_path: Path) -> None:
    write(tmp_path, "static/boat.svg")
    write(tmp_path, "content/pages/a.md", text="![The boat](boat.svg)\n\n![Gone](gone.svg)")
    folder = read_folder(tmp_path)
    findings = load(folder.files, folder.assets).findings
    assert [finding.message for finding in findings] == [
        "the picture “gone.svg” is not in the journal"
    ]
    assert findings[0].place.line == 3


def test_the_journal_is_the_nearest_folder_upwards_with_settings(tmp_path: Path) -> None:
    write(tmp_path, "milepost.yaml", "content/goals/a.md")
    assert find_root(tmp_path / "content" / "goals") == tmp_path.resolve()
    assert find_root(tmp_path.parent) == tmp_path.parent.resolve()


def test_what_surely_is_the_same_is_not_read_again(tmp_path: Path) -> None:
    """A file that looks as before is the same one, if it has not changed in the last seconds."""
    write(tmp_path, "content/journal/2026-W20.md")
    note = tmp_path / "content/journal/2026-W20.md"
    first = read_folder(tmp_path)
    assert not first.looks, "it was written just now, and may be again in the same instant"
    note.write_text("Woods.", encoding="utf-8")
    assert read_folder(tmp_path, first).files == {"content/journal/2026-W20.md": b"Woods."}
    it = note.stat()
    look = (it.st_size, it.st_mtime_ns, it.st_ctime_ns, it.st_ino)
    known = replace(first, looks={"content/journal/2026-W20.md": look})
    assert read_folder(tmp_path, known).files == first.files
    note.write_text("Words!", encoding="utf-8")
    assert read_folder(tmp_path, known).files == {"content/journal/2026-W20.md": b"Words!"}
