from datetime import date, timedelta
from itertools import pairwise

from chart_makers import TODAY, astray, classed, parsed, places, standing, straight, texts, weekly

from milepost.journal.values import Measure, Milestone
from milepost.journal.words import Kind
from milepost.progress.values import Fan, Forecast, LinePiece, Point, Status
from milepost.site.charts.bar import bar
from milepost.site.charts.goal import Note, goal_chart
from milepost.site.charts.spark import spark
from milepost.voice.voice import Voice

EN = Voice("en")
FAN = tuple(Fan(TODAY + timedelta(weeks=n), 17.0 + n, 18.0 + n, 19.0 + n) for n in range(1, 5))
FORECAST = Forecast(0.4, 21.0, 22.0, 23.0, None, None, None, FAN)
BOOKS = standing(
    series=weekly(1, 2, 2, 4, 6),
    line=straight(),
    actual=6.0,
    expected=21.4,
    last_reading=date(2026, 2, 5),
    forecast=FORECAST,
)


def test_the_words_say_what_the_picture_shows() -> None:
    assert goal_chart(BOOKS, TODAY, EN).alt.replace("\u202f", " ") == (
        "Read 24 books: 6 books on 5 Feb, 21.4 books expected by now, target 24 books by 31 Dec."
        " The forecast for 31 Dec is 21 – 23 books."
    )


def test_the_table_sets_each_reading_beside_the_plan_and_ends_with_the_forecast() -> None:
    chart = goal_chart(BOOKS, TODAY, EN)
    assert chart.head == ("Day", "Value", "Plan")
    plain = [tuple(cell.replace("\u202f", " ") for cell in row) for row in chart.rows]
    assert plain[0] == ("8 Jan 2026", "1 book", "0.46 books")
    assert plain[-1] == ("20 Dec 2026, forecast", "21 – 23 books", "23.3 books")


def test_readings_run_from_the_start_of_the_goal_to_the_last_one() -> None:
    chart = goal_chart(BOOKS, TODAY, EN)
    (line,) = [e for e in classed(chart.svg, "line") if e.tag == "path"]
    assert len(places(line.get("d", ""))) == 6
    assert places(line.get("d", ""))[0][0] == 40
    (stale,) = [e for e in classed(chart.svg, "stale") if e.tag == "path"]
    assert places(stale.get("d", ""))[0] == places(line.get("d", ""))[-1]


def test_a_plan_that_was_changed_is_drawn_apart_and_a_break_is_a_band() -> None:
    line = (
        LinePiece(date(2026, 1, 1), 0, date(2026, 7, 1), 12, "past"),
        LinePiece(date(2026, 1, 1), 0, date(2026, 7, 1), 8),
        LinePiece(date(2026, 7, 1), 8, date(2026, 8, 1), 8, "break", "Summer"),
        LinePiece(date(2026, 8, 1), 8, date(2026, 12, 31), 24),
    )
    chart = goal_chart(standing(series=weekly(1, 2), line=line), TODAY, EN)
    (pace,) = [e for e in classed(chart.svg, "pace") if e.tag == "path"]
    assert len(places(pace.get("d", ""))) == 4
    (band,) = [e for e in classed(chart.svg, "break") if e.find("title") is not None]
    assert band.findtext("title") == "Summer"
    key = [item.text or "".join(item.itertext()) for item in parsed(chart.svg).iter("li")]
    assert key == ["so far", "plan", "earlier plan", "break"]


def test_notes_are_links_on_the_line_and_never_touch() -> None:
    notes = [Note(date(2026, 1, 8) + timedelta(days=n), f"note {n}", f"w{n}/") for n in range(28)]
    svg = goal_chart(BOOKS, TODAY, EN, notes=notes).svg
    links = list(parsed(svg).iter("a"))
    assert links[-1].get("href") == "w27/"
    assert links[-1].findtext("title") == "4 Feb: note 27"
    locations = [float((e.get("cx") or "").rstrip("%")) / 100 * 540 for e in classed(svg, "hit")]
    assert all(b - a >= 23.5 for a, b in pairwise(locations))
    assert next(parsed(svg).iter("svg")).get("role") == "group"


def test_without_links_it_is_one_picture() -> None:
    (svg, *_) = parsed(goal_chart(BOOKS, TODAY, EN).svg).iter("svg")
    assert (svg.get("role"), svg.get("aria-label")) == ("img", goal_chart(BOOKS, TODAY, EN).alt)


def test_what_people_write_cannot_break_out() -> None:
    evil = "<script>\"&\x00'</script>"
    goal = standing(
        evil,
        Measure(Kind.COUNT, 0.0, 24.0, evil),
        (Milestone(evil, date(2026, 3, 1)),),
        series=weekly(1),
        line=straight(),
    )
    chart = goal_chart(goal, TODAY, EN, notes=[Note(date(2026, 1, 8), evil, '"><b')])
    assert not list(parsed(chart.svg).iter("script"))
    assert "style=" not in chart.svg
    assert " id=" not in chart.svg


