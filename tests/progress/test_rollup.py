"""A goal reached through others: weighted progress, weakest status, nobody left out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made import count, day, goal, readings
from written import stands

from milepost.journal.model import Goal, Journal, Reading
from milepost.journal.values import Declared, Measure, Relevance
from milepost.journal.words import Kind, State
from milepost.progress.measure import measure
from milepost.progress.rollup import weighted
from milepost.progress.values import Standing, Status
from milepost.voice.english import ENGLISH
from milepost.voice.reasons import reason

WINDOW = "2026-01-01 to 2026-12-31"


def child(name: str, **more: object) -> Goal:
    serves = Relevance(serves=("career",))
    fields = {"relevant": serves, **more}
    return goal(count(10), WINDOW, name=name, **fields)


def career(*children: Goal, given_: tuple[Reading, ...] = (), on: str = "2026-07-01") -> Standing:
    parent = goal(Measure(Kind.GOALS), WINDOW, name="career")
    journal = Journal(goals=(parent, *children), readings=given_)
    return measure(journal, day(on)).standings["career"]


def at(name: str, value: float) -> tuple[Reading, ...]:
    return readings(f"2026-06-30 ={value}", name=name)


def test_the_sum_is_weighted_and_each_part_clamped() -> None:
    assert weighted([(3, 1.25), (1, 0.5), (0, 0.1), (1, -0.2)]) == pytest.approx(0.70)


def test_nothing_with_weight_is_unknown() -> None:
    assert weighted([(0, 0.5)]) is None
    assert weighted([]) is None


def test_dropped_goals_leave_the_sum_and_are_named() -> None:
    found = career(
        child("write", weight=3.0),
        child("speak"),
        child("chess", status=Declared(State.DROPPED)),
        given_=at("write", 10) + at("speak", 0) + at("chess", 1),
    )
    assert found.progress == pytest.approx(0.75)
    assert found.children == ("chess", "speak", "write")
    assert found.status is Status.OFF_TRACK
    assert reason(ENGLISH, found) == (
        "0 of 1 on track; 1 goal achieved; off track: Speak; dropped: Chess."
    )


def test_goals_without_data_count_nothing_and_are_named() -> None:
    found = career(child("write"), child("speak"), given_=at("write", 5), on="2026-07-02")
    assert found.progress == pytest.approx(0.25)
    assert "no data yet and counted 0: Speak" in reason(ENGLISH, found)


def test_when_all_are_achieved_so_is_the_parent() -> None:
    found = career(child("write"), child("speak"), given_=at("write", 10) + at("speak", 10))
    assert found.status is Status.ACHIEVED
    assert found.progress == 1


def test_a_goal_without_a_measure_is_counted_by_those_that_serve_it() -> None:
    parent = goal(None, WINDOW, name="career")
    journal = Journal(goals=(parent, child("write")), readings=at("write", 5))
    found = measure(journal, day("2026-07-01")).standings["career"]
    assert found.kind is Kind.GOALS
    assert found.progress == pytest.approx(0.5)


def test_grandchildren_count_through_their_parent() -> None:
    vision = goal(Measure(Kind.GOALS), name="vision")
    parent = goal(Measure(Kind.GOALS), name="career", relevant=Relevance(serves=("vision",)))
    journal = Journal(goals=(vision, parent, child("write")), readings=at("write", 4))
    assert measure(journal, day("2026-07-01")).standings["vision"].progress == pytest.approx(0.4)


def test_a_circle_is_cut() -> None:
    one = goal(Measure(Kind.GOALS), name="one", relevant=Relevance(serves=("two", "one")))
    two = goal(Measure(Kind.GOALS), name="two", relevant=Relevance(serves=("one",)))
    found = measure(Journal(goals=(one, two)), day("2026-07-01")).standings
    assert reason(ENGLISH, found["one"])
    assert reason(ENGLISH, found["two"])


def test_a_long_chain_is_no_trouble() -> None:
    chain = tuple(
        goal(Measure(Kind.GOALS), name=f"g{i:04}", relevant=Relevance(serves=(f"g{i + 1:04}",)))
        for i in range(2000)
    )
    assert len(measure(Journal(goals=chain), day("2026-07-01")).standings) == 2000


parts = st.lists(st.tuples(st.floats(0, 100), st.none() | st.floats(-5, 5)), min_size=1)


@given(parts)
def test_a_roll_up_lies_within_its_parts(row: list[tuple[float, float | None]]) -> None:
    found = weighted(row)
    clamped = [min(max(p or 0.0, 0.0), 1.0) for w, p in row if w > 0]
    if found is not None:
        assert min(clamped) - 1e-9 <= found <= max(clamped) + 1e-9


def test_a_goal_without_weight_says_nothing_of_what_it_serves() -> None:
    journal = """
        == content/goals/top.md ==
        ---
        title: Top
        measurable: goals
        time_bound: 2026-01-01 to 2026-12-31
        ---
        == content/goals/done.md ==
        ---
        title: Done
        measurable: 10 walks
        relevant: "[[top]]"
        weight: 3
        time_bound: 2026-01-01 to 2026-12-31
        ---
        == content/goals/light.md ==
        ---
        title: Light
        measurable: 10 walks
        relevant: "[[top]]"
        weight: 0
        time_bound: 2026-01-01 to 2026-06-30
        ---
        == content/journal/2026-W26.md ==
        ---
        progress: {done: 10, light: 1}
        ---
    """
    found = stands(journal, "2026-07-05", "top")
    assert found.status is Status.ACHIEVED or found.progress == 1
    assert "at risk" not in reason(ENGLISH, found)


def test_the_tick_of_a_goal_stands_for_the_same_goals_as_its_bar() -> None:
    journal = """
        == content/goals/top.md ==
        ---
        title: Top
        measurable: goals
        ---
        == content/goals/a.md ==
        ---
        title: A
        measurable: 10 walks
        relevant: "[[top]]"
        time_bound: 2026-01-01 to 2026-12-31
        ---
        == content/goals/b.md ==
        ---
        title: B
        measurable: yes or no
        relevant: "[[top]]"
        ---
        == content/journal/2026-W26.md ==
        ---
        progress: {a: 9}
        ---
    """
    found = stands(journal, "2026-07-05", "top")
    assert found.progress == 0.45
    assert found.expected_progress is None
