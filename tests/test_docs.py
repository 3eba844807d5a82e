"""The manual tells the truth: its examples are read, its links lead somewhere, its commands parse.

An example stands below a comment that says what it is:

- `<!-- file: PATH -->`: a whole file; all of a page together are one journal without a finding;
- `<!-- also: PATH` and lines up to `-->`: a file of that journal that the reader need not see;
- `<!-- keys: PATH -->`: some lines of front matter for a file of that journal, without a finding;
- `<!-- wrong: PATH CODES -->`: a file that gets exactly these findings, in the words of the page.
"""

from __future__ import annotations

import argparse
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest

from milepost.checks.catalogue import rules
from milepost.cli import main
from milepost.cli.main import parser
from milepost.findings import Finding
from milepost.journal.load import load
from milepost.journal.measures import parse_measure
from milepost.journal.values import Measure
from milepost.journal.words import Kind
from milepost.site.faults import RULES as SITE_RULES

ROOT = Path(__file__).parents[1]
MANUAL = sorted((ROOT / "docs").rglob("*.md"))
OUTSIDE = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md")
TEXTS = [*(ROOT / name for name in OUTSIDE), *MANUAL]
_MARKED = re.compile(
    r"^<!-- (file|keys|wrong): (\S+) ?([^>]*?) ?-->\n+(`{3,})\w*\n(.*?)^\4$",
    re.M | re.S,
)
_HIDDEN = re.compile(r"^<!-- also: (\S+)\n(.*?)^-->$", re.M | re.S)
_FENCE = re.compile(r"^ *(`{3,})([\w-]*)\n(.*?)^ *\1$", re.M | re.S)
_LINK = re.compile(r"(?<!!)\[(?:[^\[\]]|\[[^\]]*\])*\]\(([^)\s]+)\)|!\[[^\]]*\]\(([^)\s]+)\)")
_SOURCE = re.compile(r'(?:src|srcset|href)="([^"]+)"')


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def without_code(text: str) -> str:
    return re.sub(r"`[^`\n]*`", "", _FENCE.sub("", text))


def examples(path: Path) -> Iterator[tuple[str, str, str, str]]:
    for match in _MARKED.finditer(text_of(path)):
        yield match[1], match[2], match[3], match[5]
    for match in _HIDDEN.finditer(text_of(path)):
        yield "file", match[1], "", match[2]


def journal(path: Path) -> dict[str, bytes]:
    """The journal that the whole files of a page make together."""
    files: dict[str, bytes] = {}
    for kind, target, _, body in examples(path):
        if kind == "file":
            assert target not in files, f"{name(path)} writes {target} twice"
            files[target] = body.encode()
    return files


def lines(findings: tuple[Finding, ...]) -> list[str]:
    return [f"{f.place.path}:{f.place.line} {f.code} {f.message}" for f in findings]


WITH_EXAMPLES = [path for path in TEXTS if any(examples(path))]


@pytest.mark.parametrize("path", WITH_EXAMPLES, ids=name)
def test_the_files_of_a_page_are_a_journal_without_a_finding(path: Path) -> None:
    files = journal(path)
    pictures = ["content/static/boat.jpg", "content/static/mock-exam.png"]
    assert lines(load(files, pictures).findings) == []


@pytest.mark.parametrize("path", WITH_EXAMPLES, ids=name)
def test_keys_that_a_page_shows_are_read_without_a_finding(path: Path) -> None:
    for kind, target, _, body in examples(path):
        if kind == "keys":
            whole = body if target == "milepost.yaml" else f"---\n{body}---\n"
            files = journal(path) | {target: whole.encode()}
            assert lines(load(files).findings) == [], body


@pytest.mark.parametrize("path", WITH_EXAMPLES, ids=name)
def test_mistakes_that_a_page_shows_get_the_findings_that_it_tells(path: Path) -> None:
    page = " ".join(text_of(path).split())
    for kind, target, codes, body in examples(path):
        if kind != "wrong":
            continue
        findings = [
            finding
            for finding in load(journal(path) | {target: body.encode()}).findings
            if finding.place.path == target
        ]
        assert [finding.code for finding in findings] == codes.split()
        for finding in findings:
            assert finding.message in page
            assert finding.help in page


