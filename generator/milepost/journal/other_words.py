"""Other people's words for our keys: `deadline`, `why`, `target` and their kin, read as ours.

In: the front matter of a goal, as nodes. Out: the same in milepost's own keys, and what is to be
told of it. A value is never changed, only put where it belongs: its place stays that of the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, fields, replace

from milepost.findings import Finding
from milepost.journal import faults
from milepost.journal.measures import parse_measure
from milepost.journal.milestone_lines import parse_milestone
from milepost.journal.nodes import Items, Keys, Node, Text, folded, plain
from milepost.journal.numbers import Misread, parse_number, told_in
from milepost.journal.shortforms import parse_window
from milepost.journal.values import Measure, Milestone, Window

GOAL_WORDS: dict[str, tuple[str, str]] = {
    **dict.fromkeys(
        (
            "deadline", "due", "due_date", "by", "until", "till", "end", "ends", "end_date",
            "target_date", "finish", "finish_by", "complete_by", "timeline", "timeframe", "when",
        ),
        ("time_bound", "due"),
    ),
    **dict.fromkeys(
        ("start", "starts", "start_date", "since", "begin", "begins", "began", "started", "from"),
        ("time_bound", "start"),
    ),
    **dict.fromkeys(("target", "metric", "measure", "kpi", "goal"), ("measurable", "to")),
    **dict.fromkeys(("baseline", "current", "starting_point"), ("measurable", "from")),
    **dict.fromkeys(("unit", "units"), ("measurable", "unit")),
    **dict.fromkeys(
        ("why", "because", "purpose", "reason", "motivation", "rationale"), ("relevant", "because")
    ),
    **dict.fromkeys(
        ("serves", "parent", "parents", "supports", "part_of", "up"), ("relevant", "serves")
    ),
    **dict.fromkeys(("value", "values"), ("relevant", "values")),
    **dict.fromkeys(("what", "description", "details"), ("specific", "")),
    **dict.fromkeys(("effort", "time", "resources"), ("achievable", "")),
    **dict.fromkeys(("hours", "hours_per_week", "weekly_hours"), ("achievable", "hours_per_week")),
    **dict.fromkeys(("how", "obstacle", "if_then"), ("obstacles", "")),
    **dict.fromkeys(("steps", "checkpoints"), ("milestones", "")),
}  # fmt: skip
"""By the word that people use, in small letters: our key, and its part."""

STATES = {
    **dict.fromkeys(("in_progress", "doing", "started", "open", "ongoing", "current"), "active"),
    **dict.fromkeys(("todo", "to_do", "not_started", "backlog", "idea", "planned"), "someday"),
    **dict.fromkeys(("on_hold", "waiting", "blocked", "hold"), "paused"),
    **dict.fromkeys(("complete", "completed", "finished", "achieved", "closed"), "done"),
    **dict.fromkeys(("cancelled", "canceled", "abandoned", "stopped", "failed"), "dropped"),
}
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
    findings: list[Finding] = field(default_factory=list)


def in_our_words(keys: Keys, own: Iterable[str]) -> tuple[Keys, list[Finding]]:
    """A goal's front matter in milepost's keys, whose names are `own`.

    Our key goes before another word for it. Two that do not say the same are an error; what has no
    place beside our key is left as it is, and told as a key that milepost does not know.
    """
    ours = set(own)
    reading = _Reading()
    for key, node in keys.pairs:
        name = folded(key.value)
        if name in ours:
            reading.pairs[name] = (key, _inside(name, node, ours, reading))
        elif name == "type" and isinstance(node, Text) and _is_type(node, reading, key):
            continue
        elif name in GOAL_WORDS:
            our, part = GOAL_WORDS[name]
            _first_of(reading.parts.setdefault(our, {}), part, (key, node), reading)
        else:
            reading.rest.append((key, node))
    for our, parts in reading.parts.items():
        _join(our, parts, reading)
    if reading.said:
        named = (key.place for key, _ in keys.pairs if key.value in reading.said)
        place = next(named, keys.place)
        reading.findings.append(faults.other_words(place, reading.said))
    if "milestones" in reading.pairs:
        key, node = reading.pairs["milestones"]
        reading.pairs["milestones"] = (key, _dated_steps(node))
    pairs = (*reading.pairs.values(), *reading.rest)
    return Keys(tuple(sorted(pairs, key=lambda pair: pair[0].place)), keys.place), reading.findings


def _inside(name: str, node: Node, ours: set[str], reading: _Reading) -> Node:
    """The value of one of our keys, with what stands in it for our words."""
    if name == "status":
        return _state(node, reading)
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
    held, findings = in_our_words(Keys(tuple(rest), node.place), ours - {"changes"})
    reading.findings += findings
    return Keys((*own, *held.pairs), node.place)


REASONS = ("reason", "why", "rationale", "note", "comment")
"""Words for why something is so."""
_IN_A_CHANGE = dict.fromkeys(REASONS, "because") | dict.fromkeys(("on", "day", "when"), "date")
"""Other words for the parts of a change."""


def _first_of(
    parts: dict[str, tuple[Text, Node]], part: str, pair: tuple[Text, Node], reading: _Reading
) -> None:
    """Keep the first of two words for the same part; a second that says otherwise is told."""
    known = parts.setdefault(part, pair)
    if known is not pair and plain(known[1]) != plain(pair[1]):
        reading.findings.append(faults.two_words(pair[0].place, pair[0].value, known[0].value))


def _is_type(node: Text, reading: _Reading, key: Text) -> bool:
    """`type: goal` says nothing new; `type: mid-term` says the horizon."""
    word = folded(node.value).removesuffix("_term").removesuffix("_goal").removesuffix("_term")
    if word in HORIZONS and "horizon" not in reading.pairs:
        reading.pairs["horizon"] = (
            replace(key, value="horizon"),
            replace(node, value=HORIZONS[word]),
        )
        reading.said[key.value] = "horizon"
        return True
    return word in {"goal", "goals"}


def _state(node: Node, reading: _Reading) -> Node:
    """The state of a goal, where another tool's word for it is written."""
    if not isinstance(node, Text):
        return node
    said = _STATE.match(node.value.strip())
    if said and (state := STATES.get(folded(said[0]))):
        reading.said[said[0]] = f"status: {state}"
        return replace(node, value=state + node.value.strip()[said.end() :])
    return node


