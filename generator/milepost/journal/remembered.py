"""What a text may carry with it: a memory of what was read off it before.

In: nothing. Out: what such a memory can do. It never changes what is read: a value is asked for by
all that it depends on, and one that is not there, or not as it should be, is found anew.
"""

from __future__ import annotations

from typing import Any, Protocol

from milepost.journal.values import Link, Outline, Section, Task

NOT_SO = (LookupError, TypeError, ValueError, AttributeError)
"""What it raises to read a value that is not as it should be."""


class Memory(Protocol):
    """Plain values (texts, numbers, lists) by keys that hold all that they depend on."""

    def get(self, key: tuple[object, ...], /) -> Any:
        """The value of a key, or None."""

    def put(self, key: tuple[object, ...], value: Any, /) -> None:
        """Keep a value."""


def plain(outline: Outline) -> list[Any]:
    """An outline as lists."""
    return [
        outline.heading,
        list(outline.headings),
        outline.opens_with_heading,
        [[one.name, one.heading, one.text, one.line] for one in outline.sections],
        [[one.text, one.done, one.line] for one in outline.tasks],
        [[one.target, one.anchor, one.words, one.wiki, one.line] for one in outline.links],
        list(outline.pictures),
        list(outline.files),
    ]


def outline(value: Any) -> Outline:
    """The outline that such lists mean; raises one of `NOT_SO` for others."""
    heading, headings, opens, sections, tasks, links, pictures, files = value
    return Outline(
        heading,
        tuple(headings),
        opens,
        tuple(Section(*one) for one in sections),
        tuple(Task(*one) for one in tasks),
        tuple(Link(*one) for one in links),
        tuple(pictures),
        tuple(files),
    )
