"""`milepost rename`: a goal's file under another name, and every mention of it.

In: the files of a folder, the goal, its new id. Out: the file's new path, and the new bytes of all
files that mention it: ids in the front matter, wikilinks, relative links. What names the goal is
told by reading: a mention is changed where that changes what is read, and nothing but the id in it.
The old id stays as an alias, so that old links go on leading to the goal.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from posixpath import join, normpath
from typing import Any
from urllib.parse import quote

from milepost.addresses import spelled, step
from milepost.journal import documents, filenames
from milepost.journal.decisions import named_in_lines
from milepost.journal.load import Given, read_alone
from milepost.journal.model import BY_GOAL, Document, Entry, Goal, Record, Review, Settings
from milepost.journal.nodes import Items, Keys, folded
from milepost.journal.prose import Prose
from milepost.journal.record_kinds import GOALS
from milepost.journal.records import of_entry
from milepost.journal.shortforms import bare_id
from milepost.journal.values import Link, Relevance
from milepost.journal.words import SETTINGS
from milepost.rewriting.source import Edit, Source

_LINKED = re.compile(r"(\[\[(?:[^\[\]|#\n]*/)?)([^\[\]|#/\n]+?)((?:\.md)?(?:[|#][^\]\n]*)?\]\])")
_UNFIT = re.compile(r"[\[\]|#^:/\\\s\"'`,;{}]")


@dataclass(frozen=True, slots=True)
class Renaming:
    """Where the file stood and will stand, and the files that change, by the path they have now."""

    old_path: str
    new_path: str
    changed: Mapping[str, bytes]
    unfit: tuple[str, ...] = ()
    """Files that are no UTF-8, and may mention the goal all the same."""


def unfit_id(new: str) -> bool:
    """Whether this cannot be the id of a goal: no name of a file, or one that is passed over."""
    return not new or new[0] in "._" or bool(_UNFIT.search(new)) or step(new) != new


def renamed(files: Mapping[str, bytes], goal: Goal, new: str) -> Renaming | None:
    """What giving a goal another id changes.

    None where the old id cannot be written into its file as an alias, as its front matter is.
    """
    layout = filenames.layout(files.keys())
    settings = Settings(path=SETTINGS)
    if SETTINGS in files:
        settings, _ = documents.read_settings(SETTINGS, files[SETTINGS])
    names = _Names(goal.id, new, goal.path, frozenset(files))
    changed: dict[str, bytes] = {}
    unfit: list[str] = []
    for path, data in sorted(files.items()):
        if not filenames.is_note(path) or layout.why_not(path):
            continue
        if (source := Source.of(data)) is None:
            unfit.append(path)
            continue
        given = Given.of(path, data, layout, settings)
        after = _mentioned(source, given, names)
        if path == goal.path:
            with_alias = _with_alias(after, given._replace(path=names.new_path), goal)
            if with_alias is None:
                return None
            after = with_alias
        if after.data != data:
            changed[path] = after.data
    return Renaming(goal.path, names.new_path, changed, tuple(unfit))


@dataclass(frozen=True, slots=True)
class _Names:
    """The two ids, the goal's path, and all paths, among which a link may lead elsewhere."""

    old: str
    new: str
    path: str
    paths: frozenset[str]

    @property
    def new_path(self) -> str:
        return str(PurePosixPath(self.path).with_name(self.new + PurePosixPath(self.path).suffix))

    def id(self, id_: str) -> str:
        return self.new if id_ == self.old else id_

    def target(self, target: str, path: str, *, wiki: bool) -> str:
        """What a link of a file calls its target, after the change."""
        if bare_id(target) != self.old or self._leads_elsewhere(target, path, wiki=wiki):
            return target
        folder, _, name = target.rpartition("/")
        ending = ".md" if name.lower().endswith(".md") else ""
        return f"{folder}/{self.new}{ending}" if folder else f"{self.new}{ending}"

    def _leads_elsewhere(self, target: str, path: str, *, wiki: bool) -> bool:
        """Whether the link names another file by its path."""
        if wiki and "/" not in target:
            return False
        ending = "" if target.lower().endswith(".md") else ".md"
        near = normpath(join(str(PurePosixPath(path).parent), target + ending)).lstrip("/")
        if near == self.path:
            return False
        if wiki:
            return not f"/{self.path}".endswith(f"/{target.lstrip('/')}{ending}")
        return near in self.paths


