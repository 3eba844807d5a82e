"""T1: from when to when, as the front matter has it.

In: standings with their windows. Out: findings.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from milepost.checks.context import CheckContext
from milepost.checks.horizons import horizon_by_dates
from milepost.checks.rule import Remark, rule
from milepost.findings import Severity
from milepost.journal.dates import YEARS
from milepost.journal.numbers import CLOCKS
from milepost.journal.values import Measure
from milepost.journal.words import Kind
from milepost.progress.days import rest_of, working
from milepost.progress.values import Status
from milepost.voice.english import spoken, typed, written
from milepost.voice.measures import summary

_MOVED = 3
_APART = 0.1
"""Two rates that differ by up to a tenth are the same one, rounded."""


@rule("T102", "due-before-start", Severity.ERROR)
def due_before_start(context: CheckContext) -> Iterator[Remark]:
    """The due date lies before the start, so the goal has no day at all.

    Flagged:
        time_bound: 2027-11-02 to 2027-01-29
    Fine:
        time_bound: 2026-11-02 to 2027-01-29
    """
    for goal in context.open():
        start, due = goal.time_bound.start, goal.time_bound.due
        if start and due and due < start:
            yield (
                context.locate_value(goal, "time_bound"),
                f"this is due on {spoken(due, context.day)}, before it starts on "
                f"{spoken(start, context.day)}",
                f"if they were swapped, write `time_bound: {due} to {start}`",
            )


@rule("T105", "horizon-against-due-date", Severity.HINT)
def horizon_against(context: CheckContext) -> Iterator[Remark]:
    """The `horizon` that is written is not the one that the dates tell.

    The bands are those of the settings: short up to 2 years, mid up to 5, long up to 10.

    Flagged:
        horizon: long
        measurable: goals
        == content/goals/shoes.md ==
        title: Run 90 km in the new shoes
        measurable: 90 km
        relevant: example
        time_bound: 2026-11-02 to 2027-01-24
    Fine:
        horizon: short
    """
    number, duration = context.says.number, context.says.duration
    bands = context.journal.settings.horizons
    for standing in context.living():
        goal = standing.goal
        told = horizon_by_dates(goal, standing.start, bands)
        if goal.horizon is None or told is None or told is goal.horizon:
            continue
        if standing.start is None or standing.counts_from_journal:
            continue
        years = ((standing.due or standing.start) - standing.start).days / 365.25
        long = f"{number(years)} years" if years >= 2 else duration(years * 365.25)
        yield (
            goal.at("horizon"),
            f"this is called {goal.horizon.value}, and its dates span {long}",
            f"write `horizon: {told.value}`, or leave the line out: the dates tell it",
        )


@rule("T106", "overdue")
def overdue(context: CheckContext) -> Iterator[Remark]:
    """The due date has passed, and the goal is still active.

    Nothing is lost: close it with a word on how it went, or give it a new day and say why. What was
    reached stays, and so does the day that was meant first.

    Flagged:
        time_bound: 2026-09-07 to 2026-11-15
        readings: 2026-11-15 =280
    Fine:
        status: {is: dropped, because: 280 km were plenty}
        time_bound: 2026-09-07 to 2026-11-15
        readings: 2026-11-15 =280
    """
    duration = context.says.duration
    for standing in context.active():
        goal, due = standing.goal, standing.due
        ended = standing.status is Status.MISSED and goal.grade is None
        if due is None or due >= context.day or not (standing.status is Status.OVERDUE or ended):
            continue
        ago = duration((context.day - due).days)
        how = f": {summary(context.says, standing)}" if summary(context.says, standing) else ""
        state = "done" if ended else "dropped"
        yield (
            context.locate_value(goal, "time_bound"),
            f"this was due on {spoken(due, context.day)}, {ago} ago, and is still active{how}",
            f"close it (`status: {{is: {state}, because: …}}`), or write a later day here and the "
            "old one under `changes:` with the reason",
        )


@rule("T107", "due-date-moved-often", Severity.HINT)
def moved(context: CheckContext) -> Iterator[Remark]:
    """The due date has been moved three times or more.

    Each move had its reason, and they are listed. Three of them ask another question: is it too
    large, or not wanted any more?

    Flagged:
        title: Finish the attic
        measurable: tasks
        time_bound: 2026-08-03 to 2027-01-15
        changes:
          - {date: 2026-09-01, time_bound: 2026-08-03 to 2026-09-30, because: rain}
          - {date: 2026-10-01, time_bound: 2026-08-03 to 2026-10-31, because: the flu}
          - {date: 2026-11-01, time_bound: 2026-08-03 to 2026-11-30, because: a wedding}
        ---
        - [ ] Floor
    Fine:
        title: Finish the attic
        measurable: tasks
        time_bound: 2026-08-03 to 2027-01-15
        changes:
          - {date: 2026-11-01, time_bound: 2026-08-03 to 2026-11-30, because: a wedding}
        ---
        - [ ] Floor
    """
    for standing in context.living():
        moves = [
            (one.before, one.after)
            for one in standing.changes
            if one.field == "time_bound.due"
            if isinstance(one.before, date) and isinstance(one.after, date)
        ]
        later = [(before, after) for before, after in moves if after > before]
        if len(later) >= _MOVED:
            days = " → ".join(str(day) for day in (later[0][0], *(after for _, after in later)))
            yield (
                context.locate_value(standing.goal, "time_bound"),
                f"the due date has been moved {len(later)} times: {days}",
                f"make the goal smaller, pause it (`status: paused since {context.day}`), or drop "
                "it with a reason; "
                "or go on, and leave this hint alone: `ignore: T107`",
            )


@rule("T108", "rate-against-due-date")
def rate_against(context: CheckContext) -> Iterator[Remark]:
    """The rate, the total and the due date do not go together.

    Of the three, two give the third. Where all are written and differ by more than a tenth, nobody
    can tell which of them is meant; milepost keeps to the total and the due date. Where nothing
    says when the goal starts, the time from today on counts.

    Flagged:
        title: Read 24 books
        measurable: 24 books at 2 a week
        time_bound: 2026-11-02 to 2027-02-12
    Fine:
        title: Read 24 books
        measurable: 24 books at 2 a week
        time_bound: 2026-11-02 to 2027-01-24
    """
    number, figure = context.says.number, context.says.figure
    for standing in context.living():
        goal, measure, due = standing.goal, standing.goal.measurable, standing.due
        start, by_rate = standing.start or context.day, goal.time_bound.by_rate
        if not measure or not measure.rate or by_rate or measure.words or goal.changes:
            continue
        if measure.to is None or measure.from_ is None or not due or due <= start:
            continue
        way, days = abs(measure.to - measure.from_), (due - start).days
        rate, needed = abs(measure.rate), way / days * 7
        free = working(rest_of(goal.rests), start.toordinal(), due.toordinal())
        # A rate counts weeks of the calendar; one that is meant for those without a break fits too.
        if any(abs(way / rate * 7 - n) <= max(1.0, _APART * n) for n in (days, free)) or not way:
            continue
        whole = _whole(context, measure)
        yield (
            context.locate_value(goal, "measurable"),
            f"a rate of {number(rate, measure.unit)} a week is written, and {whole} by "
            f"{spoken(due, context.day)} would take {figure(needed, measure.unit)} a week",
            _one_of_three(measure, start, days, "pace" in goal.places),
        )


def _one_of_three(measure: Measure, start: date, days: int, in_pace: bool) -> str:
    """The due date, the rate or the total that agrees with the two others."""
    rate, low, high = abs(measure.rate or 0.0), measure.from_ or 0.0, measure.to or 0.0
    needed = f"{typed(abs(high - low) / days * 7)} a week"
    kept = f"pace: {needed}" if in_pace else f"measurable: {_line(measure, high)}"
    ways = [f"`{kept}` if the due date holds"]
    takes = abs(high - low) / rate * 7
    if takes < 366 * 300 and (later := start + timedelta(days=round(takes))).year in YEARS:
        ways.insert(0, f"`time_bound: {start} to {later}` if the rate does")
    if measure.kind is Kind.COUNT and (more := round(low + rate * days / 7)) > low:
        ways.append(f"`measurable: {_line(measure, more)}` if both do")
    return f"write {', or '.join(ways)}"


def _whole(context: CheckContext, measure: Measure) -> str:
    number, figure = context.says.number, context.says.figure
    low, high, unit = measure.from_ or 0.0, measure.to or 0.0, measure.unit
    if measure.kind is Kind.COUNT and not low:
        return number(high, unit)
    return f"the way from {figure(low, unit)} to {number(high, unit)}"


def _line(measure: Measure, end: float) -> str:
    """The measure in its short form, without its rate, and with this end."""
    low, unit = measure.from_ or 0.0, measure.unit
    words = {"h:mm": "h", "m:ss": "minutes"}.get(unit, "") if unit in CLOCKS else unit
    way = written(end, unit)
    if measure.kind is Kind.LEVEL or low:
        way = f"from {written(low, unit)} to {way}"
    return f"{way} {words}".rstrip()
