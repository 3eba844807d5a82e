"""A break of the whole journal: no line rises in it, no period is missed, and nobody asks."""

from __future__ import annotations

from datetime import date

import pytest
from written import read, report, stands

from milepost.journal.words import Visibility
from milepost.progress.values import Mark
from milepost.voice.english import ENGLISH
from milepost.voice.needs import needs

BOOKS = """
== content/profile.md ==
---
breaks: {breaks}
---
== content/goals/example.md ==
---
title: Read 24 books
measurable: 24 books
time_bound: 2026-01-01 to 2026-12-31
pace: 2026-06-30 =6
readings: 2026-06-30 =6
{more}
---
"""


def books(breaks: str, more: str = "") -> str:
    return BOOKS.format(breaks=breaks, more=more)


def test_every_line_is_level_in_it_as_in_a_break_of_the_goal() -> None:
    whole = stands(books("2026-07 at sea"), "2026-10-15")
    own = stands(books("2027-01", "breaks: 2026-07 at sea"), "2026-10-15")

    assert whole.expected == own.expected == pytest.approx(14.941, abs=0.001)
    assert whole.line == own.line
    assert [piece.because for piece in whole.line if piece.kind == "break"] == ["at sea"]
    assert whole.forecast == own.forecast
    assert whole.needed_rate == own.needed_rate


def test_it_holds_beside_the_breaks_of_a_goal() -> None:
    both = stands(books("2026-07 at sea", "breaks: 2026-09 exams"), "2026-10-15")

    assert [p.because for p in both.line if p.kind == "break"] == ["at sea", "exams"]


@pytest.mark.parametrize(
    ("breaks", "mark"),
    [
        ("2026-10-26 to 2026-11-01", Mark.PAUSE),
        ("2026-10-26 to 2026-10-27", Mark.PAUSE),  # two days of seven: over a quarter
        ("2026-10-26 to 2026-10-26", Mark.UNKNOWN),
        ("2026-11-02 to 2026-11-08", Mark.UNKNOWN),
    ],
)
def test_no_week_of_a_habit_is_missed_in_it(breaks: str, mark: Mark) -> None:
    found = stands(
        f"""
        == content/profile.md ==
        ---
        breaks: {breaks} flu
        ---
        == content/goals/example.md ==
        ---
        measurable: 3 times a week
        time_bound: 2026-10-26 to 2026-12-20
        ---
        """,
        "2026-11-22",
    )
    assert found.rhythm
    first = found.rhythm.periods[0]
    assert (first.mark, first.because) == (mark, "flu" if mark is Mark.PAUSE else "")


def test_hours_are_planned_for_no_day_of_it() -> None:
    found = stands(books("2026-01-05 to 2026-01-09", "achievable: 7 h a week"), "2026-01-20")
    assert [week.planned for week in found.hours[:3]] == [4, 2, 7]


@pytest.mark.parametrize(
    ("front", "due", "to"),
    [
        ("measurable: 24 books at 2 a week\ntime_bound: {start: 2026-01-05}", "2026-04-13", 24),
        ("measurable: 24 books at 2 a week\ncreated: 2026-01-05", "2026-04-13", 24),
        ("measurable: 24 books\npace: 2 a week\ntime_bound: {start: 2026-01-05}", "2026-04-13", 24),
        (
            "measurable: {kind: count, unit: books, rate: 2 a week}\n"
            "time_bound: 2026-01-05 to 2026-03-30",
            "2026-03-30",
            20,
        ),
        ("measurable: 24 books\ntime_bound: 2026-01-05 to 2026-03-30", "2026-03-30", 24),
    ],
)
def test_what_a_rate_gives_leaves_it_out(front: str, due: str, to: float) -> None:
    """Twelve weeks of reading take fourteen with a fortnight off."""
    files = (
        "== content/profile.md ==\n---\nbreaks: 2026-02-01 to 2026-02-14\n---\n"
        f"== content/goals/example.md ==\n---\n{front}\n---\n"
    )
    goal = read(files).journal.goals[0]
    assert goal.measurable
    assert (str(goal.time_bound.due), goal.measurable.to) == (due, to)


WEEKS = """
== content/profile.md ==
---
breaks: {breaks}
---
== content/goals/example.md ==
---
measurable: 24 books
---
== content/journal/2026-W44.md ==
A week.
"""


@pytest.mark.parametrize(
    ("breaks", "said"),
    [
        ("2026-05", "One entry for 2 weeks is enough to come back."),
        ("2026-11-08", "One entry for 1 week is enough to come back."),
        ("2026-11-02 to 2026-11-15", ""),
        ("2026-11-16", ""),  # it goes on in the week that runs
    ],
)
def test_the_call_to_write_does_not_count_its_weeks(breaks: str, said: str) -> None:
    found = report(WEEKS.format(breaks=breaks), date(2026, 11, 18))
    called = [need.why for need in needs(ENGLISH, found) if not need.goal]
    assert called == ([f"The last entry is of week 44. {said}"] if said else [])


@pytest.mark.parametrize("seen", ["private", "shared"])
def test_others_see_the_same_numbers_and_the_reason_only_with_the_profile(seen: str) -> None:
    text = books("2026-07 at sea", "visibility: public").replace(
        "---\nbreaks", f"---\nvisibility: {seen}\nbreaks", 1
    )
    day = date(2026, 10, 15)
    own, theirs = report(text, day), report(text, day, Visibility.SHARED)

    for name in ("expected", "status", "forecast", "needed_rate", "safe_days"):
        mine, seen_by_them = own.standings["example"], theirs.standings["example"]
        assert getattr(mine, name) == getattr(seen_by_them, name)
    told = [p.because for p in theirs.standings["example"].line if p.kind == "break"]
    assert told == (["at sea"] if seen == "shared" else [""])
    assert bool(theirs.journal.profile.breaks) is (seen == "shared")
    assert ("at sea" in repr(theirs)) is (seen == "shared")
