"""The words by which lists of goals are known, in every language that is read: a table of data.

In: a heading, or the name of a column. Out: what it means. Whoever adds a language adds its words
to each of these; nothing else asks for them.
"""

from __future__ import annotations

import re

GOALS = {
    "en": ("goals", "goal", "resolutions", "new year's resolutions", "new years resolutions",
           "objectives", "aims", "yearly goals", "annual goals", "goals this year", "year goals",
           "big goals", "main goals", "quarterly goals", "monthly goals", "goals and resolutions"),
    "de": ("ziele", "ziel", "vorsätze", "gute vorsätze", "neujahrsvorsätze", "jahresziele",
           "quartalsziele", "vorhaben", "ziele und vorsätze"),
}  # fmt: skip
"""What stands above a list of goals, when years, periods and small words are taken out."""
AREAS = {
    "en": ("health", "fitness", "career", "work", "personal", "family", "money", "finance",
           "financial", "learning", "reading", "travel", "home", "social", "creative", "spiritual",
           "life", "business", "professional", "education", "relationship"),
    "de": ("gesundheits", "berufliche", "berufs", "private", "persönliche", "finanz",
           "finanzielle", "lern", "familien", "sport", "reise", "lese"),
}  # fmt: skip
"""Words before `goals` that name the area of all below: “Health goals 2026”."""
DONE = {
    "en": ("done", "achieved", "completed", "finished", "reached"),
    "de": ("erledigt", "erreicht", "geschafft", "abgeschlossen", "fertig"),
}
"""A heading below, or a word in a column, that says its goals are reached."""
ASIDE = {
    "en": ("notes", "review", "reviews", "reflection", "why", "how", "habits tracker", "log",
           "links", "ideas", "not doing", "anti goals", "reading list"),
    "de": ("notizen", "rückblick", "warum", "wie", "gedanken", "ideen", "nicht"),
}  # fmt: skip
"""Headings below whose lists are no goals."""
SMALL = {
    "en": ("my", "our", "the", "for", "of", "in", "this", "year", "and"),
    "de": ("meine", "unsere", "für", "das", "den", "jahr", "im", "von", "und", "die"),
}
COLUMNS = {
    "title": ("goal", "goals", "name", "title", "objective", "resolution", "what", "aim",
              "ziel", "ziele", "vorsatz", "vorhaben", "was"),
    "to": ("target", "target value", "goal value", "to", "aim for", "how much", "measure",
           "metric", "kpi", "measurable", "zielwert", "soll", "messgröße", "zielgröße"),
    "now": ("current", "now", "today", "actual", "progress", "current value", "so far",
            "aktuell", "ist", "stand", "heute", "bisher", "fortschritt"),
    "from": ("start", "baseline", "from", "start value", "starting point",
             "anfang", "startwert", "ausgangswert", "von"),
    "unit": ("unit", "units", "einheit"),
    "due": ("due", "deadline", "by", "by when", "until", "due date", "target date", "end", "when",
            "finish", "fällig", "frist", "bis", "bis wann", "termin", "enddatum", "wann"),
    "begins": ("start date", "started", "begin", "startdatum", "beginn", "ab"),
    "status": ("status", "state", "done", "done?", "zustand", "erledigt", "fertig"),
    "area": ("area", "category", "life area", "domain", "bereich", "lebensbereich", "kategorie"),
    "why": ("why", "reason", "because", "purpose", "motivation", "warum", "grund", "wozu", "wofür"),
}  # fmt: skip
"""The names of columns, and of lines below a goal (`Why: …`), by what they hold."""
REASONS = {
    "en": r"because|so that|in order to",
    "de": r"weil|damit|um (?=\S.* zu )",
}
"""What a reason begins with."""
ENDS = {
    "en": r"by|until|till|before|due|no later than|within|in|this|end of|on",
    "de": r"bis(?: zum| zur)?|vor|spätestens|ende|im|in",
}
"""What the last day begins with, where it stands in a line."""
IN_ENGLISH = (
    (r"\b(\d+)\s*(?:x|×|mal)\s+(?:pro|die|in der|am|im)\s+(?=\w)", r"\1 times per "),
    (r"\bzweimal\s+(?:pro|die|in der|am|im)\s+", "twice per "),
    (r"\beinmal\s+(?:pro|die|in der|am|im)\s+", "once per "),
    (r"\b(?:pro|je) (?=Tag|Woche|Monat|Quartal|Jahr)", "per "),
    (r"\bjeden (?=Tag|Monat)|\bjede (?=Woche)|\bjedes (?=Jahr|Quartal)", "every "),
    (r"\b(?<=per )Tag\b|(?<=every )Tag\b", "day"),
    (r"\b(?<=per )Woche\b|(?<=every )Woche\b", "week"),
    (r"\b(?<=per )Monat\b|(?<=every )Monat\b", "month"),
    (r"\b(?<=per )Quartal\b|(?<=every )Quartal\b", "quarter"),
    (r"\b(?<=per )Jahr\b|(?<=every )Jahr\b", "year"),
    (r"\btäglich\b", "daily"),
    (r"\bwöchentlich\b", "weekly"),
    (r"\bmonatlich\b", "monthly"),
    (r"\bmindestens\b", "at least"),
    (r"\bhöchstens\b", "at most"),
    (r"\bvon (?=\d)(\S+(?: [^\W\d]+)?) (?:auf|nach) (?=\d)", r"from \1 to "),
)
"""Measures in other languages, put in the words that measures are read in."""

