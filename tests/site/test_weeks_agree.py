"""The page of a year, the calendar, the list of notes and the page of the journal say the same."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from site_makers import page, site, words
from written import examples, report

from milepost.progress.calendar import Span, counted_on, spans_of
from milepost.site.charts.chart import Chart
from milepost.site.context import PageContext, SiteContext
from milepost.site.site_map import draw
from milepost.site.theme import read_theme
from milepost.site.views.journal import journal_view
from milepost.site.views.period import PeriodView, period_view
from milepost.voice.voice import voice_of

READ = """
== content/goals/r.md ==
---
title: Read
measurable: 30 books
time_bound: 2026-11-01 to 2027-03-31
---
"""


def entry(name: str, number: int = 1) -> str:
    return f"== content/journal/{name}.md ==\n---\nprogress: {{r: {number}}}\n---\n"


def context(text: str, day: date) -> PageContext:
    """The journal's page as its views see it, without its templates."""
    known = report(text, day)
    voice = voice_of(known.journal.settings)
    site_map, _ = draw(known, voice)
    theme, _ = read_theme(known.journal.settings, None)
    made = SiteContext(
        report=known, voice=voice, map=site_map, theme=theme, url="", menu=(), findings=(),
        lights={}, sources={}, assets={}, anchors={}, backlinks={},
    )  # fmt: skip
    return PageContext(made, "journal/")


def of_years(chart: Chart | None) -> dict[int, list[int]]:
    """The weeks written by month, and in all, for each year of the calendar's table."""
    return {int(row[0]): [int(cell) for cell in row[1:14]] for row in chart.rows} if chart else {}


def weeks_written(view: PeriodView) -> int:
    return int(view.numbers[0].value)


def test_new_year_within_a_week() -> None:
    """W53 of 2026 ends on 3 January 2027, and is all of 2026."""
    weeks = ("2026-W51", "2026-W52", "2026-W53", "2027-W01", "2027-W02")
    made = site(READ + "".join(entry(week) for week in weeks), date(2027, 1, 17))
    old, new, notes = (words(page(made, at)) for at in ("2026/", "2027/", "journal/"))
    assert "Weeks written 3 of 3" in old
    assert "+3 books 3 of 30" in old
    assert "Entries 3" in old
    assert "Weeks written 2 of 2" in new
    assert "+2 books 5 of 30" in new
    assert "2027 2 entries" in notes
    assert "2026 3 entries" in notes


def test_a_day_of_january_in_a_week_of_december() -> None:
    """The week of Friday 1 January 2027 is written, and it is one of December's."""
    here = context(READ + entry("2027-01-01"), date(2027, 1, 17))
    december, january = period_view(here, "2026-12"), period_view(here, "2027-01")
    assert (weeks_written(december), weeks_written(january)) == (1, 0)
    assert [move.by for move in january.moves] == ["+1\u202fbook"]
    assert not december.moves


def test_the_page_of_the_journal_begins_its_weeks_where_the_settings_say() -> None:
    text = READ + entry("2027-01-02") + entry("2027-01-03")
    monday = site(text, date(2027, 1, 17))
    sunday = site(text + "== milepost.yaml ==\nweek_starts: sunday\n", date(2027, 1, 17))
    assert "journal/2027-W01/index.html" not in monday.pages
    assert "27 Dec – 2 Jan" in words(page(sunday, "journal/2026-W53/")).replace(
        " 2026", ""
    ).replace(" 2027", "")
    assert "journal/2027-W01/index.html" in sunday.pages


@st.composite
def notes(draw: st.DrawFn) -> tuple[str, date]:
    """Notes of weeks and of days about a New Year, and a day on which the site is built."""
    year = draw(st.sampled_from([2020, 2024, 2026, 2031, 2032]))
    first = date(year, 11, 1)
    names = set()
    for offset in draw(st.sets(st.integers(0, 18), max_size=10)):
        week = (first + timedelta(weeks=offset)).isocalendar()
        names.add(f"{week[0]}-W{week[1]:02d}")
    names |= {
        f"{first + timedelta(days=n)}" for n in draw(st.sets(st.integers(0, 130), max_size=6))
    }
    starts = draw(st.sampled_from(["monday", "sunday"]))
    goal = READ.replace("2026-11-01", f"{year}-11-01").replace("2027", f"{year + 1}")
    text = goal + "".join(entry(name) for name in sorted(names))
    text += f"== milepost.yaml ==\nweek_starts: {starts}\n"
    return text, first + timedelta(days=draw(st.integers(20, 160)))


@settings(max_examples=examples(200))
@given(notes())
def test_page_calendar_list_and_chart_agree(told: tuple[str, date]) -> None:
    here = context(*told)
    known = here.site.report
    calendar = of_years(journal_view(here).weeks)
    listed = {int(year.ref.title): len(year.items) for year in journal_view(here).years}
    years = {}
    for span in spans_of(known.journal):
        view = period_view(here, span.name)
        assert len(view.entries) == sum(span.holds(counted_on(e)) for e in known.entries)
        counts = calendar.get(span.year, [0] * 13)
        if span.month:
            assert weeks_written(view) == counts[span.month - 1]
        if span.kind == "year":
            assert weeks_written(view) == counts[12]
            assert of_years(view.weeks_chart).get(span.year, counts) == counts
            assert len(view.entries) == listed.get(span.year, 0)
            years[span.year] = sum(float(move.by.split()[0]) for move in view.moves)
    assert sum(years.values()) == (known.standings["r"].actual or 0)
    for year, moved in years.items():
        months = [Span(year, (month + 2) // 3, month) for month in range(1, 13)]
        shown = [period_view(here, one.name) for one in months if one in spans_of(known.journal)]
        assert sum(float(m.by.split()[0]) for view in shown for m in view.moves) == moved
