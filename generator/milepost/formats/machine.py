"""Findings for other programs, as JSON.

In: findings. Out: one array of objects, whose keys are part of milepost's promise.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from milepost.findings import Finding


def as_json(findings: Iterable[Finding]) -> str:
    """One array of objects; paths are relative to the journal, lines and columns count from 1.

    `end_column` is the first column after the span.
    """
    return json.dumps([_one(finding) for finding in findings], ensure_ascii=False, indent=2)


def _one(finding: Finding) -> dict[str, str | int]:
    place = finding.place
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "message": finding.message,
        "help": finding.help,
        "url": finding.url,
    }
