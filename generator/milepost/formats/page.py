"""Findings as a piece of a web page, for the preview.

In: findings, texts by path. Out: HTML, all of it escaped, without styles or scripts of its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from milepost.findings import Finding
from milepost.formats.excerpt import excerpt


def as_html(findings: Sequence[Finding], sources: Mapping[str, str]) -> str:
    """One article for each finding: where, what, the line with the span marked, the remedy."""
    return "\n".join(_one(finding, sources.get(finding.place.path, "")) for finding in findings)


def _one(finding: Finding, source: str) -> str:
    place = finding.place
    where = f"{place.path}:{place.line}:{place.column}"
    shown = excerpt(place, source)
    line = ""
    if shown and shown.text.strip():
        line = f"<pre>{escape(f'{shown.number:>5} | {shown.text}')}\n"
        line += f"{escape('      | ' + shown.marks)}</pre>"
    return (
        f"<article><p><strong>{escape(finding.message)}</strong></p>"
        f"<p><code>{escape(where)}</code></p>{line}<p>{_code(finding.help)}</p>"
        f'<p><a href="{escape(finding.url)}">{escape(finding.code)} {escape(finding.name)}</a></p>'
        "</article>"
    )


def _code(text: str) -> str:
    """A remedy with what stands between backticks as code."""
    parts = text.split("`")
    if len(parts) % 2 == 0:
        return escape(text)
    return "".join(
        f"<code>{escape(part)}</code>" if index % 2 else escape(part)
        for index, part in enumerate(parts)
    )
