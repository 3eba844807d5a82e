"""Looking back on a stretch of weeks: what moved, what was reached, hours, notes.

In: a report and a span of days. Out: plain figures, for week and period pages alike.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import fsum
from statistics import quantiles

from milepost.addresses import label_key
from milepost.journal.model import Entry, Goal
from milepost.journal.values import Milestone, Week
from milepost.journal.words import Kind
from milepost.progress.calendar import Span, new_year
from milepost.progress.report import Report
from milepost.progress.values import (
    HabitPeriod,
    MarkPassed,
    Standing,
    Status,
    Tally,
    WeekHours,
    by_periods,
)


@dataclass(frozen=True, slots=True)
class MovedGoal:
    """Of a goal what is told where it moved: all of it lasts, and is none other the next day.

    `new_year` is that of the report, `unit` and `falls` are as a standing has them.
    """

    goal: Goal
    kind: Kind
    status: Status
    unit: str
    due: date | None
    falls: bool
    new_year: date

    @classmethod
    def of(cls, standing: Standing) -> MovedGoal:
        """What lasts of where a goal stands."""
        return cls(
            standing.goal,
            standing.kind,
            standing.status,
            standing.unit,
            standing.due,
            standing.falls,
            new_year(standing.day),
        )


@dataclass(frozen=True, slots=True)
class Move:
    """How far a goal came between two days.

    `before` and `after` are totals or levels in the goal's unit, `before` None when nothing was
    known; `kept` of `due` periods for habits, limits and averages, which have no total, and the
    period itself where it is a single one, which may be longer than the days looked at.
    """

    of: MovedGoal
    before: float | None
    after: float | None
    kept: int = 0
    due: int = 0
    period: HabitPeriod | None = None
    longer: bool = False

    @property
    def by(self) -> float | None:
        """The difference, where both ends are known."""
        return (
            self.after - self.before if self.after is not None and self.before is not None else None
        )


@dataclass(frozen=True, slots=True)
class ReachedMilestone:
    """A milestone with its goal, and the day on which it was reached, or is due."""

    goal: Goal
    milestone: Milestone
    day: date


def moves(report: Report, start: date, end: date) -> tuple[Move, ...]:
    """The goals with readings or finished periods between two days, both included, by id.

    Of one whose measure cannot be read nobody knows what its numbers mean.
    """
    found = []
    for first, last, name in report.stretches_told:
        if first > end or last < start:
            continue
        standing = report.standings[name]
        if standing.rhythm and by_periods(standing):
            every, judged = report.days_of_periods[name]
            over = standing.rhythm.periods[_within(every, start, end)]
            marked = standing.rhythm.judged[_within(judged, start, end)]
            kept, due = sum(s.kept for s in marked), sum(s.of for s in marked)
            said = any(period.value is not None for period in over)
            if marked and said:
                one = marked[0] if len(marked) == 1 and _fills(marked[0], start, end) else None
                longer = one is not None and (one.end - one.start).days > (end - start).days
                found.append(Move(MovedGoal.of(standing), None, None, kept, due, one, longer))
            continue
        there = _within(report.days_told[name], start, end)
        if there.start < there.stop:
            found.append(Move(MovedGoal.of(standing), *_ends(report, standing, there)))
    return tuple(found)


def _fills(period: HabitPeriod, start: date, end: date) -> bool:
    """Whether there is room for no second period like this one between two days."""
    return (end - start).days < 2 * (period.end - period.start).days + 1


def _within(days: Sequence[date], start: date, end: date) -> slice:
    """Where what lies between two days, both included, stands among things by their days."""
    first = bisect_left(days, start)
    return slice(first, bisect_right(days, end, lo=first))


def _ends(report: Report, standing: Standing, there: slice) -> tuple[float | None, float]:
    """What held before and after some of its readings: of a level the last, of a count the sum."""
    first, last = there.start, there.stop
    if standing.kind.facts.stands:
        told = standing.told
        origin = None if standing.kind.facts.banded else standing.from_  # a bound is no beginning
        if origin is None and last - first > 1:
            origin = told[first].value
        return told[first - 1].value if first else origin, told[last - 1].value
    id_ = standing.goal.id
    known = first or standing.from_ is not None
    return report.sum_told(id_, first) if known else None, report.sum_told(id_, last)


def reached(report: Report, start: date, end: date) -> tuple[ReachedMilestone, ...]:
    """The milestones reached between two days, the latest first."""
    found = [
        ReachedMilestone(standing.goal, milestone, day)
        for day, standing, milestone in report.reached[_within(report.days_reached, start, end)]
    ]
    return tuple(sorted(found, key=lambda step: (step.day, step.goal.id), reverse=True))


def passed(report: Report, start: date, end: date) -> tuple[tuple[MovedGoal, MarkPassed], ...]:
    """The furthest mark that each goal passed between two days, the latest first."""
    furthest: dict[str, tuple[Standing, MarkPassed]] = {}
    for _, standing, mark in report.passed[_within(report.days_passed, start, end)]:
        before = furthest.get(standing.goal.id)
        if before is None or mark.rank > before[1].rank:
            furthest[standing.goal.id] = standing, mark
    in_order = sorted(furthest.items(), key=lambda item: (item[1][1].day, item[0]), reverse=True)
    return tuple((MovedGoal.of(standing), mark) for _, (standing, mark) in in_order)


def asked_for(report: Report, span: Span) -> tuple[ReachedMilestone, ...]:
    """The milestones of living goals that are due in a span and not reached yet, by day."""
    found = [
        ReachedMilestone(standing.goal, step, step.due)
        for standing in report.standings.values()
        if standing.status.living
        for step in standing.goal.milestones
        if step.due and not step.done and span.holds(step.due)
    ]
    return tuple(sorted(found, key=lambda one: (one.day, one.milestone.title, one.goal.id)))


def closed(report: Report, start: date, end: date) -> tuple[tuple[date, Standing], ...]:
    """The goals that were closed between two days, the oldest first."""
    found = [
        (day, standing)
        for standing in report.standings.values()
        if (day := standing.closed_on) and start <= day <= end
    ]
    return tuple(sorted(found, key=lambda pair: (pair[0], pair[1].goal.id)))


@dataclass(frozen=True, slots=True)
class Hours:
    """Hours a stretch of weeks: None where nothing was planned or said."""

    planned: float | None
    spent: float | None


def weeks_so_far(report: Report, span: Span) -> tuple[Week, ...]:
    """The weeks of a span without those to come: what any figure of the span looks back on."""
    return tuple(week for week in span.weeks() if week <= report.latest)


def weeks_written(report: Report, span: Span) -> Tally:
    """How many weeks of a span were written, of those that could be since the journal's first.

    One in which a break of the whole journal lies counts where it was written all the same.
    """
    first = report.first
    could = [week for week in weeks_so_far(report, span) if first and week >= first]
    written = sum(week in report.weeks for week in could)
    asked = sum(week in report.weeks or not report.rests_in(week) for week in could)
    return Tally(written, asked)


def weeks_beside(report: Report, week: Week) -> tuple[Week | None, Week | None]:
    """The weeks with an entry just before and just after one that has any."""
    every = report.weeks_in_order
    place = bisect_left(every, week)
    return (
        every[place - 1] if place else None,
        every[place + 1] if place + 1 < len(every) else None,
    )


def hours(report: Report, weeks: Iterable[Week]) -> Hours:
    """Hours planned and spent on all goals in some weeks."""
    return sum_of(one for week in weeks for _, one in report.hours.get(week, ()))


def hours_by_week(report: Report, weeks: Iterable[Week]) -> tuple[WeekHours, ...]:
    """The same week by week, those left out of which nothing is known.

    They are not rounded, so that they come to the same sum as what they are made of.
    """
    known = [
        (week, [one for _, one in report.hours[week]]) for week in weeks if week in report.hours
    ]
    return tuple(
        WeekHours(week, _added(one.planned for one in every), _added(one.spent for one in every))
        for week, every in known
    )


def hours_by_goal(report: Report, weeks: Iterable[Week]) -> tuple[tuple[str, Hours], ...]:
    """The goals on which hours were planned or spent in some weeks, the most spent first."""
    return hours_by(report, weeks, lambda goal: goal.id)


def hours_by_area(report: Report, weeks: Iterable[Week]) -> tuple[tuple[str, Hours], ...]:
    """The same by the keys of life areas; of goals without one by none, which is empty."""
    return hours_by(report, weeks, lambda goal: label_key(goal.area) if goal.area else "")


def hours_by(
    report: Report, weeks: Iterable[Week], group: Callable[[Goal], str]
) -> tuple[tuple[str, Hours], ...]:
    """Hours planned and spent in some weeks by groups of goals, the most spent first."""
    found: dict[str, list[WeekHours]] = {}
    for week in weeks:
        for name, one in report.hours.get(week, ()):
            found.setdefault(group(report.standings[name].goal), []).append(one)
    sums = [(name, sum_of(weeks)) for name, weeks in found.items()]
    said = [(name, both) for name, both in sums if both.planned or both.spent is not None]
    return tuple(sorted(said, key=lambda pair: (-(pair[1].spent or 0.0), pair[0])))


def sum_of(weeks: Iterable[WeekHours]) -> Hours:
    """Hours added up, those not said left out.

    Rounded far below what is shown: in whatever order they are added, the same is shown.
    """
    every = tuple(weeks)
    planned, spent = _added(one.planned for one in every), _added(one.spent for one in every)
    return Hours(
        None if planned is None else round(planned, 6), None if spent is None else round(spent, 6)
    )


def _added(hours: Iterable[float | None]) -> float | None:
    known = [one for one in hours if one is not None]
    return fsum(known) if known else None


def words_written(report: Report, year: int) -> tuple[tuple[Week, int], ...]:
    """How many words each week of a year has, those without an entry left out."""
    return tuple(
        (week, sum(entry.prose.length for entry in entries))
        for week, entries in report.weeks.items()
        if week.year == year
    )


def quarters_of_words(report: Report) -> tuple[float, ...]:
    """The borders between the quarters of all weeks by how many words they have."""
    years = sorted({week.year for week in report.weeks})
    return quarters_of([words for year in years for _, words in words_written(report, year)])


def quarters_of(amounts: Sequence[int]) -> tuple[float, ...]:
    """The three borders between the quarters of some amounts; none where all are the same."""
    if len(set(amounts)) < 2:
        return ()
    return tuple(quantiles(amounts, n=4, method="inclusive"))


def run_of_weeks(report: Report) -> int:
    """How many weeks in a row have an entry, up to the latest, or to the one before it."""
    week = report.latest
    if week not in report.weeks:
        week = week.plus(-1)
    count = 0
    while week in report.weeks:
        count += 1
        week = week.plus(-1)
    return count


def mean(values: Iterable[float | None]) -> float | None:
    """The mean of what is known, or nothing."""
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else None


def best_and_worst(entries: Iterable[Entry]) -> tuple[Entry | None, Entry | None]:
    """The entries with the highest and the lowest mood, then energy; the later where equal.

    None for both where fewer than two differ.
    """
    rated = [entry for entry in entries if entry.mood is not None]
    if not rated:
        return None, None

    def felt(entry: Entry) -> tuple[int, int]:
        return (entry.mood or 0, entry.energy or 0)

    best = max(rated, key=lambda entry: (felt(entry), entry.day, entry.path))
    worst = min(rated, key=lambda entry: (felt(entry), -entry.day.toordinal(), entry.path))
    return (best, worst) if felt(best) != felt(worst) else (None, None)


OF_REPORT: Mapping[str, Callable[..., object]] = {
    look.__name__: look
    for look in (
        *(moves, reached, passed, asked_for, closed, weeks_so_far, weeks_written, weeks_beside),
        *(hours, hours_by_week, hours_by_goal, hours_by_area),
        *(run_of_weeks, words_written, quarters_of_words),
    )
}
"""The functions above that look at a report, and with days, weeks or spans alone."""
