"""The package as people get it: built, installed into an empty environment, and used."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
UNREACHABLE = ("No matching distribution", "Could not find a version", "ConnectionError", "Errno")

pytestmark = pytest.mark.skipif(
    not (ROOT / "pyproject.toml").is_file(), reason="needs the sources of milepost"
)


def run(*command: str | Path, cwd: Path) -> str:
    """Run a command and give what it says; a failure shows it."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=kept,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=600,
    )
    said = done.stdout + done.stderr
    if done.returncode and any(sign in said for sign in UNREACHABLE):
        reason = "needs a package index, to install what milepost depends on"
        if os.environ.get("MILEPOST_REQUIRE_BROWSER") == "1":
            pytest.fail(f"{reason}: {said[-800:]}", pytrace=False)
        pytest.skip(reason)
    assert done.returncode == 0, said[-2000:]
    return said


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The source archive, and the wheel built from it and nothing else."""
    out = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--outdir", out, ROOT, cwd=out)
    (archive,) = out.glob("*.tar.gz")
    (wheel,) = out.glob("*.whl")
    return archive, wheel


def test_the_wheel_holds_the_program_the_themes_and_the_example(built: tuple[Path, Path]) -> None:
    with zipfile.ZipFile(built[1]) as wheel:
        names = wheel.namelist()
    for needed in (
        "milepost/cli/main.py",
        "milepost/py.typed",
        "milepost/themes/milepost/theme.yaml",
        "milepost/themes/milepost/templates/base.html",
        "milepost/content/milepost.yaml",
        "milepost/scaffold/texts/pages.yml",
        "milepost/scaffold/texts/templates/savings.md",
        "milepost/checks/wording/words/en.yaml",
    ):
        assert needed in names
    assert sum(name.startswith("milepost/content/journal/") for name in names) > 100
    own = ("milepost/", "milepost-")
    assert [name for name in names if not name.startswith(own)] == []
    assert [
        name for name in names if "__pycache__" in name or "/_site/" in name or "/." in name
    ] == []


def test_the_source_archive_holds_the_tests_and_the_manual(built: tuple[Path, Path]) -> None:
    with tarfile.open(built[0]) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"tests/test_package.py", "Makefile", "README.md", "LICENSE", "pyproject.toml"} <= names


def test_installed_in_an_empty_environment_it_makes_a_journal_and_its_site(
    built: tuple[Path, Path], tmp_path: Path
) -> None:
    home = tmp_path / "environment"
    venv.create(home, with_pip=True)
    programs = home / ("Scripts" if os.name == "nt" else "bin")
    python, milepost = programs / "python", programs / "milepost"
    quiet = ("--quiet", "--disable-pip-version-check")
    run(python, "-m", "pip", "install", *quiet, built[1], cwd=tmp_path)

    run(milepost, "new", "my", cwd=tmp_path)
    journal = tmp_path / "my"
    run(milepost, "check", cwd=journal)
    said = run(milepost, "build", cwd=journal)
    assert "_site" in said
    site = {path.relative_to(journal / "_site").as_posix() for path in _files(journal / "_site")}
    whole = ["index.html", "goals/index.html", "journal/index.html", "road/index.html", "style.css"]
    assert [
        name for name in (*whole, "404.html", "feed.xml", "goals.json") if name not in site
    ] == []
    assert [name for name in site if name.startswith("goals/") and name.count("/") == 2]
    assert [name for name in site if name.startswith("journal/2")]

    shown = home.rglob("milepost/content/milepost.yaml")
    example = next(shown).parent
    run(milepost, "build", example, "--today", "2026-11-22", "--out", tmp_path / "x", cwd=tmp_path)
    assert len(_files(tmp_path / "x")) > 200


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]
