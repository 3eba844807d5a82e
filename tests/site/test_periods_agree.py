"""What a period's page says in its figures, its sentences, its charts and its tables is one."""

from __future__ import annotations

from datetime import date

import pytest
from site_makers import page, site, words
from written import report

from milepost.progress.lookback import moves

TEA = """
== content/goals/tea.md ==
---
title: Taste teas
measurable: 100 teas
time_bound: 2026-01-01 to 2026-12-31
achievable: 2 h a week
---
"""


def week(number: int, *lines: str) -> str:
    return "\n".join(
        [f"== content/journal/2026-W{number:02}.md ==", "---", *lines, "---", "Some words.", ""]
    )


def said(text: str, day: str, address: str) -> str:
    """What a page says, in one line, with plain spaces."""
    made = site(text, date.fromisoformat(day))
    return words(page(made, address)).replace("\u202f", " ")


def test_weeks_that_could_be_written_are_counted_in_one_way() -> None:
    """The journal begins in week 2, and week 3 is left out; day by day it is week 5."""
    text = TEA + week(2) + week(4) + week(5)
    year = said(text, "2026-02-01", "2026/")
    assert "Weeks written 3 of 4" in year
    pages = site(text, date(2026, 2, 1))
    chart = page(pages, "2026/")
    assert "2026: 3 of 4 weeks written" in chart
    assert "3 of 4 weeks written since week 2 of 2026, the last 2 in a row." in chart
    assert "3 of 4 weeks written since week 2 of 2026" in page(pages, "journal/")
    assert "2026: 3 of 4 weeks written" in page(pages, "")


def test_hours_of_an_open_period_are_planned_up_to_now_wherever_they_stand() -> None:
    """Two hours in each of the four weeks so far, and none for those to come."""
    text = TEA + "".join(week(n, "hours: {tea: 1.5}") for n in (2, 3, 4))
    year = said(text, "2026-01-25", "2026/")
    assert "Hours 4.5 of 7.14 planned" in year
    assert "Taste teas 7.14 4.5" in year
    assert "4.5 h spent of 7.14 h planned in 4 weeks; 1.5 h in week 4 of 2026." in page(
        site(text, date(2026, 1, 25)), "2026/"
    ).replace("\u202f", " ")


def test_the_hours_of_a_year_are_all_in_its_chart() -> None:
    text = TEA + "".join(week(n, "hours: {tea: 1}") for n in range(1, 51))
    year = page(site(text, date(2026, 12, 13)), "2026/")
    assert "50 h spent of 99.1 h planned in 50 weeks" in year.replace("\u202f", " ")
    assert year.count("<td>1\u202fh</td>") == 50


def test_a_chart_without_the_first_weeks_says_so() -> None:
    goal = TEA.replace("2026-01-01 to", "2025-01-01 to")
    tea = said(goal + week(2, "hours: {tea: 1}"), "2026-06-07", "goals/tea/")
    chart = page(site(goal + week(2, "hours: {tea: 1}"), date(2026, 6, 7)), "goals/tea/")
    assert "planned in the last 53 weeks;" in chart
    assert "week 22 of 2025" not in tea
    assert "week 23 of 2025" in tea


def test_a_mean_has_one_form() -> None:
    """Four weeks of 4, 4, 4 and 5 are 4.25 on average: 4.3 in the figure and in the sentence."""
    text = TEA + "".join(week(n, f"mood: {mood}") for n, mood in ((2, 4), (3, 4), (4, 4), (5, 5)))
    assert "Mood 4.3 of 5, on average" in said(text, "2026-02-01", "2026/")
    chart = page(site(text, date(2026, 2, 1)), "2026/")
    assert "Mood 4.3 of 5 on average, 5 at the end." in chart
    assert "Mood 4 of 5, on average" in said(text, "2026-01-24", "2026/")


def test_a_range_is_shown_as_a_range() -> None:
    text = TEA.replace("100 teas", "keep 438 to 442 Hz") + week(2, "progress: {tea: 439}")
    goal = said(text, "2026-01-18", "goals/tea/")
    assert "Range 438 to 442 Hz" in goal
    assert "Target" not in goal
    average = text.replace("keep 438 to 442 Hz", "average mood at least 7")
    assert "Wanted at least 7 mood" in said(average, "2026-01-18", "goals/tea/")


def test_a_range_moves_from_a_reading_and_not_from_its_bound() -> None:
    text = TEA.replace("100 teas", "keep 70 to 75 kg") + week(2, "progress: {tea: 73}")
    assert "Taste teas first reading now 73" in said(text, "2026-01-18", "2026/")
    text += week(3, "progress: {tea: 72}")
    assert "Taste teas −1 kg now 72" in said(text, "2026-01-18", "2026/")


