"""The mapping forms of a measure, a stretch of time and a purpose, in our words for their parts;
and the values of a mapping by their names.

In: a mapping as it is written, `{kind: range, min: 70, max: 75 kg}`. Out: the same with `from` and
`to`; of a measure also its numbers, in one unit, since what stands behind a number (`75 kg`,
`3 times a week`) is read as in the one-line form: all of it, or not at all.
"""  # noqa: D205

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from milepost.findings import Finding
from milepost.journal import faults
from milepost.journal.dates import parse_date
from milepost.journal.german_measures import no_part_of_unit
from milepost.journal.key_words import GOAL_WORDS, STATES, STEP_WORDS
from milepost.journal.meant_keys import AT_NOW, NAME, NOW, RHYTHMS, parts_of_measure
from milepost.journal.measures import parse_measure
from milepost.journal.nodes import Items, Keys, Node, Text, folded, plain
from milepost.journal.numbers import (
    NUMBER_WORDS,
    Misread,
    in_digits,
    parse_number,
    parse_rate,
    rate_and_unit,
)
from milepost.journal.other_words import REASONS
from milepost.journal.rhythm_words import period_of, rhythm_in
from milepost.journal.shortforms import parse_status
from milepost.journal.values import (
    Ability,
    Decision,
    Declared,
    Effort,
    Knot,
    Measure,
    Milestone,
    Obstacle,
    Relevance,
    Window,
)
from milepost.journal.whole_measures import read_numbers
from milepost.journal.words import Kind, State

_LOW, _HIGH = "least", "most"
_MEASURE = {word: part for word, (key, part) in GOAL_WORDS.items() if key == "measurable"}
_MEASURE |= {"start": "from", "end": "to", "times": "to", "number": "to", "amount": "to"}
_MEASURE |= {"value": "to", "how_many": "to", "cadence": "per", "name": "to", "what": "to"}
_MEASURE |= dict.fromkeys(("every", "each", "period", "interval"), "per")
_MEASURE |= dict.fromkeys(("min", "at_least", "low", "lower", "lower_bound", "least"), _LOW)
_MEASURE |= dict.fromkeys(("max", "at_most", "high", "upper", "upper_bound", "most"), _HIGH)
_MEASURE |= {"maximum": _HIGH}
_WORDS: Mapping[type, Mapping[str, str]] = {
    Measure: _MEASURE,
    Window: {word: part for word, (key, part) in GOAL_WORDS.items() if key == "time_bound"}
    | dict.fromkeys(("to", "through", "last_day", "last"), "due")
    | dict.fromkeys(("first_day", "first"), "start"),
    Relevance: {word: part for word, (key, part) in GOAL_WORDS.items() if key == "relevant"},
    Effort: dict.fromkeys(("hours", "weekly_hours", "time", "effort"), "hours_per_week")
    | dict.fromkeys(("budget", "cost", "costs", "price"), "money")
    | dict.fromkeys(("resources", "need"), "needs")
    | dict.fromkeys(REASONS, "because"),
    Decision: dict.fromkeys(("decision", "verdict", "decided", "entscheidung"), "is")
    | dict.fromkeys(("replaced_by", "with", "successor", "durch", "mit"), "by")
    | dict.fromkeys(REASONS, "because"),
    Milestone: STEP_WORDS,
    Obstacle: dict.fromkeys(
        ("problem", "obstacle", "risk", "trigger", "challenge", "when", "wenn", "hindernis"), "if"
    )
    | dict.fromkeys(
        ("solution", "plan", "response", "action", "answer", "mitigation", "dann", "lösung"), "then"
    ),
    Declared: dict.fromkeys(("state", "status"), "is")
    | dict.fromkeys(("from", "start", "on", "date", "day"), "since")
    | dict.fromkeys(REASONS, "because"),
}
"""By the type of the value: the words that people use for its parts, each with the part."""

