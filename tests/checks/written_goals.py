"""Small journals for the tests of the rules: a goal that has no fault, with some lines changed."""

from __future__ import annotations

from collections.abc import Mapping

from milepost.checks.samples import findings_of
from milepost.findings import Finding
from milepost.journal.examples import FINE_GOAL

WHOLE: Mapping[str, str] = dict(
    line.split(": ", 1) for line in FINE_GOAL.split("\n") if ": " in line
)


def goal(body: str | None = "", **lines: str | None) -> str:
    """The text of a goal without a fault, with some lines replaced, added or (None) taken out."""
    keys = {**WHOLE, **lines}
    front = "\n".join(f"{key}: {value}" for key, value in keys.items() if value is not None)
    return f"---\n{front}\n---\n{body or ''}"


def journal(**files: str) -> str:
    """A journal of several goals, by id; `_` in a name stands for `-`."""
    return "\n".join(
        f"== content/goals/{name.replace('_', '-')}.md ==\n{text}" for name, text in files.items()
    )


def codes(text: str) -> list[str]:
    """The codes of what is found in a journal."""
    return [finding.code for finding in findings_of(text)]


def only(text: str, code: str) -> Finding:
    """The one finding of this code."""
    (found,) = [finding for finding in findings_of(text) if finding.code == code]
    return found


def marked(text: str, code: str) -> str:
    """The words that a finding marks, as they stand in the goal `example`."""
    place = only(text, code).place
    lines = text.split("\n")[place.line - 1 : place.end_line]
    lines[-1] = lines[-1][: place.end_column - 1]
    lines[0] = lines[0][place.column - 1 :]
    return "\n".join(lines)
