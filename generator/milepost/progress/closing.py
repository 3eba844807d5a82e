"""How a closed goal is judged, and how well it had been foreseen.

In: a goal with its status, its confidences and its trajectory. Out: a `Closing`; whether there is
something to ask.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from math import floor
from statistics import fmean

from milepost.journal.model import Goal, Mention
from milepost.journal.words import Commitment
from milepost.progress.days import sunday_after
from milepost.progress.trajectory import Trajectory
from milepost.progress.values import Closing, Status

GAP = 0.3
"""From this difference between confidence and probability on there is something to ask."""

LOOKS = 26
"""At so many days at most the forecast is looked at again."""


def grade_of(progress: float) -> float:
    """Progress as a grade: 0.0 to 1.0 with one decimal, never rounded up to 1.0."""
    held = min(max(progress, 0.0), 1.0)
    if held >= 1.0:
        return 1.0
    return min(floor(held * 10 + 0.5 + 1e-9) / 10, 0.9)


def colour(grade: float, kind: Commitment) -> str:
    """Green, amber or red; what was committed to is green only when it was met in full."""
    if grade >= (1.0 if kind is Commitment.COMMITTED else 0.7):
        return "green"
    return "amber" if grade >= 0.4 else "red"


def brier(forecasts: Iterable[float], outcome: bool) -> float | None:
    """The mean squared distance between probabilities and what came (Brier 1950).

    0 is perfect, 0.25 is what always saying one half gets; None without forecasts.
    """
    squares = [(chance - outcome) ** 2 for chance in forecasts]
    return sum(squares) / len(squares) if squares else None


def doubted(confidence: float | None, probability: float | None) -> bool:
    """Whether the author's confidence (0 to 10) and the probability are far apart."""
    if confidence is None or probability is None:
        return False
    return abs(confidence / 10 - probability) >= GAP - 1e-9


def closing_of(
    goal: Goal,
    day: date,
    confidences: Sequence[Mention],
    status: Status,
    progress: float | None,
    on: Trajectory | None,
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
    sure = [min(max(m.value / 10, 0.0), 1.0) for m in own]
    return Closing(
        grade,
        shade,
        brier(sure, came),
        brier(_chances(on, own, _end(goal, day)), came),
        fmean(sure) if sure else None,
    )


def _end(goal: Goal, day: date) -> date:
    return min(day, goal.time_bound.due) if goal.time_bound.due else day


def _chances(on: Trajectory | None, own: Sequence[Mention], end: date) -> list[float]:
    """The probabilities of the days on which the author gave a confidence, else of some weeks."""
    if on is None or on.way is None:
        return []
    last = end.toordinal()
    if own:
        days = sorted({min(m.day.toordinal(), last) for m in own})
    else:
        weeks = range(sunday_after(on.way.start + 14), last, 7)
        days = list(weeks[:: max(1, -(-len(weeks) // LOOKS))])
    found = (on.outlook(ordinal) for ordinal in days)
    return [outlook.probability for outlook in found if outlook]
