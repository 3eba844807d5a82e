"""The balance of the areas: means of the marks by quarter."""

from __future__ import annotations

from written import report

from milepost.progress.balance import balance, before, quarters
from milepost.progress.calendar import Span

JOURNAL = """
== content/profile.md ==
---
areas: [work, home]
---
== content/journal/2026-03-31.md ==
---
areas: {work: 4, Home: 6}
---
== content/journal/2026-04-01.md ==
---
areas: {work: 5}
---
== content/journal/2026-06-30.md ==
---
areas: {WORK: 8, fun: 10}
---
== content/journal/2026-W40.md ==
---
areas: {work: 2}
---
"""


def test_the_mean_of_a_quarter_whatever_the_size_of_letters() -> None:
    found = {one.area: dict(one.marks) for one in balance(report(JOURNAL))}
    first, second, fourth = Span(2026, 1), Span(2026, 2), Span(2026, 4)
    # The Thursday of week 40 is the first of October.
    assert found == {
        "work": {first: 4, second: 6.5, fourth: 2},
        "home": {first: 6},
        "fun": {second: 10},
    }


def test_the_profile_says_the_order_and_an_area_without_marks_is_left_out() -> None:
    text = JOURNAL.replace("[work, home]", "[sleep, home, work]")
    assert [one.area for one in balance(report(text))] == ["home", "work", "fun"]


def test_the_quarters_with_marks_are_in_order() -> None:
    assert [span.name for span in quarters(balance(report(JOURNAL)))] == [
        "2026-Q1",
        "2026-Q2",
        "2026-Q4",
    ]


def test_quarters_are_counted_back_over_the_year() -> None:
    assert before(Span(2026, 2), 1) == Span(2026, 1)
    assert before(Span(2026, 1), 1) == Span(2025, 4)
    assert before(Span(2026, 4), 4) == Span(2025, 4)
