"""What is known of a goal on a day: where it stands, its forecast, its periods, its closing.

In: nothing. Out: frozen dataclasses, filled by the arithmetic of each kind of goal. Units: days are
dates, rates are per week, shares and probabilities run from 0 to 1, None is "unknown" and never
zero.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from milepost.journal.model import Goal, Reading
from milepost.journal.values import Milestone, Week
from milepost.journal.words import Kind, Period, WeekStart
from milepost.progress.reasons import NoForecast, Reason

_FORTNIGHT = 13
"""How many days after its first the last day of a fortnight is."""


class Status(StrEnum):
    """The computed word for how a goal stands."""

    SOMEDAY = "someday"
    TOO_EARLY = "too early"
    AHEAD = "ahead"
    ON_TRACK = "on track"
    AT_RISK = "at risk"
    OFF_TRACK = "off track"
    OVERDUE = "overdue"
    UNREAD = "measure cannot be read"
    NO_DATA = "no data"
    ACHIEVED = "achieved"
    MISSED = "missed"
    PAUSED = "paused"
    DROPPED = "dropped"
    REPLACED = "replaced"

    @property
    def living(self) -> bool:
        """Whether the goal is being worked on, so that its status may change by itself."""
        return self in _LIVING

    @property
    def well(self) -> bool:
        """Whether the goal is where it should be."""
        return self in {Status.AHEAD, Status.ON_TRACK}

    @property
    def set_aside(self) -> bool:
        """Whether the goal is not, or no longer, meant: it counts in no sum and has no picture."""
        return self in {Status.SOMEDAY, Status.DROPPED, Status.REPLACED}


_LIVING = {
    Status.TOO_EARLY,
    Status.AHEAD,
    Status.ON_TRACK,
    Status.AT_RISK,
    Status.OFF_TRACK,
    Status.OVERDUE,
    Status.UNREAD,
    Status.NO_DATA,
}


class Mark(StrEnum):
    """What became of one period of a habit, a limit or a range."""

    DONE = "done"
    MISS = "miss"
    SKIP = "skip"
    PAUSE = "pause"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Point:
    """A point of a series: the total, or the level, that held at the end of a day.

    `added` is what the day's reading added to a count (0 for levels); `reading` tells where it
    comes from, and is None for points that were computed.
    """

    day: date
    value: float
    added: float = 0.0
    reading: Reading | None = None


class Passing(StrEnum):
    """What a goal may pass on its way; of two at one place the later here is the one to tell."""

    ROUND = "round number"
    QUARTER = "quarter"
    HALF = "half"
    THREE_QUARTERS = "three quarters"
    MINIMUM = "minimum"
    TARGET = "target"


@dataclass(frozen=True, slots=True)
class MarkPassed:
    """A mark that a goal came to for the first time, on the day by which its reading counts.

    `share` is where on the way it lies, 0 to 1. `value` is, in the goal's unit, the mark itself,
    and of a part of the way where the goal then stood.
    """

    day: date
    passing: Passing
    share: float
    value: float

    @property
    def rank(self) -> tuple[float, int]:
        """How far along the way, then by kind."""
        return self.share, list(Passing).index(self.passing)


@dataclass(frozen=True, slots=True)
class Doubt:
    """A reading that looks like a slip, and how far readings move as a rule.

    One that `waits` is the latest, and counts only when another one, or its author, says the same.
    """

    point: Point
    usual: float
    waits: bool = False


@dataclass(frozen=True, slots=True)
class LinePiece:
    """A straight piece of the target line, from one day's value to another's.

    `kind` is "pace", "break" (nothing expected) or "past" (a line that a change has replaced).
    """

    start: date
    start_value: float
    end: date
    end_value: float
    kind: str = "pace"
    because: str = ""


@dataclass(frozen=True, slots=True)
class Fan:
    """The forecast's 80 % range of the value on one day to come."""

    day: date
    low: float
    middle: float
    high: float


@dataclass(frozen=True, slots=True)
class Forecast:
    """What the readings so far say about the end.

    `value_low` and `value_high` are the 80 % range of the value on the due date; `finish_low` and
    `finish_high` of the day on which the target is met, None beyond twice the window. `scale` says
    how many times as wide they are as the readings alone would make them, by how far forecasts
    before this one were off; `turned` that a level goes another way than it did.
    """

    probability: float
    value_low: float
    value: float
    value_high: float
    finish_low: date | None
    finish: date | None
    finish_high: date | None
    fan: tuple[Fan, ...]
    scale: float = 1.0
    turned: bool = False


