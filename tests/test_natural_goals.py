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
from milepost.journal.load import load
from milepost.progress.measure import measure
from milepost.rewriting.own_words import rewritten

DAY = date(2026, 3, 4)
FILES = files_of((Path(__file__).parent / "natural_goals.txt").read_text(encoding="utf-8"))
REMEDY = re.compile(r"\bwrite (?:[^`]*? )??`([a-z_]+): ([^`…]+)`")


ENTRY = "content/journal/2026-W09.md"
FEW = 5
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
    """A front matter with a line in the place of the one that has this key, or at its end."""
    head, front, rest = text.split("---\n", 2)
    own = re.compile(rf"^{key}:.*\n(?:[ -].*\n)*", re.MULTILINE)
    line = f"{key}: {value}\n"
    front = own.sub(lambda _: line, front, count=1) if own.search(front) else front + line
    return "---\n".join([head, front, rest])


def after_doing(files: dict[str, bytes], finding: Finding) -> dict[str, bytes] | None:
    """The files after doing what a finding says, word for word; None where it leaves words open."""
    path = finding.place.path
    if number := re.search(r"`progress: \{(.+?)\}` in this week's entry", finding.help):
        entry = FILES[ENTRY].decode().replace("progress:\n", f"progress:\n  {number[1]}\n", 1)
        return {**files, ENTRY.replace("W09", "W10"): entry.replace("02-23", "03-02").encode()}
    remedy = REMEDY.search(finding.help)
    if remedy and not finding.help.endswith("in it"):  # in another goal
        return {**files, path: with_line(files[path].decode(), remedy[1], remedy[2]).encode()}
    return None


@pytest.mark.parametrize("files", journals())
def test_at_most_two_things_are_asked_of_a_goal(files: dict[str, bytes]) -> None:
    many = {path: [one.code for one in found] for path, found in told(files).items()}
    assert not {path: codes for path, codes in many.items() if len(codes) > 2}


@pytest.mark.parametrize("files", journals())
def test_what_a_finding_says_to_write_mends_it_and_breaks_nothing(files: dict[str, bytes]) -> None:
    done = 0
    for path, findings in told(files).items():
        for finding in findings:
            if (after := after_doing(files, finding)) is None:
                continue
            now = told(after)
            assert finding.code not in {one.code for one in now.get(path, [])}, finding
            every = [one for some in now.values() for one in some]
            assert Severity.ERROR not in {one.severity for one in every}
            done += 1
    assert done


def test_after_fmt_no_word_of_other_people_is_left() -> None:
    words, _ = rewritten(FILES)
    found = [one for some in told({**FILES, **words}).values() for one in some]
    assert not [one for one in found if one.code in {"F221", "F205"}]