def _join(our: str, parts: dict[str, tuple[Text, Node]], reading: _Reading) -> None:
    """Put what other words say under one of our keys; beside ours only where it says the same."""
    written = reading.pairs.get(our)
    if written:
        _beside(our, written[1], parts, reading)
        return
    made = _made(our, parts)
    first = next(iter(parts.values()))[0]
    if made is None:
        reading.rest += parts.values()
        return
    reading.pairs[our] = (replace(first, value=our), made)
    for part, (key, _) in parts.items():
        reading.said[key.value] = f"{our}.{part}" if part and len(parts) > 1 else our


def _beside(
    our: str, written: Node, parts: dict[str, tuple[Text, Node]], reading: _Reading
) -> None:
    for part, (key, node) in parts.items():
        if our == "time_bound" and isinstance(written, Text) and isinstance(node, Text):
            both = parse_window(written.value), parse_window(node.value)
            a, b = (one if isinstance(one, Window) else None for one in both)
            if part == "due" and a and b and a.due and b.due:
                if a.due == b.due:
                    reading.said[key.value] = our
                else:
                    reading.findings.append(faults.two_words(key.place, key.value, our))
                continue
            if part == "start" and a and b and not a.start and a.due:
                start = (replace(key, value="start"), node)
                due = (Text("due", written.place), written)
                reading.pairs[our] = (reading.pairs[our][0], Keys((start, due), written.place))
                reading.said[key.value] = f"{our}.start"
                continue
        if our == "measurable" and part == "to" and isinstance(node, Text):
            same = isinstance(written, Text) and folded(written.value) == folded(node.value)
            if same:
                reading.said[key.value] = our
            else:
                reading.findings.append(faults.two_words(key.place, key.value, our))
            continue
        alike = _same_unit(written, node) if (our, part) == ("measurable", "unit") else None
        if alike is not None:
            if alike:
                reading.said[key.value] = our
            else:
                reading.findings.append(faults.two_words(key.place, key.value, our))
            continue
        if our == "measurable" and (joined := _with_part(written, part, node)):
            reading.pairs[our] = (reading.pairs[our][0], joined)
            reading.said[key.value] = f"{our}.{part}"
            continue
        reading.rest.append((key, node))


