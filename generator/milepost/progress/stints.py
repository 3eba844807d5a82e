"""Habits, limits and ranges period by period: what was done, what was wanted, how it is marked.

In: readings, skips, days off. Out: stints, and what was done day by day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import floor

from milepost.journal.model import Mention, Reading
from milepost.journal.values import Break, Measure
from milepost.journal.words import Kind, Mode, Period
from milepost.progress.days import FIRST, Rest, days_off, period_around, periods, rest_of
from milepost.progress.report import Mark, Stint
from milepost.progress.series import bounded

MOST = 4000
"""How many periods are looked at, the latest; ten years of days are fewer."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What a habit is held against: its measure, its window, its days off, its skips, the day."""

    measure: Measure
    start: date
    end: date | None
    breaks: tuple[Break, ...]
    skips: tuple[Mention, ...]
    day: date

    @property
    def rest(self) -> Rest:
        """The days off."""
        return rest_of(self.breaks)

    @property
    def per(self) -> Period:
        """The period in which it is counted."""
        return self.measure.per or Period.WEEK


def stints(frame: Frame, readings: Sequence[Reading]) -> tuple[Stint, ...]:
    """Every period from the start to the day or the end of the window, the oldest first."""
    last = min(frame.day, frame.end) if frame.end else frame.day
    length = {Period.DAY: 1, Period.WEEK: 7, Period.MONTH: 31, Period.QUARTER: 92}
    back = last.toordinal() - MOST * length.get(frame.per, 366)
    first = max(frame.start, date.fromordinal(max(back, FIRST)))
    by_period: dict[date, list[Reading]] = {}
    daily = frame.per is Period.DAY and frame.measure.kind is not Kind.RANGE
    for one in _by_day(readings, frame.day) if daily else readings:
        begin, _ = period_around(one.day if one.day < frame.day else frame.day, frame.per)
        by_period.setdefault(begin, []).append(one)
    skipped: dict[date, str] = {}
    for mark in frame.skips:
        skipped.setdefault(period_around(min(mark.day, frame.day), frame.per)[0], mark.because)
    rest = frame.rest
    return tuple(
        _stint(frame, rest, begin, end, by_period.get(begin, ()), skipped)
        for begin, end in periods(first, last, frame.per)
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


def _stint(
    frame: Frame,
    rest: Rest,
    begin: date,
    end: date,
    readings: Sequence[Reading],
    skipped: Mapping[date, str],
) -> Stint:
    measure = frame.measure
    value = _value(measure, readings)
    wanted = None if measure.to is None else bounded(measure.to)
    over = end < frame.day
    kept = _kept(measure, value)
    mark, because = Mark.UNKNOWN, ""
    if kept and (over or measure.kind is not Kind.LIMIT):
        mark = Mark.DONE
    elif begin in skipped:
        mark, because = Mark.SKIP, skipped[begin]
    elif _mostly_off(frame, rest, begin, end):
        mark = Mark.PAUSE
        because = next((b.because for b in frame.breaks if b.start <= end and b.end >= begin), "")
    elif value is not None and not kept and (over or measure.kind is not Kind.HABIT):
        mark = Mark.MISS
    return Stint(begin, end, value, wanted, mark, because)


def _value(measure: Measure, readings: Sequence[Reading]) -> float | None:
    """What a period came to: the sum for habits and limits, for ranges the reading furthest off."""
    if not readings:
        return None
    if measure.kind is Kind.RANGE:
        values = [bounded(r.value) for r in readings]
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
    if measure.kind is Kind.RANGE:
        return _outside(measure, value) <= 1e-9
    want = 1.0 if measure.to is None else measure.to
    return value <= want + 1e-9 if measure.kind is Kind.LIMIT else value >= want - 1e-9


def _mostly_off(frame: Frame, rest: Rest, begin: date, end: date) -> bool:
    """Whether over a quarter of a period lies outside the window or in a break."""
    first, last = begin.toordinal(), end.toordinal()
    inside_first = max(first, frame.start.toordinal())
    inside_last = min(last, frame.end.toordinal()) if frame.end else last
    inside = max(0, inside_last - inside_first + 1)
    counting = inside - (days_off(rest, inside_first, inside_last) if inside else 0)
    return 4 * counting < 3 * (last - first + 1)


def over(frame: Frame, kept: Iterable[Stint]) -> tuple[Stint, ...]:
    """The periods that are over, and the current one when it is settled already."""
    return tuple(s for s in kept if s.end < frame.day or s.mark is not Mark.UNKNOWN)


def day_by_day(
    frame: Frame, readings: Sequence[Reading], kept: Sequence[Stint], most: int
) -> list[float | None]:
    """What was done on each day up to the day, for so many days at most.

    A number for a whole week is spread over its days. Days that were skipped, off, or not known yet
    are None; those of a past period without a word count as not done.
    """
    if not kept:
        return []
    last = min(frame.day, kept[-1].end).toordinal()
    first = max(kept[0].start.toordinal(), frame.start.toordinal(), last - most + 1)
    done: list[float | None] = [0.0] * (last - first + 1)
    for stint in kept[-most:]:
        if stint.mark in {Mark.SKIP, Mark.PAUSE} or (
            stint.value is None and stint.end >= frame.day
        ):
            for ordinal in range(
                max(stint.start.toordinal(), first), min(stint.end.toordinal(), last) + 1
            ):
                done[ordinal - first] = None
    for one in readings:
        until = min(one.day.toordinal(), last)
        if one.checkpoint or until < first:
            continue
        since = max(min(one.since.toordinal(), until), first)
        share = bounded(one.value) / max(1, until - since + 1)
        for ordinal in range(since, until + 1):
            done[ordinal - first] = (done[ordinal - first] or 0.0) + share
    return done
