"""The page of one goal.

In: a standing and the page's context. Out: `GoalView`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from operator import itemgetter
from typing import Any

from markupsafe import Markup

from milepost.checks.horizons import horizon
from milepost.journal.decisions import Decided
from milepost.journal.values import Milestone
from milepost.journal.words import Kind
from milepost.progress.calendar import Span
from milepost.progress.skills import level_of
from milepost.progress.values import Closing, Standing, Status
from milepost.site.charts.chart import Chart
from milepost.site.context import PageContext
from milepost.site.views.actions import ActionLine, action_list
from milepost.site.views.frame import MenuItem
from milepost.site.views.goal_figures import figures
from milepost.site.views.listed import parts_menu
from milepost.site.views.mentions import mentions
from milepost.site.views.parts import (
    Figure,
    GoalLine,
    Item,
    Lamp,
    Ref,
    When,
    area_ref,
    day_of,
    goal_line,
    goal_ref,
    lamps,
    tag_refs,
)
from milepost.site.views.pictures import goal_pictures
from milepost.site.views.records import RecordLine, records_of_goal
from milepost.voice import labels
from milepost.voice import pages as said
from milepost.voice.backtests import foreseen, in_all
from milepost.voice.changes import field_name, values
from milepost.voice.decisions import verb
from milepost.voice.forecasts import forecast_sentence, range_sentence, safe_sentence
from milepost.voice.measures import (
    confidence,
    measure_in_words,
    minimum_sentence,
    summary,
    weekly_hours,
)
from milepost.voice.reasons import question, reason, together_sentence
from milepost.voice.rhythms import clear_sentence, kept_sentence, strength_sentence
from milepost.voice.skills import asked_with
from milepost.voice.statuses import Chip, chip
from milepost.voice.voice import Voice
from milepost.voice.way_back import way_back_sentence


@dataclass(frozen=True, slots=True)
class StepLine:
    """A milestone: `state` is done, late, next or open; `when` its day, `note` what to add."""

    title: str
    state: str
    when: When | None
    note: str


@dataclass(frozen=True, slots=True)
class PlanLine:
    """An if-then plan."""

    if_: str
    then: str


@dataclass(frozen=True, slots=True)
class FieldChange:
    """What one change of the goal did to one field."""

    field: str
    before: str
    after: str
    eased: bool
    raised: bool


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """A line of the change log: all that changed on a day, or what a review decided then, and why.

    `decided` is the word for a decision, `by` the goal that takes the place of this one.
    """

    when: When
    fields: tuple[FieldChange, ...]
    because: str
    decided: str = ""
    review: Ref | None = None
    by: Ref | None = None


@dataclass(frozen=True, slots=True)
class Aspect:
    """A light with the words of the goal that it judges."""

    lamp: Lamp
    says: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoalView:
    """Everything on a goal's page, top to bottom.

    `named` is how many lines there are on it in the journal. Where they are too many for a page,
    `pages` lead to those on which they go on, by year.
    """

    title: str
    area: Ref | None
    horizon: str
    kind: str
    chip: Chip
    reason: str
    declared: str
    replaced_by: Ref | None
    said: str
    said_when: When | None
    percent: str
    summary: str
    bar: Chart | None
    figures: tuple[Figure, ...]
    charts: tuple[tuple[str, Chart], ...]
    forecast: str
    safe: str
    way_back: str
    minimum: str
    question: str
    rhythm: str
    strength: str
    clear: str
    missing: str
    aspects: tuple[Aspect, ...]
    milestones: tuple[StepLine, ...]
    plans: tuple[PlanLine, ...]
    actions: tuple[ActionLine, ...]
    actions_more: str
    actions_href: str
    serves: tuple[Ref, ...]
    children: tuple[GoalLine, ...]
    children_reason: str
    values: tuple[str, ...]
    support: tuple[str, ...]
    requires: tuple[str, ...]
    skills_href: str
    reward: str
    changes: tuple[ChangeLine, ...]
    grade: str
    grade_colour: str
    foreseen: str
    prose: Markup
    entries: tuple[Item, ...]
    records: tuple[RecordLine, ...]
    earlier: tuple[Item, ...]
    named: int
    pages: tuple[MenuItem, ...]
    tags: tuple[Ref, ...]
    extra: Mapping[str, Any]
    records_count: int = 0
    records_pages: tuple[MenuItem, ...] = ()


_SHOWN = 12


def goal_view(here: PageContext, standing: Standing) -> GoalView:
    """The view of one goal."""
    site, goal = here.site, standing.goal
    voice = site.voice
    near = horizon(goal, standing.start or standing.day, site.report.journal.settings.horizons)
    closing = standing.closing
    known = site.report.standings
    named = mentions(here, goal.id)
    line = goal_line(here, standing)
    for_it = site.report.actions.by_goal.get(goal.id, ())
    open_ = [one for one in for_it if one.path != goal.path]  # its own stand in its prose
    actions, actions_more = action_list(here, open_, _SHOWN, goal.id)
    return GoalView(
        title=standing.title,
        area=area_ref(here, goal.area),
        horizon=labels.horizon(voice, near),
        kind=labels.commitment(voice, goal.kind),
        chip=chip(here.site.voice, standing.status),
        reason=reason(voice, standing),
        declared=_because(voice, standing),
        replaced_by=goal_ref(here, goal.replaced_by) if goal.replaced_by in known else None,
        said=_said(standing),
        said_when=day_of(here, standing.said.day) if standing.said else None,
        percent=line.percent,
        summary=summary(voice, standing),
        bar=line.bar,
        figures=figures(here, standing),
        charts=goal_pictures(here, standing),
        forecast=_forecast(voice, standing),
        safe=safe_sentence(voice, standing) if standing.kind is Kind.COUNT else "",
        way_back=way_back_sentence(voice, standing),
        minimum=minimum_sentence(voice, standing),
        question=question(voice, standing),
        rhythm=kept_sentence(voice, standing),
        strength=strength_sentence(voice, standing) if standing.status.living else "",
        clear=clear_sentence(voice, standing),
        missing=said.missing_number(voice, standing),
        aspects=tuple(
            Aspect(lamp, _says(voice, standing, lamp.letter)) for lamp in lamps(here, goal.id)
        ),
        milestones=tuple(_step(here, standing, step) for step in goal.milestones),
        actions=actions,
        actions_more=actions_more,
        actions_href=here.to("actions") if actions else "",
        plans=tuple(PlanLine(plan.if_, plan.then) for plan in goal.obstacles),
        serves=tuple(goal_ref(here, name) for name in goal.relevant.serves if name in known),
        children=tuple(goal_line(here, known[name]) for name in standing.children if name in known),
        children_reason=together_sentence(voice, standing),
        values=goal.relevant.values,
        support=goal.support,
        requires=tuple(
            asked_with(
                voice,
                need.skill,
                need.level,
                level_of(site.report.journal, need.skill, standing.day),
            )
            for need in goal.requires
        ),
        skills_href=here.to("skills") if goal.requires else "",
        reward=goal.reward,
        changes=_changes(here, standing),
        grade=site.voice.number(closing.grade, digits=1)
        if closing and closing.grade is not None
        else "",
        grade_colour=closing.colour if closing else "",
        foreseen=_foreseen(here, closing),
        prose=here.prose(goal),
        entries=named[:_SHOWN],
        records=records_of_goal(here, goal.id),
        records_count=len(site.report.records.by_goal.get(goal.id, ())),
        records_pages=parts_menu(here, "goal-records", goal.id),
        earlier=named[_SHOWN:],
        named=sum(len(part.rows) for part in site.map.lists["goal", goal.id]),
        pages=parts_menu(here, "goal", goal.id),
        tags=tag_refs(here, goal.tags),
        extra=goal.extra,
    )


def _forecast(voice: Voice, standing: Standing) -> str:
    """What the forecast says and why its range is as wide; empty where there is no end to see."""
    if not (standing.status.living and standing.kind.facts.has_end):
        return ""
    parts = forecast_sentence(voice, standing), range_sentence(voice, standing)
    return " ".join(part for part in parts if part)


def _foreseen(here: PageContext, closing: Closing | None) -> str:
    """How well a close was foreseen, and all closes with it where the author told a confidence."""
    voice, own = here.site.voice, closing is not None and closing.sure is not None
    every = in_all(voice, here.site.report.calibration) if own else ""
    return " ".join(part for part in (foreseen(voice, closing), every) if part)


def _says(voice: Voice, standing: Standing, letter: str) -> tuple[str, ...]:
    """What the goal itself says under one of the five letters, in its author's words."""
    goal = standing.goal
    match letter:
        case "S":
            found = [goal.specific]
        case "M":
            found = [measure_in_words(voice, goal.measurable)] if goal.measurable else []
        case "A":
            effort = goal.achievable
            parts = []
            if effort.hours_per_week is not None:
                parts.append(weekly_hours(voice, effort.hours_per_week))
            if effort.money:
                parts.append(voice.number(effort.money.amount, effort.money.currency))
            if effort.confidence is not None:
                parts.append(confidence(voice, effort.confidence))
            found = [", ".join(parts), *effort.needs, effort.because]
        case "R":
            found = [goal.relevant.because]
        case _:
            found = [said.window(voice, standing), said.computed(voice, standing)]
    return tuple(part for part in found if part)


