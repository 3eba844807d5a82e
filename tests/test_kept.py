"""What is remembered of texts: with it a build is what it is without, after any edit."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from kept_files import spoil, values_in
from markdown_it import MarkdownIt

from milepost.cli import main
from milepost.journal.examples import files_of
from milepost.kept import Kept

JOURNAL = """\
== milepost.yaml ==
title: Sailing
visibility: shared
== content/goals/sail.md ==
---
title: Sail twelve times
measurable: 12 trips
time_bound: 2026-01-01 to 2026-12-31
---
- [x] Mend the sail
- [ ] Paint the hull

See [[2026-W10#Wins|the first one]].
== content/goals/read.md ==
---
title: Read the pilot book
measurable: 2 times a week
time_bound: 2026-02-01 to 2026-11-30
---
== content/journal/2026-W10.md ==
---
progress: {sail: 2}
mood: 4
---
Twice around the island, as in [[sail]]. ![the boat](boat.png)

## Wins
- No rope was lost, see [[knots]] and [the list](list.pdf).

::: private
We were **lost**, and [[nobody]] knows.
:::
== content/journal/2026-W11.md ==
progress: {read: 3}
== content/journal/boat.png ==
not really
== content/journal/list.pdf ==
a list
== content/pages/knots.md ==
# Knots

A bowline[^1] holds. [[2026-W10]]

[^1]: Not on wire.
"""
WORDS = (
    "Calm, see [[sail]].",
    "## Wins\n\n- [[read]] a page",
    "- [ ] Write to [[2026-W10#Wins]]",
    "::: private\nA secret about [[knots]].\n:::",
    "```\n[[sail]] in code\n```",
    "| day | wind |\n|----:|------|\n| 1 | *NW* |",
    "> [!tip] Look at [[boat.png]]\n> It is ![her](boat.png)",
    "Look[^1] twice.\n\n[^1]: And [again](2026-W11.md).",
    "## Lessons\n\nOne of [[gone]].",
)
Edit = Callable[[Path, random.Random], object]


def add_words(root: Path, dice: random.Random) -> None:
    path = dice.choice(sorted((root / "content").rglob("*.md")))
    path.write_text(path.read_text("utf-8") + f"\n\n{dice.choice(WORDS)}\n", "utf-8")


def drop_a_line(root: Path, dice: random.Random) -> None:
    path = dice.choice(sorted((root / "content").rglob("*.md")))
    lines = path.read_text("utf-8").split("\n")
    del lines[dice.randrange(len(lines))]
    path.write_text("\n".join(lines), "utf-8")


def add_an_entry(root: Path, dice: random.Random) -> None:
    week = root / f"content/journal/2026-W{dice.randrange(12, 30)}.md"
    week.write_text(f"progress: {{sail: {dice.randrange(5)}}}\n---\n{dice.choice(WORDS)}", "utf-8")


def add_a_goal(root: Path, dice: random.Random) -> None:
    name = dice.choice(("swim", "gone", "nobody"))
    text = f"---\ntitle: Do {name}\nmeasurable: {dice.randrange(1, 9)} times\n---\n"
    (root / f"content/goals/{name}.md").write_text(text + dice.choice(WORDS), "utf-8")


def rename(root: Path, dice: random.Random) -> None:
    path = dice.choice(sorted(path for path in (root / "content").rglob("*") if path.is_file()))
    path.rename(path.with_name(f"{dice.choice(('2026-W13', 'tacks', 'boats'))}{path.suffix}"))


def delete(root: Path, dice: random.Random) -> None:
    files = sorted(path for path in (root / "content").rglob("*") if path.is_file())
    if len(files) > 2:
        dice.choice(files).unlink()


def change_a_setting(root: Path, dice: random.Random) -> None:
    line = dice.choice(
        ("language: de", "title: Rowing", "week_starts: sunday", "hours_per_week: 3")
    )
    (root / "milepost.yaml").write_text(f"visibility: shared\n{line}\n", "utf-8")


def change_the_theme(root: Path, dice: random.Random) -> None:
    (root / "theme/templates").mkdir(parents=True, exist_ok=True)
    if dice.random() < 0.5:
        page = "{{% extends 'milepost/page.html' %}}{{% block title %}}{}{{% endblock %}}"
        (root / "theme/templates/page.html").write_text(page.format(dice.random()), "utf-8")
    else:
        (root / "theme/style.css").write_text(f"p {{ margin: {dice.random()}em }}", "utf-8")


EDITS: tuple[Edit, ...] = (
    add_words,
    add_words,
    drop_a_line,
    add_an_entry,
    add_a_goal,
    rename,
    delete,
    change_a_setting,
    change_the_theme,
)


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    for name, data in files_of(JOURNAL).items():
        path = tmp_path / "journal" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return tmp_path / "journal"


def built(journal: Path, *more: str) -> tuple[int, dict[str, bytes]]:
    """The exit code of a build, and the files that it leaves."""
    out = journal.parent / ("anew" if "--no-cache" in more else "site")
    code = main(["build", str(journal), "--out", str(out), *more])
    files = {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in sorted(out.rglob("*"))
        if path.is_file()
    }
    return code, files


@pytest.mark.parametrize("seed", range(12))
def test_a_build_with_memory_is_what_it_is_without(seed: int, journal: Path) -> None:
    dice = random.Random(seed)
    audience = dice.choice(("private", "private", "shared", "public"))
    day = 1
    built(journal, "--for", audience, "--today", "2026-06-01")
    for _ in range(5):
        if dice.random() < 0.2:
            day += 1
        edit = dice.choice(EDITS)
        edit(journal, dice)
        asked = ("--for", audience, "--today", f"2026-06-{day:02}")
        with_memory, without = built(journal, *asked), built(journal, *asked, "--no-cache")
        assert with_memory == without, edit.__name__


def test_a_text_that_did_not_change_is_not_parsed_again(
    journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parsed: list[str] = []
    parse = MarkdownIt.parse

    def noted(self: MarkdownIt, text: str, env: object = None) -> object:
        parsed.append(text)
        return parse(self, text, env)  # type: ignore[arg-type]

    monkeypatch.setattr(MarkdownIt, "parse", noted)
    knots = journal / "content/pages/knots.md"
    plain = "# Knots\n\nA bowline holds. [[2026-W10]]\n"
    knots.write_text(plain, "utf-8")
    (journal / "content/journal/2026-W10.md").write_text("Twice, as in [[knots]].\n", "utf-8")
    day = ("--today", "2026-06-01")
    built(journal, *day)
    assert plain in parsed
    parsed.clear()
    knots.write_text(f"{plain}\nSo does a [[sail]].\n", "utf-8")
    built(journal, *day)
    assert set(parsed) == {f"{plain}\nSo does a [[sail]].\n"}


def test_what_one_audience_asked_answers_no_other(journal: Path) -> None:
    day = ("--today", "2026-06-01")
    built(journal, *day)
    before = (journal / ".milepost/build-private.kept").read_bytes()
    _, public = built(journal, *day, "--for", "public")
    assert public == built(journal, *day, "--for", "public", "--no-cache")[1]
    assert (journal / ".milepost/build-private.kept").read_bytes() == before
    assert (journal / ".milepost/.gitignore").read_text("utf-8") == "*\n"


@pytest.mark.parametrize(
    "spoilt",
    [
        b"",
        b"\xff",
        b"[]",
        b"another 0",
        b"another none\n00000000000000000000000000000000[]",
    ],
)
def test_a_memory_that_cannot_be_understood_counts_as_none(journal: Path, spoilt: bytes) -> None:
    day = ("--today", "2026-06-01")
    first = built(journal, *day)
    (journal / ".milepost/build-private.kept").write_bytes(spoilt)
    add_words(journal, random.Random(1))
    assert built(journal, *day) == built(journal, *day, "--no-cache") != first


@pytest.mark.parametrize("other", [0, [], [1], {"a": 1}, [[], [], []], ["x", [[1]], 3]])
def test_a_value_that_is_not_as_it_should_be_is_found_anew(journal: Path, other: object) -> None:
    day = ("--today", "2026-06-01")
    built(journal, *day)
    path = journal / ".milepost/build-private.kept"
    spoil(path, dict.fromkeys(values_in(path), json.dumps(other).encode()))
    add_words(journal, random.Random(1))
    assert built(journal, *day) == built(journal, *day, "--no-cache")


def two_values(folder: Path) -> Path:
    """A file of two values."""
    (folder / "milepost.yaml").write_text("", "utf-8")
    first = Kept(folder, "build", "private")
    first.put(("a",), "one")
    first.put(("b",), "a line\nmore, and \ud800")
    first.save()
    return folder / ".milepost/build-private.kept"


@pytest.mark.parametrize("spoilt", [b"", b"{", b"\xff", b"[" * 100_000, b"null"])
def test_a_value_that_cannot_be_read_counts_as_none(tmp_path: Path, spoilt: bytes) -> None:
    path = two_values(tmp_path)
    values = values_in(path)
    spoil(path, values | {next(iter(values)): spoilt})
    second = Kept(tmp_path, "build", "private")
    assert second.get(("a",)) is None
    assert second.get(("b",)) == "a line\nmore, and \ud800"


@pytest.mark.parametrize("bytes_more", [-1, 1])
def test_of_a_file_that_is_not_whole_nothing_is_believed(tmp_path: Path, bytes_more: int) -> None:
    path = two_values(tmp_path)
    data = path.read_bytes()
    path.write_bytes(data[:bytes_more] if bytes_more < 0 else data + b" ")
    second = Kept(tmp_path, "build", "private")
    assert second.get(("a",)) is None
    second.put(("a",), "two")
    second.save()
    assert Kept(tmp_path, "build", "private").get(("a",)) == "two"


def test_a_run_in_part_keeps_what_it_did_not_ask_for_up_to_as_much_again(tmp_path: Path) -> None:
    (tmp_path / "milepost.yaml").write_text("", "utf-8")
    first = Kept(tmp_path, "build", "private")
    for number in range(4):
        first.put((number,), "whole")
    first.save()
    for number in range(4, 10):
        part = Kept(tmp_path, "build", "private")
        part.in_part()
        part.put((number,), "part")
        part.save()
        kept = Kept(tmp_path, "build", "private")
        assert kept.get((0,)) == ("whole" if number < 8 else None), number
        assert kept.get((number,)) == "part"


def test_it_keeps_what_the_last_run_used_and_no_more(tmp_path: Path) -> None:
    (tmp_path / "milepost.yaml").write_text("", "utf-8")
    first = Kept(tmp_path, "build", "private")
    first.put(("a",), "one")
    first.put(("b",), ["two", 2])
    first.save()
    second = Kept(tmp_path, "build", "private")
    assert second.get(("b",)) == ["two", 2]
    assert second.get(("c",)) is None
    second.save()
    third = Kept(tmp_path, "build", "private")
    assert third.get(("a",)) is None
    assert third.get(("b",)) == ["two", 2]
    assert Kept(tmp_path, "check", "private").get(("b",)) is None
