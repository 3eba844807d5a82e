"""The texts that others may read, as they would read them.

In: the journal. Out: for an audience, every text of every document it may see, with where the text
stands in the front matter (nothing for the prose), after the gate has taken out what is hidden.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from functools import partial
from typing import Any, TypeVar

from milepost.journal.fields import key_fields
from milepost.journal.gate import gate
from milepost.journal.model import Document, Journal
from milepost.journal.remembered import Memory, unless_changed
from milepost.journal.words import Visibility

T = TypeVar("T")
_NEVER_SHOWN = {"ignore", "serves", "replaced_by", "source", "column"}


@dataclass(frozen=True, slots=True)
class PublishedText:
    """One text that others may read. `steps` lead to it in the front matter; none: the prose."""

    document: Document
    steps: tuple[str | int, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Published:
    """What one audience may read: the documents, and their texts."""

    audience: Visibility
    documents: tuple[Document, ...]
    memory: Memory | None
    _gathered: dict[Hashable, list[tuple[PublishedText, Any]]] = field(default_factory=dict)

    def found(
        self, name: Hashable, find: Callable[[str], Iterator[T]]
    ) -> list[tuple[PublishedText, T]]:
        """What `find` finds in each text of each document, which depends on its `name` as well."""
        if name not in self._gathered:
            self._gathered[name] = [
                one
                for document in self.documents
                for one in unless_changed(
                    self.memory,
                    ("found", name, document.path),
                    document.whole,
                    partial(_found, document, find),
                )
            ]
        return self._gathered[name]


def published(journal: Journal, audience: Visibility, memory: Memory | None = None) -> Published:
    """Everything that this audience would read."""
    everything = (*journal.notes, journal.profile)
    if not any(document.visibility.seen_by(audience) for document in everything):
        return Published(audience, (), None)
    # Numbers are read here as they stand in the notes, and are many.
    words = replace(journal, readings=(), hours=(), confidences=(), skips=())
    seen = gate(words, audience, memory)
    documents = seen.notes
    if journal.profile.visibility.seen_by(audience):
        documents = (seen.profile, *documents)
    return Published(audience, documents, memory)


def _found(
    document: Document, find: Callable[[str], Iterator[T]]
) -> tuple[tuple[PublishedText, T], ...]:
    return tuple((part, words) for part in _of(document) for words in find(part.text))


def _of(document: Document) -> Iterator[PublishedText]:
    for item in key_fields(type(document)):
        yield from _texts(document, (item.name,), getattr(document, item.name))
    for key, value in document.extra.items():
        yield from _texts(document, (key,), value)
    if document.prose.text:
        yield PublishedText(document, (), document.prose.text)


def _texts(document: Document, steps: tuple[str | int, ...], value: Any) -> Iterator[PublishedText]:
    if not value or steps[-1] in _NEVER_SHOWN:
        return
    if type(value) is str:
        yield PublishedText(document, steps, value)
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _texts(document, (*steps, str(key)), inner)
    elif isinstance(value, list | tuple):
        for index, inner in enumerate(value):
            yield from _texts(document, (*steps, index), inner)
    elif is_dataclass(value) and not isinstance(value, type):
        for item in fields(value):
            yield from _texts(document, (*steps, item.name), getattr(value, item.name))
