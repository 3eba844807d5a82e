"""A goal's front matter laid flat: mappings around it opened, values that say nothing left out.

In: the front matter of a goal, as nodes. Out: the same, as others write it without them:
`goal: {title: …, deadline: …}` is the title and the deadline, and `target: n/a` is no target.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from milepost.journal.nodes import Items, Keys, Node, Text, folded
from milepost.journal.visibility import about

_AROUND = frozenset(("goal", "ziel", "smart", "smart_goal", "smart_ziel", "okr", "goal_details"))
"""Words for all that a goal is, under which some write its keys."""
_NOTHING = re.compile(
    r"n\.?\s?/?\s?a\.?|none|nil|nothing|not applicable|[-–—]{1,3}|k\.\s?A\.|keine?[rs]?|nichts"
    r"|\?{1,3}",
    re.IGNORECASE,
)
"""What people write where there is nothing to write."""
_MEANT = frozenset(
    ("title", "status", "ignore", "kind", "horizon", "aliases", "visibility", "created", "type")
)
"""Keys whose value is never left out: a goal may be called so, and a word there is to be told."""


def unfolded(keys: Keys, own: Collection[str], words: Collection[str]) -> Keys:
    """The front matter with no mapping around it and no value that says nothing.

    `own` are our keys and `words` those of others for them, of which an empty one is left out too;
    the values of all the rest are left as they are. A mapping in which anything may say who may see
    the goal is not opened.
    """
    known = {*own, *words}
    pairs: list[tuple[Text, Node]] = []
    for key, node in keys.pairs:
        inner = _inside(key, node, known)
        pairs += inner.pairs if inner else ((_bare(key, known), node),)
    return Keys(tuple(_told(pairs, own, words)), keys.place)


def around(keys: Keys, own: Collection[str], words: Collection[str]) -> Iterator[tuple[Text, Keys]]:
    """The mappings around a goal that `unfolded` opens, each with its key."""
    for key, node in keys.pairs:
        if isinstance(node, Keys) and (inner := _inside(key, node, {*own, *words})):
            yield key, inner


def _inside(key: Text, node: Node, known: Collection[str]) -> Keys | None:
    """The mapping around a goal, where one of its keys is none of a measure's parts."""
    if isinstance(node, Items) and all(isinstance(one, Keys) for one in node.items):
        each = (one.pairs for one in node.items if isinstance(one, Keys))
        node = Keys(tuple(pair for pairs in each for pair in pairs), node.place)
    if folded(key.value) not in _AROUND or not isinstance(node, Keys):
        return None
    names = [folded(one.value) for one, _ in node.pairs]
    if any(about(one.value) for one, _ in node.pairs) or len(set(names)) < len(names):
        return None
    return node if any(name in known for name in names) else None


def _bare(key: Text, known: Collection[str]) -> Text:
    """A key without the picture before its word: `🎯 target`."""
    word = re.sub(r"^[^\w\s\"']+\s*", "", key.value)
    return replace(key, value=word) if word != key.value and folded(word) in known else key


def _told(
    pairs: list[tuple[Text, Node]], own: Collection[str], words: Collection[str]
) -> Iterator[tuple[Text, Node]]:
    for key, node in pairs:
        name = folded(key.value)
        if (name not in own and name not in words) or name in _MEANT or about(key.value):
            yield key, node
        elif isinstance(node, Keys):
            left = (one for one in node.pairs if not _is_nothing(one[1]))
            yield key, Keys(tuple(left), node.place)
        elif not _is_nothing(node) and (name in own or not _is_empty(node)):
            yield key, node


def _is_nothing(node: Node) -> bool:
    return isinstance(node, Text) and bool(_NOTHING.fullmatch(node.value.strip()))


def _is_empty(node: Node) -> bool:
    return isinstance(node, Text) and node.empty
