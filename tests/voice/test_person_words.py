"""What is said of skills, of the balance of areas, and of the rungs of the ladder."""

from __future__ import annotations

from datetime import date

import pytest

from milepost.journal.words import Horizon, Visibility
from milepost.progress.balance import AreaMarks
from milepost.progress.calendar import Span
from milepost.progress.skills import Need, SkillStanding, Stage
from milepost.voice.balance import now_and_then
from milepost.voice.english import ENGLISH
from milepost.voice.pages import rung_note
from milepost.voice.skills import asked_with, course, handed_on, in_a_sentence, lead
from milepost.voice.voice import Voice

DAY = date(2026, 11, 22)


def skill(have: float | None, need: float | None, *, told: bool = True) -> SkillStanding:
    stages = (Stage(None, have),) if have is not None else ()
    needs = (Need("lease", need, date(2027, 3, 1)),) if need is not None else ()
    gaps = tuple(n for n in needs if told and n.level > (have or 0))
    return SkillStanding("Excel", stages, None, needs, gaps, ())


SHORT, MET, UNASKED = skill(2, 4), skill(4, 4), skill(3, None)
UNKNOWN, MISSING = skill(None, 4, told=False), skill(None, 4)


@pytest.mark.parametrize(
    ("every", "said"),
    [
        ([UNASKED], "No goal that is open asks for a skill."),
        ([MET], "The 1 skill that the open goals ask for is there."),
        ([MET, MET, UNASKED], "All 2 skills that the open goals ask for are there."),
        ([SHORT], "The one skill that the open goals ask for is short: Excel."),
        ([SHORT, MET], "1 of 2 skills that the open goals ask for is short: Excel."),
        ([SHORT, SHORT], "2 of 2 skills that the open goals ask for are short: Excel and Excel."),
        ([UNKNOWN], "The open goals ask for 1 skill."),
    ],
)
def test_how_many_skills_are_short(every: list[SkillStanding], said: str) -> None:
    assert lead(ENGLISH, every) == said


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (SHORT, "2 of 5 now; 4 of 5 needed by 1 Mar 2027."),
        (MET, "4 of 5 now, as much as is needed."),
        (UNASKED, "3 of 5 now."),
        (UNKNOWN, "4 of 5 needed."),
        (MISSING, "Not in the profile yet; 4 of 5 needed by 1 Mar 2027."),
    ],
)
def test_where_a_skill_stands(one: SkillStanding, said: str) -> None:
    assert in_a_sentence(ENGLISH, one, DAY) == said


def test_a_level_that_nobody_told_is_not_called_nothing() -> None:
    assert asked_with(ENGLISH, "Excel", 4, None) == "Excel 4"
    assert asked_with(ENGLISH, "Excel", 4, 0) == "Excel 4 (have 0)"


def test_a_course_tells_each_level_with_its_day() -> None:
    stages = (Stage(None, 1), Stage(date(2025, 3, 1), 2), Stage(date(2026, 3, 1), 3))
    one = SkillStanding("Excel", stages, None, (), (), ())
    assert course(ENGLISH, one, DAY) == "Excel: 1 at first, 2 from 1 Mar 2025 and 3 from 1 Mar."


def test_what_carries_over() -> None:
    assert handed_on(ENGLISH, ["a"], []) == "carries over: a"
    assert handed_on(ENGLISH, ["a"], ["b"]) == "carries over: a; no longer asked for: b"
    assert handed_on(ENGLISH, [], ["b"]) == "none of its skills is asked for: b"


NOW, BEFORE = Span(2026, 4), Span(2026, 3)


@pytest.mark.parametrize(
    ("before", "said"),
    [
        (6, "Q4 2026: 7 of 10. Up most since Q3 2026: work, by 1."),
        (6.1, "Q4 2026: 7 of 10."),
        (7.9, "Q4 2026: 7 of 10."),
        (8, "Q4 2026: 7 of 10. Down most since Q3 2026: work, by 1."),
    ],
)
def test_from_a_whole_mark_on_a_change_is_told(before: float, said: str) -> None:
    areas = [AreaMarks("work", {BEFORE: before, NOW: 7})]
    assert now_and_then(ENGLISH, areas, NOW, BEFORE) == said


@pytest.mark.parametrize(
    ("step", "counts"), [(Horizon.MID, (1, 2, 5, 6)), (Horizon.SHORT, (2, 3, 5, 6))]
)
def test_a_rung_with_fewer_or_more_than_guides_advise(
    step: Horizon, counts: tuple[int, int, int, int]
) -> None:
    said = [bool(rung_note(ENGLISH, step, count)) for count in counts]
    assert said == [True, False, False, True]
    assert not rung_note(ENGLISH, Horizon.VISION, 0)
    assert not rung_note(Voice("en", reader=Visibility.PUBLIC), step, 6)
