"""What `milepost log` was asked to write.

In: the words and options of its command line, and the goals of a journal. Out: the things to say,
each with its goal; or an end in words, or in a terminal a question, where a number is missing.
"""

from __future__ import annotations

import re
from argparse import Namespace
from collections.abc import Iterator, Sequence

from milepost.cli.asking import answer_to, may_ask
from milepost.cli.chosen import completed
from milepost.cli.shared import MISUSED, Stop, typed
from milepost.journal.model import Goal
from milepost.journal.numbers import CLOCKS, UNITS, Misread, is_share
from milepost.journal.readings import is_told, value_for
from milepost.journal.shortforms import parse_advance
from milepost.journal.words import Kind
from milepost.rewriting.logged import Said

_WORDS = 4
"""So many words a number with its unit may have: `1 h 30 min`."""


def said_in(args: Namespace, goals: Sequence[Goal]) -> list[Said]:
    """All that a command line says, a goal's number first. Raises Stop where it says nothing."""
    said = [*_of_goals(args, goals)]
    said += [Said(key, value) for key in ("mood", "energy") if (value := getattr(args, key))]
    if not said:
        raise Stop("say what to log", "write: milepost log GOAL +1 (see: milepost status)", MISUSED)
    return said


def _of_goals(args: Namespace, goals: Sequence[Goal]) -> Iterator[Said]:
    if args.goals:
        name, *words = args.goals
        goal = completed(name, goals)
        _counted_or_stop(goal)
        value, note = _number_and_note(words, goal)
        yield Said("progress", value, goal, note)
    for key in ("hours", "confidence", "skip"):
        for name, value in getattr(args, key):
            yield Said(key, " ".join(value.split()), completed(name, goals))


def _counted_or_stop(goal: Goal) -> None:
    """End where nothing that is logged could move a goal."""
    if goal.measure_unread:
        raise Stop(
            f"the measure of {goal.id} cannot be read, and a number says nothing for it",
            f"mend it first: {typed('milepost', 'check', goal.id)}",
        )
    if goal.measurable and goal.measurable.kind is Kind.GOALS:
        raise Stop(f"{goal.id} is made of other goals", "log a number for one of those", MISUSED)
    derived = goal.measurable.kind.facts.derived if goal.measurable else not is_told(goal)
    if derived:
        raise Stop(
            f"{goal.id} is done step by step, and takes no number",
            f"tick a step in {goal.path}",
            MISUSED,
        )


def _number_and_note(words: Sequence[str], goal: Goal) -> tuple[str, str]:
    """The number, as it was typed, and the words behind it."""
    alone = _without_number(goal)
    if not words:
        return alone or _asked(goal), ""
    unit = goal.measurable.unit if goal.measurable else ""
    for count in range(min(_WORDS, len(words)) if unit else 1, 0, -1):
        text = " ".join(words[:count])
        if _is_number(text, goal):
            return text, _note(words[count:])
    if alone and not re.search(r"[0-9]", words[0].split()[0] if words[0].split() else ""):
        return alone, _note(words)
    return words[0], _note(words[1:])


def _is_number(text: str, goal: Goal) -> bool:
    """Whether a text is a number for a goal, and no sentence that begins with one."""
    read = parse_advance(text)
    if isinstance(read, Misread) or read.value is None:
        return False
    sentence = not (goal.measurable and goal.measurable.unit) and len(read.value.unit.split()) > 2
    return not sentence and not isinstance(value_for(read.value, goal), Misread)


def _note(words: Sequence[str]) -> str:
    return " ".join(" ".join(words).split())


def _without_number(goal: Goal) -> str:
    """What is meant where no number is given: yes, or one more; nothing where it must be said."""
    measure = goal.measurable
    if is_told(goal):
        return "yes"
    if measure is None or measure.kind.facts.stands:
        return ""
    first = measure.unit.split()[:1]
    by_amount = first and (
        first[0] in CLOCKS or re.fullmatch(UNITS, first[0]) or is_share(measure.unit)
    )
    return "" if by_amount else "1"


def _asked(goal: Goal) -> str:
    """The number of a goal of which none follows by itself."""
    unit = f" (in {goal.measurable.unit})" if goal.measurable and goal.measurable.unit else ""
    if may_ask() and (answer := answer_to(f"{goal.title}: which number?{unit}")):
        return answer
    raise Stop(
        f"{goal.id} asks for a number{unit}",
        f"write it behind the goal: {typed('milepost', 'log', goal.id)} NUMBER",
        MISUSED,
    )
