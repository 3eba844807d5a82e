"""`milepost fmt`: given this file, these are its bytes afterwards; and what it never does."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milepost.journal.load import load
from milepost.journal.model import Goal
from milepost.journal.prose import Prose
from milepost.rewriting.own_words import rewritten

sys.path.insert(0, str(Path(__file__).parents[1] / "journal"))
from mangled import bodies

GOAL = "content/goals/sail.md"


def after(text: str, path: str = GOAL) -> str:
    files = {path: text.encode(), "milepost.yaml": b""}
    return rewritten(files)[0].get(path, text.encode()).decode()


def block(lines: str) -> str:
    return f"---\ntitle: Sail\n{lines}\n---\nSince 30.06.2026, by: hand.\n"


@pytest.mark.parametrize(
    ("lines", "ours"),
    [
        ("deadline: 2026-06-30", "time_bound: 2026-06-30"),
        ("Due date:   2026-06-30  # firm", "time_bound:   2026-06-30  # firm"),
        ('"deadline": "30.06.2026"', 'time_bound: "2026-06-30"'),
        ("deadline: 30 June 2026", "time_bound: 2026-06-30"),
        ("deadline: end of June 2026", "time_bound: end of June 2026"),
        ("why: my knees", "relevant: my knees"),
        ("why: health", "relevant:\n  because: health"),
        ("parent: ten-years\nwhy: my knees", "relevant:\n  serves: ten-years\n  because: my knees"),
        ("status: in progress", "status: active"),
        ("status: on hold since 2026-03-01", "status: paused since 2026-03-01"),
        ("type: mid-term", "horizon: mid"),
        ("horizon: long-term", "horizon: long"),
        ("measurable: {target: 24, unit: books}", "measurable: {to: 24, unit: books}"),
        ("time_bound:\n  begin: 2026-01-05\n  end: 2026-06-30 # or so",
         "time_bound:\n  start: 2026-01-05\n  due: 2026-06-30 # or so"),
        ("start: 2026-01-05 # a Monday\ntags: [sea]\ndeadline: 2026-06-30",
         "time_bound:\n  start: 2026-01-05 # a Monday\n  due: 2026-06-30\ntags: [sea]"),
        ("target: 24 # or more\nunit: books", "measurable: 24 books # or more"),
        ("measurable: 24\nunit: books", "measurable: 24 books"),
        ("metric: books\ntarget: 24", "measurable: 24 books"),
        ("metric: readers\nbaseline: 400\ntarget: 1000", "measurable: from 400 to 1000 readers"),
        ("baseline: 82\ntarget: 75\nunit: kg", "measurable: from 82 to 75 kg"),
        ("time_bound: 2026-06-30\ndeadline: 30.06.2026", "time_bound: 2026-06-30"),
        ("start: 05/01/2026\ndeadline: 30/06/2026",
         "time_bound:\n  start: 2026-01-05\n  due: 2026-06-30"),
        ("effort: 2 h a week\nconfidence: 8", "achievable: 2 h a week, confidence 8"),
        ("achievable: 2 h a week\nconfidence: 8", "achievable: 2 h a week, confidence 8"),
        ("milestones:\n  - a mast\ntasks:\n  - a sail",
         "milestones:\n  - a mast\n  - a sail"),
        ("steps:\n  - 05.01.2026 a mast", "milestones:\n  - 2026-01-05 a mast"),
    ],
)  # fmt: skip
def test_a_goal_in_our_words(lines: str, ours: str) -> None:
    assert after(block(lines)) == block(ours)


@pytest.mark.parametrize(
    "lines",
    [
        "time_bound: 2026-06-30\ndeadline: 2026-09-30",  # which of them is meant?
        "deadline: 05/06/2026".replace("deadline", "time_bound"),
        "relevant: since 30.06.2026 I know why",
        "priority: high",
        "specific: to the island\ndescription: anywhere",
        "measurable: 20 %\nbaseline: 3.5 %",
        "tags: [deadline, due]",
    ],
)
def test_what_is_not_certain_is_left_alone(lines: str) -> None:
    assert after(block(lines)) == block(lines)


def test_other_files() -> None:
    note = "---\nweek of: 2026-01-14\nfeeling: 4\n---\nWords.\n"
    path = "content/journal/first.md"
    assert after(note, path) == "---\nweek: 2026-W03\nmood: 4\n---\nWords.\n"
    settings = {"milepost.yaml": b"site_title: Sails # mine\r\nlang: de\r\n"}
    assert rewritten(settings)[0] == {"milepost.yaml": b"title: Sails # mine\r\nlanguage: de\r\n"}


def test_only_the_files_that_were_asked_for() -> None:
    text = block("deadline: 2026-06-30").encode()
    files = {"content/goals/a.md": text, "content/goals/b.md": text}
    assert list(rewritten(files, {"content/goals/b.md"})[0]) == ["content/goals/b.md"]


def test_what_is_not_utf_8_is_named_and_left_alone() -> None:
    files = {GOAL: b"---\ndeadline: 2026-06-30\nwhy: caf\xe9\n---\n"}
    assert rewritten(files) == ({}, (GOAL,))


lines = st.sampled_from(
    [
        "deadline: 30.06.2026", "due: 2026-06-30  # firm", "start: 2026-01-05", "why: my knees",
        "why: |\n  two\n  lines", "target: 24", "unit: books", "measurable: 24 books", "café: 1",
        "cafe\u0301: {due: 1/2/2026}", "status: doing", "type: vision", "# deadline: never", "",
        "time_bound: {end: 30/06/2026, begin: 2026-01-05}", "tasks: [a, b]", "baseline: 3",
        "effort: 3 h a week", "confidence: 8", "parent: '[[ten-years]]'", "visibility: public",
        "milestones:\n- 05.01.2026 a mast", "changes:\n- {on: 5.1.2026, deadline: 2026-05-05}",
    ]
)  # fmt: skip


def front(some: list[str], end: str, mark: str) -> bytes:
    return (mark + "\n".join(["---", *some, "---", "Text 1.2.2026"]).replace("\n", end)).encode()


fronts = st.builds(
    front,
    st.lists(lines, max_size=6),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from(["", "\ufeff"]),
)


def meant(files: dict[str, bytes]) -> object:
    """All that is read of a journal, without its places."""
    journal = load(files).journal
    notes = [
        replace(one, prose=Prose("" if isinstance(one, Goal) else one.prose.text))
        for one in journal.notes
    ]
    return notes, journal.readings, journal.hours, replace(journal.profile, prose=Prose())


@given(goal=st.one_of(fronts, bodies), entry=st.one_of(fronts, bodies))
def test_the_same_is_read_and_a_second_time_changes_nothing(goal: bytes, entry: bytes) -> None:
    files = {GOAL: goal, "content/journal/2026-W20.md": entry, "content/profile.md": entry}
    changed, _ = rewritten(files)
    assert meant({**files, **changed}) == meant(files)
    assert rewritten({**files, **changed})[0] == {}


@given(goal=fronts)
def test_marks_line_ends_comments_and_text_are_kept(goal: bytes) -> None:
    ours = rewritten({GOAL: goal})[0].get(GOAL, goal)
    for sign in (rb"\A\xef\xbb\xbf", rb"#[^\r\n]*", rb"Text.*\Z"):
        assert re.findall(sign, ours) == re.findall(sign, goal)
    assert {*re.findall(rb"\r\n|\r|\n", ours)} == {*re.findall(rb"\r\n|\r|\n", goal)}


MOVED = [
    ("# Swim\n\nDeadline: 30 June 2026\nWhy: the lake\n\nWords.\n",
     "---\ntime_bound: 2026-06-30\nrelevant: the lake\n---\n# Swim\n\n\nWords.\n"),
    ("---\ntitle: Swim\n---\n- **Target:** 20 lengths\n- and more\n",
     "---\ntitle: Swim\nmeasurable: 20 lengths\n---\n- and more\n"),
    ("# Swim\n## Why\n\nIt is: good\n\n## Log\nWhy: cold\n",
     "---\nrelevant: \"It is: good\"\n---\n# Swim\n\n## Log\nWhy: cold\n"),
    ("S: crawl\nM: 20 lengths\nT: June 2026\n",
     "---\nspecific: crawl\nmeasurable: 20 lengths\ntime_bound: June 2026\n---\n"),
    ("| Key | Value |\n|---|---|\n| Due | 2026-06-30 |\n\nx",
     "---\ntime_bound: 2026-06-30\n---\n\nx"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "ours"), MOVED)
def test_fields_of_the_text_are_moved_into_the_front_matter(text: str, ours: str) -> None:
    assert after(text) == ours


@pytest.mark.parametrize(
    "text",
    [
        "| Due | Note |\n|---|---|\n| 2026-06-30 | by hand |\n",
        "Deadline: 2026-06-30 <!-- or so -->\n",
        "## Why\n\nOne reason.\n\nAnd another.\n",
        "Deadline: 2026-06-30. I told everybody.\n",
        "> Deadline: 2026-06-30\n",
        "+++\ntitle = 'Swim'\n+++\nDeadline: 2026-06-30\n",
    ],
)
def test_what_does_not_stand_alone_is_left_in_the_text(text: str) -> None:
    assert after(text) == text


said = st.sampled_from(
    [
        "Deadline: 30 June 2026", "- **Why:** my knees", "Target: 24 books", "S: read",
        "M: 3 books",
        "R: for me", "T: 2026-06-30", "## Why", "for fun", "", "Words: none", "- [ ] due: today",
        "::: private", ":::", "| Due | 2026-06-30 |", "|---|---|", "> Why: no", "Café: e\u0301",
        "Start: 2026-01-05. Due: 2026-06-30.", "## Notes", "```", "Hours: 3", "Effort: 3 h a week",
    ]
)  # fmt: skip
texts = st.builds(
    lambda some, front_, end, mark: (
        mark + "\n".join([*front_, *some]).replace("\n", end)
    ).encode(),
    st.lists(said, max_size=8),
    st.sampled_from([[], ["---", "title: A", "---"], ["---", "due: 2026-06-30", "---"]]),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from(["", "\ufeff"]),
)


@given(goal=texts)
def test_of_a_text_whole_lines_go_up_and_all_others_stay(goal: bytes) -> None:
    files = {GOAL: goal}
    changed = rewritten(files)[0]
    assert meant({**files, **changed}) == meant(files)
    assert rewritten({**files, **changed})[0] == {}
    before, now = (load(one).journal.goals[0].prose.text for one in (files, {**files, **changed}))
    left = iter(before.split("\n"))
    assert all(line in left for line in now.split("\n") if line)
