"""The Markdown of a text as HTML with holes for what a page has to say.

In: tokens, and the voice of the site. Out: `Drawn`: HTML that is the same on every page, and in its
order what differs from page to page, as plain data: headings, links, pictures, notes that are shown
within this one. A text is drawn once, in whatever process; `site/prose.py` fills the holes.
HTML of the text's own is text, but for what `journal/html.py` reads.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape, unescape
from itertools import pairwise
from typing import Any
from urllib.parse import unquote

from markdown_it.common.utils import escapeHtml
from markdown_it.token import Token

from milepost.addresses import slug
from milepost.journal.action_line import without
from milepost.journal.actions import read
from milepost.journal.filenames import FILM, PICTURES, SOUND, ending
from milepost.journal.markup import sized
from milepost.journal.prose import Prose, blocks_of, parser, words_of
from milepost.journal.spared import SPARED
from milepost.journal.values import Section
from milepost.journal.words import Visibility
from milepost.site.formulas import is_long, mathml
from milepost.voice.actions import signs_said
from milepost.voice.labels import as_written, callout, label
from milepost.voice.voice import Voice

Drawn = list[Any]
"""First the headings, each as its tag and its words; then HTML, and holes as lists: the name of the
hole, and what is asked of the page.

- `heading`, its number among the headings; `/heading`
- `link`, the target, the anchor, its title; `/link`
- `wiki`, the target, the anchor, the words that are written, whether it is to be shown here
- `picture`, its source, its words, width and height, its title, what is shown where it is not there
- `frame`, the target, the anchor, whether its paragraph is one of a tight list; `/frame`
- `note`: what stands before the number in the anchor of a footnote
"""

_OUTWARD = re.compile(r"(https?|mailto|tel):", re.IGNORECASE)
_ELSEWHERE = re.compile(r"[A-Za-z][\w+.-]*:|//")
_NOTE = "\ufdd2"
_HOLE = re.compile("\ufdd0([0-9]+)\ufdd1|-\ufdd2-")
_OURS = re.compile("[\ufdd0-\ufdd2]")
"""Signs that are no characters (Unicode 23.7), for what is within a program only."""
_PASSAGES = {"private": "only_private", "shared": "only_supporters", "public": ""}
_SIGNS = {"half": "◐", "cancelled": "⊘", "moved": "→", "question": "?", "important": "!"}
"""How the states of a task look that are neither open nor done."""
_TICKED = 'checked="checked"'
_DRAWN = re.compile(
    r"\{?(?:mermaid|dataview(?:js)?|tasks|query|button|chart|kanban|plantuml|excalidraw|tracker)\b",
    re.IGNORECASE,
)
"""Blocks of which other tools draw something; here they are shown as they are written."""
_LANGUAGE = re.compile(r"[\w+#.-]+|\{[\w+#.-]+\}")
_AS_IT_IS = {
    f"{name}{end}"
    for name in (
        "text",
        "softbreak",
        "hardbreak",
        "code_inline",
        "em",
        "strong",
        "s",
        "mark",
        "dfn",
    )
    for end in ("", "_open", "_close")
}
"""What stands in a line as it does on every page: nothing of it has to be looked at."""


def drawn(text: str, voice: Voice) -> Drawn:
    """A text as HTML with holes."""
    drawing = _Drawing(voice)
    return drawing.pieces(drawing.html(Prose(_OURS.sub("\ufffd", text)).tokens))


def drawn_section(prose: Prose, section: Section, voice: Voice) -> Drawn:
    """The same of a section's text, without parsing that again where it need not be."""
    blocks = None if _OURS.search(prose.text) else blocks_of(prose, section)
    if blocks is None:
        return drawn(section.text, voice)
    drawing = _Drawing(voice)
    return drawing.pieces(drawing.html(blocks))


def drawn_line(text: str, voice: Voice) -> Drawn:
    """One line of Markdown, without a paragraph around it."""
    drawing = _Drawing(voice)
    return drawing.pieces(drawing.line(_OURS.sub("\ufffd", text)))


def is_file(target: str) -> bool:
    """Whether what a note shows within itself is a picture, a sound or a film."""
    return ending(target) in PICTURES | SOUND | FILM


