"""`milepost new review`: what is written in, and to whom it may be shown."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from test_cli import DAY, JOURNAL, Run, here, run, write

from milepost import scaffold
from milepost.journal.documents import read_review, take_apart
from milepost.journal.words import Verb, Visibility
from milepost.voice.catalogue import FOLDER
from milepost.voice.decisions import verb
from milepost.voice.voice import Voice

__all__ = ["here", "run"]  # fixtures

PRIVATE = Visibility.PRIVATE
TEMPLATES = Path(scaffold.__file__).parent / "texts" / "templates"
PUBLIC = "== milepost.yaml ==\nvisibility: public\n== content/goals/sail.md ==\n"


def test_a_review_begins_with_what_the_last_one_decided(run: Run, here: Path) -> None:
    """Of the same rhythm, with what came of it, in lines that decide nothing themselves."""
    month = "## Decisions\n\n- pause [[sail]]: the cold\n"
    write(here, f"{JOURNAL}\n== content/reviews/2026-10.md ==\n{month}")
    run("new", "review", "2026-11", *DAY)
    text = (here / "content/reviews/2026-11.md").read_text(encoding="utf-8")
    told = "- [[sail]]: pause; its file does not say so yet\n"
    assert f"## What the review of October 2026 decided\n\n{told}\n## Numbers" in text
    run("new", "review", "2026-Q4", *DAY)
    quarter = (here / "content/reviews/2026-Q4.md").read_text(encoding="utf-8")
    assert "decided" not in quarter
    found = json.loads(run("check", "--format", "json", *DAY).out)
    assert [f["code"] for f in found if "reviews/" in f["path"]] == ["J401"]


def test_reviews_without_a_title_yet_are_all_read(run: Run, here: Path) -> None:
    """Those of a year, its quarters and its months, one beside the other."""
    write(here, JOURNAL)
    for period in ("2026", "2026-Q4", "2026-11", "2026-10"):
        run("new", "review", period, *DAY)
    told = run("check", "--files", *DAY).out
    for period in ("2026", "2026-Q4", "2026-11", "2026-10"):
        assert f"content/reviews/{period}.md: the review of " in told
    assert "copy" not in told


def test_the_review_of_a_year_looks_back_before_it_looks_ahead(run: Run, here: Path) -> None:
    """What was recorded is written in; it ends with the theme and with goals to begin."""
    wins = "\n".join(f"- Win number {number}" for number in range(30))
    entry = f"# A week\n\n## Wins\n{wins}\n\n## Feedback\n- Jana: too fast\n\n## Declined\n- Tea\n"
    write(here, f"{JOURNAL}\n== content/journal/2026-W20.md ==\n{entry}")
    run("new", "review", "2026", *DAY)
    text = (here / "content/reviews/2026.md").read_text(encoding="utf-8")
    assert "## Feedback\n\n- 17 May: Jana: too fast\n" in text
    assert "- 17 May: Win number 23\n- and 6 more\n" in text
    assert "Tea" not in text
    parts = ["## Numbers", "## Wins", "## What will you remember", "## Decisions", "2027?", "goals"]
    places = [text.index(part) for part in parts]
    assert places == sorted(places)
    names = {path.stem for path in TEMPLATES.glob("*.md")}
    assert set(re.findall(r"--template ([a-z-]+)", text)) <= names
    run("new", "review", "2026-Q4", *DAY)
    assert "Jana" not in (here / "content/reviews/2026-Q4.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("usual", "told"), [("public", True), ("shared", True), ("private", False)]
)
def test_a_review_that_names_what_is_private_is_private(
    run: Run, here: Path, usual: str, told: bool
) -> None:
    """Where files are seen by others by default; there is nothing to add where they are not."""
    write(here, PUBLIC.replace("public", usual) + "---\nvisibility: private\n---\n# Sail\n")
    run("new", "review", "2026-11", *DAY)
    text = (here / "content/reviews/2026-11.md").read_text(encoding="utf-8")
    assert text.startswith("---\nvisibility: private ") is told


def test_a_review_of_what_all_may_see_is_as_all_files_are(run: Run, here: Path) -> None:
    write(here, PUBLIC + "# Sail\n")
    run("new", "review", "2026-11", *DAY)
    assert "visibility" not in (here / "content/reviews/2026-11.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(("week", "told"), [("2026-W45", True), ("2026-W40", False)])
def test_so_is_one_whose_numbers_come_from_a_private_entry(
    run: Run, here: Path, week: str, told: bool
) -> None:
    """One of the month looked back on, and no other."""
    entry = f"== content/journal/{week}.md ==\n---\nvisibility: private\nmood: 1\n---\nRain.\n"
    write(here, f"{PUBLIC}# Sail\n{entry}")
    run("new", "review", "2026-11", *DAY)
    text = (here / "content/reviews/2026-11.md").read_text(encoding="utf-8")
    assert text.startswith("---\nvisibility: private ") is told


@pytest.mark.parametrize("period", ["2026-11", "2026-Q4", "2026"])
@pytest.mark.parametrize("language", ["en", *sorted(path.stem for path in FOLDER.glob("*.po"))])
def test_a_review_asks_in_the_language_of_the_journal(
    run: Run, here: Path, language: str, period: str
) -> None:
    """And what is written below its headings is read back, whatever the language."""
    write(here, f"== milepost.yaml ==\nlanguage: {language}\n== content/goals/sail.md ==\n# Sail\n")
    run("new", "review", period, *DAY)
    path = here / f"content/reviews/{period}.md"
    text = path.read_text(encoding="utf-8")
    english = re.findall(r"\b(?:the|what|which|and|word|says)\b", text, re.IGNORECASE)
    assert bool(english) is (language == "en")
    assert max(map(len, text.splitlines())) <= 110
    kept = verb(Voice(language), Verb.KEEP)
    path.write_text(text.replace("- [[sail]]: ", f"- [[sail]]: {kept}, 1"), encoding="utf-8")
    assert run("check", *DAY).out.count("content/reviews") == 0
    told = json.loads(run("export", "decisions", "--format", "json", "--today", "2027-01-05").out)
    assert [(one["goal"], one["decision"], one["because"]) for one in told] == [
        ("sail", "keep", "1")
    ]
    review = read_review(take_apart(f"content/reviews/{period}.md", path.read_bytes()), PRIVATE)[0]
    assert review
    assert (review.section("learned") is not None) is (period != "2026-11")
