"""The few marks of Markdown that no plugin reads as we need: wikilinks, callouts and tasks.

In: a `MarkdownIt`. Out: the same with rules added; tokens `wikilink` (meta: target, anchor,
words), and `callout_open`/`callout_close` (meta: kind, title) in place of a quotation.
"""

from __future__ import annotations

import re
from urllib.parse import quote

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

WIKILINK = re.compile(
    r"!?\[\[([^\[\]|#^\n]*)(?:(?:#|(?=\^))([^\[\]|\n]*))?(?:\\?\|([^\[\]\n]*))?\]\]"
)
"""A wikilink: its target, what it names in it (a heading, or a block as `^id`), its words."""
BLOCK = re.compile(r"(?:^|(?<=\s))\^([A-Za-z0-9-]+)[ \t]*$", re.MULTILINE)
"""The mark by which a block can be named, at its end or on the line below it."""
_SIZE = re.compile(r"(?:(.*)\|)?\s*([0-9]{1,4})(?:x([0-9]{1,4}))?\s*")
TICKED = 'checked="checked"'
"""What a check box has that is ticked."""

_BLANK = re.compile(
    r"!\[([^\[\]\n]*)\]\(([^()<>\n\"']{1,200}?[ ][^()<>\n\"']{0,200}?\.\w{2,5}\s*)\)"
)
STATES = {"/": "half", "-": "cancelled", ">": "moved", "?": "question", "!": "important"}
"""What stands in a check box that is neither open nor done, and what it means."""
_BOX = re.compile(r"\[([ xX/>?!-])\][ \t\n]+")
_CALLOUT = re.compile(r"\[!([A-Za-z][\w-]*)\][+-]?[ \t]*(.*)")


def sized(words: str) -> tuple[str, int, int]:
    """The words of a picture without its size, and width and height as they are given, else 0.

    >>> sized("the lake|300x200"), sized("300"), sized("the lake")
    (('the lake', 300, 200), ('', 300, 0), ('the lake', 0, 0))
    """
    match = _SIZE.fullmatch(words)
    if not match:
        return words, 0, 0
    return (match[1] or "").strip(), int(match[2]), int(match[3] or 0)


def blanks(md: MarkdownIt) -> None:
    """Read `![the lake](my photo.png)`, whose address should stand in `<>` for its blank."""

    def rule(state: StateInline, silent: bool) -> bool:
        match = _BLANK.match(state.src, state.pos)
        if not match:
            return False
        if not silent:
            picture = state.push("image", "img", 0)
            picture.attrs = {"src": quote(match[2].strip()), "alt": ""}
            picture.content = match[1]
            picture.children = []
            state.md.inline.parse(match[1], state.md, state.env, picture.children)
        state.pos = match.end()
        return True

    md.inline.ruler.after("image", "blanks", rule)


def blocks(md: MarkdownIt) -> None:
    """Take the marks of blocks (`^id` at the end of one) out of the text: they are for links."""

    def rule(state: StateCore) -> None:
        for token in state.tokens:
            last = token.children[-1] if token.type == "inline" and token.children else None
            if last and last.type == "text" and (match := BLOCK.search(last.content)):
                last.content = last.content[: match.start()].rstrip()

    md.core.ruler.after("inline", "blocks", rule)


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
                "embed": match[0].startswith("!"),
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
                    _to_check_box(token, token.children, match[1])

    md.core.ruler.after("inline", "tasks", rule)


def _to_check_box(inline: Token, children: list[Token], sign: str) -> None:
    mark = f"{TICKED} " if sign in "xX" else ""
    box = Token("html_inline", "", 0, info=STATES.get(sign, ""))
    box.content = (
        f'<input class="task-list-item-checkbox" {mark}disabled="disabled" type="checkbox">'
    )
    children[0].content = children[0].content[3:]
    children.insert(0, box)
    inline.content = inline.content[3:]
