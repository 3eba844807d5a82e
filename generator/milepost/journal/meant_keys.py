"""Which of our keys a key of somebody else means, by its name and by what stands under it.

In: the front matter of a goal, as nodes. Out: our key and its part for each name; the line of a
measure where a key says more than its number: `weekly target: 5 pages`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from milepost.journal.dates import MONTH, parse_date, parse_period
from milepost.journal.key_words import GOAL_WORDS, STATE
from milepost.journal.measures import parse_measure
from milepost.journal.nodes import Keys, Node, Text, folded
from milepost.journal.numbers import CLOCKS, DURATION, NUMBER_WORDS, UNITS, Misread, parse_number
from milepost.journal.rhythm_words import period_of
from milepost.journal.shortforms import parse_window
from milepost.journal.values import Measure, Window
from milepost.journal.words import Kind, State

ENDS = re.compile(
    r"(?:(?P<low>start|starting|initial|baseline|current)|target|goal|final|end)_"
    r"(?!date|day|week|month|quarter|year|time|on$|at$)[^\W\d]\w*"
)
"""Where a way begins or ends, by the name of what is measured: `start_weight`, `target_weight`."""
TODAY = frozenset(
    (
        "current", "current_value", "aktuell", "saved", "so_far", "bisher", "stand", "ist", "now",
        "heute", "today", "logged", "already", "used", "owed", "owe", "balance", "gespart",
        "schon_gespart", "already_saved", "offen", "restschuld",
    )
)  # fmt: skip
"""Words for how high it stands, which is where it begins only if nothing else says that."""
_NUMBERED = dict.fromkeys(TODAY - {"current", "current_value"}, "from")
_NUMBERED |= dict.fromkeys(
    (
        "from", "von", "pb", "personal_best", "bestzeit", "start", "begin", "beginn", "anfang",
    ),
    "from",
)  # fmt: skip
_NUMBERED |= dict.fromkeys(("to", "bis", "auf", "soll", "end", "ende", "finish"), "to")
_OF_TIME = frozenset(("start", "begin", "beginn", "anfang", "end", "ende", "finish"))
"""Words for a day, behind which a number alone or in kg is where a measure begins or ends."""
_BOUNDS = dict.fromkeys(("limit", "max", "maximum", "at_most", "höchstens"), "max")
_BOUNDS |= dict.fromkeys(("min", "at_least", "mindestens"), "min")
_BOUNDS |= {"minimum": "minimum"}
RHYTHMS = frozenset(
    (
        "per", "every", "each", "cadence", "rhythm", "interval", "frequency", "how_often",
        "häufigkeit", "pro",
    )
)  # fmt: skip
"""Words of a measure by their value: a number alone, a bound, a period alone."""
_NAMED = frozenset(("goal", "ziel"))
_WAY = frozenset(("how", "wie"))
_CRITERIA = frozenset(
    (
        "success_criteria", "success_criterion", "success", "definition_of_done", "done_when",
        "erfolgskriterium", "erfolgskriterien", "fertig_wenn",
    )
)  # fmt: skip
"""Words behind which a measure stands, or in words what will be so."""
_WHEN = frozenset(("when", "wann", "schedule"))
"""Words behind which a rhythm may stand: `when: every Friday`."""


def _names_it(keys: Keys) -> bool:
    """Whether a front matter names its goal in a word that has no other use."""
    titles = {"title", *(word for word, (our, _) in GOAL_WORDS.items() if our == "title")}
    return any(folded(key.value) in titles for key, _ in keys.pairs)


def _is_number(text: str) -> bool:
    """Whether a text is a number, and no day or year; one with a sign to be asked about is one."""
    if parse_period(text) or not isinstance(parse_date(text), Misread):
        return False
    if re.match(rf"[0-9.]+\s*(?:{MONTH})(?![^\W_])|(?:19|20)[0-9]{{2}}$", text.strip(), re.I):
        return False
    return has_comma(text) or not isinstance(parse_number(text), Misread)


def has_comma(text: str) -> bool:
    """Whether a number has a comma of which nobody knows what it parts."""
    like_one = re.fullmatch(r"\D{0,4}[0-9]{1,3}(?:[. ][0-9]{3})*,[0-9]+(?:\s?\D*)", text.strip())
    return bool(like_one) and isinstance(parse_number(text), Misread)


def _is_amount(text: str) -> bool:
    """Whether a text that could be a day or a length of time is a number, alone or in kg or so."""
    number = parse_number(text)
    if not _is_number(text):
        return False
    unit = "" if isinstance(number, Misread) else number[1]
    return not unit or re.fullmatch(UNITS, unit, re.IGNORECASE) is not None


def _has_number(text: str) -> bool:
    """Whether a text holds a number, in figures or as its first word."""
    words = text.lower().split()
    return bool(re.search("[0-9]", text)) or (bool(words) and words[0] in NUMBER_WORDS)


def _is_sentence(text: str) -> bool:
    """Whether a text begins with words, and is no measure."""
    begins = re.match(r"\W*[^\W\d_]", text)
    return bool(begins) and isinstance(parse_measure(text), Misread)


def _meant(name: str, node: Node, named: bool) -> tuple[str, str] | None:
    """Our key and part for a word, by its value where the word has more than one use.

    `goal: Complete 30 credits` names the goal, or says it in a sentence where it has a name;
    `from: 82` is where a measure begins, and `how: if …, then …` a plan.
    """
    text = node.value if isinstance(node, Text) else ""
    if name in _OF_TIME and not _is_amount(text):
        return GOAL_WORDS.get(name)
    if (name in _NUMBERED or name.endswith("_so_far")) and _is_number(text):
        return "measurable", _NUMBERED.get(name, "from")
    if name in _EACH_TIME and DURATION.fullmatch(text.strip()):
        return "measurable", _EACH
    if name in _WHEN and isinstance(node, Text) and _is_often(node):
        return "measurable", "to"
    if name == "to":
        return ("time_bound", "due") if isinstance(parse_window(text), Window) else None
    if name in RHYTHMS and period_of(text):
        return "measurable", "per"
    if name in _BOUNDS and _has_number(text):
        return "measurable", _BOUNDS[name]
    if name in _NAMED and _is_sentence(text):
        return ("specific", "") if named else ("title", "")
    if name in _CRITERIA and text.strip():
        criterion = isinstance(parse_measure(text), Measure)
        return ("measurable", "to") if criterion else ("specific", "")
    if name in _WAY and re.search(r"\b(?:then|dann)\b", text):
        return "obstacles", ""
    return GOAL_WORDS.get(name) or _end_of_the_way(name, node)


def meant_by(keys: Keys) -> dict[str, tuple[str, str]]:
    """Our key and part for each word of a front matter that is one for ours.

    Of the words for a measure one may only name what another counts, `metric: books` beside
    `target: 24`; our own is among these where it does, or stands beside one that does.
    """
    titled = _names_it(keys)
    meant = {}
    for key, node in keys.pairs:
        if found := _meant(folded(key.value), node, titled):
            meant[folded(key.value)] = found
    meant |= _by_letters(keys) | _days_in_other_keys(keys, meant) | _named_by_unit(keys, meant)
    meant |= _per_period(keys, meant)
    own = [(key, node) for key, node in keys.pairs if folded(key.value) == "measurable"]
    _each_time(keys, own, meant)
    said = [
        (key, node, meant[folded(key.value)][1])
        for key, node in keys.pairs
        if meant.get(folded(key.value), ("", ""))[0] == "measurable"
        and meant[folded(key.value)][1] != NAME
    ]
    counted = any(part in {"to", "max", "min"} for *_, part in said)
    # `min: 20` beside a target would still do
    if any(part == "to" and _counts(node) for _, node, part in said):
        said = [(k, v, "minimum" if part == "min" else part) for k, v, part in said]
    if not counted and not any(_counts(node) for _, node in own):  # `frequency: weekly` is all
        alone = {folded(key.value) for key, _, part in said if part == "per"}
        said = [one for one in said if one[2] != "per"]
        meant = {name: found for name, found in meant.items() if name not in alone}
        meant |= {name: GOAL_WORDS[name] for name in alone if name in GOAL_WORDS}
    if said:
        said += [(key, node, "to") for key, node in own]
    for (key, _, _), part in zip(said, parts_of_measure(said), strict=True):
        if folded(key.value) != "measurable" or part != "to":
            meant[folded(key.value)] = ("measurable", part)
    return meant


_LETTERS = {
    "s": ("specific", ""),
    "m": ("measurable", "to"),
    "a": ("achievable", ""),
    "r": ("relevant", "because"),
    "t": ("time_bound", "due"),
}
_ENOUGH_LETTERS = 3


def _by_letters(keys: Keys) -> dict[str, tuple[str, str]]:
    """S, M, A, R and T as keys, where so many of them stand together that they are meant."""
    found = {folded(key.value) for key, _ in keys.pairs} & _LETTERS.keys()
    return {one: _LETTERS[one] for one in found} if len(found) >= _ENOUGH_LETTERS else {}


_EVENT = (
    r"exam|race|test|wedding|launch|competition|concert|submission|hand_?in|release|event|recital"
    r"|graduation|tournament|interview|performance|audition|prüfung|pruefung|klausur|abgabe"
    r"|wettkampf|konzert|hochzeit|auftritt|turnier"
)
_DAY_KEY = re.compile(
    rf"(?:.+_)?(?:{_EVENT})(?:_(?:date|day|on|datum|termin|tag|am))?"
    r"|(?!start|begin|creat|updat|modif|review|birth|last|next|entry|publish|note|check|erstell)"
    r"[^\W\d]+_(?:date|day|datum|termin|tag)"
    r"|[^\W\d_]+(?:prüfung|datum|termin)"
)
_STRETCH_KEY = frozenset(
    ("year", "quarter", "month", "half", "semester", "season", "jahr", "quartal", "monat")
)
"""Keys with a day or a period that is the last of a goal, where nothing else says it."""


def _days_in_other_keys(
    keys: Keys, meant: Mapping[str, tuple[str, str]]
) -> dict[str, tuple[str, str]]:
    """The one key with the day of an event, or the period of the goal, where none says its end."""
    names = [folded(key.value) for key, _ in keys.pairs]
    if "time_bound" in names or ("time_bound", "due") in meant.values():
        return {}
    found = [
        name
        for name, (_, node) in zip(names, keys.pairs, strict=True)
        if name not in meant
        and (_DAY_KEY.fullmatch(name) or name in _STRETCH_KEY)
        and isinstance(node, Text)
        and re.search("[0-9]{4}", node.value)
        and isinstance(window := parse_window(node.value), Window)
        and window.due
    ]
    return {found[0]: ("time_bound", "due")} if len(found) == 1 else {}


def _named_by_unit(keys: Keys, meant: Mapping[str, tuple[str, str]]) -> dict[str, tuple[str, str]]:
    """The one key that is called as the target's unit: `followers: 430` beside `1000 followers`."""
    if ("measurable", "from") in meant.values():
        return {}
    units: set[str] = set()
    for key, node in keys.pairs:
        name = folded(key.value)
        counts = name == "measurable" or meant.get(name) == ("measurable", "to")
        read = parse_measure(node.value) if counts and isinstance(node, Text) else None
        if isinstance(read, Measure) and read.unit and read.kind in {Kind.COUNT, Kind.LEVEL}:
            units.add(folded(read.unit))
        if meant.get(name) == ("measurable", "unit") and isinstance(node, Text):
            units.add(folded(node.value))
    for key, node in keys.pairs:
        name, text = folded(key.value), node.value if isinstance(node, Text) else ""
        if name in units and name not in meant and _is_number(text):
            return {name: ("measurable", "from")}
    return {}


