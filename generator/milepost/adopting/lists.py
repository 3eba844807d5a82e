"""Where goals stand in a note that is no goal: lists, tables, front matter.

In: the path and the bytes of a file. Out: a wish for each line that reads as a goal, and what is
wrong with the bytes. Read as goals are: the items of a list, ticked or not, below a heading such
as “Goals 2026” or in a file that is called so; the rows of a table with a column of goals and
another that says how far or until when; the list `goals:` in the front matter; and a file with
`type: goal`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from textwrap import dedent

from markdown_it.token import Token

from milepost.addresses import STEERING, slug
from milepost.adopting.line import read_line
from milepost.adopting.parts import from_parts
from milepost.adopting.wish import Wish
from milepost.adopting.words import holds, is_aside, is_done, is_goals, period_in
from milepost.findings import Finding
from milepost.journal import nodes
from milepost.journal.frontmatter import decode, merge_mark, split
from milepost.journal.line_marks import BULLET, PLAIN_BOX
from milepost.journal.markup import TICKED
from milepost.journal.nodes import Items, Keys, Node, Text, folded
from milepost.journal.prose import Prose, words_of

_NOT_BROUGHT = {"visibility", "title", "type"}
"""Keys of a list's goal that its file has by itself: a goal that is adopted is private."""
_LIST = ("bullet_list_open", "ordered_list_open")
_TELLING = {"to", "now", "due"}
"""A table is of goals when it has one of these columns beside their names."""
_NAMED = re.compile(
    rf"\s*(?:{BULLET}\s+)?(?:\*\*|__)?([^\W\d][\w ?]{{0,24}}?)(?:\*\*|__)?::?(?:\*\*)?\s+(\S.*)"
)


@dataclass(frozen=True, slots=True)
class _Part:
    """What a heading says of all that stands below it."""

    level: int
    goals: bool = False
    period: str = ""
    area: str = ""
    done: bool = False


def wishes_in(path: str, data: bytes) -> tuple[list[Wish], list[Finding]]:
    """Every goal of a file in its order, each once, and what is wrong with the file's bytes."""
    text, findings = decode(path, data)
    if mark := merge_mark(path, text):
        return [], [*findings, mark]
    whole, more = split(path, text)
    findings += more
    keys = None
    if whole.block is not None:
        keys, more = nodes.read(path, whole.block, whole.block_line)
        findings += more
    pairs = {folded(key.value): node for key, node in keys.pairs} if keys else {}
    if _says(pairs.get("type")) == "goal":
        named = _says(pairs.get("title")) or whole.prose.outline.heading or PurePosixPath(path).stem
        return [Wish(title=named, line=1, whole=text)], findings
    stem = PurePosixPath(path).stem
    title = _says(pairs.get("title"))
    period = period_in(title) or period_in(_says(pairs.get("year"))) or period_in(stem)
    found = list(_listed(pairs.get("goals"), period))
    named_so = next((area for ok, area in map(is_goals, (title, stem)) if ok), None)
    top = _Part(0, named_so is not None, period, named_so or "")
    found += _in_prose(whole.prose, top)
    return [wish for wish in found if slug(wish.title)], findings


def _says(node: Node | None) -> str:
    return node.value.strip() if isinstance(node, Text) else ""


# --- front matter ---------------------------------------------------------------------------------


def _listed(node: Node | None, period: str) -> Iterator[Wish]:
    """The goals of a list in the front matter, as texts or as mappings."""
    if not isinstance(node, Items):
        return
    for item in node.items:
        if isinstance(item, Text) and not item.empty:
            yield _of_text(item.value, item.place.line, period)
        elif isinstance(item, Keys):
            parts: dict[str, str] = {}
            said: list[tuple[str, str]] = []
            for key, value in item.pairs:
                part = holds(key.value.replace("_", " "))
                if part and isinstance(value, Text):
                    parts.setdefault(part, value.value.strip())
                elif isinstance(value, Text) and folded(key.value) not in _NOT_BROUGHT:
                    said.append((folded(key.value), _plain(value.value)))
            if len(item.pairs) == 1 and "title" not in parts:
                # `- Read 24 books: by June` is a line with a colon, which YAML takes for a mapping.
                key, value = item.pairs[0]
                yield _of_text(f"{key.value}: {_says(value)}", item.place.line, period)
            elif "title" in parts:
                wish = from_parts(parts, item.place.line, _Part(0, period=period).period)
                keys = dict(pair for pair in said if re.fullmatch(r"[^\W\d][\w-]*", pair[0]))
                other = tuple(f"{name}: {text}" for name, text in said if name not in keys)
                lines = tuple(f"{name}: {text}" for name, text in keys.items())
                yield replace(wish, keys=lines, below=tuple(map(_plain, other)))


def _of_text(text: str, line: int, period: str) -> Wish:
    box = re.match(rf"{PLAIN_BOX}\s+", text)
    done = bool(box and "x" in box[0].lower())
    words = text[box.end() :] if box else text
    return read_line(_plain(words), line, period, done=done)


