"""The journal: the weeks written at a glance, and the list of all notes.

In: the site and the page's context. Out: `JournalView`.
"""

from __future__ import annotations

from dataclasses import dataclass

from milepost.progress.calendar import counted_on
from milepost.progress.lookback import run_of_weeks
from milepost.site.charts.chart import Chart
from milepost.site.context import PageContext
from milepost.site.views.parts import Item, Ref, entry_item
from milepost.site.views.pictures import heat_picture, mood_picture
from milepost.voice import pages as said

MOST = 400
"""So many notes the list holds at most, beside those of the latest year."""


@dataclass(frozen=True, slots=True)
class JournalYear:
    """The notes of a year, the latest first; `ref` leads to the year's own page.

    In a long journal the notes of early years stand on those pages alone, and are no `items` here.
    """

    ref: Ref
    note: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class JournalView:
    """Everything on the journal's page."""

    note: str
    weeks: Chart | None
    mood: Chart | None
    years: tuple[JournalYear, ...]


def journal_view(here: PageContext) -> JournalView:
    """The view of the journal."""
    site, report = here.site, here.site.report
    entries = tuple(reversed(report.entries))
    years: dict[int, list[Item]] = {}
    for entry in entries:
        years.setdefault(counted_on(entry).year, []).append(entry_item(here, entry))
    listed = 0
    shown: dict[int, tuple[Item, ...]] = {}
    for year, items in years.items():
        shown[year] = tuple(items) if not listed or listed + len(items) <= MOST else ()
        listed += len(items)
    run = run_of_weeks(report)
    notes = [said.entries(site.voice, len(entries))] if entries else []
    notes += [said.weeks_in_a_row(site.voice, run)] if run > 1 else []
    return JournalView(
        note=" · ".join(notes),
        weeks=heat_picture(here),
        mood=mood_picture(here, site.report.journal.entries),
        years=tuple(
            JournalYear(
                Ref(str(year), here.to("period", str(year))),
                said.entries(site.voice, len(items)),
                shown[year],
            )
            for year, items in years.items()
        ),
    )
