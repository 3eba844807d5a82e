"""What was read of a file, kept as plain data, comes back whole, and nothing else is ever made."""

from __future__ import annotations

import json
from random import Random

import hidden_words
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from written import examples

from milepost.journal.load import load
from milepost.journal.model import Document
from milepost.journal.remembered import NOT_SO
from milepost.journal.stored import plain, value_of
from milepost.shipped import folder


def through_json(value: object) -> object:
    return value_of(json.loads(json.dumps(plain(value))))


def assert_whole(document: Document) -> None:
    back = through_json(document)
    assert isinstance(back, type(document))
    assert back.whole == document.whole
    assert repr(back) == repr(document)  # 1, 1.0 and True are equal, and not the same


def test_every_file_of_the_example_comes_back_whole() -> None:
    root = folder("content").parent
    files = {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in folder("content").rglob("*.md")
    }
    loaded = load(files)
    assert loaded.journal.goals
    for document in (*loaded.journal.notes, loaded.journal.profile):
        assert_whole(document)


@settings(max_examples=examples(40))
@given(st.integers(0, 2**40))
def test_every_file_of_random_journals_and_its_findings_come_back_whole(number: int) -> None:
    loaded = load(hidden_words.journal(Random(number)).files)
    for document in (*loaded.journal.notes, loaded.journal.profile, loaded.journal.settings):
        assert_whole(document)
    assert through_json(loaded.findings) == loaded.findings


@pytest.mark.parametrize(
    "data",
    [["os"], ["Path", 0, "/"], [99], [6], ["Goal", 999, 1], ["Goal", 0], [4, "no day"], None],
)
def test_other_data_makes_nothing(data: object) -> None:
    if data is None:
        assert value_of(data) is None
        return
    with pytest.raises(NOT_SO):
        value_of(data)


def test_what_is_no_part_of_the_model_is_not_kept() -> None:
    with pytest.raises(TypeError, match="object is no part of the model"):
        plain(object())