@dataclass(frozen=True, slots=True)
class HabitPeriod:
    """One period of a habit, a limit or a range: what was done and what was wanted.

    A week that is told as a whole is one period of a daily habit, too, and stands for `of` days.
    Where it was missed, `part` says for how many of them its number is enough; on which days that
    was is not known.
    """

    start: date
    end: date
    value: float | None
    wanted: float | None
    mark: Mark
    because: str = ""
    of: int = 1
    part: int = 0

    @property
    def kept(self) -> int:
        """How many of the days, or of the one period, that it stands for were kept."""
        return self.of if self.mark is Mark.DONE else self.part

    @property
    def marks(self) -> tuple[Mark, ...]:
        """A mark for each of them, the kept ones first."""
        if self.mark in {Mark.SKIP, Mark.PAUSE}:
            return (self.mark,)
        return (Mark.DONE,) * self.kept + (self.mark,) * (self.of - self.kept)

    @property
    def counted(self) -> date:
        """The day by which it belongs to a longer period.

        That is a week's Thursday, the second one of a fortnight, else its end.
        """
        days = (self.end - self.start).days
        after = (3 - self.start.weekday()) % 7 + (7 if days == _FORTNIGHT else 0)
        return self.start + timedelta(days=after) if after <= days <= _FORTNIGHT else self.end


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How a habit, a limit or a range was kept, period by period.

    `strength` runs from 0 to 1 (None for ranges); runs count periods, and `back_after` says after
    how many misses the current one came back (0: it did not just come back). `met` of `due` counts
    the last twelve periods that are over and count, `recent` holds the marks of the last four.
    """

    per: Period
    periods: tuple[HabitPeriod, ...]
    strength: float | None
    run: int
    best_run: int
    back_after: int
    met: int
    due: int
    recent: tuple[Mark, ...]
    current: HabitPeriod | None
    """The period in which the day lies."""
    week_starts: WeekStart = WeekStart.MONDAY
    judged: tuple[HabitPeriod, ...] = ()
    """The periods that are over and count: kept, missed and, of a habit, those without a word."""
    apart: bool = False
    """Whether periods that do not count lie between those of `due`, or after them."""


@dataclass(frozen=True, slots=True)
class Tally:
    """So many done of so many in all: milestones, tasks, periods, goals."""

    done: int
    of: int


@dataclass(frozen=True, slots=True)
class Child:
    """A goal that serves this one, as far as it says something of it."""

    id: str
    title: str
    status: Status
    known: bool
    """Whether it has a progress."""
    weight: float


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A value that a change of the goal replaced; `field` is its path, as "measurable.to".

    `eased` says that it asks for less since then, `raised` that it asks for more.
    """

    day: date
    field: str
    before: object
    after: object
    because: str
    eased: bool = False
    raised: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """The author's own word on the status, from the latest entry that has one."""

    day: date
    status: str
    because: str


@dataclass(frozen=True, slots=True)
class Closing:
    """How a closed goal is judged: grade 0.0 to 1.0, its colour, the forecasts' Brier scores.

    `sure` is the author's confidence while it was open, 0 to 1, in the mean.
    """

    grade: float | None
    colour: str
    brier_own: float | None
    brier_forecast: float | None
    sure: float | None = None


@dataclass(frozen=True, slots=True)
class Calibration:
    """How sure an author was of all goals that have closed, and how many of them were met.

    Only goals count of which a confidence was written, each the same, however often it was. `sure`
    is the mean confidence, 0 to 1; `forecast` the Brier score of the forecast for those of the
    goals that had one, None where none had.
    """

    goals: int
    met: int
    sure: float
    brier: float
    forecast: float | None


