"""Numbers as people write them: grouped, with a percent or money sign, hours and minutes.

In: text. Out: a number with the unit that was written beside it, or a `Misread` that says what to
write instead.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_GAP = "[ _,'’\u00a0\u2009\u202f]"
_DIGITS = rf"(?:[0-9]{{1,3}}(?:{_GAP}[0-9]{{3}})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?"
NUMBER = rf"[+−-]?{_DIGITS}"
"""The pattern of a number; a comma that could be a decimal sign is caught by `parse_number`."""
SCALE = r"(?:(?-i:[kKM])(?![^\W_]))?"
"""A thousand or a million, written right behind a number: `24k`, `1.5M`; `5m` is five metres."""
_SCALES = {"k": 1e3, "K": 1e3, "M": 1e6}

_WORDS = ["a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
_WORDS += ["eleven", "twelve"]
NUMBER_WORDS = {word: float(max(1, index)) for index, word in enumerate(_WORDS)}
"""Numbers that are written out, up to twelve."""

SIGNS = "€$£¥₹"
_BIGGEST = 1e15
_HOURS_A_WEEK = 168
_HOURS_HELP = "write `3.5`, `2h30` or `90 min`"
_PLAIN = re.compile(
    rf"(?P<outer>[+−-]?)(?P<currency>[{SIGNS}]?)\s?(?P<inner>[+−-]?)"
    rf"(?P<digits>{_DIGITS})(?P<scale>{SCALE})(?P<rest>.*)"
)
_UNIT = re.compile(r"[^\W\d_][^\d]*|[^\W\d_]+[0-9]|[%°‰$€£¥₹\"'“(&#][^\d]*")
"""A word of a unit: no digits but one at its end, as in CO2."""
_EXPONENT = re.compile(r"[^\W\d_]+[0-9]+")
_TIMES = re.compile(r"[x×][0-9]")
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
    """The number that a text is, and the words after it (a unit): all of the text, or neither.

    >>> parse_number("1 200 km")
    (1200.0, 'km')
    >>> parse_number("€ 3,000")
    (3000.0, '€')
    >>> parse_number("1.5M steps")
    (1500000.0, 'steps')
    """
    stripped = text.strip()
    match = _PLAIN.fullmatch(stripped)
    if not match:
        return Misread(f"“{stripped}” is not a number", "write digits, as `12`, `12.5` or `1 200`")
    digits, rest = match["digits"], match["rest"].strip()
    if _COMMA.search(digits + rest[:2]) and not _grouped(digits, rest):
        return Misread(
            f"the comma in “{stripped}” could mean tenths or thousands",
            "write a point for tenths (`1.5`) and no comma, or a space, for thousands (`1 500`)",
            "number",
        )
    if match["outer"] and match["inner"]:
        return Misread(f"“{stripped}” has two signs", "write one sign, as `-3`", "number")
    exponent = _EXPONENT.match(match["rest"])
    if part := exponent[0] if exponent else stray(rest):
        return Misread(
            f"“{part}” in “{stripped}” is not understood",
            "write one number, and its unit if it has one, as `12`, `1200.5` or `12 km`",
            "number",
        )
    value = float(re.sub(_GAP, "", digits)) * _SCALES.get(match["scale"], 1.0)
    if value > _BIGGEST:
        remedy = "write a number below 1 000 000 000 000 000"
        return Misread(f"“{stripped}” is too large", remedy, "number")
    negative = (match["outer"] or match["inner"]) in {"-", "−"}
    return (-value if negative else value), rest or match["currency"]


def sure_of(text: str) -> tuple[str, bool]:
    """A number without the mark behind it that says it is meant, and whether it had that mark.

    >>> sure_of("0!"), sure_of("81.4 kg")
    (('0', True), ('81.4 kg', False))
    """
    bare = text.strip()
    return bare.removesuffix("!").strip(), bare.endswith("!")


def stray(unit: str) -> str:
    """The part of a text that cannot be a unit; empty where all of it can.

    >>> stray("practice questions"), stray("to 75 kg"), stray(":30 minutes")
    ('', '75', ':30')
    """
    for word in unit.split():
        if not _UNIT.fullmatch(word) or _TIMES.match(word):
            return word
    return ""


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
