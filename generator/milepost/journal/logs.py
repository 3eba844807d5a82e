"""What several numbers of a day come to: whether a kind of measure can follow what its `log` says.

In: a goal as it was read. Out: the goal, its `log` among what could not be read where it does not
fit, and a finding that says what to write.
"""

from __future__ import annotations

from dataclasses import fields, replace

from milepost.findings import Finding
from milepost.journal import faults
from milepost.journal.model import Goal
from milepost.journal.numbers import in_digits
from milepost.journal.values import Measure
from milepost.journal.words import LOGS, POOLED, Kind, Log


def with_fit_log(goal: Goal) -> tuple[Goal, list[Finding]]:
    """The goal, whose measure cannot be read where its kind cannot follow its `log`."""
    measure = goal.measurable
    if measure is None or measure.log is None or measure.log in LOGS.get(measure.kind, ()):
        return goal, []
    why, instead = _unfit(measure, measure.log)
    finding = faults.log_unfit(goal.at("measurable", "log"), measure.log.value, why, instead)
    measure = replace(measure, log=None)
    return replace(goal, measurable=measure, unread=goal.unread | {"measurable.log"}), [finding]


def _unfit(measure: Measure, log: Log) -> tuple[str, str]:
    """Why a kind cannot follow a word, and the measure to write instead."""
    kind = measure.kind
    match kind:
        case Kind.LEVEL:
            counted = replace(measure, kind=Kind.COUNT, from_=None, by=None)
            return "a level stands somewhere, and entries are counted by a count", _line(counted)
        case Kind.AVERAGE if log in POOLED | {Log.LAST}:
            within = replace(measure, kind=Kind.RANGE)
            return "an average is the mean of its numbers", _line(within)
        case Kind.RANGE | Kind.AVERAGE:
            alone = replace(measure, log=None)
            return f"of {_AN[kind]} each number stands for itself, and none is added", _line(alone)
    return f"no numbers are reported for {_FOR[kind]}", kind.value


_AN = {Kind.RANGE: "a range", Kind.AVERAGE: "an average"}
_FOR = {
    Kind.MILESTONES: "milestones",
    Kind.TASKS: "tasks",
    Kind.GOALS: "a goal that others make up",
    Kind.YES_NO: "what is done or not",
}


def _line(measure: Measure) -> str:
    """A measure in its mapping form, on one line."""
    parts: list[str] = []
    for item in fields(measure):
        value = getattr(measure, item.name)
        if item.name == "words" or value is None or value == "":
            continue
        text = in_digits(value) if isinstance(value, float) else str(value)
        parts.append(f"{item.name.rstrip('_')}: {text}")
    return "{" + ", ".join(parts) + "}"
