"""In random journals, in which everything stands in everything, nothing hidden gets out.

`hidden_words` writes the journals and says who may see which word. Here each is built for its
owner, for supporters and for everyone, and every name and byte is searched, and what is printed.
Run it with another `--hypothesis-seed` to try others.
"""

from __future__ import annotations

import html
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import unquote

import hidden_words
import pytest
from hidden_words import EVERYONE, OWNER, SUPPORTERS, Written
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from written import examples

from milepost import building, pipeline
from milepost.building import build
from milepost.cli import main
from milepost.findings import Finding
from milepost.journal.filenames import may_be_shown
from milepost.journal.folder import Assets, Folder
from milepost.journal.gate import gate
from milepost.journal.load import load
from milepost.journal.model import Journal
from milepost.journal.prose import Prose
from milepost.journal.words import Visibility
from milepost.pipeline import Opened, Step, quiet
from milepost.progress.report import Report
from milepost.site import render, theme

DAY = date(2026, 11, 22)
URL = "https://canary.example/journal/"
AUDIENCES = {Visibility.PRIVATE: OWNER, Visibility.SHARED: SUPPORTERS, Visibility.PUBLIC: EVERYONE}
JOURNALS = int(os.environ.get("MILEPOST_JOURNALS", examples(300)))
_DEFINED = re.compile(r"^[ >]*\[[^\]\n]+\]:[ \t]*(<[^>\n]*>|\S*).*$", re.MULTILINE)
_NAMED = re.compile(r"\]\[[^\[\]\n]*\]")
_NOTES = (".md", ".csv", "milepost.yaml")

journals = st.integers(0, 2**40).map(lambda number: hidden_words.journal(Random(number)))


