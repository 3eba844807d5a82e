"""Whatever a report holds, each chart is well-formed and within its picture."""

from __future__ import annotations

from datetime import date, timedelta

from chart_makers import astray, parsed
from hypothesis import given, settings
from hypothesis import strategies as st
from written import examples

from milepost.journal.model import Goal
from milepost.journal.values import Measure, Milestone, Week, Window
from milepost.journal.words import Kind, Period
from milepost.progress.reasons import NothingLate
from milepost.progress.values import (
    Fan,
    Forecast,
    HabitPeriod,
    LinePiece,
    Mark,
    Point,
    Rhythm,
    Standing,
    Status,
    WeekHours,
)
from milepost.site.charts.band import band_chart
from milepost.site.charts.bar import bar
from milepost.site.charts.chart import Chart
from milepost.site.charts.goal import Note, goal_chart
from milepost.site.charts.habit import habit_weeks
from milepost.site.charts.heat import Written, heat_map
from milepost.site.charts.hours import hours_chart
from milepost.site.charts.mood import Felt, mood_chart
from milepost.site.charts.road import lane, road
from milepost.site.charts.spark import spark
from milepost.voice.voice import Voice

days = st.dates(date(1990, 1, 1), date(2060, 12, 31))
far_days = st.one_of(days, st.dates())
numbers = st.one_of(
    st.floats(), st.integers(-50, 50).map(float), st.floats(-1e3, 1e3), st.just(1e300)
)
names = st.text(max_size=40)
maybe = st.none()

measures = st.builds(
    Measure,
    st.sampled_from(Kind),
    maybe | numbers,
    maybe | numbers,
    names,
    maybe | st.sampled_from(Period),
)
milestones = st.builds(
    Milestone, names, maybe | days, st.one_of(st.booleans(), days), st.floats(0, 9)
)
pieces = st.builds(
    LinePiece, days, numbers, days, numbers, st.sampled_from(["pace", "break", "past"]), names
)
fans = st.builds(Fan, far_days, numbers, numbers, numbers)
forecasts = st.builds(
    Forecast,
    st.floats(0, 1),
    numbers,
    numbers,
    numbers,
    maybe | days,
    maybe | days,
    maybe | days,
    st.lists(fans, max_size=6).map(lambda found: tuple(sorted(found, key=lambda f: f.day))),
)
series = st.lists(st.builds(Point, far_days, numbers), max_size=30).map(
    lambda found: tuple(sorted(found, key=lambda point: point.day))
)
periods = st.lists(
    st.builds(
        lambda start, length, value, wanted, mark, because: HabitPeriod(
            start, start + timedelta(days=length), value, wanted, mark, because
        ),
        days,
        st.integers(0, 400),
        maybe | numbers,
        maybe | numbers,
        st.sampled_from(Mark),
        names,
    ),
    max_size=60,
).map(lambda found: tuple(sorted(found, key=lambda period: period.start)))
rhythms = st.builds(
    Rhythm,
    st.sampled_from(Period),
    periods,
    maybe | st.floats(0, 1),
    st.integers(0, 9),
    st.integers(0, 9),
    st.integers(0, 9),
    st.integers(0, 9),
    st.integers(0, 9),
    st.lists(st.sampled_from(Mark), max_size=4).map(tuple),
    st.none(),
)


@st.composite
def standings(draw: st.DrawFn) -> Standing:
    measure = draw(maybe | measures)
    start, due = draw(maybe | far_days), draw(maybe | far_days)
    steps = tuple(draw(st.lists(milestones, max_size=6)))
    goal = Goal(
        id="g",
        title=draw(st.text(max_size=120)),
        measurable=measure,
        time_bound=Window(start, due),
        milestones=steps,
    )
    return Standing(
        goal=goal,
        day=date(2026, 1, 1),
        kind=measure.kind if measure else Kind.YES_NO,
        status=draw(st.sampled_from(Status)),
        reason=NothingLate(),
        start=start,
        due=due,
        from_=draw(maybe | numbers),
        to=draw(maybe | numbers),
        unit=draw(names),
        actual=draw(maybe | numbers),
        expected=draw(maybe | numbers),
        progress=draw(maybe | numbers),
        expected_progress=draw(maybe | numbers),
        series=draw(series),
        line=tuple(draw(st.lists(pieces, max_size=5))),
        forecast=draw(maybe | forecasts),
        rhythm=draw(maybe | rhythms),
        last_reading=draw(maybe | far_days),
    )


languages = st.sampled_from([Voice("en"), Voice("ar"), Voice("zh")])
many = settings(max_examples=examples(60))


def sound(chart: Chart) -> None:
    """Fails when a chart is malformed, strays, or has rows that do not fit its head."""
    parsed(chart.svg)
    assert astray(chart.svg) == []
    assert chart.alt
    assert {len(row) for row in chart.rows} <= {len(chart.head)}


@many
@given(standings(), days, languages, st.lists(st.tuples(far_days, names), max_size=5))
def test_a_goals_charts(
    standing: Standing, day: date, words: Voice, said: list[tuple[date, str]]
) -> None:
    notes = [Note(when, text, "x/") for when, text in said]
    sound(goal_chart(standing, day, words, notes=notes))
    sound(spark(standing, day, words))
    sound(bar(standing, words))


@many
@given(standings(), days, languages)
def test_charts_of_periods(standing: Standing, day: date, words: Voice) -> None:
    sound(habit_weeks(standing, words))
    sound(band_chart(standing, day, words))


@many
@given(st.lists(standings(), max_size=4), days, languages)
def test_the_road(found: list[Standing], day: date, words: Voice) -> None:
    sound(road([lane(one, day, "x/") for one in found], day, words))


@many
@given(
    st.dictionaries(
        st.dates(date(2015, 1, 1), date(2030, 1, 1)).map(Week.of), st.integers(0, 9999)
    ),
    days.filter(lambda day: 2005 < day.year < 2040),
    languages,
    st.booleans(),
)
def test_the_weeks_written(amounts: dict[Week, int], day: date, words: Voice, linked: bool) -> None:
    href = "x/" if linked else ""
    sound(heat_map([Written(week, n, href) for week, n in amounts.items()], day, words))


@many
@given(
    st.lists(
        st.builds(WeekHours, days.map(Week.of), maybe | numbers, maybe | numbers), max_size=40
    ),
    st.lists(
        st.builds(Felt, days, maybe | st.integers(1, 5), maybe | st.integers(1, 5)), max_size=40
    ),
    days,
    languages,
)
def test_hours_and_moods(weeks: list[WeekHours], felt: list[Felt], day: date, words: Voice) -> None:
    sound(hours_chart(weeks, day, words))
    sound(mood_chart(felt, day, words))
