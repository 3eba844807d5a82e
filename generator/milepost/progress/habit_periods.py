"""Habits, limits, ranges and averages period by period: done, wanted, and how it is marked.

In: what is known of a goal. Out: its periods, and what was done day by day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from math import floor
from operator import itemgetter
from statistics import fmean

from milepost.journal.model import Mention, Reading
from milepost.journal.values import Break, Measure, Week
from milepost.journal.words import Kind, Log, Mode, Period
from milepost.progress.days import FIRST, LENGTH, days_off, period_around, periods
from milepost.progress.known import Known
from milepost.progress.series import Pool, bounded
from milepost.progress.values import HabitPeriod, Mark

_NEITHER = frozenset({Mark.SKIP, Mark.PAUSE})
"""The marks of a period in which nothing was to be done."""

MOST_PERIODS = 4000
"""How many periods are looked at, the latest; ten years of days are fewer."""


def habit_periods(known: Known, start: date) -> tuple[HabitPeriod, ...]:
    """Every period from the start to the day or the end of the window, the oldest first.

    A number counts for the period in which its day lies. That of a week counts for the week; for
    what is longer by its Thursday. A daily habit or limit that was told by the week is judged by
    the week: which of its days were kept is not known.
    """
    last = min(known.until, known.due) if known.due else known.until
    in_weeks = known.per in {Period.DAY, Period.WEEK, Period.FORTNIGHT}
    back = last.toordinal() - MOST_PERIODS * (LENGTH[known.per] + (0 if in_weeks else 1))
    first = max(start, date.fromordinal(max(back, FIRST)))
    weeks = _told_by_week(known, last)

    def begin(day: date) -> date:
        """Where the stretch begins that is judged as one and in which a day lies."""
        monday, _ = period_around(day, Period.WEEK)
        return monday if monday in weeks else period_around(day, known.per, known.week_starts)[0]

    readings: dict[date, list[Reading]] = {}
    for one in known.readings:
        if one.since > known.until:
            continue  # it is told of days on which the goal was closed
        daily = known.per is Period.DAY
        day = min(one.day, known.until) if daily else known.counted(one)
        readings.setdefault(begin(day), []).append(one)
    skips: dict[date, str] = {}
    for mark in known.skips:
        for day in _days_of(mark) if known.per is Period.DAY else (known.counted(mark),):
            skips.setdefault(day, mark.because)
    found = [
        _period(known, start, stretch, readings.get(begin(stretch[0]), ()), skips)
        for stretch in _stretches(known, first, last, weeks)
    ]
    return tuple(found[1:] if len(found) > 1 and _hardly_begun(known, found[0], start) else found)


def _hardly_begun(known: Known, first: HabitPeriod, start: date) -> bool:
    """Whether a goal began so late in its first period that it asks for nothing there.

    What was done in it all the same, or that it lies in a break, is told.
    """
    if first.start >= start or first.value is not None or first.mark is not Mark.PAUSE:
        return False
    return not days_off(known.rest, first.start.toordinal(), first.end.toordinal())


def _told_by_week(known: Known, last: date) -> frozenset[date]:
    """The Mondays of the weeks in which a sum that is wanted daily is judged by the week.

    Those are the weeks with a number of their own, and the silent ones that follow them, until
    days are given.
    """
    if known.per is not Period.DAY or not known.measure.kind.facts.summed:
        return frozenset()
    whole = {week.monday for one in known.readings if (week := one.whole_week)}
    days = {period_around(one.day, Period.WEEK)[0] for one in known.readings if not one.whole_week}
    found: set[date] = set()
    after = False
    for monday, _ in periods(min(whole, default=date.max), last, Period.WEEK):
        after = monday in whole or (after and monday not in days)
        if after:
            found.add(monday)
    return frozenset(found)


def _stretches(
    known: Known, first: date, last: date, weeks: frozenset[date]
) -> Iterator[tuple[date, date]]:
    """The periods from a day to another, a week that is judged as one in place of its days."""
    told: date | None = None
    for begin, end in periods(first, last, known.per, known.week_starts):
        monday, sunday = period_around(begin, Period.WEEK) if weeks else (begin, end)
        if monday not in weeks:
            yield begin, end
        elif told != monday:
            told = monday
            yield begin, min(sunday, known.due) if known.due else sunday


def _days_of(mark: Mention) -> Iterable[date]:
    """The days that a mark speaks of."""
    week = mark.whole_week
    return (week.monday + timedelta(days=n) for n in range(7)) if week else (mark.day,)


def _period(
    known: Known,
    start: date,
    stretch: tuple[date, date],
    readings: Sequence[Reading],
    skips: Mapping[date, str],
) -> HabitPeriod:
    """One stretch: its value, what was wanted, and what became of it."""
    begin, end = stretch
    measure = known.measure_in(begin, end)
    value = _value(measure, readings)
    # One number that is made of several is not spread over the days of its week.
    in_days = known.per is Period.DAY and not measure.pooled
    told = (end - begin).days + 1 if in_days else 0
    skipped = [day for day in skips if begin <= day <= end]
    off = days_off(known.rest, begin.toordinal(), end.toordinal())
    of = max(1, told - max(off, len(skipped)))
    wanted = None if measure.to is None else bounded(measure.to) * of
    kept = _kept(measure, value, of)
    over, turns = _is_over(known, end), measure.kind.facts.averaged
    may_break = turns or measure.kind is Kind.LIMIT
    may_be_kept = turns or measure.kind is Kind.HABIT
    mark, because, part = Mark.UNKNOWN, "", 0
    if kept and (over or not may_break):
        mark = Mark.DONE
    elif skipped and (not told or len(skipped) == told):
        mark, because = Mark.SKIP, skips[min(skipped)]
    elif off == told if told else _mostly_off(known, start, begin, end):
        mark = Mark.PAUSE
        because = _why_off(known.time_off, begin, end)
    elif value is not None and not kept and (over or not may_be_kept):
        mark = Mark.MISS
        if of > 1 and wanted and measure.kind is Kind.HABIT:
            part = min(of - 1, floor(value * of / wanted + 1e-9))
    if mark in _NEITHER:
        of = 1
    return HabitPeriod(begin, end, value, wanted, mark, because, of, max(part, 0))


def _why_off(time_off: Iterable[Break], begin: date, end: date) -> str:
    """The reason of what took most of the days of a stretch, the first of equals."""
    of_it = [
        ((min(one.end, end) - max(one.start, begin)).days, one.because)
        for one in time_off
        if one.start <= end and one.end >= begin
    ]
    return max(of_it, key=itemgetter(0), default=(0, ""))[1]


def _is_over(known: Known, end: date) -> bool:
    """Whether nothing more can come for a period that ends on a day.

    A goal that is told by the week goes on until the last week is over that counts for the period.
    """
    if known.due and known.due <= end:
        return known.due < known.until
    last = end
    in_weeks = known.per in {Period.DAY, Period.WEEK, Period.FORTNIGHT}
    if not in_weeks and any(r.whole_week for r in known.readings):
        week = Week.of(end)
        last = max(end, week.sunday) if week.thursday <= end else end
    return last < known.until


def _value(measure: Measure, readings: Sequence[Reading]) -> float | None:
    """What a period came to.

    That is the sum for habits and limits, the reading furthest off for ranges, and the mean of its
    readings for averages, unless the measure says what several numbers come to.
    """
    if not readings:
        return None
    values, pool = [bounded(r.value) for r in readings], Pool()
    if measure.kind.facts.banded:
        if measure.pooled:
            return [pool.with_(value, measure.pooled) for value in values][-1]
        if measure.log is Log.LAST:
            return values[-1]
        if measure.kind is Kind.AVERAGE:
            return fmean(values)
        return max(values, key=lambda v: (_outside(measure, v), values.index(v)))
    total = 0.0
    for one, value in zip(readings, values, strict=True):
        if one.checkpoint:
            continue
        if one.pooled:
            total = bounded(total - pool.value + pool.with_(value, one.pooled))
        elif one.mode is Mode.LEVEL:
            total, pool = value, Pool()
        else:
            total = bounded(total + value)
    return total


def _outside(measure: Measure, value: float) -> float:
    """How far a value lies outside a range, 0 within it; the bounds belong to it."""
    below = 0.0 if measure.from_ is None else measure.from_ - value
    above = 0.0 if measure.to is None else value - measure.to
    return max(0.0, below, above)


def _kept(measure: Measure, value: float | None, of: int = 1) -> bool:
    """Whether the value of a period, or of so many of them, is as it should be."""
    if value is None:
        return False
    if measure.kind.facts.banded:
        return _outside(measure, value) <= 1e-9
    want = (1.0 if measure.to is None else measure.to) * of
    return value <= want + 1e-9 if measure.kind is Kind.LIMIT else value >= want - 1e-9


def _mostly_off(known: Known, start: date, begin: date, end: date) -> bool:
    """Whether over a quarter of a period lies outside the window or in a break."""
    first, last = begin.toordinal(), end.toordinal()
    inside_first = max(first, start.toordinal())
    inside_last = min(last, known.due.toordinal()) if known.due else last
    inside = inside_last - inside_first + 1  # below 0 where the period lies outside
    counting = inside - days_off(known.rest, inside_first, inside_last)
    return 4 * counting < 3 * (last - first + 1)


def over(known: Known, kept: Iterable[HabitPeriod]) -> tuple[HabitPeriod, ...]:
    """The periods that are over, and the current one when it is settled already."""
    return tuple(s for s in kept if _is_over(known, s.end) or s.mark is not Mark.UNKNOWN)


def day_by_day(
    known: Known, start: date, kept: Sequence[HabitPeriod], most: int
) -> list[float | None]:
    """What was done on each day up to the day, for so many days at most.

    A number for a whole week is spread over its days, and one that is made of several of its period
    over those of the period. Days that were skipped, off, or not known yet
    are None; those of a past period without a word count as not done. Where another target held, it
    is the same share of today's.
    """
    if not kept:
        return []
    last = min(known.until, kept[-1].end).toordinal()
    first = max(kept[0].start.toordinal(), start.toordinal(), last - most + 1)
    done: list[float | None] = [0.0] * (last - first + 1)
    for period in kept[-most:]:
        if period.mark in _NEITHER or (
            (period.value is None or period.of > 1) and period.end >= known.until
        ):
            for ordinal in range(
                max(period.start.toordinal(), first), min(period.end.toordinal(), last) + 1
            ):
                done[ordinal - first] = None
    for since, until, value in _told(known, kept[-most:], first, last):
        share = value / (until - since + 1)
        for ordinal in range(since - first, until - first + 1):
            done[ordinal] = (done[ordinal] or 0.0) + share
    for again in kept[-most:] if known.goal.changes else ():
        then = known.measure_in(again.start, again.end).to
        if then and known.measure.to and then != known.measure.to:
            for ordinal in range(
                max(again.start.toordinal(), first), min(again.end.toordinal(), last) + 1
            ):
                was = done[ordinal - first]
                done[ordinal - first] = was and bounded(was * known.measure.to / then)
    return done


def _told(
    known: Known, kept: Sequence[HabitPeriod], first: int, last: int
) -> Iterator[tuple[int, int, float]]:
    """What was done from one day to another: of each reading, or of each period in all.

    The latter where one number is made of several.
    """
    if known.measure.pooled:
        for period in kept:
            until = min(period.end.toordinal(), last)
            since = max(period.start.toordinal(), first)
            if period.value is not None and since <= until and period.mark not in _NEITHER:
                yield since, until, bounded(period.value)
        return
    running = kept[-1] if kept[-1].of > 1 and kept[-1].mark is Mark.UNKNOWN else None
    for one in known.readings:
        until = min(one.day.toordinal(), last)
        if one.checkpoint or until < first:
            continue
        if running and one.whole_week and one.day >= running.start and running.end >= known.until:
            continue  # how much of it is missing is known when the week is over
        yield max(min(one.since.toordinal(), until), first), until, bounded(one.value)
