"""Hours planned and spent, week by week."""

import pytest
from made import count, day, goal, stands

from milepost.journal.model import Mention
from milepost.journal.values import Break, Change, Effort


def hours(*spent: tuple[str, float]) -> tuple[Mention, ...]:
    return tuple(Mention("goal", day(when), value, day(when)) for when, value in spent)


def test_weeks_planned_and_spent() -> None:
    one = goal(
        count(6),
        "2026-01-05 to 2026-02-01",
        achievable=Effort(hours_per_week=4),
        breaks=(Break(day("2026-01-19"), day("2026-01-25")),),
    )
    found = stands(one, (), "2026-01-14", hours=hours(("2026-01-11", 3.5), ("2026-01-08", 1)))
    assert [(str(s.week), s.planned, s.spent) for s in found.hours] == [
        ("2026-W02", 4, 4.5),
        ("2026-W03", 4, None),
        ("2026-W04", 0, None),
        ("2026-W05", 4, None),
    ]


def test_old_weeks_are_planned_as_the_goal_then_was() -> None:
    one = goal(
        count(6),
        "2026-01-05 to 2026-01-18",
        achievable=Effort(hours_per_week=2),
        changes=(Change(day("2026-01-12"), "", (("achievable", Effort(hours_per_week=6)),)),),
    )
    assert [s.planned for s in stands(one, (), "2026-01-13").hours] == [6, 2]


def test_a_week_cut_short_is_planned_in_part() -> None:
    one = goal(count(6), "2026-01-05 to 2026-01-14", achievable=Effort(hours_per_week=7))
    assert [s.planned for s in stands(one, (), "2026-01-06").hours] == [7, pytest.approx(3)]


def test_a_goal_without_hours_has_no_weeks_of_hours() -> None:
    assert stands(goal(count(6), "2026-01-05 to 2026-01-14"), (), "2026-01-06").hours == ()
