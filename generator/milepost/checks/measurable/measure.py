"""M1: the measure as it is written.

In: goals with their measures. Out: findings.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.context import COUNTED, CheckContext
from milepost.checks.rule import Remark, rule
from milepost.findings import Severity
from milepost.journal.numbers import smaller_unit
from milepost.journal.values import Measure
from milepost.journal.words import Direction, Kind
from milepost.progress.reasons import PastAtFirst
from milepost.progress.values import Status
from milepost.voice.english import ENGLISH, in_flow, written


@rule("M104", "measure-cannot-move", Severity.ERROR)
def cannot_move(context: CheckContext) -> Iterator[Remark]:
    """The measure starts where it ends, or can never get there.

    From 75 to 75 kg is reached before it begins; a count can only grow, and needs a target; a habit
    of 0 times asks for nothing.

    Flagged:
        title: Get down to 75 kg
        measurable: from 75 to 75 kg
    Fine:
        title: Get down to 75 kg
        measurable: from 82 to 75 kg
    """
    for goal in context.open():
        fault = _immovable(context, goal.measurable) if goal.measurable else None
        if fault and not goal.measure_unread:
            yield context.locate_value(goal, "measurable"), *fault


@rule("M105", "unit-missing", Severity.HINT)
def no_unit(context: CheckContext) -> Iterator[Remark]:
    """The measure has a number and no unit: 24 of what?

    Flagged:
        title: Read more of my own shelf
        measurable: 24
    Fine:
        title: Read more of my own shelf
        measurable: 24 books
    """
    number = context.says.number
    for standing in context.living():
        measure = standing.goal.measurable
        if measure is None or measure.unit or measure.kind not in COUNTED - {Kind.HABIT}:
            continue
        if standing.goal.measure_unread or measure.says_nothing:
            continue
        if measure.kind is Kind.LEVEL and None not in (measure.from_, measure.to):
            continue  # a grade goes from 2.3 to 1.8
        if measure.kind is Kind.LIMIT:  # "at most 2 a week" says "times" without the word
            continue
        text, much = _as_written(measure), measure.to or measure.from_ or measure.by or 0
        yield (
            context.locate_value(standing.goal, "measurable"),
            f"the measure has no unit: {number(much)} of what?",
            f"write the unit behind it, as `measurable: {text} books`",
        )


@rule("M107", "nothing-to-count")
def nothing_to_count(context: CheckContext) -> Iterator[Remark]:
    """The goal is counted by tasks, milestones or goals, and there are none.

    Tasks are the check boxes (`- [ ]`) in the text below the front matter.

    Flagged:
        title: Finish the attic before the winter
        measurable: tasks
        ---
        Walls, floor, light.
    Fine:
        title: Finish the attic before the winter
        measurable: tasks
        ---
        - [ ] Walls
        - [ ] Floor
        - [ ] Light
    """
    for standing in context.living():
        goal, kind = standing.goal, standing.kind
        if goal.measurable is None:
            continue
        due = f"{standing.due} " if standing.due else ""
        missing = {
            Kind.TASKS: (not goal.tasks, "check boxes, and its text has", "- [ ] the first step",
                         "a line"),
            Kind.MILESTONES: (not goal.milestones, "milestones, and it has",
                              f"milestones: {due}the first step", "a line"),
            Kind.GOALS: (not standing.children, "the goals that serve it, and there are",
                         f"relevant: {goal.id}", "in another goal"),
        }.get(kind)  # fmt: skip
        if missing and missing[0] and not context.unread(goal, "milestones"):
            yield (
                context.locate_value(goal, "measurable"),
                f"this is counted by {missing[1]} none",
                f"write {missing[3]} `{missing[2]}`, or count it another way",
            )


@rule("M108", "milestone-weights", Severity.HINT)
def weights(context: CheckContext) -> Iterator[Remark]:
    """The weights of the milestones add up to nothing, or to nearly a hundred.

    Weights are relative: 1 and 2 do what 33 and 67 would. Where they look like per cent and add up
    to 95, one of them was probably forgotten; where all are 0, nothing counts.

    Flagged:
        title: Finish the attic
        measurable: milestones
        milestones:
          - 2026-12-12 walls (weight 30)
          - 2027-01-16 floor (weight 65)
    Fine:
        title: Finish the attic
        measurable: milestones
        milestones:
          - 2026-12-12 walls
          - 2027-01-16 floor (weight 2)
    """
    number = context.says.number
    for standing in context.living():
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


@rule("M109", "past-at-first", Severity.ERROR)
def past_at_first(context: CheckContext) -> Iterator[Remark]:
    """The first number of a count, or of a level that must go one way, lies past the target.

    A count adds up from nothing: `75 kg` with a first number of 82 would be reached at once. Most
    likely the number says how high it stands, and the goal goes down to its target. So it is asked
    of a share whose numbers add up to more than 100 %. Until that is settled nothing is told of the
    goal but that its measure cannot be read.

    `under 70 kg` goes down, whatever its first reading: at 68 there is no way to go, and to stay
    there is written as `keep below 70 kg`.

    Flagged:
        == content/goals/slim.md ==
        title: Get down to 75 kg
        measurable: 75 kg
        == content/journal/2026-W46.md ==
        ---
        progress: {slim: 82}
        ---
    Fine:
        == content/goals/slim.md ==
        title: Get down to 75 kg
        measurable: down to 75 kg
        == content/journal/2026-W46.md ==
        ---
        progress: {slim: 82}
        ---
    """
    figure = context.says.figure
    for standing in context.living():
        goal, reason = standing.goal, standing.reason
        if not isinstance(reason, PastAtFirst) or goal.measurable is None:
            continue
        unit = goal.measurable.unit
        first = written(reason.first, unit)
        target = goal.measurable.to or 0.0
        if reason.whole is not None:
            level = f"`measurable: to {written(target)} {unit}`"
            mean = f"`measurable: average at least {written(target)} {unit}`"
            yield (
                context.locate_value(goal, "measurable"),
                f"the numbers add up to {figure(reason.whole, '')} %, and 100 % is all there is",
                f"write {level} if they say how high it stands, or {mean} if each week has its own",
            )
            continue
        if goal.measurable.goes:
            down = goal.measurable.goes is Direction.DOWN
            named = ENGLISH.unit(2, unit)
            stay = f"keep {'below' if down else 'above'} {written(target, unit)} {named}".rstrip()
            yield (
                context.locate_value(goal, "measurable"),
                f"the first number, {first}, lies past the target already",
                f"write `measurable: {stay}` if it is to stay there, else a target that lies "
                f"{'below' if down else 'above'} {first}",
            )
            continue
        far = reason.first >= 3 * target  # "8 kg" and 85: how far, not where to
        small, many = smaller_unit(unit)
        if far and small and reason.first / many <= target:
            lost = f"lose {written(target)} {unit.partition(' ')[0]}"
            stands = f"`measurable: {lost}` if it says how high it stands, "
            weighed = stands if small == "g" else ""  # a person of 82 kg loses 8
            yield (
                context.locate_value(goal, "measurable"),
                f"the first number, {first}, lies past the target already",
                f"write {weighed}`{goal.id}: {first} {small}` in the entry if it counts these; "
                f"if so many {in_flow(unit)} were added, write `{goal.id}: {first}!`",
            )
            continue
        way = (
            f"lose {written(target)} {unit}" if far else f"from {first} to {written(target)} {unit}"
        )
        way = way.rstrip()
        yield (
            context.locate_value(goal, "measurable"),
            f"the first number, {first}, lies past the target already",
            f"write `measurable: {way}` if it says how high it stands; if so much was added, write "
            f"`{goal.id}: {first}!` in the entry",
        )


@rule("M110", "no-baseline", Severity.HINT)
def no_baseline(context: CheckContext) -> Iterator[Remark]:
    """A level goes from its first reading, and there is none yet: nobody knows where it starts.

    Progress, target line and forecast all count from there. Write where it stands when you begin;
    after three silent weeks [M201](M201.md) asks instead.

    Flagged:
        title: Get down to 75 kg
        measurable: down to 75 kg
        time_bound: 2026-11-09 to 2027-02-12
    Fine:
        title: Get down to 75 kg
        measurable: down to 75 kg
        time_bound: 2026-11-09 to 2027-02-12
        readings: 2026-11-09 =82
    Fine:
        title: Get down to 75 kg
        measurable: from 82 to 75 kg
        time_bound: 2026-11-09 to 2027-02-12
    """
    number = context.says.number
    for standing in context.living():
        goal, measure = standing.goal, standing.goal.measurable
        begun = standing.start is None or standing.start <= context.day
        if not measure or measure.kind is not Kind.LEVEL or measure.from_ is not None or not begun:
            continue
        asked_else = standing.status in {Status.UNREAD, Status.OVERDUE} or (
            standing.status is Status.NO_DATA and standing.start is not None
        )
        if standing.told or measure.source or measure.says_nothing or asked_else:
            continue
        stands = _for_example(measure)
        yield (
            context.locate_value(goal, "measurable"),
            "this goes from its first reading, and there is none yet",
            f"write where it stands today; if that is {number(stands, measure.unit)}, as "
            f"`readings: {context.day} ={written(stands, measure.unit)}`",
        )


def _for_example(measure: Measure) -> float:
    """A number at which a level might start: a tenth before its target, ten times what it moves."""
    if measure.to is None:
        return 10 * abs(measure.by or 1.0)
    back = 1.1 if measure.goes is Direction.DOWN else 0.9
    return float(round(measure.to * back)) or (1.0 if back > 1 else -1.0)


def _without_way(context: CheckContext, measure: Measure) -> tuple[str, str]:
    """What is wrong with a measure that ends where it starts, and what to write."""
    number = context.says.number
    unit = measure.unit
    start = number(measure.from_ or 0, unit)
    if measure.kind is Kind.COUNT and not measure.to:
        down = f"down to 0 {unit}".rstrip()
        return (
            f"the count starts at {start} and ends there",
            f"write `measurable: {down}` if so many should be left, or a total, as "
            "`measurable: 24 books`",
        )
    if measure.kind is Kind.COUNT:
        return (
            f"the count starts at {start} and ends there",
            "write where it should get to, as `measurable: 24 books`",
        )
    end = f"to: {written(measure.to or 0.0, unit)}, unit: {in_flow(unit)}"
    return (
        f"it starts at {start} and ends there",
        "write where it stood at the start, or leave the start to the first reading, as "
        f"`measurable: {{kind: level, {end}}}`",
    )


def _immovable(context: CheckContext, measure: Measure) -> tuple[str, str] | None:
    """Why a measure cannot move, and what to write."""
    number, figure = context.says.number, context.says.figure
    unit = measure.unit
    match measure.kind:
        case Kind.COUNT | Kind.LEVEL if measure.to is None and measure.by is None:
            example = "24 books" if measure.kind is Kind.COUNT else "from 82 to 75 kg"
            fault = "nothing says where it should get to"
            return fault, f"write a target: a `to`, or all of it as `measurable: {example}`"
        case Kind.COUNT | Kind.LEVEL if measure.from_ == measure.to is not None:
            return _without_way(context, measure)
        case Kind.COUNT if measure.to is not None and measure.to < (measure.from_ or 0):
            start, end = written(measure.from_ or 0, unit), written(measure.to, unit)
            if not measure.from_:
                lose = f"lose {written(-measure.to, unit)} {ENGLISH.unit(2, unit)}".rstrip()
                return "a count only grows, and this one should fall", f"write `measurable: {lose}`"
            line = f"from {start} to {end} {ENGLISH.unit(2, unit)}".rstrip()
            return "a count only grows, and this one should fall", f"write `measurable: {line}`"
        case kind if kind.facts.banded and measure.from_ is None and measure.to is None:
            example = f"{kind} mood at least 7" if kind.facts.averaged else "keep 70 to 75 kg"
            return "nothing is said of where to stay", f"write a bound, as `measurable: {example}`"
        case Kind.LIMIT if measure.to is None:
            return (
                "nothing is said of how many at most",
                "write it, as `measurable: at most 2 coffees a day`",
            )
        case Kind.HABIT if measure.to is not None and measure.to <= 0:
            return (
                f"a habit of {number(measure.to)} times asks for nothing",
                "write how often, as `measurable: 3 times a week`",
            )
        case Kind.LIMIT if measure.to is not None and measure.to < 0:
            return "nothing can stay below 0 times", "write `measurable: at most 0 a week`"
        case kind if kind.facts.banded and None not in (measure.from_, measure.to):
            low, high = measure.from_ or 0.0, measure.to or 0.0
            if low > high:
                return (
                    f"nothing lies between {figure(low, unit)} and {figure(high, unit)}",
                    f"write the lower bound first: `from: {written(high, unit)}`, "
                    f"`to: {written(low, unit)}`",
                )
    return None


_TO = {None: "to", Direction.DOWN: "down to", Direction.UP: "get up to"}
"""How a level begins that starts at its first reading."""


def _as_written(measure: Measure) -> str:
    """The numbers of a measure in its short form, without the unit."""
    low = written(measure.from_ or 0)
    high = written(measure.to or 0)
    if measure.kind is Kind.LEVEL and measure.to is None:
        return f"{'lose' if (measure.by or 0) < 0 else 'gain'} {written(abs(measure.by or 0))}"
    if measure.kind is Kind.LEVEL and measure.from_ is None:
        return f"{_TO[measure.goes]} {high}"
    if measure.kind is Kind.LEVEL:
        return f"from {low} to {high}"
    if measure.kind.facts.averaged:
        if measure.to is None:
            return f"{measure.kind} at least {low}"
        most = measure.from_ is None
        return f"{measure.kind} at most {high}" if most else f"{measure.kind} {low} to {high}"
    if measure.kind.facts.banded:
        if measure.to is None:
            return f"keep above {low}"
        return f"keep below {high}" if measure.from_ is None else f"keep {low} to {high}"
    return high
