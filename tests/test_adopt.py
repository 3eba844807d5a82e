"""`milepost adopt`: given this list, these would be its goals; and the list stays as it is."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_cli import Run, here, run, write
from written import examples, read

from milepost.adopting import Drafted, Wish, drafted, wishes_in
from milepost.adopting.goal_file import KEYS, questions, said
from milepost.adopting.line import read_line
from milepost.findings import Severity
from milepost.journal.folder import Assets, Folder
from milepost.journal.load import load
from milepost.pipeline import Opened

__all__ = ["here", "run"]  # fixtures

DAY = date(2026, 1, 5)
TODAY = ("--today", "2026-01-05")


def wishes(text: str, path: str = "2026.md") -> list[Wish]:
    return wishes_in(path, text.encode())[0]


def goals(text: str, path: str = "2026.md") -> list[dict[str, str]]:
    """What each line of a list says, with its title, as it would stand in the files."""
    return [{"title": wish.title} | said(wish, DAY) for wish in wishes(text, path)]


def opened(files: dict[str, bytes] | None = None) -> Opened:
    held = files or {"milepost.yaml": b""}
    folder = Folder(held, Assets(Path(), ()), ())
    return Opened(Path(), folder, load(held))


def drafts(text: str, files: dict[str, bytes] | None = None) -> tuple[Drafted, ...]:
    return drafted(wishes(text), opened(files), "2026.md", DAY)


# --- one line -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "measure"),
    [
        ("Read 24 books", "24 books"),
        ("Read 24 books about the sea", "24 books"),
        ("Save 5000 EUR for the boat", "5000 EUR"),
        ("Go to the gym 3 times a week", "3 times a week"),
        ("Lose 7 kg", "lose 7 kg"),
        ("Get from 82 to 75 kg", "from 82 to 75 kg"),
        ("Walk 10,000 steps a day", "10,000 steps a day"),
        ("Drink at most 2 coffees a day", "at most 2 coffees a day"),
        ("Read two books a month", "two books a month"),
        ("Meditate daily", "daily"),
        ("24 Bücher lesen", "24 Bücher"),
        ("3 mal pro Woche laufen", "3 times a week"),
        ("Von 82 auf 75 kg kommen", "from 82 to 75 kg"),
        ("Jeden Tag meditieren", "every day"),
        ("8 kg abnehmen", "lose 8 kg"),
        ("5.000 € sparen", "5000 €"),
        ("jeden Tag 20 Seiten lesen", "20 Seiten a day"),
    ],
)
def test_a_measure_that_can_mean_one_thing_is_read(line: str, measure: str) -> None:
    wish = read_line(line, 1)
    assert (wish.measurable, dict(wish.unclear)) == (measure, {})


@pytest.mark.parametrize(
    ("line", "figure"),
    [
        ("Run 10 km under an hour", "10 km under an hour"),
        ("Weigh 75 kg", "75 kg"),
        ("Run a 5 km race", "5 km race"),
        ("Read 2 books and 3 papers", "2 books and 3 papers"),
        ("Finish in 2 hours", "2 hours"),
        ("Get to level 5", "5"),
    ],
)
def test_a_figure_that_could_mean_two_things_is_asked_about(line: str, figure: str) -> None:
    wish = read_line(line, 1)
    assert (wish.measurable, wish.unclear["measurable"]) == ("", figure)


@pytest.mark.parametrize("line", ["Run a marathon", "Read 1984", "Learn Spanish", "Plan 2027"])
def test_words_and_years_are_no_figures(line: str) -> None:
    wish = read_line(line, 1)
    assert (wish.title, wish.measurable, wish.unclear) == (line, "", {})


@pytest.mark.parametrize(
    ("line", "due"),
    [
        ("Read by 30 June 2026", "2026-06-30"),
        ("Read by the end of June", "2026-06-30"),
        ("Read by Q2", "2026-06-30"),
        ("Read before June 2026", "2026-05-31"),
        ("Read 📅 2026-06-30", "2026-06-30"),
        ("Read [due:: 2026-06-30]", "2026-06-30"),
        ("Lesen bis Ende Juni", "2026-06-30"),
        ("Lesen bis zum 30.06.2026", "2026-06-30"),
        ("Lesen im Juni 2026", "2026-06-30"),
        ("Read", "2026-12-31"),
        ("Stand by me", "2026-12-31"),
    ],
)
def test_the_last_day_is_in_the_line_else_that_of_the_list(line: str, due: str) -> None:
    assert str(read_line(line, 1, "2026").due) == due


@pytest.mark.parametrize("words", ["by summer", "before 05/06/2026", "within months", "bis Ostern"])
def test_a_time_that_names_no_day_is_asked_about_though_the_list_is_of_a_year(words: str) -> None:
    wish = read_line(f"Lose 7 kg {words}", 1, "2026")
    assert (wish.due, wish.start, wish.unclear) == (None, None, {"time_bound": words})


def test_a_reason_goes_where_reasons_stand_and_marks_of_tools_go() -> None:
    wish = read_line("Save 100 EUR because of the boat #money ⏫ ✅ 2026-03-04", 1)
    assert (wish.title, wish.relevant) == ("Save 100 EUR", "because of the boat")
    assert (wish.measurable, wish.status) == ("100 EUR", "done 2026-03-04")


# --- lists and tables -----------------------------------------------------------------------------


def test_the_items_below_a_heading_of_goals_are_goals() -> None:
    found = wishes("""\
