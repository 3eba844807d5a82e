"""The line of a check box as plain text, and its tokens without some stretches of that text.

In: tokens. Out: the text with one sign for each piece that is no text, and what these pieces are;
the tokens that are left when stretches are cut out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from milepost.journal.action_forms import ATOM, FIRST_ATOM

_BREAKS = frozenset({"softbreak", "hardbreak"})
_WHOLE = frozenset({"code_inline", "wikilink", "image"})
_ONE_SIGN = _BREAKS | _WHOLE | {"link_close"}
"""Tokens that are one sign in the plain text of a line; a link is one where it ends."""
_OF_FIELDS = frozenset({"dfn_open", "dfn_close"})
_IN_JOURNAL = re.compile(r"(?![A-Za-z][\w+.-]+:)[^#]+\.md(?:#.*)?")
"""The address of a link that leads to another note."""


@dataclass(frozen=True, slots=True)
class Atom:
    """A piece of a line that is no plain text: its words, and what it leads to in the journal.

    `written` is a link to a note as it stands there, where it has no words of its own.
    """

    words: str
    target: str = ""
    written: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """A field in brackets: its two ends in the text of its line, its name, its value."""

    start: int
    end: int
    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Flat:
    """A line as plain text, with the atoms and the fields in it."""

    text: str
    atoms: tuple[Atom, ...]
    fields: tuple[Field, ...]

    def atom(self, sign: str) -> Atom | None:
        """What stands for a sign, if it is one that stands for something."""
        at = ord(sign) - FIRST_ATOM if len(sign) == 1 else -1
        return self.atoms[at] if 0 <= at < len(self.atoms) else None


def flat(children: Sequence[Token]) -> Flat:
    """The plain text of a line.

    Text has a place in it by its length, a break and what is no text one sign, all other tokens
    none.
    """
    text = ""
    atoms: list[Atom] = []
    fields: list[Field] = []
    depth, words, target = 0, "", ""
    for token in children:
        if token.type == "link_open":
            depth, words, target = depth + 1, "", str(token.attrs.get("href", ""))
        elif token.type == "link_close":
            depth -= 1
            text += chr(FIRST_ATOM + len(atoms))
            atoms.append(Atom(words, target if _IN_JOURNAL.fullmatch(target) else ""))
        elif depth:
            words += token.content
        elif token.type == "text":
            text += re.sub(f"[{ATOM}]", "\ufffd", token.content)
        elif token.type in _BREAKS:
            text += " "
        elif token.type in _WHOLE:
            text += chr(FIRST_ATOM + len(atoms))
            atoms.append(_atom(token))
        elif token.type == "dfn_open" and "field" in token.meta:
            name, value = token.meta["field"]
            end = len(text) + len(f"{name}: {value}")
            fields.append(Field(len(text), end, str(name), str(value)))
    plain = (one for one in fields if text[one.start : one.end].endswith(f": {one.value}"))
    return Flat(text, tuple(atoms), tuple(plain))


def _atom(token: Token) -> Atom:
    if token.type != "wikilink":
        return Atom(token.content)
    target, words = str(token.meta["target"]), str(token.meta["words"])
    bare = not (words or token.meta["anchor"] or token.meta["embed"])
    return Atom(words or target, target, token.content if bare else "")


def without(children: Sequence[Token], cuts: Sequence[tuple[int, int]]) -> list[Token]:
    """The tokens of a line without some stretches of its plain text."""
    kept: list[Token] = []
    at = depth = 0
    for token in children:
        start = at
        depth += (token.type == "link_open") - (token.type == "link_close")
        if token.type == "text" and not depth:
            at += len(token.content)
            if text := _left(token.content, start, cuts):
                kept.append(Token("text", "", 0, content=text))
            continue
        at += token.type in _ONE_SIGN and not depth
        inside = any(first <= start < end for first, end in cuts)
        if inside and token.type in _BREAKS | _WHOLE | _OF_FIELDS:
            continue
        if kept and token.nesting < 0 < kept[-1].nesting:
            kept.pop()  # nothing is left between the two
        else:
            kept.append(token)
    return kept


def _left(text: str, start: int, cuts: Sequence[tuple[int, int]]) -> str:
    """What is left of a text that begins at a place of its line."""
    return "".join(
        sign
        for place, sign in enumerate(text, start)
        if not any(first <= place < end for first, end in cuts)
    )
