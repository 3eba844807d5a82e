"""What the next push shows, whether it passes, and how a workflow installs this very milepost."""

from __future__ import annotations

import email
import hashlib
import json
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from datetime import date
from importlib.metadata import Distribution, PathDistribution
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import yaml

from milepost import __version__
from milepost.cli import main
from milepost.cli.pushing import site_address
from milepost.cli.repository import branch_of, look, same_bytes
from milepost.cli.workflow import branches
from milepost.journal.examples import files_of
from milepost.pipeline import open_journal
from milepost.scaffold.files import workflow
from milepost.scaffold.installed import Pin, own_pin, pin_of
from milepost.scaffold.wheel import own_wheel

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
COMMIT = "0123456789abcdef0123456789abcdef01234567"
DIGEST = "ab" * 32
WORKFLOW = ".github/workflows/pages.yml"
DAY = date(2026, 11, 22)

Said = Callable[..., tuple[int, str, str]]


@pytest.fixture
def said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Said:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TZ", "Europe/Brussels")

    def command(*words: str) -> tuple[int, str, str]:
        code = main([*words, "--today", "2026-11-22"] if words[0] != "doctor" else words)
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    assert command("new", "journal", "my")[0] == 0
    monkeypatch.chdir(tmp_path / "my")
    return command


def git(*words: str) -> None:
    me = ("-c", "user.name=Ana", "-c", "user.email=ana@ana.example", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *me, *words], check=True, capture_output=True)


def committed(branch: str = "") -> None:
    git("init", "-q", *(("-b", branch) if branch else ()))
    git("add", "-A")
    git("commit", "-q", "-m", "All")


def mend(out: str) -> list[str]:
    return [line[6:] for line in out.splitlines() if line.startswith("mend")]


# --- how milepost was installed ---------------------------------------------------------------


def installed(tmp_path: Path, installer: str = "pip", **direct: object) -> Distribution:
    """A distribution as an installer leaves it; `direct` is its direct_url.json."""
    info = tmp_path / "milepost-0.1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: milepost\nVersion: 0.1.0\n")
    (info / "INSTALLER").write_text(f"{installer}\n")
    if direct:
        (info / "direct_url.json").write_text(json.dumps(direct))
    return PathDistribution(info)


GIT: dict[str, Any] = {
    "url": "https://git.example/milepost.git",
    "vcs_info": {"vcs": "git", "commit_id": COMMIT},
}
PINNED: list[tuple[dict[str, Any], str]] = [
    (GIT, f'pip install "milepost @ git+https://git.example/milepost.git@{COMMIT}"'),
    (
        GIT | {"subdirectory": "tools/milepost"},
        f"git+https://git.example/milepost.git@{COMMIT}#subdirectory=tools/milepost",
    ),
    (
        {
            "url": "https://files.example/milepost-0.1.0.tar.gz",
            "archive_info": {"hashes": {"sha256": DIGEST}},
        },
        f'pip install "milepost @ https://files.example/milepost-0.1.0.tar.gz#sha256={DIGEST}"',
    ),
]


@pytest.mark.parametrize(("direct", "line"), PINNED)
def test_a_commit_or_an_archive_is_installed_again(
    tmp_path: Path, direct: dict[str, Any], line: str
) -> None:
    pin = pin_of(installed(tmp_path, **direct), owned=False)
    assert line in pin.steps
    assert not pin.files


ELSE: list[dict[str, Any]] = [
    {"url": "file:///home/ana/milepost", "dir_info": {"editable": True}},
    {"url": "file:///home/ana/milepost", "dir_info": {}},
    {"url": "file:///home/ana/milepost.whl", "archive_info": {"hashes": {"sha256": DIGEST}}},
    {"url": "https://files.example/milepost.whl", "archive_info": {}},
    GIT | {"url": "ssh://git@git.example/milepost.git"},
    GIT | {"url": "https://ana:secret@git.example/milepost.git"},
    GIT | {"url": 'https://git.example/"; rm -rf ~; "'},
    GIT | {"subdirectory": "$(rm)"},
    GIT | {"vcs_info": {"vcs": "git", "commit_id": "main"}},
]


@pytest.mark.parametrize("direct", ELSE)
def test_what_nobody_else_can_fetch_is_put_into_the_journal(
    tmp_path: Path, direct: dict[str, Any]
) -> None:
    lies_in_the_journal(pin_of(installed(tmp_path, **direct), owned=True))


def lies_in_the_journal(pin: Pin) -> None:
    ((path, data),) = pin.files.items()
    assert f'echo "{hashlib.sha256(data).hexdigest()}  {path}" | sha256sum --check' in pin.steps
    assert f"pip install ./{path}" in pin.steps
    assert "secret" not in pin.steps


def test_a_name_is_asked_for_only_where_it_is_owned_and_came_from_an_index(tmp_path: Path) -> None:
    found = installed(tmp_path)
    assert 'pip install "milepost==0.1.0"' in pin_of(found, owned=True).steps
    lies_in_the_journal(pin_of(found, owned=False))


