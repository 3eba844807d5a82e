"""Skills: what is there and what the goals need, in a picture, and each skill over time.

In: the page's context. Out: `SkillsView`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from milepost.journal.words import Visibility
from milepost.progress.skills import (
    Need,
    SkillStanding,
    inheritances,
    is_planned,
    skills,
)
from milepost.site.charts.chart import Chart
from milepost.site.charts.dots import Row, dots, sample
from milepost.site.charts.key import key
from milepost.site.charts.levels import levels_chart
from milepost.site.context import PageContext
from milepost.site.views.parts import Item, Ref, When, day_of, goal_ref
from milepost.voice import skills as said
from milepost.voice.labels import label
from milepost.voice.pages import capital
from milepost.voice.statuses import word


@dataclass(frozen=True, slots=True)
class SkillLine:
    """One skill: where it stands in a sentence, its levels so far, and the goals it is for.

    `way` says of a gap whether anything closes it. `stages` are the levels with what shows them,
    the latest first. `goals` are those that are open, each with what it asks for; `others` those
    at rest or closed, each with the word for how it stands.
    """

    name: str
    anchor: str
    sentence: str
    way: str
    chart: Chart | None
    stages: tuple[Item, ...]
    goals: tuple[Ref, ...]
    others: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class HandedOn:
    """A goal that was replaced, the one in its place, and what carries over."""

    old: Ref
    new: Ref
    says: str


@dataclass(frozen=True, slots=True)
class SkillsView:
    """Everything on the page of skills.

    `example` are lines to write where there is none, and no chart.
    """

    lead: str
    chart: Chart | None
    skills: tuple[SkillLine, ...]
    handed_on: tuple[HandedOn, ...]
    example: tuple[str, ...]


def skills_view(here: PageContext) -> SkillsView:
    """The view of all skills; those that the goals need more of come first."""
    voice, report = here.site.voice, here.site.report
    every = skills(report)
    lines = [_line(here, skill, f"_skill-{n}") for n, skill in enumerate(every, 1)]
    return SkillsView(
        lead=said.lead(voice, every) if every else said.none_yet(voice),
        chart=_chart(here, every, lines) if every else None,
        skills=tuple(line for line in lines if _tells(line)),
        handed_on=tuple(
            HandedOn(
                goal_ref(here, one.old),
                goal_ref(here, one.new),
                said.handed_on(voice, one.kept, one.left),
            )
            for one in inheritances(report)
        ),
        example=() if every else said.example(voice),
    )


def _tells(line: SkillLine) -> bool:
    """Whether there is more to a skill than its row in the picture."""
    return bool(line.stages or line.goals or line.others)


def _chart(here: PageContext, every: Sequence[SkillStanding], lines: Sequence[SkillLine]) -> Chart:
    voice = here.site.voice
    rows = [
        Row(
            line.name,
            said.one_row(voice, skill),
            (("now", skill.have), ("ring", skill.need), ("tick", skill.demand)),
            f"#{line.anchor}" if _tells(line) else "",
            way=("now", "ring") if skill.gaps else None,
            slug="at-risk" if skill.gaps else "on-track",
        )
        for skill, line in zip(every, lines, strict=True)
    ]
    legend = key(
        "c-dots",
        [
            (any(s.have is not None for s in every), sample("now"), label(voice, "have")),
            (any(s.needs for s in every), sample("ring"), label(voice, "need")),
            (any(s.demand is not None for s in every), sample("tick"), label(voice, "demand")),
        ],
    )
    alt = said.every_row(voice, every)
    head = tuple(label(voice, n) for n in ("skill", "has", "needs", "by", "goal", "demanded"))
    table = tuple(row for skill in every for row in _rows(here, skill))
    return Chart(dots(rows, 5, 1, voice, alt) + legend, alt, head, table)


def _rows(here: PageContext, skill: SkillStanding) -> list[tuple[str, ...]]:
    """A row for each goal that needs the skill; one without where none does."""
    voice = here.site.voice
    have, demand = voice.number(skill.have), voice.number(skill.demand)
    if not skill.needs:
        return [(skill.name, have, voice.number(None), "", "", demand)]
    return [
        (
            skill.name,
            have,
            voice.number(need.level),
            voice.date(need.by, "medium") if need.by else voice.number(None),
            goal_ref(here, need.goal).title,
            demand,
        )
        for need in skill.needs
    ]


def _line(here: PageContext, skill: SkillStanding, anchor: str) -> SkillLine:
    voice, report = here.site.voice, here.site.report
    others = [report.standings[id_] for id_ in skill.others]
    return SkillLine(
        name=capital(skill.name),
        anchor=anchor,
        sentence=said.in_a_sentence(voice, skill, report.day),
        way=_way(here, skill),
        chart=_course(here, skill),
        stages=tuple(
            Item(
                day_of(here, stage.day) if stage.day else When(label(voice, "at_first"), ""),
                Ref(said.of_five(voice, stage.level), "", stage.evidence),
            )
            for stage in reversed(skill.stages)
            if stage.day or stage.evidence or len(skill.stages) > 1
        ),
        goals=tuple(_goal(here, need) for need in skill.needs),
        others=tuple(goal_ref(here, s.goal.id, word(voice, s.status)) for s in others),
    )


def _way(here: PageContext, skill: SkillStanding) -> str:
    if not skill.gaps:
        return ""
    journal = here.site.report.journal
    goals = (journal.goal(need.goal) for need in skill.gaps)
    planned = any(is_planned(journal, goal, skill.name) for goal in goals if goal)
    if not planned and here.site.voice.reader is not Visibility.PRIVATE:
        return ""  # what leads there may be hidden
    return said.way(here.site.voice, planned=planned)


def _goal(here: PageContext, need: Need) -> Ref:
    note = said.need_note(here.site.voice, need, here.site.report.day)
    return goal_ref(here, need.goal, note)


def _course(here: PageContext, skill: SkillStanding) -> Chart | None:
    """The levels as a line, where there is more than one."""
    dated = [(stage.day, stage.level) for stage in skill.stages if stage.day]
    first = [stage.level for stage in skill.stages if not stage.day]
    if not dated or len(skill.stages) < 2:
        return None
    day, voice = here.site.report.day, here.site.voice
    points: list[tuple[date, float]] = [(on, level) for on, level in dated]
    if first:
        before = max((day - points[0][0]) // 6, timedelta(days=60))
        points.insert(0, (points[0][0] - before, first[-1]))
    alt = said.course(voice, skill, day)
    days = (points[0][0], day)
    return levels_chart([points], days, voice, alt, top=5, steps=True, wanted=skill.need)
