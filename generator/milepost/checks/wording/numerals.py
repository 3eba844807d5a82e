"""How numbers are written: in goes a plain text, out come its numbers and what each reads.

Digits ("1,200", "3k", "6-8 kg"), words ("twenty-five", "a dozen"), quantities ("twice", "half of").
"""

from __future__ import annotations

import re
from functools import cache

from milepost.checks.wording.lexicon import Lexicon

_NUMBER = r"(?:\d{1,3}(?:[, ]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:[.,]\d+)*)"


def end(words: Lexicon, match: re.Match[str]) -> int:
    """Where a figure ends: after its unit, but before a word that is none ("three or four")."""
    following = match.groupdict().get("unit")
    if following in words.data["not_units"]:
        return match.start("unit") - 1
    return match.end()


def candidates(words: Lexicon, text: str) -> list[re.Match[str]]:
    """Every number in a plain text, in order; of two at one place the longer one first."""
    digits, spelled = grammar(words)
    found = [
        *words.find("quantities", text),
        *digits.finditer(text),
        *spelled.finditer(text),
    ]
    return sorted(found, key=lambda match: (match.start(), -match.end()))


@cache
def grammar(words: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What a number looks like in digits, and in words."""
    money, after = words.group("money"), words.group("money_after")
    percent, glued = words.group("percent"), words.group("glued_units")
    number, power = words.group("numbers"), words.group("scales")
    suffix, following = words.group("suffixes"), "(?P<unit>[a-z][a-z'-]*)"
    clock = r"(?P<clock>(?<![\w:.])(?:[01]?\d|2[0-4]):[0-5]\d(?!\d))"
    low = (
        rf"(?:(?P<money>{money}) ?)?(?P<low>{_NUMBER})"
        rf"(?:(?P<scale>{suffix})(?![a-z])| (?P<power>{power})(?!\w))?"
    )
    high = rf"(?: ?- ?(?:{money})?(?P<high>{_NUMBER})(?:(?P<highscale>{suffix})(?![a-z]))?)?"
    unit = (
        rf"(?:[ -]?(?P<percent>{percent})(?!\w)|[ -]?(?P<after>{after})(?!\w)"
        rf"|[ -]?(?P<glued>{glued})(?!\w)|[ -]{following})?"
    )
    spelled = (
        rf"(?<![\w-])(?P<low>(?:an? (?=(?:{power})(?!\w)))?(?:{number}|{power})"
        rf"(?:(?: and |[ -])(?:{number}|{power}))*)(?!\w)"
        rf"(?:[ -](?P<percent>{percent})(?!\w)|[ -](?P<after>{after})(?!\w)|[ -]{following})?"
    )
    return re.compile(f"{clock}|{low}{high}{unit}"), re.compile(spelled)


def reading(words: Lexicon, match: re.Match[str]) -> tuple[float | None, float | None, str]:
    """Value, upper value and unit of a candidate."""
    parts = match.groupdict()
    if parts.get("clock"):
        return None, None, "clock"
    low = parts.get("low")
    if low is None:
        return _quantity(words, match), None, ""
    scale = _scale(words, parts.get("scale"), parts.get("power"))
    value = _value(low) * scale if low[0].isdigit() else _spelled(words, low)
    high = parts.get("high")
    top = _value(high) * _scale(words, parts.get("highscale"), None) if high else None
    if parts.get("highscale") and not parts.get("scale"):
        value *= _scale(words, parts["highscale"], None)
    following = parts.get("unit") or ""
    unit = "" if following in words.data["not_units"] else following
    if parts.get("percent"):
        unit = "%"
    return value, top, parts.get("money") or parts.get("after") or parts.get("glued") or unit


def whole(words: Lexicon, amount: str) -> int | None:
    """A whole number in digits or words ("90", "ninety-one", "a hundred"); None: no such one."""
    if amount.isdecimal():
        return int(amount)
    parts = re.split(r"[ -]", amount)
    first = 1 if len(parts) > 1 and words.number("articles", parts[0]) else 0
    known = all(
        part in words.data["numbers"] or part in words.data["scales"] for part in parts[first:]
    )
    return int(_spelled(words, amount)) if known else None


def _scale(words: Lexicon, suffix: str | None, power: str | None) -> float:
    if suffix:
        return float(words.number("suffixes", suffix) or 1)
    return float(words.number("scales", power) or 1)


def _value(digits: str) -> float:
    """Read "1,200" and "1 200" as 1200, "12.5" and "12,5" as 12.5, "2.0.1" as 2.0."""
    digits = digits.replace(" ", "")
    if re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?", digits):
        return float(digits.replace(",", ""))
    first = re.match(r"\d+(?:[.,]\d+)?", digits)
    return float(first[0].replace(",", ".")) if first else 0.0


def _spelled(words: Lexicon, phrase: str) -> float:
    """Read "twenty-five" as 25, "two hundred and ten" as 210, "a dozen" as 12."""
    total, current = 0, 0
    for word in re.split(r"[ -]", phrase):
        number, power = words.number("numbers", word), words.number("scales", word)
        if number is not None:
            current += number
        elif power is not None:
            current = max(current, 1) * power
            if power >= 1000:
                total, current = total + current, 0
    return float(total + current)


def _quantity(words: Lexicon, found: re.Match[str]) -> float | None:
    for pattern, value in words.table("quantities").items():
        match = re.compile(words.fill(pattern)).match(found.string, found.start())
        if match and match.end() == found.end():
            return float(value)
    return None
