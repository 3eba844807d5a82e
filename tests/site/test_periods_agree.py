"""What a period's page says in its figures, its sentences, its charts and its tables is one."""

from __future__ import annotations

from datetime import date

from site_makers import page, site, words

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
