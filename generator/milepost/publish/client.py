"""In: a finished page and what the preview has to say. Out: the copy that the browser is sent.

Only the copy is added to, at its end: the alert, and the script that loads the page again. That
script is the same on every page, so that the pages' own policy can know it by its hash, and lets
no other run.
"""

from __future__ import annotations

import html
import json
from collections.abc import Sequence
from pathlib import Path

from milepost.publish.broadcast import ALERT, Snapshot

STYLE = "/_milepost/client.css"
"""Where a page finds the style of the alert: on its own site, as its policy wants it."""


def client_script() -> str:
    """The script that the preview puts into every page."""
    return _read("client.js")


def client_style() -> str:
    """The stylesheet of the alert."""
    return _read("client.css")


def with_client(page: bytes, snapshot: Snapshot, watched: Sequence[str]) -> bytes:
    """The page (HTML) with the alert of the snapshot, if any, and the script.

    `watched` are the addresses whose change makes the browser load the page again; what else the
    page uses (styles, pictures) the script finds out by itself.
    """
    # A browser moves what follows </html> into the body. So whatever the page is, it stays whole.
    addresses = html.escape(json.dumps([*watched, ALERT]))
    added = (
        f'<script data-watched="{addresses}" data-stamp="{snapshot.stamp}">'
        f"{client_script()}</script>\n"
    )
    return page + ((_alert(snapshot) if snapshot.alert else "") + added).encode()


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


def _alert(snapshot: Snapshot) -> str:
    return (
        f'<link rel="stylesheet" href="{STYLE}">\n'
        '<section id="milepost-alert" aria-labelledby="milepost-alert-title" tabindex="0">\n'
        '<button type="button" hidden>Close</button>\n'
        f'<p id="milepost-alert-title" role="alert">{html.escape(snapshot.title)}</p>\n'
        f"<div>{snapshot.alert}</div>\n"
        "</section>\n"
    )


def _read(name: str) -> str:
    # Line ends decide the hash, and a checkout on Windows may have changed them: read_text mends.
    return Path(__file__).with_name(name).read_text(encoding="utf-8")
