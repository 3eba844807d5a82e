"""What asks for the person's attention, the most urgent first.

In: a report. Out: `Need`s: overdue goals, goals that fall behind, goals not heard of, questions,
near due dates, unwritten weeks and reviews, each with its reason and the next step.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from milepost.journal.values import Week
from milepost.journal.words import Horizon
from milepost.progress.report import Report, Standing, Status
from milepost.site.counting import counted, opened, shortened_title
from milepost.site.marks import CHECK_IN, DUE_SOON, QUESTION, Chip, chip
from milepost.site.spans import Span, week_of
from milepost.site.words import Words

WELL = frozenset({Status.AHEAD, Status.ON_TRACK})
_ORDER = (Status.OVERDUE, Status.OFF_TRACK, Status.AT_RISK, Status.NO_DATA)
_SOON = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Need:
    """One line of the list: `goal` is an id, or empty where the journal itself needs something.

    `title` is what it is about, `why` one or two sentences, `next` the step to take.
    """

    chip: Chip
    goal: str
    title: str
    why: str
    next: str


def judged(report: Report) -> tuple[Standing, ...]:
    """The goals whose status says something: being worked on, with an end or a measure."""
    return tuple(
        standing
        for standing in report.standings.values()
        if standing.status.living
        and standing.goal.horizon is not Horizon.VISION
        and (standing.goal.measurable or standing.due)
    )


def needs(report: Report, words: Words) -> tuple[Need, ...]:
    """All that needs the person, in the order of its urgency.

    Goals come by status, overdue first, then by the fewest safe days and the nearest due date; a
    question of confidence, near due dates and the journal's own calls follow.
    """
    goals = judged(report)
    calling = sorted(
        (goal for goal in goals if goal.status in _ORDER),
        key=lambda goal: (
            _ORDER.index(goal.status),
            goal.ahead_days if goal.ahead_days is not None else 0,
            goal.due or date.max,
            goal.goal.id,
        ),
    )
    listed = [_of_goal(goal, chip(goal.status), goal.reason, report, words) for goal in calling]
    for goal in goals:
        if goal.question and goal not in calling:
            listed.append(_of_goal(goal, QUESTION, goal.question, report, words))
        elif _due_soon(goal, report.day) and goal not in calling:
            listed.append(_of_goal(goal, DUE_SOON, goal.summary, report, words))
    return (*listed, *_of_journal(report, words))


def _due_soon(standing: Standing, day: date) -> bool:
    return standing.due is not None and day <= standing.due <= day + _SOON


def _of_goal(standing: Standing, mark: Chip, reason: str, report: Report, words: Words) -> Need:
    plan = next((plan for plan in standing.goal.obstacles if plan.then), None)
    why = [opened(reason)]
    if plan and standing.status in {Status.OFF_TRACK, Status.AT_RISK}:
        why.append(opened(f"If {_bare(plan.if_, 'if')}, then {_bare(plan.then, 'then')}"))
    return Need(
        mark,
        standing.goal.id,
        standing.goal.title or standing.goal.id,
        " ".join(part for part in why if part),
        next_step(standing, report.day, words),
    )


def _bare(text: str, word: str) -> str:
    text = text.strip().rstrip(".,;")
    return text[len(word) + 1 :] if text.casefold().startswith(f"{word} ") else text


def next_step(standing: Standing, day: date, words: Words) -> str:
    """What to do next: the next milestone, else the amount that this week asks for, else the end.

    "27 Nov, draft 4", "1.4 articles this week", "due 31 Dec"; empty when nothing is known.
    """
    if standing.status is Status.OVERDUE:
        return "close it, or give it a new date"
    if standing.status is Status.NO_DATA:
        return "a number in this week’s entry"
    milestone = standing.next_milestone
    if milestone:
        when = f"{words.near(milestone.due, day)}, " if milestone.due else ""
        return f"{when}{shortened_title(milestone.title, 64)}"
    wanted = standing.needed_this_week
    if wanted and standing.from_ is not None and standing.to is not None:
        rising = standing.to >= standing.from_
        if (wanted > 0) is rising:
            return f"{words.number(abs(wanted), standing.unit)} this week"
    return f"due {words.near(standing.due, day)}" if standing.due else ""


def written_weeks(report: Report) -> tuple[Week, ...]:
    """The weeks up to the report's day that have an entry, in order."""
    today = Week.of(report.day)
    weeks = {week_of(entry) for entry in report.journal.entries}
    return tuple(sorted(week for week in weeks if week <= today))


def _of_journal(report: Report, words: Words) -> Iterator[Need]:
    yield from _check_in(report, words)
    yield from _review(report)


def _check_in(report: Report, words: Words) -> Iterator[Need]:
    """A call to write, once the week before this one is over and has no entry."""
    weeks = written_weeks(report)
    last_week = Week.of(report.day).plus(-1)
    if not weeks or weeks[-1] >= last_week:
        return
    missing = (last_week.monday - weeks[-1].monday).days // 7
    since = words.week(weeks[-1], year=weeks[-1].year != last_week.year)
    why = (
        f"The last entry is of {since}. One entry for {counted(missing, 'week')} is enough "
        "to come back."
    )
    yield Need(CHECK_IN, "", "Write how it went", why, "ten minutes: milepost new week")


def _review(report: Report) -> Iterator[Need]:
    """A call for the review of a quarter or a year in the two weeks after its end.

    Only people who write reviews are asked for one.
    """
    written = {review.period for review in report.journal.reviews}
    first = report.day.replace(day=1)
    before = Span.month_of(first - timedelta(days=1))
    over = Span(before.year) if before.month == 12 else Span(before.year, before.quarter)
    habit = any((span := Span.named(name)) and span.kind == over.kind for name in written)
    fresh = over.end < report.day <= over.end + _SOON
    if habit and fresh and over.name not in written:
        what = f"{over.year}" if over.kind == "year" else f"quarter {over.quarter} of {over.year}"
        why = f"The {over.kind} is over; its numbers are on its page already."
        yield Need(CHECK_IN, "", f"Review {what}", why, f"content/reviews/{over.name}.md")
