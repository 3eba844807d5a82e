"""The file of a goal that was read off a list.

In: a wish, and the keys that are left blank with a question. Out: the text of the file. It says
where it comes from, brings nothing that the list does not say, and is private.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import date
from functools import cache
from pathlib import Path

from milepost.addresses import STEERING
from milepost.adopting.wish import Wish
from milepost.scaffold.files import quoted

KEYS = ("specific", "measurable", "achievable", "relevant", "time_bound", "status", "readings")
"""The keys that a list may say or leave open, in the order of the file."""
_PAD = 26


@cache
def questions() -> dict[str, str]:
    """What is asked where a key is left blank."""
    text = (Path(__file__).parent / "texts" / "questions.txt").read_text(encoding="utf-8")
    return dict(line.split(": ", 1) for line in text.splitlines())


def said(wish: Wish, day: date) -> dict[str, str]:
    """What the list says by key, as it stands in the file; `day` is that on which it is read."""
    window = " to ".join(str(each) for each in (wish.start, wish.due) if each) if wish.due else ""
    found = {
        "specific": quoted(wish.specific) if wish.specific else "",
        "measurable": quoted(wish.measurable) if wish.measurable else "",
        "relevant": quoted(wish.relevant) if wish.relevant else "",
        "time_bound": window,
        "status": quoted(wish.status) if wish.status else "",
        "readings": f"[{day} ={wish.now}]" if wish.now else "",
    }
    told = {*wish.unclear, *_brought(wish)}
    return {key: value for key, value in found.items() if value and key not in told}


def _brought(wish: Wish) -> set[str]:
    """The keys that the list has in milepost's own form."""
    return {line.partition(": ")[0] for line in wish.keys}


def goal_text(wish: Wish, origin: str, day: date, blank: Collection[str]) -> str:
    """The file of a goal; `origin` is the path of the list, `blank` the keys that are asked."""
    if wish.whole:
        return _with_blanks(wish.whole, blank)
    return "\n".join(_lines(wish, origin, day, blank)) + "\n"


def _lines(wish: Wish, origin: str, day: date, blank: Collection[str]) -> Iterator[str]:
    values = said(wish, day)
    yield "---"
    yield f"# {_flat(origin)}, {wish.line}"
    yield f"title: {quoted(wish.title)}"
    if wish.area:
        yield f"area: {quoted(wish.area)}"
    for key in KEYS:
        if key in _brought(wish):
            continue
        if key in wish.unclear or (key in blank and key not in values):
            yield _blank(key, wish.unclear.get(key, ""))
        elif key in values:
            yield f"{key}: {values[key]}"
    for line in wish.keys:
        name, _, value = line.partition(": ")
        yield f"{name}: {quoted(value)}"
    yield "visibility: private"
    yield "---"
    yield from wish.below


def _blank(key: str, words: str = "") -> str:
    about = f"“{_flat(words)}”: " if words else ""
    return f"{key + ':':<{_PAD}}# {about}{questions()[key]}"


def _flat(words: str) -> str:
    return " ".join(STEERING.sub(" ", words).split())


def _with_blanks(text: str, blank: Collection[str]) -> str:
    """A file that is a goal already, with the blanks at the end of its front matter."""
    lines = text.split("\n")
    end = [n for n, line in enumerate(lines) if re.fullmatch(r"\s*(?:---|\.\.\.)\s*", line)]
    if len(end) < 2 or not blank:
        return text
    asked = [_blank(key) for key in KEYS if key in blank]
    return "\n".join([*lines[: end[1]], *asked, *lines[end[1] :]])