def test_what_no_installer_claims_came_from_no_index(tmp_path: Path) -> None:
    lies_in_the_journal(pin_of(installed(tmp_path, installer=""), owned=True))


def test_the_wheel_of_itself_is_whole_and_always_the_same() -> None:
    name, data = own_wheel()
    own_wheel.cache_clear()
    assert own_wheel() == (name, data)
    assert name == f"milepost-{__version__}-py3-none-any.whl"
    info = f"milepost-{__version__}.dist-info"
    with zipfile.ZipFile(BytesIO(data)) as wheel:
        assert wheel.testzip() is None
        names = wheel.namelist()
        told = email.message_from_bytes(wheel.read(f"{info}/METADATA"))
        record = wheel.read(f"{info}/RECORD").decode()
    assert (told["Name"], told["Version"]) == ("milepost", __version__)
    assert any(one.startswith("jinja2") for one in told.get_all("Requires-Dist", []))
    assert [line.partition(",")[0] for line in record.splitlines()] == names
    for needed in ("cli/main.py", "themes/milepost/theme.yaml", "content/milepost.yaml"):
        assert f"milepost/{needed}" in names
    assert not [name for name in names if "__pycache__" in name or "_site/" in name]


# --- the workflow of a new journal ------------------------------------------------------------


@pytest.mark.parametrize(
    ("timezone", "cron"),
    [
        ("", "17 4 * * *"),
        ("Europe/Brussels", "17 3 * * *"),
        ("America/New_York", "17 9 * * *"),
        ("Asia/Kolkata", "47 22 * * *"),
        ("Pacific/Auckland", "17 16 * * *"),
        ("Nowhere/At_All", "17 4 * * *"),
    ],
)
@pytest.mark.parametrize("day", [date(2026, 1, 15), date(2026, 7, 15)])
def test_it_runs_each_morning_where_the_person_lives(timezone: str, cron: str, day: date) -> None:
    said = yaml.safe_load(workflow("", "main", timezone, day))
    assert said[True]["schedule"] == [{"cron": cron}]


@pytest.mark.parametrize("branch", ["main", "trunk", "a/b", "1.0", "on", "c++", "#1"])
def test_it_runs_on_the_branch_that_git_has(branch: str) -> None:
    assert branches(workflow("", branch, "", DAY)) == (branch,)


@needs_git
def test_the_branch_is_that_of_the_repository_or_what_git_would_make(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = tmp_path / "config"
    config.write_text("[init]\n\tdefaultBranch = first\n", encoding="utf-8")
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / ".gitconfig").write_bytes(config.read_bytes())
    assert branch_of(tmp_path / "not/there/yet") == "first"
    subprocess.run(["git", "init", "-q", "-b", "trunk", tmp_path / "r"], check=True)
    assert branch_of(tmp_path / "r/journal") == "trunk"


