"""The words for how often: periods, the days of a week, and the rhythms that are made of them.

In: text. Out: the period or the rhythm that it names; patterns for the forms in which one stands.
"""

from __future__ import annotations

import re

from milepost.journal.words import Period

TWO_WEEKS = r"(?:two|2|other|second|2nd)\s+weeks?|(?:fourteen|14)\s+days"
PERIOD_WORDS = {
    Period.DAY: "day|morning|noon|afternoon|evening|night|daily|nightly|d",
    Period.WEEK: "week|weekly|wk|w",
    Period.FORTNIGHT: rf"fortnight|fortnightly|{TWO_WEEKS}",
    Period.MONTH: "month|monthly|mo|mth",
    Period.QUARTER: "quarter|quarterly",
    Period.YEAR: "year|yearly|annually|yr|y",
}
"""The words for a period, as a noun or alone."""
WEEKDAY = (
    "mon(?:day)?s?|tue(?:s(?:day)?)?s?|wed(?:nesday)?s?|thu(?:rs?(?:day)?)?s?|fri(?:day)?s?"
    "|sat(?:urday)?s?|sun(?:day)?s?"
)
"""The days of a week, in full and short, of which one may be meant or each."""
EVERY = r"(?:a|an|per|each|every|/)"
NOUN = rf"{TWO_WEEKS}|fortnight|day|morning|afternoon|evening|night|week|month|quarter|year"
PER_NOUN = rf"(?:{EVERY}\s*(?:single\s+)?(?P<per>{NOUN}|wk|mth|yr|(?<=/)(?:mo|[dwy]))(?![^\W_])"
PER_ADVERB = r"(?P<adverb>daily|nightly|weekly|fortnightly|monthly|quarterly|yearly|annually)"
"""How a rhythm ends a form: by a noun, whose group is open for its adverb, or by an adverb."""
_ADVERBS = {
    "day": r"daily|(?:werk)?täglich(?:e[nrms]?)?",
    "night": r"nightly|nächtlich(?:e[nrms]?)?",
    "week": r"weekly|wöchentlich(?:e[nrms]?)?",
    "fortnight": r"fortnightly|(?:zweiwöchent|vierzehntäg)(?:lich|ig)(?:e[nrms]?)?",
    "month": r"monthly|monatlich(?:e[nrms]?)?",
    "quarter": r"quarterly|vierteljährlich(?:e[nrms]?)?",
    "year": r"yearly|annually|jährlich(?:e[nrms]?)?",
}
"""The words that make of a count so many in each period, by its name, in English and German."""
_PERIOD = (
    r"day|weekday|morning|noon|afternoon|evening|night|week|weekend|fortnight|month|quarter|year"
    r"|wk|mth|yr|Tag|Werktag|Morgen|Abend|Nacht|Woche|Wochenende|Monat|Quartal|Jahr"
)
_RHYTHM = re.compile(
    rf"/\s?(?:{_PERIOD}|mo|[dwy])(?![^\W_])"
    rf"|\b(?:a|an|per|each|every|pro|je|jede[nrms]?|die|am|im|in\sder)\s(?:\w+\s)?(?:{_PERIOD})s?"
    rf"(?![^\W_])|\b(?:bi-?weekly|bi-?monthly|{'|'.join(_ADVERBS.values())})(?![^\W_])",
    re.IGNORECASE,
)


def period_in(match: re.Match[str]) -> Period | None:
    """The period of a form that ends with `PER_NOUN` or `PER_ADVERB`; None where it says none."""
    group = match.groupdict()
    word = (group.get("per") or group.get("adverb") or "").lower()
    return next((p for p, words in PERIOD_WORDS.items() if re.fullmatch(words, word)), None)


def adverb_of(word: str) -> str:
    """The period of which a word makes so many in each: `week` for `weekly`; else nothing."""
    return next((per for per, said in _ADVERBS.items() if re.fullmatch(said, word, re.I)), "")


def rhythm_in(unit: str) -> str:
    """The words in a unit that say how often: what is counted so is a habit, and no count.

    >>> rhythm_in("€/Monat"), rhythm_in("weekly runs"), rhythm_in("km/h"), rhythm_in("days of rest")
    ('/Monat', 'weekly', '', '')
    """
    match = _RHYTHM.search(unit)
    return match[0] if match else ""


_BY_NAME = {
    "tag": "day",
    "werktag": "day",
    "woche": "week",
    "monat": "month",
    "quartal": "quarter",
    "jahr": "year",
    "night": "day",
    "nacht": "day",
    "wk": "week",
    "mth": "month",
    "yr": "year",
}


def period_of(text: str) -> str:
    """Our word for the period that words name and nothing else: `week` for `weekly`; else nothing.

    >>> period_of("weekly"), period_of("every month"), period_of("jede Woche"), period_of("3 a day")
    ('week', 'month', 'week', '')
    """
    words = " ".join(text.lower().split())
    named = re.fullmatch(
        r"(?:(?:once\s)?(?:a|an|per|each|every|pro|je|jede[nrms]?)\s)?"
        rf"(day|night|week|fortnight|month|quarter|year|{'|'.join(_BY_NAME)})",
        words,
    )
    found = named[1] if named else adverb_of(words)
    return _BY_NAME.get(found, found)
