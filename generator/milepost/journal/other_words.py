"""Other people's words for our keys: `deadline`, `why`, `target` and their kin, read as ours.

In: the front matter of a goal, as nodes. Out: the same in milepost's own keys, and what is to be
told of it. A value is never changed, only put where it belongs: its place stays that of the file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from milepost.findings import Finding, Severity
from milepost.journal import faults
from milepost.journal.joined_keys import (
    Reading,
    dated_steps,
    day_of,
    first_of,
    join_parts,
    one_measure,
    state_of,
)
from milepost.journal.key_words import (
    ENTRY_WORDS,
    GOAL_WORDS,
    HORIZONS,
    PROFILE_WORDS,
    RECORD_WORDS,
    SETTINGS_WORDS,
    STATE,
    STATES,
)
from milepost.journal.meant_keys import (
    KEPT_ASIDE,
    NAME,
    NAME_ASIDE,
    fits,
    is_sized,
    line_of,
    meant_by,
    says_more,
    worded,
)
from milepost.journal.nodes import Items, Keys, Node, Text, folded, plain
from milepost.journal.values import Week


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
    reading = Reading()
    meant = meant_by(keys)
    for key, node in keys.pairs:
        name = folded(key.value)
        our, part = meant.get(name, ("", ""))
        if name in ours and not our:
            reading.pairs[name] = (key, _inside(name, node, ours, reading))
        elif name in ours and part == NAME and is_sized(keys, meant):
            reading.rest.append((replace(key, value=NAME_ASIDE), node))
            reading.aside[NAME_ASIDE] = ""
        elif name in ours and part == NAME and (other := _counting(meant)):
            reading.findings.append(faults.two_words(key.place, key.value, other))
        elif name == "type" and isinstance(node, Text) and _is_type(node, reading, key, keys):
            continue
        elif part in KEPT_ASIDE:
            reading.rest.append((key, node))
            reading.aside[name] = KEPT_ASIDE[part]
        elif our and fits(our, node):
            node = _worded(our, name, node, reading)
            first_of(our, reading.parts.setdefault(our, {}), part, (key, node), reading)
        else:
            reading.rest.append((key, node))
    for our, parts in reading.parts.items():
        join_parts(our, parts, reading)
    _leave_to_the_text(keys, below, reading)
    if "measurable" in reading.pairs:
        key, node = reading.pairs["measurable"]
        reading.pairs["measurable"] = (key, one_measure(node, reading))
    if "milestones" in reading.pairs:
        key, node = reading.pairs["milestones"]
        reading.pairs["milestones"] = (key, dated_steps(node))
    pairs = (*reading.pairs.values(), *reading.rest)
    ordered = Keys(tuple(sorted(pairs, key=lambda pair: pair[0].place)), keys.place)
    return InOurs(ordered, reading.said, reading.aside, reading.findings)


def _worded(our: str, name: str, node: Node, reading: Reading) -> Node:
    """The value under another word for our key, with what the word says more, in our words."""
    if our == "measurable" and says_more(name) and isinstance(node, Text):
        return line_of(name, node) or node
    return _horizon(node, reading) if our == "horizon" else node


def _counting(meant: Mapping[str, tuple[str, str]]) -> str:
    """The key whose number counts for the measure; nothing where none does."""
    for part in ("to", "max", "min", "minimum"):
        for word, ours in meant.items():
            if ours == ("measurable", part):
                return word
    return ""


def _leave_to_the_text(keys: Keys, below: int | None, reading: Reading) -> None:
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
    meant, names = meant_by(keys), [folded(key.value) for key, _ in keys.pairs]
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
    ours, reading = set(own), Reading()
    for key, node in keys.pairs:
        if (name := folded(key.value)) in ours:
            reading.pairs[name] = (key, node)
    for key, node in keys.pairs:
        name = folded(key.value)
        our = words.get(name, ("", ""))[0]
        if name in ours:
            continue
        if our == "week" and isinstance(node, Text) and (day := day_of(node)):
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
    meant = meant_by(keys) if kind == "goal" else {}
    for key, node in keys.pairs:
        name = folded(key.value)
        our, part = words.get(kind, GOAL_WORDS).get(name, ("", ""))
        if kind != "goal":
            day = day_of(node) if our == "week" and isinstance(node, Text) else None
            week = str(Week.of(day)) if day else ""
            text = node if isinstance(node, Text) else None
            if our:
                yield Named(key, node, our, word=text, said=text.value if text else "", value=week)
            continue
        our, part = meant.get(name, ("", ""))
        if name == our and part == NAME:
            yield Named(key, node, NAME_ASIDE, part)
        if part in KEPT_ASIDE or (name == our and part != "unit"):
            continue
        if (name in {"type", "horizon"} or our == "horizon") and isinstance(node, Text):
            if horizon := HORIZONS.get(_bare_horizon(node.value)):
                said = node.value.strip()
                yield Named(key, node, "horizon", word=node, said=said, value=horizon)
        elif name == "status" or our == "status":
            yield from _named_state(key, node)
        elif our == "measurable" and says_more(name) and isinstance(node, Text):
            line = line_of(name, node)
            said = node.value.strip()
            yield Named(
                key, node, our, part, word=node, said=said, value=line.value if line else ""
            )
        elif our:
            yield Named(key, node, our, part)
        yield from _named_parts(our or name, node)


def _named_state(key: Text, node: Node) -> Iterator[Named]:
    said = STATE.match(worded(node.value)) if isinstance(node, Text) else None
    state = STATES.get(folded(said[0]), "") if said else ""
    if isinstance(node, Text) and (state or folded(key.value) != "status"):
        yield Named(key, node, "status", word=node, said=said[0] if said else "", value=state)


def _named_parts(our: str, node: Node) -> Iterator[Named]:
    """The other words for parts of one of our keys, within its mapping."""
    for key, value in node.pairs if isinstance(node, Keys) else ():
        ours, part = GOAL_WORDS.get(folded(key.value), ("", ""))
        if ours == our and part and part != folded(key.value):
            yield Named(key, value, part, top=False)


def _inside(name: str, node: Node, ours: set[str], reading: Reading) -> Node:
    """The value of one of our keys, with what stands in it for our words."""
    if name == "status":
        return state_of(node, reading)
    if name == "horizon":
        return _horizon(node, reading)
    return _changes(node, ours, reading) if name == "changes" else node


def _horizon(node: Node, reading: Reading) -> Node:
    word = HORIZONS.get(_bare_horizon(node.value), "") if isinstance(node, Text) else ""
    if not isinstance(node, Text) or word in {"", node.value.strip().lower()}:
        return node
    reading.said[node.value.strip()] = f"horizon: {word}"
    return replace(node, value=word)


def _changes(node: Node, ours: set[str], reading: Reading) -> Node:
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


def _is_type(node: Text, reading: Reading, key: Text, keys: Keys) -> bool:
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
