"""What people type who do not know the commands: it is done, or the right command is named."""

from __future__ import annotations

import re
import shlex
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from milepost.cli import main, shared
from milepost.cli.guesses import _NAME, _RUN
from milepost.cli.main import COMMANDS, parser
from milepost.cli.shared import typed
from milepost.journal.examples import files_of

DAY = ("--today", "2026-11-22")
JOURNAL = """\
== milepost.yaml ==
title: Sailing
== content/goals/sail.md ==
---
title: Sail twelve times
aliases: [row]
measurable: 12 trips
time_bound: 2026-01-01 to 2026-12-31
---
== content/goals/rest.md ==
---
title: Rest more
status: dropped
---
== content/goals/slip.md ==
---
title: A slip
time_bound: 2026-02-30
---
"""

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    for path, data in files_of(JOURNAL).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    monkeypatch.chdir(tmp_path)

    def command(*words: str) -> tuple[int, str, str]:
        try:
            code = main(words)
        except SystemExit as end:
            code = int(end.code or 0)
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return command


NAMED = {
    "init": "milepost new journal my-journal",
    "init notes": "milepost new journal notes",
    "Init": "milepost new journal my-journal",
    "start": "milepost new journal my-journal",
    "add": 'milepost new goal "Its title"',
    "add 'Run 10 km'": 'milepost new goal "Run 10 km"',
    "goal 'Run 10 km'": 'milepost new goal "Run 10 km"',
    "track gym": "milepost log gym",
    "tick": "milepost log GOAL +1",
    "week last": "milepost new week last",
    "review 2026-Q4": "milepost new review 2026-Q4",
    "todo": "milepost new week",
    "deploy": "milepost publish --check",
    "publsh": "milepost publish",
    "watch": "milepost serve",
    "preview": "milepost serve",
    "serve --watch": "milepost serve",
    "build --watch": "milepost serve",
    "check --watch": "milepost serve",
    "generate": "milepost build",
    "edit": "milepost new week --edit",
    "edit 2026-W40": "milepost new week 2026-W40 --edit",
    "edit sail": "milepost new goal sail --edit",
    "build --public": "milepost build --for public",
    "build --output x": "milepost build --out FOLDER",
    "status --json": "milepost status --format json",
    "chekc": "milepost check",
    "chekc content --all": "milepost check content --all",
    "biuld": "milepost build",
    "serve --prot=8123": "milepost serve --port=8123",
    "status --formt json": "milepost status --format",
    "fly": "milepost --help",
    "build --everything": "milepost build --help",
    "check --format xml": "milepost check --help",
}


@pytest.mark.parametrize(("said", "command"), NAMED.items())
def test_a_guess_is_answered_in_one_line_with_what_to_type(
    run: Run, tmp_path: Path, said: str, command: str
) -> None:
    before = sorted(tmp_path.rglob("*"))
    code, out, err = run(*shlex.split(said))
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert re.search(r"(?:write|did you mean|see|see them all with): (.*)$", err.strip())[1] == (  # type: ignore[index]
        command
    )
    assert sorted(tmp_path.rglob("*")) == before


DONE = {
    "goals": ("status",),
    "list": ("status", "--all"),
    "show sail": ("status", "sail"),
    "dashboard": ("status",),
    "lint": ("check",),
    "validate sail": ("check", "sail"),
    "rules": ("explain",),
    "achievements --help": ("brag", "--help"),
    "cv --help": ("brag", "--help"),
    "resume --help": ("brag", "--help"),
    "files": ("check", "--files"),
    "version": ("--version",),
    "help": ("--help",),
    "help check": ("check", "--help"),
    "help lint": ("check", "--help"),
    "Status": ("status",),
}


@pytest.mark.parametrize(("said", "command"), DONE.items())
def test_a_guess_that_only_reads_is_done(run: Run, said: str, command: tuple[str, ...]) -> None:
    day = DAY if command[0] in {"status", "check"} and "--help" not in command else ()
    told = run(*said.split(), *day)
    assert told == run(*command, *day)
    assert told[1]


@pytest.mark.parametrize(
    ("said", "how"),
    [
        ("done sail", "`status: done`"),
        ("delete sail", "what you delete"),
        ("config", "milepost.yaml"),
        ("clean", "_site/"),
        ("theme dark", "`theme: milepost`"),
        ("docs", "docs/README.md"),
    ],
)
def test_what_no_command_does_is_told(run: Run, said: str, how: str) -> None:
    code, out, err = run(*said.split())
    assert (code, out, err.count("\n"), how in err) == (2, "", 1, True)


