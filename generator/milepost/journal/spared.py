"""The words that Markdown would drop, kept where they stand.

In: a `MarkdownIt` with tables and footnotes. Out: the same with rules added. A footnote that no
sign refers to, or whose name is taken, stays as it is written; the cells of a row beyond the
columns of its table stand in the last; and what lies too deep in quotations and lists is text.
"""

from __future__ import annotations

from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.common.utils import mdTrim
from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.table import escapedSplit, getLine, table
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

DEEPEST = 36
"""So many quotations, lists and items are read within one another."""

SPARED = ("spared_open", "spared_close")
"""The tokens around a footnote that nothing refers to. It is for the owner: what refers to it may
stand where others do not see it."""


def nothing_dropped(md: MarkdownIt) -> None:
    """Keep the words that would be dropped."""
    md.options["maxNesting"] = DEEPEST + 4  # one rule goes in by two steps at the most
    md.block.ruler.at("table", _table, {"alt": ["paragraph", "reference"]})
    md.block.ruler.before("table", "too_deep", _too_deep)
    md.core.ruler.before("footnote_tail", "spared_footnotes", _footnotes)


def _table(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    before = len(state.tokens)
    if not table(state, line, end, silent):
        return False
    made = state.tokens[before:]
    columns = sum(token.type == "th_open" for token in made)
    last: Token | None = None
    for token in made:
        if token.type == "inline":
            last = token
        elif token.type == "tr_close" and last and last.map:
            cells = escapedSplit(mdTrim(getLine(state, last.map[0])))
            beyond = cells[columns + (cells[0] == "") :]
            if "".join(beyond):
                last.content = " | ".join(filter(None, (last.content, *map(mdTrim, beyond))))
    return True


def _too_deep(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    if state.level < DEEPEST or silent:
        return False
    last = line + 1
    while last < end and (state.isEmpty(last) or state.sCount[last] >= state.blkIndent):
        last += 1
    state.push("paragraph_open", "p", 1).map = [line, last]
    inline = state.push("inline", "", 0)
    inline.content = state.getLines(line, last, state.blkIndent, False).strip()
    inline.map, inline.children = [line, last], []
    state.push("paragraph_close", "p", -1)
    state.line = last
    return True


def _footnotes(state: StateCore) -> None:
    """Leave to the plugin only what it shows: the first of each name, if a sign refers to it.

    One that is written within another is taken out of it, as if it stood behind it.
    """
    refs = state.env.get("footnotes", {}).get("refs")
    if not refs:
        return
    found: list[Token] = []
    opened: list[list[Token]] = []
    named: set[str] = set()
    for token in state.tokens:
        if token.type == "footnote_reference_open":
            opened.append([token])
        elif token.type == "footnote_reference_close":
            opening, *inner = opened.pop()
            label = str(opening.meta["label"])
            if refs[f":{label}"] < 0 or label in named:
                (opened[-1] if opened else found).extend(_as_written(label, inner))
            else:
                found += [opening, *inner, token]
            named.add(label)
        else:
            (opened[-1] if opened else found).append(token)
    state.tokens = found


def _as_written(label: str, inner: list[Token]) -> Iterator[Token]:
    """What a footnote says, with its name before it, between two tokens that say what it is."""
    yield Token(SPARED[0], "", 1, hidden=True)
    name = Token("text", "", 0, content=f"[^{label}]: ")
    first = next((token for token in inner if token.type == "inline"), None)
    if first is None or inner[0].type != "paragraph_open":
        yield Token("paragraph_open", "p", 1, block=True)
        yield Token("inline", "", 0, content=name.content, children=[name], block=True)
        yield Token("paragraph_close", "p", -1, block=True)
    else:
        first.children = [name, *(first.children or [])]
    yield from inner
    yield Token(SPARED[1], "", -1, hidden=True)
