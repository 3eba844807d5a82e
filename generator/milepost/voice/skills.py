"""Skills in words: how well one is had, what asks for more, and by when.

In: skill standings, the voice. Out: sentences and phrases.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from milepost.progress.skills import Need, SkillStanding
from milepost.voice.voice import Voice


def of_five(voice: Voice, level: float | None) -> str:
    """As "3 of 5"; a dash where nobody told."""
    if level is None:
        return voice.number(None)
    return voice.say("{number} of 5", number=voice.number(level))


def asked_with(voice: Voice, skill: str, level: float, have: float | None) -> str:
    """What a goal asks of a skill, and what is had of it: "negotiation 4 (have 3)"."""
    asked = f"{skill} {voice.number(level)}"
    if have is None:
        return asked
    return voice.say("{skill} (have {number})", skill=asked, number=voice.number(have))


def lead(voice: Voice, every: Sequence[SkillStanding]) -> str:
    """How many of the skills that goals need are short of it, and the one that is needed first."""
    needed = [skill for skill in every if skill.needs]
    short = [skill for skill in every if skill.gaps]
    if not needed:
        return voice.say("No goal that is open asks for a skill.")
    if all(skill.have is None and not skill.gaps for skill in needed):
        return voice.many(
            "The open goals ask for {count} skill.",
            "The open goals ask for {count} skills.",
            len(needed),
        )
    if not short:
        return voice.many(
            "The {count} skill that the open goals ask for is there.",
            "All {count} skills that the open goals ask for are there.",
            len(needed),
        )
    names = voice.list([skill.name for skill in short])
    if len(needed) == 1:
        return voice.say("The one skill that the open goals ask for is short: {list}.", list=names)
    return voice.many(
        "{count} of {whole} skills that the open goals ask for is short: {list}.",
        "{count} of {whole} skills that the open goals ask for are short: {list}.",
        len(short),
        whole=voice.number(len(needed)),
        list=names,
    )


def none_yet(voice: Voice) -> str:
    """That no skill is told, above lines that tell one."""
    return voice.say(
        "There is no skill yet. Lines like these, in the profile and in a goal, name one:"
    )


def example(voice: Voice) -> tuple[str, ...]:
    """Two lines that show how a skill is told, and how a goal asks for it."""
    name = voice.say("negotiation")
    return f"skills: [{name} 2]", f"requires: [{name} 4]"


def in_a_sentence(voice: Voice, skill: SkillStanding, day: date) -> str:
    """How well a skill is had, and the next that asks for more of it; the most, where none does."""
    if skill.have is not None and skill.needs and not skill.gaps:
        return voice.say("{level} now, as much as is needed.", level=of_five(voice, skill.have))
    if skill.have is not None:
        text = voice.say("{level} now", level=of_five(voice, skill.have))
    elif skill.gaps:
        text = voice.say("Not in the profile yet")
    else:
        text = ""
    if skill.gaps:
        asked = _needed(voice, skill.gaps[0], day)
    elif skill.need is not None:
        needed = of_five(voice, skill.need)
        asked = voice.say("{level} needed", level=needed)
    else:
        asked = ""
    return voice.sentence(voice.joined(text, asked))


def _needed(voice: Voice, need: Need, day: date) -> str:
    level = of_five(voice, need.level)
    if need.by is None:
        return voice.say("{level} needed", level=level)
    return voice.say("{level} needed by {date}", level=level, date=voice.near(need.by, day))


def way(voice: Voice, *, planned: bool) -> str:
    """Whether anything to come closes a gap."""
    if planned:
        return voice.say("A step towards it is planned.")
    return voice.say("Nothing leads there yet: a milestone that names the skill would.")


def need_note(voice: Voice, need: Need, day: date) -> str:
    """What a goal asks for, beside its title: level, day, and the milestone that says so."""
    asked = _needed(voice, need, day)
    return voice.say("{needed}, for {step}", needed=asked, step=need.step) if need.step else asked


def handed_on(voice: Voice, kept: Sequence[str], left: Sequence[str]) -> str:
    """What of a replaced goal's skills the new one needs too, and what not."""
    if not kept:
        return voice.say("none of its skills is asked for: {list}", list=voice.list(list(left)))
    text = voice.say("carries over: {list}", list=voice.list(list(kept)))
    if not left:
        return text
    rest = voice.say("no longer asked for: {list}", list=voice.list(list(left)))
    return voice.joined(text, rest)


# Charts.


def one_row(voice: Voice, skill: SkillStanding) -> str:
    """A row of the chart in words."""
    parts = []
    if skill.have is not None:
        parts.append(voice.say("have {number}", number=voice.number(skill.have)))
    if skill.need is not None:
        parts.append(voice.say("need {number}", number=voice.number(skill.need)))
    if skill.demand is not None:
        parts.append(voice.say("asked for {number}", number=voice.number(skill.demand)))
    told = voice.list(parts) if parts else voice.say("no level told")
    return voice.say("{title}: {text}", title=skill.name, text=told)


def every_row(voice: Voice, every: Sequence[SkillStanding]) -> str:
    """The whole chart in a sentence."""
    short = [skill.name for skill in every if skill.gaps]
    count = voice.many("{count} skill from 0 to 5", "{count} skills from 0 to 5", len(every))
    if not short:
        return voice.ended(count)
    return voice.say(
        "{skills}; below what is needed: {list}.", skills=count, list=voice.list(short)
    )


def course(voice: Voice, skill: SkillStanding, day: date) -> str:
    """A skill's levels over time in a sentence."""
    told = [
        voice.say("{number} from {date}", number=voice.number(s.level), date=voice.near(s.day, day))
        if s.day
        else voice.say("{number} at first", number=voice.number(s.level))
        for s in skill.stages
    ]
    return voice.say("{title}: {text}.", title=skill.name, text=voice.list(told))
