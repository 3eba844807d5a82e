"""A whole line as a measure: its form, what stands behind it, and whether all words are read.

In: a line, or the numbers and the unit of a mapping. Out: a `Measure`, or a `Misread` that names
the words that were not understood; `measures.py` says what to write instead of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from milepost.journal.german_measures import no_part_of_unit
from milepost.journal.measure_grammar import FORMS
from milepost.journal.measure_numbers import BARE_WORD, NUMBER_WORD, as_read, numbers_of, unit_of
from milepost.journal.measure_words import (
    AMOUNTS,
    HELP,
    MAGNITUDES,
    NO_UNIT,
    OUTCOME,
    TIMES,
    WITHOUT_NUMBER,
)
from milepost.journal.numbers import (
    CLOCKS,
    LETTERS,
    MONEY,
    NUMBER_WORDS,
    PERIODS,
    UNSAID,
    Misread,
    parse_number,
    parse_rate,
    stray,
    told_in,
)
from milepost.journal.rhythm_words import adverb_of, rhythm_in
from milepost.journal.values import Measure
from milepost.journal.words import Kind, Log
from milepost.patterns import late

_AT_A_RATE = late(
    rf"(?P<rest>.+?)(?:[,;]?\s+at\s+(?:a rate of\s+)?|[,;]\s+)"
    rf"(?P<rate>(?:(?:{LETTERS})?\s?[0-9+−-]|(?:{NUMBER_WORD}|half an?)\s).*?\s*"
    rf"(?:an?|per|each|every|/)\s*{PERIODS})",
    re.IGNORECASE,
)
_TOGETHER = late(
    r"(?P<rest>.+?)[,;]\s+(?:log:?\s+(?P<log>added|level|sum|last|max|min|mean|count)"
    r"|(?:the\s+)?(?P<which>largest|highest|smallest|lowest|mean|last)\s+(?:number\s+)?"
    r"(?:of\s+)?(?:each|every|the)\s+"
    r"(?:day|week|fortnight|month|quarter|year)"
    r"|each\s+(?:entry|number)\s+counting\s+as\s+one)",
    re.IGNORECASE,
)
"""What several numbers of a day come to, behind the measure."""
ON_AVERAGE = late(r"(?P<rest>.+?),?\s+(?:on|in|as)\s+(?:an?\s+)?average", re.IGNORECASE)
"""What is to be so on average, behind the measure: it is read as if that stood in front."""
_PRIME = re.compile(r"(?<=[0-9])\s?['′’](?=[\s,;/]|$)")
"""The sign of minutes, and of feet."""
_SIGN = r"[^\w\s%‰°$€£¥₹&/·+–-]+"
"""Signs that are no part of a unit."""
_IN_TIME = r"\b(?:a|per|each|every)\s+(?:week)?(?:day|morning|evening|night|week|month)|/|\bdaily\b"
"""What tells that something takes time, where a prime stands in it."""


def read_whole(words: str) -> Measure | Misread:
    """The measure that words as of `as_read` are, with no look at what was nearly written."""
    if _PRIME.search(words):
        return _with_prime(words)
    if match := _AT_A_RATE.fullmatch(words):
        measure = read_whole(match["rest"])
        if isinstance(measure, Measure) and measure.kind in {Kind.COUNT, Kind.LEVEL}:
            rate = parse_rate(match["rate"], measure.unit)
            if isinstance(rate, Misread):
                help_ = f"write the rate in the unit of the goal, as `{match['rest']} at 2 a week`"
                return replace(rate, help=help_, about="")
            return replace(measure, rate=rate)
    if match := _TOGETHER.fullmatch(words):
        measure = read_whole(match["rest"])
        return measure if isinstance(measure, Misread) else replace(measure, log=_log(match))
    if match := ON_AVERAGE.fullmatch(words):
        return _on_average(match["rest"], words)
    if kind := WITHOUT_NUMBER.get(words.lower()) or (Kind.YES_NO if _is_outcome(words) else None):
        return Measure(kind)
    # One that is too large is told here: the forms would try all its beginnings.
    for number in re.findall(r"(?<![0-9.])[0-9]{16,}|[0-9][0-9.]*,[0-9.,]*", words):
        if isinstance(unclear := parse_number(number), Misread):
            return unclear
    for pattern, build in FORMS:
        if match := re.fullmatch(pattern, words, re.IGNORECASE):
            return _whole(build(match), words)
    return Misread(f"“{words}” is no measure", HELP)


def _with_prime(words: str) -> Measure | Misread:
    """A measure with a prime behind its number: minutes where it takes time, else a question."""
    said = _PRIME.sub(" min", words)
    if re.search(_IN_TIME, words, re.IGNORECASE):
        return read_whole(said)
    feet = _PRIME.sub(" ft", words)
    message = f"the sign behind the number in “{words}” could be minutes or feet"
    return Misread(message, f"write `{said}` or `{feet}`")


def _log(match: re.Match[str]) -> Log:
    if match["log"]:
        return Log(match["log"].lower())
    which = {"largest": Log.MAX, "highest": Log.MAX, "smallest": Log.MIN, "lowest": Log.MIN}
    which["last"] = Log.LAST
    return which.get(match["which"].lower(), Log.MEAN) if match["which"] else Log.COUNT


def _on_average(rest: str, words: str) -> Measure | Misread:
    """What is to be so on average, where that stands behind it."""
    front = f"average {rest}"
    read = read_whole(as_read(front))
    if isinstance(read, Misread) and read.message.startswith("“average "):
        return replace(read, message=read.message.replace(front, words))
    return read


def _is_outcome(words: str) -> bool:
    """Whether words name what is there or not there, as `certificate in hand`, and no amount."""
    said = set(re.findall(r"[^\W\d_]+", words.lower()))
    counted = said & (NUMBER_WORDS.keys() - {"a", "an", "one"} | AMOUNTS)
    short = len(words.split()) <= 8 and not re.search(r"[0-9%,;:/]", words)
    return short and not counted and bool(OUTCOME.search(words))


def _whole(measure: Measure | Misread, words: str) -> Measure | Misread:
    """The measure, when all of the words are read.

    A unit holds no second number, no bound, no rhythm and no date: words of those that stand in it
    were not understood.
    """
    if isinstance(measure, Misread):
        return measure
    if measure.unit in CLOCKS:
        return measure
    first = measure.unit.partition(" ")[0]
    glued = re.search(r"[0-9](ish|nd|rd|th|(?<![0-9]1)st)\b", words, re.IGNORECASE)
    if (
        glued
        and glued[1].lower() == first.lower()
        and (first.lower() != "st" or " st" not in words)
    ):
        return Misread(f"“{first}” in “{words}” is not understood", HELP)
    if first.lower() == "k" or re.search(r"[0-9]k (?:run|race|walk|swim|ride)\b", words):
        return Misread(
            f"the k in “{words}” could mean kilometres or thousands",
            "write `5 km`, or `5000` and what is counted, as `5000 steps`",
        )
    if first.lower() in TIMES - {"times"}:
        remedy = "say in which time, as `3 times a week`, or how many of what, as `3 books`"
        return Misread(f"“{words}” does not say in which time", remedy)
    if re.search(r"\d", first) and re.search(rf"[0-9]{re.escape(first)}", words):
        return Misread(f"“{first}” in “{words}” is not understood", HELP)
    if part := stray(measure.unit) or _loose(measure.unit):
        alone = re.sub(r"\s*\([^)]*\)", "", words)
        near = alone != words and isinstance(read_whole(as_read(alone)), Measure)
        help_ = f"write `{alone}`" if near else HELP
        return Misread(f"“{part}” in “{words}” is not understood", help_)
    if re.fullmatch(MAGNITUDES, first, re.IGNORECASE):
        help_ = "write the number in digits, as `5000 EUR`"
        return Misread(f"“{first}” in “{words}” could be part of the number", help_)
    return _with_words_in_unit(measure, words)


def _with_words_in_unit(measure: Measure, words: str) -> Measure | Misread:
    """The measure, unless its unit holds a rhythm, a bound, a verb or a day."""
    if measure.kind is Kind.COUNT and (said := rhythm_in(measure.unit)):
        return Misread(f"“{said}” in “{words}” is not understood", _each_time(words, said))
    if said := no_part_of_unit(measure.unit):
        return Misread(f"“{said}” in “{words}” is not understood", HELP)
    for pattern, remedy in NO_UNIT:
        if match := re.search(pattern, re.sub("[()]", " ", measure.unit), re.IGNORECASE):
            part = match[0].strip()
            if measure.by is not None and "rhythm" in remedy:
                remedy = "write how much it is in all, as `lose 12 kg at 1 kg a week`"
            elif measure.kind is Kind.LEVEL and "rhythm" in remedy:
                bare = words.replace(part, "").strip()
                remedy = f"write `{bare}`, and in each entry the number of its time"
            return Misread(f"“{part}” in “{words}” is not understood", remedy)
    return measure


def _each_time(words: str, said: str) -> str:
    """What to write for a count with a rhythm in its unit: so many each time, or so many in all."""
    per = adverb_of(said)
    bare = " ".join(words.replace(said, " ").split())
    often = f"{bare} a {per}"
    read = read_whole(often) if per else None
    if not isinstance(read, Measure) or read.kind is not Kind.HABIT:
        return HELP
    return f"write `{often}` if it is so many each {per}, or `{bare}` if it is so many in all"


def _loose(unit: str) -> str:
    """A sign left over in a unit, or a number in words between parentheses; else nothing."""
    first = unit.partition(" ")[0]
    if first.startswith("(") or re.search(rf"\((?:{BARE_WORD})\b", unit, re.IGNORECASE):
        return unit[unit.index("(") :].partition(")")[0] + ")" * (")" in unit)
    if first[:1] in {"'", "’", "&"} and first:
        return first
    if unit.count("(") != unit.count(")"):
        return next(word for word in unit.split() if "(" in word or ")" in word)
    return next((word for word in unit.split() if re.fullmatch(_SIGN, word)), "")


def read_numbers(texts: Sequence[str], unit: str) -> tuple[list[float], str] | Misread:
    """Numbers as they stand in a mapping, in its `unit`, or in the one that stands behind them.

    >>> read_numbers(["82", "75 kg"], ""), read_numbers(["30:00", "25:00"], "minutes")
    (([82.0, 75.0], 'kg'), ([30.0, 25.0], 'm:ss'))
    """
    read = numbers_of(*texts)
    if isinstance(read, Misread):
        return read
    values, sign = read
    for text in texts:
        tail = parse_number(text)
        if not isinstance(tail, Misread) and tail[1] not in {*CLOCKS, UNSAID}:
            whole = _whole(Measure(unit=tail[1]), text)
            if isinstance(whole, Misread):
                return whole
    if sign in {*CLOCKS, UNSAID} and unit not in CLOCKS:
        said = unit_of(sign, unit)
        return said if isinstance(said, Misread) else (values, said)
    if not unit or not sign:
        return values, unit or sign
    told = [told_in(value, sign, unit) for value in values]
    if any(isinstance(one, Misread) for one in told):
        if re.fullmatch(MONEY, sign) and not re.fullmatch(MONEY, unit):
            return values, f"{sign} {unit}"
        return Misread(f"“{sign}” beside `unit: {unit}` is two units", "write the numbers alone")
    return [one for one in told if not isinstance(one, Misread)], unit
