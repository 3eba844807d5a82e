"""What a goal's picture shows, as a table.

In: a `Standing`, the day, the voice. Out: plain text.
"""

from __future__ import annotations

from datetime import date

from milepost.progress.values import Standing
from milepost.site.charts import frame
from milepost.voice import charts as said
from milepost.voice.forecasts import spread
from milepost.voice.labels import label
from milepost.voice.voice import Voice

_MOST_ROWS = 60


def table(
    standing: Standing, day: date, voice: Voice
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Head and rows: each reading beside what the line said that day, then the forecast.

    With more than 60 readings, the last of each month, or of each year when that is still too many.
    A reading that looks like a slip is called doubted; one that is left out of the series is shown.
    """
    last = frame.window(standing, day)[1]
    doubts = {(one.point.day, one.point.value) for one in standing.doubts}
    shown = [*standing.series, *(one.point for one in standing.doubts if one.waits)]
    points = sorted((p.day, p.value) for p in shown if p.day <= day)
    for length in (7, 4):
        if len(points) > _MOST_ROWS:
            points = list({when.isoformat()[:length]: (when, v) for when, v in points}.values())
    unit = standing.unit
    rows = [
        (
            voice.date(when, "medium"),
            said.read(voice, standing, value, doubted=(when, value) in doubts),
            said.amount(voice, standing, frame.planned(standing.line, when)),
        )
        for when, value in points[-120:]
    ]
    fan = frame.fan(standing, day, last)
    if fan:
        end = fan[-1]
        likely = spread(voice, standing, end.low, end.high)
        plan = voice.number(frame.planned(standing.line, end.day), unit)
        rows.append((said.forecast_day(voice, end.day), likely, plan))
    elif standing.due and standing.to is not None and standing.status.living:
        target = said.amount(voice, standing, standing.to)
        rows.append((said.due_day(voice, standing.due), voice.number(None), target))
    head = (label(voice, "day"), label(voice, "value"), label(voice, "plan"))
    return head, tuple(rows)
