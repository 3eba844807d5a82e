"""M1: no measure where one could be, or another than the words name.

In: goals with their measures and words. Out: findings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from milepost.checks.context import COUNTED, CheckContext
from milepost.checks.rule import Remark, rule
from milepost.checks.wording.figures import Figure
from milepost.checks.wording.reader import Reader
from milepost.findings import Severity
from milepost.journal.model import Goal
from milepost.journal.numbers import CURRENCY_WORDS, Misread, told_in
from milepost.journal.values import Measure
from milepost.journal.words import Kind
from milepost.voice.english import in_flow, singular, written

_TIME = r"day|night|morning|evening|afternoon|week|fortnight|month|quarter|year"
_CADENCE = re.compile(
    rf"\b(?:(?:(?:a|an|per|each|every)\s(?:single\s)?|/\s?)(?P<time>{_TIME})\b"
    r"|(?P<adverb>daily|nightly|weekly|fortnightly|monthly|quarterly|yearly)\b"
    r"|(?P<other>(?:every|each|a|per)\s(?:other|second|\d+|two|three|weekday|weekend"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)|on\s(?:weekdays|weekends)"
    r"|on\s(?:mon|tues|wednes|thurs|fri|satur|sun)days)\b)",
    re.IGNORECASE,
)
"""A rhythm in words. What stands in `other` is no period of a measure."""
_OF_ADVERB = {"daily": "day", "nightly": "day", "quarterly": "quarter"}
_PARTS_OF_DAYS = {"night", "morning", "evening", "afternoon"}
_HOURS_OF_THE_DAY = {"clock", "am", "pm", "a.m", "p.m", "o'clock"}
_MOST = re.compile(
    r"\b(?:at most|(?:no|not) (?:more|longer) than|(?:under|below|beneath|less than|fewer than)"
    r"|up to|(?:a )?maximum(?: of)?|max\.?|only(?: \w+){0,2}|not exceed(?:ing)?|never (?:more|over)"
    r"(?: than)?|(?:limit|cap|cut|reduce|restrict|lower|decrease|keep|drop|bring|shrink)\w*"
    r"\b[^.;,]*?\b(?:to|at|down to|under|below))\s*$",
    re.IGNORECASE,
)
"""Words before a figure that make it the most there may be."""
_AT_LEAST = re.compile(r"\b(?:at least|no(?:t)? (?:less|fewer) than)\s*$", re.IGNORECASE)
_AFTER_MOST = re.compile(r"\s(?:at most|at the most|or (?:less|fewer)|max(?:imum)?|tops)\b")
_CHANGE = re.compile(r"\b(?P<way>lose|gain)\s*$", re.IGNORECASE)
_APART = re.compile(r"[.,;:()]|\b(?:and|or|then|by|from|but)\b", re.IGNORECASE)
_NEAR_WORDS = 5
"""A figure and a rhythm belong together when no more words stand between them, none of those."""
_SHIFT = re.compile(r"\bby\s*(?:about |at least |at most )?$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s*$", re.IGNORECASE)
_KILO = re.compile(r"[0-9]k\b(?!.*s$)", re.IGNORECASE)
"""A `5K` that may be five kilometres, as in the name of a programme; of `5k steps` it is sure."""
_ASK = "write `measurable: yes or no`, or how it is counted, as `measurable: 24 books`"
_ASK_HOW_OFTEN = "write `measurable: yes or no`, or how often, as `measurable: 3 times a week`"
_ASK_MOST = (
    "write `measurable: yes or no`, or the most there may be and in which time, as "
    "`measurable: at most 3 times a week`"
)
_ASK_BOTH_ENDS = "write `measurable: yes or no`, or both ends, as `measurable: from 82 to 75 kg`"


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
    the figure stands in `measurable` too. What is proposed means what the words mean: “under two
    hours a day” is a limit, “10,000 steps daily” a habit, “below 75 kg” a level. Where the words do
    not surely give a measure, you are asked, with examples.

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
        told = [f for f in context.words.figures(statement.text) if f.role == "measure"]
        if told and not context.unread(goal, "measurable"):
            yield (
                context.locate(goal, told[0].words, statement.key),
                f"“{told[0].words}” stands in the words only, so nothing counts it",
                _counting(context.words, statement.text, told),
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
            if measure.kind is Kind.HABIT and not _CADENCE.search(text):
                continue  # so many in all, as a photo a day is 365 of them
            figures = context.words.figures(text)
            named = [f for f in figures if _same_unit(f, measure.unit)]
            values = {value for f in named for value in (f.value, f.high) if value is not None}
            if not named and (other := _in_another_unit(text, figures, measure)):
                named, values = [other[0]], {other[1]}
            if not values or any(_near(value, other) for value in values for other in known):
                continue
            yield (
                context.locate(goal, named[0].words, key),
                f"the words say “{named[0].words}”, and the measure says {_said(context, measure)}",
                f"if the words are right, write `measurable: {meant}`; else correct them"
                if measure.kind is Kind.COUNT and (meant := _as_count(context.words, named[0]))
                else "write the same number in both",
            )
            break


def _counting(reader: Reader, text: str, told: list[Figure]) -> str:
    """The lines that would count what the words say, in their direction, rhythm and unit.

    A question, with examples, where the words do not surely give such a line.
    """
    if cadence := _CADENCE.search(text):
        return _as_rhythm(reader, text, told, cadence)
    figure = told[0]
    before = text[: figure.span[0]]
    if _FROM.search(before) and len(told) > 1:
        return _as_way(reader, text, before, told[1])
    if change := _CHANGE.search(before):
        line = f"{change['way'].lower()} {figure.words}"
        return _first_read(reader, (line,), Kind.LEVEL, _ASK_BOTH_ENDS)
    if _SHIFT.search(before) or figure.unit == "%":
        return _ASK_BOTH_ENDS
    if _is_most(text, figure):
        lines = (f"under {figure.words}", f"under {_plainly(figure)}")
        return (
            _first_read(reader, lines, Kind.LEVEL, _ASK_BOTH_ENDS)
            if figure.unit
            else _ASK_BOTH_ENDS
        )
    count = "" if _KILO.search(figure.words) else _as_count(reader, figure)
    if not count or figure.value is None or not figure.unit:
        return _ASK
    thing = re.match(r"\s[^\W\d_]+s\b", text[figure.span[1] :])
    described = figure.value != 1 and figure.unit.isalpha() and _is_described(figure.unit)
    if thing and described and reader.kind_of(f"{count}{thing[0]}") is Kind.COUNT:
        return f"write `measurable: {count}{thing[0]}` too, or `measurable: yes or no`"
    letters = re.search(rf"\b{re.escape(figure.unit.upper())}\b", figure.words)
    unit = in_flow(letters[0] if letters else figure.unit)  # "CHF" is no word in small letters
    level = f"{{kind: level, to: {written(figure.value)}, unit: {unit}}}"
    return (
        f"write `measurable: {count}` too if it adds up from nothing, `measurable: {level}` if it "
        "is where it should stand, or `measurable: yes or no`"
    )


def _as_way(reader: Reader, text: str, before: str, end: Figure) -> str:
    """The line of a level that names both ends; of times without a unit, in hours and minutes."""
    way = text[before.lower().rindex("from") : end.span[1]]
    if end.unit == "clock":
        lines = [f"{way} {unit}" for unit in ("h", "minutes")]
        if all(reader.kind_of(line) is Kind.LEVEL for line in lines):
            return f"write `measurable: {lines[0]}` or `measurable: {lines[1]}` too"
        return _ASK_BOTH_ENDS
    thing = re.search(r"\b([^\W\d_]+s)\s+from\s*$", before, re.IGNORECASE)
    lines = [f"{way} {thing[1]}"] if thing and not end.unit else []
    return _first_read(reader, [*lines, way], Kind.LEVEL, _ASK_BOTH_ENDS)


def _as_rhythm(reader: Reader, text: str, told: list[Figure], cadence: re.Match[str]) -> str:
    """The line of a habit or of a limit, with the figure that stands next before its rhythm."""
    earlier = [f for f in told if f.span[1] <= cadence.start()]
    figure = earlier[-1] if earlier else told[0]
    apart = (
        text[figure.span[1] : cadence.start()] if earlier else text[cadence.end() : figure.span[0]]
    )
    most = _is_most(text, figure)
    ask = _ASK_MOST if most else _ASK_HOW_OFTEN
    if cadence["other"] or figure.value is None or figure.unit in _HOURS_OF_THE_DAY:
        return ask
    if _APART.search(apart) or len(apart.split()) > _NEAR_WORDS:
        return ask
    per = cadence["time"] or _OF_ADVERB.get(
        adverb := cadence["adverb"].lower(), adverb.removesuffix("ly")
    )
    per = "day" if per.lower() in _PARTS_OF_DAYS else per.lower()
    things = apart.rstrip() if earlier and re.fullmatch(r"(?:\s[^\W\d_]+){0,2}\s", apart) else ""
    bound = "at most " if most else ""
    if most and figure.words.lower() == "once":
        return _first_read(reader, [f"at most 1 time a {per}"], Kind.LIMIT, ask)
    said = (f"{figure.words}{things}", figure.words, _plainly(figure))
    kind = Kind.LIMIT if most else Kind.HABIT
    return _first_read(reader, [f"{bound}{words} a {per}" for words in said], kind, ask)


def _is_described(unit: str) -> bool:
    """Whether a word behind more than one says of what sort they are: “16 federal states”."""
    return len(unit) > 3 and not unit.lower().endswith("s") and unit.lower() not in CURRENCY_WORDS


def _is_most(text: str, figure: Figure) -> bool:
    """Whether the words make a figure the most there may be, and not the least."""
    before, after = text[: figure.span[0]], text[figure.span[1] :]
    if _AT_LEAST.search(before):
        return False
    return bool(_MOST.search(before) or _AFTER_MOST.match(after))


def _first_read(reader: Reader, lines: Iterable[str], kind: Kind, ask: str) -> str:
    """The first line that is read as a measure of this kind, else the question."""
    line = next((line for line in lines if reader.kind_of(line) is kind), "")
    return f"write `measurable: {line}` too" if line else ask


def _as_count(reader: Reader, figure: Figure) -> str:
    """The figure as a count: in the person's own words if they are read as one, else in figures."""
    said = (figure.words, _plainly(figure))
    return next((words for words in said if words and reader.kind_of(words) is Kind.COUNT), "")


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
        unread = context.unread(goal, "measurable") or context.unread(goal, "milestones")
        if reason and reason.kind == kind and not unread:
            yield goal, reason.words


