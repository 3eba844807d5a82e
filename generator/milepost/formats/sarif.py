"""Findings as SARIF 2.1.0, the format of code scanning services and editors.

In: findings, texts by path. Out: one log as JSON. Standard: OASIS, Static Analysis Results
Interchange Format, version 2.1.0.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from milepost import __version__
from milepost.checks.catalogue import LETTERS
from milepost.findings import HOME, Finding, Severity, lines_of
from milepost.formats.explained import every_rule
from milepost.journal.examples import explanation_of

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_ROOT = "JOURNAL"
"""The name of the folder that all paths are relative to."""
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}


def as_sarif(
    findings: Sequence[Finding], sources: Mapping[str, str] | None = None, root: str = ""
) -> str:
    """One SARIF log with one run.

    `sources` make the fingerprints, which follow a line when it moves; `root` is the path from the
    repository to the journal, where it does not stand at the top.
    """
    codes = sorted({finding.code for finding in findings})
    run = {
        "tool": {
            "driver": {
                "name": "milepost",
                "version": __version__,
                "informationUri": HOME,
                "rules": [_rule(code, findings) for code in codes],
            }
        },
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {
            _ROOT: {"description": {"text": "The folder that the journal stands in."}}
        },
        "results": [
            _result(finding, codes, (sources or {}).get(finding.place.path, ""), root)
            for finding in findings
        ],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2)


def _rule(code: str, findings: Sequence[Finding]) -> dict[str, Any]:
    """What the log says of a rule; one that is listed nowhere is told by its findings."""
    first = next(finding for finding in findings if finding.code == code)
    rule = next((rule for rule in every_rule() if rule.code == code), None)
    text = rule.text if rule else first.help
    summary = rule.summary if rule else first.message
    return {
        "id": code,
        "name": "".join(part.capitalize() for part in first.name.split("-")),
        "shortDescription": {"text": summary},
        "fullDescription": {"text": " ".join(explanation_of(text).split())},
        "help": {"text": text},
        "helpUri": first.url,
        "defaultConfiguration": {"level": _LEVELS[rule.severity if rule else first.severity]},
        "properties": {"tags": [LETTERS[code[0]]] if code[0] in LETTERS else []},
    }


def _result(finding: Finding, codes: list[str], source: str, root: str) -> dict[str, Any]:
    place = finding.place
    return {
        "ruleId": finding.code,
        "ruleIndex": codes.index(finding.code),
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{_sentence(finding.message)} {_sentence(finding.help)}"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": _location(place.path, root),
                    "region": {
                        "startLine": place.line,
                        "startColumn": place.column,
                        "endLine": place.end_line,
                        "endColumn": place.end_column,
                    },
                }
            }
        ],
        "partialFingerprints": {"milepost/v1": _fingerprint(finding, source)},
    }


def _location(path: str, root: str) -> dict[str, str]:
    whole = f"{root.strip('/')}/{path}" if root.strip("/") else path
    return {"uri": quote(whole, safe="/"), "uriBaseId": _ROOT}


def _fingerprint(finding: Finding, source: str) -> str:
    """The same for the same fault on the same words, wherever the line has moved to."""
    lines = lines_of(source)
    place = finding.place
    line = lines[place.line - 1].strip() if place.line <= len(lines) else ""
    told = "\0".join((finding.code, place.path, line or finding.message))
    return hashlib.sha256(told.encode()).hexdigest()[:32]


def _sentence(text: str) -> str:
    """A text as a sentence; braces are doubled, since single ones hold places (section 3.11.5)."""
    text = text.strip()
    text = text[:1].upper() + text[1:]
    text = text if text.endswith((".", "?", "!")) else f"{text}."
    return text.replace("{", "{{").replace("}", "}}")
