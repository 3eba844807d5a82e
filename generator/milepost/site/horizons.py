"""How far a goal looks, and how a page says it.

In: a goal's standing and the bands of the settings. Out: a horizon; its words.
"""

from __future__ import annotations

from milepost.checks import horizons
from milepost.journal.model import Bands
from milepost.journal.words import Horizon
from milepost.progress.report import Standing

WORDS = {
    Horizon.VISION: "vision",
    Horizon.LONG: "long term",
    Horizon.MID: "mid term",
    Horizon.SHORT: "short term",
}


def horizon(standing: Standing, bands: Bands) -> Horizon | None:
    """The written horizon of a goal, else the band of its dates; None where neither is known."""
    return horizons.horizon(standing.goal, standing.start, bands)
