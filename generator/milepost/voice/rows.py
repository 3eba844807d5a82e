"""What the terminal and the files that `milepost new` writes say of goals, line by line.

In: standings, counts. Out: phrases.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from milepost.journal.model import Feedback, Record
from milepost.journal.words import Kind
from milepost.progress.calendar import Span
from milepost.progress.lookback import hours, mean, moves, reached, weeks_so_far, weeks_written
from milepost.progress.report import Report
from milepost.progress.values import Standing
from milepost.voice.labels import label
from milepost.voice.measures import measure_in_words, on_average, summary
from milepost.voice.pages import moved, of_planned, of_whole
from milepost.voice.records import family
from milepost.voice.statuses import word
from milepost.voice.voice import Voice


def no_goals(voice: Voice) -> str:
    """Said where a journal has no goal."""
    return voice.say(
        "No goals yet. Write the first one: {command}", command='milepost new goal "Its title"'
    )


def more(voice: Voice, count: int) -> str:
    """How many goals the table leaves out."""
    return voice.many(
        "{count} more goal is closed or waiting: {command}",
        "{count} more goals are closed or waiting: {command}",
        count,
        command="milepost status --all",
    )


def of_an_entry(voice: Voice) -> dict[str, str]:
    """The headings of an entry by their names, which are those of its sections; and its scale."""
    return {
        "progress": voice.say("Progress"),
        "problems": voice.say("Problems"),
        "learned": voice.say("Learned"),
        "planned": voice.say("Plans"),
        "scale": voice.say("1 to 5"),
    }


def to_beat(voice: Voice, standing: Standing) -> str:
    """What an entry's number is held against: "3 of 6 articles; needs 1.4 a week"."""
    measure = standing.goal.measurable
    if measure is None:
        return voice.say("the first number")
    match measure.kind:
        case Kind.YES_NO:
            return voice.say("yes when it is done")
        case Kind.HABIT:
            return voice.say("wants {amount}", amount=measure_in_words(voice, measure))
        case Kind.LIMIT:
            return measure_in_words(voice, measure)
        case _:
            return _so_far(voice, standing) or voice.say("the first number")


def _so_far(voice: Voice, standing: Standing) -> str:
    parts = [summary(voice, standing)]
    if standing.needed_rate is not None and standing.needed_rate > 0:
        rate = voice.figure(standing.needed_rate, standing.unit)
        parts.append(voice.say("needs {amount} a week", amount=rate))
    return voice.joined(*parts)


def planned_hours(voice: Voice, standing: Standing) -> str:
    """What stands beside a goal's hours in a new entry."""
    hours = standing.goal.achievable.hours_per_week
    if not hours:
        return voice.say("hours this week")
    return voice.say("{number} planned", number=voice.number(hours))


def looked_back(voice: Voice, report: Report, span: Span) -> Iterator[str]:
    """What a stretch of time came to, a line each: "Weeks written: 4 of 5", then goal by goal."""
    written = weeks_written(report, span)
    if written.of:
        number = voice.number(written.done)
        yield _line(voice, "weeks_written", number, of_whole(voice, written.of))
    spent = hours(report, weeks_so_far(report, span))
    if spent.spent is not None:
        yield _line(voice, "hours", voice.number(spent.spent), of_planned(voice, spent))
    steps = reached(report, span.start, span.end)
    yield _line(voice, "milestones_reached", voice.number(len(steps)))
    entries = report.counted_between(span.start, span.end)
    for name in ("mood", "energy"):
        middle = mean(getattr(entry, name) for entry in entries)
        if middle is not None:
            yield _line(voice, name, on_average(voice, middle), label(voice, "of_5_on_average"))
    for move in moves(report, span.start, span.end):
        said = [part for part in moved(voice, move) if part]
        yield f"[[{move.of.goal.id}]]: {', '.join(said)} ({word(voice, move.of.status)})"


_LOOKED_AT = ("wins", "setbacks", "feedback", "learning")
"""The families of records that a year is looked back on by."""
_MOST = 24


def recorded(voice: Voice, report: Report, span: Span) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What was recorded in a year, by family: its name, and a line for each record.

    "12 Mar: The steering group took my plan". Nothing for a shorter span.
    """
    if span.kind != "year":
        return
    found = report.records.counted_between(span.start, min(span.end, report.day))
    for name in _LOOKED_AT:
        records = [one for one in found if one.family == name]
        lines = [_recorded(voice, one, span.end) for one in records[:_MOST]]
        if left := len(records) - len(lines):
            lines.append(voice.say("and {count} more", count=voice.number(left)))
        if lines:
            yield family(voice, name), tuple(lines)


def _recorded(voice: Voice, record: Record, day: date) -> str:
    giver = f"{record.from_}: " if isinstance(record, Feedback) and record.from_ else ""
    said = " ".join(f"{giver}{record.title}".split())
    return f"{voice.near(record.day, day)}: {said}" if record.day else said


def _line(voice: Voice, name: str, *figures: str) -> str:
    return f"{label(voice, name)}: {' '.join(filter(None, figures))}"
