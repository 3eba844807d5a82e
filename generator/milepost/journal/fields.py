"""Nodes to values, by the annotations of one dataclass per kind of file.

In: a mapping of nodes and a dataclass whose fields were made with `key`. Out: the values by field
name, the place of every one of them, the unknown keys, and findings. The same annotations make the
messages, the suggestions and the manual's reference. No key is known here by its name: what its
annotation does not say stands in the `Manner` that it was declared with.
"""

from __future__ import annotations

import re
import types
from collections.abc import Collection, Iterable, Mapping
from dataclasses import Field, dataclass, field, fields, is_dataclass, replace
from datetime import date
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from milepost.findings import Finding, Place
from milepost.journal import faults
from milepost.journal.dates import parse_date
from milepost.journal.keys import Manner
from milepost.journal.nodes import Items, Keys, Node, Text, folded, plain
from milepost.journal.numbers import Misread
from milepost.journal.parts import in_our_parts, lines_of, named_values
from milepost.journal.scalars import (
    ABSENT,
    FALSE,
    LONGEST,
    TRUE,
    describe,
    dropped,
    nearest,
    placeholder,
    read_bool,
    read_scalar,
    read_word,
    tell,
)
from milepost.journal.shortforms import SHORT_FORMS, bare_id, parse_ends
from milepost.journal.values import (
    Advance,
    Break,
    Change,
    Declared,
    Knot,
    Level,
    Measure,
    Milestone,
    Noted,
    Week,
    Window,
)
from milepost.journal.visibility import hides
from milepost.journal.words import State


@dataclass
class Read:
    """What came of reading one mapping; filled while it is read, then only passed on."""

    values: dict[str, Any] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)
    extra: dict[str, object] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


NAMED_LINE = re.compile(r"\s*(\[\[[^\]]*\]\]|[^:\s]+)\s*:\s*(.+)")
"""A line `name: value` in a list."""


def key_fields(cls: type) -> tuple[Field[Any], ...]:
    """The fields of a dataclass that people write."""
    return tuple(item for item in fields(cls) if "doc" in item.metadata)


def names_of(cls: type) -> frozenset[str]:
    """The keys under which people write them."""
    return _names(cls)


@cache
def _names(cls: type) -> frozenset[str]:
    return frozenset(map(name_of, key_fields(cls)))


def name_of(item: Field[Any]) -> str:
    """The key under which a field is written."""
    return item.name.rstrip("_")


def type_of(cls: type, name: str) -> str:
    """What a key takes, as the model says it: `tuple[Money, ...]`."""
    return _types(cls)[name]


@cache
def _types(cls: type) -> Mapping[str, str]:
    return {name_of(item): str(item.type) for item in key_fields(cls)}


@cache
def named_lines(cls: type) -> frozenset[str]:
    """The keys whose lines have names of the writer's own: goals, skills, life areas, years."""
    return frozenset(
        name_of(item)
        for item in key_fields(cls)
        if item.metadata["manner"].pairs
        or issubclass(get_origin(_hints(cls)[item.name]) or object, Mapping)
    )


@cache
def _hints(cls: type) -> Mapping[str, Any]:
    return get_type_hints(cls)


def read_fields(
    cls: type,
    keys: Keys | None,
    lines: list[str],
    *,
    known: Iterable[str] = (),
    elsewhere: Mapping[str, str] | None = None,
    quiet: Collection[str] = (),
    words: Mapping[str, str] | None = None,
) -> Read:
    """Read a mapping as the fields of `cls`.

    `lines` is the file, for what YAML does not tell; `known` are keys that others read;
    `elsewhere` says for keys of other kinds of files in which they are read; `quiet` are unknown
    keys of which nothing is said; `words` are other people's words for our keys, each with the key,
    which may be misspelt too.
    """
    reader = _Fields(cls, lines, elsewhere or {}, quiet, words or {})
    reader.mapping(cls, keys, "", set(known))
    return reader.read


