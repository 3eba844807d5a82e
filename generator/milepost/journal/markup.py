"""The few marks of Markdown that no plugin reads as we need: wikilinks, callouts and tasks.

In: a `MarkdownIt`. Out: the same with rules added; tokens `wikilink` (meta: target, anchor,
words), and `callout_open`/`callout_close` (meta: kind, title) in place of a quotation.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

WIKILINK = re.compile(r"!?\[\[([^\[\]|#\n]*)(?:#([^\[\]|\n]*))?(?:\\?\|([^\[\]\n]*))?\]\]")
TICKED = 'checked="checked"'
"""What a check box has that is ticked."""

_BOX = re.compile(r"\[([ xX])\][ \t\n]+")
_CALLOUT = re.compile(r"\[!([A-Za-z][\w-]*)\][+-]?[ \t]*(.*)")


def wikilinks(md: MarkdownIt) -> None:
    """Read `[[target]]`, `[[target|words]]`, `[[target#heading]]`; an embed is read as a link."""

    def rule(state: StateInline, silent: bool) -> bool:
        if state.src[state.pos] not in "![":
            return False
        match = WIKILINK.match(state.src, state.pos)
        if not match or not (match[1].strip() or match[2]):
            return False
        if not silent:
            token = state.push("wikilink", "a", 0)
            token.content = match[0]
            token.meta = {
                "target": match[1].strip().removesuffix("\\"),
                "anchor": (match[2] or "").strip(),
                "words": (match[3] or "").strip(),
            }
        state.pos = match.end()
        return True

    md.inline.ruler.before("link", "wikilink", rule)


def callouts(md: MarkdownIt) -> None:
    """Read a quotation that opens with `[!kind] Title` as a callout of that kind."""

    def rule(state: StateCore) -> None:
        for index, token in enumerate(state.tokens):
            if token.type == "blockquote_open":
                _to_callout(state.tokens, index)

    md.core.ruler.after("block", "callout", rule)


def _to_callout(tokens: list[Token], start: int) -> None:
    if start + 2 >= len(tokens) or tokens[start + 1].type != "paragraph_open":
        return
    inline = tokens[start + 2]
    first, _, rest = inline.content.partition("\n")
    match = _CALLOUT.fullmatch(first.strip())
    if not match:
        return
    inline.content = rest
    if not rest:
        tokens[start + 1].hidden = tokens[start + 3].hidden = True
    end = next(
        index
        for index in range(start, len(tokens))
        if tokens[index].type == "blockquote_close" and tokens[index].level == tokens[start].level
    )
    meta = {"kind": match[1].lower(), "title": match[2].strip()}
    for index, kind in ((start, "callout_open"), (end, "callout_close")):
        tokens[index].type, tokens[index].tag, tokens[index].meta = kind, "aside", meta


def tasks(md: MarkdownIt) -> None:
    """Read a list's item that opens with `[ ]` or `[x]` as a check box.

    The plugin made for it looks for each item's list through all items before it, which takes
    minutes for a list of a few thousand.
    """

    def rule(state: StateCore) -> None:
        lists: list[Token] = []
        for index, token in enumerate(state.tokens):
            if token.type.endswith("_list_open"):
                lists.append(token)
            elif token.type.endswith("_list_close"):
                lists.pop()
            elif token.type == "inline" and token.children and index > 1:
                item, paragraph = state.tokens[index - 2 : index]
                opened = (item.type, paragraph.type) == ("list_item_open", "paragraph_open")
                match = _BOX.match(token.content) if opened else None
                if match:
                    item.attrSet("class", "task-list-item")
                    lists[-1].attrSet("class", "contains-task-list")
                    _to_check_box(token, token.children, ticked=match[1] != " ")

    md.core.ruler.after("inline", "tasks", rule)


def _to_check_box(inline: Token, children: list[Token], *, ticked: bool) -> None:
    mark = f"{TICKED} " if ticked else ""
    box = Token("html_inline", "", 0)
    box.content = (
        f'<input class="task-list-item-checkbox" {mark}disabled="disabled" type="checkbox">'
    )
    children[0].content = children[0].content[3:]
    children.insert(0, box)
    inline.content = inline.content[3:]
