"""The profile's own keys: skills with their levels, satisfaction, experiences, what it shows."""

from __future__ import annotations

from datetime import date

import pytest
from written import read

from milepost.journal.model import Profile
from milepost.journal.numbers import Misread
from milepost.journal.shortforms import parse_ability, parse_level, parse_satisfaction, parse_skill
from milepost.journal.values import Ability, Level, Money, Satisfaction, Skill
from milepost.journal.words import Inner


def told(front: str) -> tuple[Profile, list[str]]:
    """The profile with this front matter, and what is found in it: code, line, help."""
    loaded = read(f"== content/profile.md ==\n---\n{front.strip()}\n---\n")
    found = [f"{one.code}:{one.place.line} {one.help}" for one in loaded.findings]
    return loaded.journal.profile, found


JANUARY = date(2025, 1, 10)


@pytest.mark.parametrize(
    ("text", "ability"),
    [
        ("negotiation 2", Ability("negotiation", 2)),
        ("negotiation: 2", Ability("negotiation", 2)),
        ("negotiation", Ability("negotiation", 1)),
        ("Web 2.0 design 3", Ability("Web 2.0 design", 3)),
        ("negotiation 0", Ability("negotiation", 0)),
        ("negotiation 5", Ability("negotiation", 5)),
        ("negotiation 2.5", Ability("negotiation", 2.5)),
        ("negotiation 2 since 2025-01-10", Ability("negotiation", 2, JANUARY)),
        ("negotiation 2, since 10.1.2025", Ability("negotiation", 2, JANUARY)),
        (
            "negotiation 2 since 2025-01-10: the tender",
            Ability("negotiation", 2, JANUARY, "the tender"),
        ),
        ("negotiation 2, the tender, alone", Ability("negotiation", 2, None, "the tender, alone")),
        ("negotiation 2, demand 4", Ability("negotiation", 2, None, "", 4)),
        ("negotiation 2 demand 4", Ability("negotiation", 2, None, "", 4)),
        ("Python 3, since 2025", Ability("Python", 3, date(2025, 1, 1))),
    ],
)
def test_a_skill_in_a_line(text: str, ability: Ability) -> None:
    assert parse_ability(text) == ability


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("negotiation 6", "from 0 to 5, not 6"),
        ("negotiation 5.5", "from 0 to 5, not 5.5"),
        ("negotiation 2, demand 6", "from 0 to 5, not 6"),
        ("negotiation 2 since whenever", "no day can be told"),
        ("negotiation since 2025", "tells no level"),
        ("negotiation 45, demand 4", "tells no level"),
        ("negotiation 2 since 2025-02-30", "no 30 February 2025"),
    ],
)
def test_a_skill_that_cannot_be_read(text: str, said: str) -> None:
    found = parse_ability(text)
    assert isinstance(found, Misread)
    assert said in found.message


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("2026-03-01 3 led the tender", Level(date(2026, 3, 1), 3, "led the tender")),
        ("2026-03-01: 3", Level(date(2026, 3, 1), 3)),
        ("1 March 2026 5", Level(date(2026, 3, 1), 5)),
        ("2026-03 3", Level(date(2026, 3, 1), 3)),
        ("2026 0", Level(date(2026, 1, 1), 0)),
    ],
)
def test_a_level_with_its_day(text: str, level: Level) -> None:
    assert parse_level(text) == level


@pytest.mark.parametrize("text", ["3 led the tender", "2026-03-01", "2026-03-01 6", "2026-02-30 3"])
def test_a_level_that_cannot_be_read(text: str) -> None:
    assert isinstance(parse_level(text), Misread)


def test_skills_as_a_mapping_in_each_of_its_forms() -> None:
    profile, found = told(
        """
skills:
  negotiation: 2
  Excel:
    level: 3
    since: 2025-01-10
    evidence: the budget
    demand: 4
  Portuguese:
    - 2025-01-10 1
    - 2026-03-01 3 an exam
  drawing: {2025-01-10: 2 a class}
  cooking: {demand: 2, levels: [2025-01-10 2]}
"""
    )
    assert found == []
    assert profile.skills == (
        Ability("negotiation", 2),
        Ability("Excel", 3, JANUARY, "the budget", 4),
        Ability("Portuguese", levels=(Level(JANUARY, 1), Level(date(2026, 3, 1), 3, "an exam"))),
        Ability("drawing", levels=(Level(JANUARY, 2, "a class"),)),
        Ability("cooking", demand=2, levels=(Level(JANUARY, 2),)),
    )


@pytest.mark.parametrize(
    "front",
    [
        "skills: {negotiation: 2, Excel: 3}",
        "skills: [negotiation 2, Excel 3]",
        "skills: negotiation 2, Excel 3",
        "skills:\n  - negotiation: 2\n  - Excel: 3",
        "skills:\n  - {skill: negotiation, level: 2}\n  - skill: Excel\n    level: 3",
    ],
)
def test_plain_skills_in_every_shape(front: str) -> None:
    profile, found = told(front)
    assert profile.skills == (Ability("negotiation", 2), Ability("Excel", 3))
    assert found == []


def test_a_line_with_a_demand_is_one_skill() -> None:
    assert told("skills: negotiation 2, demand 4")[0].skills == (
        Ability("negotiation", 2, demand=4),
    )


