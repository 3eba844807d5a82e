"""Skills: what a person has, what the goals need, and what is still between the two.

In: a `Report`, whose journal has passed the gate. Out: a `SkillStanding` for each skill, and what a
goal hands on to the one that took its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from milepost.journal.model import Goal, Journal, Learning
from milepost.journal.values import Ability
from milepost.journal.words import State
from milepost.progress.report import Report
from milepost.progress.values import Standing


@dataclass(frozen=True, slots=True)
class Stage:
    """A level of a skill, 0 to 5, and what shows it; `day` None is before all that have one."""

    day: date | None
    level: float
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Need:
    """What a living goal asks of a skill: a level, and by when.

    That is the day of its first open milestone that names the skill, whose title is `step`; else
    its due date.
    """

    goal: str
    level: float
    by: date | None
    step: str = ""


@dataclass(frozen=True, slots=True)
class SkillStanding:
    """A skill: how well it is had, oldest stage first, and what is asked of it.

    `needs` are those of living goals, the first due first, `gaps` those of them that ask for more
    than is had; where the profile tells of no skill, nobody knows. `others` are the ids of goals at
    rest or closed that require it.
    """

    name: str
    stages: tuple[Stage, ...]
    demand: float | None
    needs: tuple[Need, ...]
    gaps: tuple[Need, ...]
    others: tuple[str, ...]

    @property
    def have(self) -> float | None:
        """The level that holds on the day of the report; None where nobody told one."""
        return self.stages[-1].level if self.stages else None

    @property
    def need(self) -> float | None:
        """The highest level that a living goal asks for."""
        return max((need.level for need in self.needs), default=None)


@dataclass(frozen=True, slots=True)
class Inheritance:
    """What a replaced goal hands on: its skills that the new one needs too, and the others."""

    old: str
    new: str
    kept: tuple[str, ...]
    left: tuple[str, ...]


def skills(report: Report) -> tuple[SkillStanding, ...]:
    """Every skill that the profile has or a living goal requires.

    Those with a gap come first, by the day on which they are needed, then all by name.
    """
    had: dict[str, list[Ability]] = {}
    for ability in report.journal.profile.skills:
        had.setdefault(ability.skill.casefold(), []).append(ability)
    needed: dict[str, list[Need]] = {}
    others: dict[str, list[str]] = {}
    names = {name: abilities[0].skill for name, abilities in had.items()}
    for standing in report.standings.values():
        goal = standing.goal
        for need in goal.requires:
            name = need.skill.casefold()
            names.setdefault(name, need.skill)
            if standing.status.living:
                needed.setdefault(name, []).append(_need(standing, need.skill, need.level))
            else:
                others.setdefault(name, []).append(goal.id)
    found = []
    for name, shown in names.items():
        if name not in had and name not in needed:
            continue
        own = had.get(name, ())
        known = stages(own, report.day)
        needs = tuple(sorted(needed.get(name, ()), key=_by_day))
        have = known[-1].level if known else 0.0 if had else None
        found.append(
            SkillStanding(
                name=shown,
                stages=known,
                demand=next((a.demand for a in own if a.demand is not None), None),
                needs=needs,
                gaps=tuple(n for n in needs if have is not None and n.level > have),
                others=tuple(others.get(name, ())),
            )
        )
    return tuple(sorted(found, key=_urgent))


def stages(abilities: Iterable[Ability], day: date) -> tuple[Stage, ...]:
    """The levels that were known on a day, in their order; of equal days the last written holds."""
    found: list[Stage] = []
    for ability in abilities:
        if ability.level is not None:
            found.append(Stage(ability.since, ability.level, ability.evidence))
        found += (Stage(level.date_, level.level, level.evidence) for level in ability.levels)
    known = [stage for stage in found if stage.day is None or stage.day <= day]
    return tuple(sorted(known, key=lambda stage: stage.day or date.min))


def level_of(journal: Journal, skill: str, day: date) -> float | None:
    """The level of a skill on a day; None where the profile does not tell one."""
    name = skill.casefold()
    own = [ability for ability in journal.profile.skills if ability.skill.casefold() == name]
    known = stages(own, day)
    return known[-1].level if known else None


def is_planned(journal: Journal, goal: Goal, skill: str) -> bool:
    """Whether anything that is still to come, in this goal or in another, names a skill.

    That is a milestone, a check box, an if-then plan, what a goal is about, a course or a book in
    `content/log/` that is not done, or, of this goal, a word under `needs`.
    """
    texts = [*goal.achievable.needs, goal.achievable.because, goal.specific]
    for other in journal.goals:
        if other.status.is_ in {State.ACTIVE, State.PAUSED}:
            texts += [other.title, other.specific] if other.id != goal.id else []
            texts += [milestone.title for milestone in other.milestones]
            texts += [task.text for task in other.tasks]
            texts += [f"{plan.if_} {plan.then}" for plan in other.obstacles]
    texts += [one.title for one in journal.log if isinstance(one, Learning) and not one.done]
    return any(map(_naming(skill).search, texts))


def inheritances(report: Report) -> tuple[Inheritance, ...]:
    """What each replaced goal with skills hands on, by its id."""
    found = []
    for standing in report.standings.values():
        old = standing.goal
        new = report.standings.get(old.replaced_by)
        if new is None or not old.requires:
            continue
        wanted = {need.skill.casefold() for need in new.goal.requires}
        kept = tuple(need.skill for need in old.requires if need.skill.casefold() in wanted)
        left = tuple(need.skill for need in old.requires if need.skill.casefold() not in wanted)
        found.append(Inheritance(old.id, new.goal.id, kept, left))
    return tuple(found)


def _need(standing: Standing, skill: str, level: float) -> Need:
    named = _naming(skill)
    steps = [
        (step.due, step.title)
        for step in standing.goal.milestones
        if not step.done and step.due and named.search(step.title)
    ]
    by, step = min(steps) if steps else (standing.due, "")
    return Need(standing.goal.id, level, by, step)


def _naming(skill: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(skill)}(?!\w)", re.IGNORECASE)


def _by_day(need: Need) -> tuple[date, str]:
    return need.by or date.max, need.goal


def _urgent(skill: SkillStanding) -> tuple[bool, date, str]:
    first = next((need.by for need in skill.gaps if need.by), date.max)
    return not skill.gaps, first, skill.name.casefold()
