"""YAML read into nodes that know their place, with every scalar as the text that was written.

In: a block of YAML. Out: `Text`, `Items` and `Keys`, and findings with their usual causes named.
PyYAML's C parser gives the events; tags are never resolved, so `no`, `12:30` and `010` stay text.
Where YAML gives up, each top-level key is read by itself, so that one slip costs one key.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import yaml

from milepost.addresses import STEERING
from milepost.findings import Finding, Place
from milepost.journal import faults
from milepost.journal.numbers import FRACTIONS, SCALE, without_comma
from milepost.journal.prose import uncommented

DEEPEST = 20
_LOADER: type[yaml.BaseLoader] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_SEEN = 500
"""Characters of a line in which a cause is looked for."""
_TYPOGRAPHIC = "“”„‟«»‘’"


@dataclass(frozen=True, slots=True)
class Text:
    """A scalar: the text as written, and whether it stood between quotes.

    One that is `lost` was written and cannot be read, which is told; nothing of it is kept.
    """

    value: str
    place: Place
    quoted: bool = False
    lost: bool = False

    @property
    def empty(self) -> bool:
        """Whether nothing was written, or YAML's word for nothing."""
        if self.quoted or self.lost:
            return False
        return self.value.strip() in {"", "~", "null", "Null", "NULL"}


@dataclass(frozen=True, slots=True)
class Items:
    """A list, which may be `flow`: written between brackets, with a comma behind each item."""

    items: tuple[Node, ...]
    place: Place
    flow: bool = False


@dataclass(frozen=True, slots=True)
class Keys:
    """A mapping: keys in the order of the file, each once."""

    pairs: tuple[tuple[Text, Node], ...]
    place: Place


Node = Text | Items | Keys


def read(path: str, block: str, first_line: int) -> tuple[Keys | None, list[Finding]]:
    """The mapping that a block holds; None when it is empty or something else."""
    if not re.search(r"^\s*[^\s#]", block, re.MULTILINE):
        return None, []
    reader = _Reader(path, first_line)
    try:
        node = reader.build(block)
    except yaml.YAMLError as error:
        first = reader.explain(error, block)
        return _piecewise(path, block, first_line, first)
    if node is None or isinstance(node, Keys):
        return node, reader.findings
    what = "a list" if isinstance(node, Items) else "a text"
    return None, [*reader.findings, faults.not_keys(node.place, what)]


def scalar(value: str, place: Place, *, quoted: bool) -> tuple[Text, list[Finding]]:
    """A value without comments, and without unseen signs, which only an escape can have brought."""
    findings = []
    found = uncommented(value)
    if found.unclosed is not None:
        findings.append(faults.comment_unclosed(place))
    if unseen := STEERING.search(found.text):
        findings.append(faults.control_character(place, ord(unseen[0])))
    text = unicodedata.normalize("NFC", STEERING.sub(" ", found.text))
    return Text(text, place, quoted), findings


def distinct(
    pairs: list[tuple[Text, Node]],
) -> tuple[tuple[tuple[Text, Node], ...], list[Finding]]:
    """The pairs with each key once, the first of equals; findings say where others stand."""
    findings = []
    seen: dict[str, Text] = {}
    kept: list[tuple[Text, Node]] = []
    for key, value in pairs:
        name = folded(key.value)
        if name in seen:
            line, private = seen[name].place.line, name == "visibility"
            findings.append(faults.equal_keys(key.place, key.value, line, private=private))
            if private:  # two answers to "who may see this": trust neither
                kept = [(k, v) for k, v in kept if folded(k.value) != name]
                kept.append((key, Text("private", key.place)))
            continue
        seen[name] = key
        kept.append((key, value))
    return tuple(kept), findings


def plain(node: Node) -> object:
    """The node as text, lists and mappings of text, for `extra`."""
    if isinstance(node, Text):
        return node.value
    if isinstance(node, Items):
        return [plain(item) for item in node.items]
    return {key.value: plain(value) for key, value in node.pairs}


def _piecewise(
    path: str, block: str, first_line: int, first: Finding
) -> tuple[Keys | None, list[Finding]]:
    """Each top-level key by itself, after the whole could not be read."""
    lines = block.split("\n")
    starts = [n for n, line in enumerate(lines) if re.match(r"[^\s#\]}-]", line)]
    findings: list[Finding] = []
    pairs: list[tuple[Text, Node]] = []
    for start, end in pairwise([*starts, len(lines)]):
        part = "\n".join(lines[start:end])
        reader = _Reader(path, first_line + start)
        try:
            node = reader.build(part)
        except yaml.YAMLError as error:
            findings.append(reader.explain(error, part))
            continue
        findings += reader.findings
        if isinstance(node, Keys):
            pairs += node.pairs
    if not any(finding.code == faults.broken_yaml.rule.code for finding in findings):
        findings.append(first)
    kept, told = distinct(pairs)
    place = Place(path, first_line)
    return (Keys(kept, place) if kept else None), findings + told


