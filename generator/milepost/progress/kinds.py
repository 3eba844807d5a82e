"""The figures of a goal by the kind of its measure.

In: a bare standing, readings, a day. Out: the standing with its figures, and the status that holds
where nothing else settles it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from milepost.journal.model import Mention, Reading
from milepost.journal.values import Measure
from milepost.journal.words import Kind
from milepost.progress.figures import Figures
from milepost.progress.reasons import number, plural, sentence
from milepost.progress.report import Mark, Standing, Status
from milepost.progress.rhythm import ENOUGH, kept, status_of, wanted
from milepost.progress.series import bounded, series
from milepost.progress.steps import is_done, road
from milepost.progress.stints import Frame
from milepost.progress.verdict import Case, Verdict, in_steps
from milepost.progress.versions import time_off

_NO_RATE = "No forecast: a goal of this kind has no rate."
_NO_END = "No forecast: a habit, a limit or a range has no end to foresee."


def by_rhythm(
    base: Standing,
    measure: Measure,
    readings: Sequence[Reading],
    skips: Sequence[Mention],
    day: date,
) -> Figures:
    """A habit, a limit or a range: kept period by period."""
    if base.start is None or base.start > day:
        found = replace(base, forecast_reason=_NO_END, to=measure.to, from_=measure.from_)
        return Figures(found, open=(Status.NO_DATA, f"No reading yet of {wanted(measure)}."))
    frame = Frame(measure, base.start, base.due, time_off(base.goal), tuple(skips), day)
    how = kept(frame, readings)
    per = frame.per.value
    word = "met" if measure.kind is Kind.HABIT else "kept"
    share = how.share
    summary = f"{word} {how.met} of {plural(how.counted, per)}" if how.met else wanted(measure)
    current = how.current.value if how.current else None
    status = status_of(how) if how.counted > 1 else Status.TOO_EARLY
    judged = status in {Status.AT_RISK, Status.OFF_TRACK}
    line = how.because if judged else how.rhythm.sentence
    if measure.kind is not Kind.RANGE and how.current and how.current.mark is Mark.UNKNOWN:
        so_far = (
            f"{number(current or 0.0)} of {number(how.current.wanted or 1.0)} this {per} so far"
        )
        line = sentence(f"{line.removesuffix('.')}; {so_far}") if current else line
    found = replace(
        base,
        actual=current,
        from_=measure.from_,
        to=measure.to,
        progress=share,
        summary=summary,
        rhythm=how.rhythm,
        series=series(readings, 0.0, day).points if measure.kind is Kind.RANGE else (),
        forecast_reason=_NO_END,
    )
    over = base.due is not None and base.due < day
    return Figures(
        found,
        met=over and share is not None and share >= ENOUGH,
        open=(status, line),
    )


def by_steps(base: Standing, day: date) -> Figures:
    """Milestones or tasks: weight done over weight in all."""
    goal = base.goal
    way = road(goal.milestones, base.start, day)
    if base.kind is Kind.MILESTONES:
        done, whole, unit = way.done, way.whole, "milestones"
        count = sum(is_done(m, day) for m in goal.milestones)
        summary = f"{count} of {plural(len(goal.milestones), 'milestone')}"
        expected = way.due / whole if way.due is not None and whole > 0 else None
        reached = max((m.done_on for m in goal.milestones if m.done_on), default=None)
    else:
        ticks = [task.done for task in goal.outline.tasks]
        done, whole, unit = float(sum(ticks)), float(len(ticks)), "tasks"
        summary = f"{sum(ticks)} of {plural(len(ticks), 'task')}"
        expected, reached = None, None
    progress = done / whole if whole > 0 else None
    found = replace(
        base,
        actual=done,
        from_=0.0,
        to=whole,
        expected=way.due if expected is not None else None,
        expected_progress=expected,
        progress=progress,
        summary=summary if whole else "",
        forecast_reason=_NO_RATE,
        unit=base.unit or unit,
    )
    if not whole:
        return Figures(
            found, open=(Status.NO_DATA, f"It is counted by {unit}, and there are none yet.")
        )
    begun = done > 0 or way.begun
    return Figures(
        found,
        progress is not None and progress >= 1 - 1e-9,
        reached,
        _steps_verdict(found, day, begun),
    )


def by_yes_no(base: Standing, readings: Sequence[Reading], day: date) -> Figures:
    """Yes or no: done once a reading says 1 or more."""
    points = series(readings, 0.0, day).points
    held = points[-1].value if points else None
    way = road(base.goal.milestones, base.start, day)
    done = held is not None and held >= 1
    found = replace(
        base,
        series=points,
        actual=None if held is None else min(max(bounded(held), 0.0), 1.0),
        from_=0.0,
        to=1.0,
        progress=1.0 if done else 0.0,
        summary="done" if done else "not done yet",
        forecast_reason=_NO_RATE,
    )
    begun = way.begun or bool(points)
    return Figures(found, done, points[-1].day if done else None, _steps_verdict(found, day, begun))


def _steps_verdict(base: Standing, day: date, begun: bool) -> Verdict:
    """The status of a goal without a rate."""
    goal = base.goal
    late = road(goal.milestones, base.start, day).late
    worst = max(late, key=lambda one: one.days, default=None)
    case = Case(goal, base.kind, day, base.start, base.due, base.summary, met=False)
    return in_steps(
        case,
        len(late),
        any(one.beyond for one in late),
        worst.milestone.title if worst else "",
        worst.days if worst else 0,
        begun,
    )
