"""M1: the measure as it is written.

In: goals with their measures and words. Out: findings.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.rule import Told, check
from milepost.checks.sight import COUNTED, Sight
from milepost.checks.wording import Figure, figures
from milepost.findings import Severity
from milepost.journal.model import Goal
from milepost.journal.values import Measure
from milepost.journal.words import Kind
from milepost.progress.reasons import counted, number, singular

_SIGNS = {"€": "eur", "euro": "eur", "$": "usd", "dollar": "usd", "£": "gbp", "pound": "gbp"}


@check("M101", "no-measure")
def no_measure(sight: Sight) -> Iterator[Told]:
    """Nothing says how you will know that the goal is reached.

    There is no `measurable`, no milestone, no check box, no goal that serves it, and the words name
    neither a figure nor something that is done or not done. Watching one's progress helps to get
    there, more so when it is written down: d = .40 over 138 studies (Harkin et al. 2016,
    doi 10.1037/bul0000025); and what has no measure cannot be watched.

    Flagged:
        ---
        title: Paint the garden fence in a colour we like
        relevant: value calm
        time_bound: 2026-11-02 to 2027-01-29
        obstacles: if it freezes, then I order the seeds
        ---
    Fine:
        ---
        title: Paint the garden fence in a colour we like
        measurable: 30 metres
        relevant: value calm
        time_bound: 2026-11-02 to 2027-01-29
        obstacles: if it freezes, then I order the seeds
        ---
    """
    for goal, _ in _unmeasured(sight, "no-figure"):
        yield (
            sight.value(goal, "specific") if goal.specific else sight.title(goal),
            "nothing says how you will know that this is reached",
            "write how it is counted, as `measurable: 24 books`, `measurable: from 82 to 75 kg`, "
            "`measurable: 3 times a week` or `measurable: milestones`",
        )


@check("M102", "figure-is-only-a-name")
def only_a_name(sight: Sight) -> Iterator[Told]:
    """The only number in the words is a name or a year (Web 2.0, K2), which measures nothing.

    Flagged:
        ---
        title: Bring the workshop to Industry 4.0 standards
        relevant: value mastery
        time_bound: 2026-11-02 to 2027-01-29
        obstacles: if nobody has time, then I read the standard
        ---
    Fine:
        ---
        title: Bring the workshop to Industry 4.0 standards
        measurable: 6 machines
        relevant: value mastery
        time_bound: 2026-11-02 to 2027-01-29
        obstacles: if nobody has time, then I read the standard
        ---
    """
    for goal, words in _unmeasured(sight, "figure-is-only-a-name"):
        yield (
            sight.spot(goal, words, "specific" if goal.specific else "title"),
            f"“{words}” is a name here, and no other figure says how you will know",
            "write how it is counted, as `measurable: 6 machines` or `measurable: milestones`",
        )


@check("M103", "measure-only-in-words", Severity.HINT)
def only_in_words(sight: Sight) -> Iterator[Told]:
    """The words hold a figure, and there is no `measurable`, so nothing counts it.

    The goal is well said. But the weeks' numbers can only be added up, and a forecast made, when
    the figure stands in `measurable` too.

    Flagged:
        ---
        title: Read 24 books
        relevant: value curiosity
        time_bound: 2026-11-02 to 2027-01-29
        obstacles: if I am tired, then I read one page
        ---
    Fine:
        ---
        title: Read 24 books
        measurable: 24 books
        relevant: value curiosity
        time_bound: 2026-11-02 to 2027-01-29
        obstacles: if I am tired, then I read one page
        ---
    """
    for statement in sight.statements:
        goal = statement.goal
        if goal.measurable or statement.standing.kind is not Kind.YES_NO:
            continue
        told = [f for f in figures(statement.text, sight.language) if f.role == "measure"]
        if told and not sight.unread(goal, "measurable"):
            yield (
                sight.spot(goal, told[0].words, statement.key),
                f"“{told[0].words}” stands in the words only, so nothing counts it",
                f"write it as `measurable: {told[0].words}` too",
            )


@check("M104", "measure-cannot-move", Severity.ERROR)
def cannot_move(sight: Sight) -> Iterator[Told]:
    """The measure starts where it ends, or can never get there.

    From 75 to 75 kg is reached before it begins; a count can only grow; a habit of 0 times asks for
    nothing.

    Flagged:
        ---
        title: Get down to 75 kg
        measurable: from 75 to 75 kg
        relevant: value health
        time_bound: 2026-11-02 to 2027-01-29
        obstacles: if there is cake, then I have one piece
        ---
    Fine:
        ---
        title: Get down to 75 kg
        measurable: from 82 to 75 kg
        relevant: value health
        time_bound: 2026-11-02 to 2027-01-29
        obstacles: if there is cake, then I have one piece
        ---
    """
    for goal in sight.open():
        fault = _immovable(goal.measurable) if goal.measurable else None
        if fault:
            yield sight.value(goal, "measurable"), *fault


@check("M105", "unit-missing", Severity.HINT)
def no_unit(sight: Sight) -> Iterator[Told]:
    """The measure has a number and no unit: 24 of what?

    Flagged:
        ---
        title: Read more of my own shelf
        measurable: 24
        relevant: value curiosity
        time_bound: 2026-11-02 to 2027-01-29
        obstacles: if I am tired, then I read one page
        ---
    Fine:
        ---
        title: Read more of my own shelf
        measurable: 24 books
        relevant: value curiosity
        time_bound: 2026-11-02 to 2027-01-29
        obstacles: if I am tired, then I read one page
        ---
    """
    for standing in sight.living():
        measure = standing.goal.measurable
        if measure is None or measure.unit or measure.kind not in COUNTED - {Kind.HABIT}:
            continue
        if measure.kind is Kind.LIMIT:  # "at most 2 a week" says "times" without the word
            continue
        text = _as_written(measure)
        yield (
            sight.value(standing.goal, "measurable"),
            f"the measure has no unit: {number(measure.to or measure.from_ or 0)} of what?",
            f"write the unit behind it, as `measurable: {text} books`",
        )


@check("M106", "words-against-measure")
def words_against(sight: Sight) -> Iterator[Told]:
    """The words name another number than the measure, in the same unit.

    One of the two was changed and the other forgotten; the pages would show both.

    Flagged:
        ---
        title: Read 30 books before the new year is a month old
        measurable: 24 books
        relevant: value curiosity
        time_bound: 2026-11-02 to 2027-01-29
        obstacles: if I am tired, then I read one page
        ---
    Fine:
        ---
        title: Read 24 books before the new year is a month old
        measurable: 24 books
        relevant: value curiosity
        time_bound: 2026-11-02 to 2027-01-29
        obstacles: if I am tired, then I read one page
        ---
    """
    for standing in sight.living():
        goal, measure = standing.goal, standing.goal.measurable
        if measure is None or measure.kind not in COUNTED:
            continue
        known = _numbers_of(goal, measure)
        for key, text in (("title", goal.title), ("specific", goal.specific)):
            named = [f for f in figures(text, sight.language) if _same_unit(f, measure.unit)]
            values = {value for f in named for value in (f.value, f.high) if value is not None}
            if not values or any(_near(value, other) for value in values for other in known):
                continue
            yield (
                sight.spot(goal, named[0].words, key),
                f"the words say “{named[0].words}”, and the measure says {_said(measure)}",
                f"if the words are right, write `measurable: {named[0].words}`; else correct them"
                if measure.kind is Kind.COUNT
                else "write the same number in both",
            )
            break


@check("M107", "nothing-to-count")
def nothing_to_count(sight: Sight) -> Iterator[Told]:
    """The goal is counted by tasks, milestones or goals, and there are none.

    Tasks are the check boxes (`- [ ]`) in the text below the front matter.

    Flagged:
        ---
        title: Finish the attic before the winter
        measurable: tasks
        relevant: value calm
        time_bound: 2026-11-02 to 2027-01-29
        obstacles: if it is too cold, then I plan at the table
        ---
        Walls, floor, light.
    Fine:
        ---
        title: Finish the attic before the winter
        measurable: tasks
        relevant: value calm
        time_bound: 2026-11-02 to 2027-01-29
        obstacles: if it is too cold, then I plan at the table
        ---
        - [ ] Walls
        - [ ] Floor
        - [ ] Light
    """
    for standing in sight.living():
        goal, kind = standing.goal, standing.kind
        if goal.measurable is None:
            continue
        missing = {
            Kind.TASKS: (not goal.tasks, "check boxes, and its text has", "- [ ] the first step",
                         "a line"),
            Kind.MILESTONES: (not goal.milestones, "milestones, and it has",
                              "milestones: 2027-01-15 the first step", "a line"),
            Kind.GOALS: (not standing.children, "the goals that serve it, and there are",
                         f"relevant: {goal.id}", "in another goal"),
        }.get(kind)  # fmt: skip
        if missing and missing[0] and not sight.unread(goal, "milestones"):
            yield (
                sight.value(goal, "measurable"),
                f"this is counted by {missing[1]} none",
                f"write {missing[3]} `{missing[2]}`, or count it another way",
            )


@check("M108", "milestone-weights", Severity.HINT)
def weights(sight: Sight) -> Iterator[Told]:
    """The weights of the milestones add up to nothing, or to nearly a hundred.

    Weights are relative: 1 and 2 do what 33 and 67 would. Where they look like per cent and add up
    to 95, one of them was probably forgotten; where all are 0, nothing counts.

    Flagged:
        ---
        title: Finish the attic
        measurable: milestones
        relevant: value calm
        time_bound: 2026-11-02 to 2027-01-29
        obstacles: if it is too cold, then I plan at the table
        milestones:
          - 2026-12-12 walls (weight 30)
          - 2027-01-16 floor (weight 65)
        ---
    Fine:
        ---
        title: Finish the attic
        measurable: milestones
        relevant: value calm
        time_bound: 2026-11-02 to 2027-01-29
        obstacles: if it is too cold, then I plan at the table
        milestones:
          - 2026-12-12 walls
          - 2027-01-16 floor (weight 2)
        ---
    """
    for standing in sight.living():
        goal = standing.goal
        if standing.kind is not Kind.MILESTONES or not goal.milestones:
            continue
        total = sum(milestone.weight for milestone in goal.milestones)
        if total == 0:
            fault = "all milestones have the weight 0, so none of them counts"
            yield goal.at("milestones", 0), fault, "leave the weights out, or give one of them more"
        elif 90 <= total <= 110 and total != 100 and all(m.weight >= 5 for m in goal.milestones):
            yield (
                goal.at("milestones", 0),
                f"the weights look like per cent, and add up to {number(total)}",
                "make them add up to 100, or write small ones, as `(weight 2)`",
            )


def _unmeasured(sight: Sight, kind: str) -> Iterator[tuple[Goal, str]]:
    """Goals with nothing that could measure them, by the first reason that the wording gives."""
    for statement in sight.statements:
        goal = statement.goal
        bare = goal.measurable is None and statement.standing.kind is Kind.YES_NO
        if not bare or statement.counted or statement.judgement.measurable:
            continue
        reason = next(statement.against("no-figure", "figure-is-only-a-name"), None)
        if reason and reason.kind == kind and not sight.unread(goal, "measurable"):
            yield goal, reason.words


def _immovable(measure: Measure) -> tuple[str, str] | None:
    """Why a measure cannot move, and what to write."""
    unit = measure.unit
    match measure.kind:
        case Kind.COUNT | Kind.LEVEL if measure.from_ == measure.to is not None:
            start = counted(measure.from_ or 0, unit)
            if measure.kind is Kind.COUNT:
                return (
                    f"the count starts at {start} and ends there",
                    "write where it should get to, as `measurable: 24 books`",
                )
            return (
                f"it starts at {start} and ends there",
                f"write where it stood at the start, as `measurable: from … to {start}`",
            )
        case Kind.COUNT if measure.to is not None and measure.to < (measure.from_ or 0):
            line = f"from {number(measure.from_ or 0)} to {counted(measure.to, unit)}"
            return "a count only grows, and this one should fall", f"write `measurable: {line}`"
        case Kind.HABIT if measure.to is not None and measure.to <= 0:
            return (
                "a habit of 0 times asks for nothing",
                "write how often, as `measurable: 3 times a week`",
            )
        case Kind.LIMIT if measure.to is not None and measure.to < 0:
            return "nothing can stay below 0 times", "write `measurable: at most 0 a week`"
        case Kind.RANGE if None not in (measure.from_, measure.to):
            low, high = measure.from_ or 0.0, measure.to or 0.0
            if low > high:
                return (
                    f"nothing lies between {number(low)} and {number(high)}",
                    f"write the lower bound first: `from: {number(high)}`, `to: {number(low)}`",
                )
    return None


def _as_written(measure: Measure) -> str:
    """The numbers of a measure in its short form, without the unit."""
    low = number(measure.from_ or 0)
    high = number(measure.to or 0)
    if measure.kind is Kind.LEVEL:
        return f"from {low} to {high}"
    if measure.kind is Kind.RANGE:
        if measure.to is None:
            return f"keep above {low}"
        return f"keep below {high}" if measure.from_ is None else f"keep {low} to {high}"
    return high


def _said(measure: Measure) -> str:
    """A measure as a message names it: “24 books”, “82 to 75 kg”, “3 times”."""
    ends = [measure.to] if measure.kind is Kind.COUNT else [measure.from_, measure.to]
    numbers = " to ".join(number(value) for value in ends if value is not None)
    unit = measure.unit or ("times" if measure.kind in {Kind.HABIT, Kind.LIMIT} else "")
    return f"{numbers} {unit}".strip()


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
    return _SIGNS.get(word, word)


def _near(value: float, other: float) -> bool:
    return abs(value - other) <= 1e-6 * max(1.0, abs(other))
