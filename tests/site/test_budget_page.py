"""The page of budgets: planned, spent and left, and what of it goals and periods show."""

from __future__ import annotations

import re

from site_makers import page, site, words

from milepost.journal.words import Visibility

JOURNAL = """\
== milepost.yaml ==
visibility: public
== content/profile.md ==
---
budget: 500 EUR
---
== content/goals/attic.md ==
---
title: Finish the attic
area: home
measurable: 40 boards
achievable: 2 h a week, 300 EUR
time_bound: 2026-01-01 to 2026-12-31
---
== content/goals/exam.md ==
---
title: Pass the exam
measurable: 12 chapters
achievable: 400 EUR
time_bound: 2026-12-31
visibility: private
---
== content/journal/2026-W45.md ==
---
spent: {attic: 340 EUR, exam: 77 GBP}
hours: {attic: 5}
---
"""
MADE = site(JOURNAL)


def test_it_tells_what_was_planned_and_spent_and_what_is_left() -> None:
    told = words(page(MADE, "budget/"))
    assert "Budget of 2026 €500" in told
    assert "Spent €340" in told
    assert "Left €160" in told
    assert "Finish the attic €300 €340 €40 over" in told
    assert "Pass the exam €400 €0 and £77 €400" in told
    assert "Home €300 €340 €40 over" in told
    assert "Finish the attic 104 h 5 h 99.3 h" in told


def test_each_currency_has_a_picture_with_a_table() -> None:
    made = page(MADE, "budget/")
    told = words(made)
    assert told.count("As a table") == 2
    assert "EUR planned and spent by month" in told
    assert "GBP planned and spent by month" in told
    assert "November 2026" in told
    assert "€340 spent in 2026, €700 planned." in made.replace("\u202f", " ")


def test_a_goal_and_a_period_show_their_money() -> None:
    assert "Money €340 of €300 planned" in words(page(MADE, "goals/attic/"))
    assert re.search(r"Money €340 of €\d+ planned", words(page(MADE, "2026/11/")))


def test_the_page_of_the_practice_leads_to_it() -> None:
    assert 'href="../budget/index.html"' in page(MADE, "practice/")


def test_others_see_the_money_of_what_they_see() -> None:
    others = site(JOURNAL, audience=Visibility.PUBLIC)
    told = words(page(others, "budget/"))
    assert "Finish the attic €300 €340 €40 over" in told
    assert "exam" not in told
    assert "77" not in told
    assert "£" not in told


def test_without_hours_and_money_there_is_no_such_page() -> None:
    bare = site("== content/goals/read.md ==\n---\nmeasurable: 24 books\n---\n")
    assert "budget/index.html" not in bare.pages
    assert "budget" not in page(bare, "practice/")


def test_a_page_of_the_authors_own_that_is_called_so_keeps_its_address() -> None:
    own = site(JOURNAL + "== content/pages/budget.md ==\n# My own sums\n")
    assert "My own sums" in words(page(own, "budget/"))
    assert "Finish the attic €300 €340 €40 over" in words(page(own, "budget-2/"))
    assert not own.findings