class Held(Assets):
    """The other files of a journal that stands on no disk."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        super().__init__(Path(), tuple(files))
        self._files = files

    def __getitem__(self, name: str) -> bytes:
        return self._files[name]


@pytest.fixture(autouse=True, scope="module")
def once() -> Iterator[None]:
    """What is the same for each site is made once: the theme and its templates.

    So are the owner's report and findings, which the sites of one journal have in common.
    """
    report_on, judged = pipeline.report_on, pipeline.judged
    reports: dict[int, tuple[Opened, Report]] = {}
    findings: dict[int, tuple[Report, tuple[Finding, ...]]] = {}

    def report(opened: Opened, day: date, audience: Visibility, step: Step = quiet) -> Report:
        if audience is not Visibility.PRIVATE:
            return report_on(opened, day, audience, step)
        if id(opened) not in reports:
            reports.clear()
            reports[id(opened)] = (opened, report_on(opened, day, audience, step))
        return reports[id(opened)][1]

    def told(
        opened: Opened, report: Report, step: Step = quiet, *, about_site: Iterable[Finding] = ()
    ) -> tuple[Finding, ...]:
        if id(report) not in findings:
            findings.clear()
            findings[id(report)] = (report, judged(opened, report, step, about_site=about_site))
        return findings[id(report)][1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(building, "report_on", report)
        patch.setattr(building, "judged", told)
        patch.setattr(render, "Templates", _first(render.__dict__["Templates"]))
        patch.setattr(building, "read_theme", _first(theme.read_theme))
        yield


def _first(make: Callable[..., Any]) -> Callable[..., Any]:
    """A function that gives what it gave first, whatever it is asked."""
    made: list[Any] = []

    def again(*args: object) -> Any:
        made.extend(() if made else [make(*args)])
        return made[0]

    return again


def opened(files: Mapping[str, bytes]) -> Opened:
    """A journal of files in memory."""
    notes = {path: data for path, data in files.items() if path.endswith(_NOTES)}
    others = {
        path: data for path, data in files.items() if path not in notes and may_be_shown(path)
    }
    return Opened(Path("nowhere"), Folder(notes, Held(others), ()), load(notes, tuple(others)))


def words_in(files: Iterable[tuple[str, bytes]]) -> set[str]:
    """All canaries in the names and the bytes of files, also where they are written in code."""
    text = "\n".join(f"{name}\n{data.decode('utf-8', 'replace')}" for name, data in files)
    plain = html.unescape(unquote(text))
    return set(re.findall(r"qy[a-z]{4}", f"{text}\n{plain}\n{unquote(plain)}".lower()))


def hidden(written: Written, audience: Visibility) -> set[str]:
    """The canaries that an audience may not see."""
    level = AUDIENCES[audience]
    return {word for word, seen in written.canaries.items() if seen < level}


def explained(written: Written, leaked: set[str], where: Mapping[str, bytes]) -> str:
    """Where leaked words stand in the journal, and where they got out."""
    lines = []
    for word in sorted(leaked)[:5]:
        for path, data in written.files.items():
            for line in f"{path}\n{data.decode(errors='replace')}".split("\n"):
                lines += [f"{word} ({written.canaries[word]}) in {path}: {line}"] * (word in line)
        lines += [
            f"  seen in {path}" for path, data in where.items() if word in words_in([(path, data)])
        ]
    return "\n".join(lines)


def passed(journal: Journal, audience: Visibility) -> str:
    """All that stands behind the gate but the names of files.

    Of a definition (`[a]: b.md "c"`) its name passes, and of one without use the title: no page
    shows them.
    """
    seen = gate(journal, audience)
    settings_ = replace(seen.settings, menu=())
    notes = [*seen.notes, seen.profile]
    prose = [_NAMED.sub("]", _DEFINED.sub(r"\1", note.prose.text)) for note in notes]
    bare = [replace(note, prose=Prose()) for note in notes]
    rest = (settings_, prose, bare, seen.readings, seen.hours, seen.confidences, seen.skips)
    return re.sub(r"\b(?:path|entry)='[^']*'", "", repr(rest))


def check(written: Written) -> None:
    """Nothing hidden passes the gate or is in any site of a journal, and what must be seen is."""
    journal = opened(written.files)
    for audience, level in AUDIENCES.items():
        if audience is not Visibility.PRIVATE:
            words = passed(journal.loaded.journal, audience).encode()
            leaked = words_in([("gate", words)]) & hidden(written, audience)
            assert not leaked, explained(written, leaked, {"gate": words})
        pages = build(journal, DAY, audience, URL).pages
        # The owner's page of findings quotes the lines of the files as they are.
        read = {name: data for name, data in pages.items() if not name.startswith("findings/")}
        found = words_in(read.items())
        leaked = found & hidden(written, audience)
        assert not leaked, explained(written, leaked, read)
        if audience is not Visibility.PUBLIC:
            own = [data for name, data in pages.items() if name.endswith(".html")]
            assert all(b'content="noindex' in page for page in own), "a search engine may come"
        lost = {word for word, seen in written.always if seen >= level} - found
        assert not lost, f"not in the {audience.value} site: {lost}"


@given(written=journals)
@settings(max_examples=JOURNALS, phases=[Phase.generate])  # a seed has no smaller one
def test_nothing_hidden_is_in_any_site_of_a_random_journal(written: Written) -> None:
    check(written)


@given(written=journals)
@settings(
    max_examples=min(8, JOURNALS),
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_nothing_hidden_is_printed_or_stays_after_a_private_build(
    written: Written, capsys: pytest.CaptureFixture[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    root = tmp_path_factory.mktemp("journal")
    for path, data in written.files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
    for audience in AUDIENCES:
        told = ["--for", audience.value, "--today", DAY.isoformat()]
        main(["build", str(root), *told])
        main(["check", str(root), *told, "--format", "github"])
        main(["check", str(root), *told])
        printed = "".join(capsys.readouterr()).replace(str(root), "")
        site = root / "_site"
        files = [file for file in site.rglob("*") if file.is_file()]
        found = words_in((str(file.relative_to(site)), file.read_bytes()) for file in files)
        if audience is not Visibility.PRIVATE:
            assert not (found | words_in([("printed", printed.encode())])) & hidden(
                written, audience
            ), printed


@given(written=journals)
@settings(max_examples=min(40, JOURNALS), phases=[Phase.generate])
def test_a_site_is_the_one_of_the_journal_with_what_is_hidden_deleted(written: Written) -> None:
    whole = opened(written.files)
    for audience in (Visibility.SHARED, Visibility.PUBLIC):
        left = opened(written.deleted(AUDIENCES[audience]))
        made, wanted = (build(it, DAY, audience, URL).pages for it in (whole, left))
        assert made.keys() == wanted.keys()
        for address, data in made.items():
            assert data == wanted[address], f"{audience.value}: {address}"
