"""One goal on a day: which kind it is, and all that the report says of it.

In: what the journal knows of the goal, and the standings of those that serve it. Out: a `Standing`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from milepost.journal.model import Goal, Mention, Reading
from milepost.journal.values import Measure
from milepost.journal.words import Kind
from milepost.progress.by_way import by_way
from milepost.progress.closing import question
from milepost.progress.figures import Figures
from milepost.progress.judging import closing_of
from milepost.progress.kinds import by_rhythm, by_steps, by_yes_no
from milepost.progress.moves import moves
from milepost.progress.report import Said, Standing, Status
from milepost.progress.rollup import roll_up
from milepost.progress.spells import spells
from milepost.progress.steps import road
from milepost.progress.verdict import Case, settled, waiting
from milepost.progress.versions import last_day, measure_of, versions


@dataclass(frozen=True, slots=True)
class Facts:
    """What the journal knows of one goal on a day; readings and marks in the order of their days.

    `children` are the ids of the goals that serve it, `replaced_title` the title of the goal that
    took its place.
    """

    goal: Goal
    day: date
    readings: tuple[Reading, ...] = ()
    hours: tuple[Mention, ...] = ()
    skips: tuple[Mention, ...] = ()
    confidences: tuple[Mention, ...] = ()
    children: tuple[str, ...] = ()
    said: Said | None = None
    replaced_title: str = ""

    @property
    def measure(self) -> Measure:
        """How the goal is counted."""
        return measure_of(self.goal, bool(self.children))

    @property
    def start(self) -> date | None:
        """The first day: as written, else of the first reading or change, whichever is earlier."""
        written = self.goal.time_bound.start
        if written:
            return written
        known = [r.day for r in self.readings[:1]] + [c.date_ for c in self.goal.changes]
        first = min(known, default=None)
        return min(first, self.day) if first else None

    @property
    def until(self) -> date:
        """The day up to which the goal is measured: the day itself, or that of its close."""
        return last_day(self.goal, self.day)

    @property
    def heard(self) -> date | None:
        """The last day of which a reading or a skip speaks."""
        days = [r.day for r in self.readings[-1:]] + [s.day for s in self.skips]
        last = max(days, default=None)
        return min(last, self.day) if last else None


def standing(facts: Facts, served_by: Sequence[Standing] = ()) -> Standing:
    """Where a goal stands, and why."""
    goal, day, measure = facts.goal, facts.day, facts.measure
    figures = _figures(facts, measure, served_by)
    milestones = road(goal.milestones, facts.start, facts.until)
    base = figures.standing
    status, reason = _verdict(facts, figures)
    if status is Status.ACHIEVED and base.progress is None:
        base = replace(base, progress=1.0)
    if base.forecast and not status.living:
        paused = status is Status.PAUSED
        why = "No forecast while the goal is paused." if paused else "No forecast: it is not open."
        base = replace(base, forecast=None, forecast_reason=why)
    confidence = max(facts.confidences, key=lambda m: m.day, default=None)
    told = confidence.value if confidence else goal.achievable.confidence
    chance = base.forecast.probability if base.forecast else None
    judged = status.living and status not in {Status.TOO_EARLY, Status.NO_DATA, Status.OVERDUE}
    heard = facts.readings[-1].day if facts.readings else None
    return replace(
        base,
        status=status,
        reason=reason,
        next_milestone=milestones.next,
        late_milestones=tuple(late.milestone for late in milestones.late),
        children=facts.children,
        children_reason=roll_up(served_by).reason if facts.children else "",
        said=facts.said,
        moves=moves(versions(goal), figures.eased),
        spells=spells(
            versions(goal),
            facts.hours,
            facts.start,
            goal.time_bound.due,
            facts.until,
            status.living,
        ),
        confidence=told,
        question=question(told, chance) if judged else "",
        closing=closing_of(facts.goal, day, facts.confidences, status, base.progress, figures.on),
        last_reading=min(heard, day) if heard else None,
    )


def _figures(facts: Facts, measure: Measure, served_by: Sequence[Standing]) -> Figures:
    base = Standing(
        goal=facts.goal,
        status=Status.NO_DATA,
        reason="",
        start=facts.start,
        due=facts.goal.time_bound.due,
        unit=measure.unit,
        kind=measure.kind,
    )
    match measure.kind:
        case Kind.COUNT | Kind.LEVEL:
            return by_way(base, facts.readings, facts.until)
        case Kind.HABIT | Kind.LIMIT | Kind.RANGE:
            return by_rhythm(base, measure, facts.readings, facts.skips, facts.until)
        case Kind.MILESTONES | Kind.TASKS:
            return by_steps(base, facts.until)
        case Kind.YES_NO:
            return by_yes_no(base, facts.readings, facts.until)
        case Kind.GOALS:
            rolled = roll_up(served_by)
            found = replace(
                base,
                progress=rolled.progress,
                expected_progress=rolled.expected,
                summary=rolled.summary,
                forecast_reason="No forecast: the goals that serve it have theirs."
                if served_by
                else "No forecast: no goal serves it yet.",
            )
            return Figures(found, met=rolled.met, open=(rolled.status, rolled.reason))


def _verdict(facts: Facts, figures: Figures) -> tuple[Status, str]:
    base = figures.standing
    case = Case(
        goal=facts.goal,
        kind=base.kind,
        day=facts.day,
        start=base.start,
        due=base.due,
        summary=base.summary,
        met=figures.met,
        reached=figures.reached,
        heard=facts.heard,
        replaced_title=facts.replaced_title,
    )
    found = settled(case)
    if found:
        return found
    if base.kind is Kind.GOALS:
        return figures.open
    return waiting(case, base.kind) or figures.open
