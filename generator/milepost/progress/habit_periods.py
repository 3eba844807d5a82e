"""Habits, limits, ranges and averages period by period: done, wanted, and how it is marked.

In: what is known of a goal. Out: its periods, and what was done day by day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from math import floor
from statistics import fmean

from milepost.journal.model import Reading
from milepost.journal.values import Measure
from milepost.journal.words import Kind, Mode, Period
from milepost.progress.days import FIRST, days_off, period_around, periods
from milepost.progress.known import Known
from milepost.progress.report import HabitPeriod, Mark
from milepost.progress.series import bounded

MOST_PERIODS = 4000
"""How many periods are looked at, the latest; ten years of days are fewer."""


def habit_periods(known: Known, start: date) -> tuple[HabitPeriod, ...]:
    """Every period from the start to the day or the end of the window, the oldest first."""
    last = min(known.until, known.due) if known.due else known.until
    length = {Period.DAY: 1, Period.WEEK: 7, Period.MONTH: 31, Period.QUARTER: 92}
    back = last.toordinal() - MOST_PERIODS * length.get(known.per, 366)
    first = max(start, date.fromordinal(max(back, FIRST)))
    by_period: dict[date, list[Reading]] = {}
    daily = known.per is Period.DAY and known.measure.kind.facts.summed
    for one in _by_day(known.readings, known.until) if daily else known.readings:
        begin, _ = period_around(one.day if one.day < known.until else known.until, known.per)
        by_period.setdefault(begin, []).append(one)
    skipped: dict[date, str] = {}
    for mark in known.skips:
        skipped.setdefault(period_around(min(mark.day, known.until), known.per)[0], mark.because)
    return tuple(
        _period(known, start, begin, end, by_period.get(begin, ()), skipped)
        for begin, end in periods(first, last, known.per)
    )


def _by_day(readings: Iterable[Reading], day: date) -> Iterator[Reading]:
    """Readings of one day each: what a week did for a daily habit is dealt out over its days.

    Whole numbers stay whole: five in a week are five days done and two not.
    """
    for one in readings:
        first, last = one.since.toordinal(), min(one.day, day).toordinal()
        days, value = last - first + 1, bounded(one.value)
        if days < 2:
            yield one
            continue
        for index in range(days):
            if value == floor(value):
                part = float(floor((index + 1) * value / days) - floor(index * value / days))
            else:
                part = value / days
            when = date.fromordinal(first + index)
            yield replace(one, day=when, since=when, value=part)


def _period(
    known: Known,
    start: date,
    begin: date,
    end: date,
    readings: Sequence[Reading],
    skipped: Mapping[date, str],
) -> HabitPeriod:
    measure = known.measure
    value = _value(measure, readings)
    wanted = None if measure.to is None else bounded(measure.to)
    over = end < known.until
    kept = _kept(measure, value)
    mark, because = Mark.UNKNOWN, ""
    if kept and (over or measure.kind not in {Kind.LIMIT, Kind.AVERAGE}):
        mark = Mark.DONE
    elif begin in skipped:
        mark, because = Mark.SKIP, skipped[begin]
    elif _mostly_off(known, start, begin, end):
        mark = Mark.PAUSE
        because = next((b.because for b in known.time_off if b.start <= end and b.end >= begin), "")
    elif (
        value is not None and not kept and (over or measure.kind not in {Kind.HABIT, Kind.AVERAGE})
    ):
        mark = Mark.MISS
    return HabitPeriod(begin, end, value, wanted, mark, because)


def _value(measure: Measure, readings: Sequence[Reading]) -> float | None:
    """What a period came to.

    That is the sum for habits and limits, the reading furthest off for ranges, and the mean of its
    readings for averages.
    """
    if not readings:
        return None
    if measure.kind.facts.banded:
        values = [bounded(r.value) for r in readings]
        if measure.kind is Kind.AVERAGE:
            return fmean(values)
        return max(values, key=lambda v: (_outside(measure, v), values.index(v)))
    total = 0.0
    for one in readings:
        if not one.checkpoint:
            total = bounded(one.value + (0.0 if one.mode is Mode.LEVEL else total))
    return total


def _outside(measure: Measure, value: float) -> float:
    """How far a value lies outside a range, 0 within it; the bounds belong to it."""
    below = 0.0 if measure.from_ is None else measure.from_ - value
    above = 0.0 if measure.to is None else value - measure.to
    return max(0.0, below, above)


def _kept(measure: Measure, value: float | None) -> bool:
    """Whether a period's value is as it should be."""
    if value is None:
        return False
    if measure.kind.facts.banded:
        return _outside(measure, value) <= 1e-9
    want = 1.0 if measure.to is None else measure.to
    return value <= want + 1e-9 if measure.kind is Kind.LIMIT else value >= want - 1e-9


def _mostly_off(known: Known, start: date, begin: date, end: date) -> bool:
    """Whether over a quarter of a period lies outside the window or in a break."""
    first, last = begin.toordinal(), end.toordinal()
    inside_first = max(first, start.toordinal())
    inside_last = min(last, known.due.toordinal()) if known.due else last
    inside = max(0, inside_last - inside_first + 1)
    counting = inside - (days_off(known.rest, inside_first, inside_last) if inside else 0)
    return 4 * counting < 3 * (last - first + 1)


def over(known: Known, kept: Iterable[HabitPeriod]) -> tuple[HabitPeriod, ...]:
    """The periods that are over, and the current one when it is settled already."""
    return tuple(s for s in kept if s.end < known.until or s.mark is not Mark.UNKNOWN)


def day_by_day(
    known: Known, start: date, kept: Sequence[HabitPeriod], most: int
) -> list[float | None]:
    """What was done on each day up to the day, for so many days at most.

    A number for a whole week is spread over its days. Days that were skipped, off, or not known yet
    are None; those of a past period without a word count as not done.
    """
    if not kept:
        return []
    last = min(known.until, kept[-1].end).toordinal()
    first = max(kept[0].start.toordinal(), start.toordinal(), last - most + 1)
    done: list[float | None] = [0.0] * (last - first + 1)
    for period in kept[-most:]:
        if period.mark in {Mark.SKIP, Mark.PAUSE} or (
            period.value is None and period.end >= known.until
        ):
            for ordinal in range(
                max(period.start.toordinal(), first), min(period.end.toordinal(), last) + 1
            ):
                done[ordinal - first] = None
    for one in known.readings:
        until = min(one.day.toordinal(), last)
        if one.checkpoint or until < first:
            continue
        since = max(min(one.since.toordinal(), until), first)
        share = bounded(one.value) / max(1, until - since + 1)
        for ordinal in range(since, until + 1):
            done[ordinal - first] = (done[ordinal - first] or 0.0) + share
    return done
