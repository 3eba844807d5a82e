"""Where money and hours go over what was planned: on either side of each border."""

from __future__ import annotations

import pytest
from written_goals import findings_of


def told(text: str, code: str) -> list[str]:
    return [one.message for one in findings_of(text) if one.code == code]


GOAL = """\
== content/profile.md ==
---
budget: {budget}
---
== content/goals/shed.md ==
---
title: Build the shed
measurable: 60 hours
achievable: {plan}
time_bound: 2026-08-31 to 2027-01-29
status: {status}
---
== content/journal/2026-W46.md ==
---
spent: {{shed: {spent}}}
---
"""


def money(
    spent: str, plan: str = "300 EUR", budget: str = "900 EUR", status: str = "active"
) -> str:
    return GOAL.format(spent=spent, plan=plan, budget=budget, status=status)


def test_more_than_planned_is_told_with_its_numbers() -> None:
    assert told(money("300 EUR"), "A208") == []
    assert told(money("300.01 EUR"), "A208") != []
    assert told(money("340 EUR"), "A208") == [
        "more went into it than was planned: €340, €40 above the €300"
    ]
    assert told(money("340 GBP"), "A208") == []
    assert told(money("340 EUR", status="dropped 2026-11-20"), "A208") == []


def test_more_than_the_budget_of_the_year_is_told_with_the_goals() -> None:
    assert told(money("900 EUR"), "A209") == []
    assert told(money("€901"), "A209") == [
        "more went into goals in 2026 than the budget gives: €901, €1 above it "
        "(“Build the shed” €901)"
    ]
    assert told(money("901 GBP"), "A209") == []


def test_another_currency_than_the_plans_is_told() -> None:
    assert told(money("€40"), "A210") == []
    assert told(money("40 GBP"), "A210") == [
        "“Build the shed” is planned in EUR, and this is in GBP: it is not counted against the plan"
    ]
    assert told(money("40 GBP", plan="4 h a week"), "A210") == []


def weeks(hours: float, energy: float, told_in: int = 3, before: int = 4) -> str:
    """Entries with energy 4 before, and with these hours and this energy in the last four weeks."""
    text = GOAL.partition("== content/journal")[0].format(
        budget="900 EUR", plan="4 h a week", status="active"
    )
    for number in range(43 - before, 43):
        text += f"== content/journal/2026-W{number}.md ==\n---\nenergy: 4\n---\n"
    for number in range(43, 43 + told_in):
        felt = int(energy) + (1 if number % 2 and energy % 1 else 0)
        text += f"== content/journal/2026-W{number}.md ==\n---\nenergy: {felt}\n"
        text += f"hours: {{shed: {hours}}}\n---\n"
    return text


@pytest.mark.parametrize(
    ("hours", "energy", "told_in", "before", "said"),
    [
        (4.4, 3, 4, 4, True),
        (4.35, 3, 4, 4, False),
        (6, 3, 3, 4, True),
        (9, 3, 2, 4, False),
        (6, 3, 4, 3, False),
        (6, 3.5, 4, 4, True),
        (6, 4, 4, 4, False),
    ],
)
def test_more_hours_than_planned_with_less_energy_are_told(
    hours: float, energy: float, told_in: int, before: int, said: bool
) -> None:
    assert bool(told(weeks(hours, energy, told_in, before), "A103")) is said


def test_it_says_both_numbers() -> None:
    assert told(weeks(6, 3, 4), "A103") == [
        "the last four weeks took 24 h of 16 h planned, and energy was 3 of 5, "
        "4 in the eight weeks before"
    ]
