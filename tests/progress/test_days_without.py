"""A limit of 0 counts the days without, up to the last one of which something was told."""

from __future__ import annotations

import pytest
from written import stands

from milepost.voice.english import ENGLISH
from milepost.voice.rhythms import clear_sentence


def days(measure: str, readings: str) -> tuple[int | None, str]:
    text = f"---\nmeasurable: {measure}\ntime_bound: 2026-11-02 to 2026-12-31\n{readings}\n---\n"
    found = stands(text, "2026-11-22")
    return found.clear_days, clear_sentence(ENGLISH, found)


NONE = "0 cigarettes a day"


@pytest.mark.parametrize(
    ("measure", "readings", "found"),
    [
        (
            NONE,
            "readings: [2026-11-08 2, 2026-11-10 0, 2026-11-20 0]",
            (12, "None for 12 days, as told up to 20 November."),
        ),
        (
            NONE,
            "readings: [2026-11-03 0, 2026-11-20 0]",
            (19, "None for 19 days, as told up to 20 November."),
        ),
        (NONE, "readings: [2026-11-18 1, 2026-11-19 0]", (1, "")),
        (
            NONE,
            "readings: [2026-11-18 1, 2026-11-20 0]",
            (2, "None for 2 days, as told up to 20 November."),
        ),
        (NONE, "readings: [2026-11-20 1]", (0, "")),
        (NONE, "", (None, "")),
        ("at most 1 coffee a day", "readings: [2026-11-03 0, 2026-11-20 0]", (None, "")),
        ("3 times a week", "readings: [2026-11-03 0, 2026-11-20 0]", (None, "")),
    ],
)
def test_the_days_without(measure: str, readings: str, found: tuple[int | None, str]) -> None:
    assert days(measure, readings) == found
