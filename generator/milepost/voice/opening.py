"""The sentences with which the dashboard opens, as a friend would say them.

In: a report. Out: `Opening`: the state that was recognised, and its words for the reader. `STATES`
is the table of all states; the first that fits is the one. Never empty praise, never a scolding:
what is well is counted, what is not is named with its next step.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from milepost.journal.values import Week
from milepost.journal.words import Horizon, Visibility
from milepost.progress.report import Report
from milepost.progress.values import Standing, Status
from milepost.voice.catalogue import deferred
from milepost.voice.needs import asked_this_week, judged, needs, next_step
from milepost.voice.voice import Voice, shortened

_EARLY = Status.TOO_EARLY
_LATE = frozenset({Status.AT_RISK, Status.OFF_TRACK, Status.OVERDUE})

ENDS_SOON = timedelta(days=45)
"""Another goal that ends so soon is named beside the most urgent one."""

AWAY = 3
"""After so many weeks without an entry one is welcomed back."""

YEARS_END, YEARS_START = 14, 7
"""The last and the first days of a year that are spoken of."""


@dataclass(frozen=True, slots=True)
class Opening:
    """The name of the state and its sentences."""

    state: str
    lead: str


@dataclass(frozen=True, slots=True)
class Scene:
    """What the opening looks at: goals by how they stand, and the weeks written."""

    report: Report
    voice: Voice
    all: tuple[Standing, ...]
    judged: tuple[Standing, ...]

    def having(self, *statuses: Status) -> tuple[Standing, ...]:
        """The judged goals with one of these statuses."""
        return tuple(goal for goal in self.judged if goal.status in statuses)

    @property
    def day(self) -> date:
        """The day of the report."""
        return self.report.day

    @property
    def weeks(self) -> tuple[Week, ...]:
        """The weeks written."""
        return self.report.written

    @property
    def well(self) -> tuple[Standing, ...]:
        """The goals that are where they should be."""
        return tuple(goal for goal in self.judged if goal.status.well)

    @property
    def early(self) -> tuple[Standing, ...]:
        """The goals too young to be judged."""
        return self.having(_EARLY)

    @property
    def late(self) -> tuple[Standing, ...]:
        """The goals that are not where they should be."""
        return self.having(*_LATE)

    @property
    def silent(self) -> tuple[Standing, ...]:
        """The goals that have not been heard of."""
        return self.having(Status.UNREAD, Status.NO_DATA)

    @property
    def gap(self) -> int:
        """Whole weeks without an entry between the latest entry and the one before it.

        Those in which the whole journal rests are none.
        """
        if len(self.weeks) < 2:
            return 0
        before, latest = self.weeks[-2:]
        weeks = (latest.monday - before.monday).days // 7
        return sum(not self.report.rests_in(before.plus(n)) for n in range(1, weeks))


def scene(voice: Voice, report: Report) -> Scene:
    """The report as the opening looks at it."""
    standings = tuple(
        standing
        for standing in report.standings.values()
        if standing.goal.horizon is not Horizon.VISION
    )
    return Scene(report, voice, standings, judged(report))


def opening(voice: Voice, report: Report) -> Opening:
    """The state of the report and the words for it."""
    view = scene(voice, report)
    state = next(state for state in STATES if state.fits(view))
    if voice.reader is not Visibility.PRIVATE and state.for_others:
        return Opening(state.name, state.for_others(voice))
    parts = [_time_of_year(view), *state.says(view)]
    return Opening(state.name, " ".join(voice.sentence(part) for part in parts if part))


@dataclass(frozen=True, slots=True)
class State:
    """A state of the journal: when it holds, and the sentences it calls for.

    `for_others` is said to others instead, where the owner is told what to write first.
    """

    name: str
    fits: Callable[[Scene], bool]
    says: Callable[[Scene], Sequence[str]]
    for_others: Callable[[Voice], str] | None = None


def _counted(view: Scene, one: str, several: str, count: int, **figures: str) -> str:
    """A message with its count as a word."""
    return view.voice.many(one, several, count, number=view.voice.spelled(count), **figures)


def _both_or_all(view: Scene, both: str, every: str, count: int) -> str:
    """A message on all of several goals."""
    if count == 2:
        return view.voice.say(both)
    return view.voice.say(every, number=view.voice.spelled(count))


def _first_day(view: Scene) -> list[str]:
    return [
        view.voice.say("This is where your goals will stand"),
        view.voice.say("Write the first one: what you want, a number to count it by, and a day"),
    ]


def _no_goal(view: Scene) -> list[str]:
    count = len(view.weeks)
    written = view.voice.say("The journal is open and no goal is set yet")
    if count:
        written = _counted(
            view,
            "one week is written and no goal is set yet",
            "{number} weeks are written and no goal is set yet",
            count,
        )
    return [written, view.voice.say("One goal, with a number and a day, is a beginning")]


def _no_entry(view: Scene) -> list[str]:
    count = len(view.judged) or len(view.all)
    ready = _counted(view, "Your goal is set", "{number} goals are set", count)
    return [ready, _nearest_end(view, count), view.voice.say("The first entry is ten minutes away")]


def _nearest_end(view: Scene, count: int) -> str:
    goal = _nearest(view.judged)
    if not goal or not goal.due or goal.due < view.day:
        return ""
    when = view.voice.relative(goal.due, view.day)
    if count == 1:
        return view.voice.say("It ends {when}", when=when)
    return view.voice.say("The nearest, {goal}, ends {when}", goal=_name(view, goal), when=when)


def _all_closed(view: Scene) -> list[str]:
    closed = [goal for goal in view.all if not goal.status.living]
    met, count = sum(goal.status is Status.ACHIEVED for goal in closed), len(closed)
    next_ = view.voice.say("What comes next is yours to choose")
    if count == 1:
        how = view.voice.say("It was achieved") if met else ""
        return [view.voice.say("Your one goal is closed"), how, next_]
    how = ""
    if met == count:
        how = view.voice.say("All of them were achieved")
    elif met:
        how = _counted(view, "one of them was achieved", "{number} of them were achieved", met)
    both, every = deferred("Both goals are closed"), deferred("All {number} goals are closed")
    return [_both_or_all(view, both, every, count), how, next_]


def _all_paused(view: Scene) -> list[str]:
    count = sum(goal.status is Status.PAUSED for goal in view.all)
    if count == 1:
        return [
            view.voice.say("Your goal is on pause"),
            view.voice.say("It keeps until you come back to it"),
        ]
    both, every = deferred("Both goals are on pause"), deferred("All {number} goals are on pause")
    return [
        _both_or_all(view, both, every, count),
        view.voice.say("They keep until you come back to them"),
    ]


def _waiting(view: Scene) -> list[str]:
    count = len([goal for goal in view.all if goal.status is Status.SOMEDAY])
    bare = [goal for goal in view.all if goal.status.living]
    if bare:
        some = _counted(
            view,
            "{goal} has neither a number nor a day yet",
            "{number} goals have neither a number nor a day yet",
            len(bare),
            goal=_name(view, bare[0]),
        )
        return [
            some,
            view.voice.say("With one of each, this page can say how far along it is"),
        ]
    if not count:
        return [
            view.voice.say("Only the vision is set"),
            view.voice.say("The far goals start with a near one"),
        ]
    return [
        _counted(
            view,
            "No goal is active; one goal waits for its day",
            "No goal is active; {number} goals wait for theirs",
            count,
        )
    ]


def _first_week(view: Scene) -> list[str]:
    return [
        _counted(
            view,
            "The first week is written and one goal is under way",
            "The first week is written and {number} goals are under way",
            len(view.judged),
        ),
        view.voice.say("A few more weeks, and the numbers begin to say something"),
    ]


def _too_early(view: Scene) -> list[str]:
    count = len(view.early)
    if count == 1:
        return [view.voice.say("Your goal is too young to be judged"), _date(view)]
    both = deferred("Both goals are too young to be judged")
    every = deferred("All {number} goals are too young to be judged")
    return [_both_or_all(view, both, every, count), _date(view)]


def _all_silent(view: Scene) -> list[str]:
    count = len(view.silent)
    if count == 1:
        name = _name(view, view.silent[0])
        return [
            view.voice.say("{goal} has not been heard of lately", goal=name),
            view.voice.say("One number brings it back"),
        ]
    spelled = view.voice.spelled(count)
    return [
        view.voice.say("None of the {number} goals has been heard of lately", number=spelled),
        view.voice.say("One number each brings them back"),
    ]


def _all_well(view: Scene) -> list[str]:
    count = len(view.well)
    if count == 1:
        first = view.voice.say("Your goal is where it should be")
    else:
        both = deferred("Both goals are where they should be")
        every = deferred("All {number} goals are where they should be")
        first = _both_or_all(view, both, every, count)
    return [first + _others(view), _date(view)]


def _none_well(view: Scene) -> list[str]:
    count = len(view.late)
    if count == 1:
        first = view.voice.say(
            "{goal} is not where it should be yet", goal=_name(view, view.late[0])
        )
    elif count == 2:
        first = view.voice.say("Neither of your two goals is where it should be yet")
    else:
        first = view.voice.say(
            "None of {number} goals is where it should be yet; one step begins",
            number=view.voice.spelled(count),
        )
    return [first + _others(view), *_calls(view)]


def _some_well(view: Scene) -> list[str]:
    count, total = len(view.well), len(view.well) + len(view.late)
    first = _counted(
        view,
        "one of {whole} goals is where it should be",
        "{number} of {whole} goals are where they should be",
        count,
        whole=view.voice.spelled(total),
    )
    return [first + _others(view), *_calls(view)]


def _others(view: Scene) -> str:
    """The goals that the count leaves out, said in passing."""
    silent, early, voice = len(view.silent), len(view.early), view.voice
    unheard = _counted(
        view,
        "one has not been heard of lately",
        "{number} have not been heard of lately",
        silent,
    )
    young = _counted(view, "one is too young to judge", "{number} are too young to judge", early)
    if silent and early:
        return "; " + voice.say("{first}, and {second}", first=unheard, second=young)
    return f"; {unheard if silent else young}" if silent or early else ""


def _calls(view: Scene) -> list[str]:
    """What the most urgent goal asks for, and another that ends soon."""
    calling = [need.goal for need in needs(view.voice, view.report) if need.goal]
    first = view.report.standings[calling[0]]
    parts = [_call(first, view)]
    soon = _nearest([goal for goal in (*view.late, *view.well) if goal is not first])
    if soon and soon.due and view.day <= soon.due <= view.day + ENDS_SOON:
        when = view.voice.relative(soon.due, view.day)
        parts.append(view.voice.say("{goal} ends {when}", goal=_name(view, soon), when=when))
    return [view.voice.joined(*parts)]


def _call(goal: Standing, view: Scene) -> str:
    name, voice = _name(view, goal), view.voice
    if goal.status is Status.OVERDUE and goal.due:
        due = voice.near(goal.due, view.day)
        return voice.say(
            "{goal} was due on {date}: close it, or give it a new date", goal=name, date=due
        )
    if goal.status is Status.UNREAD:
        return voice.say("{goal} has a measure that cannot be read", goal=name)
    if goal.status is Status.NO_DATA:
        return voice.say("{goal} has had no number for a while", goal=name)
    step = next_step(voice, goal)
    if asked_this_week(goal) is not None:
        return voice.say("{goal} needs {step}", goal=name, step=step)
    if step:
        return voice.say("{goal} comes first: {step}", goal=name, step=step)
    return voice.say("{goal} comes first", goal=name)


def _date(view: Scene) -> str:
    """The next day that a living goal names, with what it is for."""
    dates: list[tuple[date, str]] = []
    for goal in view.judged:
        step = goal.next_milestone
        if step and step.due and step.due >= view.day:
            dates.append((step.due, step.title))
        elif goal.due and goal.due >= view.day:
            dates.append((goal.due, view.voice.say("the end of {goal}", goal=_name(view, goal))))
    if not dates:
        return ""
    day, what = min(dates)
    return view.voice.say(
        "The next date is {date}: {what}",
        date=view.voice.near(day, view.day),
        what=shortened(what, 60),
    )


def _nearest(goals: Sequence[Standing]) -> Standing | None:
    dated = [goal for goal in goals if goal.due]
    return min(dated, key=lambda goal: (goal.due or date.max, goal.goal.id), default=None)


def _name(view: Scene, goal: Standing) -> str:
    return view.voice.quoted(shortened(goal.title))


def _time_of_year(view: Scene) -> str:
    """A word on the turn of the year, or on coming back, where there is a cycle to speak of."""
    if not view.weeks or not view.all:
        return ""
    voice, year = view.voice, f"{view.day.year}"
    if view.gap >= AWAY and view.weeks[-1] >= view.report.week.plus(-1):
        away = voice.spelled(view.gap)
        return voice.say("Welcome back, after {number} weeks without an entry", number=away)
    left = (date(view.day.year, 12, 31) - view.day).days + 1
    if left == 1:
        return voice.say("This is the last day of {year}", year=year)
    if left <= YEARS_END:
        return voice.say("{number} days are left of {year}", number=voice.spelled(left), year=year)
    if view.day.timetuple().tm_yday <= YEARS_START:
        return voice.say("{year} has begun", year=year)
    return ""


def _statuses(view: Scene) -> set[Status]:
    return {goal.status for goal in view.all}


STATES = (
    State(
        "first day",
        lambda v: not v.report.standings and not v.weeks,
        _first_day,
        lambda voice: voice.say("Nothing is shown here yet."),
    ),
    State(
        "no goal",
        lambda v: not v.report.standings,
        _no_goal,
        lambda voice: voice.say("No goal is shown here yet."),
    ),
    State(
        "all closed",
        lambda v: (
            bool(v.all)
            and not any(s.living or s in {Status.PAUSED, Status.SOMEDAY} for s in _statuses(v))
        ),
        _all_closed,
    ),
    State("on pause", lambda v: not v.judged and Status.PAUSED in _statuses(v), _all_paused),
    State("nothing active", lambda v: not v.judged, _waiting),
    State(
        "no entry",
        lambda v: not v.weeks,
        _no_entry,
        lambda voice: voice.say("No week is shown here yet."),
    ),
    State("first week", lambda v: len(v.weeks) == 1 and not v.late, _first_week),
    State("too early", lambda v: len(v.early) == len(v.judged), _too_early),
    State("not heard of", lambda v: not v.well and not v.late, _all_silent),
    State("all well", lambda v: not v.late, _all_well),
    State("none well", lambda v: not v.well, _none_well),
    State("some well", lambda v: bool(v.judged), _some_well),
)
"""Every state of a journal, the first that fits wins."""
