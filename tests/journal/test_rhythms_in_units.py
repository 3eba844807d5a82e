"""What says how often is never part of the unit of a count: it is read, or asked about."""

from __future__ import annotations

import re

import pytest
import written

from milepost.journal.measures import parse_measure
from milepost.journal.numbers import Misread
from milepost.journal.values import Measure
from milepost.journal.words import Kind, Period


@pytest.mark.parametrize(
    ("line", "remedy"),
    [
        ("3x/Woche", "3x a week"),
        ("200 €/Monat", "200 € a month"),
        ("10 Minuten/Tag", "10 Minuten a day"),
        ("40 calls/Woche", "40 calls a week"),
        ("3x wöchentlich", "3x weekly"),
        ("3 weekly runs", "3 runs a week"),
        ("2 monthly dates", "2 dates a month"),
        ("20 min daily meditation", "20 min meditation a day"),
        ("3 wöchentliche Läufe", "3 Läufe a week"),
    ],
)
def test_a_count_with_a_rhythm_is_asked_about(line: str, remedy: str) -> None:
    read = parse_measure(line)
    assert isinstance(read, Misread)
    first = re.search("`(.+?)`", read.help)
    assert first
    assert first[1] == remedy
    habit = parse_measure(first[1])
    assert isinstance(habit, Measure)
    assert habit.kind is Kind.HABIT


@pytest.mark.parametrize("line", ["2 biweekly calls", "10 pages per work day", "5 km je Werktag"])
def test_a_rhythm_that_is_not_understood_is_never_a_unit(line: str) -> None:
    assert isinstance(parse_measure(line), Misread)


@pytest.mark.parametrize("line", ["30 days of yoga", "90 km/h", "12 weeks without sugar"])
def test_a_unit_may_be_of_time(line: str) -> None:
    assert isinstance(parse_measure(line), Measure)


@pytest.mark.parametrize(
    ("mapping", "kind"),
    [
        ("{to: 3, unit: runs/week}", Kind.HABIT),
        ("{to: 3, unit: runs a week}", Kind.HABIT),
        ("{max: 3, unit: runs a week}", Kind.LIMIT),
    ],
)
def test_the_unit_of_a_mapping_may_hold_a_period(mapping: str, kind: Kind) -> None:
    goal = written.read(f"---\nmeasurable: {mapping}\n---").journal.goals[0]
    assert goal.measurable
    assert (goal.measurable.kind, goal.measurable.to) == (kind, 3)
    assert (goal.measurable.unit, goal.measurable.per) == ("runs", Period.WEEK)


def test_of_the_unit_of_a_mapping_the_rest_is_asked_about() -> None:
    loaded = written.read("---\nmeasurable: {to: 3, unit: weekly runs}\n---")
    assert loaded.journal.goals[0].measure_unread
    assert [one.code for one in loaded.findings] == ["F210"]