_Read = tuple[Document | None, tuple[Link, ...], tuple[str, ...]]
"""A file as it is read, its links, and the goals that its lines of records or decisions name."""


def _mentioned(source: Source, given: Given, names: _Names) -> Source:
    """The text with the new id wherever the old one is read as the goal's."""
    if names.old not in spelled(source.text) and quote(names.old) not in source.text:
        return source
    edits: list[Edit] = []
    before = _read(source, given)
    for edit in _candidates(source, names):
        after = _read(source.with_edits([*edits, edit]), given)
        same = _in_new_words(after, given.path, names) == _in_new_words(before, given.path, names)
        if same and after != before:
            edits.append(edit)
            before = after
    return source.with_edits(edits)


def _candidates(source: Source, names: _Names) -> Iterator[Edit]:
    """Every place in which the old id stands as a word."""
    spellings = {re.escape(names.old), re.escape(quote(names.old))}
    word = re.compile(rf"(?<![\w-])(?:{'|'.join(sorted(spellings))})(?![\w-])", re.IGNORECASE)
    for match in word.finditer(source.text):
        yield Edit(match.start(), match.end(), names.new)


def _read(source: Source, given: Given) -> _Read:
    document, _ = read_alone(given._replace(data=source.data))
    if document is None:
        return None, (), ()
    records = [one for one, _ in of_entry(document)] if isinstance(document, Entry) else []
    named = tuple(id_ for one in records for name in GOALS for id_ in getattr(one, name, ()))
    if isinstance(document, Review):
        named = named_in_lines(document)
    return replace(document, prose=Prose()), document.outline.links, named


def _in_new_words(read: _Read, path: str, names: _Names) -> _Read:
    """What is read, with the new id for the old one everywhere."""
    document, links, named = read
    links = tuple(
        replace(link, target=names.target(link.target, path, wiki=link.wiki)) for link in links
    )
    named = tuple(map(names.id, named))
    if document is None:
        return None, links, named
    document = replace(document, extra=_linked(document.extra, path, names))
    if isinstance(document, Entry):
        held: dict[str, Any] = {
            name: {names.id(id_): value for id_, value in getattr(document, name).items()}
            for name in BY_GOAL
        }
        document = replace(document, **held)
    if isinstance(document, Goal):
        changes = tuple(
            replace(one, before=tuple((name, _own(name, was, names)) for name, was in one.before))
            for one in document.changes
        )
        document = replace(
            document,
            relevant=_own("relevant", document.relevant, names),
            replaced_by=names.id(document.replaced_by),
            changes=changes,
        )
    if isinstance(document, Review):
        decisions = {
            names.id(id_): replace(said, by=names.id(said.by))
            for id_, said in document.decisions.items()
        }
        document = replace(document, decisions=decisions)
    if isinstance(document, Record):
        held = {
            name: tuple(map(names.id, getattr(document, name)))
            for name in GOALS
            if hasattr(document, name)
        }
        document = replace(document, **held)
    return document, links, named


def _own(name: str, value: Any, names: _Names) -> Any:
    if isinstance(value, Relevance):
        return replace(value, serves=tuple(map(names.id, value.serves)))
    return names.id(value) if name == "replaced_by" else value


