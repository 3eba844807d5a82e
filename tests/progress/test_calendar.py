"""Years, quarters and months, and the weeks that belong to them."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from milepost.journal.values import Week
from milepost.progress.calendar import Span

DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 1))


def test_a_name_becomes_a_span_and_a_span_its_name() -> None:
    for name in ("2026", "2026-Q4", "2026-11"):
        span = Span.named(name)
        assert span is not None
        assert span.name == name
    assert Span.named("2026-13") is None
    assert Span.named("last year") is None


def test_a_quarter_runs_from_its_first_day_to_its_last() -> None:
    span = Span(2026, 4)
    assert (span.start, span.end) == (date(2026, 10, 1), date(2026, 12, 31))
    assert span.address == "2026/Q4/"


@given(DAYS)
def test_every_day_lies_in_its_month_quarter_and_year(day: date) -> None:
    month = Span.month_of(day)
    assert all(span.holds(day) for span in (month, *month.parents))


@given(st.integers(1990, 2100))
def test_the_months_of_a_year_share_out_its_weeks(year: int) -> None:
    by_month = [week for m in range(1, 13) for week in Span(year, (m + 2) // 3, m).weeks()]
    assert by_month == list(Span(year).weeks())
    assert len(by_month) in (52, 53)


@given(DAYS)
def test_the_thursday_is_in_the_weeks_own_year(day: date) -> None:
    week = Week.of(day)
    assert week.thursday.year == week.year
    assert week.thursday - week.monday == timedelta(days=3)
