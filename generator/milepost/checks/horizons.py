"""How far a goal looks, where its author does not say.

In: a goal, its start and the bands of the settings. Out: a horizon.
"""

from __future__ import annotations

from datetime import date

from milepost.journal.model import Bands, Goal
from milepost.journal.words import Horizon

YEAR = 365.25
"""Days."""


def horizon(goal: Goal, start: date | None, bands: Bands) -> Horizon | None:
    """The written horizon, else the one that its dates tell; None without a due date."""
    return goal.horizon or horizon_by_dates(goal, start, bands)


def horizon_by_dates(goal: Goal, start: date | None, bands: Bands) -> Horizon | None:
    """The band in which the time from start to due lies; beyond the last one lies the vision."""
    due = goal.time_bound.due
    if due is None:
        return None
    years = (due - (start or due)).days / YEAR
    limits = ((Horizon.SHORT, bands.short), (Horizon.MID, bands.mid), (Horizon.LONG, bands.long))
    return next((name for name, limit in limits if years <= limit), Horizon.VISION)
