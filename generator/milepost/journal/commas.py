"""Numbers of a journal whose language writes a comma before tenths, put with a point.

In: the keys of a file or of a line, the class of whose keys they are, the journal's language. Out:
the keys, in whose numbers `1,5` is `1.5`; and findings that name these numbers as they are written.
Elsewhere such a comma could part thousands, and is asked about. Whatever is no number is left as it
is written. Here too: numbers that such a comma cut in two between brackets, which are told.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from milepost.findings import Finding
from milepost.journal.fields import NAMED_LINE, names_of, type_of
from milepost.journal.languages import says_comma
from milepost.journal.nodes import (
    Items,
    Keys,
    Node,
    Text,
    adjoins,
    begins_with_figure,
    cut_in_two,
    folded,
    goes_on,
)
from milepost.journal.numbers import UNSURE, UNSURE_POINT, in_own_signs, pointed

_NUMBERS = (
    *("float", "Money", "Measure", "Effort", "Advance", "Noted", "Knot", "Milestone", "Bands"),
    *("Skill", "Ability", "Satisfaction"),
)
"""The types of keys that take numbers, as the model names them."""
_ON_A_SCALE = ("Skill", "Ability", "Satisfaction")
"""Those whose numbers stand behind a name."""
_WHOLE = "int"
"""The type of those that take whole ones, which are told to be so."""
_NUMBER_FIRST = ("Noted", "Knot", "Advance")
"""Those whose short form is a number with words behind it, which are the writer's."""
_OF_WORDS = frozenset(
    {"because", "why", "weil", "warum", "grund", "note", "notiz", "needs", "braucht", "source",
     "quelle", "unit", "einheit", "title", "titel", "evidence", "beleg", "reward", "belohnung"}
)  # fmt: skip
"""Parts of such keys that hold words."""
_COMMA = (
    r"(?:[0-9]+(?:[. \u00a0\u202f'’][0-9]{3})*,[0-9]+|[1-9][0-9]{0,2}\.[0-9]{3})"
    r"(?![0-9]|[.,][0-9])"
)
"""The pattern of a number with such a comma, or with a point that could part thousands."""
_UNIT = r"(?:\s?[^\W\d_][^\s0-9]*|\s?[%€$£¥])?"
"""The word behind it: of money nothing is asked."""
_FIRST = re.compile(
    r"\s*(?:[0-9]{4}-[0-9W-]+:?\s+|[0-9]{1,2}[./][0-9]{1,2}[./][0-9]{2,4}:?\s+)?"
    rf"[+=−-]*\s*(?:[€$£¥]\s?)?{_COMMA}{_UNIT}"
)
"""One at the start of a text, or behind a day there."""
_STATED = re.compile(rf"=\s*[+−-]?{_COMMA}{_UNIT}")
"""One behind the sign of what there is: all other numbers of a step are words of its title."""
_BEHIND_NAME = re.compile(r"[^0-9]+[0-9]+,[0-9]+(?![0-9]|[.,][0-9])")
"""One behind a name: what shows a skill stands behind its level."""
_DAY = re.compile(r"[0-9]{4}-[0-9W]|[0-9]{1,2}[./][0-9]{1,2}[./]")
"""A day at the start of a text."""
_DIGITS = re.compile(rf"[0-9]+(?:[.,{UNSURE}{UNSURE_POINT}][0-9]+)*")
_NONE: Mapping[str, tuple[str, str]] = {}


def as_pointed(language: str) -> Callable[[str], str]:
    """What puts the numbers of a text in a language as we read them."""
    return pointed if says_comma(language) else str


