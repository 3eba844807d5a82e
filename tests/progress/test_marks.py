"""The marks that a goal passes: each once, on the day of the reading that first came to it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made import count, goal, readings
from made import stands as standing_of
from written import report, stands

from milepost.progress.lookback import passed
from milepost.progress.values import Passing
from milepost.voice.english import ENGLISH
from milepost.voice.pages import mark_passed

WINDOW = "time_bound: 2026-01-01 to 2026-12-31"


def marks(measure: str, read: str, more: str = "") -> list[tuple[str, str]]:
    """The days and what is said of them."""
    text = f"---\nmeasurable: {measure}\n{WINDOW}\nreadings: [{read}]\n{more}---\n"
    found = stands(text, "2026-10-01")
    return [(f"{one.day:%m-%d}", mark_passed(ENGLISH, found.unit, one)) for one in found.marks]


@pytest.mark.parametrize(
    ("measure", "read", "said"),
    [
        ("8 books", "2026-02-01 +1", []),
        ("8 books", "2026-02-01 +2", [("02-01", "A quarter of the way: 2 books")]),
        (
            "8 books",
            "2026-02-01 +3, 2026-03-01 +1, 2026-04-01 +2, 2026-05-01 +2",
            [
                ("02-01", "A quarter of the way: 3 books"),
                ("03-01", "Over half way: 4 books"),
                ("04-01", "Three quarters of the way: 6 books"),
                ("05-01", "The target is reached: 8 books"),
            ],
        ),
        (
            "from 82 to 78 kg",
            "2026-01-05 =81, 2026-02-01 =80.1, 2026-03-01 =80",
            # The first level is where it began.
            [("03-01", "Over half way: 80 kg")],
        ),
        (
            "{kind: count, to: 40, unit: km, minimum: 30}",
            "2026-02-01 +9, 2026-03-01 +1, 2026-04-01 +20",
            [
                ("03-01", "A quarter of the way: 10 km"),
                ("03-01", "A round number: 10 km"),
                ("04-01", "Over half way: 30 km"),
                ("04-01", "Three quarters of the way: 30 km"),
                ("04-01", "The minimum is in: 30 km"),
            ],
        ),
        ("1000 km", "2026-02-01 +49", [("02-01", "A round number: 10 km")]),
        (
            "1000 km",
            "2026-02-01 +50",
            [("02-01", "A round number: 10 km"), ("02-01", "A round number: 50 km")],
        ),
    ],
)
def test_each_mark_on_its_day(measure: str, read: str, said: list[tuple[str, str]]) -> None:
    assert marks(measure, read) == said


def test_what_was_there_on_the_first_day_was_passed_by_nobody() -> None:
    assert marks("8 books", "2026-01-01 =4, 2026-02-01 +1") == []
    assert marks("8 books", "2026-01-02 =4")[-1] == ("01-02", "Over half way: 4 books")


def test_falling_back_and_passing_again_says_nothing() -> None:
    read = "2026-02-01 =4, 2026-03-01 =3, 2026-04-01 =4, 2026-05-01 =5"
    assert [day for day, _ in marks("8 books", read)] == ["02-01", "02-01"]


def test_a_slip_passes_nothing() -> None:
    read = ", ".join(f"2026-0{n}-01 ={90 - n}" for n in range(1, 7))
    found = marks("from 90 to 70 kg", f"{read}, 2026-06-10 =7.9, 2026-06-17 =84")
    assert found == [("05-01", "A quarter of the way: 85 kg")]


def test_old_readings_are_judged_by_the_goal_as_it_was() -> None:
    changed = "changes:\n  - {date: 2026-03-01, measurable: 8}\n"
    read = "2026-02-01 =4, 2026-04-01 =8, 2026-05-01 =12"
    assert [(day, said) for day, said in marks("16 books", read, changed) if "half" in said] == [
        ("02-01", "Over half way: 4 books")
    ]


LATE = """
== content/goals/read.md ==
---
measurable: 8 books
time_bound: 2026-01-01 to 2026-12-31
readings: [2026-02-02 +2, 2026-02-08 +2, 2026-02-09 +2]
---
"""


def test_a_stretch_of_days_says_the_furthest_of_each_goal() -> None:
    whole = report(LATE, date(2026, 3, 1))

    def furthest(start: str, end: str) -> list[Passing]:
        found = passed(whole, date.fromisoformat(start), date.fromisoformat(end))
        return [mark.passing for _, mark in found]

    assert furthest("2026-02-02", "2026-02-08") == [Passing.HALF]
    assert furthest("2026-02-02", "2026-02-09") == [Passing.THREE_QUARTERS]
    assert furthest("2026-02-03", "2026-02-07") == []


@given(st.lists(st.integers(-5, 30), min_size=1, max_size=12))
def test_no_mark_is_said_twice_and_none_before_it_was_reached(added: list[int]) -> None:
    told = "\n".join(f"2026-02-{day:02} +{n}" for day, n in enumerate(added, 1) if n >= 0)
    found = standing_of(goal(count(50), "2026-01-01 to 2026-12-31"), readings(told), "2026-03-01")
    keys = [(one.passing, one.value if one.passing is Passing.ROUND else 0) for one in found.marks]
    assert len(keys) == len(set(keys))
    for mark in found.marks:
        total = sum(n for day, n in enumerate(added, 1) if n >= 0 and day <= mark.day.day)
        assert total >= 50 * mark.share - 1e-6
