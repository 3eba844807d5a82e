"""The manual's page of keys: whole, up to date, and with examples that can be read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from keys_page import FILES, page, write
from milepost.journal.fields import key_fields, name_of
from milepost.journal.load import load
from milepost.journal.model import Entry, Goal, Profile, Settings

COMMITTED = Path(__file__).parents[2] / "docs" / "keys.md"
PATHS = {
    Goal: "content/goals/earn-pmp.md",
    Entry: "content/journal/2026-W47.md",
    Profile: "content/profile.md",
    Settings: "milepost.yaml",
}
EXAMPLES = [
    (cls, name_of(item), item.metadata["example"])
    for cls in PATHS
    for item in key_fields(cls)
    if item.metadata["example"]
]


def test_the_committed_page_is_up_to_date() -> None:
    assert COMMITTED.read_text(encoding="utf-8") == page(), "run `make docs`"


def test_every_key_of_every_file_has_a_row() -> None:
    for cls, title, _ in FILES:
        part = page().partition(f"## {title}\n")[2].partition("\n## ")[0]
        rows = re.findall(r"^\| `(\w+)` \|", part, re.MULTILINE)
        assert sorted(rows) == sorted(name_of(item) for item in key_fields(cls))


def test_every_value_with_parts_is_linked_to_a_heading_of_its_own() -> None:
    headings = re.findall(r"^### (\w+)$", page(), re.MULTILINE)
    assert set(re.findall(r"\]\(#(\w+)\)", page())) <= set(headings)
    assert len(headings) == len(set(headings))


@pytest.mark.parametrize(("cls", "key", "example"), EXAMPLES)
def test_an_example_is_read_without_a_finding(cls: type, key: str, example: str) -> None:
    text = f"{key}: {example}\n"
    if cls is not Settings:
        text = f"---\n{text}---\n"
    others = {"content/goals/lead-a-programme.md", "content/goals/gym.md", PATHS[Goal]}
    counted = b"---\ntitle: A goal\nmeasurable: 1200 questions\n---\n"
    files = dict.fromkeys(others, counted) | {PATHS[cls]: text.encode()}
    files["data/weight.csv"] = b"date,kg\n2026-05-16,80.5\n"
    assert load(files).findings == ()


def test_the_page_is_written_to_the_file_that_is_named(tmp_path: Path) -> None:
    write(tmp_path / "keys.md")
    assert (tmp_path / "keys.md").read_bytes() == page().encode()
