"""What each command imports: nothing that it does not use, since everybody waits for it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from milepost.journal.examples import files_of
from milepost.memo import made_with

JOURNAL = """\
== milepost.yaml ==
title: Sailing
== content/goals/sail.md ==
---
title: Sail twelve times
measurable: 12 trips
time_bound: 2026-01-01 to 2026-12-31
---
== content/journal/2026-W10.md ==
progress: {sail: 2}
"""
ALWAYS = {
    "milepost",
    "milepost.cli",
    "milepost.cli.adopt",
    "milepost.cli.answering",
    "milepost.cli.arguments",
    "milepost.cli.backtest",
    "milepost.cli.brag",
    "milepost.cli.build",
    "milepost.cli.console",
    "milepost.cli.check",
    "milepost.cli.doctor",
    "milepost.cli.explain",
    "milepost.cli.export",
    "milepost.cli.fmt",
    "milepost.cli.import_readings",
    "milepost.cli.log",
    "milepost.cli.main",
    "milepost.cli.new",
    "milepost.cli.parsing",
    "milepost.cli.publish",
    "milepost.cli.questions",
    "milepost.cli.rename",
    "milepost.cli.schema",
    "milepost.cli.serve",
    "milepost.cli.shared",
    "milepost.cli.status",
    "milepost.journal",
    "milepost.journal.words",
}
"""The commands' own modules, which say what they take, and the words that they share."""


FINDINGS = {
    f"milepost.site.{name}"
    for name in ("faults", "survey", "site_map", "parts_of_lists", "menu", "theme")
}
"""What finds what is wrong with a site, whose rules are explained beside all others."""


def imported(*words: str) -> set[str]:
    """The names of all modules that a command has imported at its end."""
    code = (
        "import sys\nfrom milepost.cli import main\n"
        "try:\n    main(sys.argv[1:])\n"
        "except SystemExit:\n    pass\n"
        "print('\\n\\0', *sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *words], capture_output=True, text=True, check=True
    )
    return set(done.stdout.rpartition("\0")[2].split())


def rooms(modules: set[str]) -> set[str]:
    """The modules of milepost among them."""
    return {name for name in modules if name.partition(".")[0] == "milepost"}


def packages(modules: set[str]) -> set[str]:
    """The packages among them that are neither Python's nor milepost's own, but for its start."""
    bare = {name.partition(".")[0] for name in modules}
    known = {"jinja2", "markupsafe", "markdown_it", "mdit_py_plugins", "yaml", "babel", "rich"}
    return bare & (known | {"starlette", "uvicorn", "watchfiles", "latex2mathml"})


def written(root: Path) -> str:
    for name, data in files_of(JOURNAL).items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return str(root)


def test_help_and_version_import_the_commands_alone() -> None:
    for words in ("--help", "--version", "build --help"):
        modules = imported(*words.split())
        assert rooms(modules) == ALWAYS
        assert not packages(modules)
        assert not modules & {"dataclasses", "inspect", "subprocess", "hashlib"}


def test_with_nothing_changed_a_command_imports_its_memory_and_no_more(tmp_path: Path) -> None:
    journal = written(tmp_path)
    for command in ("build", "check", "status"):
        imported(command, journal)
        modules = imported(command, journal)
        assert rooms(modules) == {*ALWAYS, "milepost.memo"}
        assert not packages(modules)
        assert not modules & {"dataclasses", "inspect", "subprocess"}


def test_checking_and_asking_how_it_stands_draw_no_page(tmp_path: Path) -> None:
    journal = written(tmp_path)
    drawing = {"milepost.site.render", "milepost.site.template", "milepost.site.prose"}
    net = {"http.client", "email", "ssl", "asyncio"}
    checking = imported("check", journal, "--no-cache")
    assert {name for name in checking if name.startswith("milepost.site.")} == FINDINGS
    assert packages(checking) <= {"markdown_it", "mdit_py_plugins", "yaml", "babel"}
    assert not checking & net
    asking = imported("status", journal, "--no-cache")
    assert not asking & drawing
    assert packages(asking) <= {"markdown_it", "mdit_py_plugins", "yaml", "babel", "rich"}
    assert not asking & net


def test_a_build_imports_what_pages_are_made_with_and_no_server(tmp_path: Path) -> None:
    building = imported("build", written(tmp_path), "--no-cache")
    used = {"markdown_it", "mdit_py_plugins", "yaml", "babel", "jinja2", "markupsafe"}
    assert packages(building) == used
    assert not building & {"milepost.publish.preview", "asyncio", "ssl"}


def test_only_a_page_with_a_formula_imports_what_draws_it(tmp_path: Path) -> None:
    journal = written(tmp_path)
    with (tmp_path / "content/journal/2026-W10.md").open("a", encoding="utf-8") as note:
        note.write("It cost $5.\n")
    assert "latex2mathml" not in packages(imported("build", journal, "--no-cache"))
    with (tmp_path / "content/journal/2026-W10.md").open("a", encoding="utf-8") as note:
        note.write("And $x^2$.\n")
    for command in ("check", "status"):
        assert "latex2mathml" not in packages(imported(command, journal, "--no-cache"))
    used = packages(imported("build", journal, "--no-cache"))
    assert "latex2mathml" in used
    # Another version of any of these may make other pages, so that nothing kept counts.
    assert used <= {line.partition(" ")[0] for line in made_with()}
