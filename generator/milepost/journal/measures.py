"""The one-line form of a measure: `24 books`, `from 82 to 75 kg`, `3 times a week`.

In: text. Out: a `Measure`, or a `Misread` with what to write instead.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from milepost.journal.numbers import (
    NUMBER,
    NUMBER_WORDS,
    SCALE,
    SIGNS,
    Misread,
    parse_number,
    parse_rate,
    stray,
)
from milepost.journal.values import Measure
from milepost.journal.words import Kind, Period

HELP = (
    "write a count (`24 books`), a level (`from 82 to 75 kg`), a habit (`3 times a week`), a limit "
    "(`at most 2 a week`), a range (`keep 70 to 75 kg`), an average "
    "(`average mood at least 7`), or `milestones`, `tasks`, `yes or no`, "
    "`goals`"
)
_AT_A_RATE = re.compile(
    r"(?P<rest>.+?)[,;]?\s+at\s+(?:a rate of\s+)?"
    r"(?P<rate>[0-9+−-].*?\s*(?:a|per|each|every|/)\s*(?:day|week|month|quarter|year))",
    re.IGNORECASE,
)
_N = rf"[{SIGNS}]?\s?(?:{NUMBER}){SCALE}|[{SIGNS}]?[+−-]?[0-9][0-9.,]*{SCALE}"
_WORD = "|".join(NUMBER_WORDS)
_ADVERBS = {
    "daily": Period.DAY,
    "weekly": Period.WEEK,
    "monthly": Period.MONTH,
    "yearly": Period.YEAR,
}
_PLAIN = {
    "milestones": Kind.MILESTONES,
    "tasks": Kind.TASKS,
    "yes or no": Kind.YES_NO,
    "yes/no": Kind.YES_NO,
    "yes-no": Kind.YES_NO,
    "goals": Kind.GOALS,
}
_AT_MOST = {"at most", "no more than", "below", "under"}
_TIMES = {"times", "time", "x", "×"}


def parse_measure(text: str) -> Measure | Misread:
    """The measure that a line describes; see the manual's page on measures for the forms.

    >>> parse_measure("from 82 to 75 kg").to
    75.0
    """
    words = " ".join(text.split())
    if match := _AT_A_RATE.fullmatch(words):
        measure, rate = parse_measure(match["rest"]), parse_rate(match["rate"])
        if isinstance(measure, Measure) and measure.kind in {Kind.COUNT, Kind.LEVEL}:
            return rate if isinstance(rate, Misread) else replace(measure, rate=rate)
    if kind := _PLAIN.get(words.lower()):
        return Measure(kind)
    for number in re.findall(r"[0-9][0-9.]*,[0-9.,]*", words):
        if isinstance(unclear := parse_number(number), Misread):
            return unclear
    for pattern, build in _FORMS:
        if match := re.fullmatch(pattern, words, re.IGNORECASE):
            return _whole(build(match), words)
    return Misread(f"“{words}” is no measure", HELP)


def _whole(measure: Measure | Misread, words: str) -> Measure | Misread:
    """The measure, when all of the words are read: a unit holds no second number."""
    if isinstance(measure, Measure) and (part := stray(measure.unit)):
        return Misread(f"“{part}” in “{words}” is not understood", HELP)
    return measure


def _numbers(*texts: str | None) -> tuple[list[float], str] | Misread:
    """The numbers, and the unit that one of them carries."""
    values: list[float] = []
    unit = ""
    for text in texts:
        if text and text.lower() in NUMBER_WORDS:
            values.append(NUMBER_WORDS[text.lower()])
            continue
        number = parse_number(text or "")
        if isinstance(number, Misread):
            return number
        values.append(number[0])
        unit = number[1] or unit
    return values, unit


def _period(match: re.Match[str]) -> Period:
    group = match.groupdict()
    word = next(word for word in (group["per"], group["adverb"]) if word).lower()
    return _ADVERBS.get(word) or Period(word)


def _level(match: re.Match[str]) -> Measure | Misread:
    read = _numbers(match["a"], match["b"])
    if isinstance(read, Misread):
        return read
    (start, end), unit = read
    return Measure(Kind.LEVEL, start, end, (match["unit"] or match["unit2"] or unit).strip())


def _level_to(match: re.Match[str]) -> Measure | Misread:
    """A level that starts where the first reading says."""
    read = _numbers(match["a"])
    if isinstance(read, Misread):
        return read
    (end,), sign = read
    return Measure(Kind.LEVEL, None, end, match["unit"].strip() or sign)


def _relative(match: re.Match[str]) -> Measure | Misread:
    read = _numbers(match["percent"], match["a"])
    if isinstance(read, Misread):
        return read
    (percent, start), unit = read
    end = round(start * (1 + percent / 100), 9)
    return Measure(Kind.LEVEL, start, end, match["unit"].strip() or unit)


def _range(match: re.Match[str]) -> Measure | Misread:
    group = match.groupdict()
    read = _numbers(*(text for text in (group.get("a"), group.get("b")) if text))
    if isinstance(read, Misread):
        return read
    values, unit = read
    unit = match["unit"].strip() or unit
    side = (group.get("side") or "").lower()
    if side:
        upper = side in {"below", "under"}
        low, high = (None, values[0]) if upper else (values[0], None)
        return Measure(Kind.RANGE, low, high, unit)
    return Measure(Kind.RANGE, min(values), max(values), unit)


def _average(match: re.Match[str]) -> Measure | Misread:
    group = match.groupdict()
    read = _numbers(*(text for text in (match["a"], group.get("b")) if text))
    if isinstance(read, Misread):
        return read
    values, sign = read
    unit = (match["unit"] or "").strip() or (match["unit2"] or "").strip() or sign
    per = Period(match["per"].lower()) if match["per"] else None
    if group.get("b"):
        return Measure(Kind.AVERAGE, min(values), max(values), unit, per)
    upper = match["side"].lower() in _AT_MOST
    low, high = (None, values[0]) if upper else (values[0], None)
    return Measure(Kind.AVERAGE, low, high, unit, per)


def _limit(match: re.Match[str]) -> Measure | Misread:
    read = _numbers(match["a"])
    if isinstance(read, Misread):
        return read
    (bound,), sign = read
    unit = (match["unit"] or "").strip()
    return Measure(Kind.LIMIT, None, bound, _counted(unit) or sign, _period(match))


def _below(match: re.Match[str]) -> Misread:
    """A limit of which nobody knows whether its bound is still fine."""
    help_ = f"write `at most {match['rest']}` where {match['a']} is still fine"
    return Misread(f"“{match[0]}” could allow {match['a']} or not", help_)


def _habit(match: re.Match[str]) -> Measure | Misread:
    group = match.groupdict()
    text = group.get("a") or {"once": "1", "twice": "2"}.get((group.get("word") or "").lower(), "1")
    read = _numbers(text)
    if isinstance(read, Misread):
        return read
    (times,), sign = read
    unit = (group.get("unit") or "").strip()
    return Measure(Kind.HABIT, None, times, _counted(unit) or sign, _period(match))


def _count(match: re.Match[str]) -> Measure | Misread:
    read = _numbers(match["a"])
    if isinstance(read, Misread):
        return read
    (end,), sign = read
    return Measure(Kind.COUNT, 0.0, end, (match["unit"] or "").strip() or sign)


def _counted(unit: str) -> str:
    return "" if unit.lower() in _TIMES else unit


def _with_period(form: str) -> str:
    period = r"(?:(?:a|an|per|each|every|/)\s*(?P<per>day|week|month|quarter|year)"
    return form + r"\s*" + period + r"|(?P<adverb>daily|weekly|monthly|yearly))"


_A, _B = rf"(?P<a>{_N})", rf"(?P<b>{_N})"
_BARE_WORD = "|".join(word for word in NUMBER_WORDS if word != "a")
_COUNTED = rf"(?P<a>{_N}|(?:{_WORD})\b)"
_MANY = rf"{_COUNTED}\s*(?P<unit>.*?)"
_OF = r"average\s+(?:of\s+)?(?:(?P<unit2>[^0-9]*?)\s+)?"
_EACH = r"(?:\s*(?:a|an|per|each|every|/)\s*(?P<per>day|week|month|quarter|year))?"
_FORMS: tuple[tuple[str, Callable[[re.Match[str]], Measure | Misread]], ...] = (
    (
        rf"{_OF}(?P<side>at least|above|over|at most|no more than|below|under)\s+{_A}"
        rf"\s*(?P<unit>.*?){_EACH}",
        _average,
    ),
    (rf"{_OF}(?:between\s+)?{_A}\s*(?:to|and|-|–)\s*{_B}\s*(?P<unit>.*?){_EACH}", _average),
    (rf"(?P<percent>[+−-]\s?[0-9.]+)\s*%\s*from\s+{_A}\s*(?P<unit>.*)", _relative),
    (rf"keep\s+(?:it\s+)?(?P<side>above|over|below|under)\s+{_A}\s*(?P<unit>.*)", _range),
    (rf"keep\s+(?:it\s+)?(?:between\s+)?{_A}\s*(?:to|and|-|–)\s*{_B}\s*(?P<unit>.*)", _range),
    (
        rf"from\s+{_A}\s*(?P<unit2>[^0-9].*?)??\s+to\s+{_B}\s*(?P<unit>.*)",
        _level,
    ),
    (rf"{_A}\s*(?P<unit2>[^0-9].*?)??\s*(?:->|→|=>)\s*{_B}\s*(?P<unit>.*)", _level),
    (
        _with_period(rf"(?:at most|no more than|up to|max\.?|<=|≤)\s*{_MANY}"),
        _limit,
    ),
    (_with_period(rf"(?:at least\s+)?{_MANY}"), _habit),
    (_with_period(r"(?P<word>once|twice)"), _habit),
    (r"(?P<adverb>daily|weekly|monthly|yearly)(?P<per>)", _habit),
    (r"every\s+(?P<per>day|week|month|quarter|year)(?P<adverb>)", _habit),
    (
        rf"{_A}(?:\s*(?P<unit2>[^0-9\s][^0-9]*?))?\s*(?:to|–|—|\s-)\s+{_B}"
        r"\s*(?P<unit>(?(unit2)(?:(?P=unit2))?|.*))",  # "12 letters to 3 friends" is no level
        _level,
    ),
    (rf"(?:under|below|less than|fewer than|<)\s*(?P<rest>{_with_period(_MANY)})", _below),
    (rf"(?:down\s+to|under|below|less than|<)\s*{_A}\s*(?P<unit>.*)", _level_to),
    (rf"(?:at least|no less than|>=|≥)\s*{_COUNTED}\s*(?P<unit>.*)", _count),
    (rf"(?P<a>{_BARE_WORD})\s+(?P<unit>[^\W\d_]+(?:\s[^\W\d_]+)?)", _count),
    (rf"{_A}\s*(?P<unit>.*)", _count),
)
"""The forms, tried in this order: the special before the plain."""
