"""Goals that go from one number to another: counts and levels, measured on a day.

In: a goal with its readings, start and day. Out: its figures, its forecast and its probabilities.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from itertools import pairwise

from milepost.journal.model import Goal, Reading
from milepost.journal.numbers import is_share
from milepost.journal.words import Kind
from milepost.progress.calibration import AHEAD, LATEST, scale, score
from milepost.progress.days import day_of, sunday_after, working
from milepost.progress.doubts import count_doubts, level_doubts
from milepost.progress.forecast import Drift, Sums, sums
from milepost.progress.line import Line
from milepost.progress.plan_clock import PlanClock, clocks_of
from milepost.progress.series import LARGEST, Series, Weekly, bounded, series, weekly
from milepost.progress.status import grey_days
from milepost.progress.target import Target, Way, target, way_of
from milepost.progress.trend import slope_lately, trend_on
from milepost.progress.values import Doubt, Point
from milepost.progress.versions import Version

LATELY = 8
"""So many weeks, days off not counted, are what is called lately."""


@dataclass(frozen=True)
class Trajectory:
    """A count or a level on its way; what is costly is worked out when it is first asked for.

    `way` is None where from, to or the start is unknown.
    """

    goal: Goal
    day: date
    start: date | None
    series: Series
    way: Way | None
    target: Target
    doubts: tuple[Doubt, ...] = ()
    """All readings that look like slips, in the order of their days. The latest ones wait: they
    are not in the series."""

    @property
    def waiting(self) -> bool:
        """Whether the latest reading is doubted."""
        return bool(self.doubts) and self.doubts[-1].waits

    @property
    def actual(self) -> float | None:
        """Where it stands; None before the first reading."""
        return self.series.points[-1].value if self.series.points else None

    @property
    def line(self) -> Line | None:
        """The target line as it held on each day."""
        return self.target.line

    @cached_property
    def progress(self) -> float | None:
        """The share of the way that is done, which may leave 0..1."""
        if self.actual is None or self.way is None or self.way.rise == 0:
            return None
        return self.way.share(self.actual)

    @cached_property
    def clocks(self) -> tuple[PlanClock, ...]:
        """The clocks of the plan: by shares of the plan, and, where it bends, evenly."""
        return clocks_of(self.way) if self.way else ()

    @cached_property
    def weekly(self) -> Weekly:
        """Totals at the ends of weeks; empty for levels."""
        if self.start is None or self.way is None or self.way.kind is not Kind.COUNT:
            return Weekly()
        start, told = self.start, self.goal.time_bound.start
        if self.way.begins != self.way.from_ and not told and start < date.max:
            start += timedelta(days=1)  # it stood there at the end of its first day
        return weekly(self.series.points, start, self.way.begins, self.way.rest)

    @cached_property
    def sums(self) -> tuple[Sequence[Sums], ...]:
        """For each clock the weeks summed up, before the first and after each."""
        return tuple(self._sums(clock) for clock in self.clocks)

    def _sums(self, clock: PlanClock) -> Sequence[Sums]:
        if self.way is None:
            return ()
        ends = clock.at_all(self.weekly.ends)
        from_, rise = self.way.from_, self.way.rise
        shares = [(total - from_) / rise for total in self.weekly.totals]
        weeks = zip(
            (b - a for a, b in pairwise(shares)), (b - a for a, b in pairwise(ends)), strict=True
        )
        return tuple(sums(weeks, 1.0 / clock.weeks))

    @property
    def lately(self) -> float | None:
        """What was observed lately, a week, in the goal's unit; no plan and no forecast is in it.

        Of a count: what its last eight known weeks brought together, over their length without days
        off; of a level: the slope of its last eight weeks. None where too little is known.
        """
        if self.way is None:
            return None
        if self.way.kind is Kind.LEVEL:
            return slope_lately(self.series.points, self.day.toordinal())
        ends, totals = self.weekly.ends, self.weekly.totals
        for first in range(len(ends) - 2, -1, -1):
            days = working(self.way.rest, ends[first], ends[-1])
            if days and (days >= 7 * LATELY or first == 0):
                return (totals[-1] - totals[first]) / days * 7
        return None

    @cached_property
    def bounds(self) -> tuple[float, float]:
        """The lowest and the highest value that can be, as far as anybody can tell.

        What never was negative, nor is meant to be, does not become so; a share ends at 100.
        """
        way = self.way
        seen = [p.value for p in self.series.points] + ([way.from_, way.to] if way else [])
        low = -LARGEST if min(seen, default=0.0) < 0 else 0.0
        whole = way is not None and is_share(way.unit) and max(seen) <= 100
        return low, 100.0 if whole else LARGEST

    @cached_property
    def stays(self) -> bool:
        """Whether what has been counted stays counted.

        One step back is taken for a correction; what goes back again may go back in time to come.
        """
        if self.way is None or self.way.kind is not Kind.COUNT:
            return False
        sign, points = self.way.sign, self.series.points
        values = [self.way.from_, *(point.value for point in points)]
        return sum((b - a) * sign < -1e-9 for a, b in pairwise(values)) < 2

    def value_on(self, ordinal: int) -> float | None:
        """What was known to hold at the end of a day."""
        point = _last_until(self.series.points, ordinal)
        return point.value if point else None

    def told_on(self, ordinal: int) -> float | None:
        """What is now known to have held on a day: a count's total, a level of the week before."""
        points = self.series.points
        if self.way and self.way.kind is Kind.COUNT:
            known = points and points[-1].day.toordinal() >= ordinal
            return self.value_on(ordinal) if known else None
        point = _last_until(points, ordinal)
        return point.value if point and ordinal - 7 < point.day.toordinal() else None

    @cached_property
    def _scores(self) -> tuple[tuple[int, float], ...]:
        """How far off it was what was foreseen on each Sunday, and from when on that is known."""
        way = self.way
        if way is None or way.due is None:
            return ()
        begin = date.fromordinal(way.start)
        first = way.start + grey_days(begin, self.goal.time_bound.due)
        end = min(self.day.toordinal(), way.due) - 7 * AHEAD
        first = max(sunday_after(first), sunday_after(end) - 7 * 2 * LATEST)
        found: list[tuple[int, float]] = []
        for sunday in range(first, end + 1, 7):
            then, came = self.uncalibrated(sunday), self.told_on(sunday + 7 * AHEAD)
            if then and came is not None:
                found.append((sunday + 7 * AHEAD, then.off(way.share(came), sunday)))
        return tuple(found)

    def outlook(self, ordinal: int) -> Outlook | None:
        """The forecast as it was at the end of a day; None where there is none.

        Before a goal begins nothing is foreseen: what is known by then is no pace of it. How far
        off those before it were widens or narrows it.
        """
        found = self.uncalibrated(ordinal)
        if found is None:
            return None
        known = [off for by, off in self._scores if by <= ordinal]
        return found.scaled(scale(known))

    def uncalibrated(self, ordinal: int) -> Outlook | None:
        """The forecast of a day as it comes from the weeks alone."""
        way = self.way
        if way is None or way.rise == 0 or way.due is None or not self.series.points:
            return None
        if ordinal < way.start:
            return None
        if way.kind is Kind.LEVEL:
            trend = trend_on(self.series.points, ordinal)
            if trend is None:
                return None
            drift = trend.drift
            rise = way.rise
            in_shares = Drift(
                drift.rate / rise,
                drift.fixed / rise**2,
                drift.each / rise**2,
                drift.square / rise**2,
            )
            left = max(0.0, (way.due - ordinal) / 7)
            stands = way.share(bounded(trend.at(ordinal)))
            return Outlook(in_shares, stands, left, bounds=self.bounds, turned=trend.turned)
        here = self.weekly
        index = bisect_right(here.ends, ordinal) - 1
        total = self.value_on(ordinal)
        if index >= 0 and here.ends[index] == ordinal:
            total = here.totals[index]
        stands = 0.0 if total is None else way.share(total)
        place = min(max(index, 0), len(here.ends) - 1)
        told = [
            Outlook(
                held[place].pace.drift, stands, clock.left(ordinal), clock, self.bounds, self.stays
            )
            for clock, held in zip(self.clocks, self.sums, strict=True)
        ]
        # One who kept to a plan that bends is judged by it; one who fell behind where it was steep
        # can still use the weeks where it is flat: the kinder view counts.
        return max(told, key=lambda one: one.probability, default=None)

    def chances(self) -> Iterator[float]:
        """The probability now, and at the end of each week before, back to the start's grey days.

        It goes no further back than to the last change of the line, which starts a new count.
        """
        today = self.day.toordinal()
        now = self.outlook(today)
        if now is None or self.way is None:
            return
        yield now.probability
        first = self.way.start + grey_days(
            date.fromordinal(self.way.start), self.goal.time_bound.due
        )
        if self.target.changed:
            first = max(first, self.target.changed.toordinal())
        for sunday in range(sunday_after(today) - 7, first - 1, -7):
            then = self.outlook(sunday)
            if then is None:
                return
            yield then.probability


