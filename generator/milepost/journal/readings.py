"""All numbers of the journal in one place: readings, hours, confidences, skips by goal and day.

In: goals, entries and the files of readings. Out: sorted tuples of `Reading` and `Mention`, and
findings. A number of a weekly entry is dated on the week's Sunday and known from its Monday.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import pairwise

from milepost.addresses import folded
from milepost.findings import Finding, Place
from milepost.journal import faults
from milepost.journal.model import Entry, Goal, Mention, Reading
from milepost.journal.numbers import Misread, in_digits, told_in
from milepost.journal.tables import read_table
from milepost.journal.values import Amount, Week
from milepost.journal.words import Kind, Mode


def known_from(entry: Entry) -> date:
    """The day from which an entry is known: its own, or the Monday of its week."""
    return entry.date_ or (entry.week.monday if entry.week else entry.day)


def gather_readings(
    goals: tuple[Goal, ...],
    entries: tuple[Entry, ...],
    data: Mapping[str, bytes],
    language: str = "en",
) -> tuple[tuple[Reading, ...], list[Finding]]:
    """Every reading of every goal, by goal, day and file; a later one of a day comes later.

    `language` is the journal's: how it writes tenths helps to read the files of `data`.
    """
    by_id = {goal.id: goal for goal in goals}
    readings: list[Reading] = []
    findings: list[Finding] = []
    for goal in goals:
        for reading, noted in zip(_own(goal), goal.readings, strict=True):
            value = _value(noted.value, goal, reading.place, findings)
            if value is not None:
                readings.append(replace(reading, value=value))
        if goal.measurable and goal.measurable.source:
            named = goal.measurable.source, goal.measurable.column
            more, faulty = _from_data(goal, *named, data, language)
            readings += more
            findings += faulty
    for entry in entries:
        for id_, advance in entry.progress.items():
            known = by_id.get(id_)
            if known is None or advance.value is None:
                continue
            place = entry.at("progress", id_)
            value = _value(advance.value, known, place, findings)
            if value is None:
                continue
            since = known_from(entry)
            mode = advance.value.mode or _mode(known)
            readings.append(
                Reading(
                    id_,
                    entry.day,
                    value,
                    mode,
                    since,
                    entry.path,
                    advance.note,
                    place=place,
                    week=None if entry.date_ else entry.week,
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
        at = (entry.day, known_from(entry), entry.path, None if entry.date_ else entry.week)
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


def _mention(
    id_: str, value: float, at: tuple[date, date, str, Week | None], because: str = ""
) -> Mention:
    day, since, path, week = at
    return Mention(id_, day, value, since, path, because, week)


def _sorted(mentions: list[Mention]) -> tuple[Mention, ...]:
    return tuple(sorted(mentions, key=lambda mention: (mention.goal, mention.day, mention.entry)))


def _mode(goal: Goal) -> Mode:
    return goal.measurable.mode if goal.measurable else Mode.ADDED


def _value(amount: Amount, goal: Goal, place: Place, findings: list[Finding]) -> float | None:
    """The number in the unit of its goal; None, which is told, where it is none for this goal."""
    if _is_told(goal) and not amount.in_words:
        findings.append(faults.number_for_yes_or_no(place, goal.id))
        return None
    if goal.measurable and goal.measurable.kind.facts.banded and amount.mode is Mode.ADDED:
        number = in_digits(amount.value)
        message = f"+{number} adds to nothing: this goal asks for a value each time"
        findings.append(faults.not_a_number(place, message, f"write `{number}`"))
        return None
    value = told_in(amount.value, amount.unit, goal.measurable.unit if goal.measurable else "")
    if isinstance(value, Misread):
        findings.append(faults.not_a_number(place, value.message, value.help))
        return None
    return value


def _is_told(goal: Goal) -> bool:
    """Whether a goal is done or not, by its measure or for want of anything to count."""
    if goal.measurable:
        return goal.measurable.kind is Kind.YES_NO
    return not (goal.unread or goal.milestones or goal.tasks)


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
            sure=noted.value.sure,
        )


def _doubles(readings: list[Reading]) -> Iterator[Finding]:
    """Two levels on one day from two files: the later file name wins."""
    for earlier, later in pairwise(readings):
        same = (earlier.goal, earlier.day) == (later.goal, later.day)
        levels = earlier.mode is later.mode is Mode.LEVEL
        if same and levels and earlier.value != later.value and earlier.place != later.place:
            yield faults.two_levels_one_day(
                later.place, later.goal, earlier.place.path, in_digits(later.value)
            )


def _from_data(
    goal: Goal, source: str, column: str, data: Mapping[str, bytes], language: str
) -> tuple[list[Reading], list[Finding]]:
    wanted = folded(source.replace("\\", "/").lstrip("./"))
    found = {folded(path): path for path in sorted(data, reverse=True)}
    path = found.get(wanted) or found.get(f"data/{wanted}")
    if path is None:
        place = goal.at("measurable", "source")
        names = ", ".join(sorted(data)) or "none yet"
        message = f"there is no file {source} in the journal"
        return [], [faults.broken_data(place, message, f"put it there; files in data/: {names}")]
    rows, findings = read_table(path, data[path], column, language)
    readings = []
    for row in rows:
        value = told_in(row.value, row.unit, goal.measurable.unit if goal.measurable else "")
        if isinstance(value, Misread):
            findings.append(faults.broken_data(Place(path, row.line), value.message, value.help))
            continue
        readings.append(
            Reading(
                goal.id,
                row.day,
                value,
                Mode.LEVEL if row.stated else _mode(goal),
                row.day,
                place=Place(path, row.line),
                sure=row.sure,
            )
        )
    return readings, findings
