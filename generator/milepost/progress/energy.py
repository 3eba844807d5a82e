"""What gives energy and what takes it, as entries tell it under their headings and in lines.

In: a `Report`. Out: `Told` things, the most often told first. A section `Energised by` gives one
for each of its lines; a line `Energised by: the ledge, an evening with Kasia` gives two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from milepost.journal.line_marks import BOX, BULLET, ITEM
from milepost.journal.model import Entry
from milepost.journal.prose import SECTIONS
from milepost.progress.report import Report

ENERGISED, DRAINED = "energised", "drained"
"""The sections of an entry that are gathered, by the names of `SECTIONS`."""

_MARK = re.compile(rf"^\s*{ITEM}\s+(?:{BOX}\s+)?")
_LINE = re.compile(
    rf"^[\s>]*(?:{BULLET}\s+)?[*_]{{0,2}}(?P<name>[\w ]+?)[*_]{{0,2}}\s*:[*_]{{0,2}}\s*"
    r"(?P<what>\S.*)$"
)


@dataclass(frozen=True, slots=True)
class Told:
    """A thing in its latest words, and the entries that tell of it, the latest first."""

    words: str
    entries: tuple[Entry, ...]


def told(report: Report, section: str) -> tuple[Told, ...]:
    """What entries tell in a section, the most often told first, then the latest."""
    found: dict[str, tuple[str, list[Entry]]] = {}
    for entry in reversed(report.entries):
        for words in dict.fromkeys(_words(entry, section)):
            _, entries = found.setdefault(_alike(words), (words, []))
            if entry not in entries:
                entries.append(entry)
    every = [Told(words, tuple(entries)) for words, entries in found.values()]
    return tuple(sorted(every, key=lambda one: -len(one.entries)))


def _words(entry: Entry, section: str) -> Iterator[str]:
    text = entry.prose.text
    folded = text.casefold()
    if not any(name in folded for name in SECTIONS[section]):
        return
    for part in entry.outline.sections:
        if part.name == section:
            yield from _lines(part.text)
    code = entry.prose.sure_code
    for number, line in enumerate(text.split("\n")):
        match = _LINE.match(line) if number not in code else None
        if match and " ".join(match["name"].lower().split()) in SECTIONS[section]:
            yield from filter(None, (one.strip(" .") for one in re.split(r"[,;]", match["what"])))


def _lines(text: str) -> Iterator[str]:
    """The points of a list; of prose, its paragraphs."""
    if any(_MARK.match(line) for line in text.split("\n")):
        parts = re.split(rf"\n(?=\s*{ITEM}\s)", text)
    else:
        parts = re.split(r"\n\s*\n", text)
    for part in parts:
        words = " ".join(_MARK.sub("", part, count=1).split())
        if words and not words.startswith((":::", "```", "#")):
            yield words.rstrip(".")


def _alike(words: str) -> str:
    """What is the same when it is told: signs and the size of letters do not count."""
    return " ".join(re.findall(r"\w+", words.casefold()))
