"""What was there when a goal began is where it starts, and no work of its first week."""

from __future__ import annotations

import pytest
from written import stands

from milepost.progress.values import Standing, Status


def saved(readings: str, first: str = "20", weeks: int = 7, window: str = "") -> Standing:
    """A goal of 5000 from October on, and seven weeks of 20 each."""
    entries = "".join(
        f"== content/journal/2026-W{41 + n}.md ==\n---\nprogress: {{example: "
        f"{20 if n else first}}}\n---\n"
        for n in range(weeks)
    )
    goal = f"""
== content/goals/example.md ==
---
title: Save 5000
measurable: 5000 EUR
time_bound: {window or "2026-10-05 to 2027-09-30"}
{f"readings: {readings}" if readings else ""}
---
"""
    return stands(goal + entries, "2026-11-22")


@pytest.mark.parametrize(
    "readings",
    [
        "2026-10-05 =3000 what I had",  # on the first day
        "2026-10-01 =3000 what I had",  # before it
    ],
)
def test_what_was_there_is_no_pace(readings: str) -> None:
    standing = saved(readings)
    assert standing.actual == 3140
    assert standing.rate == 20
    assert standing.best_rate == 20
    assert standing.status in {Status.AT_RISK, Status.OFF_TRACK}


def test_the_plan_goes_on_from_what_was_there() -> None:
    line = saved("2026-10-05 =3000").line[0]
    assert (line.start_value, line.end_value) == (3000, 5000)


def test_what_is_stated_later_is_work() -> None:
    standing = saved("2026-10-12 =300", weeks=0)
    assert standing.line[0].start_value == 0


def test_what_is_added_on_the_first_day_is_work() -> None:
    standing = saved("2026-10-05 +70")
    assert standing.rate == pytest.approx((7 * 20 + 70) / 7)
    assert standing.line[0].start_value == 0


@pytest.mark.parametrize("first", ["=1500", "1500"])
def test_without_a_first_day_the_first_number_is_where_it_begins(first: str) -> None:
    standing = saved("", first, window="2027")
    assert standing.actual == 1620
    assert standing.rate == 20
    assert standing.line[0].start_value == 1500


def test_what_is_past_the_target_is_no_beginning() -> None:
    assert saved("2026-10-05 =6000!").progress == pytest.approx(1.228)
