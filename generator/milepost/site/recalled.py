"""Pages of an earlier build, each recalled while all that it asked is answered as it was.

In: a memory, a site, and what stands in the output folder. Out: pages that need not be made, and
for the next build what those asked that were made. Of a page no bytes are kept, only their
fingerprint: they are read from where the earlier build wrote them, and count if they are the same.

All pages say in one sentence when the site was made and of how much, which is another each day and
with each new entry: where nothing else of a page has changed, that sentence alone is written anew.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
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
    """A page as it was made: its file's bytes, the files that it shows, and what it asked.

    `asked` has the fingerprints of the answers. `places` are those in the bytes at which the
    sentence of the whole stands, where nothing else depends on what it says and it was not asked
    for.
    """

    data: bytes
    shown: Mapping[str, str]
    asked: Mapping[Question, str]
    places: tuple[int, ...] = ()


class Recalled:
    """What earlier builds noted of their pages.

    `made_with` is all that pages are made from beside what they ask; `sentence` is that of the
    whole, as pages have it.
    """

    def __init__(
        self, memory: Memory, answers: Answers, made_with: object, sentence: bytes
    ) -> None:
        self._memory = memory
        self._answers = answers
        self._key = ("pages", answers.of(made_with))
        self._questions: list[tuple[Question, str]] = []
        self._pages: dict[str, list[Any]] = {}
        self._good: dict[int, bool] = {}
        self._sentence, self._before = sentence, b""
        try:
            before, asked, pages = memory.get(self._key)
            self._before = before.encode()
            self._questions = [
                ((way, how, _frozen(given)), said) for way, how, given, said in asked
            ]
            self._pages = dict(pages)
        except NOT_SO:
            self._questions, self._pages = [], {}

    def page(self, page: SitePage, file: str, stands: Stands) -> MadePage | None:
        """A page as it stands there, if to make it would make the same."""
        try:
            told, asked, shown, fingerprint, places = self._pages[file]
            if told != self._answers.of(page) or not all(map(self._as_it_was, asked)):
                return None
            data = stands(file)
            if data is None or _fingerprint(data) != fingerprint:
                return None
            self._memory.in_part()
            answers = dict(self._questions[number] for number in asked)
            data, places = with_sentence(_around(self._before, data, places), self._sentence)
            return MadePage(data, dict(shown), answers, places)
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
        answers: dict[Question, str] = {}
        for _, made in pages.values():
            answers |= made.asked
        numbers = {question: number for number, question in enumerate(answers)}
        noted = {
            file: [
                self._answers.of(page),
                [numbers[question] for question in made.asked],
                dict(made.shown),
                _fingerprint(made.data),
                made.places,
            ]
            for file, (page, made) in pages.items()
        }
        asked = [[*question, said] for question, said in answers.items()]
        self._memory.put(self._key, [self._sentence.decode(), asked, noted])


def with_sentence(parts: Sequence[bytes], sentence: bytes) -> tuple[bytes, tuple[int, ...]]:
    """A page whose parts have the sentence of the whole between them, and the places of that.

    >>> with_sentence([b"<p>", b"</p>"], b"Built today")
    (b'<p>Built today</p>', (3,))
    """
    ends = accumulate(map(len, parts[:-1]))
    places = tuple(end + number * len(sentence) for number, end in enumerate(ends))
    return sentence.join(parts), places


def _around(sentence: bytes, data: bytes, places: Sequence[int]) -> list[bytes]:
    """What of a page is around the sentence. Raises ValueError where that does not stand there."""
    parts, start = [], 0
    for place in places:
        if not data.startswith(sentence, place):
            raise ValueError("another text stands there")
        parts.append(data[start:place])
        start = place + len(sentence)
    return [*parts, data[start:]]


def _fingerprint(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def _frozen(given: Any) -> Any:
    """What was plain data with tuples in it, and has lists now."""
    return tuple(map(_frozen, given)) if isinstance(given, list) else given
