"""Pages go into a folder: what is written, what is left alone, what is refused."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from milepost.publish.output import Refused, publish

LEDGER = ".milepost-ledger"


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder but the ledger, address to bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != LEDGER
    }


def stamps(folder: Path) -> dict[str, tuple[int, int]]:
    """Which file stands at each address, and when it was last written."""
    found = {p.relative_to(folder).as_posix(): p.stat() for p in sorted(folder.rglob("*"))}
    return {address: (stat.st_ino, stat.st_mtime_ns) for address, stat in found.items()}


SITE = {
    "index.html": b"<h1>Goals</h1>",
    "goals/earn-pmp/index.html": b"<h1>Earn the PMP</h1>",
    "style.css": b"body {}",
}


def test_a_first_build_makes_the_folder_and_writes_every_page(tmp_path: Path) -> None:
    changes = publish(SITE, tmp_path / "new" / "_site")
    assert changes.written == ("goals/earn-pmp/index.html", "index.html", "style.css")
    assert changes.unchanged == ()
    assert changes.removed == ()
    assert tree(tmp_path / "new" / "_site") == SITE


def test_the_ledger_lists_addresses_and_nothing_of_the_day_or_the_machine(tmp_path: Path) -> None:
    publish(SITE, tmp_path / "one")
    publish(dict(reversed(SITE.items())), tmp_path / "two")
    text = (tmp_path / "one" / LEDGER).read_bytes()
    assert text == (tmp_path / "two" / LEDGER).read_bytes()
    assert text.decode().splitlines()[1:] == sorted(SITE)


def test_a_second_build_of_the_same_pages_writes_nothing_at_all(tmp_path: Path) -> None:
    publish(SITE, tmp_path / "_site")
    before = stamps(tmp_path / "_site")
    changes = publish(SITE, tmp_path / "_site")
    assert changes.written == ()
    assert changes.unchanged == tuple(sorted(SITE))
    assert stamps(tmp_path / "_site") == before


def test_only_the_page_that_changed_is_written(tmp_path: Path) -> None:
    publish(SITE, tmp_path)
    before = stamps(tmp_path)
    changes = publish(SITE | {"index.html": b"<h1>Goals!</h1>"}, tmp_path)
    assert changes.written == ("index.html",)
    after = stamps(tmp_path)
    assert after["style.css"] == before["style.css"]
    assert after["goals/earn-pmp/index.html"] == before["goals/earn-pmp/index.html"]


def test_a_page_that_a_person_edited_is_put_right_again(tmp_path: Path) -> None:
    publish(SITE, tmp_path)
    (tmp_path / "index.html").write_bytes(b"<h1>Gaols</h1>")  # as long as the page itself
    assert publish(SITE, tmp_path).written == ("index.html",)
    assert tree(tmp_path) == SITE


def test_pages_that_are_gone_are_removed_with_the_folders_they_leave_empty(tmp_path: Path) -> None:
    publish(SITE, tmp_path)
    changes = publish({"index.html": SITE["index.html"]}, tmp_path)
    assert changes.removed == ("goals/earn-pmp/index.html", "style.css")
    assert sorted(path.name for path in tmp_path.iterdir()) == [LEDGER, "index.html"]


def test_what_a_person_put_there_survives(tmp_path: Path) -> None:
    publish(SITE, tmp_path)
    (tmp_path / "CNAME").write_bytes(b"goals.example.org\n")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "HEAD").write_bytes(b"ref: refs/heads/pages\n")
    (tmp_path / "goals" / "notes.txt").write_bytes(b"mine")
    publish({}, tmp_path)
    assert tree(tmp_path) == {
        ".git/HEAD": b"ref: refs/heads/pages\n",
        "CNAME": b"goals.example.org\n",
        "goals/notes.txt": b"mine",
    }


def test_a_strangers_file_is_not_overwritten_by_a_page_of_its_name(tmp_path: Path) -> None:
    publish(SITE, tmp_path)
    (tmp_path / "robots.txt").write_bytes(b"mine")
    with pytest.raises(Refused, match=r"robots\.txt was put there by somebody else") as refusal:
        publish(SITE | {"robots.txt": b"milepost's", "index.html": b"new"}, tmp_path)
    assert refusal.value.remedy == "Move or rename that file, then build again."
    assert tree(tmp_path) == SITE | {"robots.txt": b"mine"}


def test_a_strangers_file_that_equals_a_page_stays_the_strangers(tmp_path: Path) -> None:
    publish(SITE, tmp_path)
    (tmp_path / "CNAME").write_bytes(b"goals.example.org")
    assert "CNAME" in publish(SITE | {"CNAME": b"goals.example.org"}, tmp_path).unchanged
    publish(SITE, tmp_path)
    assert (tmp_path / "CNAME").read_bytes() == b"goals.example.org"


def test_a_page_may_become_a_folder_and_a_folder_a_page(tmp_path: Path) -> None:
    publish({"a": b"page", "b/c/d": b"deep"}, tmp_path)
    changes = publish({"a/x": b"deep", "b": b"page"}, tmp_path)
    assert changes.written == ("a/x", "b")
    assert changes.removed == ("a", "b/c/d")
    assert tree(tmp_path) == {"a/x": b"deep", "b": b"page"}


def test_a_folder_that_holds_a_strangers_file_does_not_become_a_page(tmp_path: Path) -> None:
    publish({"b/c/d": b"deep"}, tmp_path)
    (tmp_path / "b" / "mine.txt").write_bytes(b"mine")
    with pytest.raises(Refused, match=r"mine\.txt is in the way"):
        publish({"b": b"page"}, tmp_path)
    assert tree(tmp_path) == {"b/c/d": b"deep", "b/mine.txt": b"mine"}


def test_a_strangers_file_does_not_become_a_folder(tmp_path: Path) -> None:
    publish({"index.html": b""}, tmp_path)
    (tmp_path / "goals").write_bytes(b"mine")
    with pytest.raises(Refused, match="goals is in the way"):
        publish(SITE, tmp_path)
    assert tree(tmp_path) == {"index.html": b"", "goals": b"mine"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_taken_for_a_page(tmp_path: Path) -> None:
    publish({}, tmp_path)
    os.mkfifo(tmp_path / "index.html")
    with pytest.raises(Refused, match=r"index\.html is in the way"):
        publish(SITE, tmp_path)


def test_a_folder_with_somebodys_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "thesis.odt").write_bytes(b"years of work")
    with pytest.raises(Refused, match=r"thesis\.odt, for one") as refusal:
        publish({"thesis.odt": b""}, tmp_path)
    assert "--out" in refusal.value.remedy
    assert tree(tmp_path) == {"thesis.odt": b"years of work"}


def test_a_folder_is_empty_when_only_git_and_the_desktop_have_been_there(tmp_path: Path) -> None:
    (tmp_path / ".DS_Store").write_bytes(b"icons")
    (tmp_path / ".git").write_bytes(b"gitdir: elsewhere")
    publish({"index.html": b""}, tmp_path)
    assert set(tree(tmp_path)) == {".DS_Store", ".git", "index.html"}


@pytest.mark.parametrize(
    "ledger",
    [
        b"something else\nindex.html\n",
        b"milepost ledger 1: milepost wrote the files below, and replaces or removes only these\n"
        b"../journal.md\n",
        b"\xff\xfe",
        b"",
    ],
)
def test_a_ledger_that_makes_no_sense_is_refused(tmp_path: Path, ledger: bytes) -> None:
    (tmp_path / "_site").mkdir()
    (tmp_path / "journal.md").write_bytes(b"words")
    (tmp_path / "_site" / LEDGER).write_bytes(ledger)
    with pytest.raises(Refused, match="cannot be understood"):
        publish({}, tmp_path / "_site")
    assert (tmp_path / "journal.md").read_bytes() == b"words"


def test_a_ledger_that_git_gave_windows_line_ends_is_understood(tmp_path: Path) -> None:
    publish(SITE, tmp_path)
    ledger = tmp_path / LEDGER
    ledger.write_bytes(ledger.read_bytes().replace(b"\n", b"\r\n"))
    publish({}, tmp_path)
    assert tree(tmp_path) == {}


@pytest.mark.parametrize("out", [".", "journal", "journal/content", "journal/content/.."])
def test_the_journal_and_the_folders_above_it_are_kept_out(tmp_path: Path, out: str) -> None:
    content = tmp_path / "journal" / "content"
    content.mkdir(parents=True)
    with pytest.raises(Refused, match="the site must not be mixed with"):
        publish(SITE, tmp_path / out, keep_out=[tmp_path / "journal", content])
    assert tree(tmp_path) == {}


def test_a_folder_below_the_journal_is_the_usual_place(tmp_path: Path) -> None:
    publish(SITE, tmp_path / "_site", keep_out=[tmp_path, tmp_path / "content"])
    assert tree(tmp_path / "_site") == SITE


def test_the_home_folder_and_the_whole_disk_are_kept_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home" / "ana"
    home.mkdir(parents=True)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    for out in (home, home.parent, Path(tmp_path.anchor)):
        with pytest.raises(Refused):
            publish(SITE, out)
    publish(SITE, home / "site")


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "_site").write_bytes(b"")
    with pytest.raises(Refused, match="is a file, not a folder"):
        publish(SITE, tmp_path / "_site")
    with pytest.raises(Refused, match="a file stands where a folder is wanted"):
        publish(SITE, tmp_path / "_site" / "below")


def link(path: Path, target: Path) -> None:
    try:
        path.symlink_to(target, target_is_directory=target.is_dir())
    except OSError as error:
        pytest.skip(f"this system makes no symbolic links here: {error}")


@pytest.mark.parametrize(
    "old", ["index.html", "goals/earn-pmp/index.html", "goals/earn-pmp", "goals"]
)
def test_no_link_in_the_folder_is_followed_or_written_through(tmp_path: Path, old: str) -> None:
    site, elsewhere = tmp_path / "_site", tmp_path / "elsewhere"
    publish(SITE, site)
    # A person moves what milepost wrote, and leaves a link in its place.
    (site / old).rename(elsewhere)
    link(site / old, elsewhere)
    before = tree(tmp_path)
    changed = {address: content + b" again" for address, content in SITE.items()}
    for pages in (changed, SITE, {"style.css": b"body {}"}):
        with pytest.raises(Refused, match="writes through no link") as refusal:
            publish(pages, site)
        assert "Remove the link" in refusal.value.remedy
    assert tree(tmp_path) == before


def test_a_link_to_nowhere_is_refused_too(tmp_path: Path) -> None:
    publish({}, tmp_path)
    link(tmp_path / "index.html", tmp_path / "nowhere")
    with pytest.raises(Refused, match="is a link"):
        publish(SITE, tmp_path)


def test_a_folder_that_is_a_link_is_refused_and_a_link_above_it_is_fine(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    link(tmp_path / "_site", tmp_path / "real")
    with pytest.raises(Refused, match="is a link to another folder"):
        publish(SITE, tmp_path / "_site")
    publish(SITE, tmp_path / "_site" / "below")
    assert tree(tmp_path / "real" / "below") == SITE


def test_a_hard_link_is_not_written_through(tmp_path: Path) -> None:
    site = tmp_path / "_site"
    publish(SITE, site)
    (tmp_path / "kept").hardlink_to(site / "index.html")
    publish(SITE | {"index.html": b"new"}, site)
    assert (tmp_path / "kept").read_bytes() == SITE["index.html"]


def test_a_page_renamed_by_case_alone_stays_where_the_disk_ignores_case(tmp_path: Path) -> None:
    # A hard link looks as such a disk does: two names, one file.
    publish({"Tags/x.html": b"x"}, tmp_path)
    (tmp_path / "tags").mkdir(exist_ok=True)
    if not (tmp_path / "tags" / "x.html").exists():
        (tmp_path / "tags" / "x.html").hardlink_to(tmp_path / "Tags" / "x.html")
    changes = publish({"tags/x.html": b"x"}, tmp_path)
    assert changes.removed == ()
    assert (tmp_path / "tags" / "x.html").read_bytes() == b"x"


@pytest.mark.parametrize(
    "address",
    [
        "",
        "/etc/passwd",
        "../secret",
        "a/../../secret",
        "a/./b",
        "a//b",
        "a/",
        "a\\b",
        "C:/x",
        "c:x",
        "a\0b",
        "a\nb",
        "nul",
        "goals/Aux/index.html",
        "com1.txt",
        "LPT9 .html",
        "a./b",
        "a /b",
        "a.",
        ".milepost-ledger",
        ".Milepost-Ledger",
        ".milepost-new-1/0",
        "\ud800",
    ],
)
def test_an_address_that_is_no_safe_file_name_is_a_programming_error(
    tmp_path: Path, address: str
) -> None:
    with pytest.raises(ValueError, match="the address"):
        publish({"index.html": b"", address: b"x"}, tmp_path / "_site")
    assert not (tmp_path / "_site").exists()


@pytest.mark.parametrize(
    "address", ["aux-goal/index.html", ".nojekyll", "größe/日本.html", "a b.c"]
)
def test_an_unusual_but_safe_address_is_written(tmp_path: Path, address: str) -> None:
    publish({address: b"x"}, tmp_path)
    assert tree(tmp_path) == {address: b"x"}


def test_a_page_cannot_be_the_folder_of_another(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="both a page and the folder of"):
        publish({"a": b"", "a/b": b""}, tmp_path / "_site")


def failing(
    monkeypatch: pytest.MonkeyPatch, call: str, at: int, failure: BaseException
) -> Callable[[], None]:
    """Let the call number `at` of a method of Path fail; what comes back makes all well again."""
    right = getattr(Path, call)
    count = 0

    def faulty(self: Path, *arguments: object, **named: object) -> object:
        nonlocal count
        count += 1
        if count == at:
            raise failure
        return right(self, *arguments, **named)

    monkeypatch.setattr(Path, call, faulty)
    return monkeypatch.undo


OLD = {"a.html": b"old a", "b.html": b"old b", "gone.html": b"gone", "p": b"page", "q/r": b"r"}
NEW = {"a.html": b"new a", "b.html": b"new b", "fresh.html": b"fresh", "p/s": b"s", "q": b"page"}


@pytest.mark.parametrize("call", ["write_bytes", "replace", "unlink", "rmdir", "mkdir"])
@pytest.mark.parametrize("at", range(1, 9))
@pytest.mark.parametrize("failure", [OSError(errno.ENOSPC, "full"), KeyboardInterrupt()], ids=repr)
def test_a_failure_half_way_leaves_every_file_whole_and_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, at: int, failure: BaseException
) -> None:
    publish(OLD, tmp_path)
    (tmp_path / "CNAME").write_bytes(b"mine")
    well_again = failing(monkeypatch, call, at, failure)
    with contextlib.suppress(Refused, KeyboardInterrupt):
        publish(NEW, tmp_path)
    well_again()
    whole = set(OLD.items()) | set(NEW.items()) | {("CNAME", b"mine")}
    assert set(tree(tmp_path).items()) <= whole
    # Nothing is orphaned: the next build, here of an empty site, clears all that was written.
    publish({}, tmp_path)
    assert tree(tmp_path) == {"CNAME": b"mine"}
    assert {path.name for path in tmp_path.iterdir()} == {"CNAME", LEDGER}


def test_a_full_disk_is_noticed_before_the_old_site_is_touched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(OLD, tmp_path)
    failing(monkeypatch, "write_bytes", 4, OSError(errno.ENOSPC, "No space left on device"))
    with pytest.raises(Refused, match="no room left") as refusal:
        publish(NEW, tmp_path)
    assert refusal.value.remedy.startswith("Make some room")
    assert ".milepost-new" not in str(refusal.value)
    assert tree(tmp_path) == OLD


def test_a_first_build_that_fails_leaves_no_folder_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing(monkeypatch, "write_bytes", 1, OSError(errno.ENOSPC, "No space left on device"))
    with pytest.raises(Refused):
        publish(NEW, tmp_path / "_site")
    assert not (tmp_path / "_site").exists()


def test_what_a_killed_build_left_behind_is_cleared(tmp_path: Path) -> None:
    publish(SITE, tmp_path)
    (tmp_path / ".milepost-new-77").mkdir()
    (tmp_path / ".milepost-new-77" / "0").write_bytes(b"half a pa")
    publish(SITE | {"index.html": b"new"}, tmp_path)
    assert not (tmp_path / ".milepost-new-77").exists()


def test_it_is_cleared_also_when_nothing_else_is_to_do(tmp_path: Path) -> None:
    publish(SITE, tmp_path)
    (tmp_path / ".milepost-new-77").mkdir()
    (tmp_path / ".milepost-new-77" / "0").write_bytes(b"a private page")
    publish(SITE, tmp_path)
    assert not (tmp_path / ".milepost-new-77").exists()


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.EACCES, "may not write to"),
        (errno.EROFS, "cannot be written to"),
        (errno.ENAMETOOLONG, "is too long"),
        (errno.EIO, "could not be written: "),
        (errno.ENOENT, "went away"),
    ],
)
def test_the_system_says_no_and_a_person_reads_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    publish(OLD, tmp_path)
    target = str(tmp_path / "a.html")
    error = OSError(number, os.strerror(number), "draft", None, target)
    failing(monkeypatch, "replace", 2, error)
    with pytest.raises(Refused, match=words) as refusal:
        publish(NEW, tmp_path)
    assert target in refusal.value.message
    assert refusal.value.remedy.endswith(".")


@pytest.mark.skipif(
    os.name == "nt" or (hasattr(os, "geteuid") and os.geteuid() == 0),
    reason="needs a user whom the system stops from writing",
)
def test_a_folder_without_permission_is_refused(tmp_path: Path) -> None:
    publish(OLD, tmp_path / "_site")
    (tmp_path / "_site").chmod(0o555)
    try:
        with pytest.raises(Refused, match="may not write to"):
            publish(NEW, tmp_path / "_site")
    finally:
        (tmp_path / "_site").chmod(0o755)
    assert tree(tmp_path / "_site") == OLD


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no such permissions")
def test_pages_can_be_read_by_the_web_server(tmp_path: Path) -> None:
    old = os.umask(0o022)
    try:
        publish(SITE, tmp_path / "_site")
    finally:
        os.umask(old)
    assert (tmp_path / "_site" / "index.html").stat().st_mode & 0o777 == 0o644
