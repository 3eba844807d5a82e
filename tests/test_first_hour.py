"""The first hour of a new person: from an empty folder to a site below a path of its host.

What a person types is typed; then the workflow that stands in the journal is run step by step on
this machine, each line of shell as it is written, with the milepost that it pins and no network.
"""

from __future__ import annotations

import os
import re
import shutil
import site
import subprocess
import sys
import venv
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag

import pytest
import yaml

from milepost.scaffold.installed import own_pin

BASE = "https://ana.github.io/my"
ANSWERS = """\
Walk to twelve bridges
12 bridges

by the end of next June
to see where I live
it rains
I take the bus to a covered one
2 h a week
8
6 bridges
"""
NEEDED = ("git", "bash", "sha256sum")

pytestmark = [
    pytest.mark.skipif(os.name == "nt", reason="the workflow runs on Linux"),
    pytest.mark.skipif(
        not all(map(shutil.which, NEEDED)), reason=f"needs {', '.join(NEEDED)} to run the workflow"
    ),
    pytest.mark.skipif(
        not own_pin().files,
        reason="what it pins is fetched from elsewhere, and there is no network",
    ),
]


def ran(*words: str | Path, cwd: Path, env: Mapping[str, str], said: str = "") -> str:
    done = subprocess.run(
        [str(word) for word in words],
        cwd=cwd,
        env=env,
        input=said,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=600,
    )
    assert done.returncode == 0, f"{words}: {done.stdout}{done.stderr}"
    return done.stdout


def machine(tmp_path: Path) -> dict[str, str]:
    """A machine on which git knows who commits, and that has a home of its own."""
    home = tmp_path / "home"
    home.mkdir()
    (home / ".gitconfig").write_text(
        "[user]\n\tname = Ana\n\temail = ana@ana.example\n[init]\n\tdefaultBranch = main\n", "utf-8"
    )
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return kept | {"HOME": str(home), "GIT_CONFIG_NOSYSTEM": "1"}


class Runner:
    """GitHub's machine: a fresh clone, an environment with Python, and steps one after the other.

    Of an action it does what its manual says; a line of shell runs as it is written.
    """

    def __init__(self, tmp_path: Path, repository: Path, env: Mapping[str, str]) -> None:
        self.repository, self.work = repository, tmp_path / "runner"
        self.home = tmp_path / "python"
        self.packages = tmp_path / "packages"
        self.env = {k: v for k, v in env.items() if not k.startswith(("PYTHON", "VIRTUAL_ENV"))}
        self.env |= {
            "PIP_NO_INDEX": "1",
            "PIP_NO_DEPS": "1",
            "GITHUB_ACTIONS": "true",
            "CI": "true",
        }
        self.env["PIP_DISABLE_PIP_VERSION_CHECK"] = "1"
        self.uploaded: Path | None = None

    def run(self, steps: list[dict[str, Any]]) -> None:
        for step in steps:
            if "run" in step:
                given = {name: self.filled(value) for name, value in step.get("env", {}).items()}
                shell = ("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c")
                ran(*shell, step["run"], cwd=self.work, env=self.env | given)
            else:
                self.act(step["uses"].partition("@")[0], step.get("with", {}))

    def act(self, action: str, given: Mapping[str, Any]) -> None:
        match action:
            case "actions/checkout":
                ran("git", "clone", "-q", self.repository, self.work, cwd=Path("/"), env=self.env)
            case "actions/setup-python":
                self.python()
            case "actions/configure-pages":
                pass
            case "actions/upload-pages-artifact":
                self.uploaded = self.work / given["path"]
            case _:
                pytest.fail(f"nobody said what {action} does")

    def python(self) -> None:
        """An environment with what milepost depends on, and without milepost."""
        venv.create(self.home, with_pip=True)
        self.packages.mkdir()
        for folder in site.getsitepackages():
            for path in Path(folder).glob("*"):
                own = re.match(r"_*(editable_impl_)?milepost|pip\b|.*\.pth$", path.name)
                if not own and not (self.packages / path.name).exists():
                    (self.packages / path.name).symlink_to(path)
        (within,) = self.home.glob("lib/python*/site-packages")
        (within / "packages.pth").write_text(f"{self.packages}\n", encoding="utf-8")
        self.env["PATH"] = f"{self.home / 'bin'}{os.pathsep}{self.env['PATH']}"

    def filled(self, text: str) -> str:
        return text.replace("${{ steps.pages.outputs.base_url }}", BASE)


def test_from_an_empty_folder_to_a_site_below_a_path(tmp_path: Path) -> None:
    env = machine(tmp_path)
    here = tmp_path / "work"
    here.mkdir()
    milepost = (sys.executable, "-m", "milepost")

    ran(*milepost, "new", "journal", "my", cwd=here, env=env)
    my = here / "my"
    made = ran(*milepost, "questions", cwd=my, env=env, said=ANSWERS).strip()
    assert made == "content/goals/walk-to-twelve-bridges.md"
    week = next((my / "content/journal").glob("*.md"))
    week.unlink()  # the first one is an example; this is a person's own
    week = my / ran(*milepost, "new", "week", cwd=my, env=env).strip()
    text = week.read_text(encoding="utf-8")
    written = re.sub(r"(walk-to-twelve-bridges:) +# .*", r"\1 1", text, count=1)
    assert written != text
    for path, words in ((week, written), (my / made, (my / made).read_text(encoding="utf-8"))):
        path.write_text(words.replace("---\n", "---\nvisibility: public\n", 1), encoding="utf-8")

    ran("git", "init", "-q", cwd=my, env=env)
    ran("git", "add", "-A", cwd=my, env=env)
    ran("git", "commit", "-q", "-m", "My journal", cwd=my, env=env)
    told = ran(*milepost, "publish", "--check", cwd=my, env=env)
    assert "mend" not in told
    assert "--for public shows 1 goal, 1 entry" in told

    workflow = yaml.safe_load((my / ".github/workflows/pages.yml").read_text(encoding="utf-8"))
    assert workflow[True]["push"]["branches"] == ["main"]
    runner = Runner(tmp_path, my, env)
    runner.run(workflow["jobs"]["build"]["steps"])
    where = "import milepost; print(milepost.__file__)"
    used = ran(runner.home / "bin/python", "-c", where, cwd=tmp_path, env=runner.env)
    assert Path(used.strip()).is_relative_to(runner.home), "it is the pinned one that ran"

    assert runner.uploaded is not None
    holds_together(runner.uploaded)
    pages = "".join(path.read_text("utf-8") for path in runner.uploaded.rglob("*.html"))
    assert "Walk to twelve bridges" in pages
    assert "Read 12 books" not in pages
    assert f"{BASE}/goals/walk-to-twelve-bridges/" in (runner.uploaded / "sitemap.xml").read_text()


def holds_together(folder: Path) -> None:
    """Every link of every page leads to a file, wherever below its host the site stands."""
    prefix = "/my/"
    for page in folder.rglob("*.html"):
        for link in re.findall(r'(?:href|src)="([^"]+)"', page.read_text(encoding="utf-8")):
            address = unquote(urldefrag(link.partition("?")[0])[0])
            if not address or re.match(r"[a-z]+:", address):
                continue
            if address.startswith("/"):
                assert address.startswith(prefix), f"{page}: {link}"
                target = folder / address.removeprefix(prefix)
            else:
                target = page.parent / address
            found = target / "index.html" if target.is_dir() else target
            assert found.is_file(), f"{page}: {link}"
