"""A paper as Markdown, for whatever it is pasted into.

In: `Paper`. Out: text that ends with a line. Its words are escaped: what looks like markup in them
stays what it looks like.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from milepost.exporting.achievements import Evidence, Line, Paper

_SIGNS = re.compile(r"([\\`*_{}\[\]<>|~$^=#&])")


def as_markdown(paper: Paper) -> str:
    """The paper with a heading for each part and an item for each line of it."""
    blocks = [f"# {_escaped(paper.title)}", f"*{_escaped(paper.stretch)}*"]
    blocks += [_escaped(paper.lead)] if paper.lead else []
    for part in paper.parts:
        blocks += [f"## {_escaped(part.heading)}", "\n".join(map(_item, part.lines))]
    return "\n\n".join(blocks) + "\n"


def _item(line: Line) -> str:
    words = f"**{_escaped(line.words)}**"
    told = [f"[{words}]({_address(line.href)})" if line.href else words]
    told += ["; ".join(map(_escaped, line.facts))] if line.facts else []
    return f"- {': '.join(told)}{_links(line.evidence)}"


def _links(evidence: Iterable[Evidence]) -> str:
    links = ", ".join(f"[{_escaped(one.words)}]({_address(one.href)})" for one in evidence)
    return f" ({links})" if links else ""


def _escaped(text: str) -> str:
    """Words that Markdown takes for nothing but words, on one line, not at its very start."""
    return _SIGNS.sub(r"\\\1", " ".join(text.split()))


def _address(href: str) -> str:
    """A link's address, with what would end it written with %-signs."""
    return re.sub(r"[\s()<>]", lambda match: f"%{ord(match[0]):02X}", href)
