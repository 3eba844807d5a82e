"""Hours by life area: what was planned and spent, and which part of all hours each area got.

In: weeks, the page's context. Out: `AreaHours`, the area with the most hours first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from milepost.journal.values import Week
from milepost.progress.lookback import hours_by_area
from milepost.site.context import PageContext
from milepost.site.views.parts import Ref
from milepost.voice.labels import label


@dataclass(frozen=True, slots=True)
class AreaHours:
    """Hours on the goals of one life area; `share` is its part of all that were spent."""

    area: Ref
    planned: str
    spent: str
    share: str


def area_hours(here: PageContext, weeks: Sequence[Week]) -> tuple[AreaHours, ...]:
    """The hours of each life area in some weeks; goals without an area come together.

    Nothing where there is but one to tell of: its hours are those of all goals.
    """
    voice, site_map = here.site.voice, here.site.map
    lines = here.look_back(hours_by_area, weeks)
    whole = sum(both.spent or 0.0 for _, both in lines)
    if len(lines) < 2:
        return ()
    return tuple(
        AreaHours(
            Ref(site_map.pages["area", key].title, here.to("area", key))
            if key
            else Ref(label(voice, "no_area"), ""),
            voice.number(both.planned),
            voice.number(both.spent),
            voice.percent((both.spent or 0.0) / whole) if whole else "",
        )
        for key, both in lines
    )