def test_every_command_that_a_guess_names_is_one_that_milepost_takes() -> None:
    named = [[*command, *words] for command, words in _NAME.values()]
    for words in [*map(list, _RUN.values()), *named]:
        if words[0] in COMMANDS:
            assert parser().parse_args(words).command == words[0]


def test_no_guess_hides_a_command() -> None:
    assert not (set(_RUN) | set(_NAME)) & set(COMMANDS)


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (("new", "goal", "Run 10 km"), 'new goal "Run 10 km"'),
        (("new", "goal", "Save $100"), "new goal 'Save $100'"),
        (("check", "content"), "check content"),
    ],
)
def test_words_are_typed_so_that_they_can_be_pasted(words: tuple[str, ...], line: str) -> None:
    assert typed(*words) == line
    assert tuple(shlex.split(line)) == words


@pytest.mark.parametrize("name", ["sail", "SAIL", "row", "Sail twelve times", "[[sail]]"])
def test_status_tells_of_one_goal_by_any_of_its_names(run: Run, name: str) -> None:
    code, out, _ = run("status", name, *DAY)
    assert code == 0
    assert "Sail twelve times" in out
    assert out.strip().endswith("content/goals/sail.md")
    assert "A slip" not in out


def test_status_tells_of_a_closed_goal_that_is_named(run: Run) -> None:
    assert "Rest more" not in run("status", *DAY)[1]
    assert "Rest more" in run("status", "rest", *DAY)[1]


def test_the_data_of_named_goals_are_theirs_alone(run: Run) -> None:
    out = run("status", "sail", "--format", "json", *DAY)[1]
    assert re.findall(r'^    "id": "(.*)"', out, re.M) == ["sail"]


def test_check_of_a_goal_counts_and_lists_that_goal_alone(run: Run) -> None:
    assert run("check", "slip", "sail", *DAY)[1].rstrip().endswith(" in 2 goals")
    assert run("check", *DAY)[1].rstrip().endswith(" in 3 goals and 0 entries")
    assert run("check", "--files", "sail", *DAY)[1] == "content/goals/sail.md: a goal\n"
    assert "the settings" in run("check", "--files", *DAY)[1]


def test_the_zone_of_a_windows_machine_has_the_name_that_others_give_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Key:
        def __enter__(self) -> str:
            return "key"

        def __exit__(self, *_: object) -> None:
            return None

    registry = SimpleNamespace(
        HKEY_LOCAL_MACHINE=0,
        OpenKey=lambda *_: Key(),
        QueryValueEx=lambda *_: ("W. Europe Standard Time\0\0", 1),
    )
    monkeypatch.setitem(sys.modules, "winreg", registry)
    assert shared._registered() == "Europe/Berlin"
    monkeypatch.setitem(sys.modules, "winreg", None)
    assert shared._registered() == ""


def test_check_tells_of_one_goal(run: Run) -> None:
    assert run("check", *DAY)[0] == 1
    assert run("check", "sail", *DAY)[0] == 0
    code, out, _ = run("check", "slip", "--format", "json", *DAY)
    assert code == 1
    assert set(re.findall(r'"path": "(.*)"', out)) == {"content/goals/slip.md"}
    assert run("check", "content/goals/slip.md", "--format", "json", *DAY)[1] == out


@pytest.mark.parametrize("command", ["status", "check"])
def test_the_folder_may_stand_before_the_goals(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    here = run(command, "sail", *DAY)[1]
    monkeypatch.chdir(tmp_path.parent)
    assert run(command, tmp_path.name, "sail", *DAY)[1] == here


@pytest.mark.parametrize("command", ["status", "check"])
def test_a_goal_that_is_none_is_told_with_the_nearest(run: Run, command: str) -> None:
    code, out, err = run(command, "sial", *DAY)
    assert (code, out) == (2, "")
    assert "no goal, and no folder, is called sial" in err
    assert "did you mean sail?" in err
    assert "milepost status --all" in run(command, "zzz", *DAY)[2]


@pytest.mark.parametrize(
    "words",
    [
        ("new", "goal", "--edit", "Row"),
        ("new", "--edit", "goal", "Row"),
        ("new", "--journal", ".", "goal", "Row"),
    ],
)
def test_an_option_may_stand_between_the_words(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, words: tuple[str, ...]
) -> None:
    monkeypatch.setenv("EDITOR", "true")
    run(*words, *DAY)
    assert (tmp_path / "content/goals/row.md").is_file()


def test_a_port_without_a_number_is_the_usual_one() -> None:
    assert parser().parse_args(["serve", "--port"]).port == 8000