_PERIOD_KEY = re.compile(
    r"(?P<per>daily|weekly|fortnightly|monthly|quarterly|yearly|täglich(?:es)?|wöchentlich(?:es)?"
    r"|monatlich(?:es)?|jährlich(?:es)?)(?:_(?:target|goal|amount|habit|ziel|savings?))?"
    r"|(?P<of>tages|wochen|monats|jahres)ziel"
)
_OF_PERIOD = {"tages": "day", "wochen": "week", "monats": "month", "jahres": "year"}


def _period_in(name: str) -> str:
    """The period that a key names before its number: `week` for `weekly target`; else nothing."""
    match = _PERIOD_KEY.fullmatch(name)
    if match is None:
        return ""
    return _OF_PERIOD[match["of"]] if match["of"] else period_of(match["per"].removesuffix("es"))


def _per_period(keys: Keys, meant: Mapping[str, tuple[str, str]]) -> dict[str, tuple[str, str]]:
    """The one key with so much a period, `weekly target: 5 pages`, where nothing else counts."""
    names = [folded(key.value) for key, _ in keys.pairs]
    if "measurable" in names or ("measurable", "to") in meant.values():
        return {}
    found = [
        name
        for name, (_, node) in zip(names, keys.pairs, strict=True)
        if isinstance(node, Text) and says_more(name) and isinstance(line_of(name, node), Text)
    ]
    return {found[0]: ("measurable", "to")} if len(found) == 1 else {}


