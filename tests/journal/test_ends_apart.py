"""Start and due day that stand apart are read as in one line, and one leaves the other alone."""

from __future__ import annotations

import pytest
import written

from milepost.journal.model import Goal


def read(lines: str) -> tuple[Goal, list[str]]:
    loaded = written.read(f"---\ntitle: Sail\n{lines}\n---")
    told = [one.message for one in loaded.findings if one.code == "F204"]
    return loaded.journal.goals[0], told


@pytest.mark.parametrize(
    ("due", "day"),
    [
        ("2026-06", "2026-06-30"),
        ("2026-Q2", "2026-06-30"),
        ("2026-W26", "2026-06-28"),
        ("Friday, 26 June 2026", "2026-06-26"),
        ("Freitag, 26. Juni 2026", "2026-06-26"),
        ("in three months", "2026-04-05"),
        ("by June", "2026-06-30"),
        ("before June 2026", "2026-05-31"),
    ],
)
def test_a_due_day_is_read_as_it_is_alone(due: str, day: str) -> None:
    one_line = f"time_bound: 2026-01-05, {due}"
    apart = [f"start: 2026-01-05\ndue: {due}", f"time_bound:\n  start: 2026-01-05\n  due: {due}"]
    for lines in [*apart, one_line] if due.startswith(("in", "by")) else apart:
        goal, told = read(lines)
        assert (str(goal.time_bound.start), str(goal.time_bound.due)) == ("2026-01-05", day)
        assert not told


@pytest.mark.parametrize(
    ("start", "day"),
    [
        ("January 2026", "2026-01-01"),
        ("2026-01", "2026-01-01"),
        ("2026-Q1", "2026-01-01"),
        ("Q1 2026", "2026-01-01"),
        ("2026-W02", "2026-01-05"),
        ("Jan 5th 2026", "2026-01-05"),
        ("Monday 5 January 2026", "2026-01-05"),
        ("5. Januar 2026", "2026-01-05"),
        ("January", "2026-01-01"),
        ("1 Feb", "2026-02-01"),
    ],
)
def test_a_start_means_its_first_day(start: str, day: str) -> None:
    goal, told = read(f"start: {start}\ndue: Q4 2026")
    assert (str(goal.time_bound.start), str(goal.time_bound.due)) == (day, "2026-12-31")
    assert not told


@pytest.mark.parametrize("due", ["2026-06-30", "Q2 2026", "Ende Juni 2026"])
@pytest.mark.parametrize("start", ["soon", "2026-02-30", "Monday 6 January 2026"])
def test_a_start_that_cannot_be_read_is_told_once_and_leaves_the_due_day(
    start: str, due: str
) -> None:
    goal, told = read(f"start: {start}\ndue: {due}")
    assert (goal.time_bound.start, str(goal.time_bound.due)) == (None, "2026-06-30")
    assert len(told) == 1


def test_what_would_count_from_a_start_that_cannot_be_read_waits_for_it() -> None:
    goal, told = read("start: soon\ndue: in three months")
    assert goal.time_bound.due is None
    assert len(told) == 1


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("Ende Juni 2026", "2026-06-30"),
        ("Juni 2026", "2026-06-30"),
        ("30. Juni 2026", "2026-06-30"),
        ("Jahresende 2026", "2026-12-31"),
        ("spätestens 30.06.2026", "2026-06-30"),
        ("bis spätestens Ende Juni 2026", "2026-06-30"),
        ("1. Quartal 2026", "2026-03-31"),
        ("im 2. Halbjahr 2026", "2026-12-31"),
        ("Mitte Juni 2026", "2026-06-15"),
        ("Ende des 2. Quartals 2026", "2026-06-30"),
        ("bis Ende des Jahres 2026", "2026-12-31"),
        ("in der Woche 26 2026", "2026-06-28"),
        ("End of year 2026", "2026-12-31"),
        ("30 Jun 26", "2026-06-30"),
        ("30-Jun-2026", "2026-06-30"),
    ],
)
def test_a_due_day_in_german_and_with_a_short_year(said: str, day: str) -> None:
    for lines in (f"due: {said}", f"start: 2026-01-05\ndue: {said}"):
        goal, told = read(lines)
        assert str(goal.time_bound.due) == day
        assert not told


@pytest.mark.parametrize("said", ["30.06.26", "Jun 26", "5 pages 26"])
def test_a_year_in_two_figures_is_asked_about_where_it_could_be_a_day(said: str) -> None:
    goal, told = read(f"start: 2026-01-05\ndue: {said}")
    assert said == "Jun 26" or (goal.time_bound.due is None and told)


def test_a_milestone_is_due_as_a_goal_is() -> None:
    goal, told = read(
        'milestones: [{title: the exam, due: 2026-06}, {title: the boat, due: "Ende Juni 2026"}, '
        '"Ende Juni 2026: die Prüfung", "Bericht für Juni 2026"]'
    )
    assert [str(step.due) for step in goal.milestones] == [*["2026-06-30"] * 3, "None"]
    assert not told
