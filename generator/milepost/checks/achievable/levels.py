"""A2: the levels of skills that the profile tells.

In: the profile and the day. Out: findings.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from milepost.checks.context import CheckContext
from milepost.checks.rule import Remark, rule
from milepost.findings import Place, Severity
from milepost.voice.english import spoken, written


@rule("A206", "levels-disagree")
def disagree(context: CheckContext) -> Iterator[Remark]:
    """The profile tells two levels of one skill for one day, or two without a day.

    Nobody can tell which of them holds; the last written is taken.

    Flagged:
        == content/profile.md ==
        ---
        skills: [negotiation 2, Negotiation 3]
        ---
    Fine:
        == content/profile.md ==
        ---
        skills: [negotiation 2, "negotiation 3 since 2026-03-01"]
        ---
    """
    number = context.says.number
    first: dict[tuple[str, date | None], float] = {}
    for skill, day, level, place in _levels(context):
        before = first.setdefault((skill.casefold(), day), level)
        if before != level:
            when = f"for {spoken(day, context.day)}" if day else "without a day"
            yield (
                place,
                f"“{skill}” has two levels {when}: {number(before)} and {number(level)}",
                f"take one out, or write since when it holds, as `{skill} {written(level)} since "
                f"{context.day}`",
            )


@rule("A207", "level-to-come", Severity.HINT)
def to_come(context: CheckContext) -> Iterator[Remark]:
    """The profile dates a level of a skill after today.

    It counts from that day on. Until then it is a wish: a goal with a milestone that names the
    skill is the place for it.

    Flagged:
        == content/profile.md ==
        ---
        skills:
          negotiation: [2026-03-01 2, 2027-03-01 3]
        ---
    Fine:
        == content/profile.md ==
        ---
        skills:
          negotiation: [2026-03-01 2]
        ---
    """
    number = context.says.number
    for skill, day, level, place in _levels(context):
        if day and day > context.day:
            yield (
                place,
                f"“{skill}” is at {number(level)} from {spoken(day, context.day)} on, which is "
                "still to come",
                "write the day on which it was reached, or a goal that leads there, with "
                f"`requires: {skill} {written(level)}`",
            )


def _levels(context: CheckContext) -> Iterator[tuple[str, date | None, float, Place]]:
    """Each level that is written: of which skill, from which day on, and where."""
    profile = context.journal.profile
    for index, ability in enumerate(profile.skills):
        if ability.level is not None:
            yield ability.skill, ability.since, ability.level, profile.at("skills", index)
        for n, level in enumerate(ability.levels):
            place = profile.at("skills", index, "levels", n)
            yield ability.skill, level.date_, level.level, place
