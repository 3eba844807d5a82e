"""In: a Content-Security-Policy. Out: the same, loosened by no more than the preview's own needs.

The preview adds one script, one style and one connection to itself; the policy of the published
page is not touched. See https://www.w3.org/TR/CSP3/ for the directives and what they fall back on.
"""

from __future__ import annotations

import base64
import hashlib


def source_hash(code: str) -> str:
    """The source expression that allows one inline script or style: 'sha256-…'."""
    digest = hashlib.sha256(code.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def allowing(policy: str, *, script: str, style: str) -> str:
    """The policy, with this inline script and style (source text) and connections to 'self'."""
    directives = _parsed(policy)
    for names, source in (
        (("script-src-elem", "script-src"), source_hash(script)),
        (("style-src-elem", "style-src"), source_hash(style)),
        (("connect-src",), "'self'"),
    ):
        # The first of these that is there decides; default-src where none is; else all is allowed.
        ruling = next((name for name in (*names, "default-src") if name in directives), None)
        if ruling is not None:
            name = names[-1] if ruling == "default-src" else ruling
            directives[name] = _with(directives[ruling], source)
    return "; ".join(" ".join((name, *sources)) for name, sources in directives.items())


def _parsed(policy: str) -> dict[str, tuple[str, ...]]:
    directives: dict[str, tuple[str, ...]] = {}
    for directive in policy.split(";"):
        name, *sources = directive.split() or [""]
        if name:
            directives.setdefault(name.lower(), tuple(sources))  # a browser ignores the second
    return directives


def _with(sources: tuple[str, ...], source: str) -> tuple[str, ...]:
    kept = tuple(one for one in sources if one.lower() != "'none'")
    if source in kept or (source == "'self'" and "*" in kept):
        return kept
    exact = any(one.lower().startswith(("'sha", "'nonce-")) for one in kept)
    if source != "'self'" and not exact and "'unsafe-inline'" in map(str.lower, kept):
        return kept  # all inline code is allowed already; a hash would end that
    return (*kept, source)