@dataclass(frozen=True, slots=True)
class WeekHours:
    """Hours of one week: what was planned for the goal and what was spent (None: not said)."""

    week: Week
    planned: float | None
    spent: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WayBack:
    """How a goal that is behind its target line gets back to it.

    So much a week (`rate`, negative on the way down) for so many `days` that are not off brings it
    to its line `by` a day. Where no rate does that it has had for four weeks, these are None, and
    `best` is the most that it has had, `later` the due date and `smaller` the target that this
    would reach; each is None where it would reach none.
    """

    rate: float | None = None
    days: int | None = None
    by: date | None = None
    best: float | None = None
    later: date | None = None
    smaller: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The numbers of one goal on a day, as far as its measure has them.

    `actual`, `expected`, `from_`, `to` are in the goal's unit; for habits and ranges, which have
    no end, `progress` is the share of periods kept and `actual` the value of the current period.
    `progress` may leave 0..1. `ahead_days` is negative when behind.
    """

    from_: float | None = None
    to: float | None = None
    unit: str = ""
    actual: float | None = None
    expected: float | None = None
    progress: float | None = None
    expected_progress: float | None = None
    tally: Tally | None = None
    series: tuple[Point, ...] = ()
    line: tuple[LinePiece, ...] = ()
    rate: float | None = None
    needed_rate: float | None = None
    best_rate: float | None = None
    """The best four weeks in a row so far, per week."""
    ahead_days: int | None = None
    safe_days: int | None = None
    needed_this_week: float | None = None
    way_back: WayBack | None = None
    """How it comes back to its line, where it is behind."""
    forecast: Forecast | None = None
    no_forecast: NoForecast | None = None
    """Why there is no forecast, where there is none."""
    rhythm: Rhythm | None = None
    checkpoints_missed: tuple[Point, ...] = ()
    """What the readings gave (`value`) where a checkpoint (`reading`) says otherwise."""
    doubts: tuple[Doubt, ...] = ()
    """The readings that look like slips; those that wait are in no other figure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing(Figures):
    """Where one goal stands on a day, and why: `reason` holds what decided `status`."""

    goal: Goal
    day: date
    kind: Kind
    """How the goal is counted: its measure's kind, else by what the goal has."""
    status: Status
    reason: Reason
    start: date | None
    due: date | None
    counts_from_journal: bool = False
    """Whether `start` is the day of the journal's first entry, since nothing else says when."""
    next_milestone: Milestone | None = None
    late_milestones: tuple[Milestone, ...] = ()
    children: tuple[str, ...] = ()
    """The ids of the goals that serve it."""
    served_by: tuple[Child, ...] = ()
    """What each of them comes to; in a circle one is left out."""
    said: Said | None = None
    changes: tuple[FieldChange, ...] = ()
    hours: tuple[WeekHours, ...] = ()
    confidence: float | None = None
    """The author's latest confidence, 0 to 10."""
    doubted: bool = False
    """Whether confidence and probability are so far apart that there is something to ask."""
    closing: Closing | None = None
    closed_on: date | None = None
    """The day of its close, wherever that is asked for: declared, else reached, else due."""
    last_reading: date | None = None
    told: tuple[Point, ...] = ()
    """Each reading by itself, on the day by which it counts for a month, a quarter or a year."""
    marks: tuple[MarkPassed, ...] = ()
    """What it passed on its way, each once, in the order of the days."""

    @property
    def title(self) -> str:
        """The goal's title, else its id."""
        return self.goal.called

    @property
    def falls(self) -> bool:
        """Whether its way leads down, from more to less; an end that is unknown counts as 0."""
        return (self.to or 0.0) < (self.from_ or 0.0)

    @property
    def minimum_in(self) -> bool | None:
        """Whether a count or a level is at its minimum; None where none is set or known."""
        measure = self.goal.measurable
        if not measure or measure.minimum is None or not self.kind.facts.has_end:
            return None
        if self.actual is None or self.status is Status.UNREAD:
            return None
        short = (measure.minimum - self.actual) * (-1.0 if self.falls else 1.0)
        return short <= 1e-9

    @property
    def clear_days(self) -> int | None:
        """For how many days a limit of 0 has been told and kept; None where none is counted.

        From the day after the last number above 0, or the first day, to the last day told.
        """
        measure = self.goal.measurable
        told = [point.reading for point in self.told if point.reading]
        if not measure or self.kind is not Kind.LIMIT or measure.to != 0 or not told:
            return None
        passed = [one.day for one in told if one.value > 0]
        before = max(passed) if passed else (self.start or told[0].since) - timedelta(days=1)
        return max(0, (min(max(one.day for one in told), self.day) - before).days)

    @property
    def chance(self) -> float | None:
        """The probability that the target is met by the due date, where it is foreseen."""
        return self.forecast.probability if self.forecast else None


def by_periods(standing: Standing) -> bool:
    """Whether what moved of a goal is told by its periods: of sums and means there is no level."""
    facts = standing.kind.facts
    return standing.rhythm is not None and (facts.summed or facts.averaged)
