"""Comments taken out of a text before anything else reads it.

In: a text. Out: the same without `<!-- comments -->` and `%% comments %%`, line for line, with the
signs that stand in code left as they are. One pass, in time that grows with the text.

    comment = html | "%%" (letters | html)* "%%"
    html    = "<!--" (letters | html)* "-->"

A comment ends only where its own end stands; one without an end reaches to the end of the text.
Where a `%%` is left over, nobody can tell which one it is: from the first on all is comment.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from milepost.journal.line_marks import ITEM

_SIGN = re.compile(r"<!--|%%")
_INSIDE = re.compile(r"<!--|-->|%%")
_RUN = re.compile(r"`+")
_NEXT = re.compile(r"`+|<!--|%%|\\[\\`]")
_LEAD = rf"(?:[ \t>]|{ITEM}[ \t])*"
_FENCE = re.compile(rf"{_LEAD}(`{{3,}}(?=[^`]*$)|~{{3,}})")
_HALVES = frozenset("<!-%`:")
"""Letters of which signs are made."""
_FENCE_END = re.compile(r"[ \t>]*(`{3,}|~{3,})[ \t]*")


@dataclass(frozen=True, slots=True)
class Uncommented:
    """A text without its comments.

    `unclosed` is the line, from 0, of the comment that has no end, None where each has one; `kept`
    counts the signs that were left because they stand in code.
    """

    text: str
    unclosed: int | None = None
    kept: int = 0


def signs(text: str) -> int:
    """How many signs that open a comment stand in a text."""
    return len(_SIGN.findall(text))


def without_comments(text: str, *, code: bool = True) -> Uncommented:
    """The text without comments; without `code`, signs in code are signs like any other.

    >>> without_comments("a <!-- b --> c `<!-- d -->`").text
    'a  c `<!-- d -->`'
    """
    if not _SIGN.search(text):
        return Uncommented(text)
    lines = text.split("\n")
    fenced = _fences(lines) if code else {}
    out: list[str] = []
    first: tuple[int, list[str]] | None = None
    kept = at = 0
    while at < len(lines):
        if at in fenced:
            end = fenced[at]
            kept += sum(signs(inner) for inner in lines[at : end + 1])
            out += lines[at : end + 1]
            at = end + 1
            continue
        spans = _span_ends(lines[at]) if code else {}
        parts: list[str] = []
        column, last = 0, at
        while column is not None and last == at:
            opening = _comment_in(lines[at], column, spans)
            parts.append(lines[at][column:opening])
            if opening is None:
                break
            percent = lines[at].startswith("%%", opening)
            first = first or ((at, parts[:]) if percent else None)
            end_of = _end_of_comment(lines, at, opening)
            if end_of is None:
                start, before = first if percent and first else (at, parts)
                out[start:] = [_joined(before).rstrip(), *[""] * (len(lines) - start - 1)]
                return Uncommented("\n".join(out), at, sum(map(signs, out)))
            last, column = end_of
        kept += sum(map(signs, parts))
        line = _joined(parts)
        # Two blanks that a comment leaves at the end of a line would break it.
        whole = last == at and (len(parts) == 1 or parts[-1].strip())
        out.append(line if whole else line.rstrip())
        if last == at:
            at += 1
        else:
            out += [""] * (last - at - 1)
            # What follows a comment on its last line is read as a line of its own.
            lines[last] = lines[last][column:].lstrip(" \t")
            at = last
    return Uncommented("\n".join(out), None, kept)


def _joined(parts: list[str]) -> str:
    """What comments leave of a line; two of its parts never make a new sign."""
    line = [parts[0]]
    for part in parts[1:]:
        if line[-1][-1:] in _HALVES and part[:1] in _HALVES:
            line.append(" ")
        if part:
            line.append(part)
    return "".join(line)


def _comment_in(line: str, start: int, spans: dict[int, int]) -> int | None:
    """Where a comment opens on a line, from a column on, outside its spans of code."""
    at = start
    while match := _NEXT.search(line, at):
        if match[0][0] == "`":
            at = spans.get(match.start(), match.end())
        elif match[0][0] == "\\":
            at = match.end()
        else:
            return match.start()
    return None


def _span_ends(line: str) -> dict[int, int]:
    """Where each span of code on a line ends, by where it begins.

    A backtick too many may lie before a comment that speaks of code. So where one finds no other,
    nothing on the line is surely code, nor is a span that holds only the beginning of a comment,
    unless it holds the sign alone and no end of it stands outside code.
    """
    if not _SIGN.search(line) or "`" not in line:
        return {}
    spans = _spans(line)
    if spans is None:
        return {}
    outside = {"<!--": -1, "%%": -1}
    at = 0
    for start, end in [*spans, (len(line), len(line))]:
        for sign, closing in (("<!--", "-->"), ("%%", "%%")):
            outside[sign] = max(outside[sign], line.rfind(closing, at, start))
        at = end
    sure: dict[int, int] = {}
    for start, end in spans:
        inner = line[start:end].strip("`")
        alone = inner.strip()
        if without_comments(inner, code=False).unclosed is None or outside.get(alone, end) < start:
            sure[start] = end
    return sure


def _spans(line: str) -> list[tuple[int, int]] | None:
    """The spans of code on a line; None where a run of backticks has no other that closes it."""
    spans: list[tuple[int, int]] = []
    opened: re.Match[str] | None = None
    for run in _RUN.finditer(line):
        if opened is None:
            opened = run
        elif len(run[0]) == len(opened[0]):
            spans.append((opened.start(), run.end()))
            opened = None
    return spans if opened is None else None


def _end_of_comment(lines: list[str], at: int, column: int) -> tuple[int, int] | None:
    """The line and column behind a comment; None when it has no end."""
    percent = lines[at].startswith("%%", column)
    column += 2 if percent else 4
    depth = 0 if percent else 1
    for number in range(at, len(lines)):
        for match in _INSIDE.finditer(lines[number], column):
            if match[0] == "<!--":
                depth += 1
            elif match[0] == "-->":
                depth = max(depth - 1, 0)
                if not percent and depth == 0:
                    return number, match.end()
            elif percent and depth == 0:
                return number, match.end()
        column = 0
    return None


def _fences(lines: list[str]) -> dict[int, int]:
    """The first and the last line of what stands within each fence of code that is closed.

    The line of the fence itself may hold a comment behind its backticks, and is text.
    """
    found: dict[int, int] = {}
    opened: tuple[int, str] | None = None
    for number, line in enumerate(lines):
        if opened is None:
            if (match := _FENCE.match(line)) and not _SIGN.search(line):
                opened = number, match[1]
        elif (match := _FENCE_END.fullmatch(line)) and match[1].startswith(opened[1]):
            if number > opened[0] + 1:
                found[opened[0] + 1] = number - 1
            opened = None
    return found
