"""Records put together: those of the same title are one thing."""

from __future__ import annotations

from datetime import date

from milepost.journal.asof import record_on
from milepost.journal.model import Learning, Person, Record, Win
from milepost.journal.values import Week
from milepost.progress.records import Finish, Records, Thread


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


def test_what_ends_in_a_week_ends_in_the_month_of_its_thursday() -> None:
    """No day is told of it: the week of 26 October 2026 belongs to October."""
    line = Learning(title="Go", line=9, day=date(2026, 11, 1), week=Week(2026, 44), done=True)
    thread = Thread("Go", (line,))
    assert thread.finished(date(2026, 11, 22)) == Finish(date(2026, 10, 29), in_week=True)
    assert thread.finished(date(2026, 10, 26)) is not None
    assert thread.finished(date(2026, 10, 25)) is None


def test_who_was_met_later_was_not_met_yet() -> None:
    """Of a file without a day of its own the last meeting so far is its day."""
    met = (date(2026, 1, 9), date(2026, 7, 3), date(2026, 11, 12))
    kasia = Person(title="Kasia", met=met, day=met[-1])
    known = record_on(kasia, date(2026, 8, 1))
    assert (known.met, known.day) == (met[:2], met[1])  # type: ignore[attr-defined]
    assert record_on(kasia, met[-1]) is kasia


def test_what_ends_later_is_not_finished_yet() -> None:
    ends = date(2027, 5, 1)
    course = Learning(title="Go", day=date(2026, 3, 2), date_=date(2026, 3, 2), done=ends)
    known = record_on(course, date(2026, 11, 22))
    assert (known.done, known.day) == (False, date(2026, 3, 2))  # type: ignore[attr-defined]
    assert record_on(course, ends) is course
