"""The journal as data: settings, profile, goals, entries, reviews, pages, readings.

In: nothing. Out: frozen dataclasses. Fields made with `key` are what people write, and their
annotations drive the reader, its messages and the manual's reference; the others are filled in
by the loader.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any, ClassVar, Self, TypeVar, cast

from milepost.findings import Place
from milepost.journal.keys import key
from milepost.journal.numbers import parse_duration, parse_hours, parse_years
from milepost.journal.prose import Prose
from milepost.journal.values import (
    Ability,
    Advance,
    Break,
    Change,
    Decision,
    Declared,
    Effort,
    Knot,
    Measure,
    Milestone,
    Money,
    Noted,
    Obstacle,
    Outline,
    Relevance,
    Satisfaction,
    Section,
    Skill,
    Task,
    Week,
    Window,
)
from milepost.journal.words import (
    FEELINGS,
    Commitment,
    Form,
    Horizon,
    Inner,
    Log,
    Mode,
    Robots,
    Visibility,
    WeekStart,
)

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)  # without slots: what follows from it is worked out once
class Document:
    """What every file of the journal has: its place, its words, and what was written where."""

    path: str = ""
    prose: Prose = field(default_factory=Prose)
    places: Mapping[str, Place] = field(default_factory=dict, compare=False, repr=False)
    unread: frozenset[str] = field(default=frozenset(), compare=False, repr=False)
    """The keys, with those above them, whose values are written and cannot be read."""
    extra: Mapping[str, Any] = field(default_factory=dict)
    """Keys that milepost does not know, as text, lists and mappings of text."""
    visibility: Visibility = key("private, shared or public", Visibility.PRIVATE)
    unsure: bool = field(default=False, compare=False, repr=False)
    """Whether it is private because nobody can tell for certain who may see it."""

    def once(self, make: Callable[[Any], T]) -> T:
        """What a function makes of this document alone, worked out the first time it is asked for.

        A document does not change, and stays from save to save of a preview until its file does.
        What is made must not hold the document itself: nobody looks for such circles.
        """
        made = self._made
        if make not in made:
            made[make] = make(self)
        return cast(T, made[make])

    @cached_property
    def _made(self) -> dict[Callable[[Any], Any], Any]:
        return {}

    @cached_property
    def outline(self) -> Outline:
        """Sections, check boxes and links of the prose."""
        return self.prose.outline

    @property
    def tasks(self) -> tuple[Task, ...]:
        """The check boxes in the prose, in their order."""
        return self.outline.tasks

    def section(self, name: str) -> Section | None:
        """The first section of this name, if the prose has one."""
        return next((part for part in self.outline.sections if part.name == name), None)

    @property
    def whole(self) -> tuple[Document, Mapping[str, Place], frozenset[str], bool]:
        """The document with what `==` leaves out, to tell whether anything in it changed."""
        return self, self.places, self.unread, self.unsure

    def at(self, *steps: str | int) -> Place:
        """The place of a value, as `at("milestones", 1, "due")`; else of what it stands in."""
        names = [str(step) for step in steps]
        while names:
            place = self.places.get(".".join(names))
            if place:
                return place
            names.pop()
        return Place(self.path)


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal(Document):
    """One file in `content/goals/`; its id is the file's stem."""

    id: str = ""
    title: str = key("the goal in a line", "", example="Earn the PMP certification")
    aliases: tuple[str, ...] = key("ids that it had before", (), example="read-24-books", ids=True)
    status: Declared = key("someday, active, paused, done, dropped, replaced", Declared())
    specific: str = key("what exactly, and what for", "")
    measurable: Measure | None = key("how it is counted", example="24 books")
    achievable: Effort = key(
        "what it takes", Effort(), example="4 h a week, confidence 8", joined=True
    )
    relevant: Relevance = key(
        "what it is for", Relevance(), example="lead-a-programme", joined=True
    )
    time_bound: Window = key("when", Window(), example="2026-01-05 to 2026-06-30")
    horizon: Horizon | None = key("vision, long, mid, short; else from the due date")
    milestones: tuple[Milestone, ...] = key("steps on the way", ())
    obstacles: tuple[Obstacle, ...] = key("if-then plans", ())
    requires: tuple[Skill, ...] = key("skills it needs", (), example="negotiation 4", pairs=True)
    pace: tuple[Knot, ...] = key("knots of the target line", (), example="2026-06-30 =6")
    breaks: tuple[Break, ...] = key(
        "stretches without pace", (), example="2026-07-01 to 2026-07-31 holiday"
    )
    changes: tuple[Change, ...] = key("what held before, and why it changed", ())
    readings: tuple[Noted, ...] = key("readings, beside those in entries", ())
    support: tuple[str, ...] = key("who helps", ())
    tags: tuple[str, ...] = key("words to find it by", ())
    reward: str = key("how you will celebrate", "")
    area: str = key("the life area", "", example="career")
    kind: Commitment = key("committed, aspirational, exploratory", Commitment.COMMITTED)
    weight: float = key("how much it counts for the goal it serves", 1.0, scale=(0, 1000))
    grade: float | None = key("at the close, from 0 to 1", example="0.8", scale=(0, 1))
    replaced_by: str = key("the goal that took its place", "", ids=True)
    ignore: tuple[str, ...] = key("codes of rules to leave alone here", (), example="S103")
    created: date | None = field(default=None, compare=False, repr=False)
    """The day on which an editor says that its file was made."""
    away: tuple[Break, ...] = ()
    """The breaks of the whole journal, which hold for each of its goals.

    Where the profile that says them is hidden, they have no reasons.
    """

    @property
    def rests(self) -> tuple[Break, ...]:
        """The stretches without pace: its own breaks, then those of the whole journal."""
        return (*self.breaks, *self.away)

    @property
    def called(self) -> str:
        """Its title, else its id."""
        return self.title or self.id

    @property
    def last_step_due(self) -> date | None:
        """The day of the last milestone that has one."""
        return max((step.due for step in self.milestones if step.due), default=None)

    @property
    def measure_unread(self) -> bool:
        """Whether a measure, or a part of it, is written that cannot be read."""
        return any(name.partition(".")[0] == "measurable" for name in self.unread)

    @property
    def steps_unread(self) -> bool:
        """Whether a milestone is written that cannot be read, so that nobody knows them all."""
        return any(re.fullmatch(r"milestones(\.[0-9]+)?", name) for name in self.unread)


