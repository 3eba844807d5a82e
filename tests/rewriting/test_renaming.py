"""`milepost rename`: given this journal, these are its bytes afterwards; and what it never does."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milepost.journal.load import load
from milepost.rewriting.renaming import Renaming, renamed, unfit_id

GOAL = "content/goals/sail.md"
OTHER = "content/goals/sea.md"
ENTRY = "content/journal/2026-W03.md"


def rename(files: dict[str, bytes], new: str = "row") -> Renaming:
    goal = next(one for one in load(files).journal.goals if one.path == GOAL)
    made = renamed(files, goal, new)
    assert made is not None
    return made


def moved(files: dict[str, bytes], made: Renaming) -> dict[str, bytes]:
    now = {**files, **made.changed}
    return {made.new_path if path == made.old_path else path: now[path] for path in now}


@pytest.mark.parametrize(
    ("path", "text", "ours"),
    [
        (ENTRY, "---\nprogress: {sail: 2}\n---\n", "---\nprogress: {row: 2}\n---\n"),
        (ENTRY, "---\nprogress:\n- Sail: 2 # so\n---\n", "---\nprogress:\n- row: 2 # so\n---\n"),
        (ENTRY, '---\nskip: {"[[sail]]": flu}\n---\n', '---\nskip: {"[[row]]": flu}\n---\n'),
        (OTHER, "---\nrelevant: sail, value sea\n---\n", "---\nrelevant: row, value sea\n---\n"),
        (OTHER, "---\nparent: sail\nwhy: I sail\n---\n", "---\nparent: row\nwhy: I sail\n---\n"),
        (OTHER, "---\nreplaced_by: sail\n---\n", "---\nreplaced_by: row\n---\n"),
        (OTHER, '---\nup: "[[sail|x]]"\n---\n', '---\nup: "[[row|x]]"\n---\n'),
        (
            OTHER,
            "---\nchanges:\n- {date: 2026-01-05, relevant: sail}\n---\n",
            "---\nchanges:\n- {date: 2026-01-05, relevant: row}\n---\n",
        ),
        (ENTRY, "I sail: [[sail]], [[Sail#x|sail]]!", "I sail: [[row]], [[row#x|sail]]!"),
        (ENTRY, "[sail](../goals/sail.md#sail)", "[sail](../goals/row.md#sail)"),
        (ENTRY, "[a][b]\n\n[b]: ../goals/sail.md", "[a][b]\n\n[b]: ../goals/row.md"),
        (ENTRY, "[[goals/sail]] [[sail.md]]", "[[goals/row]] [[row.md]]"),
        (ENTRY, "`[[sail]]` and sail-boat\n\n```\n[[sail]]\n```\n", None),
        (ENTRY, "[sail](https://sail.org/sail.md)", None),
        (ENTRY, "---\nprogress: {sail-boat: 2}\n---\n", None),
        (OTHER, "---\ntitle: sail\narea: sail\ntags: [sail]\n---\n", None),
    ],
)
def test_mentions(path: str, text: str, ours: str | None) -> None:
    files = {GOAL: b"---\ntitle: Sail\n---\n", path: text.encode()}
    assert rename(files).changed.get(path) == (ours.encode() if ours else None)


@pytest.mark.parametrize(
    ("text", "ours"),
    [
        ("---\ntitle: Sail far\n---\n", "---\naliases: [sail]\ntitle: Sail far\n---\n"),
        ("---\ntitle: S\naliases: [a]\n---\n", "---\ntitle: S\naliases: [a, sail]\n---\n"),
        (
            "---\ntitle: S\naliases:\n  - a\n---\n",
            "---\ntitle: S\naliases:\n  - a\n  - sail\n---\n",
        ),
        ("---\ntitle: S\naliases: a\n---\n", "---\ntitle: S\naliases: a, sail\n---\n"),
        ("---\ntitle: S\naliases:\n---\n", "---\ntitle: S\naliases: sail\n---\n"),
        ("---\ntitle: S\naliases: sail\n---\n", "---\ntitle: S\naliases: sail\n---\n"),
        ("# Sail far\n", "---\naliases: [sail]\n---\n# Sail far\n"),
        ("---\narea: sea\n---\n", '---\naliases: [sail]\ntitle: "Sail"\narea: sea\n---\n'),
        ("+++\ntitle = 'S'\n+++\n", "+++\naliases = [\"sail\"]\ntitle = 'S'\n+++\n"),
        ("---\r\ntitle: S\r\n---\r\n", "---\r\naliases: [sail]\r\ntitle: S\r\n---\r\n"),
    ],
)
def test_its_own_file_takes_the_old_id_as_an_alias(text: str, ours: str) -> None:
    files = {GOAL: text.encode()}
    made = rename(files)
    assert (made.new_path, made.changed.get(GOAL, text.encode()).decode()) == (
        "content/goals/row.md",
        ours,
    )
    assert load(moved(files, made)).journal.goals[0].aliases[-1] == "sail"


@pytest.mark.parametrize(
    ("id_", "unfit"),
    [("learn-to-sail", False), ("übung", False), ("2026", False), ("", True), ("_x", True),
     (".x", True), ("a b", True), ("a/b", True), ("a[b", True), ("con", True)],
)  # fmt: skip
def test_what_can_be_an_id(id_: str, unfit: bool) -> None:
    assert unfit_id(id_) is unfit


pieces = st.sampled_from(
    [
        "[[sail]]", "[[Sail#Why|sail]]", "![[sail]]", "[sail](../goals/sail.md)", "`[[sail]]`",
        "sail", "sail-boat", "[[sail-boat]]", "\n\n", "\n```\n", "- [ ] [[sail]]\n", "%%[[sail]]%%",
        "::: private\n[[sail]]\n:::\n", "[a](sail.md)", "<!-- sail -->", "# sail\n", "é", "e\u0301",
    ]
)  # fmt: skip
keys = st.sampled_from(
    [
        "progress: {sail: 2, sea: 1}", "hours: {Sail: 3}", "skip: {sail: flu}", "title: sail",
        "relevant: sail", "serves: [sail, sea]", "why: to sail", "replaced_by: sail", "x: sail",
        "related: ['[[sail]]', sail]", "# sail", "confidence:\n- sail: 8 # sail",
    ]
)  # fmt: skip


def note(some: list[str], text: str, end: str) -> str:
    return "\n".join(["---", *some, "---", text]).replace("\n", end)


notes = st.builds(
    note,
    st.lists(keys, max_size=4, unique=True),
    st.lists(pieces, max_size=8).map("".join),
    st.sampled_from(["\n", "\r\n"]),
)


@given(entry=notes, goal=notes)
def test_every_other_byte_is_kept_and_the_same_is_read(entry: str, goal: str) -> None:
    own = b"---\ntitle: Sail\nmeasurable: 12 trips\n---\n"
    files = {GOAL: own, ENTRY: entry.encode(), OTHER: goal.encode()}
    made = rename(files, "row")
    for path in (ENTRY, OTHER):
        back = made.changed.get(path, files[path]).replace(b"row", b"sail")
        assert back.lower() == files[path].lower()
    before, now = load(files), load(moved(files, made))

    def named(id_: str) -> str:
        return "row" if id_ == "sail" else id_

    told = [replace(one, goal=named(one.goal)) for one in before.journal.readings]
    assert sorted(map(str, now.journal.readings)) == sorted(map(str, told)) or [
        (one.goal, one.value, one.day) for one in now.journal.readings
    ] == sorted((one.goal, one.value, one.day) for one in told)
    serves = {g.id: tuple(map(named, g.relevant.serves)) for g in before.journal.goals}
    assert {g.id: g.relevant.serves for g in now.journal.goals} == {
        named(id_): ids for id_, ids in serves.items()
    }
    assert sorted(f.code for f in now.findings) == sorted(f.code for f in before.findings)
