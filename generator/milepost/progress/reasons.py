"""Why a goal stands as it does: one value for each cause, with the figures that decided it.

In: nothing. Out: frozen dataclasses, `Reason` their union, and `NoForecast`. No sentence is made
here: `voice` says each of them, in one place.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from milepost.journal.words import State


@dataclass(frozen=True, slots=True)
class PutAside:
    """The author has put it aside; `by` is the title of the goal that took its place."""

    state: State
    since: date | None
    because: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class Reached:
    """The target is met, since `on` (None: nobody knows, or it is kept period by period).

    `early` is so many days before it was due, negative after; None without a due date.
    """

    on: date | None = None
    early: int | None = None


@dataclass(frozen=True, slots=True)
class CalledDone:
    """The author calls it done, whatever the numbers say."""

    since: date | None
    because: str


@dataclass(frozen=True, slots=True)
class Closed:
    """It was closed short of its target; `due` may be unknown."""

    due: date | None


@dataclass(frozen=True, slots=True)
class Over:
    """A habit, a limit or a range whose time is over, not kept well enough."""

    due: date


@dataclass(frozen=True, slots=True)
class Overdue:
    """It was due, so many days ago, and is open still."""

    due: date
    days: int


@dataclass(frozen=True, slots=True)
class Starts:
    """It has not begun."""

    on: date


@dataclass(frozen=True, slots=True)
class Illegible:
    """A measure is written that cannot be read, so nothing can be held against it."""


@dataclass(frozen=True, slots=True)
class Unheard:
    """Neither a reading nor a start is known."""


@dataclass(frozen=True, slots=True)
class Silent:
    """Nothing was heard for so many days; `ever` says whether anything was since the start."""

    days: int
    ever: bool


@dataclass(frozen=True, slots=True)
class Young:
    """So many days of `of` in all (None: no due date) are too few to judge by."""

    days: int
    of: int | None


@dataclass(frozen=True, slots=True)
class NoTarget:
    """There is no target, or no start, to hold it against."""


@dataclass(frozen=True, slots=True)
class NoWay:
    """It ends where it starts."""


@dataclass(frozen=True, slots=True)
class Unforeseen:
    """Nothing can be foreseen yet; the standing's `no_forecast` says why."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast it goes against what is needed; both rates are in the standing.

    `took` is the days that the last one took, where that says the same as the status. `held` says
    that the status stays what it was, though the probability has passed its border: "better" is not
    clear enough yet, or "worse" is not.
    """

    took: int | None = None
    held: str = ""


@dataclass(frozen=True, slots=True)
class Undue:
    """There is no due date, so nothing is late."""


@dataclass(frozen=True, slots=True)
class Kept:
    """How a habit, a limit or a range was kept; `judged` tells the last four periods as well."""

    judged: bool = False


@dataclass(frozen=True, slots=True)
class Unread:
    """No period of a habit, a limit or a range has begun."""


@dataclass(frozen=True, slots=True)
class PastAtFirst:
    """The first number lies past the target already.

    Of a count it may say how high it stands; a level that must go down has no way to go. `whole`
    is what the numbers of a share add up to, where that is more than 100 %.
    """

    first: float
    whole: float | None = None


@dataclass(frozen=True, slots=True)
class FarFromStart:
    """The numbers of a level lie nowhere near its way: they may be what was added, or lost."""

    first: float


@dataclass(frozen=True, slots=True)
class NothingToCount:
    """It is counted by milestones or tasks, and there are none."""


@dataclass(frozen=True, slots=True)
class StepLate:
    """A dated milestone is late by so many days, and so many others are late too."""

    title: str
    days: int
    others: int


@dataclass(frozen=True, slots=True)
class NothingDone:
    """It is due soon, and nothing is done yet."""


@dataclass(frozen=True, slots=True)
class NothingLate:
    """All that was to be done by now is done."""


@dataclass(frozen=True, slots=True)
class Together:
    """It stands as the goals that serve it stand; they are the standing's `children`."""


Reason = (
    PutAside
    | Reached
    | CalledDone
    | Closed
    | Over
    | Overdue
    | Starts
    | Illegible
    | PastAtFirst
    | FarFromStart
    | Unheard
    | Silent
    | Young
    | NoTarget
    | NoWay
    | Unforeseen
    | Pace
    | Undue
    | Kept
    | Unread
    | NothingToCount
    | StepLate
    | NothingDone
    | NothingLate
    | Together
)
"""All that can decide a status."""


class Cause(Enum):
    """What stands in the way of a forecast."""

    NO_READING = auto()
    NOT_BEGUN = auto()
    NO_ENDS = auto()
    NO_WAY = auto()
    NO_DUE = auto()
    FEW_READINGS = auto()
    NO_DAYS = auto()
    ENDLESS = auto()
    NO_RATE = auto()
    BY_OTHERS = auto()
    NO_OTHERS = auto()
    PAUSED = auto()
    CLOSED = auto()


@dataclass(frozen=True, slots=True)
class NoForecast:
    """Why nothing is foreseen; `readings` is how many there are, where they are too few."""

    cause: Cause
    readings: int = 0