DONE = """
== content/goals/keys.md ==
---
title: Hand over the keys
measurable: yes or no
time_bound: 2026-01-05 to 2026-06-28
---
== content/goals/books.md ==
---
title: Read novels
measurable: 2 novels
time_bound: 2026-01-05 to 2026-12-31
achievable: 1 h a week
---
== content/goals/dance.md ==
---
title: Dance
measurable: 2 times a week
time_bound: 2026-01-05 to 2026-06-28
---
"""


def test_a_goal_closes_on_the_day_it_was_reached_else_when_it_was_due() -> None:
    """Done on 31 May, read by 14 June, long before the end of the year, danced until the end."""
    text = TEA + DONE + "".join(week(n, "progress: {dance: 2}") for n in range(2, 22))
    text += week(22, "progress: {keys: done, dance: 2}") + week(
        24, "progress: {books: 2, dance: 2}"
    )
    closed = {
        month: said(text, "2026-07-19", f"2026/{month}/").partition(" Closed ")[2]
        for month in ("05", "06")
    }
    assert closed["05"].startswith("✓ Achieved Hand over the keys 1.0 Done on 31 May")
    assert "Read novels 1.0 2 of 2 novels, reached on 14 June" in closed["06"]
    assert "Dance" in closed["06"]
    assert "Hand over the keys" not in closed["06"]
    home = said(text, "2026-07-19", "")
    assert "1 active · 3 done this year" in home
    assert "31 May Hand over the keys achieved" in home
    assert "14 Jun Read novels achieved" in home


def test_hours_are_planned_until_a_goal_is_reached() -> None:
    """One hour in each of three weeks, and none in the two after it."""
    text = DONE + week(4, "progress: {books: 2}", "hours: {books: 1}")
    assert "Hours 1 of 3 planned" in said(text, "2026-02-08", "2026/")


def test_hours_are_not_planned_while_a_goal_is_paused() -> None:
    text = DONE.replace("1 h a week", "1 h a week\nstatus: paused since 2026-01-19")
    assert "Hours 1 of 2 planned" in said(
        text + week(2, "hours: {books: 1}"), "2026-02-08", "2026/"
    )


def test_a_tick_without_a_day_is_reached_when_it_was_due() -> None:
    steps = "milestones:\n  - {title: the first cup, due: 2026-01-20, done: true}\n"
    steps += "  - {title: the last, due: 2026-02-20, done: true}"
    text = TEA.replace("measurable: 100 teas", steps) + week(2)
    assert "Milestones reached 1" in said(text, "2026-01-31", "2026/")
    assert "20 Jan the first cup" in said(text, "2026-01-31", "2026/")
    assert "Milestones reached 2" in said(text, "2026-02-28", "2026/")


def test_a_step_after_the_close_counts_wherever_it_is_told() -> None:
    steps = "measurable: milestones\nmilestones: [done 2026-03-02 a cup]\n"
    steps += "status: {is: done, since: 2026-02-02}"
    goal = said(TEA.replace("measurable: 100 teas", steps), "2026-03-08", "goals/tea/")
    assert "1 of 1 milestone" in goal


def test_the_milestones_of_a_quarter_are_the_same_on_both_lists() -> None:
    """One of them is of the far vision, which has no card."""
    step = "milestones: [2026-02-10 a step]"
    far = TEA.replace("tea.md", "far.md").replace(
        "measurable: 100 teas", f"horizon: vision\n{step}"
    )
    text = TEA.replace("achievable", f"{step}\nachievable") + far + week(2)
    assert "Milestones this quarter 0 of 2" in said(text, "2026-01-18", "")
    ladder = said(text, "2026-01-18", "goals/").partition("This quarter")[2]
    assert ladder.count("a step for Taste teas") == 2


def test_a_week_without_a_word_counts_for_a_habit_on_every_page() -> None:
    """Danced in weeks 2 to 5, nothing written in weeks 6 and 7, and again in week 8."""
    text = DONE + "".join(week(n, "progress: {dance: 2}") for n in (2, 3, 4, 5, 8))
    assert "Dance 5 of 7 kept" in said(text, "2026-02-22", "2026/")
    assert "Met 5 of the last 7 weeks" in said(text, "2026-02-22", "goals/dance/")


@pytest.mark.parametrize(("week", "counts"), [(11, True), (12, True), (13, False), (32, False)])
def test_a_number_of_days_after_the_close_of_a_daily_habit_is_none_of_it(
    week: int, counts: bool
) -> None:
    """It was dropped on Friday of week 12: what was told later was told of no day of the goal."""
    known = report(
        f"""
== content/goals/water.md ==
---
title: Drink water
measurable: 2 glasses a day
time_bound: 2026-02-16 to 2026-03-30
status: {{is: dropped, since: 2026-03-20}}
---
== content/journal/2026-W{week}.md ==
---
progress: {{water: 4}}
---
""",
        date(2026, 8, 7),
    )
    assert bool(moves(known, date(2026, 1, 1), date(2026, 12, 31))) is counts