def _plain(words: str) -> str:
    return " ".join(STEERING.sub(" ", words).split())


# --- prose ----------------------------------------------------------------------------------------


def _in_prose(prose: Prose, top: _Part) -> Iterator[Wish]:
    """The goals of lists and tables, by the headings that stand above them."""
    lines = prose.text.split("\n")
    tokens = prose.tokens
    above = [top]
    for index, token in enumerate(tokens):
        if token.level:
            continue
        if token.type == "heading_open":
            above = _below(above, int(token.tag[1]), words_of(tokens[index + 1]))
        elif token.type in _LIST and above[-1].goals:
            yield from _items(tokens, index, lines, prose.line, above[-1])
        elif token.type == "table_open":
            yield from _rows(tokens, index, prose.line, above[-1])


def _below(above: Sequence[_Part], level: int, words: str) -> list[_Part]:
    """The headings that stand above what follows a new one."""
    kept = [part for part in above if part.level < level]
    outer = kept[-1] if kept else above[0]
    goals, area = is_goals(words)
    period = period_in(words) or outer.period
    if goals:
        part = _Part(level, True, period, area or (outer.area if outer.goals else ""))
    elif not outer.goals or is_aside(words):
        part = _Part(level, period=outer.period)
    elif is_done(words):
        part = replace(outer, level=level, done=True)
    else:
        name = re.sub(r"^[^\w]+|[^\w)]+$", "", words)
        only_time = period_in(words) and not re.sub(r"[QH]?[0-9]|[\W_]", "", words, flags=re.I)
        part = replace(outer, level=level, period=period, area=outer.area if only_time else name)
    return [*kept, part]


def _items(
    tokens: Sequence[Token], start: int, lines: Sequence[str], first: int, part: _Part
) -> Iterator[Wish]:
    for index in range(start + 1, len(tokens)):
        token = tokens[index]
        if token.level == 0:
            return
        if token.type != "list_item_open" or token.level != 1 or not token.map:
            continue
        inline = tokens[index + 2]
        if inline.type != "inline" or inline.level != 3 or not inline.map:
            continue
        box = inline.children[0] if inline.children else None
        is_box = box is not None and box.type == "html_inline"
        done = part.done or (is_box and box is not None and TICKED in box.content)
        wish = read_line(words_of(inline), first + token.map[0], part.period, done=done)
        below = dedent("\n".join(lines[inline.map[1] : token.map[1]])).strip("\n").split("\n")
        wish = _with_lines(replace(wish, area=part.area), [b for b in below if b.strip()], part)
        if is_box and box is not None and box.info == "cancelled":
            wish = replace(wish, status="dropped")
        elif _is_struck(inline):
            wish = replace(wish, unclear={**wish.unclear, "status": f"~~{wish.title}~~"})
        if is_box and not wish.measurable and "measurable" not in wish.unclear and not wish.below:
            wish = replace(wish, measurable="yes or no")
        yield wish


def _with_lines(wish: Wish, below: Sequence[str], part: _Part) -> Wish:
    """A wish with what stands below its line: `Why: …` says a part of it, all else is kept."""
    parts: dict[str, str] = {}
    kept = []
    for line in below:
        named = _NAMED.fullmatch(line)
        name = holds(named[1]) if named else ""
        if named and name and name != "title" and name not in parts:
            parts[name] = _plain(named[2])
        else:
            kept.append(line)
    if parts:
        wish = from_parts(parts, wish.line, part.period, wish)
    return replace(wish, below=tuple(kept))


def _is_struck(inline: Token) -> bool:
    children = [one for one in inline.children or () if one.content.strip() or one.type != "text"]
    shown = [one for one in children if one.type != "html_inline"]
    return bool(shown) and shown[0].type == "s_open" and shown[-1].type == "s_close"


def _rows(tokens: Sequence[Token], start: int, first: int, part: _Part) -> Iterator[Wish]:
    """The goals of a table, where its first row names a column of goals and what they aim at."""
    rows: list[tuple[int, list[str]]] = []
    for index in range(start + 1, len(tokens)):
        token = tokens[index]
        if token.type == "table_close":
            break
        if token.type == "tr_open":
            rows.append((first + (token.map or [0])[0], []))
        elif token.type == "inline":
            rows[-1][1].append(words_of(token))
    if not rows:
        return
    names = [holds(cell) for cell in rows[0][1]]
    telling = _TELLING | ({"status", "why"} if part.goals else set())
    if "title" not in names or not telling & set(names):
        return
    for line, cells in rows[1:]:
        said: Mapping[str, str] = {
            name: cell.strip()
            for name, cell in reversed(list(zip(names, cells, strict=False)))
            if name and cell.strip() not in {"", "-", "–", "—", "?"}
        }
        if "title" in said:
            wish = from_parts(said, line, part.period)
            yield replace(wish, area=wish.area or part.area)
