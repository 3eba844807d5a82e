"""What a text may carry with it: a memory of what was read off it before.

In: nothing. Out: what such a memory can do. It never changes what is read: a value is asked for by
all that it depends on, and one that is not there, or not as it should be, is found anew.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Hashable
from datetime import date
from typing import Any, Protocol, TypeVar

from milepost.journal.values import Line, Link, Outline, Section, Signs, Task

T = TypeVar("T")

NOT_SO = (LookupError, TypeError, ValueError, AttributeError)
"""What it raises to read a value that is not as it should be."""


class Memory(Protocol):
    """Values by keys that hold all that they depend on.

    Plain ones (texts, numbers, lists) may be those of an earlier run, others are of this process.
    """

    @property
    def lasting(self) -> bool:
        """Whether plain values are kept for a later run."""

    def get(self, key: tuple[object, ...], /) -> Any:
        """The value of a key, or None."""

    def put(self, key: tuple[object, ...], value: Any, /) -> None:
        """Keep a value."""

    def in_part(self) -> None:
        """Say that this run does not ask for all that the next one may need."""

    def unless_changed(self, name: Hashable, given: object, make: Callable[[], T], /) -> T:
        """What `make` made under this name before in this process, if it was given the same.

        `given` is all that it depends on, and is compared by what it says.
        """


def digest_of(held: object, text: str = "") -> str:
    """A short name of values by how they print, and of a text: the same for the same, anywhere."""
    digest = hashlib.blake2b(repr(held).encode("utf-8", "surrogatepass"), digest_size=16)
    digest.update(text.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def unless_changed(
    memory: Memory | None, name: Hashable, given: object, make: Callable[[], T]
) -> T:
    """As `Memory.unless_changed`; without a memory it is made."""
    return make() if memory is None else memory.unless_changed(name, given, make)


def plain(outline: Outline) -> list[Any]:
    """An outline as lists."""
    return [
        outline.heading,
        list(outline.headings),
        outline.opens_with_heading,
        [[one.name, one.heading, one.text, one.line] for one in outline.sections],
        [_plain_task(one) for one in outline.tasks],
        [[one.target, one.anchor, one.words, one.wiki, one.line] for one in outline.links],
        list(outline.pictures),
        list(outline.files),
        list(map(list, outline.tags)),
        [_plain_task(one) for one in outline.put_off],
        [[one.family, one.text, one.line, list(map(list, one.parts))] for one in outline.lines],
        list(map(list, outline.tables)),
    ]


def outline(value: Any) -> Outline:
    """The outline that such lists mean; raises one of `NOT_SO` for others."""
    heading, headings, opens, sections, tasks, links, pictures, files, tags, *rest = value
    put_off, lines, tables = rest
    return Outline(
        heading,
        tuple(headings),
        opens,
        tuple(Section(*one) for one in sections),
        tuple(map(_task, tasks)),
        tuple(map(_task, put_off)),
        tuple(Link(*one) for one in links),
        tuple(pictures),
        tuple(files),
        tuple((name, written, line) for name, written, line in tags),
        tuple(
            Line(family, text, line, tuple((part, at, depth) for part, at, depth in parts))
            for family, text, line, parts in lines
        ),
        tuple((family, line) for family, line in tables),
    )


def _plain_task(task: Task) -> list[Any]:
    """A check box as a list, which is as short as it says little."""
    found = [task.text, task.done, task.line]
    signs = task.signs
    if signs is None:
        return [*found, task.state] if task.state else found
    dated = (signs.made, signs.done)
    said = [
        signs.words,
        [day.isoformat() for day in signs.due],
        signs.rank,
        list(signs.people),
        signs.minutes,
        list(signs.named),
        list(signs.links),
        *(day.isoformat() if day else "" for day in dated),
        list(map(list, signs.misread)),
    ]
    return [*found, task.state, said]


def _task(value: list[Any]) -> Task:
    if len(value) < 5:
        return Task(*value)
    words, due, rank, people, minutes, named, links, made, done, misread = value[4]
    signs = Signs(
        words,
        tuple(map(date.fromisoformat, due)),
        rank,
        tuple(people),
        minutes,
        tuple(named),
        tuple(links),
        date.fromisoformat(made) if made else None,
        date.fromisoformat(done) if done else None,
        tuple((written, fault, remedy) for written, fault, remedy in misread),
    )
    text, done, line, state = value[:4]
    return Task(text, done, line, state, signs)
