"""The Markdown below the front matter, parsed once: its tokens, and what can be read off them.

In: a text. Out: `Prose`, which keeps its tokens for the site to render and its `Outline` (sections,
check boxes, links); the tokens of one section; the same prose with the passages cut that an
audience may not see, which is a new text with tokens of its own; and a text without its comments.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property, lru_cache
from itertools import pairwise
from pathlib import PurePosixPath
from textwrap import dedent
from typing import Any
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from milepost.addresses import STEERING, slug
from milepost.journal import actions, remembered
from milepost.journal.comments import Uncommented, signs, without_comments
from milepost.journal.html import safe_html, tags_left
from milepost.journal.line_marks import BOX, LIKELY_ITEM
from milepost.journal.marks import notes
from milepost.journal.markup import BLOCK, TICKED, blanks, blocks, callouts, tasks, wikilinks
from milepost.journal.passages import MARKS, Marks, Passages, fences, find_passages, surely_code
from milepost.journal.remembered import Memory
from milepost.journal.spared import nothing_dropped
from milepost.journal.values import Line, Link, Outline, Section, Task
from milepost.journal.words import Visibility

SECTIONS = {
    "progress": (
        "progress", "wins", "achievements", "successes", "what went well", "highlights",
        "fortschritt", "fortschritte", "was gut lief", "was gut ging",
    ),
    "problems": (
        "problems", "challenges", "obstacles", "setbacks", "what went badly", "probleme",
        "schwierigkeiten", "hindernisse", "was schlecht lief",
    ),
    "learned": (
        "learned", "learnt", "lessons", "learnings", "insights", "lessons learned", "gelernt",
        "erkenntnisse",
    ),
    "if-then": ("if-then", "if then", "if-then plans", "wenn-dann", "wenn dann", "wenn-dann-pläne"),
    "plans": (
        "plans", "next week", "next steps", "todo", "to do", "plan", "pläne", "nächste woche",
        "nächste schritte",
    ),
    "thanks": ("thanks", "gratitude", "grateful for", "dank", "dankbarkeit", "dankbar für"),
    "energised": (
        "energised by", "energized by", "what energised me", "what energized me",
        "what gave me energy", "energy from", "energisers", "energizers",
    ),
    "drained": (
        "drained by", "what drained me", "what cost me energy", "energy drains", "drainers",
    ),
    "supporter": (
        "for my supporter", "for my supporters", "supporter", "für meine unterstützer",
    ),
}  # fmt: skip
"""The known sections of an entry, with the headings that mean them."""

RECORDED = {
    "learning": (
        "learning", "courses", "course", "books", "reading", "studies", "events",
        "certificates", "lernen", "kurse", "fortbildung", "weiterbildung", "bücher",
    ),
    "people": (
        "people", "met", "who i met", "people i met", "contacts", "network",
        "networking", "mentoring", "menschen", "leute", "kontakte", "getroffen",
        "netzwerk",
    ),
    "feedback": (
        "feedback", "feedback received", "what others said", "rückmeldung", "rückmeldungen",
    ),
    "setbacks": (
        "setbacks", "setback", "failures", "what failed", "rückschläge", "rückschlag",
        "misserfolge",
    ),
    "wins": ("wins", "win", "achievements", "successes", "celebrations", "erfolge", "erfolg"),
    "experiences": (
        "experiences", "experience", "new experiences", "challenges embraced",
        "out of my comfort zone", "volunteering", "giving back", "erfahrungen", "ehrenamt",
    ),
    "declined": (
        "declined", "said no", "i said no", "said no to", "saying no", "abgesagt", "abgelehnt",
        "nein gesagt",
    ),
}  # fmt: skip
"""The families of records, with the headings of an entry under which each line is one.

