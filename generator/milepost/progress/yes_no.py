"""Yes or no: a goal that is done once a reading says 1 or more.

In: what is known of a goal. Out: its `Outcome`.
"""

from __future__ import annotations

from milepost.progress.known import Known
from milepost.progress.outcome import Outcome
from milepost.progress.reasons import Cause, NoForecast
from milepost.progress.series import bounded, held_since, series
from milepost.progress.steps import status_by_steps


def by_yes_or_no(known: Known) -> Outcome:
    """A goal that is either done or not."""
    points = series(known.readings, 0.0, known.until).points
    held = points[-1].value if points else None
    reached = held_since(points, lambda value: value >= 1)
    status, reason = status_by_steps(known, begun=known.road.begun or bool(points))
    return Outcome(
        status=status,
        reason=reason,
        met=reached is not None,
        reached=reached,
        from_=0.0,
        to=1.0,
        unit=known.measure.unit,
        actual=None if held is None else min(max(bounded(held), 0.0), 1.0),
        progress=1.0 if reached else 0.0,
        series=points,
        no_forecast=NoForecast(Cause.NO_RATE),
    )
