"""Goals as people write them who have not read the manual: little is asked, and once."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest

from milepost.checks.check import check
from milepost.findings import Finding, Severity
from milepost.journal.asof import as_of
from milepost.journal.examples import files_of
from milepost.journal.key_words import GOAL_WORDS
from milepost.journal.load import load
from milepost.journal.nodes import folded
from milepost.progress.measure import measure
from milepost.rewriting.own_words import rewritten

DAY = date(2026, 3, 4)
FILES = files_of((Path(__file__).parent / "natural_goals.txt").read_text(encoding="utf-8"))
REMEDY = re.compile(r"\bwrite (?:[^`]*? )??`([a-z_]+): ([^`…]+)`")


ENTRY = "content/journal/2026-W09.md"
THIS_WEEK = "content/journal/2026-W10.md"
FEW = 4
"""So many goals a journal has, beside the one that others serve."""


def journals() -> list[dict[str, bytes]]:
    """Journals of a few of the goals, each with the settings and the one entry."""
    every = [path for path in FILES if path.startswith("content/goals/")]
    shared = {path for path in FILES if path not in every} | {"content/goals/write-more.md"}
    own = [path for path in every if path not in shared]
    parts = [own[at : at + FEW] for at in range(0, len(own), FEW)]
    return [{path: FILES[path] for path in FILES if path in {*part, *shared}} for part in parts]


def told(files: dict[str, bytes]) -> dict[str, list[Finding]]:
    """What is told of each goal; a number for a goal of another of the journals is none."""
    loaded = load(files)
    report = measure(as_of(loaded.journal, DAY), DAY)
    by_file: defaultdict[str, list[Finding]] = defaultdict(list)
    for one in check(report, loaded.findings, whole=loaded.journal, sources=loaded.sources):
        if "/goals/" in one.place.path:
            by_file[one.place.path].append(one)
    return by_file


def with_line(text: str, key: str, value: str) -> str:
    """A front matter with a line in the place of the one that has this key, or at its end.

    Steps that are there already stay, above the new ones; other words for the key go with it.
    """
    if not text.startswith("---\n"):
        text = f"---\n---\n{text}"
    head, front, rest = text.split("---\n", 2)
    for words in re.findall(r"^([\w ]+):.*\n", front, re.MULTILINE):
        if GOAL_WORDS.get(folded(words), ("", ""))[0] == key != "milestones":
            front = re.sub(rf"^{words}:.*\n", "", front, flags=re.MULTILINE)
    named = key.replace("_", "[ _-]")
    own = re.search(rf"^{named}:.*\n((?:[ -].*\n)*)", front, re.MULTILINE | re.IGNORECASE)
    line = f"{key}: {value}\n"
    if own and key == "milestones":
        line = own[0] + "".join(f"  - {one}\n" for one in value.strip("[]").split(", "))
    front = front.replace(own[0], line, 1) if own else front + line
    return "---\n".join([head, front, rest])


def after_doing(files: dict[str, bytes], finding: Finding) -> dict[str, bytes] | None:
    """The files after doing what a finding says, word for word; None where it leaves words open."""
    path = finding.place.path
    if number := re.search(r"`progress: \{(.+?)\}` in this week's entry", finding.help):
        entry = files.get(THIS_WEEK, FILES[ENTRY].replace(b"2026-02-23", b"2026-03-02"))
        more = entry.decode().replace("progress:\n", f"progress:\n  {number[1]}\n", 1)
        return {**files, THIS_WEEK: more.encode()}
    remedy = REMEDY.search(finding.help)
    if remedy and not finding.help.endswith("in it"):  # in another goal
        return {**files, path: with_line(files[path].decode(), remedy[1], remedy[2]).encode()}
    return None


def after_answering(files: dict[str, bytes], finding: Finding) -> dict[str, bytes]:
    """The files after doing what a finding says, with words where it leaves them open."""
    path, help_ = finding.place.path, finding.help
    text = files[path].decode()
    bare = re.search(r"\bwrite [^`]*`([^`…]+)`", help_)
    key = re.search(r"^`([a-z_]+)` cannot be read", finding.message)
    if finding.code == "R105":
        step = "---\ntitle: Write 12 pages\nmeasurable: 12 pages\nrelevant: write-more\n"
        step += "time_bound: 2026-03-01 to 2026-05-20\n---\n"
        return {**files, "content/goals/a-step.md": step.encode()}
    if finding.code == "T201":
        steps = help_.partition("`milestones: ")[2] or ", ".join(re.findall(r"`(.+? …)`", help_))
        text = with_line(text, "milestones", steps.replace("…", "a step").rstrip("`"))
    elif finding.code == "F202":
        lines = text.splitlines(keepends=True)
        name = re.search("“(.+?)”", finding.message)
        text = "".join(line for line in lines if not name or not line.startswith(f"{name[1]}:"))
    elif finding.code == "F201":
        slip, near = re.search("“(.+?)”", finding.message), re.search("`(.+?)`", help_)
        assert slip
        assert near
        text = text.replace(f"{slip[1]}:", f"{near[1]}:")
    elif finding.code == "F207":
        lines = text.splitlines(keepends=True)
        lines[finding.place.line - 1] = "\n"
        text = "".join(lines)
    elif finding.code == "F210" and bare and f"“{bare[1].replace('.', ',')}”" in finding.message:
        text = text.replace(bare[1].replace(".", ","), bare[1])
    elif finding.code == "F204":
        remedy = REMEDY.search(help_)
        said = remedy[2].replace("2026-01-05", str(DAY)) if remedy else "2026-05-20"
        text = with_line(text, "time_bound", said)
    elif finding.code == "A302":
        text = with_line(text, "obstacles", "if I am tired, then I rest")
    elif finding.code.startswith("S"):
        text = with_line(text, "specific", "Finish 12 chapters, so that I have done it by 20 May")
    elif done := after_doing(files, finding):
        return done
    elif bare:
        text = with_line(text, key[1] if key else "measurable", bare[1])
    return {**files, path: text.encode()}


def every_finding(files: dict[str, bytes]) -> list[Finding]:
    """What is told of the goals, each thing by itself."""
    loaded = load(files)
    report = measure(as_of(loaded.journal, DAY), DAY)
    found = check(report, loaded.findings, whole=loaded.journal, sources=loaded.sources, every=True)
    return [one for one in found if "/goals/" in one.place.path]


@pytest.mark.parametrize("files", journals())
def test_after_doing_once_what_is_said_nothing_is_left(files: dict[str, bytes]) -> None:
    words, _ = rewritten(files)
    found = every_finding(files)
    after = {**files, **words}
    for one in found:
        if one.code not in {"F205", "F221", "F228"}:
            after = after_answering(after, one)
    after |= rewritten(after)[0]  # a number that is mended keeps the word before it
    assert [one for some in told(after).values() for one in some] == []


@pytest.mark.parametrize("files", journals())
def test_at_most_two_things_are_asked_of_a_goal(files: dict[str, bytes]) -> None:
    quiet = {"F202", "F205", "F221", "F228"}  # after which a goal may stay as it is
    many = {
        path: [one.code for one in found if one.code not in quiet]
        for path, found in told(files).items()
    }
    assert not {path: codes for path, codes in many.items() if len(codes) > 2}


@pytest.mark.parametrize("files", journals())
def test_what_a_finding_says_to_write_mends_it_and_breaks_nothing(files: dict[str, bytes]) -> None:
    was = every_finding(files)
    errors = {one.code for one in was if one.severity is Severity.ERROR}
    for finding in was:
        if (after := after_doing(files, finding)) is None:
            continue
        now = every_finding(after)
        left = {one.code for one in now if one.place.path == finding.place.path}
        assert finding.code not in left, finding
        assert {one.code for one in now if one.severity is Severity.ERROR} <= errors


def test_after_fmt_no_word_of_other_people_is_left() -> None:
    words, _ = rewritten(FILES)
    found = [one for some in told({**FILES, **words}).values() for one in some]
    assert not [one for one in found if one.code in {"F221", "F205", "F228"}]
