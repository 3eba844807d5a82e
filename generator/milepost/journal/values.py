"""The structured values of the front matter, each with a mapping form and a short form.

In: nothing. Out: frozen dataclasses whose annotations are the mapping forms; the field names are
the keys (a trailing underscore keeps a key clear of a Python word). `shortforms` reads and writes
the short forms, `fields` the mappings.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from milepost.journal.keys import key
from milepost.journal.numbers import is_share, parse_bare, parse_hours, parse_rate
from milepost.journal.words import (
    POOLED,
    Direction,
    Kind,
    Log,
    Mode,
    Period,
    State,
    Verb,
    WeekStart,
)


@dataclass(frozen=True, slots=True, order=True)
class Week:
    """An ISO week: it starts on Monday, and belongs to the year of its Thursday."""

    year: int
    number: int

    @classmethod
    @lru_cache(maxsize=16384)  # asked for each number of each goal, and of few days
    def of(cls, day: date, starts: WeekStart = WeekStart.MONDAY) -> Week:
        """The week in which a day lies.

        Where weeks start on Sunday, one runs to Saturday and is called as its Thursday's ISO week.
        """
        if starts is WeekStart.SUNDAY and day.weekday() == 6 and day < date.max:
            day += timedelta(days=1)
        return cls(*day.isocalendar()[:2])

    @property
    def monday(self) -> date:
        """The first day of the week."""
        return date.fromisocalendar(self.year, self.number, 1)

    @property
    def thursday(self) -> date:
        """The day that decides to which month, quarter and year the week belongs."""
        return date.fromisocalendar(self.year, self.number, 4)

    @property
    def sunday(self) -> date:
        """The last day of the week."""
        return date.fromisocalendar(self.year, self.number, 7)

    def days(self, starts: WeekStart) -> tuple[date, date]:
        """The first and the last day of the week where weeks start on that day."""
        early = timedelta(days=starts is WeekStart.SUNDAY)
        return self.monday - early, self.sunday - early

    def plus(self, weeks: int) -> Week:
        """The week so many weeks later, or earlier when negative.

        Beyond the years 1 to 9999 it is one in which no day lies, and which has none.
        """
        monday = self.monday.toordinal() + 7 * weeks
        if monday < date.min.toordinal():
            return Week(date.min.year - 1, 52)
        if monday > date.max.toordinal():
            return Week(date.max.year + 1, 1)
        return Week.of(date.fromordinal(monday))

    def __str__(self) -> str:
        return f"{self.year:04d}-W{self.number:02d}"


@dataclass(frozen=True, slots=True)
class Measure:
    """How a goal is counted, from where to where, in what.

    Count and level run `from_` to `to`. A habit wants `to` times `per` period. A limit allows at
    most `to` `per` period. A range keeps within `from_` and `to`, either of which may be open.
    `words` are those from which `to` was counted ("2 a week"); empty where it is written.
    """

    kind: Kind = key(", ".join(Kind))
    from_: float | None = key("where it starts; the lower bound of a range or an average")
    to: float | None = key(
        "where it should get to; the bound of a limit, the upper one of a range or an average, "
        "the times of a habit"
    )
    unit: str = key("what is counted", "", example="books")
    per: Period | None = key(
        "day, week, fortnight, month, quarter or year, for a habit, a limit or an average"
    )
    by: float | None = key(
        "how far a level goes from its first reading, down with a minus; in place of `to`",
        example="-7",
    )
    goes: Direction | None = key(
        "up or down: which way a level must go whose start is its first reading"
    )
    log: Log | None = key(
        "what the plain numbers of one day, or of a habit's period, come to: sum (or added), last "
        "(or level), max, min, mean, or count, of which each number is one"
    )
    source: str = key("a file of readings in data/", "", example="data/weight.csv")
    column: str = key("the column of that file that holds the value", "", example="kg")
    rate: float | None = key(
        "how much a week: with the total it gives the due date, with the due date the total",
        example="2 a week",
        number=parse_rate,
    )
    minimum: float | None = key("a result that would still do")
    stretch: float | None = key("a result to be proud of")
    words: str = ""

    @property
    def says_nothing(self) -> bool:
        """Whether there is nothing to judge by: no target, no bound, or none that can be."""
        low, high = self.from_, self.to
        match self.kind:
            case Kind.COUNT if high is not None:
                return high < (low or 0.0)
            case Kind.COUNT | Kind.LEVEL:
                return high is None and self.by is None
            case Kind.HABIT:
                return high is not None and high <= 0
            case Kind.LIMIT:
                return high is None or high < 0
            case Kind.RANGE | Kind.AVERAGE if low is not None and high is not None:
                return low > high
            case Kind.RANGE | Kind.AVERAGE:
                return low is None and high is None
        return False

    def is_there(self, first: float) -> bool:
        """Whether a level stands past its target at its first reading, though it must go one way.

        A share goes up from nothing: of `20 %`, a first 31 may mean the way down.
        """
        share = self.kind is Kind.LEVEL and is_share(self.unit.partition(" ")[0])
        if share and self.from_ == 0 and self.to is not None:
            return first > self.to
        if self.goes is None or self.from_ is not None or self.to is None:
            return False
        return (self.to - first) * self.goes.sign < 0

    @property
    def mode(self) -> Mode:
        """What a plain number means for this measure."""
        by_kind = Mode.LEVEL if self.kind.facts.stands else Mode.ADDED
        return (self.log.mode if self.log else None) or by_kind

    @property
    def pooled(self) -> Log | None:
        """How one number is made of several plain ones; None where each stands for itself."""
        return self.log if self.log in POOLED else None

    @property
    def takes_several(self) -> bool:
        """Whether each of several numbers of a day counts, rather than the last alone."""
        return bool(self.pooled) or (self.kind.facts.banded and self.log is not Log.LAST)


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in a currency, as its sign or three letters."""

    amount: float = key("how much")
    currency: str = key("sign or three letters", "", example="EUR")


