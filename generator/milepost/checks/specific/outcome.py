"""S1: words that do not say what will be there at the end.

In: the goals' own words, judged. Out: findings. Of several faults in one sentence only the first
in the order of these rules is told, since one new sentence mends them all.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.context import CheckContext, Statement
from milepost.checks.rule import Remark, rule
from milepost.checks.specific.style import find_gap
from milepost.checks.wording.judgement import Reason

_ORDER = (
    "direction-without-figure",
    "state-verb-without-figure",
    "effort-without-figure",
    "hedge-without-figure",
    "too-short",
    "no-outcome",
)


@rule("S101", "no-outcome")
def no_outcome(context: CheckContext) -> Iterator[Remark]:
    """The words do not say what will be there at the end.

    They name neither something that is finished, passed, built or handed over, nor a figure. So
    nobody else could tell afterwards whether the goal was reached, and often you could not either.
    A goal with a counted measure, or with milestones or tasks, is not asked for more words.

    Flagged:
        title: A tidy household for all of us
        measurable: yes or no
    Fine:
        title: Hand the household accounts over to Ana
        measurable: yes or no
    """
    for statement, _ in _first(context, "no-outcome"):
        yield (
            context.locate_statement(statement),
            f"“{_short(statement.text)}” does not say what will be there at the end",
            context.advice(
                statement,
                "name what will be finished, passed or handed over, as "
                "`specific: Finish … so that …`",
            ),
        )


@rule("S102", "direction-without-figure")
def direction(context: CheckContext) -> Iterator[Remark]:
    """The words name a direction (improve, more, better, grow) and no figure says how far.

    A step of any size would do, so the goal is reached on the first day, or never. A figure in the
    measure or in the title is figure enough.

    Flagged:
        title: Improve my Spanish at last
        measurable: yes or no
    Fine:
        title: Pass the B1 exam in Spanish
        measurable: yes or no
    """
    for statement, reason in _first(context, "direction-without-figure"):
        yield (
            context.locate(statement.goal, reason.words, statement.key),
            f"“{reason.words}” names a direction, and no figure says how far",
            context.advice(
                statement, "say from what to what, as `measurable: from 40 to 60 words a minute`"
            ),
        )


@rule("S103", "state-without-figure")
def state(context: CheckContext) -> Iterator[Remark]:
    """The words name a state or a learning (be, become, feel, know, understand) and no figure.

    Nobody can see when a state begins. Something that you will do then, and could not do before,
    can be seen: pass an exam, give a talk, run ten kilometres.

    Flagged:
        title: Understand how our taxes work
        measurable: yes or no
    Fine:
        title: Submit our tax return without help
        measurable: yes or no
    """
    for statement, reason in _first(context, "state-verb-without-figure"):
        yield (
            context.locate(statement.goal, reason.words, statement.key),
            f"“{reason.words}” names a state, and nothing says by what it will be seen",
            context.advice(
                statement,
                "say what you will do or have then, as `specific: Pass …` or `specific: Give …`",
            ),
        )


@rule("S104", "effort-without-figure")
def effort(context: CheckContext) -> Iterator[Remark]:
    """The words promise an effort (work on, focus on, deal with), and no result or amount.

    Effort without an amount is over when you say so. Either name what comes of it, or count the
    effort itself, as a habit does.

    Flagged:
        title: Work on my public speaking
        measurable: yes or no
    Fine:
        title: Work on my public speaking
        measurable: 3 talks
    """
    for statement, reason in _first(context, "effort-without-figure"):
        yield (
            context.locate(statement.goal, reason.words, statement.key),
            f"“{reason.words}” promises an effort, and no result and no amount",
            context.advice(
                statement,
                "name what comes of it, or count the effort, as `measurable: 2 times a week`",
            ),
        )


@rule("S105", "hedge-without-figure")
def hedge(context: CheckContext) -> Iterator[Remark]:
    """The words take the goal half back (try to, hope to, maybe) and no figure holds it.

    To try is done at once. Write down the thing itself; how sure you are of it has a place of its
    own, as `achievable: confidence 6`.

    Flagged:
        title: Try to plan the garden with Ana
        measurable: yes or no
    Fine:
        title: Finish the plan of the garden with Ana
        measurable: yes or no
        achievable: confidence 6
    """
    for statement, reason in _first(context, "hedge-without-figure"):
        yield (
            context.locate(statement.goal, reason.words, statement.key),
            f"“{reason.words}” takes the goal half back before it has begun",
            context.advice(
                statement,
                "leave it out; how sure you are has its own place, from 0 to 10, in `achievable`",
            ),
        )


@rule("S106", "too-short")
def too_short(context: CheckContext) -> Iterator[Remark]:
    """The goal has under four words, no figure and no steps: too little to say what.

    Flagged:
        title: Get fit
        measurable: yes or no
    Fine:
        title: Run the Harbour 10 km in under 60 minutes
        measurable: yes or no
    """
    for statement, _ in _first(context, "too-short"):
        yield (
            context.locate_statement(statement),
            f"“{_short(statement.text)}” is too short to say what exactly",
            context.advice(
                statement, "say it in a sentence, as `specific: Finish … so that …`, or count it"
            ),
        )


def _first(context: CheckContext, kind: str) -> Iterator[tuple[Statement, Reason]]:
    """The statements whose first fault, in the order of the rules, is of this kind."""
    for statement in context.statements:
        if find_gap(statement.text):
            continue  # S204 asks to fill it, and then the words are judged
        if statement.has_figure or context.unread(statement.goal, "measurable"):
            continue
        if statement.has_steps and kind in {"too-short", "no-outcome"}:
            continue
        faults = {reason.kind: reason for reason in reversed(list(statement.against(*_ORDER)))}
        first = next((name for name in _ORDER if name in faults), "")
        if first == kind:
            yield statement, faults[first]


def _short(text: str) -> str:
    """A text as a message can quote it."""
    words = " ".join(text.split())
    return words if len(words) <= 60 else f"{words[:59].rsplit(' ', 1)[0]} …"
