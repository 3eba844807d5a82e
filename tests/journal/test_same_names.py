"""One name, however its bytes were saved: é in one sign or two, A or a."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from written import measured

from milepost.journal.library import Library
from milepost.journal.load import Loaded, load
from milepost.journal.words import Visibility

GOAL = "---\ntitle: Übung\nmeasurable: 24 times\ntime_bound: 2026-01-01 to 2026-12-31\n---\n"


def nfd(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def journal(**files: str) -> Loaded:
    return load({path: text.encode() for path, text in files.items()})


@pytest.mark.parametrize("name", ["übung", nfd("übung"), "Übung", nfd("ÜBUNG")])
@pytest.mark.parametrize("written", ["übung", nfd("übung"), "Übung", '"[[Übung]]"'])
def test_a_number_reaches_its_goal_in_any_spelling(name: str, written: str) -> None:
    entry = f"---\nprogress: {{{written}: 2}}\n---\nSee [[{nfd('Übung')}]]."
    loaded = journal(**{f"content/goals/{name}.md": GOAL, "content/journal/2026-W10.md": entry})
    assert loaded.findings == ()
    assert [goal.id for goal in loaded.journal.goals] == ["übung"]
    assert [reading.value for reading in loaded.journal.readings] == [2]


def test_the_path_stays_as_it_is_on_the_disk() -> None:
    path = f"content/goals/{nfd('übung')}.md"
    assert journal(**{path: GOAL}).journal.goals[0].path == path


def test_two_files_that_differ_by_bytes_alone_are_both_kept_and_told() -> None:
    paths = [f"content/goals/{name}.md" for name in ("übung", nfd("übung"))]
    loaded = journal(**dict.fromkeys(paths, GOAL))
    assert [goal.id for goal in loaded.journal.goals] == ["übung", "übung-2"]
    assert [finding.name for finding in loaded.findings] == ["two-files-one-id"]


def test_tags_areas_and_titles_are_one_in_both_spellings() -> None:
    goal = "---\ntitle: É\narea: École\ntags: [été]\nrelevant: {}\n---\n"
    loaded = journal(**{"content/goals/a.md": goal, "content/goals/b.md": nfd(goal)})
    first, second = loaded.journal.goals
    assert (first.title, first.area, first.tags) == (second.title, second.area, second.tags)


@pytest.mark.parametrize("name", ["Brücke.JPG", nfd("Brücke.JPG"), "brücke.jpg"])
@pytest.mark.parametrize("shown", ["Brücke.JPG", nfd("brücke.jpg"), "Br%C3%BCcke.JPG"])
def test_a_picture_is_found_in_any_spelling(name: str, shown: str) -> None:
    files = {"content/pages/a.md": f"![The bridge]({shown})".encode()}
    assert load(files, [f"static/{name}"]).findings == ()


def test_the_picture_that_is_spelled_the_same_goes_before_one_that_only_folds_the_same() -> None:
    library = Library(["static/Boat.jpg", "static/boat.jpg"])
    assert library.find("content/a.md", "boat.jpg") == "static/boat.jpg"
    assert library.find("content/a.md", "Boat.jpg") == "static/Boat.jpg"
    assert library.find("content/a.md", "BOAT.jpg") == "static/Boat.jpg"


@pytest.mark.parametrize("link", ["[[{}]]", "[x](../goals/{}.md)", "[x](../goals/u%CC%88bung.md)"])
@pytest.mark.parametrize("spelling", ["übung", nfd("übung"), "ÜBUNG"])
def test_a_link_to_a_hidden_goal_is_hidden_in_any_spelling(link: str, spelling: str) -> None:
    entry = f"---\nvisibility: public\n---\nSee {link.format(spelling)}."
    loaded = journal(
        **{f"content/goals/{nfd('übung')}.md": GOAL, "content/journal/2026-W10.md": entry}
    )
    report = measured(loaded, date(2026, 3, 15), Visibility.PUBLIC)
    prose = report.journal.entries[0].prose.text
    assert prose in {"See ….", "See x."}


def test_one_goal_in_several_spellings_is_told_and_the_first_counts() -> None:
    entry = '---\nprogress:\n  read: 1\n  "[[Read]]": 2\n  read.md: 3\n  READ: 4\n---\n'
    loaded = load(
        {
            "content/goals/read.md": b"---\nmeasurable: 24 books\n---\n# Read\n",
            "content/journal/2026-W20.md": entry.encode(),
        }
    )
    told = [one for one in loaded.findings if one.code == "F107"]
    assert [one.place.line for one in told] == [4, 5, 6]
    assert [reading.value for reading in loaded.journal.readings] == [1]
