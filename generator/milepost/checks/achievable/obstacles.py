"""A3: what may come in the way, and what is planned for it.

In: goals with their if-then plans. Out: findings.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.context import CheckContext
from milepost.checks.rule import Remark, rule
from milepost.findings import Place, Severity
from milepost.journal.words import Horizon
from milepost.progress.values import Standing

_UNSURE = 5


@rule("A301", "unsure-without-plan")
def unsure(context: CheckContext) -> Iterator[Remark]:
    """Your confidence is under 5 of 10, and no if-then plan says what you do about it.

    The latest confidence counts: the one of the goal, or of an entry that came after. A plan for
    the likeliest obstacle is the best-proven help there is: d = .65 over 94 tests (Gollwitzer and
    Sheeran 2006, doi 10.1016/S0065-2601(06)38002-1), .27 to .66 over 642 newer ones (Sheeran et
    al. 2024, doi 10.1080/10463283.2024.2334563).

    Flagged:
        title: Pass the driving test
        measurable: yes or no
        achievable: 3 h a week, confidence 4
        obstacles:
    Fine:
        title: Pass the driving test
        measurable: yes or no
        achievable: 3 h a week, confidence 4
    """
    number = context.says.number
    for standing in context.living():
        sure = standing.confidence
        if sure is None or sure >= _UNSURE or _has_plan(standing):
            continue
        yield (
            _confidence_place(context, standing),
            f"your confidence in this is {number(sure)} of 10, and no if-then plan says what you "
            "do about it",
            "write what is likeliest to come in the way, as `obstacles: if …, then …`",
        )


@rule("A302", "obstacle-without-then")
def without_then(context: CheckContext) -> Iterator[Remark]:
    """An obstacle is named, and not what you do when it comes.

    The second half is the one that helps: “if it rains, then I run in the hall”. Written down, it
    need not be decided again on a bad day.

    Flagged:
        obstacles: if it rains
    Fine:
        obstacles: if it rains, then I run in the hall
    """
    for standing in context.living():
        for index, plan in enumerate(standing.goal.obstacles):
            if not plan.then.strip():
                yield (
                    context.locate_value(standing.goal, "obstacles", index),
                    "this obstacle has no “then”",
                    f"go on with what you do when it comes: `if {_lower(plan.if_)}, then …`",
                )


@rule("A303", "no-obstacle-plan", Severity.HINT)
def no_plan(context: CheckContext) -> Iterator[Remark]:
    """No goal of the journal has an if-then plan.

    Plans of the form “if …, then …” are the best-proven help there is on the way to a goal: d = .65
    over 94 tests (Gollwitzer and Sheeran 2006, doi 10.1016/S0065-2601(06)38002-1), .27 to .66 over
    642 newer ones (Sheeran et al. 2024, doi 10.1080/10463283.2024.2334563). It is told once: who
    has written one knows how.

    Flagged:
        obstacles:
    Fine:
        obstacles: if it rains, then I run in the hall
    """
    if any(goal.obstacles for goal in context.whole.goals):
        return
    for standing in context.living():
        goal = standing.goal
        unsure_told = standing.confidence is not None and standing.confidence < _UNSURE
        if unsure_told or context.unread(goal, "obstacles"):
            continue
        if context.horizon(standing) is Horizon.VISION:
            continue
        yield (
            context.locate_title(goal),
            "no if-then plan says what you do when something comes in the way",
            "write the likeliest, as `obstacles: if I miss two evenings, then I take Saturday "
            "morning`",
        )


def _has_plan(standing: Standing) -> bool:
    return any(plan.then.strip() for plan in standing.goal.obstacles)


def _confidence_place(context: CheckContext, standing: Standing) -> Place:
    """Where the latest confidence is written: in an entry, else in the goal."""
    goal = standing.goal
    marks = [mark for mark in context.journal.confidences if mark.goal == goal.id]
    latest = max(marks, key=lambda mark: mark.day, default=None)
    entry = next((e for e in context.journal.entries if latest and e.path == latest.entry), None)
    if entry is None:
        return goal.at("achievable", "confidence")
    inside = f"confidence.{goal.id}" in entry.places
    return entry.at("confidence", goal.id) if inside else entry.at("progress", goal.id)


def _lower(text: str) -> str:
    """A text as it goes on after a word; what may be a name keeps its capital."""
    plain = {"the", "a", "an", "it", "my", "our", "there", "we", "they", "he", "she", "no", "if"}
    first = text.split(" ", 1)[0]
    return text[0].lower() + text[1:] if first.lower() in plain else text
