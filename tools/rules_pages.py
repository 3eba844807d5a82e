"""The manual's pages of the rules, made from the rules themselves.

usage: rules_pages.py FOLDER

In: every rule. Out: a page for each, and the list of them all, by file name.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from itertools import groupby
from pathlib import Path

from milepost.checks.catalogue import LETTERS
from milepost.findings import Rule, Severity
from milepost.formats.explained import HOW_EXAMPLES_READ, every_rule, silencing
from milepost.journal.examples import FINE_GOAL, explanation_of, made_whole, written_examples

_SAYS = {
    Severity.ERROR: "An error: `milepost check` fails while it stands.",
    Severity.WARNING: "A warning: it is worth a look, and fails nothing.",
    Severity.HINT: "A hint: a matter of taste, or of the moment.",
}
_INTRO = """\
# The rules

What `milepost check` says, by letter. `milepost explain CODE` shows the same in the terminal. \
These pages are made from the rules themselves; see [checks](../checks.md) for how to choose among \
them."""


def pages() -> Mapping[str, str]:
    """The texts of the pages by file name."""
    return {"README.md": _index(), **{f"{rule.code}.md": _page(rule) for rule in every_rule()}}


def write(folder: Path) -> None:
    """Write the pages into a folder, and take away those of rules that are no more."""
    made = pages()
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.md"):
        if old.name not in made:
            old.unlink()
    for name, text in made.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def _page(rule: Rule) -> str:
    parts = [
        f"# {rule.code} {rule.name}",
        f"*{LETTERS[rule.code[0]].capitalize()}.* {_SAYS[rule.severity]}",
        explanation_of(rule.text),
    ]
    for heading, examples in groupby(written_examples(rule.text), key=lambda pair: pair[0]):
        parts.append(f"## {heading}")
        for _, text in examples:
            if made_whole(text) != text:
                which = "Each goal is" if "== " in text else "This is"
                parts.append(f"{which} [a fine goal](README.md#a-fine-goal), but with:")
            parts.append(f"```markdown\n{text}\n```")
    parts += ["## To silence it", silencing(rule), "[All rules](README.md)"]
    return "\n\n".join(parts) + "\n"


def _index() -> str:
    parts = [_INTRO, f"## A fine goal\n\n{HOW_EXAMPLES_READ}\n\n```markdown\n{FINE_GOAL}\n```"]
    for letter, of_letter in groupby(every_rule(), key=lambda rule: rule.code[0]):
        rows = [f"## {letter}: {LETTERS[letter]}", "", "| code | name | severity | what it flags |"]
        rows.append("|---|---|---|---|")
        for rule in of_letter:
            told = rule.summary.replace("|", "\\|")
            rows.append(
                f"| [{rule.code}]({rule.code}.md) | {rule.name} | {rule.severity.value} | {told} |"
            )
        parts.append("\n".join(rows))
    return "\n\n".join(parts) + "\n"


if __name__ == "__main__":
    write(Path(sys.argv[1]))
