"""Measures in German, and verbs behind a measure: each is asked about with a line that says it."""

from __future__ import annotations

import re

import pytest
import written

from milepost.journal.measures import parse_measure
from milepost.journal.numbers import Misread, pointed
from milepost.journal.values import Measure
from milepost.journal.words import Kind

ASKED = [
    ("7,5 h Schlaf im Schnitt", "7.5 h Schlaf on average", Kind.AVERAGE),
    ("8000 Schritte im Durchschnitt", "8000 Schritte on average", Kind.AVERAGE),
    ("8 kg abnehmen", "lose 8 kg", Kind.LEVEL),
    ("8 KG ABNEHMEN", "lose 8 KG", Kind.LEVEL),
    ("um 7 kg abnehmen", "lose 7 kg", Kind.LEVEL),
    ("abnehmen: 8 kg", "lose 8 kg", Kind.LEVEL),
    ("mindestens 5 kg abnehmen", "lose at least 5 kg", Kind.LEVEL),
    ("auf 75 kg abnehmen", "down to 75 kg", Kind.LEVEL),
    ("von 82 auf 75 kg abnehmen", "from 82 to 75 kg", Kind.LEVEL),
    ("10 kg zunehmen", "gain 10 kg", Kind.LEVEL),
    ("2 Kilo verlieren", "lose 2 Kilo", Kind.LEVEL),
    ("3 kg weniger", "lose 3 kg", Kind.LEVEL),
    ("8 kg leichter", "lose 8 kg", Kind.LEVEL),
    ("8 kg to lose", "lose 8 kg", Kind.LEVEL),
    ("8 kg down", "lose 8 kg", Kind.LEVEL),
    ("5.000 € sparen", "5000 €", Kind.COUNT),
    ("5.000 € Schulden abbauen", "reduce by 5000 € Schulden", Kind.LEVEL),
    ("3 Bücher lesen", "3 Bücher", Kind.COUNT),
    ("12 Bücher zu lesen", "12 Bücher", Kind.COUNT),
    ("10 Marathons finishen", "10 Marathons", Kind.COUNT),
    ("5 km laufen", "5 km", Kind.COUNT),
    ("jeden Tag 20 Seiten lesen", "20 Seiten a day", Kind.HABIT),
    ("täglich 20 Minuten meditieren", "20 Minuten daily", Kind.HABIT),
    ("jede Woche 3 mal Sport", "3 times a week", Kind.HABIT),
    ("pro Monat 200 € zurücklegen", "200 € a month", Kind.HABIT),
    ("alle zwei Wochen", "every 2 weeks", Kind.HABIT),
    ("jeden zweiten Tag", "every other day", Kind.HABIT),
    ("zweimal die Woche", "twice a week", Kind.HABIT),
    ("montags und donnerstags", "Monday, Thursday", Kind.HABIT),
    ("höchstens 2 Kaffee am Tag", "at most 2 Kaffee a day", Kind.LIMIT),
    ("mindestens 8 Stunden Schlaf", "at least 8 Stunden Schlaf", Kind.COUNT),
    ("zwischen 70 und 75 kg", "between 70 and 75 kg", Kind.RANGE),
    ("70 bis 75 kg halten", "keep 70 to 75 kg", Kind.RANGE),
    ("unter 70 kg bleiben", "keep under 70 kg", Kind.RANGE),
    ("von 82 auf 75 kg", "from 82 to 75 kg", Kind.LEVEL),
    ("unter 25 Minuten", "under 25 minutes", Kind.LEVEL),
    ("unter 3:59:59", "under 3:59:59", Kind.LEVEL),
    ("Ruhepuls unter 60", "under 60 Ruhepuls", Kind.LEVEL),
    ("ein Dutzend Eier", "1 dozen Eier", Kind.COUNT),
    ("ein Buch pro Monat", "1 Buch a month", Kind.HABIT),
    ("etwa 20 Bücher", "20 Bücher", Kind.COUNT),
]


@pytest.mark.parametrize(("line", "remedy", "kind"), ASKED)
def test_the_line_that_is_offered_says_the_same(line: str, remedy: str, kind: Kind) -> None:
    asked = parse_measure(pointed(line))
    assert isinstance(asked, Misread)
    assert f"`{remedy}`" in asked.help
    read = parse_measure(remedy)
    assert isinstance(read, Measure)
    assert read.kind is kind


