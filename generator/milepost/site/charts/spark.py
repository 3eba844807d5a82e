"""The small picture on a goal's card: line, pace, forecast, today.

In: a `Standing`, the day, the voice. Out: a `Chart` 124 pixels high with two labels.
"""

from __future__ import annotations

from datetime import date

from milepost.journal.words import Kind
from milepost.progress.values import Standing
from milepost.site.charts import frame, lines
from milepost.site.charts.band import band_chart
from milepost.site.charts.chart import Chart, dot, picture, rule, stretched, text, trace
from milepost.site.charts.scales import Days, Linear
from milepost.site.charts.table import table
from milepost.voice.charts import at_a_glance
from milepost.voice.voice import Voice

_HEIGHT, _TOP, _BASE = 124.0, 8.0, 104.0
_MOST = 60  # points; a card is some 330 pixels wide


def spark(standing: Standing, day: date, voice: Voice) -> Chart:
    """The card's picture; without readings the plan alone, without a plan an empty line.

    A limit or a range has its last periods instead.
    """
    if standing.kind.facts.periodic and standing.kind is not Kind.HABIT:
        return band_chart(standing, day, voice, small=True)
    first, last = frame.window(standing, day)
    points = frame.readings(standing, day, first, last)
    low, high = frame.bounds(standing, points, first, last, day)
    foot = _BASE - 8 if frame.is_level(standing) else _BASE  # a level's lowest is not nothing
    across, up = Days(first, last, 1, 99), Linear(low, high, foot, _TOP)

    line = lines.outline(standing, points, across, up, _MOST)
    area, _ = lines.cone(standing, day, across, up)
    paths = [
        ("cone", area),
        ("pace", lines.plan(standing.line, across, up, "pace", "break")),
        ("area", "" if frame.is_level(standing) else lines.beneath(line, _BASE)),
        ("stale", lines.since(standing, points, day, across, up)),
        ("line", trace(line)),
    ]
    marks = [rule(0, _BASE, 100, _BASE, "axis")]
    target = frame.finite(standing.to)
    if target is not None:
        marks.append(rule(0, up(target), 100, up(target), "target"))
    marks.append(stretched(_BASE, paths))
    if points:
        marks.append(dot(across(points[-1][0]), up(points[-1][1]), 3.6, "now"))
    elif across.holds(day):
        marks.append(rule(across(day), _BASE - 7, across(day), _BASE, "today"))
    marks.append(text(voice, 1, _HEIGHT - 4, voice.near(first, day)))
    marks.append(text(voice, 99, _HEIGHT - 4, voice.near(last, day), "end"))
    alt = at_a_glance(voice, standing)
    class_ = f"c-spark {frame.css(standing.status)}"
    head, rows = table(standing, day, voice)
    return Chart(picture(class_, _HEIGHT, alt, *marks, voice=voice), alt, head, rows)
