"""The one gate: what an audience may not see leaves the journal before anything is computed.

In: a journal and an audience. Out: the journal without hidden goals, entries, reviews, pages,
passages, and without a trace of them: links to hidden things become plain words. A visible goal
keeps the numbers that hidden entries report for it, and nothing else of those entries.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from milepost.findings import Place
from milepost.journal.markup import WIKILINK
from milepost.journal.model import Document, Entry, Goal, Journal, Mention, Profile, Reading
from milepost.journal.prose import Prose, cut
from milepost.journal.shortforms import bare_id
from milepost.journal.whole import names
from milepost.journal.words import Visibility

D = TypeVar("D", bound=Document)
_LINK = re.compile(r"!?\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\(\s*<?([^)\s>]*)>?[^)]*\)")
_REFERENCE = re.compile(r"^[ >]*\[[^\]]+\]:\s*<?([^\s>]+)>?.*$", re.MULTILINE)
_KEPT = {"path", "places", "unread", "prose", "id", "visibility", "day", "week", "period"}


def gate(journal: Journal, audience: Visibility) -> Journal:
    """The journal as an audience may see it; the owner (`private`) sees all of it."""
    if audience is Visibility.PRIVATE:
        return journal
    everything = (*journal.goals, *journal.entries, *journal.reviews, *journal.pages)
    shown = [item for item in everything if item.visibility.seen_by(audience)]
    hidden = names(item for item in everything if not item.visibility.seen_by(audience))
    hidden -= names(shown)
    ids = {item.id for item in shown if isinstance(item, Goal)}
    paths = {item.path for item in shown}
    areas = {item.area for item in shown if isinstance(item, Goal)}
    settings = journal.settings

    def seen(documents: tuple[D, ...]) -> tuple[D, ...]:
        return tuple(
            _open(item, hidden, ids, audience)
            for item in documents
            if item.visibility.seen_by(audience)
        )

    profile = journal.profile if journal.profile.visibility.seen_by(audience) else Profile()
    return replace(
        journal,
        settings=replace(
            settings, extra={}, areas=tuple(area for area in settings.areas if area in areas)
        ),
        profile=_open(profile, hidden, ids, audience),
        goals=seen(journal.goals),
        entries=seen(journal.entries),
        reviews=seen(journal.reviews),
        pages=seen(journal.pages),
        readings=tuple(
            _reading(reading, paths, hidden) for reading in journal.readings if reading.goal in ids
        ),
        hours=_mentions(journal.hours, paths, hidden, ids),
        confidences=tuple(
            mention
            for mention in _mentions(journal.confidences, paths, hidden, ids)
            if mention.entry
        ),
        skips=_mentions(journal.skips, paths, hidden, ids),
    )


def _open(document: D, hidden: frozenset[str], ids: set[str], audience: Visibility) -> D:
    """A visible document without what points at hidden things."""
    prose = cut(document.prose, audience)
    words = plain_words(prose.text, hidden)
    changes: dict[str, Any] = {
        item.name: _clean(getattr(document, item.name), hidden)
        for item in fields(document)
        if item.name not in _KEPT
    }
    changes["prose"] = prose if words == prose.text else Prose(words, prose.line)
    if isinstance(document, Goal):
        changes |= _goal(changes, ids)
    if isinstance(document, Entry):
        for name in ("progress", "hours", "confidence", "skip"):
            held = changes[name]
            changes[name] = {id_: value for id_, value in held.items() if id_ in ids}
    return replace(document, **changes)


def _goal(changes: dict[str, Any], ids: set[str]) -> dict[str, Any]:
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


def _reading(reading: Reading, paths: set[str], hidden: frozenset[str]) -> Reading:
    if not reading.entry or reading.entry in paths:
        return replace(reading, note=plain_words(reading.note, hidden))
    return replace(reading, entry="", note="", place=Place(""))


def _mentions(
    mentions: tuple[Mention, ...], paths: set[str], hidden: frozenset[str], ids: set[str]
) -> tuple[Mention, ...]:
    return tuple(
        replace(mention, because=plain_words(mention.because, hidden))
        if mention.entry in paths
        else replace(mention, entry="", because="")
        for mention in mentions
        if mention.goal in ids
    )


def plain_words(text: str, hidden: frozenset[str]) -> str:
    """The text with links to hidden things as plain words; one without words becomes “…”.

    It works on the raw text, code included, so that no spelling of a link slips through.
    """
    if not hidden or ("[" not in text and "]" not in text):
        return text

    def replaced(target: str, words: str | None, whole: str) -> str:
        return (words or "…") if bare_id(target.partition("#")[0]) in hidden else whole

    text = WIKILINK.sub(lambda match: replaced(match[1], match[3], match[0]), text)
    text = _LINK.sub(lambda match: replaced(match[2], match[1], match[0]), text)
    return _REFERENCE.sub(lambda match: replaced(match[1], " ", match[0]), text)


def _clean(value: Any, hidden: frozenset[str]) -> Any:
    """A value of any shape with its texts cleaned of links to hidden things."""
    if isinstance(value, str) and type(value) is str:
        return plain_words(value, hidden)
    if isinstance(value, tuple):
        return tuple(_clean(inner, hidden) for inner in value)
    if isinstance(value, list):
        return [_clean(inner, hidden) for inner in value]
    if isinstance(value, Mapping):
        return {key: _clean(inner, hidden) for key, inner in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        parts = {item.name: _clean(getattr(value, item.name), hidden) for item in fields(value)}
        return replace(value, **parts)
    return value
