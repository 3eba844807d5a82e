"""How a goal is judged when it closes, and how well it had been foreseen.

In: progress, a written grade, probabilities and what came. Out: a `Closing`, a question.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import floor

from milepost.journal.words import Commitment
from milepost.progress.reasons import number, percent

GAP = 0.3
"""From this difference between confidence and probability on there is something to ask."""


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


def question(confidence: float | None, probability: float | None) -> str:
    """What to ask when the author's confidence (0 to 10) and the probability are far apart."""
    if confidence is None or probability is None:
        return ""
    gap = confidence / 10 - probability
    if abs(gap) < GAP - 1e-9:
        return ""
    own, ours = f"{number(confidence, 2)} out of 10", percent(probability)
    if gap > 0:
        return f"You gave it {own}, the readings say {ours}: what do you know that they do not?"
    return f"The readings say {ours}, you gave it {own}: what worries you?"
