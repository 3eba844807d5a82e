"""The page of one goal.

In: a standing and the page's place. Out: `GoalView`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from markupsafe import Markup

from milepost.journal.model import Entry, Goal
from milepost.journal.values import Milestone
from milepost.journal.words import Commitment, Kind
from milepost.progress.report import Standing
from milepost.site.charts.chart import Chart
from milepost.site.counting import counted, opened
from milepost.site.desk import Here
from milepost.site.horizons import WORDS as HORIZONS
from milepost.site.horizons import horizon
from milepost.site.marks import Chip, chip
from milepost.site.views.parts import (
    NUMBERED,
    GoalLine,
    Item,
    Lamp,
    Ref,
    When,
    area_ref,
    chance,
    day_of,
    entry_item,
    goal_line,
    goal_ref,
    lamps,
    missing,
    tag_refs,
)
from milepost.site.views.pictures import goal_pictures


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of the goal with its name; `note` is its unit and a word beside it."""

    name: str
    value: str
    note: str = ""


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


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """A line of the change log: all that changed on a day, and the one reason."""

    when: When
    fields: tuple[FieldChange, ...]
    because: str


@dataclass(frozen=True, slots=True)
class Aspect:
    """A light with the words of the goal that it judges."""

    lamp: Lamp
    says: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoalView:
    """Everything on a goal's page, top to bottom."""

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
    question: str
    rhythm: str
    missing: str
    aspects: tuple[Aspect, ...]
    milestones: tuple[StepLine, ...]
    plans: tuple[PlanLine, ...]
    serves: tuple[Ref, ...]
    children: tuple[GoalLine, ...]
    children_reason: str
    values: tuple[str, ...]
    support: tuple[str, ...]
    requires: tuple[str, ...]
    reward: str
    changes: tuple[ChangeLine, ...]
    grade: str
    grade_colour: str
    prose: Markup
    entries: tuple[Item, ...]
    earlier: tuple[Item, ...]
    tags: tuple[Ref, ...]
    extra: Mapping[str, Any]


_SHOWN = 12
_KINDS = {
    Commitment.COMMITTED: "",
    Commitment.ASPIRATIONAL: "aspirational",
    Commitment.EXPLORATORY: "exploratory",
}


def goal_view(here: Here, standing: Standing) -> GoalView:
    """The view of one goal."""
    desk, goal = here.desk, standing.goal
    near = horizon(standing, desk.report.journal.settings.horizons)
    closing = standing.closing
    known = desk.report.standings
    named = naming(here, goal)
    line = goal_line(here, standing)
    return GoalView(
        title=goal.title or goal.id,
        area=area_ref(here, goal.area),
        horizon=HORIZONS[near] if near else "",
        kind=_KINDS[goal.kind],
        chip=chip(standing.status),
        reason=opened(standing.reason),
        declared=opened(goal.status.because),
        replaced_by=goal_ref(here, goal.replaced_by) if goal.replaced_by in known else None,
        said=_said(standing),
        said_when=day_of(here, standing.said.day) if standing.said else None,
        percent=line.percent,
        summary=standing.summary,
        bar=line.bar,
        figures=figures(here, standing),
        charts=goal_pictures(here, standing),
        forecast=opened(standing.forecast_reason) if _has_end(standing) else "",
        question=standing.question,
        rhythm=opened(standing.rhythm.sentence) if standing.rhythm else "",
        missing=missing(standing),
        aspects=tuple(
            Aspect(lamp, _says(here, standing, lamp.letter)) for lamp in lamps(here, goal.id)
        ),
        milestones=tuple(_step(here, standing, step) for step in goal.milestones),
        plans=tuple(PlanLine(plan.if_, plan.then) for plan in goal.obstacles),
        serves=tuple(goal_ref(here, name) for name in goal.relevant.serves if name in known),
        children=tuple(goal_line(here, known[name]) for name in standing.children if name in known),
        children_reason=opened(standing.children_reason),
        values=goal.relevant.values,
        support=goal.support,
        requires=tuple(f"{need.skill} {desk.words.number(need.level)}" for need in goal.requires),
        reward=goal.reward,
        changes=_changes(here, standing),
        grade=desk.words.number(closing.grade, digits=1)
        if closing and closing.grade is not None
        else "",
        grade_colour=closing.colour if closing else "",
        prose=here.prose(goal),
        entries=named[:_SHOWN],
        earlier=named[_SHOWN:],
        tags=tag_refs(here, goal.tags),
        extra=goal.extra,
    )


