"""Where one value is written into the front matter of an entry, in whatever form that has.

In: the text of a file, and the keys down to a value: `hours`, then a goal. Out: texts that say it,
the one that fits best first, each with nothing else changed. Whoever asks reads them again and
takes the first that says what was meant.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from milepost.journal import documents
from milepost.journal.nodes import Items, Keys, Node, Text, folded
from milepost.journal.other_words import named_in
from milepost.rewriting.source import Edit, Source

Same = Callable[[str], bool]
"""Whether a name, as it is written, is the one that is looked for."""
_FENCE = re.compile(r"\s*(?:---|\.\.\.)\s*")
_PLAIN = re.compile(r"[\w+=.-](?:[^:#\[\]{}&*|>'\"%@`,]|:(?=\S))*")
"""What means the same with and without quotes, in a line and between braces."""
_LINE = re.compile(r"(\s*(?:\[\[[^\]]*\]\]|[^:\s]+)\s*:\s*)(.+)")
"""A line of a list that is a text: `- "earn-pmp: 34"`."""


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a value stands: `key`, or `name` below it, or `part` of what stands there.

    `name` is written as it is here; `same` tells it in other spellings. `on_top` says that the name
    is a key of its own, at the top.
    """

    key: str
    name: str = ""
    part: str = ""
    same: Same = bool
    on_top: bool = False


def held_in(source: Source, slot: Slot) -> tuple[Text, Node] | None:
    """The key and the value that stand in a slot; None where it is not written."""
    keys = _keys(source)
    top = _top(keys, slot.key) if keys else None
    if not slot.name:
        return top
    if slot.on_top:
        found = _pair(keys, slot.same) if keys else None
    else:
        found = _named(top[1], slot.same) if top else None
    if found is None or not slot.part:
        return found
    part = slot.part
    return _pair(found[1], lambda one: folded(one) == part) if isinstance(found[1], Keys) else None


def placed(source: Source, slot: Slot, value: str) -> Iterator[Source]:
    """Texts in which a slot holds a value, which may need quotes."""
    for written in _spellings(value):
        yield from _ways(source, slot, written)


def as_yaml(value: str) -> str:
    """A value as it can be written behind a key."""
    return (
        value
        if _PLAIN.fullmatch(value) and "\n" not in value
        else json.dumps(value, ensure_ascii=False)
    )


def _spellings(value: str) -> Iterator[str]:
    """A value as YAML reads it back: plain where that is sure, and between quotes."""
    if _PLAIN.fullmatch(value):
        yield value
    yield json.dumps(value, ensure_ascii=False)


def _ways(source: Source, slot: Slot, value: str) -> Iterator[Source]:
    keys = _keys(source)
    top = _top(keys, slot.key) if keys else None
    found = held_in(source, replace(slot, part=""))
    if slot.part:
        if found:
            yield from _in_part(source, found, slot, value)
    elif found:
        yield from _over(source, *found, value)
    elif top and slot.name:
        yield from _below(source, *top, slot.name, value)
    elif slot.name:
        end = source.line_end
        yield from _new_lines(source, keys, (f"{slot.key}:{end}", f"  {_name(slot.name)}: {value}"))
    else:
        yield from _new_lines(source, keys, (f"{slot.key}: {value}",))


def _over(source: Source, key: Text, node: Node, value: str) -> Iterator[Source]:
    """A value in the place of another; of one with parts, in that of its `value`."""
    if isinstance(node, Keys):
        part = _pair(node, lambda one: folded(one) == "value")
        if part:
            yield from _over(source, *part, value)
        else:
            yield from _new_pair(source, node, "value", value)
        return
    if not isinstance(node, Text):
        return
    if node.empty and not node.value.strip():
        yield from _filled(source, key, value)
        return
    start, end = source.span(node.place)
    line = _LINE.fullmatch(node.value) if key.place == node.place else None
    old = (line[2] if line else node.value).strip()
    # Of a line of a list it is the end; quotes and comments around it stay.
    at = source.text.rfind(old, start, end) if line else source.text.find(old, start, end)
    if at >= 0:
        yield source.with_edits([Edit(at, at + len(old), value)])
    if _is_bare(source, node) and not line:
        yield source.with_edits([Edit(start, end, value)])


def _filled(source: Source, key: Text, value: str) -> Iterator[Source]:
    """A value behind a key that has none; a comment behind it stays where it is, if it can."""
    at = source.text.find(":", source.span(key.place)[1] - 1) + 1
    blanks = re.match(r"[ \t]*(?=#)", source.text[at:])
    spare = max(0, len(blanks[0]) - 1) if blanks else 0
    if at:
        yield source.with_edits([Edit(at, at + min(spare, len(value) + 1), f" {value}")])


def _in_part(source: Source, found: tuple[Text, Node], slot: Slot, value: str) -> Iterator[Source]:
    """A part beside a number: `{value: 1, note: …}` where only the number stood."""
    key, node = found
    if isinstance(node, Keys):
        part = held_in(source, slot)
        if part:
            yield from _over(source, *part, value)
        else:
            yield from _new_pair(source, node, slot.part, value)
        return
    if not isinstance(node, Text):
        return
    if not _is_bare(source, node):
        return
    line = _LINE.fullmatch(node.value) if key.place == node.place else None
    number = next(_spellings((line[2] if line else node.value).strip()))
    both = f"{{value: {number}, {slot.part}: {value}}}"
    name = f"{_name(line[1].strip().removesuffix(':').strip())}: " if line else ""
    yield source.with_edits([Edit(*source.span(node.place), f"{name}{both}")])


