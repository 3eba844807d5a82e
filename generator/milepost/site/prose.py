"""The Markdown of a document as HTML that fits its page.

In: prose, and a `Guide` that knows where links and pictures lead from this page. Out: `Markup`.
HTML is text, but for what `journal/html.py` reads; links to nothing become plain words, pictures
that are not there their words.
The tokens of the prose serve many pages: what a page changes is a copy.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from html import escape, unescape
from urllib.parse import unquote

from markdown_it.token import Token
from markupsafe import Markup

from milepost.addresses import slug
from milepost.journal.action_line import without
from milepost.journal.actions import read
from milepost.journal.filenames import FILM, PICTURES, SOUND, ending, stem, title_of
from milepost.journal.markup import sized
from milepost.journal.prose import Prose, parser, section_tokens, words_of
from milepost.journal.remembered import NOT_SO
from milepost.journal.spared import SPARED
from milepost.journal.values import Outline, Section
from milepost.journal.words import Visibility
from milepost.site.formulas import is_long, mathml
from milepost.voice.actions import signs_said
from milepost.voice.labels import as_written, callout, label
from milepost.voice.voice import Voice

_OUTWARD = re.compile(r"(https?|mailto|tel):", re.IGNORECASE)
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


@dataclass(frozen=True, slots=True)
class Destination:
    """Where a link leads from the page it stands on, and the title of what is there.

    `at_heading` says that the heading which the link names is there too; `width` and `height` are
    those of a picture, 0 where they are not known.
    """

    href: str
    title: str = ""
    at_heading: bool = False
    width: int = 0
    height: int = 0


def _nothing(_target: str, _anchor: str) -> Markup | None:
    """What is shown of other notes where none can be asked for."""
    return None


@dataclass(frozen=True, slots=True)
class Guide:
    """What prose must know of its page: the voice that it speaks with, and where it leads.

    `find(target, anchor)` gives the link to another document of the journal or to a file, None
    where there is nothing; `picture(src)` the same for a picture; `frame(target, anchor)` gives
    what another note says, to be shown within this one. `shift` is added to the rank of
    headings, so that `#` becomes `<h2>` with 1; with 0 they are paragraphs. `prefix` stands before
    the anchors of headings. `page` is the address of the page.
    """

    voice: Voice
    find: Callable[[str, str], Destination | None]
    picture: Callable[[str], Destination | None]
    shift: int = 1
    prefix: str = ""
    page: str = ""
    frame: Callable[[str, str], Markup | None] = _nothing


def render(prose: Prose, guide: Guide, *, skip_title: str = "") -> Markup:
    """The prose as HTML.

    A first heading that only repeats `skip_title`, which the page already shows, is left out.
    """

    def make(guide: Guide) -> Markup:
        blocks: Sequence[Token] = prose.tokens
        if skip_title:
            blocks = _without_title(blocks, skip_title)
        return _html(blocks, guide)

    return _remembered(prose, guide, ("whole", skip_title), make)


def render_section(prose: Prose, section: Section, guide: Guide) -> Markup:
    """One section of the prose as HTML, without its heading, as it stands away from the rest."""
    return _remembered(
        prose,
        guide,
        ("section", section.line - prose.line),
        lambda guide: _html(section_tokens(prose, section), guide),
    )


def _remembered(
    prose: Prose, guide: Guide, part: tuple[object, ...], make: Callable[[Guide], Markup]
) -> Markup:
    """The HTML that an earlier run made, if all links and pictures in it lead where they led.

    It depends on the text, on the guide, and on what the guide answers; so it is kept with the
    questions and the answers, and each is asked again. What another note says within this one is
    asked only once, since its frames are counted.
    """
    memory = prose.memory
    if memory is None:
        return make(guide)
    voice = guide.voice
    key = (*part, prose.text, guide.page, guide.shift, guide.prefix, voice.language, voice.reader)
    held = memory.get(key)
    framed: list[tuple[str, str, Markup | None]] = []

    def again(target: str, anchor: str) -> Markup | None:
        framed.append((target, anchor, guide.frame(target, anchor)))
        return framed[-1][2]

    with suppress(*NOT_SO):
        html, links, pictures, frames = held
        if (
            isinstance(html, str)
            and all(_told(guide.find(target, at)) == told for target, at, told in links)
            and all(_told(guide.picture(source)) == told for source, told in pictures)
            and all(_said(again(target, at)) == told for target, at, told in frames)
        ):
            return Markup(html)
    links, pictures, frames = [], [], []

    def find(target: str, anchor: str) -> Destination | None:
        found = guide.find(target, anchor)
        links.append([target, anchor, _told(found)])
        return found

    def picture(source: str) -> Destination | None:
        found = guide.picture(source)
        pictures.append([source, _told(found)])
        return found

    def frame(target: str, anchor: str) -> Markup | None:
        known = bool(framed) and framed[0][:2] == (target, anchor)
        found = framed.pop(0)[2] if known else guide.frame(target, anchor)
        frames.append([target, anchor, _said(found)])
        return found

    html = make(replace(guide, find=find, picture=picture, frame=frame))
    memory.put(key, [str(html), links, pictures, frames])
    return html


def _told(found: Destination | None) -> list[object] | None:
    if found is None:
        return None
    return [found.href, found.title, found.at_heading, found.width, found.height]


def _said(found: Markup | None) -> str | None:
    return None if found is None else str(found)


def inline(text: str, guide: Guide) -> Markup:
    """One line of Markdown as HTML, without a paragraph around it."""
    return _html(parser().parseInline(text, {}), replace(guide, prefix=""))


def _html(blocks: Sequence[Token], guide: Guide) -> Markup:
    env = {"docId": guide.prefix.rstrip(".")} if guide.prefix else {}
    shown = list(_blocks(_ranked(blocks, guide), guide))
    return Markup(parser().renderer.render(shown, parser().options, env))


def headings(
    outline: Outline, prefix: str = "", *, skip_title: str = ""
) -> tuple[tuple[str, str], ...]:
    """The words of each heading and its anchor on the page, as `render` sets them."""
    words = outline.headings
    if skip_title and outline.opens_with_heading and _same(words[0], skip_title):
        words = words[1:]
    return tuple(zip(words, _anchors(words, prefix), strict=True))


def _anchors(headings: Iterable[str], prefix: str) -> Iterator[str]:
    """The anchor of each heading, unique in the document."""
    used: set[str] = set()
    counts: dict[str, int] = {}
    for words in headings:
        plain = slug(words) or "heading"
        anchor = plain
        while anchor in used:
            counts[plain] = counts.get(plain, 1) + 1
            anchor = f"{plain}-{counts[plain]}"
        used.add(anchor)
        yield prefix + anchor


def _same(heading: str, title: str) -> bool:
    return " ".join(heading.split()).casefold() == " ".join(title.split()).casefold()


def _without_title(blocks: Sequence[Token], title: str) -> Sequence[Token]:
    if len(blocks) > 2 and blocks[0].type == "heading_open":
        return blocks[3:] if _same(words_of(blocks[1]), title) else blocks
    return blocks


def _ranked(blocks: Sequence[Token], guide: Guide) -> Iterator[Token]:
    """The blocks with headings that go on from the page's own without a gap, and their anchors."""
    opened = [index for index, token in enumerate(blocks) if token.type == "heading_open"]
    anchors = _anchors((words_of(blocks[index + 1]) for index in opened), guide.prefix)
    written = sorted({blocks[index].tag for index in opened})
    last = guide.shift
    for token in blocks:
        if token.type == "heading_open" and guide.shift:
            last = min(written.index(token.tag) + 1 + guide.shift, last + 1, 6)
            yield _with(token, f"h{last}", {"id": next(anchors)})
        elif token.type == "heading_open":
            yield _with(token, "p", {"class": "subhead"})
        elif token.type == "heading_close":
            yield _with(token, f"h{last}" if guide.shift else "p", {})
        else:
            yield token


