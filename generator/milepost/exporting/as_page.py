"""A paper as one page of HTML, to be printed or sent: no file beside it, nothing from elsewhere.

In: `Paper`, the colours and fonts of a theme. Out: text that ends with a line.
"""

from __future__ import annotations

import re
from html import escape
from pathlib import Path

from milepost.exporting.achievements import Line, Paper

_STYLE = Path(__file__).with_name("page.css")
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def as_page(paper: Paper, tokens: str) -> str:
    """The page: `tokens` is a stylesheet that names colours and fonts, as themes do."""
    style = re.sub(r"</", r"<\\/", f"{tokens}\n{_STYLE.read_text(encoding='utf-8')}")
    lead = f'<p class="lead">{escape(paper.lead)}</p>\n' if paper.lead else ""
    parts = "\n".join(
        f"<section>\n<h2>{escape(part.heading)}</h2>\n<ul>\n"
        + "\n".join(map(_item, part.lines))
        + "\n</ul>\n</section>"
        for part in paper.parts
    )
    return f"""<!doctype html>
<html lang="{escape(paper.language)}" dir="{escape(paper.direction)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{escape(f"{paper.title}, {paper.stretch}")}</title>
<style>
{style}</style>
</head>
<body>
<main>
<h1>{escape(paper.title)}</h1>
<p class="stretch">{escape(paper.stretch)}</p>
{lead}{parts}
</main>
</body>
</html>
"""


def _item(line: Line) -> str:
    words = escape(line.words)
    if line.href:
        words = f'<a href="{escape(line.href)}">{words}</a>'
    facts = f"<p>{escape('; '.join(line.facts))}</p>" if line.facts else ""
    links = ", ".join(
        f'<a href="{escape(one.href)}">{escape(one.words)}</a>' for one in line.evidence
    )
    evidence = f'<p class="evidence">{links}</p>' if links else ""
    return f"<li><strong>{words}</strong>{facts}{evidence}</li>"
