"""The records that can be exported, each with its fields.

In: a report, from which the gate has taken what its readers may not see, and its day has taken what
came later. Out: a dictionary for each record, whose keys are the fields, in their order. Whoever
adds a kind of record adds a row to `KINDS`; a field is never renamed or taken away.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from milepost.checks.lights import Light
from milepost.exporting.columns import Column, Holds
from milepost.journal.filenames import stem
from milepost.journal.model import Entry, Goal, Mention, Reading
from milepost.journal.numbers import CURRENCIES, every_digit
from milepost.journal.record_kinds import FAMILIES
from milepost.journal.words import Form, Horizon, Log, Mode, Verb, Visibility
from milepost.progress.actions import Fate
from milepost.progress.calendar import week_of
from milepost.progress.decisions import How, followed
from milepost.progress.report import Report
from milepost.progress.values import Status
from milepost.site.data import LETTERS, goals_data
from milepost.voice.voice import Voice

Record = Mapping[str, Any]
Lights = Mapping[str, Sequence[Light]]


@dataclass(frozen=True, slots=True)
class Records:
    """A kind of record: what it is called, its fields, and how it is made."""

    one: str
    about: str
    columns: tuple[Column, ...]
    make: Callable[[Report, Lights, Voice], Iterator[Record]]


def _goals(report: Report, lights: Lights, voice: Voice) -> Iterator[Record]:
    yield from goals_data(report, lights, voice)


def _readings(report: Report, _lights: Lights, _voice: Voice) -> Iterator[Record]:
    goals = {goal.id: goal for goal in report.journal.goals}
    for reading in report.journal.readings:
        goal = goals.get(reading.goal)
        measure = goal.measurable if goal else None
        yield {
            "goal": reading.goal,
            "date": reading.day.isoformat(),
            "week": _text(reading.whole_week),
            "value": plain(reading.value),
            "unit": (measure.unit if measure else "") or None,
            "mode": reading.mode.value,
            "signed": is_signed(reading, goal),
            "checkpoint": reading.checkpoint,
            "note": reading.note or None,
            "entry": stem(reading.entry) or None,
        }


def _entries(report: Report, _lights: Lights, _voice: Voice) -> Iterator[Record]:
    journal = report.journal
    numbers = _by_entry(journal.readings)
    money = _by_entry(journal.spent)
    hours, confidences, skips = map(_by_entry, (journal.hours, journal.confidences, journal.skips))
    for entry in journal.entries:
        told = numbers.get(entry.path, ())
        yield {
            "entry": stem(entry.path),
            "week": _text(entry.week),
            "date": _text(entry.date_),
            "title": entry.title or None,
            "mood": entry.mood,
            "energy": entry.energy,
            "progress": {one.goal: plain(one.value) for one in told},
            "hours": _values(hours, entry),
            "spent": _amounts(money.get(entry.path, ())),
            "confidence": _values(confidences, entry),
            "skip": {one.goal: one.because for one in skips.get(entry.path, ())},
            "areas": {area: plain(value) for area, value in sorted(entry.areas.items())},
            "tags": list(entry.tags),
            "visibility": entry.visibility.value,
            "text": entry.prose.text,
        }


def _log(report: Report, _lights: Lights, _voice: Voice) -> Iterator[Record]:
    for one in report.records.every:
        said = {name: getattr(one, f"{name}_", getattr(one, name, None)) for name in _SAID}
        cost, done = said["money"], {name: getattr(one, name, None) for name in ("done", "thanked")}
        yield {
            "family": one.family,
            "kind": one.kind,
            "title": one.title,
            "date": _text(one.day),
            "week": _text(one.week),
            "goals": list(one.goals),
            **{name: said[name] or None for name in _IN_WORDS},
            "form": _text(said["form"]),
            "hours": None if said["hours"] is None else plain(said["hours"]),
            "money": plain(cost.amount) if cost else None,
            "currency": CURRENCIES.get(cost.currency, cost.currency) or None if cost else None,
            **{name: None if flag is None else bool(flag) for name, flag in done.items()},
            **{f"{name}_on": _day(flag) for name, flag in done.items()},
            "expires": _text(said["expires"]),
            "next": _text(said["next"]),
            "met": [day.isoformat() for day in said["met"] or ()],
            "skills": list(said["skills"] or ()),
            "revised": list(said["revised"] or ()),
            "tags": list(one.tags),
            "visibility": one.visibility.value,
            "entry": stem(one.path) if one.line else None,
            "file": None if one.line else stem(one.path),
            "text": one.prose.text or None,
        }


def _decisions(report: Report, _lights: Lights, _voice: Voice) -> Iterator[Record]:
    for one in report.decisions:
        came = followed(one, report.standings[one.goal])
        yield {
            "goal": one.goal,
            "review": one.review.period,
            "date": min(one.review.end, report.day).isoformat(),
            "decision": one.said.is_.value,
            "because": one.said.because or None,
            "by": one.said.by or None,
            "followed": came.how.value,
            "followed_on": _text(came.day),
            "visibility": one.review.visibility.value,
        }


def _actions(report: Report, _lights: Lights, voice: Voice) -> Iterator[Record]:
    journal = report.journal
    files = (*journal.goals, *journal.reviews, *journal.pages, *journal.log, journal.profile)
    documents = {one.path: one for one in files}
    for one in report.actions.all:
        entry = report.by_path.get(one.path)
        document = entry or documents[one.path]
        # Folders are told to nobody else, and the number of a line would tell how many lines above
        # it the gate has taken.
        mine = voice.reader is Visibility.PRIVATE
        yield {
            "action": one.words,
            "state": one.fate.value,
            "due": _text(one.due),
            "done": one.fate is Fate.DONE,
            "done_on": _text(one.done),
            "important": one.rank > 0 if one.rank else None,
            "people": list(one.people),
            "minutes": one.minutes or None,
            "goals": list(one.goals),
            "date": min(entry.day, report.day).isoformat() if entry else None,
            "week": str(week_of(entry)) if entry and entry.date_ is None else None,
            "planned": _text(one.planned[-1] if one.planned else None),
            "carried": one.carried,
            "visibility": document.visibility.value,
            "entry": stem(one.path) if entry else None,
            "file": one.path if mine else stem(one.path),
            "line": one.line if mine else None,
        }


_IN_WORDS = ("from", "about", "because", "change", "plan", "learned", "reward")
"""The keys of records that hold words of the author's."""
_SAID = (*_IN_WORDS, "form", "hours", "money", "expires", "next", "met", "skills", "revised")