def _has_end(standing: Standing) -> bool:
    """Whether a forecast, or why there is none, says something about the goal."""
    measure = standing.goal.measurable
    return (
        standing.status.living and measure is not None and measure.kind in {Kind.COUNT, Kind.LEVEL}
    )


def _changes(here: Here, standing: Standing) -> tuple[ChangeLine, ...]:
    """The change log, the latest first; fields that changed together stand together."""
    together: dict[tuple[date, str], list[FieldChange]] = {}
    for move in sorted(standing.moves, key=lambda move: move.day, reverse=True):
        change = FieldChange(move.field, move.before, move.after, move.eased)
        together.setdefault((move.day, move.because), []).append(change)
    return tuple(
        ChangeLine(day_of(here, day), tuple(fields), opened(because))
        for (day, because), fields in together.items()
    )


def _said(standing: Standing) -> str:
    if not standing.said:
        return ""
    why = f": {standing.said.because}" if standing.said.because else ""
    return f"{standing.said.status}{why}"


def figures(here: Here, standing: Standing) -> tuple[Figure, ...]:
    """The numbers of a goal that are known, in the order in which one asks for them."""
    words, day = here.desk.words, here.desk.report.day
    measure = standing.goal.measurable
    found = []
    if measure and measure.kind in NUMBERED:
        if standing.actual is not None:
            note = f"on {words.near(standing.last_reading, day)}" if standing.last_reading else ""
            found.append(_figure(here, standing, "Now", standing.actual, note))
        if standing.expected is not None and standing.status.living:
            note = _ahead(standing)
            found.append(_figure(here, standing, "The plan today", standing.expected, note))
        if standing.to is not None and standing.from_ is not None:
            note = f"from {words.number(standing.from_)}"
            found.append(_figure(here, standing, "Target", standing.to, note))
        if measure.minimum is not None:
            found.append(_figure(here, standing, "Would still do", measure.minimum, ""))
        if measure.stretch is not None:
            found.append(_figure(here, standing, "Proud of", measure.stretch, ""))
    elif measure and standing.summary:
        found.append(Figure("Done", standing.summary))
    if standing.due:
        far = words.relative(standing.due, day) if standing.status.living else ""
        found.append(Figure("Due", words.near(standing.due, day), far))
    if standing.rate is not None and standing.status.living:
        needed = standing.needed_rate
        note = f"needs {words.number(needed)}" if needed is not None else ""
        found.append(_figure(here, standing, "Each week", standing.rate, note))
    if standing.forecast and standing.status.living:
        found.append(
            Figure("Chance", chance(words, standing.forecast.probability), "by the due date")
        )
    if standing.confidence is not None and standing.status.living:
        found.append(Figure("Your confidence", f"{words.number(standing.confidence)} of 10"))
    return tuple(found)


def _figure(here: Here, standing: Standing, name: str, value: float, note: str) -> Figure:
    """A figure whose unit stands with the note, since it may be long; money keeps its sign."""
    words, unit = here.desk.words, standing.unit
    plain, whole = words.number(value), words.number(value, unit)
    if not unit or not whole.startswith(plain):
        return Figure(name, whole, note)
    named = whole[len(plain) :].strip()
    return Figure(name, plain, f"{named}, {note}" if note else named)


def _ahead(standing: Standing) -> str:
    days = standing.ahead_days
    if not days:
        return ""
    return f"{counted(abs(days), 'day')} {'ahead' if days > 0 else 'behind'}"


