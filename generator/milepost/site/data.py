"""`goals.json`: where every goal stands, as plain data for other programs.

In: a report and the five lights. Out: lists and dictionaries of text, numbers and None. The same
data is what the terminal's `status --format json` prints; docs/goals-json.md is its contract.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from milepost.checks.horizons import horizon
from milepost.checks.lights import Light
from milepost.progress.budget import of_goal
from milepost.progress.report import Report
from milepost.progress.values import Forecast, Standing, WayBack
from milepost.voice.reasons import reason
from milepost.voice.voice import Voice

LETTERS = "SMART"


def goals_data(
    report: Report, lights: Mapping[str, Sequence[Light]], voice: Voice
) -> list[dict[str, Any]]:
    """One dictionary a goal, by id: what is unknown is None, dates are ISO text.

    `lights` is by goal id and may lack goals, whose `smart` is then unknown.
    """
    return [
        _goal(standing, report, lights.get(name, ()), voice)
        for name, standing in sorted(report.standings.items())
    ]


def goals_json(report: Report, lights: Mapping[str, Sequence[Light]], voice: Voice) -> bytes:
    """The data as the bytes of a file, one goal after the other, keys in the contract's order."""
    plain = replace(voice, gap=" ")
    data = goals_data(report, lights, plain)
    text = json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False)
    return (text + "\n").encode()


def _goal(
    standing: Standing, report: Report, lights: Sequence[Light], voice: Voice
) -> dict[str, Any]:
    goal = standing.goal
    near = horizon(goal, standing.start or standing.day, report.journal.settings.horizons)
    on = {light.letter: light.on for light in lights}
    return {
        "id": goal.id,
        "title": standing.title,
        "area": goal.area or None,
        "horizon": str(near) if near else None,
        "status": str(standing.status),
        "reason": reason(voice, standing) or None,
        "progress": _number(standing.progress),
        "expected": _number(standing.expected),
        "expected_progress": _number(standing.expected_progress),
        "actual": _number(standing.actual),
        "from": _number(standing.from_),
        "to": _number(standing.to),
        "unit": standing.unit or None,
        "minimum": _number(goal.measurable.minimum) if goal.measurable else None,
        "minimum_reached": standing.minimum_in,
        "start": _day(standing.start),
        "due": _day(standing.due),
        "computed": _computed(standing),
        "rate": _number(standing.rate),
        "needed_rate": _number(standing.needed_rate),
        "way_back": _way_back(standing.way_back or WayBack()),
        "probability": _number(standing.chance, 6),
        "forecast": _forecast(standing.forecast),
        "smart": {letter: on.get(letter) for letter in LETTERS},
        **_money(report, goal.id),
    }


def _computed(standing: Standing) -> str | None:
    """Which of rate, total and due date of a count or a level follows from the two others."""
    measure = standing.goal.measurable
    if not measure or not standing.kind.facts.has_end or measure.to is None or not standing.due:
        return None
    if measure.rate is None:
        return "rate"
    return "due" if standing.goal.time_bound.by_rate else "to" if measure.words else None


def _money(report: Report, id_: str) -> dict[str, Any]:
    """Money planned and spent in the currency of the plan, else in the first that was spent."""
    purse = next(iter(of_goal(report, id_)), None)
    return {
        "money_planned": purse.planned if purse else None,
        "money_spent": (purse.spent or None) if purse else None,
        "currency": purse.currency if purse else None,
    }


def _way_back(back: WayBack) -> dict[str, Any]:
    return {
        "rate": _number(back.rate),
        "days": back.days,
        "by": _day(back.by),
        "later": _day(back.later),
        "smaller": _number(back.smaller),
    }


def _forecast(forecast: Forecast | None) -> dict[str, Any]:
    return {
        "low": _number(forecast.value_low) if forecast else None,
        "high": _number(forecast.value_high) if forecast else None,
        "finish": _day(forecast.finish) if forecast else None,
        "finish_low": _day(forecast.finish_low) if forecast else None,
        "finish_high": _day(forecast.finish_high) if forecast else None,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _number(value: float | None, decimals: int | None = None) -> float | int | None:
    """A number of at most six digits that count, whole where it is whole.

    With `decimals` it has no more of them: no one means a chance of 7.5e-80.

    >>> _number(11.934065934), _number(24.0), _number(1234567.0)
    (11.9341, 24, 1234567)
    >>> _number(7.5e-80, 6), _number(0.123456789, 6)
    (0, 0.123457)
    """
    if value is None or value != value or value in (float("inf"), float("-inf")):
        return None
    if abs(value) >= 1e5:
        return round(value)
    short = float(f"{value:.6g}")
    short = short if decimals is None else round(short, decimals)
    return int(short) if short == int(short) else short
