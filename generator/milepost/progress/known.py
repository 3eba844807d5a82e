"""All that the journal knows of one goal on a day.

In: nothing. Out: `Known`, from which each family of measures works out where the goal stands.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import pairwise
from operator import attrgetter

from milepost.journal.model import Goal, Mention, Reading, Told
from milepost.journal.numbers import is_share
from milepost.journal.time_off import time_off
from milepost.journal.values import Break, Measure
from milepost.journal.words import Kind, Mode, Period, State, WeekStart
from milepost.progress.calendar import counted_within
from milepost.progress.days import Rest, rest_of
from milepost.progress.doubts import SLIP, level_doubts
from milepost.progress.milestones import Road, road
from milepost.progress.values import Point, Said, Standing
from milepost.progress.versions import Version, held_on, last_day, measure_of, versions

STANDING_UNITS = frozenset((
    "kg", "kgs", "kilo", "kilos", "kilogram", "kilograms", "lb", "lbs", "pounds", "st", "stone",
    "%", "°c", "°f", "cm", "bpm", "mmhg", "min", "minutes", "points", "bmi",
))  # fmt: skip
"""Units of what is measured again and again, and hardly ever added up from nothing."""

A_LITTLE = 0.05
"""The part of a target by which a first addition may pass it."""

HALF = 0.5
"""The part of its start below which no number of a way up is taken for where it stands."""


def paused_from(heard: date | None, start: date | None) -> date | None:
    """The day from which a goal is paused that does not say since when: after the last number."""
    if heard is None or heard == date.max:
        return start if heard is None else heard
    return heard + timedelta(days=1)


def until_due(readings: Iterable[Reading], due: date | None) -> tuple[Reading, ...]:
    """Readings by day; a week's in which the goal is due is dated on the due day at the latest.

    Those that come to one day so stay in the order of their own.
    """
    dated = (
        one.by(due) if due and one.whole_week and one.whole_week.monday <= due else one
        for one in sorted(readings, key=attrgetter("day"))
    )
    return tuple(sorted(dated, key=attrgetter("day")))


@dataclass(frozen=True, kw_only=True)
class Known:
    """One goal with what was known of it by a day; readings and marks in the order of their days.

    `children` are the ids of the goals that serve it, and `served_by` their standings (in a circle
    one is left out); `replaced_title` is the title of the goal that took its place. What follows
    from these is worked out once. `journal_begins` is the day of its journal's first entry.
    """

    goal: Goal
    day: date
    readings: tuple[Reading, ...] = ()
    hours: tuple[Mention, ...] = ()
    skips: tuple[Mention, ...] = ()
    confidences: tuple[Mention, ...] = ()
    children: tuple[str, ...] = ()
    served_by: tuple[Standing, ...] = ()
    said: Said | None = None
    replaced_title: str = ""
    week_starts: WeekStart = WeekStart.MONDAY
    journal_begins: date | None = None

    @cached_property
    def versions(self) -> tuple[Version, ...]:
        """Every version of the goal, the oldest first."""
        return versions(self.goal)

    @cached_property
    def measure(self) -> Measure:
        """How the goal is counted."""
        return measure_of(self.goal, bool(self.children))

    def measure_in(self, begin: date, end: date) -> Measure:
        """How the goal was counted in a period: what held in its middle, in a week on its Thursday.

        Where it was counted in another way or period, it is how it is counted now.
        """
        if not self.goal.changes:
            return self.measure
        middle = date.fromordinal((begin.toordinal() + end.toordinal()) // 2)
        held = held_on(self.versions, middle).measurable
        return held if held and self._alike(held) else self.measure

    def _alike(self, held: Measure) -> bool:
        """Whether a measure goes by the same rhythm as today's."""
        return (held.kind, held.per or Period.WEEK) == (self.measure.kind, self.per)

    @cached_property
    def rhythm_start(self) -> date | None:
        """The day from which the rhythm counts: the start, or that of the change that made it.

        What was counted in another way or period before is another goal's past.
        """
        made = self.start
        for old, new in pairwise(self.versions):
            before = old.goal.measurable
            if made and new.since and before and not self._alike(before):
                made = max(made, new.since)
        return made

    @property
    def unread(self) -> bool:
        """Whether a measure is written that cannot be read, or leaves nothing to judge by.

        Where nothing else is counted a milestone that cannot be read is such a part.
        """
        steps = self.measure.kind in {Kind.MILESTONES, Kind.YES_NO} and self.goal.steps_unread
        return self.goal.measure_unread or self.measure.says_nothing or steps

    @property
    def past_at_first(self) -> float | None:
        """The first number of a count or a level, where it lies past the target by itself.

        A level that must go down (`under 70 kg`) and stands at 68 has no way to go: whether it is
        to stay there is asked.

        Then it may say how high something stands: `75 kg` and a first 82 mean the way down to 75,
        and `20 open bugs` and a first 31 that to 20. No unit tells which, so it is asked, whatever
        is counted; of what does not stand (kg, %, °C) a little more than the target at once is
        fine, as the 42.2 km of a marathon of 42. What is written as meant (`82!`, or with a note)
        is.
        """
        measure, first = self.measure, self.readings[0] if self.readings else None
        if first and measure.is_there(first.value):
            meant = self.goal.status.is_.closed or (first.sure and not measure.goes)
            return None if meant else first.value
        if measure.kind is not Kind.COUNT or measure.from_ or not measure.to or not first:
            return None
        stands = not measure.unit or measure.unit.casefold() in STANDING_UNITS
        asked = first.value > measure.to * (1 if stands else 1 + A_LITTLE) + 1e-9
        asked = asked and not first.sure and not first.note and not self.goal.status.is_.closed
        return first.value if asked else None

    @property
    def past_whole(self) -> float | None:
        """What the plain numbers of a count in per cent add up to, where that is over 100 %.

        Nothing is done to more than 100 %, so they do not add up: 85 % and 86 % say how high it
        stands. Where the target is beyond, or a sign or a note says what is meant, nobody asks.
        """
        measure, told = self.measure, self.readings
        unit = measure.unit.partition(" ")[0]
        if measure.kind is not Kind.COUNT or not is_share(unit) or (measure.to or 0.0) > 100:
            return None
        if len(told) < 2 or self.goal.status.is_.closed:
            return None
        plain = all(one.mode is Mode.ADDED and not one.sure and not one.note for one in told)
        whole = sum(one.value for one in told)
        return whole if plain and whole > 100 + 1e-9 else None

    @property
    def far_from_start(self) -> float | None:
        """The first number of a level, where none of its numbers lies anywhere near its way.

        Of `from 62 to 90` a first 2 and then a 3 mostly say what was added, and of `from 82 to 75
        kg` a 2 what was lost: they are less than half of the start of a way up, and on a way down
        less than an eighth of its end, or more than twice its start. A number that is written as
        meant (`2!`, or with a note), and one that lies on the way, settle it.
        """
        measure = self.measure
        start, end = measure.from_, measure.to
        if measure.kind is not Kind.LEVEL or start is None or end is None or start <= 0 or end < 0:
            return None
        if not self.readings or self.goal.status.is_.closed or start == end:
            return None
        for one in self.readings:
            low = one.value < start * HALF if end > start else 0 < one.value < end / SLIP
            high = end < start and one.value > start / HALF
            if one.sure or one.note or one.mode is Mode.ADDED or not (low or high):
                return None
        first = self.readings[0]
        alone = [Point(first.day, first.value, reading=first)]
        if len(self.readings) == 1 and level_doubts(alone, start, end):
            return None  # one slip of the pen is doubted as that
        return first.value

    @cached_property
    def start(self) -> date | None:
        """The first day: as written, else of the first reading or change, whichever is earlier.

        A goal of which nothing says when it began counts from the first entry that names it, else
        from the day on which its journal begins, if it was not due by then.
        """
        written = self.goal.time_bound.start
        if written:
            return written
        known = [r.day for r in self.readings] + [c.date_ for c in self.goal.changes]
        named = [mark.day for mark in (*self.hours, *self.confidences, *self.skips)]
        first = min(known, default=None) or min(named, default=None)
        if first is None and self.counts_from_journal:
            first = self.journal_begins
        return min(first, self.day) if first else None

    @property
    def counts_from_journal(self) -> bool:
        """Whether nothing says when it began, so that it counts from its journal's first entry.

        So does an active goal; one that waits has not begun, and of one that is over nobody asks.
        """
        told = (self.readings, self.goal.changes, self.hours, self.confidences, self.skips)
        begins = self.journal_begins
        if self.goal.status.is_ is not State.ACTIVE:
            return False
        if self.goal.time_bound.start or any(told) or begins is None:
            return False
        return self.due is None or begins < self.due

    @property
    def due(self) -> date | None:
        """The last day, as written."""
        return self.goal.time_bound.due

    @cached_property
    def until(self) -> date:
        """The day up to which the goal is measured: the day itself, or that of its close."""
        return last_day(self.goal, self.day)

    @cached_property
    def end(self) -> date | None:
        """The last day on which anything counts for a period: the due day, or that of its close."""
        known = [self.due, self.until if self.goal.status.is_.closed else None]
        return min((day for day in known if day), default=None)

    def counted(self, told: Told) -> date:
        """The day by which a number belongs to a month, a quarter or a year of the goal."""
        return counted_within(told, self.start, self.end)

    @cached_property
    def heard(self) -> date | None:
        """The last day of which a reading or a skip speaks."""
        last = max((one.day for one in (*self.readings, *self.skips)), default=None)
        return min(last, self.day) if last else None

    @property
    def words(self) -> tuple[date, ...]:
        """The days on which anything but a number was written of it, up to the day."""
        days = [mark.day for mark in (*self.hours, *self.confidences)]
        reached = (s.done_on or s.due for s in self.goal.milestones if s.done)
        days += [day for day in reached if day]
        days += [change.date_ for change in self.goal.changes]
        days += [day for day in (self.goal.status.since, self.said and self.said.day) if day]
        return tuple(min(day, self.day) for day in days)

    @cached_property
    def time_off(self) -> tuple[Break, ...]:
        """Its breaks, those of the whole journal, and the stretches in which it was paused.

        A pause without a day begins after the last that was heard of the goal.
        """
        found, said = time_off(self.goal), self.goal.status
        if said.is_ is not State.PAUSED or said.since or self.versions[-1].since:
            return found
        begun = paused_from(self.heard, self.start)
        return (*found, Break(begun, date.max, said.because)) if begun else found

    @cached_property
    def rest(self) -> Rest:
        """The days on which nothing is expected."""
        return rest_of(self.time_off)

    @property
    def per(self) -> Period:
        """The period in which a habit, a limit or a range is counted."""
        return self.measure.per or Period.WEEK

    @cached_property
    def road(self) -> Road:
        """Its milestones on the day."""
        return road(self.goal.milestones, self.start, self.until, self.day)
