"""What each form of a measure comes to: a level, a habit, an average, or a question.

In: the match of a form of `measure_grammar.py`, whose groups are its numbers (`a`, `b`), its `unit`
and its period (`per`, `adverb`). Out: a `Measure`, or a `Misread` of what could be meant otherwise.
"""

from __future__ import annotations

import re

from milepost.journal.measure_numbers import numbers_and_unit, numbers_of, timed, unit_of
from milepost.journal.measure_words import (
    AT_MOST,
    AT_ONCE,
    DOWNWARDS,
    HELP,
    STANDS,
    TIMES,
    WANTED_LESS,
    WANTED_MORE,
)
from milepost.journal.numbers import (
    CLOCKS,
    UNITS,
    Misread,
    in_digits,
    is_share,
    told_in,
)
from milepost.journal.rhythm_words import WEEKDAY, period_in
from milepost.journal.values import Measure
from milepost.journal.words import Direction, Kind, Period


def a_level(match: re.Match[str]) -> Measure | Misread:
    """`82-75 kg` goes down; `70-75 kg` may go up, or be where to stay."""
    group = match.groupdict()
    read = numbers_and_unit((match["a"], match["b"]), match["unit"], group.get("unit2"))
    if isinstance(read, Misread):
        return read
    (start, end), unit = read
    if group.get("unit2") and match["unit"]:  # "from 800 m to 3 km"
        told = told_in(start, group["unit2"].strip(), unit)
        start = start if isinstance(told, Misread) else told
    if start > end or group.get("way", "to").lower() == "to":
        return Measure(Kind.LEVEL, start, end, unit)
    rest = f"{match['a']} to {match['b']} {match['unit'] or group.get('unit2') or ''}".strip()
    ways = f"write `from {rest}` or `keep {rest}`"
    if unit and not re.match(rf"(?:{UNITS})(?![^\W_])", unit, re.IGNORECASE):
        mean = f"{{to: {in_digits(end)}, minimum: {in_digits(start)}, unit: {unit}}}"
        ways = f"write `{mean}` if so many are counted, `from {rest}` or `keep {rest}`"
    return Misread(f"“{match[0]}” could be the way from one to the other, or where to stay", ways)


def level_to(match: re.Match[str]) -> Measure | Misread:
    """A level that starts where the first reading says."""
    read = numbers_and_unit([match["a"]], match["unit"])
    if isinstance(read, Misread):
        return read
    (end,), unit = read
    word = "down" if match["under"] else (match["way"] or "").lower()
    goes = None if word in {"", "get"} else Direction.UP if word.endswith("up") else Direction.DOWN
    return Measure(Kind.LEVEL, None, end, unit, goes=goes)


def level_by(match: re.Match[str]) -> Measure | Misread:
    """A level that goes so far up or down from the first reading."""
    read = numbers_and_unit([match["a"]], match["unit"])
    if isinstance(read, Misread):
        return read
    (step,), unit = read
    if unit.startswith("%"):
        return share_of_what(match)
    down = re.fullmatch(DOWNWARDS, match["way"], re.IGNORECASE)
    return Measure(Kind.LEVEL, None, None, unit, by=-abs(step) if down else abs(step))


def relative_level(match: re.Match[str]) -> Measure | Misread:
    """A level that goes so many per cent up or down from a number: `+15 % from 410`."""
    read = numbers_and_unit((match["percent"], match["a"]), match["unit"])
    if isinstance(read, Misread):
        return read
    (percent, start), unit = read
    return Measure(Kind.LEVEL, start, round(start * (1 + percent / 100), 9), unit)


def a_range(match: re.Match[str]) -> Measure | Misread:
    """Between two numbers, or on one side of one, where it is to stay."""
    group = match.groupdict()
    read = numbers_and_unit(
        [text for text in (match["a"], group.get("b")) if text], match["unit"], rhythm=match
    )
    if isinstance(read, Misread):
        return read
    values, unit = read
    side = (group.get("side") or "").lower()
    if side:
        upper = side in {"below", "under"}
        low, high = (None, values[0]) if upper else (values[0], None)
        return Measure(Kind.RANGE, low, high, unit)
    return Measure(Kind.RANGE, min(values), max(values), unit)