_TOP = "the front matter itself"
_PARTS_OF_A_CHANGE = "date, because, and every key that the file may have"
_DATED = frozenset({Noted, Knot, Break, Level, Milestone})
"""Values that begin with a day, which YAML takes for a key where a colon stands behind it."""
_SLIP_IN_KEY, _NO_PART, _NO_SUCH_PART = (
    one.rule.code for one in (faults.misspelt_key, faults.missing_part, faults.unknown_part)
)
_SLIP = 2
"""So many letters a slip adds or leaves out; more make another word, as `subtitle` of `title`."""
_LONG = 6
"""So many letters a word of other people has at least, for a slip in it to be known."""


class _Fields:
    """One reading: knows the file's lines, gathers places and findings."""

    def __init__(
        self,
        cls: type,
        lines: list[str],
        elsewhere: Mapping[str, str],
        quiet: Collection[str],
        words: Mapping[str, str],
    ) -> None:
        self.cls = cls
        self.words = words
        self.quiet = quiet
        self.elsewhere = elsewhere
        self.lines = lines
        self.read = Read()

    def say(self, finding: Finding) -> None:
        self.read.findings.append(finding)

    # --- mappings ---------------------------------------------------------------------------

    def mapping(self, cls: type, keys: Keys | None, path: str, known: set[str]) -> dict[str, Any]:
        """The values of the fields of `cls`, by field name; unknown keys are kept and told."""
        names = {name_of(item): item for item in key_fields(cls)}
        values: dict[str, Any] = {}
        for key, node in keys.pairs if keys else ():
            name = folded(key.value)
            if name in known:
                continue
            if name not in names:
                self._unknown(key, node, list(names), path)
                self._meant(key, keys, names, path)
                number = cls is Measure and re.search("[0-9]", str(plain(node)))
                if number and name not in self.elsewhere:  # it may be what the goal is judged by
                    self.read.unread.add(f"{path}{name}")
                continue
            item = names[name]
            kind, at = _hints(cls)[item.name], f"{path}{item.name}"
            value = self._read(kind, node, at, item.metadata["manner"])
            if value is not ABSENT:
                values[item.name] = value
            elif not (isinstance(node, Text) and node.empty):
                self.read.unread.add(at)
        if not path:
            self.read.values = values
        return values

    def _meant(
        self, key: Text, keys: Keys | None, names: Mapping[str, Field[Any]], path: str
    ) -> None:
        """Take what a misspelt key is near to for written and unread, if nothing else says it."""
        told = self.read.findings[-1:]
        if not told or told[0].code != _SLIP_IN_KEY or told[0].place != key.place:
            return
        near = nearest(folded(key.value), names) or self.words.get(self._word(key, path), "")
        if not any(folded(other.value) == near for other, _ in (keys.pairs if keys else ())):
            self.read.unread.add(f"{path}{names[near].name}")

    def _word(self, key: Text, path: str) -> str:
        """The word of other people for a key of ours that was misspelt; nothing if none was.

        A short word has too many that differ from it in a letter.
        """
        name = folded(key.value)
        words = [one for one in self.words if len(one) >= _LONG and abs(len(one) - len(name)) < 2]
        return "" if path or len(name) < _LONG else nearest(name, words, cutoff=0.8)

    def _unknown(self, key: Text, node: Node, names: list[str], path: str) -> None:
        if not path:
            self.read.extra[key.value] = plain(node)
        if hides(key, node):
            return  # who may see the file is for `visibility`, which tells it
        if not path and folded(key.value) in self.quiet:
            return
        near = nearest(folded(key.value), names)
        if abs(len(near) - len(key.value)) > _SLIP:
            near = ""
        where = self.elsewhere.get(folded(key.value), "")
        near = near or ("" if where else self._word(key, path))
        if near:
            self.say(faults.misspelt_key(key.place, key.value, near))
        elif path:
            owner = _key(path.rstrip("."))
            where = _TOP if folded(key.value) in names_of(self.cls) else where
            where = "" if where == f"`{owner}`" else where
            parts = _PARTS_OF_A_CHANGE if owner == "changes" else ", ".join(names)
            self.say(faults.unknown_part(key.place, key.value, owner, parts, where))
        else:
            self.say(faults.unknown_key(key.place, key.value, where))

    def _read(self, kind: Any, node: Node, path: str, manner: Manner) -> Any:
        """The value at a place, with what YAML drops of it."""
        if isinstance(node, Text):
            self.read.findings += dropped(node, self.lines)
        return self._filled(kind, node, path, manner)

    def _filled(self, kind: Any, node: Node, path: str, manner: Manner) -> Any:
        """The value at a place, unless nothing or only a placeholder is written there."""
        self.read.places[path] = node.place
        if isinstance(node, Text) and (node.empty or node.lost):
            return ABSENT
        if found := placeholder(node, self.lines):
            self.say(faults.placeholder(node.place, found))
            return ABSENT
        return self._value(kind, node, path, manner)

    # --- values -----------------------------------------------------------------------------

    def _value(self, kind: Any, node: Node, path: str, manner: Manner) -> Any:
        """The value of a type; `ABSENT` when it cannot be read, which is then told."""
        origin, args = get_origin(kind), get_args(kind)
        if origin in {Union, types.UnionType}:
            options = [option for option in args if option is not type(None)]
            if set(options) == {bool, date}:
                return self._day_or_yes(node, path, manner)
            return self._value(options[0], node, path, manner)
        if origin is tuple:
            return self._items(args[0], node, path, manner)
        if origin is not None and issubclass(origin, Mapping):
            return self._by_name(args[1], node, path, manner)
        if kind is Change:
            return self._change(node, path)
        if is_dataclass(kind) and isinstance(kind, type) and kind is not Week:
            return self._structure(kind, node, path, manner)
        return self._scalar(kind, node, path, manner)

    def _items(self, kind: Any, node: Node, path: str, manner: Manner) -> Any:
        """A list; a single value is a list of one."""
        if isinstance(node, Items):
            node = self._as_link(node)
        nodes: tuple[Node, ...] = node.items if isinstance(node, Items) else (node,)
        if manner.pairs:
            nodes = tuple(value for inner in nodes for value in named_values(kind, inner))
        elif isinstance(node, Keys):
            nodes = _dated_lines(kind, node) or lines_of(kind, node) or nodes
        elif isinstance(node, Text):
            nodes = listed(kind, node)
        read = [self._read(kind, inner, f"{path}.{n}", manner) for n, inner in enumerate(nodes)]
        self.read.unread.update(
            f"{path}.{n}"
            for n, inner in enumerate(nodes)
            if read[n] is ABSENT and not (isinstance(inner, Text) and inner.empty)
        )
        return tuple(value for value in read if value is not ABSENT)

    def _by_name(self, kind: Any, node: Node, path: str, manner: Manner) -> Any:
        """A mapping, also written as a list of `name: value` lines."""
        if isinstance(node, Text) and manner.lone:
            return {"": node.value.strip()}
        pairs: list[tuple[Text, Node]] = []
        for item in node.items if isinstance(node, Items) else (node,):
            match = isinstance(item, Text) and NAMED_LINE.fullmatch(item.value)
            if isinstance(item, Keys):
                pairs += item.pairs
            elif match:
                pairs.append((Text(match[1], item.place), Text(match[2], item.place)))
            elif not (isinstance(item, Text) and item.lost):
                found = describe(item)
                self.say(faults.wrong_type(item.place, _key(path), "lines `name: value`", found))
        values: dict[str, Any] = {}
        first: dict[str, Place] = {}
        for name, inner in pairs:
            id_ = bare_id(name.value) if manner.ids else name.value.strip()
            if id_ in first and name.value.strip():  # one goal in two spellings
                self.say(faults.equal_keys(name.place, name.value.strip(), first[id_].line))
                continue
            first[id_] = name.place
            value = self._filled(kind, inner, f"{path}.{id_}", replace(manner, ids=False))
            if value is not ABSENT:
                values[id_] = value
        return values

    def _structure(self, kind: type, node: Node, path: str, manner: Manner) -> Any:
        """A structured value: its mapping form, or its one-line short form."""
        key = _key(path)
        if isinstance(node, Items) and kind is not Advance:
            node = self._as_link(node)
        if isinstance(node, Items) and manner.joined:
            parts = [part.value for part in node.items if isinstance(part, Text)]
            if len(parts) == len(node.items):
                lost = any(isinstance(part, Text) and part.lost for part in node.items)
                node = Text(", ".join(parts), node.place, lost=lost)
        if isinstance(node, Items):
            self.say(faults.wrong_type(node.place, key, "one line or a mapping", "a list"))
            return ABSENT
        if isinstance(node, Text):
            return self._short_form(kind, node, key)
        if isinstance(node, Keys) and len(node.pairs) == 1:
            line = next(iter(_dated_lines(kind, node) or lines_of(kind, node)), node)
            if isinstance(line, Text):
                return self._short_form(kind, line, key)
            node = line if isinstance(line, Keys) else node
        ours = in_our_parts(kind, node)
        self.read.findings += ours.findings
        pairs, words = self._ends(kind, ours.keys, path)
        before = len(self.read.findings)
        values = self.mapping(kind, pairs, f"{path}.", set()) | ours.numbers | words
        self.read.unread.update(f"{path}.{name}" for name in ours.unread)
        for item in key_fields(kind):
            required = item.default is None and "None" not in str(item.type)
            if required and item.name not in values:
                if f"{path}.{item.name}" not in self.read.unread:  # which is told already
                    self.say(faults.missing_part(node.place, key, name_of(item)))
                    self._tell_once(before)
                return ABSENT
        self._tell_once(before)
        return kind(**values)

    def _tell_once(self, before: int) -> None:
        """Of what is told of the keys of one mapping since so many findings, only the first cause.

        That is a slip in a key, else the part that is missing, else a part that nobody knows.
        """
        new = self.read.findings[before:]
        causes = [
            [one for one in new if one.code == code]
            for code in (_SLIP_IN_KEY, _NO_PART, _NO_SUCH_PART)
        ]
        first = next((some[0] for some in causes if some), None)
        rest = {id(one) for some in causes for one in some if one is not first}
        self.read.findings[before:] = [one for one in new if id(one) not in rest]

    def _ends(self, kind: type, keys: Keys, path: str) -> tuple[Keys, dict[str, str]]:
        """The mapping with its first and last day as days, each read as in the one line.

        With the words from which the due day was counted. An end that cannot be read is told here
        and left out; it leaves the other as it is.
        """
        if kind not in {Window, Milestone}:
            return keys, {}
        nodes = ((folded(k.value), v) for k, v in keys.pairs if isinstance(v, Text))
        said = {name: node for name, node in nodes if not (node.empty or node.lost)}
        texts = {
            name: said[name].value
            for name in ("start", "due")
            if name in said and not placeholder(said[name], self.lines)
        }
        if kind is Milestone:
            texts.pop("start", None)
        first, window = parse_ends(texts.get("start", ""), texts.get("due", ""))
        last = window.due if isinstance(window, Window) else window
        pairs, found = list(keys.pairs), {}
        for name, day in (("start", first), ("due", last)):
            if name not in texts or not isinstance(parse_date(texts[name]), Misread):
                continue  # a day in figures may be told as one with slashes
            node, at = said[name], f"{path}.{name}"
            if day is None and isinstance(window, Window) and kind is Window:
                found["words"] = window.words  # counted from another day, which is not known yet
            elif not isinstance(day, date):
                misread = day or parse_date(texts[name])
                tell(misread, node, name, self.say)
                self.read.unread.add(at)
            elif isinstance(window, Window) and name == "due" and window.words:
                found["words"] = window.words
            self.read.places[at] = node.place
            key = next(k for k, v in pairs if v is node)
            pairs = [(k, v) for k, v in pairs if v is not node]
            if isinstance(day, date):
                pairs.append((key, Text(str(day), node.place)))
        return Keys(tuple(pairs), keys.place), found

    def _short_form(self, kind: type, node: Text, key: str) -> Any:
        if node.lost:
            return ABSENT
        if kind is Declared and re.fullmatch(r"[\w-]+", node.value.strip()):
            state = read_word(State, node, key, self.say)
            return state if state is ABSENT else Declared(state)
        if kind not in SHORT_FORMS:
            self.say(faults.wrong_type(node.place, key, "a mapping", "a text"))
            return ABSENT
        if len(node.value) > LONGEST:
            remedy = "write it shorter, and the rest in the text below the front matter"
            self.say(faults.short_form(node.place, key, node.value[:40] + "…", remedy))
            return ABSENT
        return tell(SHORT_FORMS[kind](node.value), node, key, self.say)

    def _change(self, node: Node, path: str) -> Any:
        """A change: its day and reason, and what any other fields of the file held before."""
        key = _key(path)
        if not isinstance(node, Keys):
            found = describe(node)
            self.say(faults.wrong_type(node.place, key, "a mapping with `date`", found))
            return ABSENT
        own = names_of(Change)
        mine = Keys(tuple((k, v) for k, v in node.pairs if folded(k.value) in own), node.place)
        own |= {"visibility"}  # nobody saw less of a goal before: `visibility` tells it
        rest = Keys(tuple((k, v) for k, v in node.pairs if folded(k.value) not in own), node.place)
        values = self.mapping(Change, mine, f"{path}.", set())
        before = self.mapping(self.cls, rest, f"{path}.", set())
        if "date_" not in values:
            self.say(faults.missing_part(node.place, key, "date"))
            return ABSENT
        return Change(**values, before=tuple(before.items()))

    def _scalar(self, kind: Any, node: Node, path: str, manner: Manner) -> Any:
        if kind is str and isinstance(node, Items):
            node = self._as_link(node)
        value = read_scalar(kind, node, _key(path), manner, self.say)
        return bare_id(value) if manner.ids and isinstance(value, str) else value

    def _day_or_yes(self, node: Node, path: str, manner: Manner) -> Any:
        """A day, or just yes or no."""
        if isinstance(node, Text) and node.value.strip().lower() in TRUE | FALSE:
            return read_bool(node, _key(path), self.say)
        return self._scalar(date, node, path, manner)

    def _as_link(self, node: Items) -> Node:
        """A `[[link]]` that YAML took for a list within a list, as the text that was meant."""
        inner = node.items[0] if len(node.items) == 1 else None
        target = inner.items[0] if isinstance(inner, Items) and len(inner.items) == 1 else None
        if not isinstance(target, Text) or not target.value:
            return node
        self.say(faults.unquoted_link(node.place, target.value))
        return Text(f"[[{target.value}]]", node.place, quoted=True)


