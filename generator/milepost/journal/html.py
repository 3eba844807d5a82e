"""The little HTML that people write in notes, read through an allow-list as what it means.

In: a `MarkdownIt` that takes HTML for text. Out: the same with rules added. A tag becomes the token
that Markdown has for the thing, so that links and pictures go the same way as all others: nothing
of what is written is ever put into a page as HTML. A tag that is not on the list, has an attribute
that is not, or is not closed stays text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from urllib.parse import quote

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

_AS = {
    **{name: name for name in ("kbd", "sub", "sup", "mark", "small", "em", "strong", "s")},
    "b": "strong",
    "i": "em",
    "del": "s",
    "strike": "s",
}
"""Tags around words, and what each of them means."""
_AROUND = "center|div|p|span|font|u|ins|figure|figcaption|section"
"""Tags that only say how something stands on a page; what they hold is read as it is."""
_ATTRIBUTES = frozenset(
    (
        *("src", "href", "alt", "title", "width", "height", "class", "id", "align", "valign"),
        *("style", "lang", "dir", "target", "rel", "border", "color", "size", "face", "loading"),
        *("name", "open"),
    )
)
_ATTRIBUTE = r"""\s+[A-Za-z][\w-]*(?:\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[^\s"'=<>`]+))?"""
_TAG = re.compile(rf"<(/?)([A-Za-z][A-Za-z0-9]*)((?:{_ATTRIBUTE})*)\s*/?>")
_ONE = re.compile(r"""\s+([A-Za-z][\w-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?""")
_ALONE = re.compile(rf"</?(?:{_AROUND})(?:{_ATTRIBUTE})*\s*/?>", re.IGNORECASE)
_DETAILS = re.compile(r"<details(?:\s+open(?:=\S*)?)?\s*>\s*", re.IGNORECASE)
_END = re.compile(r"</details\s*>\s*$", re.IGNORECASE)
_SUMMARY = re.compile(r"\s*<summary\s*>(.*?)</summary\s*>\s*", re.IGNORECASE)
_NAMES = frozenset(
    (
        *("a", "abbr", "address", "article", "aside", "audio", "b", "base", "bdi", "bdo", "blink"),
        *(
            "blockquote",
            "body",
            "br",
            "button",
            "canvas",
            "caption",
            "center",
            "cite",
            "code",
            "col",
        ),
        *("colgroup", "dd", "del", "details", "dfn", "dialog", "div", "dl", "dt", "em", "embed"),
        *(
            "fieldset",
            "figcaption",
            "figure",
            "font",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
        ),
        *(
            "h6",
            "head",
            "header",
            "hr",
            "html",
            "i",
            "iframe",
            "img",
            "input",
            "ins",
            "kbd",
            "label",
        ),
        *("legend", "li", "link", "main", "mark", "marquee", "math", "meta", "nav", "noscript"),
        *("object", "ol", "optgroup", "option", "output", "p", "picture", "pre", "q", "ruby", "rt"),
        *(
            "s",
            "samp",
            "script",
            "section",
            "select",
            "small",
            "source",
            "span",
            "strike",
            "strong",
        ),
        *("style", "sub", "summary", "sup", "svg", "table", "tbody", "td", "template", "textarea"),
        *("tfoot", "th", "thead", "tr", "track", "tt", "u", "ul", "var", "video", "wbr"),
    )
)
"""What is surely meant for a tag: `<title>` and `<time>` are often places to be filled in."""
_LEFT = re.compile(r"<([A-Za-z][A-Za-z0-9]*)(?=[\s/>])[^<>]*>")
_LONGEST, _MOST_LINES = 1000, 1000
"""So many letters away the end of a tag is looked for, and so many lines that of `<details>`."""
_FENCE = re.compile(r"[ >\t]*[:：]{2}")
"""What may begin or end a passage: nothing that can be folded reaches over it."""


def safe_html(md: MarkdownIt) -> None:
    """Read the tags of the allow-list: `br`, words in `kbd` and its kin, `img`, `a`, `details`."""
    md.inline.ruler.before("html_inline", "safe_html", _inline)
    md.block.ruler.before("paragraph", "details", _details, {"alt": ["paragraph"]})
    md.block.ruler.before("paragraph", "around", _around, {"alt": ["paragraph"]})


def tags_left(text: str) -> Iterator[re.Match[str]]:
    """The tags that stand in a text, such as `<iframe src="map.html">`; group 1 is the name."""
    return (match for match in _LEFT.finditer(text) if match[1].lower() in _NAMES)


def is_read(name: str) -> bool:
    """Whether a tag of this name is on the list, and stays text only for how it is written."""
    around = re.fullmatch(_AROUND, name) is not None
    return around or name in _AS or name in {"br", "img", "a", "details", "summary"}


def _inline(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "<" or not (match := _TAG.match(state.src, state.pos)):
        return False
    name, attributes = match[2].lower(), attributes_of(match[3])
    if attributes is None:
        return False
    if name == "br" and not match[1]:
        if not silent:
            state.push("hardbreak", "br", 0)
    elif name == "img" and not match[1] and attributes.get("src"):
        if not silent:
            _image(state, attributes)
    elif re.fullmatch(_AROUND, name):
        pass
    elif not match[1] and (name in _AS or (name == "a" and "href" in attributes)):
        return _pair(state, match, attributes, silent=silent)
    else:
        return False
    state.pos = match.end()
    return True


def attributes_of(text: str) -> Mapping[str, str] | None:
    """The attributes of a tag by their names; None where one is not on the list.

    >>> attributes_of(' href="a&amp;b" Title=x'), attributes_of(" onclick=x")
    ({'href': 'a&b', 'title': 'x'}, None)
    """
    found = {
        match[1].lower(): unescape(match[2] or match[3] or match[4] or "")
        for match in _ONE.finditer(text)
    }
    return found if found.keys() <= _ATTRIBUTES else None


def _image(state: StateInline, attributes: Mapping[str, str]) -> None:
    size = [attributes.get(side, "").removesuffix("px") for side in ("width", "height")]
    sized = "x".join(part for part in size if part.isdecimal()) if size[0].isdecimal() else ""
    words = " ".join(attributes.get("alt", "").replace("|", " ").split())
    token = state.push("image", "img", 0)
    token.attrs = {"src": quote(attributes["src"], safe="/:%#?&=@+,;~!$*'()"), "alt": ""}
    if attributes.get("title"):
        token.attrs["title"] = attributes["title"]
    token.content = f"{words}|{sized}" if sized else words
    child = type(token)("text", "", 0, content=token.content)
    token.children = [child]


def _pair(
    state: StateInline, match: re.Match[str], attributes: Mapping[str, str], *, silent: bool
) -> bool:
    """Words between a tag and its end; one within another of its kind is not read."""
    name = match[2].lower()
    last = min(state.posMax, match.end() + _LONGEST)
    end = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(state.src, match.end(), last)
    inner = state.src[match.end() : end.start()] if end else ""
    if end is None or re.search(rf"<{name}\b", inner, re.IGNORECASE):
        return False
    if not silent:
        kind, tag = ("link", "a") if name == "a" else (_AS[name], _AS[name])
        opening = state.push(f"{kind}_open", tag, 1)
        if name == "a":
            opening.attrs = {key: attributes[key] for key in ("href", "title") if key in attributes}
            state.linkLevel += 1
        state.pos, last = match.end(), state.posMax
        state.posMax = end.start()
        state.md.inline.tokenize(state)
        state.posMax = last
        if name == "a":
            state.linkLevel -= 1
        state.push(f"{kind}_close", tag, -1)
    state.pos = end.end()
    return True


def _text(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].rstrip()


def _around(state: StateBlock, line: int, _end: int, silent: bool) -> bool:
    """A line with nothing but the beginning or the end of a `<div>` or its kin."""
    match = None if state.is_code_block(line) else _ALONE.fullmatch(_text(state, line))
    tag = _TAG.match(match[0]) if match else None
    if not tag or attributes_of(tag[3]) is None:
        return False
    if not silent:
        state.line = line + 1
    return True


def _details(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """What can be folded: `<details>`, its summary on the same line or the next, its end."""
    opening = None if state.is_code_block(line) else _DETAILS.match(_text(state, line))
    if opening is None:
        return False
    rest, first = _text(state, line)[opening.end() :], line + 1
    if at_once := _END.search(rest):
        rest, last = rest[: at_once.start()], line
    else:
        last = _end_of(state, line, end)
    if silent or last < 0:
        return last >= 0
    if not rest and first < last and _SUMMARY.fullmatch(_text(state, first)):
        rest, first = _text(state, first), first + 1
    summary = _SUMMARY.match(rest)
    token = state.push("details_open", "details", 1)
    token.meta, token.map = {"summary": summary[1] if summary else ""}, [line, last + 1]
    if words := rest[summary.end() if summary else 0 :]:
        state.push("paragraph_open", "p", 1).map = [line, line + 1]
        inline = state.push("inline", "", 0)
        inline.content, inline.map, inline.children = words, [line, line + 1], []
        state.push("paragraph_close", "p", -1)
    before, state.lineMax = state.lineMax, max(first, last)
    if first < last:
        state.md.block.tokenize(state, first, last)
    state.lineMax = before
    state.push("details_close", "details", -1)
    state.line = last + 1
    return True


def _end_of(state: StateBlock, line: int, end: int) -> int:
    """The line that ends what a line opens; -1 where none does, or a passage lies between."""
    depth = 1
    for number in range(line + 1, min(end, line + _MOST_LINES)):
        text = _text(state, number)
        if _FENCE.match(text) or state.sCount[number] < state.blkIndent:
            return -1
        depth += bool(_DETAILS.match(text)) - bool(_END.fullmatch(text))
        if not depth:
            return number
    return -1
