"""Which entry a number goes into: given these files, it is this one."""

from __future__ import annotations

from datetime import date

import pytest
from written import read

from milepost.journal.values import Week
from milepost.rewriting.which_entry import entry_of, is_kept_by_days

DAY = date(2026, 11, 20)


def by_days(*names: str, text: str = "---\nmood: 3\n---") -> bool:
    files = "\n".join(f"== content/journal/{name}.md ==\n{text}" for name in names)
    return is_kept_by_days(read(files).journal.entries, DAY)


@pytest.mark.parametrize(
    ("names", "days"),
    [
        ((), False),
        (("2026-W46",), False),
        (("2026-11-19",), True),
        (("2026-W46", "2026-11-19"), False),
        (("2026-W46", "2026-11-18", "2026-11-19"), True),
        (("2026-W46", "2026-10-23", "2026-10-24"), False),  # 28 and 27 days before
        (("2026-W46", "2026-10-24", "2026-10-25"), True),
        (("2025-W46", "2025-W47", "2026-11-19"), True),
        (("2025-W46", "2025-11-18", "2025-11-19"), True),
    ],
)
def test_most_entries_near_a_day_decide(names: tuple[str, ...], days: bool) -> None:
    assert by_days(*names) is days


def test_entries_with_numbers_decide_before_those_without() -> None:
    notes = ("2026-11-17", "2026-11-18", "2026-11-19")
    assert by_days(*notes, text="Words.")
    files = "\n".join(f"== content/journal/{name}.md ==\nWords." for name in notes)
    week = "\n== content/journal/2026-W46.md ==\n---\nhours: {gym: 1}\n---"
    assert not is_kept_by_days(read(files + week).journal.entries, DAY)


def test_of_several_it_is_the_one_that_speaks_of_the_goal() -> None:
    entries = read("""\
== content/journal/2026-W47.md ==
Words.
== content/journal/2026-W47-work.md ==
---
mood: 3
---
== content/journal/b/2026-W47.md ==
---
skip: {gym: flu}
---
== content/journal/2026-11-20.md ==
---
progress: {gym: 1}
---
""").journal.entries

    def path(when: date | Week, *goals: str) -> str:
        found = entry_of(entries, when, goals)
        return found.path.removeprefix("content/journal/") if found else ""

    assert path(Week(2026, 47), "gym") == "b/2026-W47.md"
    assert path(Week(2026, 47), "weight") == "2026-W47-work.md"
    assert path(DAY, "gym") == "2026-11-20.md"
    assert path(Week(2026, 46)) == path(date(2026, 11, 19)) == ""