def test_without_git_the_branch_is_main(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert branch_of(tmp_path) == "main"


def test_a_new_journal_knows_its_time_zone_and_pins_its_milepost(said: Said) -> None:
    del said
    text = Path(WORKFLOW).read_text(encoding="utf-8")
    assert "timezone: Europe/Brussels" in Path("milepost.yaml").read_text(encoding="utf-8")
    assert "04:17 Europe/Brussels" in text
    assert own_pin().steps in text
    for path, data in own_pin().files.items():
        assert Path(path).read_bytes() == data


# --- the next push ----------------------------------------------------------------------------


def test_a_new_journal_passes_and_is_told_what_to_type(said: Said) -> None:
    code, out, err = said("publish")
    assert (code, mend(out)) == (0, [])
    assert "no error in the journal stops the workflow" in out
    assert "the site is empty: nothing says that everybody may see it" in out
    typed = [line.strip() for line in err.splitlines() if line.startswith("  git")]
    branch = branch_of(Path())
    assert typed == [
        "git init",
        "git add -A",
        'git commit -m "My journal"',
        "git remote add origin https://github.com/YOU/JOURNAL.git",
        f"git push -u origin {branch}",
    ]
    assert said("publish", "--check")[2] == ""


def test_an_error_stops_the_workflow(said: Said) -> None:
    path = Path("content/goals/read-12-books.md")
    path.write_text("---\nmeasurable: 12 books\ntime_bound: 2026-02-30\n---\n", encoding="utf-8")
    code, out, _ = said("publish", "--check")
    assert code == 1
    assert mend(out) == ["1 error in the journal stops the workflow"]


@needs_git
def test_what_is_not_committed_or_not_pushed_is_told(said: Said) -> None:
    committed()
    git("remote", "add", "origin", "git@github.com:Ana/journal.git")
    _, out, err = said("publish")
    assert "all notes are as in the last commit" in out
    assert "1 commit on " in out
    assert "https://ana.github.io/journal/" in out
    assert [line.strip() for line in err.splitlines() if line.startswith("  ")] == [
        f"git push -u origin {branch_of(Path())}"
    ]
    Path("content/profile.md").write_text("Anew\n", encoding="utf-8")
    Path("content/goals/read-12-books.md").unlink()
    Path("content/goals/more.md").write_text("# More\n", encoding="utf-8")
    assert "3 files are not as in the last commit" in said("publish", "--check")[1]


@needs_git
def test_what_lies_beside_the_notes_counts_as_it_is(said: Said) -> None:
    Path("README.md").write_text("# Mine\n", encoding="utf-8")
    committed()
    assert "all notes are as in the last commit" in said("publish", "--check")[1]
    Path("README.md").unlink()
    assert "1 file is not as in the last commit" in said("publish", "--check")[1]


@needs_git
def test_another_branch_than_the_workflows_is_told(said: Said) -> None:
    committed("other")
    code, out, _ = said("publish", "--check")
    (line,) = mend(out)
    assert code == 1
    assert line.endswith("and this is the branch other")
    assert "git branch -m " in out


def test_a_package_by_name_alone_is_told(said: Said) -> None:
    path = Path(WORKFLOW)
    text = path.read_text(encoding="utf-8").replace(
        own_pin().steps, '      - run: pip install "milepost~=0.1"\n'
    )
    path.write_text(text, encoding="utf-8")
    code, out, _ = said("publish", "--check")
    assert code == 1
    assert "whoever takes that name runs code in this journal" in mend(out)[0]
    assert said("doctor")[0] == 1
    assert said("publish", "--renew")[0] == 0
    assert said("publish", "--check")[0] == 0


def test_a_wheel_that_is_another_or_gone_is_told_and_renewed(said: Said) -> None:
    (wheel,) = Path("tools").glob("*.whl")
    wheel.write_bytes(b"another")
    assert "knows by its hash" in mend(said("publish", "--check")[1])[0]
    wheel.rename("tools/milepost-0.0.1-py3-none-any.whl")
    assert "which is not there" in mend(said("publish", "--check")[1])[0]
    code, out, err = said("publish", "--renew")
    assert (code, out.splitlines()) == (0, [str(Path(WORKFLOW)), str(wheel)])
    assert "milepost-0.0.1" in err
    assert [path.name for path in Path("tools").iterdir()] == [wheel.name]
    assert "is the one of this release" in said("publish", "--check")[1]


@needs_git
def test_a_wheel_that_git_does_not_keep_is_told(said: Said) -> None:
    Path(".gitignore").write_text("*.whl\n_site/\n.milepost/\n", encoding="utf-8")
    committed()
    assert "is not committed" in mend(said("publish", "--check")[1])[0]
    (wheel,) = Path("tools").glob("*.whl")
    git("add", "-f", str(wheel))
    git("commit", "-q", "-m", "The wheel")
    assert mend(said("publish", "--check")[1]) == []


def test_a_journal_without_a_workflow_gets_one(said: Said) -> None:
    Path(WORKFLOW).unlink()
    assert "there is no" in mend(said("publish", "--check")[1])[0]
    said("publish", "--renew")
    assert said("publish", "--check")[0] == 0


@needs_git
@pytest.mark.parametrize(
    ("remote", "url", "address"),
    [
        ("git@github.com:Ana/journal.git", "", "https://ana.github.io/journal/"),
        ("https://github.com/ana/ana.github.io", "", "https://ana.github.io/"),
        ("https://git.ana.example/ana/journal", "", ""),
        ("git@github.com:a/b.git", "https://ana.example/j/", "https://ana.example/j/"),
    ],
)
def test_the_address_follows_from_the_remote(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, remote: str, url: str, address: str
) -> None:
    monkeypatch.chdir(tmp_path)
    for path, data in files_of(f"== milepost.yaml ==\nurl: {url}\n").items():
        Path(path).write_bytes(data)
    committed()
    git("remote", "add", "origin", remote)
    held = look(tmp_path)
    assert not isinstance(held, str)
    assert site_address(open_journal(tmp_path), held) == address


def test_a_file_is_the_same_with_either_end_of_lines() -> None:
    digest = "ce013625030ba8dba906f756967f9e9ca394464a"  # of “hello” and a line feed, by git
    assert same_bytes(digest, b"hello\n")
    assert same_bytes(digest, b"hello\r\n")
    assert not same_bytes(digest, b"hello")
    assert not same_bytes("", b"hello\n")


@pytest.mark.parametrize(
    ("on", "named"),
    [
        ("{push: {branches: [main, work]}}", ("main", "work")),
        ("{push: {branches: main}}", ("main",)),
        ("{push: {branches: ['release/*']}}", ()),
        ("{push: {}}", ()),
        ("push", ()),
        ("[", ()),
    ],
)
def test_the_branches_of_a_workflow_are_read(on: str, named: tuple[str, ...]) -> None:
    assert branches(f"on: {on}\n") == named