class _Drawing:
    """A text while it is drawn: the holes so far stand in the HTML by their numbers."""

    def __init__(self, voice: Voice) -> None:
        self._voice = voice
        self._private = voice.reader is Visibility.PRIVATE
        self._holes: list[list[Any]] = []
        self._headings: list[list[str]] = []

    def pieces(self, html: str) -> Drawn:
        """The HTML with its holes in their places."""
        found: Drawn = [self._headings]
        at = 0
        for match in _HOLE.finditer(html):
            hole = self._holes[int(match[1])] if match[1] else ["note"]
            found += [html[at : match.start()], hole] if match.start() > at else [hole]
            at = match.end()
        return [*found, html[at:]] if at < len(html) else found

    def html(self, blocks: Sequence[Token]) -> str:
        """The blocks as HTML."""
        shown = list(self._blocks(blocks))
        return str(parser().renderer.render(shown, parser().options, {"docId": _NOTE}))

    def line(self, text: str) -> str:
        """One line as HTML."""
        return self.html(parser().parseInline(text, {}))

    def _hole(self, *asked: Any) -> str:
        self._holes.append([*asked])
        return f"\ufdd0{len(self._holes) - 1}\ufdd1"

    def _blocks(self, blocks: Sequence[Token]) -> Iterator[Token]:
        """The blocks, those as HTML already in which there is something to say or to ask."""
        numbers: dict[int, int] = {}
        for token, words in pairwise(blocks):
            if token.type == "heading_open":
                numbers[id(token)] = len(self._headings)
                self._headings.append([token.tag, words_of(words)])
        listed = list(self._for_reader(blocks))
        frame_end = -1
        for index, token in enumerate(listed):
            if token.type == "paragraph_open" and (meta := _shown_note(listed[index + 1])):
                frame_end = index + 2
                hole = self._hole("frame", meta["target"], meta["anchor"], token.hidden)
                yield _raw(hole, hidden=token.hidden)
            elif index == frame_end:
                yield _raw(self._hole("/frame"), hidden=token.hidden)
            elif token.type == "heading_open":
                line = "\n" if index and listed[index - 1].hidden else ""
                yield _raw(f"{line}{self._hole('heading', numbers[id(token)])}")
            elif token.type == "heading_close":
                yield _raw(self._hole("/heading"))
            else:
                yield from self._block(token)

    def _for_reader(self, blocks: Iterable[Token]) -> Iterator[Token]:
        """The blocks without footnotes that nothing refers to, but for the owner."""
        depth = 0
        for token in blocks:
            if token.type in SPARED:
                depth += token.nesting
            elif not depth or self._private:
                yield token

    def _block(self, token: Token) -> Iterator[Token]:
        if token.type == "details_open":
            summary = self.line(str(token.meta["summary"]) or label(self._voice, "more"))
            yield _raw(f"<details>\n<summary>{summary}</summary>\n")
        elif token.type == "details_close":
            yield _raw("</details>\n")
        elif token.children is not None:
            if all(child.type in _AS_IT_IS and child.markup != "$" for child in token.children):
                yield token
            else:
                line, signs = self._signed(token.children)
                yield Token("inline", "", 0, children=[*self._children(line), *signs])
        elif token.type in {"callout_open", "callout_close"}:
            yield self._callout(token)
        elif token.type in {"container_passage_open", "container_passage_close"}:
            yield from _passage(token, self._voice)
        elif token.type == "math_block":
            yield _raw(_formula(token.content, self._voice))
        elif token.type == "fence" and token.info.strip():
            yield from _fence(token, self._voice)
        elif token.type in {"th_open", "td_open"}:
            yield _aligned(token)
        elif token.type == "table_open":
            name = escape(label(self._voice, "table"))
            yield _raw(f'<div class="scroll" tabindex="0" role="group" aria-label="{name}">\n')
            yield token
        elif token.type == "table_close":
            yield token
            yield _raw("</div>\n")
        else:
            yield token

    def _callout(self, token: Token) -> Token:
        if token.type == "callout_close":
            return _raw("</div>\n")
        kind = slug(str(token.meta["kind"]))
        title = self.line(str(token.meta["title"]) or callout(self._voice, kind))
        return _raw(
            f'<div class="callout callout-{kind}" role="note">\n'
            f'<p class="callout-title">{title}</p>\n'
        )

    def _signed(self, children: list[Token]) -> tuple[list[Token], list[Token]]:
        """The line of a check box without its signs, and what they say in words."""
        found = read(children) if "checkbox" in children[0].content else None
        if found is None or not found.cuts:
            return children, []
        said = escape(" · ".join(signs_said(self._voice, found.signs)))
        words = [_text(" "), _inline(f'<span class="mute">{said}</span>')] if said else []
        return without(children, found.cuts), words

    def _children(self, children: list[Token]) -> Iterator[Token]:
        closing: list[str] = []
        for token in children:
            if token.type == "wikilink":
                meta = token.meta
                asked = (str(meta["target"]), str(meta["anchor"]), str(meta["words"]))
                yield _inline(self._hole("wiki", *asked, bool(meta["embed"])))
            elif token.type == "link_open":
                opens, closes = self._link(token)
                closing.append(closes)
                yield _inline(opens)
            elif token.type == "link_close":
                yield _inline(closing.pop())
            elif token.type == "image":
                yield _inline(self._image(token))
            elif token.type == "html_inline":
                yield _box(token, self._voice)
            elif token.markup == "$" and (drawn_ := mathml(token.content, block=False)):
                long = is_long(drawn_)
                yield _inline(_scrolled("span", drawn_, self._voice) if long else drawn_)
            else:
                yield token

    def _link(self, token: Token) -> tuple[str, str]:
        """What opens a link, and what ends it."""
        href, title = str(token.attrs.get("href", "")), str(token.attrs.get("title", ""))
        named = f' title="{escapeHtml(title)}"' if "title" in token.attrs else ""
        if _OUTWARD.match(href):
            return f'<a href="{escapeHtml(href)}" rel="noopener"{named}>', "</a>"
        target, _, anchor = href.partition("#")
        if not _ELSEWHERE.match(target):
            return self._hole("link", target, anchor, named), self._hole("/link")
        # Others must not learn how something is called that is not there for them.
        return (f"<span{named}>", "</span>") if named and self._private else ("", "")

    def _image(self, token: Token) -> str:
        src, alt = str(token.attrs.get("src", "")), words_of(token)
        if re.match(r"https?:", src, re.IGNORECASE):
            return f'<a href="{escape(src)}" rel="noopener">{escape(alt or src)}</a>'
        alt, width, height = sized(alt) if "|" in alt else (alt, 0, 0)
        title = str(token.attrs.get("title", ""))
        if not self._private or src.startswith("data:"):
            absent = escapeHtml(alt)
        else:
            words = alt or unquote(src)
            absent = (
                f'<span title="{escape(title)}">{escape(words)}</span>'
                if title
                else (escapeHtml(words))
            )
        return self._hole("picture", src, alt, width, height, title, absent)


