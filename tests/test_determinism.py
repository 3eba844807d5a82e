"""One journal and one day give one site: wherever, whenever and on whatever machine it is built."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from milepost import processes
from milepost.building import build
from milepost.journal.words import Visibility
from milepost.pipeline import open_journal
from milepost.shipped import folder

DAY = date(2026, 11, 22)
EXAMPLE = folder("content")


def site(
    out: Path, journal: Path = EXAMPLE, *more: str, environment: dict[str, str] | None = None
) -> dict[str, bytes]:
    """The files that `milepost build` writes, run as a person runs it."""
    command = [sys.executable, "-m", "milepost", "build", str(journal), "--out", str(out)]
    subprocess.run(
        [*command, "--today", DAY.isoformat(), *more],
        env=os.environ | (environment or {}),
        cwd=out.parent,
        check=True,
        capture_output=True,
    )
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in sorted(out.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The example's site, built in the usual way."""
    return site(tmp_path_factory.mktemp("usual") / "site")


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """The files that are not the same in two sites."""
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1"},
        {"TZ": "America/Los_Angeles", "PYTHONHASHSEED": "4294967295", "LC_ALL": "C", "LANG": "C"},
        {"LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8", "PYTHONUTF8": "0", "COLUMNS": "20"},
    ],
    ids=["again", "far east", "far west", "turkish"],
)
def test_the_environment_changes_no_byte(
    environment: dict[str, str], usual: dict[str, bytes], tmp_path: Path
) -> None:
    assert differing(site(tmp_path / "site", environment=environment), usual) == []
    assert len(usual) > 200


def test_a_copy_elsewhere_written_in_another_order_changes_no_byte(
    usual: dict[str, bytes], tmp_path: Path
) -> None:
    copy = tmp_path / "somebody else's" / "Journal ü"
    files = [path for path in sorted(EXAMPLE.rglob("*"), reverse=True) if path.is_file()]
    for path in files:
        target = copy / path.relative_to(EXAMPLE)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
        os.utime(target, (1, 1))
    assert differing(site(tmp_path / "site", copy), usual) == []


def test_building_over_an_older_site_gives_the_same_as_building_anew(
    usual: dict[str, bytes], tmp_path: Path
) -> None:
    out = tmp_path / "site"
    site(out, EXAMPLE, "--for", "public")
    assert differing(site(out), usual) == []


# --- what was known then --------------------------------------------------------------------

THEN = date(2025, 6, 29)


@pytest.fixture(scope="module")
def back_then() -> dict[str, bytes]:
    """The example as it stood on a Sunday of its second year."""
    return build(open_journal(EXAMPLE), THEN, Visibility.PRIVATE, "").pages


def _later(path: Path) -> bool:
    """Whether a file is an entry of a week or day, or a review of a period, after that day."""
    if week := re.fullmatch(r"(\d{4})-W(\d\d)", path.stem):
        return date.fromisocalendar(int(week[1]), int(week[2]), 1) > THEN
    if re.fullmatch(r"\d{4}-\d\d-\d\d", path.stem):
        return date.fromisoformat(path.stem) > THEN
    if path.parent.name == "reviews":
        return path.stem[:4] > "2025" or path.stem in {
            *(f"2025-{month:02}" for month in range(7, 13)),
            "2025-Q3",
            "2025-Q4",
            "2025",
        }
    return False


def test_no_words_of_later_entries_are_in_a_site_of_the_past(back_then: dict[str, bytes]) -> None:
    text = b"\n".join(back_then.values()).decode()
    then, later = set[str](), set[str]()
    for path in sorted(EXAMPLE.rglob("*.md")):
        lines = re.findall(r"^[A-Z][\w ]{40,}", path.read_text("utf-8"), re.MULTILINE)
        if path.parent.name in {"journal", "reviews"} or path.stem.startswith("20"):
            (later if _later(path) else then).update(lines)
    assert [line for line in sorted(later - then) if line in text] == []
    assert len(later) > 50
    assert sum(line in text for line in then) > 20


def test_a_site_of_the_past_is_the_same_without_the_later_files(
    back_then: dict[str, bytes], tmp_path: Path
) -> None:
    """All but the last of them are gone; that one is empty, to say that the journal went on."""
    copy = tmp_path / "copy"
    shutil.copytree(EXAMPLE, copy)
    later = [path for path in sorted(copy.rglob("*.md")) if _later(path)]
    last = max(path for path in later if path.parent.parent.name == "journal")
    for path in later:
        path.unlink()
    last.write_bytes(b"")
    assert len(later) > 60
    without = build(open_journal(copy), THEN, Visibility.PRIVATE, "").pages
    # Only the owner's findings say that files of later days are there, and left out.
    assert differing(without, back_then) == ["findings/index.html"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no process can double itself here")
def test_two_processes_make_the_site_of_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "_two_can_run", lambda: True)
    opened = open_journal(EXAMPLE)
    one, two = (
        build(opened, DAY, Visibility.PRIVATE, "", in_two=in_two) for in_two in (False, True)
    )
    assert len(one.pages) > 2 * processes.FEWEST
    assert differing(one.pages, two.pages) == []
    assert one.findings == two.findings