def anchors(path: Path) -> set[str]:
    """The anchors of a page's headings, as GitHub makes them."""
    found: set[str] = set()
    for heading in re.findall(r"^#{1,6} +(.+?) *#*$", _FENCE.sub("", text_of(path)), re.M):
        plain = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).lower()
        anchor = re.sub(r"[^\w\- ]", "", plain).replace(" ", "-")
        number, unique = 0, anchor
        while unique in found:
            number += 1
            unique = f"{anchor}-{number}"
        found.add(unique)
    return found


@pytest.mark.parametrize("path", TEXTS, ids=name)
def test_every_link_leads_to_a_file_and_a_heading(path: Path) -> None:
    text = without_code(text_of(path))
    targets = [one or other for one, other in _LINK.findall(text)] + _SOURCE.findall(text)
    for target in targets:
        if re.match(r"[a-z]+:", target):
            assert target.startswith(("https://", "mailto:")), target
            continue
        file, _, anchor = unquote(target).partition("#")
        found = (path.parent / file).resolve() if file else path
        assert found.exists(), f"{name(path)} links to {target}"
        assert found.is_relative_to(ROOT), f"{name(path)} links to {target}"
        if anchor and found.suffix == ".md":
            assert anchor in anchors(found), f"{name(path)} links to {target}"


def commands(path: Path) -> Iterator[tuple[str, bool]]:
    """Every command line of a page: in blocks, after a `$` or not, and between backticks.

    With whether it is only mentioned: words in a sentence may name a command and an option alone.
    """
    text = text_of(path)
    for _, language, body in _FENCE.findall(text):
        if language in {"console", "sh", "shell", "yaml", ""}:
            prompt = r"\$ " if language == "console" else r"(?:- run: )?"
            for line in re.findall(rf"^ *{prompt}(milepost .*)$", body, re.M):
                yield line, False
    for line in re.findall(r"`(milepost [^`\n]+)`", _FENCE.sub("", text)):
        yield line, True


def takes(words: list[str]) -> bool:
    try:
        parser().parse_args([word for word in words if word not in {"--help", "--version"}])
    except SystemExit:
        return False
    return True


def names(words: list[str]) -> bool:
    """Whether these are a command and some of its options, without their values."""
    named = parsers().get(words[0])
    return named is not None and set(words[1:]) <= set(named._option_string_actions)


@pytest.mark.parametrize("path", TEXTS, ids=name)
def test_every_command_line_is_one_that_milepost_takes(path: Path) -> None:
    for line, mentioned in commands(path):
        words = shlex.split(re.split(r"\s[|<>]", line)[0], comments=True)[1:]
        assert takes(words) or (mentioned and names(words)), f"{name(path)}: {line}"


def parsers() -> dict[str, argparse.ArgumentParser]:
    subs = next(
        action for action in parser()._actions if isinstance(action, argparse._SubParsersAction)
    )
    return dict(subs.choices)


def test_the_page_of_commands_lists_every_command_with_its_options() -> None:
    page = text_of(ROOT / "docs" / "commands.md")
    parts = dict(re.findall(r"^## milepost (\w+)\n(.*?)(?=^## |\Z)", page, re.M | re.S))
    assert set(parts) == set(parsers())
    for command, each in parsers().items():
        options = {
            option
            for action in each._actions
            for option in action.option_strings
            if option.startswith("--") and option != "--help"
        }
        told = set(re.findall(r"^\| `(--[\w-]+)", parts[command], re.M))
        assert told == options, f"milepost {command}"


def test_the_contents_name_every_page_of_the_manual() -> None:
    contents = text_of(ROOT / "docs" / "README.md")
    for path in (ROOT / "docs").glob("*.md"):
        if path.name != "README.md":
            assert f"]({path.name})" in contents


