"""A goal whose parts stand apart: in the columns of a table, or in lines of their own.

In: texts by what they hold (see `words.COLUMNS`). Out: a wish. What cannot be read in one way only
is kept among what is unclear.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from milepost.adopting.line import STANDS, read_day, read_line
from milepost.adopting.wish import Wish
from milepost.adopting.words import in_english, is_done
from milepost.journal.dates import parse_date, parse_period
from milepost.journal.key_words import STATES
from milepost.journal.measures import parse_measure
from milepost.journal.nodes import folded
from milepost.journal.numbers import Misread, in_digits, parse_number
from milepost.journal.shortforms import parse_status
from milepost.journal.words import Kind

_TICKS = {"x", "✓", "✔", "✅", "☑", "yes", "ja", "true", "100 %", "100%"}
_OPEN = {"", "☐", "no", "nein", "false", "offen", "[ ]", "❌"}
_OF = re.compile(r"(\S+)\s*(?:/|of|von|out of)\s*(\S.*)")


def from_parts(
    parts: Mapping[str, str], line: int, period: str = "", known: Wish | None = None
) -> Wish:
    """A wish of its parts; `known` is what its own line says, which they add to."""
    wish = known or read_line(parts["title"], line, period)
    unclear = dict(wish.unclear)
    to, now = parts.get("to", ""), parts.get("now", "")
    if now and not to and (both := _OF.fullmatch(now)):
        now, to = both[1], both[2]
    if to:
        measure = _measure(to, parts.get("from", ""), parts.get("unit", ""))
        unclear.pop("measurable", None)
        if measure:
            wish = replace(wish, measurable=measure)
        else:
            unclear["measurable"] = " ".join(filter(None, (to, parts.get("unit", ""))))
            wish = replace(wish, measurable="")
    if now:
        number = parse_number(in_english(now))
        if isinstance(number, Misread) or ("%" in now and "%" not in wish.measurable):
            unclear["readings"] = now
        elif (level := _level_from(number[0], wish.measurable)) and "from" not in parts:
            wish = replace(wish, measurable=level)
        else:
            wish = replace(wish, now=in_digits(number[0]))
    wish = _when(wish, parts, period, unclear)
    if "status" in parts and (status := _status(parts["status"], unclear)) is not None:
        wish = replace(wish, status=status)
    return replace(
        wish,
        area=parts.get("area", wish.area),
        relevant=parts.get("why", wish.relevant),
        unclear=unclear,
    )


def _measure(to: str, baseline: str, unit: str) -> str:
    """The measure in one line, where these make one; else nothing."""
    aim = in_english(to)
    number = parse_number(aim)
    if unit and not isinstance(number, Misread) and not number[1]:
        aim = f"{aim} {unit}"
    start = parse_number(baseline) if baseline else None
    if start is not None and not isinstance(start, Misread):
        aim = f"from {in_digits(start[0])} to {aim}"
    measure = parse_measure(aim)
    return "" if isinstance(measure, Misread) or measure.says_nothing else aim


def _level_from(now: float, measurable: str) -> str:
    """The way from where it stands to a number at which it should stand: `from 82 to 75 kg`.

    Nothing for what adds up, where the number says how far it has come.
    """
    measure = parse_measure(measurable)
    if isinstance(measure, Misread) or measure.kind is not Kind.COUNT or measure.to is None:
        return ""
    stands = measure.unit.lower() in STANDS or now > measure.to
    return f"from {in_digits(now)} to {measurable}" if stands else ""


def _when(wish: Wish, parts: Mapping[str, str], period: str, unclear: dict[str, str]) -> Wish:
    if "due" in parts:
        due = read_day(parts["due"], parse_period(period) if period else None)
        unclear.pop("time_bound", None)
        if due is None:
            unclear["time_bound"] = parts["due"]
        start = wish.start if due and wish.start and wish.start <= due else None
        wish = replace(wish, due=due, start=start)
    begins = parse_date(parts["begins"]) if "begins" in parts else None
    if isinstance(begins, date) and (wish.due is None or begins <= wish.due):
        wish = replace(wish, start=begins)
    return wish


def _status(text: str, unclear: dict[str, str]) -> str | None:
    said = text.strip().lower()
    if said in _OPEN:
        return None
    if said in _TICKS or is_done(said):
        return "done"
    if state := STATES.get(folded(said)):
        return None if state == "active" else state
    if isinstance(parse_status(text), Misread):
        unclear["status"] = text
        return None
    return text
