"""A milestone in one line: its day and words, whether it is reached, a number, its weight.

In: text. Out: a `Milestone`, or a `Misread` with what to write instead. What stands around the
words and looks like a day, a tick, a weight or a number is read, or asked about; never part of the
title without a word.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from milepost.journal.dates import MONTH, make_date, parse_date, parse_period
from milepost.journal.duewords import due_in_words, written_out
from milepost.journal.numbers import (
    MONEY,
    NUMBER,
    NUMBER_WORDS,
    UNITS,
    Misread,
    in_digits,
    parse_bare,
    parse_number,
    with_signs,
)
from milepost.journal.values import Milestone
from milepost.patterns import late

_HEAVIEST = 1000
_LONGEST_DAY = 8
_PARTS = r"[ \t]*(?:[,;:.]|[–—-](?=\s)|[–—-]$)?\s*"
"""What may part a mark from the words beside it."""
_BOX = re.compile(
    r"\[(?P<mark>[^\[\]])\]\s*|(?P<sign>[✓✔✅☑☐⬜]\ufe0f?)\s*|(?P<x>[xX])(?::\s*|\s+)(?=\S)"
)
_DONE = re.compile(
    r"(?P<not>not (?:yet )?done[:,]|to[ -]?do[:,]|open:)\s*"
    rf"|(?P<done>done|ticked|(?:completed|finished|reached|achieved)(?=(?:\s+on)?\s+[0-9]))\b{_PARTS}"
    r"(?:on\s+(?=[0-9]))?",
    re.IGNORECASE,
)
_NO_DAY_OF_CLOSING = re.compile(
    r"(?:yesterday|today|last|this|a|an|[0-9]+|two|three|by|before|until)\b(?=.*)", re.IGNORECASE
)
_DONE_AT_END = re.compile(
    r"(?:\s*[✓✔✅☑]\ufe0f?(?:\s*(?:on\s+)?(?P<ticked>[^\s()\[\]][^()\[\]]*))?|\s+\[[xX]\]"
    r"|(?:\s*[,;:(\[]\s*|\s+[–—-]\s*)done(?:\s+(?:on\s+)?(?P<day>[^\s()\[\]][^()\[\]]*))?[)\]]?"
    r"|\s+done\s+(?:on\s+)?(?P<alone>[^\s()\[\]]*[0-9][^()\[\]]*))$",
    re.IGNORECASE,
)
_BEFORE_DAY = re.compile(
    r"(?:(?:(?:due|by|on|until|till)\b|📅|🗓\ufe0f?|⏳"
    r"|(?:mon|tues?|wed|wednes|thu|thurs|fri|sat|satur|sun)(?:day)?\b[.,]?):?\s*)+",
    re.IGNORECASE,
)
_NO_DEADLINE = re.compile(
    r"(?:for|of|from|since|after|about|over|during|throughout"
    r"|für|von|vom|der|des|seit|nach|über|während)\b",
    re.IGNORECASE,
)
_LIKE_DAY = re.compile(
    r"(?:[0-9]{4}[-/][0-9WQHwqh][0-9/-]*|[0-9]{1,2}([-/.])[0-9]{1,2}\1[0-9]{2,4})(?=[\s,;:.)]|$)"
)
_YEAR = re.compile(r"(?:19|20|21)[0-9]{2}")
_MONTHS = rf"{MONTH}|Januar|Jänner|Februar|März|Mai|Juni|Juli|Oktober|Dezember"
_SEASONS = "spring|summer|autumn|winter|Frühling|Frühjahr|Sommer|Herbst|Winter"
_VAGUE = (
    r"(?:early|late|(?:zu\s+)?(?:Anfang|Beginn))[\s-]+(?:in\s+)?(?:(?:the|de[sr])\s+)?"
    rf"(?:(?P<stretch>(?:(?:{_MONTHS})\b\.?|[qh][1-4]\b)(?:\s+(?:19|20|21)[0-9]{{2}}\b)?"
    r"|(?:19|20|21)[0-9]{2}\b)|(?:year|Jahres)\b)"
)
"""A part of a month or a year of which nobody can tell the last day."""
_VAGUE_END = late(rf"(?:(?:in|by|until|till|bis|spätestens)\s+)*{_VAGUE}", re.IGNORECASE)
_NAMED = late(  # a time that people mean by its name alone, before the words of a step
    rf"(?:(?:[0-9]{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{MONTH})|(?:{MONTH})\.?\s+[0-9]{{1,2}}(?:st|nd|rd|th)?"
    rf"|[qh][1-4]|mid[\s-]+(?:{MONTH})|(?!may\b|march\b|mar\b)(?:{MONTH})"
    r"|[0-9]{1,2}\.[0-9]{1,2}\.(?![0-9])"
    rf"|{_VAGUE}|(?:Mitte|Ende)\s+(?:{_MONTHS})|(?:{_MONTHS})(?=:)"
    rf"|(?:(?:in|by|next|this|before|until)\s+(?:the\s+)?)+(?:{_SEASONS}|fall)"
    rf"|(?:im|bis(?:\s+zum)?|nächste[nrsm]?|diese[nrsm]?)\s+(?:{_SEASONS})"
    rf"(?:\s+(?:19|20|21)[0-9]{{2}})?|(?:{_SEASONS})\s+(?:19|20|21)[0-9]{{2}})\b"
    r"|[0-9]{1,2}\.[0-9]{1,2}\.(?=\s))",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"(?:by|until|till|before|due|in|within|inside|end|mid|this|next|no later|at the latest)\b",
    re.IGNORECASE,
)
_ANY = date(2026, 1, 1)
STAND = rf"\s*((?:{MONEY})?\s?{NUMBER}\S*?(?:\s(?:{UNITS}))?)(?=[,;]?(?:\s|$))[,;]?"
"""A number that a goal stands at, with all that is written onto it."""
_WEIGHT = re.compile(
    r"\s*[,;]?\s*[(\[]\s*(?:weight(?:ed)?|weighs|counts)\b\s*[:=]?\s*(?:of\s+)?(?P<weight>[^()\[\]]*)[)\]]$"
    r"|\s*[(\[]\s*(?:[x×]\s?(?P<times>[0-9.]+)|(?P<times2>[0-9.]+)\s?[x×])\s*[)\]]$"
    r"|\s*[,;]\s*weight\b\s*[:=]?\s*(?P<behind>\S+)$"
    r"|\s+weight\s*[:=]?\s*(?P<bare>[0-9.]+|two|three|four|five|double|half)$",
    re.IGNORECASE,
)
_TIMES = {**NUMBER_WORDS, "double": 2.0, "twice": 2.0, "half": 0.5, "triple": 3.0}


def parse_milestone(text: str) -> Milestone | Misread:
    """`DATE text (weight N)`, after `[x]` or `done DATE`; `=N` before or after the text.

    A day may be written as a deadline is, at the start of the line or else at its end. `✓`, `x` and
    `done` say that it is reached, before the words, or behind them where something parts them.

    >>> step = parse_milestone("by 15 April 2026: exam booked (weight two)")
    >>> step.title, str(step.due), step.weight
    ('exam booked', '2026-04-15', 2.0)
    """
    line = _Line(text)
    for read in (_tick, _weight, _tick_at_end, _due, _stand):
        if misread := read(line):
            return misread
    title = line.rest.strip(" \t,;:")
    if not title:
        return Misread(
            "this milestone has no words",
            "write the day and what is reached, as `2026-06-30 first draft`",
        )
    return Milestone(title, line.due, line.done, line.weight, line.value)


class _Line:
    """A line while it is read: what is left of it, and what was found."""

    def __init__(self, text: str) -> None:
        self.rest = " ".join(text.split())
        self.done: bool | date = False
        self.due: date | None = None
        self.weight = 1.0
        self.value: float | None = None


def _tick(line: _Line) -> Misread | None:
    """A box, a sign or a word at the start, and the day behind the word."""
    if box := _BOX.match(line.rest):
        mark = box["mark"] or box["sign"] or box["x"]
        if mark not in " xX✓✔☐⬜✅☑" and mark[0] not in "✓✔✅☑☐⬜":
            rest = line.rest[box.end() :]
            return Misread(
                f"“[{mark}]” says neither that it is reached nor that it is not",
                f"write `[x] {rest}` or `[ ] {rest}`",
            )
        line.done, line.rest = mark[0] not in " ☐⬜", line.rest[box.end() :]
    word = _DONE.match(line.rest)
    if not word or word.end() == len(line.rest):
        return None
    if word["not"]:
        line.rest = line.rest[word.end() :]
        return None
    rest = line.rest[word.end() :]
    found = _day_at_start(rest)
    if isinstance(found, Misread):
        return found
    if found:
        day, length = found
        written = rest[:length].strip(" ,;:.")
        if not isinstance(parse_date(written), date):
            return Misread(
                f"“{written}” is not a single day", _as_done(line.rest, day, rest[length:]), "date"
            )
        line.done, line.rest = day, rest[length:]
    elif _NO_DAY_OF_CLOSING.match(rest):
        return Misread(f"no day can be told from “{line.rest}”", _as_done(line.rest, _ANY, rest))
    else:
        line.done, line.rest = True, rest
    return None


def _as_done(whole: str, day: date, words: str) -> str:
    return f"write the day it was reached, as `done {day} {words.strip(' ,;:') or whole}`"


def _tick_at_end(line: _Line) -> Misread | None:
    match = _DONE_AT_END.search(line.rest)
    if not match or not match.start():
        return None
    said = match["ticked"] or match["day"] or match["alone"]
    day: date | Misread | bool = parse_date(said) if said else True
    if isinstance(day, Misread):
        return day if _LIKE_DAY.search(said) or _YEAR.search(said) else None
    line.done = line.done if day is True and line.done else day
    line.rest = line.rest[: match.start()]
    return None


def _weight(line: _Line) -> Misread | None:
    match = _WEIGHT.search(line.rest)
    words = line.rest[: match.start()] if match else ""
    if not match or not words.strip():
        return None
    said = next(part for part in match.groups() if part is not None).strip()
    number = _TIMES.get(said.lower()) or parse_bare(said)
    if isinstance(number, Misread) or not 0 <= number <= _HEAVIEST:
        return Misread(
            f"a weight runs from 0 to {_HEAVIEST}, not “{said}”", f"write `{words} (weight 2)`"
        )
    if match["bare"]:
        return Misread(
            f"“weight {said}” could be how much it counts, or what is weighed",
            f"write `{words} (weight {in_digits(number)})`, or with its unit "
            f"`{words} weight {in_digits(number)} kg`",
        )
    line.weight, line.rest = number, words
    return None


def _due(line: _Line) -> Misread | None:
    """The day at the start, or else at the end."""
    found = _day_at_start(line.rest)
    if found is None:
        return _due_at_end(line)
    if isinstance(found, Misread):
        return found
    line.due, rest = found[0], line.rest[found[1] :]
    if to := re.match(r"(?:to|until|till|–|—|->|→|-|\.\.)\s*(?=[0-9])", rest):
        second = _day_at_start(rest[to.end() :])
        if isinstance(second, tuple):
            words = rest[to.end() + second[1] :].strip() or "first draft"
            return Misread(
                "a milestone has one day, and here are two", f"write `{second[0]} {words}`", "date"
            )
    line.rest = rest
    return None


def _due_at_end(line: _Line) -> Misread | None:
    """A day behind the words, unless they only speak of it ("the report for 2026-Q1")."""
    words = line.rest.split(" ")
    for start in range(max(1, len(words) - _LONGEST_DAY), len(words)):
        tail = " ".join(words[start:])
        before = " ".join(words[:start]).rstrip(" ,;:–—-")
        if _NO_DEADLINE.match(tail) or _NO_DEADLINE.fullmatch(words[start - 1]):
            return None
        said = tail.strip("()[],;. ")
        bare = _BEFORE_DAY.sub("", said, count=1)
        if _YEAR.fullmatch(said) and tail[0] not in "([":
            return None  # a year behind a name is part of it: "Berlin 2026"
        if vague := _VAGUE_END.fullmatch(said):
            return _asked(said, _end_of(vague["stretch"]), before)
        day = _told_day(said) or _told_day(bare)
        if day is None and (like := _LIKE_DAY.fullmatch(bare)):
            misread = parse_date(like[0])
            return misread if isinstance(misread, Misread) else None
        if day is None and _WHEN.match(said) and (near := due_in_words(said, _ANY)):
            return _asked(said, near, before)
        if day:
            line.due, line.rest = day, before
            return None
    return None


def _day_at_start(text: str) -> tuple[date, int] | Misread | None:
    """The day that a line begins with, and where its words begin; None where there is no day."""
    begins = _BEFORE_DAY.match(text)
    skipped = begins.end() if begins else 0
    ends = [match.end() for match in re.finditer(r"\S+", text)][: _LONGEST_DAY + 1]
    for start in {skipped: None, 0: None}:
        for end in ends:
            said = text[start:end].rstrip(" ,;:.–—-")
            if not said or (_YEAR.fullmatch(said) and not start and text[end - 1] not in ":,;"):
                continue
            if day := _told_day(said):
                parted = re.match(_PARTS, text[start + len(said) :])
                late = re.match(
                    r"(?:at the latest|latest)\b[:,]?\s*", text[start + len(said) :].lstrip()
                )
                gap = parted.end() if parted else 0
                if late:
                    gap = text[start + len(said) :].index(late[0]) + late.end()
                return day, start + len(said) + gap
    if (before := re.match(r"before\s+", text, re.I)) and _LIKE_DAY.match(text, before.end()):
        found = _day_at_start(text[before.end() :])
        if isinstance(found, tuple):
            length = before.end() + found[1]
            return _asked(text[:length].strip(" ,;:"), found[0] - timedelta(1), text[length:])
    if like := _LIKE_DAY.match(text, skipped):
        misread = parse_date(like[0])
        return misread if isinstance(misread, Misread) else None
    if year := re.match(r"((?:19|20|21)[0-9]{2})\s+(?=\S)", text):
        rest = text[year.end() :]
        return Misread(
            f"“{year[1]}” could be the year, or so many",
            f"write `{year[1]}-12-31 {rest}`, or `{year[1][0]} {year[1][1:]} {rest}` for so many",
            "date",
        )
    return _without_a_year(text, ends)


def _without_a_year(text: str, ends: list[int]) -> Misread | None:
    """A time that lacks its year, or that names no day."""
    for end in reversed(ends):
        said = text[:end].rstrip(" ,;:.–—-")
        if (_WHEN.match(said) or _NAMED.match(said)) and (near := due_in_words(said, _ANY)):
            return _asked(said, near, text[end:])
    if (named := _NAMED.match(text)) and named.end() < len(text):
        figures = re.match(r"([0-9]{1,2})\.([0-9]{1,2})\.", named[0])
        told = make_date(_ANY.year, int(figures[2]), int(figures[1])) if figures else None
        day = told if isinstance(told, date) else _end_of(named["stretch"])
        return _asked(named[0], day, text[named.end() :])
    return None


def _end_of(stretch: str | None) -> date:
    """The last day of a stretch, for an example."""
    told = due_in_words(written_out(stretch), _ANY) if stretch else None
    return told or date(_ANY.year, 6, 30)


def _asked(said: str, near: date, words: str) -> Misread:
    title = words.strip(" ,;:–—-")
    return Misread(
        f"no day can be told from “{said}” alone",
        f"write the day or the month with its year, as `{near} {title or 'first draft'}`",
        "date",
    )


def _told_day(said: str) -> date | None:
    """The last day of a time that is whole in itself: a day, a period, `the end of June 2026`."""
    if (
        " " in said
        and re.match(r"[0-9]{4}-[0-9]", said)
        and not re.search(r"\s[0-9:]+:[0-9:]+$", said)
    ):
        return None  # what stands behind a day in figures is no part of it, unless a time
    if period := parse_period(said):
        return period[1]
    day = parse_date(said)
    if isinstance(day, date):
        return day
    return due_in_words(said) or due_in_words(written_out(said))


def _stand(line: _Line) -> Misread | None:
    """`=N`, before or after the words."""
    match = re.match(rf"={STAND}\s*", line.rest) or re.search(rf"\s={STAND}$", line.rest)
    if match:
        number = parse_bare(match[1])
        if isinstance(number, Misread):
            read = parse_number(match[1])
            if isinstance(read, Misread):
                return with_signs(number, "=", "")
            words = " ".join((line.rest[: match.start()] + " " + line.rest[match.end() :]).split())
            day = f"{line.due} " if line.due else ""
            return replace(number, help=f"write `{day}={in_digits(read[0])} {words}`")
        line.value = number
        line.rest = line.rest[: match.start()] + line.rest[match.end() :]
    elif line.rest.startswith("="):
        said = line.rest.split(" ")[0]
        return Misread(
            f"“{said}” is not a number", "write where the goal should stand, as `=12`", "number"
        )
    return None
