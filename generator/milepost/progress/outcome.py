"""What a family of measures finds out about one goal.

In: nothing. Out: `Outcome`, which each family returns whole.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from milepost.progress.reasons import NoForecast, Reason
from milepost.progress.report import Forecast, LinePiece, Point, Rhythm, Status, Tally
from milepost.progress.trajectory import Trajectory


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The figures of a goal, and the status that holds where nothing else settles it.

    `met` says whether the target is met, `reached` since when. The other fields are those of
    `Standing`; `trajectory` is the way of a count or a level.
    """

    status: Status
    reason: Reason
    met: bool = False
    reached: date | None = None
    from_: float | None = None
    to: float | None = None
    unit: str = ""
    actual: float | None = None
    expected: float | None = None
    progress: float | None = None
    expected_progress: float | None = None
    tally: Tally | None = None
    series: tuple[Point, ...] = ()
    line: tuple[LinePiece, ...] = ()
    rate: float | None = None
    needed_rate: float | None = None
    best_rate: float | None = None
    ahead_days: int | None = None
    safe_days: int | None = None
    needed_this_week: float | None = None
    forecast: Forecast | None = None
    no_forecast: NoForecast | None = None
    rhythm: Rhythm | None = None
    checkpoints_missed: tuple[Point, ...] = ()
    trajectory: Trajectory | None = None
