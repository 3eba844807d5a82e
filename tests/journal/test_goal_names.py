"""Names of goals that stand without a link: others read “…”, and all else as it was written."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from written import examples

from milepost.journal.gate import gate
from milepost.journal.goal_names import Untold
from milepost.journal.load import load
from milepost.journal.prose import cut
from milepost.journal.words import Visibility

PRIVATE = "---\nvisibility: private\n---\n"
_NAMES = re.compile(r"(?<![\w-])(?:earn-pmp|earn[\s>]+it|run)(?![\w-])", re.IGNORECASE)
"""The names of the goals that are not seen; beside them stand `open` and `run-far`."""


def journal(text: str) -> dict[str, bytes]:
    files = {
        "milepost.yaml": "visibility: public",
        "content/goals/open.md": "# Run to work\n",
        "content/goals/run-far.md": "",
        "content/goals/earn-pmp.md": f"{PRIVATE}# Earn it\n",
        "content/goals/run.md": f"{PRIVATE}# Run\n",
        "content/journal/2026-W46.md": text,
    }
    return {path: words.encode() for path, words in files.items()}


def shown(*lines: str, audience: Visibility = Visibility.PUBLIC) -> str:
    """What others read of an entry's wins."""
    loaded = load(journal("\n".join(("## Wins", *lines))))
    return gate(loaded.journal, audience).entries[0].prose.text.removeprefix("## Wins\n")


@pytest.mark.parametrize(
    "below",
    [
        "## Feedback\n- Jo: x, y",
        "***",
        "---",
        "> said, and run",
        "| a, b | c |\n|---|---|\n| d, e | f |",
        "```\nrun x, y\n```",
        "~~~\nrun\n~~~",
        "::: shared\nx, y\n:::",
        "  and we had cake, twice",
        "and we had cake",
        "  - because: I asked, often",
        "- [ ] a box, open",
    ],
)
def test_what_stands_below_a_list_of_goals_stays(below: str) -> None:
    assert shown(f"- Win; goals: earn-pmp\n{below}", audience=Visibility.SHARED) == (
        f"- Win; goals: …\n{below}"
    )


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("- a; goals: gone", "- a; goals: …"),
        ("- a; goals: [open, gone]; plan: more", "- a; goals: [open, …]; plan: more"),
        (
            "- a; goals: gone,\n  open,\n  too\n  and, more",
            "- a; goals: …,\n  open,\n  …\n  and, more",
        ),
        ("- a; goals: gone,\n> b, c", "- a; goals: …,\n> b, c"),
        ("- a; goals: open, 3 h, done", "- a; goals: open, 3 h, done"),
        ("- a; goals: what we had, all of it", "- a; goals: what we had, all of it"),
        ("- a, goals: gone", "- a, goals: gone"),
    ],
)
def test_a_name_that_no_goal_has_is_not_told_in_a_list_of_goals(written: str, read: str) -> None:
    """It may be that of a goal that was deleted. Words are no name, and no list is the writer's."""
    assert shown(written) == read


pieces = st.sampled_from(
    [
        "- Win; goals: earn-pmp",
        "- Win; goals: [run-far, Earn it], 3 h",
        "- Win; goals:\n  - earn-pmp\n  - open",
        "- Win (Ziel: Earn\n  it) and cake",
        "  - for goal: open, run",
        "  and cake, a lot",
        "open; done, run",
        "Goals:",
        "## Feedback",
        "# Goals: run",
        "***",
        "===",
        "> - said; goals: run\n>   more",
        "> [!note] said\n> more, run",
        "| goals: run | b |\n|---|---|\n| c, open | d |",
        "```\ngoals: run\n\n# x\n```",
        "~~~~\ncode, run",
        "::: shared\nSeen, run\n:::",
        "::: private\ngoals: run\n:::",
        "- [ ] box, goal: run",
        "1. one; revised: run; plan: run",
        "\trun, `goals: run` x",
        "",
        "",
    ]
)


def nameless(text: str) -> list[str]:
    """The lines of a text, in which each name of a hidden goal is “…”."""

    def gone(match: re.Match[str]) -> str:
        return re.sub(r"[^\s>](?:[^\n]*\S)?", "…", match[0])

    return _NAMES.sub(gone, text).split("\n")


