"""Skills: the level that holds, the gaps, by when, and what a replaced goal hands on."""

from __future__ import annotations

from datetime import date

import pytest
from written import report

from milepost.journal.values import Ability, Level
from milepost.journal.words import Visibility
from milepost.progress.skills import (
    Inheritance,
    Need,
    SkillStanding,
    inheritances,
    is_planned,
    level_of,
    skills,
    stages,
)

JOURNAL = """
== content/profile.md ==
---
skills:
  negotiation: [2025-01-10 2, 2026-11-22 3]
  Excel: 4
visibility: public
---
== content/goals/lease.md ==
---
title: Sign the lease
time_bound: 2026-01-05 to 2027-03-01
requires: [Negotiation 4, Excel 4]
milestones: [2027-01-22 a course in negotiation, 2027-01-08 another course in Negotiation]
---
== content/goals/shop.md ==
---
title: Open the shop
time_bound: 2026-01-05 to 2027-02-01
requires: [negotiation 3.5, window dressing 2]
---
== content/goals/stall.md ==
---
title: Run the stall
status: replaced
replaced_by: shop
requires: [negotiation 2, shouting 3]
---
"""


def skill(name: str, day: str = "2026-11-22", text: str = JOURNAL) -> SkillStanding:
    found = skills(report(text, date.fromisoformat(day)))
    return next(one for one in found if one.name == name)


@pytest.mark.parametrize(
    ("day", "have"),
    [("2025-01-09", None), ("2025-01-10", 2), ("2026-11-21", 2), ("2026-11-22", 3)],
)
def test_a_level_holds_from_its_day_on(day: str, have: float | None) -> None:
    assert skill("negotiation", day).have == have


def test_a_level_without_a_day_is_before_all_others() -> None:
    mixed = [Ability("x", 2), Ability("x", levels=(Level(date(2026, 3, 1), 3),))]
    assert [stage.level for stage in stages(mixed, date(2026, 2, 28))] == [2]
    assert [stage.level for stage in stages(reversed(mixed), date(2026, 3, 1))] == [2, 3]


def test_a_gap_is_what_a_living_goal_asks_beyond_the_level() -> None:
    found = skill("negotiation")
    assert found.need == 4
    assert [need.level for need in found.gaps] == [4, 3.5]
    assert skill("Excel").gaps == ()  # as much as is needed is enough


def test_it_is_needed_by_the_first_open_step_that_names_it_else_by_the_due_date() -> None:
    assert skill("negotiation").needs == (
        Need("lease", 4, date(2027, 1, 8), "another course in Negotiation"),
        Need("shop", 3.5, date(2027, 2, 1)),
    )


def test_a_skill_that_the_profile_lacks_is_a_gap_where_it_tells_of_skills_at_all() -> None:
    assert skill("window dressing").have is None
    assert len(skill("window dressing").gaps) == 1
    alone = JOURNAL.replace("== content/profile.md ==", "== content/pages/other.md ==")
    assert skill("window dressing", text=alone).gaps == ()


def test_gaps_come_first_by_day_then_all_by_name() -> None:
    names = [one.name for one in skills(report(JOURNAL))]
    assert names == ["negotiation", "window dressing", "Excel"]


def test_a_skill_that_only_closed_goals_asked_for_is_none() -> None:
    assert "shouting" not in {one.name for one in skills(report(JOURNAL))}
    assert skill("negotiation").others == ("stall",)


def test_what_a_replaced_goal_hands_on() -> None:
    found = inheritances(report(JOURNAL))
    assert found == (Inheritance("stall", "shop", ("negotiation",), ("shouting",)),)


def test_nothing_is_handed_on_to_a_goal_that_is_hidden() -> None:
    text = JOURNAL.replace("title: Run the stall", "title: Run the stall\nvisibility: public")
    assert inheritances(report(text, audience=Visibility.PUBLIC)) == ()


@pytest.mark.parametrize(
    ("line", "planned"),
    [
        ("milestones: [2027-01-08 a course in Negotiation]", True),
        ("milestones: [2027-01-08 a course in renegotiations]", False),
        ("obstacles: if negotiation stalls, then I wait", True),
        ("achievable: {needs: negotiation}", True),
        ("reward: negotiation", False),
    ],
)
def test_a_plan_names_the_skill_as_a_word(line: str, planned: bool) -> None:
    journal = report(f"---\ntitle: Sign the lease\n{line}\nrequires: negotiation 4\n---\n").journal
    assert is_planned(journal, journal.goals[0], "negotiation") is planned


def test_the_level_is_found_whatever_the_size_of_letters() -> None:
    journal = report(JOURNAL).journal
    assert level_of(journal, "NEGOTIATION", date(2026, 11, 22)) == 3
    assert level_of(journal, "shouting", date(2026, 11, 22)) is None


@pytest.mark.parametrize(("done", "planned"), [("false", True), ("2026-11-01", False)])
def test_so_does_learning_that_is_not_done(done: str, planned: bool) -> None:
    course = f"---\nkind: course\ntitle: Negotiation for tenants\ndone: {done}\n---\n"
    journal = report(
        "== content/goals/lease.md ==\n---\ntitle: Sign the lease\n---\n"
        f"== content/log/course.md ==\n{course}"
    ).journal
    assert is_planned(journal, journal.goals[0], "negotiation") is planned
