"""The pages of the rules in docs/rules are those that the rules make."""

from __future__ import annotations

from pathlib import Path

from milepost.formats.explained import every_rule
from rules_pages import pages, write

FOLDER = Path(__file__).parents[2] / "docs" / "rules"


def test_the_pages_are_up_to_date() -> None:
    written = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")}
    assert written == pages(), "run `make docs`"


def test_every_finding_leads_to_a_page() -> None:
    for rule in every_rule():
        assert (FOLDER / f"{rule.code}.md").is_file()


def test_pages_of_rules_that_are_no_more_are_taken_away(tmp_path: Path) -> None:
    (tmp_path / "S999.md").write_text("old", encoding="utf-8")
    write(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == set(pages())
