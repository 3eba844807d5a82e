"""What goals cost: each amount counts once, and several currencies are never added."""

from __future__ import annotations

from datetime import date

import pytest
from written import report

from milepost.journal.values import Money
from milepost.progress.budget import Purse, by_area, by_goal, kept, of_goal, of_span, of_year
from milepost.progress.calendar import Span
from milepost.progress.costs import sums
from milepost.progress.report import Report

DAY = date(2026, 11, 22)
GOALS = """
    == content/profile.md ==
    ---
    budget: 2000 EUR
    ---
    == content/goals/attic.md ==
    ---
    title: Finish the attic
    area: home
    measurable: 40 boards
    achievable: 2 h a week, 730 EUR
    time_bound: 2026-01-01 to 2027-12-31
    ---
    == content/goals/exam.md ==
    ---
    title: Pass the exam
    measurable: 12 chapters
    time_bound: 2026-12-31
    ---
"""


def spent(made: Report, goal: str) -> tuple[Money, ...]:
    return sums(one for one in made.costs if one.goal == goal)


def test_entries_and_records_are_added_up() -> None:
    made = report(
        GOALS
        + """
    == content/journal/2026-W10.md ==
    ---
    spent: {attic: 240.50 EUR}
    progress: {attic: {value: 3, spent: €10}}
    ---
    == content/journal/2026-W20.md ==
    ---
    spent:
      attic: {amount: 9.50, currency: EUR}
    ---
    ## Learning
    - course: Plastering, 60 EUR; [[attic]]
    """,
        DAY,
    )
    assert spent(made, "attic") == (Money(320.0, "EUR"),)
    assert of_goal(made, "attic") == (Purse("EUR", 730.0, 320.0),)
    assert of_goal(made, "attic")[0].left == 410.0


def test_currencies_are_told_apart_and_the_plan_comes_first() -> None:
    made = report(
        GOALS
        + """
    == content/journal/2026-W10.md ==
    ---
    spent: {attic: 20 GBP}
    ---
    == content/journal/2026-W11.md ==
    ---
    spent: {attic: 30 EUR, exam: $5}
    ---
    """,
        DAY,
    )
    assert of_goal(made, "attic") == (Purse("EUR", 730.0, 30.0), Purse("GBP", None, 20.0))
    assert of_goal(made, "exam") == (Purse("USD", None, 5.0),)


@pytest.mark.parametrize("plan", ["100 $", "100 USD", "$100"])
@pytest.mark.parametrize("paid", ["$5", "5 USD", "5 $"])
def test_a_sign_and_its_letters_are_of_one_purse(plan: str, paid: str) -> None:
    made = report(
        f"""
    == content/goals/exam.md ==
    ---
    title: Pass the exam
    measurable: 12 chapters
    achievable: 2 h a week, {plan}
    time_bound: 2026-12-31
    ---
    == content/journal/2026-W11.md ==
    ---
    spent: {{exam: {paid}}}
    ---
    """,
        DAY,
    )
    assert of_goal(made, "exam") == (Purse("USD", 100.0, 5.0),)


@pytest.mark.parametrize(
    ("line", "whole"),
    [
        ("course: Plastering, 60 EUR; [[attic]]", 60.0),
        ("course: Plastering, 61 EUR; [[attic]]", 121.0),
        ("course: Plastering, 60 GBP; [[attic]]", 60.0),
        ("course: Plastering, 60 EUR; [[exam]]", 60.0),
        ("course: Plastering, 60 EUR", 60.0),
    ],
)
def test_what_an_entry_says_twice_counts_once(line: str, whole: float) -> None:
    made = report(
        f"{GOALS}\n    == content/journal/2026-W10.md ==\n    ---\n    spent: {{attic: 60 EUR}}\n"
        f"    ---\n    ## Learning\n    - {line}\n",
        DAY,
    )
    assert spent(made, "attic")[0] == Money(whole, "EUR")


def test_money_of_a_record_is_shared_among_its_goals() -> None:
    made = report(
        GOALS
        + """
    == content/log/2026-03-12-course.md ==
    ---
    kind: course
    money: 90 EUR
    goals: [attic, exam]
    ---
    == content/log/2026-12-12-later.md ==
    ---
    kind: course
    money: 400 EUR
    goals: [exam]
    ---
    """,
        DAY,
    )
    assert spent(made, "attic") == spent(made, "exam") == (Money(45.0, "EUR"),)


def test_a_plan_is_spread_over_the_days_of_its_goal() -> None:
    """730 days and 730 EUR: one a day."""
    made = report(
        GOALS
        + """
    == content/journal/2026-W10.md ==
    ---
    spent: {attic: 100 EUR}
    hours: {attic: 3}
    ---
    """,
        DAY,
    )
    assert of_span(made, Span.named("2026-03") or Span(0)).money == (Purse("EUR", 31.0, 100.0),)
    assert of_span(made, Span(2026)).money == (Purse("EUR", 365.0, 100.0),)
    assert of_span(made, Span(2025)).money == ()
    hours = of_span(made, Span(2026)).hours
    assert (round(hours.planned or 0), hours.spent) == (105, 3.0)


def test_a_goal_that_is_not_meant_plans_nothing() -> None:
    dropped = GOALS.replace("area: home", "area: home\n    status: dropped 2026-02-01")
    made = report(dropped, DAY)
    assert of_goal(made, "attic") == ()
    assert not of_span(made, Span(2026)).money


def test_areas_and_the_year_are_sums() -> None:
    made = report(
        GOALS
        + """
    == content/journal/2026-W10.md ==
    ---
    spent: {attic: 100 EUR, exam: 50 EUR}
    ---
    == content/journal/2025-W10.md ==
    ---
    spent: {exam: 70 EUR}
    ---
    """,
        DAY,
    )
    areas = dict(by_area(made, by_goal(made, 2026)))
    assert areas["home"].money == (Purse("EUR", 730.0, 100.0),)
    assert areas[""].money == (Purse("EUR", None, 120.0),)
    assert of_year(made) == Purse("EUR", 2000.0, 150.0)


def test_where_nothing_is_planned_or_spent_there_is_no_budget() -> None:
    assert not kept(report("== content/goals/a.md ==\n---\nmeasurable: 3 books\n---\n", DAY))
    assert kept(report("== content/goals/a.md ==\n---\nachievable: 3 EUR\n---\n", DAY))
