"""Hours by week: what a goal was meant to get, and what it got.

In: what is known of a goal. Out: one `WeekHours` for each week.
"""

from __future__ import annotations

from datetime import date

from milepost.journal.values import Week
from milepost.journal.words import WeekStart
from milepost.progress.days import Rest, days_off, first_of_week, rest_of, sunday_after, week_of
from milepost.progress.known import Known
from milepost.progress.series import WEEKS, bounded
from milepost.progress.values import WeekHours


def hours_by_week(known: Known, living: bool, closed_on: date | None) -> tuple[WeekHours, ...]:
    """The weeks from the start to the due date, or to the day where none is set.

    Hours count in the week of their entry, whole. Where weeks start on Sunday, each lies a day
    earlier and keeps the name of its Thursday's week.

    A week is planned by the goal as it stands at the week's end; days off and days outside the
    window take their part away. A goal that is paused plans nothing while it is; one that is closed
    or overdue nothing after that day.
    Nothing is given for a goal that names no hours at all.
    """
    held, start, due, day = known.versions, known.start, known.due, known.until
    early = known.week_starts is WeekStart.SUNDAY
    spent: dict[int, float] = {}
    for mark in known.hours:
        when = mark.counted if mark.whole_week else min(mark.day, day)
        monday = Week.of(when, known.week_starts).monday.toordinal()
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
    end = last if living else min(last, today, closed_on.toordinal() if closed_on else today)
    first_week = min([first_of_week(begin, known.week_starts) + early, *spent])
    final = max(end, *spent) if spent else end
    first_week = max(first_week, sunday_after(final) - 6 - 7 * WEEKS)
    since = [v.since.toordinal() if v.since else 0 for v in held]
    paused = [one for one in known.time_off if one not in known.goal.rests]
    rests = [rest_of((*v.goal.rests, *paused)) for v in held]
    found: list[WeekHours] = []
    index = 0
    for monday in range(max(first_week, 1), final + early + 1, 7):
        first = monday - early
        while index + 1 < len(held) and since[index + 1] <= first + 6:
            index += 1
        plan = plans[index]
        planned = plan
        if plan is not None and (rests[index] or first < begin or first + 6 > end):
            inside = max(first, begin), min(first + 6, end)
            planned = plan * _share(rests[index], *inside)
        found.append(WeekHours(week_of(monday), planned, spent.get(monday)))
    return tuple(found)


def _share(rest: Rest, first: int, last: int) -> float:
    """The part of a week that counts."""
    if last < first:
        return 0.0
    return (last - first + 1 - (days_off(rest, first, last) if rest else 0)) / 7
