"""What makes a goal measurable by its words: in go its features, out come the places that prove it.

A figure, a grade, an absolute state, a habit, or something that is plainly done or not done.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.wording.features import Features
from milepost.checks.wording.lexicon import Lexicon, Plain, Span

Sign = tuple[str, Span]
"""What a place in the plain text is a sign of, as `Reason.kind` names it; and the place."""

SHORT_WORDS = 4
"""A goal of fewer words says what only with a figure."""
WORDS_FOR_A_LIKELY_OUTCOME = 6
"""Without a date, an outcome such as "build" needs this many words to say where it ends."""
NEAR = 30
"""How many letters on a word still belongs to what was said before."""


def signs_of_a_measure(words: Lexicon, simple: Plain, seen: Features) -> Iterator[Sign]:
    """What lets somebody else say afterwards whether, or how far, the goal was reached."""
    wish = bool(seen.direction or seen.state or seen.hedge)
    for number in seen.measures:
        if not _tells_whom(words, simple.text, seen, number.start):
            yield "figure", (number.start, number.end)
    for place in seen.grades:
        yield "grade", place
    if not (seen.direction or seen.hedge or seen.fog):
        yield from (("absolute", place) for place in seen.absolutes)
    if not (wish or seen.fog):
        yield from (("habit", place) for place in seen.habits)
        if not seen.effort:
            yield from (("habit", place) for place in seen.wholes)
        yield from (("habit", (end.start, end.end)) for end in seen.ends if end.kind == "lasting")
    yield from (("done-or-not", place) for place in seen.witnessed)
    if not (seen.direction or seen.hedge or seen.fog or seen.open_ended):
        yield from (("habit", place) for place in seen.occasioned)
        yield from (("done-or-not", place) for place in seen.named_role)
    done = done_or_not(words, simple.text, seen)
    if done is not None:
        yield "done-or-not", done


def _tells_whom(words: Lexicon, text: str, seen: Features, start: int) -> bool:
    """Whether a number says of whom or what a wish is told, not how far it shall go."""
    wish = bool(seen.direction or seen.state or seen.hedge)
    before = text[:start]
    by_doing = any(m.start() < start <= m.start() + NEAR for m in words.find("means", text))
    return (
        (wish and not by_doing and words.pattern("weak_number").match(text, start) is not None)
        or ((wish or bool(seen.effort)) and words.ends_with("possessed", before))
        or (bool(seen.direction) and words.ends_with("scope", before))
    )


def done_or_not(words: Lexicon, text: str, seen: Features) -> Span | None:
    """Where a goal without a figure names what is done or not: a certificate, a launch, a role."""
    if seen.open_ended:
        return None
    if seen.count <= SHORT_WORDS and (short := _in_few_words(words, text, seen)):
        return short
    if seen.count < SHORT_WORDS:
        return None
    finished = [place for place in seen.completion if not _before_fog(seen, place)]
    named = [*_acquired(words, text, seen), *_roles(words, text, seen)]
    start = min([place[0] for place in (*finished, *named)], default=None)
    if start is None and not seen.outcome and not seen.ends:
        return None
    if _is_wish(words, text, seen, start, (*named, *finished)):
        return None
    definite = words.pattern("definite").search(text)
    if finished and (seen.ends or seen.count > SHORT_WORDS or named or definite):
        return finished[0]
    if seen.fog or seen.effort:
        return None
    if named and (seen.ends or seen.outcome or finished):
        return named[0]
    if seen.firm and (seen.count > SHORT_WORDS or not seen.outcome):
        return seen.outcome[0] if seen.outcome else (0, seen.head)
    if seen.building and seen.count >= WORDS_FOR_A_LIKELY_OUTCOME and not seen.hedge:
        return seen.building[0]
    if seen.count > WORDS_FOR_A_LIKELY_OUTCOME and _soon(words, text, seen):
        return (0, seen.head)
    return None


def _in_few_words(words: Lexicon, text: str, seen: Features) -> Span | None:
    """The few short goals that say all: "Ship dark mode", "Submit my thesis"."""
    if seen.count < SHORT_WORDS - 1 or seen.direction:
        return None
    found = words.pattern("sure_things").match(text)
    found = found or words.pattern("sure_credentials").match(text)
    found = found or words.pattern("sure_debts").match(text)
    return found.span() if found else None


def _is_wish(
    words: Lexicon, text: str, seen: Features, start: int | None, named: tuple[Span, ...]
) -> bool:
    """Whether direction, state or hedge outweigh what would be done by the place `start`."""
    if seen.direction:
        return True
    first = len(text) if start is None else start
    for begin, end in seen.state:
        becoming = words.pattern("becoming").match(text, begin)
        shown = words.pattern("able_to_show").match(text, begin)
        if shown and seen.firm and not seen.fog:
            continue
        towards = any(end <= place[0] <= end + NEAR or place[0] == begin for place in named)
        if begin < first and not (becoming and towards) and not _leads_on(words, text, seen, end):
            return True
    mild = {match.start() for match in words.find("mild_hedges", text)}
    hard = [place for place in seen.hedge if place[0] not in mild]
    return bool(hard) or bool(seen.hedge and not seen.ends)


def _leads_on(words: Lexicon, text: str, seen: Features, end: int) -> bool:
    """A state may only lead to what is done: "Learn to drive and pass my test by June"."""
    then = [place for place in (*seen.completion, *seen.outcome) if place[0] >= end]
    return seen.firm and any(words.ends_with("and_then", text[:at]) for at, _ in then)


def _before_fog(seen: Features, place: Span) -> bool:
    """Whether a completion's object has no edge: "complete great things"."""
    return any(place[0] <= fog[0] <= place[1] + NEAR and fog[0] >= place[1] for fog in seen.fog)


def _soon(words: Lexicon, text: str, seen: Features) -> bool:
    """Whether a stretch is near enough to be a plan: "this month", but not "this year"."""
    near = (
        not words.pattern("long_stretch").search(text[end.start : end.end]) for end in seen.ends
    )
    return any(near) and not (seen.hedge or seen.avoidance)


def _acquired(words: Lexicon, text: str, seen: Features) -> list[Span]:
    """Credentials that are to be had: "earn the certificate", not "make progress on my PhD"."""
    verbs = [match.end() for match in words.find("acquiring", text)]
    return [
        place
        for place in seen.credential
        if not any(verb <= place[0] for verb in verbs)
        or any(verb <= place[0] <= verb + NEAR for verb in verbs)
    ]


def _roles(words: Lexicon, text: str, seen: Features) -> list[Span]:
    """A role is had or not, where an end is named: "Become a registered nurse by June"."""
    if not seen.ends or not words.pattern("into_role").search(text):
        return []
    return [match.span() for match in words.find("roles", text)]
