"""Where each word stands, in files of which the script of the search takes those that it needs.

In: the pages that can be found, with their headings. Out: style sheets by name. Their text is data,
in one property each: a style sheet is the only thing that a page which was opened from disk may
load by its policy, and nothing in it can run.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

Line = tuple[str, str, str, Sequence[tuple[str, str]]]
"""A page: its title, a word beside it, the link to it, and each heading with its link."""

PAGES = 400
"""So many pages stand in a file."""

LETTERS = 60_000
"""So many letters has a file of words, or as many as its one word needs."""

_WORD = re.compile(r"[^\W_]+")
_KEPT_OUT = re.compile('[%"\\\\|~\x00-\x1f\x7f]')


def word_files(lines: Sequence[Line], pages: int = PAGES, letters: int = LETTERS) -> dict[str, str]:
    """The files by name: `words.css`, `words-1.css` …, `pages-1.css` ….

    `pages-1` has the first so many lines, each with its fields parted by `~`. `words-1` has words
    in their order, each followed by the places of its lines: the first one, then how far on each
    next one is. `words` has how many lines are in a file of pages, then the first word of each
    file of words.
    """
    found: dict[str, list[int]] = {}
    for place, (title, note, _, headings) in enumerate(lines):
        text = " ".join((title, note, *(words for words, _ in headings)))
        for word in dict.fromkeys(words_of(text)):
            found.setdefault(word, []).append(place)
    ordered = sorted(found, key=lambda word: word.encode("utf-16-be"))  # as scripts compare
    files, firsts = {}, []
    said = [f"{word} {' '.join(map(str, _steps(found[word])))}" for word in ordered]
    for number, chunk in enumerate(_chunks(said, letters), 1):
        firsts.append(chunk[0].partition(" ")[0])
        files[f"words-{number}"] = "|".join(chunk)
    for number, start in enumerate(range(0, len(lines), pages), 1):
        files[f"pages-{number}"] = "|".join(map(_fields, lines[start : start + pages]))
    files["words"] = "|".join((str(pages), *firsts))
    return {
        f"{name}.css": f'@charset "utf-8";\n:root{{--{name}:"{text}"}}\n'
        for name, text in files.items()
    }


def words_of(text: str) -> list[str]:
    """The words of a text as they are looked up: small, without accents and signs.

    >>> words_of("Café, 2. Teil")
    ['cafe', '2', 'teil']
    """
    if not text.isascii():  # most texts are, and need no look at each sign
        apart = unicodedata.normalize("NFD", text)
        text = "".join(sign for sign in apart if unicodedata.category(sign)[0] != "M")
    return _WORD.findall(text.lower())


def _steps(places: list[int]) -> Iterator[int]:
    yield places[0]
    for before, place in zip(places, islice(places, 1, None), strict=False):
        yield place - before


def _chunks(said: Iterable[str], letters: int) -> Iterator[list[str]]:
    chunk: list[str] = []
    room = letters
    for one in said:
        if chunk and len(one) > room:
            yield chunk
            chunk, room = [], letters
        chunk.append(one)
        room -= len(one) + 1
    if chunk:
        yield chunk


def _fields(line: Line) -> str:
    title, note, href, headings = line
    parts = (title, note, href, *(field for heading in headings for field in heading))
    return "~".join(_KEPT_OUT.sub(_escaped, part) for part in parts)


def _escaped(sign: re.Match[str]) -> str:
    return f"%{ord(sign[0]):02X}"
