"""When a goal begins that does not say so: given this journal, this is its first day."""

from __future__ import annotations

from datetime import date

import pytest

from milepost.checks.context import context_of
from milepost.journal.asof import as_of
from milepost.journal.examples import files_of
from milepost.journal.load import load
from milepost.journal.words import Horizon
from milepost.progress.measure import measure
from milepost.progress.values import Standing, Status
from milepost.voice.english import ENGLISH
from milepost.voice.lights import counted_from

DAY = date(2026, 3, 1)
ENTRIES = """\
== content/journal/2026-W03.md ==
Words.
== content/journal/2026-W05.md ==
---
hours: {sail: 2}
---
== content/journal/2026-W07.md ==
---
progress: {row: 2}
---
"""


def standing(goal: str, id_: str = "x", entries: str = ENTRIES) -> Standing:
    text = f"== content/goals/{id_}.md ==\n---\ntitle: Out\n{goal}\n---\n{entries}"
    journal = load(files_of(text)).journal
    return measure(as_of(journal, DAY), DAY).standings[id_]


@pytest.mark.parametrize(
    ("id_", "goal", "start", "from_journal"),
    [
        (
            "x",
            "measurable: 12 trips\ntime_bound: 2026-02-01 to 2026-12-31",
            date(2026, 2, 1),
            False,
        ),
        ("row", "measurable: 12 trips", date(2026, 2, 15), False),  # its first number
        ("sail", "measurable: 12 trips", date(2026, 2, 1), False),  # the first that names it
        ("x", "measurable: 12 trips", date(2026, 1, 12), True),  # the journal's first entry
        ("x", "measurable: 12 trips\ntime_bound: 2026-01-13", date(2026, 1, 12), True),
        ("x", "measurable: 12 trips\ntime_bound: 2026-01-12", None, False),  # due before that
    ],
)
def test_the_first_day(id_: str, goal: str, start: date | None, from_journal: bool) -> None:
    found = standing(goal, id_)
    assert (found.start, found.counts_from_journal) == (start, from_journal)


def test_a_journal_without_an_entry_says_no_start() -> None:
    assert standing("measurable: 12 trips", entries="").start is None


def test_steps_without_a_start_are_judged_and_say_from_when() -> None:
    found = standing("milestones: [2026-02-01 a mast, 2026-04-01 a sail]")
    assert found.status is not Status.NO_DATA
    said = counted_from(ENGLISH, found)
    assert said == "No start is written: it counts from 12 January, the first entry."


@pytest.mark.parametrize(
    ("due", "near"), [("2026-12-31", Horizon.SHORT), ("2036-12-31", Horizon.VISION)]
)
def test_the_horizon_follows_from_the_day_where_nothing_is_older(due: str, near: Horizon) -> None:
    text = f"== content/goals/x.md ==\n---\ntime_bound: {due}\n---\n"
    report = measure(load(files_of(text)).journal, DAY)
    assert context_of(report).horizon(report.standings["x"]) is near
