"""What a family of measures finds out about one goal.

In: nothing. Out: `Outcome`, which each family returns whole.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from milepost.progress.reasons import Reason
from milepost.progress.trajectory import Trajectory
from milepost.progress.values import Figures, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome(Figures):
    """The figures of a goal, and the status that holds where nothing else settles it.

    `met` says whether the target is met, `reached` since when; `trajectory` is the way of a count
    or a level.
    """

    status: Status
    reason: Reason
    met: bool = False
    reached: date | None = None
    trajectory: Trajectory | None = None
