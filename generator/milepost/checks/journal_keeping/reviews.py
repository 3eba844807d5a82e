"""J4: what reviews decided, and whether the goals' files carry it out.

In: the decisions of the journal's reviews. Out: findings, hints all of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from milepost.checks.context import CheckContext
from milepost.checks.rule import Remark, rule
from milepost.findings import Severity
from milepost.journal.decisions import Decided
from milepost.journal.words import Verb
from milepost.progress.decisions import STATES, How, followed, superseded

_GRACE = timedelta(days=14)
_QUARTER = timedelta(days=92)
"""What nobody took up within a quarter is not asked for any more."""


@rule("J401", "decision-not-carried-out", Severity.HINT)
def carried_out(context: CheckContext) -> Iterator[Remark]:
    """A review decided to pause, drop or replace a goal, and after two weeks its file says nothing.

    Until the file says so, the goal is counted on as it was. It is asked for within a quarter of
    the review's end, until a later review decides of the goal anew.

    Flagged:
        == content/goals/run.md ==
        title: Run 300 km
        == content/reviews/2026-10.md ==
        ## Decisions

        - pause [[run]]: my knee hurts
    Fine:
        == content/goals/run.md ==
        title: Run 300 km
        status: paused since 2026-10-31 because my knee hurts
        == content/reviews/2026-10.md ==
        ## Decisions

        - pause [[run]]: my knee hurts
    """
    decided = context.report.decisions
    told: set[str] = set()
    for one in reversed(decided):
        verb, end = one.said.is_, one.review.end
        if not end + _GRACE <= context.day <= end + _QUARTER or one.goal in told:
            continue
        standing = context.report.standings[one.goal]
        if verb not in {Verb.PAUSE, Verb.DROP, Verb.REPLACE} or superseded(one, decided):
            continue
        if followed(one, standing).how is How.OPEN:
            told.add(one.goal)
            yield (
                one.place,
                f"the review of {one.review.period} decided to {verb} “{one.goal}”, and its file "
                "does not say so yet",
                _remedy(one, standing.goal.path),
            )


def _remedy(one: Decided, path: str) -> str:
    line = f"write `status: {STATES[one.said.is_]} since {one.review.end}`"
    if one.said.is_ is Verb.REPLACE and one.said.by:
        line += f" and `replaced_by: {one.said.by}`"
    return f"{line} in {path}; if you think otherwise by now, the next review may say so"
