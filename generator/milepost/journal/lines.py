"""What the lines of a file tell and YAML does not: placeholders, `#tags`, typographic quotes.

In: a node and the lines of its file. Out: the placeholder that stands there, or findings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from milepost.findings import Finding
from milepost.journal import faults
from milepost.journal.nodes import Node, Text

_PLACEHOLDER = re.compile(
    r"(?:YYYY|yyyy|JJJJ|AAAA)\b.*|<[^<>]+>|\.{3}|…|TODO|TBD|FIXME|XXX|.*\{\{.*\}\}.*|.*<%.*%>.*"
)
LONGEST = 2000
"""Characters of a one-line value, far above what anybody writes."""


def placeholder(node: Node, lines: Sequence[str]) -> str:
    """The placeholder of a template that was never filled in, if one stands here."""
    if isinstance(node, Text):
        text = node.value.strip()
        return text if len(node.value) < LONGEST and _PLACEHOLDER.fullmatch(text) else ""
    line = lines[node.place.line - 1] if node.place.line <= len(lines) else ""
    start = line[node.place.column - 1 :]
    return start.strip() if start.startswith(("{{", "<%")) else ""


def dropped(node: Text, lines: Sequence[str]) -> Iterator[Finding]:
    """What YAML drops or keeps without a word: `#tag`, typographic quotes."""
    place = node.place
    if place.end_line > len(lines) or "\n" in node.value:
        return
    rest = lines[place.end_line - 1][place.end_column - 1 :]
    if not node.value:
        rest = lines[place.line - 1].partition(":")[2]
    if match := re.match(r"\s*(#[^\s#].*)", rest):
        if node.value and not re.match(r"\s", rest):
            return
        yield faults.hash_comment(place, match[1].strip())
    if not node.quoted and re.match(r"[“„«‘]", node.value) and len(node.value) > 1:
        yield faults.typographic_quotes(place, node.value[0])
