"""What is known of every goal on a day: the data that checks, pages and the terminal share.

In: nothing. Out: frozen dataclasses, filled by `measure`. Units: days are dates, rates are per
week, shares and probabilities run from 0 to 1, None is "unknown" and never zero.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from milepost.journal.model import Goal, Journal, Reading
from milepost.journal.values import Milestone, Week
from milepost.journal.words import Kind


class Status(StrEnum):
    """The computed word for how a goal stands."""

    SOMEDAY = "someday"
    TOO_EARLY = "too early"
    AHEAD = "ahead"
    ON_TRACK = "on track"
    AT_RISK = "at risk"
    OFF_TRACK = "off track"
    OVERDUE = "overdue"
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


_LIVING = {
    Status.TOO_EARLY,
    Status.AHEAD,
    Status.ON_TRACK,
    Status.AT_RISK,
    Status.OFF_TRACK,
    Status.OVERDUE,
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


@dataclass(frozen=True, slots=True)
class Stretch:
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
    `finish_high` of the day on which the target is met, None beyond twice the window.
    """

    probability: float
    value_low: float
    value: float
    value_high: float
    finish_low: date | None
    finish: date | None
    finish_high: date | None
    fan: tuple[Fan, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Stint:
    """One period of a habit, a limit or a range: what was done and what was wanted."""

    start: date
    end: date
    value: float | None
    wanted: float | None
    mark: Mark
    because: str = ""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How a habit, a limit or a range was kept, period by period.

    `strength` runs from 0 to 1 (None for ranges); runs count periods; `met` of `due` counts the
    last twelve periods that are over.
    """

    stints: tuple[Stint, ...]
    strength: float | None
    run: int
    best_run: int
    met: int
    due: int
    sentence: str


@dataclass(frozen=True, slots=True)
class Moved:
    """A change of the goal as the reader sees it: what held, what holds, why, since when."""

    day: date
    field: str
    before: str
    after: str
    because: str
    eased: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """The author's own word on the status, from the latest entry that has one."""

    day: date
    status: str
    because: str


@dataclass(frozen=True, slots=True)
class Closing:
    """How a closed goal is judged: grade 0.0 to 1.0, its colour, the forecasts' Brier scores."""

    grade: float | None
    colour: str
    brier_own: float | None
    brier_forecast: float | None


@dataclass(frozen=True, slots=True)
class Spell:
    """Hours of one week: what was planned for the goal and what was spent (None: not said)."""

    week: Week
    planned: float | None
    spent: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where one goal stands on the report's day, and why.

    `actual`, `expected`, `from_`, `to` are in the goal's unit; for habits and ranges, which have
    no end, `progress` is the share of periods kept and `actual` the value of the current period.
    `progress` may leave 0..1. `ahead_days` is negative when behind. `reason` is one sentence made
    of the numbers that decided `status`.
    """

    goal: Goal
    status: Status
    reason: str
    start: date | None
    due: date | None
    from_: float | None = None
    to: float | None = None
    unit: str = ""
    actual: float | None = None
    expected: float | None = None
    progress: float | None = None
    expected_progress: float | None = None
    summary: str = ""
    """The progress in the goal's own terms: "3 of 6 articles", "81.4 kg, from 82 to 75"."""
    series: tuple[Point, ...] = ()
    line: tuple[Stretch, ...] = ()
    rate: float | None = None
    needed_rate: float | None = None
    best_rate: float | None = None
    """The best four weeks in a row so far, per week."""
    ahead_days: int | None = None
    safe_days: int | None = None
    needed_this_week: float | None = None
    forecast: Forecast | None = None
    forecast_reason: str = ""
    """One sentence on the forecast, or on why there is none."""
    rhythm: Rhythm | None = None
    next_milestone: Milestone | None = None
    late_milestones: tuple[Milestone, ...] = ()
    children: tuple[str, ...] = ()
    children_reason: str = ""
    said: Said | None = None
    moves: tuple[Moved, ...] = ()
    spells: tuple[Spell, ...] = ()
    confidence: float | None = None
    """The author's latest confidence, 0 to 10."""
    question: str = ""
    """Asked when confidence and probability are far apart."""
    closing: Closing | None = None
    last_reading: date | None = None
    kind: Kind = Kind.YES_NO
    """How the goal is counted: its measure's kind, else by what the goal has."""
    checkpoints_missed: tuple[Point, ...] = ()
    """What the readings gave (`value`) where a checkpoint (`reading`) says otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The journal as known on a day, and where each of its goals stands."""

    day: date
    journal: Journal
    standings: Mapping[str, Standing] = field(default_factory=dict)
    """By goal id, in the order of the ids."""
