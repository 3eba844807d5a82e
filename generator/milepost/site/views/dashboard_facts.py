"""The four figures beside the dashboard's title.

In: the desk and the goals being worked on. Out: `Fact`s.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from milepost.journal.values import Week
from milepost.progress.report import Report, Standing
from milepost.site.counting import shortened_title
from milepost.site.desk import Here
from milepost.site.needs import written_weeks
from milepost.site.numbers import hours, reached, run_of_weeks
from milepost.site.spans import Span


@dataclass(frozen=True, slots=True)
class Fact:
    """One of the four figures beside the title; `value` is a dash where nothing is known."""

    name: str
    value: str
    note: str


def facts(here: Here, active: tuple[Standing, ...]) -> Iterator[Fact]:
    """Check-in, next date, hours this week, milestones this quarter; a dash for the unknown."""
    report, words = here.desk.report, here.desk.words
    today = Week.of(report.day)
    weeks = written_weeks(report)
    run = run_of_weeks(weeks, report.day)
    row = f"{run} in a row" if run > 1 else "one line is a start" if not weeks else ""
    written = "Written" if today in weeks else "Not yet"
    yield Fact(f"Check-in, {words.week(today, year=False)}", written, row)
    dates = _dates(report, active)
    if dates:
        day, what = min(dates)
        yield Fact("Next date", words.near(day, report.day), shortened_title(what))
    else:
        yield Fact("Next date", "–", "milestones with a day appear here")
    spent = hours(here.desk.hours, [today])
    if spent.planned is None and spent.spent is None:
        yield Fact("Hours this week", "–", "achievable: 4 h a week")
    else:
        planned = f"of {words.number(spent.planned)} planned" if spent.planned is not None else ""
        yield Fact("Hours this week", words.number(spent.spent or 0.0), planned)
    yield _steps_fact(report)


def _dates(report: Report, active: tuple[Standing, ...]) -> list[tuple[date, str]]:
    found = []
    for standing in active:
        step = standing.next_milestone
        if step and step.due and step.due >= report.day:
            found.append((step.due, step.title))
        if standing.due and standing.due >= report.day:
            found.append((standing.due, standing.goal.title))
    return found


def _steps_fact(report: Report) -> Fact:
    quarter = _quarter(report.day)
    done = len(reached(report, quarter.start, report.day))
    open_ = sum(
        1
        for standing in report.standings.values()
        if standing.status.living
        for step in standing.goal.milestones
        if not step.done and step.due and quarter.holds(step.due)
    )
    if not done and not open_:
        return Fact("Milestones this quarter", "–", "none is planned")
    return Fact("Milestones this quarter", str(done), f"of {done + open_}")


def _quarter(day: date) -> Span:
    return Span(day.year, (day.month + 2) // 3)


def weeks_left(day: date) -> str:
    """How far the quarter has come: "6 of 14 weeks left in the quarter"."""
    quarter = _quarter(day)
    weeks = quarter.weeks()
    left = sum(week > Week.of(day) for week in weeks)
    if not left:
        return "the last week of the quarter"
    return f"{left} of {len(weeks)} weeks left in the quarter"