def test_what_is_wrong_with_a_skill_is_told_and_the_others_are_kept() -> None:
    profile, found = told(
        """
skills:
  negotiation: {level: 9}
  Excel: {level: 2, sinse: 2025-01-10}
  drawing: [soon 3]
  cooking: 2
"""
    )
    assert found == [
        "F212:3 write 0 to 5",
        "F201:4 did you mean `since`?",
        "F213:5 write `2026-03-01 3 led the tender`",
    ]
    assert profile.skills[-1] == Ability("cooking", 2)
    assert profile.skills[0] == Ability("negotiation")


def test_what_a_goal_requires_may_be_a_mapping_with_parts() -> None:
    goal = read("---\nrequires: {negotiation: {level: 4}, Excel: 3}\n---\n").journal.goals[0]
    assert goal.requires == (Skill("negotiation", 4), Skill("Excel", 3))


def test_a_list_of_levels_is_no_requirement_and_told() -> None:
    loaded = read("---\nrequires: {negotiation: [2026-03-01 3]}\n---\n")
    assert [one.code for one in loaded.findings] == ["F203"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("job 7, field 8", Satisfaction(7, 8)),
        ("field 8", Satisfaction(None, 8)),
        ("Job: 7/10, a good team", Satisfaction(7, None, "a good team")),
        ("job 0, field 10", Satisfaction(0, 10)),
    ],
)
def test_satisfaction_in_a_line(text: str, value: Satisfaction) -> None:
    assert parse_satisfaction(text) == value


@pytest.mark.parametrize("text", ["fine", "job 11", "field 10.5", "job"])
def test_satisfaction_that_cannot_be_read(text: str) -> None:
    assert isinstance(parse_satisfaction(text), Misread)


def test_experiences_are_written_as_steps_are() -> None:
    profile, found = told(
        "experiences:\n  - see the aurora\n  - done 2026-08-01 swim in the Mondego\n"
    )
    assert found == []
    assert [one.title for one in profile.experiences] == ["see the aurora", "swim in the Mondego"]
    assert [one.done_on for one in profile.experiences] == [None, date(2026, 8, 1)]


def test_what_is_shown_is_one_of_three_words() -> None:
    profile, found = told("show: [strengths, income]")
    assert profile.show == (Inner.STRENGTHS,)
    assert found == ["F211:2 write one of strengths, personality, satisfaction"]


def test_strengths_are_no_skills_any_more() -> None:
    profile, found = told("strengths: [patience, candour]")
    assert (profile.strengths, profile.skills, found) == (("patience", "candour"), (), [])


LIKE_LEVELS = ["-1", "7", "10", "4/5", "4 of 5", "80 %", "high", "Advanced"]


@pytest.mark.parametrize("level", LIKE_LEVELS)
@pytest.mark.parametrize("key", ["skills", "requires"])
def test_a_level_that_is_none_is_told_and_makes_no_other_skill(level: str, key: str) -> None:
    """In a line, in a list and in a mapping, of the profile and of a goal."""
    for form in (f"talk {level}", f"[talk {level}, cook 2]", f"{{talk: {level}, cook: 2}}"):
        if key == "skills":
            profile, found = told(f"skills: {form}")
            names = [one.skill for one in profile.skills]
        else:
            loaded = read(f"== content/goals/a.md ==\n---\nrequires: {form}\n---\n# A\n")
            names = [one.skill for one in loaded.journal.goals[0].requires]
            found = [f"{one.code}:{one.place.line} {one.help}" for one in loaded.findings]
        assert names == (["cook"] if "cook" in form else [])
        assert [one for one in found if one.startswith("F")] == ["F213:2 write 0 to 5"]


def test_behind_a_colon_stands_a_level() -> None:
    """So that a word there is no part of a name; a skill alone is at level 1."""
    profile, found = told("skills: {write: x, cook: , sing: since 2025}")
    assert [one.skill for one in profile.skills] == ["cook"]
    assert [one.partition(" ")[0] for one in found] == ["F213:2", "F213:2"]


@pytest.mark.parametrize(
    "need",
    [
        "cook 4 by 2026-01-01",
        "cook 4 until June",
        "cook 4 2026-01-01",
        "cook 4 (by 2026-01-01)",
        "cook 4 demand 5",
        "cook 4, by 2026-01-01",
        "cook 4, for the lease",
        "{cook: 4 by 2026-01-01}",
    ],
)
def test_a_skill_that_is_needed_has_no_day_of_its_own(need: str) -> None:
    """It is told where the day belongs; the level is not read as one without it."""
    quoted = need if need.startswith("{") else f'"{need}"'
    loaded = read(f"== content/goals/a.md ==\n---\nrequires:\n  - {quoted}\n---\n# A\n")
    assert loaded.journal.goals[0].requires == ()
    (found,) = [one for one in loaded.findings if one.code == "F213"]
    assert "a day is that of a milestone that names the skill" in found.help


@pytest.mark.parametrize(
    "name", ["Type 2 care", "Web 2.0 design", "Windows 11", "Risk", "B2 Dutch"]
)
def test_a_number_within_a_name_is_part_of_it(name: str) -> None:
    assert parse_skill(name) == Skill(name, 1)
    assert parse_ability(name) == Ability(name, 1)


@pytest.mark.parametrize("budget", ["a lot", "30", "2500 EUR each month", "EUR"])
def test_a_budget_that_is_no_amount_is_told(budget: str) -> None:
    """As what was spent is."""
    profile, found = told(f"budget: {budget}")
    assert profile.budget is None
    assert [one.partition(" ")[0] for one in found] == ["F213:2"]
    assert told("budget: 2500 EUR")[0].budget == Money(2500, "EUR")