_COUNTED_KEY = {
    **{
        word: word
        for word in (
            "pages", "words", "books", "chapters", "lessons", "sessions", "episodes", "km", "miles",
            "seiten", "wörter", "bücher", "kapitel", "lektionen",
        )
    },
    **dict.fromkeys(("wordcount", "word_count"), "words"),
}  # fmt: skip
"""Keys that are called like what they count, each with its unit."""


def says_more(name: str) -> bool:
    """Whether a key says of its number in which time, or of what: `weekly target`, `pages`."""
    return bool(_period_in(name)) or name in _COUNTED_KEY


def line_of(name: str, node: Text) -> Text | None:
    """A measure with what its key says, `5 pages a week` or `1225 pages`; None where it is none."""
    per, said = _period_in(name), node.value.strip()
    if name in _COUNTED_KEY and not re.fullmatch(r"[0-9][0-9.,' ]*k?", said):
        return None
    line = f"{said} a {per}" if per else f"{said} {_COUNTED_KEY[name]}"
    read = parse_measure(line)
    fits = isinstance(read, Measure) and (read.kind in {Kind.HABIT, Kind.LIMIT} or not per)
    return replace(node, value=line) if fits else None


_EACH = "(each)"
_EACH_TIME = frozenset(("duration", "length", "session", "session_length", "dauer"))
"""Words for how long something takes each time, where a length of time stands behind them."""