@dataclass(frozen=True, slots=True)
class Outlook:
    """A forecast in shares of the way: where it goes, where it stands, the weeks that are left.

    `clock` counts those weeks; None for those of the calendar. `bounds` are the lowest and the
    highest value that can be, in the goal's unit; `stays` says that it does not go back, `turned`
    that it goes another way than it did, `scale` how many times as wide it is by those before it.
    """

    drift: Drift
    stands: float
    weeks: float
    clock: PlanClock | None = None
    bounds: tuple[float, float] = (-LARGEST, LARGEST)
    stays: bool = False
    turned: bool = False
    scale: float = 1.0

    def weeks_until(self, today: int, ordinal: int) -> float:
        """The weeks from a day to a later one."""
        if self.clock is None:
            return (ordinal - today) / 7
        return max(0.0, self.clock.at(ordinal) - self.clock.at(today))

    def day(self, weeks: float, today: int) -> date | None:
        """The day on which so many weeks have passed; None where the calendar ends."""
        return self.clock.day(weeks, today) if self.clock else day_of(today + 7 * weeks)

    def off(self, came: float, today: int) -> float:
        """How far what came four weeks later, as a share of the way, was from what was foreseen."""
        weeks = self.weeks_until(today, today + 7 * AHEAD)
        return score(came - self.stands - self.drift.rate * weeks, self.drift.spread(weeks))

    def scaled(self, factor: float) -> Outlook:
        """The same with a spread that is so many times as large.

        What has turned is left as it is: those before were forecasts of another course, and the
        turn has made it wide already.
        """
        if self.turned:
            return self
        return replace(self, drift=self.drift.scaled(factor), scale=factor)

    @property
    def probability(self) -> float:
        """The probability that the target is met by the due date."""
        left = 1.0 - self.stands
        if self.drift.fixed == 0.0 and left <= 1e-9:
            return 1.0
        return self.drift.probability(left, self.weeks)


