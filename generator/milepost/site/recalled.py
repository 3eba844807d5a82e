"""Pages of an earlier build, each recalled while all that it asked is answered as it was.

In: a memory, a site, and what stands in the output folder. Out: pages that need not be made, and
for the next build what those asked that were made. Of a page no bytes are kept, only their
fingerprint: they are read from where the earlier build wrote them, and count if they are the same.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from milepost.journal.remembered import NOT_SO, Memory
from milepost.site.asking import Answers, Question
from milepost.site.site_map import SitePage

Stands = Callable[[str], bytes | None]
"""The bytes of a file in the output folder, by its address, if it is there."""


def nothing_stands(_address: str) -> bytes | None:
    """An output folder in which there is nothing yet."""
    return None


@dataclass(frozen=True, slots=True)
class MadePage:
    """A page as it was made: its file's bytes, the files that it shows, and what it asked."""

    data: bytes
    shown: Mapping[str, str]
    asked: tuple[Question, ...]


class Recalled:
    """What earlier builds noted of their pages.

    `made_with` is all that pages are made from beside what they ask.
    """

    def __init__(self, memory: Memory, answers: Answers, made_with: object) -> None:
        self._memory = memory
        self._answers = answers
        self._key = ("pages", answers.of(made_with))
        self._questions: list[tuple[Question, str]] = []
        self._pages: dict[str, list[Any]] = {}
        self._good: dict[int, bool] = {}
        try:
            asked, pages = memory.get(self._key)
            self._questions = [
                ((way, how, _frozen(given)), said) for way, how, given, said in asked
            ]
            self._pages = dict(pages)
        except NOT_SO:
            self._questions, self._pages = [], {}

    def page(self, page: SitePage, file: str, stands: Stands) -> MadePage | None:
        """A page as it stands there, if to make it would make the same."""
        try:
            told, asked, shown, fingerprint = self._pages[file]
            if told != self._answers.of(page) or not all(map(self._as_it_was, asked)):
                return None
            data = stands(file)
            if data is None or _fingerprint(data) != fingerprint:
                return None
            self._memory.in_part()
            questions = tuple(self._questions[number][0] for number in asked)
            return MadePage(data, dict(shown), questions)
        except NOT_SO:
            return None

    def _as_it_was(self, number: int) -> bool:
        """Whether a question is answered as it was; each is asked once."""
        good = self._good.get(number)
        if good is None:
            question, said = self._questions[number]
            good = self._good[number] = self._answers.to(question) == said
        return good

    def keep(self, pages: Mapping[str, tuple[SitePage, MadePage]]) -> None:
        """Note all pages of a build, by their files, for the next one."""
        numbers: dict[Question, int] = {}
        noted = {
            file: [
                self._answers.of(page),
                [numbers.setdefault(question, len(numbers)) for question in made.asked],
                dict(made.shown),
                _fingerprint(made.data),
            ]
            for file, (page, made) in pages.items()
        }
        asked = [[*question, self._answers.to(question)] for question in numbers]
        self._memory.put(self._key, [asked, noted])


def _fingerprint(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def _frozen(given: Any) -> Any:
    """What was plain data with tuples in it, and has lists now."""
    return tuple(map(_frozen, given)) if isinstance(given, list) else given
