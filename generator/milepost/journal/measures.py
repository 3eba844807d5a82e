"""The one-line form of a measure: `24 books`, `from 82 to 75 kg`, `3 times a week`.

In: text. Out: a `Measure`, or a `Misread` with what to write instead.
"""

from __future__ import annotations

import re
from dataclasses import replace

from milepost.journal.german_measures import in_our_forms
from milepost.journal.measure_numbers import ONE_NUMBER, as_read
from milepost.journal.measure_words import (
    ABOUT,
    CONTRARY,
    DOWNWARDS,
    HELP,
    NO_NAMES,
    NO_THINGS,
    UPWARDS,
    VERBS_OF_DOING,
)
from milepost.journal.numbers import Misread, doubted, is_unsure, unsure
from milepost.journal.rhythm_words import EVERY, NOUN, PER_ADVERB, rhythm_in
from milepost.journal.values import Measure
from milepost.journal.whole_measures import ON_AVERAGE, read_whole
from milepost.journal.words import Kind
from milepost.patterns import late

_WITHOUT_NUMBER = (
    "if it is done or not done, write `yes or no`; else how it is counted, as `24 books`, "
    "`from 82 to 75 kg` or `3 times a week`"
)
"""The one question to words that hold no number."""
_CLOCK_TIME = r"(?:[01]?[0-9]|2[0-3])[:.][0-5][0-9](?![0-9:])"
_TIME_OF_DAY = re.compile(
    rf"\b(?:{_CLOCK_TIME}|[0-9]{{1,2}})\s?(?:[ap]\.?m\b\.?|o['’]clock\b|Uhr\b)"
    r"|\b(?:by|at|before|after|until|till|around|um|vor|nach|bis|ab)\s"
    rf"{_CLOCK_TIME}(?!\s?(?:h|hrs?|hours?|m|min|minutes|Minuten|Stunden|%|/)(?![^\W_]))",
    re.IGNORECASE,
)
"""When something is done, `by 22:30`: it takes no time and nothing adds up."""
_HOW_OFTEN = "write how often it should be so, as `5 times a week`, or `yes or no`"
_LONGEST = 500
"""Letters of the longest measure: the forms would try every beginning of a longer text."""
_SHORTER = "write only how it is counted, as `24 books`, and the rest below the front matter"
_PAIRS = late(
    r"(?:from\s+)?(?P<a>[0-9]+)/[0-9]+(?P<unit>\s*[^\W\d]*)\s+to\s+(?P<b>[0-9]+)/[0-9]+(?P<rest>.*)"
)
"""Two numbers at each end, as of a blood pressure."""
_LAST_DAY = 31
"""Up to which a number before a slash may be a day."""
_NAMED = late(
    r"(?P<name>[^0-9]*?(?:[^\W\d_][.:]?\s|[~≈]))\s*"
    rf"(?P<rest>(?:from\s+|under\s+|below\s+|at\s+(?:least|most)\s+|between\s+)?(?:{ONE_NUMBER}).*)",
    re.IGNORECASE,
)
"""Words, and a measure behind them."""


def parse_measure(text: str) -> Measure | Misread:
    """The measure that a line describes; see the manual's page on measures for the forms.

    >>> parse_measure("from 82 to 75 kg").to
    75.0
    """
    if len(text) > _LONGEST:
        said = f"{text[:40].rstrip()}…"
        return Misread(f"“{said}” is too long for a measure", _SHORTER)
    if is_unsure(text):
        return unsure(text)
    words = as_read(text)
    read = read_whole(words)
    return _with_remedy(read, words) if isinstance(read, Misread) else read


def _with_remedy(read: Misread, words: str) -> Misread:
    """What was not understood in words, with what to write for all of them."""
    if behind := ON_AVERAGE.fullmatch(words):
        read = _with_remedy(read, as_read(f"average {behind['rest']}"))
    if (pair := _PAIRS.fullmatch(words)) and int(pair["a"]) > _LAST_DAY:
        way = f"from {pair['a']} to {pair['b']}{pair['rest']}".strip()
        help_ = f"write `{way}`, and another goal for the second"
        return Misread(f"“{words}” has two numbers at each end", help_)
    if time := _TIME_OF_DAY.search(words):
        message = f"“{time[0].strip()}” in “{words}” is a time of day, and no amount"
        return Misread(message, _HOW_OFTEN)
    if read.about == "number" and (quoted := re.search("“([^”]+)”", read.message)):
        return _in_whole(read, quoted[1], words)
    if english := _in_english(words):
        return replace(read, help=english)
    near = _nearly(words) if read.help == HELP or read.about == "currency" else ""
    if not near and read.help == HELP and not re.search("[0-9]", words):
        near = _WITHOUT_NUMBER
    return replace(read, help=near or read.help)


