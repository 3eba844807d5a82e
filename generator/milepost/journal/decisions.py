"""What a review decides of goals: in its front matter, and in lines under a heading of decisions.

In: a review, the names of goals. Out: a `Decided` for each goal, and findings. A line is
`- keep [[earn-pmp]]: REASON`, with the goal as a link, an id or a title, or
`- [[earn-pmp]]: keep, REASON`. Whatever else stands there is prose, and `keep calm: we go on` a
sentence; but a word that is only a slip away from the name of a goal is asked about, and so is each
id of a line that names another goal.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from milepost.addresses import slug, spelled
from milepost.findings import Finding, Place
from milepost.journal import faults
from milepost.journal.line_marks import LINKED
from milepost.journal.model import Goal, Journal, Review
from milepost.journal.numbers import Misread
from milepost.journal.records import names_of_goals
from milepost.journal.renames import meant
from milepost.journal.scalars import nearest
from milepost.journal.shortforms import BY, PLAIN, id_of, parse_decision, reason_in
from milepost.journal.values import Decision, Line
from milepost.journal.words import VERBS, Verb

_GOALS = rf"(?P<goals>{LINKED}(?:\s*(?:,|and|und|&)\s*{LINKED})*|{PLAIN})"
_VERB_FIRST = re.compile(
    rf"(?P<mark>[*_]{{0,2}})(?P<verb>[^\W\d_]+):?(?P=mark):?\s+{_GOALS}(?:{BY.pattern})?(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_GOAL_FIRST = re.compile(rf"{_GOALS}\s*[:–—-]\s+(?P<said>\S.*)", re.DOTALL)
_ONE = re.compile(rf"{LINKED}|{PLAIN}")
_TITLE_BEGINS = re.compile(
    r"\A|\A[*_]{0,2}[^\W\d_]+:?[*_]{0,2}:?\s+|\s(?:by|with|durch|mit)\s+", re.I
)
_TITLE_ENDS = re.compile(
    r"(?=\s*(?:[,;:.–—]|\s[-–—]\s|\s(?:because|weil|by|with|durch|mit)\b|\Z))", re.IGNORECASE
)
_LONGEST_TITLE = 300
_REASON_COMES = re.compile(r"\s*(?::|[–—-]\s|,?\s*(?:because|weil)\b)")
_NO_NAMES = frozenset(
    ("it", "this", "that", "them", "these", "those", "all", "both", "none", "on", "up", "off",
     "out", "so", "here", "there", "now", "then", "more", "less", "one", "es", "das", "dies",
     "alles", "hier", "jetzt", "mehr", "weniger", "nichts")
)  # fmt: skip
"""Words that stand behind a verb in a sentence: `drop it: …`, `keep on: …`."""


@dataclass(frozen=True, slots=True)
class Decided:
    """What a review decides of one goal, and where it says so: in a line of its text, or above."""

    review: Review
    goal: str
    said: Decision
    place: Place
    in_text: bool = False


@dataclass(frozen=True, slots=True)
class _Read:
    """A line of decisions: the goals as they are named there, and what is decided of them.

    `ids` are those among them, and that of a successor, behind which a reason comes, so that they
    may be ids. What is a link is told of as one, and a word of a sentence not at all.
    """

    goals: tuple[str, ...]
    decision: Decision | Misread
    place: Place
    ids: frozenset[str] = frozenset()


def gathered(journal: Journal) -> tuple[Decided, ...]:
    """All decisions of a journal's reviews of goals that it has, by the ends of their periods.

    Of two that end on one day the longer is written last.
    """
    names = names_of_goals(journal.goals)
    ordered = sorted(journal.reviews, key=_when)
    return tuple(found for review in ordered for found in _of_review(review, names))


def _when(review: Review) -> tuple[int, int, str]:
    return review.end.toordinal(), -review.start.toordinal(), review.path


def _of_review(review: Review, names: Mapping[str, str]) -> Iterator[Decided]:
    told: set[str] = set()
    for one in _every(review, names):
        if one.goal not in told:
            told.add(one.goal)
            yield replace(one, said=replace(one.said, by=names.get(one.said.by, "")))


def _every(review: Review, names: Mapping[str, str]) -> Iterator[Decided]:
    """What is decided of known goals, in the order in which it counts."""
    for name, said in review.decisions.items():
        if name in names:
            yield Decided(review, names[name], said, review.at("decisions", name))
    for line in _lines(review, names):
        if isinstance(line.decision, Decision):
            for name in line.goals:
                if name in names:
                    yield Decided(review, names[name], line.decision, line.place, in_text=True)


def _lines(review: Review, names: Mapping[str, str]) -> Iterator[_Read]:
    for line in review.outline.lines:
        if line.family == "decisions" and (read := _read(line, review.path, names)):
            yield read


def _read(line: Line, path: str, names: Mapping[str, str]) -> _Read | None:
    """A line as a decision; None where it is prose. `names` gives ids by the titles of goals."""
    text = " ".join((line.text, *(part for part, *_ in line.parts)))
    for start, end, title in reversed(_titles(text, names)):
        text = f"{text[:start]}[[{names[title]}]]{text[end:]}"
    place = Place.of_line(path, line.line)
    if match := _VERB_FIRST.fullmatch(text):
        word = match["verb"].casefold()
        goals = tuple(map(id_of, _ONE.findall(match["goals"])))
        if verb := VERBS.get(word):
            by = id_of(match["by"]) if match["by"] and verb is Verb.REPLACE else ""
            rest = match["rest"] if by or not match["by"] else text[match.end("goals") :]
            behind = ":" if by else rest  # a successor says as much as a reason
            named = [(match["goals"], behind), *([(match["by"], rest)] if by else [])]
            ids = frozenset(id_of(said) for said, after in named if _is_id(said, after))
            return _Read(goals, Decision(verb, reason_in(rest), by), place, ids)
        if match["mark"] or nearest(word, VERBS):
            return _Read(goals, parse_decision(word), place)
    if match := _GOAL_FIRST.fullmatch(text):
        goals = tuple(map(id_of, _ONE.findall(match["goals"])))
        return _Read(goals, parse_decision(match["said"]), place)
    return None


def _is_id(said: str, behind: str) -> bool:
    """Whether a word behind a verb may be the id of a goal: in small letters, and a reason comes.

    `keep going: …` says what to do.
    """
    reason = _REASON_COMES.match(behind) and said == said.lower() and not said.startswith("[")
    return bool(reason) and not said.endswith("ing") and said not in _NO_NAMES


def named_in_lines(review: Review) -> tuple[str, ...]:
    """The ids of goals, and of those that take their places, as the lines of a review name them."""
    lines = [(line.goals, line.decision) for line in _lines(review, {})]
    return tuple(
        id_
        for goals, said in lines
        for id_ in (*goals, said.by if isinstance(said, Decision) else "")
    )


def _titles(text: str, names: Collection[str]) -> list[tuple[int, int, str]]:
    """Where a line names goals by titles of several words, and by which, as they are compared."""
    found: list[tuple[int, int, str]] = []
    for begin in _TITLE_BEGINS.finditer(text):
        start = begin.end()
        last = start + _LONGEST_TITLE
        for end in reversed([match.start() for match in _TITLE_ENDS.finditer(text, start, last)]):
            title = " ".join(spelled(text[start:end]).split())
            if " " in title and title in names and (not found or found[-1][1] <= start):
                found.append((start, end, title))
                break
    return found


def plain_names(text: str, titles: Collection[str] = ()) -> Iterator[tuple[int, int]]:
    """Where a line of decisions, which may run over several lines, names goals without a link.

    `titles` are those of goals, as they are compared.
    """
    titled = [(start, end) for start, end, _ in _titles(text, titles)]
    spans = set(titled)
    for match in filter(None, (_VERB_FIRST.match(text), _GOAL_FIRST.match(text))):
        after = match.end("goals")
        for name, one in (("goals", match), ("by", BY.search(text, after))):
            if one and not one[name].startswith("["):
                start, end = one.span(name)
                if not any(first < end and start < last for first, last in titled):
                    spans.add((start, end))
    yield from sorted(spans)


def unread(review: Review, goals: tuple[Goal, ...]) -> Iterator[Finding]:
    """What is wrong with the decisions of a review: goals and words that there are not, and two."""
    names = names_of_goals(goals)
    for name, decision in review.decisions.items():
        if name not in names:
            yield faults.unknown_id(review.at("decisions", name), name, *meant(name, goals))
        if decision.by and decision.by not in names:
            place = review.at("decisions", name, "by")
            yield faults.unknown_id(place, decision.by, *meant(decision.by, goals))
    spellings = {*names, *map(slug, names)}
    for line in _lines(review, names):
        known = [name for name in line.goals if name in names]
        if isinstance(line.decision, Misread):
            if known:
                yield faults.decision_unread(line.place, line.decision.message, line.decision.help)
            continue
        for name in (*line.goals, line.decision.by):
            if not name or name in names:
                continue
            near, old = meant(name, goals)
            slip = nearest(name, spellings) and name not in _NO_NAMES
            of_goals = known or line.decision.by in names or (near and "-" in name)
            if slip or (of_goals and name in line.ids):
                yield faults.unknown_id(line.place, name, near, old)
    first: dict[str, Verb] = {}
    for one in _every(review, names):
        verb = one.said.is_
        before = first.setdefault(one.goal, verb)
        if before is not verb:
            yield faults.decided_twice(one.place, one.goal, before.value, verb.value)
