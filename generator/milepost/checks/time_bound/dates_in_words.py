"""T1: the ends that the words name, against those of the front matter.

In: goals with their windows and words. Out: findings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from milepost.checks.context import CheckContext
from milepost.checks.rule import Remark, rule
from milepost.checks.wording.deadlines import Deadline
from milepost.journal.model import Goal
from milepost.journal.words import Horizon

_LENGTHS = {"month": 31, "quarter": 92, "year": 366}
"""Days of the longest period of its kind."""


@rule("T101", "no-due-date")
def no_due(context: CheckContext) -> Iterator[Remark]:
    """The goal has no due date, so nothing can say whether it is early or late.

    A habit has one too: the day on which you look whether to go on. A vision needs none. Where
    milestones have days, the last of them is proposed.

    Flagged:
        readings: 2026-11-15 +12
        time_bound:
    Fine:
        readings: 2026-11-15 +12
    """
    for statement in context.statements:
        goal = statement.goal
        if (
            goal.time_bound.due
            or goal.horizon is Horizon.VISION
            or context.unread(goal, "time_bound")
        ):
            continue
        named = _named(context, goal, statement.text)
        day = named.day if named else None
        due = day or goal.last_step_due or _guess(context)
        with_start = f", or with its start `time_bound: {context.day} to {due}`"
        yield (
            context.locate(goal, named.words, statement.key)
            if named
            else context.locate_value(goal, "time_bound")
            if "time_bound" in goal.places
            else context.locate_title(goal),
            f"the words say “{named.words.strip()}”, and the front matter has no due date"
            if named
            else "nothing says until when",
            f"write `time_bound: {due}`" + (with_start if due >= context.day else ""),
        )


@rule("T103", "words-against-due-date")
def words_against(context: CheckContext) -> Iterator[Remark]:
    """The words name another end than `time_bound`.

    A day in the words may also be the start or that of a milestone, and a month, a quarter or a
    year fits when one of these days lies in it: “by the end of Q2 2026” fits 2026-06-30.

    Flagged:
        title: Run 300 km by the end of March 2027
    Fine:
        title: Run 300 km by the end of January 2027
    """
    for standing in context.living():
        goal, due = standing.goal, standing.goal.time_bound.due
        if due is None:
            continue
        for key, text in (("title", goal.title), ("specific", goal.specific)):
            # Of several ends the last is the goal's; the others are steps on the way.
            ends = _ends(context, goal, text)
            last = max(ends, key=lambda end: end.day or date.min, default=None)
            if last and last.day and not _fits(last, goal):
                words = last.words.strip()
                yield (
                    context.locate(goal, words, key),
                    f"the words say “{words}”, and `time_bound` says {due}",
                    "write the same day in both: if the words are right, "
                    f"{_moved_to(last.day, goal)}",
                )
                break


@rule("T104", "open-ended-time")
def open_ended(context: CheckContext) -> Iterator[Remark]:
    """The words leave the time open (someday, soon, eventually, as fast as possible).

    If it is to be someday, there is a state for that, in which nothing is asked: `status: someday`.

    Flagged:
        title: Eventually run 300 km
    Fine:
        title: Run 300 km
    """
    for statement in context.statements:
        for reason in list(statement.against("open-ended-time"))[:1]:
            due = statement.goal.time_bound.due
            yield (
                context.locate(statement.goal, reason.words, statement.key),
                f"“{reason.words}” leaves the time open"
                + (f", and `time_bound` says {due}" if due else ""),
                "leave the word out, or write `status: someday` if nothing is to be done about it "
                "now",
            )


def _origin(context: CheckContext, goal: Goal) -> date:
    """The day from which words without a year count: of a goal that was due, before that."""
    return goal.time_bound.start or min(context.day, goal.time_bound.due or context.day)


def _named(context: CheckContext, goal: Goal, text: str) -> Deadline | None:
    """The end that the words name, one with a day before others."""
    found = context.words.deadlines(text, _origin(context, goal))
    ends = [end for end in found if end.firm]
    return next((end for end in ends if end.day), next(iter(ends), None))


def _ends(context: CheckContext, goal: Goal, text: str) -> list[Deadline]:
    """The days of the calendar that the words name, up to the reason (“so that …”)."""
    kinds = {"iso", "date", "numeric", "month", "quarter", "year"}
    stop = context.words.reason_at(text)
    found = context.words.deadlines(text, _origin(context, goal))
    return [e for e in found if e.firm and e.day and e.kind in kinds and e.span[0] < stop]


def _fits(end: Deadline, goal: Goal) -> bool:
    """Whether the day of an end, or its period, is one that the front matter has."""
    day = end.day
    if day is None:
        return True
    days = [goal.time_bound.due, goal.time_bound.start]
    days += [m.due for m in goal.milestones] + [k.date_ for k in goal.pace]
    length = _LENGTHS.get(end.kind, 1)
    if end.kind == "quarter" and re.search(r"\bhalf\b|\bh[12]\b", end.words.lower()):
        length = 184
    if end.kind == "iso" and not re.search(r"\d{4}-\d\d-\d\d", end.words):
        length = 184  # "2026-06", "2026-Q2", "2026-H1", "2026-W26" are periods
    if re.search(r"\b(?:end|close)\b", end.words.lower()):
        length = min(length, 31)  # “by the end of 2027” is not some day in spring
    first = day - timedelta(days=length - 1)
    return any(first <= one <= day for one in days if one)


def _last_of_month(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def _moved_to(day: date, goal: Goal) -> str:
    start = goal.time_bound.start
    return f"`time_bound: {start} to {day}`" if start and start <= day else f"`time_bound: {day}`"


def _guess(context: CheckContext) -> date:
    """A due date to show the form with: the last end of a month within 90 days.

    So far nothing is asked of the way to it.
    """
    far = context.day + timedelta(days=90)
    last = _last_of_month(far)
    return last if last == far else far.replace(day=1) - timedelta(days=1)
