"""Numbers, dates and durations as a friend would say them, and the sentences made of them.

In: figures. Out: English text, the same on every machine.
"""

from __future__ import annotations

from datetime import date
from math import floor, log10

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def number(value: float, digits: int = 4) -> str:
    """A number with so many digits that mean something, and no zeros behind them."""
    if value == 0:
        return "0"
    places = max(0, digits - 1 - floor(log10(abs(value))))
    text = f"{value:.{min(places, 12)}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in {"-0", ""} else text


def rough(value: float) -> str:
    """A number of which two digits are enough."""
    return number(value, 2)


def percent(share: float) -> str:
    """A share as whole per cent, without claiming certainty."""
    if share < 0.01:
        return "under 1 %"
    if share > 0.99:
        return "over 99 %"
    return f"{share * 100:.0f} %"


def date_words(day: date, today: date) -> str:
    """A date as "27 November", with its year where that is not today's."""
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day.day} {_MONTHS[day.month - 1]}{year}"


def singular(unit: str) -> str:
    """One of what an English unit counts: "book" for "books"; other words stay as they are."""
    head, space, word = unit.rpartition(" ")
    low = word.lower()
    if len(low) < 4 or not low.isalpha() or low.endswith(("ss", "us", "is", "ics", "ens")):
        return unit
    if low.endswith("ies"):
        word = f"{word[:-3]}y"
    elif low.endswith(("sses", "shes", "ches", "xes")):
        word = word[:-2]
    elif low.endswith("s"):
        word = word[:-1]
    return f"{head}{space}{word}"


def counted(value: float, unit: str, digits: int = 4) -> str:
    """A number and its unit: "1 book", "3 books", "81.4 kg", "5 %"."""
    text = number(value, digits)
    if not unit:
        return text
    return f"{text} {singular(unit) if text in {'1', '-1'} else unit}"


def plural(count: int, one: str, many: str = "") -> str:
    """A whole number and its noun: "1 week", "5 weeks"."""
    return f"{count} {one if count == 1 else many or one + 's'}"


def span(days: float) -> str:
    """A length of time: days up to two weeks, then weeks, then years."""
    whole = round(days)
    if whole < 14:
        return plural(whole, "day")
    if whole < 730:
        return plural(round(days / 7), "week")
    return f"{rough(days / 365.25)} years"


def time_left(days: int) -> str:
    """How long it is until the due date."""
    return f"{span(days)} left" if days > 0 else "the last day is today"


def every(rate: float, unit: str = "") -> str:
    """A weekly rate: "2.3 a week", "one a week", "one every 6 days"."""
    if rate <= 0:
        return "none"
    if rate > 1.3:
        return f"{counted(rate, unit, 2)} a week"
    if rate > 0.93:
        return "one a week"
    if rate < 7 / 3650:
        return "almost none"
    return f"one every {interval(7 / rate)}"


def interval(days: float) -> str:
    """The time between one and the next: days up to six weeks, so that two can be compared."""
    return plural(round(days), "day") if days < 42 else span(days)


def listed(words: list[str]) -> str:
    """Words as a list: "a", "a and b", "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def sentence(text: str) -> str:
    """A text with a capital at its start and a stop at its end."""
    text = text.strip()
    if not text:
        return ""
    return text[0].upper() + text[1:] + ("" if text.endswith((".", "?", "!", "…")) else ".")