_NUMBERS = ("from", "to", "by", "minimum", "stretch")
"""The parts of a measure that are numbers in its unit."""
_BOUNDS = {
    Kind.RANGE: {_LOW: "from", _HIGH: "to", "minimum": "from"},
    Kind.AVERAGE: {_LOW: "from", _HIGH: "to", "minimum": "from"},
    Kind.HABIT: {_LOW: "to", "minimum": "to"},
    Kind.COUNT: {_LOW: "to"},
    Kind.LIMIT: {_HIGH: "to"},
}
"""In which part a kind has at least, or at most, so much."""
_NAME_AND_LEVEL = re.compile(r"(?!demand\b)(?:(?!\bsince\b).)*\w[:\s]\s*[0-9]", re.IGNORECASE)
_RHYTHMS = {Kind.HABIT, Kind.LIMIT, Kind.AVERAGE}


@dataclass(slots=True)
class Parts:
    """A mapping in our words, the numbers in it by field name, and what is to be told of it.

    `unread` are the fields whose numbers cannot be read; the mapping has none of them.
    """

    keys: Keys
    numbers: dict[str, float] = field(default_factory=dict)
    unread: tuple[str, ...] = ()
    findings: list[Finding] = field(default_factory=list)


_Held = dict[str, tuple[Text, Node]]
"""The pairs of a mapping, by our name for each."""


def in_our_parts(kind: type, keys: Keys) -> Parts:
    """The mapping form of a value of a type, as far as other words and units stand in it."""
    parts = Parts(keys)
    if kind is Knot:
        parts.keys = _with_unit_of_rate(keys)
    if (words := _WORDS.get(kind)) is None:
        return parts
    if kind is Measure:
        keys, words = _told_apart(keys, words, parts.findings)
    if kind is Milestone:
        keys = _with_state(keys)
    held = _renamed(keys, words, parts.findings)
    if kind is Measure:
        held = _bounded(_timed(held, parts), keys)
        held = _rated(_numbered(held, parts), parts)
    parts.keys = Keys(tuple(held.values()), keys.place)
    return parts


def _with_state(keys: Keys) -> Keys:
    """A milestone with its tick for a word that says how far it is: `status: done`."""
    pairs: list[tuple[Text, Node]] = []
    for key, node in keys.pairs:
        state = parse_status(_in_our_state(_value(node))) if folded(key.value) in _STATES else None
        if isinstance(state, Declared) and state.is_ is State.DONE:
            tick = str(state.since or "yes")
            pairs.append((replace(key, value="done"), Text(tick, node.place)))
        elif not isinstance(state, Declared):
            pairs.append((key, node))
    return Keys(tuple(pairs), keys.place)


_STATES = frozenset(("status", "state", "stage", "zustand"))


def _in_our_state(text: str) -> str:
    return STATES.get(folded(text), {"pending": "active"}.get(folded(text), text.lower()))


def lines_of(kind: type, keys: Keys) -> tuple[Node, ...]:
    """A mapping of steps or of plans by their names: each as one line; none where it is one value.

    `{first: 2026-06-14, second: 2026-07-14}` is two, `Easter: 10 km` one, and `{name: first}` a
    mapping of parts.
    """
    if kind not in {Milestone, Obstacle} or not keys.pairs:
        return ()
    parts = {"title", "due", "done", "weight", "value", "reward", "if", "then"} | _STATES
    if any(folded(key.value) in parts | _WORDS[kind].keys() for key, _ in keys.pairs):
        return ()
    lines: list[Node] = []
    for key, node in keys.pairs:
        name = key.value.strip()
        if isinstance(node, Text) and kind is Milestone:
            line = f"{name}: {node.value.strip()}".rstrip(": ")
            lines.append(Text(line, node.place, lost=node.lost))
        elif isinstance(node, Text) and not node.empty:
            line = f"if {name}, then {node.value.strip()}"
            lines.append(Text(line, node.place, lost=node.lost))
        elif isinstance(node, Keys) and kind is Milestone:
            title = (Text("title", key.place), Text(name, key.place, quoted=True))
            lines.append(Keys((title, *node.pairs), key.place))
        else:
            return ()
    return tuple(lines)


def named_values(kind: type, node: Node) -> tuple[Node, ...]:
    """The values of a mapping whose keys are their names, and those of a line with several.

    What stands behind a name is the rest of a line, other parts, or levels by their days. Anything
    else is one value already.
    """
    if isinstance(node, Text):
        lines = [part.strip() for part in node.value.split(",")]
        several = not node.quoted and all(map(_NAME_AND_LEVEL.fullmatch, lines))
        return tuple(Text(line, node.place) for line in lines) if several else (node,)
    if not isinstance(node, Keys) or any(folded(key.value) == "skill" for key, _ in node.pairs):
        return (node,)
    return tuple(_named(kind, key, value) for key, value in node.pairs)


