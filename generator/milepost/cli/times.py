"""Which week or which period is meant, as people type it after a command.

In: words and the day that it is. Out: a week or a span; else an end in words that says what to
type instead.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from milepost.cli.shared import MISUSED, Stop
from milepost.journal.dates import (
    MONTH,
    MONTH_NAMES,
    WEEKDAY,
    WEEKDAYS,
    YEARS,
    parse_date,
    parse_week,
    week_beside,
)
from milepost.journal.numbers import Misread
from milepost.journal.values import Week
from milepost.progress.calendar import Span

_DAY = timedelta(days=1)
_STEPS = {"this": 0, "now": 0, "current": 0, "last": -1, "previous": -1, "next": 1}
_DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1}
_CLOSING = 7
"""So many days before its end a month may be looked back on without being named."""


def week_meant(words: str, today: date) -> Week:
    """The week that is meant: this one where nothing is said.

    It may be named (`2026-W47`, `W47` of this year), by `last` and `next`, or by a day of it.
    """
    said = " ".join(words.lower().split()).removesuffix(" week")
    this = Week.of(today)
    if not said or said in _STEPS:
        return this.plus(_STEPS.get(said, 0))
    if said in _DAYS:
        return Week.of(today + timedelta(days=_DAYS[said]))
    if re.fullmatch(r"w?[0-9]{1,2}", said):
        said = f"{this.year}-w{said.removeprefix('w')}"
    if week := parse_week(said):
        return week
    if beside := week_beside(said):
        near, count = beside
        raise Stop(
            f"there is no week {said.upper()}: that year has {count} weeks",
            f"write: milepost new week {near}",
            MISUSED,
        )
    day = parse_date(words)
    if isinstance(day, date):
        return Week.of(day)
    raise Stop(
        f"no week is called “{words}”",
        f"write: milepost new week {this} (or last, or next, or a day such as {today})",
        MISUSED,
    )


def day_or_week_meant(words: str, today: date) -> date | Week:
    """The day or the whole week for which something is logged: today where nothing is said.

    A day may be told by `yesterday` or by a weekday, which is the last of that name up to today;
    a week as `2026-W47`, or by `this week` and `last week`. None lies ahead.
    """
    said = " ".join(words.lower().split())
    found = _day_or_week(said, today)
    if found is None:
        raise Stop(
            f"no day and no week is called “{words}”",
            f"write: --date {today - _DAY} (or yesterday, or monday, or {Week.of(today)})",
            MISUSED,
        )
    if (found.monday if isinstance(found, Week) else found) > today:
        raise Stop(f"{found} is still ahead", f"today is {today}: write a day up to it", MISUSED)
    return found


def _day_or_week(said: str, today: date) -> date | Week | None:
    if not said or said in _DAYS:
        return today + timedelta(days=_DAYS.get(said, 0))
    if named := re.fullmatch(rf"(last )?({WEEKDAY})", said):
        weekday = next(n for n, name in enumerate(WEEKDAYS) if name.lower()[:3] == named[2][:3])
        back = (today.weekday() - weekday) % 7
        return today - timedelta(days=back or (7 if named[1] else 0))
    which, _, what = said.rpartition(" ")
    if what == "week" and which in _STEPS:
        return Week.of(today).plus(_STEPS[which])
    if re.fullmatch(r"w[0-9]{1,2}", said):
        said = f"{today.year}-{said}"
    day = parse_week(said) or parse_date(said)
    return None if isinstance(day, Misread) else day


def span_meant(words: str, today: date) -> Span:
    """The month, quarter or year that is meant.

    It may be named (`2026-11`, `November 2026`, `2026-Q4`, `Q4` of this year, `2026`), or by
    `last month`, `this quarter`, `last year`. Where nothing is said it is the month that is nearly
    over, else the one before.
    """
    said = " ".join(words.lower().split())
    if not said:
        return Span.month_of(today if _ends_soon(today) else today.replace(day=1) - _DAY)
    which, _, what = said.rpartition(" ")
    if what in {"month", "quarter", "year"} and (not which or which in _STEPS):
        return _beside(what, _STEPS.get(which, 0), today)
    if said in _STEPS:
        return _beside("month", _STEPS[said], today)
    named = re.fullmatch(rf"({MONTH})\.?(?: ([0-9]{{4}}))?", said)
    if named:
        said = f"{named[2] or today.year}-{MONTH_NAMES[named[1]]:02d}"
    if turned := re.fullmatch(r"(q[1-4])(?: ([0-9]{4}))?", said):
        said = f"{turned[2] or today.year}-{turned[1]}"
    if loose := re.fullmatch(r"([0-9]{4})(?:[- ]?(q[1-4])|-([0-9]{1,2}))?", said):
        year, quarter, month = loose.groups()
        part = (quarter or "").upper() or (month or "").zfill(2 if month else 0)
        found = Span.named("-".join(filter(None, (year, part))))
        if found and found.year in YEARS:
            return found
    raise Stop(
        f"no month, quarter or year is called “{words}”",
        f"write: milepost new review {today:%Y-%m} (or {Span.quarter_of(today).name}, "
        f"or {today.year})",
        MISUSED,
    )


def _ends_soon(day: date) -> bool:
    return (Span.month_of(day).end - day).days < _CLOSING


def _beside(kind: str, step: int, today: date) -> Span:
    """The span of a kind in which today lies, or the one before or after it."""

    def around(day: date) -> Span:
        if kind == "month":
            return Span.month_of(day)
        return Span.quarter_of(day) if kind == "quarter" else Span(day.year)

    span = around(today)
    return around((span.start, span.end + _DAY, span.start - _DAY)[step])
