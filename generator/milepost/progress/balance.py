"""The balance of the life areas, quarter by quarter: the marks from 0 to 10 that entries give.

In: a `Report`. Out: `AreaMarks` of each area that was ever given a mark.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import fmean

from milepost.addresses import spelled
from milepost.progress.calendar import Span, counted_on, in_order
from milepost.progress.report import Report


@dataclass(frozen=True, slots=True)
class AreaMarks:
    """One life area: the mean of its marks in each quarter that has any."""

    area: str
    marks: Mapping[Span, float]


def balance(report: Report) -> tuple[AreaMarks, ...]:
    """The areas with marks, those of the profile and the settings first, in their order."""
    journal = report.journal
    names = {spelled(a): a for a in (*journal.profile.areas, *journal.settings.areas)}
    given: dict[str, dict[Span, list[float]]] = {name: {} for name in names}
    others: dict[str, str] = {}
    for entry in report.entries:
        quarter = Span.quarter_of(counted_on(entry))
        for area, value in entry.areas.items():
            name = spelled(area)
            if name not in names:
                others.setdefault(name, area)
            given.setdefault(name, {}).setdefault(quarter, []).append(value)
    order = [*names, *sorted(others)]
    return tuple(
        AreaMarks(
            (names | others)[name],
            {span: fmean(given[name][span]) for span in in_order(given[name])},
        )
        for name in order
        if given[name]
    )


def quarters(areas: tuple[AreaMarks, ...]) -> tuple[Span, ...]:
    """The quarters in which any area was given a mark, in order."""
    return in_order({span for one in areas for span in one.marks})


def before(quarter: Span, back: int) -> Span:
    """The quarter so many quarters before another."""
    index = quarter.year * 4 + quarter.quarter - 1 - back
    return Span(index // 4, index % 4 + 1)