def _in_whole(unclear: Misread, number: str, words: str) -> Misread:
    """A question about the sign in a number, with what to write for all of the words."""
    if english := _in_english(words):
        return replace(unclear, help=english)
    point = re.sub(r"(?<=[0-9]),(?=[0-9]{1,2}(?![0-9]))", ".", words)
    if point != words:
        alone, read = number.replace(",", "."), parse_measure(point)
        if isinstance(read, Misread):
            return replace(unclear, help=read.help)
        return replace(unclear, help=unclear.help.replace(f"`{alone}`", f"`{point}`"))
    if not unclear.help.startswith("write `"):  # but for examples
        return unclear
    all_of = doubted(words)
    if is_unsure(all_of):
        help_ = unsure(all_of).help
    else:
        help_ = re.sub("`([^`]+)`", lambda way: f"`{words.replace(number, way[1])}`", unclear.help)
    said = [way for way in re.findall("`([^`]+)`", help_) if way != words]
    if not said:
        return unclear
    ways = {way: parse_measure(way) for way in said}
    good = [way for way, one in ways.items() if not isinstance(one, Misread)]
    refused = [one for one in ways.values() if isinstance(one, Misread)]
    # What would be refused in its turn is no help: what would then be said is.
    if not good:
        return replace(unclear, help=refused[0].help)
    return replace(unclear, help=f"write `{good[0]}`" if refused else help_)


def _in_english(words: str) -> str:
    """What to write for a measure in German; empty where it is none, or has no German word.

    Where it could be two things in our words too, that question is asked.
    """
    ours = in_our_forms(words)
    if ours is None:
        return ""
    read = read_whole(as_read(ours.line))
    help_ = f"write `{ours.line}`"
    if isinstance(read, Misread):
        help_ = _nearly(ours.line) if read.help == HELP else read.help
        if not help_:
            return ""
    if not ours.with_day:
        return help_
    return help_.replace("write ", "write the time as `time_bound`, and here ", 1)


def _nearly(words: str) -> str:
    """What to write in place of words that are nearly a measure; empty where nothing is near.

    That is the same without the verb or "about" before it, or with the name of what is measured
    behind its numbers.
    """
    match = _NAMED.fullmatch(words)
    name, rest = (match["name"].strip(), match["rest"]) if match else ("", "")
    said = [word.lower().rstrip(".:") for word in name.split()]
    if often := re.fullmatch(rf"(?:{EVERY}\s+(?P<per>{NOUN})|{PER_ADVERB}):?", name, re.IGNORECASE):
        behind = f"{rest} a {often['per']}" if often["per"] else f"{rest} {often['adverb']}"
        return _offered(behind, words)
    if not said or said[0] in CONTRARY or said[-1] in NO_THINGS or rhythm_in(name):
        return ""
    if not NO_NAMES.isdisjoint(said):
        return ""
    if re.fullmatch(rf"{DOWNWARDS}|{UPWARDS}", said[0], re.IGNORECASE):
        return _offered(f"{said[0]} {rest}", words)
    read = read_whole(rest)
    if not isinstance(read, Measure) or re.fullmatch("[0-9]+k", rest):
        return ""
    if said[0] in VERBS_OF_DOING or said[0] in ABOUT or read.kind.facts.periodic:
        return _offered(rest, words, "write what is counted alone:")
    behind = rest if read.unit else f"{rest} {name.rpartition(' ')[2]}"
    is_share_alone = read.kind is Kind.LEVEL and read.from_ == 0  # "body fat 18 %" may go down
    return _offered(f"to {behind}" if read.kind is Kind.COUNT or is_share_alone else behind, words)


def _offered(line: str, words: str, begin: str = "write") -> str:
    """A line to write in place of words, if it says the same; else nothing.

    It is read, keeps every number of the words, and its unit is a thing: no word that only joins
    others, no number, and no word twice.
    """
    read = read_whole(line)
    if not isinstance(read, Measure):
        return ""
    numbers = [re.findall(r"[0-9]+(?:[.,:][0-9]+)*", text) for text in (words, line)]
    unit = read.unit.lower().split()
    empty = {unit[0], unit[-1]} & NO_THINGS if unit else set()
    if numbers[0] != numbers[1] or empty or re.search("[0-9]", read.unit):
        return ""
    return f"{begin} `{line}`" if len(unit) == len(set(unit)) else ""