- no goal
# Goals 2026
- [ ] Read 24 books
- [x] Paint the fence
- [-] Swim to France
## Health
- Sleep 8 hours a day
  - Why: to think
  - [ ] a new bed
## Notes
- no goal
# Other
- no goal
""")
    assert [(wish.title, wish.line, wish.area, wish.status) for wish in found] == [
        ("Read 24 books", 3, "", ""),
        ("Paint the fence", 4, "", "done"),
        ("Swim to France", 5, "", "dropped"),
        ("Sleep 8 hours a day", 7, "Health", ""),
    ]
    assert found[1].measurable == "yes or no"
    assert (found[3].relevant, found[3].below) == ("to think", ("- [ ] a new bed",))


@pytest.mark.parametrize(
    "heading",
    ["Goals", "🎯 My goals for 2026", "Resolutions", "New Year’s resolutions", "Goals Q1 2026",
     "Ziele", "Meine Ziele für das Jahr 2026", "Gute Vorsätze", "**Goals**", "Health goals"],
)  # fmt: skip
def test_headings_that_stand_above_goals(heading: str) -> None:
    assert [wish.title for wish in wishes(f"## {heading}\n\n- Swim\n")] == ["Swim"]


@pytest.mark.parametrize("heading", ["Non-goals", "Goalkeepers", "Reading list", "Zielgruppe"])
def test_headings_that_do_not(heading: str) -> None:
    assert wishes(f"## {heading}\n\n- Swim\n", "a.md") == []


def test_the_period_is_that_of_the_nearest_heading_else_of_the_file() -> None:
    found = wishes("# Goals\n## Q2 2026\n- Swim\n# Ziele 2027\n- Segeln\n# Goals\n- Sing\n")
    assert [(str(wish.start), str(wish.due)) for wish in found] == [
        ("2026-04-01", "2026-06-30"),
        ("2027-01-01", "2027-12-31"),
        ("2026-01-01", "2026-12-31"),
    ]
    assert [wish.due for wish in wishes("# Goals\n- Sing\n", "a.md")] == [None]


def test_a_file_that_is_called_so_needs_no_heading() -> None:
    assert [wish.title for wish in wishes("- Swim\n", "Goals 2026.md")] == ["Swim"]
    assert wishes("- Swim\n", "2026.md") == []


def test_a_table_with_a_column_of_goals_and_of_what_they_aim_at() -> None:
    table = """\
| Goal | Target | Unit | Current | Due | Status |
|---|---|---|---|---|---|
| Walk | 500 | km | 120 | 2026-12-31 | in progress |
| Weight | 75 kg | | 82 | 30.6.2026 | |
| Read | many | books | | soon | done |
"""
    assert goals(table, "a.md") == [
        {
            "title": "Walk",
            "measurable": "500 km",
            "time_bound": "2026-12-31",
            "readings": "[2026-01-05 =120]",
        },
        {"title": "Weight", "measurable": "from 82 to 75 kg", "time_bound": "2026-06-30"},
        {"title": "Read", "status": "done"},
    ]


def test_a_german_table_and_one_that_is_no_list_of_goals() -> None:
    table = "| Ziel | Soll | Ist | Bis | Warum |\n|---|---|---|---|---|\n"
    assert goals(f"{table}| Laufen | 500 km | 12 | Juni 2026 | für das Herz |\n") == [
        {
            "title": "Laufen",
            "measurable": "500 km",
            "relevant": "für das Herz",
            "time_bound": "2026-01-01 to 2026-06-30",
            "readings": "[2026-01-05 =12]",
        }
    ]
    assert goals("| Name | Colour |\n|---|---|\n| Ana | blue |\n") == []


def test_a_list_in_the_front_matter() -> None:
    found = goals("""\
