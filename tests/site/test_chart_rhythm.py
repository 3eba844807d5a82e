"""Charts of weeks and periods: habits, bounds, hours, mood, weeks written."""

from datetime import date, timedelta

import pytest
from chart_makers import TODAY, astray, classed, parsed, standing, texts

from milepost.journal.model import Journal
from milepost.journal.values import Measure, Week
from milepost.journal.words import Kind, Period
from milepost.progress.lookback import hours_by_week
from milepost.progress.report import Report
from milepost.progress.values import HabitPeriod, Mark, Rhythm, Standing, WeekHours
from milepost.site.charts.band import band_chart
from milepost.site.charts.habit import habit_weeks
from milepost.site.charts.heat import Written, heat_map
from milepost.site.charts.hours import hours_chart
from milepost.site.charts.mood import Felt, mood_chart
from milepost.site.charts.spark import spark
from milepost.voice.voice import Voice

EN = Voice("en")


def kept(measure: Measure, *periods: tuple[float | None, Mark], days: int = 7) -> Standing:
    """A goal with its periods, the last one ending today."""
    first = TODAY - timedelta(days=days * len(periods) - 1)
    given = tuple(
        HabitPeriod(
            first + timedelta(days=days * n),
            first + timedelta(days=days * (n + 1) - 1),
            value,
            measure.to,
            mark,
            "flu" if mark is Mark.SKIP else "",
        )
        for n, (value, mark) in enumerate(periods)
    )
    rhythm = Rhythm(
        per=measure.per or Period.WEEK,
        periods=given,
        strength=0.5,
        run=1,
        best_run=2,
        back_after=0,
        met=3 if periods else 0,
        due=4 if periods else 0,
        recent=(),
        current=None,
    )
    return standing("Gym", measure, due=None, rhythm=rhythm)


GYM = Measure(Kind.HABIT, None, 3.0, "times", Period.WEEK)
SCREEN = Measure(Kind.LIMIT, None, 10.0, "hours", Period.WEEK)
SLEEP = Measure(Kind.RANGE, 7.0, 8.5, "hours", Period.WEEK)


def test_the_five_marks_of_a_habit_have_five_shapes() -> None:
    chart = habit_weeks(kept(GYM, *((1.0, mark) for mark in Mark)), EN)
    svg = next(parsed(chart.svg).iter("svg"))
    assert len({path.get("d") for path in svg.iter("path")}) == 5
    assert chart.alt == (
        "Gym, 5 periods: 1 kept, 1 missed, 1 skipped, 1 paused and 1 not known. "
        "Met 3 of the last 4 weeks, longest 2."
    )
    assert chart.rows[2][3] == "skipped: flu"


def test_weeks_stand_thirteen_in_a_row_and_only_a_year_of_them() -> None:
    chart = habit_weeks(kept(GYM, *[(3.0, Mark.DONE)] * 200), EN)
    assert len(chart.rows) == 52
    assert len(texts(chart.svg)) == 4
    assert next(parsed(chart.svg).iter("svg")).get("width") == "288"


def test_days_stand_in_columns_of_a_week() -> None:
    daily = Measure(Kind.HABIT, None, 1.0, "times", Period.DAY)
    chart = habit_weeks(kept(daily, *[(1.0, Mark.DONE)] * 400, days=1), EN)
    assert texts(chart.svg) == ["Mon", "Wed", "Fri", "Sun"]
    assert len(chart.rows) == 12 * 7 + TODAY.isoweekday()


def test_a_habit_of_which_no_period_is_over() -> None:
    chart = habit_weeks(kept(GYM), EN)
    assert chart.alt == "Gym, no period is over yet. The first week is not over yet."
    assert chart.rows == ()


def test_a_limit_is_columns_and_the_ones_over_it_are_hollow_and_crossed() -> None:
    chart = band_chart(
        kept(SCREEN, (8.0, Mark.DONE), (12.0, Mark.MISS), (None, Mark.UNKNOWN)), TODAY, EN
    )
    svg = next(parsed(chart.svg).iter("svg"))
    drawn = [e.get("class") for e in svg.iter("rect")]
    assert drawn == ["kept", "missed"]
    assert len([e for e in svg.iter("path") if e.get("class") == "cross"]) == 1
    assert chart.alt.replace("\u202f", " ") == (
        "Gym: at most 10 hours; kept in 1 of 2 periods, latest 12 hours."
    )
    assert [row[2] for row in chart.rows] == ["yes", "no", "not known"]
    assert "at most 10\u202fhours" in texts(chart.svg)


def test_a_range_is_a_band_with_marks_in_and_out_of_it() -> None:
    chart = band_chart(kept(SLEEP, (7.5, Mark.DONE), (5.0, Mark.MISS)), TODAY, EN)
    assert len(classed(chart.svg, "band")) == 1
    assert "7 – 8.5\u202fhours" in texts(chart.svg)
    assert "between 7 and 8.5\u202fhours" in chart.alt