def with_whole_items(
    cls: type, keys: Keys, words: Mapping[str, tuple[str, str]] = _NONE
) -> tuple[Keys, list[Finding]]:
    """The keys of a file without the numbers that a comma between brackets cut, which are told.

    Only under keys that take numbers: `tags: [q1,2026]` are two tags. `words` is as in
    `with_points`.
    """
    findings: list[Finding] = []

    def pair(key: Text, node: Node) -> tuple[Text, Node]:
        kind = _kind(cls, key, words)
        if "Change" in kind:
            return key, _each(node, inner)
        single = kind.startswith(("int", "float"))  # of which a list is told as a list
        return key, node if single or not _takes_numbers(kind) else _uncut(node, kind, findings)

    def inner(one: Keys) -> Keys:
        made, told = with_whole_items(cls, one, words)
        findings.extend(told)
        return made

    made = replace(keys, pairs=tuple(pair(key, node) for key, node in keys.pairs))
    return (made, findings) if findings else (keys, [])


def _uncut(node: Node, kind: str, findings: list[Finding]) -> Node:
    """What stands under a key, with whole items in its lists."""
    if isinstance(node, Keys):
        pairs = (
            (key, value if folded(key.value) in _OF_WORDS else _uncut(value, kind, findings))
            for key, value in node.pairs
        )
        return replace(node, pairs=tuple(pairs))
    if not isinstance(node, Items):
        return node
    kept: list[Node] = []
    pieces: list[Text] = []
    for item in node.items:
        before = pieces[-1] if pieces and node.flow else None
        if before and isinstance(item, Text) and _is_rest(before, item, kept[-1], kind):
            pieces.append(item)
            continue
        _tell_cut(kept, pieces, findings)
        kept.append(_uncut(item, kind, findings))
        pieces = _last_value(item)
    _tell_cut(kept, pieces, findings)
    return replace(node, items=tuple(kept))


def _last_value(item: Node) -> list[Text]:
    """The text with which an item ends: itself, or the value of `name: value`."""
    if isinstance(item, Keys):
        last = item.pairs[-1][1] if item.pairs else None
        return [last] if isinstance(last, Text) and not last.lost else []
    return [item] if isinstance(item, Text) and not item.quoted else []


def _tell_cut(kept: list[Node], pieces: Sequence[Text], findings: list[Finding]) -> None:
    """Put an item that was cut for the last one, and tell it."""
    if len(pieces) < 2:
        return
    lost, told = cut_in_two(pieces, "brackets")
    findings.append(told)
    if isinstance(item := kept[-1], Keys):
        kept[-1] = replace(item, pairs=(*item.pairs[:-1], (item.pairs[-1][0], lost)))
    else:
        kept[-1] = lost


def _is_rest(before: Text, item: Text, whole: Node, kind: str) -> bool:
    """Whether an item is the rest of the number at the end of the one before it.

    Behind `name: value` no number stands alone. Two items that begin and end with figures are two
    where a blank or a day says so, and among steps, whose numbers are words, but for `=1,5`.
    """
    if isinstance(whole, Keys):
        return goes_on(before, item)
    ends = re.search(r"=\s*[+−-]?[\d.]+\Z" if "Milestone" in kind else r"\d\Z", before.value)
    figures = ends and begins_with_figure(item) and not _DAY.match(item.value)
    return bool(figures) and not item.quoted and adjoins(before, item)


def with_points(
    cls: type, keys: Keys, language: str, words: Mapping[str, tuple[str, str]] = _NONE
) -> Keys:
    """The keys of a file whose numbers have a point before tenths.

    `words` gives the key of ours that is meant by other words for it.
    """
    if not says_comma(language):
        return keys

    def pair(key: Text, node: Node) -> tuple[Text, Node]:
        kind = _kind(cls, key, words)
        if "Change" in kind:  # which says any key of the file as it was
            return key, _each(node, lambda one: with_points(cls, one, language, words))
        return key, _in_numbers(node, kind) if _takes_numbers(kind) else node

    return replace(keys, pairs=tuple(pair(key, node) for key, node in keys.pairs))