def test_the_page_on_bad_input_names_every_fault_of_files_and_fields() -> None:
    page = text_of(ROOT / "docs" / "bad-input.md")
    reader = [rule for rule in rules() if rule.code.startswith(("F", "P0"))]
    known = {rule.code: rule.severity.value for rule in (*reader, *SITE_RULES)}
    told = re.findall(r"^\| \[(\w\d{3})\]\(rules/\1\.md\) \|.*\| (\w+) \|$", page, re.M)
    assert sorted(told) == sorted(known.items())


def test_every_note_on_the_page_of_plain_notes_is_of_the_week_it_says() -> None:
    page = text_of(ROOT / "docs" / "plain-notes.md")
    rows = re.findall(r"^\| (`.*) \|(.*)\| ([0-9]{4}-W[0-9]{2}) \|$", page, re.M)
    assert len(rows) == 11
    for paths, heading, week in rows:
        for path in re.findall(r"`([^`]+)`", paths):
            entries = load({path: f"# {heading.strip(' `')}\n".encode()}).journal.entries
            assert [str(entry.week) for entry in entries] == [week], path


def test_every_measure_on_the_page_of_measures_is_of_the_kind_it_says() -> None:
    table = text_of(ROOT / "docs" / "measures.md").partition("\n\n## ")[0]
    rows = [line.split(" | ") for line in table.splitlines() if line.startswith("| `")]
    shown = set()
    for forms, what, _ in rows:
        for form in re.findall(r"`([^`]+)`", forms):
            measure = parse_measure(form)
            assert isinstance(measure, Measure), form
            assert not measure.kind.facts.numbered or what.startswith(measure.kind.value), form
            shown.add(measure.kind)
    assert shown == set(Kind)


def test_every_promise_of_privacy_names_a_test_that_is_there() -> None:
    part = text_of(ROOT / "docs" / "privacy.md").partition("## Which test holds what")[2]
    rows = re.findall(r"^\| (?!promise|---)(.+?) \| (.+) \|$", part, re.M)
    assert rows
    for promise, test in rows:
        named = re.fullmatch(r"`(tests/[\w/]+\.py)::(test_\w+)`", test)
        assert named, promise
        assert re.search(rf"^def {named[2]}\(", text_of(ROOT / named[1]), re.M), promise


def test_every_promise_of_security_names_a_test_that_is_there() -> None:
    part = text_of(ROOT / "SECURITY.md").partition("## What is promised")[2].partition("\n## ")[0]
    promises = re.findall(r"^- \*\*(.+?)\.\*\*", part, re.M)
    rows = re.findall(r"^\| (.+?) \| `(tests/[\w/]+\.py)::(test_\w+)` \|$", part, re.M)
    assert [promise for promise, _, _ in rows] == promises != []
    for promise, path, name in rows:
        assert re.search(rf"^def {name}\(", text_of(ROOT / path), re.M), promise


def test_every_target_of_the_makefile_that_a_text_names_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", text_of(ROOT / "Makefile"), re.M))
    for path in TEXTS:
        named = re.findall(r"`make (\w+)`|^\$? ?make (\w+)$", text_of(path), re.M)
        assert {one or other for one, other in named} <= targets, name(path)


def told(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """What a command says on the day of the page, on both streams, with paths as on Linux."""
    main([*words, "--today", "2026-11-22"])
    said = capsys.readouterr()
    return (said.out + said.err).replace("\\", "/")


def test_the_first_five_minutes_say_what_the_page_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page = text_of(ROOT / "docs" / "start.md")
    monkeypatch.chdir(tmp_path)
    assert told(capsys, "new", "journal", "my-journal") in page
    monkeypatch.chdir(tmp_path / "my-journal")
    for file in Path().rglob("*"):
        assert not file.is_file() or file.as_posix() in page
    goal = Path("content/goals/read-12-books.md")
    right, wrong = re.findall(r"^time_bound: (.*)$", text_of(goal) + page, re.M)
    goal.write_text(text_of(goal).replace(right, wrong), encoding="utf-8")
    block = page.partition("$ milepost check\n")[2].partition("```")[0]
    assert block in told(capsys, "check")
    assert f"\n{told(capsys, 'new', 'goal', 'Run 10 km under an hour')}```" in page