def test_a_card_shows_the_same_periods_with_fewer_words() -> None:
    sleep = kept(SLEEP, *[(7.5, Mark.DONE)] * 30)
    small = spark(sleep, TODAY, EN)
    assert small.alt == band_chart(sleep, TODAY, EN).alt
    assert texts(small.svg) == ["7 – 8.5\u202fhours", "25 May", "16 Nov"]


@pytest.mark.parametrize("measure", [SCREEN, SLEEP, Measure(Kind.RANGE, None, None)])
def test_bounds_without_readings(measure: Measure) -> None:
    chart = band_chart(kept(measure), TODAY, EN)
    assert chart.alt.endswith("no reading yet.")
    assert astray(chart.svg) == []


def test_hours_of_several_goals_are_added_week_by_week() -> None:
    one, two = Week(2026, 46), Week(2026, 47)
    read = standing(hours=(WeekHours(one, 4, None), WeekHours(two, 4, 3)))
    write = standing(hours=(WeekHours(two, 2, 1.5),))
    known = Report(day=TODAY, journal=Journal(), standings={"read": read, "write": write})
    total = hours_by_week(known, [one, two])
    assert total == (WeekHours(one, 4, None), WeekHours(two, 6, 4.5))
    chart = hours_chart(total, TODAY, EN)
    assert chart.alt.replace("\u202f", " ") == (
        "4.5 h spent of 10 h planned in 2 weeks; 4.5 h in week 47 of 2026."
    )
    assert chart.rows[0] == ("week 46 of 2026", "4\u202fh", "–")
    assert len([e for e in classed(chart.svg, "spent") if e.get("y") != "1"]) == 1


def test_hours_nobody_wrote_down() -> None:
    assert hours_chart([], TODAY, EN).alt == "No hours are written down yet."
    assert astray(hours_chart([], TODAY, EN).svg) == []


def test_a_week_without_a_word_is_a_gap_in_the_mood() -> None:
    monday = date(2026, 10, 4)
    felt = [Felt(monday + timedelta(weeks=n), 3) for n in (0, 1, 2, 5, 6)]
    (line,) = [e for e in classed(mood_chart(felt, TODAY, EN).svg, "mood") if e.tag == "path"]
    assert line.get("d", "").count("M") == 2


def test_a_long_time_of_moods_is_told_by_month() -> None:
    felt = [Felt(date(2017, 1, 1) + timedelta(weeks=n), n % 5 + 1, 3) for n in range(515)]
    chart = mood_chart(felt, TODAY, EN)
    assert chart.head == ("Month", "Mood", "Energy")
    assert len(chart.rows) == 119
    assert len(chart.svg) < 8_000


def test_no_mood_at_all() -> None:
    chart = mood_chart([Felt(TODAY)], TODAY, EN)
    assert chart.alt == "No mood or energy is written down yet."
    assert astray(chart.svg) == []


def weeks(first: Week, count: int) -> list[Written]:
    return [Written(first.plus(n), 100 + 10 * n, f"{first.plus(n)}/") for n in range(count)]


def test_each_written_week_opens_and_says_its_words() -> None:
    chart = heat_map(weeks(Week(2026, 40), 8), TODAY, EN)
    (first, *_) = parsed(chart.svg).iter("a")
    assert first.get("href") == "2026-W40/"
    assert first.findtext("title") == "week 40 of 2026: 100\u202fwords"
    assert chart.alt == "8 of 8 weeks written since week 40 of 2026, the last 8 in a row."
    assert {e.get("class") for e in parsed(chart.svg).iter("path")} >= {"k1", "k2", "k3", "k4"}


def test_weeks_before_the_first_entry_are_no_reproach() -> None:
    svg = heat_map(weeks(Week(2026, 47), 1), TODAY, EN).svg
    assert classed(svg, "k0") == []
    assert len(classed(svg, "f")) == 1


def test_one_year_alone_and_the_last_years() -> None:
    every = weeks(Week(2017, 14), 500)
    one = heat_map(every, TODAY, EN, only=2020)
    assert one.alt == "53 of 53 weeks written in 2020."
    assert [row[0] for row in one.rows] == ["2020"]
    assert [row[0] for row in heat_map(every, TODAY, EN, last=3).rows] == ["2024", "2025", "2026"]


def test_the_table_of_weeks_has_a_row_a_year_and_a_column_a_month() -> None:
    chart = heat_map(weeks(Week(2026, 40), 8), TODAY, EN)
    assert chart.head[:2] == ("Year", "Jan")
    assert chart.rows[0][10:] == ("5", "3", "0", "8", "1,080\u202fwords")


def test_nothing_written_yet() -> None:
    assert heat_map([], TODAY, EN).alt == "No week is written yet."
    assert heat_map(weeks(Week(2026, 47), 1), TODAY, EN).alt == "The first week is written."
