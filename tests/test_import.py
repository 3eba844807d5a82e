"""`milepost import`: given this table of another tool, these are the readings; and none twice."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_cli import Run, here, run, write
from written import examples, read

from milepost.exporting import KINDS, as_csv
from milepost.importing import held, history, merged
from milepost.progress.measure import measure
from milepost.voice.english import ENGLISH

__all__ = ["here", "run"]  # fixtures

TODAY = ("--today", "2026-02-05")


def numbers(text: str, column: str = "", path: str = "a.csv", **more: list[str]) -> list[str]:
    """Day and number of each row that is read."""
    found = held(path, text.encode(), column, **more)  # type: ignore[arg-type]
    assert not found.findings
    return [f"{row.day:%d} {row.value:g}" for row in found.rows]


LOOP = """\
Date,Gym,Read,
2026-02-04,YES_MANUAL,5.5,
2026-02-03,YES_AUTO,0.0,
2026-02-02,SKIP,SKIP,
2026-02-01,NO,UNKNOWN,
"""


def test_of_loop_a_habit_is_chosen_and_only_own_ticks_count() -> None:
    assert numbers(LOOP, "gym") == ["04 1", "01 0"]
    assert numbers(LOOP, "Read") == ["04 5.5", "03 0"]
    asked = held("a.csv", LOOP.encode())
    assert (asked.tool, asked.names, asked.chosen) == ("Loop Habit Tracker", ("Gym", "Read"), "")


@pytest.mark.parametrize("head", ["", "Date,Value\n", "Date,Value,Notes\n"])
def test_of_a_habit_of_its_own_in_the_numbers_of_older_releases(head: str) -> None:
    rows = "2026-02-04,2\n2026-02-03,1\n2026-02-02,3\n2026-02-01,0\n2026-01-31,-1\n"
    assert numbers(head + rows, path="001 Gym/Checkmarks.csv") == ["04 1", "01 0"]
    assert numbers(head + "2026-02-04,5000\n2026-02-03,250\n", path="Checkmarks.csv") == [
        "04 5",
        "03 0.25",
    ]


def test_of_loop_what_it_computed_is_refused() -> None:
    assert held("Scores.csv", b"Date,Score\n2026-02-04,0.51\n").refused
    assert held("Habits.csv", b"Position,Name,Question\n001,Gym,\n").refused


DAYLIO = """\
full_date,date,weekday,time,mood,activities,note_title,note
2026-02-04,February 4,Wednesday,21:00,rad,"gym | music","","a note,
over two lines"
2026-02-04,February 4,Wednesday,09:00,meh,"gym","",""
2026-02-03,February 3,Tuesday,21:00,awful,"","",""
"""


def test_of_daylio_moods_are_numbers_and_an_activity_counts_once_a_day() -> None:
    assert numbers(DAYLIO) == ["04 5", "04 3", "03 1"]
    assert numbers(DAYLIO, "Gym") == ["04 1"]
    own = DAYLIO.replace("rad", "super").replace("meh", "so so").replace("awful", "low")
    assert numbers(own, moods=["super", "so so", "low"]) == ["04 5", "04 4", "03 3"]
    unknown = held("a.csv", own.encode())
    assert [finding.place.line for finding in unknown.findings] == [2, 4, 5]


def test_of_beeminder_the_day_is_the_daystamp() -> None:
    table = 'timestamp,daystamp,value,comment\n1770163200,20260204,2.5,"from home, late"\n'
    assert numbers(table) == ["04 2.5"]


def test_any_table_is_read_as_a_file_of_readings_is() -> None:
    assert numbers("Datum;Schritte;kg\n13.02.2026;5000;82,5\n", "kg") == ["13 82.5"]
    (asked,) = held("a.csv", b"date,kg\n01/02/2026,82\n").findings
    assert (asked.place.line, asked.message) == (2, "“01/02/2026” could be two different days")


def test_what_a_history_means() -> None:
    rows = held("a.csv", b"date,value\n2026-02-01,2\n2026-02-02,2\n2026-02-14,3\n").rows
    told = history(rows)
    assert told
    assert (told.rows, told.days, told.gaps, told.gap, told.week) == (3, 3, 1, 11, 3.5)
    assert history(()) is None


def test_only_new_days_are_added_and_a_changed_number_is_told() -> None:
    rows = held("a.csv", b"date,value\n2026-02-01,2\n2026-02-02,3\n").rows
    first = merged("data/a.csv", b"", rows)
    assert first.data == b"date,value\n2026-02-01,2\n2026-02-02,3\n"
    assert merged("data/a.csv", first.data, rows).added == 0
    standing = b"# mine\ndate,value\n2026-02-01,7"
    again = merged("data/a.csv", standing, rows)
    assert again.data == standing + b"\n2026-02-02,3\n"
    assert again.changed == ((date(2026, 2, 1), (7.0,), (2.0,)),)
    assert not merged("data/a.csv", b"date,kg,fat\n2026-02-01,80,20\n", rows).fits


GYM = (
    """\
