"""The texts that others may read, as they would read them.

In: the journal. Out: for an audience, what is found in every text of every document it may see,
with where the text stands in the front matter (nothing for the prose), after the gate has taken out
what is hidden. Most documents have nothing of what is looked for; these are not even opened again.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, fields, is_dataclass
from functools import partial
from typing import Any, TypeVar

from milepost.journal.fields import key_fields
from milepost.journal.gate import Opener, outer_profile
from milepost.journal.model import Document, Goal, Journal, Profile
from milepost.journal.remembered import NOT_SO, Memory, digest_of, unless_changed
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
    """What one audience may read of the documents that it may see.

    `written` are these as their author sees them, `opener` takes out what is hidden, `sources` are
    the texts of the files. Of a document in which nothing of a kind was found, that is remembered.
    """

    written: tuple[Document, ...]
    opener: Opener
    sources: Mapping[str, str]
    memory: Memory | None
    _gathered: dict[Hashable, list[tuple[PublishedText, Any]]] = field(default_factory=dict)

    def found(
        self, what: str, find: Callable[[str], Iterator[T]], asked: Hashable = ()
    ) -> list[tuple[PublishedText, T]]:
        """What `find` finds in each text of each document: `what` it looks for, by what is `asked`.

        Both together say what it does.
        """
        if (what, asked) not in self._gathered:
            self._gathered[what, asked] = self.of_each(
                what, lambda document: list(_found(document, find)), asked
            )
        return self._gathered[what, asked]

    def of_each(
        self, what: str, make: Callable[[Document], list[T]], asked: Hashable = ()
    ) -> list[T]:
        """What `make` makes of each document as it is read; `what` and `asked` say what it does."""
        key, by = ("nothing found", what, self.opener.audience.value), ""
        nothing: set[str] = set()
        if self.memory and self.written:
            by = digest_of((self.opener.digest, asked))
            with suppress(*NOT_SO):
                then, those = self.memory.get(key)
                nothing = set(those) if then == by else set()
        found: list[T] = []
        without: list[str] = []
        for document in self.written:
            digest = self._look(document) if self.memory else ""
            own = [] if digest in nothing else make(self.opener(document))
            found += own
            if digest and not own:
                without.append(digest)
        if self.memory and self.written:
            self.memory.put(key, [by, without])
        return found

    def _look(self, document: Document) -> str:
        """A digest of all that the texts of a document come from; nothing where that is not known.

        What is said of a goal depends on the day, too.
        """
        source = self.sources.get(document.path)
        if source is None:
            return ""
        held = document if isinstance(document, Goal | Profile) else type(document).__name__
        given, make = (held, source), partial(digest_of, (document.path, held), source)
        return unless_changed(self.memory, ("look", document.path), given, make)


def published(
    journal: Journal,
    audience: Visibility,
    sources: Mapping[str, str],
    memory: Memory | None = None,
) -> Published:
    """Everything that this audience would read."""
    profile = outer_profile(journal.profile, audience)
    written = [
        document
        for document in (profile, *journal.notes)
        if document.path and document.visibility.seen_by(audience)
    ]
    return Published(tuple(written), Opener.of(journal, audience), sources, memory)


def _found(
    document: Document, find: Callable[[str], Iterator[T]]
) -> Iterator[tuple[PublishedText, T]]:
    return ((part, words) for part in _of(document) for words in find(part.text))


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