def _named(kind: type, name: Text, node: Node) -> Node:
    if isinstance(node, Text):
        # The colon says that a level follows, so that no other word becomes part of the name.
        line = name.value if node.empty else f"{name.value}: {node.value}"
        return Text(line, node.place, lost=node.lost)
    skill = (Text("skill", name.place), Text(name.value, name.place, quoted=True))
    if kind is Ability and (isinstance(node, Items) or _by_days(node)):
        return Keys((skill, (Text("levels", name.place), node)), name.place)
    return Keys((skill, *node.pairs), name.place) if isinstance(node, Keys) else node


def _by_days(node: Keys) -> bool:
    return bool(node.pairs) and all(
        isinstance(parse_date(key.value), date) for key, _ in node.pairs
    )


def _told_apart(
    keys: Keys, words: Mapping[str, str], findings: list[Finding]
) -> tuple[Keys, Mapping[str, str]]:
    """The parts of a measure that count, and the words with what each of these means beside others.

    What only names the thing says nothing else; how high it stands today is told.
    """
    names = [folded(key.value) for key, _ in keys.pairs]
    parts = [
        "per" if name in RHYTHMS and period_of(_value(node)) else words.get(name, name)
        for name, (_, node) in zip(names, keys.pairs, strict=True)
    ]
    said = [(*pair, part) for pair, part in zip(keys.pairs, parts, strict=True)]
    meant = dict(zip(names, parts_of_measure(said), strict=True))
    for key, _ in keys.pairs:
        if meant[folded(key.value)] == NOW:
            findings.append(faults.unknown_key(key.place, key.value, AT_NOW))
    kept = tuple((k, v) for k, v in keys.pairs if meant[folded(k.value)] not in {NOW, NAME})
    return Keys(kept, keys.place), {**words, **meant}


def _renamed(keys: Keys, words: Mapping[str, str], findings: list[Finding]) -> _Held:
    """The pairs in our words; of two that say the same part, ours or else the first is kept."""
    held: _Held = {}
    own = {folded(key.value): (key, node) for key, node in keys.pairs}
    for name, (key, node) in own.items():
        part = words.get(name, name)
        known = held.get(part) or (own.get(part) if part != name else None)
        if known is None:
            keep = part in {name, _LOW, _HIGH}
            held[part] = (key if keep else replace(key, value=part), node)
        elif plain(known[1]) != plain(node):
            findings.append(faults.two_words(key.place, key.value, known[0].value))
    return held


def _timed(held: _Held, parts: Parts) -> _Held:
    """The parts with the period that stands in the unit, `runs a week`, as a part of its own."""
    unit = _text(held, "unit")
    if named := period_of(_text(held, "per")):
        key, node = held["per"]
        return held | {"per": (key, replace(_as_text(node), value=named))}
    if said := no_part_of_unit(unit):
        key, node = held["unit"]
        message = f"“{said}” in “{unit}” is not understood"
        read = parse_measure(f"{_text(held, 'to')} {unit}")
        line = re.match("write `(.+)`$", read.help) if isinstance(read, Misread) else None
        remedy = f"write `measurable: {line[1]}`" if line and "from" not in held else _NO_VERB
        parts.findings.append(faults.not_a_number(node.place, message, remedy))
        parts.unread = ("unit",)
        return {name: pair for name, pair in held.items() if name != "unit"}
    if "per" in held or not (said := rhythm_in(unit)):
        return held
    read, (key, node) = parse_measure(f"2 {unit}"), held["unit"]
    rest = {name: pair for name, pair in held.items() if name != "unit"}
    if isinstance(read, Misread) or read.per is None:
        message = f"“{said}” in “{unit}” is not understood"
        parts.findings.append(faults.not_a_number(node.place, message, _PERIOD_ASIDE))
        parts.unread = ("unit",)
        return rest
    per = Text(read.per.value, node.place)
    if read.unit:
        rest["unit"] = (key, replace(_as_text(node), value=read.unit))
    if "kind" not in held and "to" in held and not {_LOW, _HIGH} & set(held):
        rest["kind"] = (replace(key, value="kind"), replace(per, value=read.kind.value))
    return rest | {"per": (replace(key, value="per"), per)}