def _with(token: Token, tag: str, attrs: dict[str, str | int | float]) -> Token:
    return Token(token.type, tag, token.nesting, attrs, block=True, level=token.level)


def _blocks(blocks: Iterable[Token], guide: Guide) -> Iterator[Token]:
    skip = 0
    listed = list(_for_reader(blocks, guide.voice.reader))
    for index, token in enumerate(listed):
        if skip:
            skip -= 1
        elif token.type == "paragraph_open" and (html := _frame(listed[index + 1], guide)):
            yield _raw(html)
            skip = 2
        else:
            yield from _block(token, guide)


def _for_reader(blocks: Iterable[Token], reader: Visibility) -> Iterator[Token]:
    """The blocks without footnotes that nothing refers to, but for the owner."""
    depth = 0
    for token in blocks:
        if token.type in SPARED:
            depth += token.nesting
        elif not depth or reader is Visibility.PRIVATE:
            yield token


def _block(token: Token, guide: Guide) -> Iterator[Token]:
    if token.type == "details_open":
        summary = inline(str(token.meta["summary"]) or label(guide.voice, "more"), guide)
        yield _raw(f"<details>\n<summary>{summary}</summary>\n")
    elif token.type == "details_close":
        yield _raw("</details>\n")
    elif token.children is not None:
        if all(child.type in _AS_IT_IS and child.markup != "$" for child in token.children):
            yield token
        else:
            line, signs = _signed(token.children, guide.voice)
            yield Token("inline", "", 0, children=[*_children(line, guide), *signs])
    elif token.type in {"callout_open", "callout_close"}:
        yield from _callout(token, guide)
    elif token.type in {"container_passage_open", "container_passage_close"}:
        yield from _passage(token, guide.voice)
    elif token.type == "math_block":
        yield _raw(_formula(token.content, guide.voice))
    elif token.type == "fence" and token.info.strip():
        yield from _fence(token, guide.voice)
    elif token.type in {"th_open", "td_open"}:
        yield _aligned(token)
    elif token.type == "table_open":
        name = escape(label(guide.voice, "table"))
        yield _raw(f'<div class="scroll" tabindex="0" role="group" aria-label="{name}">\n')
        yield token
    elif token.type == "table_close":
        yield token
        yield _raw("</div>\n")
    else:
        yield token


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


