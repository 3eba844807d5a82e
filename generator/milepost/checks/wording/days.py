"""The last day of a period said in words: in go a match's parts and the day, out comes a date.

Or None, where the text alone does not say: no year and no day to count from, a season, an event,
day and month in an order that could be either.
"""

from __future__ import annotations

import datetime as dt
import re

from milepost.checks.wording import numerals
from milepost.checks.wording.lexicon import Lexicon
from milepost.journal.duewords import add_months, due_in_words, last_of


def resolve(
    words: Lexicon, kind: str, match: re.Match[str], today: dt.date | None
) -> dt.date | None:
    """The day that a deadline of this kind names. An impossible date ("31 June 2026") has none."""
    parts = {name: value for name, value in match.groupdict().items() if value}
    if words.language == "en" and (told := due_in_words(match[0], today)):
        return told
    try:
        if kind in ("duration", "lasting"):
            return _after(words, parts, today)
        if kind == "relative":
            return _relative(words, match[0], today)
        if kind == "weekday":
            return _weekday(words, parts, today)
        if kind == "numeric":
            return _numeric(parts)
        return _period(words, parts, today)
    except (ValueError, OverflowError):
        return None


def _period(words: Lexicon, parts: dict[str, str], today: dt.date | None) -> dt.date | None:
    month = int(parts["month_number"]) if "month_number" in parts else None
    month = words.number("months", parts.get("month")) if month is None else month
    day = int(parts["day"]) if "day" in parts else None
    first, last = _months(words, parts, month)
    if first is None or last is None or "part" in parts or parts.get("edge") == "middle":
        return None
    year = _year(parts, first if day is None else last, day, today)
    if year is None:
        return None
    if "week" in parts:
        return dt.date.fromisocalendar(year, int(parts["week"]), 7)
    if day is not None:
        return dt.date(year, last, day)
    if words.data["edges"].get(parts.get("edge", "")) == "start":
        return dt.date(year, first, 1)
    if parts.get("bound") == words.data["strictly_before"] and "edge" not in parts:
        return dt.date(year, first, 1) - dt.timedelta(days=1)
    return last_of(year, last)


def _months(
    words: Lexicon, parts: dict[str, str], month: int | None
) -> tuple[int | None, int | None]:
    """First and last month of what the parts name: a month, a quarter, a half, a year."""
    if month is not None:
        return month, month
    ordinal = words.number("ordinals", parts.get("ordinal"))
    stretch = words.data["stretches"].get(parts.get("stretch", ""))
    if "quarter" in parts or stretch == "quarter":
        quarter = int(parts["quarter"]) if "quarter" in parts else ordinal
        return (None, None) if quarter is None else (quarter * 3 - 2, quarter * 3)
    if "half" in parts or stretch == "half":
        half = int(parts["half"]) if "half" in parts else min(ordinal or 2, 2)
        return half * 6 - 5, half * 6
    if "stretch" in parts:
        return None, None
    return (1, 12) if "year" in parts else (None, None)


def _year(parts: dict[str, str], month: int, day: int | None, today: dt.date | None) -> int | None:
    """The year named, else the nearest one in which the end is not yet over."""
    if "year" in parts:
        year = int(parts["year"].lstrip("'"))
        return year + 2000 if year < 100 else year
    if today is None:
        return None
    over = (today.month, today.day) > (month, day or 31)
    return today.year + 1 if over else today.year


def _numeric(parts: dict[str, str]) -> dt.date | None:
    """31.3.2027 has one reading; 03/04/2027 has two and is never guessed."""
    if "then" not in parts or "year" not in parts:
        return None
    first, then, year = int(parts["first"]), int(parts["then"]), int(parts["year"])
    year = year + 2000 if year < 100 else year
    if parts["mark"] == "." or first > 12 or first == then:
        return dt.date(year, then, first)
    return dt.date(year, first, then) if then > 12 else None


def _weekday(words: Lexicon, parts: dict[str, str], today: dt.date | None) -> dt.date | None:
    wanted = words.number("weekdays", parts["weekday"])
    if today is None or wanted is None:
        return None
    return today + dt.timedelta(days=(wanted - today.weekday()) % 7)


def _after(words: Lexicon, parts: dict[str, str], today: dt.date | None) -> dt.date | None:
    """Count "in 6 weeks" from the day; a range or a vague number ("a few") has no day."""
    amount = parts.get("n", "")
    count = numerals.whole(words, amount)
    count = words.number("articles", amount) if count is None else count
    unit = parts.get("unit", "").rpartition(" ")[2].removesuffix("s")
    if today is None or count is None:
        return None
    days, months = words.number("unit_days", unit), words.number("unit_months", unit)
    if days is not None:
        return today + dt.timedelta(days=days * count)
    return add_months(today, months * count) if months is not None else None


def _relative(words: Lexicon, phrase: str, today: dt.date | None) -> dt.date | None:
    """The last day of "this month", "next quarter", "by the end of the year"."""
    unit = next((word for word in words.data["calendar_units"] if word in phrase), None)
    if today is None or unit is None or words.pattern("not_calendar").search(phrase):
        return None
    step = int(bool(words.pattern("next_one").search(phrase)))
    length = words.number("unit_months", unit)
    if length is None:
        return today + dt.timedelta(days=6 - today.weekday() + 7 * step)
    first = add_months(today.replace(day=1), step * length)
    first = first.replace(month=(first.month - 1) // length * length + 1)
    return last_of(*_shifted(first, length - 1))


def _shifted(first: dt.date, months: int) -> tuple[int, int]:
    later = add_months(first, months)
    return later.year, later.month
