"""A new week or day lies where the one nearest to it does."""

from __future__ import annotations

from datetime import date

import pytest

from milepost.journal.load import load
from milepost.progress.measure import measure
from milepost.scaffold import new_week
from milepost.scaffold.day import new_day


@pytest.mark.parametrize(
    ("there", "day", "wanted"),
    [
        ([], date(2026, 11, 23), "journal/2026-W48.md"),
        (["content/journal/2026-W47.md"], date(2026, 11, 23), "journal/2026-W48.md"),
        (["content/journal/2026/2026-W47.md"], date(2026, 11, 23), "journal/2026/2026-W48.md"),
        (["content/journal/2026/2026-W53.md"], date(2027, 1, 4), "journal/2027/2027-W01.md"),
        (["content/journal/2026/2026-W52.md"], date(2027, 1, 1), "journal/2026/2026-W53.md"),
        (["weekly/2026-W47.md"], date(2026, 11, 23), "weekly/2026-W48.md"),
        (["2026-W47.md"], date(2026, 11, 23), "2026-W48.md"),
        (
            ["content/journal/old/2024-W01.md", "content/journal/2026-W47.md"],
            date(2026, 11, 23),
            "journal/2026-W48.md",
        ),
    ],
)
def test_a_week(there: list[str], day: date, wanted: str) -> None:
    """At New Year the folder is that of the week's own year."""
    files = dict.fromkeys(there, b"Words.\n") | {"milepost.yaml": b""}
    report = measure(load(files).journal, day)
    assert new_week(report)[0] == wanted


def test_a_day() -> None:
    """Also in folders of months."""
    path = "content/journal/2026/11/2026-11-22.md"
    journal = load({path: b"Words.\n"}).journal
    assert new_day(journal, date(2026, 12, 1))[0] == "journal/2026/12/2026-12-01.md"
    assert new_day(journal, date(2027, 1, 1))[0] == "journal/2027/01/2027-01-01.md"
