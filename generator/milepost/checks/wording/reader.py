"""The wording of goals read with a memory: what was seen in a text is not looked for again.

In: texts, their language, and a memory of earlier runs. Out: what the judges of this room say. To
read one word list and to make its patterns takes longer than all else that is checked, and a goal
is read a thousand times for each time that its words change.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

from milepost.checks.wording.deadlines import Deadline, deadlines
from milepost.checks.wording.figures import Figure, figures
from milepost.checks.wording.judgement import Judgement, Reason, judge
from milepost.checks.wording.lexicon import lexicon, plain
from milepost.checks.wording.rewriting import rewrite
from milepost.journal.measures import parse_measure
from milepost.journal.remembered import NOT_SO, Memory
from milepost.journal.values import Measure
from milepost.journal.words import Kind

T = TypeVar("T")

_FOR = re.compile(r", (?:to|for) \w")


@dataclass(frozen=True, slots=True)
class _Form(Generic[T]):
    """How what was read is told as plain data, and known again."""

    told: Callable[[T], Any]
    known: Callable[[Any], T]


def _as_it_is(kind: type[T]) -> _Form[T]:
    def known(data: Any) -> T:
        if type(data) is not kind:
            raise TypeError(data)
        return data

    return _Form(lambda value: value, known)


def _judgement(
    smart: bool, specific: bool, measurable: bool, time_bound: bool, reasons: list[Any]
) -> Judgement:
    return Judgement(
        *(smart, specific, measurable, time_bound),
        tuple(
            Reason(criterion, kind, (start, end), words, holds)
            for criterion, kind, (start, end), words, holds in reasons
        ),
    )


_TEXT, _NUMBER, _YES_NO = _as_it_is(str), _as_it_is(int), _as_it_is(bool)
_KINDS: dict[Any, Kind | None] = {"": None, **{kind.value: kind for kind in Kind}}
_KIND: _Form[Kind | None] = _Form(lambda kind: kind.value if kind else "", _KINDS.__getitem__)
_JUDGEMENT: _Form[Judgement] = _Form(
    lambda it: [
        *(it.smart, it.specific, it.measurable, it.time_bound),
        [[one.criterion, one.kind, [*one.span], one.words, one.holds] for one in it.reasons],
    ],
    lambda data: _judgement(*data),
)
_FIGURES: _Form[tuple[Figure, ...]] = _Form(
    lambda found: [
        [one.start, one.end, [*one.span], one.words, one.value, one.high, one.unit, one.role]
        for one in found
    ],
    lambda data: tuple(
        Figure(first, last, (start, end), *more) for first, last, (start, end), *more in data
    ),
)
_DEADLINES: _Form[tuple[Deadline, ...]] = _Form(
    lambda found: [
        [[*one.span], one.words, one.day and one.day.isoformat(), one.kind, one.firm]
        for one in found
    ],
    lambda data: tuple(
        Deadline((start, end), words, day and date.fromisoformat(day), kind, firm)
        for (start, end), words, day, kind, firm in data
    ),
)


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads texts of one language."""

    language: str
    memory: Memory | None = None

    def judge(self, text: str) -> Judgement:
        """As `judgement.judge`."""
        return self._read("judged", text, None, lambda: judge(text, self.language), _JUDGEMENT)

    def figures(self, text: str) -> tuple[Figure, ...]:
        """As `figures.figures`."""
        return self._read("figures", text, None, lambda: figures(text, self.language), _FIGURES)

    def deadlines(self, text: str, today: date) -> tuple[Deadline, ...]:
        """As `deadlines.deadlines`."""
        return self._read(
            "deadlines", text, today, lambda: deadlines(text, today, self.language), _DEADLINES
        )

    def rewrite(self, text: str) -> str:
        """As `rewriting.rewrite`; an empty text where that has none."""

        def find() -> str:
            return rewrite(text, self.language) or ""

        return self._read("rewritten", text, None, find, _TEXT)

    def without_end(self, made: str) -> str:
        """What `rewrite` made, without the gap for the end."""

        def shorter() -> str:
            words, left = lexicon(self.language), made
            if words is not None:
                for name in ("when", "until"):
                    left = left.removesuffix(words.data["gaps"][name]).rstrip()
            return left

        return self._read("endless", made, None, shorter, _TEXT)

    def buzzword(self, text: str) -> str:
        """The first superlative or word of fashion, or nothing."""

        def find() -> str:
            words, simple = lexicon(self.language), plain(text)
            found = next(words.find("buzzwords", simple.text), None) if words else None
            return simple.words(*found.span()) if found else ""

        return self._read("buzzword", text, None, find, _TEXT)

    def says_what_for(self, text: str) -> bool:
        """Whether a text gives a reason; one of a language without a word list does."""

        def find() -> bool:
            words, said = lexicon(self.language), plain(text).text
            return words is None or bool(words.pattern("purpose").search(said) or _FOR.search(said))

        return self._read("what for", text, None, find, _YES_NO)

    def reason_at(self, text: str) -> int:
        """Where the reason begins (“so that …”); where it is none or all, the text's end."""

        def find() -> int:
            words, simple = lexicon(self.language), plain(text)
            reason = words.pattern("purpose").search(simple.text) if words else None
            return simple.span(*reason.span())[0] if reason and reason.start() else len(text)

        return self._read("reason", text, None, find, _NUMBER)

    def kind_of(self, words: str) -> Kind | None:
        """The kind of measure that words are, written behind `measurable:` as they stand."""
        return self._read("measure", words, None, lambda: _kind_of(words), _KIND)

    def _read(
        self, what: str, text: str, day: date | None, read: Callable[[], T], form: _Form[T]
    ) -> T:
        if self.memory is None or not self.memory.lasting:
            return read()
        key = ("words", what, text, str(day), self.language)
        try:
            return form.known(self.memory.get(key))
        except NOT_SO:
            found = read()
            self.memory.put(key, form.told(found))
            return found


def _kind_of(words: str) -> Kind | None:
    if re.search(r": |\s#|^[^\w€$£¥₹+-]", words):
        return None  # YAML would take this for something else
    read = parse_measure(words)
    return read.kind if isinstance(read, Measure) and (read.to or read.from_ or read.by) else None