@dataclass(frozen=True, slots=True)
class Effort:
    """What makes a goal achievable: time, money, belief, and what else it takes."""

    hours_per_week: float | None = key(
        "hours a week to give to it", example="4", number=parse_hours
    )
    money: Money | None = key("money it may cost", example="600 EUR")
    confidence: float | None = key("how sure you are, from 0 to 10", example="8", scale=(0, 10))
    needs: tuple[str, ...] = key("what else it takes", ())
    because: str = key("why it can be done", "")


@dataclass(frozen=True, slots=True)
class Relevance:
    """What a goal is for: the goals above it, the values behind it."""

    serves: tuple[str, ...] = key("ids of the goals it serves", (), ids=True)
    values: tuple[str, ...] = key("names of values from the profile", ())
    because: str = key("why it matters", "")


@dataclass(frozen=True, slots=True)
class Window:
    """From when to when; either may be open.

    `words` are those from which `due` was counted ("within three months", or the rate "2 a week",
    of which `by_rate` tells); empty where a day or a period is written.
    """

    start: date | None = key("the first day", example="2026-01-05")
    due: date | None = key("the last day", example="2026-06-30")
    words: str = ""
    by_rate: bool = False


@dataclass(frozen=True, slots=True)
class Declared:
    """The state that the author gives a goal, since when, and why."""

    is_: State = key("someday, active, paused, done, dropped or replaced", State.ACTIVE)
    because: str = key("the reason", "")
    since: date | None = key("from which day on")


@dataclass(frozen=True, slots=True)
class Decision:
    """What a review decides of a goal, and why; `by` is the goal that takes its place."""

    is_: Verb = key("keep, change, pause, drop, replace or done")
    because: str = key("the reason", "")
    by: str = key("the goal that takes its place", "", ids=True)


