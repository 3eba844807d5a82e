"""A reading that looks like a slip is drawn hollow, and called doubted in the table."""

from __future__ import annotations

from datetime import date, timedelta

from milepost.journal.model import Goal, Journal, Reading
from milepost.journal.values import Measure, Window
from milepost.journal.words import Kind, Mode
from milepost.progress.measure import measure
from milepost.site.charts.chart import Chart
from milepost.site.charts.goal import goal_chart
from milepost.voice.english import ENGLISH

START = date(2026, 6, 1)


def drawn(*values: float) -> Chart:
    one = Goal(
        id="weight",
        title="Weight",
        measurable=Measure(kind=Kind.LEVEL, from_=82, to=75, unit="kg"),
        time_bound=Window(START, date(2026, 12, 31)),
    )
    days = [START + timedelta(days=7 * week) for week in range(len(values))]
    readings = tuple(
        Reading(goal="weight", day=day, value=value, mode=Mode.LEVEL, since=day)
        for day, value in zip(days, values, strict=True)
    )
    standing = measure(Journal(goals=(one,), readings=readings), days[-1]).standings["weight"]
    return goal_chart(standing, days[-1], ENGLISH)


def test_a_slip_that_waits_for_a_second_reading_is_hollow_and_doubted() -> None:
    chart = drawn(82, 81.6, 81.2, 80.9, 80.5, 80.4, 80.1, 0)
    assert str(chart.svg).count('class="doubt"') == 1
    assert [row[1] for row in chart.rows if "doubted" in row[1]] == [
        f"{ENGLISH.number(0, 'kg')} (doubted)"
    ]


def test_readings_that_nobody_doubts_are_not() -> None:
    chart = drawn(82, 81.6, 81.2, 80.9, 80.5, 80.4, 80.1, 79.9)
    assert 'class="doubt"' not in str(chart.svg)
    assert not [row for row in chart.rows if "doubted" in row[1]]