_AND = re.compile(r"\s*(?:,|(?<!\S)(?:and|und|&)(?!\S))\s*", re.IGNORECASE)


def listed(kind: Any, node: Text) -> tuple[Text, ...]:
    """A line as the list that it is: editors without a list field write `tags: health, summer`.

    A comma in a day (`March 2, 2026`) parts no two.
    """
    if kind is date and isinstance(parse_date(node.value), Misread):
        parts = [part for part in _AND.split(node.value) if part]
    elif kind is str and not node.quoted and "," in node.value:
        parts = [part.strip() for part in node.value.split(",")]
    else:
        return (node,)
    return tuple(replace(node, value=part) for part in parts) or (node,)


def _dated_lines(kind: Any, node: Keys) -> tuple[Text, ...]:
    """Pairs of a day and what is said of it, each as one line; none where any is another."""
    if kind not in _DATED or not node.pairs:
        return ()
    lines = []
    for key, value in node.pairs:
        if not isinstance(value, Text) or isinstance(parse_date(key.value), Misread):
            return ()
        line = f"{key.value.strip()} {value.value.strip()}"
        lines.append(Text(line, value.place, lost=value.lost))
    return tuple(lines)


def _key(path: str) -> str:
    """The key that a place is spoken of by: the last that is not a number in a list."""
    steps = (step for step in reversed(path.split(".")) if not step.isdigit())
    return next(steps).rstrip("_")
