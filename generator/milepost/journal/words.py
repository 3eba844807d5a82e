"""The fixed words of the format: measures, states, horizons, audiences, as enumerations.

In: nothing. Out: enumerations whose values are the words that people write.
"""

from __future__ import annotations

from enum import Enum, StrEnum


class Kind(StrEnum):
    """How a goal is counted."""

    COUNT = "count"
    LEVEL = "level"
    HABIT = "habit"
    LIMIT = "limit"
    RANGE = "range"
    MILESTONES = "milestones"
    TASKS = "tasks"
    YES_NO = "yes or no"
    GOALS = "goals"


class Period(StrEnum):
    """The stretch of time in which a habit or a limit is counted."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class Mode(StrEnum):
    """What a number in an entry means: so many more, or so high it stands."""

    ADDED = "added"
    LEVEL = "level"


class State(StrEnum):
    """What the author says of a goal; the computed status is another thing."""

    SOMEDAY = "someday"
    ACTIVE = "active"
    PAUSED = "paused"
    DONE = "done"
    DROPPED = "dropped"
    REPLACED = "replaced"

    @property
    def closed(self) -> bool:
        """Whether nothing more is expected of the goal."""
        return self in {State.DONE, State.DROPPED, State.REPLACED}


class Commitment(StrEnum):
    """How firmly a goal is meant, which decides how it is graded and checked."""

    COMMITTED = "committed"
    ASPIRATIONAL = "aspirational"
    EXPLORATORY = "exploratory"


class Horizon(StrEnum):
    """How far a goal looks, the nearest first."""

    SHORT = "short"
    MID = "mid"
    LONG = "long"
    VISION = "vision"


class Visibility(Enum):
    """Who may see a thing; and, for a build, for whom it is made."""

    PRIVATE = "private"
    SHARED = "shared"
    PUBLIC = "public"

    def seen_by(self, audience: Visibility) -> bool:
        """Whether a build for this audience may show the thing.

        The owner (`private`) sees all, supporters what is shared or public, everyone else what
        is public.
        """
        return _OPENNESS[self] >= _OPENNESS[audience]


_OPENNESS = {Visibility.PRIVATE: 0, Visibility.SHARED: 1, Visibility.PUBLIC: 2}
