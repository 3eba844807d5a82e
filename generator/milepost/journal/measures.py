"""The one-line form of a measure: `24 books`, `from 82 to 75 kg`, `3 times a week`.

In: text. Out: a `Measure`, or a `Misread` with what to write instead.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from unicodedata import normalize

from milepost.journal.dates import MONTH
from milepost.journal.numbers import (
    CLOCK,
    CLOCKS,
    FRACTIONS,
    LETTERS,
    MONEY,
    NUMBER,
    NUMBER_WORDS,
    PERIODS,
    SCALE,
    UNITS,
    UNSAID,
    UNSURE,
    Misread,
    in_digits,
    is_hours,
    is_share,
    parse_number,
    parse_rate,
    stray,
    tidied,
    told_in,
    unsure,
)
from milepost.journal.values import Measure
from milepost.journal.words import Direction, Kind, Log, Period
from milepost.patterns import late

HELP = (
    "write a count (`24 books`), a level (`from 82 to 75 kg`), a habit (`3 times a week`), a limit "
    "(`at most 2 a week`), a range (`keep 70 to 75 kg`), an average "
    "(`average mood at least 7`), or `milestones`, `tasks`, `yes or no`, "
    "`goals`"
)
_WITHOUT_NUMBER = (
    "if it is done or not done, write `yes or no`; else how it is counted, as `24 books`, "
    "`from 82 to 75 kg` or `3 times a week`"
)
"""The one question to words that hold no number."""
_N = (
    rf"{CLOCK}|{LETTERS}\s?(?:{NUMBER})[mb](?![^\W_])"
    rf"|(?:{LETTERS})?\s?(?:{NUMBER})[{FRACTIONS}]?{SCALE}|[{FRACTIONS}]{SCALE}"
    rf"|(?:{LETTERS}\s?)?[+−-]?[0-9][0-9.,]*{SCALE}"
)
_WORD = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))
_TWO_WEEKS = r"(?:two|2|other|second|2nd)\s+weeks?|(?:fourteen|14)\s+days"
_AT_A_RATE = late(
    rf"(?P<rest>.+?)(?:[,;]?\s+at\s+(?:a rate of\s+)?|[,;]\s+)"
    rf"(?P<rate>(?:(?:{LETTERS})?\s?[0-9+−-]|(?:{_WORD}|half an?)\s).*?\s*"
    rf"(?:an?|per|each|every|/)\s*{PERIODS})",
    re.IGNORECASE,
)
_PERIODS = {
    Period.DAY: "day|morning|noon|afternoon|evening|night|daily|nightly|d",
    Period.WEEK: "week|weekly|wk|w",
    Period.FORTNIGHT: rf"fortnight|fortnightly|{_TWO_WEEKS}",
    Period.MONTH: "month|monthly|mo|mth",
    Period.QUARTER: "quarter|quarterly",
    Period.YEAR: "year|yearly|annually|yr|y",
}
"""The words for a period, as a noun or alone."""
_WEEKDAY = (
    "mon(?:day)?s?|tue(?:s(?:day)?)?s?|wed(?:nesday)?s?|thu(?:rs?(?:day)?)?s?|fri(?:day)?s?"
    "|sat(?:urday)?s?|sun(?:day)?s?"
)
_PLAIN = {
    "milestones": Kind.MILESTONES,
    "tasks": Kind.TASKS,
    "yes or no": Kind.YES_NO,
    "yes/no": Kind.YES_NO,
    "yes-no": Kind.YES_NO,
    "goals": Kind.GOALS,
    "its milestones": Kind.MILESTONES,
    "its tasks": Kind.TASKS,
    "done or not": Kind.YES_NO,
    **dict.fromkeys(
        (
            "yes",
            "ja",
            "y/n",
            "ja/nein",
            "ja oder nein",
            "done",
            "done/not done",
            "pass/fail",
            "true/false",
            "binary",
            "boolean",
            "once",
            "one time",
            "einmal",
        ),
        Kind.YES_NO,
    ),
    "the goals that serve it": Kind.GOALS,
}
_AT_LEAST = r"at least|no less than|min(?:imum)?|>=|≥|above|over"
_AT_MOST = r"at most|no more than|max(?:imum)?|<=|≤|below|under"
_TIMES = {"times", "time", "x", "×"}


def parse_measure(text: str) -> Measure | Misread:
    """The measure that a line describes; see the manual's page on measures for the forms.

    >>> parse_measure("from 82 to 75 kg").to
    75.0
    """
    if UNSURE in text:
        return unsure(text)
    words = _PARTS.sub(_sign_of_parts, _STOP.sub("", tidied(text)))
    for spoken, figures in _SPOKEN:
        words = re.sub(spoken, figures, words, flags=re.IGNORECASE)
    read = _read_whole(words)
    if not isinstance(read, Misread):
        return read
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
        return replace(read, help=f"write `{english}`")
    near = _nearly(words) if read.help == HELP or read.about == "currency" else ""
    if not near and read.help == HELP and not re.search("[0-9]", words):
        near = _WITHOUT_NUMBER
    return replace(read, help=near or read.help)


_CLOCK_TIME = r"(?:[01]?[0-9]|2[0-3])[:.][0-5][0-9](?![0-9:])"
_TIME_OF_DAY = re.compile(
    rf"\b(?:{_CLOCK_TIME}|[0-9]{{1,2}})\s?(?:[ap]\.?m\b\.?|o['’]clock\b|Uhr\b)"
    r"|\b(?:by|at|before|after|until|till|around|um|vor|nach|bis|ab)\s"
    rf"{_CLOCK_TIME}(?!\s?(?:h|hrs?|hours?|m|min|minutes|Minuten|Stunden|%|/)(?![^\W_]))",
    re.IGNORECASE,
)
"""When something is done, `by 22:30`: it takes no time and nothing adds up."""
_HOW_OFTEN = "write how often it should be so, as `5 times a week`, or `yes or no`"


_PAIRS = late(
    r"(?:from\s+)?(?P<a>[0-9]+)/[0-9]+(?P<unit>\s*[^\W\d]*)\s+to\s+(?P<b>[0-9]+)/[0-9]+(?P<rest>.*)"
)
"""Two numbers at each end, as of a blood pressure."""
_LAST_DAY = 31
"""Up to which a number before a slash may be a day."""


def _read_whole(words: str) -> Measure | Misread:
    """The measure, or what is not understood, with no look at what was nearly written."""
    if _PRIME.search(words):
        return _with_prime(words)
    if match := _AT_A_RATE.fullmatch(words):
        measure = _read_whole(match["rest"])
        if isinstance(measure, Measure) and measure.kind in {Kind.COUNT, Kind.LEVEL}:
            rate = parse_rate(match["rate"], measure.unit)
            if isinstance(rate, Misread):
                help_ = f"write the rate in the unit of the goal, as `{match['rest']} at 2 a week`"
                return replace(rate, help=help_, about="")
            return replace(measure, rate=rate)
    if match := _TOGETHER.fullmatch(words):
        measure = _read_whole(match["rest"])
        return measure if isinstance(measure, Misread) else replace(measure, log=_log(match))
    if match := _ON_AVERAGE.fullmatch(words):
        return _on_average(match["rest"], words)
    if kind := _PLAIN.get(words.lower()) or (Kind.YES_NO if _is_outcome(words) else None):
        return Measure(kind)
    # One that is too large is told here: the forms would try all its beginnings.
    for number in re.findall(r"[0-9]{16,}|[0-9][0-9.]*,[0-9.,]*", words):
        if isinstance(unclear := parse_number(number), Misread):
            return unclear
    for pattern, build in _FORMS:
        if match := re.fullmatch(pattern, words, re.IGNORECASE):
            return _whole(build(match), words)
    return Misread(f"“{words}” is no measure", HELP)


def _is_outcome(words: str) -> bool:
    """Whether words name what is there or not there, as `certificate in hand`, and no amount."""
    said = set(re.findall(r"[^\W\d_]+", words.lower()))
    counted = said & (NUMBER_WORDS.keys() - {"a", "an", "one"} | _AMOUNTS)
    short = len(words.split()) <= 8 and not re.search(r"[0-9%,;:/]", words)
    return short and not counted and bool(_OUTCOME.search(words))


_OUTCOME = re.compile(
    r"\b(?:in (?:my |the )?hand|passed|signed|published|launched|live|finished|completed?|done"
    r"|delivered|received|obtained|submitted|handed in|accepted|awarded|earned|approved|issued"
    r"|installed|opened|registered|sold|bought|built|certificate|certification|diploma|degree"
    r"|licen[cs]e|in der hand|bestanden|abgegeben|unterschrieben|veröffentlicht|fertig|erhalten"
    r"|zertifikat|diplom|führerschein)\b",
    re.IGNORECASE,
)
"""Words for what is reached, or is not."""
_AMOUNTS = frozenset(
    re.findall(
        r"\w+",
        "score scores grade grades number count rate share amount percent percentage hours "
        "minutes days weeks months times weekly daily monthly yearly average mean more less "
        "fewer most least every each per many much all both several some few not no never "
        "without below above under over until before after than level better worse how",
    )
)
"""Words that make it an amount, a bound, a rhythm or its contrary."""


def _with_prime(words: str) -> Measure | Misread:
    """A measure with a prime behind its number: minutes where it takes time, else a question."""
    said = _PRIME.sub(" min", words)
    if re.search(_IN_TIME, words, re.IGNORECASE):
        return _read_whole(said)
    feet = _PRIME.sub(" ft", words)
    message = f"the sign behind the number in “{words}” could be minutes or feet"
    return Misread(message, f"write `{said}` or `{feet}`")


def _in_whole(unclear: Misread, number: str, words: str) -> Misread:
    """A question about the sign in a number, with what to write for all of the words."""
    if english := _in_english(words):
        return replace(unclear, help=f"write `{english}`")
    point = re.sub(r"(?<=[0-9]),(?=[0-9]{1,2}(?![0-9]))", ".", words)
    if point != words:
        alone = number.replace(",", ".")
        return replace(unclear, help=unclear.help.replace(f"`{alone}`", f"`{point}`"))
    ways = re.sub("`([^`]+)`", lambda way: f"`{words.replace(number, way[1])}`", unclear.help)
    return replace(unclear, help=ways)


def _in_english(words: str) -> str:
    """A measure in German as it is written here; empty where it is none, or has no German word."""
    english = words
    for german, ours in _GERMAN:
        english = re.sub(german, ours, english, flags=re.IGNORECASE)
    said, meant = (re.sub("[0-9.,]", "", text) for text in (words, english))
    return english if said != meant and isinstance(_read_whole(english), Measure) else ""


def _nearly(words: str) -> str:
    """What to write in place of words that are nearly a measure; empty where nothing is near.

    That is the same without the verb or "about" before it, or with the name of what is measured
    behind its numbers.
    """
    match = _NAMED.fullmatch(words)
    name, rest = (match["name"].strip(), match["rest"]) if match else ("", "")
    said = [word.lower().rstrip(".:") for word in name.split()]
    if often := re.fullmatch(rf"(?:{_EVERY}\s+(?P<per>{_NOUN})|{_ADVERB}):?", name, re.IGNORECASE):
        behind = f"{rest} a {often['per']}" if often["per"] else f"{rest} {often['adverb']}"
        return _offered(behind, words)
    if not said or said[0] in _NOT or said[-1] in _FUNCTION or rhythm_in(name):
        return ""
    if re.fullmatch(rf"{_DOWN}|{_UP}", said[0], re.IGNORECASE):
        return _offered(f"{said[0]} {rest}", words)
    read = _read_whole(rest)
    if not isinstance(read, Measure) or re.fullmatch("[0-9]+k", rest):
        return ""
    if said[0] in _VERBS or said[0] in _ABOUT or read.kind.facts.periodic:
        return _offered(rest, words, "write what is counted alone:")
    behind = rest if read.unit else f"{rest} {name.rpartition(' ')[2]}"
    is_share_alone = read.kind is Kind.LEVEL and read.from_ == 0  # "body fat 18 %" may go down
    return _offered(f"to {behind}" if read.kind is Kind.COUNT or is_share_alone else behind, words)


def _offered(line: str, words: str, begin: str = "write") -> str:
    """A line to write in place of words, if it says the same; else nothing.

    It is read, keeps every number of the words, and its unit is a thing: no word that only joins
    others, no number, and no word twice.
    """
    read = _read_whole(line)
    if not isinstance(read, Measure):
        return ""
    numbers = [re.findall(r"[0-9]+(?:[.,:][0-9]+)*", text) for text in (words, line)]
    unit = read.unit.lower().split()
    empty = {unit[0], unit[-1]} & _FUNCTION if unit else set()
    if numbers[0] != numbers[1] or empty or re.search("[0-9]", read.unit):
        return ""
    return f"{begin} `{line}`" if len(unit) == len(set(unit)) else ""


_FUNCTION = frozenset(re.findall(
    r"\w+",
    "a an the at by in into on onto of off to from for with without within and or than per my our "
    "your top first last number no under over level grade stage round part chapter",
))  # fmt: skip
"""Words that name no thing to count, and before a number say that it counts none."""
_NAMED = late(
    r"(?P<name>[^0-9]*?(?:[^\W\d_][.:]?\s|[~≈]))\s*"
    rf"(?P<rest>(?:from\s+|under\s+|below\s+|at\s+(?:least|most)\s+|between\s+)?(?:{_N}).*)",
    re.IGNORECASE,
)
"""Words, and a measure behind them."""
_NOT = {"minus", "no", "not", "never", "without", "than", "less", "fewer", "top"}
"""Words before a number that change what it says."""
_ABOUT = {
    "about",
    "around",
    "nearly",
    "almost",
    "roughly",
    "approximately",
    "approx",
    "ca",
    "circa",
}
_ABOUT |= {"~", "≈"}
_VERBS = frozenset(re.findall(
    r"\w+",
    "save read run earn write walk do make swim cycle ride finish complete learn drink eat sleep "
    "pay meditate practise practice study invest donate publish send call visit watch cook reach "
    "get win sell buy raise collect climb row hike draw paint play sing bake plant sow give teach "
    "solve meet",
))  # fmt: skip
_GERMAN = (
    (r"\s*/\s*(?=(?:Tag|Nacht|Woche|Monat|Quartal|Jahr)\b)", " pro "),
    (r"\b(?:pro|am|je|jeden)\s+Tag\b", "a day"),
    (r"\b(?:pro|je|jede)\s+Nacht\b", "a night"),
    (r"\b(?:pro|die|je|jede|in der)\s+Woche\b", "a week"),
    (r"\b(?:pro|im|je|jeden)\s+Monat\b", "a month"),
    (r"\b(?:pro|im|je|jedes)\s+Quartal\b", "a quarter"),
    (r"\b(?:pro|im|je|jedes)\s+Jahr\b", "a year"),
    (r"\btäglich\b", "daily"),
    (r"\bwöchentlich\b", "weekly"),
    (r"\bmonatlich\b", "monthly"),
    (r"(?<=[0-9])\s*-?mal\b", " times"),
    (r"\bhöchstens\b|\bmaximal\b", "at most"),
    (r"\bmindestens\b", "at least"),
    (r"\bim\s+(?:durch)?schnitt\b", "on average"),
    (r"\bdurchschnittlich\b", "average"),
    (r"\bvon\s+(?=[0-9])", "from "),
    (r"(?<=[\w%€$£])\s+(?:auf|bis)\s+(?=[0-9])", " to "),
    (r"(?<=[0-9]),(?=[0-9]{1,2}(?![0-9]))", "."),
    (r"(?<=[0-9])\.(?=[0-9]{3}(?![0-9]))", ""),
)
"""Words and signs of German measures, each with ours."""

_SPOKEN = (
    (r"(?<!\w)(?:a\s+)?half\s+an\s+hour\b|(?<!\w)a\s+half\s+hour\b", "30 min"),
    (r"(?<!\w)(?:a\s+)?quarter\s+of\s+an\s+hour\b", "15 min"),
    (r"(?<!\w)three\s+quarters\s+of\s+an\s+hour\b", "45 min"),
    (r"(?<!\w)an\s+hour\s+and\s+a\s+half\b", "90 min"),
    (r"^an\s+hour\b(?!\s+and)|(?<=most )an\s+hour\b|(?<=least )an\s+hour\b", "1 hour"),
)
"""Times as they are spoken, each with its figures."""
_PRIME = re.compile(r"(?<=[0-9])\s?['′’](?=[\s,;/]|$)")
"""The sign of minutes, and of feet."""
_IN_TIME = r"\b(?:a|per|each|every)\s+(?:week)?(?:day|morning|evening|night|week|month)|/|\bdaily\b"

_TOGETHER = late(
    r"(?P<rest>.+?)[,;]\s+(?:log:?\s+(?P<log>added|level|sum|last|max|min|mean|count)"
    r"|(?:the\s+)?(?P<which>largest|highest|smallest|lowest|mean|last)\s+(?:number\s+)?"
    r"(?:of\s+)?(?:each|every|the)\s+"
    r"(?:day|week|fortnight|month|quarter|year)"
    r"|each\s+(?:entry|number)\s+counting\s+as\s+one)",
    re.IGNORECASE,
)
"""What several numbers of a day come to, behind the measure."""


def _log(match: re.Match[str]) -> Log:
    if match["log"]:
        return Log(match["log"].lower())
    which = {"largest": Log.MAX, "highest": Log.MAX, "smallest": Log.MIN, "lowest": Log.MIN}
    which["last"] = Log.LAST
    return which.get(match["which"].lower(), Log.MEAN) if match["which"] else Log.COUNT


_ON_AVERAGE = late(r"(?P<rest>.+?),?\s+(?:on|in|as)\s+(?:an?\s+)?average", re.IGNORECASE)


def _on_average(rest: str, words: str) -> Measure | Misread:
    """What is to be so on average, where that stands behind it."""
    read = parse_measure(f"average {rest}")
    if isinstance(read, Misread) and read.message.startswith("“average "):
        return replace(read, message=read.message.replace(f"average {rest}", words))
    return read


_MORE = re.compile(
    r"\b(?:sle(?:ep|pt)|asleep|nights?|steps?|walk\w*|water|pages?|words|read(?:ing)?|mood|energy"
    r"|exercis\w+|train\w*|workouts?|practi[cs]e|practi[cs]ing|stud(?:y|ying)|vegetables|fruit"
    r"|protein|meditat\w+|push-?ups|schlaf\w*|schritte|wasser|seiten|wörter|lesen|übe\w*)\b",
    re.IGNORECASE,
)
_LESS = re.compile(
    r"\b(?:screen(?:[ -]?time)?|phone|social media|tv|coffees?|alcohol\w*|drinks|beers?"
    r"|cigarettes|sugar|sweets|snacks|commut\w+|bildschirm\w*|handy\w*|kaffees?|zigaretten|bier"
    r"|alkohol\w*|zucker)\b",
    re.IGNORECASE,
)
"""Things of which people want more, and of which they want less, whoever they are."""


_STOP = re.compile(r"(?<=[^\W\d_])[.,;!]+$")
"""What ends a sentence behind its last word: `24 books.`"""
_PARTS = re.compile(r"(?<![0-9/.,:])(?:([0-9]+) )?([1-7]/[2-8])(?=\s[^\W\d_])")
_ALONE = {"1/2", "1/4", "3/4", "1/3", "2/3"}
"""Parts that stand for less than one without a whole before them; `3/5 books` may be a score."""


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
    one = rf"(?:{_BARE_WORD})(?![^\W_]|-)"
    spelled = re.match(rf"{one}(?!\s+{one})", signed, re.IGNORECASE)
    if not spelled:
        return signed
    return in_digits(NUMBER_WORDS[spelled[0].lower()]) + signed[spelled.end() :]


def _as_parts(sign: str) -> str:
    return normalize("NFKC", sign).replace("⁄", "/")


def _whole(measure: Measure | Misread, words: str) -> Measure | Misread:
    """The measure, when all of the words are read.

    A unit holds no second number, no bound, no rhythm and no date: words of those that stand in it
    were not understood.
    """
    if isinstance(measure, Misread):
        return measure
    if measure.unit in CLOCKS:
        return measure
    first = measure.unit.partition(" ")[0]
    glued = re.search(r"[0-9](ish|nd|rd|th|(?<![0-9]1)st)\b", words, re.IGNORECASE)
    if (
        glued
        and glued[1].lower() == first.lower()
        and (first.lower() != "st" or " st" not in words)
    ):
        return Misread(f"“{first}” in “{words}” is not understood", HELP)
    if first.lower() == "k" or re.search(r"[0-9]k (?:run|race|walk|swim|ride)\b", words):
        return Misread(
            f"the k in “{words}” could mean kilometres or thousands",
            "write `5 km`, or `5000` and what is counted, as `5000 steps`",
        )
    if first.lower() in _TIMES - {"times"}:
        remedy = "say in which time, as `3 times a week`, or how many of what, as `3 books`"
        return Misread(f"“{words}” does not say in which time", remedy)
    if re.search(r"\d", first) and re.search(rf"[0-9]{re.escape(first)}", words):
        return Misread(f"“{first}” in “{words}” is not understood", HELP)
    if part := stray(measure.unit) or _loose(measure.unit):
        alone = re.sub(r"\s*\([^)]*\)", "", words)
        near = alone != words and isinstance(parse_measure(alone), Measure)
        help_ = f"write `{alone}`" if near else HELP
        return Misread(f"“{part}” in “{words}” is not understood", help_)
    if re.fullmatch(_MAGNITUDES, first, re.IGNORECASE):
        help_ = "write the number in digits, as `5000 EUR`"
        return Misread(f"“{first}” in “{words}” could be part of the number", help_)
    return _with_words_in_unit(measure, words)


def _with_words_in_unit(measure: Measure, words: str) -> Measure | Misread:
    """The measure, unless its unit holds a rhythm, a bound or a day."""
    if measure.kind is Kind.COUNT and (said := rhythm_in(measure.unit)):
        return Misread(f"“{said}” in “{words}” is not understood", _each_time(words, said))
    for pattern, remedy in _NO_UNIT:
        if match := re.search(pattern, re.sub("[()]", " ", measure.unit), re.IGNORECASE):
            part = match[0].strip()
            if measure.kind is Kind.LEVEL and "rhythm" in remedy:
                bare = words.replace(part, "").strip()
                remedy = f"write `{bare}`, and in each entry the number of its time"
            return Misread(f"“{part}” in “{words}” is not understood", remedy)
    return measure


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
    adverbs = (per for per, adverb in _ADVERBS.items() if re.fullmatch(adverb, words, re.I))
    found = named[1] if named else next(adverbs, "")
    return _BY_NAME.get(found, found)


def _each_time(words: str, said: str) -> str:
    """What to write for a count with a rhythm in its unit: so many each time, or so many in all."""
    per = next((per for per, adverb in _ADVERBS.items() if re.fullmatch(adverb, said, re.I)), "")
    bare = " ".join(words.replace(said, " ").split())
    often = f"{bare} a {per}"
    read = _read_whole(often) if per else None
    if not isinstance(read, Measure) or read.kind is not Kind.HABIT:
        return HELP
    return f"write `{often}` if it is so many each {per}, or `{bare}` if it is so many in all"


_MAGNITUDES = (
    "grand|gross|mill?|mille|milliards?|[qz][a-z]*illions?|gazillions?|myriads?|tausend|hundert"
    "|million(?:en)?|milliarden?"
)
"""Words behind a number that make it larger, here or elsewhere, and are no unit by themselves."""


def _loose(unit: str) -> str:
    """A sign left over in a unit, or a number in words between parentheses; else nothing."""
    first = unit.partition(" ")[0]
    if first.startswith("(") or re.search(rf"\((?:{_BARE_WORD})\b", unit, re.IGNORECASE):
        return unit[unit.index("(") :].partition(")")[0] + ")" * (")" in unit)
    if first[:1] in {"'", "’", "&"} and first:
        return first
    if unit.count("(") != unit.count(")"):
        return next(word for word in unit.split() if "(" in word or ")" in word)
    return next((word for word in unit.split() if re.fullmatch(_SIGN, word)), "")


_SIGN = r"[^\w\s%‰°$€£¥₹&/·+–-]+"


_NO_UNIT = (
    (
        r"(?<![\w-])(?:on\s)?(?:average|avg)\b.*",
        "write what it is, and at least or at most how much: `average mood at least 7`",
    ),
    (
        r"^%\s.*\b(?:more|less|fewer|higher|lower|increase|decrease|growth|reduction)\b.*"
        r"|^(?:more|less|fewer)\b.*%.*",
        "say of what: `+15 % from 410 clients`, or `from 410 to 470 clients`",
    ),
    (
        r"\b(?:by|until|till|before|within)\s.*"
        rf"|\b(?:in|on|from|since|for|this|next)\s(?:the\s)?(?:end|spring|summer|autumn|winter"
        rf"|{MONTH}|{_WEEKDAY}|year|month|week|quarter)\b.*",
        "write the time as `time_bound`, and here what is counted, as `24 books`",
    ),
    (
        r"\b(?:a|an|per|each|every)\s(?:other\s|second\s)?(?:single\s)?"
        rf"(?:{'|'.join(_PERIODS.values())}|weekday|weekend|{_WEEKDAY})\b.*"
        rf"|\s?/\s?(?:day|week|month|quarter|year)\b.*"
        r"|\b(?:daily|nightly|weekly|monthly|quarterly|yearly|annually|hourly|fortnightly)$",
        "write a rhythm as `3 times a week` or `30 minutes a day`",
    ),
    (
        r"\b(?:or|and)\s(?:more|less|fewer|so)\b.*|\bat\s(?:least|most)\b.*"
        r"|\b(?:more|less|fewer|greater|higher|lower)\sthan\b.*|^(?:more|fewer|less)\b.*"
        r"|\b(?:minimum|maximum)$|\b(?:increase|decrease|reduction|growth)$",
        "write `24 books`, `at most 2 coffees a day` or `from 82 to 75 kg`",
    ),
    (
        r".*\bp\.\s?a\.?$",
        "write `24 books a year`",
    ),
    (
        r".*(?:\s|^)(?:less|fewer|more|lighter|heavier|lower|higher|faster|slower|weniger|mehr)$",
        "write `lose 5 kg` or `gain 5 kg`, or both ends: `from 82 to 77 kg`",
    ),
    (
        r"(?:.*\s)?(?:(?:pro|die|je|jede[nrms]?|im|am|in der)\s(?:Tag|Woche|Monat|Quartal|Jahr)"
        r"|(?:täglich|wöchentlich|monatlich|jährlich|mal|höchstens|mindestens)\b).*",
        HELP,
    ),
    (r"^(?:to|from|than|and|or|per|each|every)\b.*", HELP),
)
"""What cannot stand in a unit, and what to write for it."""


def _numbers(*texts: str | None) -> tuple[list[float], str] | Misread:
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


def _unit(sign: str, *written: str | None, of: str | None = None) -> str | Misread:
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
    if not words and of is not None and not re.search(_OF_MINUTES, of, re.IGNORECASE):
        return "h:mm" if re.search(_OF_HOURS, of, re.IGNORECASE) else _EITHER_TIME
    return "h:mm" if is_hours(words) else "m:ss"


def _read(
    numbers: Iterable[str | None], *units: str | None, rhythm: re.Match[str] | None = None
) -> tuple[list[float], str] | Misread:
    """The numbers, and the unit of all of them: their own, or what is written beside them.

    In a `rhythm` a time of the clock without a unit is asked about.
    """
    read = _numbers(*numbers)
    if isinstance(read, Misread):
        return read
    values, sign = read
    unit = _timed(rhythm, _unit(sign, *units, of="")) if rhythm else _unit(sign, *units)
    return unit if isinstance(unit, Misread) else (values, unit)


def read_numbers(texts: Sequence[str], unit: str) -> tuple[list[float], str] | Misread:
    """Numbers as they stand in a mapping, in its `unit`, or in the one that stands behind them.

    >>> read_numbers(["82", "75 kg"], ""), read_numbers(["30:00", "25:00"], "minutes")
    (([82.0, 75.0], 'kg'), ([30.0, 25.0], 'm:ss'))
    """
    read = _numbers(*texts)
    if isinstance(read, Misread):
        return read
    values, sign = read
    for text in texts:
        tail = parse_number(text)
        if not isinstance(tail, Misread) and tail[1] not in {*CLOCKS, UNSAID}:
            whole = _whole(Measure(unit=tail[1]), text)
            if isinstance(whole, Misread):
                return whole
    if sign in {*CLOCKS, UNSAID} and unit not in CLOCKS:
        said = _unit(sign, unit)
        return said if isinstance(said, Misread) else (values, said)
    if not unit or not sign:
        return values, unit or sign
    told = [told_in(value, sign, unit) for value in values]
    if any(isinstance(one, Misread) for one in told):
        if re.fullmatch(MONEY, sign) and not re.fullmatch(MONEY, unit):
            return values, f"{sign} {unit}"
        return Misread(f"“{sign}” beside `unit: {unit}` is two units", "write the numbers alone")
    return [one for one in told if not isinstance(one, Misread)], unit


_OF_HOURS = (
    r"\b(?:sleep|asleep|slept|bed|rest|nap|screen|work|working|study|studying|fast|fasting)\b"
)
_OF_MINUTES = (
    r"\b(?:pace|run|runs|running|lap|laps|split|splits|mile|miles|plank|swim|row|5k|10k)\b"
)
"""What is timed in hours, and what in minutes, where a time of the clock has no unit."""
_EITHER_TIME = Misread("a time without a unit", "write `7:30 h` or `25:00 minutes`")


def _timed(match: re.Match[str], unit: str | Misread) -> str | Misread:
    """The unit, or a question where a time could be hours or minutes: with the line, either way."""
    if unit is not _EITHER_TIME:
        return unit
    times = list(re.finditer(CLOCK, match[0]))
    end = times[-1].end()
    hours, minutes = (match[0][:end] + word + match[0][end:] for word in (" h", " minutes"))
    message = f"“{times[-1][0]}” in “{match[0]}” could be hours or minutes"
    return Misread(message, f"write `{hours}` or `{minutes}`")


def _period(match: re.Match[str]) -> Period | None:
    group = match.groupdict()
    word = (group.get("per") or group.get("adverb") or "").lower()
    return next((p for p, words in _PERIODS.items() if re.fullmatch(words, word)), None)


def _level(match: re.Match[str]) -> Measure | Misread:
    """`82-75 kg` goes down; `70-75 kg` may go up, or be where to stay."""
    group = match.groupdict()
    read = _read((match["a"], match["b"]), match["unit"], group.get("unit2"))
    if isinstance(read, Misread):
        return read
    (start, end), unit = read
    if group.get("unit2") and match["unit"]:  # "from 800 m to 3 km"
        told = told_in(start, group["unit2"].strip(), unit)
        start = start if isinstance(told, Misread) else told
    if start > end or group.get("way", "to").lower() == "to":
        return Measure(Kind.LEVEL, start, end, unit)
    rest = f"{match['a']} to {match['b']} {match['unit'] or group.get('unit2') or ''}".strip()
    ways = f"write `from {rest}` or `keep {rest}`"
    if unit and not re.match(rf"(?:{UNITS})(?![^\W_])", unit, re.IGNORECASE):
        mean = f"{{to: {in_digits(end)}, minimum: {in_digits(start)}, unit: {unit}}}"
        ways = f"write `{mean}` if so many are counted, `from {rest}` or `keep {rest}`"
    return Misread(f"“{match[0]}” could be the way from one to the other, or where to stay", ways)


def _level_to(match: re.Match[str]) -> Measure | Misread:
    """A level that starts where the first reading says."""
    read = _read([match["a"]], match["unit"])
    if isinstance(read, Misread):
        return read
    (end,), unit = read
    word = "down" if match["under"] else (match["way"] or "").lower()
    goes = None if word in {"", "get"} else Direction.UP if word.endswith("up") else Direction.DOWN
    return Measure(Kind.LEVEL, None, end, unit, goes=goes)


def _level_by(match: re.Match[str]) -> Measure | Misread:
    """A level that goes so far up or down from the first reading."""
    read = _read([match["a"]], match["unit"])
    if isinstance(read, Misread):
        return read
    (step,), unit = read
    if unit.startswith("%"):
        return _share_of_what(match)
    down = re.fullmatch(_DOWN, match["way"], re.IGNORECASE)
    return Measure(Kind.LEVEL, None, None, unit, by=-abs(step) if down else abs(step))


def _share_of_what(match: re.Match[str]) -> Misread:
    """A share of a number that nobody has named."""
    return Misread(
        f"“{match[0]}” does not say of what",
        "say it: `+15 % from 410 clients`, or `from 410 to 470 clients`",
    )


def _relative(match: re.Match[str]) -> Measure | Misread:
    read = _read((match["percent"], match["a"]), match["unit"])
    if isinstance(read, Misread):
        return read
    (percent, start), unit = read
    return Measure(Kind.LEVEL, start, round(start * (1 + percent / 100), 9), unit)


def _range(match: re.Match[str]) -> Measure | Misread:
    group = match.groupdict()
    read = _read(
        [text for text in (match["a"], group.get("b")) if text], match["unit"], rhythm=match
    )
    if isinstance(read, Misread):
        return read
    values, unit = read
    side = (group.get("side") or "").lower()
    if side:
        upper = side in {"below", "under"}
        low, high = (None, values[0]) if upper else (values[0], None)
        return Measure(Kind.RANGE, low, high, unit)
    return Measure(Kind.RANGE, min(values), max(values), unit)


def _average(match: re.Match[str], upper: bool | None = None) -> Measure | Misread:
    """An average; `upper` is whether its bound is the most, where no word says so."""
    group = match.groupdict()
    read = _numbers(*(text for text in (match["a"], group.get("b")) if text))
    if isinstance(read, Misread):
        return read
    values, sign = read
    # Of "average sleep 7 to 8 hours" the hours are the unit, and sleep is what the title says.
    subject = match["unit2"] or ""
    unit = _timed(match, _unit(sign, match["unit"] or ("" if sign else subject), of=subject))
    if isinstance(unit, Misread):
        return unit
    per = _period(match)
    if group.get("b"):
        return Measure(Kind.AVERAGE, min(values), max(values), unit, per)
    if upper is None:
        upper = bool(re.fullmatch(_AT_MOST, match["side"], re.IGNORECASE))
    low, high = (None, values[0]) if upper else (values[0], None)
    return Measure(Kind.AVERAGE, low, high, unit, per)


def _bare_average(match: re.Match[str]) -> Measure | Misread:
    """An average without a side, which is plain of a few things: more sleep, and less coffee."""
    more, less = (bool(one.search(match[0])) for one in (_MORE, _LESS))
    if more is less:
        rest = match[0][match.start("a") :]
        thing = f"{match['unit2']} " if match["unit2"] else ""
        sides = " or ".join(f"`average {thing}at {side} {rest}`" for side in ("least", "most"))
        message = f"“{match[0]}” does not say whether at least or at most"
        return Misread(message, f"write {sides}")
    return _average(match, less)


def _limit(match: re.Match[str]) -> Measure | Misread:
    read = _read([match["a"]], _counted(match["unit"] or ""), rhythm=match)
    if isinstance(read, Misread):
        return read
    (bound,), unit = read
    return Measure(Kind.LIMIT, None, bound, unit, _period(match))


def _no_period(match: re.Match[str]) -> Misread:
    """A limit of which nobody knows in which time."""
    below = f"keep below {match[0][match.start('a') :]}"
    return Misread(
        f"“{match[0]}” does not say in which time",
        f"write `{match[0]} a week`, or `{below}` if there are so many at a time",
    )


def _below(match: re.Match[str]) -> Misread:
    """A limit of which nobody knows whether its bound is still fine."""
    help_ = f"write `at most {match['rest']}` where {match['a']} is still fine"
    return Misread(f"“{match[0]}” could allow {match['a']} or not", help_)


def _above(match: re.Match[str]) -> Misread:
    """A target of which nobody knows whether it is reached by itself."""
    help_ = f"write `at least {match['rest']}` where {match['a']} is enough"
    return Misread(f"“{match[0]}” could ask for {match['a']} or for more", help_)


def _either(match: re.Match[str]) -> Misread:
    """A rhythm between two numbers, of which a habit has one."""
    per = match["per"] or match["adverb"]
    times = match["unit"] or ("times" if match["a"][0].isdigit() else "")
    help_ = f"write the lower one, as `{match['a']} {times} a {per}`, or an average, as "
    help_ += f"`average {match['a']} to {match['b']} {match['unit']} a {per}`"
    return Misread(f"“{match[0]}” is two targets", help_.replace("  ", " "))


def _in_sets(match: re.Match[str]) -> Misread:
    """So many times so much, which are two numbers of one rhythm."""
    often, each = _numbers(match["a"]), _numbers(match["b"])
    if isinstance(often, Misread) or isinstance(each, Misread):
        return Misread(f"“{match[0]}” is two numbers", HELP)
    rest = match[0][match.end("b") :]
    per = match["per"] or match["adverb"]
    in_all = in_digits(often[0][0] * each[0][0])
    help_ = f"write how often, as `{match['a']} times a {per}`, or how much, as `{in_all}{rest}`"
    return Misread(f"“{match[0]}” is two numbers", help_)


def _against_time(match: re.Match[str]) -> Misread:
    """A way to go in a time: what is measured is the time."""
    return Misread(f"“{match[0]}” is two numbers", f"write the time alone: `under {match['time']}`")


def _uneven(match: re.Match[str]) -> Misread:
    """A rhythm that no period holds a whole number of times."""
    return Misread(
        f"“{match[0]}” goes into no week, fortnight or month a whole number of times",
        "write how often a period should hold it, as `3 times a week` or `2 times a month`",
    )


def _habit(match: re.Match[str]) -> Measure | Misread:
    word = match.groupdict().get("word") or ""
    return _times(match, 2.0 if word.lower() == "twice" else 1.0, _period(match))


def _times(match: re.Match[str], times: float, per: Period | None) -> Measure | Misread:
    """A habit of so many times what each time asks for, which is one where no number is named."""
    group = match.groupdict()
    read = _read([group.get("a") or "1"], _counted(group.get("unit") or ""), rhythm=match)
    if isinstance(read, Misread):
        return read
    (each,), unit = read
    kind = Kind.HABIT if each or not unit else Kind.LIMIT  # "0 cigarettes a day" allows none
    return Measure(kind, None, each * times, unit, per)


def _bi(match: re.Match[str]) -> Misread:
    """A word that means twice in each, or once in two."""
    weekly = match["of"].lower() == "weekly"
    twice, once = ("twice a week", "once a fortnight") if weekly else ("twice a month", "6 a year")
    return Misread(
        f"“{match[0]}” could be twice in each, or once in two", f"write `{twice}` or `{once}`"
    )


def _second_days(match: re.Match[str]) -> Measure | Misread:
    """Every second day: seven of the fourteen days of two weeks."""
    return _times(match, 7.0, Period.FORTNIGHT)


def _weekdays(match: re.Match[str]) -> Measure | Misread:
    """So many days of the week as are named, of two weeks where it is every second one."""
    named = re.findall(_WEEKDAY, match["days"], re.IGNORECASE)
    days = {word[:3].lower() for word in named}
    weekdays = re.search("week(?:day|end)", match["days"], re.IGNORECASE)
    times = 0.0
    if weekdays:
        times = 5.0 if weekdays[0].lower() == "weekday" else 2.0
    elif len(days) == len(named):
        times = float(len(days))
    if not times:
        often = "once" if len(days) == 1 else f"{len(days)} times"
        help_ = f"name each day once, or write `{often} a week`"
        return Misread(f"“{match[0]}” names a day twice", help_)
    second = match.groupdict().get("second")
    return _times(match, times, Period.FORTNIGHT if second else Period.WEEK)


def _count(match: re.Match[str]) -> Measure | Misread:
    read = _read([match["a"]], match["unit"])
    if isinstance(read, Misread):
        return read
    (end,), unit = read
    # A time is run or slept, and what is done at one go or stands is so many anew: none adds up.
    if unit in CLOCKS or _AT_ONCE.search(unit) or _STANDS.match(unit):
        return Measure(Kind.LEVEL, None, end, unit)
    if is_share(unit.partition(" ")[0]) and end >= 0:  # `40 %` says how far it is
        return Measure(Kind.LEVEL, 0.0, end, unit)
    if end < 0:
        remedy = f"write `lose {match[0].lstrip(' -−')}`, or where it starts: `from 82 to 77 kg`"
        return Misread(f"“{match[0]}” is below nothing", remedy)
    return Measure(Kind.COUNT, 0.0, end, unit)


_STANDS = re.compile(r"(?:followers?|subscribers?|abonnent(?:en|innen)?|elo)\b", re.IGNORECASE)
"""What everybody tells as it stands: a week's 450 are not another 450."""
_AT_ONCE = re.compile(
    r"\b(?:in (?:a row|one go|one sitting|one piece)|at (?:a stretch|once|one go)|consecutive"
    r"|(?:without|with no) (?:a |any )?(?:break|stop(?:ping)?|pause|rest)|non-?stop|unbroken"
    r"|am Stück|hintereinander|ohne Pause|in Folge)\b",
    re.IGNORECASE,
)
"""Words for what is done at one time, or without a gap."""


