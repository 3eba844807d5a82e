"""A line that is offered for words says the same as they do, or it is not offered."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milepost.journal.measure_words import HELP
from milepost.journal.measures import parse_measure
from milepost.journal.numbers import Misread
from milepost.journal.values import Measure


@pytest.mark.parametrize(
    "words",
    [
        "in bed by 22:30",
        "up at 6:00",
        "6:30 am",
        "wake up at 6:30 am",
        "no phone after 21:00",
        "um 6:00 Uhr auf",
        "asleep before 11 pm",
    ],
)
def test_a_time_of_day_is_no_amount(words: str) -> None:
    read = parse_measure(words)
    assert isinstance(read, Misread)
    assert "is a time of day, and no amount" in read.message
    assert read.help == "write how often it should be so, as `5 times a week`, or `yes or no`"


@pytest.mark.parametrize("words", ["under 50:00", "25:00 minutes", "average sleep at least 7:30 h"])
def test_a_time_that_it_takes_is_one(words: str) -> None:
    assert isinstance(parse_measure(words), Measure)


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (
            "1,5 books on average, log mean",
            ["average at least 1.5 books", "average at most 1.5 books"],
        ),
        ("1,5 books", ["1.5 books", "1 500"]),
        ("1.500 books", ["1500 books", "1.5 books"]),
        ("1.500.5 books", ["1500.5 books"]),
        ("1.500-2.000 km", ["from 1500 to 2000 km", "keep 1500 to 2000 km"]),
        ("3,5e3 km", ["24 books"]),
        ("12.34,5 km", ["24 books"]),
    ],
)
def test_what_is_offered_for_a_comma_or_a_point_is_read(words: str, offered: list[str]) -> None:
    read = parse_measure(words)
    assert isinstance(read, Misread)
    assert "could mean tenths or thousands" in read.message
    ways = re.findall("`([^`]+)`", read.help)
    assert ways[: len(offered)] == offered
    assert not [way for way in offered if isinstance(parse_measure(way), Misread)]


def test_a_number_of_many_digits_behind_its_point_is_not_too_large() -> None:
    read = parse_measure("3.14159265358979323846 km")
    assert isinstance(read, Measure)
    assert read.to == 3.141592653589793


@pytest.mark.parametrize("words", ["3" + "." * 498, "0" * 497 + ",5", "123" + " 123" * 124])
def test_the_longest_measure_is_looked_at_and_a_longer_one_is_not(words: str) -> None:
    """The forms try every beginning of a text, which takes long for a long one."""
    longest = words[:500]
    for text, too_long in ((longest, False), (longest + "7" * (501 - len(longest)), True)):
        read = parse_measure(text)
        assert isinstance(read, Misread)
        assert ("is too long for a measure" in read.message) == too_long


@pytest.mark.parametrize(
    "words",
    [
        "finish in the top 10",
        "resting pulse at 55",
        "a 5 star review",
        "speak at 2 conferences",
        "save 100 euros euros",
        "save a 1000 euros",
        "run the marathon in under 4 hours",
        "weekly weigh-in 75 kg",
        "12 of the 20 chapters read by 3 readers",
    ],
)
def test_nothing_is_offered_that_says_another_thing(words: str) -> None:
    read = parse_measure(words)
    assert isinstance(read, Misread)
    assert read.help == HELP


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("bench press 100 kg", "to 100 kg"),
        ("lose weight 5 kg", "lose 5 kg"),
        ("body fat 18 %", "to 18 %"),
        ("read 24 books", "24 books"),
    ],
)
def test_what_says_the_same_is_offered(words: str, line: str) -> None:
    read = parse_measure(words)
    assert isinstance(read, Misread)
    assert f"`{line}`" in read.help


_WORDS = st.sampled_from(
    "run read at top a of the kg books weekly 10 3 24 6:30 by in chapters score weight lose".split()
)


@given(st.lists(_WORDS, min_size=2, max_size=6))
def test_a_line_that_is_offered_alone_is_read_and_keeps_the_numbers(words: list[str]) -> None:
    line = " ".join(words)
    read = parse_measure(line)
    if not isinstance(read, Misread) or read.about:
        return
    offered = re.fullmatch("write (?:what is counted alone: )?`([^`…]+)`", read.help)
    if offered:
        assert isinstance(parse_measure(offered[1]), Measure)
        assert re.findall("[0-9]+", offered[1]) == re.findall("[0-9]+", line)
