"""The path of the data from an opened journal to the files of its site.

In: a journal that `pipeline` has opened, a day, an audience. Out: the pages and all findings, made
at once (`build`) or as they are asked for (`prepare`). The gate stands before everything.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from milepost import processes
from milepost.checks.lights import lights
from milepost.findings import Finding
from milepost.journal.load import Ahead
from milepost.journal.model import Document, Settings
from milepost.journal.prose import cut
from milepost.journal.words import Visibility
from milepost.pipeline import Opened, Step, judged, quiet, report_on
from milepost.site import render
from milepost.site.options import Options
from milepost.site.prose import draw_ahead
from milepost.site.recalled import Stands, nothing_stands
from milepost.site.render import Files, at_once
from milepost.site.survey import surveyed
from milepost.site.theme import Theme, read_theme
from milepost.voice.voice import voice_of


@dataclass(frozen=True, slots=True)
class Built:
    """A site, and the findings on the way: about the journal and about its pages."""

    pages: dict[str, bytes]
    findings: tuple[Finding, ...]


def build(
    opened: Opened,
    day: date,
    audience: Visibility,
    url: str,
    step: Step = quiet,
    *,
    in_two: bool = False,
    stands: Stands = nothing_stands,
) -> Built:
    """The site for an audience on a day.

    `in_two` lets a copy of the process make half of the pages of a large site. `stands` gives what
    an earlier build wrote, which is made again only where it would be something else. Raises
    `site.options.ThemeError` when a template fails.
    """
    theme, about_theme = theme_of(opened)
    files, findings = prepare(opened, day, audience, url, theme, about_theme, step)
    memory = opened.memory
    in_halves = memory.in_halves if memory else processes.in_halves
    step("Rendering the pages")
    pages = files.all(
        in_halves if in_two else at_once, memory if memory and memory.lasting else None, stands
    )
    return Built(pages, findings)


def drawn_for(audience: Visibility) -> Ahead:
    """What draws each text that an audience may see as soon as it is read, for its pages."""

    def draw(document: Document, settings: Settings) -> None:
        if document.visibility.seen_by(audience):
            draw_ahead(cut(document.prose, audience), voice_of(settings, audience))

    return draw


def theme_of(opened: Opened) -> tuple[Theme, tuple[Finding, ...]]:
    """The theme of a journal, and what is wrong with it."""
    return read_theme(opened.journal.settings, opened.root / "theme")


def prepare(
    opened: Opened,
    day: date,
    audience: Visibility,
    url: str,
    theme: Theme,
    about_theme: Iterable[Finding] = (),
    step: Step = quiet,
) -> tuple[Files, tuple[Finding, ...]]:
    """The files of the site for an audience on a day, to be made when asked for, and all findings.

    These are what `milepost check` tells, whoever the site is for.
    The owner's lights come from what the owner is told, those of others from what they may see;
    the findings page, in private builds only, shows what the owner is told.
    """
    whole = report_on(opened, day, Visibility.PRIVATE, step)
    survey = surveyed(whole, Visibility.PRIVATE, theme)
    findings = judged(opened, whole, step, about_site=(*about_theme, *survey.findings))
    private = audience is Visibility.PRIVATE
    report = whole if private else report_on(opened, day, audience, step)
    files = render.prepare(
        report,
        Options(audience, url),
        theme,
        survey if private else surveyed(report, audience, theme),
        findings,
        lights(report, findings if private else None),
        opened.loaded.sources,
        opened.folder.assets,
        opened.memory,
    )
    return files, findings