def _each_time(
    keys: Keys, own: Sequence[tuple[Text, Node]], meant: dict[str, tuple[str, str]]
) -> None:
    """Settle what a length of time is: the measure, or how long it takes beside one that counts."""
    found = [name for name, (_, part) in meant.items() if part == _EACH]
    by_name = {folded(key.value): node for key, node in keys.pairs}
    counted = any(_counts(node) or _is_often(node) for _, node in own)
    for name, ours in meant.items():
        counted = counted or (
            ours == ("measurable", "to") and (_counts(by_name[name]) or _is_often(by_name[name]))
        )
    for name in found:
        meant[name] = ("measurable", NAME if counted else "to")
        counted = True


def _is_often(node: Node) -> bool:
    """Whether a value says how often, in words: `every other day`."""
    read = parse_measure(node.value) if isinstance(node, Text) else None
    return isinstance(read, Measure) and read.kind.facts.periodic


NAME_ASIDE = "metric"
"""Where the name of what is measured stands, beside a number with its unit."""
NAME, NOW = "(name)", "(now)"
AT_NOW = "`readings`, with its day (`2026-03-01 =410`)"
KEPT_ASIDE = {NAME: "", NOW: AT_NOW}
"""What words beside a measure say that has no part in it, and where it is read."""


def parts_of_measure(said: Sequence[tuple[Text, Node, str]]) -> list[str]:
    """The part that each word for a measure means beside the others: keys, values and parts.

    A word without a number beside one with a number names what is counted: its unit, where nothing
    else says that, else only the thing. How high it stands today is no start beside one.
    """
    bounds = {"to", "max", "min", "minimum"}
    counts = [node for _, node, part in said if part in bounds and _counts(node)]
    if any(isinstance(node, Keys) for node in counts):
        return [part for *_, part in said]
    has_unit = any(part == "unit" for *_, part in said)
    has_unit = has_unit or any(isinstance(n, Text) and _says_unit(n.value) for n in counts)
    begins = any(part == "from" and folded(key.value) not in TODAY for key, _, part in said)
    begins = begins or any(isinstance(n, Text) and re.match("from ", n.value) for n in counts)
    found = []
    for key, node, part in said:
        meant = part
        if part == "to" and folded(key.value) in _METRIC and _another_counts(key, node, said):
            meant = NAME
        elif part == "to" and counts and _names_only(node):
            meant, has_unit = (NAME if has_unit else "unit"), True
        elif part == "from" and begins and folded(key.value) in TODAY:
            meant = NOW
        found.append(meant)
    return found


