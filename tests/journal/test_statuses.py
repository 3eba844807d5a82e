"""The state of a goal in one line, with its day and its reason."""

from __future__ import annotations

import re
from datetime import date

import pytest

from milepost.journal.load import load
from milepost.journal.numbers import Misread
from milepost.journal.shortforms import parse_break, parse_status
from milepost.journal.values import Break, Declared
from milepost.journal.words import State

DAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    "text",
    [
        "done 2026-11-20", "done since 2026-11-20", "done on 20 November 2026", "done, 20.11.2026",
        "done (2026-11-20)", "done since 2026/11/20", "done as of 2026-11-20",
    ],
)  # fmt: skip
def test_the_day_of_a_state_in_any_spelling(text: str) -> None:
    assert parse_status(text) == Declared(State.DONE, "", DAY)


@pytest.mark.parametrize(
    "text",
    [
        "paused since 2026-11-20 because we move", "paused 20.11.2026: we move",
        "paused because we move, since 2026-11-20", "paused: we move since 20 November 2026",
        "paused from 2026-11-20, we move",
    ],
)  # fmt: skip
def test_the_day_stands_before_the_reason_or_behind_it(text: str) -> None:
    assert parse_status(text) == Declared(State.PAUSED, "we move", DAY)


@pytest.mark.parametrize(
    ("text", "since"),
    [
        ("paused since March 2026", date(2026, 3, 1)),
        ("paused since 2026-W40", date(2026, 9, 28)),
        ("paused since 2026", date(2026, 1, 1)),
    ],
)
def test_since_a_period_is_since_its_first_day(text: str, since: date) -> None:
    assert parse_status(text) == Declared(State.PAUSED, "", since)


@pytest.mark.parametrize(
    ("text", "because"),
    [
        ("done 3 weeks early", "3 weeks early"),
        ("paused until the hall opens", "until the hall opens"),
        ("paused, on holiday", "on holiday"),
        ("paused because of the move", "the move"),
    ],
)
def test_a_reason_without_a_day_stays_a_reason(text: str, because: str) -> None:
    declared = parse_status(text)
    assert isinstance(declared, Declared)
    assert (declared.because, declared.since) == (because, None)


@pytest.mark.parametrize(
    "text",
    [
        "done since yesterday", "done yesterday", "paused since the accident",
        "paused since Monday", "done 04/05/2026", "dropped 2026-02-30", "done in 2026",
        "paused from 2026-11-02 to 2026-11-15", "paused until 2026-12-10",
        "paused because we move, until 2026-12-10", "paused since 2026-11-02 until 10.12.2026",
    ],
)  # fmt: skip
def test_a_day_that_cannot_be_read_is_asked_about(text: str) -> None:
    misread = parse_status(text)
    assert isinstance(misread, Misread)
    for proposed in re.findall(r"`((?:paused|done)[^`]*)`", misread.help):
        assert isinstance(parse_status(proposed), Declared), proposed
    for proposed in re.findall(r"`breaks: ([^`]*)`", misread.help):
        assert isinstance(parse_break(proposed), Break), proposed


@pytest.mark.parametrize(
    "word", ["completed", "finished", "on hold", "On-Hold", "cancelled", "in progress"]
)
def test_other_tools_words_for_a_state_may_have_a_day(word: str) -> None:
    file = f"---\nstatus: {word} since 2026-11-20\n---\n# Sail\n"
    loaded = load({"content/goals/sail.md": file.encode()})
    assert [one.code for one in loaded.findings] == ["F221"]
    assert loaded.journal.goals[0].status.since == DAY
