"""A2: money that was spent, against what was planned.

In: the costs of a report, plans of goals, the profile's budget. Out: findings.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from milepost.checks.context import CheckContext
from milepost.checks.rule import Remark, rule
from milepost.findings import Severity
from milepost.progress.budget import of_goal, of_year, planned
from milepost.voice.english import listed, written

_NAMED = 4
"""Goals that a message names."""


@rule("A208", "over-plan", Severity.HINT)
def over_plan(context: CheckContext) -> Iterator[Remark]:
    """More money was spent on an active goal than it was to cost.

    What `spent` of entries and `money` of records say is added up, in the currency of the plan, and
    held against the money in `achievable`. Up to it nothing is said.

    Flagged:
        == content/goals/shed.md ==
        title: Build the shed in 60 hours
        measurable: 60 hours
        achievable: 300 EUR
        == content/journal/2026-W46.md ==
        ---
        spent: {shed: 340 EUR}
        ---
    Fine:
        == content/goals/shed.md ==
        title: Build the shed in 60 hours
        measurable: 60 hours
        achievable: 300 EUR
        == content/journal/2026-W46.md ==
        ---
        spent: {shed: 300 EUR}
        ---
    """
    number = context.says.number
    for standing in context.living():
        plan = planned(standing)
        purse = of_goal(context.report, standing.goal.id)[0] if plan else None
        if purse is None or purse.left is None or purse.left >= 0:
            continue
        spent, name = number(purse.spent, purse.currency), purse.currency
        more, asked = number(-purse.left, name), number(purse.planned or 0.0, name)
        yield (
            standing.goal.at("achievable", "money"),
            f"more went into it than was planned: {spent}, {more} above the {asked}",
            f"plan in `achievable` what it will cost now, as `{written(ceil(purse.spent))} "
            f"{name}`, and keep the old line with a reason under `changes`; or decide what to "
            "leave out",
        )


@rule("A209", "budget-spent", Severity.HINT)
def budget_spent(context: CheckContext) -> Iterator[Remark]:
    """More money was spent on goals this year than the profile's `budget` gives.

    Money in another currency than the budget's is left out, and so is what is for no goal.

    Flagged:
        == content/profile.md ==
        ---
        budget: 200 EUR
        ---
        == content/goals/shed.md ==
        title: Build the shed in 60 hours
        measurable: 60 hours
        == content/journal/2026-W46.md ==
        ---
        spent: {shed: 240 EUR}
        ---
    Fine:
        == content/profile.md ==
        ---
        budget: 240 EUR
        ---
        == content/goals/shed.md ==
        title: Build the shed in 60 hours
        measurable: 60 hours
        == content/journal/2026-W46.md ==
        ---
        spent: {shed: 240 EUR}
        ---
    """
    number = context.says.number
    report = context.report
    purse = of_year(report)
    if purse is None or purse.left is None or purse.left >= 0:
        return
    sums: dict[str, float] = {}
    for one in report.costs:
        if one.day and one.day.year == report.day.year and one.money.currency == purse.currency:
            sums[one.goal] = sums.get(one.goal, 0.0) + one.money.amount
    largest = sorted(sums.items(), key=lambda pair: (-pair[1], pair[0]))[:_NAMED]
    named = [
        f"“{report.standings[id_].title}” {number(spent, purse.currency)}" for id_, spent in largest
    ]
    yield (
        context.journal.profile.at("budget"),
        f"more went into goals in {report.day.year} than the budget gives: "
        f"{number(purse.spent, purse.currency)}, {number(-purse.left, purse.currency)} above it "
        f"({listed(named)})",
        "put off what can wait until next year, or find more: "
        f"`budget: {written(ceil(purse.spent))} {purse.currency}`",
    )


@rule("A210", "other-currency", Severity.HINT)
def other_currency(context: CheckContext) -> Iterator[Remark]:
    """Money was spent on a goal in another currency than its plan's.

    Rates of exchange change from day to day, and milepost asks nobody for them: amounts in several
    currencies are told apart and never added. One finding a goal, at the first such amount.

    Flagged:
        == content/goals/sail.md ==
        title: Sail to the islands 12 times
        measurable: 12 trips
        achievable: 300 EUR
        == content/journal/2026-W46.md ==
        ---
        spent: {sail: 20 GBP}
        ---
    Fine:
        == content/goals/sail.md ==
        title: Sail to the islands 12 times
        measurable: 12 trips
        achievable: 300 EUR
        == content/journal/2026-W46.md ==
        ---
        spent: {sail: €23}
        ---
    """
    for standing in context.living():
        plan = planned(standing)
        others = [
            one
            for one in context.report.costs_by_goal.get(standing.goal.id, ())
            if plan and one.money.currency != plan.currency
        ]
        if plan and others:
            first = others[0]
            yield (
                first.place if first.place.path else standing.goal.at("achievable", "money"),
                f"“{standing.title}” is planned in {plan.currency}, and this is in "
                f"{first.money.currency}: it is not counted against the plan",
                f"write what it was in {plan.currency}, as `240 {plan.currency}`",
            )