_FIGURE = re.compile(rf"[\d{FRACTIONS}]")
_NUMBER = re.compile(rf"(?:\d+(?:\.\d+)?|(?:\d+\s?)?[{FRACTIONS}])(?:{SCALE}!?|\s.*)")


def adjoins(one: Text, other: Text) -> bool:
    """Whether nothing but a comma stands between two texts: no blank, no end of a line."""
    end = one.place.end_column if one.value else one.place.column
    return one.place.end_line == other.place.line and end + 1 == other.place.column


def begins_with_figure(text: Text) -> bool:
    """Whether a text begins as the rest of a number does."""
    return _FIGURE.match(text.value) is not None


def cut_in_two(pieces: Sequence[Text], around: str) -> tuple[Text, Finding]:
    """What a value is that commas cut in pieces, and what is told; `around` says between what."""
    whole = ",".join(piece.value for piece in pieces)
    message = f"between {around} the comma in “{whole}” ends the value"
    end = pieces[-1].place
    place = replace(pieces[0].place, end_line=end.end_line, end_column=end.end_column)
    lost = Text("", place, lost=True)
    return lost, faults.not_a_number(place, message, without_comma(whole))


def goes_on(before: Text, key: Text) -> bool:
    """Whether a piece behind a key's value, with no colon of its own, is the rest of that value.

    No goal is named by a number; and where no blank parts a figure from a comma, one number was
    written, or words that are cut as well.
    """
    if key.quoted or not begins_with_figure(key):
        return False
    figures = _FIGURE.search(before.value) is not None
    return adjoins(before, key) or (figures and _NUMBER.fullmatch(key.value) is not None)


class _Reader:
    """Turns events into nodes; holds nothing but the findings it gathers.

    `too_deep` says that a value was cut off for its depth; it then counts as not written.
    """

    def __init__(self, path: str, first_line: int) -> None:
        self.path = path
        self.first_line = first_line
        self.lines: list[str] = []
        self.findings: list[Finding] = []
        self.too_deep = False

    def build(self, block: str) -> Node | None:
        """The node of the block's first document; raises `yaml.YAMLError`."""
        self.lines = block.split("\n")
        events = yaml.parse(block, Loader=_LOADER)
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                node = self._node(next(events), events, 0)
                for _ in events:  # what follows must be YAML too
                    pass
                return node
        return None

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Node:
        place = self._place(event)
        if isinstance(event, yaml.AliasEvent):
            self.findings.append(faults.anchors(place, "*"))
            return Text("", place)
        self._refuse(event, place)
        if isinstance(event, yaml.ScalarEvent):
            text, told = scalar(event.value, place, quoted=event.style in {"'", '"'})
            self.findings += told
            return text
        if depth >= DEEPEST:
            if not self.too_deep:
                self.findings.append(faults.too_deep(place, DEEPEST))
            self.too_deep = True
            _skip(events)
            return Text("", place)
        if isinstance(event, yaml.SequenceStartEvent):
            items = []
            while not isinstance(inner := next(events), yaml.SequenceEndEvent):
                items.append(self._node(inner, events, depth + 1))
            flow = bool(getattr(event, "flow_style", False))
            return Text("", place) if self.too_deep else Items(tuple(items), place, flow)
        pairs: list[tuple[Text, Node]] = []
        while not isinstance(inner := next(events), yaml.MappingEndEvent):
            key = self._node(inner, events, depth + 1)
            pairs.append((_as_key(key), self._node(next(events), events, depth + 1)))
            self.too_deep = self.too_deep and depth > 0
        if self.too_deep:
            return Text("", place)
        kept, told = distinct(self._uncut(pairs) if getattr(event, "flow_style", False) else pairs)
        self.findings += told
        return Keys(kept, place)

    def _uncut(self, pairs: list[tuple[Text, Node]]) -> list[tuple[Text, Node]]:
        """The pairs without the values that a comma between braces cut in pieces, each told once.

        No piece of such a value is read, since its head alone is another number.
        """
        kept: list[tuple[Text, Node]] = []
        pieces: list[Text] = []
        for key, value in pairs:
            bare = self._is_bare(key, value)
            if pieces and bare and goes_on(pieces[-1], key):
                pieces.append(key)
                continue
            self._tell_cut(kept, pieces)
            kept.append((key, value))
            pieces = [value] if isinstance(value, Text) and not bare else []
        self._tell_cut(kept, pieces)
        return kept

    def _is_bare(self, key: Text, value: Node) -> bool:
        """Whether a key stands between braces without a colon; its place tells, and no event."""
        if not isinstance(value, Text) or value.value:
            return False
        number = key.place.end_line - self.first_line
        line = "".join(self.lines[number : number + 1])
        return not line[key.place.end_column - 1 :].lstrip().startswith(":")

    def _tell_cut(self, kept: list[tuple[Text, Node]], pieces: Sequence[Text]) -> None:
        """Put a value that was cut for the last one, and tell it."""
        if len(pieces) > 1:
            lost, told = cut_in_two(pieces, "braces")
            kept[-1] = (kept[-1][0], lost)
            self.findings.append(told)

    def _refuse(self, event: yaml.Event, place: Place) -> None:
        if getattr(event, "anchor", None):
            self.findings.append(faults.anchors(place, "&"))
        tag = getattr(event, "tag", None)
        if tag and tag != "!":
            self.findings.append(faults.custom_tag(place, tag))

    def _place(self, event: yaml.Event) -> Place:
        start, end = event.start_mark, event.end_mark
        if start is None or end is None:
            return Place(self.path, self.first_line)
        if isinstance(event, yaml.CollectionStartEvent) or end.line < start.line:
            end = start
        return Place(
            self.path,
            self.first_line + start.line,
            start.column + 1,
            self.first_line + end.line,
            max(end.column + 1, start.column + 2 if end.line == start.line else 1),
        )

    def explain(self, error: yaml.YAMLError, block: str) -> Finding:
        """The finding for what the parser says, with the usual causes named."""
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        lines = block.split("\n")
        line = min(mark.line, len(lines) - 1) if mark else 0
        column = mark.column if mark else 0
        while line and not lines[line].strip():
            line -= 1
            column = 0
        for number in dict.fromkeys((line, max(line - 1, 0))):
            if cause := _cause(lines[number]):
                message, remedy, start = cause
                place = Place(self.path, self.first_line + number, start + 1, 0, start + 2)
                return faults.broken_yaml(place, message, remedy)
        place = Place(self.path, self.first_line + line, column + 1)
        problem = getattr(error, "problem", None) or "this is not YAML"
        return faults.broken_yaml(
            place,
            f"YAML cannot read this: {problem}",
            "put the value between quotes, and write one `key: value` a line",
        )


