"""What a goal says of itself, and what the journal says of it.

In: a goal's standing and the page's place. Out: phrases; the entries that name the goal.
"""

from __future__ import annotations

from milepost.journal.model import Entry, Goal
from milepost.journal.words import Kind
from milepost.progress.report import Standing
from milepost.site.desk import Here
from milepost.site.views.parts import Item, Ref, day_of, entry_item


def says(here: Here, standing: Standing, letter: str) -> tuple[str, ...]:
    """What the goal itself says under one of the five letters, in its author's words."""
    goal, words = standing.goal, here.desk.words
    if letter == "S":
        return (goal.specific,) if goal.specific else ()
    if letter == "M":
        return (measure_words(here, goal),) if goal.measurable else ()
    if letter == "A":
        effort = goal.achievable
        said = []
        if effort.hours_per_week is not None:
            said.append(f"{words.number(effort.hours_per_week)} h a week")
        if effort.money:
            said.append(words.number(effort.money.amount, effort.money.currency))
        if effort.confidence is not None:
            said.append(f"confidence {words.number(effort.confidence)} of 10")
        return tuple(part for part in (", ".join(said), *effort.needs, effort.because) if part)
    if letter == "R":
        return (goal.relevant.because,) if goal.relevant.because else ()
    start, due = standing.start, standing.due
    if start and due:
        return (words.range(start, due, here.desk.report.day),)
    return (f"by {words.near(due, here.desk.report.day)}",) if due else ()


def measure_words(here: Here, goal: Goal) -> str:
    """How a goal is counted, as a phrase."""
    measure, words = goal.measurable, here.desk.words
    if measure is None:
        return ""
    low = words.number(measure.from_) if measure.from_ is not None else ""
    high = words.number(measure.to, measure.unit) if measure.to is not None else ""
    per = f" a {measure.per}" if measure.per else ""
    match measure.kind:
        case Kind.COUNT if measure.from_ in (0, None):
            return high
        case Kind.COUNT | Kind.LEVEL:
            return f"from {low} to {high}"
        case Kind.HABIT:
            return f"{high}{per}" if measure.unit else f"{high} times{per}"
        case Kind.LIMIT:
            return f"at most {high}{per}"
        case Kind.RANGE:
            if low and high:
                return f"kept between {low} and {high}"
            return (
                f"kept above {words.number(measure.from_, measure.unit)}"
                if low
                else f"kept below {high}"
            )
        case Kind.YES_NO:
            return "done or not"
        case Kind.GOALS:
            return "the goals that serve it"
        case _:
            return f"its {measure.kind}"


def naming(here: Here, goal: Goal) -> tuple[Item, ...]:
    """Every entry that names the goal, in its numbers or in its prose, the latest first.

    Notes on readings that stand in the goal's own file are among them, with their number.
    """
    desk = here.desk
    found = []
    for entry in desk.report.journal.entries:
        note = _note(here, entry, goal.id)
        linked = any(
            (spot := desk.atlas.find(link.target, entry.path)) and spot.address == here.address
            for link in entry.outline.links
        )
        if note is not None or linked:
            found.append((entry, note or ""))
    lines = [(entry.day, entry.path, entry_item(here, entry, note=note)) for entry, note in found]
    for noted in goal.readings:
        if noted.note:
            number = desk.words.number(noted.value.value, desk.report.standings[goal.id].unit)
            item = Item(day_of(here, noted.date_), Ref(noted.note, ""), note=number)
            lines.append((noted.date_, "", item))
    lines.sort(key=lambda line: line[:2], reverse=True)
    return tuple(item for _, _, item in lines)


def _note(here: Here, entry: Entry, name: str) -> str | None:
    """What an entry says of a goal in figures; None when it does not name it."""
    words = here.desk.words
    unit = here.desk.report.standings[name].unit
    parts: list[str] = []
    named = False
    advance = entry.progress.get(name)
    if advance:
        named = True
        if advance.value is not None:
            sign = "+" if advance.value.mode == "added" and advance.value.value >= 0 else ""
            parts.append(sign + words.number(advance.value.value, unit))
        parts += [advance.note] if advance.note else []
    if name in entry.hours:
        named = True
        parts.append(f"{words.number(entry.hours[name])} h")
    if name in entry.skip:
        named = True
        parts.append(f"skipped: {entry.skip[name]}" if entry.skip[name] else "skipped")
    return ", ".join(parts) if named or name in entry.confidence else None