== milepost.yaml ==
title: Sailing
== content/goals/gym.md ==
---
title: Gym
measurable: 3 times a week
time_bound: 2026-01-01 to 2026-12-31
---
== content/goals/done.md ==
---
title: Paint
measurable: yes or no
---
== Checkmarks.csv ==
"""
    + LOOP
)


def test_without_a_terminal_it_says_what_it_means_and_writes_nothing(run: Run, here: Path) -> None:
    write(here, GYM)
    ran = run("import", "Checkmarks.csv", "--column", "Gym", "--goal", "gym", *TODAY)
    assert ran.code == 0
    assert ran.out.startswith(
        "Loop Habit Tracker, Gym: 2 numbers on 2 days, from 2026-02-01 to 2026-02-04\n"
        "1 gap between them, the longest of 2 days\n"
        "from 0 to 1; 1 a week in all\n"
        "gym would be "
    )
    assert ran.err == "Nothing was written. To write it, add --write.\n"
    assert not (here / "data").exists()


def test_write_makes_the_file_once_and_says_how_the_goal_reads_it(run: Run, here: Path) -> None:
    write(here, GYM)
    before = (here / "Checkmarks.csv").read_bytes()
    words = ("import", "Checkmarks.csv", "--column", "Gym", "--goal", "gym", *TODAY)
    ran = run(*words, "--write")
    assert (here / "data/gym.csv").read_text("utf-8") == (
        "date,value\n2026-02-01,0\n2026-02-04,1\n"
    )
    assert ran.err == (
        "Wrote 2 new numbers to data/gym.csv.\n"
        "The goal reads them when content/goals/gym.md says:\n\n"
        'measurable: {kind: habit, to: 3, per: week, source: "data/gym.csv"}\n\n'
    )
    line = ran.err.split("\n")[3]
    goal = here / "content/goals/gym.md"
    goal.write_text(goal.read_text("utf-8").replace("measurable: 3 times a week", line), "utf-8")
    again = run(*words, "--write")
    assert again.err == "Nothing is new, and nothing was written.\n"
    assert "data/gym.csv: 0 new numbers, 2 there already or changed\n" in again.out
    assert (here / "Checkmarks.csv").read_bytes() == before


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("Checkmarks.csv",), 2, "choose one with --column; it holds: Gym, Read"),
        (("Checkmarks.csv", "--column", "Swim"), 2, "no “Swim” in Checkmarks.csv"),
        (("nowhere.csv",), 2, "nowhere.csv does not exist"),
        (("Checkmarks.csv", "--column", "Gym", "--goal", "gim"), 2, "there is: gym"),
        (("Checkmarks.csv", "--column", "Gym", "--goal", "done"), 1, "done.md:3"),
        (("milepost.yaml",), 1, "holds no day with a number"),
        (("Checkmarks.csv", "--write", "--dry-run"), 2, "say opposite things"),
    ],
)
def test_what_is_not_clear_is_asked(
    run: Run, here: Path, words: tuple[str, ...], code: int, said: str
) -> None:
    write(here, GYM)
    ran = run("import", *words, *TODAY)
    assert said in ran.err
    assert ran.code == code


WEIGHT = """\
== content/goals/weight.md ==
---
title: Weigh 75 kg
measurable: {kind: level, from: 82, to: 75, unit: kg, source: data/scale.csv}
---
== data/scale.csv ==
date,kg
2026-01-04,81
"""


def test_the_goals_own_file_is_added_to_and_its_unit_is_asked_for(run: Run, here: Path) -> None:
    write(here, WEIGHT + "== pounds.csv ==\nDate,Weight (lb)\n2026-01-11,178\n")
    wrong = run("import", "pounds.csv", "--goal", "weight", "--write", *TODAY)
    assert (wrong.code, wrong.err.split("\n")[0]) == (
        1,
        "milepost: pounds.csv:1: “lb” is not what this goal is counted in, which is “kg”",
    )
    write(here, "== kilos.csv ==\nDate;kg\n04.01.2026;80,5\n13.01.2026;79,5 kg\n14.01.2026;?\n")
    ran = run("import", "kilos.csv", "--goal", "weight", "--write", *TODAY)
    assert ran.code == 1
    assert "kilos.csv:4: “?” is not a number\n" in ran.out
    assert "from 79.5 to 80.5 kg\n" in ran.out
    assert "2026-01-04: 81 stands in data/scale.csv, and the table says 80.5; it stays\n" in ran.out
    assert ran.err == "Wrote 1 new number to data/scale.csv.\n"
    scale = (here / "data/scale.csv").read_text("utf-8").split()
    assert scale == ["date,kg", "2026-01-04,81", "2026-01-13,79.5"]


def test_no_file_outside_of_the_journal_is_written(run: Run, here: Path) -> None:
    write(here / "own", WEIGHT.replace("source: data/scale.csv", "source: data/../../scale.csv"))
    write(here, "== kilos.csv ==\ndate,kg\n2026-01-13,79.5\n")
    words = ("import", "kilos.csv", "--goal", "weight", "--journal", "own", "--write")
    ran = run(*words, *TODAY)
    assert ran.code == 1
    assert "weight.md:3: data/../../scale.csv lies outside of the journal\n" in ran.err
    assert not (here / "scale.csv").exists()


# --- laws -----------------------------------------------------------------------------------------


@given(st.binary(max_size=200), st.text(max_size=5))
@settings(max_examples=examples(200))
def test_no_bytes_end_in_a_traceback(data: bytes, column: str) -> None:
    for head in (b"", LOOP[:15].encode(), DAYLIO[:60].encode(), b"goal,date,value,mode,signed\n"):
        for path in ("a.csv", "Checkmarks.csv"):
            found = held(path, head + data, column)
            merged("data/a.csv", data, found.rows)
            history(found.rows)


readings_ = st.lists(
    st.tuples(
        st.dates(date(2026, 1, 1), date(2026, 12, 31)),
        st.sampled_from(["", "+", "="]),
        st.decimals(0, 9999, places=3).map(lambda value: f"{value:f}"),
    ),
    max_size=12,
)


@given(readings_, st.sampled_from(["24 books", "from 82 to 75 kg", "3 times a week"]))
@settings(max_examples=examples(60))
def test_readings_that_are_exported_and_imported_are_the_same(
    written: list[tuple[date, str, str]], form: str
) -> None:
    goal = f"== content/goals/a.md ==\n---\nmeasurable: {form}\n"
    lines = "".join(f"  - {day} {sign}{value}\n" for day, sign, value in written)
    day = date(2026, 12, 31)
    before = measure(read(goal + (f"readings:\n{lines}" if lines else "") + "---\n").journal, day)
    table = as_csv(KINDS["readings"], KINDS["readings"].make(before, {}, ENGLISH))
    rows = held("readings.csv", table.encode(), "a").rows
    source = merged("data/a.csv", b"", rows).data.decode()
    parts = {
        "24 books": "kind: count, to: 24, unit: books",
        "from 82 to 75 kg": "kind: level, from: 82, to: 75, unit: kg",
        "3 times a week": "kind: habit, to: 3, per: week",
    }[form]
    goal = f"== content/goals/a.md ==\n---\nmeasurable: {{{parts}, source: data/a.csv}}\n---\n"
    after = measure(read(f"{goal}== data/a.csv ==\n{source}").journal, day)
    told = [
        [(one.day, one.value, one.mode) for one in report.journal.readings]
        for report in (before, after)
    ]
    assert told[0] == told[1]
