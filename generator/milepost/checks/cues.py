"""What a sentence says, word by word: in goes a plain text, out come cues for and against it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from milepost.checks import deadlines, figures
from milepost.checks.lexicon import Lexicon, Plain

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Cues:
    """Places in the plain text, by what they tell; `count` is in words.

    `head` is where the goal ends and its "so that" begins.
    """

    numbers: tuple[figures.Number, ...]
    ends: tuple[deadlines.Found, ...]
    open_ended: tuple[Place, ...]
    grades: tuple[Place, ...]
    habits: tuple[Place, ...]
    wholes: tuple[Place, ...]
    absolutes: tuple[Place, ...]
    direction: tuple[Place, ...]
    state: tuple[Place, ...]
    effort: tuple[Place, ...]
    hedge: tuple[Place, ...]
    fog: tuple[Place, ...]
    buzzword: tuple[Place, ...]
    avoidance: tuple[Place, ...]
    completion: tuple[Place, ...]
    building: tuple[Place, ...]
    outcome: tuple[Place, ...]
    credential: tuple[Place, ...]
    count: int
    head: int

    @property
    def measures(self) -> tuple[figures.Number, ...]:
        """The numbers that measure something."""
        return tuple(number for number in self.numbers if number.role == "measure")

    @property
    def firm(self) -> bool:
        """Whether an end is named, not only a stretch."""
        return any(end.firm for end in self.ends)


def cues(words: Lexicon, simple: Plain) -> Cues:
    """Read a plain text once, for all that the judge asks."""
    text = simple.text
    ends = deadlines.find(words, simple)
    purpose = words.pattern("purpose").search(text)
    head = purpose.start() if purpose and purpose.start() > 0 else len(text)
    timed = tuple((end.start, end.end) for end in ends)

    def places(*groups: str, whole: bool = False) -> tuple[Place, ...]:
        found = [match.span() for group in groups for match in words.find(group, text)]
        return tuple(
            sorted(
                place for place in found if (whole or place[0] < head) and not _inside(place, timed)
            )
        )

    completion = places("completion_verbs", "completions", whole=True)
    credential = places("credentials", whole=True)
    return Cues(
        numbers=figures.find(words, simple, ends),
        ends=ends,
        open_ended=tuple(match.span() for match in words.find("open_ended", text)),
        grades=places("grades", whole=True),
        habits=_habits(words, text, places("frequencies", whole=True)),
        wholes=_habits(words, text, places("wholes", whole=True)),
        absolutes=places("absolutes", whole=True),
        direction=_leading(words, text, places("direction_verbs")) + places("direction"),
        state=_leading(words, text, places("state_verbs", "states")),
        effort=_leading(words, text, places("effort_verbs")),
        hedge=places("hedges", whole=True),
        fog=tuple(place for place in places("fog") if "-" not in _beside(text, place)),
        buzzword=places("buzzwords"),
        avoidance=places("avoidance"),
        completion=completion,
        building=places("building_verbs"),
        outcome=places("building_verbs", "outcome_verbs"),
        credential=credential,
        count=len(re.findall(r"[^\W_][\w'-]*", text)),
        head=head,
    )


def _leading(words: Lexicon, text: str, found: tuple[Place, ...]) -> tuple[Place, ...]:
    """The words that stand where a goal's verb stands, not "machine learning" or "wound care"."""
    return tuple(
        place
        for place in found
        if not text[: place[0]].strip(" ,.;:-*#\"'(")
        or text[: place[0]].rstrip()[-1:] in ",;:.("
        or words.pattern("lead_in_before").search(text[: place[0]])
    )


def _habits(words: Lexicon, text: str, found: tuple[Place, ...]) -> tuple[Place, ...]:
    """Rhythms and wholes that measure: "meditate every day", not "daily life" or "at all"."""
    idioms = tuple(match.span() for match in words.find("whole_idioms", text))
    return tuple(
        place
        for place in found
        if not any(place[0] < end and place[1] > start for start, end in idioms)
        and (
            not words.pattern("rhythm_as_adjective").match(text, place[0])
            or words.pattern("rhythm_is_made").search(text[: place[0]])
        )
    )


def _beside(text: str, place: Place) -> str:
    """The letters on both sides: "self" in "self-service" is another word."""
    return text[max(0, place[0] - 1) : place[0]] + text[place[1] : place[1] + 1]


def _inside(place: Place, spans: tuple[Place, ...]) -> bool:
    return any(place[0] >= start and place[1] <= end for start, end in spans)
