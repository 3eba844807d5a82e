"""A goal that is reached through the goals that serve it: weighted progress, weakest status.

In: the standings of the goals that serve it. Out: its `Outcome`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from milepost.progress.known import Known
from milepost.progress.outcome import Outcome
from milepost.progress.reasons import Cause, NoForecast, Together
from milepost.progress.values import Standing, Status, Tally

WEAKEST = (
    Status.OVERDUE,
    Status.OFF_TRACK,
    Status.AT_RISK,
    Status.UNREAD,
    Status.NO_DATA,
    Status.TOO_EARLY,
    Status.ON_TRACK,
    Status.AHEAD,
)
"""Living statuses, the weakest first."""


def weighted(parts: Iterable[tuple[float, float | None]]) -> float | None:
    """Weights and progress as one progress: `sum(w * clamp(p)) / sum(w)`; unknown counts 0.

    None where nothing has weight.
    """
    done = whole = 0.0
    for weight, progress in parts:
        whole += weight
        done += weight * min(max(progress or 0.0, 0.0), 1.0)
    return min(done / whole, 1.0) if whole > 0 else None


def by_goals(known: Known) -> Outcome:
    """A goal counted by those that serve it.

    Dropped, replaced and someday goals leave the sum; goals without data count 0. The status is
    that of the weakest goal still lived for, of those that have a weight. Where it should stand is
    known when it is known of each that counts: a bar and its tick speak of the same goals.
    """
    counted = [c for c in known.served_by if not c.status.set_aside]
    heavy = [c for c in counted if c.goal.weight > 0] or counted
    planned = heavy if all(c.expected_progress is not None for c in heavy) else []
    achieved = sum(c.status is Status.ACHIEVED for c in counted)
    met = bool(counted) and achieved == len(counted)
    closed = [c.closed_on for c in counted if c.closed_on]
    return Outcome(
        status=Status.ACHIEVED if met else _weakest(heavy),
        reason=Together(),
        met=met,
        reached=max(closed) if met and len(closed) == len(counted) else None,
        unit=known.measure.unit,
        progress=weighted((c.goal.weight, c.progress) for c in counted),
        expected_progress=weighted((c.goal.weight, c.expected_progress) for c in planned),
        tally=Tally(achieved, len(counted)) if counted else None,
        no_forecast=NoForecast(Cause.BY_OTHERS if known.served_by else Cause.NO_OTHERS),
    )


def _weakest(counted: Sequence[Standing]) -> Status:
    living = [c.status for c in counted if c.status.living]
    if living:
        return min(living, key=WEAKEST.index)
    if any(c.status is Status.PAUSED for c in counted):
        return Status.PAUSED
    return Status.MISSED if counted else Status.NO_DATA
