"""Which lines of a text are for whom: `::: private` and its like.

In: the lines of a text, with what Markdown makes of them. Out: passages with their first and last
line, and the ends that end nothing. A passage ends only where its own fence ends: what is doubtful
is inside.

    opening = ":::" name      closing = ":::", at least as long as its opening

A fence in code that is surely code is code. One that only looks like an opening (indented, behind
the sign of a list) opens; one that only looks like a closing closes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from milepost.journal.line_marks import BULLET, NUMBERED, PLAIN_BOX
from milepost.journal.words import Visibility

_FENCE = re.compile(r"(:{3,})(?!:)\s*(.*)")
_SLIP = re.compile(
    r"(?:[^\w:：`|]|[0-9]+[.)])*([:：]{2,})\s*(private?|shared|public)\W*", re.IGNORECASE
)
_LIKE = re.compile(rf"(?:[>#\s]|{BULLET}|{NUMBERED}\s|{PLAIN_BOX}\s)*(:{{3,}})(?!:)\s*(\S.*)")
_CODE_END = re.compile(r"[\s>]*(?:`{3,}|~{3,})\s*")
MARKS = "passage_marks"
"""What the parser leaves in its `env`: length and words of each fence, by line from 0."""

Marks = Mapping[int, tuple[int, str]]


@dataclass(frozen=True, slots=True)
class Passage:
    """Lines from `start` to `end`, the last not included, both from 0, for whom `name` says.

    `closed` is false where it runs to the end of the text because nothing ends it.
    """

    name: str
    start: int
    end: int
    closed: bool = True

    @property
    def visibility(self) -> Visibility:
        """Who may read it; a name that says nothing of that is private."""
        known = {seen.value for seen in Visibility}
        return Visibility(self.name) if self.name in known else Visibility.PRIVATE


@dataclass(frozen=True, slots=True)
class Passages:
    """The passages of a text, those within others too, and the stretches before a stray end.

    A fence that ends nothing says that an opening was misspelt somewhere above it. So what stands
    above it, up to the passage before, is doubtful as well.
    """

    passages: tuple[Passage, ...]
    strays: tuple[Passage, ...]

    def hidden_from(self, audience: Visibility) -> list[tuple[int, int]]:
        """The lines that an audience may not see, each once, from the first on."""
        hidden: list[tuple[int, int]] = []
        for one in sorted((*self.passages, *self.strays), key=lambda one: (one.start, -one.end)):
            if not one.visibility.seen_by(audience) and (not hidden or one.end > hidden[-1][1]):
                hidden.append((one.start, one.end))
        return hidden


def find_passages(lines: Sequence[str], marks: Marks, code: Collection[int]) -> Passages:
    """The passages of a text.

    `marks` are the fences that Markdown sees, `code` the lines that are surely code.
    """
    found: list[Passage] = []
    strays: list[Passage] = []
    opened: list[tuple[int, int, str]] = []
    after = 0
    for number, line in enumerate(lines):
        if number in marks:
            length, words = marks[number]
        elif number in code or not (match := _LIKE.fullmatch(line) or _SLIP.fullmatch(line)):
            continue
        else:
            length, words = len(match[1]), match[2]
        if words:
            opened.append((number, length, _name(words)))
        elif not opened:
            strays.append(Passage("", after, number + 1))
            after = number + 1
        elif length >= opened[-1][1]:
            start, _, name = opened.pop()
            found.append(Passage(name, start, number + 1))
            after = after if opened else number + 1
    found += [Passage(name, start, len(lines), closed=False) for start, _, name in opened]
    return Passages(tuple(sorted(found, key=lambda one: (one.start, -one.end))), tuple(strays))


def surely_code(tokens: Sequence[Token], lines: Sequence[str]) -> frozenset[int]:
    """The lines within fences of code that are closed."""
    return frozenset(
        line
        for token in tokens
        if token.type == "fence" and token.map and _CODE_END.fullmatch(lines[token.map[1] - 1])
        for line in range(token.map[0] + 1, token.map[1] - 1)
    )


def _name(words: str) -> str:
    return words.split()[0].lower().rstrip(":")


def fences(md: MarkdownIt) -> None:
    """Read each `:::` fence as a block of its own, and what stands between two as a passage.

    It gives tokens `container_passage_open` and `…_close`; a passage is shown up to the end of the
    list item or the quotation in which it opens.
    """

    def rule(state: StateBlock, line: int, _end: int, silent: bool) -> bool:
        start = state.bMarks[line] + state.tShift[line]
        if state.is_code_block(line) or not state.src.startswith(":::", start):
            return False
        match = _FENCE.fullmatch(state.src[start : state.eMarks[line]])
        if not match:
            return False
        if not silent:
            length, words = len(match[1]), match[2].strip()
            state.env.setdefault(MARKS, {})[line] = (length, words)
            token = state.push("passage_mark", "", 0)
            token.map, token.info, token.markup, token.block = (
                [line, line + 1],
                words,
                match[1],
                True,
            )
            state.line = line + 1
        return True

    md.block.ruler.before(
        "fence", "passage", rule, {"alt": ["paragraph", "reference", "blockquote", "list"]}
    )
    md.core.ruler.after("block", "passage", _pair)


def _pair(state: StateCore) -> None:
    """The marks as opening and closing tokens, nested like everything else."""
    if MARKS not in state.env:
        return
    paired: list[Token] = []
    opened: list[tuple[Token, int]] = []
    for token in state.tokens:
        level = token.level
        while opened and token.nesting < 0 and level < opened[-1][1]:
            paired.append(_closing(opened.pop()[0]))
        token.level += len(opened)
        if token.type != "passage_mark":
            paired.append(token)
        elif token.info:
            token.type, token.tag, token.nesting = "container_passage_open", "div", 1
            opened.append((token, level))
            paired.append(token)
        elif opened and level == opened[-1][1] and len(token.markup) >= len(opened[-1][0].markup):
            paired.append(_closing(opened.pop()[0]))
    paired += [_closing(token) for token, _ in reversed(opened)]
    state.tokens = paired


def _closing(opening: Token) -> Token:
    return Token(
        "container_passage_close", "div", -1, level=opening.level, markup=opening.markup, block=True
    )
