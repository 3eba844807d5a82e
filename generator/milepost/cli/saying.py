"""What `milepost log` was asked to write.

In: the words and options of its command line, and the goals of a journal. Out: the things to say,
each with its goal; or an end in words, or in a terminal a question, where a number is missing.
"""

from __future__ import annotations

import re
from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence

from milepost.cli.asking import answer_to, may_ask
from milepost.cli.chosen import completed
from milepost.cli.shared import MISUSED, Stop, typed
from milepost.journal.languages import says_comma
from milepost.journal.model import Goal
from milepost.journal.numbers import CLOCKS, UNITS, Misread, is_share, pointed
from milepost.journal.readings import value_for
from milepost.journal.shortforms import parse_advance
from milepost.journal.values import Measure
from milepost.journal.words import Kind
from milepost.progress.versions import measure_of
from milepost.rewriting.logged import Said

_WORDS = 4
"""So many words a number with its unit may have: `1 h 30 min`."""


def said_in(args: Namespace, goals: Sequence[Goal], language: str = "en") -> list[Said]:
    """All that a command line says, a goal's number first. Raises Stop where it says nothing.

    `language` is the journal's: where it writes a comma before tenths, `1,5` is 1.5.
    """
    said = [*_of_goals(args, goals, pointed if says_comma(language) else str)]
    said += [Said(key, value) for key in ("mood", "energy") if (value := getattr(args, key))]
    if not said:
        raise Stop("say what to log", "write: milepost log GOAL +1 (see: milepost status)", MISUSED)
    return said


def _of_goals(
    args: Namespace, goals: Sequence[Goal], number: Callable[[str], str]
) -> Iterator[Said]:
    if args.goals:
        name, *words = args.goals
        words[:1] = map(number, words[:1])
        goal = completed(name, goals)
        value, note = _number_and_note(words, goal, _counted_by(goal, goals))
        yield Said("progress", value, goal, note)
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


def _number_and_note(words: Sequence[str], goal: Goal, measure: Measure) -> tuple[str, str]:
    """The number, as it was typed, and the words behind it."""
    alone = _without_number(measure)
    if not words:
        return alone or _asked(goal, measure), ""
    for count in range(min(_WORDS, len(words)) if measure.unit else 1, 0, -1):
        text = _in_a_line(words[:count])
        if _is_number(text, goal, measure):
            return text, _in_a_line(words[count:])
    if words[0].endswith(",") and len(words) > 1:
        line = typed("milepost", "log", goal.id, words[0].rstrip(","))
        raise Stop("one goal at a time", f"write: {line}, and a line for the next", MISUSED)
    if alone and not re.match(r"\S*[0-9]", words[0]):
        return alone, _in_a_line(words)
    return _in_a_line(words[:1]), _in_a_line(words[1:])


def _is_number(text: str, goal: Goal, measure: Measure) -> bool:
    """Whether a text is a number for a goal, and no sentence that begins with one."""
    read = parse_advance(text)
    if isinstance(read, Misread) or read.value is None:
        return False
    sentence = not measure.unit and len(read.value.unit.split()) > 2
    return not sentence and not isinstance(value_for(read.value, goal), Misread)


def _in_a_line(words: Sequence[str]) -> str:
    return " ".join(" ".join(words).split())


def _without_number(measure: Measure) -> str:
    """What is meant where no number is given: yes, or one more; nothing where it must be said."""
    if measure.kind is Kind.YES_NO:
        return "yes"
    unit = measure.unit.partition(" ")[0]
    amount = unit in CLOCKS or re.fullmatch(UNITS, unit) or is_share(measure.unit)
    return "" if measure.kind.facts.stands or amount else "1"


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
