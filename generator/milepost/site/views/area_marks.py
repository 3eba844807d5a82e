"""The balance of the life areas: now, a quarter ago, a year ago, and each area over time.

In: the page's context. Out: `BalanceView`; None where no entry gives an area a mark.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from milepost.progress.balance import AreaMarks, balance, before, quarters
from milepost.progress.calendar import Span
from milepost.site.charts.chart import Chart
from milepost.site.charts.dots import Row, dots, sample
from milepost.site.charts.key import key
from milepost.site.charts.levels import Dated, levels_chart
from milepost.site.context import PageContext
from milepost.site.views.parts import Ref, area_ref
from milepost.voice import balance as said
from milepost.voice.labels import label
from milepost.voice.pages import span_title

_MIDDLE = timedelta(days=45)


@dataclass(frozen=True, slots=True)
class AreaCourse:
    """An area with its marks over time."""

    area: Ref
    chart: Chart


@dataclass(frozen=True, slots=True)
class BalanceView:
    """The balance in a sentence, in a picture of now and before, and area by area over time."""

    sentence: str
    chart: Chart
    courses: tuple[AreaCourse, ...]


def balance_view(here: PageContext) -> BalanceView | None:
    """The view of the balance: the last quarter with marks, the one before it, a year before it."""
    areas = balance(here.site.report)
    if not areas:
        return None
    every = quarters(areas)
    now = every[-1]
    return BalanceView(
        sentence=said.now_and_then(here.site.voice, areas, now, before(now, 1)),
        chart=_chart(here, areas, now, every),
        courses=tuple(
            AreaCourse(ref, _course(here, one, every))
            for one in areas
            if len(one.marks) > 1 and (ref := area_ref(here, one.area))
        ),
    )


def _chart(
    here: PageContext, areas: Sequence[AreaMarks], now: Span, every: Sequence[Span]
) -> Chart:
    voice = here.site.voice
    shown = {"now": now, "ring": before(now, 1), "tick": before(now, 4)}
    rows = [
        Row(
            ref.title,
            said.one_area(voice, one, tuple(shown.values())),
            tuple((kind, one.marks.get(span)) for kind, span in shown.items()),
            ref.href,
            way=("ring", "now"),
        )
        for one in areas
        if (ref := area_ref(here, one.area))
    ]
    legend = key(
        "c-dots",
        [
            (any(span in one.marks for one in areas), sample(kind), span_title(voice, span))
            for kind, span in shown.items()
        ],
    )
    alt = said.every_area(voice, len(areas), now)
    head = (label(voice, "quarter"), *(row.title for row in rows))
    table = tuple(
        (span_title(voice, span), *(said.mark(voice, one.marks.get(span)) for one in areas))
        for span in every
    )
    return Chart(dots(rows, 10, 2, voice, alt) + legend, alt, head, table)


def _course(here: PageContext, one: AreaMarks, every: Sequence[Span]) -> Chart:
    """An area's marks, quarter by quarter; one without a mark leaves a gap."""
    runs: list[list[Dated]] = []
    for span, value in one.marks.items():
        if not runs or before(span, 1) not in one.marks:
            runs.append([])
        runs[-1].append((_day(span), value))
    alt = said.one_area(here.site.voice, one, tuple(one.marks))
    days = (_day(every[0]), _day(every[-1]))
    return levels_chart(runs, days, here.site.voice, alt, top=10)


def _day(quarter: Span) -> date:
    return quarter.start + _MIDDLE
