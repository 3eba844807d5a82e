"""M1: no measure where one could be, or another than the words name.

In: goals with their measures and words. Out: findings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from milepost.checks.context import COUNTED, CheckContext
from milepost.checks.rule import Remark, rule
from milepost.checks.wording.figures import Figure, figures
from milepost.findings import Severity
from milepost.journal.measures import parse_measure
from milepost.journal.model import Goal
from milepost.journal.numbers import CURRENCY_WORDS
from milepost.journal.values import Measure
from milepost.journal.words import Kind
from milepost.voice.english import ENGLISH, in_flow, number, singular, written

_RHYTHM = re.compile(r" (?:a|per|each|every) (?:day|week|fortnight|month|quarter|year)\b")


@rule("M101", "no-measure")
def no_measure(context: CheckContext) -> Iterator[Remark]:
    """Nothing says how you will know that the goal is reached.

    There is no `measurable`, no milestone, no check box, no goal that serves it, and the words name
    neither a figure nor something that is done or not done. Watching one's progress helps to get
    there, more so when it is written down: d = .40 over 138 studies (Harkin et al. 2016,
    doi 10.1037/bul0000025); and what has no measure cannot be watched.

    Flagged:
        title: Paint the garden fence in a colour we like
        measurable:
    Fine:
        title: Paint the garden fence in a colour we like
        measurable: 30 metres
    """
    for goal, _ in _unmeasured(context, "no-figure"):
        yield (
            context.locate_value(goal, "specific") if goal.specific else context.locate_title(goal),
            "nothing says how you will know that this is reached",
            "write how it is counted, as `measurable: 24 books`, `measurable: from 82 to 75 kg`, "
            "`measurable: 3 times a week`, or steps, as "
            f"`{_step(goal)}`",
        )


@rule("M102", "figure-is-only-a-name")
def only_a_name(context: CheckContext) -> Iterator[Remark]:
    """The only number in the words is a name or a year (Web 2.0, K2), which measures nothing.

    Flagged:
        title: Bring the workshop to Industry 4.0 standards
        measurable:
    Fine:
        title: Bring the workshop to Industry 4.0 standards
        measurable: 6 machines
    """
    for goal, words in _unmeasured(context, "figure-is-only-a-name"):
        yield (
            context.locate(goal, words, "specific" if goal.specific else "title"),
            f"“{words}” is a name here, and no other figure says how you will know",
            f"write how it is counted, as `measurable: 6 machines`, or steps, as `{_step(goal)}`",
        )


@rule("M103", "measure-only-in-words", Severity.HINT)
def only_in_words(context: CheckContext) -> Iterator[Remark]:
    """The words hold a figure, and there is no `measurable`, so nothing counts it.

    The goal is well said. But the weeks' numbers can only be added up, and a forecast made, when
    the figure stands in `measurable` too.

    Flagged:
        title: Read 24 books
        measurable:
    Fine:
        title: Read 24 books
        measurable: 24 books
    """
    for statement in context.statements:
        goal = statement.goal
        if goal.measurable or statement.standing.kind is not Kind.YES_NO:
            continue
        told = [f for f in figures(statement.text, context.language) if f.role == "measure"]
        if told and not context.unread(goal, "measurable"):
            yield (
                context.locate(goal, told[0].words, statement.key),
                f"“{told[0].words}” stands in the words only, so nothing counts it",
                _counting(statement.text, told[0]),
            )


@rule("M106", "words-against-measure")
def words_against(context: CheckContext) -> Iterator[Remark]:
    """The words name another number than the measure, in the same unit.

    One of the two was changed and the other forgotten; the pages would show both.

    Flagged:
        title: Read 30 books before the new year is a month old
        measurable: 24 books
    Fine:
        title: Read 24 books before the new year is a month old
        measurable: 24 books
    """
    for standing in context.living():
        goal, measure = standing.goal, standing.goal.measurable
        if measure is None or measure.kind not in COUNTED:
            continue
        known = _numbers_of(goal, measure)
        for key, text in (("title", goal.title), ("specific", goal.specific)):
            named = [f for f in figures(text, context.language) if _same_unit(f, measure.unit)]
            values = {value for f in named for value in (f.value, f.high) if value is not None}
            if not values or any(_near(value, other) for value in values for other in known):
                continue
            yield (
                context.locate(goal, named[0].words, key),
                f"the words say “{named[0].words}”, and the measure says {_said(measure)}",
                f"if the words are right, write `measurable: {meant}`; else correct them"
                if measure.kind is Kind.COUNT and (meant := _as_count(named[0]))
                else "write the same number in both",
            )
            break


def _counting(text: str, figure: Figure) -> str:
    """The lines that would count a figure, where they can be read: as a rhythm, a sum, a level."""
    rhythm = _RHYTHM.match(text, figure.span[1])
    for words in (figure.words, _plainly(figure)):
        if rhythm and _kind_of(f"{words}{rhythm[0]}") is Kind.HABIT:
            return f"write `measurable: {words}{rhythm[0]}` too"
    count = _as_count(figure)
    if not count or figure.value is None or not figure.unit:
        return "write `measurable: yes or no`, or how it is counted, as `measurable: 24 books`"
    letters = re.search(rf"\b{re.escape(figure.unit.upper())}\b", figure.words)
    unit = in_flow(letters[0] if letters else figure.unit)  # "CHF" is no word in small letters
    level = f"{{kind: level, to: {written(figure.value)}, unit: {unit}}}"
    return (
        f"write `measurable: {count}` too if it adds up from nothing, `measurable: {level}` if it "
        "is where it should stand, or `measurable: yes or no`"
    )


def _as_count(figure: Figure) -> str:
    """The figure as a count: in the person's own words if they are read as one, else in figures."""
    said = (figure.words, _plainly(figure))
    return next((words for words in said if words and _kind_of(words) is Kind.COUNT), "")


