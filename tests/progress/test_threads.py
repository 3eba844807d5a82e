"""Records put together: those of the same title are one thing."""

from __future__ import annotations

from milepost.journal.model import Person, Record, Win
from milepost.progress.records import Records


def threads(*records: Record) -> list[list[str]]:
    """The titles of the records of each thing, as these are found."""
    found = Records(records).threads
    return [[one.title for one in thread.records] for thread in next(iter(found.values()))]


def test_titles_of_signs_alone_are_things_of_their_own() -> None:
    """None is taken for a number that another is called."""
    assert threads(*(Win(title=title) for title in ("1", "?!", "…", "**"))) == [
        ["1"],
        ["?!"],
        ["…"],
        ["**"],
    ]


def test_a_link_is_its_words() -> None:
    """As a wikilink with words or without, to an address, in bold."""
    names = ("Jana", "[[Jana]]", "[[people/jana|Jana]]", "**[Jana](https://jana.example)**")
    assert threads(*(Person(title=name) for name in names), Person(title="[[Tom]]")) == [
        list(names),
        ["[[Tom]]"],
    ]