def _is_bare(source: Source, node: Text) -> bool:
    """Whether a value has nothing around it but quotes: no comment that would be lost with it."""
    written, value = source.written(node.place).strip(), node.value.strip()
    if written[:1] == "'" == written[-1:]:
        return written[1:-1].replace("''", "'").strip() == value
    return written.strip('" ') == value or written in _spellings(node.value)


def _below(source: Source, key: Text, node: Node, name: str, value: str) -> Iterator[Source]:
    """A name with its value among those that a key holds."""
    if isinstance(node, Keys):
        yield from _new_pair(source, node, name, value)
    elif isinstance(node, Items):
        yield from _new_item(source, node, name, value)
    elif node.empty:
        start, words, end = source.line(key.place.line)
        indent = " " * (key.place.column + 1)
        at = start + len(words) + len(end)
        line = f"{'' if end else source.line_end}{indent}{_name(name)}: {value}{end}"
        gone = []
        if node.value.strip():
            gone = [Edit(*source.span(node.place), "")]
        yield source.with_edits([*gone, Edit(at, at, line)])


def _new_pair(source: Source, keys: Keys, name: str, value: str) -> Iterator[Source]:
    """One more pair of a mapping: the last, or where that has no certain end the first."""
    pair = f"{_name(name)}: {value}"
    start = source.span(keys.place)[0]
    if source.text[start : start + 1] == "{":
        if keys.pairs and isinstance(last := keys.pairs[-1][1], Text) and last.value.strip():
            at = source.span(last.place)[1]
            yield source.with_edits([Edit(at, at, f", {pair}")])
        after = ", " if keys.pairs else ""
        yield source.with_edits([Edit(start + 1, start + 1, f"{pair}{after}")])
        return
    first = keys.pairs[0][0]
    yield from _new_line(source, first, keys, " " * (first.place.column - 1) + pair)


def _new_item(source: Source, items: Items, name: str, value: str) -> Iterator[Source]:
    """One more line of a list, written as those that are there."""
    start = source.span(items.place)[0]
    last = items.items[-1] if items.items else None
    as_text = last is None or isinstance(last, Text)
    line = f"{_name(name)}: {value}"
    if as_text:
        said = json.loads(value) if value.startswith('"') else value
        line = json.dumps(f"{name}: {said}", ensure_ascii=False)
    if source.text[start : start + 1] == "[":
        at = source.span(last.place)[1] if last and as_text else start + 1
        before, after = (", ", "") if last and as_text else ("", ", " if last else "")
        yield source.with_edits([Edit(at, at, f"{before}{line}{after}")])
    elif last and (dash := re.match(r"\s*-\s+", source.line(last.place.line)[1])):
        yield from _new_line(source, items.items[0], last, f"{dash[0]}{line}")


def _new_line(source: Source, first: Node, last: Node, line: str) -> Iterator[Source]:
    """A line below the last that a node has, or above the first."""
    begin, words, end = source.line(_last_line(last))
    at = begin + len(words) + len(end)
    line_end = source.line_end
    yield source.with_edits([Edit(at, at, f"{line}{end}" if end else f"{line_end}{line}")])
    at = source.line(first.place.line)[0]
    yield source.with_edits([Edit(at, at, f"{line}{line_end}")])


def _last_line(node: Node) -> int:
    if isinstance(node, Keys):
        return max((_last_line(value) for _, value in node.pairs), default=node.place.line)
    if isinstance(node, Items):
        return max(map(_last_line, node.items), default=node.place.line)
    place = node.place
    return place.end_line - (place.end_column == 1 and place.end_line > place.line)


def _new_lines(source: Source, keys: Keys | None, lines: tuple[str, ...]) -> Iterator[Source]:
    """Lines at the end of a front matter, or at its top, or in one that is made for them."""
    end = source.line_end
    indent = " " * (keys.pairs[0][0].place.column - 1) if keys and keys.pairs else ""
    text = "".join(f"{indent}{line}" for line in lines) + end
    closing = documents.take_apart("note.md", source.data).prose.line - 1
    start, words, _ = source.line(closing)
    if closing > 0 and _FENCE.fullmatch(words):
        yield source.with_edits([Edit(start, start, text)])
    if keys and keys.pairs:
        at, _, _ = source.line(keys.pairs[0][0].place.line)
        yield source.with_edits([Edit(at, at, text)])
    else:
        yield source.with_edits([Edit(0, 0, f"---{end}{text}---{end}")])


def _keys(source: Source) -> Keys | None:
    return documents.take_apart("note.md", source.data).keys


def _top(keys: Keys, key: str) -> tuple[Text, Node] | None:
    """The pair of one of our keys, under our name or in other words."""
    own = _pair(keys, lambda one: folded(one) == key)
    other = ((one.key, one.node) for one in named_in("entry", keys) if one.ours == key)
    return own or next(other, None)


def _named(node: Node, same: Same) -> tuple[Text, Node] | None:
    """The pair of a name, in a mapping or a list; of a line that is one text, that line twice."""
    if isinstance(node, Keys):
        return _pair(node, same)
    for item in node.items if isinstance(node, Items) else ():
        if isinstance(item, Keys) and (found := _pair(item, same)):
            return found
        line = _LINE.fullmatch(item.value) if isinstance(item, Text) else None
        if line and same(line[1].strip().removesuffix(":").strip()) and isinstance(item, Text):
            return item, item
    return None


def _pair(keys: Keys, same: Same) -> tuple[Text, Node] | None:
    return next((pair for pair in keys.pairs if same(pair[0].value)), None)


def _name(name: str) -> str:
    """A name as a key of YAML."""
    return name if re.fullmatch(r"[^\W\d][\w -]*\w", name) else json.dumps(name, ensure_ascii=False)
