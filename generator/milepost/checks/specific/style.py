"""S2: words that say what, and could say it better.

In: the goals' own words, judged. Out: findings, hints for the most part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from milepost.checks.context import CheckContext
from milepost.checks.rule import Remark, rule
from milepost.findings import Place, Severity
from milepost.journal.model import Goal

_GAP = re.compile(
    r"(?<!\w)(?:…|\.\.\.)(?!\w)|_{2,}|\[[^\]\[]{1,30}\](?!\()|<[a-z][^<>]{0,30}>|\bX{2,}\b"
)
_QUESTION = re.compile(r"\((?:when|how much|how many|how often|do what)[^()]*\?\)")


@rule("S201", "buzzword", Severity.HINT)
def buzzword(context: CheckContext) -> Iterator[Remark]:
    """A superlative or a word of fashion stands where a fact could stand.

    World-class, synergy, next-level: such words sound like much and can be seen by nobody. It is a
    hint only, since some of them are the true name of a thing.

    Flagged:
        title: Win the regional award with a world-class cake
        measurable: yes or no
    Fine:
        title: Win the regional award with a chestnut cake
        measurable: yes or no
    """
    for statement in context.statements:
        if said := context.words.buzzword(statement.text):
            yield (
                context.locate(statement.goal, said, statement.key),
                f"“{said}” sounds like much and can be seen by nobody",
                "put the fact in its place that you would show to a friend, or leave it out",
            )


@rule("S202", "what-without-what-for", Severity.HINT)
def purpose(context: CheckContext) -> Iterator[Remark]:
    """`specific` says what, and nothing says what for.

    On the day on which it gets hard, what keeps a goal is its reason. A value alone is the name of
    one; half a sentence with “so that” is the reason itself. A goal that serves another has it
    there.

    Flagged:
        title: Attic
        specific: Paint the attic and put up three shelves
        measurable: tasks
        ---
        - [ ] Paint
    Fine:
        title: Attic
        specific: Paint the attic and put up three shelves, so that Ana can practise there
        measurable: tasks
        ---
        - [ ] Paint
    """
    for statement in context.statements:
        goal = statement.goal
        named = bool(goal.relevant.values)
        reason = goal.relevant.serves or goal.relevant.because
        if statement.key != "specific" or reason or not named:
            continue
        if not context.words.says_what_for(f"{statement.text} {goal.title}"):
            ending = " ".join(statement.text.split()[-3:]).rstrip(".")
            yield (
                context.locate_value(goal, "specific"),
                "this says what, and not what for",
                f"go on with the reason: `… {ending}, so that …`",
            )


@rule("S203", "written-as-avoidance", Severity.HINT)
def avoidance(context: CheckContext) -> Iterator[Remark]:
    """The goal is written as getting away from something (stop, quit, no more).

    Of people who made a resolution, those who went towards something had kept it after a year more
    often than those who went away from something: 58.9 % against 47.1 % (Oscarsson et al. 2020,
    1,066 people, doi 10.1371/journal.pone.0234097). So say what you will do in its place.

    Flagged:
        title: Stop working after eight in the evening
        measurable: at most 1 evening a week
    Fine:
        title: Read to the children in the evening
        measurable: 5 times a week
    """
    for statement in context.statements:
        for reason in list(statement.against("avoidance"))[:1]:
            yield (
                context.locate(statement.goal, reason.words, statement.key),
                f"“{reason.words}” says what you leave, and not what you go to",
                "say what you will do in its place, as `specific: Instead of … I will …`",
            )


@rule("S204", "gap-not-filled")
def gap(context: CheckContext) -> Iterator[Remark]:
    """A gap of a pattern (`…`, `___`, `[amount]`) was never filled in.

    milepost suggests patterns with gaps, and so do many books. A value that is nothing but a gap
    is told by F207.

    Flagged:
        title: Raise our savings from … to … by summer
        measurable: from 2000 to 5000 EUR
    Fine:
        title: Raise our savings from 2000 to 5000 EUR
        measurable: from 2000 to 5000 EUR
    """
    for goal in context.open():
        place = _gap_in(context, goal)
        if place:
            yield place, "this gap was never filled in", "write what belongs there, or remove it"


def _gap_in(context: CheckContext, goal: Goal) -> Place | None:
    """The first gap in the goal's words; a sentence may end with three points."""
    texts: list[tuple[str, tuple[str | int, ...]]] = [
        (goal.title, ("title",)),
        (goal.specific, ("specific",)),
        (goal.relevant.because, ("relevant", "because")),
    ]
    for index, plan in enumerate(goal.obstacles):
        texts += [(plan.if_, ("obstacles", index)), (plan.then, ("obstacles", index))]
    for text, steps in texts:
        found = find_gap(text, ends=steps[0] == "obstacles")
        if found:
            return context.locate(goal, found, *steps)
    return None


def find_gap(text: str, *, ends: bool = False) -> str:
    """The first gap of a text, else nothing; with `ends`, three points at its end are one too."""
    body = text if ends else text.rstrip().rstrip(".…")
    found = _GAP.search(body) or _QUESTION.search(body)
    return found[0] if found else ""
