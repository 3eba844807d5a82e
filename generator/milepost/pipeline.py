"""The path of the data: a folder, a day and an audience to a report and findings.

In: what a command was given. Out: plain data for it to print, write or show. Every step is a
function of the rooms; this module only joins them, in the one order that keeps secrets: the gate
stands before everything that is computed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from milepost.findings import Finding, in_order
from milepost.journal.asof import as_of
from milepost.journal.filenames import content_root
from milepost.journal.folder import Folder, read_folder
from milepost.journal.gate import gate
from milepost.journal.load import Ahead, Loaded, load
from milepost.journal.model import Journal
from milepost.journal.words import SETTINGS, Visibility
from milepost.kept import Kept
from milepost.progress.report import Report

Step = Callable[[str], None]
"""Told what is being done now, for a progress bar."""


def quiet(_: str) -> None:
    """Nobody to tell."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A journal read from disk, with all that was found in reading it."""

    root: Path
    folder: Folder
    loaded: Loaded
    memory: Kept | None = None

    @property
    def journal(self) -> Journal:
        """The whole journal, as its owner sees it."""
        return self.loaded.journal

    @property
    def content(self) -> str:
        """Where goals and entries stand, relative to the root: `content/` or nothing."""
        return content_root(self.folder.files)


def open_journal(
    root: Path,
    step: Step = quiet,
    memory: Kept | None = None,
    *,
    in_two: bool = False,
    ahead: Ahead | None = None,
    before: Folder | None = None,
) -> Opened:
    """Read the journal in a folder. Raises nothing for what people write.

    `memory` is what earlier runs read off its texts, `before` what the folder held a while ago.
    `in_two` lets a copy of the process read half
    of what it does not hold, and look `ahead` on it.
    """
    step("Reading the journal")
    return opened_from(root, read_folder(root, before), memory, in_two=in_two, ahead=ahead)


def opened_from(
    root: Path,
    folder: Folder,
    memory: Kept | None = None,
    *,
    in_two: bool = False,
    ahead: Ahead | None = None,
) -> Opened:
    """The journal that a folder's files make.

    The site of a folder that has no settings is called as the folder.
    """
    in_halves = memory.in_halves if memory and in_two else None
    loaded = load(folder.files, folder.assets, memory, in_halves, ahead)
    if SETTINGS not in folder.files:
        settings = replace(loaded.journal.settings, title=root.resolve().name)
        loaded = replace(loaded, journal=replace(loaded.journal, settings=settings))
    if folder.findings:
        findings = in_order((*folder.findings, *loaded.findings))
        loaded = replace(loaded, findings=findings)
    return Opened(root, folder, loaded, memory)


def report_on(opened: Opened, day: date, audience: Visibility, step: Step = quiet) -> Report:
    """Where each goal stood on a day, from what an audience may see."""
    from milepost.progress.measure import measure

    step("Measuring the goals")
    seen = gate(opened.journal, audience, opened.memory)
    return measure(as_of(seen, day), day, opened.memory)


def findings_of(
    opened: Opened, day: date, step: Step = quiet, *, every: bool = False
) -> tuple[Finding, ...]:
    """Everything that can be said about a journal and its site on a day, for its owner.

    `every` is that of `checks.check.check`.
    """
    from milepost.site.survey import surveyed
    from milepost.site.theme import read_theme

    report = report_on(opened, day, Visibility.PRIVATE, step)
    theme, about_theme = read_theme(opened.journal.settings, opened.root / "theme")
    survey = surveyed(report, Visibility.PRIVATE, theme)
    about_site = (*about_theme, *survey.findings)
    return judged(opened, report, step, every=every, about_site=about_site)


def judged(
    opened: Opened,
    report: Report,
    step: Step = quiet,
    *,
    every: bool = False,
    about_site: Iterable[Finding] = (),
) -> tuple[Finding, ...]:
    """What the owner is told about a journal, given the owner's report of it.

    `about_site` is what was found about its site.
    """
    from milepost.checks.check import check

    step("Checking the goals")
    return check(
        report,
        (*opened.loaded.findings, *about_site),
        whole=opened.journal,
        sources=opened.loaded.sources,
        assets=opened.folder.assets,
        memory=opened.memory,
        every=every,
    )
