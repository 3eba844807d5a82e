"""Yes or no: a goal that is done once a reading says 1 or more.

In: what is known of a goal. Out: its `Outcome`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import takewhile

from milepost.progress.known import Known
from milepost.progress.outcome import Outcome
from milepost.progress.reasons import Cause, NoForecast
from milepost.progress.report import Point
from milepost.progress.series import bounded, series
from milepost.progress.steps import status_by_steps


def by_yes_or_no(known: Known) -> Outcome:
    """A goal that is either done or not."""
    points = series(known.readings, 0.0, known.until).points
    held = points[-1].value if points else None
    done = held is not None and held >= 1
    status, reason = status_by_steps(known, begun=known.road.begun or bool(points))
    return Outcome(
        status=status,
        reason=reason,
        met=done,
        reached=_since(points) if done else None,
        from_=0.0,
        to=1.0,
        unit=known.measure.unit,
        actual=None if held is None else min(max(bounded(held), 0.0), 1.0),
        progress=1.0 if done else 0.0,
        series=points,
        no_forecast=NoForecast(Cause.NO_RATE),
    )


def _since(points: Sequence[Point]) -> date:
    """The first day of the run of yes that still holds: saying it again moves nothing."""
    held = list(takewhile(lambda point: point.value >= 1, reversed(points)))
    return held[-1].day