---
year: 2026
goals:
  - Read 24 books
  - "[x] Paint the fence"
  - {goal: Save, target: 5000 EUR, due: 2026-06-30, why: to sail}
---
""")
    assert [goal["title"] for goal in found] == ["Read 24 books", "Paint the fence", "Save"]
    assert found[1]["status"] == "done"
    assert found[2] == {
        "title": "Save",
        "measurable": "5000 EUR",
        "relevant": "to sail",
        "time_bound": "2026-01-01 to 2026-06-30",
    }


def test_a_mapping_brings_its_own_keys_along_but_publishes_nothing() -> None:
    (draft,) = drafts("""\
---
goals:
  - {goal: Save, time_bound: 2026-02-01 to 2026-06-30, visibility: public, reward: "a: b"}
---
""")
    lines = draft.text.split("\n")
    assert "time_bound: 2026-02-01 to 2026-06-30" in lines
    assert 'reward: "a: b"' in lines
    assert [line for line in lines if line.startswith(("time_bound", "visib"))][1:] == [
        "visibility: private"
    ]


def test_a_file_that_is_a_goal_is_taken_whole() -> None:
    text = (
        "---\ntype: goal\ndue: 2026-06-30\ntarget: 24 books\nwhy: to write\n---\n# Read\n\nWords.\n"
    )
    (draft,) = drafts(text)
    assert (draft.path, draft.text) == ("content/goals/read.md", text)


def test_comments_are_no_goals() -> None:
    assert wishes("# Goals\n<!--\n- Swim\n-->\n- Sail\n")[0].title == "Sail"


# --- what is written ------------------------------------------------------------------------------


def test_a_line_that_says_enough_checks_with_no_more_than_hints() -> None:
    (draft,) = drafts("# Goals 2026\n- Read 24 books by 30 June 2026 because I want to write\n")
    assert draft.hints_only
    assert (
        draft.text
        == """\
---
# 2026.md, 2
title: Read 24 books by 30 June 2026
measurable: 24 books
relevant: because I want to write
time_bound: 2026-01-01 to 2026-06-30
visibility: private
---
"""
    )


def test_what_is_not_said_is_left_open_with_a_question() -> None:
    (draft,) = drafts("# Goals\n- Lose 7 kg by summer\n")
    assert draft.open == ("relevant", "time_bound")
    ask = questions()["time_bound"]
    assert f"time_bound:               # “by summer”: {ask}\n" in draft.text
    assert not [one for one in draft.findings if one.severity is not Severity.HINT]


def test_there_is_a_question_for_each_key_that_can_be_left_open() -> None:
    assert tuple(questions()) == KEYS


def test_a_goal_that_is_there_is_named_and_a_page_of_that_name_is_stepped_aside_for() -> None:
    files = {
        "content/goals/swim.md": b"# Swim\n",
        "content/pages/sail.md": b"# Sail\n",
    }
    swim, sail, again = drafts("# Goals\n- Swim\n- Sail\n- Sail!\n", files)
    assert swim.standing == "content/goals/swim.md"
    assert (sail.path, sail.standing) == ("content/goals/sail-goal.md", "")
    assert again.standing == "content/goals/sail-goal.md"


LIST = """\
== milepost.yaml ==
title: Sailing
== content/pages/2026.md ==
# Goals 2026

- [ ] Read 24 books
- Swim

