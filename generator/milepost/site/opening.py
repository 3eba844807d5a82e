"""The sentences with which the dashboard opens, as a friend would say them.

In: a report and what needs the person. Out: `Opening`: the state that was recognised, and its
words. `STATES` is the table of all states; the first that fits is the one. Never empty praise,
never a scolding: what is well is counted, what is not is named with its next step.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from milepost.journal.values import Week
from milepost.journal.words import Horizon
from milepost.progress.report import Report, Standing, Status
from milepost.site.counting import opened, shortened_title, spelled
from milepost.site.needs import WELL, judged, needs, next_step, written_weeks
from milepost.site.words import Words

_EARLY = Status.TOO_EARLY
_LATE = frozenset({Status.AT_RISK, Status.OFF_TRACK, Status.OVERDUE})


@dataclass(frozen=True, slots=True)
class Opening:
    """The name of the state and its sentences."""

    state: str
    lead: str


@dataclass(frozen=True, slots=True)
class Scene:
    """What the opening looks at: goals by how they stand, and the weeks written."""

    report: Report
    words: Words
    all: tuple[Standing, ...]
    judged: tuple[Standing, ...]
    weeks: tuple[Week, ...]

    def having(self, *statuses: Status) -> tuple[Standing, ...]:
        """The judged goals with one of these statuses."""
        return tuple(goal for goal in self.judged if goal.status in statuses)

    @property
    def day(self) -> date:
        """The day of the report."""
        return self.report.day

    @property
    def well(self) -> tuple[Standing, ...]:
        """The goals that are where they should be."""
        return self.having(*WELL)

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
        return self.having(Status.NO_DATA)

    @property
    def gap(self) -> int:
        """Whole weeks without an entry between the latest entry and the one before it."""
        if len(self.weeks) < 2:
            return 0
        return (self.weeks[-1].monday - self.weeks[-2].monday).days // 7 - 1


def scene(report: Report, words: Words) -> Scene:
    """The report as the opening looks at it."""
    standings = tuple(
        standing
        for standing in report.standings.values()
        if standing.goal.horizon is not Horizon.VISION
    )
    return Scene(report, words, standings, judged(report), written_weeks(report))


def opening(report: Report, words: Words) -> Opening:
    """The state of the report and the words for it."""
    view = scene(report, words)
    state = next(state for state in STATES if state.fits(view))
    parts = [_time_of_year(view), *state.says(view)]
    return Opening(state.name, " ".join(opened(part) for part in parts if part))


@dataclass(frozen=True, slots=True)
class State:
    """A state of the journal: when it holds, and the sentences it calls for."""

    name: str
    fits: Callable[[Scene], bool]
    says: Callable[[Scene], Sequence[str]]


def _first_day(_: Scene) -> list[str]:
    return [
        "This is where your goals will stand",
        "Write the first one: what you want, a number to count it by, and a day",
    ]


def _no_goal(view: Scene) -> list[str]:
    count = len(view.weeks)
    weeks = f"{spelled(count)} week{'' if count == 1 else 's'}"
    written = f"{weeks} {'is' if count == 1 else 'are'} written" if count else "The journal is open"
    return [
        f"{written} and no goal is set yet",
        "One goal, with a number and a day, is a beginning",
    ]


def _no_entry(view: Scene) -> list[str]:
    count = len(view.judged) or len(view.all)
    ready = "Your goal is set" if count == 1 else f"{spelled(count)} goals are set"
    goal = _nearest(view.judged)
    ends = ""
    if goal and goal.due:
        what = "It ends" if count == 1 else f"The nearest, {_name(goal)}, ends"
        ends = f"{what} {view.words.relative(goal.due, view.day)}" if goal.due >= view.day else ""
    return [ready, ends, "The first entry is ten minutes away"]


def _all_closed(view: Scene) -> list[str]:
    closed = [goal for goal in view.all if not goal.status.living]
    met = sum(goal.status is Status.ACHIEVED for goal in closed)
    count = len(closed)
    if count == 1:
        how = "It was achieved" if met else ""
        return ["Your one goal is closed", how, "What comes next is yours to choose"]
    how = "All of them were" if met == count else f"{spelled(met)} of them {_was(met)}"
    achieved = f"{how} achieved" if met else ""
    return [
        f"All {spelled(count)} goals are closed",
        achieved,
        "What comes next is yours to choose",
    ]


def _was(count: int) -> str:
    return "was" if count == 1 else "were"


def _all_paused(view: Scene) -> list[str]:
    count = sum(goal.status is Status.PAUSED for goal in view.all)
    if count == 1:
        return ["Your goal is on pause", "It keeps until you come back to it"]
    all_ = "Both goals are" if count == 2 else f"All {spelled(count)} goals are"
    return [f"{all_} on pause", "They keep until you come back to them"]


def _waiting(view: Scene) -> list[str]:
    count = len([goal for goal in view.all if goal.status is Status.SOMEDAY])
    bare = [goal for goal in view.all if goal.status.living]
    if bare:
        some = f"{spelled(len(bare))} goals have" if len(bare) > 1 else f"{_name(bare[0])} has"
        return [
            f"{some} neither a number nor a day yet",
            "With one of each, this page can say how far along it is",
        ]
    if not count:
        return ["Only the vision is set", "The far goals start with a near one"]
    wait = "one goal waits for its day" if count == 1 else f"{spelled(count)} goals wait for theirs"
    return [f"No goal is active; {wait}"]


def _first_week(view: Scene) -> list[str]:
    count = len(view.judged)
    goals = "one goal is" if count == 1 else f"{spelled(count)} goals are"
    return [
        f"The first week is written and {goals} under way",
        "A few more weeks, and the numbers begin to say something",
    ]


def _too_early(view: Scene) -> list[str]:
    count = len(view.early)
    if count == 1:
        return ["Your goal is too young to be judged", _date(view)]
    goals = "Both goals" if count == 2 else f"All {spelled(count)} goals"
    return [f"{goals} are too young to be judged", _date(view)]


def _all_silent(view: Scene) -> list[str]:
    count = len(view.silent)
    if count == 1:
        return [
            f"{_name(view.silent[0])} has not been heard of lately",
            "One number brings it back",
        ]
    return [
        f"None of the {spelled(count)} goals has been heard of lately",
        "One number each brings them back",
    ]


def _all_well(view: Scene) -> list[str]:
    count = len(view.well)
    if count == 1:
        first = "Your goal is where it should be"
    else:
        goals = "Both goals" if count == 2 else f"All {spelled(count)} goals"
        first = f"{goals} are where they should be"
    return [first + _others(view), _date(view)]


def _none_well(view: Scene) -> list[str]:
    count = len(view.late)
    if count == 1:
        first = f"{_name(view.late[0])} is not where it should be yet"
    elif count == 2:
        first = "Neither of your two goals is where it should be yet"
    else:
        first = f"None of {spelled(count)} goals is where it should be yet; one step begins"
    return [first + _others(view), *_calls(view)]


def _some_well(view: Scene) -> list[str]:
    count, total = len(view.well), len(view.well) + len(view.late)
    verb = "is where it" if count == 1 else "are where they"
    return [
        f"{spelled(count)} of {spelled(total)} goals {verb} should be{_others(view)}",
        *_calls(view),
    ]


def _others(view: Scene) -> str:
    """The goals that the count leaves out, said in passing."""
    parts = []
    if view.silent:
        count = len(view.silent)
        has = "one has" if count == 1 else f"{spelled(count)} have"
        parts.append(f"{has} not been heard of lately")
    if view.early:
        count = len(view.early)
        parts.append(f"{spelled(count)} {'is' if count == 1 else 'are'} too young to judge")
    return "; " + ", and ".join(parts) if parts else ""


def _calls(view: Scene) -> list[str]:
    """What the most urgent goal asks for, and another that ends soon."""
    late = [need.goal for need in needs(view.report, view.words) if need.goal]
    first = view.report.standings[late[0]]
    parts = [_call(first, view)]
    soon = _nearest([goal for goal in (*view.late, *view.well) if goal is not first])
    if soon and soon.due and view.day <= soon.due <= view.day + timedelta(days=45):
        parts.append(f"{_name(soon)} ends {view.words.relative(soon.due, view.day)}")
    return ["; ".join(part for part in parts if part)]


def _call(goal: Standing, view: Scene) -> str:
    name = _name(goal)
    if goal.status is Status.OVERDUE and goal.due:
        due = view.words.near(goal.due, view.day)
        return f"{name} was due on {due}: close it, or give it a new date"
    if goal.status is Status.NO_DATA:
        return f"{name} has had no number for a while"
    step = next_step(goal, view.day, view.words)
    if step.endswith("this week"):
        return f"{name} needs {step}"
    return f"{name} comes first: {step}" if step else f"{name} comes first"


def _date(view: Scene) -> str:
    """The next day that a living goal names, with what it is for."""
    dates: list[tuple[date, str]] = []
    for goal in view.judged:
        step = goal.next_milestone
        if step and step.due and step.due >= view.day:
            dates.append((step.due, step.title))
        elif goal.due and goal.due >= view.day:
            dates.append((goal.due, f"the end of {_name(goal)}"))
    if not dates:
        return ""
    day, what = min(dates)
    return f"The next date is {view.words.near(day, view.day)}: {shortened_title(what, 60)}"


def _nearest(goals: Sequence[Standing]) -> Standing | None:
    dated = [goal for goal in goals if goal.due]
    return min(dated, key=lambda goal: (goal.due or date.max, goal.goal.id), default=None)


def _name(goal: Standing) -> str:
    return f"“{shortened_title(goal.goal.title or goal.goal.id)}”"


def _time_of_year(view: Scene) -> str:
    """A word on the turn of the year, or on coming back, where there is a cycle to speak of."""
    if not view.weeks or not view.all:
        return ""
    if view.gap >= 3 and view.weeks[-1] >= Week.of(view.day).plus(-1):
        return f"Welcome back, after {spelled(view.gap)} weeks without an entry"
    year_end = date(view.day.year, 12, 31)
    left = (year_end - view.day).days + 1
    if left == 1:
        return f"This is the last day of {view.day.year}"
    if left <= 14:
        return f"{spelled(left)} days are left of {view.day.year}"
    if view.day.timetuple().tm_yday <= 7:
        return f"{view.day.year} has begun"
    return ""


def _statuses(view: Scene) -> set[Status]:
    return {goal.status for goal in view.all}


STATES = (
    State("first day", lambda v: not v.report.standings and not v.weeks, _first_day),
    State("no goal", lambda v: not v.report.standings, _no_goal),
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
    State("no entry", lambda v: not v.weeks, _no_entry),
    State("first week", lambda v: len(v.weeks) == 1 and not v.late, _first_week),
    State("too early", lambda v: len(v.early) == len(v.judged), _too_early),
    State("not heard of", lambda v: not v.well and not v.late, _all_silent),
    State("all well", lambda v: not v.late, _all_well),
    State("none well", lambda v: not v.well, _none_well),
    State("some well", lambda v: bool(v.judged), _some_well),
)
"""Every state of a journal, the first that fits wins."""
