"""Copies that synchronisers, editors and merges leave: told by name, and not counted."""

from __future__ import annotations

import pytest
from written import read

from milepost.journal.copies import copies
from milepost.journal.load import Loaded, load

WEEK = b"---\nweek: 2026-W10\nprogress: {g: 3}\n---\n"
GOAL = b"---\ntitle: Read\nmeasurable: 24 books\n---\n"


def journal(*names: str) -> Loaded:
    files = {f"content/journal/{name}": WEEK for name in ("2026-W10.md", *names)}
    return load({**files, "content/goals/g.md": GOAL})


@pytest.mark.parametrize(
    "name",
    [
        "2026-W10.sync-conflict-20260309-120000-ABCDEFG.md",
        "2026-W10.sync-conflict-20260309-120000.md",
        "2026-W10.sync-conflict-20260309-120000-A.sync-conflict-20260310-120000-B.md",
        "2026-W10 (conflicted copy 2026-03-09).md",
        "2026-W10 (conflicted copy 2026-03-09 120000).md",
        "2026-W10 (Ana's conflicted copy 2026-03-01).md",
        "2026-W10 (Anas MacBook's conflicted copy 2026-03-01 (1)).md",
        "2026-W10 (Conflicted copy Pixel 202603091200).md",
        "2026-W10 (In Konflikt stehende Kopie von Ana 2026-03-01).md",
        "2026-W10 (Copie en conflit de Ana 2026-03-01).md",
        "2026-W10 (SFConflict ana@x.example 2026-03-09-12-00-00).md",
        "2026-W10 (Case Conflict).md",
        "2026-W10_conflict-20260309-120000.md",
        "2026-W10 [conflicted].md",
        "2026-W10-DESKTOP-AB12CDE.md",
        "2026-W10_BACKUP_4711.md",
        "2026-W10-ANNA.md",
        "2026-W10-Anas-MacBook-Pro.md",
        "2026-W10 (1).md",
        "2026-W10(2).md",
        "2026-W10 2.md",
        "2026-W10 copy.md",
        "2026-W10 - Copy.md",
        "2026-W10 (copy).md",
        "Copy of 2026-W10.md",
        "2026-W10.orig.md",
        "2026-w10~.md",
    ],
)
def test_a_copy_is_left_out_and_named(name: str) -> None:
    loaded = journal(name)
    assert [reading.value for reading in loaded.journal.readings] == [3]
    (finding,) = loaded.findings
    assert (finding.name, finding.place.path) == ("conflict-copy", f"content/journal/{name}")
    assert "a copy" in finding.message
    assert "of content/journal/2026-W10.md" in finding.message


@pytest.mark.parametrize(
    "name",
    ["~", "~HEAD", ".~1~", ".orig", ".rej", ".bak", ".mine", ".r12"],
    ids=lambda ending: ending[1:],
)
def test_a_backup_of_an_editor_is_named_though_it_was_never_read(name: str) -> None:
    path = "content/journal/2026-W10.md"
    findings = load({path: WEEK, "content/goals/g.md": GOAL}, [path + name]).findings
    assert [(f.name, f.place.path) for f in findings] == [("conflict-copy", path + name)]
    assert load({"content/goals/g.md": GOAL}, [path + name]).findings == ()


@pytest.mark.parametrize(
    "mark",
    [
        "-LAPTOP", "-PC", "-Annas-MacBook", "-1", "_1", " 2", " (1)", " [Conflict]", " (Konflikt)",
        " (Anna Müller)", "-DESKTOP-AB12CD3", " (conflicted copy 2026-11-16)",
    ],
)  # fmt: skip
@pytest.mark.parametrize("stem", ["2026-W46", "2026-11-15"])
def test_two_entries_that_report_on_one_goal_are_one_however_the_second_is_marked(
    stem: str, mark: str
) -> None:
    entry = "---\nprogress: {{g: {}}}\n---\nRead on {}.\n"
    names = {stem: entry.format(3, "Monday"), f"{stem}{mark}": entry.format(5, "Friday, too")}
    files = {f"content/journal/{name}.md": text.encode() for name, text in names.items()}
    loaded = load({**files, "content/goals/g.md": GOAL})
    assert [reading.value for reading in loaded.journal.readings] == [3]
    assert [(f.name, f.place.path) for f in loaded.findings] == [
        ("conflict-copy", f"content/journal/{stem}{mark}.md")
    ]


