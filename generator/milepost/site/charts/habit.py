"""How a habit was kept, period by period, in marks that differ in shape, not only in colour.

In: a `Standing` with a rhythm, the voice. Out: a `Chart` of fixed size, at most 288 pixels wide.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from milepost.journal.words import Period, WeekStart
from milepost.progress.days import first_of_week
from milepost.progress.values import HabitPeriod, Mark, Standing
from milepost.site.charts.chart import Chart, clean, num, tag
from milepost.site.charts.frame import css
from milepost.site.charts.key import key
from milepost.voice import charts as said
from milepost.voice.labels import label
from milepost.voice.voice import Voice

_PITCH, _LEFT = 19.0, 40.0
# Each mark in a field of 14 by 14: a full square, an empty one with a cross, a bar, two, a dot.
_SHAPE = {
    Mark.DONE: "M1 1h12v12h-12z",
    Mark.MISS: "M1.5 1.5h11v11h-11zM4.5 4.5l5 5M9.5 4.5l-5 5",
    Mark.SKIP: "M2 7h10",
    Mark.PAUSE: "M5 2v10M9 2v10",
    Mark.UNKNOWN: "M6 6h2v2h-2z",
}


def habit_weeks(standing: Standing, voice: Voice, *, most: int = 0) -> Chart:
    """The last periods: weeks in rows of thirteen, days in columns of a week, months by year.

    A missed period is an outline, not an alarm; what nobody wrote down is a dot. `most` shows so
    many at the most.
    """
    rhythm = standing.rhythm
    every = rhythm.periods if rhythm else ()
    periods = every[-most:]
    measure = standing.goal.measurable
    per = (measure.per if measure else None) or Period.WEEK
    starts = rhythm.week_starts if rhythm else WeekStart.MONDAY
    cells, labels, columns, lines = _grid(periods, per, starts, voice)
    shown = [period for _, _, period in cells]
    marks = [tag("text", clean(word), x=0, y=20 + row * _PITCH) for row, word in labels]
    for kind in Mark:
        places = [(x, y) for x, y, period in cells if period.mark is kind]
        marks += [_mark(kind, _LEFT + x * _PITCH, 8 + y * _PITCH) for x, y in places]
    counts = [(kind, said.of_kind(shown, kind)) for kind in Mark]
    told = [(n > 0, _mark(k, 1, 0), said.counted_mark(voice, k, n)) for k, n in counts]
    told.append((not shown, _mark(Mark.UNKNOWN, 1, 0), label(voice, "no_period")))
    height = 12 + lines * _PITCH
    alt = said.habit(voice, standing, shown, cut=len(shown) < len(every))
    wide = max(_LEFT + columns * _PITCH, 288)
    svg = tag(
        "svg",
        *marks,
        class_=f"c-habit {css(standing.status)}",
        width=wide,
        height=height,
        viewBox=f"0 0 {num(wide)} {num(height)}",
        role="img",
        aria_label=alt,
    )
    head = tuple(label(voice, name) for name in ("from", "done", "wanted", "mark"))
    rows = tuple(_row(period, standing.unit, voice) for period in shown)
    return Chart(svg + key("c-habit", told), alt, head, rows)


Cell = tuple[int, int, HabitPeriod]


def _grid(
    periods: Sequence[HabitPeriod], per: Period, starts: WeekStart, voice: Voice
) -> tuple[list[Cell], list[tuple[int, str]], int, int]:
    """The cells (column, row, period), the rows' voice, how many columns and rows there are."""
    if per is Period.DAY:
        return _days(periods, starts, voice)
    columns = {Period.WEEK: 13, Period.FORTNIGHT: 13, Period.YEAR: 10}.get(per, 12)
    last = periods[-columns * 4 :] if per is Period.WEEK else periods[-columns * 3 :]
    cells = [(n % columns, n // columns, period) for n, period in enumerate(last)]
    firsts = [(n // columns, s.start) for n, s in enumerate(last) if n % columns == 0]
    labels = [(row, _row_word(start, per, voice)) for row, start in firsts]
    return cells, labels, min(columns, max(len(last), 1)), len(labels)


def _row_word(start: date, per: Period, voice: Voice) -> str:
    by_weeks = per in {Period.WEEK, Period.FORTNIGHT}
    return voice.date(start, "month") if by_weeks else f"{start.year:04d}"


def _days(
    periods: Sequence[HabitPeriod], starts: WeekStart, voice: Voice
) -> tuple[list[Cell], list[tuple[int, str]], int, int]:
    """The last thirteen weeks of days, a column each, the day on which weeks start on top.

    A week told as a whole has one mark, in the middle of its column.
    """
    if not periods:
        return [], [], 1, 0
    first = first_of_week(periods[-1].start.toordinal(), starts) - 12 * 7
    cells = []
    for period in periods:
        past = (period.start.toordinal() + period.end.toordinal()) // 2 - first
        if past >= 0:
            cells.append((past // 7, past % 7, period))
    early = starts is WeekStart.SUNDAY
    labels = [(row, voice.weekday((row - early) % 7)) for row in (0, 2, 4, 6)]
    return cells, labels, 13, 7


def _mark(kind: Mark, x: float, y: float) -> str:
    """One mark with its upper left corner there."""
    at = f"translate({num(x)} {num(y)})"
    return tag("path", class_=f"m-{kind.value}", d=_SHAPE[kind], transform=at)


def _row(period: HabitPeriod, unit: str, voice: Voice) -> tuple[str, str, str, str]:
    return (
        voice.date(period.start, "medium"),
        voice.number(period.value, unit),
        voice.number(period.wanted, unit),
        said.marked(voice, period),
    )
