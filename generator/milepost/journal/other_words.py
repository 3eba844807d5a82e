"""Other people's words for our keys: `deadline`, `why`, `target` and their kin, read as ours.

In: the front matter of a goal, as nodes. Out: the same in milepost's own keys, and what is to be
told of it. A value is never changed, only put where it belongs: its place stays that of the file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date
from math import isclose
from typing import Literal

from milepost.findings import Finding, Severity
from milepost.journal import faults
from milepost.journal.dates import MONTH, parse_date, parse_period
from milepost.journal.measures import parse_measure, period_of, rhythm_in
from milepost.journal.milestone_lines import parse_milestone
from milepost.journal.nodes import Items, Keys, Node, Text, folded, plain
from milepost.journal.numbers import (
    CLOCKS,
    DURATION,
    NUMBER_WORDS,
    UNITS,
    Misread,
    in_digits,
    parse_number,
    told_in,
)
from milepost.journal.shortforms import parse_ends, parse_relevance, parse_window
from milepost.journal.values import Measure, Milestone, Week, Window
from milepost.journal.words import Kind, State

GOAL_WORDS: dict[str, tuple[str, str]] = {
    **dict.fromkeys(
        (
            "deadline", "due", "due_date", "by", "until", "till", "end", "ends", "end_date",
            "target_date", "finish", "finish_by", "finish_date", "complete_by", "completion_date",
            "timeline", "timeframe", "time_frame", "when", "wann", "timebound", "period",
            "duration",
            "frist", "fällig", "fällig_am", "bis", "ende", "termin", "stichtag", "terminiert",
        ),
        ("time_bound", "due"),
    ),
    **dict.fromkeys(
        (
            "start", "starts", "start_date", "starting_date", "since", "begin", "begins", "began",
            "started", "started_on", "from", "von", "beginn", "anfang", "ab", "seit",
        ),
        ("time_bound", "start"),
    ),
    **dict.fromkeys(
        (
            "target", "metric", "measure", "kpi", "goal", "target_value", "amount",
            "success_metric", "measured_by", "messbar", "ziel", "zielwert", "frequency",
            "how_often", "häufigkeit", "habit", "gewohnheit", "betrag", "targets", "metrics",
            "measures", "kpis", "measure_of_success", "success_measure", "messgröße", "kennzahl",
        ),
        ("measurable", "to"),
    ),
    **dict.fromkeys(
        (
            "baseline", "current", "starting_point", "start_value", "initial", "initial_value",
            "starting_value", "current_value", "startwert", "ausgangswert",
        ),
        ("measurable", "from"),
    ),
    **dict.fromkeys(("unit", "units", "einheit"), ("measurable", "unit")),
    **dict.fromkeys(
        (
            "why", "because", "purpose", "reason", "reasons", "motivation", "rationale",
            "relevance", "warum", "wozu", "weshalb", "wieso", "weil", "grund", "attraktiv",
        ),
        ("relevant", "because"),
    ),
    **dict.fromkeys(
        (
            "serves", "parent", "parents", "supports", "part_of", "up", "parent_goal",
            "contributes_to", "aligned_with",
        ),
        ("relevant", "serves"),
    ),
    **dict.fromkeys(("value", "values", "core_value", "wert", "werte"), ("relevant", "values")),
    **dict.fromkeys(
        ("what", "description", "details", "was", "beschreibung", "spezifisch"), ("specific", "")
    ),
    **dict.fromkeys(
        (
            "effort", "time", "resources", "attainable", "realistic", "aufwand", "erreichbar",
            "realistisch", "how", "wie",
        ),
        ("achievable", ""),
    ),
    **dict.fromkeys(
        ("hours", "hours_per_week", "weekly_hours", "stunden", "stunden_pro_woche"),
        ("achievable", "hours_per_week"),
    ),
    **dict.fromkeys(
        (
            "budget", "money", "cost", "costs", "price", "kosten", "geld", "preis",
        ),
        ("achievable", "money"),
    ),
    **dict.fromkeys(("confidence",), ("achievable", "confidence")),
    **dict.fromkeys(
        (
            "obstacle", "if_then", "if_then_plan", "hindernis", "hindernisse", "wenn_dann",
            "wenn_dann_plan",
        ),
        ("obstacles", ""),
    ),
    **dict.fromkeys(
        (
            "steps", "checkpoints", "tasks", "subtasks", "sub_tasks", "todo", "todos", "to_do",
            "actions", "action_items", "action_steps", "next_steps", "checklist", "key_results",
            "key_result", "krs", "schlüsselergebnisse", "meilensteine", "schritte",
            "nächste_schritte", "aufgaben",
        ),
        ("milestones", ""),
    ),
    **dict.fromkeys(("name", "objective", "titel"), ("title", "")),
    **dict.fromkeys(
        ("life_area", "domain", "category", "bereich", "lebensbereich", "kategorie"), ("area", "")
    ),
    **dict.fromkeys(("labels", "label"), ("tags", "")),
    **dict.fromkeys(("celebration", "belohnung"), ("reward", "")),
    **dict.fromkeys(("accountability", "accountability_partner", "supporters"), ("support", "")),
    **dict.fromkeys(("state", "stage", "zustand"), ("status", "")),
    **dict.fromkeys(("pausen", "auszeiten"), ("breaks", "")),
}  # fmt: skip
"""By the word that people use, in small letters: our key, and its part."""

STEP_WORDS: dict[str, str] = {
    **dict.fromkeys(
        (
            "name", "what", "step", "task", "milestone", "text", "description", "titel", "was",
        ),
        "title",
    ),
    **{word: "due" for word, ours in GOAL_WORDS.items() if ours == ("time_bound", "due")},
    **dict.fromkeys(("date", "day", "on", "datum", "am", "target"), "due"),
    **dict.fromkeys(
        ("completed", "finished", "reached", "checked", "erledigt", "fertig"), "done"
    ),
}  # fmt: skip
"""The same for the parts of a milestone."""

ENTRY_WORDS: dict[str, tuple[str, str]] = {
    **dict.fromkeys(("week_of", "week_number", "woche", "kw", "weekly"), ("week", "")),
    **dict.fromkeys(("day", "on", "datum", "tag", "entry_date"), ("date", "")),
    **dict.fromkeys(
        ("readings", "numbers", "metrics", "goals", "results", "done", "fortschritt", "tracker"),
        ("progress", ""),
    ),
    **dict.fromkeys(("time_spent", "time", "hours_spent", "stunden"), ("hours", "")),
    **dict.fromkeys(
        ("money", "money_spent", "cost", "costs", "expenses", "ausgaben", "kosten", "geld"),
        ("spent", ""),
    ),
    **dict.fromkeys(("skipped", "skips", "missed"), ("skip", "")),
    **dict.fromkeys(("feeling", "mood_score", "stimmung", "laune"), ("mood", "")),
    **dict.fromkeys(("energie", "energy_level"), ("energy", "")),
    **dict.fromkeys(("headline", "summary"), ("title", "")),
    **dict.fromkeys(("life_areas", "wheel_of_life", "bereiche"), ("areas", "")),
}

PROFILE_WORDS: dict[str, tuple[str, str]] = {
    **dict.fromkeys(("full_name", "author", "me"), ("name", "")),
    **dict.fromkeys(
        ("motto", "word", "word_of_the_year", "theme_of_the_year", "yearly_theme"), ("theme", "")
    ),
    **dict.fromkeys(("core_values", "value", "my_values", "werte"), ("values", "")),
    **dict.fromkeys(("life_areas", "area", "domains", "bereiche"), ("areas", "")),
    **dict.fromkeys(
        ("hours", "weekly_hours", "time", "stunden", "stunden_pro_woche"), ("hours_per_week", "")
    ),
    **dict.fromkeys(("money", "yearly_budget"), ("budget", "")),
    **dict.fromkeys(("skill", "fähigkeiten"), ("skills", "")),
    **dict.fromkeys(("strength", "stärken"), ("strengths", "")),
    **dict.fromkeys(("personality_notes", "character"), ("personality", "")),
    **dict.fromkeys(("job_satisfaction", "contentment"), ("satisfaction", "")),
    **dict.fromkeys(("bucket_list", "experiences_wanted"), ("experiences", "")),
    **dict.fromkeys(("break", "time_off", "pausen", "auszeiten"), ("breaks", "")),
}

RECORD_WORDS: dict[str, tuple[str, str]] = {
    **dict.fromkeys(
        ("cause", "reason", "why", "because_of", "grund", "ursache", "weil", "wegen"),
        ("because", ""),
    ),
    **dict.fromkeys(
        (
            "by", "with", "who", "whom", "source", "author", "came_from", "asked_by", "von", "mit",
            "woher", "quelle", "gefragt_von", "thanks_to", "durch", "dank",
        ),
        ("from", ""),
    ),
    **dict.fromkeys(("response", "action", "reaction", "vorhaben"), ("plan", "")),
    **dict.fromkeys(("lesson", "learnt", "änderung"), ("change", "")),
    **dict.fromkeys(("cost", "price", "costs", "spent", "kosten", "preis", "geld"), ("money", "")),
    **dict.fromkeys(("time", "time_spent", "stunden", "duration"), ("hours", "")),
    **dict.fromkeys(
        ("finished", "completed", "passed", "fertig", "bestanden", "erledigt", "abgeschlossen"),
        ("done", ""),
    ),
    **dict.fromkeys(
        ("valid_until", "expiry", "expiry_date", "gültig_bis", "until"), ("expires", "")
    ),
    **dict.fromkeys(
        (
            "next_time", "again", "renew", "renewal", "wieder", "nächstes", "nächstes_mal",
            "als_nächstes",
        ),
        ("next", ""),
    ),
    **dict.fromkeys(("thanks", "thank_you", "gedankt", "bedankt"), ("thanked", "")),
    **dict.fromkeys(("goal", "for_goal", "ziel", "ziele"), ("goals", "")),
    **dict.fromkeys(("changed", "goal_revised"), ("revised", "")),
    **dict.fromkeys(("day", "on", "when", "datum", "am"), ("date", "")),
    **dict.fromkeys(("topic", "subject", "thema", "worum", "notes"), ("about", "")),
    **dict.fromkeys(("celebration", "celebrated", "belohnung"), ("reward", "")),
    **dict.fromkeys(("getroffen",), ("met", "")),
    **dict.fromkeys(("skill", "fähigkeit", "fähigkeiten"), ("skills", "")),
    **dict.fromkeys(("name", "what", "was", "titel"), ("title", "")),
    **dict.fromkeys(("takeaway", "lesson_learned", "gelernt"), ("learned", "")),
}  # fmt: skip
"""The same for records; a word counts only where the record has the key."""

SETTINGS_WORDS: dict[str, tuple[str, str]] = {
    **dict.fromkeys(("name", "site_title", "site_name", "journal"), ("title", "")),
    **dict.fromkeys(("base_url", "baseurl", "site_url", "address", "link"), ("url", "")),
    **dict.fromkeys(("lang", "locale", "sprache"), ("language", "")),
    **dict.fromkeys(("time_zone", "tz", "zone", "zeitzone"), ("timezone", "")),
    **dict.fromkeys(
        ("week_start", "week_starts_on", "first_day_of_week", "weekstart"), ("week_starts", "")
    ),
    **dict.fromkeys(("hours", "weekly_hours"), ("hours_per_week", "")),
    **dict.fromkeys(("life_areas",), ("areas", "")),
    **dict.fromkeys(("checks", "rules"), ("check", "")),
    **dict.fromkeys(("nav", "navigation"), ("menu", "")),
}

ASIDE = frozenset({"priority", "prio", "importance", "rank", "owner", "assignee", "priorität"})
"""Keys of a goal that other tools keep for themselves and that ask for nothing of ours."""

STATES = {
    **dict.fromkeys(
        (
            "in_progress", "doing", "started", "open", "ongoing", "current", "on_track", "at_risk",
            "behind", "wip", "aktiv", "laufend", "läuft", "offen", "begonnen", "in_arbeit",
        ),
        "active",
    ),
    **dict.fromkeys(
        (
            "todo", "to_do", "not_started", "backlog", "idea", "planned", "planning", "pending",
            "not_yet_started", "geplant", "idee", "in_planung",
        ),
        "someday",
    ),
    **dict.fromkeys(("on_hold", "waiting", "blocked", "hold", "pausiert", "wartet"), "paused"),
    **dict.fromkeys(
        (
            "complete", "completed", "finished", "achieved", "closed", "erledigt", "fertig",
            "abgeschlossen", "erreicht",
        ),
        "done",
    ),
    **dict.fromkeys(
        (
            "cancelled", "canceled", "abandoned", "stopped", "failed", "abgebrochen", "aufgegeben",
        ),
        "dropped",
    ),
}  # fmt: skip
"""Words of other tools for the state of a goal."""

_STATE = re.compile(
    r"(?i:"
    + "|".join(word.replace("_", "[ _-]") for word in sorted(STATES, key=len, reverse=True))
    + r")(?=$|[,:;]|\s+(?:since|on|from|until|because|[0-9]|[–—-]\s))"
)
"""Such a word, alone or before a day or a reason."""

HORIZONS = {"short": "short", "mid": "mid", "medium": "mid", "long": "long", "vision": "vision"}


@dataclass(slots=True)
class _Reading:
    """The pairs of a goal in our own keys, as far as they are read."""

    pairs: dict[str, tuple[Text, Node]] = field(default_factory=dict)
    parts: dict[str, dict[str, tuple[Text, Node]]] = field(default_factory=dict)
    rest: list[tuple[Text, Node]] = field(default_factory=list)
    said: dict[str, str] = field(default_factory=dict)
    aside: dict[str, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class InOurs:
    """A front matter in our keys: the words that were `said` for them, each with ours.

    `aside` are keys that are understood and have no place in ours, each with where they are read.
    """

    keys: Keys
    said: Mapping[str, str]
    aside: Mapping[str, str]
    findings: list[Finding]


def in_our_words(keys: Keys, own: Iterable[str], below: int | None = None) -> InOurs:
    """A goal's front matter in milepost's keys, whose names are `own`.

    From the line `below` on keys are of the text, of which is told elsewhere.
    Our key goes before another word for it. Two that do not say the same are an error; what has no
    place beside our key is left as it is, and told as a key that milepost does not know.
    """
    ours = set(own)
    reading = _Reading()
    meant = _meant_by(keys)
    for key, node in keys.pairs:
        name = folded(key.value)
        our, part = meant.get(name, ("", ""))
        if name in ours and not our:
            reading.pairs[name] = (key, _inside(name, node, ours, reading))
        elif name in ours and part == NAME and _is_sized(keys, meant):
            reading.rest.append((replace(key, value=_NAME_ASIDE), node))
            reading.aside[_NAME_ASIDE] = ""
        elif name in ours and part == NAME:
            counting = (("measurable", part) for part in ("to", "max", "min", "minimum"))
            other = next(w for one in counting for w, ours_ in meant.items() if ours_ == one)
            reading.findings.append(faults.two_words(key.place, key.value, other))
        elif name == "type" and isinstance(node, Text) and _is_type(node, reading, key, keys):
            continue
        elif part in _ASIDE:
            reading.rest.append((key, node))
            reading.aside[name] = _ASIDE[part]
        elif our and _fits(our, node):
            if our == "measurable" and _says_more(name) and isinstance(node, Text):
                node = _line_of(name, node) or node
            _first_of(our, reading.parts.setdefault(our, {}), part, (key, node), reading)
        else:
            reading.rest.append((key, node))
    for our, parts in reading.parts.items():
        _join(our, parts, reading)
    _leave_to_the_text(keys, below, reading)
    if "measurable" in reading.pairs:
        key, node = reading.pairs["measurable"]
        reading.pairs["measurable"] = (key, _one_measure(node, reading))
    if "milestones" in reading.pairs:
        key, node = reading.pairs["milestones"]
        reading.pairs["milestones"] = (key, _dated_steps(node))
    pairs = (*reading.pairs.values(), *reading.rest)
    ordered = Keys(tuple(sorted(pairs, key=lambda pair: pair[0].place)), keys.place)
    return InOurs(ordered, reading.said, reading.aside, reading.findings)


def _leave_to_the_text(keys: Keys, below: int | None, reading: _Reading) -> None:
    """Say nothing here of the words that stand in the text."""
    for key, _ in keys.pairs:
        if below is not None and key.place.line >= below:
            reading.said.pop(key.value, None)


def told_words(keys: Keys, said: Mapping[str, str], faulty: Collection[str]) -> list[Finding]:
    """One hint for all the words that were read as ours, at the first of them.

    Nothing is told of keys that are `faulty`: what is wrong is to be mended first, and until then
    their words stay.
    """
    rest = {word: ours for word, ours in said.items() if re.split("[.:]", ours)[0] not in faulty}
    places = (key.place for key, _ in keys.pairs if key.value in rest)
    return [faults.other_words(next(places, keys.place), rest)] if rest else []


def faulty_keys(keys: Keys, findings: Iterable[Finding]) -> frozenset[str]:
    """Our keys of a goal of which an error stands in a line that says something of them."""
    lines = {one.place.line for one in findings if one.severity is Severity.ERROR}
    return frozenset(
        ours
        for ours, (key, node) in zip(_ours_of(keys), keys.pairs, strict=True)
        if any(line in lines for line in range(key.place.line, _last_line(node) + 1))
    )


def without_faulty(keys: Keys, findings: Iterable[Finding]) -> Keys:
    """The front matter of a goal without all that says something of a key of ours with an error."""
    faulty = faulty_keys(keys, findings)
    each = zip(_ours_of(keys), keys.pairs, strict=True)
    return Keys(tuple(pair for ours, pair in each if ours not in faulty), keys.place)


def _ours_of(keys: Keys) -> list[str]:
    """Our key of which each pair says something; its own name where it is none of ours."""
    meant, names = _meant_by(keys), [folded(key.value) for key, _ in keys.pairs]
    return [_TYPE.get(name) or meant.get(name, (name, ""))[0] for name in names]


def _last_line(node: Node) -> int:
    inner: Iterable[Node] = ()
    if isinstance(node, Items):
        inner = node.items
    elif isinstance(node, Keys):
        inner = (one for _, one in node.pairs)
    return max([node.place.end_line, *map(_last_line, inner)])


_TYPE = {"type": "horizon"}


def renamed(
    keys: Keys,
    own: Iterable[str],
    words: Mapping[str, tuple[str, str]],
    reads: Callable[[str, Node], bool],
) -> tuple[Keys, list[Finding]]:
    """The front matter of an entry, the profile or the settings, in our keys.

    `reads` says whether a value can be read under one of our keys: a word that other tools use for
    something else (`day: Monday`) is left as it is where its value does not fit.
    """
    ours, reading = set(own), _Reading()
    for key, node in keys.pairs:
        if (name := folded(key.value)) in ours:
            reading.pairs[name] = (key, node)
    for key, node in keys.pairs:
        name = folded(key.value)
        our = words.get(name, ("", ""))[0]
        if name in ours:
            continue
        if our == "week" and isinstance(node, Text) and (day := _day_of(node)):
            node = replace(node, value=str(Week.of(day)))  # `week of: 2026-01-12`
        if not our or not reads(our, node):
            reading.rest.append((key, node))
        elif our not in reading.pairs:
            reading.pairs[our] = (replace(key, value=our), node)
            reading.said[key.value] = our
        elif plain(reading.pairs[our][1]) == plain(node):
            reading.said[key.value] = our
        else:
            reading.findings.append(faults.two_words(key.place, key.value, our))
    reading.findings += told_words(keys, reading.said, ())
    pairs = (*reading.pairs.values(), *reading.rest)
    return Keys(tuple(sorted(pairs, key=lambda pair: pair[0].place)), keys.place), reading.findings


@dataclass(frozen=True, slots=True)
class Named:
    """A word that stands for one of ours: the key and its value, and what we call them.

    `ours` is our key and `part` a part of it, `top` whether it stands by itself; inside of a
    mapping `ours` is the part's own name. `said` is a word of the value for which we say `value`,
    and `word` where it stands.
    """

    key: Text
    node: Node
    ours: str = ""
    part: str = ""
    top: bool = True
    word: Text | None = None
    said: str = ""
    value: str = ""


def named_in(kind: str, keys: Keys) -> Iterator[Named]:
    """The other people's words in a file of a kind: goal, entry, record, profile or settings."""
    words = {
        "entry": ENTRY_WORDS,
        "record": RECORD_WORDS,
        "profile": PROFILE_WORDS,
        "settings": SETTINGS_WORDS,
    }
    meant = _meant_by(keys) if kind == "goal" else {}
    for key, node in keys.pairs:
        name = folded(key.value)
        our, part = words.get(kind, GOAL_WORDS).get(name, ("", ""))
        if kind != "goal":
            day = _day_of(node) if our == "week" and isinstance(node, Text) else None
            week = str(Week.of(day)) if day else ""
            text = node if isinstance(node, Text) else None
            if our:
                yield Named(key, node, our, word=text, said=text.value if text else "", value=week)
            continue
        our, part = meant.get(name, ("", ""))
        if name == our and part == NAME:
            yield Named(key, node, _NAME_ASIDE, part)
        if part in _ASIDE or (name == our and part != "unit"):
            continue
        if name in {"type", "horizon"} and isinstance(node, Text):
            if horizon := HORIZONS.get(_bare_horizon(node.value)):
                said = node.value.strip()
                yield Named(key, node, "horizon", word=node, said=said, value=horizon)
        elif name == "status" or our == "status":
            yield from _named_state(key, node)
        elif our == "measurable" and _says_more(name) and isinstance(node, Text):
            line = _line_of(name, node)
            said = node.value.strip()
            yield Named(
                key, node, our, part, word=node, said=said, value=line.value if line else ""
            )
        elif our:
            yield Named(key, node, our, part)
        yield from _named_parts(our or name, node)