_NO_VERB = "write what is counted alone as `unit`, and the way as `from` and `to`"
_PERIOD_ASIDE = "write what is counted as `unit`, and beside it the period, as `per: week`"


def _as_text(node: Node) -> Text:
    return node if isinstance(node, Text) else Text("", node.place)


def _bounded(held: _Held, keys: Keys) -> _Held:
    """The parts with the kind that follows from them, and bounds where that kind has them."""
    named = _named_kind(held)
    times = any(folded(key.value) == "times" for key, _ in keys.pairs)
    kind = named if "kind" in held else _kind_of(held, times=times)
    if kind and "kind" not in held:
        held = held | {"kind": (Text("kind", keys.place), Text(kind.value, keys.place))}
    bounds = _BOUNDS.get(kind, {}) if kind else {}
    moved: _Held = {}
    for name, (key, node) in held.items():
        part = bounds.get(name, "")
        if part and part not in held:
            moved[part] = (replace(key, value=part), node)
        else:
            moved[folded(key.value) if name in {_LOW, _HIGH} else name] = (key, node)
    return moved


def _often(held: _Held) -> bool:
    """Whether a number and a period are all that is said, as in `3 runs a week`."""
    return {"to", "per"} <= held.keys() <= {"to", "per", "unit", "log", "source", "column"}


def _kind_of(held: _Held, *, times: bool) -> Kind | None:
    """The kind that follows from the parts: from one number to another, so many, within bounds."""
    if "per" in held or any(_rhythm(_text(held, name)) for name in ("to", _LOW, _HIGH)):
        if {_LOW, _HIGH} <= held.keys():
            return Kind.RANGE
        most = _HIGH in held and _LOW not in held
        return Kind.LIMIT if most else Kind.HABIT if times or _LOW in held or _often(held) else None
    if _LOW in held or _HIGH in held:
        return Kind.RANGE
    if "by" in held or ("to" in held and ("from" in held or "goes" in held)):
        return Kind.LEVEL
    return Kind.COUNT if "to" in held else None


def _numbered(held: _Held, parts: Parts) -> _Held:
    """The parts with all numbers in one unit: that of `unit`, else of the one that carries it."""
    said = {name: text for name in _NUMBERS if _is_number(text := _text(held, name))}
    if not said:
        return held
    unit, per = _text(held, "unit"), _text(held, "per").lower()
    kind = _named_kind(held)
    rhythm = _rhythm(said.get("to", "")) if kind in _RHYTHMS or kind is None else None
    if rhythm:
        said["to"] = f"{in_digits(rhythm.to or 0.0)} {rhythm.unit}".strip()
    elif kind in _RHYTHMS and "to" in said:
        said["to"] = re.sub(r"\s*(?:times?|[x×])$", "", said["to"])
    read = _read(kind, said, unit)
    if rhythm and rhythm.per and per and per != rhythm.per.value:
        two = f"“{_text(held, 'to')}” beside `per: {per}` is two periods"
        read = Misread(two, "write the number alone as `to`")
    alone = {name: parse_number(text) for name, text in said.items() if "," in text}
    unclear = {name: one for name, one in alone.items() if isinstance(one, Misread)}
    if isinstance(read, Misread) and unclear:
        for name, one in unclear.items():
            parts.findings.append(faults.not_a_number(held[name][1].place, one.message, one.help))
        parts.unread = tuple(_field(name) for name in said)
        return {name: pair for name, pair in held.items() if name not in said}
    if isinstance(read, Misread):
        place = next((held[n][1].place for n, text in said.items() if text in read.message), None)
        place = place or held[next(iter(said))][1].place
        parts.findings.append(faults.not_a_number(place, read.message, read.help))
        parts.unread = tuple(_field(name) for name in said)
        return {name: pair for name, pair in held.items() if name not in said}
    values, told = read
    parts.numbers = {_field(name): value for name, value in zip(said, values, strict=True)}
    _in_order(held, kind, parts)
    for name, value in zip(said, values, strict=True):
        key, node = held[name]
        held[name] = (key, Text(in_digits(value), node.place))
    for name, text in (("unit", told), ("per", rhythm.per if rhythm and rhythm.per else "")):
        if text and text != _text(held, name):
            place = parts.keys.place
            held[name] = (Text(name, place), Text(text, place, quoted=True))
    return held


