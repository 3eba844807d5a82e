"""A closed goal judged: its grade, and the Brier scores of what was foreseen.

In: a goal with its status and its confidences. Out: a `Closing`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from milepost.journal.model import Goal, Mention
from milepost.progress.closing import brier, colour, grade_of
from milepost.progress.days import sunday_after
from milepost.progress.report import Closing, Status
from milepost.progress.toward import Toward

MOST = 26
"""At so many days at most the forecast is looked at again."""


def closing_of(
    goal: Goal,
    day: date,
    confidences: Sequence[Mention],
    status: Status,
    progress: float | None,
    on: Toward | None,
) -> Closing | None:
    """How a goal that was achieved or missed is judged; a dropped one only by a written grade."""
    ended = status in {Status.ACHIEVED, Status.MISSED}
    if not ended and (goal.grade is None or status.living):
        return None
    grade = goal.grade
    if grade is None and progress is not None:
        grade = grade_of(progress)
    shade = "" if grade is None else colour(grade, goal.kind)
    if not ended:
        return Closing(grade, shade, None, None)
    came = status is Status.ACHIEVED
    own = [m for m in confidences if min(m.day, day) <= _end(goal, day)]
    return Closing(
        grade,
        shade,
        brier((min(max(m.value / 10, 0.0), 1.0) for m in own), came),
        brier(_chances(on, own, _end(goal, day)), came),
    )


def _end(goal: Goal, day: date) -> date:
    return min(day, goal.time_bound.due) if goal.time_bound.due else day


def _chances(on: Toward | None, own: Sequence[Mention], end: date) -> list[float]:
    """The probabilities of the days on which the author gave a confidence, else of some weeks."""
    if on is None or on.way is None:
        return []
    last = end.toordinal()
    if own:
        days = sorted({min(m.day.toordinal(), last) for m in own})
    else:
        weeks = range(sunday_after(on.way.start + 14), last, 7)
        days = list(weeks[:: max(1, -(-len(weeks) // MOST))])
    found = (on.outlook(ordinal) for ordinal in days)
    return [outlook.probability for outlook in found if outlook]
