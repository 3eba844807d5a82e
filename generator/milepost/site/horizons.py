"""How far a goal looks, where its author does not say.

In: a goal's standing and the bands of the settings. Out: a horizon.
"""

from __future__ import annotations

from milepost.journal.model import Bands
from milepost.journal.words import Horizon
from milepost.progress.report import Standing

_YEAR = 365.25
WORDS = {
    Horizon.VISION: "vision",
    Horizon.LONG: "long term",
    Horizon.MID: "mid term",
    Horizon.SHORT: "short term",
}


def horizon(standing: Standing, bands: Bands) -> Horizon | None:
    """The written horizon, else the band in which the time from start to due lies.

    None for a goal without a due date; beyond the last band lies the vision.
    """
    if standing.goal.horizon:
        return standing.goal.horizon
    if not standing.due:
        return None
    years = (standing.due - (standing.start or standing.due)).days / _YEAR
    for name, limit in (
        (Horizon.SHORT, bands.short),
        (Horizon.MID, bands.mid),
        (Horizon.LONG, bands.long),
    ):
        if years <= limit:
            return name
    return Horizon.VISION
