"""A2: the pace that is needed, and how many goals want one at once.

In: standings. Out: findings.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from math import floor

from milepost.checks.context import CheckContext
from milepost.checks.rule import Remark, rule
from milepost.findings import Severity
from milepost.journal.words import Horizon, Kind
from milepost.progress.values import Standing
from milepost.progress.way_back import best_of_level
from milepost.voice.english import listed, spoken, with_numbers_of

_STRETCHED = 1.5
_PACE = 2
"""So many numbers tell a pace; one tells where it stands."""
_FEW = 5
_NAMED = 4
"""Goals that a message names."""


@rule("A201", "pace-never-reached")
def pace(context: CheckContext) -> Iterator[Remark]:
    """The pace that is needed is over one and a half times the best four weeks so far.

    It is judged from two numbers on. The best past is a fair guess at what is possible. When even
    that is far too slow, a smaller goal or a later day is more honest, and less tiring, than
    hoping. The change is written down with its reason, and the weeks before it are judged by the
    goal as it then was.

    Flagged:
        title: Read 24 books
        measurable: 24 books
        time_bound: 2026-09-14 to 2026-12-20
        readings: [2026-09-20 +1, 2026-10-04 +1, 2026-10-18 +1, 2026-11-01 +1, 2026-11-15 +1]
    Fine:
        title: Read 8 books
        measurable: 8 books
        time_bound: 2026-09-14 to 2026-12-20
        readings: [2026-09-20 +1, 2026-10-04 +1, 2026-10-18 +1, 2026-11-01 +1, 2026-11-15 +1]
    """
    number, figure = context.says.number, context.says.figure
    for standing in context.living():
        if len(standing.told) < _PACE:
            continue
        best = standing.best_rate
        if best is None and standing.kind is Kind.LEVEL:
            best = best_of_level(standing.series, -1.0 if standing.falls else 1.0)
        needed = standing.needed_rate
        if best is None or not needed or standing.due is None:
            continue
        best = best if needed > 0 else -best
        if abs(needed) <= _STRETCHED * best:
            continue
        unit = standing.unit
        fault = f"{number(abs(needed), unit)} a week would be needed from now on, and "
        if best <= 0:
            fault += "no four weeks in a row have brought any"
        else:
            fault += f"the best four weeks in a row brought {figure(best, unit)} a week"
        yield (
            context.locate_value(standing.goal, "measurable"),
            fault,
            _slower(context, standing, best),
        )


@rule("A202", "many-goals-at-once", Severity.HINT)
def many(context: CheckContext) -> Iterator[Remark]:
    """More than five short-term goals are active at the same time.

    Five is a custom, not a law. But every goal wants its line each week, and one that is paused on
    purpose costs nothing, while one that is neglected does. Who has set another number as
    `active_goals` is asked by that ([A205](A205.md)).

    Flagged:
        == content/goals/a.md ==
        title: Read 12 books
        measurable: 12 books
        == content/goals/b.md ==
        title: Run 12 laps
        measurable: 12 laps
        == content/goals/c.md ==
        title: Bake 12 loaves
        measurable: 12 loaves
        time_bound: 2026-11-04 to 2027-01-29
        == content/goals/d.md ==
        title: Write 12 letters
        measurable: 12 letters
        time_bound: 2026-11-05 to 2027-01-29
        == content/goals/e.md ==
        title: Draw 12 trees
        measurable: 12 trees
        time_bound: 2026-11-06 to 2027-01-29
        == content/goals/f.md ==
        title: Swim 12 km
        measurable: 12 km
        time_bound: 2026-11-07 to 2027-01-29
    Fine:
        == content/goals/a.md ==
        title: Read 12 books
        measurable: 12 books
        == content/goals/b.md ==
        title: Run 12 laps
        measurable: 12 laps
    """
    if context.journal.most_goals is not None:
        return
    short = [
        s for s in context.living() if context.horizon(s) is Horizon.SHORT and _begun(context, s)
    ]
    if len(short) <= _FEW:
        return
    latest = max(short, key=lambda s: (s.start or date.min, s.goal.id))
    others = [f"“{s.goal.title}”" for s in short if s is not latest]
    if len(others) > _FEW:
        others = [*others[:_FEW], f"{len(others) - _FEW} more"]
    yield (
        context.locate_title(latest.goal),
        f"this is one of {len(short)} short-term goals at the same time; the others are "
        f"{listed(others)}",
        f"write `status: paused since {context.day}` or `status: someday` in those that can wait",
    )


@rule("A205", "more-goals-than-set")
def more_than_set(context: CheckContext) -> Iterator[Remark]:
    """More goals are active at the same time than `active_goals` in the profile or the settings.

    Every active goal counts that has begun, but a vision, and one that is counted by the goals that
    serve it, since those count. Nobody else's number is right for you; this one is yours.

    Flagged:
        == content/profile.md ==
        ---
        active_goals: 1
        ---
        == content/goals/a.md ==
        title: Read 12 books
        measurable: 12 books
        == content/goals/b.md ==
        title: Run 12 laps
        measurable: 12 laps
    Fine:
        == content/profile.md ==
        ---
        active_goals: 1
        ---
        == content/goals/a.md ==
        title: Read 12 books
        measurable: 12 books
        == content/goals/b.md ==
        title: Run 12 laps
        measurable: 12 laps
        time_bound: 2027-01-04 to 2027-03-28
    """
    most = context.journal.most_goals
    at_once = [
        s
        for s in context.living()
        if _begun(context, s)
        and s.kind is not Kind.GOALS
        and context.horizon(s) is not Horizon.VISION
    ]
    if most is None or len(at_once) <= most:
        return
    latest = sorted(at_once, key=lambda s: (s.start or date.min, s.goal.id))[most:]
    profile, settings = context.journal.profile, context.journal.settings
    owner = profile if profile.active_goals is not None else settings
    many = len(at_once)
    yield (
        owner.at("active_goals"),
        f"{many} goals are active at the same time, {many - most} more than the {most} that you "
        "set",
        f"write `status: paused since {context.day}` or `status: someday` in those that can wait "
        f"(begun last: {listed([f'“{s.goal.title}”' for s in latest[-_NAMED:]])}), or "
        f"`active_goals: {many}`",
    )


def _begun(context: CheckContext, standing: Standing) -> bool:
    return standing.start is None or standing.start <= context.day


def _slower(context: CheckContext, standing: Standing, best: float) -> str:
    """The day, or the target, that the best pace of the past would allow."""
    why = "and say why under `changes:`"
    needed, due = standing.needed_rate, standing.due
    if best <= 0 or not needed or due is None or standing.to is None:
        return f"make the target smaller or the due date later, {why}"
    left = abs(needed) * (due - context.day).days / 7
    days = round(left / best * 7)
    if days > 3653:
        return f"make the target smaller, {why}"
    start = f"{standing.goal.time_bound.start} to " if standing.goal.time_bound.start else ""
    later = context.day + timedelta(days=days)
    short = left - best * (due - context.day).days / 7
    target = standing.to - (short if needed > 0 else -short)
    if standing.kind is Kind.COUNT and target >= 1:
        target = floor(target)
    until = f"at that pace it takes until {spoken(later, context.day)}: write `time_bound: "
    until += f"{start}{later}`"
    done = standing.actual if standing.actual is not None else standing.from_ or 0
    ahead = (target - max(done, 0.0)) if needed > 0 else (done - target)
    if ahead <= 0:
        return f"{until}, {why}"
    number = with_numbers_of(context.language, to_type=True).number
    return f"{until}, or make the target {number(target, standing.unit)}, {why}"
