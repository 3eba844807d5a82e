"""What asks for the person's attention, the most urgent first.

In: a report. Out: `Need`s: overdue goals, goals that fall behind, goals not heard of, questions,
near due dates, unwritten weeks and reviews, each with its reason and the next step.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from milepost.journal.values import Obstacle
from milepost.journal.words import Horizon
from milepost.progress.calendar import Span
from milepost.progress.report import Report
from milepost.progress.values import Standing, Status
from milepost.voice import statuses
from milepost.voice.measures import summary
from milepost.voice.reasons import question, reason
from milepost.voice.statuses import CALLING, Chip, chip
from milepost.voice.voice import Voice, shortened

SOON = timedelta(days=14)
"""A due date so near, or a period that ended so lately, is spoken of."""


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


def needs(voice: Voice, report: Report) -> tuple[Need, ...]:
    """All that needs the person, in the order of its urgency.

    Goals come by status, overdue first, then by the fewest days ahead and the nearest due date; a
    question of confidence, near due dates and the journal's own calls follow.
    """
    goals = judged(report)
    calling = calling_goals(report)
    listed = [
        _of_goal(voice, goal, chip(voice, goal.status), reason(voice, goal)) for goal in calling
    ]
    for goal in goals:
        if goal in calling:
            continue
        if goal.doubted:
            asked = question(voice, goal)
            listed.append(_of_goal(voice, goal, statuses.question(voice), asked))
        elif goal.due is not None and report.day <= goal.due <= report.day + SOON:
            soon = summary(voice, goal)
            listed.append(_of_goal(voice, goal, statuses.due_soon(voice), soon))
    return (*listed, *_check_in(voice, report), *_review(voice, report))


def calling_goals(report: Report) -> tuple[Standing, ...]:
    """The goals that ask for something, the most urgent first."""

    def urgency(goal: Standing) -> tuple[int, int, date, str]:
        ahead = goal.ahead_days if goal.ahead_days is not None else 0
        return CALLING.index(goal.status), ahead, goal.due or date.max, goal.goal.id

    return tuple(sorted((g for g in judged(report) if g.status in CALLING), key=urgency))


def _of_goal(voice: Voice, standing: Standing, mark: Chip, why: str) -> Need:
    plan = next((plan for plan in standing.goal.obstacles if plan.then), None)
    parts = [voice.sentence(why)]
    if plan and standing.status in {Status.OFF_TRACK, Status.AT_RISK}:
        parts.append(_if_then(voice, plan))
    return Need(
        mark,
        standing.goal.id,
        standing.title,
        " ".join(part for part in parts if part),
        next_step(voice, standing),
    )


def _if_then(voice: Voice, plan: Obstacle) -> str:
    obstacle, step = _bare(plan.if_, _ifs(voice)), _bare(plan.then, _thens(voice))
    return voice.sentence(voice.say("if {obstacle}, then {step}", obstacle=obstacle, step=step))


def _ifs(voice: Voice) -> set[str]:
    return {"if", voice.meaning("if-then", "if")}


def _thens(voice: Voice) -> set[str]:
    return {"then", voice.meaning("if-then", "then")}


def _bare(text: str, words: set[str]) -> str:
    """What a plan says behind its own “if” or “then”, in English or the language of the page."""
    text = text.strip().rstrip(".,;")
    first, _, rest = text.partition(" ")
    return rest if rest and first.casefold() in words else text


def next_step(voice: Voice, standing: Standing) -> str:
    """What to do next: the next milestone, else the amount that this week asks for, else the end.

    "27 Nov, draft 4", "1.4 articles this week", "due 31 Dec"; empty when nothing is known.
    """
    if standing.status is Status.OVERDUE:
        return voice.say("close it, or give it a new date")
    if standing.status is Status.UNREAD:
        return voice.say("write its measure so that it can be read")
    if standing.status is Status.NO_DATA:
        return voice.say("a number in this week’s entry")
    day, milestone = standing.day, standing.next_milestone
    if milestone:
        title = shortened(milestone.title, 64)
        return f"{voice.near(milestone.due, day)}, {title}" if milestone.due else title
    amount = asked_this_week(standing)
    if amount is not None:
        return voice.say("{amount} this week", amount=voice.number(amount, standing.unit))
    return voice.say("due {date}", date=voice.near(standing.due, day)) if standing.due else ""


def asked_this_week(standing: Standing) -> float | None:
    """The amount that this week asks for, in the goal's unit; None where it asks for nothing."""
    wanted = standing.needed_this_week
    if not wanted or standing.next_milestone:
        return None
    return abs(wanted) if (wanted > 0) is not standing.falls else None


def _check_in(voice: Voice, report: Report) -> Iterator[Need]:
    """A call to write, once the week before this one is over and has no entry.

    Weeks in which the whole journal rests are not asked for, and in one nobody is called.
    """
    weeks = report.written
    last_week = report.week.plus(-1)
    if not weeks or weeks[-1] >= last_week:
        return
    since = (last_week.monday - weeks[-1].monday).days // 7
    between = (weeks[-1].plus(number) for number in range(1, since + 1))
    missing = sum(not report.rests_in(week) for week in between)
    if not missing or report.rests_in(report.week):
        return
    why = voice.many(
        "The last entry is of {week}. One entry for {count} week is enough to come back.",
        "The last entry is of {week}. One entry for {count} weeks is enough to come back.",
        missing,
        week=voice.week(weeks[-1], year=weeks[-1].year != last_week.year),
    )
    step = voice.say("ten minutes: {command}", command="milepost new week")
    yield Need(statuses.check_in(voice), "", voice.say("Write how it went"), why, step)


def _review(voice: Voice, report: Report) -> Iterator[Need]:
    """A call for the review of a quarter or a year in the two weeks after its end.

    Only people who write reviews are asked for one.
    """
    written = {review.period for review in report.journal.reviews}
    first = report.day.replace(day=1)
    before = Span.month_of(first - timedelta(days=1))
    over = Span(before.year) if before.month == 12 else Span(before.year, before.quarter)
    habit = any((span := Span.named(name)) and span.kind == over.kind for name in written)
    fresh = over.end < report.day <= over.end + SOON
    if not habit or not fresh or over.name in written:
        return
    if over.kind == "year":
        title = voice.say("Review {year}", year=f"{over.year}")
        why = voice.say("The year is over; its numbers are on its page already.")
    else:
        quarter = {"number": f"{over.quarter}", "year": f"{over.year}"}
        title = voice.say("Review quarter {number} of {year}", **quarter)
        why = voice.say("The quarter is over; its numbers are on its page already.")
    yield Need(
        statuses.check_in(voice), "", title, why, f"{report.journal.root}reviews/{over.name}.md"
    )