def _day(value: object) -> str | None:
    return value.isoformat() if isinstance(value, date) else None


def is_signed(reading: Reading, goal: Goal | None) -> bool:
    """Whether a number says by a sign of its own what it means, against its goal's measure.

    Only of such a number is more to be kept than the number: what a plain one means follows from
    the goal.
    """
    measure = goal.measurable if goal else None
    mode, pooled = (measure.mode, measure.pooled) if measure else (Mode.ADDED, None)
    one_by_one = measure is not None and measure.log is Log.COUNT
    counted = one_by_one and reading.value not in (0.0, 1.0)
    return reading.mode is not mode or reading.pooled is not pooled or counted


def plain(value: float) -> float | int:
    """A number with all its digits, whole where it is whole.

    >>> plain(24.0), plain(29.166666666666668)
    (24, 29.166666666666668)
    """
    return int(value) if value == int(value) else value


def _text(value: object) -> str | None:
    return str(value) if value else None


def _by_entry(told: Sequence[Any]) -> Mapping[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for one in told:
        found.setdefault(one.entry, []).append(one)
    return found


def _values(told: Mapping[str, list[Mention]], entry: Entry) -> dict[str, float | int]:
    return {one.goal: plain(one.value) for one in told.get(entry.path, ())}


def _amounts(told: Iterable[Mention]) -> dict[str, str]:
    """Money by goal, each amount with its currency; several of one goal beside each other."""
    found: dict[str, list[str]] = {}
    for one in told:
        found.setdefault(one.goal, []).append(
            f"{every_digit(plain(one.value))} {one.currency}".strip()
        )
    return {goal: ", ".join(amounts) for goal, amounts in found.items()}


_TEXT, _NUMBER, _DAY, _WEEK = Holds.TEXT, Holds.NUMBER, Holds.DAY, Holds.WEEK


def _seen_by(about: str) -> Column:
    """The column that tells who may see what a record is of."""
    return Column(
        "visibility", _TEXT, about, always=True, among=tuple(one.value for one in Visibility)
    )


KINDS: Mapping[str, Records] = {
    "readings": Records(
        "reading",
        "every number that a goal was given",
        (
            Column("goal", _TEXT, "the id of the goal", always=True),
            Column("date", _DAY, "its day; of a whole week its Sunday, or today", always=True),
            Column("week", _WEEK, "the week that it speaks of as a whole; unknown for one day"),
            Column("value", _NUMBER, "the number, in the unit of the goal", always=True),
            Column("unit", _TEXT, "that unit, as in `goals`"),
            Column(
                "mode",
                _TEXT,
                "`added` says so many more, `level` that it stands at so much",
                always=True,
                among=tuple(mode.value for mode in Mode),
            ),
            Column(
                "signed",
                Holds.FLAG,
                "whether it says so by a `+` or `=` of its own, against what its goal says",
                always=True,
            ),
            Column("checkpoint", Holds.FLAG, "whether the total must be so", always=True),
            Column("note", _TEXT, "the word on it"),
            Column("entry", _TEXT, "the name of the entry that says it"),
        ),
        _readings,
    ),
    "goals": Records(
        "goal",
        "where every goal stands: the data of goals.json",
        (
            Column("id", _TEXT, "the stem of the goal's file", always=True),
            Column("title", _TEXT, "the goal in a line", always=True),
            Column("area", _TEXT, "the life area"),
            Column("horizon", _TEXT, "how far it looks", among=tuple(map(str, reversed(Horizon)))),
            Column("status", _TEXT, "how it goes", always=True, among=tuple(map(str, Status))),
            Column("reason", _TEXT, "the numbers that decided the status, in a sentence"),
            Column("progress", _NUMBER, "how much of the way is done"),
            Column("expected", _NUMBER, "where the plan would have it today"),
            Column("expected_progress", _NUMBER, "the same as a share of the way"),
            Column("actual", _NUMBER, "where it stands"),
            Column("from", _NUMBER, "where it started"),
            Column("to", _NUMBER, "where it should get to"),
            Column("unit", _TEXT, "what is counted"),
            Column("minimum", _NUMBER, "a result that would still do"),
            Column("minimum_reached", Holds.FLAG, "whether it stands there, or beyond"),
            Column("start", _DAY, "the first day"),
            Column("due", _DAY, "the last day"),
            Column(
                "computed",
                _TEXT,
                "which of rate, total and due date follows from the others",
                among=("due", "to", "rate"),
            ),
            Column("rate", _NUMBER, "how much it moves a week, lately"),
            Column("needed_rate", _NUMBER, "how much it would have to move a week"),
            Column("way_back.rate", _NUMBER, "how much a week brings it back to its line"),
            Column("way_back.days", _NUMBER, "for how many days, days off not counted"),
            Column("way_back.by", _DAY, "the day on which it is back"),
            Column("way_back.later", _DAY, "the due date that its best four weeks would reach"),
            Column("way_back.smaller", _NUMBER, "the target that they would reach by `due`"),
            Column("probability", _NUMBER, "how likely it is to be met by `due`"),
            Column("forecast.low", _NUMBER, "the value on the due date: the lower end"),
            Column("forecast.high", _NUMBER, "the upper end"),
            Column("forecast.finish", _DAY, "the day on which it is met at this pace"),
            Column("forecast.finish_low", _DAY, "the earlier end of that day"),
            Column("forecast.finish_high", _DAY, "the later end of that day"),
            *(Column(f"smart.{letter}", Holds.FLAG, f"the light {letter}") for letter in LETTERS),
            Column("money_planned", _NUMBER, "what it may cost"),
            Column("money_spent", _NUMBER, "what it cost so far"),
            Column("currency", _TEXT, "in which currency"),
        ),
        _goals,
    ),
    "entries": Records(
        "entry",
        "what was written, week by week or day by day",
        (
            Column("entry", _TEXT, "the name of its file, without folder and ending", always=True),
            Column("week", _WEEK, "its week"),
            Column("date", _DAY, "its day, where it is of a single one"),
            Column("title", _TEXT, "the line that says how it went"),
            Column("mood", _NUMBER, "1 to 5"),
            Column("energy", _NUMBER, "1 to 5"),
            Column("progress", Holds.NUMBERS_BY, "numbers by goal, in its unit"),
            Column("hours", Holds.NUMBERS_BY, "hours by goal"),
            Column("spent", Holds.TEXTS_BY, "money by goal, as `240 EUR`"),
            Column("confidence", Holds.NUMBERS_BY, "0 to 10 by goal"),
            Column("skip", Holds.TEXTS_BY, "a reason by goal that was left out"),
            Column("areas", Holds.NUMBERS_BY, "0 to 10 by life area"),
            Column("tags", Holds.WORDS, "the words to find it by"),
            _seen_by("who may see it"),
            Column("text", _TEXT, "what is written, in Markdown and without comments", always=True),
        ),
        _entries,
    ),
    "log": Records(
        "record",
        "what was learnt, who was met, feedback, setbacks, wins, experiences, what was declined",
        (
            Column("family", _TEXT, "the family that it is of", always=True, among=(*FAMILIES,)),
            Column("kind", _TEXT, "its kind, as `course` or `mentor`", always=True),
            Column("title", _TEXT, "what it was, in a line", always=True),
            Column("date", _DAY, "its day; of a whole week its Sunday, or today"),
            Column("week", _WEEK, "the week that it speaks of as a whole"),
            Column("goals", Holds.WORDS, "the ids of the goals that it is for"),
            Column("from", _TEXT, "who gave, taught, asked; where a win came from"),
            Column("about", _TEXT, "what a meeting was about"),
            Column("because", _TEXT, "the cause or the reason"),
            Column("change", _TEXT, "what is changed after a setback"),
            Column("plan", _TEXT, "what is done about feedback"),
            Column("learned", _TEXT, "what is taken from an experience"),
            Column("reward", _TEXT, "how a win was celebrated"),
            Column("form", _TEXT, "in a school's way or one's own", among=tuple(map(str, Form))),
            Column("hours", _NUMBER, "hours given to it"),
            Column("money", _NUMBER, "what it cost"),
            Column("currency", _TEXT, "in which currency, by its three letters where it has them"),
            Column("done", Holds.FLAG, "whether it is finished"),
            Column("thanked", Holds.FLAG, "whether thanks were said"),
            Column("done_on", _DAY, "when it was finished, where that is said"),
            Column("thanked_on", _DAY, "when thanks were said"),
            Column("expires", _DAY, "until when it is valid"),
            Column("next", _DAY, "when it comes up again"),
            Column("met", Holds.WORDS, "the days of meeting, beside that of a line"),
            Column("skills", Holds.WORDS, "the skills that it serves"),
            Column("revised", Holds.WORDS, "the ids of the goals that it changed"),
            Column("tags", Holds.WORDS, "the words to find it by"),
            _seen_by("who may see it"),
            Column("entry", _TEXT, "the name of the entry whose line it is"),
            Column("file", _TEXT, "the name of its own file"),
            Column("text", _TEXT, "what is written in that file, in Markdown"),
        ),
        _log,
    ),
    "decisions": Records(
        "decision",
        "what reviews decided of goals, and what came of it",
        (
            Column("goal", _TEXT, "the id of the goal", always=True),
            Column("review", _TEXT, "the period of the review, as 2026-Q4", always=True),
            Column("date", _DAY, "its last day, or today while it runs", always=True),
            Column("decision", _TEXT, "what was decided", always=True, among=tuple(map(str, Verb))),
            Column("because", _TEXT, "the reason"),
            Column("by", _TEXT, "the id of the goal that takes its place"),
            Column(
                "followed",
                _TEXT,
                "`so` as it was decided, `open` where the goal's file does not say so, `otherwise`",
                always=True,
                among=tuple(map(str, How)),
            ),
            Column("followed_on", _DAY, "since when, as far as that is written"),
            _seen_by("who may see the review"),
        ),
        _decisions,
    ),
    "actions": Records(
        "action",
        "what there is to do, by when and for whom, and what became of it",
        (
            Column("action", _TEXT, "its words, without signs", always=True),
            Column("state", _TEXT, "what became of it", always=True, among=tuple(map(str, Fate))),
            Column("due", _DAY, "the day by which it should be done"),
            Column("done", Holds.FLAG, "whether it is done", always=True),
            Column("done_on", _DAY, "when it was ticked, as far as that is known"),
            Column(
                "important", Holds.FLAG, "false where it may wait, unknown where it says neither"
            ),
            Column("people", Holds.WORDS, "who does it, where it is somebody else"),
            Column("minutes", _NUMBER, "how long it may take"),
            Column("goals", Holds.WORDS, "the ids of the goals that it is for"),
            Column("date", _DAY, "the day of its last entry; of a whole week its Sunday, or today"),
            Column("week", _WEEK, "the week of that entry, where it is of a whole week"),
            Column("planned", _WEEK, "the week for which it was planned last"),
            Column("carried", _NUMBER, "how many times it came into another week", always=True),
            _seen_by("who may see the file in which it stands"),
            Column("entry", _TEXT, "the name of the entry in which it stands last"),
            Column("file", _TEXT, "the file in which it stands; for others its name", always=True),
            Column("line", _NUMBER, "the line there; only for the owner"),
        ),
        _actions,
    ),
}