def _frame(inline: Token, guide: Guide) -> str:
    """A note that is shown within this one, where a paragraph holds nothing else."""
    children = inline.children or []
    if len(children) != 1 or children[0].type != "wikilink" or not children[0].meta["embed"]:
        return ""
    target, anchor = str(children[0].meta["target"]), str(children[0].meta["anchor"])
    found = None if _is_file(target) else guide.frame(target, anchor)
    if found is None:
        return ""
    link = "".join(
        parser().renderer.render(list(_wikilink(children[0], guide)), parser().options, {})
    )
    return (
        f'<div class="callout" role="note">\n<p class="callout-title">{link}</p>\n{found}</div>\n'
    )


def _is_file(target: str) -> bool:
    return ending(target) in PICTURES | SOUND | FILM


def _aligned(token: Token) -> Token:
    """A cell whose side is said by a class, since the page's policy refuses inline style."""
    side = str(token.attrs.get("style", "")).removeprefix("text-align:")
    return _with(token, token.tag, {"class": f"to-{side}"} if side else {})


def _raw(text: str) -> Token:
    return Token("html_block", "", 0, content=text)


def _callout(token: Token, guide: Guide) -> Iterator[Token]:
    if token.type == "callout_close":
        yield _raw("</div>\n")
        return
    kind = slug(str(token.meta["kind"]))
    title = str(token.meta["title"]) or callout(guide.voice, kind)
    yield _raw(
        f'<div class="callout callout-{kind}" role="note">\n'
        f'<p class="callout-title">{inline(title, guide)}</p>\n'
    )


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


def _signed(children: list[Token], voice: Voice) -> tuple[list[Token], list[Token]]:
    """The line of a check box without its signs, and what they say in words."""
    found = read(children) if "checkbox" in children[0].content else None
    if found is None or not found.cuts:
        return children, []
    said = escape(" · ".join(signs_said(voice, found.signs)))
    words = [_text(" "), _inline(f'<span class="mute">{said}</span>')] if said else []
    return without(children, found.cuts), words


def _children(children: list[Token], guide: Guide) -> Iterator[Token]:
    closing: list[Token | None] = []
    for token in children:
        if token.type == "wikilink":
            yield from _wikilink(token, guide)
        elif token.type == "link_open":
            kept = _link(token, guide)
            closing.append(kept)
            if kept:
                yield kept
        elif token.type == "link_close":
            if kept := closing.pop():
                yield Token("link_close", kept.tag, -1)
        elif token.type == "image":
            yield _image(token, guide)
        elif token.type == "html_inline":
            yield _box(token, guide.voice)
        elif token.markup == "$" and (drawn := mathml(token.content, block=False)):
            yield _inline(_scrolled("span", drawn, guide.voice) if is_long(drawn) else drawn)
        else:
            yield token


