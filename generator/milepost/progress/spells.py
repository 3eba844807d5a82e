"""Hours by week: what a goal was meant to get, and what it got.

In: a goal's versions, its window, its hours. Out: one `Spell` for each week.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from milepost.journal.model import Mention
from milepost.progress.days import Rest, days_off, rest_of, sunday_after, week_of
from milepost.progress.report import Spell
from milepost.progress.series import WEEKS, bounded
from milepost.progress.versions import Version


def spells(
    held: Sequence[Version],
    hours: Iterable[Mention],
    start: date | None,
    due: date | None,
    day: date,
    living: bool,
) -> tuple[Spell, ...]:
    """The weeks from the start to the due date, or to the day where none is set.

    A week is planned by the goal as it stands at the week's end; days off and days outside the
    window take their part away. A goal that is closed or paused plans nothing beyond the day.
    Nothing is given for a goal that names no hours at all.
    """
    spent: dict[int, float] = {}
    for mark in hours:
        when = mark.day if mark.day < day else day
        monday = when.toordinal() - when.weekday()
        spent[monday] = spent.get(monday, 0.0) + bounded(mark.value)
    plans = [
        None if (hours_ := v.goal.achievable.hours_per_week) is None else bounded(hours_)
        for v in held
    ]
    if not spent and not any(plans):
        return ()
    today = day.toordinal()
    begin = start.toordinal() if start else min(spent, default=today)
    last = due.toordinal() if due else today
    end = last if living else min(last, today)
    first_week = sunday_after(min(begin, *spent)) - 6 if spent else sunday_after(begin) - 6
    final = max(end, *spent) if spent else end
    first_week = max(first_week, sunday_after(final) - 6 - 7 * WEEKS)
    since = [v.since.toordinal() if v.since else 0 for v in held]
    rests = [rest_of(v.goal.breaks) for v in held]
    found: list[Spell] = []
    index = 0
    for monday in range(max(first_week, 1), final + 1, 7):
        while index + 1 < len(held) and since[index + 1] <= monday + 6:
            index += 1
        plan = plans[index]
        planned = plan
        if plan is not None and (rests[index] or monday < begin or monday + 6 > end):
            inside = max(monday, begin), min(monday + 6, end)
            planned = plan * _share(rests[index], *inside)
        found.append(Spell(week_of(monday), planned, spent.get(monday)))
    return tuple(found)


def _share(rest: Rest, first: int, last: int) -> float:
    """The part of a week that counts."""
    if last < first:
        return 0.0
    return (last - first + 1 - (days_off(rest, first, last) if rest else 0)) / 7
