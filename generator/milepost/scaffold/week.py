"""The entry of the week, pre-filled.

In: the report of the journal. Out: a text and its path. What stands beside each goal is made by
`_to_beat` and `_planned`.
"""

from __future__ import annotations

import re

from milepost.journal.model import Goal, Journal
from milepost.journal.values import Measure, Week
from milepost.journal.words import Kind, State
from milepost.progress.report import Report, Standing
from milepost.scaffold.files import filled

_BOUND = {Kind.HABIT: "wants {to} a {per}", Kind.LIMIT: "at most {to} a {per}"}


def new_week(report: Report) -> tuple[str, str]:
    """The path and the text of the entry for the week of the report's day.

    It names each active goal with the number to beat, and carries last week's open plans over.
    """
    week = Week.of(report.day)
    active = [
        standing
        for standing in report.standings.values()
        if standing.goal.status.is_ is State.ACTIVE and _takes_number(standing.goal)
    ]
    numbers = []
    if active:
        width = max(len(standing.goal.id) for standing in active) + 1
        numbers.append("progress:\n")
        numbers += [f"  {s.goal.id + ':':<{width}}    # {_to_beat(s)}\n" for s in active]
        numbers.append("hours:\n")
        numbers += [f"  {s.goal.id + ':':<{width}}    #{_planned(s)}\n" for s in active]
    plans = [f"- [ ] {plan}" for plan in open_plans(report.journal, week)] or ["- [ ] "]
    text = filled("week.md", week=week, numbers="".join(numbers), plans="\n".join(plans))
    return f"journal/{week}.md", text


def open_plans(journal: Journal, week: Week) -> tuple[str, ...]:
    """The plans of the latest entry before a week that are not ticked, as their writer put them."""
    earlier = [entry for entry in journal.entries if entry.week and entry.week < week]
    if not earlier:
        return ()
    latest = earlier[-1].week
    last = [entry for entry in earlier if entry.week == latest]
    open_ = []
    for entry in last:
        section = entry.section("plans")
        lines = section.text.split("\n") if section else []
        open_ += [match[1] for line in lines if (match := re.match(r"\s*[-*+] \[ \] (.+)", line))]
    return tuple(open_)


def _takes_number(goal: Goal) -> bool:
    derived = {Kind.MILESTONES, Kind.TASKS, Kind.GOALS}
    return goal.measurable is not None and goal.measurable.kind not in derived


def _to_beat(standing: Standing) -> str:
    measure = standing.goal.measurable or Measure(Kind.COUNT)
    if measure.kind is Kind.YES_NO:
        return "yes when it is done"
    if measure.kind in _BOUND and measure.per:
        unit = f" {measure.unit}" if measure.unit else ""
        return _BOUND[measure.kind].format(to=f"{measure.to:g}{unit}", per=measure.per.value)
    parts = [standing.summary] if standing.summary else []
    if standing.needed_rate is not None and standing.needed_rate > 0:
        parts.append(f"needs {standing.needed_rate:.2g} a week")
    return "; ".join(parts) or "the first number"


def _planned(standing: Standing) -> str:
    hours = standing.goal.achievable.hours_per_week
    return f" {hours:g} planned" if hours else " hours this week"
