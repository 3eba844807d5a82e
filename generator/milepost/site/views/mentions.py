"""What the journal says of a goal: every entry that names it.

In: a goal and the page's context. Out: dated lines; `MentionsView`, where there are very many.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from operator import itemgetter

from milepost.journal.model import Entry, Goal
from milepost.journal.values import Noted
from milepost.journal.words import Log
from milepost.progress.report import Report
from milepost.progress.values import Standing
from milepost.site.context import PageContext
from milepost.site.views.frame import MenuItem
from milepost.site.views.listed import list_of, part_title, parts_menu, rows_of
from milepost.site.views.parts import Item, Ref, day_of, entry_item, goal_ref
from milepost.voice import pages as said


@dataclass(frozen=True, slots=True)
class MentionsView:
    """The entries of a year that name a goal, where there are too many for the goal's own page."""

    goal: Ref
    items: tuple[Item, ...]
    part: str
    parts: tuple[MenuItem, ...]


Row = tuple[date, str, Entry | Noted]
"""A day, a path, and the entry; no path and the reading where its note is in the goal's file."""


def mention_rows(report: Report, goal: Goal, linking: Iterable[str]) -> tuple[Row, ...]:
    """Every entry that names the goal, in its numbers or in its prose, the latest first.

    Notes on readings that stand in the goal's own file are among them, with their number.
    `linking` are the paths of all that links to the goal.
    """
    named = {entry.path: entry for entry in report.named_in.get(goal.id, ())}
    named |= {path: report.by_path[path] for path in linking if path in report.by_path}
    lines: list[Row] = [(entry.day, entry.path, entry) for entry in named.values()]
    lines += [(noted.date_, "", noted) for noted in goal.readings if noted.note]
    return tuple(sorted(lines, key=itemgetter(0, 1), reverse=True))


def mention_part(row: Row) -> str:
    """Its year."""
    return str(row[0].year)


def mentions(here: PageContext, key: str) -> tuple[Item, ...]:
    """What names a goal, of that what stands on the page of this key."""
    rows: tuple[Row, ...] = rows_of(here, "goal", key)
    return tuple(_item(here, row, list_of(key)) for row in rows)


def mentions_view(here: PageContext, key: str) -> MentionsView:
    """The view of a part of what names a goal."""
    return MentionsView(
        goal_ref(here, list_of(key)),
        mentions(here, key),
        part_title(here, "goal", key),
        parts_menu(here, "goal", key),
    )


def _item(here: PageContext, row: Row, goal: str) -> Item:
    day, _, what = row
    if isinstance(what, Entry):
        return entry_item(here, what, note=_note(here, what, goal))
    unit = _unit(here.site.report.standings[goal])
    number = said.as_told(here.site.voice, what.value, unit)
    return Item(day_of(here, day), Ref(what.note, ""), note=number)


def _note(here: PageContext, entry: Entry, name: str) -> str:
    """What an entry says of a goal in figures, if it does."""
    voice, parts = here.site.voice, list[str]()
    advance = entry.progress.get(name)
    if advance:
        parts += said.advance(voice, advance, _unit(here.site.report.standings[name]))
    if name in entry.hours:
        parts.append(voice.hours(entry.hours[name]))
    if name in entry.spent:
        money = entry.spent[name]
        parts.append(voice.number(money.amount, money.currency))
    if name in entry.skip:
        parts.append(said.skipped(voice, entry.skip[name]))
    return ", ".join(parts)


def _unit(standing: Standing) -> str:
    """The unit of a goal's numbers; none where they are counted, whatever they say."""
    measure = standing.goal.measurable
    return "" if measure and measure.log is Log.COUNT else standing.unit
