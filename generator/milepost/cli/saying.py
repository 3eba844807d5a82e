"""What `milepost log` was asked to write.

In: the words and options of its command line, and the goals of a journal. Out: the things to say,
each with its goal; or an end in words, or in a terminal a question, where a number is missing.
"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence

from milepost.cli.asking import answer_to, may_ask
from milepost.cli.chosen import completed
from milepost.cli.number_and_note import Behind, without_number
from milepost.cli.shared import MISUSED, Stop, typed
from milepost.journal.commas import as_pointed
from milepost.journal.model import Goal
from milepost.journal.numbers import CLOCKS
from milepost.journal.values import Measure
from milepost.journal.words import Kind
from milepost.progress.versions import measure_of
from milepost.rewriting.logged import Said


def said_in(args: Namespace, goals: Sequence[Goal], language: str = "en") -> list[Said]:
    """All that a command line says, a goal's number first. Raises Stop where it says nothing.

    `language` is the journal's: where it writes a comma before tenths, `1,5` is 1.5.
    """
    said = [*_of_goals(args, goals, as_pointed(language))]
    said += [Said(key, value) for key in ("mood", "energy") if (value := getattr(args, key))]
    if not said:
        raise Stop("say what to log", "write: milepost log GOAL +1 (see: milepost status)", MISUSED)
    return said


def _of_goals(
    args: Namespace, goals: Sequence[Goal], number: Callable[[str], str]
) -> Iterator[Said]:
    if args.goals:
        name, *words = args.goals
        words = [word for word in words if word.strip()]
        goal = completed(name, goals)
        measure = _counted_by(goal, goals)
        words = words or [without_number(measure) or _asked(goal, measure)]
        value, note = Behind(goal, measure, goals, number).read(words)
        more = " ".join(args.note.split())
        yield Said("progress", value, goal, "; ".join(filter(None, (note, more))))
    elif args.note:
        raise Stop("a note is on a number", "write: milepost log GOAL 1 --note WORDS", MISUSED)
    for key in ("hours", "confidence", "skip"):
        for name, value in getattr(args, key):
            text = value if key == "skip" else number(value)
            yield Said(key, " ".join(text.split()), completed(name, goals))


def _counted_by(goal: Goal, goals: Sequence[Goal]) -> Measure:
    """How a goal is counted. Raises Stop where no number that is logged could move it."""
    if goal.measure_unread:
        raise Stop(
            f"the measure of {goal.id} cannot be read, and a number says nothing for it",
            f"mend it first: {typed('milepost', 'check', goal.id)}",
        )
    measure = measure_of(goal, any(goal.id in one.relevant.serves for one in goals))
    if measure.kind is Kind.GOALS:
        remedy = "log a number for one of those"
        raise Stop(f"{goal.id} is counted by the goals that serve it", remedy, MISUSED)
    if measure.kind.facts.derived:
        remedy = f"mark a step in {goal.path}"
        raise Stop(f"{goal.id} is done step by step, and takes no number", remedy, MISUSED)
    return measure


def _asked(goal: Goal, measure: Measure) -> str:
    """The number of a goal of which none follows by itself."""
    unit = f" ({'as' if measure.unit in CLOCKS else 'in'} {measure.unit})" if measure.unit else ""
    if may_ask() and (answer := answer_to(f"{goal.title}: which number?{unit}")):
        return answer
    raise Stop(
        f"{goal.id} asks for a number{unit}",
        f"write it behind the goal: {typed('milepost', 'log', goal.id)} NUMBER",
        MISUSED,
    )
