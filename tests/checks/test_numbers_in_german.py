"""Messages of the rules tell numbers as the journal's language writes them."""

from __future__ import annotations

import re

import pytest
from written_goals import findings_of

from milepost.voice.english import typed, with_numbers_of, written

TEXT = """\
== milepost.yaml ==
language: {language}
== content/goals/laufen.md ==
---
title: Laufen
measurable: from 82.5 to 75 kg
relevant: value joy
time_bound: 2026-01-05 to 2026-12-31
obstacles: wenn es regnet, dann laufe ich drinnen
readings:
  - 2026-02-01 82.4
  - 2026-02-08 1182.4
  - 2026-02-15 82.3
---
"""


def told(language: str, code: str) -> tuple[str, str]:
    text = TEXT.replace("{language}", language)
    (found,) = [one for one in findings_of(text) if one.code == code]
    return found.message, found.help


def test_a_slip_is_told_with_the_numbers_of_the_journal() -> None:
    english, help_in_english = told("en", "J201")
    german, help_in_german = told("de", "J201")
    assert "1,182 kg lies far" in english
    assert "1.182 kg lies far" in german
    assert "move by 0.1 as a rule" in english
    assert "move by 0,1 as a rule" in german
    assert re.sub(r"[0-9.,]+", "0", german) == re.sub(r"[0-9.,]+", "0", english)
    assert "`=1182.4!`" in help_in_german
    assert help_in_german == help_in_english


@pytest.mark.parametrize(
    ("value", "unit", "english", "german"),
    [
        (1.5, "km", "1.5 km", "1,5 km"),
        (1234.0, "words", "1,234 words", "1.234 words"),
        (1, "words", "1 word", "1 word"),
        (1234.5, "EUR", "€1,234.50", "1.234,50 €"),
        (33.4, "m:ss", "33:24 min", "33:24 min"),
    ],
)
def test_only_the_numbers_are_german(value: float, unit: str, english: str, german: str) -> None:
    assert with_numbers_of("en").number(value, unit) == english
    assert with_numbers_of("de").number(value, unit).replace("\N{NO-BREAK SPACE}", " ") == german
    assert with_numbers_of("de").weeks(5) == "5 weeks"


def test_what_is_pasted_has_one_form() -> None:
    assert (written(1234.5), typed(1234.0), typed(1 / 3)) == ("1234.5", "1 234", "0.33")


def test_a_number_to_type_has_no_point_between_thousands() -> None:
    """`progress: {lesen: 1.234}` is one page and a bit, as everywhere."""
    assert with_numbers_of("de", to_type=True).number(1234.0, "Seiten") == "1 234 Seiten"
    assert with_numbers_of("de", to_type=True).number(1234.5, "EUR") == "1 234.50 EUR"
    assert with_numbers_of("en", to_type=True).number(1234.0, "pages") == "1,234 pages"