@pytest.mark.parametrize(
    ("line", "remedy"),
    [
        ("bis Ostern 5 kg runter", "lose 5 kg"),
        ("8 kg abnehmen bis Ostern", "lose 8 kg"),
        ("8 kg in drei Monaten abnehmen", "lose 8 kg"),
        ("24 Bücher bis Ende 2026", "24 Bücher"),
    ],
)
def test_a_day_until_when_goes_where_days_stand(line: str, remedy: str) -> None:
    asked = parse_measure(line)
    assert isinstance(asked, Misread)
    assert asked.help == f"write the time as `time_bound`, and here `{remedy}`"


@pytest.mark.parametrize(
    ("line", "remedies"),
    [
        ("mehr als 20 Bücher", ["at least 20 Bücher"]),
        ("höchstens 3 Kaffee", ["at most 3 Kaffee a week", "keep below 3 Kaffee"]),
        ("8 kg abnehmen und halten", []),
        ("ab 70 kg", []),
    ],
)
def test_what_could_be_two_things_is_asked_as_in_english(line: str, remedies: list[str]) -> None:
    asked = parse_measure(line)
    assert isinstance(asked, Misread)
    offered = [] if "a count (`24 books`)" in asked.help else re.findall("`(.+?)`", asked.help)
    assert offered == remedies


@pytest.mark.parametrize("line", ["ein Kilo pro Woche abnehmen", "lose 1 kg a week"])
def test_a_way_at_a_rate_asks_how_much_it_is_in_all(line: str) -> None:
    asked = parse_measure(line)
    assert isinstance(asked, Misread)
    assert asked.help == "write how much it is in all, as `lose 12 kg at 1 kg a week`"
    assert isinstance(parse_measure("lose 12 kg at 1 kg a week"), Measure)


@pytest.mark.parametrize(
    ("line", "unit"),
    [
        ("24 books read", "books read"),
        ("24 Bücher gelesen", "Bücher gelesen"),
        ("8 kg lost", "kg lost"),
        ("3 Kurse bestanden", "Kurse bestanden"),
        ("2 Treffen", "Treffen"),
        ("10 days off", "days off"),
        ("12 women", "women"),
        ("10 Sunday children", "Sunday children"),
        ("20 neue seiten", "neue seiten"),
        ("30 Tage Yoga", "Tage Yoga"),
        ("3 Läufe am Stück", "Läufe am Stück"),
    ],
)
def test_what_is_done_and_what_is_counted_stays_the_unit(line: str, unit: str) -> None:
    read = parse_measure(line)
    assert isinstance(read, Measure)
    assert read.unit == unit


@pytest.mark.parametrize(
    ("mapping", "remedy"),
    [
        ("{to: 8, unit: kg abnehmen}", "write `measurable: lose 8 kg`"),
        ("{from: 82, to: 75, unit: kg abnehmen}", "and the way as `from` and `to`"),
    ],
)
def test_the_unit_of_a_mapping_holds_no_verb(mapping: str, remedy: str) -> None:
    loaded = written.read(f"---\nmeasurable: {mapping}\n---")
    assert loaded.journal.goals[0].measure_unread
    (asked,) = [one for one in loaded.findings if one.code == "F210"]
    assert remedy in asked.help


@pytest.mark.parametrize(
    ("line", "many"),
    [
        ("1 Dutzend Eier", 12),
        ("2 Millionen Schritte", 2e6),
        ("1,5 Millionen Schritte", 1.5e6),
        ("3 Tausend Seiten", 3e3),
        ("2 Milliarden Schritte", 2e9),
    ],
)
def test_a_german_word_of_size_is_part_of_the_number(line: str, many: float) -> None:
    read = parse_measure(pointed(line))
    assert isinstance(read, Measure)
    assert (read.to, read.unit in {"Eier", "Schritte", "Seiten"}) == (many, True)


@pytest.mark.parametrize(
    ("line", "unit"),
    [
        ("20 g collagen a day", "g collagen"),
        ("2 l oxygen", "l oxygen"),
        ("200 g linsen", "g linsen"),
        ("20 min brighten", "min brighten"),
        ("3 Seiten abgeschrieben", "Seiten abgeschrieben"),
        ("100 ab workouts", "ab workouts"),
        ("20 mehr Seiten", "mehr Seiten"),
    ],
)
def test_what_only_ends_as_a_verb_does_is_counted(line: str, unit: str) -> None:
    read = parse_measure(line)
    assert isinstance(read, Measure)
    assert read.unit == unit
