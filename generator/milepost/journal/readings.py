"""All numbers of the journal in one place: readings, hours, confidences, skips by goal and day.

In: goals, entries and the files of readings. Out: sorted tuples of `Reading` and `Mention`, and
findings. A number of a weekly entry is dated on the week's Sunday and known from its Monday.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise

from milepost.findings import Finding, Place
from milepost.journal import faults, frontmatter
from milepost.journal.dates import parse_date
from milepost.journal.model import Entry, Goal, Mention, Reading
from milepost.journal.numbers import Misread, parse_number, sure_of
from milepost.journal.words import Mode


def known_from(entry: Entry) -> date:
    """The day from which an entry is known: its own, or the Monday of its week."""
    return entry.date_ or (entry.week.monday if entry.week else entry.day)


def gather_readings(
    goals: tuple[Goal, ...], entries: tuple[Entry, ...], data: Mapping[str, bytes]
) -> tuple[tuple[Reading, ...], list[Finding]]:
    """Every reading of every goal, by goal, day and file; a later one of a day comes later."""
    by_id = {goal.id: goal for goal in goals}
    readings: list[Reading] = []
    findings: list[Finding] = []
    for goal in goals:
        readings += _own(goal)
        if goal.measurable and goal.measurable.source:
            more, faulty = _from_data(goal, goal.measurable.source, goal.measurable.column, data)
            readings += more
            findings += faulty
    for entry in entries:
        for id_, advance in entry.progress.items():
            known = by_id.get(id_)
            if known is None or advance.value is None:
                continue
            place = entry.at("progress", id_)
            since = known_from(entry)
            mode = advance.value.mode or _mode(known)
            readings.append(
                Reading(
                    id_,
                    entry.day,
                    advance.value.value,
                    mode,
                    since,
                    entry.path,
                    advance.note,
                    place=place,
                    sure=advance.value.sure,
                )
            )
            closed = known.status.since
            if known.status.is_.closed and closed and since > closed:
                state = known.status.is_.value
                findings.append(faults.reading_after_close(place, id_, state, str(closed)))
    readings.sort(key=lambda reading: (reading.goal, reading.day, reading.place.path))
    findings += _doubles(readings)
    return tuple(readings), findings


def gather_mentions(
    entries: tuple[Entry, ...],
) -> tuple[tuple[Mention, ...], tuple[Mention, ...], tuple[Mention, ...]]:
    """Hours, confidences and skips of all entries, each by goal and day."""
    hours: list[Mention] = []
    confidences: list[Mention] = []
    skips: list[Mention] = []
    for entry in entries:
        at = (entry.day, known_from(entry), entry.path)
        spent = dict(entry.hours)
        sure = dict(entry.confidence)
        for id_, advance in entry.progress.items():
            if advance.hours is not None:
                spent[id_] = spent.get(id_, 0.0) + advance.hours
            if advance.confidence is not None:
                sure.setdefault(id_, advance.confidence)
        hours += [_mention(id_, value, at) for id_, value in spent.items()]
        confidences += [_mention(id_, value, at) for id_, value in sure.items()]
        skips += [_mention(id_, 0.0, at, because) for id_, because in entry.skip.items()]
    return _sorted(hours), _sorted(confidences), _sorted(skips)


def _mention(id_: str, value: float, at: tuple[date, date, str], because: str = "") -> Mention:
    day, since, path = at
    return Mention(id_, day, value, since, path, because)


def _sorted(mentions: list[Mention]) -> tuple[Mention, ...]:
    return tuple(sorted(mentions, key=lambda mention: (mention.goal, mention.day, mention.entry)))


def _mode(goal: Goal) -> Mode:
    return goal.measurable.mode if goal.measurable else Mode.ADDED


def _own(goal: Goal) -> Iterator[Reading]:
    for index, noted in enumerate(goal.readings):
        mode = noted.value.mode or _mode(goal)
        place = goal.at("readings", index)
        yield Reading(
            goal.id,
            noted.date_,
            noted.value.value,
            mode,
            noted.date_,
            "",
            noted.note,
            noted.checkpoint,
            place,
            noted.value.sure,
        )


def _doubles(readings: list[Reading]) -> Iterator[Finding]:
    """Two levels on one day from two files: the later file name wins."""
    for earlier, later in pairwise(readings):
        same = (earlier.goal, earlier.day) == (later.goal, later.day)
        levels = earlier.mode is later.mode is Mode.LEVEL
        if same and levels and earlier.value != later.value and earlier.place != later.place:
            yield faults.two_levels_one_day(
                later.place, later.goal, earlier.place.path, f"{later.value:g}"
            )


def _from_data(
    goal: Goal, source: str, column: str, data: Mapping[str, bytes]
) -> tuple[list[Reading], list[Finding]]:
    path = source.lstrip("./")
    found = data.get(path) or data.get(f"data/{path}")
    if found is None:
        place = goal.at("measurable", "source")
        names = ", ".join(sorted(data)) or "none yet"
        message = f"there is no file {path} in the journal"
        return [], [faults.broken_data(place, message, f"put it there; files in data/: {names}")]
    path = path if path in data else f"data/{path}"
    text, findings = frontmatter.decode(path, found)
    first, _, _ = text.partition("\n")
    comma = max(",;\t", key=first.count)
    reader = csv.reader(text.split("\n"), delimiter=comma)
    try:
        rows = [(reader.line_num, row) for row in reader]
    except csv.Error as error:
        findings.append(
            faults.broken_data(
                Place(path, reader.line_num),
                f"{path} cannot be read: {error}",
                "write `date,value` on each line, and close every quote",
            )
        )
        return [], findings
    head = [cell.strip() for cell in rows[0][1]] if rows else []
    if column and column not in head:
        message = f"{path} has no column “{column}”"
        findings.append(faults.broken_data(Place(path), message, f"it has: {', '.join(head)}"))
        return [], findings
    index = head.index(column) if column else 1
    readings = []
    for number, row in rows:
        if not any(cell.strip() for cell in row):
            continue
        day = parse_date(row[0])
        written = row[index].strip() if len(row) > index else ""
        mode = Mode.LEVEL if written.startswith("=") else _mode(goal)
        cell, sure = sure_of(written.removeprefix("="))
        value = parse_number(cell) if len(row) > index else Misread("", "")
        if number == 1 and isinstance(day, Misread):
            continue  # the names of the columns
        if len(row) > index and not row[index].strip():
            continue  # unknown is not zero
        misread = next((part for part in (day, value) if isinstance(part, Misread)), None)
        if misread or isinstance(day, Misread) or isinstance(value, Misread):
            message = misread.message if misread and misread.message else "this row has no value"
            remedy = (misread and misread.help) or "write `date,value` on each line"
            findings.append(faults.broken_data(Place(path, number), message, remedy))
            continue
        place = Place(path, number)
        readings.append(Reading(goal.id, day, value[0], mode, day, place=place, sure=sure))
    return readings, findings
