"""What a sentence says, word by word: in goes a plain text, out come its features."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from milepost.checks.wording.deadlines import DeadlineMatch, find_deadlines
from milepost.checks.wording.figures import Figure, find_figures
from milepost.checks.wording.lexicon import Lexicon, Plain, Span


@dataclass(frozen=True, slots=True)
class Features:
    """Places in the plain text, by what they tell; `count` is in words.

    `cadences` are the rhythms in which something is done ("every morning", "3 times a week"): not
    the period of a metric ("raise it to 40 a day"), and not an occasion ("in every meeting").
    `head` is where the goal ends and its "so that" begins. `fog` holds sayings too ("make a dent"),
    whose verbs finish nothing.
    """

    numbers: tuple[Figure, ...]
    ends: tuple[DeadlineMatch, ...]
    open_ended: tuple[Span, ...]
    grades: tuple[Span, ...]
    habits: tuple[Span, ...]
    cadences: tuple[Span, ...]
    wholes: tuple[Span, ...]
    absolutes: tuple[Span, ...]
    direction: tuple[Span, ...]
    state: tuple[Span, ...]
    effort: tuple[Span, ...]
    hedge: tuple[Span, ...]
    fog: tuple[Span, ...]
    buzzword: tuple[Span, ...]
    avoidance: tuple[Span, ...]
    completion: tuple[Span, ...]
    building: tuple[Span, ...]
    outcome: tuple[Span, ...]
    credential: tuple[Span, ...]
    witnessed: tuple[Span, ...]
    occasioned: tuple[Span, ...]
    named_role: tuple[Span, ...]
    count: int
    head: int

    @property
    def measures(self) -> tuple[Figure, ...]:
        """The numbers that measure something."""
        return tuple(number for number in self.numbers if number.role == "measure")

    @property
    def firm(self) -> bool:
        """Whether an end is named, not only a stretch."""
        return any(end.firm for end in self.ends)


def features_of(words: Lexicon, simple: Plain) -> Features:
    """Read a plain text once, for all that the judge asks."""
    text = simple.text
    ends = find_deadlines(words, simple)
    body = _body(words, text, ends)
    purpose = words.pattern("purpose").search(text, body)
    head = purpose.start() if purpose and purpose.start() > 0 else len(text)
    open_ended = tuple(match.span() for match in words.find("open_ended", text))
    starts = (0, *(end.end for end in ends), *(end for _, end in open_ended))
    idioms = tuple(match.span() for match in words.find("vague_idioms", text))
    apart = tuple((end.start, end.end) for end in ends) + _quoted(text)

    def spans(*groups: str, whole: bool = False) -> tuple[Span, ...]:
        found = [match.span() for group in groups for match in words.find(group, text)]
        return tuple(
            sorted(
                place
                for place in found
                if (whole or body <= place[0] < head) and not _inside(place, apart)
            )
        )

    def leading(*groups: str, whole: bool = False) -> tuple[Span, ...]:
        return _leading(words, text, starts, spans(*groups, whole=whole))

    def plainly(found: Iterable[Span]) -> tuple[Span, ...]:
        return tuple(place for place in sorted(found) if not _overlaps(place, idioms))

    finished = tuple(
        (start, end)
        for start, end in spans("completion_verbs", whole=True)
        if words.pattern("participle").match(text, start, end)
    )
    completion = {
        *finished,
        *leading("completion_verbs", whole=True),
        *spans("completions", whole=True),
    }
    credential = spans("credentials", whole=True)
    foggy = _alone(text, spans("fog", "buzzwords"))
    habits = _habits(words, text, spans("frequencies", whole=True))
    return Features(
        numbers=find_figures(words, simple, ends),
        ends=ends,
        open_ended=open_ended,
        grades=spans("grades", whole=True),
        habits=habits,
        cadences=_cadences(words, text, (*habits, *spans("cadences", whole=True))),
        wholes=_habits(words, text, spans("wholes", whole=True)),
        absolutes=spans("absolutes", whole=True),
        direction=leading("direction_verbs") + _alone(text, spans("direction")),
        state=tuple(
            place
            for place in leading("state_verbs", "states")
            if not words.pattern("state_noun").match(text, place[0])
        ),
        effort=leading("effort_verbs"),
        hedge=spans("hedges", whole=True),
        fog=(
            *(place for place in foggy if not words.pattern("course").match(text, place[0])),
            *idioms,
        ),
        buzzword=spans("buzzwords"),
        avoidance=spans("avoidance"),
        completion=plainly(completion),
        building=plainly(leading("building_verbs")),
        outcome=plainly(leading("building_verbs", "outcome_verbs")),
        credential=credential,
        witnessed=spans("witnessed", whole=True),
        occasioned=plainly(spans("occasioned", whole=True)),
        named_role=spans("named_role", whole=True),
        count=len(re.findall(r"[^\W_][\w'-]*", text)),
        head=head,
    )


def _body(words: Lexicon, text: str, ends: tuple[DeadlineMatch, ...]) -> int:
    """Where the goal begins, after what it is for: "To feel safer, I will ...".

    With a firm end so does "Improve my Excel skills by completing a certified course by March",
    which says by what it is done.
    """
    wishes = ("direction_verbs", "direction", "state_verbs", "states")
    if any(end.firm for end in ends):
        for means in words.find("means", text):
            if any(words.pattern(group).search(text[: means.start()]) for group in wishes):
                return means.end()
    first = words.pattern("purpose_first").match(text)
    if first is None:
        return 0
    openings = ("main_clause", "completion_verbs", "building_verbs", "outcome_verbs")
    said = any(words.pattern(group).match(text, first.end() + 1) for group in openings)
    return first.end() if said else 0


def _leading(
    words: Lexicon, text: str, starts: tuple[int, ...], found: tuple[Span, ...]
) -> tuple[Span, ...]:
    """The words that stand where a goal's verb stands, not "machine learning" or "wound care"."""

    def leads(place: Span) -> bool:
        before = text[: place[0]].rstrip(" \"'(#*-")
        return (
            before.endswith((",", ";", ":", "."))
            or any(
                start <= place[0] and not text[start : place[0]].strip(" ,.;:-*#\"'(")
                for start in starts
            )
            or words.ends_with("lead_in_before", text[: place[0]])
        )

    return tuple(place for place in found if leads(place))