@dataclass(frozen=True, slots=True)
class Milestone:
    """A step on the way: due on a day, done or not, worth its weight.

    `value` makes it a knot of the target line as well: where the goal should stand on its day.
    """

    title: str = key("what is reached")
    due: date | None = key("the day it is due")
    done: bool | date = key("the day it was reached, or yes", False)
    weight: float = key("how much it counts", 1.0, scale=(0, 1000))
    value: float | None = key("where the goal should stand that day", number=parse_bare)
    reward: str = key("how you will celebrate it", "")

    @property
    def done_on(self) -> date | None:
        """The day it was reached, where one is written."""
        return None if isinstance(self.done, bool) else self.done

    def reached_by(self, day: date) -> date | None:
        """The day on which it was reached, as far as that is known on a day.

        A tick without a day counts from its due date, once that is there.
        """
        reached = self.done_on or (self.due if self.done else None)
        return reached if reached and reached <= day else None


_TICKED_ON = re.compile(
    r"(?:✅|☑️?|\[?completion::?|\(?(?:done|completed)(?: on)?:?)\s*"
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})[\])]?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Signs:
    """What the signs on the line of a check box say, and its words without them.

    `due` are the days by which it should be done: one, unless somebody wrote two. `rank` is 1 where
    it is important, -1 where it may wait. `people` are those who do it. `minutes` is its time
    limit, 0 without one. `named` are tags and links behind the words, as written (`#earn-pmp`,
    `[[earn-pmp]]`; `…` where the gate has taken it), `links` the targets of links among them.
    `made` and `done` are the days on which it was written down and ticked. `misread` holds each
    sign that says a day and names none, with what is wrong and what to write.
    """

    words: str
    due: tuple[date, ...] = ()
    rank: int = 0
    people: tuple[str, ...] = ()
    minutes: int = 0
    named: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    made: date | None = None
    done: date | None = None
    misread: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Task:
    """A check box in the prose: its words, whether it is ticked, the line it stands on.

    `state` is empty for one that is open or done, else half, cancelled, moved, question, important.
    `signs` is what else its line says by signs, if anything.
    """

    text: str
    done: bool
    line: int
    state: str = ""
    signs: Signs | None = None

    @property
    def words(self) -> str:
        """Its words without signs."""
        return self.signs.words if self.signs else self.text

    @property
    def done_on(self) -> date | None:
        """The day it was ticked, where one stands at its end, as editors write it.

        >>> str(Task("Walls ✅ 2026-10-20", True, 1).done_on)
        '2026-10-20'
        """
        match = _TICKED_ON.search(self.text) if self.done else None
        try:
            return date.fromisoformat(match[1]) if match else None
        except ValueError:  # no such day
            return None


