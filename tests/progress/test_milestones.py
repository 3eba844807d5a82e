"""Milestones: when the goal got to the number of one, and what the last of them closes."""

from __future__ import annotations

from datetime import date

import pytest
import written
from made import count, day, goal, level, readings, stands

from milepost.journal.model import Goal, Reading
from milepost.journal.values import Measure, Milestone
from milepost.journal.words import Kind
from milepost.progress.milestones import day_there
from milepost.progress.reasons import Reached
from milepost.progress.values import Status

WINDOW = "2026-01-05 to 2026-12-31"


def there(value: float | None, one: Goal, read: tuple[Reading, ...]) -> date | None:
    return day_there(Milestone("There", value=value), stands(one, read, "2026-06-01"))


@pytest.mark.parametrize(
    ("value", "when"), [(79.5, "2026-03-01"), (79.4, "2026-05-01"), (78.9, None)]
)
def test_a_level_that_falls_is_at_a_number_from_the_first_day_there(
    value: float, when: str | None
) -> None:
    read = readings("2026-02-01 =80.2\n2026-03-01 =79.5\n2026-04-01 =80.6\n2026-05-01 =79")
    assert there(value, goal(level(82, 75, "kg"), WINDOW), read) == (day(when) if when else None)


def test_a_count_is_at_a_number_with_the_last_that_was_missing() -> None:
    read = readings("2026-02-01 5\n2026-04-05 1")
    assert there(6, goal(count(12), WINDOW), read) == day("2026-04-05")
    assert there(7, goal(count(12), WINDOW), read) is None
    assert there(None, goal(count(12), WINDOW), read) is None


def test_a_level_whose_start_is_not_known_is_nowhere() -> None:
    bare = goal(Measure(kind=Kind.LEVEL, to=75, unit="kg"), WINDOW)
    assert there(78, bare, ()) is None


def test_a_slip_of_the_scale_is_nowhere() -> None:
    read = readings("2026-02-01 =81\n2026-02-08 =0\n2026-02-15 =80.5")
    assert there(78, goal(level(82, 75, "kg"), WINDOW), read) is None


@pytest.mark.parametrize(("ticked", "status"), [(True, Status.ACHIEVED), (False, Status.ON_TRACK)])
def test_a_goal_by_milestones_is_achieved_with_the_last_of_them(
    ticked: bool, status: Status
) -> None:
    steps = (Milestone("First", done=day("2026-05-20")), Milestone("Last", done=ticked))
    one = goal(Measure(Kind.MILESTONES), WINDOW, milestones=steps)
    assert stands(one, (), "2026-06-01").status is status


TASKS = """\
---
measurable: tasks
time_bound: 2026-01-05 to 2026-06-30
{status}
---
- [x] Walls {walls}
- [x] Floor ✅ 2026-05-02
"""


@pytest.mark.parametrize(
    ("walls", "status", "on"),
    [
        ("(done 2026-04-01)", "", "2026-05-02"),
        ("[completion:: 2026-05-20]", "", "2026-05-20"),
        ("", "", None),  # nobody knows when the walls were
        ("", "status: done since 2026-05-10", "2026-05-10"),
        ("(done 2026-02-31)", "", None),  # no such day
    ],
)
def test_ticked_tasks_are_reached_on_the_day_that_is_known(
    walls: str, status: str, on: str | None
) -> None:
    found = written.stands(TASKS.format(walls=walls, status=status), "2026-06-01")
    assert found.status is Status.ACHIEVED
    assert isinstance(found.reason, Reached)
    assert found.reason.on == (date.fromisoformat(on) if on else None)
    if on:
        assert found.closed_on == found.reason.on


def test_a_task_is_open_until_the_day_on_which_it_was_ticked() -> None:
    found = written.stands(TASKS.format(walls="(done 2026-04-01)", status=""), "2026-04-15")
    assert (found.progress, found.status) == (0.5, Status.ON_TRACK)


def test_a_goal_with_a_step_that_cannot_be_read_is_not_reached() -> None:
    found = written.report(
        """
        == content/goals/exam.md ==
        ---
        title: Pass the exam
        milestones: [done 2026-02-01 the book read, end of April the exam taken]
        ---
        """
    )
    assert found.standings["exam"].status is Status.UNREAD