def test_a_second_entry_of_a_day_that_reports_on_another_goal_is_kept() -> None:
    for mark in ("-GYM", " 2", " (in the evening)", "-1"):
        first, second = (
            b"---\nprogress: {g: 3}\n---\nA book.\n",
            b"---\nprogress: {h: 1}\n---\nRan.\n",
        )
        files = {"journal/2026-11-15.md": first, f"journal/2026-11-15{mark}.md": second}
        assert not list(copies(files))


UNTITLED = (
    b"---\ntitle:           # a line that says how it went\n---\n## Numbers\n\n## What moved?\n"
)


@pytest.mark.parametrize("folder", ["reviews", "journal", "pages"])
@pytest.mark.parametrize("before", ["", "Review ", "notes-"])
@pytest.mark.parametrize(
    ("name", "longer"),
    [
        ("2026", "2026-11 2026-1 2026-Q4 2026Q4 2026-H1 2026-W46 2026-KW46 2026_11 2026-11-15"),
        ("2026-11", "2026-11-15 2026-11-05"),
        ("2026_11", "2026_11_15"),
        ("2026-W46", "2026-W47 2026-W4"),
        ("plan", "plan-Q4 plan-W10 plan_Q4"),
    ],
)
def test_a_time_within_another_is_no_copy_of_it(
    folder: str, before: str, name: str, longer: str
) -> None:
    """A quarter, a month, a week, a day of a year, as a template made each of them."""
    names = [f"content/{folder}/{before}{one}.md" for one in (name, *longer.split())]
    assert not list(copies(dict.fromkeys(names, UNTITLED)))


def test_nor_is_a_folder_of_a_month_one_of_its_year() -> None:
    files = {"journal/2026/01.md": UNTITLED, "journal/2026-11/01.md": UNTITLED}
    assert not list(copies(files))


@pytest.mark.parametrize("title", ["title:", "title: # what it is", 'title: ""', "# a word on it"])
def test_a_title_that_is_not_written_yet_is_none(title: str) -> None:
    """Nor is a comment among the keys: of two such notes their lines decide."""
    first, second = (f"---\n{title}\n---\n{words}\n".encode() for words in ("One\nTwo", "A\nB\nC"))
    assert not list(copies({"pages/ideas.md": first, "pages/ideas-GYM.md": second}))
    assert list(copies({"pages/ideas.md": first, "pages/ideas-GYM.md": first}))


def test_the_number_of_a_day_is_no_mark() -> None:
    files = {
        "journal/2026-11.md": WEEK,
        "journal/2026-11-1.md": WEEK,
        "journal/2026-11-15.md": WEEK,
    }
    assert not list(copies(files))


@pytest.mark.parametrize(
    "folder", ["journal 2", "journal (1)", "journal copy", "journal (conflicted copy 2026-03-09)"]
)
def test_a_note_in_a_copied_folder_is_left_out(folder: str) -> None:
    files = {"content/journal/2026-W10.md": WEEK, f"content/{folder}/2026-W10.md": WEEK}
    assert list(copies(files)) == [(f"content/{folder}/2026-W10.md", "content/journal/2026-W10.md")]


def test_a_note_of_its_own_in_a_folder_with_a_likely_name_is_kept() -> None:
    files = {
        "content/goals/run.md": GOAL,
        "content/goals/part 2/run.md": b"# Another",
        "#run.md": GOAL,
    }
    assert not list(copies({**files, "content/goals 2/run.md": b"# Another", "run.md": GOAL}))


def test_a_copy_of_the_settings_is_named_too() -> None:
    name = "milepost (conflicted copy 2026-03-09).yaml"
    (finding,) = load({"milepost.yaml": b"title: T"}, [name, "static/milepost.yaml"]).findings
    assert (finding.name, finding.place.path) == ("conflict-copy", name)