_CAUSES: tuple[tuple[str, str, str], ...] = (
    (r"<%", "`<%` opens a template that was never run", "write the value in its place"),
    (r"\{\{|\{%", "`{{` opens a template that was never run", "write the value in its place"),
    (r"\t", "a tab stands here, which YAML does not allow", "type spaces in its place"),
    (
        r"(?<=: )\[\[|(?<=- )\[\[",
        "a `[[link]]` without quotes is a list to YAML",
        'put the whole value between quotes: `"[[id]], value NAME"`',
    ),
    (
        r"(?<=: )[@`%]|(?<=- )[@`%]",
        "a value cannot start with this sign without quotes",
        "put the whole value between quotes",
    ),
    (
        rf"(?<=: )[{_TYPOGRAPHIC}]",
        "typographic quotes are letters to YAML",
        'write straight quotes: `"…"`',
    ),
    (
        r"""(?<=: )["'](?=[^"']*$)|(?<=- )["'](?=[^"']*$)""",
        "a quote is opened here and never closed",
        "close it, or leave both out",
    ),
    (
        r"""(?<=: )(["'])(?:(?!\1).)*\1(?=\s*[^\s#,\]}])""",
        "words follow the closing quote of this value",
        "put all of it between the quotes, or none of it",
    ),
    (
        r"(?<=: )\[(?=[^\]]*$)|(?<=: )\{(?=[^}]*$)",
        "a bracket is opened here and never closed",
        "close it, or put the value between quotes",
    ),
)


def _cause(line: str) -> tuple[str, str, int] | None:
    """The usual slip that a line shows, its remedy, and where it stands."""
    line = line[:_SEEN]
    for pattern, message, remedy in _CAUSES:
        if match := re.search(pattern, line):
            return message, remedy, match.start()
    colons = [match.start() for match in re.finditer(r":\s", line)]
    if len(colons) > 1:
        message = "a colon and a space within a value start a new key to YAML"
        return message, "put the whole value between quotes", colons[1]
    return None


def _as_key(node: Node) -> Text:
    if isinstance(node, Text):
        return node
    inner = node.items[0] if isinstance(node, Items) and len(node.items) == 1 else None
    if isinstance(inner, Items) and len(inner.items) == 1 and isinstance(inner.items[0], Text):
        return Text(f"[[{inner.items[0].value}]]", node.place)  # an unquoted [[id]] as a key
    return Text(str(plain(node)), node.place)


def _skip(events: Iterator[yaml.Event]) -> None:
    depth = 1
    while depth:
        event = next(events)
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)


def folded(key: str) -> str:
    """A key as it is compared: without regard to case, or to `-` and space against `_`."""
    return re.sub(r"[-\s]", "_", key.strip().casefold())
