"""The fixed words of the format: measures, states, horizons, audiences, as enumerations.

In: nothing. Out: enumerations whose values are the words that people write, and the one name of a
file that marks a journal.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, StrEnum
from typing import NamedTuple

SETTINGS = "milepost.yaml"
"""The file of a journal's settings, at its root."""
COLLECTIONS = frozenset(
    {"_posts", "_reviews", "_notes", "_journal", "_diary", "_entries", "_weeknotes", "_weeks"}
)
"""Folders of notes whose names begin with `_` in blogs that Jekyll makes."""
ATTACHMENTS = frozenset(
    {"_attachments", "_attachment", "_assets", "_files", "_images", "_img", "_media"}
    | {"_photos", "_pictures", "_resources", "_static", "_uploads"}
)
"""Folders in which the pictures of notes are kept; a note in one is put aside."""


def is_put_aside(name: str) -> bool:
    """Whether a file or folder is hidden or put aside by its name, which begins with `.` or `_`.

    Folders in which blogs keep their notes are not, nor those of pictures, nor the page that Hugo
    has for a folder.
    """
    return name.startswith((".", "_")) and name not in {*COLLECTIONS, *ATTACHMENTS, "_index.md"}


FEELINGS: Mapping[str, int] = {
    **dict.fromkeys(("terrible", "awful", "horrible", "very bad", "very low", "miserabel"), 1),
    **dict.fromkeys(("bad", "low", "poor", "sad", "tired", "schlecht", "niedrig", "müde"), 2),
    **dict.fromkeys(("ok", "okay", "fine", "so-so", "neutral", "medium", "mittel", "meh"), 3),
    **dict.fromkeys(("good", "high", "happy", "well", "gut", "hoch"), 4),
    **dict.fromkeys(("great", "very good", "very high", "excellent", "amazing", "super"), 5),
}
"""What people write for a mood or an energy from 1 to 5, in small letters."""


class Facts(NamedTuple):  # and no dataclass, whose making every `--help` would wait for
    """What is true of a kind of measure wherever it is met.

    `numbered`: entries report numbers for it. `stands`: such a number says how high it stands,
    rather than how many were added. `has_end`: it goes from one number to another, and can be
    foreseen. `periodic`: it is kept period by period; `summed`: by what was done in each in all;
    `averaged`: by the middle of what was told in each, which can turn until the period is over.
    `stepped`: it is done step by step, without a rate. `derived`: it is read from the goal's file
    or from other goals, so that there is nothing to report.
    """

    numbered: bool = False
    stands: bool = False
    has_end: bool = False
    periodic: bool = False
    summed: bool = False
    averaged: bool = False
    stepped: bool = False
    derived: bool = False

    @property
    def banded(self) -> bool:
        """Whether its periods are kept by standing within bounds."""
        return self.periodic and self.stands


class Kind(StrEnum):
    """How a goal is counted, with the facts of each kind."""

    COUNT = "count", Facts(numbered=True, has_end=True)
    LEVEL = "level", Facts(numbered=True, has_end=True, stands=True)
    HABIT = "habit", Facts(numbered=True, periodic=True, summed=True)
    LIMIT = "limit", Facts(numbered=True, periodic=True, summed=True)
    RANGE = "range", Facts(numbered=True, periodic=True, stands=True)
    AVERAGE = "average", Facts(numbered=True, periodic=True, averaged=True, stands=True)
    MILESTONES = "milestones", Facts(stepped=True, derived=True)
    TASKS = "tasks", Facts(stepped=True, derived=True)
    YES_NO = "yes or no", Facts(stepped=True, stands=True)
    GOALS = "goals", Facts(stands=True, derived=True)

    facts: Facts

    def __new__(cls, word: str, facts: Facts) -> Kind:
        """A kind by the word that people write, which alone is its value."""
        kind = str.__new__(cls, word)
        kind._value_ = word
        kind.facts = facts
        return kind


class WeekStart(StrEnum):
    """The day on which weeks begin that are made up of single days."""

    MONDAY = "monday"
    SUNDAY = "sunday"


class Inner(StrEnum):
    """What a profile may say of a person that others do not see, unless it says so itself."""

    STRENGTHS = "strengths"
    PERSONALITY = "personality"
    SATISFACTION = "satisfaction"


class Form(StrEnum):
    """Whether something is learnt in a school's way or in one's own."""

    FORMAL = "formal"
    INFORMAL = "informal"


class Verb(StrEnum):
    """What a review decides of a goal."""

    KEEP = "keep"
    CHANGE = "change"
    PAUSE = "pause"
    DROP = "drop"
    REPLACE = "replace"
    DONE = "done"


VERBS: Mapping[str, Verb] = {
    **{verb.value: verb for verb in Verb},
    **dict.fromkeys(("kept", "continue", "behalten", "weiter"), Verb.KEEP),
    **dict.fromkeys(("changed", "adjust", "revise", "ändern", "anpassen"), Verb.CHANGE),
    **dict.fromkeys(("paused", "hold", "pausieren", "pause"), Verb.PAUSE),
    **dict.fromkeys(("dropped", "stop", "quit", "aufgeben", "streichen"), Verb.DROP),
    **dict.fromkeys(("replaced", "ersetzen"), Verb.REPLACE),
    **dict.fromkeys(("met", "finished", "achieved", "fertig", "erledigt", "erreicht"), Verb.DONE),
}
"""What a review decides, by the words that people write for it, in small letters."""


class Robots(StrEnum):
    """Whether search engines may list the site."""

    INDEX = "index"
    NOINDEX = "noindex"


class Period(StrEnum):
    """The stretch of time in which a habit or a limit is counted."""

    DAY = "day"
    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class Mode(StrEnum):
    """What a number in an entry means: so many more, or so high it stands."""

    ADDED = "added"
    LEVEL = "level"


class Log(StrEnum):
    """What several plain numbers of one day, or of a habit's period, come to.

    `added` is the older word for `sum`, and `level` for `last`: of a range it says no more than
    that a number is where it stands. Which of them a kind of measure takes is in `LOGS`.
    """

    ADDED = "added"
    LEVEL = "level"
    SUM = "sum"
    LAST = "last"
    MAX = "max"
    MIN = "min"
    MEAN = "mean"
    COUNT = "count"

    @property
    def mode(self) -> Mode | None:
        """What a single number means by this word alone; None where the kind of measure says it."""
        return _MODES.get(self)


_MODES = {
    Log.ADDED: Mode.ADDED,
    Log.SUM: Mode.ADDED,
    Log.COUNT: Mode.ADDED,
    Log.LEVEL: Mode.LEVEL,
    Log.LAST: Mode.LEVEL,
}
POOLED = frozenset({Log.MAX, Log.MIN, Log.MEAN})
"""The words by which one number is made of several, each of which counts for itself."""
_ADDS_UP = frozenset(Log)
LOGS: Mapping[Kind, frozenset[Log]] = {
    Kind.COUNT: _ADDS_UP,
    Kind.HABIT: _ADDS_UP,
    Kind.LIMIT: _ADDS_UP,
    Kind.LEVEL: _ADDS_UP - {Log.COUNT},
    Kind.RANGE: POOLED | {Log.LEVEL, Log.LAST},
    Kind.AVERAGE: frozenset({Log.MEAN, Log.LEVEL}),
}
"""The words that a kind of measure can follow; a kind that is not named reports no numbers."""


class Direction(StrEnum):
    """Which way a level goes whose start is its first reading."""

    UP = "up"
    DOWN = "down"

    @property
    def sign(self) -> int:
        """1 on the way up, -1 on the way down."""
        return 1 if self is Direction.UP else -1


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
