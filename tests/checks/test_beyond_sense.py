"""Numbers and years beyond sense are read and judged like any others: nothing raises."""

from __future__ import annotations

from datetime import date

import pytest

from milepost.checks.check import check
from milepost.journal.fields import key_fields, name_of
from milepost.journal.load import load
from milepost.journal.model import Entry, Goal, Profile, Settings
from milepost.journal.values import Week
from milepost.progress.measure import measure

DAY = date(2026, 11, 22)
GOAL = {"title": "Sail", "measurable": "12 trips", "time_bound": "2026-01-01 to 2026-12-31"}
FILES = {
    "content/goals/sail.md": Goal,
    "content/journal/2026-W46.md": Entry,
    "content/profile.md": Profile,
    "milepost.yaml": Settings,
}
KEYS = [(path, name_of(item)) for path, kind in FILES.items() for item in key_fields(kind)]
BEYOND = ["9" * 4300, "1e400", "-" + "9" * 4301, "nan", "0001-01-01 to 9999-12-31", "1e308 km"]


def judged(path: str, keys: dict[str, str], day: date = DAY) -> None:
    """The check of a journal of one goal, beside a file with these keys."""
    lines = "".join(f"{key}: {value}\n" for key, value in keys.items())
    goal = "".join(f"{key}: {value}\n" for key, value in GOAL.items())
    files = {
        "content/goals/sail.md": f"---\n{goal}---\n".encode(),
        path: (lines if path == "milepost.yaml" else f"---\n{lines}---\n").encode(),
    }
    loaded = load(files)
    report = measure(loaded.journal, day)
    check(report, loaded.findings, whole=loaded.journal, sources=loaded.sources, assets={})


@pytest.mark.parametrize(("path", "key"), KEYS)
def test_every_key_takes_numbers_and_years_beyond_sense(path: str, key: str) -> None:
    others = GOAL if FILES[path] is Goal else {}
    for value in BEYOND:
        judged(path, others | {key: value})


@pytest.mark.parametrize("day", [date(1000, 1, 1), date(8999, 12, 31)])
def test_a_day_of_any_century_may_be_today(day: date) -> None:
    judged("content/journal/2026-W46.md", {"progress": "{sail: 1}"}, day)


def test_beyond_the_calendar_weeks_have_no_days() -> None:
    first, last = Week.of(date.min), Week.of(date.max)
    assert (first.plus(-1) < first, last.plus(1) > last) == (True, True)
    assert (first.plus(1).plus(-1), last.plus(-1).plus(1)) == (first, last)