def _shown_note(inline: Token) -> dict[str, Any]:
    """What a paragraph says that holds nothing but a note to be shown within this one."""
    children = inline.children or []
    if len(children) != 1 or children[0].type != "wikilink" or not children[0].meta["embed"]:
        return {}
    return {} if is_file(str(children[0].meta["target"])) else children[0].meta


def _fence(token: Token, voice: Voice) -> Iterator[Token]:
    """A block of code, with a word on what another tool draws of it, and what it is called."""
    kind, _, rest = token.info.strip().partition(" ")
    drawn = as_written(voice, kind.strip("{}").capitalize()) if _DRAWN.match(kind) else ""
    words = (drawn, rest.strip() if drawn or _LANGUAGE.fullmatch(kind) else token.info.strip())
    for said in filter(None, words):
        yield _raw(f'<p class="mute">{escape(unescape(said))}</p>\n')
    yield token


def _formula(tex: str, voice: Voice) -> str:
    """A formula in lines of its own, which can be wider than the page; as code if need be."""
    drawn = mathml(tex, block=True)
    if drawn is None:
        return f'<pre tabindex="0"><code>{escape(tex)}</code></pre>\n'
    return f"{_scrolled('div', drawn, voice)}\n"


def _scrolled(tag: str, drawn: str, voice: Voice) -> str:
    """A formula that can be moved to and fro where it is wider than the page."""
    name = escape(label(voice, "formula"))
    return f'<{tag} class="scroll" tabindex="0" role="group" aria-label="{name}">{drawn}</{tag}>'


def _aligned(token: Token) -> Token:
    """A cell whose side is said by a class, since the page's policy refuses inline style."""
    side = str(token.attrs.get("style", "")).removeprefix("text-align:")
    attrs: dict[str, str | int | float] = {"class": f"to-{side}"} if side else {}
    return Token(token.type, token.tag, token.nesting, attrs, block=True, level=token.level)


def _raw(text: str, *, hidden: bool = False) -> Token:
    return Token("html_block", "", 0, content=text, hidden=hidden)


def _passage(token: Token, voice: Voice) -> Iterator[Token]:
    if token.nesting < 0:
        yield _raw("</div>\n")
        return
    first, _, rest = token.info.strip().partition(" ")
    name = first.lower().rstrip(":")
    words = _PASSAGES.get(name, _PASSAGES["private"])
    yield _raw(f'<div class="passage passage-{slug(name)}">\n')
    if words:
        yield _raw(f'<p class="passage-title">{escape(label(voice, words))}</p>\n')
    if said := (rest if name in _PASSAGES else token.info).strip(" :"):
        yield _raw(f"<p>{escape(said)}</p>\n")


def _text(words: str) -> Token:
    return Token("text", "", 0, content=words)


def _inline(html: str) -> Token:
    return Token("html_inline", "", 0, content=html)


def _box(token: Token, voice: Voice) -> Token:
    """A check box as a sign with a name, since nothing on the page can be ticked."""
    if "checkbox" not in token.content:
        return token
    if token.info:
        name = escape(label(voice, f"box_{token.info}"))
        return _inline(f'<span role="img" aria-label="{name}">{_SIGNS[token.info]}</span> ')
    kind = "done" if _TICKED in token.content else "open"
    name = escape(label(voice, f"box_{kind}"))
    return _inline(f'<span class="box {kind}" role="img" aria-label="{name}"></span>')
