"""Signs that no editor shows: none of them turns a title around or steers a terminal."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from written import measured

from milepost.addresses import STEERING
from milepost.cli import main
from milepost.formats.text import as_text
from milepost.journal.load import load

TURNS = "\u202a\u202b\u202d\u202e\u2066\u2067\u2068"
STEERS = "\x00\x07\x08\x1b\x7f\x9b\u202c\u2069"


@pytest.mark.parametrize("sign", TURNS + STEERS)
def test_a_value_has_none_and_the_sign_is_told(sign: str) -> None:
    loaded = load({"content/goals/a.md": f"---\ntitle: Read{sign}more\n---\n".encode()})
    (finding,) = loaded.findings
    assert (finding.name, finding.place.line, finding.place.column) == ("control-character", 2, 12)
    assert loaded.journal.goals[0].title == "Read more"


@pytest.mark.parametrize("written", [r"\e[31m", r"\u202e", r"\u001b", r"\x9b", r"\0"])
def test_an_escape_of_yaml_brings_none_in(written: str) -> None:
    loaded = load({"content/goals/a.md": f'---\ntitle: "Read{written}"\n---\n'.encode()})
    assert [finding.name for finding in loaded.findings] == ["control-character"]
    assert not STEERING.search(loaded.journal.goals[0].title)


@pytest.mark.parametrize("sign", TURNS + STEERS)
def test_the_text_has_none_that_reaches_further(sign: str) -> None:
    text = f"# A{sign}title\n\nWords{sign}here.\n"
    loaded = load({"content/goals/a.md": text.encode()})
    assert [(f.name, f.place.line) for f in loaded.findings] == [
        ("steering-sign", 1),
        ("steering-sign", 3),
    ]
    (goal,) = loaded.journal.goals
    assert (goal.title, goal.prose.text) == ("A title", "# A title\n\nWords here.\n")


@pytest.mark.parametrize("pair", ["\u2067{}\u2069", "\u2068{}\u2069", "\u202b{}\u202c"])
def test_a_stretch_of_another_direction_that_ends_in_its_line_stays(pair: str) -> None:
    text = "The word " + pair.format("שלום") + " means peace.\n"
    loaded = load({"content/pages/a.md": text.encode()})
    assert (loaded.findings, loaded.journal.pages[0].prose.text) == ((), text)
    override = "\u202e{}\u202c".format("abc")
    assert len(load({"content/pages/a.md": override.encode()}).findings) == 1


@pytest.mark.parametrize("entity", ["&#27;", "&#x202E;", "&#x1b;[31m"])
def test_a_heading_has_none_by_an_entity(entity: str) -> None:
    loaded = load({"content/goals/a.md": f"# Read {entity}more\n".encode()})
    assert not STEERING.search(loaded.journal.goals[0].title)


def test_the_name_of_a_file_gives_an_id_and_a_title_without_and_is_told() -> None:
    loaded = load({"content/goals/re\u202ead\x1b.md": b""})
    assert [finding.name for finding in loaded.findings] == ["steering-sign"]
    (goal,) = loaded.journal.goals
    assert (goal.id, goal.title) == ("read", "Read")
    assert not STEERING.search(as_text(loaded.findings, loaded.sources).replace("\n", ""))


def test_letters_that_belong_together_stay_together() -> None:
    title = "می‌خواهم 👩‍🚀 \u200fאב"
    loaded = load({"content/goals/a.md": f"---\ntitle: {title}\n---\n".encode()})
    assert (loaded.findings, loaded.journal.goals[0].title) == ((), title)


def test_the_terminal_is_not_steered(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "content/goals/evil.md"
    path.parent.mkdir(parents=True)
    path.write_text('---\ntitle: "A\\e[2J\\u202eB"\nmeasurable: 3 \\e[1m\n---\n# \x1b[31m\n')
    (tmp_path / "milepost.yaml").write_text('title: "T\\e]0;x\\a"\ntimezone: "\\e[5m"\n')
    for command in ("check", "status"):
        main([command, str(tmp_path)])
        printed = capsys.readouterr()
        assert not STEERING.search((printed.out + printed.err).replace("\n", ""))


def test_a_report_can_be_made_of_half_a_letter() -> None:
    loaded = load({"content/goals/a.md": b'---\ntitle: "\\ud83d"\nspecific: "\\ud83d"\n---\n'})
    report = measured(loaded, date(2026, 3, 15))
    assert "".join(goal.title + goal.specific for goal in report.journal.goals).encode()
