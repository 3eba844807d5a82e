"""The path of the data, whole: a folder, a day and an audience to findings and pages.

In: what a command was given. Out: plain data for it to print, write or show. Every step is a
function of the rooms; this module only joins them, in the one order that keeps secrets: the gate
stands before everything that is computed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from milepost import processes
from milepost.findings import Finding, in_order
from milepost.journal.asof import as_of
from milepost.journal.filenames import content_root
from milepost.journal.folder import Folder, read_folder
from milepost.journal.gate import gate
from milepost.journal.load import Loaded, load
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


@dataclass(frozen=True, slots=True)
class Built:
    """A site, and the findings on the way: about the journal and about its pages."""

    pages: dict[str, bytes]
    findings: tuple[Finding, ...]


def open_journal(root: Path, step: Step = quiet, memory: Kept | None = None) -> Opened:
    """Read the journal in a folder. Raises nothing for what people write.

    `memory` is what earlier runs read off its texts. The site of a folder that has no settings is
    called as the folder.
    """
    step("Reading the journal")
    folder = read_folder(root)
    loaded = load(folder.files, folder.assets, memory)
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
    return measure(as_of(gate(opened.journal, audience), day), day)


def findings_of(opened: Opened, day: date, step: Step = quiet) -> tuple[Finding, ...]:
    """Everything that can be said about a journal on a day, for its owner."""
    return judged(opened, report_on(opened, day, Visibility.PRIVATE, step), step)


def judged(opened: Opened, report: Report, step: Step = quiet) -> tuple[Finding, ...]:
    """What the owner is told about a journal, given the owner's report of it."""
    from milepost.checks.check import check

    step("Checking the goals")
    return check(
        report,
        opened.loaded.findings,
        whole=opened.journal,
        sources=opened.loaded.sources,
        assets=opened.folder.assets,
    )


def build(
    opened: Opened,
    day: date,
    audience: Visibility,
    url: str,
    step: Step = quiet,
    preview_script: str = "",
    *,
    in_two: bool = False,
) -> Built:
    """The site for an audience on a day.

    A `preview_script` is not put into the pages; their content policy lets it run, beside the
    theme's own scripts and no other. `in_two` lets a copy of the process make half of the pages
    of a large site.

    The owner's lights come from what the owner is told, those of others from what they may see;
    the findings page, in private builds only, shows what the owner is told. Raises
    `site.options.ThemeError` when a template fails.
    """
    from milepost.checks.lights import lights
    from milepost.site.options import Options
    from milepost.site.render import at_once, render
    from milepost.site.theme import read_theme

    whole = report_on(opened, day, Visibility.PRIVATE, step)
    findings = judged(opened, whole, step)
    private = audience is Visibility.PRIVATE
    report = whole if private else report_on(opened, day, audience, step)
    theme, about_theme = read_theme(opened.journal.settings, opened.root / "theme")
    if preview_script:
        theme = replace(theme, scripts={**theme.scripts, "preview": preview_script})
    in_halves = opened.memory.in_halves if opened.memory else processes.in_halves
    step("Rendering the pages")
    site = render(
        report,
        Options(audience, url),
        theme,
        in_order((*findings, *about_theme)),
        lights(report, findings if private else None),
        opened.loaded.sources,
        opened.folder.assets,
        in_halves if in_two else at_once,
    )
    return Built(site.pages, in_order((*findings, *about_theme, *site.findings)))
