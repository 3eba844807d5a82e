"""What was counted of rate, total and date, or from words, is said."""

from __future__ import annotations

import pytest
from written import stands

from milepost.voice.lights import counted_from
from milepost.voice.voice import Voice


@pytest.mark.parametrize(
    ("front", "said"),
    [
        (
            "measurable: 24 books at 2 a week\ntime_bound: {start: 2026-10-05}",
            "Due on 28 December, counted from “2 a week”.",
        ),
        (
            "measurable: {kind: count, unit: km, rate: 2 a week}\n"
            "time_bound: 2026-10-05 to 2026-12-28",
            "24 km, counted from “2 a week”.",
        ),
        (
            "measurable: {kind: count, unit: km, rate: 2 a week}\n"
            "time_bound: 2026-10-05, within twelve weeks",
            "24 km, counted from “2 a week”. "
            "Due on 28 December, counted from “within twelve weeks”.",
        ),
        ("measurable: 24 books\ntime_bound: 2026-10-05 to 2026-12-28", ""),
    ],
)
def test_what_was_counted_is_said(front: str, said: str) -> None:
    standing = stands(f"---\ntitle: Read\n{front}\n---", "2026-11-22")

    assert counted_from(Voice("en", " "), standing) == said
