"""The Markdown of a document as HTML that fits its page.

In: prose, and a `Guide` that knows where links and pictures lead from this page. Out: `Markup`.
What is the same on every page comes from `site/drawing.py`, which each text asks once; here its
holes are filled. Links to nothing become plain words, pictures that are not there their words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from html import escape
from typing import Any

from markdown_it.common.utils import escapeHtml
from markupsafe import Markup

from milepost.addresses import slug
from milepost.journal.filenames import PICTURES, SOUND, ending, stem, title_of
from milepost.journal.markup import sized
from milepost.journal.prose import Prose
from milepost.journal.remembered import NOT_SO
from milepost.journal.values import Outline, Section
from milepost.journal.words import Visibility
from milepost.site.drawing import Drawn, drawn, drawn_line, drawn_section, is_file
from milepost.voice.voice import Voice


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
    the anchors of headings.
    """

    voice: Voice
    find: Callable[[str, str], Destination | None]
    picture: Callable[[str], Destination | None]
    shift: int = 1
    prefix: str = ""
    frame: Callable[[str, str], Markup | None] = _nothing


def render(prose: Prose, guide: Guide, *, skip_title: str = "") -> Markup:
    """The prose as HTML.

    A first heading that only repeats `skip_title`, which the page already shows, is left out.
    """
    return _remembered(prose, guide, lambda: drawn(prose.text, guide.voice), skip_title)


def render_section(prose: Prose, section: Section, guide: Guide) -> Markup:
    """One section of the prose as HTML, without its heading, as its text alone is read."""
    alone = Prose(section.text, prose.line, prose.memory)
    return _remembered(alone, guide, lambda: drawn_section(prose, section, guide.voice))


def _remembered(
    prose: Prose, guide: Guide, draw: Callable[[], Drawn], skip_title: str = ""
) -> Markup:
    """What was drawn of a text, by whatever run, with its holes filled."""
    memory = prose.memory
    if memory is None:
        return _Filled(draw(), guide).html(skip_title)
    key = _key(prose.text, guide.voice)
    with suppress(*NOT_SO):  # what was kept may not be as it should be
        return _Filled(memory.get(key), guide).html(skip_title)
    made = draw()
    memory.put(key, made)
    return _Filled(made, guide).html(skip_title)


def inline(text: str, guide: Guide) -> Markup:
    """One line of Markdown as HTML, without a paragraph around it."""
    return _Filled(drawn_line(text, guide.voice), replace(guide, prefix="")).html()


def draw_ahead(prose: Prose, voice: Voice) -> None:
    """Put what pages will ask of a text into its memory: the whole, and sections that are known."""
    memory = prose.memory
    if memory is None:
        return
    known = [one for one in prose.outline.sections if one.name]
    ways = {one.text: partial(drawn_section, prose, one, voice) for one in known}
    ways[prose.text] = partial(drawn, prose.text, voice)
    for text, draw in ways.items():
        key = _key(text, voice)
        if memory.get(key) is None:
            memory.put(key, draw())


def _key(text: str, voice: Voice) -> tuple[object, ...]:
    return ("drawn", text, voice.language, voice.reader)


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