The same section may be one of `SECTIONS` too: then it is shown as both.
"""

DECIDED = (
    "decisions", "decision", "verdicts", "verdict", "entscheidungen", "entscheidung", "beschlüsse",
)  # fmt: skip
"""The headings of a review under which each line may decide something of a goal."""

_ANYWHERE = ("next week", "next steps", "went well", "went badly", "lessons learned")
_NAMES = {words: name for name, all_words in SECTIONS.items() for words in all_words}
_FAMILIES = {words: name for name, all_words in RECORDED.items() for words in all_words}
_FAMILIES |= dict.fromkeys(DECIDED, "decisions")
_OPENS, _CLOSES = "container_passage_open", "container_passage_close"
_ITEM = re.compile(rf"\s*{LIKELY_ITEM}\s+(?:{BOX}\s+)?(?=\S)")
"""The mark of an item of a list, with its box."""
_QUOTED = re.compile(r"[ \t]*(?:>[ \t]*)+")
_PUT_OFF = {"cancelled", "moved"}
"""States of a task in which there is nothing to do."""
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")
_IN_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)|\\<", re.DOTALL)
"""Where a sign begins no tag: in code, and behind a `\\`."""
_COLONS = re.compile("[:：]{2}")
_BLANK_END = re.compile(r"(?:^|\n)[ \t]*\n\Z")
_NOTHING = re.compile(
    r"[\s*_.…–—/-]*(?:(?:none|nothing|nobody|n/a|keine?|keine[rs]|nichts|niemand)"
    r"(?:\s+(?:this\s+week|yet|today|diese\s+woche|heute))?)?[\s*_.…–—/!-]*",
    re.IGNORECASE,
)
"""A line under a heading that was kept though there was nothing to say."""


_HELD = 64
"""So many texts' tokens are held."""


@cache
def parser() -> MarkdownIt:
    """The parser of all prose: CommonMark with tables, task lists, footnotes, strikethrough,
    wikilinks, callouts, `:::` passages and what people write in notes; HTML is
    text but for a few tags that are read as what they mean.
    """  # noqa: D205
    md = MarkdownIt("commonmark", {"html": False, "typographer": False})
    md.enable(["table", "strikethrough"])
    footnote_plugin(md)
    for plugin in (fences, wikilinks, blanks, notes, safe_html, callouts, tasks, blocks):
        plugin(md)
    nothing_dropped(md)
    return md


