"""The mapping form of a measure: what stands in it is read whole, in whatever words, or told."""

from __future__ import annotations

from datetime import date

import pytest
from written import read, stands

from milepost.journal.model import Goal
from milepost.journal.values import Measure
from milepost.journal.words import Direction, Kind, Period
from milepost.progress.values import Status


def goal(lines: str) -> tuple[Goal, dict[str, str]]:
    """A goal with some keys, and what is found in it: the messages by code."""
    loaded = read(f"== content/goals/example.md ==\n---\ntitle: Get there\n{lines}\n---\n")
    return loaded.journal.goals[0], {one.code: one.message for one in loaded.findings}


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("{kind: range, min: 70, max: 75, unit: kg}", Measure(Kind.RANGE, 70, 75, "kg")),
        ("{min: 70 kg, max: 75 kg}", Measure(Kind.RANGE, 70, 75, "kg")),
        ("{kind: range, minimum: 70, maximum: 75}", Measure(Kind.RANGE, 70, 75)),
        ("{kind: range, lower: 70, upper: 75}", Measure(Kind.RANGE, 70, 75)),
        ("{kind: average, at least: 7, unit: mood}", Measure(Kind.AVERAGE, 7, None, "mood")),
        ("{kind: limit, max: 2, per: day}", Measure(Kind.LIMIT, None, 2, "", Period.DAY)),
        ("{max: 2, per: day}", Measure(Kind.LIMIT, None, 2, "", Period.DAY)),
        ("{max: 2 coffees a day}", Measure(Kind.LIMIT, None, 2, "coffees", Period.DAY)),
        ("{kind: habit, times: 3, per: week}", Measure(Kind.HABIT, None, 3, "", Period.WEEK)),
        ("{times: 3, per: week}", Measure(Kind.HABIT, None, 3, "", Period.WEEK)),
        ("{kind: habit, to: 3 times a week}", Measure(Kind.HABIT, None, 3, "", Period.WEEK)),
        ("{kind: habit, to: 3 times, every: week}", Measure(Kind.HABIT, None, 3, "", Period.WEEK)),
        ("{kind: habit, to: 20 pages a day}", Measure(Kind.HABIT, None, 20, "pages", Period.DAY)),
        ("{kind: count, min: 24 books}", Measure(Kind.COUNT, None, 24, "books")),
        ("{kind: count, to: 24 books}", Measure(Kind.COUNT, None, 24, "books")),
        ("{to: 24 books}", Measure(Kind.COUNT, None, 24, "books")),
        ("{kind: count, to: two}", Measure(Kind.COUNT, None, 2)),
        ("{kind: level, to: 75 kg}", Measure(Kind.LEVEL, None, 75, "kg")),
        ("{from: 82, to: 75 kg}", Measure(Kind.LEVEL, 82, 75, "kg")),
        ("{from: 82 kg, to: 75, unit: kg}", Measure(Kind.LEVEL, 82, 75, "kg")),
        ("{to: 75 kg, goes: down}", Measure(Kind.COUNT, None, 75, "kg", goes=Direction.DOWN)),
        ("{kind: level, by: -7 kg}", Measure(Kind.LEVEL, None, None, "kg", by=-7)),
        ("{by: -7, unit: kg}", Measure(Kind.LEVEL, None, None, "kg", by=-7)),
        ("{kind: level, from: 30:00, to: 25:00}", Measure(Kind.LEVEL, 30, 25, "m:ss")),
        ("{kind: level, from: '30:00', to: 25, unit: min}", Measure(Kind.LEVEL, 30, 25, "m:ss")),
        ("{kind: level, from: 30, to: 25, unit: minutes}", Measure(Kind.LEVEL, 30, 25, "minutes")),
        ("{kind: average, from: 7:30, unit: h}", Measure(Kind.AVERAGE, 7.5, None, "h:mm")),
        ("{kind: average, from: 7h30}", Measure(Kind.AVERAGE, 7.5, None, "h:mm")),
        ("{kind: limit, to: 90 min, unit: hours, per: day}",
         Measure(Kind.LIMIT, None, 1.5, "hours", Period.DAY)),
        ("{kind: count, to: €5k, unit: revenue}", Measure(Kind.COUNT, None, 5000, "€ revenue")),
        ("{kind: count, to: 24 books, minimum: 20 books, stretch: 30}",
         Measure(Kind.COUNT, None, 24, "books", minimum=20, stretch=30)),
    ],
)  # fmt: skip
def test_parts_are_read_in_other_words_and_with_units(written: str, meant: Measure) -> None:
    if "goes" in written:
        meant = Measure(Kind.LEVEL, None, meant.to, meant.unit, goes=meant.goes)
    example, found = goal(f"measurable: {written}")
    assert example.measurable == meant
    assert not example.measure_unread
    assert not found


