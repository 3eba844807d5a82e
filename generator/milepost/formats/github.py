"""Findings as annotations of a GitHub workflow.

In: findings. Out: workflow commands, one a line, worst first. GitHub shows ten annotations of each
level for a step and drops the rest without a word, so the rest is counted in the last line.
Format: the documentation of GitHub Actions, “Workflow commands”; escaping as its toolkit does it.
"""

from __future__ import annotations

from collections.abc import Sequence

from milepost.findings import Finding, Severity
from milepost.formats.text import by_rule, summary
from milepost.journal.model import Journal
from milepost.voice.english import listed, plural

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}
_SHOWN = 10
"""Annotations of each level that GitHub shows for one step."""
_WHERE = (
    "Names and lines are not told here, since others may read it: see them with `milepost check`, "
    "or in a private repository with `--format github --for private`"
)


def as_github(findings: Sequence[Finding], journal: Journal, root: str = "") -> str:
    """Workflow commands and a line that sums up.

    `root` is the path from the repository to the journal, where it does not stand at the top.
    """
    lines: list[str] = []
    unseen: list[str] = []
    for severity, level in _LEVELS.items():
        mine = [finding for finding in findings if finding.severity is severity]
        lines += [_command(level, finding, root) for finding in mine[:_SHOWN]]
        if len(mine) > _SHOWN:
            unseen.append(plural(len(mine) - _SHOWN, f"more {severity.value}"))
    lines.append(summary(findings, journal))
    if unseen:
        lines.append(f"GitHub shows ten of each; see {listed(unseen)} with `milepost check`")
    return "\n".join(lines) + "\n"


def as_github_for_others(findings: Sequence[Finding]) -> str:
    """An annotation for each rule that speaks, without a word or a name of the journal."""
    lines = [f"::{_LEVELS[severity]}::{_data(told)}" for severity, told in by_rule(findings)]
    where = [_WHERE] if findings else []
    return "\n".join([*lines, summary(findings, None), *where]) + "\n"


def _command(level: str, finding: Finding, root: str) -> str:
    place = finding.place
    path = f"{root.strip('/')}/{place.path}" if root.strip("/") else place.path
    properties = {"file": path, "line": str(place.line), "endLine": str(place.end_line)}
    if place.line == place.end_line:  # columns are allowed within one line only
        properties |= {"col": str(place.column), "endColumn": str(place.end_column - 1)}
    properties["title"] = f"{finding.code} {finding.name}"
    told = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    text = "\n".join((finding.message, finding.help, finding.url))
    return f"::{level} {told}::{_data(text)}"


def _data(text: str) -> str:
    """The text of a command: the escapes of the toolkit's `escapeData`."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """The value of a property: also the signs that part properties."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
