"""Findings and rules as text: for people, for editors, for other programs.

In: findings, the texts they point into. Out: strings; nothing is printed here.
"""

from milepost.formats.explained import explanation
from milepost.formats.github import as_github, as_github_for_others
from milepost.formats.machine import as_json
from milepost.formats.page import as_html
from milepost.formats.sarif import as_sarif
from milepost.formats.text import as_text, by_rule, summary

__all__ = [
    "as_github",
    "as_github_for_others",
    "as_html",
    "as_json",
    "as_sarif",
    "as_text",
    "by_rule",
    "explanation",
    "summary",
]
