"""The page of one week: its numbers, its notes whole, what moved, what was planned.

In: a week, its entries, the page's place. Out: `WeekView`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from milepost.journal.model import Entry
from milepost.journal.values import Week
from milepost.journal.words import Kind
from milepost.site.counting import counted
from milepost.site.desk import Here
from milepost.site.marks import Chip, chip
from milepost.site.numbers import Move, days_of, hours, mean, moves, reached
from milepost.site.spans import Span, thursday
from milepost.site.views.parts import Item, Ref, When, day_of, entry_when, goal_ref, tag_refs


@dataclass(frozen=True, slots=True)
class MoveView:
    """A goal that moved: by how much, and where it stands after."""

    goal: Ref
    chip: Chip
    by: str
    after: str


@dataclass(frozen=True, slots=True)
class Number:
    """A figure of the week or the period, with its name and a word beside it."""

    name: str
    value: str
    note: str = ""


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
    """Everything on a week's page; `plans` are those of the week before, which were for this."""

    title: str
    range: str
    headline: str
    numbers: tuple[Number, ...]
    notes: tuple[NoteView, ...]
    moves: tuple[MoveView, ...]
    reached: tuple[Item, ...]
    plans_before: Markup
    plans_from: Ref | None
    previous: Ref | None
    next: Ref | None
    periods: tuple[Ref, ...]


def week_view(here: Here, key: str) -> WeekView:
    """The view of the week whose key is `2026-W47`."""
    desk = here.desk
    entries = desk.entries[key]
    week = Week(int(key[:4]), int(key[6:]))
    start, end = days_of(week)
    words = desk.words.week(week)
    titles = [entry.title for entry in entries if entry.title]
    keys = list(desk.entries)
    place = keys.index(key)
    before = keys[place - 1] if place else ""
    after = keys[place + 1] if place + 1 < len(keys) else ""
    plans, plans_from = _plans(here, before, week)
    return WeekView(
        title=words[:1].upper() + words[1:],
        range=desk.words.range(start, end, desk.report.day),
        headline=titles[0] if len(titles) == 1 else "",
        numbers=tuple(_numbers(here, week, entries)),
        notes=tuple(_note(here, entry, len(entries)) for entry in entries),
        moves=tuple(move_view(here, move) for move in moves(desk.report, start, end)),
        reached=tuple(
            Item(
                day_of(here, step.day),
                Ref(step.milestone.title, ""),
                goal_ref(here, step.standing.goal.id),
            )
            for step in reached(desk.report, start, end)
        ),
        plans_before=plans,
        plans_from=plans_from,
        previous=_neighbour(here, before),
        next=_neighbour(here, after),
        periods=_periods(here, week),
    )


def move_view(here: Here, move: Move) -> MoveView:
    """A move as a line: "+2 articles", "5 of 6"."""
    words, standing = here.desk.words, move.standing
    measure = standing.goal.measurable
    if move.due:
        by = f"{move.kept} of {move.due} kept"
        if move.due == 1:
            by = "kept" if move.kept else "missed"
        return MoveView(
            goal_ref(here, standing.goal.id), chip(standing.status), by, _kept(here, move)
        )
    sign = "+" if move.by is not None and move.by > 0 else ""
    by = sign + words.number(move.by, standing.unit) if move.by is not None else "first reading"
    if measure and measure.kind is Kind.YES_NO:
        done = "done" if move.after else "not done"
        return MoveView(goal_ref(here, standing.goal.id), chip(standing.status), done, "")
    if move.by == 0:
        by = "as before"
    after = f"now {words.number(move.after)}"
    if measure and measure.to is not None and measure.kind is Kind.COUNT:
        after = f"{words.number(move.after)} of {words.number(measure.to)}"
    elif measure and measure.to is not None and measure.kind is Kind.LEVEL:
        after += f", target {words.number(measure.to)}"
    return MoveView(goal_ref(here, standing.goal.id), chip(standing.status), by, after)


def _kept(here: Here, move: Move) -> str:
    """What was done in a single period against what was wanted."""
    stint, words, unit = move.stint, here.desk.words, move.standing.unit
    if stint is None or stint.value is None or stint.wanted is None:
        return ""
    measure = move.standing.goal.measurable
    link = ", at most" if measure and measure.kind is Kind.LIMIT else " of"
    return f"{words.number(stint.value)}{link} {words.number(stint.wanted, unit)}"


def _numbers(here: Here, week: Week, entries: tuple[Entry, ...]) -> list[Number]:
    words = here.desk.words
    found = []
    for name, values in (
        ("Mood", [entry.mood for entry in entries]),
        ("Energy", [entry.energy for entry in entries]),
    ):
        middle = mean(values)
        if middle is not None:
            found.append(Number(name, words.number(middle), "of 5"))
    spent = hours(here.desk.hours, [week])
    if spent.spent is not None:
        planned = f"of {words.number(spent.planned)} planned" if spent.planned is not None else ""
        found.append(Number("Hours", words.number(spent.spent), planned))
    if len(entries) > 1:
        found.append(Number("Notes", str(len(entries))))
    ticked = [task.done for entry in entries for task in entry.tasks]
    if ticked:
        found.append(
            Number("Ticked", str(sum(ticked)), f"of {counted(len(ticked), 'box', 'boxes')}")
        )
    return found


def _note(here: Here, entry: Entry, count: int) -> NoteView:
    desk, words = here.desk, here.desk.words
    facts = []
    if count > 1:
        facts += [f"mood {entry.mood} of 5"] if entry.mood is not None else []
        facts += [f"energy {entry.energy} of 5"] if entry.energy is not None else []
    areas = [f"{area} {words.number(value)}" for area, value in sorted(entry.areas.items())]
    facts += [f"of 10: {', '.join(areas)}"] if areas else []
    return NoteView(
        anchor=desk.atlas.spots[entry.path].anchor,
        title=entry.title if count > 1 else "",
        when=entry_when(here, entry),
        facts=tuple(facts),
        skips=tuple((goal_ref(here, name), why) for name, why in sorted(entry.skip.items())),
        prose=here.prose(entry, shift=2 if count > 1 else 1),
        tags=tag_refs(here, entry.tags),
        extra=entry.extra,
    )


def _plans(here: Here, before: str, week: Week) -> tuple[Markup, Ref | None]:
    """The plans that the entries of the week just before made for this one."""
    if before != str(week.plus(-1)):
        return Markup(""), None
    lists = []
    for entry in here.desk.entries[before]:
        section = entry.section("plans")
        if section and section.text.strip():
            lists.append(here.section(section, entry))
    ref = _neighbour(here, before)
    return Markup("").join(lists), ref if lists else None


def _neighbour(here: Here, key: str) -> Ref | None:
    if not key:
        return None
    words = here.desk.words.week(Week(int(key[:4]), int(key[6:])))
    return Ref(words[:1].upper() + words[1:], here.to("week", key))


def _periods(here: Here, week: Week) -> tuple[Ref, ...]:
    month = Span.month_of(thursday(week))
    spans = (*month.parents, month)
    return tuple(
        Ref(span_title(here, span), here.to("period", span.name))
        for span in spans
        if here.desk.atlas.has("period", span.name)
    )


def span_title(here: Here, span: Span) -> str:
    """A span as it is called: "2026", "Q4 2026", "November 2026"."""
    if span.month:
        words = here.desk.words.date(span.start, "month year")
        return words[:1].upper() + words[1:]
    return f"Q{span.quarter} {span.year}" if span.quarter else str(span.year)
