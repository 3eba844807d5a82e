"""Numbers of an entry in words and parts; yes and no where they say something."""

from __future__ import annotations

import pytest

from milepost.journal.load import Loaded, load


def entry(measure: str, value: str) -> Loaded:
    return load(
        {
            "content/goals/g.md": f"---\nmeasurable: {measure}\n---\n# G\n".encode(),
            "content/journal/2026-W20.md": f"---\nprogress: {{g: {value}}}\n---\n".encode(),
        }
    )


@pytest.mark.parametrize(
    ("value", "number"),
    [
        ("two", 2), ("three books", 3), ("+two", 2), ("a dozen books", 12), ("1/2", 0.5),
        ("1 1/2 books", 1.5), ("½", 0.5), ("twenty-four", 24), ("2", 2),
    ],
)  # fmt: skip
def test_words_and_parts_are_read_as_in_a_measure(value: str, number: float) -> None:
    loaded = entry("24 books", value)
    assert [one.value for one in loaded.journal.readings] == [number]
    assert loaded.findings == ()


@pytest.mark.parametrize(
    ("measure", "value", "number"),
    [
        ("20 km", "1500 m", 1.5), ("20 km on foot", "800 metres", 0.8), ("5 kg", "800 g", 0.8),
        ("500 m", "1.2 km", 1200), ("2 litres a day", "500 ml", 0.5), ("2 l a day", "1 L", 1),
        ("from 40 to 60 cm", "0.55 m", 55), ("10 hours", "90 min", 1.5), ("10 hours", "90 m", 1.5),
        ("300 min", "2 h", 120), ("from 800 m to 3 km", "900 m", 0.9),
    ],
)  # fmt: skip
def test_a_number_is_read_by_its_own_unit(measure: str, value: str, number: float) -> None:
    loaded = entry(measure, value)
    assert [one.value for one in loaded.journal.readings] == [number]
    assert loaded.findings == ()


@pytest.mark.parametrize(
    ("measure", "value"), [("20 km", "2 miles"), ("75 kg", "165 lb"), ("20 km", "3 kg"),
                           ("20 km of running", "1500 m bike"), ("20 km", "2 l")]
)  # fmt: skip
def test_what_measures_another_thing_is_asked_about(measure: str, value: str) -> None:
    loaded = entry(measure, value)
    assert loaded.journal.readings == ()
    assert [one.code for one in loaded.findings] == ["F210"]


@pytest.mark.parametrize(
    ("value", "number"),
    [("ja", 1), ("nein", 0), ("y", 1), ("n", 0), ('"[x]"', 1), ('"[ ]"', 0)],
)
def test_yes_and_no_are_read_in_german_and_as_a_check_box(value: str, number: float) -> None:
    loaded = entry("ja oder nein", value)
    assert [one.value for one in loaded.journal.readings] == [number]


@pytest.mark.parametrize("value", ["nope", "off", "on", "jein"])
def test_what_is_neither_yes_nor_no_is_asked_about(value: str) -> None:
    loaded = entry("ja oder nein", value)
    assert loaded.journal.readings == ()
    assert [one.code for one in loaded.findings] == ["F213"]


@pytest.mark.parametrize("value", ["3/5", "two three", "lots", "three pages"])
def test_other_words_are_asked_about(value: str) -> None:
    loaded = entry("24 books", value)
    assert loaded.journal.readings == ()
    assert len(loaded.findings) == 1


@pytest.mark.parametrize(
    ("measure", "value"),
    [
        ("24 books", "yes"), ("24 books", "true"), ("from 82 to 75 kg", "no"),
        ("from 82 to 75 kg", "yes"), ("keep 70 to 75 kg", "yes"), ("30 minutes a day", "yes"),
    ],
)  # fmt: skip
def test_yes_is_no_number(measure: str, value: str) -> None:
    loaded = entry(measure, value)
    assert loaded.journal.readings == ()
    assert [one.code for one in loaded.findings] == ["F210"]


@pytest.mark.parametrize(
    ("measure", "value", "number"),
    [
        ("yes or no", "yes", 1), ("daily", "yes", 1), ("3 times a week", "yes", 1),
        ("one book a month", "yes", 1), ("24 books", "no", 0), ("30 minutes a day", "no", 0),
    ],
)  # fmt: skip
def test_yes_and_no_where_they_say_something(measure: str, value: str, number: float) -> None:
    loaded = entry(measure, value)
    assert [one.value for one in loaded.journal.readings] == [number]