def _text(words: str) -> Token:
    return Token("text", "", 0, content=words)


def _wikilink(token: Token, guide: Guide) -> Iterator[Token]:
    target, anchor = str(token.meta["target"]), str(token.meta["anchor"])
    written = str(token.meta["words"])
    if token.meta["embed"] and _is_file(target) and (shown := _embedded(target, written, guide)):
        yield shown
        return
    found, owner = guide.find(target, anchor), guide.voice.reader is Visibility.PRIVATE
    if found is None:
        # Others must not learn how something is called that is not there for them.
        yield _text(written or ((target or anchor) if owner else "…"))
        return
    words = "" if anchor.startswith("^") else anchor.replace("#", ": ")
    if words and not target:
        own = words if owner or found.at_heading else found.title
    else:
        named = words and (owner or found.at_heading)
        own = f"{found.title}: {words}" if named else found.title
    yield Token("link_open", "a", 1, attrs={"href": found.href})
    yield _text(written or own or (target if owner else "…"))
    yield Token("link_close", "a", -1)


def _embedded(target: str, written: str, guide: Guide) -> Token | None:
    """A picture, a sound or a film in its place; None where there is no such file."""
    words, width, height = sized(written)
    if ending(target) in PICTURES:
        found = guide.picture(target)
        return _picture(found, words or _bare(target), "", width, height) if found else None
    found = guide.find(target, "")
    if found is None:
        return None
    kind = "audio" if ending(target) in SOUND else "video"
    href, name = escape(found.href), escape(words or found.title)
    player = f'<{kind} controls preload="none" src="{href}" aria-label="{name}"></{kind}>'
    return _inline(f'{player} <a href="{href}">{name}</a>')


def _bare(target: str) -> str:
    """The name of a file as words."""
    return title_of(stem(target))


def _picture(found: Destination, alt: str, title: str, width: int, height: int) -> Token:
    """A picture as large as it is asked to be, else as it is; its shape is known beforehand."""
    if width and not height and found.width:
        height = round(found.height * width / found.width)
    elif not width:
        width, height = found.width, found.height
    size = "".join(
        f' {name}="{number}"' for name, number in (("width", width), ("height", height)) if number
    )
    named = f' title="{escape(title)}"' if title else ""
    return _inline(
        f'<img src="{escape(found.href)}" alt="{escape(alt)}"{size} loading="lazy"{named}>'
    )


def _link(token: Token, guide: Guide) -> Token | None:
    href = str(token.attrs.get("href", ""))
    title = {"title": token.attrs["title"]} if "title" in token.attrs else {}
    if _OUTWARD.match(href):
        return Token("link_open", "a", 1, attrs={"href": href, "rel": "noopener", **title})
    target, _, anchor = href.partition("#")
    elsewhere = re.match(r"[A-Za-z][\w+.-]*:|//", target)
    found = None if elsewhere else guide.find(target, anchor)
    if found:
        return Token("link_open", "a", 1, attrs={"href": found.href, **title})
    # Others must not learn how something is called that is not there for them.
    owner = guide.voice.reader is Visibility.PRIVATE
    return Token("link_open", "span", 1, attrs={**title}) if title and owner else None


def _image(token: Token, guide: Guide) -> Token:
    src, alt = str(token.attrs.get("src", "")), words_of(token)
    if re.match(r"https?:", src, re.IGNORECASE):
        words = escape(alt or src)
        return _inline(f'<a href="{escape(src)}" rel="noopener">{words}</a>')
    alt, width, height = sized(alt) if "|" in alt else (alt, 0, 0)
    found, title = guide.picture(src), str(token.attrs.get("title", ""))
    if found:
        return _picture(found, alt, title, width, height)
    if guide.voice.reader is not Visibility.PRIVATE or src.startswith("data:"):
        return _text(alt)
    words = alt or unquote(src)
    return (
        _inline(f'<span title="{escape(title)}">{escape(words)}</span>') if title else _text(words)
    )


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
