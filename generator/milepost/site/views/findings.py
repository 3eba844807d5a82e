"""What `milepost check` says, as a page of private builds.

In: findings and the text of the files they point into. Out: `FindingsView`.
"""

from __future__ import annotations

from dataclasses import dataclass

from milepost.findings import Severity, Told, by_kind, lines_of
from milepost.site.context import PageContext
from milepost.site.views.parts import Ref
from milepost.voice import pages as said

_LONGEST = 160
"""So many letters of a line are shown before, in and after what a finding points at."""

_MOST = 80
"""So many findings are shown, so that the page of a large vault stays below 100 kB."""

_ORDER = (Severity.ERROR, Severity.WARNING, Severity.HINT)


@dataclass(frozen=True, slots=True)
class FindingLine:
    """One finding; `before`, `marked` and `after` are the source line around its span.

    `more` says in how many places more it is the same.
    """

    code: str
    name: str
    severity: str
    line: int
    before: str
    marked: str
    after: str
    message: str
    help: str
    page: Ref | None
    more: str = ""


@dataclass(frozen=True, slots=True)
class FindingsView:
    """Everything on the page: a summary, findings by file, and what there is more of each rule."""

    summary: str
    files: tuple[tuple[str, tuple[FindingLine, ...]], ...]
    left: tuple[str, ...] = ()


def findings_view(here: PageContext) -> FindingsView:
    """The view of all findings."""
    findings = here.site.findings
    files: dict[str, list[FindingLine]] = {}
    told, left = by_kind(findings, _MOST)
    for one in told:
        files.setdefault(one.finding.place.path, []).append(_line(here, one))
    counts = [sum(finding.severity is severity for finding in findings) for severity in _ORDER]
    summary = zip(counts, said.findings(here.site.voice, *counts), strict=True)
    return FindingsView(
        summary=", ".join(text for count, text in summary if count),
        left=tuple(
            said.more_of_rule(here.site.voice, f"{rule.code} {rule.name}", count)
            for rule, count in left.items()
        ),
        files=tuple((path, tuple(lines)) for path, lines in files.items()),
    )


def _line(here: PageContext, told: Told) -> FindingLine:
    finding, place = told.finding, told.finding.place
    lines = lines_of(here.site.sources.get(place.path, ""))
    text = lines[place.line - 1] if 0 < place.line <= len(lines) else ""
    start = min(place.column - 1, len(text))
    end = place.end_column - 1 if place.end_line == place.line else len(text)
    end = max(min(end, len(text)), start)
    page = here.site.map.locations.get(place.path)
    return FindingLine(
        finding.code,
        finding.name,
        str(finding.severity),
        place.line,
        _end_of(text[:start].lstrip()),
        _start_of(text[start:end]),
        _start_of(text[end:].rstrip()),
        finding.message,
        finding.help,
        Ref(page.title or place.path, here.link(page.address, page.anchor)) if page else None,
        said.more_places(here.site.voice, told.count - 1) if told.count > 1 else "",
    )


def _start_of(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _end_of(text: str) -> str:
    return text if len(text) <= _LONGEST else f"…{text[-_LONGEST:]}"
