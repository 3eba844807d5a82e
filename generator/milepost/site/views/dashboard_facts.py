"""The four figures beside the dashboard's title.

In: the site and the goals being worked on. Out: `Figure`s.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from milepost.progress.calendar import Span
from milepost.progress.lookback import asked_for, hours, reached, run_of_weeks
from milepost.progress.report import Report
from milepost.progress.values import Standing
from milepost.site.context import PageContext
from milepost.site.views.parts import Figure
from milepost.voice import pages as said
from milepost.voice.labels import label
from milepost.voice.voice import Voice, shortened


def facts(here: PageContext, active: tuple[Standing, ...]) -> Iterator[Figure]:
    """Check-in, next date, hours this week, milestones this quarter; a dash for the unknown."""
    report, voice = here.site.report, here.site.voice
    today = report.week
    written = said.check_in_done(voice, written=today in report.written)
    row = said.in_a_row(voice, run_of_weeks(report), ever=bool(report.written))
    yield Figure(said.check_in(voice, today), written, row)
    dates = _dates(report, active)
    if dates:
        day, what = min(dates)
        yield Figure(label(voice, "next_date"), voice.near(day, report.day), shortened(what))
    else:
        yield Figure(label(voice, "next_date"), voice.number(None), said.no_date(voice))
    spent = hours(report, [today])
    if spent.planned is None and spent.spent is None:
        example = said.example_hours()
        yield Figure(label(voice, "hours_this_week"), voice.number(None), example)
    else:
        value, planned = voice.number(spent.spent or 0.0), said.of_planned(voice, spent)
        yield Figure(label(voice, "hours_this_week"), value, planned)
    yield _steps_fact(voice, report)


def _dates(report: Report, active: tuple[Standing, ...]) -> list[tuple[date, str]]:
    found = []
    for standing in active:
        step = standing.next_milestone
        if step and step.due and step.due >= report.day:
            found.append((step.due, step.title))
        if standing.due and standing.due >= report.day:
            found.append((standing.due, standing.goal.title))
    return found


def _steps_fact(voice: Voice, report: Report) -> Figure:
    name, quarter = label(voice, "milestones_this_quarter"), Span.quarter_of(report.day)
    done = len(reached(report, quarter.start, report.day))
    open_ = len(asked_for(report, quarter))
    if not done and not open_:
        return Figure(name, voice.number(None), said.no_milestone(voice))
    return Figure(name, voice.number(done), said.of_whole(voice, done + open_))


def weeks_left(voice: Voice, report: Report) -> str:
    """How far the quarter has come: "6 of 14 weeks left in the quarter"."""
    weeks = Span.quarter_of(report.week.thursday).weeks()
    return said.weeks_left(voice, sum(week > report.week for week in weeks), len(weeks))
