"""Measures in German, and measures with their verb behind them: what they say in our forms.

In: the words of a measure, or of its unit. Out: the words of such a unit that say what is done, how
often or how much, and are no part of it; and the whole measure in our words, for a message to
offer. A thing that is counted keeps its name in any language.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from milepost.patterns import late

_INFLECTED = "(?:e[nmrs]?)?"
NUMBERS = {
    "zwei": "2", "drei": "3", "vier": "4", "fünf": "5", "sechs": "6",
    "sieben": "7", "acht": "8", "neun": "9", "zehn": "10", "elf": "11", "zwölf": "12",
    "fünfzehn": "15", "zwanzig": "20", "dreißig": "30", "vierzig": "40", "fünfzig": "50",
    "hundert": "100", "tausend": "1000",
}  # fmt: skip
"""German words for numbers, but for “ein”, which has endings."""
_NUMBERS = {rf"ein{_INFLECTED}": "1"} | NUMBERS
_TIMES = {"ein": "once", "zwei": "twice"} | {
    word: f"{number} times" for word, number in _NUMBERS.items() if number not in {"1", "2"}
}
_DAYS = {
    "Montag": "Monday", "Dienstag": "Tuesday", "Mittwoch": "Wednesday", "Donnerstag": "Thursday",
    "Freitag": "Friday", "Samstag": "Saturday", "Sonnabend": "Saturday", "Sonntag": "Sunday",
}  # fmt: skip
_PERIODS = {
    "Tag": "day", "Morgen": "morning", "Abend": "evening", "Nacht": "night", "Woche": "week",
    "Monat": "month", "Quartal": "quarter", "Jahr": "year",
}  # fmt: skip
_ANY_PERIOD = "|".join(_PERIODS)
_PLURALS = {"Tagen?": "days", "Wochen": "weeks", "Monaten?": "months", "Jahren?": "years"}
_EACH = r"(?:pro|je|jede[nrms]?)"

_DOWN = (
    r"abnehmen|abspecken|verlieren|runter(?:kommen)?|herunter|hinunter|loswerden|ab"
    r"|(?:leichter|weniger)(?: werden| wiegen)?"
)
_UP = r"zunehmen|zulegen|rauf|(?:schwerer|mehr)(?: werden| wiegen)?"
_CUT = r"abbauen|reduzieren|senken|verringern|einsparen|kürzen"
_RAISE = r"erhöhen|steigern|aufbauen"
_KEEP = r"halten|bleiben"
_REACH = r"wiegen|erreichen|kommen|schaffen"
_DOING = (
    r"sparen|ansparen|zurücklegen|lesen|laufen|joggen|rennen|gehen|spazieren|wandern|schwimmen"
    r"|fahren|radeln|verdienen|schreiben|machen|tun|trainieren|üben|lernen|schlafen|trinken|essen"
    r"|meditieren|spenden|anrufen|besuchen|abzahlen|tilgen|zurückzahlen|spielen|kochen|verkaufen"
    r"|finishen|kaufen|bewerben|bekommen|gewinnen|absolvieren|abschließen|sammeln|finden|treffen"
)
_WAYS = {_DOWN: "lose", _UP: "gain", _CUT: "reduce by", _RAISE: "increase by"}
_WITH_PREFIX = (
    r"(?:ab|auf|aus|ein|her|hin|hoch|nach|vor|weg|zurück|zusammen)(?!ge)[a-zäöüß]{2,}(?:en|ern|eln)"
)
"""Verbs by their shape, where a prefix shows it: of others the list is all, since “collagen” and
“oxygen” end as they do. Participles, as in “20 Seiten abgeschrieben”, say what was done."""
_VERBS = "|".join((*_WAYS, _KEEP, _REACH, _DOING, _WITH_PREFIX))
_AS_VERBS = rf"(?-i:{_VERBS}|{_VERBS.upper()})"
"""Verbs at the end: with a capital one is a noun, as in “2 Treffen”."""
_ENGLISH_WAYS = r"lose|drop|shed|cut|gain|add"
_SIZES = "kgs?|kilos?|lbs?|pounds?|stone|cm|inches|%"
"""What goes down or comes off: of days off there are so many."""

_EASTER = (
    r"Ostern|Pfingsten|Weihnachten|Silvester|Neujahr|(?:zum\s|zur\s)?(?:Frühling|Frühjahr|Sommer"
    r"|Herbst|Winter|Urlaub|Hochzeit|Geburtstag|Jahresende|Monatsende|Wochenende)s?"
)
_MONTH = "Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
_WHEN = (
    rf"(?:{_EASTER}|(?:zum\s|zur\s)?(?:Anfang|Mitte|Ende)(?:\s(?:{_MONTH}|de[sr]\s\w+|\w+e[nrs]\s\w+))?"
    rf"|(?:zum\s)?(?:[0-9]{{1,2}}\.\s?)?(?:{_MONTH})|(?:zum\s)?[0-9]{{1,2}}\.[0-9]{{1,2}}\."
    rf"|(?:nächste|diese|kommende)[nmrs]?\s\w+)(?:\s?[0-9]{{4}})?"
)
_SOME = rf"(?:[0-9]+|{'|'.join(_NUMBERS)})\s(?:Tag|Woche|Monat|Jahr)(?:e?n?)"
_UNTIL = (
    rf"(?:^|\s)(?:(?:spätestens\s)?(?:bis|vor)(?:\sspätestens)?\s{_WHEN}(?![^\W_])"
    rf"|(?:innerhalb\svon|innerhalb|binnen|in)\s{_SOME}(?![^\W_])"
    rf"|(?:in\s|im\s)?(?:diese[mrsn]?|nächste[mrsn]?)\s(?:{_ANY_PERIOD})(?![^\W_]))"
)
"""Until when, which is no part of a measure."""
_DEADLINE = late(_UNTIL, re.IGNORECASE)

_WORDS: tuple[tuple[str, str], ...] = (
    (r"(?<=[0-9]),(?=[0-9]{1,2}(?![0-9]))", "."),
    (r"(?<=[0-9])\.(?=[0-9]{3}(?![0-9]))", ""),
    *((rf"(?<![\w-]){word}\s?-?mal(?![^\W_])", often) for word, often in _TIMES.items()),
    (r"(?<=[0-9])\s*-?\s?mal\b", " times"),
    (r"(?<![\w-])(?:ein\shalbes|½)\sDutzend\b", "6"),
    *((rf"(?<![\w-])(?<!um\s){word}(?=\s[^\W_])", number) for word, number in _NUMBERS.items()),
    (r"(?<=[0-9])\s+Dutzend\b", " dozen"),
    (r"(?<=[0-9])\s+Million(?:en)?\b", " million"),
    (r"(?<=[0-9])\s+(?:tausend)\b", " thousand"),
    (r"(?<=[0-9])\s+(?:hundert)\b", " hundred"),
    (r"\s*/\s*(?=(?:Tag|Nacht|Woche|Monat|Quartal|Jahr)\b)", " pro "),
    *(
        (
            rf"\b(?:{_EACH}|alle)\s(?:zweite[nrs]?|2\.?)\s{german}(?:en?)?(?![^\W_])",
            f"every other {ours}",
        )
        for german, ours in (_PERIODS | _DAYS).items()
    ),
    *(
        (rf"\balle\s([0-9]+)\s(?:{german})\b", rf"every \1 {ours}")
        for german, ours in _PLURALS.items()
    ),
    (r"\ban\s([0-9]+)\s(?:Tagen|Abenden)(?=\s)", r"\1 days"),
    *(
        (rf"\b(?:{_EACH}|immer)\s{german}\b|\b{german}s\b", f"every {ours}")
        for german, ours in _DAYS.items()
    ),
    (r"\bwerktags\b|\ban\sWerktagen\b|\bjeden\sWerktag\b", "every weekday"),
    (r"\b(?:pro|am|je|jeden)\s+Tag\b", "a day"),
    (r"\b(?:jeden)\s+Morgen\b|\bmorgens\b", "a morning"),
    (r"\b(?:jeden)\s+Abend\b|\babends\b", "an evening"),
    (r"\b(?:pro|je|jede)\s+Nacht\b", "a night"),
    (r"\b(?:pro|die|je|jede|in der)\s+Woche\b", "a week"),
    (r"\b(?:pro|im|je|jeden)\s+Monat\b", "a month"),
    (r"\b(?:pro|im|je|jedes)\s+Quartal\b", "a quarter"),
    (r"\b(?:pro|im|je|jedes)\s+Jahr\b", "a year"),
    (r"\btäglich\b", "daily"),
    (r"\bwöchentlich\b", "weekly"),
    (r"\bmonatlich\b", "monthly"),
    (r"\bjährlich\b", "yearly"),
    (r"\bnicht mehr als\b", "at most"),
    (r"\bnicht weniger als\b", "at least"),
    (r"\bmehr als\b", "more than"),
    (r"\bweniger als\b", "less than"),
    (r"\bhöchstens\b|\bmaximal\b|\bbis zu\b", "at most"),
    (r"\bmindestens\b|\bwenigstens\b", "at least"),
    (r"\bim\s+(?:durch)?schnitt\b", "on average"),
    (r"\bdurchschnittlich\b", "average"),
    (r"(?:^|(?<=[\s,]))(?:ungefähr|etwa|circa|ca\.?|rund|gut|knapp)\s+(?=[0-9])", ""),
    (r"\bzwischen\s+([0-9][^\s]*)(.*?)\s+und\s+(?=[0-9])", r"between \1\2 and "),
    (r"\bunter\s+([0-9]+)\s+Minuten\b", r"under \1 minutes"),
    (r"\bunter\s+([0-9]+)\s+Stunden\b", r"under \1 hours"),
    (r"\bunter\s+(?=[0-9])", "under "),
    (r"\büber\s+(?=[0-9])", "over "),
    (r"\bvon\s+(?=[0-9])", "from "),
    (r"(?<=[\w%€$£])\s+(?:auf|bis)\s+(?=[0-9])", " to "),
    (r"^(?:auf|bis)\s+(?=[0-9])", "to "),
    (r"^(?:[^0-9]*\s)?um\s+(?=[0-9])", "by "),
)  # fmt: skip
"""Words and signs of German measures, each with ours, in this order."""
_OF_TIME = (
    r"(?:every\s(?:other\s)?|an?\s)(?:day|morning|evening|night|week|month|quarter|year"
    rf"|{'|'.join(_DAYS.values())})|every\s[0-9]+\s(?:days|weeks|months|years)"
    r"|daily|weekly|monthly|yearly|every\sweekday"
)
_FRONTED = late(rf"(?P<often>{_OF_TIME}),?:?\s(?P<rest>(?:.*\s)?[0-9].*)", re.IGNORECASE)
_PARTED = late(
    rf"(?P<rest>.*?[0-9].*?)\s(?:zu\s)?(?P<verb>{_AS_VERBS})"
    rf"(?P<behind>(?:\s(?:{_OF_TIME}|on average))*)",
    re.IGNORECASE,
)
_LED = late(
    rf"(?:[^0-9]*\s)?(?P<verb>(?!(?:ab|mehr|weniger)\b)(?:{_VERBS})):?\s"
    r"(?P<rest>(?:.*\s)?[0-9].*)",
    re.IGNORECASE,
)
_TO = late(
    rf"(?P<rest>(?:.*\s)?[0-9].*?)\sto\s(?P<verb>{_ENGLISH_WAYS})|"
    rf"(?P<down>(?:.*\s)?[0-9].*?(?:{_SIZES}))\s(?:down|off)|(?P<lose>(?:.*\s)?[0-9].*?)\slose",
    re.IGNORECASE,
)
_IN_UNITS = late(
    rf"(?:^|(?<=\s))(?:(?:zu\s)?{_AS_VERBS}(?=$|\sund(?![^\W_]))|im\s(?:durch)?schnitt\b"
    rf"|durchschnittlich\b|Dutzend\b"
    rf"|to\s(?:{_ENGLISH_WAYS})$|lose$)|(?:^|\s)(?:{_SIZES})\s(?:down|off)$|{_UNTIL}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class InOurForms:
    """A measure in our words, and whether a day until when was left out of it."""

    line: str
    with_day: bool = False


def no_part_of_unit(unit: str) -> str:
    """The words of a unit that say what is done, on average or until when; else nothing.

    A participle says what there is, as in “24 books read”, and is part of it.

    >>> no_part_of_unit("kg abnehmen"), no_part_of_unit("Bücher lesen"), no_part_of_unit("Bücher")
    ('abnehmen', 'lesen', '')
    >>> no_part_of_unit("h Schlaf im Schnitt"), no_part_of_unit("Bücher gelesen")
    ('im Schnitt', '')
    """
    found = _IN_UNITS.search(unit)
    return found[0].strip() if found else ""


def in_our_forms(words: str) -> InOurForms | None:
    """A measure in German, or with its verb behind it, in our words; None where it has neither.

    >>> in_our_forms("um 7 kg abnehmen"), in_our_forms("jeden Tag 20 Seiten lesen").line
    (InOurForms(line='lose 7 kg', with_day=False), '20 Seiten a day')
    >>> in_our_forms("bis Ostern 5 kg runter")
    InOurForms(line='lose 5 kg', with_day=True)
    """
    if turned := _TO.fullmatch(words):
        way = f"{turned['verb'] or 'lose'} {turned['rest'] or turned['down'] or turned['lose']}"
        return InOurForms(way)
    named = re.findall(r"\w+", words)
    days = [
        day
        for one in named
        for german, day in _DAYS.items()
        if re.fullmatch(rf"{german}s?", one, re.I)
    ]
    if len(days) > 1 and len(days) == len({*named} - {"und", "jeden", "immer", "am"}):
        return InOurForms(", ".join(days))
    line = " ".join(_DEADLINE.sub(" ", words).split())
    with_day = line != " ".join(words.split())
    for german, ours in _WORDS:
        line = re.sub(german, ours, line, flags=re.IGNORECASE)
    changed = line != " ".join(words.split())
    line, verb, often = _without_verb(" ".join(line.split()))
    if (changed or verb) and (match := _FRONTED.fullmatch(line)):
        line, often = match["rest"], f"{often} {match['often']}"
        if not verb:
            line, verb, behind = _without_verb(line)
            often += behind
    line = _with_way(line, verb)
    if often:
        line = re.sub(r"(?<=[0-9] times)\s[^\W\d_][^0-9]*$", "", line)
    line = f"{line} {often}".strip() if often else line
    if re.fullmatch(_OF_TIME, line):
        line = re.sub("^an? ", "every ", line)
    said, meant = (re.sub("[0-9., ]", "", text) for text in (words, line))
    return InOurForms(" ".join(line.split()), with_day) if said != meant else None


def _without_verb(line: str) -> tuple[str, str, str]:
    """A line without its verb, the verb, and what stands behind it of how often."""
    if match := _PARTED.fullmatch(line):
        return match["rest"], match["verb"].lower(), match["behind"]
    led = _LED.fullmatch(line)
    return (led["rest"], led["verb"].lower(), "") if led else (line, "", "")


def _with_way(line: str, verb: str) -> str:
    """A line with the way that its verb says: `lose` for one that ends with “abnehmen”."""
    bare = re.sub("^by ", "", line)
    way = next((ours for verbs, ours in _WAYS.items() if re.fullmatch(verbs, verb)), "")
    down = way in {"lose", "reduce by"}
    if way and (end := re.fullmatch(r"to (.*)", line)):
        return f"{'down to' if down else 'get up to'} {end[1]}"
    if way and line[:1].isdigit() and " to " in line:
        return f"from {line}"
    if way and re.match(r"from |under |over ", line):
        return line
    if way:
        return f"{way} {bare}"
    if re.fullmatch(_KEEP, verb):
        bounded = re.sub("^at most ", "below ", re.sub("^at least ", "above ", line))
        return f"keep {bounded}"
    if re.fullmatch(_REACH, verb) and verb != "schaffen" and re.match("[0-9]", line):
        return f"to {line}"
    return line
