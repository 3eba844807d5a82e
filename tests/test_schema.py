"""The JSON Schema of what may be written, and what a new journal brings for editors."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from milepost.cli import main
from milepost.cli.schema import _KINDS
from milepost.formats.schema import KINDS, schema
from milepost.journal.fields import key_fields, name_of
from milepost.journal.load import load
from milepost.journal.record_kinds import FAMILIES
from milepost.journal.record_kinds import KINDS as RECORD_KINDS
from milepost.scaffold import new_journal
from milepost.scaffold.editors import for_code, for_obsidian

ROOT = Path(__file__).parents[1]
CONTENT = ROOT / "content"
FOLDERS = {
    "goals": "goal",
    "journal": "entry",
    "reviews": "review",
    "pages": "page",
    "log": "record",
}


class Loader(yaml.SafeLoader):
    """YAML as editors read it: a day is a text."""


Loader.yaml_implicit_resolvers = {
    sign: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for sign, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def front_matter() -> Iterator[tuple[str, str, Any]]:
    yield "settings", "milepost.yaml", load_yaml((CONTENT / "milepost.yaml").read_text("utf-8"))
    for path in sorted(CONTENT.rglob("*.md")):
        parts = path.read_text("utf-8").split("---\n", 2)
        name = path.relative_to(CONTENT).as_posix()
        kind = "profile" if name == "profile.md" else FOLDERS.get(name.split("/")[0], "")
        if kind == "record" and len(parts) == 3:
            kind = RECORD_KINDS[load_yaml(parts[1])["kind"]][0]
        if kind and len(parts) == 3 and not parts[0]:
            yield kind, name, load_yaml(parts[1])


def load_yaml(text: str) -> Any:
    return yaml.load(text, Loader)


def errors(kind: str, data: Any) -> list[str]:
    checker = jsonschema.Draft202012Validator(schema(kind))
    return [error.message for error in checker.iter_errors(data)]


def test_the_commands_kinds_are_those_that_there_are() -> None:
    assert tuple(KINDS) == _KINDS


@pytest.mark.parametrize("kind", ["", *KINDS])
def test_it_is_a_schema(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", *([kind] if kind else [])]) == 0
    printed = json.loads(capsys.readouterr().out)
    jsonschema.Draft202012Validator.check_schema(printed)
    assert printed == schema(kind)


@pytest.mark.parametrize("kind", KINDS)
def test_it_knows_every_key_that_the_reader_knows(kind: str) -> None:
    told = schema(kind)["$defs"][kind]["properties"]
    assert set(told) == {name_of(item) for item in key_fields(KINDS[kind])}
    assert all(one["description"] for one in told.values())


@pytest.mark.skipif(not CONTENT.is_dir(), reason="needs the example journal")
def test_everything_in_the_example_journal_is_allowed() -> None:
    found = list(front_matter())
    assert {kind for kind, _, _ in found} >= set(KINDS) - set(FAMILIES)
    wrong = [(name, error) for kind, name, data in found for error in errors(kind, data)]
    assert not wrong


ALLOWED = [
    ("goal", "measurable: 24 books"),
    ("goal", "measurable: {kind: level, from: 82, to: 75, unit: kg}"),
    ("goal", "relevant: [[earn-pmp]]"),
    ("goal", "achievable: [4 h a week, confidence 8]"),
    ("goal", "requires: {negotiation: 4}"),
    ("goal", "tags: health, summer"),
    ("goal", "time_bound: 2026"),
    ("goal", "obstacles:"),
    ("goal", "changes: [{date: 2026-10-09, measurable: 20 books}]"),
    ("goal", "mood_board: anything else is kept"),
    ("entry", "progress: {gym: 3, sail: done, read: +2 eels}"),
    ("entry", "hours: {gym: 1 h 30}"),
    ("profile", "theme: The year of the workshop"),
    ("profile", "theme: {2026: The year of the workshop}"),
    ("settings", "horizons: {short: 2y}"),
]


@pytest.mark.parametrize(("kind", "text"), ALLOWED)
def test_what_is_read_is_allowed(kind: str, text: str) -> None:
    assert errors(kind, load_yaml(text)) == []


REFUSED = [
    ("goal", "visibility: everybody"),
    ("goal", "grade: 2"),
    ("goal", "horizon: [mid]"),
    ("goal", "title: {a: b}"),
    ("goal", "changes: [{measurable: 20 books}]"),
    ("goal", "milestones: [{due: 2026-01-01}]"),
    ("entry", "mood: 6"),
    ("entry", "mood: good"),
    ("entry", "week: [2026-W47]"),
    ("settings", "week_starts: tuesday"),
    ("settings", "hours_per_week: {a: 1}"),
]


@pytest.mark.parametrize(("kind", "text"), REFUSED)
def test_what_cannot_be_read_is_refused(kind: str, text: str) -> None:
    assert errors(kind, load_yaml(text))


# --- editors ----------------------------------------------------------------------------------


def test_the_files_of_code_are_json() -> None:
    for path, text in for_code().items():
        assert json.loads(text), path


def test_the_task_of_code_reads_what_the_check_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (task,) = json.loads(for_code()[".vscode/tasks.json"])["tasks"]
    goal = tmp_path / "content/goals/a.md"
    goal.parent.mkdir(parents=True)
    goal.write_text("---\ntime_bound: 2026-02-30\n---\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    main(task["command"].split()[1:])
    pattern = task["problemMatcher"]["pattern"]
    matches = [re.match(pattern["regexp"], one) for one in capsys.readouterr().out.splitlines()]
    (found,) = [one for one in matches if one and one[pattern["code"]] == "F204"]
    assert found[pattern["file"]] == "content/goals/a.md"
    assert (found[pattern["line"]], found[pattern["column"]]) == ("2", "13")
    assert found[pattern["severity"]] == "error"


def test_the_manual_shows_the_task_that_is_written() -> None:
    page = (ROOT / "docs/editors.md").read_text(encoding="utf-8")
    assert f"```json\n{for_code()['.vscode/tasks.json']}```" in page


@pytest.mark.parametrize("name", ["goal", "week", "review-month", "review-quarter", "review-year"])
def test_a_snippet_makes_a_file_that_is_read(name: str) -> None:
    """With its places left as they are but for those that must be filled in."""
    snippet = json.loads(for_code()[".vscode/milepost.code-snippets"])[name]
    text = "\n".join(snippet["body"])
    for sign, said in (("CURRENT_YEAR", "2026"), ("CURRENT_MONTH", "11"), ("CURRENT_DATE", "22")):
        text = text.replace(f"${{{sign}}}", said)
    text = re.sub(r"\$\{1(?::YYYY-Www)?\}", "2026-W47", text).replace(
        "${2:YYYY-MM-DD}", "2027-06-30"
    )
    text = re.sub(r"\$\{\d\}", "", text)
    assert "$" not in text
    where = {"goal": "goals/a.md", "week": "journal/2026-W47.md"}
    path = f"content/{where.get(name, 'reviews/2026-11.md')}"
    found = load({path: text.encode()}).findings
    assert not [one for one in found if one.severity == "error"]


def test_the_templates_of_obsidian_are_not_read_as_notes() -> None:
    files = new_journal("Mine", date(2026, 11, 22)) | for_obsidian()
    assert json.loads(files[".obsidian/templates.json"]) == {"folder": "templates"}
    read = load({path: text.encode() for path, text in files.items() if path.endswith(".md")})
    assert [note.path for note in read.journal.notes if "templates" in note.path] == []


def test_the_templates_of_obsidian_are_written_when_they_are_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    main(["new", "journal", "plain"])
    main(["new", "journal", "vault", "--obsidian"])
    assert not Path("plain/templates").exists()
    assert Path("plain/.vscode/tasks.json").is_file()
    week = Path("vault/templates/week.md").read_text(encoding="utf-8")
    assert week.startswith("---\nweek: {{date:GGGG-[W]WW}}\n")


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("goal", {"visibility": "Public"}),
        ("goal", {"horizon": "Medium"}),
        ("goal", {"horizon": "long-term"}),
        ("goal", {"kind": "Exploratory"}),
        ("settings", {"week_starts": "Sunday"}),
    ],
)
def test_what_is_read_in_any_letters_is_allowed_in_them(kind: str, data: dict[str, str]) -> None:
    assert errors(kind, data) == []
    (key, word) = next(iter(data.items()))
    assert errors(kind, {key: f"{word}ish"})