def _linked(value: Any, path: str, names: _Names) -> Any:
    """What other tools keep in a file, with its wikilinks to the goal under the new id."""
    if isinstance(value, Mapping):
        return {key: _linked(one, path, names) for key, one in value.items()}
    if isinstance(value, list):
        return [_linked(one, path, names) for one in value]
    if not isinstance(value, str):
        return value

    def link(match: re.Match[str]) -> str:
        target = names.target(match[1][2:] + match[2], path, wiki=True)
        return f"[[{target}{match[3]}"

    return _LINKED.sub(link, value)


def _with_alias(source: Source, given: Given, goal: Goal) -> Source | None:
    """The goal's file with its old id among its aliases, and its title where the name made it."""
    meant = _own_part(source, given._replace(path=goal.path))
    if meant is None:
        return None
    wanted = replace(meant, aliases=tuple(dict.fromkeys((*meant.aliases, goal.id))))
    titled = _own_part(source, given)
    start = [source]
    if titled is None or titled.title != meant.title:
        start = list(_with_line(source, "title", json.dumps(meant.title, ensure_ascii=False)))
    for one in start:
        if goal.id in meant.aliases:
            if _own_part(one, given) == wanted:
                return one
            continue
        for after in _aliased(one, goal.id):
            if _own_part(after, given) == wanted:
                return after
    return None


def _own_part(source: Source, given: Given) -> Goal | None:
    """The goal that a text is read as, without its id, path and places."""
    document, _ = read_alone(given._replace(data=source.data))
    if not isinstance(document, Goal):
        return None
    return replace(document, id="", path="", prose=Prose(document.prose.text))


def _aliased(source: Source, old: str) -> Iterator[Source]:
    """Ways to write one more alias into a front matter."""
    name = old if re.fullmatch(r"[^\W\d][\w-]*", old) else json.dumps(old, ensure_ascii=False)
    keys = documents.take_apart("note.md", source.data).keys
    pairs = keys.pairs if keys else ()
    found = next(((key, node) for key, node in pairs if folded(key.value) == "aliases"), None)
    if found is None:
        yield from _with_line(source, "aliases", f"[{name}]")
        return
    key, node = found
    start, words, _ = source.line(node.place.line)
    bracket = words.rfind("]")
    if isinstance(node, Items) and bracket >= 0:
        comma = ", " if node.items else ""
        yield source.with_edits([Edit(start + bracket, start + bracket, f"{comma}{name}")])
    if isinstance(node, Items) and node.items:
        begin, line, end = source.line(node.items[-1].place.end_line)
        if dash := re.match(r"\s*-\s+", line):
            at = begin + len(line) + len(end)
            yield source.with_edits([Edit(at, at, f"{dash[0]}{name}{end or source.line_end}")])
    if not isinstance(node, Items | Keys):
        after = source.span(node.place)[1]
        if node.empty:
            begin, line, _ = source.line(key.place.line)
            colon = begin + line.find(":", source.span(key.place)[1] - begin) + 1
            yield source.with_edits([Edit(colon, colon, f" {name}")])
        else:
            yield source.with_edits([Edit(after, after, f", {name}")])
            first, last = source.span(node.place)
            both = f"[{source.text[first:last]}, {name}]"
            yield source.with_edits([Edit(first, last, both)])


def _with_line(source: Source, key: str, value: str) -> Iterator[Source]:
    """Ways to add a line to a front matter, or to give a note one."""
    keys = documents.take_apart("note.md", source.data).keys
    end = source.line_end
    if keys and keys.pairs:
        at, _, _ = source.line(min(one.place.line for one, _ in keys.pairs))
        for line in (f"{key}: {value}", f"{key} = {value}"):
            yield source.with_edits([Edit(at, at, f"{line}{end}")])
        quoted = value.replace("[", '["').replace("]", '"]')
        yield source.with_edits([Edit(at, at, f"{key} = {quoted}{end}")])
        return
    if source.text.startswith("---"):
        at, words, ends = source.line(1)
        below = at + len(words) + len(ends)
        yield source.with_edits([Edit(below, below, f"{key}: {value}{end}")])
    yield source.with_edits([Edit(0, 0, f"---{end}{key}: {value}{end}---{end}")])
