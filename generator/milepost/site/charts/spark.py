"""The small picture on a goal's card: line, pace, forecast, today.

In: a `Standing`, the day, the words. Out: a `Chart` 88 pixels high with two labels.
"""

from __future__ import annotations

from datetime import date

from milepost.progress.report import Standing
from milepost.site.charts import frame
from milepost.site.charts.chart import Chart, dot, picture, rule, stretched, text, trace
from milepost.site.charts.curve import smooth, thinned
from milepost.site.charts.said import at_a_glance, table
from milepost.site.charts.scales import Days, Linear
from milepost.site.words import Words

_HEIGHT, _TOP, _BASE = 88.0, 8.0, 68.0
_MOST = 60  # points; a card is some 330 pixels wide


def spark(standing: Standing, day: date, words: Words) -> Chart:
    """The card's picture; without readings the plan alone, without a plan an empty line."""
    first, last = frame.window(standing, day)
    points = frame.readings(standing, day, first, last)
    low, high = frame.bounds(standing, points, first, last, day)
    across, up = Days(first, last, 1, 99), Linear(low, high, _BASE, _TOP)

    line = [(across(when), up(value)) for when, value in points]
    if frame.is_level(standing) and len(points) >= 5:
        smoothed = smooth([value for _, value in points])
        line = [
            (across(when), up(value)) for (when, _), value in zip(points, smoothed, strict=True)
        ]
    line = list(thinned(line, _MOST))
    area = [*line, (line[-1][0], _BASE), (line[0][0], _BASE)] if len(line) > 1 else []
    fan = frame.fan(standing, day, last)
    cone = [(across(f.day), up(f.high)) for f in fan]
    cone += [(across(f.day), up(f.low)) for f in reversed(fan)]
    pace = [
        trace([(across(when), up(value)) for when, value in ends])
        for stretch in standing.line
        if stretch.kind != "past" and (ends := frame.within(stretch, first, last))
    ]

    marks = [rule(0, _BASE, 100, _BASE, "axis")]
    if standing.to is not None:
        marks.append(rule(0, up(standing.to), 100, up(standing.to), "target"))
    paths = [
        ("cone", trace(cone, close=True)),
        ("pace", "".join(pace)),
        ("area", trace(area, close=True) if area else ""),
        ("line", trace(line)),
    ]
    marks.append(stretched(_HEIGHT, paths))
    if points:
        marks.append(dot(across(points[-1][0]), up(points[-1][1]), 3.4, "now"))
    elif across.holds(day):
        marks.append(rule(across(day), _BASE - 6, across(day), _BASE, "today"))
    marks.append(text(words, 1, _HEIGHT - 4, words.near(first, day)))
    marks.append(text(words, 99, _HEIGHT - 4, words.near(last, day), "end"))
    alt = at_a_glance(standing, day, words)
    class_ = f"c-spark {frame.css(standing.status)}"
    head, rows = table(standing, day, words)
    return Chart(picture(class_, _HEIGHT, alt, *marks, words=words), alt, head, rows)
