"""M1: the words of a goal against its measure.

In: goals with their measures and words. Out: findings.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.context import COUNTED, CheckContext
from milepost.checks.rule import Remark, rule
from milepost.checks.wording.figures import Figure, figures
from milepost.journal.model import Goal
from milepost.journal.values import Measure
from milepost.journal.words import Kind
from milepost.progress.reasons import number, singular

_SIGNS = {"€": "eur", "euro": "eur", "$": "usd", "dollar": "usd", "£": "gbp", "pound": "gbp"}


@rule("M106", "words-against-measure")
def words_against(context: CheckContext) -> Iterator[Remark]:
    """The words name another number than the measure, in the same unit.

    One of the two was changed and the other forgotten; the pages would show both.

    Flagged:
        title: Read 30 books before the new year is a month old
        measurable: 24 books
    Fine:
        title: Read 24 books before the new year is a month old
        measurable: 24 books
    """
    for standing in context.living():
        goal, measure = standing.goal, standing.goal.measurable
        if measure is None or measure.kind not in COUNTED:
            continue
        known = _numbers_of(goal, measure)
        for key, text in (("title", goal.title), ("specific", goal.specific)):
            named = [f for f in figures(text, context.language) if _same_unit(f, measure.unit)]
            values = {value for f in named for value in (f.value, f.high) if value is not None}
            if not values or any(_near(value, other) for value in values for other in known):
                continue
            yield (
                context.locate(goal, named[0].words, key),
                f"the words say “{named[0].words}”, and the measure says {_said(measure)}",
                f"if the words are right, write `measurable: {named[0].words}`; else correct them"
                if measure.kind is Kind.COUNT
                else "write the same number in both",
            )
            break


def _said(measure: Measure) -> str:
    """A measure as a message names it: “24 books”, “82 to 75 kg”, “3 times”."""
    ends = [measure.to] if measure.kind is Kind.COUNT else [measure.from_, measure.to]
    numbers = " to ".join(number(value) for value in ends if value is not None)
    unit = measure.unit or ("times" if measure.kind in {Kind.HABIT, Kind.LIMIT} else "")
    return f"{numbers} {unit}".strip()


def _numbers_of(goal: Goal, measure: Measure) -> set[float]:
    """Every number that the words may rightly name."""
    ends = [measure.from_, measure.to, measure.minimum, measure.stretch]
    known = {value for value in ends if value is not None}
    if measure.from_ is not None and measure.to is not None:
        known.add(abs(measure.to - measure.from_))
        if measure.from_:
            known.add(abs(measure.to - measure.from_) / abs(measure.from_) * 100)
    known |= {m.value for m in goal.milestones if m.value is not None}
    known |= {k.value for k in goal.pace if k.value is not None}
    return known


def _same_unit(figure: Figure, unit: str) -> bool:
    """Whether a number in the words counts what the measure counts."""
    if figure.role != "measure" or figure.value is None:
        return False
    words = {_folded(word) for word in unit.split()} or {"time"}
    return bool(figure.unit) and _folded(figure.unit) in words


def _folded(unit: str) -> str:
    word = singular(unit.lower())
    return _SIGNS.get(word, word)


def _near(value: float, other: float) -> bool:
    return abs(value - other) <= 1e-6 * max(1.0, abs(other))
