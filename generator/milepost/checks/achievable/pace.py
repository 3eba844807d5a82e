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
from milepost.progress.report import Point, Standing
from milepost.voice.english import figure, listed, number, spoken

_STRETCHED = 1.5
_PACE = 2
"""So many numbers tell a pace; one tells where it stands."""
_FEW = 5


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
    for standing in context.living():
        if len(standing.told) < _PACE:
            continue
        best = standing.best_rate
        if best is None and standing.kind is Kind.LEVEL:
            best = _best_of_level(standing)
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
    purpose costs nothing, while one that is neglected does.

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
    return f"{until}, or make the target {number(target, standing.unit)}, {why}"


def _best_of_level(standing: Standing) -> float | None:
    """The steepest change of a level over four weeks or more, a week; None with few readings."""
    points: list[Point] = [point for point in standing.series if point.reading]
    if len(points) < 5 or standing.needed_rate is None:
        return None
    sign = 1 if standing.needed_rate > 0 else -1
    rates = [
        (later.value - first.value) / (later.day - first.day).days * 7
        for index, first in enumerate(points)
        if (later := next((p for p in points[index:] if (p.day - first.day).days >= 28), None))
    ]
    return max(rates, key=lambda rate: rate * sign, default=None)
