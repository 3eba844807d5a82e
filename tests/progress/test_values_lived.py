"""Values in action: by the goals that name them and the entries that carry them."""

from __future__ import annotations

from datetime import date

import pytest
from written import report

from milepost.progress.values_lived import LivedValue, is_kept_long, values_lived

PROFILE = "== content/profile.md ==\n---\nvalues: [care, quiet mornings]\n---\n"


def lived(text: str, day: str = "2026-11-22") -> LivedValue:
    return values_lived(report(PROFILE + text, date.fromisoformat(day)))[1]


def test_a_goal_and_an_entry_live_a_value_however_it_is_written() -> None:
    found = lived(
        "== content/goals/tea.md ==\n---\ntitle: Tea\nrelevant: value Quiet Mornings\n---\n"
        "== content/journal/2026-W46.md ==\n---\ntags: [Quiet-mornings]\n---\n"
        "== content/journal/2026-W47.md ==\n---\ntags: [quiet_mornings]\n---\n"
        "== content/journal/2026-W45.md ==\n---\ntags: [quiet]\n---\n"
    )
    assert [standing.goal.id for standing in found.goals] == ["tea"]
    assert [str(entry.week) for entry in found.entries] == ["2026-W47", "2026-W46"]
    assert not found.quiet


@pytest.mark.parametrize(("day", "quiet"), [("2026-11-22", False), ("2026-11-23", True)])
def test_an_entry_keeps_a_value_alive_for_a_year(day: str, quiet: bool) -> None:
    entry = "== content/journal/2025-11-22.md ==\n---\ntags: [quiet mornings]\n---\n"
    assert lived(entry, day).quiet is quiet


@pytest.mark.parametrize(("day", "quiet"), [("2026-11-22", False), ("2026-11-23", True)])
def test_so_does_a_goal_that_has_ended(day: str, quiet: bool) -> None:
    goal = (
        "== content/goals/tea.md ==\n---\ntitle: Tea\nstatus: dropped since 2025-11-22\n"
        "relevant: value quiet mornings\n---\n"
    )
    found = lived(goal, day)
    assert (found.goals, len(found.others), found.quiet) == ((), 1, quiet)


def test_a_value_without_anything_is_quiet() -> None:
    assert lived("").quiet


@pytest.mark.parametrize(("day", "long"), [("2026-11-21", False), ("2026-11-22", True)])
def test_a_journal_is_kept_long_after_a_year(day: str, long: bool) -> None:
    entry = report("== content/journal/2025-11-22.md ==\nA day.", date.fromisoformat(day))
    goal = "---\ntitle: Tea\ntime_bound: 2025-11-22 to 2027-01-01\n---\n"
    assert is_kept_long(entry) is long
    assert is_kept_long(report(goal, date.fromisoformat(day))) is long
