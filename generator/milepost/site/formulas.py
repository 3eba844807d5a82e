"""TeX as MathML, drawn when the site is made.

In: the TeX of a formula. Out: a `<math>` that holds the TeX as its annotation, or None where it
cannot be drawn, so that it stays as code. Of what the library makes only known elements and
attributes are written, each anew; no word of a note becomes a tag, an address or a style.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from html import escape, unescape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_LONGEST, _DEEPEST = 3000, 40
"""A formula has at most so many letters, and so many braces and the like within one another."""
_WIDEST = 24
"""So many signs of a formula fit into a line of a narrow page."""
_PARTS = {
    **dict.fromkeys(("mfrac", "mroot", "msub", "msup", "munder", "mover"), 2),
    **dict.fromkeys(("msubsup", "munderover"), 3),
}
"""Elements that have a number of parts, and are not drawn with another."""
_GROUPS = frozenset(
    ("mrow", "msqrt", "mstyle", "mpadded", "mphantom", "menclose", "mtable", "mtr", "mtd")
)
_LEAVES = frozenset(("mi", "mn", "mo", "mtext", "mspace"))
_ATTRIBUTES = frozenset(
    (
        *("accent", "columnalign", "columnlines", "columnspacing", "depth", "displaystyle"),
        *("fence", "form", "height", "largeop", "linebreak", "linethickness", "lspace"),
        *("mathsize", "mathvariant", "maxsize", "minsize", "movablelimits", "notation"),
        *("rowlines", "rowspacing", "rspace", "scriptlevel", "separator", "stretchy"),
        *("symmetric", "voffset", "width"),
    )
)
_ENTITY = re.compile(r"&#?\w+;")
_ESCAPED = re.compile(r"\\([%$&#_{}])")
_VALUE = re.compile(r"[\w.+% -]{1,60}", re.ASCII)
_DEFINES = re.compile(
    r"\\(?:re|provide)?(?:newcommand|newenvironment)|\\[egx]?def\b|\\let\b|\\Declare"
)
"""What makes words of one's own, of which a few can stand for a book."""
_SAME = {
    **dict.fromkeys(("aligned", "split"), "align*"),
    **dict.fromkeys(("gather", "gather*", "gathered"), "matrix"),
    **dict.fromkeys(("equation", "equation*", "math", "displaymath"), ""),
}
"""Environments that the library does not know, by one that looks the same, or by nothing."""
_ENVIRONMENT = re.compile(r"\\(begin|end)\{([a-z]+\*?)\}")
_OPENS, _CLOSES = re.compile(r"\{|\[|\\left\b|\\begin\b"), re.compile(r"\}|\]|\\right\b|\\end\b")


class _CannotDrawError(Exception):
    """What the library made is not what was written."""


def is_long(drawn: str) -> bool:
    """Whether a drawn formula may be wider than a narrow page: in a line it is never broken."""
    return len(re.sub(r"<annotation.*|<[^>]*>", "", drawn, flags=re.DOTALL)) > _WIDEST


@lru_cache(maxsize=4096)
def mathml(tex: str, *, block: bool) -> str | None:
    r"""A formula as MathML; `block` says that it stands in lines of its own.

    >>> mathml("x^2", block=False)[:56]
    '<math><semantics><mrow><msup><mi>x</mi><mn>2</mn></msup>'
    >>> mathml(r"\frac{1}", block=False), mathml(r"\unheard{x}", block=False)
    (None, None)
    """
    if len(tex) > _LONGEST or _depth(tex) > _DEEPEST or _DEFINES.search(tex):
        return None
    try:
        drawn = "".join(_written(_made(tex, block=block)))
    except Exception:  # the library raises whatever comes, and no formula ends a build
        return None
    display = ' display="block"' if block else ""
    return (
        f"<math{display}><semantics>{drawn}"
        f'<annotation encoding="application/x-tex">{escape(tex)}</annotation></semantics></math>'
    )


def _depth(tex: str) -> int:
    deepest = depth = 0
    for sign in re.finditer(rf"({_OPENS.pattern})|{_CLOSES.pattern}", tex):
        depth = depth + 1 if sign[1] else max(0, depth - 1)
        deepest = max(deepest, depth)
    return deepest


def _made(tex: str, *, block: bool) -> Element:
    """What the library makes of the formula, without its own `<math>`."""
    from latex2mathml.converter import Converter  # few notes have a formula

    def same(match: re.Match[str]) -> str:
        name = _SAME.get(match[2], match[2])
        return rf"\{match[1]}{{{name}}}" if name else ""

    display = "block" if block else "inline"
    (row,) = Converter(display=display).convert_to_element(_ENVIRONMENT.sub(same, tex))
    return row


def _written(element: Element) -> Iterator[str]:
    """An element and all within it, each of its names and values from the lists above."""
    tag, parts = str(element.tag), list(element)
    if tag in _LEAVES:
        if parts:
            raise _CannotDrawError
    elif tag not in _GROUPS and len(parts) != _PARTS.get(tag, -1):
        raise _CannotDrawError
    text = element.text or ""
    if (text and tag not in _LEAVES) or (element.tail or "").strip():
        raise _CannotDrawError
    # The library leaves what it does not know as it is written.
    if tag == "mtext":
        text = _ESCAPED.sub(r"\1", text)
    unknown = r"\\" if tag == "mtext" else r"[\\{}$#&]"
    one = tag != "mtext" and text in {"{", "}", "&"}
    if one or (len(text) > 1 and re.search(unknown, _ENTITY.sub("", text))):
        raise _CannotDrawError
    yield f"<{tag}{''.join(_attributes(element.items()))}>{escape(unescape(text), quote=False)}"
    for part in parts:
        yield from _written(part)
    yield f"</{tag}>"


def _attributes(written: Iterable[tuple[str, str]]) -> Iterator[str]:
    for name, value in sorted(written):
        if name in _ATTRIBUTES and _VALUE.fullmatch(value):
            yield f' {name}="{value}"'