def _step(here: Here, standing: Standing, step: Milestone) -> StepLine:
    words, day = here.desk.words, here.desk.report.day
    notes = []
    if step.weight != 1:
        notes.append(f"weight {words.number(step.weight)}")
    if step.reward:
        notes.append(f"then: {step.reward}")
    if step.done:
        done = step.done_on
        if done and step.due and done != step.due:
            notes.insert(0, f"planned for {words.near(step.due, day)}")
        day_done = done or step.due
        when = day_of(here, day_done) if day_done else None
        return StepLine(step.title, "done", when, ", ".join(notes))
    late = step.due is not None and step.due < day and standing.status.living
    state = "late" if late else "next" if step == standing.next_milestone else "open"
    if step.due and standing.status.living:
        notes.insert(0, words.relative(step.due, day))
    return StepLine(
        step.title, state, day_of(here, step.due) if step.due else None, ", ".join(notes)
    )


def _says(here: Here, standing: Standing, letter: str) -> tuple[str, ...]:
    """What the goal itself says under one of the five letters, in its author's words."""
    goal, words = standing.goal, here.desk.words
    if letter == "S":
        return (goal.specific,) if goal.specific else ()
    if letter == "M":
        return (measure_words(here, goal),) if goal.measurable else ()
    if letter == "A":
        effort = goal.achievable
        said = []
        if effort.hours_per_week is not None:
            said.append(f"{words.number(effort.hours_per_week)} h a week")
        if effort.money:
            said.append(words.number(effort.money.amount, effort.money.currency))
        if effort.confidence is not None:
            said.append(f"confidence {words.number(effort.confidence)} of 10")
        return tuple(part for part in (", ".join(said), *effort.needs, effort.because) if part)
    if letter == "R":
        return (goal.relevant.because,) if goal.relevant.because else ()
    start, due = standing.start, standing.due
    if start and due:
        return (words.range(start, due, here.desk.report.day),)
    return (f"by {words.near(due, here.desk.report.day)}",) if due else ()


def measure_words(here: Here, goal: Goal) -> str:
    """How a goal is counted, as a phrase."""
    measure, words = goal.measurable, here.desk.words
    if measure is None:
        return ""
    low = words.number(measure.from_) if measure.from_ is not None else ""
    high = words.number(measure.to, measure.unit) if measure.to is not None else ""
    per = f" a {measure.per}" if measure.per else ""
    match measure.kind:
        case Kind.COUNT if measure.from_ in (0, None):
            return high
        case Kind.COUNT | Kind.LEVEL:
            return f"from {low} to {high}"
        case Kind.HABIT:
            return f"{high}{per}" if measure.unit else f"{high} times{per}"
        case Kind.LIMIT:
            return f"at most {high}{per}"
        case Kind.RANGE:
            if low and high:
                return f"kept between {low} and {high}"
            return (
                f"kept above {words.number(measure.from_, measure.unit)}"
                if low
                else f"kept below {high}"
            )
        case Kind.YES_NO:
            return "done or not"
        case Kind.GOALS:
            return "the goals that serve it"
        case _:
            return f"its {measure.kind}"


def naming(here: Here, goal: Goal) -> tuple[Item, ...]:
    """Every entry that names the goal, in its numbers or in its prose, the latest first."""
    desk = here.desk
    found = []
    for entry in desk.report.journal.entries:
        note = _note(here, entry, goal.id)
        linked = any(
            (spot := desk.atlas.find(link.target, entry.path)) and spot.address == here.address
            for link in entry.outline.links
        )
        if note is not None or linked:
            found.append((entry, note or ""))
    found.sort(key=lambda pair: (pair[0].day, pair[0].path), reverse=True)
    return tuple(entry_item(here, entry, note=note) for entry, note in found)


def _note(here: Here, entry: Entry, name: str) -> str | None:
    """What an entry says of a goal in figures; None when it does not name it."""
    words = here.desk.words
    unit = here.desk.report.standings[name].unit
    parts: list[str] = []
    named = False
    advance = entry.progress.get(name)
    if advance:
        named = True
        if advance.value is not None:
            sign = "+" if advance.value.mode == "added" and advance.value.value >= 0 else ""
            parts.append(sign + words.number(advance.value.value, unit))
        parts += [advance.note] if advance.note else []
    if name in entry.hours:
        named = True
        parts.append(f"{words.number(entry.hours[name])} h")
    if name in entry.skip:
        named = True
        parts.append(f"skipped: {entry.skip[name]}" if entry.skip[name] else "skipped")
    return ", ".join(parts) if named or name in entry.confidence else None