def _in_order(held: _Held, kind: Kind | None, parts: Parts) -> None:
    """Tell what would still do and is harder than the target, or is to be proud of and easier."""
    numbers = parts.numbers
    start, end = numbers.get("from_"), numbers.get("to")
    if end is None or kind in {Kind.RANGE, Kind.AVERAGE}:
        return
    down = kind is Kind.LIMIT or _text(held, "goes") == "down" or (start or 0.0) > end
    for name, sign in (("minimum", 1), ("stretch", -1)):
        value = numbers.get(name)
        if value is None or (value - end) * sign * (-1 if down else 1) <= 0:
            continue
        less = "more" if value > end else "less"
        other = "stretch" if name == "minimum" else "minimum"
        message = f"`{name}: {in_digits(value)}` asks for {less} than the target, {in_digits(end)}"
        remedy = f"write `{other}: {in_digits(value)}`, or another number"
        parts.findings.append(faults.not_a_number(held[name][1].place, message, remedy))


def _rated(held: _Held, parts: Parts) -> _Held:
    """The parts with the rate in the unit of the others, where it is written in one of its own."""
    if not (text := _text(held, "rate")):
        return held
    rate, (key, node) = parse_rate(text, _text(held, "unit")), held["rate"]
    if not isinstance(rate, Misread):
        return held | {"rate": (key, Text(f"{in_digits(rate)} a week", node.place))}
    place = node.place
    parts.findings.append(faults.not_a_number(place, rate.message, rate.help))
    parts.unread = (*parts.unread, "rate")
    return {name: pair for name, pair in held.items() if name != "rate"}


def _with_unit_of_rate(keys: Keys) -> Keys:
    """The mapping form of a knot with the unit that its rate is written in as a part of its own."""
    node = next((value for key, value in keys.pairs if folded(key.value) == "rate"), None)
    read = rate_and_unit(node.value) if isinstance(node, Text) else ("", "")
    named = {folded(key.value) for key, _ in keys.pairs}
    if node is None or isinstance(read, Misread) or not read[1] or "unit" in named:
        return keys
    return Keys((*keys.pairs, (Text("unit", node.place), Text(read[1], node.place))), keys.place)


def _read(
    kind: Kind | None, said: Mapping[str, str], unit: str
) -> tuple[list[float], str] | Misread:
    """The numbers and their unit; a share is of something, and a time in hours or in minutes."""
    if "%" in said.get("by", ""):
        help_ = "write where it starts and ends, as `{kind: level, from: 82, to: 77, unit: kg}`"
        return Misread(f"“{said['by']}” does not say of what", help_)
    read = read_numbers(list(said.values()), unit)
    if isinstance(read, Misread):
        return read
    clock = not unit and read[1] == "m:ss" and kind and kind.facts.periodic
    if clock and not any("m" in text for text in said.values()):
        text = next(text for text in said.values() if ":" in text)
        return Misread(f"“{text}” could be hours or minutes", "add `unit: h` or `unit: minutes`")
    return read


def _named_kind(held: _Held) -> Kind | None:
    return {member.value: member for member in Kind}.get(_text(held, "kind").lower())


def _is_number(text: str) -> bool:
    return bool(re.search("[0-9]", text)) or text.lower() in NUMBER_WORDS


def _text(held: _Held, part: str) -> str:
    return _value(held[part][1]) if part in held else ""


def _value(node: Node) -> str:
    return node.value.strip() if isinstance(node, Text) and not node.empty else ""


def _field(name: str) -> str:
    return "from_" if name == "from" else name


def _rhythm(text: str) -> Measure | None:
    """The habit that a number with its period asks for: `3 times a week`."""
    measure = parse_measure(text) if re.match("[0-9].*[a-z/]", text) else None
    often = isinstance(measure, Measure) and measure.kind in {Kind.HABIT, Kind.LIMIT}
    return measure if isinstance(measure, Measure) and often else None
