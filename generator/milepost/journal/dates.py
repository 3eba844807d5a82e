"""Days, weeks and periods as people write them.

In: text. Out: a date, a week, or the first and last day of a period; else a `Misread` that says
what to write instead. A day whose order is unclear (`03/01/2016`) is never guessed.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from datetime import date
from typing import Literal

from milepost.journal.numbers import Misread
from milepost.journal.values import Week
from milepost.patterns import late

_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[T ][0-9:.,+Zz −-]*)?")
_SLASHED = re.compile(r"([0-9]{4})[/.]([0-9]{1,2})[/.]([0-9]{1,2})")
_TURNED = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{2,4})")
_WEEK = re.compile(r"([0-9]{4})-?W([0-9]{1,2})(?:-[1-7])?", re.IGNORECASE)
_QUARTER = re.compile(r"([0-9]{4})-?Q([1-4])", re.IGNORECASE)
_HALF = re.compile(r"([0-9]{4})-?H([12])", re.IGNORECASE)
_MONTH = re.compile(r"([0-9]{4})-([0-9]{1,2})")
_YEAR = re.compile(r"([0-9]{4})")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
"""English month names; `calendar.month_name` would follow the locale of the machine."""
MONTH_NAMES = {name.lower(): number for number, name in enumerate(MONTHS, 1)}
MONTH_NAMES |= {name[:3]: number for name, number in MONTH_NAMES.items()} | {"sept": 9}
MONTH = "|".join(sorted(MONTH_NAMES, key=len, reverse=True))
"""The pattern of a month's name, in full or in three letters, without regard to case."""
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WEEKDAY = "(?:mon|tue(?:s)?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
"""The pattern of a weekday's name, in full or shorter, without regard to case."""
_ELSEWHERE = (
    "januar jänner janvier enero gennaio januari janeiro styczeń stycznia",
    "februar feber février fevrier febrero febbraio februari fevereiro luty lutego",
    "märz maerz mars marzo maart março marco marts marzec marca",
    "april avril abril aprile kwiecień kwietnia",
    "mai mayo maggio mei maio maj maja",
    "juni juin junio giugno junho czerwiec czerwca",
    "juli juillet julio luglio julho lipiec lipca",
    "august août aout agosto augustus augusti sierpień sierpnia",
    "september septembre septiembre setiembre settembre setembro wrzesień września",
    "oktober octobre octubre ottobre outubro październik października okt",
    "november novembre noviembre novembro listopad listopada",
    "dezember décembre decembre diciembre dicembre dezembro grudzień grudnia dez",
)
_EVERY_MONTH = MONTH_NAMES | {
    name: number for number, names in enumerate(_ELSEWHERE, 1) for name in names.split()
}
"""The same with those of the languages in which most notes are written, from the CLDR; a name that
is another month's elsewhere (the Croatians' “listopad” is October) counts as in the larger one."""
_ANY_MONTH = "|".join(sorted(_EVERY_MONTH, key=len, reverse=True))
_DAY_FIRST = late(
    rf"(?<![0-9])([0-9]{{1,2}})(?:st|nd|rd|th|er|[.ºª°])?\s*(?:de\s|d['’])?\s*\b({_ANY_MONTH})\b",
    re.IGNORECASE,
)
_NAME_FIRST = late(rf"\b({_ANY_MONTH})\b\.?\s+([0-9]{{1,2}})(?:st|nd|rd|th)?\b", re.IGNORECASE)
_LIKE_DAY = late(
    r"[0-9]{4}[/-][0-9]{1,2}(?:[/-][0-9]{1,2})?(?:T\S*)?|[0-9]{4}\.[0-9]{1,2}\.[0-9]{1,2}"
    r"|[0-9]{4}-?W[0-9]{1,2}|[0-9]{1,2}(?P<joint>[/.-])[0-9]{1,2}(?P=joint)[0-9]{2,4}"
    rf"|[0-9]{{1,2}}(?:st|nd|rd|th|er|\.)?\s(?:of\s|de\s)?(?:{_ANY_MONTH})\.?,?(?:\sde)?\s[0-9]{{4}}"
    rf"|(?:{_ANY_MONTH})\.?\s[0-9]{{1,2}}(?:st|nd|rd|th)?,?\s[0-9]{{4}}",
    re.IGNORECASE,
)
"""What is written as a day, a month or a week, whether or not there is such a one."""
_OF_YEAR = re.compile(r"[\s,.]*(?:(?:de|del|do)\b)?[\s,.]*", re.IGNORECASE)
_BARE_YEAR = re.compile(r"\b((?:19|20|21)[0-9]{2})\b")
Order = Literal["day", "month", ""]
"""Which part of a day that has its year last comes first; nothing where that is not known."""
FORM = "write year, month and day, as `2026-06-30`"
_YEAR_JUST_BEFORE = re.compile(r"\b((?:19|20|21)[0-9]{2})[\s,.]*$")
YEARS = range(1900, 2201)
"""The years that are taken for years of a journal."""


