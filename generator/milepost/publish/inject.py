"""In: a finished page and what the preview has to say. Out: the copy that the browser is sent.

Only the copy is changed: before </body> it gets the alert and the script that reloads it.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Sequence
from html.parser import HTMLParser
from pathlib import Path

from milepost.publish.policy import allowing
from milepost.publish.shown import Shown

_META = re.compile(r"""<meta\b(?:[^>"']|"[^"]*"|'[^']*')*>""", re.IGNORECASE)
_END = re.compile(r"</body\s*>", re.IGNORECASE)


def with_preview(page: bytes, shown: Shown, watched: Sequence[str]) -> bytes:
    """The page (HTML in UTF-8) with the alert of `shown`, if any, and the reloading script.

    `watched` are the addresses whose change makes the browser load the page again; what else the
    page uses (styles, pictures) the script finds out by itself.
    """
    # Whatever is not UTF-8 goes through unharmed.
    text = page.decode("utf-8", "surrogateescape")
    script, style = _client("client.js"), _client("client.css")
    text = _META.sub(lambda tag: _loosened(tag.group(), script, style), text)
    ends = [match.start() for match in _END.finditer(text)]
    at = ends[-1] if ends else len(text)
    extra = (_alert(shown, style) if shown.alert else "") + (
        f'<script data-watched="{html.escape(json.dumps(list(watched)))}"'
        f' data-stamp="{shown.stamp}">{script}</script>\n'
    )
    return (text[:at] + extra + text[at:]).encode("utf-8", "surrogateescape")


def plain_page(title: str, words: str) -> bytes:
    """A small page of the preview's own, for when the site has none to show."""
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        '<link rel="icon" href="data:,">\n'
        f"<title>{html.escape(title)}</title>\n</head>\n"
        f"<body>\n<main>\n<h1>{html.escape(title)}</h1>\n<p>{html.escape(words)}</p>\n</main>\n"
        "</body>\n</html>\n"
    ).encode()


def _client(name: str) -> str:
    # Line ends decide the hash, and a checkout on Windows may have changed them: read_text mends.
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


def _alert(shown: Shown, style: str) -> str:
    return (
        f"<style>{style}</style>\n"
        '<section id="milepost-alert" aria-labelledby="milepost-alert-title" tabindex="0">\n'
        '<button type="button" hidden>Close</button>\n'
        f'<p id="milepost-alert-title" role="alert">{html.escape(shown.title)}</p>\n'
        f"<div>{shown.alert}</div>\n"
        "</section>\n"
    )


class _Attributes(HTMLParser):
    """Reads the attributes of a single tag."""

    def __init__(self, tag: str) -> None:
        super().__init__()
        self.found: dict[str, str] = {}
        self.feed(tag)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep them; of two of one name the first counts, as in a browser."""
        if tag == "meta":
            self.found = {name: value or "" for name, value in reversed(attrs)}


def _loosened(tag: str, script: str, style: str) -> str:
    found = _Attributes(tag).found
    if found.get("http-equiv", "").strip().lower() != "content-security-policy":
        return tag
    policy = allowing(found.get("content", ""), script=script, style=style)
    return f'<meta http-equiv="Content-Security-Policy" content="{html.escape(policy)}">'