def _counted(unit: str) -> str:
    return "" if unit.lower() in _TIMES else unit


_EVERY = r"(?:a|an|per|each|every|/)"
_NOUN = rf"{_TWO_WEEKS}|fortnight|day|morning|afternoon|evening|night|week|month|quarter|year"
_PER = rf"(?:{_EVERY}\s*(?:single\s+)?(?P<per>{_NOUN}|wk|mth|yr|(?<=/)(?:mo|[dwy]))(?![^\W_])"
_ADVERB = r"(?P<adverb>daily|nightly|weekly|fortnightly|monthly|quarterly|yearly|annually)"


def _with_period(form: str) -> str:
    return form + r"\s*" + _PER + rf"|{_ADVERB})"


_A, _B = rf"(?P<a>{_N})", rf"(?P<b>{_N})"
_BARE_WORD = "|".join(word for word in _WORD.split("|") if word != "a")
_COUNTED = rf"(?P<a>{_N}|(?:{_WORD})\b)"
_MANY = rf"{_COUNTED}\s*(?P<unit>.*?)"
_OF = (
    r"(?:(?:on\s+)?an?\s+|on\s+)?(?:average|mean)\s+(?:of\s+)?(?:(?P<unit2>[^0-9]*?)\s+(?:of\s+)?)?"
)
_EACH = rf"(?:\s*{_PER}|{_ADVERB}))?"
_KEEP = r"(?:keep|kept|stay|hold|maintain|remain)\s+(?:it\s+|at\s+)?"
_DOWN = "down|lose|drop|shed|reduce|cut|decrease|lower"
_UP = "gain|add|increase|raise|grow|put on"
_DAYS = (
    rf"(?P<days>(?:(?:{_WEEKDAY})(?:\s*(?:,\s*and|,|and|&|\+|/)\s*|\s+|$))+|weekdays?|weekends?)"
)
_OTHER = r"(?P<second>other|second|2nd|two|2)"
_SECOND_DAY = (
    r"(?:every|each)\s+(?:other|second|2nd|two|2)\s+"
    r"(?:days?|mornings?|afternoons?|evenings?|nights?)"
)
_FORMS: tuple[tuple[str, Callable[[re.Match[str]], Measure | Misread]], ...] = (
    (
        rf"{_OF}(?P<side>{_AT_LEAST}|{_AT_MOST})\s*{_A}"
        rf"\s*(?P<unit>.*?){_EACH}",
        _average,
    ),
    (rf"{_OF}(?:between\s+)?{_A}\s*(?:to|and|-|–)\s*{_B}\s*(?P<unit>.*?){_EACH}", _average),
    (rf"{_OF}{_A}\s*(?P<unit>.*?){_EACH}", _bare_average),
    (rf"(?P<percent>[+−-]\s?[0-9.]+)\s*%\s*(?:from|on|of|over)\s+{_A}\s*(?P<unit>.*)", _relative),
    (r"[+−-]\s?[0-9.]+\s*%.*", _share_of_what),
    (rf"(?:{_DOWN}|{_UP})\s+(?:.*?\s)?by\s+[0-9.]+\s*%.*", _share_of_what),
    (
        rf"(?P<way>{_DOWN}|{_UP})\s+(?:by\s+)?(?:at least\s+)?{_COUNTED}\s*(?P<unit>.*)",
        _level_by,
    ),
    (
        rf"{_COUNTED}\s*(?P<unit>.*?)\s+(?P<way>down|up)\s+from\s+(?:the|its)\s+"
        r"(?:start|first reading)",
        _level_by,
    ),
    (rf"{_KEEP}(?P<side>above|over|below|under)\s+{_A}\s*(?P<unit>.*)", _range),
    (rf"(?:{_KEEP})(?:between\s+)?{_A}\s*(?:to|and|-|–)\s*{_B}\s*(?P<unit>.*)", _range),
    (_with_period(rf"(?:between\s+)?{_A}\s*(?:to|and|-|–)\s*{_B}\s*(?P<unit>.*?)"), _either),
    (rf"between\s+{_A}\s*and\s*{_B}\s*(?P<unit>.*)", _range),
    (
        rf"from\s+{_A}\s*(?P<unit2>[^0-9].*?)??\s+to\s+{_B}\s*(?P<unit>.*)",
        _level,
    ),
    (rf"{_A}\s*(?P<unit2>[^0-9].*?)??\s*(?:->|→|=>)\s*{_B}\s*(?P<unit>.*)", _level),
    (rf"{_A}(?P<way>[–-]){_B}\s*(?P<unit>.*)", _level),
    (_with_period(rf"{_A}\s*(?:x|×|times)\s*{_B}\s*(?P<unit>.*?)"), _in_sets),
    (
        _with_period(rf"(?:at most|no more than|up to|max(?:imum)?\.?(?:\s+of)?|<=|≤)\s*{_MANY}"),
        _limit,
    ),
    (
        _with_period(_MANY) + r",?\s+(?:max(?:imum)?\.?|at most|tops|or (?:less|fewer))",
        _limit,
    ),
    (_with_period(_MANY) + r",?\s+(?:min(?:imum)?\.?|at least|or more)", _habit),
    (
        rf"(?:at most|no more than|up to|max(?:imum)?\.?(?:\s+of)?|<=|≤)\s*{_COUNTED}"
        r"\s*(?P<unit>.*)",
        _no_period,
    ),
    (rf"(?:once\s+)?{_SECOND_DAY}", _second_days),
    (rf"{_MANY}\s+{_SECOND_DAY}", _second_days),
    (rf"(?:once\s+)?(?:every|each)\s+{_OTHER}\s+{_DAYS}", _weekdays),
    (rf"{_MANY}\s+(?:on\s+)?(?:every|each)\s+{_OTHER}\s+{_DAYS}", _weekdays),
    (
        rf"(?:.*\s)?(?:every|each)\s+(?!{_TWO_WEEKS})"
        rf"(?:other|second|third|[0-9]+(?:st|nd|rd|th)?|(?!a\b)(?:{_WORD}))\s+"
        r"(?:days?|weeks?|months?|quarters?|years?)",
        _uneven,
    ),
    (r"(?:.*\s)?bi-?(?P<of>weekly|monthly)", _bi),
    (rf"(?:(?:every|each|on)\s+)?{_DAYS}", _weekdays),
    (rf"{_MANY}\s+(?:on|every|each|per)\s+{_DAYS}", _weekdays),
    (
        rf"(?:on\s+)?(?:the\s+)?(?:first|second|third|fourth|last)\s+(?:{_WEEKDAY})\s+(?:of|in)\s+"
        r"(?:a|the|each|every)\s+(?P<per>month|quarter|year)(?P<adverb>)",
        _habit,
    ),
    (_with_period(rf"(?:(?:at least|min(?:imum)?\.?|>=|≥)\s*)?{_MANY}"), _habit),
    (_with_period(r"(?P<word>once|twice)"), _habit),
    (rf"{_COUNTED}\s*(?:x|×|times)\s*(?P<per>{_NOUN})(?P<adverb>)(?P<unit>)", _habit),
    (rf"{_ADVERB}(?P<per>)", _habit),
    (
        r"(?:every|each)\s+(?:single\s+)?"
        rf"(?P<per>{_NOUN})(?P<adverb>)",
        _habit,
    ),
    (
        rf"{_A}\s*[^0-9]*?\s(?:in|under|in under|within|below|sub)\s+"
        rf"(?P<time>{CLOCK}|[0-9.]+\s*(?:h|hrs?|hours?|min|minutes))",
        _against_time,
    ),
    (
        rf"{_A}\s*(?P<unit2>{UNITS})\s*(?P<way>to|–|—|-)\s*{_B}\s*(?P<unit>(?:{UNITS})\b.*)",
        _level,
    ),
    (
        rf"{_A}(?:\s*(?P<unit2>[^0-9\s][^0-9]*?))?\s*(?P<way>to|–|—|\s-)\s+{_B}"
        r"\s*(?P<unit>(?(unit2)(?:(?P=unit2))?|.*))",  # "12 letters to 3 friends" is no level
        _level,
    ),
    (rf"(?:under|below|less than|fewer than|<)\s*(?P<rest>{_with_period(_MANY)})", _below),
    (
        r"(?:(?:(?P<way>(?:get\s+)?(?:down|up)|get)\s+)?to"
        r"|(?P<under>(?:get\s+|in\s+)?(?:under|below)|less than|sub|<))"
        rf"\s*{_A}\s*(?P<unit>.*)",
        _level_to,
    ),
    (rf"(?:over|above|more than|>)\s*(?P<rest>{_COUNTED}\s*.*)", _above),
    (
        rf"(?:at least|no less than|min(?:imum)?\.?(?:\s+of)?|>=|≥)\s*{_COUNTED}\s*(?P<unit>.*)",
        _count,
    ),
    (rf"{_A}(?:\s*\+|\s+or more)\s+(?P<unit>.*)", _count),
    (rf"(?P<a>{_BARE_WORD})\s+(?P<unit>[^\W\d_]+(?:\s[^\W\d_]+)?)", _count),
    (rf"{_A}\s*(?P<unit>.*)", _count),
)
"""The forms, tried in this order: the special before the plain."""
