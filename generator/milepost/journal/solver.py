"""What follows from what a goal says: a due day from words, and of rate, total and date the third.

In: a goal as it was read, and the day its file was created. Out: the goal with its due day or its
total filled in, and findings where a day to count from is missing.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from milepost.findings import Finding, Place
from milepost.journal import faults
from milepost.journal.dates import YEARS
from milepost.journal.duewords import due_in_words
from milepost.journal.model import Goal
from milepost.journal.numbers import Misread, in_digits, told_in
from milepost.journal.time_off import time_off
from milepost.journal.values import Break, Knot, Measure, Window
from milepost.journal.words import Kind

_START = "write the first day, as `time_bound: {start: 2026-01-05}`, or the last day itself"


def solved(goal: Goal, created: date | None) -> tuple[Goal, list[Finding]]:
    """The goal with everything that follows; what is written is never changed.

    Words and rates count from the goal's start, else from the day its file was created.
    """
    findings: list[Finding] = []
    window = goal.time_bound
    if "time_bound.start" not in goal.unread:  # which is asked about, and would count first
        window = _counted(window, created, goal.at("time_bound"), findings)
    changes = tuple(
        replace(
            change,
            before=tuple(
                (name, _as_it_held(held, goal, created, goal.at("changes", place), findings))
                for name, held in change.before
            ),
        )
        for place, change in enumerate(goal.changes)
    )
    pace = _in_its_unit(goal, findings)
    goal = replace(goal, time_bound=window, changes=changes, pace=pace)
    return _by_rate(goal, created, findings), findings


def with_breaks(goal: Goal, breaks: tuple[Break, ...]) -> tuple[Goal, list[Finding]]:
    """A solved goal with the breaks of its whole journal; what its rate gave is counted anew."""
    findings: list[Finding] = []
    if not breaks:
        return goal, findings
    goal = replace(goal, away=breaks)
    measure, window = goal.measurable, goal.time_bound
    if measure and window.by_rate:
        goal = replace(goal, time_bound=Window(window.start))
    elif measure and measure.words:
        goal = replace(goal, measurable=replace(measure, to=None, words=""))
    else:
        return goal, findings
    return _by_rate(goal, goal.created, findings), findings


def _as_it_held(
    held: Any, goal: Goal, created: date | None, place: Place, findings: list[Finding]
) -> Any:
    """What held before, with what is left unsaid because it held then as it holds now."""
    if isinstance(held, Window):
        start = held.start or goal.time_bound.start
        return _counted(replace(held, start=start), created, place, findings)
    if isinstance(held, tuple) and held and isinstance(held[0], Knot):
        return _in_its_unit(replace(goal, pace=held), findings)
    return _with_its_unit(held, goal.measurable) if isinstance(held, Measure) else held


def _with_its_unit(held: Measure, now: Measure | None) -> Measure:
    """The measure that held before; a bare number is another end of the one that holds now."""
    bare = held == Measure(Kind.COUNT, held.from_, held.to) and not held.from_
    ends = {Kind.COUNT, Kind.LEVEL, Kind.HABIT, Kind.LIMIT}
    if not bare or now is None or now.kind not in ends or now.to is None:
        return held
    return replace(now, to=held.to, words="")


def _counted(window: Window, created: date | None, place: Place, findings: list[Finding]) -> Window:
    """The window with the due day that its words name."""
    if not window.words or window.due:
        return window
    origin = window.start or created
    if origin is None:
        message = f"“{window.words}” counts from a day that is not written"
        remedy = (
            f"write the day it counts from, as `time_bound: 2026-01-05, {window.words}`, or the "
            "last day itself"
        )
        findings.append(faults.not_a_date(place, message, remedy))
        return window
    return replace(window, due=due_in_words(window.words, origin))


def _by_rate(goal: Goal, created: date | None, findings: list[Finding]) -> Goal:
    """The goal with the due day, or the total, that a rate a week gives.

    total = start of the measure + rate * weeks; the rate of a falling level may have any sign. Days
    off do not count: breaks, and pauses that are over.
    """
    alone = next((knot for knot in goal.pace if _only_a_rate(knot)), None)
    measure, window = goal.measurable, goal.time_bound
    own = measure.rate if measure else None
    rate = own if own is not None else alone.rate if alone else None
    if alone:
        goal = replace(goal, pace=tuple(knot for knot in goal.pace if knot is not alone))
    if rate is None:
        return goal
    place = goal.at("measurable" if own is not None else "pace")
    if measure and measure.kind is Kind.COUNT and measure.from_ is None:
        measure = replace(measure, from_=0.0)
    if measure is None or measure.kind not in {Kind.COUNT, Kind.LEVEL} or measure.from_ is None:
        message = "a rate needs a count, or a level with its start"
        remedy = "write `measurable: 24 books at 2 a week` or `measurable: from 82 to 75 kg`"
        findings.append(faults.not_a_number(place, message, remedy))
        return goal
    if (window.due is None and measure.to is None) or rate == 0:
        message = "a rate alone gives neither a total nor a due date"
        remedy = "write one of them too, as `time_bound: 2026-01-05 to 2026-12-31`"
        findings.append(faults.not_a_number(place, message, remedy))
        return goal
    start, measure = measure.from_, replace(measure, rate=rate)
    goal = replace(goal, measurable=measure)
    if window.due and measure.to is not None:
        return goal
    origin = window.start or created
    if origin is None:
        message = f"{_weekly(rate)} counts from a day that is not written"
        findings.append(faults.not_a_date(place, message, _START))
        return goal
    if window.due:
        days = _working(goal, origin, window.due)
        return replace(goal, measurable=_total(measure, rate, days))
    weeks = abs(((measure.to or 0.0) - start) / rate)
    due = _after(goal, origin, round(weeks * 7)) if weeks * 7 <= 366 * 300 else None
    if due is None:
        message = f"{_weekly(rate)} would take until after the year {YEARS[-1]}"
        remedy = "write more a week, or a smaller total"
        findings.append(faults.not_a_number(place, message, remedy))
        return goal
    window = replace(window, due=due, words=_weekly(rate), by_rate=True)
    return replace(goal, time_bound=window)


def _in_its_unit(goal: Goal, findings: list[Finding]) -> tuple[Knot, ...]:
    """The knots in the unit of the goal; one that is in another is told, and left out."""
    unit = goal.measurable.unit if goal.measurable else ""
    kept = []
    for place, knot in enumerate(goal.pace):
        numbers = (knot.value, knot.rate)
        told = [None if n is None else told_in(n, knot.unit, unit) for n in numbers]
        if unread := next((one for one in told if isinstance(one, Misread)), None):
            day = f"{knot.date_} " if knot.date_ else ""
            value = "" if knot.value is None else f"={in_digits(knot.value)} "
            rate = "" if knot.rate is None else _weekly(knot.rate)
            bare = f"{day}{value}{'at ' if value and rate else ''}{rate}".strip()
            remedy = f"if they are {unit}, write `pace: {bare}`"
            findings.append(faults.not_a_number(goal.at("pace", place), unread.message, remedy))
            continue
        stands, much = (one for one in told if not isinstance(one, Misread))
        kept.append(replace(knot, value=stands, rate=much, unit=""))
    return tuple(kept)


def _off(goal: Goal, after: date) -> list[tuple[int, int]]:
    """The stretches of days off after a day, in order; a pause that goes on is none of them."""
    found = [(one.start, one.end) for one in time_off(goal) if one.end < date.max]
    merged: list[tuple[int, int]] = []
    last = after.toordinal()
    for start, end in sorted((start.toordinal(), end.toordinal()) for start, end in found):
        if end > last:
            merged.append((max(start, last + 1), end))
            last = end
    return merged


def _working(goal: Goal, origin: date, due: date) -> int:
    """How many days count after one day, up to and including another."""
    end = due.toordinal()
    off = sum(max(0, min(last, end) - first + 1) for first, last in _off(goal, origin))
    return max(0, end - origin.toordinal() - off)


def _after(goal: Goal, origin: date, days: int) -> date | None:
    """The day on which so many days that count have passed; None beyond the years we know."""
    due = origin.toordinal() + days
    for first, last in _off(goal, origin):
        if first <= due:
            due += last - first + 1
    day = date.fromordinal(due) if due <= date.max.toordinal() else None
    return day if day and day.year in YEARS else None


def _total(measure: Measure, rate: float, days: int) -> Measure:
    """The measure with the end that a rate reaches; of whole things a whole number of them."""
    total = (measure.from_ or 0.0) + rate * days / 7
    whole = measure.kind is Kind.COUNT and rate == int(rate)
    end = float(round(total)) if whole else round(total, 2)
    return replace(measure, to=end, words=_weekly(rate))


def _only_a_rate(knot: Knot) -> bool:
    return knot.rate is not None and knot.date_ is None and knot.value is None


def _weekly(rate: float) -> str:
    return f"{in_digits(round(rate, 9))} a week"
