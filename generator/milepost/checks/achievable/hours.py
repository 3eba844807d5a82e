"""A1: the hours of all active goals against the hours that there are.

In: the weeks of all standings. Out: findings that name the weeks and the goals.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise
from math import ceil
from statistics import fmean

from milepost.checks.context import CheckContext
from milepost.checks.rule import Remark, rule
from milepost.findings import Place, Severity
from milepost.journal.model import Entry
from milepost.journal.values import Week
from milepost.progress.days import days_off, rest_of
from milepost.progress.lookback import hours, hours_by_week
from milepost.progress.values import Standing
from milepost.voice.english import listed, plural, written

_AHEAD = 52
"""Weeks that are looked at; what lies further off will be planned again."""
_NAMED = 4
"""Goals that a message names."""

Load = dict[str, float]
"""Hours of one week by goal id."""


@rule("A101", "hours-exceed")
def too_many_hours(context: CheckContext) -> Iterator[Remark]:
    """The goals together ask for more hours a week than you have to give.

    From this week on, week by week: the hours of every active goal in its window, less its breaks
    and those of the profile, against `hours_per_week` in the profile or the settings. The finding
    names the weeks, the goals, and by how much.

    Flagged:
        == content/profile.md ==
        ---
        hours_per_week: 6
        ---
        == content/goals/basque.md ==
        title: Learn 300 words of Basque
        measurable: 300 words
        achievable: 4 h a week
        == content/goals/cello.md ==
        title: Play the cello 3 times a week
        measurable: 3 times a week
        achievable: 3 h a week
    Fine:
        == content/profile.md ==
        ---
        hours_per_week: 6
        ---
        == content/goals/basque.md ==
        title: Learn 300 words of Basque
        measurable: 300 words
        achievable: 4 h a week
        == content/goals/cello.md ==
        title: Play the cello 3 times a week
        measurable: 3 times a week
        achievable: 3 h a week
        time_bound: 2027-02-01 to 2027-04-25
    """
    number = context.says.number
    have = context.journal.hours_to_give
    if have is None:
        return
    loads = _loads(context)
    over = {week: load for week, load in loads.items() if sum(load.values()) > have + 1e-6}
    if not over:
        return
    runs = _runs(sorted(over))
    worst = max(sorted(over), key=lambda week: sum(over[week].values()))
    total = sum(over[worst].values())
    where = listed([_run(first, last) for first, last in runs[:3]])
    more = f" and {plural(len(runs) - 3, 'stretch', 'stretches')} later" if len(runs) > 3 else ""
    yield (
        _hours_place(context),
        f"the goals ask for more than your {number(have)} h a week in {where}{more}: up to "
        f"{number(total)} h, {number(total - have)} h too many "
        f"({_named(context, over[worst])})",
        "give one of them fewer hours, a later start in `time_bound`, or a break "
        f"(`breaks: {worst.monday} to {worst.sunday} …` in the goal), or find more: "
        f"`hours_per_week: {written(ceil(total * 10) / 10)}`",
    )


@rule("A102", "more-hours-less-energy", Severity.HINT)
def tired(context: CheckContext) -> Iterator[Remark]:
    """Three weeks in a row brought more hours and less energy than the week before.

    No number knows what is right for you. It is a hint to look at the plans of next week twice. A
    week in which a break of the profile lies tells nothing.

    Flagged:
        == content/journal/2026-W43.md ==
        ---
        energy: 5
        hours: {shed: 2}
        ---
        == content/journal/2026-W44.md ==
        ---
        energy: 4
        hours: {shed: 4}
        ---
        == content/journal/2026-W45.md ==
        ---
        energy: 3
        hours: {shed: 6}
        ---
        == content/journal/2026-W46.md ==
        ---
        energy: 2
        hours: {shed: 9}
        ---
        == content/goals/shed.md ==
        title: Build the shed in 60 hours
        measurable: yes or no
    Fine:
        == content/journal/2026-W43.md ==
        ---
        energy: 5
        hours: {shed: 2}
        ---
        == content/journal/2026-W44.md ==
        ---
        energy: 4
        hours: {shed: 4}
        ---
        == content/journal/2026-W45.md ==
        ---
        energy: 3
        hours: {shed: 6}
        ---
        == content/journal/2026-W46.md ==
        ---
        energy: 4
        hours: {shed: 3}
        ---
        == content/goals/shed.md ==
        title: Build the shed in 60 hours
        measurable: yes or no
    """
    number = context.says.number
    report = context.report
    weeks = [report.week.plus(number) for number in range(-4, 2)]
    since = weeks[0].monday - timedelta(days=1)  # on which a week may begin
    given: defaultdict[Week, float] = defaultdict(float)
    for mark in context.journal.hours:
        if mark.day >= since:
            given[mark.whole_week or report.week_of(mark.day)] += mark.value
    energies = _energies(context, weeks)
    told = (week for week in energies if week in given)
    known = [week for week in told if not report.rests_in(week)][-4:]
    if len(known) < 4 or any(before.plus(1) != after for before, after in pairwise(known)):
        return
    if known[-1] < report.week.plus(-1):
        return
    felt = [energies[week] for week in known]
    spent = [given[week] for week in known]
    if all(b < a for a, b in pairwise(felt)) and all(b > a for a, b in pairwise(spent)):
        yield (
            _felt(context, known)[-1].at("energy"),
            f"three weeks in a row brought more hours (from {number(spent[0])} to "
            f"{number(spent[-1])}) and less energy (from {number(felt[0])} to "
            f"{number(felt[-1])})",
            "plan fewer hours for next week, or write a break: `breaks: "
            f"{_next_monday(context)} to {_next_monday(context, 6)} rest` in the profile",
        )


@rule("A103", "over-plan-less-energy", Severity.HINT)
def overloaded(context: CheckContext) -> Iterator[Remark]:
    """Four weeks took more hours than planned, while energy was lower than before.

    It looks at the last four weeks that are over, and at the eight before them. The hours of all
    goals come to at least a tenth more than was planned, with hours told in three of the four;
    energy is half a point or more below the mean of the eight weeks, with energy told in three of
    the four and in four of the eight; weeks of a break from everything are left out. No number
    knows what is right for you: look at the plans.

    Flagged:
        == content/goals/shed.md ==
        title: Build the shed in 90 hours
        measurable: yes or no
        achievable: 4 h a week
        time_bound: 2026-08-31 to 2027-01-29
        == content/journal/2026-W39.md ==
        ---
        energy: 4
        ---
        == content/journal/2026-W40.md ==
        ---
        energy: 4
        ---
        == content/journal/2026-W41.md ==
        ---
        energy: 4
        ---
        == content/journal/2026-W42.md ==
        ---
        energy: 4
        ---
        == content/journal/2026-W43.md ==
        ---
        energy: 3
        hours: {shed: 6}
        ---
        == content/journal/2026-W44.md ==
        ---
        energy: 3
        hours: {shed: 6}
        ---
        == content/journal/2026-W45.md ==
        ---
        energy: 3
        hours: {shed: 6}
        ---
        == content/journal/2026-W46.md ==
        ---
        energy: 3
        hours: {shed: 6}
        ---
    Fine:
        == content/goals/shed.md ==
        title: Build the shed in 90 hours
        measurable: yes or no
        achievable: 4 h a week
        time_bound: 2026-08-31 to 2027-01-29
        == content/journal/2026-W39.md ==
        ---
        energy: 4
        ---
        == content/journal/2026-W40.md ==
        ---
        energy: 4
        ---
        == content/journal/2026-W41.md ==
        ---
        energy: 4
        ---
        == content/journal/2026-W42.md ==
        ---
        energy: 4
        ---
        == content/journal/2026-W43.md ==
        ---
        energy: 4
        hours: {shed: 6}
        ---
        == content/journal/2026-W44.md ==
        ---
        energy: 4
        hours: {shed: 6}
        ---
        == content/journal/2026-W45.md ==
        ---
        energy: 4
        hours: {shed: 6}
        ---
        == content/journal/2026-W46.md ==
        ---
        energy: 4
        hours: {shed: 6}
        ---
    """
    number = context.says.number
    report = context.report
    lately, earlier = (
        [week for back in backs if not report.rests_in(week := report.week.plus(-back))]
        for backs in (range(4, 0, -1), range(12, 4, -1))
    )
    both = hours(report, lately)
    told = hours_by_week(report, lately)
    if not both.planned or both.spent is None:
        return
    if sum(one.spent is not None for one in told) < 3 or both.spent < both.planned * 1.1 - 1e-9:
        return
    now, before = _energies(context, lately).values(), _energies(context, earlier).values()
    if len(now) < 3 or len(before) < 4 or fmean(before) - fmean(now) < 0.5 - 1e-9:
        return
    yield (
        _felt(context, lately)[-1].at("energy"),
        f"the last four weeks took {number(both.spent)} h of {number(both.planned)} h planned, and "
        f"energy was {number(round(fmean(now), 1))} of 5, {number(round(fmean(before), 1))} in the "
        "eight weeks before",
        "plan fewer hours for a goal that can wait, or write a break: `breaks: "
        f"{_next_monday(context)} to {_next_monday(context, 6)} rest`",
    )


def _energies(context: CheckContext, weeks: list[Week]) -> dict[Week, float]:
    """The energy of each week that tells it: the mean of its entries."""
    told = {week: [one.energy or 0 for one in _felt(context, [week])] for week in weeks}
    return {week: fmean(energies) for week, energies in told.items() if energies}


def _felt(context: CheckContext, weeks: list[Week]) -> list[Entry]:
    """The entries of some weeks that tell an energy."""
    entries = (entry for week in weeks for entry in context.report.weeks.get(week, ()))
    return [entry for entry in entries if entry.energy is not None]


def _loads(context: CheckContext) -> dict[Week, Load]:
    """Planned hours by week and goal, from this week on."""
    now = context.report.week
    loads: defaultdict[Week, Load] = defaultdict(dict)
    for standing in context.living():
        for week in standing.hours:
            if week.planned and now <= week.week < now.plus(_AHEAD):
                loads[week.week][standing.goal.id] = week.planned
    dues = [s.due for s in context.living() if s.due]
    last = max([Week.of(due) for due in dues], default=now)
    for standing in context.living():
        if standing.due is None and standing.goal.achievable.hours_per_week:
            for when, planned in _endless(context, standing, min(last, now.plus(_AHEAD - 1))):
                loads[when][standing.goal.id] = planned
    return dict(loads)


def _endless(context: CheckContext, standing: Standing, last: Week) -> Iterator[tuple[Week, float]]:
    """The weeks of a goal without a due date, as far as the other goals' plans go."""
    rest = rest_of(standing.goal.rests)
    start = max(Week.of(standing.start), Week.of(context.day)) if standing.start else None
    week = start or Week.of(context.day)
    while week <= last:
        off = days_off(rest, week.monday.toordinal(), week.sunday.toordinal())
        if off < 7:
            yield week, (standing.goal.achievable.hours_per_week or 0.0) * (7 - off) / 7
        week = week.plus(1)


def _runs(weeks: list[Week]) -> list[tuple[Week, Week]]:
    runs: list[tuple[Week, Week]] = []
    for week in weeks:
        if runs and runs[-1][1].plus(1) == week:
            runs[-1] = (runs[-1][0], week)
        else:
            runs.append((week, week))
    return runs


def _run(first: Week, last: Week) -> str:
    return str(first) if first == last else f"{first} to {last}"


def _named(context: CheckContext, load: Load) -> str:
    """The goals of a week with their hours, the largest first."""
    number = context.says.number
    by_size = sorted(load.items(), key=lambda item: (-item[1], item[0]))
    titles = {goal.id: goal.title for goal in context.journal.goals}
    named = [f"“{titles[id_]}” {number(hours)} h" for id_, hours in by_size[:_NAMED]]
    rest = len(by_size) - _NAMED
    return listed([*named, *([plural(rest, "other")] if rest > 0 else [])])


def _hours_place(context: CheckContext) -> Place:
    profile, settings = context.journal.profile, context.journal.settings
    owner = profile if profile.hours_per_week is not None else settings
    return owner.at("hours_per_week")


def _next_monday(context: CheckContext, days: int = 0) -> str:
    return str(Week.of(context.day).plus(1).monday + timedelta(days=days))