def _changes(here: PageContext, standing: Standing) -> tuple[ChangeLine, ...]:
    """The change log, the latest first; fields that changed together stand together."""
    together: dict[tuple[date, str], list[FieldChange]] = {}
    voice = here.site.voice
    for one in sorted(standing.changes, key=lambda change: change.day, reverse=True):
        before, after = values(voice, one, standing.unit)
        change = FieldChange(field_name(voice, one), before, after, one.eased, one.raised)
        together.setdefault((one.day, one.because), []).append(change)
    lines = [
        (day, ChangeLine(day_of(here, day), tuple(fields), voice.sentence(because)))
        for (day, because), fields in together.items()
    ]
    decided = here.site.report.decided_of.get(standing.goal.id, ())
    lines += ((_end(here, one), _decided(here, one)) for one in reversed(decided))
    return tuple(line for _, line in sorted(lines, key=itemgetter(0), reverse=True))


def _end(here: PageContext, one: Decided) -> date:
    return min(one.review.end, here.site.report.day)


def _decided(here: PageContext, one: Decided) -> ChangeLine:
    span = Span.named(one.review.period)
    known = one.said.by in here.site.report.standings
    return ChangeLine(
        day_of(here, _end(here, one)),
        (),
        here.line(here.site.voice.sentence(one.said.because), one.review),
        verb(here.site.voice, one.said.is_),
        Ref(said.span_title(here.site.voice, span), here.to("period", span.name)) if span else None,
        goal_ref(here, one.said.by) if known else None,
    )


