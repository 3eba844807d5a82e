"""Borders of the arithmetic, a case on either side of each."""

from __future__ import annotations

from datetime import date

import pytest
from written import read, report, stands

from milepost.journal.words import Kind
from milepost.progress.calendar import spans_of
from milepost.progress.plan_clock import clocks_of
from milepost.progress.status import held_at
from milepost.progress.target import Way
from milepost.progress.trend import theil_sen
from milepost.progress.values import LinePiece, Status
from milepost.voice.english import ENGLISH
from milepost.voice.opening import scene
from milepost.voice.reasons import reason

FIRST = date(2026, 1, 5)


@pytest.mark.parametrize(
    ("status", "probability", "side"),
    [
        (Status.ON_TRACK, 0.58, "worse"),
        (Status.ON_TRACK, 0.62, ""),
        (Status.AT_RISK, 0.62, "better"),
        (Status.AT_RISK, 0.24, "worse"),
        (Status.OFF_TRACK, 0.26, "better"),
        (Status.AHEAD, 0.94, "worse"),
    ],
)
def test_a_status_that_stays_past_its_border(status: Status, probability: float, side: str) -> None:
    assert held_at(status, probability) == side


def test_months_have_a_page_where_something_is_told() -> None:
    journal = """
        == content/goals/g.md ==
        ---
        title: G
        measurable: 10 walks
        time_bound: 2026-01-01 to 2026-12-31
        readings:
          - 2026-08-05 =4
        ---
        == content/journal/2026-03-02.md ==
        A day.
        == content/reviews/2025.md ==
        A year.
    """
    names = [span.name for span in spans_of(read(journal).journal)]
    assert "2026-03" in names
    assert "2026-Q1" in names
    assert "2025" in names
    assert "2026-04" not in names


def way(rise: float, days: int | None) -> Way:
    start = FIRST.toordinal()
    return Way(
        Kind.COUNT, "", 0.0, rise, start, None if days is None else start + days, (), (), (), 0.0
    )


def test_a_plan_that_leads_nowhere_has_no_clock() -> None:
    assert clocks_of(way(10, 70))
    assert clocks_of(way(0, 70)) == ()
    assert clocks_of(way(10, 0)) == ()
    assert clocks_of(way(10, None)) == ()


def test_a_clock_counts_the_weeks_before_and_after_its_plan() -> None:
    (clock, *_) = clocks_of(way(10, 70))
    start = FIRST.toordinal()
    days = [start - 7, start, start + 35, start + 70, start + 77]
    assert clock.at_all(days) == pytest.approx([-1, 0, 5, 10, 11])
    assert clock.at_all(days) == pytest.approx([clock.at(day) for day in days])


PACED = """
    == content/goals/g.md ==
    ---
    title: G
    measurable: 100 pages
    time_bound: 2026-01-05 to 2026-12-27
    pace:
      - 2026-03-30 =40
      - 2026-06-29 0 a week
    breaks:
      - 2026-08-03 to 2026-08-17 the sea
    ---
    == content/journal/2026-W10.md ==
    ---
    progress: {g: 20}
    ---
"""


def test_a_flat_stretch_of_the_plan_is_a_break() -> None:
    line = stands(PACED, "2026-03-15", "g").line
    kinds = [(piece.start.isoformat(), piece.kind, piece.because) for piece in line]
    assert all(isinstance(piece, LinePiece) for piece in line)
    assert kinds == [
        ("2026-01-05", "pace", ""),
        ("2026-03-30", "break", ""),
        ("2026-06-29", "pace", ""),
        ("2026-08-02", "break", "the sea"),
        ("2026-08-17", "pace", ""),
    ]


def test_what_took_the_place_of_a_goal_is_named() -> None:
    journal = """
        == content/goals/old.md ==
        ---
        title: Old
        status: {is: replaced, since: 2026-03-01, replaced_by: new}
        ---
        == content/goals/new.md ==
        # The new one
    """
    found = stands(
        journal.replace("replaced_by: new}", "}\n        replaced_by: new"), "2026-03-15", "old"
    )
    assert "“The new one”" in reason(ENGLISH, found)


def test_the_interval_of_a_slope_is_that_of_sen() -> None:
    """Ten points: 45 slopes, of which Kendall's score strays by 1.2816 * sqrt(125) = 14.3."""
    values = [0, 2, 1, 4, 3, 6, 5, 8, 7, 11]
    points = [(FIRST.toordinal() + 7 * week, float(value)) for week, value in enumerate(values)]
    found = theil_sen(points)
    slopes = sorted((values[j] - values[i]) / (j - i) for i in range(10) for j in range(i + 1, 10))
    low = int((45 - 14.33) / 2) - 1
    assert found.slope == pytest.approx(slopes[22])
    assert found.low == pytest.approx(slopes[low])
    assert found.high == pytest.approx(slopes[44 - low])


@pytest.mark.parametrize(
    ("weeks", "gap"), [((), 0), ((10,), 0), ((10, 11), 0), ((9, 11), 1), ((7, 11), 3)]
)
def test_weeks_without_an_entry_before_the_latest(weeks: tuple[int, ...], gap: int) -> None:
    text = "# A goal\n" + "\n".join(
        f"== content/journal/2026-W{week:02}.md ==\nA week." for week in weeks
    )
    assert scene(ENGLISH, report(text, date(2026, 3, 15))).gap == gap