@pytest.mark.parametrize(
    ("written", "code", "told"),
    [
        ("{kind: level, by: -7 %, unit: kg}", "F210", "“-7 %” does not say of what"),
        ("{kind: level, from: 82 kg, to: 165 lb}", "F210", "“kg” and “lb” are two units"),
        ("{kind: level, to: 75 kg, unit: lb}", "F210", "“kg” beside `unit: lb` is two units"),
        ("{kind: habit, to: 3 a week, per: month}", "F210",
         "“3 a week” beside `per: month` is two periods"),
        ("{kind: count, to: 24 books a week}", "F210",
         "“a week” in “24 books a week” is not understood"),
        ("{kind: count, to: 3-5}", "F210", "“-5” in “3-5” is not understood"),
        ("{kind: average, from: 7:30}", "F210", "“7:30” could be hours or minutes"),
        ("{kind: habit, to: 3, night: 8}", "F225", "`measurable` has no part “night”"),
        ("{kind: level, form: 82, to: 75}", "F201", "milepost knows no key “form”"),
        ("{kind: count, max: 24}", "F225", "`measurable` has no part “max”"),
        ("{kind: range, from: 70, min: 60, to: 75}", "F225", "`measurable` has no part “min”"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_told_and_nothing_is_judged(
    written: str, code: str, told: str
) -> None:
    example, found = goal(f"measurable: {written}")
    assert found[code] == told
    assert example.measure_unread


def test_a_part_that_holds_no_number_leaves_the_measure_as_it_is() -> None:
    example, found = goal("measurable: {kind: count, to: 24, unit: books, note: thick ones}")
    assert found == {"F225": "`measurable` has no part “note”"}
    assert not example.measure_unread


def test_a_key_that_is_read_beside_the_measure_is_told_so() -> None:
    example, found = goal("measurable: {kind: count, to: 24, unit: books, due: 2026-12-31}")
    assert found == {"F225": "milepost reads “due” in `time_bound`, and not in `measurable`"}
    assert not example.measure_unread


@pytest.mark.parametrize(
    "written",
    [
        "{kind: average, unit: mood}",
        "{kind: range, unit: kg}",
        "{kind: range, from: 75, to: 70}",
        "{kind: limit, per: day}",
        "{kind: limit, to: -1, per: day}",
        "{kind: habit, to: 0, per: week}",
        "{kind: habit, to: -3, per: week}",
        "{kind: count, unit: books}",
        "{kind: count, to: -24}",
        "{kind: level, unit: kg}",
    ],
)
def test_a_measure_with_nothing_to_judge_by_is_not_judged(written: str) -> None:
    text = f"""
== content/goals/example.md ==
---
title: Get there
measurable: {written}
time_bound: 2026-07-01 to 2026-12-31
---
== content/journal/2026-W30.md ==
---
progress: {{example: 3}}
---
"""
    for day in ("2026-08-10", "2027-01-31"):
        standing = stands(text, day)
        assert standing.status is Status.UNREAD
        assert standing.progress is None


@pytest.mark.parametrize("written", ["{kind: habit, per: week}", "{kind: limit, to: 0, per: day}"])
def test_a_habit_without_a_number_is_once_and_a_limit_may_be_nothing(written: str) -> None:
    assert not (goal(f"measurable: {written}")[0].measurable or Measure()).says_nothing


@pytest.mark.parametrize(
    "written",
    [
        "{from: 2026-01-05, to: 2026-06-28}",
        "{start: 2026-01-05, through: 2026-06-28}",
        "{first day: 2026-01-05, last day: 2026-06-28}",
    ],
)
def test_a_stretch_of_time_has_its_ends_in_other_words(written: str) -> None:
    example, found = goal(f"time_bound: {written}")
    assert (example.time_bound.start, example.time_bound.due) == (
        date(2026, 1, 5),
        date(2026, 6, 28),
    )
    assert not found


@pytest.mark.parametrize(
    ("lines", "to", "unit", "code"),
    [
        ("measurable: 24 books\ntarget: 24 books", 24, "books", "F221"),
        ("measurable: 24 books\ntarget: 30 books", 24, "books", "F222"),
        ("measurable: 24\nunit: books", 24, "books", "F221"),
        ("measurable: {kind: count, to: 24}\nunit: books", 24, "books", "F221"),
        ("target: 24 books\nunit: books", 24, "books", "F221"),
        ("target: 24 books\nunit: pages", None, "pages", "F210"),
    ],
)
def test_a_word_beside_the_measure(lines: str, to: float | None, unit: str, code: str) -> None:
    example, found = goal(lines)
    assert example.measurable
    assert (example.measurable.to, example.measurable.unit) == (to, unit)
    assert code in found


@pytest.mark.parametrize("key", ["rate: 2 a week", "per: week", "unit: kg"])
def test_a_part_at_the_top_of_a_goal_is_no_other_tools_key(key: str) -> None:
    name = key.partition(":")[0]
    loaded = read(f"== content/goals/example.md ==\n---\ntitle: Get there\n{key}\n---\n")
    told = next(one for one in loaded.findings if one.code == "F202")
    assert told.message.startswith(f"milepost reads “{name}” in `")
    assert "another tool" not in told.help


@pytest.mark.parametrize(
    ("measure", "told"),
    [
        ("{to: 24, unit: books, minimum: 30}", ["`minimum: 30` asks for more than the target, 24"]),
        ("{to: 24, unit: books, stretch: 10}", ["`stretch: 10` asks for less than the target, 24"]),
        (
            "{kind: level, from: 82, to: 75, unit: kg, minimum: 73}",
            ["`minimum: 73` asks for less than the target, 75"],
        ),
        ("{to: 24, unit: books, minimum: 24, stretch: 24}", []),
        ("{to: 24, unit: books, minimum: 20, stretch: 30}", []),
        ("{kind: level, from: 82, to: 75, unit: kg, minimum: 77, stretch: 73}", []),
        ("{kind: limit, to: 2, per: day, minimum: 3, stretch: 1}", []),
    ],
)
def test_what_would_still_do_is_easier_than_the_target(measure: str, told: list[str]) -> None:
    findings = read(f"---\nmeasurable: {measure}\n---\n# G\n").findings
    assert [one.message for one in findings if one.code == "F210"] == told
