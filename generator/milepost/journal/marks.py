"""What people write in notes beside Markdown: marked words, fields, emoji codes, TeX.

In: a `MarkdownIt`. Out: the same with rules added. Marked words are tokens `mark_open` and
`mark_close`, a field's name stands in `dfn_open` and `dfn_close`; TeX is code, inline and in blocks
(`math_block`), and never altered; an emoji code becomes the sign that it stands for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

_MARKED = re.compile(r"==(?=[^\s=])((?:(?!==).){1,500}?)(?<=[^\s=])==(?!=)", re.DOTALL)
# At the beginning of a line or of a sentence within it.
_FIELD = re.compile(r"(?:^|(?<=[.!?…] ))([^\W\d_][\w /-]{0,39}?)::[ \t]+(?=\S)")
_IN_BRACKETS = re.compile(r"[\[(]([^\W\d_][\w /-]{0,39}?)::[ \t]*([^\[\]()\n]+)[\])]")
_EMOJI = re.compile(r"(?<![\w:]):([a-z0-9_+-]{2,40}):(?![\w:])")
# As pandoc reads it: nothing blank within the signs, and no digit behind, which would be money.
_TEX = re.compile(
    r"\$\$((?:[^$\\]|\\.)+)\$\$|\$(?!\s)((?:[^$\\\n]|\\.)+?)(?<!\s)\$(?!\d)", re.DOTALL
)
_BEGINS = re.compile(r"(?<![A-Za-z0-9])https?$", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:://|www\.)[^\s<>]{2,2000}")
_AFTER = re.compile(r"(?:[?!.,:;*_~'\"]|&[A-Za-z0-9]+;)+$")
"""What follows an address and is no part of it, as GitHub reads bare addresses."""
_MOST_LINES = 1000
"""So many lines a block of TeX has at most."""
_FENCE = re.compile(r"[ >\t]*[:：]{2}")
"""What may begin or end a passage: no block of TeX reaches over it."""


def notes(md: MarkdownIt) -> None:
    """Read what people write in notes beside Markdown, and bare addresses as links."""
    for sign in "w()":
        md.inline.add_terminator_char(sign)
    md.inline.ruler.after("text", "address", _address)
    md.inline.ruler.before("escape", "tex", _tex)
    md.inline.ruler.before("emphasis", "marked", _marked)
    md.inline.ruler.before("link", "field", _field)
    md.block.ruler.before("fence", "tex_block", _tex_block, {"alt": ["paragraph"]})
    md.core.ruler.after("inline", "signs", _signs)


def _address(state: StateInline, silent: bool) -> bool:
    """A bare address as a link; the plugin for it takes far longer for a long text."""
    at, src = state.pos, state.src
    if silent or state.linkLevel > 0 or src[at] not in ":w":
        return False
    match = _ADDRESS.match(src, at, state.posMax)
    begins = _BEGINS.search(src[max(0, at - 6) : at]) if match and src[at] == ":" else None
    if (
        not match
        or (src[at] == ":" and not begins)
        or (src[at] == "w" and src[at - 1 : at].isalnum())
    ):
        return False
    text = _AFTER.sub("", match[0])
    while text.endswith(")") and text.count(")") > text.count("("):
        text = _AFTER.sub("", text[:-1])
    before = begins[0] if begins else ""
    if len(text) <= len("://") or not state.pending.endswith(before):
        return False
    state.pending = state.pending[: len(state.pending) - len(before)]
    state.push("link_open", "a", 1).attrs = {"href": f"{before or 'https://'}{text}"}
    state.push("text", "", 0).content = f"{before}{text}"
    state.push("link_close", "a", -1)
    state.pos = at + len(text)
    return True


def _tex(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "$" or (state.pos and state.src[state.pos - 1] in "\\$"):
        return False
    match = _TEX.match(state.src, state.pos)
    if not match:
        return False
    if not silent:
        token = state.push("code_inline", "code", 0)
        token.content = (match[1] or match[2]).strip("\n")
        token.markup = "$"
    state.pos = match.end()
    return True


def _tex_block(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """Lines between two `$$`, each alone on its line or at the beginning or end of one."""
    begins = state.src.startswith("$$", state.bMarks[line] + state.tShift[line])
    last = _end_of_tex(state, line, end) if begins and not state.is_code_block(line) else 0
    if last and not silent:
        token = state.push("math_block", "code", 0)
        body = state.getLines(line, last, state.blkIndent, False).strip()
        token.content, token.map = body[2:-2].strip("\n"), [line, last]
        state.line = last
    return bool(last)


def _end_of_tex(state: StateBlock, line: int, end: int) -> int:
    """The line below the one that ends a block of TeX; 0 where nothing ends it."""
    for number in range(line, min(end, line + _MOST_LINES)):
        text = state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]]
        if number > line and (_FENCE.match(text) or state.sCount[number] < state.blkIndent):
            return 0
        if "$$" in text[0 if number > line else 2 :]:
            return number + 1 if number > line and text.rstrip().endswith("$$") else 0
    return 0


def _marked(state: StateInline, silent: bool) -> bool:
    if not state.src.startswith("==", state.pos):
        return False
    match = _MARKED.match(state.src, state.pos)
    if not match:
        return False
    if not silent:
        _wrapped(state, "mark", match.start(1), match.end(1))
    state.pos = match.end()
    return True


def _field(state: StateInline, silent: bool) -> bool:
    """`[mood:: good]` within a line, as Dataview reads it."""
    if state.src[state.pos] not in "[(":
        return False
    match = _IN_BRACKETS.match(state.src, state.pos)
    if not match:
        return False
    if not silent:
        name = state.push("dfn_open", "dfn", 1)
        name.meta = {"field": (match[1], match[2])}
        _parsed(state, match.start(1), match.end(1))
        state.push("dfn_close", "dfn", -1)
        state.push("text", "", 0).content = ": "
        _parsed(state, match.start(2), match.end(2))
    state.pos = match.end()
    return True


def _wrapped(state: StateInline, tag: str, start: int, end: int) -> None:
    state.push(f"{tag}_open", tag, 1)
    _parsed(state, start, end)
    state.push(f"{tag}_close", tag, -1)


def _parsed(state: StateInline, start: int, end: int) -> None:
    """What stands between two places of the text, read as the text around it is."""
    before = state.pos, state.posMax
    state.pos, state.posMax = start, end
    state.md.inline.tokenize(state)
    state.pos, state.posMax = before


def _signs(state: StateCore) -> None:
    """Emoji codes as signs, and `Field:: value` at the beginning of a line or a sentence."""
    for block in state.tokens:
        children = block.children if block.type == "inline" else None
        if children and any("::" in child.content or ":" in child.content for child in children):
            block.children = list(_with_signs(children))


def _with_signs(children: list[Token]) -> Iterator[Token]:
    before = ""
    for token in children:
        if token.type == "text":
            text, lead, done = token.content, "", 0
            for match in _FIELD.finditer(text):
                if not match.start() and before not in {"", "softbreak", "hardbreak"}:
                    continue
                if words := _with_emoji(lead + text[done : match.start()]):
                    yield Token("text", "", 0, content=words)
                yield Token("dfn_open", "dfn", 1)
                yield Token("text", "", 0, content=match[1])
                yield Token("dfn_close", "dfn", -1)
                lead, done = ": ", match.end()
            token.content = _with_emoji(lead + text[done:])
        before = token.type
        yield token


def _with_emoji(text: str) -> str:
    return _EMOJI.sub(lambda code: emoji().get(code[1], code[0]), text)


@cache
def emoji() -> Mapping[str, str]:
    """The signs of emoji codes, as chats and forges write them.

    >>> emoji()["tada"]
    '🎉'
    """
    text = (Path(__file__).parent / "emoji.txt").read_text(encoding="utf-8")
    pairs = (line.split() for line in text.split("\n") if line and not line.startswith("#"))
    return {code: sign for sign, *codes in pairs for code in codes}