def _said(context: CheckContext, measure: Measure) -> str:
    """A measure as a message names it: “24 books”, “82 to 75 kg”, “3 times”."""
    number, figure = context.says.number, context.says.figure
    ends = [measure.to] if measure.kind is Kind.COUNT else [measure.from_, measure.to]
    unit = measure.unit or ("times" if measure.kind in {Kind.HABIT, Kind.LIMIT} else "")
    known = [value for value in ends if value is not None]
    before = [figure(value, unit) for value in known[:-1]]
    return " to ".join([*before, *(number(value, unit) for value in known[-1:])])


def _numbers_of(goal: Goal, measure: Measure) -> set[float]:
    """Every number that the words may rightly name."""
    ends = [measure.from_, measure.to, measure.minimum, measure.stretch]
    known = {value for value in ends if value is not None}
    if measure.by is not None:
        known.add(abs(measure.by))
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


def _in_another_unit(
    text: str, figures: tuple[Figure, ...], measure: Measure
) -> tuple[Figure, float] | None:
    """The one amount of a count that the words name in another unit of its kind, in the measure's.

    Nothing where they name two, or so much each time.
    """
    told = [f for f in figures if f.role == "measure" and f.value is not None]
    if measure.kind is not Kind.COUNT or len(told) != 1 or _CADENCE.search(text):
        return None
    figure, value = told[0], told[0].value
    turned = told_in(1.0, figure.unit, measure.unit) if figure.unit else 1.0
    if isinstance(turned, Misread) or turned == 1.0 or value is None:
        return None
    return figure, value * turned


def _folded(unit: str) -> str:
    word = singular(unit.lower())
    return CURRENCY_WORDS.get(word, word)


def _near(value: float, other: float) -> bool:
    return abs(value - other) <= 1e-6 * max(1.0, abs(other))
