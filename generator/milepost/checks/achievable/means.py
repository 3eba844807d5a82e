"""A2: the skills and the money that goals ask for.

In: standings and the profile. Out: findings.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from math import ceil

from milepost.checks.context import CheckContext
from milepost.checks.rule import Remark, rule
from milepost.journal.model import Goal
from milepost.journal.scalars import nearest
from milepost.progress.skills import is_planned, level_of
from milepost.progress.values import Standing
from milepost.voice.english import listed


@rule("A203", "skill-not-planned")
def skill(context: CheckContext) -> Iterator[Remark]:
    """The goal requires a skill that you do not have yet, and nothing plans to gain it.

    The profile's `skills` say what you have, `requires` what the goal needs; of levels with days
    the one that holds now counts. A plan is any active goal, milestone, check box or obstacle that
    names the skill, learning in `content/log/` that is not done, or a word of it under `needs`.

    Flagged:
        == content/profile.md ==
        ---
        skills: negotiation 1
        ---
        == content/goals/rent.md ==
        title: Sign the lease of a workshop by the harbour
        measurable: yes or no
        requires: negotiation 4
    Fine:
        == content/profile.md ==
        ---
        skills: negotiation 1
        ---
        == content/goals/rent.md ==
        title: Sign the lease of a workshop by the harbour
        measurable: milestones
        requires: negotiation 4
        milestones:
          - 2026-12-05 weekend course on negotiation
          - 2027-01-22 three offers on the table
    """
    number = context.says.number
    journal = context.journal
    names = {ability.skill.casefold(): ability.skill for ability in journal.profile.skills}
    for standing in context.living():
        goal = standing.goal
        for index, need in enumerate(goal.requires):
            level = level_of(journal, need.skill, context.day)
            if (level or 0.0) >= need.level or is_planned(journal, goal, need.skill):
                continue
            name = need.skill.casefold()
            near = "" if name in names else names.get(nearest(name, names), "")
            other = f"take “{near}”, if it is that" if near else "correct `skills` in the profile"
            has = f"you have {number(level)}" if level else "the profile does not have it"
            yield (
                goal.at("requires", index),
                f"{need.skill} is needed at {number(need.level)}, {has}, and nothing plans to "
                "gain it",
                "write a step towards it, as "
                f"`milestones: {_midway(context, standing)} a course in {need.skill}`, or {other}",
            )


@rule("A204", "over-budget")
def budget(context: CheckContext) -> Iterator[Remark]:
    """The active goals ask for more money this year than the profile's `budget` gives.

    The money of a goal is spread evenly over its window, so that a goal of two years takes half of
    it from each. Money in another currency than the budget's is left out.

    Flagged:
        == content/profile.md ==
        ---
        budget: 500 EUR
        ---
        == content/goals/boat.md ==
        title: Repair the boat and sail 12 trips
        measurable: 12 trips
        achievable: 900 EUR
    Fine:
        == content/profile.md ==
        ---
        budget: 1000 EUR
        ---
        == content/goals/boat.md ==
        title: Repair the boat and sail 12 trips
        measurable: 12 trips
        achievable: 900 EUR
    """
    profile = context.journal.profile
    given = profile.budget
    if given is None:
        return
    asked: list[tuple[float, Goal]] = []
    for standing in context.living():
        money = standing.goal.achievable.money
        if money and money.currency.casefold() in {given.currency.casefold(), ""}:
            asked.append((money.amount * _share_of_year(context.day.year, standing), standing.goal))
    total = sum(amount for amount, _ in asked)
    if total > given.amount + 0.5:
        asked.sort(key=lambda item: (-item[0], item[1].id))
        named = [
            f"“{goal.title}” {round(amount)} {given.currency}"
            for amount, goal in asked[:4]
            if amount >= 0.5
        ]
        yield (
            profile.at("budget"),
            f"the active goals ask for {round(total)} {given.currency} in {context.day.year}, "
            f"{round(total - given.amount)} more than the budget ({listed(named)})",
            "lower the money in one of them (`achievable: 4 h a week, 300 EUR`), move it to next "
            f"year, or find more: `budget: {ceil(total)} {given.currency}`",
        )


def _midway(context: CheckContext, standing: Standing) -> date:
    """A day halfway between the report's and the due date."""
    due = standing.due if standing.due and standing.due > context.day else None
    return context.day + timedelta(days=(due - context.day).days // 2 if due else 30)


def _share_of_year(year: int, standing: Standing) -> float:
    """The part of a goal's window that lies in a year; all of it where the window is unknown."""
    start, due = standing.start, standing.due
    if start is None or due is None or due < start:
        return 1.0
    first, last = max(start, date(year, 1, 1)), min(due, date(year, 12, 31))
    return max(0, (last - first).days + 1) / ((due - start).days + 1)
