"""The numbers of a measure, as they are written, and the unit in which they are.

In: text, or the parts of a line that hold a number or a unit. Out: numbers in one unit, or a
`Misread` where two units stand beside each other; patterns for a number within a form.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from unicodedata import normalize

from milepost.journal.measure_words import OF_HOURS, OF_MINUTES, SPOKEN
from milepost.journal.numbers import (
    CLOCK,
    CLOCKS,
    FRACTIONS,
    LETTERS,
    NUMBER,
    NUMBER_WORDS,
    SCALE,
    UNSAID,
    Misread,
    in_digits,
    is_hours,
    parse_number,
    tidied,
    told_in,
)

ONE_NUMBER = (
    rf"{CLOCK}|{LETTERS}\s?(?:{NUMBER})[mb](?![^\W_])"
    rf"|(?:{LETTERS})?\s?(?:{NUMBER})[{FRACTIONS}]?{SCALE}|[{FRACTIONS}]{SCALE}"
    rf"|(?:{LETTERS}\s?)?[+−-]?[0-9][0-9.,]*{SCALE}"
)
NUMBER_WORD = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))
BARE_WORD = "|".join(word for word in NUMBER_WORD.split("|") if word != "a")
COUNTED = rf"(?P<a>{ONE_NUMBER}|(?:{NUMBER_WORD})\b)"
"""A number in figures, in words, in words without "a", and either, as patterns."""
_STOP = re.compile(r"(?<=[^\W\d_])[.,;!]+$")
"""What ends a sentence behind its last word: `24 books.`"""
_PARTS = re.compile(r"(?<![0-9/.,:])(?:([0-9]+) )?([1-7]/[2-8])(?=\s[^\W\d_])")
_ALONE = {"1/2", "1/4", "3/4", "1/3", "2/3"}
"""Parts that stand for less than one without a whole before them; `3/5 books` may be a score."""
_EITHER_TIME = Misread("a time without a unit", "write `7:30 h` or `25:00 minutes`")


def as_read(text: str) -> str:
    """The words of a measure with their numbers as the forms read them, and no stop at the end.

    >>> as_read("half an hour a day."), as_read("1 1/2 litres a day")
    ('30 min a day', '1½ litres a day')
    """
    words = _PARTS.sub(_sign_of_parts, _STOP.sub("", tidied(text)))
    for spoken, figures in SPOKEN:
        words = re.sub(spoken, figures, words, flags=re.IGNORECASE)
    return words


def _sign_of_parts(match: re.Match[str]) -> str:
    """Parts of a whole as their sign: "1½" for "1 1/2"; as written where they have none."""
    sign = next((sign for sign in FRACTIONS if _as_parts(sign) == match[2]), "")
    return f"{match[1] or ''}{sign}" if sign and (match[1] or match[2] in _ALONE) else match[0]


def in_figures(text: str) -> str:
    """A number in parts or in words at the start of a text as one in signs: `1/2`, `two books`.

    >>> in_figures("1 1/2 h"), in_figures("two books"), in_figures("3 books"), in_figures("+two")
    ('1½ h', '2 books', '3 books', '+2')
    """
    if re.match(r"[+−-]\s*[^\W_]", text):
        return text[0] + in_figures(text[1:])
    signed = re.sub(r"^(?:([0-9]+) )?([1-7]/[2-8])(?=\s|$)", _sign_of_parts, text.strip())
    one = rf"(?:{BARE_WORD})(?![^\W_]|-)"
    spelled = re.match(rf"{one}(?!\s+{one})", signed, re.IGNORECASE)
    if not spelled:
        return signed
    return in_digits(NUMBER_WORDS[spelled[0].lower()]) + signed[spelled.end() :]


def _as_parts(sign: str) -> str:
    return normalize("NFKC", sign).replace("⁄", "/")


def numbers_of(*texts: str | None) -> tuple[list[float], str] | Misread:
    """The numbers, in the unit that one of them carries."""
    found: list[tuple[float, str]] = []
    for text in texts:
        if text and text.lower() in NUMBER_WORDS:
            found.append((NUMBER_WORDS[text.lower()], ""))
            continue
        number = parse_number(text or "")
        if isinstance(number, Misread):
            return number
        found.append(number)
    unit = next((unit for _, unit in reversed(found) if unit), "")
    values: list[float] = []
    for value, said in found:
        told = told_in(value, said, unit)
        if isinstance(told, Misread):
            return Misread(f"“{said}” and “{unit}” are two units", "write both numbers in one unit")
        values.append(told)
    return values, unit


def unit_of(sign: str, *written: str | None, of: str | None = None) -> str | Misread:
    """The unit of a measure: as written beside its numbers, or the sign that one carries.

    A time of the clock has its own, which the words for hours or minutes only settle. Without them
    a time that is run is one of minutes; of a rhythm, `of` says what is timed, as sleep or a pace.
    """
    said = [words.strip() for words in written if words and words.strip()]
    words = said[0] if said else ""
    if len(said) > 1 and not isinstance(told_in(1.0, said[1], said[0]), float):
        return Misread(f"“{said[0]}” beside “{said[1]}” is not understood", "write one unit")
    if sign not in {*CLOCKS, UNSAID}:
        if sign and words and not isinstance(told_in(1.0, sign, words), float):
            return f"{sign} {words}"  # "€5k revenue": neither is lost
        return words or sign
    if words and not re.fullmatch(r"h|hrs?|hours?|m|mins?|minutes?", words, re.IGNORECASE):
        return Misread(f"“{words}” is no unit of a time", "write `25:00 minutes` or `7:30 h`")
    if sign != UNSAID:
        return sign
    if not words and of is not None and not re.search(OF_MINUTES, of, re.IGNORECASE):
        return "h:mm" if re.search(OF_HOURS, of, re.IGNORECASE) else _EITHER_TIME
    return "h:mm" if is_hours(words) else "m:ss"


def numbers_and_unit(
    numbers: Iterable[str | None], *units: str | None, rhythm: re.Match[str] | None = None
) -> tuple[list[float], str] | Misread:
    """The numbers, and the unit of all of them: their own, or what is written beside them.

    In a `rhythm` a time of the clock without a unit is asked about.
    """
    read = numbers_of(*numbers)
    if isinstance(read, Misread):
        return read
    values, sign = read
    unit = timed(rhythm, unit_of(sign, *units, of="")) if rhythm else unit_of(sign, *units)
    return unit if isinstance(unit, Misread) else (values, unit)


def timed(match: re.Match[str], unit: str | Misread) -> str | Misread:
    """The unit, or a question where a time could be hours or minutes: with the line, either way."""
    if unit is not _EITHER_TIME:
        return unit
    times = list(re.finditer(CLOCK, match[0]))
    end = times[-1].end()
    hours, minutes = (match[0][:end] + word + match[0][end:] for word in (" h", " minutes"))
    message = f"“{times[-1][0]}” in “{match[0]}” could be hours or minutes"
    return Misread(message, f"write `{hours}` or `{minutes}`")
