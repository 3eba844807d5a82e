"""The example journal: it shows every feature, and everything in it can be read."""

from __future__ import annotations

from datetime import date

import pytest

from milepost.journal.words import Horizon, Kind, State, Visibility
from milepost.pipeline import Opened, open_journal, report_on
from milepost.progress.report import Report
from milepost.progress.values import Status
from milepost.shipped import folder

DAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def opened() -> Opened:
    return open_journal(folder("content"))


@pytest.fixture(scope="module")
def report(opened: Opened) -> Report:
    return report_on(opened, DAY, Visibility.PRIVATE)


def test_the_reader_finds_no_fault(opened: Opened) -> None:
    assert opened.loaded.findings == ()


def test_every_status_is_shown(report: Report) -> None:
    assert {standing.status for standing in report.standings.values()} == set(Status) - {
        Status.UNREAD
    }


def test_every_measure_horizon_state_and_visibility_is_used(opened: Opened) -> None:
    goals = opened.journal.goals
    assert {goal.measurable.kind for goal in goals if goal.measurable} == set(Kind)
    assert {goal.horizon for goal in goals if goal.horizon} >= {Horizon.VISION}
    assert {goal.status.is_ for goal in goals} == set(State)
    assert {goal.visibility for goal in goals} == set(Visibility)


def test_it_is_two_years_of_a_life(opened: Opened) -> None:
    journal = opened.journal
    assert len(journal.goals) >= 12
    assert len(journal.entries) >= 110
    assert (journal.entries[-1].day - journal.entries[0].day).days >= 2 * 365
    assert len(journal.reviews) >= 6
    assert all(entry.title for entry in journal.entries)
    assert all(goal.changes == () or goal.changes[0].because for goal in journal.goals)


def test_a_public_reader_sees_a_part_of_it(opened: Opened) -> None:
    public = report_on(opened, DAY, Visibility.PUBLIC)
    assert 10 <= len(public.standings) < len(opened.journal.goals)
