"""What a goal's picture shows, said in a sentence and in a table.

In: a `Standing`, the day, the words. Out: plain text.
"""

from __future__ import annotations

from datetime import date

from milepost.progress.report import Standing
from milepost.site.charts import frame
from milepost.site.words import Words

_MOST_ROWS = 60


def amount(standing: Standing, value: float | None, words: Words) -> str:
    """A value of the goal in words: a number with its unit, or whether it is done."""
    if value is not None and frame.is_yes_no(standing):
        return "done" if value >= 1 else "not done"
    return words.number(value, standing.unit)


def at_a_glance(standing: Standing, day: date, words: Words) -> str:
    """Where the goal stands, what the plan says, where it leads: two sentences at most."""
    if standing.actual is None:
        said = f"{standing.goal.title}: no reading yet"
    else:
        said = f"{standing.goal.title}: {amount(standing, standing.actual, words)}"
        if standing.last_reading and standing.last_reading <= day:
            said += f" on {words.near(standing.last_reading, day)}"
    if frame.is_yes_no(standing):
        return said + (f", due {words.near(standing.due, day)}." if standing.due else ".")
    if standing.expected is not None and standing.status.living:
        said += f", {words.number(standing.expected, standing.unit)} expected by now"
    if standing.to is not None:
        said += f", target {words.number(standing.to, standing.unit)}"
        if standing.due:
            said += f" by {words.near(standing.due, day)}"
    said += "."
    forecast = standing.forecast
    if forecast and standing.due and standing.due > day:
        span = words.between(forecast.value_low, forecast.value_high, standing.unit)
        said += f" The forecast for {words.near(standing.due, day)} is {span}."
    return said


def table(
    standing: Standing, day: date, words: Words
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Head and rows: each reading beside what the line said that day, then the forecast.

    With more than 60 readings, the last of each month, or of each year when that is still too many.
    """
    last = frame.window(standing, day)[1]
    points = [(p.day, p.value) for p in standing.series if p.day <= day]
    for length in (7, 4):
        if len(points) > _MOST_ROWS:
            points = list({when.isoformat()[:length]: (when, v) for when, v in points}.values())
    unit = standing.unit
    rows = [
        (
            words.date(when, "medium"),
            amount(standing, value, words),
            amount(standing, frame.planned(standing.line, when), words),
        )
        for when, value in points[-120:]
    ]
    fan = frame.fan(standing, day, last)
    if fan:
        end = fan[-1]
        spread = words.between(end.low, end.high, unit)
        plan = words.number(frame.planned(standing.line, end.day), unit)
        rows.append((f"{words.date(end.day, 'medium')}, forecast", spread, plan))
    elif standing.due and standing.to is not None and standing.status.living:
        due = f"{words.date(standing.due, 'medium')}, due"
        rows.append((due, words.number(None), amount(standing, standing.to, words)))
    return ("Day", "Value", "Plan"), tuple(rows)
