"""The minimum that would still do, and whether a change asks for less or for more."""

from __future__ import annotations

import pytest
from written import stands

from milepost.voice.english import ENGLISH
from milepost.voice.measures import minimum_sentence

WINDOW = "time_bound: 2026-01-01 to 2026-12-31"


def minimum(measure: str, readings: str, more: str = "") -> tuple[bool | None, str]:
    text = f"---\nmeasurable: {measure}\n{WINDOW}\nreadings: [{readings}]\n{more}\n---\n"
    found = stands(text, "2026-10-01")
    return found.minimum_in, minimum_sentence(ENGLISH, found)


BOOKS = "{kind: count, to: 24, unit: books, minimum: 18}"
WEIGHT = "{kind: level, from: 82, to: 75, unit: kg, minimum: 78}"


@pytest.mark.parametrize(
    ("measure", "readings", "reached", "said"),
    [
        (BOOKS, "2026-09-28 =17", False, ""),
        (
            BOOKS,
            "2026-09-28 =18",
            True,
            "The minimum of 18 books is in; 6 books more to the target.",
        ),
        (
            BOOKS,
            "2026-09-28 =23",
            True,
            "The minimum of 18 books is in; 1 book more to the target.",
        ),
        (BOOKS, "2026-09-28 =24", True, ""),
        (BOOKS, "", None, ""),
        (WEIGHT, "2026-09-28 =78.1", False, ""),
        (WEIGHT, "2026-09-28 =78", True, "The minimum of 78 kg is in; 3 kg more to the target."),
        ("24 books", "2026-09-28 =23", None, ""),
        ("{kind: habit, to: 3, per: week, minimum: 2}", "2026-09-28 3", None, ""),
    ],
)
def test_the_minimum_is_said_once_it_is_in(
    measure: str, readings: str, reached: bool | None, said: str
) -> None:
    assert minimum(measure, readings) == (reached, said)


def test_of_a_goal_that_is_over_nothing_more_is_asked() -> None:
    said = minimum(BOOKS, "2026-09-20 =20", "status: dropped 2026-09-25")
    assert said == (True, "The minimum of 18 books is in.")


def change(now: str, before: str) -> list[tuple[str, bool, bool]]:
    text = f"---\n{now}\nchanges:\n  - {{date: 2026-04-01, {before}}}\n---\n"
    found = stands(text, "2026-05-01")
    return [(one.field, one.eased, one.raised) for one in found.changes]


EASED, RAISED, NEITHER = (True, False), (False, True), (False, False)


@pytest.mark.parametrize(
    ("now", "before", "field", "marks"),
    [
        (f"measurable: 24 books\n{WINDOW}", "due: 2026-12-30", "time_bound.due", EASED),
        (f"measurable: 24 books\n{WINDOW}", "due: 2027-01-01", "time_bound.due", RAISED),
        (f"measurable: 24 books\n{WINDOW}", "measurable: 25", "measurable.to", EASED),
        (f"measurable: 24 books\n{WINDOW}", "measurable: 23", "measurable.to", RAISED),
        (
            f"measurable: from 82 to 75 kg\n{WINDOW}",
            "measurable: from 82 to 74 kg",
            "measurable.to",
            EASED,
        ),
        (
            f"measurable: from 82 to 75 kg\n{WINDOW}",
            "measurable: from 82 to 76 kg",
            "measurable.to",
            RAISED,
        ),
        ("measurable: 3 times a week", "measurable: 4 times a week", "measurable.to", EASED),
        ("measurable: 3 times a week", "measurable: 2 times a week", "measurable.to", RAISED),
        (
            "measurable: at most 3 coffees a day",
            "measurable: at most 2 coffees a day",
            "measurable.to",
            EASED,
        ),
        (
            "measurable: at most 3 coffees a day",
            "measurable: at most 4 coffees a day",
            "measurable.to",
            RAISED,
        ),
        ("measurable: keep 70 to 75 kg", "measurable: keep 70 to 74 kg", "measurable.to", EASED),
        (
            "measurable: keep 70 to 75 kg",
            "measurable: keep 69 to 75 kg",
            "measurable.from_",
            RAISED,
        ),
        ("measurable: keep 70 to 75 kg", "measurable: keep 71 to 75 kg", "measurable.from_", EASED),
        (f"measurable: 24 books\n{WINDOW}", "title: Read", "title", NEITHER),
        ("measurable: 3 times a week", "measurable: 4 times a month", "measurable.to", NEITHER),
    ],
)
def test_a_change_says_whether_it_asks_for_less_or_more(
    now: str, before: str, field: str, marks: tuple[bool, bool]
) -> None:
    assert (field, *marks) in change(now, before)


def test_of_two_values_that_changed_together_each_says_its_own() -> None:
    found = change(f"measurable: 30 books\n{WINDOW}", "due: 2026-06-30, measurable: 24")
    assert set(found) == {("time_bound.due", *EASED), ("measurable.to", *RAISED)}
