"""Nodes to values, by the annotations of one dataclass per kind of file.

In: a mapping of nodes and a dataclass whose fields were made with `key`. Out: the values by field
name, the place of every one of them, the unknown keys, and findings. The same annotations make the
messages, the suggestions and the manual's reference.
"""

from __future__ import annotations

import re
import types
from collections.abc import Iterable, Mapping
from dataclasses import Field, dataclass, field, fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from milepost.findings import Finding, Place
from milepost.journal import faults
from milepost.journal.nodes import Items, Keys, Node, Text, folded, plain
from milepost.journal.numbers import parse_hours
from milepost.journal.scalars import (
    ABSENT,
    FALSE,
    TRUE,
    describe,
    nearest,
    read_bool,
    read_quantity,
    read_scalar,
    read_word,
    tell,
)
from milepost.journal.shortforms import SHORT_FORMS, bare_id
from milepost.journal.values import Advance, Change, Declared, Week
from milepost.journal.words import State

_PLACEHOLDER = re.compile(
    r"(?:YYYY|yyyy|JJJJ|AAAA)\b.*|<[^<>]+>|\.{3}|…|TODO|TBD|FIXME|XXX|.*\{\{.*\}\}.*|.*<%.*%>.*"
)
_LONGEST = 2000
"""Characters of a one-line value, far above what anybody writes."""
_IDS = {"serves", "progress", "hours", "confidence", "skip", "replaced_by"}


@dataclass
class Read:
    """What came of reading one mapping; filled while it is read, then only passed on."""

    values: dict[str, Any] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    extra: dict[str, object] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


def written(cls: type) -> tuple[Field[Any], ...]:
    """The fields of a dataclass that people write."""
    return tuple(item for item in fields(cls) if "doc" in item.metadata)


def name_of(item: Field[Any]) -> str:
    """The key under which a field is written."""
    return item.name.rstrip("_")


@cache
def _hints(cls: type) -> Mapping[str, Any]:
    return get_type_hints(cls)


def read_fields(
    cls: type,
    keys: Keys | None,
    lines: list[str],
    *,
    known: Iterable[str] = (),
    parts: type | None = None,
) -> Read:
    """Read a mapping as the fields of `cls`.

    `lines` is the file, for what YAML does not tell; `known` are keys that others read; `parts` is
    the dataclass whose fields a `Change` may hold.
    """
    reader = _Fields(lines, parts or cls)
    reader.mapping(cls, keys, "", set(known))
    return reader.read


