"""Work grows with what was written, not with its square.

Each kind of text is taken once and eight times as long. What is done in step with the length takes
about eight times as long, what is done with its square 64 times; the border between is far from
both, so that a busy machine does not cross it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from time import process_time

import pytest
from written import some

from milepost.building import build
from milepost.journal.words import Visibility
from milepost.pipeline import open_journal

Text = Callable[[int], str]

NOTES: dict[str, Text] = {
    "links never closed": lambda n: "[a](" * n,
    "links never closed, with <": lambda n: "[a](<" * n,
    "links": lambda n: "[a](b.md) " * n,
    "pictures never closed": lambda n: "![" * n,
    "wikilinks never closed": lambda n: "[[h" * n,
    "wikilinks with words never closed": lambda n: "[[h|" * n,
    "wikilinks to nothing": lambda n: "".join(f"[[h{i}]] " for i in range(n)),
    "embeds never closed": lambda n: "![[" * n,
    "headings": lambda n: "# h\n" * n,
    "headings of two ranks": lambda n: "## a\n### b\n" * n,
    "underlined headings": lambda n: "a\n=\n" * n,
    "lines of =": lambda n: "=\n" * n,
    "comments never closed, in lines": lambda n: "<!--\n" * n,
    "comments never closed, in a line": lambda n: "a <!-- " * n,
    "comments": lambda n: "a <!-- b --> %% c %%\n" * n,
    "comments of Obsidian": lambda n: "%% " * n + "%",
    "tasks": lambda n: "- [ ] a\n" * n,
    "tasks with a link": lambda n: "- [ ] [a](b.md)\n" * n,
    "passages in each other": lambda n: "::: private\n" * n,
    "passages": lambda n: "::: private\na\n:::\n" * n,
    "quotations in each other": lambda n: ">" * n + " a",
    "callouts": lambda n: "> [!tip] a\n> b\n\n" * n,
    "lists in each other": lambda n: "* " * n + "a",
    "steps of a list": lambda n: "".join(" " * (2 * (i % 60)) + "- a\n" for i in range(n)),
    "numbers of a list": lambda n: "1. a\n" * n,
    "stars": lambda n: "*a " * n,
    "stars in each other": lambda n: "**a *b " * n,
    "underlines": lambda n: "_a" * n,
    "strokes": lambda n: "~~a " * n,
    "back-ticks": lambda n: "".join("`" * (i % 50 + 1) + "a" for i in range(n)),
    "fences": lambda n: "```\na\n```\n" * n,
    "a wide table": lambda n: "|a" * n + "\n" + "|-" * n + "\n",
    "a long table": lambda n: "|a|\n|-|\n" + "|b|\n" * n,
    "tags of HTML": lambda n: "<a " * n,
    "entities": lambda n: "&amp" * n,
    "addresses": lambda n: "http://a.example " * n,
    "letters": lambda n: "a@" * n,
    "tags": lambda n: "#t " * n,
    "footnotes": lambda n: "[^1]" * n + "\n\n[^1]: a",
    "footnotes explained": lambda n: "".join(f"[^{i}]\n\n[^{i}]: a\n\n" for i in range(n)),
    "references": lambda n: "".join(f"[{i}]: /a\n" for i in range(n)),
    "dollars": lambda n: "$a " * n,
    "braces": lambda n: "{{ a " * n,
    "a long word": lambda n: "a" * n,
    "a long number": lambda n: "1" * n,
    "blanks": lambda n: " " * n + "x",
    "brackets": lambda n: "(" * n,
    "plans": lambda n: "## Plans\n" + "- [ ] do a thing\n" * n,
    "if-then": lambda n: "## If-then\n" + "if a then " * n,
    "telephone numbers": lambda n: "+32 470 12 34 56 " * n,
    "places on the globe": lambda n: "51.05, 3.72 " * n,
}
"""The prose of an entry."""

GOALS: dict[str, Text] = {
    "a title of words": lambda n: "title: " + "get better at reading by practice " * n,
    "a title of a number": lambda n: "title: Read " + "1" * n,
    "a sentence": lambda n: "specific: " + "so that I can " * n,
    "dates": lambda n: "specific: " + "by 3 March 2026 " * n,
    "a measure": lambda n: "measurable: " + "1" * n + " books",
    "a measure of words": lambda n: "measurable: " + "at least " * n + "2 books",
    "a span": lambda n: "time_bound: " + "2026-01-01 to " * n,
    "an effort": lambda n: "achievable: " + "4 h a week, " * n,
    "values": lambda n: "relevant: " + "value a, " * n,
    "goals that are not there": lambda n: "relevant: '" + "[[a]], " * n + "'",
    "plans": lambda n: "obstacles:\n" + "  - if a, then b\n" * n,
    "milestones": lambda n: "milestones:\n" + "  - 2026-03-01 a (weight 2)\n" * n,
    "a weight often": lambda n: "milestones:\n  - 2026-03-01 a" + " (weight 2)" * n,
    "readings": lambda n: "measurable: 5 books\nreadings:\n" + "  - 2026-03-01 =4\n" * n,
    "brackets of YAML": lambda n: "title: " + "[" * n,
    "keys": lambda n: "".join(f"k{i}: a\n" for i in range(n)),
}
"""Keys of a goal."""

GATED: dict[str, Text] = {
    "words for goals": lambda n: "goals: a\n" * n,
    "words for goals, with nothing behind them": lambda n: "goals:\n\n" * n,
    "words for goals in a line": lambda n: "goals: " * n,
    "hidden goals": lambda n: "Goals: " + "secret, " * n,
    "lists of goals": lambda n: "## Wins\n" + "- a; goals: secret, b,\n  c\n  - goal: d\n" * n,
}
"""The prose of an entry that others may see, but for the names in it."""

GOAL = "---\ntitle: Read\nmeasurable: 24 books\ntime_bound: 2026\n---\n"
SHORT = 600
SLACK = 0.04
"""Seconds of processor time that differ from run to run, whatever is built."""


def _took(root: Path, path: str, text: str, audience: Visibility) -> float:
    secret = "---\nvisibility: private\n---\n"
    files = {"milepost.yaml": "visibility: public", "goals/g.md": GOAL, "goals/secret.md": secret}
    for name, content in (files | {path: text}).items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(content, "utf-8")
    start = process_time()
    build(open_journal(root), date(2026, 11, 22), audience, "")
    return process_time() - start


def _grows_in_step(
    root: Path, path: str, short: str, long: str, audience: Visibility = Visibility.PRIVATE
) -> bool:
    nothing = min(_took(root, path, "", audience) for _ in range(2))
    once = max(_took(root, path, short, audience) - nothing, SLACK)
    return _took(root, path, long, audience) - nothing < 24 * once


@pytest.mark.parametrize("kind", some(NOTES))
def test_a_long_note_takes_as_much_longer_as_it_is(tmp_path: Path, kind: str) -> None:
    text = NOTES[kind]
    assert _grows_in_step(tmp_path, "journal/2026-W10.md", text(SHORT), text(8 * SHORT))


@pytest.mark.parametrize("kind", some(GATED))
def test_a_long_note_for_others_takes_as_much_longer_as_it_is(tmp_path: Path, kind: str) -> None:
    short, long = (GATED[kind](number) for number in (SHORT, 8 * SHORT))
    assert _grows_in_step(tmp_path, "journal/2026-W10.md", short, long, Visibility.PUBLIC)


@pytest.mark.parametrize("kind", some(GOALS))
def test_a_long_value_takes_as_much_longer_as_it_is(tmp_path: Path, kind: str) -> None:
    short, long = (f"---\n{GOALS[kind](number)}\n---\n" for number in (SHORT, 8 * SHORT))
    assert _grows_in_step(tmp_path, "goals/h.md", short, long)