@dataclass(frozen=True, slots=True)
class Link:
    """A link in the prose to another file of the journal, as written.

    `target` is an id, a week, a day, a period or a path; `anchor` a heading; `words` what is shown
    (empty when the link names only its target); `wiki` whether it is a `[[wikilink]]`.
    """

    target: str
    anchor: str
    words: str
    wiki: bool
    line: int


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of the prose with what stands below it, up to the next of its rank.

    `name` is the known section that the heading's words stand for (progress, problems, learned,
    if-then, plans, thanks, supporter), empty where it is none of them.
    """

    name: str
    heading: str
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Line:
    """A line under a heading of records (`## Feedback`), as written: an item, or a paragraph.

    `family` is what the heading says that it is; `parts` are the items below it, and what else
    stands in them, each with its line of the file and its depth. That is even for the first
    paragraph of an item and odd for another of the same; of what is of an item it is greater.
    """

    family: str
    text: str
    line: int
    parts: tuple[tuple[str, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Outline:
    """What the prose holds beside its words: sections, check boxes, links, pictures."""

    heading: str = ""
    """The first top-level heading."""
    headings: tuple[str, ...] = ()
    """The words of every heading of any rank, in their order."""
    opens_with_heading: bool = False
    """Whether nothing stands before the first heading."""
    sections: tuple[Section, ...] = ()
    tasks: tuple[Task, ...] = ()
    put_off: tuple[Task, ...] = ()
    """The check boxes in which there is nothing to do: cancelled or moved."""
    links: tuple[Link, ...] = ()
    pictures: tuple[str, ...] = ()
    """The addresses of the pictures it shows, as written."""
    files: tuple[str, ...] = ()
    """What links that lead to no note name, as written, if it lies in the journal."""
    tags: tuple[tuple[str, str, int], ...] = ()
    """The tags that stay text: the name of each, how it first stands there, and the line."""
    lines: tuple[Line, ...] = ()
    """What stands under headings of records."""
    tables: tuple[tuple[str, int], ...] = ()
    """The tables under such headings: what the heading means, and the line."""


@dataclass(frozen=True, slots=True)
class Obstacle:
    """An if-then plan: what may come in the way, and what you do then."""

    if_: str = key("what may happen")
    then: str = key("what you do then", "")


@dataclass(frozen=True, slots=True)
class Skill:
    """A skill and the level, 0 to 5, that it needs."""

    skill: str = key("its name")
    level: float = key("the level needed, 0 to 5", 1.0, scale=(0, 5))


@dataclass(frozen=True, slots=True)
class Level:
    """The level of a skill from a day on, and what shows it."""

    date_: date = key("the day from which it holds")
    level: float = key("0 to 5", scale=(0, 5))
    evidence: str = key("what shows it", "")


@dataclass(frozen=True, slots=True)
class Ability:
    """A skill that you have: how well, since when, what shows it, and how much it is asked for.

    A level without a day held before all that have one.
    """

    skill: str = key("its name")
    level: float | None = key("how well, 0 to 5", scale=(0, 5))
    since: date | None = key("the day from which that holds")
    evidence: str = key("what shows it", "")
    demand: float | None = key("how much of it is asked for, 0 to 5", scale=(0, 5))
    levels: tuple[Level, ...] = key("levels with their days", ())


@dataclass(frozen=True, slots=True)
class Satisfaction:
    """How content you are in a year, 0 to 10, with your job and with your field."""

    job: float | None = key("with the job, 0 to 10", scale=(0, 10))
    field: float | None = key("with the field you work in, 0 to 10", scale=(0, 10))
    note: str = key("a word on it", "")


@dataclass(frozen=True, slots=True)
class Knot:
    """A point of the target line: two of day, value and weekly rate; the third follows.

    `rate` is the change per week on the stretch that ends here. `unit` is what both were written
    in; of a goal that was read it is empty, and they are in the goal's own.
    """

    date_: date | None = key("the day")
    value: float | None = key("where the goal should stand that day", number=parse_bare)
    rate: float | None = key("the change per week up to that day", number=parse_rate)
    because: str = key("the reason", "")
    unit: str = key("the unit of both, where it is not left to the goal", "", example="books")


@dataclass(frozen=True, slots=True)
class Break:
    """A stretch, both days included, in which nothing is expected."""

    start: date = key("the first day off")
    end: date = key("the last day off")
    because: str = key("the reason", "")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as written in an entry, with what it means where a sign says so.

    `sure` says that it is meant, however odd it looks. `unit` is what was written behind it, and
    `in_words` says that it was no number but yes or no.
    """

    value: float
    mode: Mode | None = None
    sure: bool = False
    unit: str = ""
    in_words: bool = False


@dataclass(frozen=True, slots=True)
class Noted:
    """A reading that stands in the goal's own file."""

    date_: date = key("the day")
    value: Amount = key("the number; + adds, = states")
    note: str = key("a word on it", "")
    checkpoint: bool = key("whether the total must be so", False)


@dataclass(frozen=True, slots=True)
class Advance:
    """What one entry says about one goal."""

    value: Amount | None = key("the number; + adds, = states")
    hours: float | None = key("hours spent", number=parse_hours)
    spent: Money | None = key("money spent", example="240 EUR")
    confidence: float | None = key("how sure you are, 0 to 10", scale=(0, 10))
    note: str = key("a word on it", "")
    status: str = key("your own word for how it goes", "")
    because: str = key("why you say so", "")


@dataclass(frozen=True, slots=True)
class Change:
    """What held for a goal before a day, and why it changed then.

    `before` holds the replaced fields by name with the values they had.
    """

    date_: date = key("the day from which the new holds")
    because: str = key("the reason", "")
    before: tuple[tuple[str, Any], ...] = ()