def parse_date(text: str) -> date | Misread:
    """The day that a text names; a date-time keeps its calendar day, whatever its offset.

    >>> parse_date("2026-06-30T23:30:00+02:00")
    datetime.date(2026, 6, 30)
    >>> parse_date("30 June 2026")
    datetime.date(2026, 6, 30)
    >>> parse_date("[[2026-06-30]]")
    datetime.date(2026, 6, 30)
    """
    stripped = unlinked(text.strip())
    match = _ISO.fullmatch(stripped) or _SLASHED.fullmatch(stripped)
    if match:
        return make_date(int(match[1]), int(match[2]), int(match[3]))
    if _TURNED.fullmatch(stripped):
        return _turned(stripped)
    if parse_week(stripped) or _QUARTER.fullmatch(stripped) or _MONTH.fullmatch(stripped):
        return Misread(f"“{stripped}” is not a single day", FORM, "date")
    found = find_date(stripped, whole=True)
    return found or Misread(f"“{stripped}” is not a day", FORM, "date")


def unlinked(text: str) -> str:
    """A day or a period out of the link to its note, as editors write it.

    >>> unlinked("by [[2026-06-30]]"), unlinked("[[notes/2026-06|June]]")
    ('by 2026-06-30', '2026-06')
    """
    return re.sub(r"!?\[\[(?:[^\[\]|#]*/)?([^\[\]|#/]+)(?:[|#][^\[\]]*)?\]\]", r"\1", text)


def like_a_day(text: str) -> bool:
    """Whether a text can only be meant for a day, whether or not there is such a one.

    >>> like_a_day("2026-02-30"), like_a_day("2026-13"), like_a_day("3 chapters")
    (True, True, False)
    """
    stripped = " ".join(text.split())
    return bool(_LIKE_DAY.fullmatch(stripped)) or isinstance(parse_date(stripped), date)


def _turned(text: str) -> date | Misread:
    """A day whose parts stand in another order than year, month, day.

    Where points part them the day comes first, as all write it who write points; else a number
    over 12 tells which is the day.
    """
    match = _TURNED.fullmatch(text)
    if match and len(match[3]) == 4:
        return turned_day(text, int(match[1]), int(match[2]), int(match[3]))
    return Misread(f"“{text}” could be two different days", FORM, "date")


def turned_day(text: str, first: int, second: int, year: int, order: Order = "") -> date | Misread:
    """The day of a text that has its year last: “03-04-2025”, and its three numbers.

    What the text says of its order by points, or by a number over 12, goes before the `order` that
    others tell.
    """
    own = "day" if "." in text else order_of([(first, second)])
    match own or order:
        case "day":
            return make_date(year, second, first)
        case "month":
            return make_date(year, first, second)
    return Misread(f"“{text}” could be two different days", FORM, "date")


def order_of(pairs: Iterable[tuple[int, int]]) -> Order:
    """Which of two numbers is the day in all of these: the one that goes beyond 12 somewhere.

    Nothing where neither does, or both do.

    >>> order_of([(3, 4), (15, 4)]), order_of([(3, 4)]), order_of([(15, 4), (4, 15)])
    ('day', '', '')
    """
    known = tuple(pairs)
    days, months = any(one > 12 for one, _ in known), any(two > 12 for _, two in known)
    if days is months:
        return ""
    return "day" if days else "month"


