"""Findings for people: the fault in a line, the line itself with the span marked, the remedy.

In: findings, texts by path. Out: text, in colour when asked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from milepost.findings import Finding, Place, Severity, Told, by_kind
from milepost.formats.excerpt import excerpt, seen
from milepost.journal.model import Journal
from milepost.voice.english import plural

_STYLES = {
    Severity.ERROR: "bold red",
    Severity.WARNING: "bold yellow",
    Severity.HINT: "bold cyan",
}


def as_text(
    findings: Sequence[Finding],
    sources: Mapping[str, str],
    journal: Journal | None = None,
    *,
    colour: bool = False,
    whole: bool = True,
    most: int = 0,
    goals: int = 0,
) -> str:
    """Every finding in a few lines, and a line that sums up where a journal is given.

    Unless the `whole` is asked for, what is the same in many places is told once, and of a rule
    that speaks of many things the first ones are told and the rest is counted. `most` is how many
    are told at all (0: no end): the first of the worst file, as `worst_first` has them, then how
    many more there are in which files.
    The first line of each is `path:line:column: severity CODE: message`, which editors can read.
    """
    paint = _Paint(colour)
    order = worst_first(findings) if most and len(findings) > most else ()
    told, left = by_kind(findings) if not (whole or order) else (tuple(map(Told, findings)), {})
    if order:
        told = tuple(map(Told, order[:most]))
    parts = [_one(one, sources.get(one.finding.place.path, ""), paint) for one in told]
    if rest := order[most:]:
        parts.append(_and_more(rest))
    if left:
        lines = [f"{rule.code} {rule.name}: {count} more" for rule, count in left.items()]
        parts.append("\n".join([*lines, "See every one with `milepost check --all`"]))
    if journal:
        parts.append(summary(findings, journal, goals))
    return "\n\n".join(parts)


_STAGES = ("F0", "F1", "F", "M1", "T1")
"""The beginnings of codes, by how much else goes when such a finding is mended: a file that cannot
be read, a front matter, a value; then what is missing and what others are measured by."""
_FILES = 8
"""So many files with more findings are named."""


def worst_first(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Findings file by file, the worst file first, and in each first what makes others go.

    A file is as bad as its worst finding, then as the number of those, then as that of all.
    """
    worst = list(Severity)
    by_file: dict[str, list[Finding]] = {}
    for finding in findings:
        by_file.setdefault(finding.place.path, []).append(finding)

    def badness(path: str) -> tuple[tuple[int, ...], str]:
        count = Counter(finding.severity for finding in by_file[path])
        return (*(-count[severity] for severity in Severity),), path

    def weight(finding: Finding) -> tuple[int, int, Place]:
        stage = next((n for n, one in enumerate(_STAGES) if finding.code.startswith(one)), 9)
        return worst.index(finding.severity), stage, finding.place

    return tuple(
        finding
        for path in sorted(by_file, key=badness)
        for finding in sorted(by_file[path], key=weight)
    )


def _and_more(rest: Sequence[Finding]) -> str:
    """How many findings are not told, and in which files."""
    files: dict[str, list[Finding]] = {}
    for finding in rest:
        files.setdefault(finding.place.path, []).append(finding)
    lines = [f"{seen(path)}: {_counted(files[path])}" for path in list(files)[:_FILES]]
    if len(files) > _FILES:
        lines.append(f"and {plural(len(files) - _FILES, 'more file')}")
    return "\n".join(
        [f"and {len(rest)} more: milepost check --all", *(f"  {one}" for one in lines)]
    )


def _counted(findings: Sequence[Finding]) -> str:
    """How many findings of each severity there are, of those that there are."""
    count = Counter(finding.severity for finding in findings)
    said = (plural(count[severity], severity.value) for severity in Severity if count[severity])
    return ", ".join(said)


def summary(findings: Sequence[Finding], journal: Journal | None, goals: int = 0) -> str:
    """How many findings of each severity there are, and in how much of a journal: one line.

    `goals` is how many of them were asked for, 0 for the whole journal.
    """
    count = Counter(finding.severity for finding in findings)
    told = ", ".join(plural(count[severity], severity.value) for severity in Severity)
    if journal is None:
        return told
    if goals:
        return f"{told} in {plural(goals, 'goal')}"
    goals, entries = len(journal.goals), len(journal.entries)
    return f"{told} in {plural(goals, 'goal')} and {plural(entries, 'entry', 'entries')}"


def by_rule(findings: Sequence[Finding]) -> tuple[tuple[Severity, str], ...]:
    """How often each rule speaks, worst first, without a word or a name of the journal."""
    count = Counter((finding.severity, finding.code, finding.name) for finding in findings)
    worst = list(Severity)
    return tuple(
        (rule[0], f"{rule[1]} {rule[2]}: {plural(count[rule], rule[0].value)}")
        for rule in sorted(count, key=lambda rule: (worst.index(rule[0]), rule[1]))
    )


def _one(told: Told, source: str, paint: _Paint) -> str:
    finding, place = told.finding, told.finding.place
    where = paint("bold", f"{seen(place.path)}:{place.line}:{place.column}:")
    kind = paint(_STYLES[finding.severity], f"{finding.severity.value} {finding.code}")
    lines = [f"{where} {kind}: {seen(finding.message)}"]
    shown = excerpt(place, source)
    if shown and shown.text.strip():
        number = f"{shown.number:>5}"
        bar = paint("dim", "|")
        marks = shown.marks.lstrip(" ")
        gap = " " * (len(shown.marks) - len(marks))
        lines.append(f"{paint('dim', number)} {bar} {shown.text}")
        lines.append(f"      {bar} {gap}{paint(_STYLES[finding.severity], marks)}")
    sign = paint("dim", "=")
    if told.count > 1:
        more, files = plural(told.count - 1, "more place"), plural(told.files, "file")
        lines.append(f"      {sign} the same in {more}, in {files} in all")
    lines.append(f"      {sign} {seen(finding.help)}")
    lines.append(f"      {sign} {paint('dim', f'{finding.name}: {finding.url}')}")
    return "\n".join(lines)


class _Paint:
    """Gives a text a style, or leaves it alone; the library for it is only loaded when needed."""

    def __init__(self, colour: bool) -> None:
        self.colour = colour

    def __call__(self, style: str, text: str) -> str:
        if not self.colour:
            return text
        from rich.color import ColorSystem
        from rich.style import Style

        return Style.parse(style).render(text, color_system=ColorSystem.STANDARD)
