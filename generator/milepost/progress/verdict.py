"""The status of a goal with its one sentence, made of the numbers that decided it.

In: a goal's figures on a day. Out: a status and a reason.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from milepost.journal.model import Goal
from milepost.journal.words import Kind, State
from milepost.progress.days import LENGTH, rest_of
from milepost.progress.reasons import date_words, plural, sentence, span, time_left
from milepost.progress.report import Status
from milepost.progress.status import SETTLED, grey_days, quiet
from milepost.progress.versions import state_on, time_off

Verdict = tuple[Status, str]


@dataclass(frozen=True, slots=True)
class Case:
    """What a verdict looks at before any probability.

    `summary` is the progress in the goal's own terms, `met` whether the target is met, `reached` on
    which day it was, `heard` the last day of which anything is known.
    """

    goal: Goal
    kind: Kind
    day: date
    start: date | None
    due: date | None
    summary: str
    met: bool
    reached: date | None = None
    heard: date | None = None
    replaced_title: str = ""


def settled(case: Case) -> Verdict | None:
    """What settles the status at once, before any probability; None where nothing does."""
    goal, day = case.goal, case.day
    state = state_on(goal, day)
    if state in SETTLED:
        return SETTLED[state], _declared(case, state)
    if case.met:
        return Status.ACHIEVED, _achieved(case)
    past = case.due is not None and case.due < day
    poor = goal.grade is not None and goal.grade < 0.7
    if state is State.DONE:
        if poor and past:
            return Status.MISSED, _sum_up(case, "closed")
        return Status.ACHIEVED, _done(case)
    if past and case.due:
        if case.kind in {Kind.HABIT, Kind.LIMIT, Kind.RANGE}:
            return Status.MISSED, _sum_up(case, "over")
        if goal.grade is not None:
            return Status.MISSED, _sum_up(case, "closed")
        ago = span((day - case.due).days)
        lead = f"due on {date_words(case.due, day)}, {ago} ago"
        return Status.OVERDUE, sentence(f"{lead}; {case.summary}" if case.summary else lead)
    return None


def waiting(case: Case, counted_by: Kind | None = None) -> Verdict | None:
    """What keeps the status open: not begun, nothing heard, too early; None: it can be judged."""
    day = case.day
    if case.start and day < case.start:
        return Status.TOO_EARLY, sentence(f"starts on {date_words(case.start, day)}")
    heard = max((d for d in (case.heard, case.start) if d), default=None)
    if heard is None:
        return Status.NO_DATA, "No reading yet, and no start date."
    if counted_by in {None, Kind.MILESTONES, Kind.TASKS, Kind.YES_NO}:
        return None
    per = case.goal.measurable.per if case.goal.measurable else None
    if quiet(rest_of(time_off(case.goal)), heard, day, LENGTH[per] if per else 7):
        since = f"no reading for {span((day - heard).days)}"
        if case.heard is None:
            since = f"no reading since the start {span((day - heard).days)} ago"
        last = f"; so far {case.summary}" if case.heard and case.summary else ""
        return Status.NO_DATA, sentence(since + last)
    if case.start and (day - case.start).days < grey_days(case.start, case.due):
        return Status.TOO_EARLY, _early(case, case.start)
    return None


def _early(case: Case, start: date) -> str:
    gone = max(1, (case.day - start).days + 1)
    whole = f" of {span((case.due - start).days + 1)}" if case.due else ""
    spent = span(gone)
    if whole.endswith("weeks") and spent.endswith("weeks"):
        spent = spent.removesuffix(" weeks")
    lead = f"too early to say after {spent}{whole}"
    return sentence(f"{lead}; {case.summary}" if case.summary else lead)


def _declared(case: Case, state: State) -> str:
    goal = case.goal
    since = goal.status.since
    when = f" on {date_words(since, case.day)}" if since else ""
    if state is State.PAUSED:
        lead = f"paused since {date_words(since, case.day)}" if since else "paused"
    elif state is State.SOMEDAY:
        lead = "someday, not begun"
    elif state is State.REPLACED:
        by = case.replaced_title or goal.replaced_by
        lead = f"replaced{when}" + (f" by “{by}”" if by else "")
    else:
        lead = f"dropped{when}"
    if goal.status.because:
        return sentence(f"{lead}: {goal.status.because}")
    return sentence(f"{lead}; {case.summary}" if case.summary else lead)


def _achieved(case: Case) -> str:
    lead = case.summary or "reached"
    if case.kind in {Kind.HABIT, Kind.LIMIT, Kind.RANGE} or not case.reached:
        return sentence(lead)
    how = " on" if case.kind is Kind.YES_NO else ", reached on"
    text = f"{lead}{how} {date_words(case.reached, case.day)}"
    if case.due and case.due != case.reached:
        gap = (case.due - case.reached).days
        text += f", {span(abs(gap))} {'before it was due' if gap > 0 else 'after it was due'}"
    elif case.due:
        text += ", on the day it was due"
    return sentence(text)


def _done(case: Case) -> str:
    since = case.goal.status.since
    lead = f"you called it done on {date_words(since, case.day)}" if since else "you called it done"
    if case.goal.status.because:
        lead += f": {case.goal.status.because}"
    elif case.summary:
        lead += f", at {case.summary}"
    return sentence(lead)


def _sum_up(case: Case, how: str) -> str:
    lead = f"{how} on {date_words(case.due, case.day)}" if case.due else how
    return sentence(f"{lead}; {case.summary}" if case.summary else lead)


def in_steps(case: Case, late: int, beyond: bool, title: str, days: int, begun: bool) -> Verdict:
    """The status of milestones, tasks and yes/no, which have no rate.

    `late` is how many dated milestones are late, `title` and `days` name the one longest late;
    `beyond` says that one is late by more than a quarter of its own span.
    """
    left = time_left((case.due - case.day).days) if case.due else ""
    lead = f"{case.summary} with {left}" if case.summary and left else case.summary or left
    if late:
        more = f", and {plural(late - 1, 'other')} too" if late > 1 else ""
        tail = f"“{title}” is {span(days)} late{more}"
        status = Status.OFF_TRACK if beyond else Status.AT_RISK
        return status, sentence(f"{lead}; {tail}" if lead else tail)
    if case.due and not begun and (case.due - case.day).days <= 14:
        return Status.AT_RISK, sentence(f"{lead}; nothing is done yet")
    return Status.ON_TRACK, sentence(f"{lead}; nothing is late" if lead else "nothing is late")
