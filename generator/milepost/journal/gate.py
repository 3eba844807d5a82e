"""The one gate: what an audience may not see leaves the journal before anything is computed.

In: a journal and an audience. Out: the journal without hidden goals, entries, reviews, pages,
passages, and without a trace of them: links to what the audience does not see become plain words,
whether it is hidden or is not there at all. A visible goal keeps the numbers that hidden entries
report for it, and nothing else of those entries. It rests on the days of the whole journal's breaks
even where the profile is hidden, and does not say why.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cached_property, partial
from html import escape, unescape
from pathlib import PurePosixPath
from typing import Any, TypeVar
from urllib.parse import unquote

from milepost.addresses import slug, spelled
from milepost.findings import Place
from milepost.journal.decisions import plain_names
from milepost.journal.documents import titled
from milepost.journal.goal_names import Untold, only_known
from milepost.journal.line_marks import ITEM
from milepost.journal.markup import BLOCK, WIKILINK, sized
from milepost.journal.model import (
    BY_GOAL,
    Document,
    Entry,
    Goal,
    Journal,
    Mention,
    Profile,
    Reading,
    Record,
    Review,
)
from milepost.journal.prose import Prose, cut
from milepost.journal.record_kinds import GOALS
from milepost.journal.records import names_of_goals
from milepost.journal.remembered import Memory, digest_of, unless_changed
from milepost.journal.shortforms import bare_id
from milepost.journal.whole import names, open_circles
from milepost.journal.words import Inner, Visibility

D = TypeVar("D", bound=Document)
_BARE = r"[^)\s]*+(?:[ ][^)\s\"'(][^)\s]*+)*+"
"""The address of a link that does not stand in `<>`; a blank is one of it too."""
_LINK = re.compile(rf"!?\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\(\s*+(?:<([^>\n]*)>|({_BARE}))[^)]*+\)")
_REFERENCES = [
    re.compile(rf"^[ >]*\[[^\]]+\]:[ \t]*{below}(?:<([^>\n]*)>|(\S+)).*$", re.MULTILINE)
    for below in ("", r"\n[ >\t]*")
]
"""Definitions of links, with the target behind the colon or on the line below."""
_HALF = re.compile(r"!?\[\[([^\[\]|#^\n]*)(?:(?:#|(?=\^))([^\[\]|\n]*)|(?=[|\]]))")
"""The beginning of what was meant for a wikilink, whatever follows."""
_TIME = re.compile(r"[0-9]{4}(?:-w[0-9]{1,2}|-q[1-4]|-[0-9]{2}(?:-[0-9]{2})?)?")
_NO_NAME = re.compile(r"""(["'])[\w.]*\1$|[0-9]+$|\s+[^\w\s]|[\s!-/:-@\[-`{-~…]*$""")
"""How brackets begin that are no link but code: `x[["a"]]`, `x[[1]]`, `[[ -f a ]]`; or `[[…]]`."""
_ADDRESS_END = re.compile(r"(?<=[^/?])(?:/+(?:index\.html?)?)?(?:\?.*)?$", re.DOTALL)
"""What may follow a name where it is written as an address on the site: `name/`, `name?x=1`."""
_HALF_LINK = re.compile(r"(?<=\]\()\s*(?:<([^>\n]*)|([^<)\s][^)\s]*))")
"""The target of what was meant for a link, whatever follows; a comment may have taken its end."""
_TAG = re.compile(r"(?<![\w/&])([#+]+)((?!\d)\w[\w/-]*)")
"""A goal as `#name` or `+name` on the line of a check box."""
_ITEM = re.compile(rf"\s*{ITEM}\s")
_HTML = re.compile(r"""(\b(?:href|src)\s*=\s*)("[^"]*"|'[^']*'|[^\s"'<>]+)""", re.IGNORECASE)
"""Where a tag of HTML leads; not all tags are read, but all are shown."""
_PATH = re.compile(r"[./]")
_OUTWARD = re.compile(r"[A-Za-z][\w+.-]*:|//")
_KEPT = {"path", "places", "unread", "prose", "id", "visibility", "day", "week", "period", "line"}


@dataclass(frozen=True)  # without slots: the headings are read once, when they are asked for
class Seen:
    """What an audience sees, by the names that links use; all others lead nowhere.

    `hidden` are names of what is there and not seen, `hidden_goals` those of goals among it;
    `untold` are these with the titles of such goals. `files` are the names of pictures and other
    files.
    """

    documents: tuple[Document, ...]
    names: frozenset[str]
    hidden: frozenset[str]
    files: frozenset[str]
    audience: Visibility
    hidden_goals: frozenset[str]
    untold: Untold

    @classmethod
    def of(cls, everything: Iterable[Document], files: Iterable[str], audience: Visibility) -> Seen:
        """What an audience sees of these documents."""
        items = tuple(everything)
        shown = tuple(item for item in items if item.visibility.seen_by(audience))
        away = [item for item in items if not item.visibility.seen_by(audience)]
        known, files = names(shown), frozenset(files)
        hidden, seen = ([item for item in some if isinstance(item, Goal)] for some in (away, shown))
        told = names(seen) | {*names_of_goals(seen)}
        goals = names(hidden) - names(seen)
        untold = Untold((goals | {*names_of_goals(hidden)}) - told, told)
        return cls(shown, known, names(away) - known, files, audience, goals, untold)

    def leads(self, target: str, *, wiki: bool) -> bool:
        """Whether a link may stay as it is: it leads to what is seen, or its target is no name.

        Weeks, days and periods are no names: they have pages, or are words of the calendar.
        """
        plain = unquote(target.rstrip("\\")).replace("\\", "/")
        plain = _ADDRESS_END.sub("", plain)
        name = bare_id(plain)
        if not name or name in self.names or _TIME.fullmatch(name):
            return True
        if name in self.hidden:
            return False
        if name in self.files:
            return True
        if wiki:
            return bool(_NO_NAME.match(target))
        return bool(_OUTWARD.match(plain)) or not _PATH.search(plain)

    def shorter(self, target: str) -> str:
        """The target of a link to a note without its folders, which show nowhere else.

        Where two notes have one name, the folders tell them apart and stay.
        """
        path, sign, anchor = target.partition("#")
        name = unquote(path).replace("\\", "/").rpartition("/")[2]
        return f"{name}{sign}{anchor}" if "/" in unquote(path) and name in self._single else target

    @cached_property
    def digest(self) -> str:
        """Of all that links can ask: equal digests, equal answers."""
        anchors = [(item.path, sorted(self._anchors_of(item))) for item in self.documents]
        names_ = (self.names, self.hidden, self.hidden_goals, self.files, self.goals)
        asked = (*map(sorted, (*names_, self.untold.names, self.untold.told)), anchors)
        return digest_of((self.audience, asked))

    @cached_property
    def goals(self) -> frozenset[str]:
        """The goals that are seen, by all names that a record may call them."""
        return frozenset(names_of_goals(one for one in self.documents if isinstance(one, Goal)))

    def hides_goal(self, tag: str) -> bool:
        """Whether a tag names a goal that is there and not seen."""
        return bare_id(tag) in self.hidden_goals

    @cached_property
    def _single(self) -> frozenset[str]:
        count = Counter(PurePosixPath(item.path).name for item in self.documents if item.path)
        return frozenset(name for name, times in count.items() if times == 1 and " " not in name)

    def has_heading(self, target: str, anchor: str) -> bool:
        """Whether a heading, or a block by its mark, is seen in a document; or in any."""
        found = self._headings.get(bare_id(target) if target else "", frozenset())
        parts = [name for name in anchor.split("#") if name]
        return all((name if name[0] == "^" else slug(unquote(name))) in found for name in parts)

    def _anchors_of(self, document: Document) -> frozenset[str]:
        return document.once(_ANCHORS[self.audience])

    @cached_property
    def _headings(self) -> dict[str, frozenset[str]]:
        found: dict[str, frozenset[str]] = {}
        for item in self.documents:
            anchors = self._anchors_of(item)
            for name in ("", *names([item])):
                found[name] = found.get(name, frozenset()) | anchors
        return found


def _anchors(document: Document, audience: Visibility) -> frozenset[str]:
    """All that a link may name in a document, as an audience sees it: headings, marked blocks."""
    prose = cut(document.prose, audience)
    marks = BLOCK.finditer(prose.text) if "^" in prose.text else ()
    return frozenset(map(slug, prose.outline.headings)) | {f"^{mark[1]}" for mark in marks}


_ANCHORS = {one: partial(_anchors, audience=one) for one in Visibility}


@dataclass(frozen=True)  # without slots: the digest is made once, when it is asked for
class Opener:
    """Opens documents for an audience, each without what points at hidden things.

    `ids` are the goals that it sees, `memory` holds what was opened in the turn before.
    """

    links: Seen
    ids: frozenset[str]
    audience: Visibility
    memory: Memory | None = None

    @classmethod
    def of(cls, journal: Journal, audience: Visibility, memory: Memory | None = None) -> Opener:
        """What opens the documents of a journal."""
        links = Seen.of((*journal.notes, journal.profile), journal.files, audience)
        goals = (goal for goal in journal.goals if goal.visibility.seen_by(audience))
        return cls(links, frozenset(goal.id for goal in goals), audience, memory)

    def __call__(self, document: D) -> D:
        """A document that the audience may see, as it may see it."""
        make = partial(_open, document, self.links, self.ids, self.audience)
        given = (document.whole, self.digest, self.audience)
        return unless_changed(self.memory, ("open", document.path), given, make)

    @cached_property
    def digest(self) -> str:
        """Of all that decides, beside a document, what is seen of it."""
        return digest_of((self.audience, sorted(self.ids), self.links.digest))


def gate(journal: Journal, audience: Visibility, memory: Memory | None = None) -> Journal:
    """The journal as an audience may see it; the owner (`private`) sees all of it."""
    if audience is Visibility.PRIVATE:
        return journal
    opened = Opener.of(journal, audience, memory)
    links, ids = opened.links, opened.ids
    # A circle that a hidden goal closes is none: the links are left out anew, of what is seen.
    goals = tuple(
        replace(goal, relevant=replace(goal.relevant, serves=journal.in_circles[goal.id]))
        if goal.id in journal.in_circles
        else goal
        for goal in journal.goals
    )
    if journal.profile.breaks and not journal.profile.visibility.seen_by(audience):
        silent = tuple(replace(one, because="") for one in journal.profile.breaks)
        goals = tuple(replace(goal, away=silent) for goal in goals)
    shown = [item for item in journal.notes if item.visibility.seen_by(audience)]
    paths = {item.path for item in shown}
    areas = {item.area for item in shown if isinstance(item, Goal)}
    settings = journal.settings

    def seen(documents: tuple[D, ...]) -> tuple[D, ...]:
        return tuple(opened(item) for item in documents if item.visibility.seen_by(audience))

    return replace(
        journal,
        settings=replace(
            settings,
            title=plain_words(settings.title, links),
            extra={},
            areas=tuple(area for area in settings.areas if area in areas),
        ),
        profile=opened(outer_profile(journal.profile, audience)),
        goals=open_circles(seen(goals))[0],
        in_circles={},
        entries=seen(journal.entries),
        reviews=seen(journal.reviews),
        pages=seen(journal.pages),
        log=seen(journal.log),
        readings=tuple(
            _reading(reading, paths, links) for reading in journal.readings if reading.goal in ids
        ),
        hours=_mentions(journal.hours, paths, links, ids),
        spent=_mentions(journal.spent, paths, links, ids),
        confidences=tuple(
            mention
            for mention in _mentions(journal.confidences, paths, links, ids)
            if mention.entry
        ),
        skips=_mentions(journal.skips, paths, links, ids),
    )


def _open(document: D, links: Seen, ids: frozenset[str], audience: Visibility) -> D:
    """A visible document without what points at hidden things."""
    prose = cut(document.prose, audience)
    words = plain_words(_without_names(prose, links, document), links)
    changes: dict[str, Any] = {
        item.name: _clean(getattr(document, item.name), links)
        for item in fields(document)
        if item.name not in _KEPT
    }
    changes["prose"] = prose if words == prose.text else replace(prose, text=words)
    heading = document.outline.heading
    if heading and heading == getattr(document, "title", ""):
        changes["title"] = titled(document, changes["prose"])
    if isinstance(document, Goal):
        changes |= _goal(changes, ids)
    if isinstance(document, Review):
        changes["decisions"] = {
            id_: replace(said, by=said.by if said.by in links.goals else "")
            for id_, said in changes["decisions"].items()
            if id_ in links.goals
        }
    if isinstance(document, Record):
        for name in changes.keys() & {*GOALS}:
            changes[name] = tuple(id_ for id_ in changes[name] if id_ in ids)
    if isinstance(document, Entry):
        for name in BY_GOAL:
            held = changes[name]
            changes[name] = {id_: value for id_, value in held.items() if id_ in ids}
    return replace(document, **changes)


def outer_profile(profile: Profile, audience: Visibility) -> Profile:
    """The profile without what it keeps for its owner, who alone says what others see of it.

    One that the audience may not see says nothing.
    """
    if not profile.visibility.seen_by(audience):
        return Profile()
    kept: dict[Inner, Any] = {
        Inner.STRENGTHS: (),
        Inner.PERSONALITY: "",
        Inner.SATISFACTION: {},
    }
    return replace(
        profile,
        **{name.value: nothing for name, nothing in kept.items() if name not in profile.show},
    )


def _without_names(prose: Prose, links: Seen, document: Document) -> str:
    """The text, in whose lines only goals are named that are seen; others are “…”.

    Check boxes name goals by tags. Lines of records name them behind `goals:`, where those that are
    not there are not told either.
    """

    def tag(match: re.Match[str]) -> str:
        return f"{match[1]}…" if links.hides_goal(match[2]) else match[0]

    outline = prose.outline
    text = prose.text
    if links.hidden_goals:
        boxes = [one.line for one in (*outline.tasks, *outline.put_off)]
        text = _in_lines(text, [line - prose.line for line in boxes], partial(_TAG.sub, tag))
    if isinstance(document, Entry):
        lines = [at for one in outline.lines for at in (one.line, *(at for _, at, _ in one.parts))]
        starts = [line - prose.line for line in lines]
        text = links.untold.without(text)  # else a part of a title would be taken for a name
        text = _in_lines(text, starts, partial(only_known, known=links.goals))
    return _of_decisions(text, prose, links) if isinstance(document, Review) else text


def _in_lines(text: str, starts: Iterable[int], made: Callable[[str], str]) -> str:
    """The text with what is made of each of the items that begin in some lines, from 0."""
    lines = text.split("\n")
    for at in starts:
        end = at + 1
        while end < len(lines) and lines[end].strip() and not _ITEM.match(lines[end]):
            end += 1
        lines[at:end] = made("\n".join(lines[at:end])).split("\n")
    return "\n".join(lines)


def _of_decisions(text: str, prose: Prose, links: Seen) -> str:
    """The text, in whose lines of decisions a hidden goal that is named without a link is “…”.

    `prose` says where these lines are.
    """

    def seen(item: str) -> str:
        begins = _ITEM.match(item)
        start = begins.end() if begins else 0
        for first, last in reversed([*plain_names(item[start:], links.untold.names)]):
            name = item[start + first : start + last]
            by_title = " ".join(spelled(name).split()) in links.untold.names
            if by_title or bare_id(name) in links.hidden:
                item = f"{item[: start + first]}…{item[start + last :]}"
        return item

    starts = [one.line - prose.line for one in prose.outline.lines if one.family == "decisions"]
    return _in_lines(text, starts, seen)


def _goal(changes: dict[str, Any], ids: frozenset[str]) -> dict[str, Any]:
    def seen(relevant: Any) -> Any:
        return replace(relevant, serves=tuple(id_ for id_ in relevant.serves if id_ in ids))

    return {
        "relevant": seen(changes["relevant"]),
        "replaced_by": changes["replaced_by"] if changes["replaced_by"] in ids else "",
        "changes": tuple(
            replace(
                change,
                before=tuple(
                    (name, seen(value) if name == "relevant" else value)
                    for name, value in change.before
                    if name != "replaced_by" or value in ids
                ),
            )
            for change in changes["changes"]
        ),
    }


def _reading(reading: Reading, paths: set[str], links: Seen) -> Reading:
    if not reading.entry or reading.entry in paths:
        note = plain_words(reading.note, links)
        return reading if note == reading.note else replace(reading, note=note)
    return replace(reading, entry="", note="", place=Place(""))


def _mentions(
    mentions: tuple[Mention, ...], paths: set[str], links: Seen, ids: frozenset[str]
) -> tuple[Mention, ...]:
    return tuple(_mention(mention, paths, links) for mention in mentions if mention.goal in ids)


def _mention(mention: Mention, paths: set[str], links: Seen) -> Mention:
    if mention.entry not in paths:
        return replace(mention, entry="", because="")
    because = plain_words(mention.because, links)
    return mention if because == mention.because else replace(mention, because=because)


def plain_words(text: str, links: Seen) -> str:
    """The text with links that lead nowhere as plain words; one without words becomes “…”.

    Behind `goals:` a hidden goal that is named without a link becomes “…” too. It works on the raw
    text, code included, so that no spelling of a link slips through.
    """
    return links.untold.without(_unlinked(text, links))


def _unlinked(text: str, links: Seen) -> str:
    if "<" in text:
        text = _HTML.sub(lambda match: _of_tag(match, links), text)
    if "[" not in text and "]" not in text:
        return text

    def wiki(match: re.Match[str]) -> str:
        target, anchor, words = match[1], match[2], match[3]
        if match[0].startswith("!") and words:
            words, _, _ = sized(words)
        if not links.leads(target, wiki=True):
            return words or "…"
        if anchor and not links.has_heading(target, anchor):
            named = anchor if match[0].find(f"#{anchor}") < 0 else f"#{anchor}"
            return match[0].replace(named, "", 1) if target.strip() else words or "…"
        return match[0]

    def half(match: re.Match[str]) -> str:
        target, anchor = match[1], match[2]
        if not links.leads(target, wiki=True):
            return "[[…"
        named = not anchor or links.has_heading(target, anchor)
        return match[0] if named else f"[[{target or '…'}"

    def link(match: re.Match[str], words: str) -> str:
        target = match[match.lastindex or 0]
        if not links.leads(target.partition("#")[0], wiki=False):
            return words or "…"
        start, end = (at - match.start() for at in match.span(match.lastindex or 0))
        return match[0][:start] + links.shorter(target) + match[0][end:]

    text = WIKILINK.sub(wiki, text)
    text = _HALF.sub(half, text)
    closed = text.rfind(")") + 1  # behind it no link ends, and each would be looked for to the end
    text = _LINK.sub(lambda match: link(match, match[1]), text[:closed]) + text[closed:]
    text = _HALF_LINK.sub(lambda match: link(match, ""), text)
    for reference in _REFERENCES:
        text = reference.sub(lambda match: link(match, " "), text)
    return text


def _of_tag(match: re.Match[str], links: Seen) -> str:
    target = unescape(match[2].strip("\"'"))
    if not links.leads(target.partition("#")[0], wiki=False):
        return f'{match[1]}""'
    shorter = links.shorter(target)
    return match[0] if shorter == target else f'{match[1]}"{escape(shorter)}"'


def _clean(value: Any, links: Seen) -> Any:
    """A value of any shape with its texts cleaned of links to hidden things."""
    if isinstance(value, str) and type(value) is str:
        return plain_words(value, links)
    if isinstance(value, tuple):
        return tuple(_clean(inner, links) for inner in value)
    if isinstance(value, list):
        return [_clean(inner, links) for inner in value]
    if isinstance(value, Mapping):
        return {key: _clean(inner, links) for key, inner in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        parts = {item.name: _clean(getattr(value, item.name), links) for item in fields(value)}
        return replace(value, **parts)
    return value
