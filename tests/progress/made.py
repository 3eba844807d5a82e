"""Small builders of journals for the tests of this room."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from milepost.journal.model import Goal, Journal, Reading
from milepost.journal.values import Measure, Window
from milepost.journal.words import Kind, Mode, Period
from milepost.progress.measure import measure
from milepost.progress.values import Standing


def day(text: str) -> date:
    return date.fromisoformat(text)


def count(to: float, unit: str = "", from_: float | None = None) -> Measure:
    return Measure(kind=Kind.COUNT, from_=from_, to=to, unit=unit)


def level(from_: float, to: float, unit: str = "") -> Measure:
    return Measure(kind=Kind.LEVEL, from_=from_, to=to, unit=unit)


def habit(times: float, per: Period = Period.WEEK) -> Measure:
    return Measure(kind=Kind.HABIT, to=times, per=per)


def goal(measure: Measure | None = None, window: str = "", name: str = "goal", **more: Any) -> Goal:
    """A goal; the window is "START to DUE", either of which may be missing."""
    start, _, due = window.partition(" to ")
    bounds = Window(day(start) if start else None, day(due) if due else None)
    fields = {"title": name.replace("-", " ").capitalize(), **more}
    return Goal(id=name, measurable=measure, time_bound=bounds, **fields)


def readings(text: str, name: str = "goal", mode: Mode = Mode.ADDED) -> tuple[Reading, ...]:
    """One reading a line: a day, and a number with `+` or `=` where the mode is to be another."""
    found = []
    for line in text.split("\n"):
        if not line.strip():
            continue
        when, value, *rest = line.split()
        own = {"+": Mode.ADDED, "=": Mode.LEVEL}.get(value[0], mode)
        found.append(
            Reading(
                goal=name,
                day=day(when),
                value=float(value.lstrip("=+")),
                mode=own,
                since=day(when),
                checkpoint="checkpoint" in rest,
            )
        )
    return tuple(found)


def weeks(
    first_monday: str, *numbers: float | None, name: str = "goal", mode: Mode = Mode.ADDED
) -> tuple[Reading, ...]:
    """Readings of whole weeks, one after another; None leaves a week out."""
    monday = day(first_monday)
    return tuple(
        Reading(
            goal=name,
            day=monday + timedelta(days=7 * index + 6),
            value=number,
            mode=mode,
            since=monday + timedelta(days=7 * index),
        )
        for index, number in enumerate(numbers)
        if number is not None
    )


def stands(one: Goal, given: tuple[Reading, ...], on: str, **more: Any) -> Standing:
    """Where a single goal stands on a day."""
    return measure(Journal(goals=(one,), readings=given, **more), day(on)).standings[one.id]
