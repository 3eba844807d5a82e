"""What `milepost import` has to say: of a table, and of the goal that would read it.

In: a table, a journal. Out: lines for a person, or an end in words.
"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from datetime import date
from enum import Enum
from pathlib import Path

from milepost.cli.chosen import id_of
from milepost.cli.reading import bytes_of
from milepost.cli.shared import MISUSED, Stop, near
from milepost.importing import Held, held, history
from milepost.journal.asof import as_of
from milepost.journal.model import Goal
from milepost.journal.numbers import Misread, told_in
from milepost.journal.readings import gather_readings
from milepost.journal.tables import Row
from milepost.journal.values import Measure
from milepost.journal.words import Mode
from milepost.pipeline import Opened
from milepost.progress.measure import measure
from milepost.voice.english import ENGLISH, in_flow, listed, number, plural, written
from milepost.voice.reasons import reason
from milepost.voice.statuses import word


def numbers_in(args: Namespace, language: str) -> Held:
    """What the table holds of what is wanted; raises Stop where that is nothing, or not clear."""
    data = bytes_of(args.file)
    moods = [name.strip() for name in args.moods.split(",") if name.strip()]
    column = args.column
    found = held(args.file.name, data, column, language, moods)
    if found.tool == "milepost" and not column and not found.chosen and args.goal:
        found = held(args.file.name, data, args.goal, language, moods)
    name = near(args.file)
    if found.refused:
        raise Stop(
            f"{name} holds what {found.tool} computed, and no readings",
            "give its Checkmarks.csv: the one of the whole, or that of a habit",
        )
    if found.tool and not found.chosen:
        which = f"it holds: {', '.join(found.names)}" if found.names else "it holds none"
        said = f"no “{column}” in {name}" if column else f"{name} holds several of {found.tool}"
        raise Stop(said, f"choose one with --column; {which}", MISUSED)
    if not found.rows and not found.findings:
        raise Stop(
            f"{name} holds no day with a number",
            "give a CSV with a column of days and one of numbers",
        )
    return found


def say_history(found: Held, file: Path, goal: Goal | None = None) -> Iterator[str]:
    """What the rows mean: how many, from when to when, gaps, unit, and what adds up a week.

    Numbers of a `goal` that stands at so much do not add up.
    """
    what = f"{found.tool or 'A table'}{f', {found.chosen}' if found.chosen else ''}"
    told = history(found.rows)
    for finding in found.findings:
        yield f"{near(file)}:{finding.place.line}: {finding.message}\n  {finding.help}"
    if not told:
        return
    yield (
        f"{what}: {plural(told.rows, 'number')} on {plural(told.days, 'day')}, "
        f"from {told.first} to {told.last}"
    )
    if told.gaps:
        yield (f"{plural(told.gaps, 'gap')} between them, the longest of {plural(told.gap, 'day')}")
    unit = f" {told.units[0]}" if len(told.units) == 1 else ""
    adds = not (goal and goal.measurable and goal.measurable.mode is Mode.LEVEL)
    week = f"; {number(told.week)} a week in all" if adds else ""
    yield f"from {number(told.low)} to {number(told.high)}{unit}{week}"
    if len(told.units) > 1:
        yield f"in several units: {listed(told.units)}"


def in_unit_of(goal: Goal, rows: Sequence[Row], file: Path) -> tuple[Row, ...]:
    """The rows in the unit of their goal; raises Stop where one is in a unit that is another.

    What is written into the goal's file has no unit of its own, so it must be in the goal's.
    """
    unit = goal.measurable.unit if goal.measurable else ""
    found = []
    for row in rows:
        value = told_in(row.value, row.unit, unit)
        if isinstance(value, Misread):
            place = f"{near(file)}:{row.named or row.line}"
            raise Stop(
                f"{place}: {value.message}",
                "count the goal in that unit, or write the numbers in the goal's own",
            )
        found.append(replace(row, value=value, unit=""))
    return tuple(found)


def source_of(asked: str, opened: Opened) -> tuple[Goal, str, bool]:
    """The goal that was asked for, its file of readings, and whether it does not name that yet."""
    goals = {goal.id: goal for goal in opened.journal.goals}
    goal = goals[id_of(asked, goals)]
    if goal.measurable is None or not goal.measurable.kind.facts.numbered:
        place = goal.at("measurable")
        raise Stop(
            f"{place.path}:{place.line}: “{goal.id}” takes no numbers",
            "write how it is counted, as `measurable: 24 books`",
        )
    source = goal.measurable.source
    if not source:
        return goal, f"data/{goal.id}.csv", True
    wanted = source.replace("\\", "/").lstrip("./")
    path = wanted if wanted in opened.folder.files or "/" in wanted else f"data/{wanted}"
    if not (opened.root / path).resolve().is_relative_to(opened.root.resolve()):
        place = goal.at("measurable", "source")
        raise Stop(
            f"{place.path}:{place.line}: {source} lies outside of the journal",
            f"write a file in it, as `source: data/{goal.id}.csv`",
        )
    return goal, path, False


def simulated(opened: Opened, goal: Goal, path: str, data: bytes, day: date) -> str:
    """What the goal would say with the file, and what in it would not count."""
    journal = opened.journal
    assert goal.measurable
    with_source = replace(goal, measurable=replace(goal.measurable, source=path))
    goals = tuple(with_source if one.id == goal.id else one for one in journal.goals)
    tables = {n: d for n, d in opened.folder.files.items() if n.lower().endswith((".csv", ".tsv"))}
    language = journal.settings.language
    readings, findings = gather_readings(goals, journal.entries, {**tables, path: data}, language)
    seen = as_of(replace(journal, goals=goals, readings=readings), day)
    standing = measure(seen, day).standings.get(goal.id)
    if standing is None:
        return f"{goal.id} has not begun on {day}"
    faults = [f"  {one.message}: {one.help}" for one in findings if one.place.path == path][:3]
    said = f"{goal.id} would be {word(ENGLISH, standing.status)}: {reason(ENGLISH, standing)}"
    return "\n".join([said, *faults])


def measure_line(goal: Goal, path: str) -> str:
    """The measure of a goal in its mapping form, with the file of its readings."""
    held_measure = goal.measurable
    assert held_measure
    parts = []
    for item in fields(Measure):
        value = path if item.name == "source" else getattr(held_measure, item.name)
        if item.name == "words" or value in (None, ""):
            continue
        shown = value.value if isinstance(value, Enum) else value
        text = in_flow(shown) if isinstance(shown, str) else written(shown)
        parts.append(f"{item.name.rstrip('_')}: {text}")
    return f"measurable: {{{', '.join(parts)}}}"