def make_date(year: int, month: int, day: int) -> date | Misread:
    """The day with these numbers, or why there is none."""
    if year not in YEARS:
        return Misread(f"the year {year} is out of reach", "write a year from 1900 to 2200", "date")
    if not 1 <= month <= 12:
        return Misread(f"there is no month {month}", "months run from 01 to 12: " + FORM, "date")
    last = calendar.monthrange(year, month)[1]
    if not 1 <= day <= last:
        name = MONTHS[month - 1]
        return Misread(
            f"there is no {day} {name} {year}: the month has {last} days",
            f"write a day from {year}-{month:02d}-01 to {year}-{month:02d}-{last}",
            "date",
        )
    return date(year, month, day)


def is_slashed(text: str) -> bool:
    """Whether a day is clear but written with slashes or points, as `2026/07/21`."""
    return bool(_SLASHED.fullmatch(text.strip()) or _TURNED.fullmatch(text.strip()))


def find_date(text: str, *, whole: bool = False) -> date | None:
    """The first day named within a text; with `whole`, the text must be nothing else.

    >>> find_date("Week notes: June 19 & 26, 2016")
    datetime.date(2016, 6, 19)
    >>> find_date("12. März 2026") == find_date("12 de marzo de 2026") == date(2026, 3, 12)
    True
    """
    for match in re.finditer(r"(?<![0-9])[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])", text):
        day = None if whole else parse_date(match[0])
        if isinstance(day, date):
            return day
    for pattern, name, number in ((_DAY_FIRST, 2, 1), (_NAME_FIRST, 1, 2)):
        match_ = pattern.search(text)
        if not match_:
            continue
        before, after = text[: match_.start()], text[match_.end() :]
        if year := _BARE_YEAR.search(after):
            rest = before + after[: year.start()] + after[year.end() :]
        elif year := _YEAR_JUST_BEFORE.search(before):
            rest = before[: year.start()] + after
        else:
            continue
        if whole and not _OF_YEAR.fullmatch(rest):
            continue
        day = make_date(int(year[1]), _EVERY_MONTH[match_[name].lower()], int(match_[number]))
        if isinstance(day, date):
            return day
    return None


def parse_week(text: str) -> Week | None:
    """The ISO week that a text names, as `2026-W47`, if it is one that exists.

    >>> str(parse_week("2026w7"))
    '2026-W07'
    """
    match = _WEEK.fullmatch(text.strip())
    if not match or int(match[1]) not in YEARS:
        return None
    year, number = int(match[1]), int(match[2])
    weeks = date(year, 12, 28).isocalendar()[1]
    return Week(year, number) if 1 <= number <= weeks else None


def week_beside(text: str) -> tuple[Week, int] | None:
    """The week beside one that does not exist, and how many weeks that year has.

    Only the one behind a year's last week, or two behind it, and week 0 have one; other numbers are
    slips.

    >>> [str(part) for part in week_beside("2025-W53")]
    ['2026-W01', '52']
    """
    match = _WEEK.fullmatch(text.strip())
    if not match or int(match[1]) not in YEARS or parse_week(text):
        return None
    if int(match[2]) not in {0, 53, 54}:
        return None
    last = Week.of(date(int(match[1]), 12, 28))
    near = last.plus(1) if int(match[2]) else Week(last.year, 1).plus(-1)
    return near, last.number


def parse_period(text: str) -> tuple[date, date] | None:
    """First and last day of a week, month, quarter, half or whole year.

    >>> parse_period("2026-H1")
    (datetime.date(2026, 1, 1), datetime.date(2026, 6, 30))
    """
    stripped = text.strip()
    if week := parse_week(stripped):
        return week.monday, week.sunday
    for pattern, months in ((_QUARTER, 3), (_HALF, 6), (_MONTH, 1), (_YEAR, 12)):
        match = pattern.fullmatch(stripped)
        if match and int(match[1]) in YEARS:
            number = int(match[2]) if months < 12 else 1
            if not 1 <= number <= 12 // months:
                return None
            year, last = int(match[1]), number * months
            return date(year, last - months + 1, 1), date(
                year, last, calendar.monthrange(year, last)[1]
            )
    return None
