"""M2: the readings as they come in.

In: standings with their series. Out: findings.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from milepost.checks.context import COUNTED, CheckContext
from milepost.checks.rule import Remark, rule
from milepost.findings import Severity
from milepost.journal.numbers import CLOCKS, in_digits, is_hours
from milepost.journal.values import Week
from milepost.journal.words import Kind, Mode, Period
from milepost.progress.days import LENGTH, rest_of
from milepost.progress.reasons import FarFromStart
from milepost.progress.status import has_enough, quiet
from milepost.progress.values import Standing, Status
from milepost.voice.english import in_flow, spoken, written


@rule("M201", "no-reading")
def no_reading(context: CheckContext) -> Iterator[Remark]:
    """No number has come for three weeks, or for three periods of a habit, fifteen weeks at most.

    What is not known is not counted as zero: the goal is shown as “no data” until you write a
    number, a skip with its reason, or pause it. Days of a break do not count. Where the journal
    itself has had no entry since, that is told instead, once (J101).

    Flagged:
        title: Learn 200 words of Basque
        measurable: 200 words
        time_bound: 2026-08-03 to 2027-01-29
        readings: 2026-09-20 =80
    Fine:
        title: Learn 200 words of Basque
        measurable: 200 words
        time_bound: 2026-08-03 to 2027-01-29
        readings: 2026-11-20 =180
    """
    duration = context.says.duration
    for standing in context.living():
        goal = standing.goal
        if standing.kind not in COUNTED or standing.status in {Status.OVERDUE, Status.UNREAD}:
            continue
        skips = [mark.day for mark in context.journal.skips if mark.goal == goal.id]
        doubted = [doubt.point.day for doubt in standing.doubts if doubt.waits]
        begun = None if standing.counts_from_journal else standing.start
        days = [standing.last_reading, begun, *skips, *doubted]
        heard = max((day for day in days if day), default=None)
        per = goal.measurable.per if goal.measurable else None
        length = LENGTH[per] if per else 7
        if heard is None or heard > context.day or _journal_is_silent(context, heard):
            continue
        if not quiet(rest_of(goal.rests), heard, context.day, length) or (
            standing.kind is Kind.HABIT and has_enough(standing.rhythm)
        ):
            continue
        since = duration((context.day - heard).days)
        fault = f"no number for {since}" if standing.last_reading else (
            f"no number since the start, {since} ago"
        )  # fmt: skip
        example = _example(standing)
        yield (
            context.locate_value(goal, "measurable"),
            fault,
            f"write `progress: {{{goal.id}: {example}}}` in this week's entry, or pause the goal: "
            f"`status: paused since {context.day}`",
        )


def _journal_is_silent(context: CheckContext, heard: date) -> bool:
    """Whether no week after the one in which the goal was last heard of has an entry."""
    weeks = [entry.week for entry in context.journal.entries if entry.week]
    return bool(weeks) and Week.of(heard) >= max(weeks) and not context.of_notes


@rule("M202", "reading-backwards")
def backwards(context: CheckContext) -> Iterator[Remark]:
    """A reading makes a count smaller, and a count only grows; or a habit was done less than never.

    Usually a total was written where an addition was meant, or the other way round. A reading with
    a note is taken as meant.

    Flagged:
        title: Read 24 books
        measurable: 24 books
        readings: [2026-11-08 =9, 2026-11-15 =3]
    Fine:
        title: Read 24 books
        measurable: 24 books
        readings: [2026-11-08 =9, 2026-11-15 +3]
    """
    number, figure = context.says.number, context.says.figure
    for standing in context.living():
        if standing.kind in {Kind.HABIT, Kind.LIMIT}:
            yield from _below_nothing(context, standing)
        if standing.kind is not Kind.COUNT:
            continue
        for before, point in pairwise(standing.series):
            reading = point.reading
            if reading is None or reading.note or reading.checkpoint:
                continue
            if point.value < before.value - 1e-9:
                unit = standing.unit
                step = before.value - point.value
                states = reading.mode is Mode.LEVEL
                fault = (
                    f"this states {number(point.value, unit)}, and before there were "
                    f"{figure(before.value, unit)}"
                    if states
                    else f"this takes away {number(step, unit)}, and a count only grows"
                )
                remedy = (
                    f"write `+{written(point.value, unit)}` if so many were added, or a note "
                    "behind it if it is right"
                    if states
                    else f"write `+{written(step, unit)}`, or a note behind it if it is right"
                )
                yield reading.place, fault, remedy


def _below_nothing(context: CheckContext, standing: Standing) -> Iterator[Remark]:
    """What was done of a habit, or there was of a limit, is never less than nothing."""
    number = context.says.number
    for point in standing.told:
        reading = point.reading
        if reading is not None and reading.value < 0 and not (reading.note or reading.sure):
            much = written(-reading.value, standing.unit)
            yield (
                reading.place,
                f"this is {number(reading.value, standing.unit)}, and less than none is never done",
                f"write `{much}` if so many were meant, else `0`",
            )


@rule("M204", "reading-before-start")
def before_start(context: CheckContext) -> Iterator[Remark]:
    """A number that adds to a count is dated before the goal starts, and counts.

    What was there already is stated: `=3` is where the goal starts, and no work of its own time. A
    number of a week counts on its Sunday, so that one which begins before the start is none of
    these.

    Flagged:
        title: Read 7 books
        measurable: 7 books
        time_bound: 2026-09-01 to 2026-12-31
        readings: [2026-08-30 +3, 2026-11-15 +3]
    Fine:
        title: Read 7 books
        measurable: 7 books
        time_bound: 2026-09-01 to 2026-12-31
        readings: [2026-08-30 =3, 2026-11-15 +3]
    """
    number = context.says.number
    for standing in context.living():
        start = standing.goal.time_bound.start
        if standing.kind is not Kind.COUNT or start is None:
            continue
        for point in standing.told:
            reading = point.reading
            if reading is None or reading.day >= start or reading.mode is Mode.LEVEL:
                continue
            if reading.note or reading.sure or not reading.value:
                continue
            so_many = number(reading.value, standing.unit)
            stated = written(reading.value, standing.unit)
            yield (
                reading.place,
                f"{so_many} of {spoken(reading.day, context.day)} count, and the goal starts on "
                f"{spoken(start, context.day)}",
                f"write `={stated}` if it stood there by then, `{stated}!` if it is right, or an "
                f"earlier start",
            )


@rule("M203", "checkpoint-missed")
def checkpoint(context: CheckContext) -> Iterator[Remark]:
    """A checkpoint states what the total must be, and the readings give another one.

    It is the way to find a forgotten week: count the books on the shelf once a quarter.

    Flagged:
        title: Read 24 books
        measurable: 24 books
        readings: [2026-11-08 +3, 2026-11-15 =5 checkpoint]
    Fine:
        title: Read 24 books
        measurable: 24 books
        readings: [2026-11-08 +3, 2026-11-15 =3 checkpoint]
    """
    number, figure = context.says.number, context.says.figure
    for standing in context.living():
        for point in standing.checkpoints_missed:
            stated = point.reading
            if stated is None:
                continue
            gap = stated.value - point.value
            yield (
                stated.place,
                f"the checkpoint says {number(stated.value, standing.unit)}, and the readings "
                f"until then give {figure(point.value, standing.unit)}",
                f"find the {figure(abs(gap), standing.unit)} that "
                f"{'are' if abs(gap) != 1 else 'is'} {'missing' if gap > 0 else 'too many'}, "
                "or correct the checkpoint",
            )


@rule("M205", "far-from-start", Severity.ERROR)
def far_from_start(context: CheckContext) -> Iterator[Remark]:
    """The numbers of a level lie nowhere near the way from its start to its target.

    Each number of a level says where it stands. Of `from 62 to 90 portraits` a first 2 and then a 3
    mostly are what was added, and of `from 82 to 75 kg` a 2 is what was lost. It is asked while
    every number is less than half of the start of a way up; on a way down less than an eighth of
    its end, or more than twice its start; a single one that looks like a slip is doubted
    ([J201](J201.md)). Until that is settled nothing is told of the goal but that its measure cannot
    be read.

    Flagged:
        == content/goals/portraits.md ==
        title: Draw 90 portraits by the end of the year
        measurable: from 62 to 90 portraits
        == content/journal/2026-W45.md ==
        ---
        progress: {portraits: 2}
        ---
        == content/journal/2026-W46.md ==
        ---
        progress: {portraits: 3}
        ---
    Fine:
        == content/goals/portraits.md ==
        title: Draw 90 portraits by the end of the year
        measurable: from 62 to 90 portraits
        == content/journal/2026-W46.md ==
        ---
        progress: {portraits: 64}
        ---
    Fine:
        == content/goals/portraits.md ==
        title: Draw 90 portraits by the end of the year
        measurable: {kind: count, from: 62, to: 90, unit: portraits}
        == content/journal/2026-W46.md ==
        ---
        progress: {portraits: 2}
        ---
    """
    number = context.says.number
    for standing in context.living():
        goal, reason, measure = standing.goal, standing.reason, standing.goal.measurable
        if not isinstance(reason, FarFromStart) or measure is None or measure.from_ is None:
            continue
        unit, start, end = measure.unit, measure.from_, measure.to or 0.0
        first = written(reason.first, unit)
        fault = f"the first number, {number(reason.first, unit)}, lies far from the start at "
        fault += number(start, unit)
        sure = f"write `{goal.id}: {first}!` in the entry if it stands there"
        if end > start:
            ends = f"from: {written(start, unit)}, to: {written(end, unit)}"
            named = f", unit: {in_flow(unit)}" if unit and unit not in CLOCKS else ""
            remedy = f"write `measurable: {{kind: count, {ends}{named}}}` if so much was added"
            yield context.locate_value(goal, "measurable"), fault, f"{remedy}; {sure}"
            continue
        stands = f"write in each entry where it stands, as `{goal.id}: {written(start, unit)}`"
        yield context.locate_value(goal, "measurable"), fault, f"{stands}; {sure}"


@rule("M206", "more-hours-than-there-are")
def more_hours(context: CheckContext) -> Iterator[Remark]:
    """A number in hours is more than the day or the week of its entry has: probably minutes.

    A day has 24 hours and a week 168. What is told of each day (`at most 2 hours a day`) is held
    against a day in the entry of a week, too. A number of minutes says so: `450 min`.

    Flagged:
        == content/goals/sleep.md ==
        title: Sleep enough to be kind in the morning
        measurable: average at least 7 hours a night
        == content/journal/2026-W46.md ==
        ---
        progress: {sleep: 450}
        ---
    Fine:
        == content/goals/sleep.md ==
        title: Sleep enough to be kind in the morning
        measurable: average at least 7 hours a night
        == content/journal/2026-W46.md ==
        ---
        progress: {sleep: 450 min}
        ---
    """
    number = context.says.number
    in_hours = {
        goal.id: goal.measurable
        for goal in context.open()
        if goal.measurable and is_hours(goal.measurable.unit)
    }
    for reading in context.journal.readings:
        measure = in_hours.get(reading.goal)
        if measure is None or not reading.entry or reading.sure or reading.note:
            continue
        if measure.kind is Kind.LEVEL or (
            reading.mode is Mode.LEVEL and not measure.kind.facts.stands
        ):
            continue  # a total
        of_a_day = measure.per is Period.DAY and measure.kind.facts.stands
        most, time = (24, "day") if of_a_day or reading.week is None else (168, "week")
        if reading.value > most:
            much = in_digits(reading.value)
            yield (
                reading.place,
                f"this is {number(reading.value, measure.unit)}, and a {time} has {most}",
                f"write `{reading.goal}: {much} min` if these are minutes, else `{much}!`",
            )


def _example(standing: Standing) -> str:
    """A number as it may stand in an entry."""
    if standing.kind.facts.stands:
        now = standing.actual if standing.actual is not None else standing.from_ or 0
        return written(now, standing.unit)
    return "2" if standing.kind is Kind.HABIT else "1"