def test_a_month_felt_the_same_in_the_journal_and_on_its_own_page() -> None:
    """The week from 26 January to 1 February belongs to January, by its Thursday."""
    years = "".join(
        f"== content/journal/{year}-W{number:02}.md ==\n---\nmood: {mood}\n---\nWords.\n"
        for year, number, mood in [(2023, 5, 1), (2026, 3, 2), (2026, 5, 4), (2026, 6, 5)]
    )
    journal = said(years, "2026-02-15", "journal/")
    assert "January 2026 3 " in journal
    assert "February 2026 5 " in journal
    assert "Mood 3 of 5" in said(years, "2026-02-15", "2026/01/")


def test_an_average_is_told_by_its_periods_and_a_single_one_by_its_middle() -> None:
    text = """
    == content/goals/rest.md ==
    ---
    title: Sleep enough
    measurable: average sleep at least 7 h a month
    time_bound: 2026-01-01 to 2026-12-31
    ---
    """.replace("    ", "")
    text += week(2, "progress: {rest: =8}") + week(4, "progress: {rest: =6}")
    text += week(6, "progress: {rest: =6}")
    assert "Sleep enough kept 7 h on average" in said(text, "2026-03-15", "2026/01/")
    assert "Sleep enough 1 of 2 kept" in said(text, "2026-04-15", "2026/Q1/")


def test_a_period_that_is_longer_than_the_page_is_named() -> None:
    text = """
    == content/goals/kin.md ==
    ---
    title: Ring home
    measurable: 2 times a month
    time_bound: 2026-01-01 to 2026-12-31
    ---
    """.replace("    ", "")
    text += week(3, "progress: {kin: 1}") + week(5, "progress: {kin: 1}")
    assert "Ring home kept 2 of 2, 1 – 31 Jan" in said(text, "2026-02-15", "journal/2026-W05/")
    assert "Ring home kept 2 of 2 " in said(text, "2026-02-15", "2026/01/") + " "


def test_nothing_is_late_or_to_come_in_a_goal_that_is_closed() -> None:
    text = """
    == content/goals/loft.md ==
    ---
    title: Clear the loft
    measurable: milestones
    time_bound: 2026-01-01 to 2026-03-31
    status: dropped since 2026-02-01
    milestones:
      - 2026-01-15 boxes counted
      - 2026-03-15 boxes gone
    ---
    """.replace("\n    ", "\n")
    text += week(3)
    found = page(site(text, date(2026, 4, 15)), "goals/loft/")
    assert "late since" not in found
    assert found.count('aria-label="not reached"') == 2


def test_the_plan_of_a_day_before_a_change_is_the_one_that_held_then() -> None:
    text = """
    == content/goals/tea.md ==
    ---
    title: Taste teas
    measurable: 40 teas
    time_bound: 2026-01-01 to 2026-12-31
    changes:
      - date: 2026-03-01
        measurable: 100 teas
        because: too many
    ---
    """.replace("\n    ", "\n")
    text += week(2, "progress: {tea: 4}") + week(12, "progress: {tea: 4}")
    found = said(text, "2026-04-01", "goals/tea/")
    assert "11 Jan 2026 4 teas 2.75 teas 22 Mar 2026 8 teas 17.8 teas" in found


def test_a_week_of_rest_is_not_one_that_was_left_out() -> None:
    """Nobody asks for its entry; where there is one it counts."""
    rest = "== content/profile.md ==\n---\nbreaks: 2026-01-14 to 2026-01-16 at sea\n---\n"
    text = TEA + week(2) + week(4) + week(5)
    assert "Weeks written 3 of 3" in said(text + rest, "2026-02-01", "2026/")
    pages = site(text + rest, date(2026, 2, 1))
    assert "3 of 3 weeks written since week 2 of 2026" in page(pages, "2026/")
    assert "2026: 3 of 3 weeks written" in page(pages, "journal/")
    assert "Weeks written 4 of 4" in said(text + rest + week(3), "2026-02-01", "2026/")


def test_of_a_measure_that_cannot_be_read_nothing_moved() -> None:
    """As on its own page, where nothing is told but that."""
    text = TEA.replace("100 teas", "von 3 auf 10 Tees") + week(4, "progress: {tea: 4}")
    assert "What moved" not in said(text, "2026-02-01", "2026/")
    assert "What moved" not in said(text, "2026-02-01", "journal/2026-W04/")


def test_progress_and_wins_of_a_quarter_have_names_of_their_own() -> None:
    """What stands under Progress is no record, and what stands under Wins is."""
    lines = "\n## Progress\n\nTwo teas.\n\n## Wins\n\n- A rare one\n"
    told = said(TEA + week(4) + lines, "2026-02-01", "2026/Q1/")
    assert "Progress Week 4 Two teas." in told
    assert told.count("Wins") == 1