class _Filled:
    """HTML while its holes are filled for a page."""

    def __init__(self, held: Drawn, guide: Guide) -> None:
        self._headings, *self._pieces = held
        self._guide = guide
        self._owner = guide.voice.reader is Visibility.PRIVATE
        self._closing: list[str] = []
        self._opened: dict[int, tuple[str, str]] = {}

    def html(self, skip_title: str = "") -> Markup:
        """The whole, as a page shows it."""
        pieces = iter(self._pieces)
        skipped = int(
            bool(skip_title)
            and self._pieces[:1] == [["heading", 0]]
            and _same(self._headings[0][1], skip_title)
        )
        if skipped:
            _up_to("/heading", pieces)
        self._opened = dict(enumerate(self._ranked(skipped), skipped))
        return Markup("".join(self._shown(pieces)))

    def _ranked(self, skipped: int) -> Iterator[tuple[str, str]]:
        """What opens and ends each heading.

        Headings go on from the page's own without a gap.
        """
        guide, left = self._guide, self._headings[skipped:]
        if not guide.shift:
            yield from [('<p class="subhead">', "</p>\n")] * len(left)
            return
        anchors = _anchors((words for _, words in left), guide.prefix)
        written = sorted({tag for tag, _ in left})
        last = guide.shift
        for (tag, _), anchor in zip(left, anchors, strict=True):
            last = min(written.index(tag) + 1 + guide.shift, last + 1, 6)
            yield f'<h{last} id="{escapeHtml(anchor)}">', f"</h{last}>\n"

    def _shown(self, pieces: Iterator[Any]) -> Iterator[str]:
        for piece in pieces:
            if isinstance(piece, str):
                yield piece
            elif piece[0] == "frame":
                yield from self._frame(piece[1:], _up_to("/frame", pieces))
            else:
                yield self._hole(*piece)

    def _hole(self, kind: str, *asked: Any) -> str:
        match kind:
            case "heading":
                opens, closes = self._opened[asked[0]]
                self._closing.append(closes)
                return opens
            case "link":
                opens, closes = self._link(*asked)
                self._closing.append(closes)
                return opens
            case "/heading" | "/link":
                return self._closing.pop()
            case "wiki":
                return self._wikilink(*asked)
            case "picture":
                return self._picture(*asked)
            case "note":
                prefix = self._guide.prefix.rstrip(".")
                return f"-{escapeHtml(prefix)}-" if prefix else ""
        raise ValueError(kind)

    def _frame(self, asked: Sequence[Any], within: Sequence[Any]) -> Iterator[str]:
        """A note that is shown within this one, else the paragraph that asks for it."""
        target, anchor, hidden = asked
        found = self._guide.frame(target, anchor)
        shown = "".join(self._shown(iter(within)))
        if found is not None:
            yield f'<div class="callout" role="note">\n<p class="callout-title">{shown}</p>\n'
            yield f"{found}</div>\n"
        else:
            yield shown if hidden else f"<p>{shown}</p>\n"

    def _link(self, target: str, anchor: str, named: str) -> tuple[str, str]:
        """What opens and ends a link that somebody wrote out."""
        found = self._guide.find(target, anchor)
        if found:
            return f'<a href="{escapeHtml(found.href)}"{named}>', "</a>"
        # Others must not learn how something is called that is not there for them.
        return (f"<span{named}>", "</span>") if named and self._owner else ("", "")

    def _wikilink(self, target: str, anchor: str, written: str, embed: bool) -> str:
        if embed and is_file(target) and (shown := self._embedded(target, written)):
            return shown
        found, owner = self._guide.find(target, anchor), self._owner
        if found is None:
            # Others must not learn how something is called that is not there for them.
            return escapeHtml(written or ((target or anchor) if owner else "…"))
        words = "" if anchor.startswith("^") else anchor.replace("#", ": ")
        if words and not target:
            own = words if owner or found.at_heading else found.title
        else:
            named = words and (owner or found.at_heading)
            own = f"{found.title}: {words}" if named else found.title
        shown = escapeHtml(written or own or (target if owner else "…"))
        return f'<a href="{escapeHtml(found.href)}">{shown}</a>'

    def _embedded(self, target: str, written: str) -> str:
        """A picture, a sound or a film in its place; nothing where there is no such file."""
        words, width, height = sized(written)
        if ending(target) in PICTURES:
            return self._picture(target, words or title_of(stem(target)), width, height, "", "")
        found = self._guide.find(target, "")
        if found is None:
            return ""
        kind = "audio" if ending(target) in SOUND else "video"
        href, name = escape(found.href), escape(words or found.title)
        player = f'<{kind} controls preload="none" src="{href}" aria-label="{name}"></{kind}>'
        return f'{player} <a href="{href}">{name}</a>'

    def _picture(self, src: str, alt: str, width: int, height: int, title: str, absent: str) -> str:
        """A picture as large as it is asked to be, else as it is; its shape is known beforehand."""
        found = self._guide.picture(src)
        if found is None:
            return absent
        if width and not height and found.width:
            height = round(found.height * width / found.width)
        elif not width:
            width, height = found.width, found.height
        sizes = (("width", width), ("height", height))
        size = "".join(f' {name}="{number}"' for name, number in sizes if number)
        named = f' title="{escape(title)}"' if title else ""
        return f'<img src="{escape(found.href)}" alt="{escape(alt)}"{size} loading="lazy"{named}>'


def _up_to(end: str, pieces: Iterator[Any]) -> list[Any]:
    """The pieces before such a hole, which is taken as well."""
    within = []
    for piece in pieces:
        if piece == [end]:
            break
        within.append(piece)
    return within
