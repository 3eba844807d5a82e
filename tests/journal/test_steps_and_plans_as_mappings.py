"""Milestones and obstacles as mappings, in the words that people use for their parts."""

from __future__ import annotations

from datetime import date

import pytest
import written

from milepost.journal.model import Goal
from milepost.journal.values import Obstacle


def read(lines: str) -> tuple[Goal, list[str]]:
    loaded = written.read(f"---\ntitle: Run\n{lines}\n---")
    return loaded.journal.goals[0], [one.code for one in loaded.findings]


@pytest.mark.parametrize(
    ("step", "title", "due", "done"),
    [
        ("{name: 15 km, deadline: 2026-06-14, status: done}", "15 km", "2026-06-14", True),
        ("{name: 15 km, status: completed}", "15 km", "None", True),
        ("{name: 15 km, status: done 2026-02-01}", "15 km", "None", date(2026, 2, 1)),
        ("{date: 2026-06-14, what: 15 km}", "15 km", "2026-06-14", False),
        ("{task: 15 km, by: June 2026, status: in progress}", "15 km", "2026-06-30", False),
        ("{title: 15 km, completed: 2026-02-01}", "15 km", "None", date(2026, 2, 1)),
        ("{15 km: 2026-06-14}", "15 km", "2026-06-14", False),
        ("{Easter: 10 km}", "Easter: 10 km", "None", False),
    ],
)
def test_a_step(step: str, title: str, due: str, done: bool | date) -> None:
    goal, told = read(f"milestones:\n  - {step}")
    (found,) = goal.milestones
    assert (found.title, str(found.due), found.done) == (title, due, done)
    assert not told


def test_steps_by_their_names() -> None:
    goal, told = read("milestones: {first: 2026-06-14, second: {due: 2026-07-14, status: done}}")
    steps = [(one.title, str(one.due), one.done) for one in goal.milestones]
    assert steps == [("first", "2026-06-14", False), ("second", "2026-07-14", True)]
    assert not told


@pytest.mark.parametrize(
    "lines",
    [
        "obstacles: {problem: rain, solution: treadmill}",
        "obstacles: [{obstacle: rain, plan: treadmill}]",
        "obstacles: {rain: treadmill}",
        "obstacles:\n  - rain: treadmill",
        "obstacles: [{if: rain, then: treadmill}]",
        "obstacles: [rain -> treadmill]",
        "obstacles: if rain → treadmill",
        "obstacles: rain => then treadmill",
        "obstacles: wenn rain, dann treadmill",
    ],
)
def test_a_plan(lines: str) -> None:
    goal, told = read(lines)
    assert goal.obstacles == (Obstacle("rain", "treadmill"),)
    assert not told


@pytest.mark.parametrize(
    ("step", "code"),
    [
        ("{date: 2026-06-14}", "F217"),
        ("{date: 2026-06-14, owner: me, notes: none}", "F217"),
        ("{title: 15 km, owner: me, notes: none}", "F225"),
        ("{tilte: 15 km, due: 2026-06-14}", "F201"),
        ("{title: 15 km, status: nearly}", "F225"),
    ],
)
def test_one_thing_is_told_of_a_mapping(step: str, code: str) -> None:
    assert read(f"milestones: [{step}]")[1] == [code]


@pytest.mark.parametrize("begin", ["if", "When", "whenever", "Wenn", "falls"])
def test_a_plan_without_then_says_what_i_do(begin: str) -> None:
    goal, told = read(f"obstacles: '{begin} it rains, I run in the hall'")
    assert goal.obstacles == (Obstacle("it rains", "I run in the hall"),)
    assert not told


@pytest.mark.parametrize("words", ["it rains, the knee", "I miss two evenings, I", "less <- more"])
def test_words_alone_are_no_plan(words: str) -> None:
    assert [plan.then for plan in read(f"obstacles: '{words}'")[0].obstacles] == [""]
