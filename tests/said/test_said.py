"""What milepost says about whole journals: given `NAME/journal.txt`, `NAME/DAY.txt` comes out.

The words of the terminal, of the data for other programs and of every page that changes with the
numbers, as a reader gets them. After a change that is meant, write them anew and read what git
shows as different:

    MILEPOST_WRITE_SAID=1 python -m pytest tests/said
"""

from __future__ import annotations

import io
import json
import os
import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from rendered import render

from milepost.checks.lights import lights
from milepost.cli.terminal import status_table
from milepost.journal.asof import as_of
from milepost.journal.examples import files_of
from milepost.journal.gate import gate
from milepost.journal.load import load
from milepost.journal.words import Visibility
from milepost.progress.backtest import backtest
from milepost.progress.measure import measure
from milepost.site.data import goals_data
from milepost.site.options import Options
from milepost.site.theme import read_theme
from milepost.voice.backtests import table
from milepost.voice.voice import voice_of

HERE = Path(__file__).parent
SAID = [
    "counts 2026-06-14 en",
    "counts 2026-12-31 en",
    "levels 2026-06-14 en",
    "habits 2026-06-14 en",
    "steps 2026-06-14 en",
    "edges 2026-06-14 en",
    "closed 2026-04-30 de",
    "closed 2026-07-20 en",
    "first 2026-06-10 en",
    "first 2026-07-20 en",
    "habits 2026-03-18 de",
    "steps 2026-06-01 de",
    "days 2026-04-01 de",
    "days 2026-05-02 en",
    "days 2026-06-13 en",
    "bends 2026-04-05 en",
    "bends 2026-06-14 de",
    "bends 2027-01-03 en",
    "sizes 2026-01-01 en",
    "sizes 2026-06-14 en",
    "sizes 2026-06-15 de",
    "unknown 2026-06-14 en",
    "unknown 2026-03-01 de",
]
PAGES = re.compile(r"(index|goals/[^/]+/index|2026/(Q2/|06/)?index|journal/2026-W10/index)\.html")


@pytest.mark.parametrize("which", SAID)
def test_this_is_said(which: str) -> None:
    name, day, language = which.split()
    held = HERE / name / f"{day}.{language}.txt"
    said = _said(
        (HERE / name / "journal.txt").read_text("utf-8"), date.fromisoformat(day), language
    )
    if os.environ.get("MILEPOST_WRITE_SAID"):
        held.write_text(said, "utf-8")
    assert said == held.read_text("utf-8")


def _said(journal: str, day: date, language: str) -> str:
    files = files_of(journal)
    files["milepost.yaml"] += f"language: {language}\n".encode()
    loaded = load(files, ())
    assert not [finding for finding in loaded.findings if finding.severity == "error"]
    report = measure(as_of(gate(loaded.journal, Visibility.PRIVATE), day), day)
    told = lights(report, ())
    voice = voice_of(report.journal.settings, Visibility.PRIVATE, plain=True)
    rows = io.StringIO()
    status_table(voice, report, rows, everything=True)
    theme, _ = read_theme(report.journal.settings, HERE)
    site = render(report, Options(Visibility.PRIVATE, ""), theme, (), told)
    tried = table(voice, backtest(loaded.journal, day), report.calibration)
    data = [json.dumps(goal, ensure_ascii=False) for goal in goals_data(report, told, voice)]
    pages = [
        f"== {address} ==\n{_words(page.decode())}"
        for address, page in sorted(site.pages.items())
        if PAGES.fullmatch(address)
    ]
    terminal = "\n".join(line.rstrip() for line in rows.getvalue().splitlines())
    return "\n\n".join([terminal, "\n".join(tried), "\n".join(data), *pages, ""])


class _Words(HTMLParser):
    """The words of a page's main part, a line for each block."""

    BLOCKS = frozenset("p h1 h2 h3 h4 li tr dt dd div section figure figcaption summary".split())
    SILENT = frozenset(("script", "style", "nav", "text"))

    def __init__(self) -> None:
        super().__init__()
        self.lines = [""]
        self.silent = 0
        self.main = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.main |= tag == "main"
        self.silent += tag in self.SILENT
        if tag in self.BLOCKS:
            self.lines.append("")
        elif tag in {"td", "th"}:
            self.lines[-1] += " | "
        label = dict(attrs).get("aria-label")
        if self.main and not self.silent and label:
            self.lines[-1] += f"[{label}]"

    def handle_endtag(self, tag: str) -> None:
        self.main &= tag != "main"
        self.silent -= tag in self.SILENT
        if tag in self.BLOCKS:
            self.lines.append("")

    def handle_data(self, data: str) -> None:
        if self.main and not self.silent:
            self.lines[-1] += data


def _words(page: str) -> str:
    parser = _Words()
    parser.feed(page)
    lines = (" ".join(line.split()) for line in parser.lines)
    return "\n".join(line for line in lines if line)
