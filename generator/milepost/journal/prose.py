"""The Markdown of a body: one parser for all, and what can be read off its tokens.

In: `Prose`. Out: tokens for the site to render, an `Outline` (sections, check boxes, links), and
the same prose with the passages cut that an audience may not see.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.anchors import anchors_plugin
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.tasklists import tasklists_plugin

from milepost.journal.markup import callouts, comments, wikilinks
from milepost.journal.model import Prose
from milepost.journal.values import Link, Outline, Section, Task
from milepost.journal.words import Visibility

SECTIONS = {
    "progress": ("progress", "wins", "achievements", "successes", "what went well", "highlights"),
    "problems": ("problems", "challenges", "obstacles", "setbacks", "what went badly"),
    "learned": ("learned", "learnt", "lessons", "learnings", "insights", "lessons learned"),
    "if-then": ("if-then", "if then", "if-then plans"),
    "plans": ("plans", "next week", "next steps", "todo", "to do", "plan"),
    "thanks": ("thanks", "gratitude", "grateful for"),
    "supporter": ("for my supporter", "for my supporters", "supporter"),
}
"""The known sections of an entry, with the headings that mean them."""

_ANYWHERE = ("next week", "next steps", "went well", "went badly", "lessons learned")
_NAMES = {words: name for name, all_words in SECTIONS.items() for words in all_words}
_TICKED = 'checked="checked"'
_SHOW_ALL = {Visibility.PRIVATE.value, Visibility.SHARED.value, Visibility.PUBLIC.value}


@cache
def parser() -> MarkdownIt:
    """The parser of all prose: CommonMark with tables, task lists, footnotes, strikethrough,
    wikilinks, callouts, `:::` passages and heading anchors; raw HTML is text.
    """  # noqa: D205
    md = MarkdownIt("commonmark", {"html": False, "typographer": False})
    md.enable(["table", "strikethrough"])
    container_plugin(md, "passage", validate=lambda params, *_: bool(params.strip()))
    footnote_plugin(md)
    tasklists_plugin(md)
    anchors_plugin(md, max_level=6)
    for plugin in (comments, wikilinks, callouts):
        plugin(md)
    return md


def tokens(prose: Prose) -> list[Token]:
    """The block tokens of the prose; their `map` counts lines from 0 within it."""
    return parser().parse(prose.text, {})


def outline(prose: Prose) -> Outline:
    """Sections, check boxes, links and pictures of the prose, with lines of the file."""
    if not prose.text.strip():
        return Outline()
    blocks = tokens(prose)
    return Outline(
        heading=next((text for level, text, _ in _headings(blocks) if level == 1), ""),
        headings=tuple(
            words_of(inline)
            for opening, inline in pairwise(blocks)
            if opening.type == "heading_open"
        ),
        opens_with_heading=blocks[0].type == "heading_open" if blocks else False,
        sections=tuple(_sections(prose, blocks)),
        tasks=tuple(_tasks(prose, blocks)),
        links=tuple(_links(prose, blocks)),
        pictures=tuple(
            str(token.attrs["src"]) for _, token in _inline(blocks) if token.type == "image"
        ),
    )


def words_of(token: Token) -> str:
    """The plain words of an inline token, without its markup."""
    parts = []
    for child in token.children or []:
        if child.type in {"text", "code_inline"}:
            parts.append(child.content)
        elif child.type == "wikilink":
            parts.append(child.meta["words"] or child.meta["target"])
        elif child.type in {"softbreak", "hardbreak"}:
            parts.append(" ")
        elif child.type == "image":
            parts.append(words_of(child))
    return "".join(parts).strip()


def section_name(heading: str) -> str:
    """The known section that a heading means, or nothing.

    >>> section_name("Things I will do next week:")
    'plans'
    """
    words = " ".join(re.sub(r"[^\w\s'’-]", " ", heading.lower()).split())
    if words in _NAMES:
        return _NAMES[words]
    found = next((phrase for phrase in _ANYWHERE if re.search(rf"\b{phrase}\b", words)), "")
    return _NAMES.get(found) or _NAMES.get(f"what {found}", "")


def passages(prose: Prose) -> Iterator[tuple[str, int]]:
    """The name and the line in the file of each `:::` passage."""
    if ":::" in prose.text:
        for token in tokens(prose):
            if token.type == "container_passage_open" and token.map:
                yield _passage(token), prose.line + token.map[0]


def cut(prose: Prose, audience: Visibility) -> Prose:
    """The prose as this audience may read it: hidden passages become empty lines.

    `::: private` is for the owner, `::: shared` for supporters too. A passage by another name is
    taken for private, since it may be a slip of the pen.
    """
    if ":::" not in prose.text or audience is Visibility.PRIVATE:
        return prose
    lines = prose.text.split("\n")
    for token in tokens(prose):
        if token.type != "container_passage_open" or not token.map:
            continue
        name = _passage(token)
        meant = Visibility(name) if name in _SHOW_ALL else Visibility.PRIVATE
        if meant.seen_by(audience):
            continue
        start, end = token.map
        if end < len(lines) and re.fullmatch(r"[\s>]*:{3,}\s*", lines[end]):
            end += 1
        lines[start:end] = [""] * (end - start)
    return Prose("\n".join(lines), prose.line)


def _passage(token: Token) -> str:
    return token.info.split()[0].lower().rstrip(":") if token.info.split() else ""


def _inline(blocks: Iterable[Token]) -> Iterator[tuple[Token, Token]]:
    for block in blocks:
        for child in block.children or []:
            yield block, child


def _headings(blocks: list[Token]) -> Iterator[tuple[int, str, int]]:
    for opening, inline in pairwise(blocks):
        if opening.type == "heading_open" and opening.level == 0 and opening.map:
            yield int(opening.tag[1]), words_of(inline), opening.map[0]


def _sections(prose: Prose, blocks: list[Token]) -> Iterator[Section]:
    lines = prose.text.split("\n")
    headings = [heading for heading in _headings(blocks) if heading[0] > 1]
    for index, (level, text, start) in enumerate(headings):
        later = (line for other, _, line in headings[index + 1 :] if other <= level)
        end = next(later, len(lines))
        body = "\n".join(lines[start + 1 : end]).strip("\n")
        yield Section(section_name(text), text, body, prose.line + start)


def _tasks(prose: Prose, blocks: list[Token]) -> Iterator[Task]:
    for block in blocks:
        first = block.children[0] if block.children else None
        if first and first.type == "html_inline" and block.map:
            done = _TICKED in first.content
            yield Task(words_of(block), done, prose.line + block.map[0])


def _links(prose: Prose, blocks: list[Token]) -> Iterator[Link]:
    for block, token in _inline(blocks):
        line = prose.line + (block.map[0] if block.map else 0)
        if token.type == "wikilink":
            meta = token.meta
            yield Link(meta["target"], meta["anchor"], meta["words"], True, line)
        elif token.type == "link_open":
            target, _, anchor = str(token.attrs["href"]).partition("#")
            if target.endswith(".md") and "://" not in target:
                yield Link(unquote(target), anchor, "", False, line)
