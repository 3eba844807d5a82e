"""T2: the steps between start and due date.

In: goals with their milestones, checkpoints and reviews. Out: findings.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from milepost.checks.context import CheckContext
from milepost.checks.rule import Remark, rule
from milepost.findings import Severity
from milepost.journal.duewords import due_in_words
from milepost.journal.model import Goal
from milepost.journal.numbers import in_digits
from milepost.journal.values import Milestone
from milepost.journal.words import Horizon, Kind
from milepost.progress.days import Rest, rest_of, working
from milepost.progress.milestones import day_there
from milepost.progress.values import Standing
from milepost.voice.english import plural, spoken

_LONG = 90
"""Days without anything to look at on the way."""


@rule("T201", "long-stretch-without-step", Severity.HINT)
def long_stretch(context: CheckContext) -> Iterator[Remark]:
    """Over 90 days lie ahead without a milestone, a checkpoint or the due date.

    A step on the way tells in time whether the way is right. Days of a break do not count. Habits
    are looked at each period anyway, and a goal that others serve is looked at through them. Where
    a length (“in 6 months”) counts from a day that is still asked for, it is taken from today on;
    where nothing says until when, up to the last milestone.

    Flagged:
        title: Run 900 km
        measurable: 900 km
        time_bound: 2026-11-02 to 2027-06-27
    Fine:
        title: Run 900 km
        measurable: 900 km
        time_bound: 2026-11-02 to 2027-06-27
        milestones:
          - 2027-01-17 =280 over the winter
          - 2027-04-11 =600 up to the spring run
    """
    duration = context.says.duration
    for standing in context.living():
        if (
            standing.kind.facts.periodic
            or standing.kind is Kind.GOALS
            or context.horizon(standing) is Horizon.VISION
            or context.unread(standing.goal, "milestones")
        ):
            continue
        goal, due = standing.goal, standing.due
        if_so = ""
        if due is None and goal.time_bound.words:
            due = due_in_words(goal.time_bound.words, context.day)
            if_so = f", if “{goal.time_bound.words}” counts from today"
        elif due is None:
            due = goal.last_step_due
        stretches = _long_ones(context, standing, due)
        if not stretches:
            continue
        first, last = stretches[0]
        rest = rest_of(goal.rests)
        steps = [day for one in stretches for day in _steps(rest, *one)]
        lines = [f"{day} …" for day in steps]
        line = (
            f"{', '.join(f'`{one}`' for one in lines)} below the others"
            if goal.milestones
            else f"`milestones: [{', '.join(lines)}]`"
        )
        key = "milestones" if goal.milestones else "time_bound"
        yield (
            context.locate_value(goal, key),
            f"no milestone or checkpoint lies between {spoken(first, context.day)} and "
            f"{spoken(last, context.day)}, {duration((last - first).days)}{if_so}",
            f"write what should be reached on the way, as {line}",
        )


@rule("T202", "milestone-outside-window")
def outside(context: CheckContext) -> Iterator[Remark]:
    """A milestone is due before the goal starts or after it is due.

    Flagged:
        title: Finish the attic
        measurable: milestones
        time_bound: 2026-11-02 to 2027-01-15
        milestones:
          - 2026-12-12 walls
          - 2027-02-20 floor
    Fine:
        title: Finish the attic
        measurable: milestones
        time_bound: 2026-11-02 to 2027-01-15
        milestones:
          - 2026-12-12 walls
          - 2027-01-15 floor
    """
    for goal in context.open():
        start, due = goal.time_bound.start, goal.time_bound.due
        if start and due and due < start:
            continue
        for index, milestone in enumerate(goal.milestones):
            day = milestone.due
            if day is None or milestone.done:
                continue
            early, late = bool(start and day < start), bool(due and day > due)
            if early or late:
                edge = f"starts on {start} only" if early else f"ends on {due}"
                reach = f"from {start} on" if early else f"up to {due}"
                yield (
                    context.locate_value(goal, "milestones", index),
                    f"“{milestone.title}” is due on {day}, and the goal {edge}",
                    f"give it a day {reach}, or move the goal's own dates, with the reason under "
                    "`changes:`",
                )


@rule("T203", "milestone-late")
def late(context: CheckContext) -> Iterator[Remark]:
    """A milestone's day has passed, and it is not marked as reached.

    Where the goal has got to its number, that day is told: it may be reached, but its words may
    also ask for more.

    Flagged:
        title: Finish the attic
        measurable: milestones
        time_bound: 2026-10-12 to 2027-01-15
        milestones:
          - 2026-11-14 walls
          - 2026-12-19 floor
    Fine:
        title: Finish the attic
        measurable: milestones
        time_bound: 2026-10-12 to 2027-01-15
        milestones:
          - done 2026-11-20 2026-11-14 walls
          - 2026-12-19 floor
    """
    duration = context.says.duration
    for standing in context.living():
        late_ones = standing.late_milestones
        if not late_ones or (standing.due and standing.due < context.day):
            continue  # once the goal itself is overdue, that says it all
        goal, first = standing.goal, late_ones[0]
        more = len(late_ones) - 1
        others = f", and {plural(more, 'other')} too" if more else ""
        day, there = first.due or context.day, day_there(first, standing)
        got = f" (its number was there on {spoken(there, context.day)})" if there else ""
        yield (
            context.locate_value(goal, "milestones", goal.milestones.index(first)),
            f"“{first.title}” was due on {spoken(day, context.day)}, "
            f"{duration((context.day - day).days)} ago{got}{others}",
            f"if it is reached, write {_done(goal, first, there or context.day)}; else give it a "
            "new day",
        )


def _done(goal: Goal, milestone: Milestone, day: date) -> str:
    """How a milestone is marked as reached, in the form in which it is written."""
    if f"milestones.{goal.milestones.index(milestone)}.title" in goal.places:
        return f"`done: {day}` below it"
    value = "" if milestone.value is None else f"={in_digits(milestone.value)} "
    weight = "" if milestone.weight == 1 else f" (weight {in_digits(milestone.weight)})"
    return f"`done {day} {milestone.due} {value}{milestone.title}{weight}`"


def _steps(rest: Rest, first: date, last: date) -> list[date]:
    """The fewest days between two, as even as can be, with no long stretch between any of them."""
    for count in range(1, (last - first).days):
        gap = (last - first).days / (count + 1)
        days = [first + timedelta(days=round(gap * n)) for n in range(1, count + 1)]
        edges = pairwise([first, *days, last])
        if all(working(rest, a.toordinal(), b.toordinal()) <= _LONG for a, b in edges):
            return days
    return []


def _long_ones(
    context: CheckContext, standing: Standing, due: date | None
) -> list[tuple[date, date]]:
    """The stretches up to a day in which there is nothing to look at for too long, in order."""
    goal = standing.goal
    begin = max(standing.start or context.day, context.day)
    if due is None or due <= begin:
        return []
    known = [milestone.due for milestone in goal.milestones if not milestone.done]
    known += [knot.date_ for knot in goal.pace]
    days = sorted({day for day in known if day and begin <= day <= due} | {begin, due})
    rest = rest_of(goal.rests)
    return [
        (first, last)
        for first, last in pairwise(days)
        if working(rest, first.toordinal(), last.toordinal()) > _LONG
    ]
