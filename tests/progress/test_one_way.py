"""A level that is said to go down goes down, whatever its first reading; no reading turns it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from written import report, stands

from milepost.checks.check import check
from milepost.journal.measures import parse_measure
from milepost.journal.values import Measure
from milepost.journal.words import Direction
from milepost.progress.values import Status


def journal(measure: str, *values: object) -> str:
    """A goal that began in July, with a number in each week from W30 on."""
    goal = f"""
== content/goals/example.md ==
---
title: Get there
measurable: {measure}
time_bound: 2026-07-01 to 2026-12-31
---
"""
    weeks = (
        f"== content/journal/2026-W{30 + n}.md ==\n---\nprogress: {{example: {value}}}\n---\n"
        for n, value in enumerate(values)
    )
    return goal + "".join(weeks)


@pytest.mark.parametrize(
    ("measure", "values"),
    [
        ("under 70 kg", (68, 67.5, 68.2, 69, 71)),
        ("below 70 kg", (69.9, 71)),
        ("down to 75 kg", (72, 72.4, 73, 74, 76)),
        ("get down to 75 kg", (72, 76)),
        ("less than 70 kg", (68, 71)),
        ("< 70 kg", (68, 71)),
        ("sub 25:00", ("24:10", "25:20")),
        ("under 25:00", ("24:10", "24:20", "25:20")),
        ("get up to 100 kg", (120, 99)),
        ("{kind: level, to: 70, unit: kg, goes: down}", (68, 71)),
        ("{kind: level, to: 100, unit: kg, goes: up}", (120, 99)),
    ],
)
def test_a_level_past_its_target_at_first_is_asked_about(
    measure: str, values: tuple[float, ...]
) -> None:
    standing = stands(journal(measure, *values), "2026-09-01")
    assert standing.status is Status.UNREAD
    assert standing.progress is None


@pytest.mark.parametrize("measure", ["under 70 kg", "down to 70 kg", "to 70 kg"])
def test_a_level_above_its_target_goes_down(measure: str) -> None:
    standing = stands(journal(measure, 74, 73, 72), "2026-08-10")
    assert (standing.from_, standing.to, standing.progress) == (74, 70, 0.5)


def test_a_level_that_says_no_way_goes_where_its_target_lies() -> None:
    assert stands(journal("to 70 kg", 66, 68), "2026-08-10").progress == 0.5


@pytest.mark.parametrize(
    ("measure", "first", "small"), [("10 hours", 90, "min"), ("20 km", 1500, "m")]
)
def test_the_rule_names_the_smaller_unit(measure: str, first: int, small: str) -> None:
    found = {one.code: one for one in check(report(journal(measure, first)))}
    assert f": {first} {small}` in the entry if it counts these" in found["M109"].help


def test_a_weight_beside_what_is_to_be_lost_is_offered_as_a_way_down() -> None:
    found = {one.code: one for one in check(report(journal("8 kg lost", 81.5)))}
    assert found["M109"].help.startswith("write `measurable: lose 8 kg` if it says how high it")


def test_the_rule_says_how_to_stay_there() -> None:
    found = {one.code: one for one in check(report(journal("under 25:00", "24:10")))}
    assert found["M109"].message == "the first number, 24:10, lies past the target already"
    assert found["M109"].help == (
        "write `measurable: keep below 25:00 min` if it is to stay there, "
        "else a target that lies below 24:10"
    )
    kept = parse_measure("keep below 25:00 min")
    assert isinstance(kept, Measure)
    assert (kept.to, kept.unit) == (25.0, "m:ss")


@given(
    st.sampled_from(["under", "down to", "below", "less than", "get up to"]),
    st.integers(50, 90),
    st.lists(st.integers(40, 100), min_size=1, max_size=6),
)
def test_no_reading_turns_a_level(word: str, to: int, values: list[int]) -> None:
    """What must go down is further on the lower it stands, and the other way round."""
    measure = parse_measure(f"{word} {to} kg")
    assert isinstance(measure, Measure)
    down = measure.goes is Direction.DOWN
    standing = stands(journal(f"{word} {to} kg", *values), "2026-09-13")
    if standing.progress is not None and standing.progress >= 1:
        assert standing.actual is not None
        assert standing.actual <= to if down else standing.actual >= to
