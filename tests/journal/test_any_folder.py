"""Any folder of notes is a journal: what its names say, alone and together."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

import pytest

from milepost.journal.filenames import Why, layout, when
from milepost.journal.load import Loaded, load
from milepost.journal.model import Entry, Review
from milepost.journal.words import Visibility

Read = Callable[[str], Loaded]


def days_of(loaded: Loaded) -> dict[str, str]:
    """What each dated note is of: its day, else its week; of a review its period."""
    told = {
        entry.path: str(entry.date_ or entry.week)
        for entry in loaded.journal.notes
        if isinstance(entry, Entry)
    }
    return told | {r.path: r.period for r in loaded.journal.notes if isinstance(r, Review)}


def of_names(*names: str) -> dict[str, str]:
    """What files with these names are of, where nothing is written in them."""
    return days_of(load(dict.fromkeys(names, b"Some words.\n")))


@pytest.mark.parametrize(
    ("names", "weeks"),
    [
        (("2021-07.md", "2021-13.md"), {"2021-W07", "2021-W13"}),
        (("2021-07.md", "2021-12.md"), {"2021-07", "2021-12"}),
        # The years of one series are one.
        (("log/2020/2020-40.md", "log/2021/2021-02.md"), {"2020-W40", "2021-W02"}),
        (("weekly/2021-07.md", "2021-08.md"), {"2021-W07", "2021-08"}),
        # The weeks of months say themselves what they are, whatever their folder is called.
        (("weekly/2021-10-week1.md", "weekly/2021-11-week2.md"), {"2021-W39", "2021-W45"}),
        # No year has 54 weeks, so these numbers count something else.
        (("2021-07.md", "2021-54.md"), {"2021-07"}),
    ],
)
def test_a_number_behind_the_year_is_a_week_where_its_series_counts_beyond_a_year_of_months(
    names: Iterable[str], weeks: set[str]
) -> None:
    assert set(of_names(*names).values()) == weeks


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("journals/2025_03_09.md", "2025-03-09"),
        ("2025.03.09.md", "2025-03-09"),
        ("20250309 a walk.md", "2025-03-09"),
        ("9 March 2025.md", "2025-03-09"),
        ("March 9th, 2025.md", "2025-03-09"),
        ("2025/03-March/09-Sunday.md", "2025-03-09"),
        ("posts/2025-03-09-a-walk/index.md", "2025-03-09"),
        ("2025 W10.md", "2025-W10"),
        ("2025-KW10.md", "2025-W10"),
        ("2025/Weeknotes 10.md", "2025-W10"),
        ("2025/week_10.md", "2025-W10"),
        ("09.03.2025.md", "2025-03-09"),
        ("Tagebuch 9.3.2025.md", "2025-03-09"),
        ("13-03-2025.md", "2025-03-13"),
        ("9. März 2025.md", "2025-03-09"),
        ("9 de marzo de 2025.md", "2025-03-09"),
        ("9-Mar-2025.md", "2025-03-09"),
        ("2025 March 9.md", "2025-03-09"),
        ("Woche 10 2025.md", "2025-W10"),
        ("2025/KW 10.md", "2025-W10"),
        ("2025/10. Woche.md", "2025-W10"),
        ("2025/semaine-10.md", "2025-W10"),
    ],
)
def test_a_day_or_a_week_is_read_from_a_name_as_people_write_it(name: str, meant: str) -> None:
    assert of_names(name) == {name: meant}


@pytest.mark.parametrize(
    ("beside", "day"),
    [
        ("13-03-2025.md", "2025-04-03"),
        ("03-13-2025.md", "2025-03-04"),
        # Nothing tells which of the two it is, or the folder has it both ways.
        ("05-06-2025.md", ""),
        ("other/13-03-2025.md", ""),
    ],
)
def test_the_other_names_of_its_folder_tell_the_order_of_a_day(beside: str, day: str) -> None:
    assert of_names("03-04-2025.md", beside).get("03-04-2025.md", "") == day


def test_a_name_that_could_be_two_days_is_told() -> None:
    (finding,) = load({"03-04-2025.md": b"Some words."}).findings
    assert finding.message == "“03-04-2025” could be two different days"


@pytest.mark.parametrize("name", ["202503091230.md", "version 2.1.2025.md", "1.2.3.md"])
def test_other_numbers_in_a_name_are_no_day(name: str) -> None:
    assert when(name, "") is None


def test_a_day_in_the_name_lies_in_the_week_that_the_front_matter_says(loaded: Loaded) -> None:
    """
    == 2025-03-04.md ==
    ---
    week: 2025-W10
    ---
    Tuesday.
    == 2025-03-10.md ==
    ---
    week: 2025-W10
    ---
    The week before, written on Monday.
    """
    assert days_of(loaded) == {"2025-03-04.md": "2025-03-04", "2025-03-10.md": "2025-W10"}
    assert not loaded.findings


def test_the_day_on_which_a_note_was_made_dates_it_where_nothing_else_does(loaded: Loaded) -> None:
    """
    == kite.md ==
    ---
    created: 2025-03-09 18:02
    ---
    We flew it.
    == boat.md ==
    # Boat
    Created: 9 March 2025
    == bike.md ==
    **Date**:: [[2025-03-10]]
    == 2025-W02.md ==
    ---
    created: 2025-03-09
    ---
    The name comes first.
    """
    assert days_of(loaded) == {
        "2025-W02.md": "2025-W02",
        "bike.md": "2025-03-10",
        "boat.md": "2025-03-09",
        "kite.md": "2025-03-09",
    }


def test_a_date_that_cannot_be_read_is_told_as_a_date(loaded: Loaded) -> None:
    """
    == one.md ==
    ---
    date: YYYY-MM-DD
    ---
    == two.md ==
    ---
    date: 20/11/26
    ---
    """
    assert [finding.name for finding in loaded.findings] == ["unfilled-placeholder", "not-a-date"]


def test_the_notes_of_a_blog_are_read_where_no_other_is_dated(read: Read) -> None:
    blog = (
        "== _posts/2025-03-09-kite.md ==\nKite.\n== _drafts/idea.md ==\nNo.\n== about.md ==\nMe.\n"
    )
    assert days_of(read(blog)) == {"_posts/2025-03-09-kite.md": "2025-03-09"}
    beside = read(f"{blog}== 2025-W11.md ==\nA week.\n")
    assert days_of(beside) == {"2025-W11.md": "2025-W11"}
    assert beside.passed["_posts/2025-03-09-kite.md"] is Why.COLLECTION
    assert beside.passed["_drafts/idea.md"] is Why.PUT_ASIDE


def test_several_files_may_speak_of_their_folders(loaded: Loaded) -> None:
    """
    == README.md ==
    All.
    == birds/README.md ==
    Birds.
    == trees/readme.md ==
    Trees.
    == trees/oak.md ==
    Oak.
    == birds/oak.md ==
    A bird in an oak.
    """
    assert not loaded.findings
    ids = {page.path: page.id for page in loaded.journal.pages}
    assert ids == {
        "README.md": "readme",
        "birds/README.md": "birds",
        "trees/readme.md": "trees",
        "birds/oak.md": "oak",
        "trees/oak.md": "oak-2",
    }


def test_a_drawing_is_no_note(loaded: Loaded) -> None:
    """
    == 2025-03-09.md ==
    See [[Sketch 2025-03-08.excalidraw]].
    == Sketch 2025-03-08.excalidraw.md ==
    # Text Elements
    == other.md ==
    ---
    excalidraw-plugin: parsed
    ---
    # Text Elements
    """
    assert days_of(loaded) == {"2025-03-09.md": "2025-03-09"}
    assert set(loaded.passed.values()) == {Why.DRAWING}
    assert len(loaded.passed) == 2
    assert not loaded.findings


def test_a_review_that_is_asked_for_stands_where_it_hides_nothing() -> None:
    from milepost.checks.check import check
    from milepost.journal.asof import as_of
    from milepost.progress.measure import measure

    weeks = {f"2025-W{week:02}.md": b"# A week\n" for week in range(5, 42)}
    found, day = load(weeks), date(2025, 10, 15)
    report = measure(as_of(found.journal, day), day)
    told = check(report, found.findings, whole=found.journal, sources=found.sources)
    (asked,) = [finding for finding in told if finding.code == "J105"]
    path = asked.help.split()[1].rstrip(":")
    assert path == "reviews/2025-Q3.md"
    after = load({**weeks, path: b"A summer.\n"})
    assert len(after.journal.entries) == len(weeks)
    assert [review.period for review in after.journal.reviews] == ["2025-Q3"]


def test_each_markdown_file_is_part_of_the_journal_or_passed_over_for_a_reason() -> None:
    names = ["a.md", "_b/c.md", "templates/d.md", "static/e.md", "_notes/f.md", "2025-W01.md"]
    found = load(dict.fromkeys(names, b"Words.\n"))
    assert {note.path for note in found.journal.notes} | set(found.passed) == set(names)
    assert {path for path in names if layout(names).reads(path)} == {"a.md", "2025-W01.md"}


def test_an_index_of_the_goals_is_no_goal(loaded: Loaded) -> None:
    """
    == goals/README.md ==
    # What I want
    == goals/sail.md ==
    # Sail to Ghent
    """
    assert [goal.id for goal in loaded.journal.goals] == ["sail"]
    assert [page.title for page in loaded.journal.pages] == ["What I want"]
    assert not loaded.findings


def test_front_matter_between_plus_signs_is_toml(loaded: Loaded) -> None:
    """
    == content/posts/kite/index.md ==
    +++
    title = "The kite"  # Hugo's own
    date = 2025-03-09T18:02:00+01:00
    draft = true
    tags = ["wind", 'string']
    [params]
    reading_time = 3
    +++
    We flew it.
    == content/posts/boat.md ==
    +++
    title = "The boat
    +++
    We rowed it.
    == content/posts/plus.md ==
    +++
    Only three plus signs.
    +++
    """
    kite = next(one for one in loaded.journal.entries if one.path.endswith("kite/index.md"))
    assert (kite.title, str(kite.date_), kite.tags) == (
        "The kite",
        "2025-03-09",
        ("wind", "string"),
    )
    assert (kite.visibility, kite.prose.text) == (Visibility.PRIVATE, "We flew it.\n")
    assert kite.at("title").line == 2
    assert kite.extra == {"params": {"reading_time": "3"}}
    (finding,) = loaded.findings
    assert (finding.code, finding.place.path, finding.place.line) == (
        "F105",
        "content/posts/boat.md",
        2,
    )
    plus = next(one for one in loaded.journal.pages if one.path.endswith("plus.md"))
    assert plus.prose.text.startswith("+++\nOnly")