def _named_state(key: Text, node: Node) -> Iterator[Named]:
    said = _STATE.match(_worded(node.value)) if isinstance(node, Text) else None
    state = STATES.get(folded(said[0]), "") if said else ""
    if isinstance(node, Text) and (state or folded(key.value) != "status"):
        yield Named(key, node, "status", word=node, said=said[0] if said else "", value=state)


def _named_parts(our: str, node: Node) -> Iterator[Named]:
    """The other words for parts of one of our keys, within its mapping."""
    for key, value in node.pairs if isinstance(node, Keys) else ():
        ours, part = GOAL_WORDS.get(folded(key.value), ("", ""))
        if ours == our and part and part != folded(key.value):
            yield Named(key, value, part, top=False)


_ENDS = re.compile(
    r"(?:(?P<low>start|starting|initial|baseline|current)|target|goal|final|end)_"
    r"(?!date|day|week|month|quarter|year|time|on$|at$)[^\W\d]\w*"
)
"""Where a way begins or ends, by the name of what is measured: `start_weight`, `target_weight`."""


_NUMBERED = dict.fromkeys(
    (
        "from", "von", "saved", "so_far", "aktuell", "bisher", "stand", "ist", "now", "heute",
        "today", "logged", "already", "used", "owed", "owe", "balance", "gespart",
        "schon_gespart", "already_saved", "offen", "restschuld", "pb", "personal_best",
        "bestzeit", "start", "begin", "beginn",
        "anfang",
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
    return _has_comma(text) or not isinstance(parse_number(text), Misread)


def _has_comma(text: str) -> bool:
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


def _meant_by(keys: Keys) -> dict[str, tuple[str, str]]:
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
        if isinstance(node, Text) and _says_more(name) and isinstance(_line_of(name, node), Text)
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


def _says_more(name: str) -> bool:
    """Whether a key says of its number in which time, or of what: `weekly target`, `pages`."""
    return bool(_period_in(name)) or name in _COUNTED_KEY


def _line_of(name: str, node: Text) -> Text | None:
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


_NAME_ASIDE = "metric"
"""Where the name of what is measured stands, beside a number with its unit."""
NAME, NOW = "(name)", "(now)"
AT_NOW = "`readings`, with its day (`2026-03-01 =410`)"
_ASIDE = {NAME: "", NOW: AT_NOW}
"""What words beside a measure say that has no part in it, and where it is read."""
TODAY = frozenset(
    (
        "current", "current_value", "aktuell", "saved", "so_far", "bisher", "stand", "ist", "now",
        "heute", "today", "logged", "already", "used", "owed", "owe", "balance", "gespart",
        "schon_gespart", "already_saved", "offen", "restschuld",
    )
)  # fmt: skip
"""Words for how high it stands, which is where it begins only if nothing else says that."""


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
    if isinstance(read := parse_measure(_without_bound(text)), Measure):
        return bool(read.unit)
    words = " ".join(word for word in text.lower().split() if word not in NUMBER_WORDS)
    return bool(re.search(r"[^\W\d_]|[%€$£¥]", words))


_BOUND = re.compile(
    r"(?:at (?:most|least)|no (?:more|less|fewer) than|up to|max(?:imum|imal)?\.?|min(?:imum)?\.?"
    r"|höchstens|mindestens|<=|>=|≤|≥)\s*",
    re.IGNORECASE,
)


def _without_bound(text: str) -> str:
    """A number without the words that say again of which side it is the bound."""
    return _BOUND.sub("", text.strip(), count=1) if _BOUND.match(text.strip()) else text


def _is_sized(keys: Keys, meant: Mapping[str, tuple[str, str]]) -> bool:
    """Whether a number of a measure is in kg, hours, EUR and the like, which name no thing."""
    parts = {"to", "from", "max", "min", "minimum", "unit"}
    said = (
        (node.value.strip(), meant[folded(key.value)][1])
        for key, node in keys.pairs
        if isinstance(node, Text) and meant.get(folded(key.value), ("", ""))[0] == "measurable"
    )
    for text, part in said:
        number = parse_number(_without_bound(text)) if part in parts - {"unit"} else (0.0, text)
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


def _fits(our: str, node: Node) -> bool:
    """Whether a value can be that of one of our keys, whose other words have other uses too."""
    if our in {"title", "area", "reward"}:
        return isinstance(node, Text) and not node.empty
    if our == "status":
        word = _worded(node.value) if isinstance(node, Text) else ""
        return word.lower() in set(State) or _STATE.match(word) is not None
    return True


def _end_of_the_way(name: str, node: Node) -> tuple[str, str] | None:
    """The end of a measure that a key with a number names; a grade like `7a` is none."""
    match = _ENDS.fullmatch(name)
    if not match or not isinstance(node, Text) or not _is_number(node.value):
        return None
    glued = re.match(r"[0-9.,]+([^\W\d_])[+-]?(?:$|\s)", node.value.strip())
    if glued and not re.fullmatch(UNITS, glued[1], re.IGNORECASE):
        return None
    return "measurable", "from" if match["low"] else "to"


def _inside(name: str, node: Node, ours: set[str], reading: _Reading) -> Node:
    """The value of one of our keys, with what stands in it for our words."""
    if name == "status":
        return _state(node, reading)
    if name == "horizon" and isinstance(node, Text):
        word = HORIZONS.get(_bare_horizon(node.value), "")
        if word and word != node.value.strip().lower():
            reading.said[node.value.strip()] = f"horizon: {word}"
            return replace(node, value=word)
    return _changes(node, ours, reading) if name == "changes" else node


def _changes(node: Node, ours: set[str], reading: _Reading) -> Node:
    """What held before, in our words too: each change is a small front matter of its own."""
    if isinstance(node, Items):
        return replace(node, items=tuple(_changes(item, ours, reading) for item in node.items))
    if not isinstance(node, Keys):
        return node
    has = {folded(key.value) for key, _ in node.pairs}
    own: list[tuple[Text, Node]] = []
    rest: list[tuple[Text, Node]] = []
    for key, value in node.pairs:
        name = folded(key.value)
        part = _IN_A_CHANGE.get(name, "")
        if part and part not in has:
            has.add(part)
            own.append((replace(key, value=part), value))
        else:
            (own if name in {"date", "because"} else rest).append((key, value))
    front = Keys(tuple(rest), node.place)
    held = in_our_words(front, ours - {"changes"})
    reading.findings += [*held.findings, *told_words(front, held.said, ())]
    return Keys((*own, *held.keys.pairs), node.place)


REASONS = ("reason", "why", "rationale", "note", "comment", "weil", "warum", "grund")
"""Words for why something is so."""
_IN_A_CHANGE = dict.fromkeys(REASONS, "because") | dict.fromkeys(("on", "day", "when"), "date")
"""Other words for the parts of a change."""


def _first_of(
    our: str,
    parts: dict[str, tuple[Text, Node]],
    part: str,
    pair: tuple[Text, Node],
    reading: _Reading,
) -> None:
    """Keep the first of two words for the same part; a second that says otherwise is told."""
    known = parts.setdefault(part, pair)
    if known is pair or plain(known[1]) == plain(pair[1]):
        return
    if our == "milestones":
        parts[part] = (known[0], _both(known[1], pair[1]))
        reading.said[pair[0].value] = our
    elif our == "time_bound" and _same_day(known[1], pair[1]):
        reading.said[pair[0].value] = our
    elif our == "measurable" and _of_two_things(known[0], pair[0]):
        first, other = (node.value if isinstance(node, Text) else "" for _, node in (known, pair))
        reading.findings.append(
            faults.several_measures(pair[0].place, first.strip(), other.strip())
        )
    elif our == "specific" and isinstance(known[1], Text) and isinstance(pair[1], Text):
        whole = f"{known[1].value.strip().rstrip('.')}; {pair[1].value.strip()}"
        parts[part] = (known[0], replace(known[1], value=whole))
        reading.said[pair[0].value] = our
    else:
        reading.findings.append(faults.two_words(pair[0].place, pair[0].value, known[0].value))


def _of_two_things(one: Text, other: Text) -> bool:
    """Whether two keys end the ways of two things: `target weight` and `target body fat`."""
    names = [re.sub(r"^[^_]+_", "", folded(key.value)) for key in (one, other)]
    ends = all(_ENDS.fullmatch(folded(key.value)) for key in (one, other))
    return ends and names[0] != names[1]


def _same_day(one: Node, other: Node) -> bool:
    """Whether two windows end on the same day."""
    if not isinstance(one, Text) or not isinstance(other, Text):
        return False
    a, b = parse_window(one.value), parse_window(other.value)
    return isinstance(a, Window) and isinstance(b, Window) and a.due == b.due is not None


def _both(one: Node, other: Node) -> Items:
    """Two lists as one; a single value is a list of one."""
    items = [node.items if isinstance(node, Items) else (node,) for node in (one, other)]
    return Items((*items[0], *items[1]), one.place)


def _is_type(node: Text, reading: _Reading, key: Text, keys: Keys) -> bool:
    """`type: goal` says nothing new; `type: mid-term` says the horizon, where nothing else does."""
    word = _bare_horizon(node.value)
    own = next((value for one, value in keys.pairs if folded(one.value) == "horizon"), None)
    if word in HORIZONS and own is not None:
        said = HORIZONS.get(_bare_horizon(own.value), "") if isinstance(own, Text) else ""
        if said and said != HORIZONS[word]:
            reading.findings.append(faults.two_words(key.place, key.value, "horizon"))
        return True
    if word in HORIZONS:
        reading.pairs["horizon"] = (
            replace(key, value="horizon"),
            replace(node, value=HORIZONS[word]),
        )
        reading.said[key.value] = "horizon"
        return True
    return word in {"goal", "goals"}


def _bare_horizon(text: str) -> str:
    return folded(text).removesuffix("_term").removesuffix("_goal").removesuffix("_term")


def _state(node: Node, reading: _Reading) -> Node:
    """The state of a goal, where another tool's word for it is written."""
    if not isinstance(node, Text):
        return node
    said = _STATE.match(_worded(node.value))
    if said and (state := STATES.get(folded(said[0]))):
        reading.said[said[0]] = f"status: {state}"
        return replace(node, value=state + _worded(node.value)[said.end() :])
    own = _worded(node.value)
    return replace(node, value=own) if own.split(" ")[0].lower() in set(State) else node


def _worded(text: str) -> str:
    """A state without the picture before it: `🟢 On track`."""
    return re.sub(r"^[^\w\s]+\s+", "", text.strip())


def _join(our: str, parts: dict[str, tuple[Text, Node]], reading: _Reading) -> None:
    """Put what other words say under one of our keys; beside ours only where it says the same."""
    written = reading.pairs.get(our)
    if written:
        _beside(our, written[1], parts, reading)
        return
    made = _made(our, parts)
    if our == "status" and made:
        made = _state(made, reading)
    first = next(iter(parts.values()))[0]
    if made is None:
        reading.rest += parts.values()
        reading.aside |= {folded(key.value): f"`{our}`" for key, _ in parts.values()}
        return
    several = isinstance(made, Keys) and len(parts) > 1
    if several and "" in parts:  # what has no part of its own is kept beside
        reading.rest.append(parts.pop(""))
        first = next(iter(parts.values()))[0]
    reading.pairs[our] = (replace(first, value=our), made)
    for part, (key, _) in parts.items():
        reading.said[key.value] = f"{our}.{part}" if part and len(parts) > 1 else our


def _beside(
    our: str, written: Node, parts: dict[str, tuple[Text, Node]], reading: _Reading
) -> None:
    """Put other words beside our own key: what adds to it, what says the same, what disagrees."""
    way = _way(written, parts) if our == "measurable" else None
    for part, (key, node) in parts.items():
        found = way or _added(our, written, part, node)
        if found is None:
            reading.rest.append((key, node))
            reading.aside[folded(key.value)] = f"`{our}`"
        elif found is False:
            reading.findings.append(faults.two_words(key.place, key.value, our))
        else:
            joins = found is not written and part
            if joins and part == "from" and _is_share(written, node):
                reading.findings.append(_which_end(written, node))
            else:
                reading.said[key.value] = f"{our}.{part}" if joins else our
            reading.pairs[our] = (reading.pairs[our][0], found)
            written = found


def _is_share(written: Node, start: Node) -> bool:
    """Whether a measure is a share alone, which may be an end or a step, and has a start aside."""
    numbers = [
        parse_number(one.value) if isinstance(one, Text) else None for one in (written, start)
    ]
    read = [one for one in numbers if isinstance(one, tuple)]
    return len(read) == 2 and read[0][1] == "%"


def _which_end(written: Node, start: Node) -> Finding:
    """The question whether 20 % beside a start at 3.5 % is where it ends, or by how much."""
    assert isinstance(written, Text)
    assert isinstance(start, Text)
    ends = [parse_number(one.value) for one in (written, start)]
    share, low = (0.0 if isinstance(one, Misread) else one[0] for one in ends)
    grown = in_digits(round(low * (1 + share / 100), 9))
    said, first = written.value.strip(), start.value.strip()
    return faults.which_end(written.place, said, first, in_digits(low), in_digits(share), grown)


def _way(written: Node, parts: dict[str, tuple[Text, Node]]) -> Keys | None:
    """A level, where its two ends stand beside a measure that says how far they are apart."""
    texts = [parts[part][1] for part in ("from", "to") if part in parts]
    numbers = [parse_number(one.value) for one in texts if isinstance(one, Text)]
    measure = parse_measure(written.value) if isinstance(written, Text) else None
    if len(numbers) != 2 or not isinstance(measure, Measure) or measure.to is None:
        return None
    ends = [one[0] for one in numbers if not isinstance(one, Misread)]
    if len(ends) != 2 or not isclose(
        abs(ends[0] - ends[1]), abs(measure.to - (measure.from_ or 0))
    ):
        return None
    unit = (Text("unit", written.place), Text(measure.unit, written.place))
    pairs = [(Text(name, one.place), one) for name, one in zip(("from", "to"), texts, strict=True)]
    return Keys((*pairs, unit) if measure.unit else tuple(pairs), written.place)


def _added(our: str, written: Node, part: str, node: Node) -> Node | Literal[False] | None:
    """Our value with a part that stands beside it: False where they disagree, None: no place."""
    if our == "milestones":
        return _both(written, node)
    if isinstance(written, Keys) and part:
        held = {_part_of(our, key.value): value for key, value in written.pairs}
        if part not in held:
            return Keys((*written.pairs, (Text(part, node.place), node)), written.place)
        if plain(held[part]) == plain(node):
            return written
        return False if our in {"measurable", "time_bound"} else None
    if not isinstance(written, Text) or not isinstance(node, Text):
        return None
    if our == "time_bound":
        return _window_with(written, part, node)
    if our == "measurable":
        return _measure_with(written, part, node)
    if our == "relevant":
        return _purpose_with(written, part, node)
    if our == "achievable":
        return replace(written, value=f"{written.value.strip()}, {effort_line(part, node.value)}")
    return None


def _part_of(our: str, name: str) -> str:
    key, part = GOAL_WORDS.get(folded(name), ("", ""))
    return part if key == our else folded(name)


def _window_with(written: Text, part: str, node: Text) -> Node | Literal[False] | None:
    both = parse_window(written.value), parse_window(node.value)
    a, b = (one if isinstance(one, Window) else None for one in both)
    if part == "due":
        alike = a is not None and b is not None and a.due and b.due
        return (written if a and b and a.due == b.due else False) if alike else None
    if a is not None and a.start:
        return written if a.start == parse_ends(node.value, "")[0] else False
    start = (Text("start", node.place), node)
    return Keys((start, (Text("due", written.place), written)), written.place)


def _day_of(node: Text) -> date | None:
    day = parse_date(node.value)
    return day if isinstance(day, date) else None


def _measure_with(written: Text, part: str, node: Text) -> Node | Literal[False] | None:
    if part == "unit":
        alike = _same_unit(written, node)
        return _with_unit(written, node) if alike is None else written if alike else False
    if part == "per":
        rhythm = parse_measure(written.value)
        if isinstance(rhythm, Measure) and rhythm.per:
            return written if rhythm.per == period_of(node.value) else False
        line = measure_line({"to": written.value.strip(), part: node.value})
        often = replace(written, value=line)
        return often if isinstance(parse_measure(often.value), Measure) else None
    if part in {"min", "minimum", "max"}:
        return _bounded(written, part, node)
    measure, number = parse_measure(written.value), parse_number(node.value)
    if part == "to":
        same = folded(written.value) == folded(node.value)
        if isinstance(measure, Measure) and not isinstance(number, Misread) and not number[1]:
            same = same or number[0] == measure.to
        return written if same else False
    if part != "from" or not isinstance(measure, Measure) or isinstance(number, Misread):
        return None
    if re.match(r"from\b", written.value.strip(), re.IGNORECASE):
        return written if measure.from_ == number[0] else False
    joined = replace(written, value=f"from {node.value.strip()} to {written.value.strip()}")
    return joined if isinstance(parse_measure(joined.value), Measure) else None


def _bounded(written: Text, part: str, node: Text) -> Node | None:
    """A measure with a bound beside it: the most or the least of a rhythm, or what would still do.

    `max: 5` beside `5 coffees a day` is the limit that it names; `min: 5` beside `12 books` would
    still do. Any other bound has no place beside a measure.
    """
    said = _without_bound(node.value)
    measure, bound = parse_measure(written.value), parse_number(said)
    if isinstance(measure, Misread) or isinstance(bound, Misread) or measure.to is None:
        return None
    unit = bound[1]
    if rhythm := rhythm_in(unit):  # "3 Bier pro Woche" beside "at most 3 Bier a week"
        unit = unit.replace(rhythm, "").strip()
    value = told_in(bound[0], unit, measure.unit)
    if isinstance(value, Misread):
        return None
    if value == measure.to and measure.kind in {Kind.HABIT, Kind.LIMIT}:
        limit = part == "max" and measure.kind is Kind.HABIT
        return replace(written, value=f"at most {written.value.strip()}") if limit else written
    eased = value < measure.to and measure.kind in {Kind.COUNT, Kind.HABIT}
    if part == "max" or not eased:
        return None
    pairs: list[tuple[str, str]] = [("kind", measure.kind.value), ("to", in_digits(measure.to))]
    pairs += [("unit", measure.unit), ("per", measure.per.value if measure.per else "")]
    pairs += [("minimum", in_digits(value))]
    place = written.place
    return Keys(tuple((Text(n, place), Text(v, place)) for n, v in pairs if v), place)


def _purpose_with(written: Text, part: str, node: Text) -> Node | None:
    said = parse_relevance(written.value)
    if isinstance(said, Misread) or getattr(said, part):
        return None
    place = written.place
    held: dict[str, Node] = {
        name: Items(tuple(Text(one, place) for one in getattr(said, name)), place)
        for name in ("serves", "values")
        if getattr(said, name)
    }
    if said.because:
        held["because"] = Text(said.because, place)
    held[part] = node
    return Keys(tuple((Text(name, one.place), one) for name, one in held.items()), place)


def effort_line(part: str, text: str) -> str:
    """A part of what a goal takes as it stands in the one line of all."""
    text = text.strip()
    if part == "hours_per_week" and not re.search(r"[^\W\d_]", text):
        return f"{text} h a week"
    if part == "money" and not isinstance(alone := parse_number(text), Misread) and not alone[1]:
        return f"budget {text}"  # of which currency is asked
    return f"confidence {text}" if part == "confidence" else text


def _same_unit(written: Node, node: Node) -> bool | None:
    """Whether a unit that stands aside is that of the measure; None where that has none."""
    measure = parse_measure(written.value) if isinstance(written, Text) else None
    if not isinstance(node, Text) or not isinstance(measure, Measure) or not measure.unit:
        return None
    return told_in(1.0, node.value.strip(), measure.unit) == 1.0


def _with_unit(written: Text, node: Text) -> Node | None:
    """A bare number with the unit that stands beside it."""
    alone = parse_number(written.value)
    bare = not isinstance(alone, Misread) and not alone[1]
    return replace(written, value=f"{written.value.strip()} {node.value.strip()}") if bare else None


def _made(our: str, parts: dict[str, tuple[Text, Node]]) -> Node | None:
    """The value of our key from the parts that other words gave; None where they make none."""
    nodes = {part: node for part, (_, node) in parts.items()}
    first = next(iter(nodes.values()))
    if our == "measurable":
        return _measure(nodes)
    if our == "achievable":
        nodes = {part: _on_one_line(node) for part, node in nodes.items()}
    if our == "achievable" and all(isinstance(node, Text) for node in nodes.values()):
        texts = {part: node.value for part, node in nodes.items() if isinstance(node, Text)}
        line = ", ".join(effort_line(part, text) for part, text in texts.items())
        return Text(line, first.place)
    if list(nodes) in (["due"], [""]):
        return first
    return Keys(
        tuple((replace(key, value=part), node) for part, (key, node) in parts.items() if part),
        first.place,
    )


def _on_one_line(node: Node) -> Node:
    """A list of texts as the one line that it is read as; anything else as it is."""
    items = node.items if isinstance(node, Items) else ()
    texts = [one.value for one in items if isinstance(one, Text)]
    return Text(", ".join(texts), node.place) if texts and len(texts) == len(items) else node


def _measure(nodes: dict[str, Node]) -> Node | None:
    """A measure in one line: so much, or from so much to so much, in the unit that stands aside."""
    target = nodes.get("to")
    if isinstance(target, Items) and len(nodes) == 1:
        return target
    parts = [(Text(part, node.place), node) for part, node in nodes.items()]
    if isinstance(target, Keys):  # `target: {value: 12, unit: books}`
        return Keys((*target.pairs, *(one for one in parts if one[1] is not target)), target.place)
    if not all(isinstance(node, Text) for node in nodes.values()):
        return None
    nodes = {
        part: replace(node, value=_without_bound(node.value))
        if part in {"max", "min", "minimum"} and isinstance(node, Text)
        else node
        for part, node in nodes.items()
    }
    parts = [(Text(part, node.place), node) for part, node in nodes.items()]
    unit = nodes.get("unit")
    if nodes.keys() <= {"max", "unit"} and (bound := _with_no_period(nodes)):
        return bound
    if isinstance(unit, Text) and (bare := bare_unit(unit.value)) != unit.value:
        nodes = {**nodes, "unit": replace(unit, value=bare)}
        parts = [(Text(part, node.place), node) for part, node in nodes.items()]
    if nodes.keys() & {"max", "min"} or ("minimum" in nodes and "to" in nodes):
        return Keys(tuple(parts), parts[0][1].place)
    if not isinstance(target, Text):
        return None
    words = {part: node.value.strip() for part, node in nodes.items() if isinstance(node, Text)}
    words = _with_name_behind(words)
    own = parse_number(words["to"])
    carried = "" if isinstance(own, Misread) else own[1]
    if carried and "unit" in words and not _ends_in(words["to"], words["unit"]):
        return Keys(tuple(parts), target.place)
    if "from" in words and any(_has_comma(words[part]) for part in ("from", "to")):
        return Keys(tuple(parts), target.place)  # each is asked about where it stands
    return replace(target, value=measure_line(words))


_TOWARDS = re.compile(
    r"(?:sub|under|below|less than|down to|up to|to|over|above|unter|über|<=?|>=?|≤|≥)[\s-]*"
    r"(?=[0-9$€£¥])",
    re.IGNORECASE,
)
"""Words before a target that the start beside it says as well: `sub 20:00`."""


def _with_name_behind(words: dict[str, str]) -> dict[str, str]:
    """Both ends without what stands before their numbers.

    A name there is the unit, as of `band 6.5` and `band 7.5`.
    """
    if "from" not in words:
        return words
    words = {**words, "to": _TOWARDS.sub("", words["to"], count=1)}
    pattern = r"([^\W\d_]+)\s+([0-9][0-9.]*)"
    low, high = (re.fullmatch(pattern, words[part]) for part in ("from", "to"))
    if "unit" in words or not (low and high) or low[1].lower() != high[1].lower():
        return words
    return {**words, "from": low[2], "to": high[2], "unit": high[1].lower()}


def _with_no_period(nodes: Mapping[str, Node]) -> Text | None:
    """The most there may be of some things, of which is asked in which time; None for kg and so."""
    texts = [nodes[part] for part in ("max", "unit") if part in nodes]
    said = " ".join(node.value.strip() for node in texts if isinstance(node, Text))
    read, most = parse_measure(said), parse_measure(f"at most {said}")
    if "unit" not in nodes and isinstance(read, Misread) and isinstance(most, Misread):
        german = most.help.startswith("write `at most")  # and is offered in our words
        return Text(f"at most {said}", texts[0].place) if german else None
    if not isinstance(read, Measure) or read.kind is not Kind.COUNT or not read.unit:
        return None
    sized = re.match(rf"(?:{UNITS})(?![^\W_])", bare_unit(read.unit), re.IGNORECASE)
    return None if sized else Text(f"at most {said}", texts[0].place)


def bare_unit(text: str) -> str:
    """The unit behind the name of what is measured; the text itself where there is none.

    >>> bare_unit("weight in kg"), bare_unit("waist (cm)"), bare_unit("books in Spanish")
    ('kg', 'cm', 'books in Spanish')
    """
    match = re.fullmatch(rf"[^\d()]*[^\W\d_]\s+(?:in\s+({UNITS})|\(({UNITS})\))", text.strip())
    return (match[1] or match[2]) if match else text


def measure_line(words: Mapping[str, str]) -> str:
    """A measure in one line, of its parts as they are written.

    >>> measure_line({"from": "92", "to": "84 kg", "unit": "kg"})
    'from 92 to 84 kg'
    >>> measure_line({"to": "3", "unit": "runs", "per": "weekly"})
    '3 runs a week'
    """
    words = _with_name_behind(dict(words))
    start = f"from {words['from']} to " if "from" in words else ""
    unit = words.get("unit", "")
    behind = f" {unit}" if unit and not _ends_in(words["to"], unit) else ""
    period = f" a {period_of(words['per'])}" if "per" in words else ""
    return f"{start}{words['to']}{behind}{period}"


def _ends_in(text: str, unit: str) -> bool:
    """Whether a number has its unit behind it already."""
    return re.search(rf"(?<![^\W\d_]){re.escape(unit)}$", text, re.IGNORECASE) is not None


def _one_measure(node: Node, reading: _Reading) -> Node:
    """The measure of a list of them: a goal is counted in one way, and the first counts."""
    if not isinstance(node, Items) or not node.items:
        return node
    lines = [one for one in node.items if isinstance(one, Text)]
    if len(lines) != len(node.items):
        return node
    reads = (one for one in lines if isinstance(parse_measure(one.value), Measure))
    first = next(reads, lines[0])
    others = [one for one in lines if one is not first]
    if others:
        left = others[0].value.strip()
        reading.findings.append(faults.several_measures(others[0].place, first.value.strip(), left))
    return first


def _dated_steps(node: Node) -> Node:
    """Milestones with a colon beside their day or tick, which YAML takes for a mapping."""
    if not isinstance(node, Items):
        return node
    return Items(tuple(map(_dated_step, node.items)), node.place)


def _dated_step(item: Node) -> Node:
    if not isinstance(item, Keys) or len(item.pairs) != 1:
        return item
    key, value = item.pairs[0]
    names = {one.name for one in fields(Milestone)} | STEP_WORDS.keys()
    if not isinstance(value, Text) or folded(key.value) in names:
        return item
    line = Text(f"{key.value.strip()}: {value.value.strip()}", item.place)
    found = parse_milestone(line.value)
    said = isinstance(found, Misread) or found.due or found.done
    return line if said else item