BY_GOAL = ("progress", "hours", "spent", "confidence", "skip")
"""The keys of an entry that say something of each goal that they name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(Document):
    """A dated note: usually one a week, or of one day, which belongs to its ISO week."""

    day: date = date.min
    """The day it speaks of: its own date, else the Sunday of its week."""
    title: str = key("a line that says how it went", "")
    week: Week | None = key("the ISO week", example="2026-W47")
    date_: date | None = key("the day, for a note of one day", example="2026-11-22")
    mood: int | None = key("1 to 5", scale=(1, 5), words=FEELINGS)
    energy: int | None = key("1 to 5", scale=(1, 5), words=FEELINGS)
    progress: Mapping[str, Advance] = key(
        "numbers by goal", factory=dict, example="{earn-pmp: 34}", ids=True
    )
    hours: Mapping[str, float] = key(
        "hours by goal", factory=dict, example="{earn-pmp: 3.5}", ids=True, number=parse_hours
    )
    spent: Mapping[str, Money] = key(
        "money by goal", factory=dict, example="{earn-pmp: 240 EUR}", ids=True
    )
    confidence: Mapping[str, float] = key(
        "0 to 10 by goal", factory=dict, example="{earn-pmp: 8}", ids=True, scale=(0, 10)
    )
    skip: Mapping[str, str] = key(
        "a reason by goal: neither met nor missed", factory=dict, example="{gym: flu}", ids=True
    )
    areas: Mapping[str, float] = key(
        "0 to 10 by life area", factory=dict, example="{career: 7}", scale=(0, 10)
    )
    aliases: tuple[str, ...] = key("other names that links may use", (), ids=True)
    tags: tuple[str, ...] = key("words to find it by", ())

    @cached_property
    def named(self) -> tuple[str, ...]:
        """The goals of which its front matter says something, each once."""
        return tuple(dict.fromkeys(id_ for name in BY_GOAL for id_ in getattr(self, name)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Review(Document):
    """A written look back at a month, a quarter or a year, named by its period."""

    period: str = ""
    """`2026-11`, `2026-Q4` or `2026`."""
    start: date = date.min
    end: date = date.min
    title: str = key("a line that says how it went", "")
    decisions: Mapping[str, Decision] = key(
        "what you decide of each goal, and why",
        factory=dict,
        example="{earn-pmp: keep because it is nearly there}",
        ids=True,
    )
    aliases: tuple[str, ...] = key("other names that links may use", (), ids=True)
    tags: tuple[str, ...] = key("words to find it by", ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Document):
    """Anything else worth a page."""

    id: str = ""
    title: str = key("the heading of the page", "")
    aliases: tuple[str, ...] = key("other names that links may use", (), ids=True)
    tags: tuple[str, ...] = key("words to find it by", ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Record(Document):
    """Something of the practice around the goals: a file in `content/log/`, or a line of an entry.

    A line has the path, the day and the visibility of its entry, and no prose of its own; `line` is
    where it stands in that file, and 0 for a file. `family` is the page on which it is shown.
    """

    family: ClassVar[str] = ""
    of_others: ClassVar[bool] = False
    """Whether it tells of other people: such a file is private where it does not say otherwise."""
    id: str = ""
    day: date | None = None
    """The day it speaks of, of a week its Sunday; None where nothing says it."""
    week: Week | None = None
    """The week that it speaks of, where no day is said."""
    line: int = 0
    kind: str = key("what kind of record it is", "")
    title: str = key("what it was, in a line", "")
    date_: date | None = key("the day", example="2026-11-22")
    goals: tuple[str, ...] = key("the goals that it is for", (), example="earn-pmp", ids=True)
    aliases: tuple[str, ...] = key("other names that links may use", (), ids=True)
    tags: tuple[str, ...] = key("words to find it by", ())

    @property
    def counted(self) -> date | None:
        """The day by which it belongs to a month, a quarter or a year; a week's is its Thursday."""
        return self.week.thursday if self.week else self.day

    @property
    def last_day(self) -> date | None:
        """The day on which it was done, or the last one on which somebody was met."""
        done = getattr(self, "done", None)
        return done if isinstance(done, date) else max(getattr(self, "met", ()), default=None)

    @property
    def begun(self) -> date:
        """The day from which it is no more to come: its own, or the first of its week."""
        first = self.week.monday if self.week else self.day
        return min(first or date.min, self.day or date.min)