class _Fields:
    """One reading: knows the file's lines, gathers places and findings."""

    def __init__(self, lines: list[str], parts: type) -> None:
        self.lines = lines
        self.parts = parts
        self.read = Read()

    def say(self, finding: Finding) -> None:
        self.read.findings.append(finding)

    # --- mappings ---------------------------------------------------------------------------

    def mapping(self, cls: type, keys: Keys | None, path: str, known: set[str]) -> dict[str, Any]:
        """The values of the fields of `cls`, by field name; unknown keys are kept and told."""
        names = {name_of(item): item for item in written(cls)}
        values: dict[str, Any] = {}
        for key, node in keys.pairs if keys else ():
            name = folded(key.value)
            if name in known:
                continue
            if name not in names:
                self._unknown(key, node, list(names), path)
                continue
            item = names[name]
            value = self._field(item, _hints(cls)[item.name], node, f"{path}{item.name}")
            if value is not ABSENT:
                values[item.name] = value
        if not path:
            self.read.values = values
        return values

    def _unknown(self, key: Text, node: Node, names: list[str], path: str) -> None:
        if not path:
            self.read.extra[key.value] = plain(node)
        near = nearest(folded(key.value), names)
        if near:
            self.say(faults.misspelt_key(key.place, key.value, near))
        else:
            self.say(faults.unknown_key(key.place, key.value))

    def _field(self, item: Field[Any], kind: Any, node: Node, path: str) -> Any:
        self.read.places[path] = node.place
        if isinstance(node, Text):
            self._look_behind(node)
        if self._blank(node):
            return ABSENT
        if item.name == "hours_per_week" or (item.name == "hours" and "." in path):
            return read_quantity(parse_hours, node, name_of(item), self.say)
        return self.value(kind, node, path)

    def _blank(self, node: Node) -> bool:
        """Whether nothing is written, or a placeholder that is told and then left out."""
        if not isinstance(node, Text):
            start = self._source(node.place)
            if start.startswith(("{{", "<%")):
                self.say(faults.placeholder(node.place, start.strip()))
                return True
            return False
        if node.empty:
            return True
        if len(node.value) < _LONGEST and _PLACEHOLDER.fullmatch(node.value.strip()):
            self.say(faults.placeholder(node.place, node.value.strip()))
            return True
        return False

    def _source(self, place: Place) -> str:
        line = self.lines[place.line - 1] if place.line <= len(self.lines) else ""
        return line[place.column - 1 :]

    def _look_behind(self, node: Text) -> None:
        """Say what YAML drops or keeps without a word: `#tag`, typographic quotes."""
        place = node.place
        if place.end_line > len(self.lines) or "\n" in node.value:
            return
        rest = self.lines[place.end_line - 1][place.end_column - 1 :]
        if not node.value:
            rest = self.lines[place.line - 1].partition(":")[2]
        if match := re.match(r"\s*(#[^\s#].*)", rest):
            if node.value and not re.match(r"\s", rest):
                return
            self.say(faults.hash_comment(place, match[1].strip()))
        if not node.quoted and re.match(r"[“„«‘]", node.value) and len(node.value) > 1:
            self.say(faults.typographic_quotes(place, node.value[0]))

    # --- values -----------------------------------------------------------------------------

    def value(self, kind: Any, node: Node, path: str) -> Any:
        """The value of a type; `ABSENT` when it cannot be read, which is then told."""
        origin, args = get_origin(kind), get_args(kind)
        if origin in {Union, types.UnionType}:
            options = [option for option in args if option is not type(None)]
            if set(options) == {bool, date}:
                return self._done(node, path)
            return self.value(options[0], node, path)
        if origin is tuple:
            return self._items(args[0], node, path)
        if origin is not None and issubclass(origin, Mapping):
            return self._bydescribe(args[1], node, path)
        if kind is Change:
            return self._change(node, path)
        if is_dataclass(kind) and isinstance(kind, type) and kind is not Week:
            return self._structure(kind, node, path)
        return self._scalar(kind, node, path)

    def _items(self, kind: Any, node: Node, path: str) -> Any:
        """A list; a single value is a list of one, a mapping of a skill a list of its pairs."""
        if isinstance(node, Items) and (target := _unquoted_link(node)):
            self.say(faults.unquoted_link(node.place, target))
            nodes: tuple[Node, ...] = (Text(f"[[{target}]]", node.place, quoted=True),)
        elif isinstance(node, Items):
            nodes = node.items
        elif isinstance(node, Keys) and "skill" in {item.name for item in _fields_of(kind)}:
            nodes = tuple(
                Text(f"{key.value} {value.value}", value.place)
                for key, value in node.pairs
                if isinstance(value, Text)
            )
        elif isinstance(node, Text) and kind is str and not node.quoted and "," in node.value:
            # Editors without a list field write `tags: health, summer`.
            nodes = tuple(Text(part.strip(), node.place) for part in node.value.split(","))
        else:
            nodes = (node,)
        found = []
        for index, inner in enumerate(nodes):
            place = f"{path}.{index}"
            self.read.places[place] = inner.place
            if isinstance(inner, Text):
                self._look_behind(inner)
            if self._blank(inner):
                continue
            value = self.value(kind, inner, place)
            if value is not ABSENT:
                found.append(value)
        return tuple(found)

    def _bydescribe(self, kind: Any, node: Node, path: str) -> Any:
        """A mapping, also written as a list of `name: value` lines."""
        pairs: list[tuple[Text, Node]] = []
        key = path.rpartition(".")[2]
        if isinstance(node, Keys):
            pairs = list(node.pairs)
        elif isinstance(node, Text) and key == "theme":
            return {"": node.value.strip()}
        else:
            for item in node.items if isinstance(node, Items) else (node,):
                match = isinstance(item, Text) and re.fullmatch(
                    r"\s*(\[\[[^\]]*\]\]|[^:\s]+)\s*:\s*(.+)", item.value
                )
                if isinstance(item, Keys):
                    pairs += item.pairs
                elif match:
                    pairs.append((Text(match[1], item.place), Text(match[2], item.place)))
                else:
                    self.say(
                        faults.wrong_type(item.place, key, "lines `name: value`", describe(item))
                    )
        found: dict[str, Any] = {}
        for name, inner in pairs:
            id_ = bare_id(name.value) if key in _IDS else name.value.strip()
            self.read.places[f"{path}.{id_}"] = inner.place
            if self._blank(inner):
                continue
            value = read_quantity(parse_hours, inner, key, self.say) if key == "hours" else ABSENT
            if key != "hours":
                value = self.value(kind, inner, f"{path}.{id_}")
            if value is not ABSENT:
                found[id_] = value
        return found

    def _structure(self, kind: type, node: Node, path: str) -> Any:
        """A structured value: its mapping form, or its one-line short form."""
        key = next(part for part in reversed(path.split(".")) if not part.isdigit())
        if isinstance(node, Items) and kind is not Advance and (target := _unquoted_link(node)):
            self.say(faults.unquoted_link(node.place, target))
            node = Text(f"[[{target}]]", node.place, quoted=True)
        if isinstance(node, Items):
            parts = [part for part in node.items if isinstance(part, Text)]
            if len(parts) == len(node.items) and key in {"relevant", "achievable"}:
                node = Text(", ".join(part.value for part in parts), node.place)
        if isinstance(node, Items):
            self.say(faults.wrong_type(node.place, key, "one line or a mapping", "a list"))
            return ABSENT
        if isinstance(node, Text):
            if kind is Declared and re.fullmatch(r"[\w-]+", node.value.strip()):
                state = read_word(State, node, key, self.say)
                return state if state is ABSENT else Declared(state)
            if kind not in SHORT_FORMS:
                self.say(faults.wrong_type(node.place, key, "a mapping", "a text"))
                return ABSENT
            if len(node.value) > _LONGEST:
                remedy = "write it shorter, and the rest in the text below the front matter"
                self.say(faults.short_form(node.place, key, node.value[:40] + "…", remedy))
                return ABSENT
            return tell(SHORT_FORMS[kind](node.value), node, key, self.say)
        values = self.mapping(kind, node, f"{path}.", set())
        for item in written(kind):
            required = item.default is None and "None" not in str(item.type)
            if required and item.name not in values:
                self.say(faults.missing_part(node.place, key, name_of(item)))
                return ABSENT
        return kind(**values)

    def _change(self, node: Node, path: str) -> Any:
        """A change: its day and reason, and what any other fields of the goal held before."""
        if not isinstance(node, Keys):
            self.say(
                faults.wrong_type(node.place, "changes", "a mapping with `date`", describe(node))
            )
            return ABSENT
        own = {name_of(item) for item in written(Change)}
        mine = Keys(tuple((k, v) for k, v in node.pairs if folded(k.value) in own), node.place)
        rest = Keys(tuple((k, v) for k, v in node.pairs if folded(k.value) not in own), node.place)
        values = self.mapping(Change, mine, f"{path}.", set())
        before = self.mapping(self.parts, rest, f"{path}.", set())
        if "date_" not in values:
            self.say(faults.missing_part(node.place, "changes", "date"))
            return ABSENT
        return Change(**values, before=tuple(before.items()))

    def _scalar(self, kind: Any, node: Node, path: str) -> Any:
        steps = [step.rstrip("_") for step in path.split(".")]
        key = next(step for step in reversed(steps) if not step.isdigit())
        if kind is str and isinstance(node, Items) and (target := _unquoted_link(node)):
            self.say(faults.unquoted_link(node.place, target))
            node = Text(f"[[{target}]]", node.place, quoted=True)
        value = read_scalar(kind, node, key, self.say)
        return bare_id(value) if key in _IDS and steps[0] != "skip" and kind is str else value

    def _done(self, node: Node, path: str) -> Any:
        """A milestone is reached on a day, or just reached."""
        if isinstance(node, Text) and node.value.strip().lower() in TRUE | FALSE:
            return read_bool(node, "done", self.say)
        return self._scalar(date, node, path)


def _fields_of(kind: Any) -> tuple[Field[Any], ...]:
    return fields(kind) if is_dataclass(kind) else ()


def _unquoted_link(node: Items) -> str:
    """The target of a `[[link]]` that YAML took for a list within a list."""
    inner = node.items[0] if len(node.items) == 1 else None
    if isinstance(inner, Items) and len(inner.items) == 1 and isinstance(inner.items[0], Text):
        return inner.items[0].value
    return ""