def _kind_of(words: str) -> Kind | None:
    """What kind of measure these words are, written behind `measurable:` as they stand."""
    if re.search(r": |\s#|^[^\w€$£¥₹+-]", words):
        return None  # YAML would take this for something else
    read = parse_measure(words)
    return read.kind if isinstance(read, Measure) and (read.to or read.from_) else None


def _plainly(figure: Figure) -> str:
    """The figure in digits, with its unit."""
    return "" if figure.value is None else f"{written(figure.value)} {figure.unit or 'times'}"


def _step(goal: Goal) -> str:
    """A first milestone, due when the goal is."""
    due = f"{goal.time_bound.due} " if goal.time_bound.due else ""
    return f"milestones: {due}the first step"


def _unmeasured(context: CheckContext, kind: str) -> Iterator[tuple[Goal, str]]:
    """Goals with nothing that could measure them, by the first reason that the wording gives."""
    for statement in context.statements:
        goal = statement.goal
        bare = goal.measurable is None and statement.standing.kind is Kind.YES_NO
        if not bare or statement.has_figure or statement.judgement.measurable:
            continue
        reason = next(statement.against("no-figure", "figure-is-only-a-name"), None)
        if reason and reason.kind == kind and not context.unread(goal, "measurable"):
            yield goal, reason.words


def _said(measure: Measure) -> str:
    """A measure as a message names it: “24 books”, “82 to 75 kg”, “3 times”."""
    ends = [measure.to] if measure.kind is Kind.COUNT else [measure.from_, measure.to]
    unit = measure.unit or ("times" if measure.kind in {Kind.HABIT, Kind.LIMIT} else "")
    known = [value for value in ends if value is not None]
    before = [ENGLISH.figure(value, unit) for value in known[:-1]]
    return " to ".join([*before, *(number(value, unit) for value in known[-1:])])


def _numbers_of(goal: Goal, measure: Measure) -> set[float]:
    """Every number that the words may rightly name."""
    ends = [measure.from_, measure.to, measure.minimum, measure.stretch]
    known = {value for value in ends if value is not None}
    if measure.from_ is not None and measure.to is not None:
        known.add(abs(measure.to - measure.from_))
        if measure.from_:
            known.add(abs(measure.to - measure.from_) / abs(measure.from_) * 100)
    known |= {m.value for m in goal.milestones if m.value is not None}
    known |= {k.value for k in goal.pace if k.value is not None}
    return known


def _same_unit(figure: Figure, unit: str) -> bool:
    """Whether a number in the words counts what the measure counts."""
    if figure.role != "measure" or figure.value is None:
        return False
    words = {_folded(word) for word in unit.split()} or {"time"}
    return bool(figure.unit) and _folded(figure.unit) in words


def _folded(unit: str) -> str:
    word = singular(unit.lower())
    return CURRENCY_WORDS.get(word, word)


def _near(value: float, other: float) -> bool:
    return abs(value - other) <= 1e-6 * max(1.0, abs(other))