def _because(voice: Voice, standing: Standing) -> str:
    """Why its author gave it this status, where the reason beside it does not say so already."""
    why = standing.goal.status.because
    return "" if why.strip(" .") in reason(voice, standing) else voice.sentence(why)


def _said(standing: Standing) -> str:
    if not standing.said:
        return ""
    why = f": {standing.said.because}" if standing.said.because else ""
    return f"{standing.said.status}{why}"


def _step(here: PageContext, standing: Standing, step: Milestone) -> StepLine:
    voice, day = here.site.voice, here.site.report.day
    notes = []
    if step.weight != 1:
        notes.append(said.weight(voice, step.weight))
    if step.reward:
        notes.append(said.reward(voice, step.reward))
    if step.done:
        done = step.done_on
        if done and step.due and done != step.due:
            notes.insert(0, said.planned_for(voice, step.due, day))
        day_done = done or step.due
        when = day_of(here, day_done) if day_done else None
        return StepLine(step.title, "done", when, ", ".join(notes))
    late = step.due is not None and step.due < day
    state = "late" if late else "next" if step == standing.next_milestone else "open"
    if not standing.status.living:
        state = "open" if standing.status in {Status.PAUSED, Status.SOMEDAY} else "left"
    if step.due and standing.status.living:
        notes.insert(0, voice.relative(step.due, day))
    return StepLine(
        step.title, state, day_of(here, step.due) if step.due else None, ", ".join(notes)
    )
