"""A goal that is reached through the goals that serve it: weighted progress, weakest status.

In: the children's standings and weights. Out: progress, status, a sentence that leaves none out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from milepost.progress.reasons import listed, plural, sentence
from milepost.progress.report import Standing, Status

WEAKEST = (
    Status.OVERDUE,
    Status.OFF_TRACK,
    Status.AT_RISK,
    Status.NO_DATA,
    Status.TOO_EARLY,
    Status.ON_TRACK,
    Status.AHEAD,
)
"""Living statuses, the weakest first."""

_GONE = {Status.DROPPED, Status.REPLACED, Status.SOMEDAY}


def weighted(parts: Iterable[tuple[float, float | None]]) -> float | None:
    """Weights and progress as one progress: `sum(w * clamp(p)) / sum(w)`; unknown counts 0.

    None where nothing has weight.
    """
    done = whole = 0.0
    for weight, progress in parts:
        heft = min(max(weight, 0.0), 1e9) if weight == weight else 0.0
        whole += heft
        done += heft * min(max(progress or 0.0, 0.0), 1.0)
    return min(done / whole, 1.0) if whole > 0 else None


@dataclass(frozen=True, slots=True)
class RolledUp:
    """What the children come to together."""

    progress: float | None
    expected: float | None
    status: Status
    reason: str
    met: bool
    summary: str = ""


def roll_up(children: Sequence[Standing]) -> RolledUp:
    """Progress, status and sentence of a goal from those of the goals that serve it.

    Dropped, replaced and someday goals leave the sum and are named; so are goals without data,
    which count 0. The status is that of the weakest goal still lived for.
    """
    counted = [c for c in children if c.status not in _GONE]
    progress = weighted((c.goal.weight, c.progress) for c in counted)
    planned = [c for c in counted if c.expected_progress is not None]
    expected = weighted((c.goal.weight, c.expected_progress) for c in planned)
    living = [c for c in counted if c.status.living]
    met = bool(counted) and all(c.status is Status.ACHIEVED for c in counted)
    if met:
        status = Status.ACHIEVED
    elif living:
        status = min((c.status for c in living), key=WEAKEST.index)
    elif any(c.status is Status.PAUSED for c in counted):
        status = Status.PAUSED
    else:
        status = Status.MISSED if counted else Status.NO_DATA
    reached = sum(c.status is Status.ACHIEVED for c in counted)
    summary = f"{plural(len(counted), 'goal')}, {reached or 'none'} achieved" if counted else ""
    words = _words(children, counted, living, status)
    return RolledUp(progress, expected, status, words, met, summary)


def _words(
    children: Sequence[Standing],
    counted: Sequence[Standing],
    living: Sequence[Standing],
    status: Status,
) -> str:
    """As "2 of 3 on track; at risk: Run a marathon; without data: Read more; dropped: Chess"."""
    if not children:
        return "No goal serves this one yet."
    parts: list[str] = []
    well = sum(c.status in {Status.ON_TRACK, Status.AHEAD} for c in living)
    reached = sum(c.status is Status.ACHIEVED for c in counted)
    if living:
        parts.append(f"{well} of {len(living)} on track")
    if reached:
        parts.append(f"{plural(reached, 'goal')} achieved")
    if living and status not in {Status.ON_TRACK, Status.AHEAD, Status.NO_DATA}:
        parts.append(f"{status.value}: {_titles(c for c in living if c.status is status)}")
    silent = [c for c in counted if c.progress is None]
    if silent:
        parts.append(f"no data yet and counted 0: {_titles(silent)}")
    light = [c for c in counted if c.goal.weight <= 0]
    if light:
        parts.append(f"shown but not counted: {_titles(light)}")
    for gone in (Status.PAUSED, Status.MISSED, Status.DROPPED, Status.REPLACED, Status.SOMEDAY):
        named = [c for c in children if c.status is gone]
        if named:
            parts.append(f"{gone.value}: {_titles(named)}")
    return sentence("; ".join(parts))


def _titles(standings: Iterable[Standing]) -> str:
    return listed([c.goal.title or c.goal.id for c in standings])