def _alone(text: str, found: tuple[Span, ...]) -> tuple[Span, ...]:
    """Without those that are only part of a longer word: "self" in "self-service"."""
    return tuple(
        (start, end)
        for start, end in found
        if "-" not in text[max(0, start - 1) : start] + text[end : end + 1]
    )


def _habits(words: Lexicon, text: str, found: tuple[Span, ...]) -> tuple[Span, ...]:
    """Rhythms and wholes that measure: "meditate every day", not "daily life" or "at all"."""
    idioms = tuple(match.span() for match in words.find("whole_idioms", text))
    return tuple(
        place
        for place in found
        if not _overlaps(place, idioms)
        and (
            not words.pattern("rhythm_as_adjective").match(text, place[0])
            or words.ends_with("rhythm_is_made", text[: place[0]])
        )
    )


def _cadences(words: Lexicon, text: str, found: tuple[Span, ...]) -> tuple[Span, ...]:
    """The rhythms in which something is done: no rate to be reached, no stretch ("after a day")."""
    kept: list[Span] = []
    for place in sorted(found, key=lambda place: (place[0], -place[1])):
        if not _inside(place, tuple(kept)) and not words.ends_with(
            "no_rhythm_before", text[: place[0]]
        ):
            kept.append(place)
    return tuple(kept)


def _quoted(text: str) -> tuple[Span, ...]:
    """What stands in quotation marks is a title: its words promise nothing."""
    return tuple(match.span() for match in re.finditer(r'"[^"]+"', text))


def _inside(place: Span, spans: tuple[Span, ...]) -> bool:
    return any(place[0] >= start and place[1] <= end for start, end in spans)


def _overlaps(place: Span, spans: tuple[Span, ...]) -> bool:
    return any(place[0] < end and place[1] > start for start, end in spans)