"""


def test_without_a_terminal_it_only_shows(run: Run, here: Path) -> None:
    write(here, LIST)
    ran = run("adopt", "content/pages/2026.md", *TODAY)
    assert ran.code == 0
    assert "1  Read 24 books  (content/pages/2026.md:3)\n   measurable   24 books\n" in ran.out
    assert ran.err == (
        "Nothing was written. To write them, add --yes, or --only 1,3 --yes for some.\n"
    )
    assert not (here / "content/goals").exists()


def test_yes_writes_once_and_leaves_the_list_alone(run: Run, here: Path) -> None:
    write(here, LIST)
    before = (here / "content/pages/2026.md").read_bytes()
    ran = run("adopt", "content/pages/2026.md", "--only", "1", "--yes", *TODAY)
    assert ran.out.endswith("content/goals/read-24-books.md\n")
    assert ran.err.startswith("Wrote 1 goal, with ")
    own = here / "content/goals/read-24-books.md"
    own.write_text("# Mine\n", "utf-8")
    again = run("adopt", "content/pages/2026.md", "--yes", *TODAY)
    assert "is there already: content/goals/read-24-books.md" in again.out
    assert sorted(path.name for path in own.parent.iterdir()) == ["read-24-books.md", "swim.md"]
    assert own.read_text("utf-8") == "# Mine\n"
    last = run("adopt", "content/pages/2026.md", "--yes", *TODAY)
    assert last.err == "Every one of them is a goal already; nothing was written.\n"
    assert (here / "content/pages/2026.md").read_bytes() == before


@pytest.mark.parametrize(
    ("answer", "written"),
    [("", []), ("no", []), ("2", ["swim.md"]), ("yes", ["read-24-books.md", "swim.md"])],
)
def test_in_a_terminal_it_asks(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch, answer: str, written: list[str]
) -> None:
    write(here, LIST)
    for stream in (sys.stdin, sys.stdout):
        monkeypatch.setattr(stream, "isatty", lambda: True)
    monkeypatch.setattr("builtins.input", lambda _: answer)
    assert run("adopt", "content/pages/2026.md", *TODAY).code == 0
    assert sorted(path.name for path in (here / "content").rglob("goals/*.md")) == written


def test_a_list_outside_of_the_journal_and_a_list_without_goals(run: Run, here: Path) -> None:
    write(here, LIST + "== away/list.md ==\n# Ziele\n- Segeln\n")
    ran = run("adopt", "away/list.md", "--journal", ".", "--yes", *TODAY)
    assert (
        (here / "content/goals/segeln.md").read_text("utf-8").startswith("---\n# away/list.md, 2")
    )
    assert ran.code == 0
    (here / "note.md").write_text("# A day\n", "utf-8")
    none = run("adopt", "note.md", *TODAY)
    assert (none.code, none.out) == (1, "")
    assert none.err.startswith("milepost: nothing in note.md reads as a list of goals\n  put ")
    for wrong in ("nowhere.md", "content"):
        assert run("adopt", wrong, *TODAY).code == 2
    assert run("adopt", "away/list.md", "--only", "7", *TODAY).code == 2


# --- laws -----------------------------------------------------------------------------------------


@given(st.binary(max_size=200))
def test_no_bytes_end_in_a_traceback(data: bytes) -> None:
    for path in ("goals.md", "2026.md"):
        wishes_in(path, data)
        wishes_in(path, b"---\ngoals:\n - " + data + b"\n---\n# Goals\n- " + data)


@given(st.lists(st.text(max_size=60), min_size=1, max_size=3))
@settings(max_examples=examples(40))
def test_every_goal_that_is_written_is_read_again(items: list[str]) -> None:
    """Whatever the words: the file holds a goal with that title, and no fault of our writing."""
    listed = "# Goals 2026\n" + "".join(f"- {' '.join(item.split())}\n" for item in items)
    for draft in drafts(listed):
        if draft.standing:
            continue
        loaded = load({draft.path: draft.text.encode("utf-8", "replace")})
        (goal,) = loaded.journal.goals
        assert " ".join(goal.title.split()) == " ".join(draft.wish.title.split())
        assert [one.code for one in loaded.findings if one.severity is Severity.ERROR] == []


def test_the_words_of_what_a_level_goes_by_are_those_of_its_measure() -> None:
    text = "---\ntitle: Lose 7 kg\nmeasurable: lose 7 kg\n---\n"
    loaded = read(f"== content/goals/a.md ==\n{text}")
    from milepost.checks.check import check
    from milepost.progress.measure import measure

    found = check(measure(loaded.journal, DAY), loaded.findings, whole=loaded.journal)
    assert "M106" not in [one.code for one in found]
