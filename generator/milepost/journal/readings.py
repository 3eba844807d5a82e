"""All numbers of the journal in one place: readings, hours, money, confidences, skips by goal, day.

In: goals, entries and the files of readings. Out: sorted tuples of `Reading` and `Mention`, and
findings. A number of a weekly entry is dated on the week's Sunday and known from its Monday.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import pairwise
from operator import attrgetter

from milepost.addresses import folded
from milepost.findings import Finding, Place
from milepost.journal import faults
from milepost.journal.measure_numbers import in_figures
from milepost.journal.model import Entry, Goal, Mention, Reading
from milepost.journal.numbers import Misread, in_digits, parse_number, told_in
from milepost.journal.remembered import Memory, unless_changed
from milepost.journal.tables import read_table
from milepost.journal.values import Amount, Week
from milepost.journal.words import Kind, Log, Mode


def known_from(entry: Entry) -> date:
    """The day from which an entry is known: its own, or the Monday of its week."""
    return entry.date_ or (entry.week.monday if entry.week else entry.day)


def gather_readings(
    goals: tuple[Goal, ...],
    entries: tuple[Entry, ...],
    data: Mapping[str, bytes],
    language: str = "en",
    memory: Memory | None = None,
) -> tuple[tuple[Reading, ...], list[Finding]]:
    """Every reading of every goal, by goal, day and file; a later one of a day comes later.

    `language` is the journal's: how it writes tenths helps to read the files of `data`. With a
    `memory`, entries are read again that changed, or all with the goals.
    """
    by_id = {goal.id: goal for goal in goals}
    # The very same ones while nothing in them changes, so that they are compared once.
    same = unless_changed(memory, "goals", tuple(goal.whole for goal in goals), lambda: goals)
    readings: list[Reading] = []
    findings: list[Finding] = []
    for goal in goals:
        for reading, said in zip(_own(goal), goal.readings, strict=True):
            value = _value(said.value, goal, reading.place, findings)
            if value is not None:
                readings.append(replace(reading, value=value))
        if goal.measurable and goal.measurable.source:
            named = goal.measurable.source, goal.measurable.column
            more, faulty = _from_data(goal, *named, data, language)
            readings += more
            findings += faulty
    for entry in entries:
        given, make = (entry.whole, same), partial(_of_entry, entry, by_id)
        told, noted = unless_changed(memory, ("readings", entry.path), given, make)
        readings += told
        findings += noted
    readings.sort(key=lambda reading: (reading.goal, reading.day, reading.place.path))
    findings += _doubles(readings, by_id)
    return tuple(readings), findings


def _of_entry(
    entry: Entry, goals: Mapping[str, Goal]
) -> tuple[tuple[Reading, ...], tuple[Finding, ...]]:
    """The readings of an entry, as they count for its goals, and what is wrong with them."""
    readings: list[Reading] = []
    findings: list[Finding] = []
    since = known_from(entry)
    for id_, advance in entry.progress.items():
        goal = goals.get(id_)
        if goal is None or advance.value is None:
            continue
        place = entry.at("progress", id_)
        value = _value(advance.value, goal, place, findings)
        if value is None:
            continue
        readings.append(
            Reading(
                id_,
                entry.day,
                value,
                advance.value.mode or mode_of(goal),
                since,
                entry.path,
                advance.note,
                place=place,
                week=None if entry.date_ else entry.week,
                sure=advance.value.sure,
                pooled=_pooled(goal, advance.value.mode),
            )
        )
        closed = goal.status.since
        if goal.status.is_.closed and closed and since > closed:
            state = goal.status.is_.value
            findings.append(faults.reading_after_close(place, id_, state, str(closed)))
    return tuple(readings), tuple(findings)


def with_words_that_fit(
    goals: tuple[Goal, ...], entries: list[Entry], findings: list[Finding]
) -> list[Finding]:
    """The findings, of which those on a number of a goal that is done or not ask for yes or no.

    An entry is read before its goals are known.
    """
    codes = {faults.short_form.rule.code, faults.not_a_number.rule.code}
    unread = {one.place for one in findings if one.code in codes}
    if not unread:
        return findings
    told = {goal.id for goal in goals if _is_told(goal)}
    asked = {
        place
        for entry in entries
        for name, place in entry.places.items()
        if place in unread and name.removeprefix("progress.").removesuffix(".value") in told
    }
    fit = "write `yes` or `no`"
    return [replace(one, help=fit) if one.place in asked else one for one in findings]


def gather_mentions(
    entries: tuple[Entry, ...],
) -> tuple[tuple[Mention, ...], tuple[Mention, ...], tuple[Mention, ...]]:
    """Hours, confidences and skips of all entries, each by goal and day."""
    hours: list[Mention] = []
    confidences: list[Mention] = []
    skips: list[Mention] = []
    for entry in entries:
        spent, sure, skipped = entry.once(_mentions)
        hours += spent
        confidences += sure
        skips += skipped
    return _sorted(hours), _sorted(confidences), _sorted(skips)


def _mentions(entry: Entry) -> tuple[list[Mention], list[Mention], list[Mention]]:
    """The hours, confidences and skips of an entry."""
    at = _at(entry)
    spent = dict(entry.hours)
    sure = dict(entry.confidence)
    for id_, advance in entry.progress.items():
        if advance.hours is not None:
            spent[id_] = spent.get(id_, 0.0) + advance.hours
        if advance.confidence is not None:
            sure.setdefault(id_, advance.confidence)
    return (
        [_mention(id_, value, at) for id_, value in spent.items()],
        [_mention(id_, value, at) for id_, value in sure.items()],
        [_mention(id_, 0.0, at, because) for id_, because in entry.skip.items()],
    )


def gather_money(entries: tuple[Entry, ...]) -> tuple[Mention, ...]:
    """The money of all entries by goal and day; of one goal in two currencies as two."""
    return _sorted([one for entry in entries for one in entry.once(_money)])


def _money(entry: Entry) -> list[Mention]:
    """The money of an entry."""
    told = [(id_, advance.spent) for id_, advance in entry.progress.items() if advance.spent]
    return [
        replace(_mention(id_, money.amount, _at(entry)), currency=money.currency)
        for id_, money in (*entry.spent.items(), *told)
    ]


def _at(entry: Entry) -> tuple[date, date, str, Week | None]:
    """When what an entry says is of, since when it is known, and where it stands."""
    return entry.day, known_from(entry), entry.path, None if entry.date_ else entry.week


def _mention(
    id_: str, value: float, at: tuple[date, date, str, Week | None], because: str = ""
) -> Mention:
    day, since, path, week = at
    return Mention(id_, day, value, since, path, because, week)


def _sorted(mentions: list[Mention]) -> tuple[Mention, ...]:
    return tuple(sorted(mentions, key=attrgetter("goal", "day", "entry")))


def mode_of(goal: Goal) -> Mode:
    """What a number without a sign means for a goal."""
    return goal.measurable.mode if goal.measurable else Mode.ADDED


def _pooled(goal: Goal, said: Mode | None) -> Log | None:
    """How a number is put together with others: as its goal says, unless its own sign does.

    Of a level, `=81` says no more than `81`.
    """
    measure = goal.measurable
    plain = said is None or (measure is not None and said is measure.mode is Mode.LEVEL)
    return measure.pooled if measure and plain else None


def value_for(amount: Amount, goal: Goal) -> float | Misread:
    """What a number in an entry comes to for its goal, in its unit; else what is told of it."""
    findings: list[Finding] = []
    value = _value(amount, goal, Place(""), findings)
    return Misread(findings[0].message, findings[0].help) if value is None else value


def _value(amount: Amount, goal: Goal, place: Place, findings: list[Finding]) -> float | None:
    """The number in the unit of its goal; None, which is told, where it is none for this goal."""
    if _is_told(goal) and not amount.in_words:
        findings.append(faults.number_for_yes_or_no(place, goal.id))
        return None
    if amount.in_words and not _takes_words(goal, amount):
        said = "yes" if amount.value else "no"
        counted = goal.measurable.unit if goal.measurable else ""
        message = f"“{said}” is no number, and this goal asks for one" + (
            f", in “{counted}”" if counted else ""
        )
        remedy = "write the number, as `1`" if amount.value else "write the number, as `0`"
        findings.append(faults.not_a_number(place, message, remedy))
        return None
    if goal.measurable and goal.measurable.kind.facts.banded and amount.mode is Mode.ADDED:
        nothing = _adds_nothing(amount.value)
        findings.append(faults.not_a_number(place, nothing.message, nothing.help))
        return None
    if amount.unit.startswith("of "):
        return _of_so_many(amount, goal, place, findings)
    value = _counted(amount.value, amount.unit, amount.mode, goal)
    if isinstance(value, Misread):
        findings.append(faults.not_a_number(place, value.message, value.help))
        return None
    return value


def _of_so_many(amount: Amount, goal: Goal, place: Place, findings: list[Finding]) -> float | None:
    """How often of the times that a habit asks for (`3/3`); else a fraction, as `1/2`."""
    whole = float(amount.unit.removeprefix("of "))
    measure = goal.measurable
    if measure and measure.kind is Kind.HABIT and measure.to == whole:
        return amount.value
    written = f"{in_digits(amount.value)}/{in_digits(whole)}"
    part = parse_number(in_figures(written))
    if not isinstance(part, Misread):
        return part[0]
    message = f"“{written}” is not so many of what this goal asks for"
    remedy = f"write the number alone, as `{in_digits(amount.value)}`"
    findings.append(faults.not_a_number(place, message, remedy))
    return None


_IN_ONE_UNIT = "count the goal in that unit, or write the numbers in the goal's own, and its name"


def _adds_nothing(value: float) -> Misread:
    """Why a number with a plus is none for what is to stay within bounds."""
    number = in_digits(value)
    message = f"+{number} adds to nothing: this goal asks for a value each time"
    return Misread(message, f"write `{number}`")


def _takes_words(goal: Goal, amount: Amount) -> bool:
    """Whether yes and no say something of a goal: done or not, kept or not, one or none."""
    measure = goal.measurable
    if measure is None or measure.kind is Kind.YES_NO or measure.log is Log.COUNT:
        return True
    if measure.mode is Mode.ADDED and not amount.value:
        return True  # nothing was added
    return measure.kind is Kind.HABIT and (not measure.unit or measure.to == 1)


def _counted(value: float, unit: str, said: Mode | None, goal: Goal) -> float | Misread:
    """What a number counts for its goal: itself, in the goal's unit.

    Where numbers are counted one by one, each is one whatever it says and in whatever unit, and a
    0 says that there was nothing to count.
    """
    measure = goal.measurable
    if goal.measure_unread:  # nobody knows its unit, and nothing is made of the number
        return value
    if measure and measure.log is Log.COUNT and said is None:
        return 1.0 if value else 0.0
    return told_in(value, unit, measure.unit if measure else "")


def _is_told(goal: Goal) -> bool:
    """Whether a goal is done or not, by its measure or for want of anything to count."""
    if goal.measurable:
        return goal.measurable.kind is Kind.YES_NO
    unread = goal.measure_unread or goal.steps_unread  # a day or a reason says nothing of it
    return not (unread or goal.milestones or goal.tasks)


def _own(goal: Goal) -> Iterator[Reading]:
    for index, noted in enumerate(goal.readings):
        mode = noted.value.mode or mode_of(goal)
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
            pooled=_pooled(goal, noted.value.mode),
        )


def _doubles(readings: list[Reading], goals: Mapping[str, Goal]) -> Iterator[Finding]:
    """Two levels on one day from two files: the later file name wins.

    Where several numbers of a day are put together, each of them counts.
    """
    for earlier, later in pairwise(readings):
        same = (earlier.goal, earlier.day) == (later.goal, later.day)
        levels = earlier.mode is later.mode is Mode.LEVEL
        measure = goals[later.goal].measurable
        levels = levels and not (measure and measure.takes_several)
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
    readings: list[Reading] = []
    for row in rows:
        said = Mode.LEVEL if row.stated else Mode.ADDED if row.added else None
        if said is Mode.ADDED and goal.measurable and goal.measurable.kind.facts.banded:
            value: float | Misread = _adds_nothing(row.value)
        else:
            value = _counted(row.value, row.unit, said, goal)
        if isinstance(value, Misread) and row.named:
            # The name of the column says it of all rows, and it is told once.
            place = Place(path, row.named)
            findings.append(faults.broken_data(place, value.message, _IN_ONE_UNIT))
            return readings, findings
        if isinstance(value, Misread):
            findings.append(faults.broken_data(Place(path, row.line), value.message, value.help))
            continue
        readings.append(
            Reading(
                goal.id,
                row.day,
                value,
                said or mode_of(goal),
                row.day,
                place=Place(path, row.line),
                sure=row.sure,
                pooled=_pooled(goal, said),
            )
        )
    return readings, findings