def an_average(match: re.Match[str], upper: bool | None = None) -> Measure | Misread:
    """An average; `upper` is whether its bound is the most, where no word says so."""
    group = match.groupdict()
    read = numbers_of(*(text for text in (match["a"], group.get("b")) if text))
    if isinstance(read, Misread):
        return read
    values, sign = read
    # Of "average sleep 7 to 8 hours" the hours are the unit, and sleep is what the title says.
    subject = match["unit2"] or ""
    unit = timed(match, unit_of(sign, match["unit"] or ("" if sign else subject), of=subject))
    if isinstance(unit, Misread):
        return unit
    per = period_in(match)
    if group.get("b"):
        return Measure(Kind.AVERAGE, min(values), max(values), unit, per)
    if upper is None:
        upper = bool(re.fullmatch(AT_MOST, match["side"], re.IGNORECASE))
    low, high = (None, values[0]) if upper else (values[0], None)
    return Measure(Kind.AVERAGE, low, high, unit, per)


def bare_average(match: re.Match[str]) -> Measure | Misread:
    """An average without a side, which is plain of a few things: more sleep, and less coffee."""
    more, less = (bool(one.search(match[0])) for one in (WANTED_MORE, WANTED_LESS))
    if more is less:
        rest = match[0][match.start("a") :]
        thing = f"{match['unit2']} " if match["unit2"] else ""
        sides = " or ".join(f"`average {thing}at {side} {rest}`" for side in ("least", "most"))
        message = f"“{match[0]}” does not say whether at least or at most"
        return Misread(message, f"write {sides}")
    return an_average(match, less)


def a_limit(match: re.Match[str]) -> Measure | Misread:
    """At most so many in each period."""
    read = numbers_and_unit([match["a"]], _counted(match["unit"] or ""), rhythm=match)
    if isinstance(read, Misread):
        return read
    (bound,), unit = read
    return Measure(Kind.LIMIT, None, bound, unit, period_in(match))


def a_count(match: re.Match[str]) -> Measure | Misread:
    """So many in all; or a level, where numbers of its unit do not add up."""
    read = numbers_and_unit([match["a"]], match["unit"])
    if isinstance(read, Misread):
        return read
    (end,), unit = read
    # A time is run or slept, and what is done at one go or stands is so many anew: none adds up.
    if unit in CLOCKS or AT_ONCE.search(unit) or STANDS.match(unit):
        return Measure(Kind.LEVEL, None, end, unit)
    if is_share(unit.partition(" ")[0]) and end >= 0:  # `40 %` says how far it is
        return Measure(Kind.LEVEL, 0.0, end, unit)
    if end < 0:
        remedy = f"write `lose {match[0].lstrip(' -−')}`, or where it starts: `from 82 to 77 kg`"
        return Misread(f"“{match[0]}” is below nothing", remedy)
    return Measure(Kind.COUNT, 0.0, end, unit)


def a_habit(match: re.Match[str]) -> Measure | Misread:
    """So many in each period, of what is named or of times; `twice` is two."""
    word = match.groupdict().get("word") or ""
    return _times(match, 2.0 if word.lower() == "twice" else 1.0, period_in(match))


def _times(match: re.Match[str], times: float, per: Period | None) -> Measure | Misread:
    """A habit of so many times what each time asks for, which is one where no number is named."""
    group = match.groupdict()
    read = numbers_and_unit(
        [group.get("a") or "1"], _counted(group.get("unit") or ""), rhythm=match
    )
    if isinstance(read, Misread):
        return read
    (each,), unit = read
    kind = Kind.HABIT if each or not unit else Kind.LIMIT  # "0 cigarettes a day" allows none
    return Measure(kind, None, each * times, unit, per)


def on_second_days(match: re.Match[str]) -> Measure | Misread:
    """Every second day: seven of the fourteen days of two weeks."""
    return _times(match, 7.0, Period.FORTNIGHT)