def test_a_copy_with_a_certain_mark_is_one_though_its_original_is_gone() -> None:
    name = "content/journal/2026-W10 (conflicted copy 2026-03-09).md"
    (finding,) = load({name: WEEK}).findings
    assert finding.help == "name it content/journal/2026-W10.md again, or delete it"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("goals/run.md", "goals/run 2.md"),
        ("goals/run.md", "goals/run (2).md"),
        ("goals/run.md", "goals/run-LONDON.md"),
        ("goals/run.md", "goals/run copy.md"),
        ("journal/2026-05-16.md", "journal/2026-05-16-evening.md"),
        ("journal/2026-05-16.md", "journal/2026-05-16-GYM.md"),
        ("journal/2026-05-16.md", "journal/2026-05-16 2.md"),
        ("pages/peace.md", "pages/peace (conflict in the team).md"),
    ],
)
def test_a_note_with_a_name_and_words_of_its_own_is_kept(first: str, second: str) -> None:
    texts = {f"content/{first}": b"# A race\nOne.", f"content/{second}": b"# Another race\nTwo."}
    assert not list(copies(texts))


@pytest.mark.parametrize(
    "name", ["chapter 2", "week (1)", "resolve-conflict", "plan-DESKTOP", "a copy", "merge.orig"]
)
def test_a_likely_mark_says_nothing_where_no_original_stands_beside(name: str) -> None:
    assert not list(copies({f"content/pages/{name}.md": b"Words.", "content/x.md": b"Words."}))


def test_beside_a_goal_with_the_same_title_a_number_makes_a_copy() -> None:
    files = {"content/goals/run.md": GOAL, "content/goals/run 2.md": GOAL + b"More.\n"}
    assert list(copies(files)) == [("content/goals/run 2.md", "content/goals/run.md")]


MERGED = """
    == content/goals/run.md ==
    ---
    title: Run
    <<<<<<< HEAD
    measurable: 24 times
    {base}=======
    measurable: 30 times
    >>>>>>> laptop
    visibility: public
    ---
    """


@pytest.mark.parametrize(
    "base", ["", "||||||| merged common ancestors\n    measurable: 20 times\n    "]
)
def test_a_merge_that_was_never_ended_is_one_error_and_hides_the_file(base: str) -> None:
    loaded = read(MERGED.format(base=base))
    (finding,) = loaded.findings
    assert (finding.name, finding.place.line) == ("merge-conflict", 3)
    (goal,) = loaded.journal.goals
    assert (goal.id, goal.measurable, goal.visibility.value) == ("run", None, "private")


@pytest.mark.parametrize(
    "path",
    [
        "milepost.yaml",
        "content/profile.md",
        "content/journal/2026-W10.md",
        "content/reviews/2026.md",
    ],
)
@pytest.mark.parametrize("mark", ["<<<<<<< HEAD", ">>>>>>> 3f2a", "<<<<<<<", "<<<<<<< ours\r"])
def test_one_error_in_any_file_that_is_read(path: str, mark: str) -> None:
    text = f"{mark}\nmood: 3\n=======\nmood: 4\nmood: 9\n"
    loaded = load({path: text.encode()})
    assert [finding.name for finding in loaded.findings] == ["merge-conflict"]


def test_nothing_else_is_said_of_a_file_in_a_merge_by_any_rule() -> None:
    from datetime import date

    from written import measured

    from milepost.checks.check import check

    loaded = read(MERGED.format(base=""))
    report = measured(loaded, date(2026, 3, 15))
    assert [f.name for f in check(report, loaded.findings, whole=loaded.journal)] == [
        "merge-conflict"
    ]


def test_a_heading_underlined_and_marks_in_a_block_of_code_are_no_merge() -> None:
    text = """
    == content/pages/git.md ==
    A heading
    =======
    ```
    <<<<<<< HEAD
    =======
    >>>>>>> laptop
    ```
    """
    assert read(text).findings == ()