@dataclass(frozen=True)  # without slots: what was read off the text is kept beside it
class Prose:
    """The Markdown below the front matter, and the line of the file on which it starts.

    It is parsed when it is asked for its tokens, which are held while few others are asked for
    theirs: they take as much room as seventy times the text, and what is read off them is kept.
    They belong to this text alone: whoever takes words away makes a new `Prose`.
    """

    text: str = ""
    line: int = 1
    memory: Memory | None = field(default=None, compare=False, repr=False)
    """What earlier runs read off texts; without it all is read anew."""

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The block tokens, to be read and never changed; `map` counts lines from 0."""
        return _parsed(self.text)[0]

    @cached_property
    def passages(self) -> Passages:
        """What is for whom in the text, with lines from 0."""
        if not _COLONS.search(self.text):
            return Passages((), ())
        return find_passages(self.text.split("\n"), _parsed(self.text)[1], self.sure_code)

    @cached_property
    def sure_code(self) -> frozenset[int]:
        """The lines, from 0, that are code whoever reads them."""
        if "```" not in self.text and "~~~" not in self.text:
            return frozenset()
        if self.memory is None:
            return surely_code(self.tokens, self.text.split("\n"))
        key = ("code", self.text)
        try:
            return frozenset(map(int, self.memory.get(key)))
        except remembered.NOT_SO:
            found = surely_code(self.tokens, self.text.split("\n"))
            self.memory.put(key, sorted(found))
            return found

    @cached_property
    def outline(self) -> Outline:
        """Sections, check boxes, links and pictures, with lines of the file."""
        if self.memory is None:
            return self._outline()
        key = ("outline", self.line, self.text)
        try:
            return remembered.outline(self.memory.get(key))
        except remembered.NOT_SO:
            found = self._outline()
            self.memory.put(key, remembered.plain(found))
            return found

    def _outline(self) -> Outline:
        blocks, boxes = self.tokens, tuple(_tasks(self))
        lines, tables = _lines(self)
        return Outline(
            heading=next((text for level, text, *_ in _headings(blocks) if level == 1), ""),
            headings=tuple(
                words_of(inline)
                for opening, inline in pairwise(blocks)
                if opening.type == "heading_open"
            ),
            opens_with_heading=blocks[0].type == "heading_open" if blocks else False,
            sections=tuple(_sections(self)),
            tasks=tuple(task for task in boxes if task.state not in _PUT_OFF),
            put_off=tuple(task for task in boxes if task.state in _PUT_OFF),
            links=tuple(_links(self)),
            pictures=tuple(
                str(token.attrs["src"]) for _, token in _inline(blocks) if token.type == "image"
            ),
            files=tuple(_files(blocks)),
            tags=tuple(_tags(self)),
            lines=tuple(lines),
            tables=tuple(tables),
        )

    @cached_property
    def length(self) -> int:
        """How many words the text has, marks that stand alone among them."""
        return len(self.text.split())

    @cached_property
    def first_words(self) -> str:
        """The first paragraph, or item of a list, as plain words, without marks.

        Headings, tables and code are passed over.
        """
        if self.memory is None:
            return self._first_words()
        words = self.memory.get(("first words", self.text))
        if not isinstance(words, str):
            words = self._first_words()
            self.memory.put(("first words", self.text), words)
        return words

    def _first_words(self) -> str:
        for block in self.text.split("\n\n"):
            lines = [line for line in block.split("\n") if not line.lstrip().startswith("#")]
            words = " ".join(_up_to_an_item(lines).split())
            if words and not words.startswith((":::", "|", "<", "%%", "!", "```")):
                return words_of(parser().parseInline(words, {})[0]).lstrip("-*+> ")
        return ""


@lru_cache(maxsize=_HELD)
def _parsed(text: str) -> tuple[tuple[Token, ...], Marks]:
    """The tokens of a text, and where the marks of passages stand in it."""
    if not text.strip():
        return (), {}
    env: dict[str, Any] = {}
    # With the end of one last line, a text is read alike at the end of a note and within one.
    return tuple(parser().parse(text.rstrip("\n") + "\n", env)), env.get(MARKS, {})


def _up_to_an_item(lines: Sequence[str]) -> str:
    """The lines before the first item of a list; where they begin with one, that item alone."""
    told = [line for line in lines if line.strip()]
    ends = (at for at, line in enumerate(told) if at and _ITEM.match(line))
    words = "\n".join(told[: next(ends, len(told))])
    mark = _ITEM.match(words)
    return words[mark.end() :] if mark else words


def part(prose: Prose, anchor: str) -> Prose | None:
    """What a link means that names a heading, or a block as `^id`; None where there is no such.

    A heading means all down to the next of its rank; of several in a path (`#Trip#Packing`) the
    last is taken.
    """
    lines, blocks_ = prose.text.split("\n"), prose.tokens
    wanted = anchor.rpartition("#")[2].strip()
    if wanted.startswith("^"):
        at = next((n for n, line in enumerate(lines) if f"^{wanted[1:]}" in _marks(line)), None)
        found = [t.map for t in blocks_ if t.map and at is not None and t.map[0] <= at < t.map[1]]
        if at is None or not found:
            return None
        start, end = min(found, key=lambda span: span[1] - span[0])
        if not BLOCK.sub("", "\n".join(lines[start:end])).strip():  # a mark below its block
            before = [t.map for t in blocks_ if t.map and t.level == 0 and t.map[1] <= start]
            start, end = max(before, default=[start, end])
    else:
        heads = [t for t in blocks_ if t.type == "heading_open" and t.map]
        names = [slug(words_of(inline)) for t, inline in pairwise(blocks_) if t in heads]
        place = names.index(slug(unquote(wanted))) if slug(unquote(wanted)) in names else -1
        if place < 0:
            return None
        start = (heads[place].map or [0])[0]
        after = (t.map[0] for t in heads[place + 1 :] if t.map and t.tag <= heads[place].tag)
        end = next(after, len(lines))
    return Prose(dedent("\n".join(lines[start:end])), prose.line + start, prose.memory)


def _marks(line: str) -> list[str]:
    return [f"^{match[1]}" for match in BLOCK.finditer(line)]


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
    return STEERING.sub(" ", "".join(parts)).strip()  # `&#27;` is a sign too


@lru_cache(maxsize=1024)
def section_name(heading: str) -> str:
    """The known section that a heading means, or nothing.

    >>> section_name("Things I will do next week:")
    'plans'
    """
    words = _plain_heading(heading)
    if words in _NAMES:
        return _NAMES[words]
    found = next((phrase for phrase in _ANYWHERE if re.search(rf"\b{phrase}\b", words)), "")
    return _NAMES.get(found) or _NAMES.get(f"what {found}", "")


@lru_cache(maxsize=1024)
def family_name(heading: str) -> str:
    """The family of records that a heading means, `decisions` of a review, or nothing.

    >>> family_name("Feedback:")
    'feedback'
    """
    return _FAMILIES.get(_plain_heading(heading), "")


def _plain_heading(heading: str) -> str:
    return " ".join(re.sub(r"[^\w\s'’-]", " ", heading.lower()).split())


def cut(prose: Prose, audience: Visibility) -> Prose:
    """The prose as this audience may read it: hidden passages become empty lines.

    Within a quotation they become empty lines of it, so that it stays one. `::: private` is for the
    owner, `::: shared` for supporters too. A passage by another name is taken for private, since it
    may be a slip of the pen.
    """
    if audience is Visibility.PRIVATE or not (hidden := prose.passages.hidden_from(audience)):
        return prose
    lines = prose.text.split("\n")
    for start, end in hidden:
        lines[start:end] = _emptied(lines, start, end)
    text = "\n".join(lines)
    return prose if text == prose.text else Prose(text, prose.line, prose.memory)


def _emptied(lines: Sequence[str], start: int, end: int) -> list[str]:
    """The lines of a passage without a word; a quotation that goes on keeps its signs."""
    around = lines[max(start - 1, 0) : end + 1]
    marks = [_QUOTED.match(line) for line in around]
    signs = {"".join(match[0].split()) if match else "" for match in marks}
    goes_on = start > 0 and end < len(lines) and len(signs) == 1
    return [signs.pop() if goes_on else ""] * (end - start)


def uncommented(text: str) -> Uncommented:
    """The text without its comments.

    Signs in code stay only where Markdown agrees that each of them stands in code: else all go.
    """
    found = without_comments(text)
    if found.kept and found.kept != sum(map(signs, _code(parser().parse(found.text)))):
        return without_comments(text, code=False)
    return found


def _code(tokens: Iterable[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in {"fence", "code_inline"}:
            yield token.content
        yield from _code(token.children or () if token.type == "inline" else ())


def _inline(blocks: Iterable[Token]) -> Iterator[tuple[Token, Token]]:
    for block in blocks:
        for child in block.children or []:
            yield block, child


def blocks_of(prose: Prose, section: Section) -> tuple[Token, ...] | None:
    """The tokens below the heading of a section, as its text alone would have them.

    None where that has to be read by itself: the rest of the text may say where a link of it leads,
    or what a footnote says; and code that nothing ends takes the empty lines that follow.
    """
    if any(sign in prose.text for sign in ("[^", "^[", "]:")):
        return None
    blocks = _parts(prose.text)[section.line - prose.line]
    return None if any(_BLANK_END.search(block.content) for block in blocks) else blocks


@lru_cache(maxsize=_HELD)
def _parts(text: str) -> dict[int, tuple[Token, ...]]:
    """The tokens of each section, by the line of its heading, from 0."""
    blocks = _parsed(text)[0]
    heads = [heading for heading in _headings(blocks) if heading[0] > 1]
    ends = _ends([(rank, at) for rank, _, _, at in heads], len(blocks))
    return {
        first: blocks[at + 3 : end] for (_, _, (first, _), at), end in zip(heads, ends, strict=True)
    }


def _headings(blocks: Iterable[Token]) -> Iterator[tuple[int, str, list[int], int]]:
    """Each heading in no list, quotation or passage.

    Its rank, its words, its lines and its place among the blocks, the last two from 0.
    """
    for at, (opening, inline) in enumerate(pairwise(blocks)):
        if opening.type == "heading_open" and opening.level == 0 and opening.map:
            yield int(opening.tag[1]), words_of(inline), opening.map, at


def _ends(headings: Sequence[tuple[int, int]], last: int) -> list[int]:
    """Where what stands below each heading ends, of which the rank and the place are given.

    >>> _ends([(2, 0), (3, 4), (2, 9)], 20)
    [9, 9, 20]
    """
    ends, below = [], [last] * 7
    for rank, place in reversed(headings):
        ends.append(below[rank])
        below[rank:] = [place] * (7 - rank)
    return ends[::-1]


def _sections(prose: Prose) -> Iterator[Section]:
    """Each section with the lines down to the next heading of its own rank or above."""
    lines = prose.text.split("\n")
    headings = [heading for heading in _headings(prose.tokens) if heading[0] > 1]
    ends = _ends([(rank, first) for rank, _, (first, _), _ in headings], len(lines))
    for (_, text, (first, below), _), end in zip(headings, ends, strict=True):
        body = "\n".join(lines[below:end]).strip("\n")
        yield Section(section_name(text), text, body, prose.line + first)


def _lines(prose: Prose) -> tuple[list[Line], list[tuple[str, int]]]:
    """The items and paragraphs under headings of records, and the tables there.

    Check boxes are none, nor quotations, nor lines that say that there is nothing.

    A heading below such a one goes on with it, but for one that means something itself.
    """
    above: list[tuple[str, str]] = []  # ranks and families of the headings that hold here
    outside: list[list[tuple[str, str]]] = []  # those that hold again where a passage ends
    lists = passages = 0
    begins = False  # whether an item has begun, and has no words yet
    found: Line | None = None
    lines: list[Line] = []
    tables: list[tuple[str, int]] = []
    table = 0  # the line of the last one
    for opening, block in pairwise(prose.tokens):
        lists += (opening.type == "list_item_open") - (opening.type == "list_item_close")
        begins = opening.type != "list_item_close" and (begins or opening.type == "list_item_open")
        passages += (opening.type == _OPENS) - (opening.type == _CLOSES)
        if opening.type == _OPENS:
            outside.append(above)
        elif opening.type == _CLOSES:
            above = outside.pop()
        if opening.type == "heading_open" and opening.level == passages:
            lines += [found] if found else []
            found = None
            above = [one for one in above if one[0] < opening.tag]
            words = words_of(block)
            known = family_name(words) or ("" if section_name(words) or not above else above[-1][1])
            above = [*above, (opening.tag, known)]
        if opening.type == "table_open" and opening.map:
            table = prose.line + opening.map[0]
        elif opening.type == "tbody_open" and opening.level == 2 * lists + passages + 1:
            tables += [(above[-1][1], table)] if above and above[-1][1] else []
        if opening.type != "paragraph_open" or not above or not above[-1][1] or not block.map:
            continue
        if opening.level != 2 * lists + passages:  # in a quotation or a callout
            continue
        text = BLOCK.sub("", " ".join(block.content.split())).strip()
        box = (block.children or (block,))[0].type == "html_inline"
        line = prose.line + block.map[0]
        if lists > 1 or (lists and not begins):
            depth = 2 * lists + (not begins)
            begins = False
            if found and not box and text:
                found = replace(found, parts=(*found.parts, (text, line, depth)))
            continue
        begins = False
        lines += [found] if found else []
        says = not box and not _NOTHING.fullmatch(text)
        found = Line(above[-1][1], text, line) if says else None
    lines += [found] if found else []
    return lines, tables


def _tasks(prose: Prose) -> Iterator[Task]:
    for block in prose.tokens:
        first = block.children[0] if block.children else None
        if first and first.type == "html_inline" and block.map:
            found = actions.read(block.children or ())
            yield Task(
                words_of(block),
                TICKED in first.content,
                prose.line + block.map[0],
                first.info,
                found.signs if found else None,
            )


def _files(blocks: Iterable[Token]) -> Iterator[str]:
    for _, token in _inline(blocks):
        if token.type == "wikilink":
            target = str(token.meta["target"])
        elif token.type == "link_open":
            target = str(token.attrs["href"])
        else:
            continue
        path = target.partition("#")[0]
        if PurePosixPath(path).suffix not in {"", ".md"} and ":" not in path:
            yield path


def _tags(prose: Prose) -> Iterator[tuple[str, str, int]]:
    """The first of each kind of tag that stays text; `&lt;b&gt;` is none."""
    told: set[str] = set()
    line = prose.line
    for block in prose.tokens if "<" in prose.text else ():
        line = prose.line + block.map[0] if block.map else line
        if block.type != "inline" or "<" not in block.content:
            continue
        children = block.children or ()
        text = "".join(child.content if child.type == "text" else "\n" for child in children)
        written = _IN_CODE.sub("", block.content)
        for match in tags_left(text):
            name, sign = match[1].lower(), f"<{match[1]}"
            if name not in told and sign in written:
                told.add(name)
                yield name, sign, line


def _links(prose: Prose) -> Iterator[Link]:
    for block, token in _inline(prose.tokens):
        line = prose.line + (block.map[0] if block.map else 0)
        if token.type == "wikilink":
            meta = token.meta
            yield Link(meta["target"], meta["anchor"], meta["words"], True, line)
        elif token.type == "link_open":
            target, _, anchor = str(token.attrs["href"]).partition("#")
            if target.endswith(".md") and not _SCHEME.match(target):
                yield Link(unquote(target), anchor, "", False, line)
