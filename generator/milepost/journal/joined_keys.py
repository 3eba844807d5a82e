"""What is said under several keys, put together as one value of ours.

In: the parts of a key, each with the key under which it was written: `target`, `baseline`, `unit`.
Out: the one value that they come to, as one would write it in our own words, or a finding where two
of them do not say the same.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from math import isclose
from typing import Literal

from milepost.findings import Finding
from milepost.journal import faults
from milepost.journal.dates import parse_date
from milepost.journal.key_words import GOAL_WORDS, STATE, STATES, STEP_WORDS
from milepost.journal.meant_keys import ENDS, has_comma, without_bound, worded
from milepost.journal.measures import parse_measure
from milepost.journal.milestone_lines import parse_milestone
from milepost.journal.nodes import Items, Keys, Node, Text, folded, plain
from milepost.journal.numbers import UNITS, Misread, in_digits, parse_number, told_in
from milepost.journal.rhythm_words import period_of, rhythm_in
from milepost.journal.shortforms import parse_ends, parse_relevance, parse_window
from milepost.journal.values import Measure, Milestone, Window
from milepost.journal.words import Kind, State


@dataclass(slots=True)
class Reading:
    """The pairs of a goal in our own keys, as far as they are read."""

    pairs: dict[str, tuple[Text, Node]] = field(default_factory=dict)
    parts: dict[str, dict[str, tuple[Text, Node]]] = field(default_factory=dict)
    rest: list[tuple[Text, Node]] = field(default_factory=list)
    said: dict[str, str] = field(default_factory=dict)
    aside: dict[str, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


def first_of(
    our: str,
    parts: dict[str, tuple[Text, Node]],
    part: str,
    pair: tuple[Text, Node],
    reading: Reading,
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
    ends = all(ENDS.fullmatch(folded(key.value)) for key in (one, other))
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


def state_of(node: Node, reading: Reading) -> Node:
    """The state of a goal, where another tool's word for it is written."""
    if not isinstance(node, Text):
        return node
    said = STATE.match(worded(node.value))
    if said and (state := STATES.get(folded(said[0]))):
        reading.said[said[0]] = f"status: {state}"
        return replace(node, value=state + worded(node.value)[said.end() :])
    own = worded(node.value)
    return replace(node, value=own) if own.split(" ")[0].lower() in set(State) else node


def join_parts(our: str, parts: dict[str, tuple[Text, Node]], reading: Reading) -> None:
    """Put what other words say under one of our keys; beside ours only where it says the same."""
    written = reading.pairs.get(our)
    if written:
        _beside(our, written[1], parts, reading)
        return
    made = _made(our, parts)
    if our == "status" and made:
        made = state_of(made, reading)
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


def _beside(our: str, written: Node, parts: dict[str, tuple[Text, Node]], reading: Reading) -> None:
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


def day_of(node: Text) -> date | None:
    """The day that a text is; None where it is none."""
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
    said = without_bound(node.value)
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
        lost = any(isinstance(node, Text) and node.lost for node in nodes.values())
        return Text(line, first.place, lost=lost)
    if list(nodes) in (["due"], [""]):
        return first
    return Keys(
        tuple((replace(key, value=part), node) for part, (key, node) in parts.items() if part),
        first.place,
    )


def _on_one_line(node: Node) -> Node:
    """A list of texts as the one line that it is read as; anything else as it is."""
    items = node.items if isinstance(node, Items) else ()
    texts = [one for one in items if isinstance(one, Text)]
    if not texts or len(texts) < len(items):
        return node
    line = ", ".join(one.value for one in texts)
    return Text(line, node.place, lost=any(one.lost for one in texts))


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
        part: replace(node, value=without_bound(node.value))
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
    if "from" in words and any(has_comma(words[part]) for part in ("from", "to")):
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


def one_measure(node: Node, reading: Reading) -> Node:
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


def dated_steps(node: Node) -> Node:
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