def trajectory(
    held: Sequence[Version], readings: Sequence[Reading], start: date | None, day: date
) -> Trajectory:
    """A count or a level as known on a day, through all versions of its goal.

    A latest reading that looks like a slip waits for a second one: it is left out until then.
    """
    goal = held[-1].goal
    origin = goal.measurable.from_ if goal.measurable else None
    waiting: list[Doubt] = []
    while True:
        known = series(readings, bounded(origin or 0.0), day)
        first = known.points[0] if known.points else None
        way, last = way_of(goal, start, first), known.last
        doubts = _doubts(known.points, way)
        doubted = next((one for one in doubts if one.point is last), None)
        if doubted is None or last is None:
            break
        waiting.insert(0, replace(doubted, waits=True))
        readings = [one for one in readings if one is not last.reading]

    def value_on(when: date) -> float | None:
        point = _last_until(known.points, when.toordinal())
        return point.value if point else None

    return Trajectory(
        goal,
        day,
        start,
        known,
        way,
        target(held, start, first, value_on),
        (*doubts, *waiting),
    )


def _last_until(points: Sequence[Point], ordinal: int) -> Point | None:
    """The last point on a day or before it."""
    index = bisect_right(points, ordinal, key=lambda point: point.day.toordinal())
    return points[index - 1] if index else None


def _doubts(points: Sequence[Point], way: Way | None) -> tuple[Doubt, ...]:
    if way is None:
        return ()
    if way.kind is Kind.COUNT:
        return count_doubts(points, way.begins, way.sign)
    return level_doubts(points, way.from_, way.to)


def best_four(weekly: Weekly, sign: float) -> float | None:
    """The most that four weeks in a row have added, per week; None with fewer than four."""
    ends, totals = weekly.ends, weekly.totals
    spans = [(totals[i] - totals[i - 4]) / (ends[i] - ends[i - 4]) * 7 for i in range(4, len(ends))]
    return max(spans, key=lambda rate: rate * sign, default=None)


def last_took(points: Sequence[Point], start: date | None) -> int | None:
    """The days that the last one took, where things are counted one at a time."""
    grown = [p for p in points if p.added > 0]
    if not grown or abs(grown[-1].added - 1) > 1e-9:
        return None
    before = grown[-2].day if len(grown) > 1 else start
    return (grown[-1].day - before).days if before and grown[-1].day > before else None
