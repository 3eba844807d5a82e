"""The page of one week: its numbers, its notes whole, what moved, what was planned.

In: a week, its entries, the page's context. Out: `WeekView`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from markupsafe import Markup

from milepost.journal.model import Entry
from milepost.journal.values import Week
from milepost.progress.calendar import Span
from milepost.progress.lookback import (
    Move,
    hours,
    mean,
    moves,
    passed,
    reached,
    weeks_beside,
)
from milepost.site.context import PageContext
from milepost.site.views.parts import (
    Figure,
    Item,
    Ref,
    When,
    day_of,
    entry_when,
    goal_ref,
    tag_refs,
)
from milepost.voice import pages as said
from milepost.voice.labels import label
from milepost.voice.measures import on_average
from milepost.voice.statuses import Chip, chip


@dataclass(frozen=True, slots=True)
class MoveView:
    """A goal that moved: by how much, and where it stands after."""

    goal: Ref
    chip: Chip
    by: str
    after: str


@dataclass(frozen=True, slots=True)
class NoteView:
    """One entry, whole: `anchor` is its own on the page, `facts` what it says in figures."""

    anchor: str
    title: str
    when: When
    facts: tuple[str, ...]
    skips: tuple[tuple[Ref, str], ...]
    prose: Markup
    tags: tuple[Ref, ...]
    extra: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class WeekView:
    """Everything on a week's page; `plans` are those of the week before, which were for this.

    `day` is that of a note that is the only one of its week, `breaks` what is said of the profile's
    breaks in it.
    """

    title: str
    range: str
    headline: str
    numbers: tuple[Figure, ...]
    notes: tuple[NoteView, ...]
    moves: tuple[MoveView, ...]
    reached: tuple[Item, ...]
    plans_before: Markup
    plans_from: Ref | None
    actions_href: str
    previous: Ref | None
    next: Ref | None
    periods: tuple[Ref, ...]
    day: When | None = None
    marks: tuple[Item, ...] = ()
    breaks: tuple[str, ...] = ()


def week_view(here: PageContext, key: str) -> WeekView:
    """The view of the week whose key is `2026-W47`."""
    site = here.site
    week = Week(int(key[:4]), int(key[6:]))
    entries = site.report.weeks[week]
    start, end = site.report.days_of(week)
    titles = [entry.title for entry in entries if entry.title]
    before, after = here.look_back(weeks_beside, week)
    plans, plans_from = _plans(here, before, week)
    return WeekView(
        title=said.week_title(site.voice, week),
        range=site.voice.range(start, end, site.report.new_year),
        headline=titles[0] if len(titles) == 1 else "",
        numbers=tuple(_numbers(here, week, entries)),
        notes=tuple(_note(here, entry, len(entries)) for entry in entries),
        moves=tuple(move_view(here, move) for move in here.look_back(moves, start, end)),
        reached=reached_items(here, start, end),
        marks=passed_items(here, start, end),
        plans_before=plans,
        plans_from=plans_from,
        actions_href=here.to("actions"),
        previous=_neighbour(here, before),
        next=_neighbour(here, after),
        periods=_periods(here, week),
        day=entry_when(here, entries[0]) if len(entries) == 1 and entries[0].date_ else None,
        breaks=tuple(
            said.whole_break(site.voice, one, site.report.new_year)
            for one in site.report.journal.profile.breaks
            if one.start <= end and one.end >= start
        ),
    )


def move_view(here: PageContext, move: Move) -> MoveView:
    """A move as a line: "+2 articles", "5 of 6"."""
    by, after = said.moved(here.site.voice, move)
    ref = goal_ref(here, move.of.goal.id)
    return MoveView(ref, chip(here.site.voice, move.of.status), by, after)


def reached_items(here: PageContext, start: date, end: date) -> tuple[Item, ...]:
    """The milestones reached between two days."""
    return tuple(
        Item(
            day_of(here, step.day),
            Ref(step.milestone.title, ""),
            goal_ref(here, step.goal.id),
        )
        for step in here.look_back(reached, start, end)
    )


def passed_items(here: PageContext, start: date, end: date) -> tuple[Item, ...]:
    """The furthest mark that each goal passed between two days, which no milestone names."""
    return tuple(
        Item(
            day_of(here, mark.day),
            Ref(said.mark_passed(here.site.voice, one.unit, mark), ""),
            goal_ref(here, one.goal.id),
        )
        for one, mark in here.look_back(passed, start, end)
    )


def _numbers(here: PageContext, week: Week, entries: tuple[Entry, ...]) -> list[Figure]:
    voice = here.site.voice
    found = []
    for name, values in (
        ("mood", [entry.mood for entry in entries]),
        ("energy", [entry.energy for entry in entries]),
    ):
        middle = mean(values)
        if middle is not None:
            found.append(
                Figure(label(voice, name), on_average(voice, middle), label(voice, "of_5"))
            )
    spent = here.look_back(hours, [week])
    if spent.spent is not None:
        planned = said.of_planned(voice, spent)
        found.append(Figure(label(voice, "hours"), voice.number(spent.spent), planned))
    if len(entries) > 1:
        found.append(Figure(label(voice, "notes"), voice.number(len(entries))))
    ticked = [task.done for entry in entries for task in entry.tasks]
    if ticked:
        found.append(
            Figure(
                label(voice, "ticked"),
                voice.number(sum(ticked)),
                said.of_boxes(voice, len(ticked)),
            )
        )
    return found


def _note(here: PageContext, entry: Entry, count: int) -> NoteView:
    site = here.site
    return NoteView(
        anchor=site.map.locations[entry.path].anchor,
        title=entry.title if count > 1 else "",
        when=entry_when(here, entry),
        facts=tuple(said.entry_facts(site.voice, entry, felt=count > 1)),
        skips=tuple((goal_ref(here, name), why) for name, why in sorted(entry.skip.items())),
        prose=here.prose(entry, shift=2 if count > 1 else 1),
        tags=tag_refs(here, entry.tags),
        extra=entry.extra,
    )


def _plans(here: PageContext, before: Week | None, week: Week) -> tuple[Markup, Ref | None]:
    """The plans that the entries of the week just before made for this one."""
    if before is None or before != week.plus(-1):
        return Markup(""), None
    lists = []
    for entry in here.site.report.weeks[before]:
        section = entry.section("plans")
        if section and section.text.strip():
            lists.append(here.section(section, entry))
    ref = _neighbour(here, before)
    return Markup("").join(lists), ref if lists else None


def _neighbour(here: PageContext, week: Week | None) -> Ref | None:
    if week is None:
        return None
    return Ref(said.week_title(here.site.voice, week), here.to("week", str(week)))


def _periods(here: PageContext, week: Week) -> tuple[Ref, ...]:
    month = Span.month_of(week.thursday)
    spans = (*month.parents, month)
    return tuple(
        Ref(said.span_title(here.site.voice, span), here.to("period", span.name))
        for span in spans
        if here.site.map.has("period", span.name)
    )
