"""The page of actions: what to do by when, how urgent and important it is, what was done of it.

In: the page's context. Out: `ActionsView`; and the lines of actions, for other pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from milepost.progress.actions import Action
from milepost.site.charts.actions import actions_chart
from milepost.site.charts.chart import Chart
from milepost.site.context import PageContext
from milepost.site.views.parts import Figure, Ref, When, day_of, entry_ref, entry_when, goal_ref
from milepost.voice import actions as said
from milepost.voice.labels import label

_SHOWN = 25
"""So many actions a list shows."""
_PEOPLE = 12
"""So many people have a list of their own."""
_LATELY = timedelta(days=14)
_WEEK = timedelta(days=7)
_QUADRANTS = (
    ("first", True, True),
    ("plan_it", True, False),
    ("quickly", False, True),
    ("drop_it", False, False),
)
"""The four lists of the matrix, each with whether it is important and whether it is urgent."""


@dataclass(frozen=True, slots=True)
class ActionLine:
    """An action: its words, its day, what else is known of it, its goals, where it stands.

    `goal` is the first of `goals`.
    """

    words: str
    when: When | None
    facts: tuple[str, ...]
    goal: Ref | None
    where: Ref
    goals: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class ActionList:
    """Actions under a name; `name` is a word for templates, `more` says how many are left out."""

    name: str
    title: str
    note: str
    count: int
    lines: tuple[ActionLine, ...]
    more: str


@dataclass(frozen=True, slots=True)
class ActionsView:
    """Everything on the page of actions.

    `board` are lists by when they are due, `waiting` those of other people, by name; `matrix` are
    the four of important by urgent, none where no action says either. `example` are lines to write
    where there is nothing to do.
    """

    count: str
    numbers: tuple[Figure, ...]
    board: tuple[ActionList, ...]
    waiting: tuple[ActionList, ...]
    matrix: tuple[ActionList, ...]
    done: ActionList | None
    chart: Chart | None
    example: tuple[str, ...]


def actions_view(here: PageContext) -> ActionsView:
    """The view of all actions."""
    report, voice = here.site.report, here.site.voice
    actions, weeks = report.actions, report.actions.weeks()
    mine = [one for one in actions.open if not one.people]
    said_so = any(one.rank or one.due for one in mine)
    done = actions.done_since(report.day - _LATELY)
    return ActionsView(
        count=said.open_actions(voice, len(actions.open)) if actions.open else "",
        numbers=tuple(_numbers(here)),
        board=tuple(_board(here, mine)),
        waiting=tuple(_waiting(here)),
        matrix=tuple(_matrix(here, mine)) if said_so else (),
        done=_list(here, "done_lately", done, label(voice, "done_lately")) if done else None,
        chart=actions_chart(weeks, report.day, voice) if any(w.planned for w in weeks) else None,
        example=() if actions.open else said.example(voice, report.day),
    )


def action_line(here: PageContext, action: Action, of: str = "") -> ActionLine:
    """An action as lists show it; on the page `of` a goal that is not named again."""
    report, voice = here.site.report, here.site.voice
    when = action.done or action.due
    named = (report.standings[id_].goal for id_ in action.goals if id_ != of)
    goals = tuple(goal_ref(here, goal.id) for goal in named if goal.path != action.path)
    return ActionLine(
        words=action.words,
        when=day_of(here, when) if when else None,
        facts=said.facts(voice, action, report.day),
        goal=goals[0] if goals else None,
        where=_where(here, action),
        goals=goals,
    )


def action_list(
    here: PageContext, actions: Sequence[Action], most: int, of: str = ""
) -> tuple[tuple[ActionLine, ...], str]:
    """The first lines of a list, and how many it leaves out."""
    lines = tuple(action_line(here, one, of) for one in actions[:most])
    return lines, said.more_actions(here.site.voice, len(actions) - len(lines))


def _where(here: PageContext, action: Action) -> Ref:
    """The page on which an action stands; an entry by its week or its day."""
    entry = here.site.report.by_path.get(action.path)
    if entry:
        return Ref(entry_when(here, entry).text, entry_ref(here, entry).href)
    place = here.site.map.locations[action.path]
    return Ref(place.title, here.link(place.address, place.anchor))


def _list(
    here: PageContext, name: str, actions: Sequence[Action], title: str, note: str = ""
) -> ActionList:
    lines, more = action_list(here, actions, _SHOWN)
    return ActionList(name, title, note, len(actions), lines, more)


def _numbers(here: PageContext) -> Iterator[Figure]:
    voice, actions = here.site.voice, here.site.report.actions
    found = (
        ("overdue", len(actions.overdue)),
        ("waiting", sum(bool(one.people) for one in actions.open)),
        ("carried_over", sum(bool(one.carried) for one in actions.open)),
    )
    for name, count in found:
        if count:
            yield Figure(label(voice, name), voice.number(count))


def _board(here: PageContext, mine: Iterable[Action]) -> Iterator[ActionList]:
    """What to do, by when; a list without an action is left out."""
    columns: dict[str, list[Action]] = {
        name: [] for name in ("overdue", "this_week", "next_week", "later")
    }
    for one in mine:
        columns[_column(here, one)].append(one)
    for name, actions in columns.items():
        if actions:
            yield _list(here, name, actions, label(here.site.voice, name))


def _column(here: PageContext, action: Action) -> str:
    report = here.site.report
    if action.due is not None:
        return _by_day(action.due, report.day, report.days_of(report.week)[1])
    if not action.planned:
        return "later"
    return "next_week" if action.planned[-1] > report.week else "this_week"


def _by_day(due: date, today: date, sunday: date) -> str:
    if due < today:
        return "overdue"
    if due <= sunday:
        return "this_week"
    return "next_week" if due <= sunday + _WEEK else "later"


def _waiting(here: PageContext) -> Iterator[ActionList]:
    """What others do, person by person; one of several people stands under each of them."""
    people: dict[str, list[Action]] = {}
    for one in here.site.report.actions.open:
        for name in one.people:
            people.setdefault(name, []).append(one)
    listed = sorted(people, key=lambda name: (-len(people[name]), name))
    for name in listed[:_PEOPLE]:
        yield _list(here, "waiting", people[name], name)
    rest = [one for name in listed[_PEOPLE:] for one in people[name]]
    if rest:
        yield _list(here, "waiting", rest, label(here.site.voice, "others"))


def _matrix(here: PageContext, mine: Sequence[Action]) -> Iterator[ActionList]:
    voice, day = here.site.voice, here.site.report.day
    for name, important, urgent in _QUADRANTS:
        actions = [one for one in mine if (one.rank > 0) is important and one.urgent(day) is urgent]
        yield _list(here, name, actions, label(voice, name), label(voice, f"{name}_note"))
