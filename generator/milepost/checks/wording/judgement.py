"""The text judge: in goes a goal as a sentence, out comes what it is by its wording, with reasons.

It never sees front matter: a goal whose date stands there may be `time_bound=False` here and good
all the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from milepost.checks.wording.features import Features, features_of
from milepost.checks.wording.lexicon import Span, lexicon, plain
from milepost.checks.wording.measurability import SHORT_WORDS, Sign, signs_of_a_measure

Criterion = Literal["specific", "measurable", "time_bound"]


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that the wording tells, for its criterion (`holds`) or against it.

    Kinds for: figure, grade, absolute, habit, done-or-not, deadline, cadence. Against: no-outcome,
    direction-without-figure, state-verb-without-figure, effort-without-figure,
    hedge-without-figure, too-short, buzzword, avoidance, no-figure, figure-is-only-a-name,
    no-deadline, open-ended-time. "avoidance" alone never makes a goal less specific.
    """

    criterion: Criterion
    kind: str
    span: Span
    words: str
    holds: bool = False


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a goal is by its wording.

    `smart` asks for no date, since the front matter or a quarter's plan may hold it; but an
    open-ended time ("someday") undoes it.
    """

    smart: bool
    specific: bool
    measurable: bool
    time_bound: bool
    reasons: tuple[Reason, ...]


@lru_cache(maxsize=2048)  # the same few statements, at each save of a preview
def judge(text: str, language: str = "en") -> Judgement:
    """Judge a goal's wording; any text will do. Without a word list of its language all is well."""
    words = lexicon(language)
    if words is None:
        return Judgement(True, True, True, True, ())
    simple = plain(text)
    seen = features_of(words, simple)
    proof = tuple(signs_of_a_measure(words, simple, seen))
    against = tuple(_against_wording(seen)) if not proof else ()
    mild = tuple(("avoidance", place) for place in seen.avoidance[:1])
    missing = () if proof else tuple(_missing_measure(seen))
    ends = (
        *(("deadline", (end.start, end.end)) for end in seen.ends),
        *(("cadence", place) for place in seen.cadences),
    )
    opened = tuple(("open-ended-time", place) for place in seen.open_ended)
    late = opened if ends or opened else (("no-deadline", (0, 0)),)

    def told(criterion: Criterion, found: tuple[Sign, ...], holds: bool) -> Iterator[Reason]:
        for kind, place in found:
            span = simple.span(*place)
            yield Reason(criterion, kind, span, text[slice(*span)], holds)

    return Judgement(
        smart=bool(proof) and not opened,
        specific=not against,
        measurable=bool(proof),
        time_bound=bool(ends),
        reasons=(
            *told("specific", against + mild, False),
            *told("measurable", proof, True),
            *told("measurable", missing, False),
            *told("time_bound", ends, True),
            *told("time_bound", late, False),
        ),
    )


def _against_wording(seen: Features) -> Iterator[Sign]:
    """Why a goal without any measure does not say what."""
    if seen.count < SHORT_WORDS:
        yield "too-short", (0, 0)
    yield from (("direction-without-figure", place) for place in seen.direction)
    yield from (("state-verb-without-figure", place) for place in seen.state)
    yield from (("effort-without-figure", place) for place in seen.effort)
    yield from (("hedge-without-figure", place) for place in seen.hedge)
    yield from (("buzzword", place) for place in seen.buzzword)
    if not (seen.completion or seen.outcome):
        yield "no-outcome", (0, 0)


def _missing_measure(seen: Features) -> Iterator[Sign]:
    names = [number for number in seen.numbers if number.role == "name"]
    yield from (("figure-is-only-a-name", (number.start, number.end)) for number in names)
    if not names:
        yield "no-figure", (0, 0)
