"""How a habit was kept, period by period, in marks that differ in shape, not only in colour.

In: a `Standing` with a rhythm, the words. Out: a `Chart` of fixed size, at most 288 pixels wide.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from milepost.journal.words import Period
from milepost.progress.report import Mark, Standing, Stint
from milepost.site.charts.chart import Chart, clean, num, tag
from milepost.site.charts.frame import css
from milepost.site.charts.key import key
from milepost.site.words import Words

_PITCH, _LEFT = 19.0, 40.0
_SAID = {
    Mark.DONE: "kept",
    Mark.MISS: "missed",
    Mark.SKIP: "skipped",
    Mark.PAUSE: "paused",
    Mark.UNKNOWN: "not known",
}
# Each mark in a field of 14 by 14: a full square, an empty one with a cross, a bar, two, a dot.
_SHAPE = {
    Mark.DONE: "M1 1h12v12h-12z",
    Mark.MISS: "M1.5 1.5h11v11h-11zM4.5 4.5l5 5M9.5 4.5l-5 5",
    Mark.SKIP: "M2 7h10",
    Mark.PAUSE: "M5 2v10M9 2v10",
    Mark.UNKNOWN: "M6 6h2v2h-2z",
}


def habit_weeks(standing: Standing, words: Words) -> Chart:
    """The last periods: weeks in rows of thirteen, days in columns of a week, months by year.

    A missed period is an outline, not an alarm; what nobody wrote down is a dot.
    """
    rhythm = standing.rhythm
    stints = rhythm.stints if rhythm else ()
    measure = standing.goal.measurable
    per = (measure.per if measure else None) or Period.WEEK
    cells, labels, columns, rows = _grid(stints, per, words)
    shown = [stint for _, _, stint in cells]
    marks = [tag("text", clean(word), x=0, y=20 + row * _PITCH) for row, word in labels]
    for kind in Mark:
        places = [(x, y) for x, y, stint in cells if stint.mark is kind]
        marks += [_mark(kind, _LEFT + x * _PITCH, 8 + y * _PITCH) for x, y in places]
    counts = [(kind, sum(stint.mark is kind for stint in shown)) for kind in Mark]
    told = [(n > 0, _mark(k, 1, 0), f"{words.number(n)} {_SAID[k]}") for k, n in counts]
    told.append((not shown, _mark(Mark.UNKNOWN, 1, 0), "no period is over yet"))
    height = 12 + rows * _PITCH
    alt = f"{standing.goal.title}, {_sentence(counts, words)}"
    if rhythm and rhythm.sentence:
        alt += f" {rhythm.sentence}"
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
    rows_said = tuple(_row(stint, standing.unit, words) for stint in shown)
    return Chart(svg + key("c-habit", told), alt, ("From", "Done", "Wanted", "Mark"), rows_said)


Cell = tuple[int, int, Stint]


def _grid(
    stints: Sequence[Stint], per: Period, words: Words
) -> tuple[list[Cell], list[tuple[int, str]], int, int]:
    """The cells (column, row, stint), the rows' words, how many columns and rows there are."""
    if per is Period.DAY:
        return _days(stints, words)
    columns = {Period.WEEK: 13, Period.MONTH: 12, Period.QUARTER: 12, Period.YEAR: 10}[per]
    last = stints[-columns * 4 :] if per is Period.WEEK else stints[-columns * 3 :]
    cells = [(n % columns, n // columns, stint) for n, stint in enumerate(last)]
    firsts = [(n // columns, s.start) for n, s in enumerate(last) if n % columns == 0]
    labels = [(row, _row_word(start, per, words)) for row, start in firsts]
    return cells, labels, min(columns, max(len(last), 1)), len(labels)


def _row_word(start: date, per: Period, words: Words) -> str:
    return words.date(start, "month") if per is Period.WEEK else f"{start.year:04d}"


def _days(
    stints: Sequence[Stint], words: Words
) -> tuple[list[Cell], list[tuple[int, str]], int, int]:
    """The last thirteen weeks of days, a column each, Monday on top."""
    if not stints:
        return [], [], 1, 0
    end = stints[-1].start.toordinal()
    monday = end - (end - 1) % 7 - 12 * 7
    cells = [
        (past // 7, past % 7, stint)
        for stint in stints
        if (past := stint.start.toordinal() - monday) >= 0
    ]
    labels = [(row, words.weekday(row)) for row in (0, 2, 4, 6)]
    return cells, labels, 13, 7


def _mark(kind: Mark, x: float, y: float) -> str:
    """One mark with its upper left corner there."""
    at = f"translate({num(x)} {num(y)})"
    return tag("path", class_=f"m-{kind.value}", d=_SHAPE[kind], transform=at)


def _sentence(counts: Sequence[tuple[Mark, int]], words: Words) -> str:
    told = [f"{words.number(count)} {_SAID[kind]}" for kind, count in counts if count]
    total = sum(count for _, count in counts)
    if not told:
        return "no period is over yet."
    periods = "period" if total == 1 else "periods"
    return f"{words.number(total)} {periods}: {words.list(told)}."


def _row(stint: Stint, unit: str, words: Words) -> tuple[str, str, str, str]:
    mark = _SAID[stint.mark] + (f": {stint.because}" if stint.because else "")
    return (
        words.date(stint.start, "medium"),
        words.number(stint.value, unit),
        words.number(stint.wanted, unit),
        mark,
    )
