"""Words that nearly say who may see a file: how far a slip may go."""

from __future__ import annotations

import pytest

from milepost.journal.visibility import about, in_words


@pytest.mark.parametrize(
    "key",
    [
        "visibility", "visiblity", "visibilty", "vissibility", "visibliity", "visibilit",
        "ivsibility", "cisibility", "visbilty", "prviate", "privat", "pirvate", "orivate",
        "hiden", "hidde", "dratf", "rdaft", "pubilc", "publihs", "shrae", "unlsited",
        "headless", "my-headless", "isHeadless",
    ],
)  # fmt: skip
def test_one_slip_is_seen_through_and_two_in_a_long_word(key: str) -> None:
    assert about(key)


@pytest.mark.parametrize(
    "key",
    ["vsblty", "vivacity", "care", "spare", "shape", "craft", "draw", "hid", "pub", "derive"],
)  # fmt: skip
def test_another_word_is_another_word(key: str) -> None:
    assert not about(key)


def test_a_line_as_long_as_a_line_of_prose_is_no_key() -> None:
    def line(length: int) -> str:
        return "visibility:" + " " * (length - len("visibility:private")) + "private"

    assert [len(line(80)), list(in_words(line(80)))] == [80, [(0, "visibility")]]
    assert list(in_words(line(81))) == []