_ALL_GOALS = {word for words in GOALS.values() for word in words}
_ALL_AREAS = {word for words in AREAS.values() for word in words}
_ALL_SMALL = {word for words in SMALL.values() for word in words}
_ALL_DONE = {word for words in DONE.values() for word in words}
_ALL_ASIDE = {word for words in ASIDE.values() for word in words}
_HOLDS = {name: part for part, names in COLUMNS.items() for name in names}
_PERIOD = re.compile(
    r"(?P<year>(?:19|20|21)[0-9]{2})(?:[ /-]?(?P<part>[QH][1-4]))?(?!-?[0-9])"
    r"|(?P<part2>[QH][1-4])[ /'’-]{0,2}(?P<year2>(?:19|20|21)[0-9]{2})",
    re.IGNORECASE,
)


def reason_pattern() -> re.Pattern[str]:
    """What a reason in a line looks like: its first word and all behind it."""
    return re.compile(rf"[,;:]?\s*\b(?P<why>(?:{'|'.join(REASONS.values())})\b.+)", re.IGNORECASE)


def end_pattern() -> re.Pattern[str]:
    """Where the words of a last day may begin."""
    return re.compile(rf"\b(?:{'|'.join(ENDS.values())})\s+(?=\S)", re.IGNORECASE)


def period_in(text: str) -> str:
    """The year, quarter or half that a heading or a name says, as `2026-Q1`; else nothing.

    >>> period_in("Goals Q1 2026"), period_in("My goals for 2026"), period_in("Goals")
    ('2026-Q1', '2026', '')
    """
    match = _PERIOD.search(text)
    if not match:
        return ""
    part = match["part"] or match["part2"]
    year: str = match["year"] or match["year2"]
    return f"{year}-{part.upper()}" if part else year


def is_goals(text: str) -> tuple[bool, str]:
    """Whether a heading or the name of a file stands above goals, and the area that it names.

    >>> is_goals("🎯 My goals for 2026"), is_goals("Health goals"), is_goals("Non-goals")
    ((True, ''), (True, 'health'), (False, ''))
    """
    words = _words(text)
    if words in _ALL_GOALS:
        return True, ""
    area, _, rest = words.partition(" ")
    if rest in _ALL_GOALS and area in _ALL_AREAS:
        return True, area
    return False, ""


def is_done(text: str) -> bool:
    """Whether a heading or a cell says that a goal is reached."""
    return _words(text) in _ALL_DONE


def is_aside(text: str) -> bool:
    """Whether what stands below a heading is no goal."""
    return _words(text) in _ALL_ASIDE


def holds(name: str) -> str:
    """What a column or a line of this name holds: a part of a goal, or nothing.

    >>> holds("Due date"), holds("**Warum**"), holds("Colour")
    ('due', 'why', '')
    """
    return _HOLDS.get(" ".join(name.strip(" *_:`").lower().split()), "")


def in_english(text: str) -> str:
    """The words of a measure as measures are read.

    >>> in_english("3 mal pro Woche"), in_english("von 82 auf 75 kg")
    ('3 times per week', 'from 82 to 75 kg')
    """
    for pattern, ours in IN_ENGLISH:
        text = re.sub(pattern, ours, text, flags=re.IGNORECASE)
    return text


def _words(text: str) -> str:
    plain = _PERIOD.sub(" ", text.lower().replace("’", "'"))
    words = re.sub(r"[^\w'\s]|_", " ", plain).split()
    return " ".join(word for word in words if word not in _ALL_SMALL or len(words) == 1)