@given(st.lists(pieces, max_size=8))
@settings(max_examples=examples(400))
def test_nothing_but_names_of_hidden_goals_ever_changes(parts: list[str]) -> None:
    """Line by line, whatever stands above and below."""
    told = load(journal("\n".join(("## Wins", *parts)))).journal
    (entry,) = told.entries
    (seen,) = gate(told, Visibility.SHARED).entries
    written = cut(entry.prose, Visibility.SHARED).text
    assert nameless(seen.prose.text) == nameless(written)


@given(st.lists(pieces | st.text("goals:,;-*>|[]`~\n run", max_size=30), max_size=8))
@settings(max_examples=examples(400))
def test_nor_does_it_in_any_text(parts: list[str]) -> None:
    """Where the names stand behind a word for them and a colon, on one line, none is left."""
    text = "\n".join(parts)
    names = frozenset({"earn-pmp", "earn it", "run"})
    read = Untold(names, frozenset({"run-far", "run to work"})).without(text)
    assert nameless(read) == nameless(text)
    assert not re.search(
        r"(?<![^\W_])goals:[^\n]*(?<![\w-])(earn-pmp|run(?! to work))(?![\w-])", read
    )


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("- a; goals:\n  - run\n  - open", "- a; goals:\n  - …\n  - open"),
        ("- a; goals:\n\n  run, open\n- I run", "- a; goals:\n\n  …, open\n- I run"),
        ("- a, goals: earn-pmp", "- a, goals: …"),
        ("- a (goals: earn-pmp)", "- a (goals: …)"),
        ("- a – [goals:: earn-pmp]", "- a – [goals:: …]"),
        ("- a; goals: earn-pmp and run/open", "- a; goals: … and …/open"),
        ("- a; goals: #run, goals/run.md", "- a; goals: #…, goals/….md"),
        ("- a; Ziele: Earn-PMP", "- a; Ziele: …"),
        ("- a, **für Ziel**: *earn-pmp*", "- a, **für Ziel**: *…*"),
        ("- a; for goal： run", "- a; for goal： …"),
        ("- a; goals = run", "- a; goals = …"),
        ("- a; goals: earn it, `earn-pmp`", "- a; goals: …, `…`"),
        ("- a; goals: Earn\n  it, run", "- a; goals: …\n  …, …"),
        ("- a; goals: earn\\-pmp", "- a; goals: …"),
        ("- a; goals: [[run]], [[run|a race]]", "- a; goals: …, a race"),
        ("- a; goals: [[open|run]], [run](open.md)", "- a; goals: [[open|…]], […](open.md)"),
        ("- a; goals: [run](https://a.example/)", "- a; goals: […](https://a.example/)"),
        ("- a; revised: open, run", "- a; revised: open, …"),
        ("Goals:\n\n- run\n- open\n\nI run", "Goals:\n\n- …\n- open\n\nI run"),
        ("## Goals:\n- run\n\nI run", "## Goals:\n- …\n\nI run"),
        ("- a; plan: run", "- a; plan: run"),
        ("- subgoals: run", "- subgoals: run"),
        ("- goals: re-run, run-5, runs", "- goals: …, …, …"),
        ("- my goals: re-run, run-5, runs", "- my goals: re-run, run-5, runs"),
        ("- a; goals: open\n- I run", "- a; goals: open\n- I run"),
    ],
)
def test_a_hidden_goal_is_not_named_behind_a_word_for_goals(written: str, read: str) -> None:
    """However it is written there; elsewhere its name is a word as others are."""
    assert shown(written) == read


def test_so_it_is_in_every_text_and_value() -> None:
    files = {
        "content/pages/about.md": b"---\ntags: ['Ziel: run']\n---\nMy goal: run. I run.",
        "content/goals/open.md": b"---\nreward: 'goals: run'\n---\n# Run to work\nGoal: earn-pmp",
        "content/log/a.md": b"---\nkind: win\nfrom: 'goals: run'\n---\nfor goal: run",
    }
    seen = gate(load(journal("") | files).journal, Visibility.PUBLIC)
    assert seen.pages[0].prose.text == "My goal: …. I …."
    assert (seen.goals[0].reward, seen.goals[0].prose.text) == (
        "goals: …",
        "# Run to work\nGoal: …",
    )
    assert seen.log[0].prose.text == "for goal: …"
    assert "run" not in repr((seen.pages, seen.log)).replace("run-far", "")


def test_a_name_that_may_be_told_stays_where_another_is_a_part_of_it() -> None:
    assert shown("- a; goals: run-far, Run to work, run") == "- a; goals: run-far, Run to work, …"