def test_milestones_stand_below_the_axis_full_when_reached() -> None:
    steps = (
        Milestone("Half", date(2026, 7, 1), date(2026, 7, 3)),
        Milestone("Late one", date(2026, 10, 1)),
        Milestone("All", date(2026, 12, 31)),
    )
    svg = goal_chart(standing(milestones=steps, line=straight()), TODAY, EN).svg
    marks = [e.get("class") for e in classed(svg, "step")]
    assert marks == ["step reached", "step late", "step"]
    said = [e.text for e in parsed(svg).iter("title")]
    assert said == ["Half, reached 3 Jul", "Late one, late since 1 Oct", "All, due 31 Dec"]
    assert {"Half", "Late one", "All"} <= set(texts(svg))


def test_a_level_is_dots_with_a_smooth_line() -> None:
    kilos = Measure(Kind.LEVEL, 82.0, 75.0, "kg")
    values = (82, 81.6, 81.9, 90, 80.8, 80.5, 80.4)
    goal = standing("Weigh 75 kg", kilos, series=weekly(*values), line=straight(82, 75))
    svg = goal_chart(goal, TODAY, EN).svg
    assert len([e for e in classed(svg, "reading") if e.get("r") == "2.2"]) == 7
    (line,) = [e for e in classed(svg, "line") if e.tag == "path"]
    heights = [y for _, y in places(line.get("d", ""))]
    assert max(heights) - min(heights) < 60, "the typing error of 90 is not in the line"


def test_done_or_not_is_a_step_and_says_so() -> None:
    once = Measure(Kind.YES_NO, 0.0, 1.0)
    day = date(2026, 6, 19)
    exam = standing(
        "Pass", once, series=(Point(day, 1.0),), actual=1.0, last_reading=day, line=straight(0, 1)
    )
    chart = goal_chart(exam, TODAY, EN)
    (line,) = [e for e in classed(chart.svg, "line") if e.tag == "path"]
    assert {y for _, y in places(line.get("d", ""))} == {262.0, 36.0}
    assert "done" in texts(chart.svg)
    assert chart.alt == "Pass: done on 19 Jun, due 31 Dec."
    assert chart.rows[0][1] == "done"


def test_ten_years_of_days_stay_small() -> None:
    start = date(2017, 1, 1)
    points = tuple(Point(start + timedelta(days=n), 90 - n / 400 + n % 5) for n in range(3600))
    for kind in (Kind.LEVEL, Kind.COUNT):
        goal = standing(
            measure=Measure(kind, 95.0, 70.0, "kg"), start=start, series=points, line=straight()
        )
        assert len(goal_chart(goal, TODAY, EN).svg) < 12_000
        assert len(spark(goal, TODAY, EN).svg) < 3_000
        assert len(goal_chart(goal, TODAY, EN).rows) <= 121


def test_a_first_day_has_its_plan_and_no_line() -> None:
    first = standing(start=TODAY, due=date(2027, 3, 1), status=Status.TOO_EARLY, line=straight())
    chart = spark(first, TODAY, EN)
    assert [e.tag for e in classed(chart.svg, "line")] == []
    assert texts(chart.svg) == ["22 Nov", "1 Mar 2027"]
    assert "no reading yet" in chart.alt


def test_a_goal_without_anything_is_still_a_picture() -> None:
    bare = standing(start=None, due=None, from_=None, to=None, status=Status.NO_DATA)
    assert astray(goal_chart(bare, TODAY, EN).svg) == []
    assert astray(spark(bare, TODAY, EN).svg) == []


def test_arabic_words_keep_to_their_side_of_the_place() -> None:
    # `end` is the left end of a text that runs to the left.
    svg = spark(BOOKS, TODAY, Voice("ar")).svg
    assert [e.get("text-anchor") for e in parsed(svg).iter("text")] == ["end", None]
    assert next(parsed(svg).iter("svg")).get("direction") == "rtl"


def test_the_bar_says_both_its_numbers() -> None:
    chart = bar(standing(progress=0.5, expected_progress=0.78), EN)
    assert chart.alt == "50\u202f% done, 78\u202f% expected by now"
    assert chart.rows == (("Done", "50\u202f%"), ("Expected by now", "78\u202f%"))
    assert [e.get("width") for e in classed(chart.svg, "done")] == ["50%"]
    assert [e.get("x") for e in classed(chart.svg, "due")] == ["78%"]


def test_the_bar_of_a_goal_that_is_over_expects_nothing() -> None:
    done = standing(progress=1.25, expected_progress=1.0, status=Status.ACHIEVED)
    chart = bar(done, EN)
    assert chart.alt == "125\u202f% done"
    assert [e.get("width") for e in classed(chart.svg, "done")] == ["100%"]
    assert classed(chart.svg, "due") == []


def test_the_bar_without_a_number_is_empty() -> None:
    chart = bar(standing(), EN)
    assert chart.alt == "Nothing counted yet"
    assert classed(chart.svg, "done") == []
