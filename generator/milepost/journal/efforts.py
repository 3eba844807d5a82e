"""What a goal takes, in one line: hours a week, money, confidence, and words for the rest.

In: text. Out: an `Effort`, or a `Misread` with what to write instead. What looks like time, money
or confidence is read, or asked about; it never becomes one of the words without a finding.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from milepost.journal.numbers import (
    CURRENCY_WORDS,
    IN_A_WEEK,
    MONEY,
    NUMBER_WORDS,
    Misread,
    in_digits,
    is_unsure,
    parse_hours,
    parse_number,
    unsure,
)
from milepost.journal.values import Effort, Money
from milepost.patterns import late

_WORD = "|".join(sorted((*NUMBER_WORDS, "an", "half an", "half a"), key=len, reverse=True))
_ABOUT = re.compile(
    r"(?:about|around|approximately|approx\.?|circa|ca\.?|some|roughly|up to|at most|max\.?|~)\s*",
    re.IGNORECASE,
)
_NUMBER = rf"(?:[+−-]?\s?[0-9½¼¾⅓⅔][^a-zA-Z/]*|(?:{_WORD})\s+)"
_TIME_UNIT = (
    r"(?:(?:h(?:ours?|rs?)?|min(?:ute)?s?|m)(?![^\W\d_]|\.)|min\.(?=\s)"
    r"|(?:std\b\.?|stunden?|minuten?)(?![^\W_]))"
)
_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAYS = {
    "night": 7.0, "evening": 7.0, "morning": 7.0, "weekday": 5.0, "workday": 5.0,
    "working day": 5.0, "wk": 1.0, "w": 1.0, "weekend": 1.0, "other week": 0.5, "second week": 0.5,
    "other day": 3.5, "second day": 3.5, **dict.fromkeys(_NAMES, 1.0),
    "tag": 7.0, "abend": 7.0, "morgen": 7.0, "werktag": 5.0, "woche": 1.0, "wochenende": 1.0,
    "monat": IN_A_WEEK["month"], "quartal": IN_A_WEEK["quarter"], "jahr": IN_A_WEEK["year"],
}  # fmt: skip
_ADVERBS = {
    "daily": 7.0, "nightly": 7.0, "weekly": 1.0, "monthly": IN_A_WEEK["month"], "pw": 1.0,
    "täglich": 7.0, "wöchentlich": 1.0, "monatlich": IN_A_WEEK["month"],
    "p.w.": 1.0, "on weekdays": 5.0, "on workdays": 5.0, "on weekends": 1.0, "at weekends": 1.0,
    "at the weekend": 1.0, **{f"on {name}{end}": 1.0 for name in _NAMES for end in ("", "s")},
}  # fmt: skip
_A_WEEK = {**IN_A_WEEK, **_DAYS}
"""How many of a stretch of time are in a week; a weekend is one."""
_EVERY = "|".join(sorted(_A_WEEK, key=len, reverse=True))
_ALWAYS = "|".join(map(re.escape, sorted(_ADVERBS, key=len, reverse=True)))
_REST = r"(?:\s+(?:(?:of|for|on)\s+(?P<rest>.+)|(?P<beside>[^\W\d_][^0-9]*)))?"
"""What the time is for, or how it is found: `10 hours a week beside the job`."""
_PER = r"(?:an?|per|each|every|pro|je|die|jede[nrms]?|in der|am|im)"
_ALONE = "tag|abend|morgen|woche|monat"
"""Stretches that German names alone too, behind a time: `3 Stunden Woche`; `1 Woche` is none."""
_RATE = (
    rf"(?:(?:{_PER}\s|/)\s*(?P<per>{_EVERY})|(?(unit)(?<=\s)(?P<alone>{_ALONE})(?![^\W_])|(?!))"
    rf"|(?P<adverb>{_ALWAYS})){_REST}"
)
_HOURS = late(
    rf"(?:(?P<first>[0-9]+)\s*[x×]\s*)?(?P<much>{_NUMBER}(?P<unit>{_TIME_UNIT}.*?)?)\s*"
    rf"(?:(?P<times>once|twice|thrice|(?P<n>[0-9]+|{_WORD})\s*(?:times|x|×))\s*)?{_RATE}",
    re.IGNORECASE,
)
_LIKE_TIME = late(
    rf"(?:{_NUMBER}|(?:a few|several|many|a couple of)\s)\s*(?!m\b){_TIME_UNIT}"
    r"|[0-9]+:[0-9]{2}\b|[0-9.]+$",
    re.IGNORECASE,
)
_TIMES = {"once": 1.0, "twice": 2.0, "thrice": 3.0}

_SURE = late(
    r"(?:my\s+)?(?:confidence|zuversicht)(?:\s+is|\s+of)?\s*[:=]?\s*(?P<behind>.+)"
    r"|(?P<before>.+?)\s*(?:confidence|confident|sure)|(?P<alone>[0-9]+\s?(?:/|of|out of)\s?10)",
    re.IGNORECASE,
)
_OF_TEN = late(r"(?P<n>.+?)\s*(?:(?:/|of|out of)\s*(?P<most>10|100|ten)|(?P<percent>%|percent))?")
_LIKE_SURE = late(
    rf"[^a-zA-Z]*[0-9].*|(?:{_WORD})(?![^\W_]).*"
    r"|(?:very\s+)?(?:high|low|medium|full|good|fair|middling|strong)(?:\s.*)?",
    re.IGNORECASE,
)

_COINS = "|".join(word for word in CURRENCY_WORDS if word.isalpha() and len(word) > 2)
_CURRENCY = rf"(?:{MONEY}|(?:{_COINS})s?(?![^\W_]))"
_LIKE_MONEY = late(
    rf"{_CURRENCY}\s*{_NUMBER}.*|{_NUMBER}(?-i:[kKM]\s?|(?:thousand|million)\s)?{_CURRENCY}.*",
    re.IGNORECASE,
)
_PRICE = late(
    r"(?P<amount>.+?)(?:\s+(?:in total|altogether|in all|overall))?"
    r"(?:\s+(?:of|for|on)\s+(?P<rest>.+))?",
    re.IGNORECASE,
)
_EACH = late(
    rf"(?:{_CURRENCY}\s*[0-9][0-9.,\s]*?|[0-9][0-9.,\s]*?{_CURRENCY})\s*"
    r"(?:(?:(?:an?|per|each|every|pro|im)\s|/)\s*[^\W\d_].*|each|apiece|monthly|weekly|yearly)",
    re.IGNORECASE,
)
"""Money each month, or for each lesson, is no cost in all: it is one of the words."""
_BUDGET = late(r"(?:an?\s+)?(?:budget|costs?|money)\b(?:\s+of)?\s*:?\s*", re.IGNORECASE)


_PARTED = re.compile(r";|,(?!(?<=[0-9],)(?:[0-9]|[-–—]{1,2}(?=\s|$|[^\w\s])))")
"""What parts the pieces: no comma within a number, as in `1,200 EUR` and `10,- €`."""


def parse_effort(text: str) -> Effort | Misread:
    """`4 h a week, 600 EUR, confidence 8`, in any order; other words say what it needs.

    Time is told of a week: `30 min a day` is 3.5 h of it. Money at a rhythm (`500 € a month`) is no
    cost in all, and stays one of the words.

    >>> effort = parse_effort("half an hour a day and confidence 80 %, a quiet room")
    >>> effort.hours_per_week, effort.confidence, effort.needs
    (3.5, 8.0, ('a quiet room',))
    """
    found = Effort()
    for part in filter(None, (part.strip() for part in _PARTED.split(text))):
        pieces = [
            piece.strip() for piece in re.split(r"\s+(?:and|und|plus|with|mit|&|\+)\s+", part)
        ]
        several = len(pieces) > 1 and any(_read(piece, Effort()) for piece in pieces)
        for piece in pieces if several else [part]:
            read = _read(piece, found)
            if isinstance(read, Misread):
                return read
            found = read or replace(found, needs=(*found.needs, piece))
    return found


def _read(piece: str, found: Effort) -> Effort | Misread | None:
    """What was found, and what one piece adds to it; None where that is only words."""
    if _EACH.fullmatch(_ABOUT.sub("", piece, count=1)):
        return None
    for name, reader in _READERS.items():
        read = reader(piece)
        if read is None:
            continue
        if isinstance(read, Misread):
            return read
        value, rest = read
        if getattr(found, name) is not None:
            what = {"hours_per_week": "the hours"}.get(name, f"the {name}")
            return Misread(f"{what} are said twice, once as “{piece}”", "write them once")
        needs = (*found.needs, rest) if rest else found.needs
        return replace(found, **{name: value}, needs=needs)  # type: ignore[arg-type]
    return None


def _hours(piece: str) -> tuple[float, str] | Misread | None:
    bare = _ABOUT.sub("", piece, count=1)
    match = _HOURS.fullmatch(bare)
    if match is None:
        if not _LIKE_TIME.match(bare):
            return None
        return Misread(
            f"“{piece}” does not say how many hours a week",
            "write what it takes in a week, as `4 h a week` or `30 min a day`",
        )
    times = _TIMES.get((match["times"] or "once").lower()) or _count(match["n"])
    times *= (
        float(match["first"] or 1)
        * {**_A_WEEK, **_ADVERBS}[(match["per"] or match["alone"] or match["adverb"]).lower()]
    )
    said = re.sub(
        rf"(?:{_WORD})\s+", lambda word: f"{in_digits(_count(word[0]))} ", match["much"], count=1,
        flags=re.IGNORECASE,
    )  # fmt: skip
    one = parse_hours(said)
    if isinstance(one, Misread):
        return _mended(one, piece, "4 h a week")
    if isinstance(week := parse_hours(in_digits(one * times)), Misread):
        return _mended(week, piece, "4 h a week")
    return one * times, match["rest"] or match["beside"] or ""


def _mended(misread: Misread, piece: str, example: str) -> Misread:
    """What is wrong with a number, and the whole piece as it can be written."""
    if is_unsure(piece):
        return unsure(piece)
    pointed = piece.replace(",", ".") if "comma" in misread.message else example
    return replace(misread, help=f"write `{pointed}`")


def _count(word: str) -> float:
    """A number in figures or words; `half an` is one half."""
    said = " ".join(word.lower().split())
    if said.startswith("half a") and said != "half a dozen":
        return 0.5
    return float(said) if said.isdigit() else NUMBER_WORDS.get(said, 1.0)


def _confidence(piece: str) -> tuple[float, str] | Misread | None:
    match = _SURE.fullmatch(piece)
    said = (match["behind"] or match["before"] or match["alone"]).strip() if match else ""
    if not _LIKE_SURE.fullmatch(said):
        return None
    parts = _OF_TEN.fullmatch(said)
    assert parts is not None  # it takes any text
    word = NUMBER_WORDS.get(parts["n"].lower())
    number = (word, "") if word else parse_number(parts["n"])
    most = 100.0 if parts["percent"] or parts["most"] == "100" else 10.0
    if isinstance(number, Misread) or number[1] or not 0 <= number[0] <= most:
        return Misread(f"confidence runs from 0 to 10, not {said}", "write `confidence 8`")
    return number[0] * 10 / most, ""


def _price(piece: str) -> tuple[Money, str] | Misread | None:
    bare = _ABOUT.sub("", _BUDGET.sub("", piece, count=1), count=1)
    if not _LIKE_MONEY.fullmatch(bare):
        alone = parse_number(bare)
        if bare == piece or isinstance(alone, Misread) or alone[1]:
            return None
        return Misread(f"“{piece}” does not say of which currency", f"write it, as `{bare} EUR`")
    match = _PRICE.fullmatch(bare)
    assert match is not None  # it takes any text
    number = parse_number(match["amount"])
    if isinstance(number, Misread) and not re.search(r"/|\b(?:an?|per|each)\b", bare):
        return _mended(number, piece, "600 EUR")
    amount, unit = (-1.0, "") if isinstance(number, Misread) else number
    beside = re.fullmatch(rf"({_CURRENCY})\s+([^\W\d_][^\d/]*)", unit, re.IGNORECASE)
    if beside and not re.match(r"(?:an?|per|each|every|pro|im|more|less)\b", beside[2]):
        unit = beside[1]  # "40 EUR hosting"
    if amount < 0 or not re.fullmatch(_CURRENCY, unit, re.IGNORECASE):
        return Misread(f"“{piece}” is not what it costs in all", "write one amount, as `600 EUR`")
    plain = unit.lower().removesuffix("s")
    coin = CURRENCY_WORDS.get(plain) if unit.isalpha() and len(unit) > 3 else None
    rest = match["rest"] or (beside[2] if beside else "")
    return Money(amount, coin.upper() if coin else unit), rest


def parse_money(text: str) -> Money | Misread:
    """`600 EUR`, `€600`."""
    read = _price(text.strip())
    if isinstance(read, Misread):
        return read
    if read is None or read[1]:
        return Misread(f"“{text}” is no amount of money", "write `600 EUR`")
    return read[0]


_READERS: dict[str, Callable[[str], tuple[float, str] | tuple[Money, str] | Misread | None]] = {
    "confidence": _confidence,
    "money": _price,
    "hours_per_week": _hours,
}