_METRIC = frozenset(("metric", "kpi", "success_metric", "measured_by", "measure"))


def _another_counts(key: Text, node: Node, said: Sequence[tuple[Text, Node, str]]) -> bool:
    """Whether a metric with a number in its name (`10 km time`) stands beside a target with one."""
    if not isinstance(node, Text) or not re.search("[0-9]", node.value):
        return False
    mine = re.findall(r"[0-9]+(?:[.,:][0-9]+)*", node.value)
    others = (n for k, n, part in said if part == "to" and k is not key and isinstance(n, Text))
    return any(
        re.search("[0-9]", one.value)
        and not set(mine) & set(re.findall(r"[0-9]+(?:[.,:][0-9]+)*", one.value))
        for one in others
    )


def _says_unit(text: str) -> bool:
    """Whether a number in a text has a unit: `75 kg`, and not `five`, `5 a day` or `at most 5`."""
    if isinstance(read := parse_measure(without_bound(text)), Measure):
        return bool(read.unit)
    words = " ".join(word for word in text.lower().split() if word not in NUMBER_WORDS)
    return bool(re.search(r"[^\W\d_]|[%€$£¥]", words))


_BOUND = re.compile(
    r"(?:at (?:most|least)|no (?:more|less|fewer) than|up to|max(?:imum|imal)?\.?|min(?:imum)?\.?"
    r"|höchstens|mindestens|<=|>=|≤|≥)\s*",
    re.IGNORECASE,
)


def without_bound(text: str) -> str:
    """A number without the words that say again of which side it is the bound."""
    return _BOUND.sub("", text.strip(), count=1) if _BOUND.match(text.strip()) else text


def is_sized(keys: Keys, meant: Mapping[str, tuple[str, str]]) -> bool:
    """Whether a number of a measure is in kg, hours, EUR and the like, which name no thing."""
    parts = {"to", "from", "max", "min", "minimum", "unit"}
    said = (
        (node.value.strip(), meant[folded(key.value)][1])
        for key, node in keys.pairs
        if isinstance(node, Text) and meant.get(folded(key.value), ("", ""))[0] == "measurable"
    )
    for text, part in said:
        number = parse_number(without_bound(text)) if part in parts - {"unit"} else (0.0, text)
        unit = "" if isinstance(number, Misread) else number[1]
        if unit in CLOCKS or re.fullmatch(UNITS, unit, re.IGNORECASE):
            return True
    return False


def _counts(node: Node) -> bool:
    """Whether a value of a measure holds a number."""
    if isinstance(node, Text):
        return bool(re.search("[0-9]", node.value)) or node.value.strip().lower() in NUMBER_WORDS
    return isinstance(node, Keys)


def _names_only(node: Node) -> bool:
    """Whether a value names a thing, and neither counts nor is a measure by itself."""
    if not isinstance(node, Text) or node.empty or _counts(node):
        return False
    return isinstance(parse_measure(node.value), Misread)


def fits(our: str, node: Node) -> bool:
    """Whether a value can be that of one of our keys, whose other words have other uses too."""
    if our in {"title", "area", "reward"}:
        return isinstance(node, Text) and not node.empty
    if our == "status":
        word = worded(node.value) if isinstance(node, Text) else ""
        return word.lower() in set(State) or STATE.match(word) is not None
    return True


def _end_of_the_way(name: str, node: Node) -> tuple[str, str] | None:
    """The end of a measure that a key with a number names; a grade like `7a` is none."""
    match = ENDS.fullmatch(name)
    if not match or not isinstance(node, Text) or not _is_number(node.value):
        return None
    glued = re.match(r"[0-9.,]+([^\W\d_])[+-]?(?:$|\s)", node.value.strip())
    if glued and not re.fullmatch(UNITS, glued[1], re.IGNORECASE):
        return None
    return "measurable", "from" if match["low"] else "to"


def worded(text: str) -> str:
    """A state without the picture before it: `🟢 On track`."""
    return re.sub(r"^[^\w\s]+\s+", "", text.strip())
