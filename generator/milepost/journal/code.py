"""What stands in code in a text, so that no other mark is looked for in it.

In: a text. Out: the lines within its fences of code, the spans between its backticks, and the text
with a sign in place of what could be read as a link. Only what is surely code counts: a fence that
is closed, and a span whose line has a fellow for each run of backticks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

_RUN = re.compile(r"`+")
_LEAD = r"(?:[ \t>]|(?:[-*+]|[0-9]{1,9}[.)])[ \t])*"
_FENCE = re.compile(rf"{_LEAD}(`{{3,}}(?=[^`]*$)|~{{3,}})")
_FENCE_END = re.compile(r"[ \t>]*(`{3,}|~{3,})[ \t]*")
_MARK = "\ufdd0"
"""A sign that no text has: Unicode keeps it for use within programs."""
_MARKED = re.compile(f"{_MARK}([0-9]+){_MARK}")
_NO_LETTER = re.compile(r"[^\w\[\]()]+")


def fenced(
    lines: Sequence[str], opens: Callable[[str], bool] = lambda _line: True
) -> dict[int, int]:
    """The first and the last line of what stands within each fence of code that is closed.

    `opens` says whether a line that looks like the beginning of a fence is taken for one.
    """
    found: dict[int, int] = {}
    opened: tuple[int, str] | None = None
    for number, line in enumerate(lines):
        if opened is None:
            if (match := _FENCE.match(line)) and opens(line):
                opened = number, match[1]
        elif (match := _FENCE_END.fullmatch(line)) and match[1].startswith(opened[1]):
            if number > opened[0] + 1:
                found[opened[0] + 1] = number - 1
            opened = None
    return found


def spans(line: str) -> list[tuple[int, int]] | None:
    """The spans of code on a line; None where a run of backticks has no other that closes it."""
    found: list[tuple[int, int]] = []
    opened: re.Match[str] | None = None
    for run in _RUN.finditer(line):
        if opened is None:
            opened = run
        elif len(run[0]) == len(opened[0]):
            found.append((opened.start(), run.end()))
            opened = None
    return found if opened is None else None


@dataclass(frozen=True, slots=True)
class Masked:
    """A text with a sign in place of what stands in code, and what stands there."""

    text: str
    parts: tuple[str, ...]

    def filled(self, text: str) -> str:
        """A text made of this one, with the code in its places again."""
        return _MARKED.sub(lambda match: self.parts[int(match[1])], text)

    def agrees(self, tokens: Iterable[Token]) -> bool:
        """Whether Markdown takes each of the parts for code as well."""
        return not Counter(map(_letters, self.parts)) - Counter(_pieces(tokens))


def masked(text: str) -> Masked:
    """The text with each part masked that is surely code and holds a bracket, as links do."""
    if _MARK in text or ("`" not in text and "~~~" not in text):
        return Masked(text, ())
    lines = text.split("\n")
    fences = fenced(lines)
    parts: list[str] = []
    out: list[str] = []

    def mask(part: str) -> str:
        if "[" not in part and "]" not in part:
            return part
        parts.append(part)
        return f"{_MARK}{len(parts) - 1}{_MARK}"

    at = 0
    while at < len(lines):
        if at in fences:
            out.append(mask("\n".join(lines[at : fences[at] + 1])))
            at = fences[at] + 1
            continue
        line, end = [], 0
        for start, stop in spans(lines[at]) or ():
            line += [lines[at][end:start], mask(lines[at][start:stop])]
            end = stop
        out.append("".join([*line, lines[at][end:]]))
        at += 1
    return Masked("\n".join(out), tuple(parts))


def _letters(part: str) -> str:
    return _NO_LETTER.sub("", part)


def _pieces(tokens: Iterable[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in {"fence", "code_inline"}:
            yield _letters(token.content)
        if token.type == "inline":
            yield from _pieces(token.children or ())