def on_weekdays(match: re.Match[str]) -> Measure | Misread:
    """So many days of the week as are named, of two weeks where it is every second one."""
    named = re.findall(WEEKDAY, match["days"], re.IGNORECASE)
    days = {word[:3].lower() for word in named}
    weekdays = re.search("week(?:day|end)", match["days"], re.IGNORECASE)
    times = 0.0
    if weekdays:
        times = 5.0 if weekdays[0].lower() == "weekday" else 2.0
    elif len(days) == len(named):
        times = float(len(days))
    if not times:
        often = "once" if len(days) == 1 else f"{len(days)} times"
        help_ = f"name each day once, or write `{often} a week`"
        return Misread(f"“{match[0]}” names a day twice", help_)
    second = match.groupdict().get("second")
    return _times(match, times, Period.FORTNIGHT if second else Period.WEEK)


def _counted(unit: str) -> str:
    return "" if unit.lower() in TIMES else unit


def share_of_what(match: re.Match[str]) -> Misread:
    """A share of a number that nobody has named."""
    return Misread(
        f"“{match[0]}” does not say of what",
        "say it: `+15 % from 410 clients`, or `from 410 to 470 clients`",
    )


def no_period(match: re.Match[str]) -> Misread:
    """A limit of which nobody knows in which time."""
    below = f"keep below {match[0][match.start('a') :]}"
    return Misread(
        f"“{match[0]}” does not say in which time",
        f"write `{match[0]} a week`, or `{below}` if there are so many at a time",
    )


def below_what(match: re.Match[str]) -> Misread:
    """A limit of which nobody knows whether its bound is still fine."""
    help_ = f"write `at most {match['rest']}` where {match['a']} is still fine"
    return Misread(f"“{match[0]}” could allow {match['a']} or not", help_)


def above_what(match: re.Match[str]) -> Misread:
    """A target of which nobody knows whether it is reached by itself."""
    help_ = f"write `at least {match['rest']}` where {match['a']} is enough"
    return Misread(f"“{match[0]}” could ask for {match['a']} or for more", help_)


def either_of_two(match: re.Match[str]) -> Misread:
    """A rhythm between two numbers, of which a habit has one."""
    per = match["per"] or match["adverb"]
    times = match["unit"] or ("times" if match["a"][0].isdigit() else "")
    help_ = f"write the lower one, as `{match['a']} {times} a {per}`, or an average, as "
    help_ += f"`average {match['a']} to {match['b']} {match['unit']} a {per}`"
    return Misread(f"“{match[0]}” is two targets", help_.replace("  ", " "))


def in_sets(match: re.Match[str]) -> Misread:
    """So many times so much, which are two numbers of one rhythm."""
    often, each = numbers_of(match["a"]), numbers_of(match["b"])
    if isinstance(often, Misread) or isinstance(each, Misread):
        return Misread(f"“{match[0]}” is two numbers", HELP)
    rest = match[0][match.end("b") :]
    per = match["per"] or match["adverb"]
    in_all = in_digits(often[0][0] * each[0][0])
    help_ = f"write how often, as `{match['a']} times a {per}`, or how much, as `{in_all}{rest}`"
    return Misread(f"“{match[0]}” is two numbers", help_)


def against_time(match: re.Match[str]) -> Misread:
    """A way to go in a time: what is measured is the time."""
    return Misread(f"“{match[0]}” is two numbers", f"write the time alone: `under {match['time']}`")


def uneven(match: re.Match[str]) -> Misread:
    """A rhythm that no period holds a whole number of times."""
    return Misread(
        f"“{match[0]}” goes into no week, fortnight or month a whole number of times",
        "write how often a period should hold it, as `3 times a week` or `2 times a month`",
    )


def twice_or_once(match: re.Match[str]) -> Misread:
    """A word that means twice in each, or once in two."""
    weekly = match["of"].lower() == "weekly"
    twice, once = ("twice a week", "once a fortnight") if weekly else ("twice a month", "6 a year")
    return Misread(
        f"“{match[0]}” could be twice in each, or once in two", f"write `{twice}` or `{once}`"
    )
