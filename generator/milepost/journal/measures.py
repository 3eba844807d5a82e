"""The one-line form of a measure: `24 books`, `from 82 to 75 kg`, `3 times a week`.

In: text. Out: a `Measure`, or a `Misread` with what to write instead.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from milepost.journal.numbers import (
    NUMBER,
    NUMBER_WORDS,
    SCALE,
    SIGNS,
    Misread,
    parse_number,
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
_N = rf"(?:[{SIGNS}]?\s?(?:{NUMBER}){SCALE}|[{SIGNS}]?[+−-]?[0-9][0-9.,]*{SCALE})"
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
_EXPONENT = re.compile(r"(?<=[0-9])[^\W\d_]+[0-9]+")
_PARTS_OF_A_DAY = ("morning", "noon", "afternoon", "evening", "night")
_WEEKDAY = (
    r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?"
    r"|sat(?:urday)?|sun(?:day)?)s?"
)


def parse_measure(text: str) -> Measure | Misread:
    """The measure that a line describes; see the manual's page on measures for the forms.

    >>> parse_measure("from 82 to 75 kg").to
    75.0
    """
    words = " ".join(text.split())
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
    exponent = _EXPONENT.search(words)
    if isinstance(measure, Measure) and (part := exponent[0] if exponent else stray(measure.unit)):
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
    return _ADVERBS.get(word) or (Period.DAY if word in _PARTS_OF_A_DAY else Period(word))


def _unit(words: str | None, sign: str) -> str:
    """The words of a unit with the sign that stands at the number; neither is lost."""
    words = (words or "").strip()
    return words if not sign or sign in words else f"{sign} {words}".strip()


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
    unit = _unit(match["unit"], sign) or (match["unit2"] or "").strip()
    per = _period(match) if match["per"] or match["adverb"] else None
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
    return Measure(Kind.COUNT, 0.0, end, _unit(match["unit"], sign))


def _dashed(match: re.Match[str]) -> Measure | Misread:
    """A fall from one number to a smaller one; a rise could be a range as well."""
    read = _numbers(match["a"], match["b"])
    if isinstance(read, Misread):
        return read
    (start, end), sign = read
    unit = _unit(match["unit"], sign)
    if start > end:
        return Measure(Kind.LEVEL, start, end, unit)
    line = f"{match['a']} to {match['b']} {unit}".strip()
    return Misread(
        f"“{match[0]}” could be a way or a range", f"write `from {line}` or `keep {line}`"
    )


def _weekdays(match: re.Match[str]) -> Measure | Misread:
    """A habit on named days: so many times a week."""
    days = [day[:3].lower() for day in re.findall(_WEEKDAY, match[0], re.IGNORECASE)]
    if len(set(days)) < len(days):
        return Misread(f"“{match[0]}” names a day twice", f"write `{len(set(days))} times a week`")
    return Measure(Kind.HABIT, None, float(len(days)), "", Period.WEEK)


def _working_days(match: re.Match[str]) -> Measure | Misread:
    read = _numbers(match["a"] or "1")
    if isinstance(read, Misread):
        return read
    (times,), sign = read
    unit = _counted(_unit(match["unit"], sign))
    return Measure(Kind.HABIT, None, 5 * times, unit, Period.WEEK)


def _uneven(match: re.Match[str]) -> Misread:
    """A rhythm that no day, week, month, quarter or year holds a whole number of times."""
    return Misread(
        f"“{match[0]}” goes into no week or month a whole number of times",
        "write how often a period should hold it, as `3 times a week` or `2 times a month`",
    )


def _baseless(match: re.Match[str]) -> Misread:
    """A share more or less of nobody knows what."""
    return Misread(
        f"“{match[0]}” does not say from what",
        "write where it starts and where it should get to, as `from 200 to 230 clients`",
    )


def _clock(match: re.Match[str]) -> Misread:
    """A time, of which a number tells one part only."""
    return Misread(
        f"“{match['time']}” is a time, and a measure is counted in one unit",
        "write it in minutes, as `from 30 to 25 min` or `90 min`",
    )


def _between_times(match: re.Match[str]) -> Misread:
    help_ = f"write the number that is enough, as `{match['low']} times a week`"
    return Misread(f"“{match[0]}” is two numbers of times", help_)


def _by(match: re.Match[str]) -> Misread:
    """A way of which only the length is told."""
    return Misread(
        f"“{match[0]}” does not say where it starts",
        "write both ends, as `from 82 to 75 kg`, or the end alone, as `down to 75 kg`",
    )


def _counted(unit: str) -> str:
    return "" if unit.lower() in _TIMES else unit


_PERIODS = "|".join(("day|week|month|quarter|year", *_PARTS_OF_A_DAY))


def _with_period(form: str) -> str:
    period = rf"(?:(?:a|an|per|each|every|/)\s*(?P<per>{_PERIODS})"
    return form + r"\s*" + period + r"|(?P<adverb>daily|weekly|monthly|yearly))"


_A, _B = rf"(?P<a>{_N})", rf"(?P<b>{_N})"
_BARE_WORD = "|".join(word for word in NUMBER_WORDS if word != "a")
_COUNTED = rf"(?P<a>{_N}|(?:{_WORD})\b)"
_MANY = rf"{_COUNTED}\s*(?P<unit>.*?)"
_OF = r"average\s+(?:of\s+)?(?:(?P<unit2>[^0-9]*?)\s+)?"
_EACH = (
    rf"(?:\s*(?:a|an|per|each|every|/)\s*(?P<per>{_PERIODS})"
    r"|\s*\b(?P<adverb>daily|weekly|monthly|yearly))?"
)
_ANY_TIME = (
    r"(?<![^\s(])[0-9]{1,4}(?::[0-5][0-9]){1,2}(?![0-9:])|(?<![^\s(])[0-9]{1,3}h[0-5][0-9]\b"
)
_SHARE = r"[+−-]?\s?[0-9.]+\s*(?:%|per\s?cent|percent)"
_FORMS: tuple[tuple[str, Callable[[re.Match[str]], Measure | Misread]], ...] = (
    (rf".*?(?P<time>{_ANY_TIME}).*", _clock),
    (
        rf"[+−-]\s?[0-9.]+\s*(?:%|per\s?cent|percent)(?:\s+(?!from\b).*)?"
        rf"|{_SHARE}\s+(?:more|less|fewer|higher|lower)\b.*"
        rf"|(?:by|lose|gain|(?:reduce|raise|increase|decrease|cut|lower)\b.*?\bby)\s+{_SHARE}.*",
        _baseless,
    ),
    (
        rf"(?:lose|gain|(?:reduce|raise|increase|decrease|cut|lower|grow)\b.*?\bby)\s+{_N}.*"
        rf"|{_N}.*?\s(?:more|less|fewer)",
        _by,
    ),
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
        rf"(?P<low>{_N})\s*(?:-|–|—|to)\s*{_N}\s*(?:times|x|×)\s.*",
        _between_times,
    ),
    (
        rf"(?:.*\s)?(?:every|each)\s+(?:other|second|third|(?:[0-9]+|{_WORD}))\s+"
        r"(?:days?|weeks?|months?|quarters?|years?)"
        r"|.*\bfortnight(?:ly)?|bi-?weekly|bi-?monthly",
        _uneven,
    ),
    (
        rf"(?:(?:on|every|each)\s+)?{_WEEKDAY}(?:(?:\s*[,&+/]\s*(?:and\s+)?|\s+and\s+){_WEEKDAY})*",
        _weekdays,
    ),
    (
        rf"(?:{_COUNTED}\s*(?P<unit>.*?)\s*)??(?:on\s+weekdays|(?:a|per|each|every)\s+(?:weekday|work(?:ing)?\s?day))",
        _working_days,
    ),
    (
        _with_period(rf"(?:at most|no more than|up to|max\.?|<=|≤)\s*{_MANY}"),
        _limit,
    ),
    (_with_period(rf"(?:(?:at least|min\.?|minimum|>=|≥)\s*)?{_MANY}"), _habit),
    (_with_period(r"(?P<word>once|twice)"), _habit),
    (r"(?P<adverb>daily|weekly|monthly|yearly)(?P<per>)", _habit),
    (rf"(?:every|each)\s+(?P<per>{_PERIODS})(?P<adverb>)", _habit),
    (
        rf"{_A}(?:\s*(?P<unit2>[^0-9\s][^0-9]*?))?\s*(?:to|–|—|\s-)\s+{_B}"
        r"\s*(?P<unit>(?(unit2)(?:(?P=unit2))?|.*))",  # "12 letters to 3 friends" is no level
        _level,
    ),
    (rf"(?:under|below|less than|fewer than|<)\s*(?P<rest>{_with_period(_MANY)})", _below),
    (rf"(?:down\s+to|under|below|less than|<)\s*{_A}\s*(?P<unit>.*)", _level_to),
    (rf"(?P<a>{_N})(?:-|–|—)(?P<b>{_N})\s*(?P<unit>.*)", _dashed),
    (
        rf"(?:at least|no less than|min\.?|minimum(?:\s+of)?|>=|≥)\s*{_COUNTED}\s*(?P<unit>.*)",
        _count,
    ),
    (rf"(?P<a>{_BARE_WORD})\s+(?P<unit>[^\W\d_]+(?:\s[^\W\d_]+)?)", _count),
    (rf"{_A}\s*(?P<unit>.*)", _count),
)
"""The forms, tried in this order: the special before the plain."""
