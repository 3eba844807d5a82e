"""What a page asked of the site, so that it is made again only when an answer is another.

In: a `SiteContext`. Out: `seen`, the same for a page that is being made, which notes every
question and its answer; `Answers`, which asks such questions anew. A page reaches the report, the
map and the rest only through what it is given, and each attribute that it reads, each key that it
looks up and each method that it calls is noted there: no list says what depends on what, and so
none can be wrong.

A question is plain data: the way to the thing, how it is asked, and with what. It may come from a
file that anybody could have written, so it leads only to public attributes and methods of the
classes below, which all do nothing but answer.
"""

from __future__ import annotations

from collections.abc import ItemsView, Iterator, Mapping, Sequence, ValuesView
from datetime import date
from types import MethodType
from typing import Any, cast

from milepost.journal.library import Library
from milepost.journal.model import Document, Journal
from milepost.journal.values import Week
from milepost.progress.actions import Actions
from milepost.progress.calendar import Span
from milepost.progress.records import Records
from milepost.progress.report import Report
from milepost.progress.values import Standing
from milepost.site.context import SiteContext
from milepost.site.fingerprint import Fingerprints
from milepost.site.site_map import Location, SiteMap
from milepost.site.theme import Theme

Question = tuple[str, str, Any]
"""The way as names with dots; `value`, `count`, `keys`, `has`, `item` or `call`; with what."""

_OPEN = (SiteContext, Report, Records, Actions, Journal, SiteMap, Library, Theme)
"""Of these a page rarely asks the whole: what it asks of their parts is noted one by one."""
_KEYS: dict[str, Any] = {made.__name__: made for made in (Week, Span, Location)}
_DAY, _SEVERAL = "day", "several"
_NOTHING = object()
"""The answer where there is none."""


def seen(site: SiteContext, asked: dict[Question, object]) -> SiteContext:
    """The site as a page may see it: what is asked of it is put into `asked`, with the answers."""
    return cast(SiteContext, _Seen(site, "", asked))


class _Seen:
    """One of the things of `_OPEN`. What was asked once is at hand from then on."""

    def __init__(self, thing: object, way: str, asked: dict[Question, object]) -> None:
        self._thing = thing
        self._way = way
        self._asked = asked

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._thing, name)
        way, asked = f"{self._way}{name}", self._asked
        found: Any
        if isinstance(value, _OPEN):
            found = _Seen(value, f"{way}.", asked)
        elif isinstance(value, Mapping):
            found = _SeenMapping(value, way, asked)
        elif type(value) is tuple:
            found = _SeenTuple(value, way, asked)
        elif isinstance(value, MethodType):

            def found(*given: Any) -> Any:
                question = way, "call", _packed(given)
                asked[question] = _NOTHING
                answer = asked[question] = value(*given)
                return answer
        else:
            asked[way, "value", None] = found = value
        self.__dict__[name] = found
        return found


class _SeenMapping(Mapping[Any, Any]):
    """A mapping of which a page asks single values, which there are, or all of it."""

    def __init__(self, known: Mapping[Any, Any], way: str, asked: dict[Question, object]) -> None:
        self._known = known
        self._way = way
        self._asked = asked

    def __getitem__(self, key: Any) -> Any:
        question = self._way, "item", _packed(key)
        self._asked[question] = _NOTHING
        value = self._asked[question] = self._known[key]
        return value

    def __contains__(self, key: object) -> bool:
        has = self._asked[self._way, "has", _packed(key)] = key in self._known
        return has

    def __iter__(self) -> Iterator[Any]:
        return iter(self._keys())

    def __len__(self) -> int:
        return len(self._keys())

    def _keys(self) -> tuple[Any, ...]:
        keys = self._asked[self._way, "keys", None] = tuple(self._known)
        return keys

    def values(self) -> ValuesView[Any]:
        """All values, which is to ask for everything."""
        self._asked[self._way, "value", None] = self._known
        return self._known.values()

    def items(self) -> ItemsView[Any, Any]:
        """All pairs, which is to ask for everything."""
        self._asked[self._way, "value", None] = self._known
        return self._known.items()


class _SeenTuple(Sequence[Any]):
    """A row of things of which a page asks how many there are, or all of it."""

    def __init__(self, row: tuple[Any, ...], way: str, asked: dict[Question, object]) -> None:
        self._row = row
        self._way = way
        self._asked = asked

    def _whole(self) -> tuple[Any, ...]:
        self._asked[self._way, "value", None] = self._row
        return self._row

    def __len__(self) -> int:
        count = self._asked[self._way, "count", None] = len(self._row)
        return count

    def __getitem__(self, at: Any) -> Any:
        return self._whole()[at]

    def __iter__(self) -> Iterator[Any]:
        return iter(self._whole())

    def __reversed__(self) -> Iterator[Any]:
        return iter(self._whole()[::-1])

    def __contains__(self, thing: object) -> bool:
        return thing in self._whole()

    def __eq__(self, other: object) -> bool:
        return self._whole() == (other._whole() if isinstance(other, _SeenTuple) else other)

    def __hash__(self) -> int:
        return hash(self._whole())


class Answers:
    """What a site says to questions, as fingerprints: each question is asked once."""

    def __init__(self, site: SiteContext) -> None:
        self._site = site
        self._prints = Fingerprints((Document, Standing))
        self._known: dict[Question, str] = {}

    def to(self, question: Question) -> str:
        """The fingerprint of the answer; that there is none is an answer, too.

        Raises TypeError, ValueError or AttributeError for what is no question.
        """
        known = self._known.get(question)
        if known is None:
            try:
                answer = self._answer(question)
            except LookupError:
                answer = _NOTHING
            known = self.known(question, answer)
        return known

    def known(self, question: Question, answer: object) -> str:
        """The fingerprint of an answer that was given already."""
        known = self._known.get(question)
        if known is None:
            known = "" if answer is _NOTHING else self._prints.of(answer)
            self._known[question] = known
        return known

    def of(self, value: object) -> str:
        """The fingerprint of something else that a page was given."""
        return self._prints.of(value)

    def _answer(self, question: Question) -> object:
        way, how, given = question
        thing: Any = self._site
        for name in way.split("."):
            if not isinstance(thing, _OPEN) or name.startswith("_"):
                raise AttributeError(way)
            thing = getattr(thing, name)
        if how == "call" and isinstance(thing, MethodType):
            return thing(*_unpacked(given))
        if how == "value" and not callable(thing):
            return thing
        if how == "count" and isinstance(thing, tuple):
            return len(thing)
        if isinstance(thing, Mapping):
            if how == "item":
                return thing[_unpacked(given)]
            if how == "has":
                return _unpacked(given) in thing
            if how == "keys":
                return tuple(thing)
        raise AttributeError(f"{way}: {how}")


def _packed(key: Any) -> Any:
    """A key or an argument as plain data. Raises TypeError for what is none."""
    if type(key) in {str, int, bool, type(None)}:
        return key
    if isinstance(key, tuple | list):
        return (_SEVERAL, *map(_packed, key))
    if isinstance(key, date):
        return (_DAY, key.isoformat())
    name = type(key).__name__
    if _KEYS.get(name) is not type(key):
        raise TypeError(f"a page asks with {name}, which is no plain data")
    return (name, *(getattr(key, part) for part in key.__slots__))


def _unpacked(key: Any) -> Any:
    if not isinstance(key, tuple):
        return key
    name, *parts = key
    if name == _SEVERAL:
        return tuple(map(_unpacked, parts))
    return date.fromisoformat(*parts) if name == _DAY else _KEYS[name](*parts)
