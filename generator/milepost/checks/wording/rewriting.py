"""A pattern to fill in: in goes a goal, out come the person's own words with gaps, or None.

Nothing is invented: words are kept, left out (a hedge, "someday") or followed by a gap. What
would need another goal altogether ("be a better father") gets no pattern.
"""

from __future__ import annotations

import re

from milepost.checks.wording.features import Features, features_of
from milepost.checks.wording.lexicon import Lexicon, Plain, lexicon, plain
from milepost.checks.wording.measurability import signs_of_a_measure

LONGEST = 160
"""Letters; above it a goal is a paragraph, and no gap at its end would read well."""


def rewrite(text: str, language: str = "en") -> str | None:
    """A pattern for a goal that lacks a figure or an end, else None.

    "increase sales" gives "increase sales from … to … by … (when?)"; None stands where nothing is
    missing or nothing honest can be made.
    """
    words = lexicon(language)
    simple = plain(text)
    if words is None or len(simple.text) > LONGEST or re.search(r"[.!?;] \S", simple.text):
        return None
    seen = features_of(words, simple)
    if not seen.count:
        return None
    start, stop = _body(words, simple)
    if any(start < cut[0] and cut[1] < stop for cut in seen.open_ended):
        return None
    stop = min([stop, *(cut[0] for cut in seen.open_ended if cut[0] > start)])
    before = next((end for end in seen.ends if end.start == start), None)
    after = next((end for end in seen.ends if end.end >= stop and end.start > start), None)
    goal_start = before.end if before else start
    while simple.text[goal_start : goal_start + 1] in (" ", ",", ":"):
        goal_start += 1
    goal = _filled(words, simple, seen, (goal_start, after.start if after else stop))
    if goal is None:
        return None
    goal = simple.words(start, goal_start) + goal if before else goal
    if after:
        goal = f"{goal} {simple.words(after.start, after.end)}"
    elif not seen.ends:
        goal = f"{goal} {words.data['gaps']['until' if _is_habit(words, seen, goal) else 'when']}"
    if goal == simple.words(start, stop):
        return None
    return goal[0].upper() + goal[1:] if text.strip()[0].isupper() else goal


def _body(words: Lexicon, simple: Plain) -> tuple[int, int]:
    """The goal without its hedge in front and its full stop behind."""
    opening = re.match(words.group("opening"), simple.text)
    return opening.end() if opening else 0, len(simple.text.rstrip(" .!?,;:…"))


def _is_habit(words: Lexicon, seen: Features, goal: str) -> bool:
    """Whether the goal goes on until an end, rather than being reached by it."""
    return words.data["gaps"]["often"] in goal or (bool(seen.habits) and not seen.measures)


def _filled(words: Lexicon, simple: Plain, seen: Features, body: tuple[int, int]) -> str | None:
    """The goal with the gap for its figure; the goal itself where only its end is missing."""
    start, stop = body
    while stop > start and simple.text[stop - 1] in " ,":
        stop -= 1
    goal, said = simple.text[start:stop], simple.words(start, stop)
    if not goal:
        return None
    if any(signs_of_a_measure(words, simple, seen)):
        return None if seen.open_ended and not seen.measures else said
    head = goal.partition(" ")[0]
    if words.pattern("being_verbs").match(head):
        return None
    gaps = words.data["gaps"]
    if compared := words.pattern("comparing").search(goal):
        return _counted(words, goal, said, compared)
    if " " not in goal:
        return None
    if words.pattern("amount_verbs").match(head):
        return f"{said[: len(head)]} {gaps['much']}{said[len(head) :]}"
    if words.pattern("direction").search(goal):
        return None
    if words.pattern("moving_verbs").match(goal):
        return f"{said} {gaps['from_to']}"
    if words.pattern("learning_verbs").match(head):
        return f"{said} {gaps['enough']}"
    begun = any(place[0] == start for place in (*seen.completion, *seen.outcome))
    return said if begun and not seen.fog else None


def _counted(words: Lexicon, goal: str, said: str, compared: re.Match[str]) -> str | None:
    """Put a gap in place of "more" or "less", where it counts something ("more books")."""
    before, after = said[: compared.start()].rstrip(), said[compared.end() :].strip()
    following = goal[compared.end() :].split()
    if not before or (following and words.pattern("qualities").fullmatch(following[0])):
        return None
    gap = "often"
    if following and compared[0] != words.data["oftener"]:
        plural = re.fullmatch(r".*[^s]s", following[0])
        linked = words.pattern("linking").fullmatch(following[0])
        gap = "often" if linked else "many" if plural else "much"
    return " ".join(part for part in (before, words.data["gaps"][gap], after) if part)
