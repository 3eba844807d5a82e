from datetime import date

from chart_makers import TODAY, YEAR, astray, classed, parsed, standing, texts

from milepost.journal.values import Milestone
from milepost.progress.values import Status
from milepost.site.charts.road import lane, road
from milepost.voice.voice import Voice

EN = Voice("en")
STEPS = (
    Milestone("Half", date(2026, 7, 1), date(2026, 7, 3)),
    Milestone("All", date(2026, 12, 1)),
)


def test_goals_are_a_list_of_links_each_with_its_line_in_words() -> None:
    one = lane(standing("Read", milestones=STEPS), TODAY, "goals/read/")
    chart = road([one], TODAY, EN, first=YEAR[0], last=YEAR[1])
    (item,) = parsed(chart.svg).iter("li")
    assert item.get("class") == "s-on-track"
    assert [(a.get("href"), a.text) for a in item.iter("a")] == [("goals/read/", "Read")]
    (track,) = item.iter("svg")
    assert track.get("aria-label") == (
        "on track; from 1 Jan; due 31 Dec; 1 of 2 milestones reached; next All, due 1 Dec"
    )
    assert chart.alt == "Road of 1 goal, 1 Jan – 31 Dec: 1 of 2 milestones reached."


def test_the_table_has_every_milestone_even_where_its_name_has_no_room() -> None:
    crowd = tuple(Milestone(f"A milestone number {n}", date(2026, 6, n + 1)) for n in range(20))
    chart = road([lane(standing("Read", milestones=crowd), TODAY)], TODAY, EN)
    drawn = [said for said in texts(chart.svg) if said.startswith("A milestone")]
    assert 1 <= len(drawn) < 20
    assert len([row for row in chart.rows if "A milestone" in row[2]]) == 20
    assert len(list(parsed(chart.svg).iter("title"))) == 20


def test_today_is_marked_when_it_is_on_the_road() -> None:
    one = lane(standing("Read"), TODAY)
    assert "today" in texts(road([one], TODAY, EN, first=YEAR[0], last=YEAR[1]).svg)
    past = road([one], TODAY, EN, first=date(2025, 1, 1), last=date(2025, 12, 31))
    assert "today" not in texts(past.svg)
    assert classed(past.svg, "way") == []


def test_a_goal_without_dates_has_no_line() -> None:
    bare = lane(standing("Some day", start=None, due=None, status=Status.SOMEDAY), TODAY)
    chart = road([bare], TODAY, EN, first=YEAR[0], last=YEAR[1])
    assert classed(chart.svg, "way") == []
    assert chart.rows == (("Some day", "–", "someday"),)


def test_an_empty_road() -> None:
    chart = road([], TODAY, EN)
    assert astray(chart.svg) == []
    assert chart.alt == "Road of 0 goals, 22 Nov."


def test_forty_goals_stay_small() -> None:
    lanes = [lane(standing(f"Goal {n}", milestones=STEPS), TODAY, f"goals/{n}/") for n in range(40)]
    assert len(road(lanes, TODAY, EN, first=YEAR[0], last=YEAR[1]).svg) < 50_000
