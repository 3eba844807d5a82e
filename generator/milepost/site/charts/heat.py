"""The weeks written, a row for each year and a column for each week.

In: the weeks that have entries, the day, the voice. Out: a `Chart` whose markup is a small HTML
element with one SVG for each year.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from milepost.journal.values import Week
from milepost.progress.lookback import quarters_of
from milepost.site.charts.chart import Chart, linked, num, picture, tag, text
from milepost.voice import charts as said
from milepost.voice.labels import label
from milepost.voice.voice import Voice

_HEIGHT = 16.0
_PITCH = 10.0  # units of a column in the stretched picture


@dataclass(frozen=True, slots=True)
class Written:
    """A week with something in it: how much (voice, or readings), and where it can be read.

    `href` is relative to the page, empty for no link.
    """

    week: Week
    amount: int
    href: str = ""


def heat_map(
    written: Sequence[Written],
    day: date,
    voice: Voice,
    *,
    now: Week | None = None,
    only: int | None = None,
    last: int | None = None,
    quarters: Sequence[float] | None = None,
) -> Chart:
    """Darker where more was written, by the quarters of the person's own weeks.

    Weeks without an entry are quiet, weeks to come and those before the first entry quieter. With
    links, a week that was written opens; each says its number and amount when pointed at. `only`
    is the one year to show, `last` how many of the latest; the shades are judged among all, or by
    their `quarters` where these are known. `now` is the running week, else the ISO week of the day.
    """
    by_week = {one.week: one for one in sorted(written, key=lambda one: one.week)}
    now = now or Week.of(day)
    first = min(by_week, default=now)
    years = range(min(first.year, now.year), max([now.year, *(w.year for w in by_week)]) + 1)
    if only is not None:
        years = range(only, only + 1)
    if last:
        years = years[-last:]
    if quarters is None:
        quarters = quarters_of([one.amount for one in by_week.values()])
    rows = [
        tag("span", f"{year:04d}", aria_hidden="true")
        + _year(year, by_week, quarters, (first, now), voice)
        for year in years
    ]
    alt = _sentence(by_week, years, now, first, voice)
    months = _months(voice)
    markup = tag(
        "div",
        *rows,
        tag("span", " ", aria_hidden="true"),
        months,
        class_="c-heat",
        role="group",
        aria_label=alt,
    )
    return Chart(markup, alt, *_table(by_week, years, now, voice))


def weeks_of(year: int) -> int:
    """52 or 53: the week in which 28 December lies is the year's last."""
    return Week.of(date(year, 12, 28)).number


def _level(amount: int, quarters: Sequence[float]) -> int:
    """1 to 4, by the quarters of all; 3 where all are the same."""
    return 1 + bisect_left(quarters, amount) if quarters else 3


def _cells(lefts: Sequence[float]) -> str:
    """The path of some cells, each begun from the one before it: so it is short."""
    cell = f"h5v{num(_HEIGHT - 3)}h-5z"
    steps = (f"m{num(right - left)} 0{cell}" for left, right in pairwise(lefts))
    return "".join([f"M{num(lefts[0] + 2.5)} 1.5{cell}", *steps])


def _year(
    year: int,
    by_week: Mapping[Week, Written],
    quarters: Sequence[float],
    known: tuple[Week, Week],
    voice: Voice,
) -> str:
    """One year's picture: the quiet weeks as one path, each level as one, or each week a link."""
    first, now = known
    cells: dict[str, list[float]] = {}
    links: list[str] = []
    for number in range(1, weeks_of(year) + 1):
        week = Week(year, number)
        one = by_week.get(week)
        class_ = (
            f"k{_level(one.amount, quarters)}" if one else "k0" if first <= week <= now else "f"
        )
        left = (number - 1) * _PITCH
        cells.setdefault(class_, []).append(left)
        if one and one.href:
            title = said.week_cell(voice, week, one.amount)
            place = tag("path", d=f"M{num(left)} 0h10v{num(_HEIGHT)}h-10z")
            links.append(linked(one.href, title, place))
    _, count, whole = _could(by_week, range(year, year + 1), first, now)
    alt = said.year_written(voice, year, count, whole)
    return tag(
        "svg",
        *(
            tag("path", class_=class_, vector_effect="non-scaling-stroke", d=_cells(lefts))
            for class_, lefts in cells.items()
        ),
        *links,
        viewBox=f"0 0 {num(53 * _PITCH)} {num(_HEIGHT)}",
        width="100%",
        height=_HEIGHT,
        preserveAspectRatio="none",
        role="group" if links else "img",
        aria_label=alt,
    )


def _months(voice: Voice) -> str:
    """The letters of the months where they begin."""
    letters = [
        text(voice, (date(2026, month, 1).timetuple().tm_yday - 1) / 371 * 100, 13, word)
        for month in range(1, 13)
        for word in [voice.date(date(2026, month, 1), "letter")]
    ]
    return picture("months", 18, None, *letters, voice=voice)


def _sentence(
    by_week: Mapping[Week, Written], years: range, now: Week, first: Week, voice: Voice
) -> str:
    """How many of the weeks shown that could be written were, and how many in a row up to now."""
    start, count, weeks = _could(by_week, years, first, now)
    if not count:
        return said.nothing_written(voice, ever=bool(by_week))
    if weeks == count == 1:
        return said.one_written(voice, first=start == first)
    run, week = 0, now if now in by_week else now.plus(-1)
    while week in by_week:
        run, week = run + 1, week.plus(-1)
    ongoing = now <= Week(years[-1], weeks_of(years[-1]))
    since = start if ongoing else None
    return said.weeks_written(voice, count, weeks, since, run if ongoing else 0, years[0])


def _could(
    by_week: Mapping[Week, Written], years: range, first: Week, now: Week
) -> tuple[Week, int, int]:
    """The first week of some years that could be written, how many were, and how many could be.

    Weeks before the journal began and weeks to come are none of them.
    """
    start = max(first, Week(years[0], 1))
    end = min(now, Week(years[-1], weeks_of(years[-1])))
    whole = (end.monday - start.monday).days // 7 + 1
    return start, sum(start <= week <= end for week in by_week), max(whole, 0)


def _table(
    by_week: Mapping[Week, Written], years: range, now: Week, voice: Voice
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """A row for each year: weeks written by month (of the week's Thursday), in all, how much."""
    months = [voice.date(date(2026, month, 1), "month") for month in range(1, 13)]
    rows = []
    for year in years:
        mine = [one for week, one in by_week.items() if week.year == year]
        if not mine and year > now.year:
            continue
        in_month = [0] * 12
        for one in mine:
            in_month[date.fromisocalendar(year, one.week.number, 4).month - 1] += 1
        amount = said.words_written(voice, sum(one.amount for one in mine))
        counts = [voice.number(count) for count in in_month]
        rows.append((f"{year:04d}", *counts, voice.number(len(mine)), amount))
    head = (label(voice, "year"), *months, label(voice, "weeks"), label(voice, "words"))
    return head, tuple(rows)