def _same_unit(written: Node, node: Node) -> bool | None:
    """Whether a unit that stands aside is that of the measure; None where that has none."""
    measure = parse_measure(written.value) if isinstance(written, Text) else None
    if not isinstance(node, Text) or not isinstance(measure, Measure) or not measure.unit:
        return None
    return told_in(1.0, node.value.strip(), measure.unit) == 1.0


def _with_part(written: Node, part: str, node: Node) -> Node | None:
    """A measure with a part that stands beside it, where it has none of its own."""
    if isinstance(written, Keys):
        has = {folded(key.value) for key, _ in written.pairs}
        if part in has:
            return None
        return Keys((*written.pairs, (Text(part, node.place), node)), written.place)
    if part != "unit" or not isinstance(node, Text) or not isinstance(written, Text):
        return None
    alone = parse_number(written.value)
    bare = not isinstance(alone, Misread) and not alone[1]
    return replace(written, value=f"{written.value.strip()} {node.value.strip()}") if bare else None


def _made(our: str, parts: dict[str, tuple[Text, Node]]) -> Node | None:
    """The value of our key from the parts that other words gave; None where they make none."""
    nodes = {part: node for part, (_, node) in parts.items()}
    first = next(iter(nodes.values()))
    if our == "measurable":
        return _measure(nodes)
    if our == "achievable" and isinstance(hours := nodes.get("hours_per_week"), Text):
        return (
            hours
            if re.search(r"[A-Za-z]", hours.value)
            else replace(hours, value=f"{hours.value.strip()} h a week")
        )
    if list(nodes) in (["due"], [""]):
        return first
    return Keys(
        tuple((replace(key, value=part), node) for part, (key, node) in parts.items() if part),
        first.place,
    )


def _measure(nodes: dict[str, Node]) -> Node | None:
    """A measure in one line: so much, or from so much to so much, in the unit that stands aside."""
    if not all(isinstance(node, Text) for node in nodes.values()) or "to" not in nodes:
        return None
    words = {part: node.value.strip() for part, node in nodes.items() if isinstance(node, Text)}
    target = nodes["to"]
    assert isinstance(target, Text)
    own = parse_number(words["to"])
    if "unit" in words and not isinstance(own, Misread) and own[1]:
        parts = ((Text(part, node.place), node) for part, node in nodes.items())
        return Keys(tuple(parts), target.place)
    unit = f" {words['unit']}" if "unit" in words else ""
    start = f"from {words['from']} to " if "from" in words else ""
    return replace(target, value=f"{start}{words['to']}{unit}")


def _dated_steps(node: Node) -> Node:
    """Milestones with a colon beside their day or tick, which YAML takes for a mapping."""
    if not isinstance(node, Items):
        return node
    return Items(tuple(map(_dated_step, node.items)), node.place)


def _dated_step(item: Node) -> Node:
    if not isinstance(item, Keys) or len(item.pairs) != 1:
        return item
    key, value = item.pairs[0]
    names = {one.name for one in fields(Milestone)}
    if not isinstance(value, Text) or folded(key.value) in names:
        return item
    line = Text(f"{key.value.strip()}: {value.value.strip()}", item.place)
    found = parse_milestone(line.value)
    said = isinstance(found, Misread) or found.due or found.done
    return line if said else item
