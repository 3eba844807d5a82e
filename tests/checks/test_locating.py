"""Findings mark the words they speak of, however those are written."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from written_goals import codes, findings_of, goal, marked, only

from milepost.checks.locating import locate
from milepost.findings import Place
from milepost.journal.model import Goal

VAGUE = "Improve my Spanish before the summer"


@pytest.mark.parametrize(
    "written",
    [
        VAGUE,
        f'"{VAGUE}"',
        f"'{VAGUE}'",
        f">-\n  {VAGUE}",
        "|\n  Improve my Spanish\n  before the summer",
        "Improve my\n  Spanish before the summer",
    ],
    ids=["plain", "double quotes", "single quotes", "folded block", "literal block", "two lines"],
)
def test_the_word_is_marked_in_every_way_of_writing(written: str) -> None:
    text = goal(title="Spanish", specific=written, measurable="yes or no")
    assert marked(text, "S102") == "Improve"


def test_a_title_from_the_first_heading_is_marked_there() -> None:
    text = goal("# Improve my Spanish before the summer\n", title=None, measurable="yes or no")
    assert marked(text, "S102") == "Improve"
    assert only(text, "S102").place.line == 7


def test_a_title_from_the_name_of_the_file_points_at_the_file() -> None:
    text = goal(title=None, relevant=None)
    assert only(text, "R101").place == Place("content/goals/example.md")


def test_a_whole_value_in_a_block_is_marked_from_its_first_to_its_last_word() -> None:
    text = goal(specific=">-\n  Run 300 km\n  through the woods")
    assert codes(text) == ["S202"]
    assert marked(text, "S202") == "Run 300 km\n  through the woods"


def test_the_value_in_a_list_is_marked() -> None:
    text = goal(obstacles="\n  - if it rains, then I run in the hall\n  - the knee")
    assert marked(text, "A302") == "the knee"


def test_a_value_in_the_short_form_and_in_the_long_one() -> None:
    profile = "== content/profile.md ==\n---\nvalues: [health]\n---\n== content/goals/g.md ==\n"
    short = findings_of(profile + goal(relevant='"value helth"'))[0]
    assert (short.place.line, short.place.column, short.place.end_column) == (4, 18, 23)
    long_ = findings_of(profile + goal(relevant="\n  values: [helth]"))[0]
    assert (long_.place.line, long_.place.column, long_.place.end_column) == (5, 12, 17)


@given(
    words=st.text("abc …", min_size=1).filter(lambda t: t.strip()),
    before=st.text("xyz\n ", max_size=9),
)
def test_words_that_stand_in_the_file_are_found_whole(words: str, before: str) -> None:
    source = f"{before}{words}"
    document = Goal(path="g.md")
    place = locate(source, document, words)
    lines = source.split("\n")
    line = lines[place.line - 1]
    assert place.line == place.end_line
    found = line[place.column - 1 : place.end_column - 1]
    assert found.split() == words.split()


def test_places_lie_within_their_files_in_every_example() -> None:
    root = Path(__file__).parents[2] / "docs" / "rules"
    assert root.is_dir()
    from written_goals import sample_of

    from milepost.checks.catalogue import checks
    from milepost.journal.examples import examples_of

    for rule in checks():
        for text in examples_of(rule.rule.text).flagged:
            files = sample_of(text).files
            for finding in findings_of(text):
                lines = files[finding.place.path].decode().split("\n")
                line = lines[finding.place.line - 1]
                assert 1 <= finding.place.column <= len(line) + 1, finding
                assert finding.place.end_line <= len(lines), finding