def _kind(cls: type, key: Text, words: Mapping[str, tuple[str, str]]) -> str:
    """The type of a key, as the model names it; nothing for one of nobody's."""
    name = folded(key.value)
    ours = name if name in names_of(cls) else words.get(name, ("", ""))[0]
    return type_of(cls, ours) if ours in names_of(cls) else ""


def _takes_numbers(kind: str) -> bool:
    return kind.startswith(_WHOLE) or any(one in kind for one in _NUMBERS)


def _each(node: Node, made: Callable[[Keys], Keys]) -> Node:
    """What is made of each mapping of a list."""
    if isinstance(node, Items):
        return replace(node, items=tuple(_each(one, made) for one in node.items))
    return made(node) if isinstance(node, Keys) else node


def _in_numbers(node: Node, kind: str) -> Node:
    """What stands under a key that takes numbers, and in all parts of it that do."""
    if isinstance(node, Items):
        by_name = "Mapping" in kind
        each = (_line(one, kind) if by_name else _in_numbers(one, kind) for one in node.items)
        return replace(node, items=tuple(each))
    if isinstance(node, Keys):
        pairs = (
            (key, value if folded(key.value) in _OF_WORDS else _in_numbers(value, kind))
            for key, value in node.pairs
        )
        return replace(node, pairs=tuple(pairs))
    return replace(node, value=_text(node.value, kind))


def _line(item: Node, kind: str) -> Node:
    """An item of a list, which may be a line `name: value` between quotes; a name stays."""
    match = NAMED_LINE.fullmatch(item.value) if isinstance(item, Text) else None
    if match is None or not isinstance(item, Text):
        return _in_numbers(item, kind)
    return replace(item, value=item.value[: match.start(2)] + _text(match[2], kind))


def _text(text: str, kind: str) -> str:
    """The short form of a type; what stands in it as words stays."""
    if any(one in kind for one in _NUMBER_FIRST):
        return _with_first(_FIRST, text)
    if "Milestone" in kind:
        return _STATED.sub(lambda match: pointed(match[0]), text)
    if any(one in kind for one in _ON_A_SCALE):  # which no thousands lie on
        named = "Ability" in kind and not text[:1].isdigit()
        return in_own_signs(_with_first(_BEHIND_NAME, text) if named else pointed(text))
    return pointed(text)


def _with_first(form: re.Pattern[str], text: str) -> str:
    first = form.match(text)
    return pointed(first[0]) + text[first.end() :] if first else text


def as_written(findings: Sequence[Finding], before: Keys, after: Keys) -> list[Finding]:
    """Findings on keys that were put with points, which tell their numbers as they are written.

    What they say to write instead keeps the point: that form is read in every place, between braces
    too, where YAML ends a value at a comma.
    """
    if before is after or not findings:
        return list(findings)
    put: defaultdict[int, dict[str, str]] = defaultdict(dict)
    for old, new in _texts(before, after):
        theirs, ours = _DIGITS.findall(old.value), _DIGITS.findall(new.value)
        if old.value != new.value and len(theirs) == len(ours):
            for line in range(old.place.line, old.place.end_line + 1):
                put[line] |= dict(zip(ours, theirs, strict=True))
    return [_with(one, put[one.place.line]) if one.place.line in put else one for one in findings]


def _with(finding: Finding, written: Mapping[str, str]) -> Finding:
    """A finding that tells numbers as they are written."""
    message = _DIGITS.sub(lambda it: written.get(it[0], it[0]), finding.message)
    return replace(finding, message=message, help=in_own_signs(finding.help))


def _texts(before: Node, after: Node) -> Iterator[tuple[Text, Text]]:
    """The texts of two nodes of one shape, side by side."""
    match before, after:
        case Text(), Text():
            yield before, after
        case Items(), Items():
            for one, other in zip(before.items, after.items, strict=True):
                yield from _texts(one, other)
        case Keys(), Keys():
            for (_, one), (_, other) in zip(before.pairs, after.pairs, strict=True):
                yield from _texts(one, other)
