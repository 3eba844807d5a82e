"""What the journal says of a goal: every entry that names it.

In: a goal and the page's context. Out: dated lines.
"""

from __future__ import annotations

from milepost.journal.model import Entry, Goal
from milepost.journal.words import Log
from milepost.progress.report import Standing
from milepost.site.context import PageContext
from milepost.site.views.parts import Item, Ref, day_of, entry_item
from milepost.voice import pages as said


def mentions(here: PageContext, goal: Goal) -> tuple[Item, ...]:
    """Every entry that names the goal, in its numbers or in its prose, the latest first.

    Notes on readings that stand in the goal's own file are among them, with their number.
    """
    site = here.site
    linking = {link.path for link in site.backlinks.get(here.address, ())}
    by_path = site.report.by_path
    named = {entry.path: entry for entry in site.report.named_in.get(goal.id, ())}
    named |= {path: by_path[path] for path in linking if path in by_path}
    lines = [
        (entry.day, entry.path, entry_item(here, entry, note=_note(here, entry, goal.id)))
        for entry in named.values()
    ]
    for noted in goal.readings:
        if noted.note:
            number = said.as_told(site.voice, noted.value, _unit(site.report.standings[goal.id]))
            item = Item(day_of(here, noted.date_), Ref(noted.note, ""), note=number)
            lines.append((noted.date_, "", item))
    lines.sort(key=lambda line: line[:2], reverse=True)
    return tuple(item for _, _, item in lines)


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