@dataclass(frozen=True, slots=True, kw_only=True)
class Learning(Record):
    """A course, a certificate, a book, an event, or anything else that was learnt from."""

    family: ClassVar[str] = "learning"
    form: Form | None = key(
        "formal or informal; without it courses and certificates are formal", example="formal"
    )
    from_: str = key("who gives it, or wrote it", "")
    hours: float | None = key("hours given to it", example="12 h", number=parse_duration)
    money: Money | None = key("what it cost", example="300 EUR")
    done: bool | date = key("whether, or since when, it is finished", False)
    expires: date | None = key("until when it is valid", example="2029-03-31")
    next_: date | None = key("when it comes up again: a renewal, a refresher")
    skills: tuple[str, ...] = key("the skills it serves", ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Record):
    """A mentor, a coach, a peer or another contact; a line is a meeting."""

    family: ClassVar[str] = "people"
    of_others: ClassVar[bool] = True
    met: tuple[date, ...] = key("the days on which you met", (), example="[2026-03-02]")
    next_: date | None = key("when you meet next", example="2026-12-10")
    about: str = key("what it was about", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback(Record):
    """What somebody said of your work, and what came of it."""

    family: ClassVar[str] = "feedback"
    of_others: ClassVar[bool] = True
    from_: str = key("who gave it", "")
    plan: str = key("what you do about it", "")
    thanked: bool | date = key("whether, or when, you said thank you", False)
    revised: tuple[str, ...] = key("the goals that it changed", (), ids=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Setback(Record):
    """What went wrong, why, and what you do about it."""

    family: ClassVar[str] = "setbacks"
    because: str = key("what caused it", "")
    change: str = key("what you change", "")
    next_: date | None = key("when you look at it again, or try once more")


@dataclass(frozen=True, slots=True, kw_only=True)
class Win(Record):
    """Something that went well."""

    family: ClassVar[str] = "wins"
    from_: str = key("where it came from: work, help, luck", "")
    reward: str = key("how you celebrated", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Experience(Record):
    """A step out of the usual: an experience, a challenge, an hour given to others."""

    family: ClassVar[str] = "experiences"
    from_: str = key("with whom, or for whom", "")
    hours: float | None = key("hours given to it", number=parse_duration)
    money: Money | None = key("what it cost")
    learned: str = key("what you take from it", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal(Record):
    """An offer, a task or an invitation to which you said no."""

    family: ClassVar[str] = "declined"
    from_: str = key("who asked", "")
    because: str = key("why you said no", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile(Document):
    """The person: name, theme of the year, values, areas; the prose is the vision."""

    name: str = key("your name, as you like to see it", "")
    theme: Mapping[str, str] = key(
        "the theme of the year, or one for each year", factory=dict, lone=True
    )
    values: tuple[str, ...] = key("what you care about", ())
    areas: tuple[str, ...] = key("life areas", ())
    hours_per_week: float | None = key("hours a week to give to your goals", number=parse_hours)
    active_goals: int | None = key(
        "how many goals to work on at the same time, at most", example="5", scale=(1, 100)
    )
    budget: Money | None = key("money a year to give to your goals", example="2500 EUR")
    breaks: tuple[Break, ...] = key(
        "stretches in which nothing is expected of any goal",
        (),
        example="2026-07-01 to 2026-07-21 holiday",
    )
    skills: tuple[Ability, ...] = key(
        "skills you have, 0 to 5", (), example="negotiation 2", pairs=True
    )
    strengths: tuple[str, ...] = key("what you are good at by nature; for you alone", ())
    personality: str = key("notes on who you are; for you alone", "")
    satisfaction: Mapping[str, Satisfaction] = key(
        "by year, 0 to 10; for you alone", factory=dict, example="{2026: job 7, field 8}"
    )
    experiences: tuple[Milestone, ...] = key(
        "what you want to live through", (), example="walk the Lacken to the sea"
    )
    show: tuple[Inner, ...] = key(
        "which of strengths, personality, satisfaction are seen by whoever sees the profile", ()
    )


@dataclass(frozen=True, slots=True)
class Bands:
    """How far each horizon reaches, in years from the start of a goal."""

    short: float = key("years", 2.0, number=parse_years)
    mid: float = key("years", 5.0, number=parse_years)
    long: float = key("years", 10.0, number=parse_years)


@dataclass(frozen=True, slots=True)
class CheckSettings:
    """Which rules speak, and how loudly: codes (`S103`) or letters (`S`)."""

    select: tuple[str, ...] = key("only these", ())
    ignore: tuple[str, ...] = key("all but these", ())
    error: tuple[str, ...] = key("these are errors", ())
    warning: tuple[str, ...] = key("these are warnings", ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings(Document):
    """`milepost.yaml`: every key has a default, an empty or missing file works."""

    title: str = key("the name of the site", "My mileposts")
    url: str = key("where the site will stand", "", example="https://example.org/journal/")
    language: str = key("language of pages, dates, numbers and wording checks", "en")
    theme: str = key("a shipped theme, by name", "milepost")
    timezone: str = key("only to ask what day it is", "", example="Europe/Brussels")
    week_starts: WeekStart = key(
        "monday or sunday: where weeks of single days begin; entries of a week keep ISO weeks",
        WeekStart.MONDAY,
    )
    hours_per_week: float | None = key("hours a week to give to your goals", number=parse_hours)
    active_goals: int | None = key(
        "how many goals to work on at the same time, at most", example="5", scale=(1, 100)
    )
    horizons: Bands = key("how far each horizon reaches", Bands(), example="{short: 2y}")
    areas: tuple[str, ...] = key("life areas, where the profile has none", ())
    visibility: Visibility = key("what holds where a file says nothing", Visibility.PRIVATE)
    check: CheckSettings = key("which rules speak", CheckSettings())
    menu: tuple[str, ...] = key("pages in the menu, in this order", ())
    robots: Robots | None = key(
        "index or noindex: whether search engines are asked to list the site; without it, only one "
        "that is public. One for you alone is never listed",
        None,
    )


class Told:
    """What is said of one day, or of a whole week: `day` is then its Sunday, `since` its Monday.

    While the week runs, `day` is the day of the report, so that `week` says of which week it is;
    left out, it follows from the two days.
    """

    __slots__ = ()
    day: date
    since: date
    week: Week | None

    @property
    def whole_week(self) -> Week | None:
        """The week that it speaks of as a whole; None for a single day."""
        return self.week or (Week.of(self.since) if self.since < self.day else None)

    @property
    def counted(self) -> date:
        """The day by which it belongs to a month, a quarter or a year.

        That is its own, or the Thursday of the week that it speaks of.
        """
        week = self.whole_week
        return week.thursday if week else self.day

    def by(self, day: date) -> Self:
        """The same as it was known on a day: dated no later than that."""
        if self.day <= day:
            return self
        return replace(self, day=day, week=self.whole_week)  # type: ignore[type-var]


@dataclass(frozen=True, slots=True)
class Reading(Told):
    """A number reported for a goal on a date, or for a week.

    `since` is the day from which it is known: its day, or the Monday of a week that is reported as
    a whole. `entry` is the path of the entry that says it, empty when that is hidden or there is
    none. `sure` says that the number is meant, however odd it looks; `pooled` how it is put
    together with others of its day or period, where its goal says so and no sign says otherwise.
    """

    goal: str
    day: date
    value: float
    mode: Mode
    since: date
    entry: str = ""
    note: str = ""
    checkpoint: bool = False
    place: Place = field(default_factory=lambda: Place(""), compare=False)
    week: Week | None = None
    sure: bool = False
    pooled: Log | None = None


@dataclass(frozen=True, slots=True)
class Mention(Told):
    """Hours, money, a confidence or a skip that an entry reports for a goal on a date.

    `value` is hours, an amount in `currency`, or confidence from 0 to 10; a skip has 0 and says why
    in `because`.
    """

    goal: str
    day: date
    value: float
    since: date
    entry: str = ""
    because: str = ""
    week: Week | None = None
    currency: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Journal:
    """One person's folder, read. Everything is sorted, so the order of files never matters."""

    settings: Settings = field(default_factory=Settings)
    profile: Profile = field(default_factory=Profile)
    goals: tuple[Goal, ...] = ()
    entries: tuple[Entry, ...] = ()
    reviews: tuple[Review, ...] = ()
    pages: tuple[Page, ...] = ()
    log: tuple[Record, ...] = ()
    """The records that are files; those that are lines of entries are read off the entries."""
    readings: tuple[Reading, ...] = ()
    hours: tuple[Mention, ...] = ()
    spent: tuple[Mention, ...] = ()
    """Money that entries report by goal; that of records stands in these."""
    confidences: tuple[Mention, ...] = ()
    skips: tuple[Mention, ...] = ()
    root: str = "content/"
    """Where its notes stand in its folder: `content/`, or nothing for a folder of notes."""
    files: frozenset[str] = frozenset()
    """The bare names, in small letters, of the pictures and other files that it may show."""
    in_circles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What a goal serves as it is written, where a link was left out since it closed a circle."""

    @property
    def notes(self) -> tuple[Document, ...]:
        """Its goals, entries, reviews, pages and records; the profile is none of them."""
        return (*self.goals, *self.entries, *self.reviews, *self.pages, *self.log)

    def goal(self, id: str) -> Goal | None:  # noqa: A002
        """The goal with this id, if the journal has one."""
        return next((goal for goal in self.goals if goal.id == id), None)

    @property
    def hours_to_give(self) -> float | None:
        """Hours a week for all goals together: the profile's, else the settings'."""
        own = self.profile.hours_per_week
        return own if own is not None else self.settings.hours_per_week

    @property
    def most_goals(self) -> int | None:
        """How many goals may be active at the same time: the profile's, else the settings'."""
        own = self.profile.active_goals
        return own if own is not None else self.settings.active_goals
