"""Numbers as people write them: grouped, with a percent or money sign, hours and minutes.

In: text. Out: a number with the unit that was written beside it, or a `Misread` that says what to
write instead.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_GAP = "[ _,'’\u00a0\u2009\u202f]"
NUMBER = rf"[+−-]?[0-9]{{1,3}}(?:{_GAP}[0-9]{{3}})+(?![0-9])(?:\.[0-9]+)?|[+−-]?[0-9]+(?:\.[0-9]+)?"
"""The pattern of a number; a comma that could be a decimal sign is caught by `parse_number`."""

_WORDS = ["a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
_WORDS += ["eleven", "twelve"]
NUMBER_WORDS = {word: float(max(1, index)) for index, word in enumerate(_WORDS)}
"""Numbers that are written out, up to twelve."""

SIGNS = "€$£¥₹"
_BIGGEST = 1e15
_HOURS_A_WEEK = 168
_HOURS_HELP = "write `3.5`, `2h30` or `90 min`"
_PLAIN = re.compile(rf"([{SIGNS}]\s?)?([+−-]?[{SIGNS}]?(?:{NUMBER}))\s*(\S.*)?")
_COMMA = re.compile(r"[0-9],[0-9]")
_DECIMAL = r"([0-9]+(?:\.[0-9]+)?)"
_HOURS = re.compile(_DECIMAL + r"\s*(?:h|hrs?|hours?)\s*(?:([0-9]{1,2})\s*(?:m|min|minutes?)?)?")
_MINUTES = re.compile(_DECIMAL + r"\s*(?:m|min|minutes?)")
_CLOCK = re.compile(r"([0-9]{1,3}):([0-5][0-9])")


@dataclass(frozen=True, slots=True)
class Misread:
    """Why a text cannot be read, and what to write instead; both are sentences.

    `about` is "number" or "date" where the fault lies in one rather than in the form around it.
    """

    message: str
    help: str
    about: str = ""


def parse_number(text: str) -> tuple[float, str] | Misread:
    """The number that a text starts with, and the words after it (a unit).

    >>> parse_number("1 200 km")
    (1200.0, 'km')
    >>> parse_number("€ 3,000")
    (3000.0, '€')
    """
    stripped = text.strip()
    match = _PLAIN.fullmatch(stripped)
    if not match:
        return Misread(f"“{stripped}” is not a number", "write digits, as `12`, `12.5` or `1 200`")
    sign, digits, rest = (match[1] or "").strip(), match[2], (match[3] or "").strip()
    if _COMMA.search(digits + rest[:2]) and not _grouped(digits, rest):
        return Misread(
            f"the comma in “{stripped}” could mean tenths or thousands",
            "write a point for tenths (`1.5`) and no comma, or a space, for thousands (`1 500`)",
            "number",
        )
    if re.match(r"[,.][0-9]|e[+-]?[0-9]", rest, re.IGNORECASE):
        remedy = "write digits with at most one point, as `1200.5`"
        return Misread(f"“{stripped}” is not a number", remedy)
    for currency in SIGNS:
        if currency in digits:
            sign, digits = currency, digits.replace(currency, "")
    value = float(re.sub(_GAP, "", digits).replace("−", "-"))
    if abs(value) > _BIGGEST:
        remedy = "write a number below 1 000 000 000 000 000"
        return Misread(f"“{stripped}” is too large", remedy, "number")
    return value, rest or sign


def parse_value(text: str) -> float | Misread:
    """The number alone, whatever unit stands behind it."""
    number = parse_number(text)
    return number if isinstance(number, Misread) else number[0]


def parse_years(text: str) -> float | Misread:
    """A number of years, written as `2`, `2y` or `2 years`.

    >>> parse_years("1.5 years")
    1.5
    """
    return parse_value(re.sub(r"\s*(?:y|years?)$", "", text.strip()))


def _grouped(digits: str, rest: str) -> bool:
    if rest.startswith(","):
        return False
    groups = re.split(r"\.", digits.lstrip("+−-" + SIGNS))[0].split(",")
    # "1,200" is a thousand two hundred everywhere that groups by commas; "1,5" and "12,34" are not.
    return all(len(re.sub(_GAP, "", group)) >= 3 for group in groups[1:])


def parse_hours(text: str) -> float | Misread:
    """Hours of a week, written as `3.5`, `3.5 h`, `2h30`, `2:30` or `90 min`.

    >>> parse_hours("2h30")
    2.5
    """
    hours = _hours(text.strip().lower())
    if hours is None:
        return Misread(f"“{text.strip()}” is not a number of hours", _HOURS_HELP, "number")
    if isinstance(hours, Misread) or 0 <= hours <= _HOURS_A_WEEK:
        return hours
    return Misread(f"a week has 168 hours, and this is “{text.strip()}”", _HOURS_HELP, "number")


def _hours(text: str) -> float | Misread | None:
    if match := _CLOCK.fullmatch(text):
        return int(match[1]) + int(match[2]) / 60
    if match := _HOURS.fullmatch(text):
        return float(match[1]) + int(match[2] or 0) / 60
    if match := _MINUTES.fullmatch(text):
        return float(match[1]) / 60
    number = parse_number(text)
    if isinstance(number, Misread):
        return number
    return None if number[1] else number[0]
