"""One line of a list, read as a goal: its words, measure, last day, reason, and whether it is done.

In: the plain words of a line and the period that the list is of. Out: a `Wish`. The words stay as
they stand; only the marks of tools (`📅 2026-06-30`, `[due:: …]`, tags) are taken out. What could
be read in two ways is not read, but kept among what is unclear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from milepost.adopting.wish import Wish
from milepost.adopting.words import end_pattern, in_english, reason_pattern
from milepost.journal.dates import parse_date, parse_period
from milepost.journal.german_measures import in_our_forms
from milepost.journal.measures import parse_measure
from milepost.journal.numbers import CLOCKS, NUMBER_WORDS, UNSAID, Misread
from milepost.journal.shortforms import parse_window
from milepost.journal.values import Measure, Window
from milepost.journal.words import Kind

_DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_MARKS = {
    "due": rf"(?:📅|🗓️?|📆)\s*({_DAY})|[\[(](?:due|deadline)::\s*([^\])]+)[\])]",
    "start": rf"🛫\s*({_DAY})|[\[(](?:start)::\s*([^\])]+)[\])]",
    "done": rf"✅\s*({_DAY})|[\[(](?:completion|completed|done)::\s*([^\])]+)[\])]"
    rf"|\((?:done|erledigt)(?:\s+(?:on|am))?\s+({_DAY})\)",
    "": rf"(?:⏳|➕|❌)\s*{_DAY}|🔁\s*[^📅🛫✅⏳➕]*|[⏫🔼🔽🔺⏬]️?"
    r"|[\[(]\w+::[^\])]*[\])]|(?<!\S)#[^\s#]+|\^[\w-]+$",
}
_OPENS = re.compile(
    r"(?<![\w.,-])(?:[€$£]?\s?[0-9]|(?:from|to|lose|gain|at least|at most|no more than|every|each"
    r"|daily|weekly|monthly|once|twice|under|below"
    rf"|{'|'.join(sorted(NUMBER_WORDS, key=len)[::-1])})"
    r"(?![\w-]))",
    re.IGNORECASE,
)
"""Where a measure may begin."""
_STOPS = re.compile(
    r"\s*[,;:(–—.!?](?:\s|$)|\s+(?:about|for|with|and|because|so|that|at|on|in|within|under|below"
    r"|over|von|für|mit|über|und|weil|damit|auf|bis|als)\b",
    re.IGNORECASE,
)
"""Where the unit of a measure may end."""
_BOUND = re.compile(
    rf"\s+(?:in|within|under|below|over|unter|über|als)\s+(?:[0-9]|an?\b|{'|'.join(NUMBER_WORDS)})",
    re.IGNORECASE,
)
"""What follows a figure that is bounded by another: `10 km under an hour` is no count of 10 km."""
_NAMES = re.compile(
    r"(?:^|\s)(?:an?|the|my|in|within|under|over|at|level|grade|version|chapter|part|top|weigh|wiege"
    r"|ein|einen|eine|der|die|das|den|meinen?|auf|unter|über|am|um)\s*$",
    re.IGNORECASE,
)
"""What stands before a figure that is a name or no count: `a 5 km race`, `in 2 hours`."""
STANDS = {"%", "kg", "kgs", "lb", "lbs", "stone", "bpm", "°c", "mmhg"}
"""Units of what stands at so much, and does not add up."""
_YEAR = re.compile(r"(?:19|20|21)[0-9]{2}")
_LONG = 80
"""Characters of a title; a longer line is a title and what it means exactly."""
_PARTED = re.compile(r"(?:[:;–—]|\s-)\s+|[.,]\s+")


def read_line(words: str, line: int, period: str = "", *, done: bool = False) -> Wish:
    """A line of a list as a wish; `period` is that of its list, as `2026-Q1`, `done` its box."""
    days, plain = _marks(words)
    span = parse_period(period) if period else None
    unclear: dict[str, str] = {}
    due, measured = days.get("due"), plain
    if due is None:
        due, said, measured = _end_in(plain, span)
        if said:
            unclear["time_bound"] = said
    reason, spoken = (reason_pattern().search(text, 1) for text in (measured, plain))
    relevant = spoken["why"].strip(" .") if spoken else ""
    measured = measured[: reason.start()] if reason else measured
    measurable, doubt = measure_in(measured)
    if doubt:
        unclear["measurable"] = doubt
    start = days.get("start")
    if span and not unclear.get("time_bound"):
        due = due or span[1]
        start = start or (span[0] if span[0] <= due else None)
    ticked = days.get("done")
    title, specific = _titled(plain[: spoken.start()].rstrip(" ,;:") if spoken else plain)
    status = f"done {ticked}" if ticked else "done" if done else ""
    return Wish(
        title=title,
        line=line,
        measurable=measurable,
        start=start,
        due=due,
        specific=specific,
        relevant=relevant,
        status=status,
        unclear=unclear,
    )


def _marks(words: str) -> tuple[Mapping[str, date], str]:
    """The days that tools mark, and the words without those marks."""
    days: dict[str, date] = {}
    for name, pattern in _MARKS.items():
        for match in re.finditer(pattern, words):
            text = next((group for group in match.groups() if group), "")
            day = parse_date(text) if text else None
            if name and isinstance(day, date):
                days.setdefault(name, day)
        if name in days or not name:
            words = re.sub(pattern, " ", words)
    return days, " ".join(words.split())


def _end_in(words: str, span: tuple[date, date] | None) -> tuple[date | None, str, str]:
    """The last day in a line; else words that name none for certain; and the line without either.

    A day without a year is of the period's year.
    """
    for match in end_pattern().finditer(words):
        said = re.split(r"[,;:()]|\s[–—-]\s|\.\s", words[match.start() :])[0].strip(" .!")
        rest = words[: match.start()] + words[match.start() + len(said) :]
        parts = said.split()
        for length in range(len(parts), 1, -1):
            text = " ".join(parts[:length])
            if day := read_day(text, span):
                left = " ".join(parts[length:])
                return day, "", f"{words[: match.start()]} {left} {rest[match.start() :]}".strip()
        if _is_time(said):
            return None, said, rest
    return None, "", words


def read_day(text: str, span: tuple[date, date] | None = None) -> date | None:
    """The last day that words name for certain; one without a year is of the stretch's year.

    >>> read_day("bis Ende Juni", (date(2026, 1, 1), date(2026, 12, 31)))
    datetime.date(2026, 6, 30)
    """
    bare = re.sub(r"^im\s+(?:jahre?\s+)?", "in ", text, flags=re.IGNORECASE)
    if re.fullmatch(r"(?:on|in|this)\s+[0-9]{1,3}", bare):
        return None
    year = [f"{bare} {span[1].year}"] if span and span[0].year == span[1].year else []
    for form in (bare, *year):
        window = parse_window(form)
        if isinstance(window, Window) and window.due:
            return window.due
    return None


def _is_time(said: str) -> bool:
    """Whether words speak of a time that no day can be told from: `by summer`, `bis Ostern`."""
    return bool(
        re.search(
            r"(?:by|until|till|before|due|within|bis|vor)\b.*\b(?:spring|summer|autumn|fall|winter"
            r"|christmas|easter|birthday|frühling|frühjahr|sommer|herbst|weihnachten|ostern"
            r"|geburtstag|months?|weeks?|years?|monate?n?|wochen?|jahre?n?|[0-9]+[./][0-9]+\S*)\b",
            said,
            re.IGNORECASE,
        )
    )


def measure_in(words: str) -> tuple[str, str]:
    """The measure that stands in words; else the figure that may be one, which is to be asked.

    >>> measure_in("Read 24 books about the sea"), measure_in("Run 10 km under an hour")
    (('24 books', ''), ('', '10 km under an hour'))
    >>> measure_in("Run a marathon"), measure_in("8 kg abnehmen")
    (('', ''), ('lose 8 kg', ''))
    """
    if (ours := in_our_forms(words.strip(" .,;:!?"))) and not ours.with_day:
        whole = parse_measure(ours.line)
        if isinstance(whole, Measure) and _is_sure(whole, ours.line, ours.line, 0):
            return ours.line, ""
    text = in_english(words)
    for match in _OPENS.finditer(text):
        for phrase in _phrases(text, match.start(), translated=text != words):
            measure = parse_measure(phrase)
            if not isinstance(measure, Misread) and _is_sure(measure, text, phrase, match.start()):
                return phrase[0].lower() + phrase[1:] if phrase[1:2].islower() else phrase, ""
    figure = re.search(r"(?<![\w.-])[0-9]", text)
    if figure and not _YEAR.fullmatch(text[figure.start() :].split()[0].strip(".,;:!?)")):
        return "", text[figure.start() :].strip(" .")
    return "", ""


def _phrases(text: str, start: int, *, translated: bool) -> Iterator[str]:
    """What may be a measure from here on, with the shortest unit first.

    In German the verb stands last, and belongs to no unit: `24 Bücher lesen`.
    """
    ends = [match.start() for match in _STOPS.finditer(text, start + 1)]
    for end in (*ends, len(text)):
        phrase = text[start:end].strip(" .,;:!?")
        verb = re.search(r"(\S+)\s+[a-zäöü]+(?:en|ern|eln)$", phrase)
        if verb and (translated or verb[1][:1].isupper()):
            yield phrase[: verb.end(1)]
        if phrase:
            yield phrase


def _is_sure(measure: Measure, text: str, phrase: str, start: int) -> bool:
    """Whether a phrase can mean this measure only, and no figure is left beside it."""
    before, behind = text[:start], text[start + len(phrase) :]
    if measure.says_nothing or re.search(r"[0-9]", _YEAR.sub("", before + behind)):
        return False
    if measure.kind is not Kind.COUNT:
        return measure.kind.facts.numbered and not re.match(r"(?:to|under|below)\b", phrase, re.I)
    if not measure.unit or _NAMES.search(before) or _BOUND.search(phrase + behind):
        return False
    first = measure.unit.split()[0].lower()
    return not _YEAR.fullmatch(phrase.split()[0]) and first not in {*STANDS, *CLOCKS, UNSAID}


def _titled(plain: str) -> tuple[str, str]:
    """The title of a line, and the whole line where it is too long for one."""
    if len(plain) <= _LONG:
        return plain, ""
    parts = [match.start() for match in _PARTED.finditer(plain) if 8 < match.start() <= _LONG]
    end = parts[0] if parts else plain.rfind(" ", 0, _LONG)
    return (plain[:end] if end > 0 else plain[:_LONG]).rstrip(" ,;:"), plain
