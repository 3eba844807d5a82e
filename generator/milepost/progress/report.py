"""The journal on a day, with where each goal stands: what checks, pages and the terminal share.

In: a journal and the standings of its goals, filled by `measure`. Out: `Report`, which gives both,
and what several readers ask of the whole.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import cached_property
from itertools import accumulate
from operator import itemgetter
from statistics import fmean
from typing import TypeVar

from milepost.journal.asof import record_on
from milepost.journal.decisions import Decided
from milepost.journal.decisions import gathered as decisions_of
from milepost.journal.model import Entry, Journal
from milepost.journal.records import gathered
from milepost.journal.values import Milestone, Week
from milepost.progress.actions import Actions, actions
from milepost.progress.calendar import counted_on, new_year, week_of
from milepost.progress.costs import Cost, costs
from milepost.progress.days import Rest, days_off, rest_of
from milepost.progress.records import Records
from milepost.progress.values import (
    Calibration,
    MarkPassed,
    Standing,
    Status,
    WeekHours,
    by_periods,
)
from milepost.progress.weekly_numbers import GoalWeeks, of_goal

G = TypeVar("G", Cost, Decided)


@dataclass(frozen=True, kw_only=True)
class Report:
    """The journal as known on a day, and where each of its goals stands.

    What several readers ask of the whole is worked out once, when it is first asked for.
    """

    day: date
    journal: Journal
    standings: Mapping[str, Standing] = field(default_factory=dict)
    """By goal id, in the order of the ids."""

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """All entries, the earliest first, those of one day by their path."""
        return tuple(sorted(self.journal.entries, key=lambda entry: (entry.day, entry.path)))

    def counted_between(self, first: date, last: date) -> list[Entry]:
        """The entries that belong to a stretch of days, in the order of `entries`."""
        within = self._counted[bisect_left(self._days, first) : bisect_right(self._days, last)]
        return [entry for _, _, entry in sorted(within, key=itemgetter(1))]

    @cached_property
    def _counted(self) -> tuple[tuple[date, int, Entry], ...]:
        """Each entry with the day by which it belongs, in the order of these, and its place."""
        counted = ((counted_on(entry), at, entry) for at, entry in enumerate(self.entries))
        return tuple(sorted(counted, key=itemgetter(0)))

    @cached_property
    def _days(self) -> list[date]:
        return [day for day, _, _ in self._counted]

    @cached_property
    def reached(self) -> tuple[tuple[date, Standing, Milestone], ...]:
        """Every milestone that was reached, with its day and its goal's standing, by day."""
        found = [
            (day, standing, milestone)
            for standing in self.standings.values()
            for milestone in standing.goal.milestones
            if (day := milestone.reached_by(self.day))
        ]
        return tuple(sorted(found, key=itemgetter(0)))

    @cached_property
    def days_reached(self) -> list[date]:
        """The days of `reached`, by which it is looked up."""
        return [day for day, _, _ in self.reached]

    @cached_property
    def days_passed(self) -> list[date]:
        """The days of `passed`, by which it is looked up."""
        return [day for day, _, _ in self.passed]

    @cached_property
    def days_told(self) -> Mapping[str, list[date]]:
        """The days of what is told of each goal, by which it is looked up."""
        return {id_: [point.day for point in one.told] for id_, one in self.standings.items()}

    def sum_told(self, id_: str, count: int) -> float:
        """What so many of the first numbers told of a goal come to, from its start on.

        All of them are added up once, without a rounding in between.
        """
        if id_ not in self._sums_told:
            added = (Fraction(point.added) for point in self.standings[id_].told)
            self._sums_told[id_] = [float(one) for one in accumulate(added, initial=Fraction())]
        return (self.standings[id_].from_ or 0.0) + self._sums_told[id_][count]

    @cached_property
    def _sums_told(self) -> dict[str, list[float]]:
        return {}

    @cached_property
    def days_of_periods(self) -> Mapping[str, tuple[list[date], list[date]]]:
        """The days by which the periods of each rhythm count: of all, and of those judged."""
        return {
            id_: (
                [period.counted for period in one.rhythm.periods],
                [period.counted for period in one.rhythm.judged],
            )
            for id_, one in self.standings.items()
            if one.rhythm
        }

    @cached_property
    def stretches_told(self) -> tuple[tuple[date, date, str], ...]:
        """The first and the last day by which something of a goal counts, with its id, by id.

        Of a rhythm these are its periods, of others its readings. One of which nothing counts is
        left out, and one whose measure cannot be read: nobody knows what its numbers mean.
        """
        found = []
        for id_, one in self.standings.items():
            counted = by_periods(one)
            days = self.days_of_periods[id_][0] if counted else self.days_told[id_]
            if days and not one.goal.measure_unread:
                found.append((days[0], days[-1], id_))
        return tuple(found)

    @cached_property
    def records(self) -> Records:
        """What was learnt, who was met, what was said and went wrong, as the author recorded it."""
        return Records(tuple(record_on(one, self.day) for one in gathered(self.journal)))

    @cached_property
    def decisions(self) -> tuple[Decided, ...]:
        """What the reviews decided of goals, the earliest first."""
        return decisions_of(self.journal)

    @cached_property
    def decided_of(self) -> Mapping[str, tuple[Decided, ...]]:
        """What was decided of a goal, by its id, the earliest first."""
        return _by_goal(self.decisions)

    @cached_property
    def costs(self) -> tuple[Cost, ...]:
        """The money that was spent on goals, as entries and records say."""
        return costs(self.journal, self.records, self.day)

    @cached_property
    def costs_by_goal(self) -> Mapping[str, tuple[Cost, ...]]:
        """The same by the goal that it was spent on, where anything was."""
        return _by_goal(self.costs)

    @cached_property
    def passed(self) -> tuple[tuple[date, Standing, MarkPassed], ...]:
        """Every mark that a goal passed, with its day, by day."""
        found = [(one.day, goal, one) for goal in self.standings.values() for one in goal.marks]
        return tuple(sorted(found, key=itemgetter(0)))

    @cached_property
    def by_path(self) -> Mapping[str, Entry]:
        """The entries by their paths."""
        return {entry.path: entry for entry in self.entries}

    @cached_property
    def named_in(self) -> Mapping[str, tuple[Entry, ...]]:
        """The entries that name a goal in their figures, by its id, in the order of `entries`."""
        found: dict[str, list[Entry]] = {}
        for entry in self.entries:
            for id_ in entry.named:
                found.setdefault(id_, []).append(entry)
        return {id_: tuple(entries) for id_, entries in found.items()}

    @cached_property
    def week(self) -> Week:
        """The week in which the day lies."""
        return self.week_of(self.day)

    @property
    def year_of_weeks(self) -> int:
        """The year of the day's week, for those to whom no more of that matters."""
        return self.week.year

    @property
    def new_year(self) -> date:
        """The first day of the day's year, for those to whom no more of the day matters.

        A day is told without its year if that is today's: such words last until the next year.
        """
        return new_year(self.day)

    def week_of(self, day: date) -> Week:
        """The week in which a day lies, in the journal's own weeks."""
        return Week.of(day, self.journal.settings.week_starts)

    def days_of(self, week: Week) -> tuple[date, date]:
        """The first and the last day of a week, in the journal's own weeks."""
        return week.days(self.journal.settings.week_starts)

    @cached_property
    def rest(self) -> Rest:
        """The days on which the whole journal rests, as far as the profile may be seen."""
        return rest_of(self.journal.profile.breaks)

    def rests_in(self, week: Week) -> bool:
        """Whether the whole journal rests on a day of a week, so that nobody asks for its entry."""
        first, last = self.days_of(week)
        return days_off(self.rest, first.toordinal(), last.toordinal()) > 0

    @cached_property
    def weeks_of_rest(self) -> tuple[Week, ...]:
        """The weeks from the first entry on, up to now, in which the whole journal rests."""
        if self.first is None or not self.rest:
            return ()
        many = (self.latest.monday - self.first.monday).days // 7 + 1
        weeks = (self.first.plus(number) for number in range(many))
        return tuple(week for week in weeks if self.rests_in(week))

    @cached_property
    def latest(self) -> Week:
        """The last week that can be written: the running one, or one that has begun further east.

        Weeks to come after it are neither written nor unwritten, and so are those before the first.
        """
        return max([self.week, *self.weeks])

    @cached_property
    def first(self) -> Week | None:
        """The first week that has an entry."""
        return next(iter(self.weeks), None)

    @cached_property
    def written(self) -> tuple[Week, ...]:
        """The weeks up to the day that have an entry, in order."""
        return tuple(week for week in self.weeks if week <= self.week)

    @cached_property
    def weeks(self) -> Mapping[Week, tuple[Entry, ...]]:
        """The entries of each week that has any, in order."""
        found: defaultdict[Week, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            found[week_of(entry)].append(entry)
        return {week: tuple(found[week]) for week in sorted(found)}

    @cached_property
    def weeks_in_order(self) -> tuple[Week, ...]:
        """The weeks that have an entry."""
        return tuple(self.weeks)

    @cached_property
    def calibration(self) -> Calibration | None:
        """How sure the author was of the goals that have closed; None where of none it was said."""
        found = [
            (one.status, one.closing)
            for one in self.standings.values()
            if one.closing and one.closing.sure is not None
        ]
        if not found:
            return None
        ours = [one.brier_forecast for _, one in found if one.brier_forecast is not None]
        return Calibration(
            len(found),
            sum(status is Status.ACHIEVED for status, _ in found),
            fmean(one.sure or 0.0 for _, one in found),
            fmean(one.brier_own or 0.0 for _, one in found),
            fmean(ours) if ours else None,
        )

    @cached_property
    def actions(self) -> Actions:
        """What there is to do, and what was done."""
        living = {id_ for id_, standing in self.standings.items() if standing.status.living}
        return actions(self.journal, self.entries, self.day, self.week, living)

    @cached_property
    def hours(self) -> Mapping[Week, tuple[tuple[str, WeekHours], ...]]:
        """What was planned and spent in each week, goal by goal."""
        found: defaultdict[Week, list[tuple[str, WeekHours]]] = defaultdict(list)
        for name, standing in self.standings.items():
            for one in standing.hours:
                found[one.week].append((name, one))
        return {week: tuple(every) for week, every in found.items()}

    @cached_property
    def numbers_by_week(self) -> Mapping[str, GoalWeeks]:
        """The numbers of goals week by week, of those that have any to be set beside others."""
        starts = self.journal.settings.week_starts
        found = ((id_, of_goal(one, starts)) for id_, one in self.standings.items())
        return {id_: weeks for id_, weeks in found if weeks}


def _by_goal(told: Iterable[G]) -> dict[str, tuple[G, ...]]:
    """What is told of goals, by the goal of each, in the order in which it is told."""
    found: dict[str, list[G]] = {}
    for one in told:
        found.setdefault(one.goal, []).append(one)
    return {id_: tuple(every) for id_, every in found.items()}
