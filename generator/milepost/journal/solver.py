"""What follows from what a goal says: a due day from words, and of rate, total and date the third.

In: a goal as it was read, and the day its file was created. Out: the goal with its due day or its
total filled in, and findings where a day to count from is missing.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from milepost.findings import Finding, Place
from milepost.journal import faults
from milepost.journal.dates import YEARS
from milepost.journal.duewords import due_in_words
from milepost.journal.model import Goal
from milepost.journal.numbers import in_digits
from milepost.journal.values import Knot, Measure, Window
from milepost.journal.words import Kind

_START = "write the first day, as `time_bound: {start: 2026-01-05}`, or the last day itself"


def solved(goal: Goal, created: date | None) -> tuple[Goal, list[Finding]]:
    """The goal with everything that follows; what is written is never changed.

    Words and rates count from the goal's start, else from the day its file was created.
    """
    findings: list[Finding] = []
    window = _counted(goal.time_bound, created, goal.at("time_bound"), findings)
    changes = tuple(
        replace(
            change,
            before=tuple(
                (name, _counted(held, created, goal.at("changes", place), findings))
                if isinstance(held, Window)
                else (name, held)
                for name, held in change.before
            ),
        )
        for place, change in enumerate(goal.changes)
    )
    goal = replace(goal, time_bound=window, changes=changes)
    return _by_rate(goal, created, findings), findings


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

    total = start of the measure + rate * weeks; the rate of a falling level may have any sign.
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
    goal = replace(goal, measurable=replace(measure, rate=rate))
    if window.due and measure.to is not None:
        return goal
    origin = window.start or created
    if origin is None:
        message = f"{_weekly(rate)} counts from a day that is not written"
        findings.append(faults.not_a_date(place, message, _START))
        return goal
    if window.due:
        return replace(goal, measurable=_total(measure, rate, origin, window.due))
    weeks = abs(((measure.to or 0.0) - measure.from_) / rate)
    if weeks * 7 > 366 * 300 or (origin + timedelta(days=round(weeks * 7))).year not in YEARS:
        message = f"{_weekly(rate)} would take until after the year {YEARS[-1]}"
        remedy = "write more a week, or a smaller total"
        findings.append(faults.not_a_number(place, message, remedy))
        return goal
    due = origin + timedelta(days=round(weeks * 7))
    window = replace(window, due=due, words=_weekly(rate), by_rate=True)
    return replace(goal, time_bound=window)


def _total(measure: Measure, rate: float, start: date, due: date) -> Measure:
    """The measure with the end that a rate reaches; of whole things a whole number of them."""
    total = (measure.from_ or 0.0) + rate * max(0, (due - start).days) / 7
    whole = measure.kind is Kind.COUNT and rate == int(rate)
    end = float(round(total)) if whole else round(total, 2)
    return replace(measure, to=end, words=_weekly(rate))


def _only_a_rate(knot: Knot) -> bool:
    return knot.rate is not None and knot.date_ is None and knot.value is None


def _weekly(rate: float) -> str:
    return f"{in_digits(round(rate, 9))} a week"
