"""The last day of a stretch that people write in words: `within three months`, `the end of Q2`.

In: text, and the day from which it counts. Out: a day, or None where no single day can be told: a
season, an event, "early June" are never guessed.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import MAXYEAR, date, timedelta

from milepost.journal.dates import MONTH, MONTH_NAMES, YEARS, make_date
from milepost.journal.numbers import NUMBER_WORDS
from milepost.patterns import late

_ORDINALS = {
    "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4,
    "last": 4,
}  # fmt: skip
_MONTHS_IN = {"month": 1, "quarter": 3, "half": 6, "half-year": 6, "year": 12, "decade": 120}
_DAYS_IN = {"day": 1, "week": 7, "fortnight": 14}
_SHORT = {"eow": "week", "eom": "month", "eoq": "quarter", "eoy": "year"}

_ORDINAL = "|".join(_ORDINALS)
_NUMBER = rf"(?:[0-9]+|{'|'.join(NUMBER_WORDS)}|an)"
_UNIT = r"(?:day|week|fortnight|month|quarter|year|decade)"
_BY = (
    r"(?:(?:by|until|till|til|due|in|within|inside|during|over|throughout|for|on|at|all of|"
    r"no later than|not later than|before|up to|at the latest by|latest by|come|the)\s+)*"
)
_OF = r"(?:\s+(?:of\s+)?(?:the\s+(?:year\s+)?)?)"
_YEAR = (
    rf"(?:{_OF}?(?P<year>[0-9]{{4}})|{_OF}(?P<which>this|next)\s+year|\s+of\s+(?:the|this)\s+year)?"
)
_LATEST = r"(?:\s+at the latest|\s+latest)?"
_LENGTH = late(
    rf"{_BY}(?:(?:next|coming|following|course of|space of|the)\s+)*"
    rf"(?:(?P<half>half\s+an?)|(?P<n>{_NUMBER}))[\s-]+(?:(?:full|whole|more)\s+)?"
    rf"(?P<unit>{_UNIT})(?:s|s['’]|['’]s)?(?:\s+(?P<more>and\s+a\s+half))?"
    r"(?:\s+(?:time|from\s+(?:now|today|then|the\s+start)|hence|after\s+the\s+start))?" + _LATEST
)
_EDGE = r"(?:(?:very\s+)?(?P<edge>end|close|start|beginning|middle|mid)(?:[\s-]+of)?[\s-]+)?"
_CURRENT = late(
    rf"{_BY}{_EDGE}(?:(?:the|of)\s+)*(?P<which>this|next|current|coming|the|all|whole)?\s*"
    r"(?:calendar\s+|whole\s+|entire\s+)?(?P<unit>week|month|quarter|half-year|year)" + _LATEST
)
_ENDING = late(rf"{_BY}(?P<unit>week|month|quarter|year)(?:['’]s)?[\s-]+end{_LATEST}")
_MIDYEAR = late(rf"{_BY}(?:mid[\s-]*|half[\s-]*)year{_YEAR}{_LATEST}")
_MONTH = late(rf"{_BY}{_EDGE}(?:the\s+)?(?P<month>{MONTH})\.?,?{_YEAR}{_LATEST}")
_PART = late(
    rf"{_BY}{_EDGE}(?:the\s+)?(?:(?P<kind>[qh])(?P<number>[1-4])|"
    rf"(?P<ordinal>{_ORDINAL})\s+(?P<stretch>quarter|half))(?:[/'’-])?{_YEAR}{_LATEST}"
)
_PLAIN_YEAR = late(rf"{_BY}{_EDGE}(?:the\s+(?:year\s+)?)?(?P<year>[0-9]{{4}}){_LATEST}")
_DAY = late(
    rf"{_BY}(?:(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{MONTH})|"
    rf"(?P<month2>{MONTH})\.?\s+(?P<day2>[0-9]{{1,2}})(?:st|nd|rd|th)?)"
    rf"(?:,?\s+(?P<year>[0-9]{{4}}))?{_LATEST}"
)
_STRICTLY = re.compile(r"(?:\S+\s+)*?before\s")
_ANY = date(2024, 2, 14)


def needs_origin(text: str) -> bool:
    """Whether the words name a day only from another one: `within three months`, `by June`."""
    return due_in_words(text) is None and due_in_words(text, _ANY) is not None


def due_in_words(text: str, origin: date | None = None) -> date | None:
    """The last day that the words allow, counted from `origin` where they lack a year.

    >>> due_in_words("within three months", date(2026, 1, 5))
    datetime.date(2026, 4, 5)
    >>> due_in_words("by the end of Q2 2026")
    datetime.date(2026, 6, 30)
    """
    words = " ".join(text.lower().strip(" .,;()").split())
    for pattern, read in _FORMS:
        if match := pattern.fullmatch(words):
            try:
                day = read(match, origin)
            except (ValueError, OverflowError):
                return None
            return day if day is not None and day.year in YEARS else None
    return None


def add_months(day: date, months: int) -> date:
    """The same day so many months later, or the last one of a shorter month.

    Raises OverflowError past the year 9999.
    """
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    if year > MAXYEAR:
        raise OverflowError("past the last year that a date can have")
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def last_of(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def _length(match: re.Match[str], origin: date | None) -> date | None:
    """So long from the origin."""
    if origin is None:
        return None
    unit, half = match["unit"], bool(match["half"])
    if unit in _DAYS_IN:
        if half or match["more"]:
            return None
        return origin + timedelta(days=_whole(match["n"]) * _DAYS_IN[unit])
    months = _MONTHS_IN[unit]
    if (half or match["more"]) and months % 2:
        return None
    count = 0 if half else _whole(match["n"]) * months
    return add_months(origin, count + (months // 2 if half or match["more"] else 0))


def _current(match: re.Match[str], origin: date | None) -> date | None:
    """Of this week, the next quarter, the year; "year" alone is no time."""
    if origin is None or (not match["which"] and not match["edge"] and " " not in match[0]):
        return None
    unit, step = match["unit"], int(match["which"] in {"next", "coming"})
    if unit == "week":
        monday = origin - timedelta(days=origin.weekday() - 7 * step)
        return _edge(match["edge"], monday, monday + timedelta(days=6))
    length = _MONTHS_IN[unit]
    first = add_months(origin.replace(day=1), step * length)
    first = first.replace(month=(first.month - 1) // length * length + 1)
    last = add_months(first, length - 1)
    return _edge(match["edge"], first, last_of(last.year, last.month))


def _ending(match: re.Match[str], origin: date | None) -> date | None:
    return due_in_words(f"the end of the {match['unit']}", origin)


def _mid_year(match: re.Match[str], origin: date | None) -> date | None:
    year = _year(match, origin, date(2024, 6, 30))
    return None if year is None else date(year, 6, 30)


def _month(match: re.Match[str], origin: date | None) -> date | None:
    month = MONTH_NAMES[match["month"]]
    return _stretch(match, origin, month, month)


def _part(match: re.Match[str], origin: date | None) -> date | None:
    """A quarter or a half."""
    length = 3 if (match["kind"] or match["stretch"])[0] == "q" else 6
    number = int(match["number"]) if match["number"] else _ORDINALS[match["ordinal"]]
    if length == 6 and number > 2:
        if match["ordinal"] != "last":
            return None
        number = 2
    return _stretch(match, origin, length * (number - 1) + 1, length * number)


def _stretch(match: re.Match[str], origin: date | None, first: int, last: int) -> date | None:
    """A day at the edge of a stretch of months, in the year named or the next one that fits."""
    year = _year(match, origin, last_of(2024, last))
    if year is None:
        return None
    strict = _STRICTLY.match(match[0]) is not None and not match["edge"]
    if strict:
        return date(year, first, 1) - timedelta(days=1)
    return _edge(match["edge"], date(year, first, 1), last_of(year, last))


def _plain_year(match: re.Match[str], _: date | None) -> date | None:
    year = int(match["year"])
    if _STRICTLY.match(match[0]) and not match["edge"]:
        return date(year - 1, 12, 31)
    return _edge(match["edge"], date(year, 1, 1), date(year, 12, 31))


def _day(match: re.Match[str], origin: date | None) -> date | None:
    month = MONTH_NAMES[match["month"] or match["month2"]]
    number = int(match["day"] or match["day2"])
    year = int(match["year"]) if match["year"] else None
    if year is None:
        if origin is None:
            return None
        year = origin.year + ((origin.month, origin.day) > (month, number))
    day = make_date(year, month, number)
    return day if isinstance(day, date) else None


def _year(match: re.Match[str], origin: date | None, end: date) -> int | None:
    """The year named, else the first one in which the end is not over at the origin."""
    if match["year"]:
        return int(match["year"])
    if origin is None:
        return None
    if match["which"]:
        return origin.year + int(match["which"] == "next")
    if re.search(r"of (?:the|this) year", match[0]):
        return origin.year
    return origin.year + ((origin.month, origin.day) > (end.month, end.day))


def _edge(edge: str | None, first: date, last: date) -> date | None:
    """The end, the start or the middle; the middle is told of a month and a year only."""
    if edge in {"start", "beginning"}:
        return first
    if edge in {"middle", "mid"}:
        days = (last - first).days
        return first.replace(day=15) if days <= 31 and days > 7 else (
            date(first.year, 6, 30) if days > 300 else None
        )  # fmt: skip
    return last


def _whole(amount: str) -> int:
    if amount.isdecimal():
        return int(amount)
    return 1 if amount == "an" else int(NUMBER_WORDS[amount])


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date | None], date | None]], ...] = (
    (_DAY, _day),
    (_LENGTH, _length),
    (_ENDING, _ending),
    (_MIDYEAR, _mid_year),
    (_CURRENT, _current),
    (_MONTH, _month),
    (_PART, _part),
    (_PLAIN_YEAR, _plain_year),
    (
        re.compile(rf"{_BY}(?P<short>eow|eom|eoq|eoy){_LATEST}"),
        lambda match, origin: due_in_words(f"the end of the {_SHORT[match['short']]}", origin),
    ),
    (
        re.compile(
            rf"{_BY}(?:eoy|year[\s-]*end|(?:end|close)\s+of\s+(?:the\s+)?year),?\s+(?:of\s+)?"
            rf"(?P<year>[0-9]{{4}}){_LATEST}"
        ),
        lambda match, _: date(int(match["year"]), 12, 31),
    ),
)


_GERMAN = (
    (r"\b(?:spätestens(?:\s+(?:bis|am))?|bis\s+spätestens|bis)(?:\s+(?:zum|zur))?\s+", "by "),
    (r"\b(?:im|in\s+der|am)\s+(?=\w)", ""),
    (r"\b(?:zu\s+)?(?:Anfang|Beginn)\s+(?:des\s+|der\s+)?", "early "),
    (r"\b([1-4])\.\s*Quartals?\b", r"Q\1"),
    (r"\b([12])\.\s*(?:Halbjahr(?:e?s)?|Hälfte)\b", r"H\1"),
    (r"\bJahresanfang\b", "early in the year"),
    (r"\bJahresmitte\b", "mid-year"),
    (r"\bdes\s+Jahres\b", "of the year"),
    (r"\bEnde\s+(?:of\s+|des\s+|der\s+)?", "end of "),
    (r"\bMitte\s+", "mid "),
    (r"\bJahresende\b", "the end of the year"),
    (r"\bthe end of the year\s+(?=[0-9]{4}\b)", "end of "),
    (r"(?<=[0-9])\.\s+(?=[^\W\d_])", " "),
    *((rf"\b{german}\b", ours) for german, ours in (
        ("Januar", "January"), ("Februar", "February"), ("März", "March"), ("Mai", "May"),
        ("Juni", "June"), ("Juli", "July"), ("Oktober", "October"), ("Okt", "Oct"),
        ("Dezember", "December"), ("Dez", "Dec"), ("Montag", "Monday"), ("Dienstag", "Tuesday"),
        ("Mittwoch", "Wednesday"), ("Donnerstag", "Thursday"), ("Freitag", "Friday"),
        ("Samstag", "Saturday"), ("Sonnabend", "Saturday"), ("Sonntag", "Sunday"),
    )),
)  # fmt: skip
_DAY_AND_MONTH = (
    r"[0-9]{1,2}(?:st|nd|rd|th)?\s+[^\W\d_]{3,9}|[^\W\d_]{3,9}\s+[0-9]{1,2}(?:st|nd|rd|th)?"
)
_DAY_OF_SHORT_YEAR = (
    rf"(?<![\w.-])([0-9]{{1,2}})(?:st|nd|rd|th|\.)?[\s-]+({MONTH})\.?,?[\s-]+['’]?(?:20)?([2-9][0-9])"
    rf"(?![\w:.%/-]|\s+(?:{MONTH})\b)"
)
"""A day before a month with a name, and behind it a year in two figures, which is no day of another
month: all write them so."""


def written_out(text: str) -> str:
    """The words of a window as they are read here: German ones, and other ways to write days.

    >>> written_out("KW 26 2026"), written_out("06/2026"), written_out("bis 30. Juni 2026")
    ('2026-W26', '2026-06', 'by 30 June 2026')
    >>> written_out("5 Jan-30 Jun 2026")
    '5 Jan to 30 Jun 2026'
    """
    plain = " ".join(text.split())
    for german, ours in _GERMAN:
        plain = re.sub(german, ours, plain, flags=re.IGNORECASE)
    plain = re.sub(_DAY_OF_SHORT_YEAR, r"\1 \2 20\3", plain, flags=re.IGNORECASE)
    plain = re.sub(r"\b([0-9]{4})([01][0-9])([0-3][0-9])\b", r"\1-\2-\3", plain)
    plain = re.sub(r"(?<![0-9/])(?:0?([1-9])|(1[0-2]))/([0-9]{4})\b", _month_first, plain)
    plain = re.sub(
        r"\b(?:KW|W|week|Woche)\s?([0-9]{1,2})[\s/,]+(?:of\s+)?([0-9]{4})\b",
        lambda week: f"{week[2]}-W{int(week[1]):02}",
        plain,
        flags=re.IGNORECASE,
    )
    return re.sub(
        rf"({_DAY_AND_MONTH})\s*(?:[–—-]|by)\s*(?={_DAY_AND_MONTH})", r"\1 to ", plain, flags=re.I
    )


def _month_first(match: re.Match[str]) -> str:
    return f"{match[3]}-{int(match[1] or match[2]):02}"
