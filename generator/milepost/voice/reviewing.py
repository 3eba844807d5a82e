"""What a review asks, by its rhythm: its headings, and the sentences below them.

In: the rhythm, a year. Out: texts by the names under which the files of `scaffold` have them.
"""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import fill

from milepost.voice.catalogue import deferred
from milepost.voice.voice import Voice

_ALL: Mapping[str, str] = {
    "says": deferred("a line that says how it went"),
    "figures": deferred("Numbers"),
    "decisions": deferred("Decisions"),
    "verdict": deferred(
        "One word for each goal: keep, change, pause, drop, replace or done; and why."
    ),
}
_MONTH: Mapping[str, str] = {
    "moved": deferred("What moved, and what made it move?"),
    "stood": deferred("What stood in the way, and what will you do when it does again?"),
    "leave_out": deferred("Leave out what just goes on."),
    "one": deferred("What is the one thing that you change next month?"),
}
_QUARTER: Mapping[str, str] = {
    "there": deferred("What is there now that was not there three months ago?"),
    "matter": deferred("Which goals still matter, and which stay out of habit?"),
    "hours": deferred("Did the hours go where you wanted them?"),
    "skill": deferred("Which skill grew, and which one is missing for what comes?"),
    "helped": deferred("Who helped, whom did you lose sight of, and whom do you ask next?"),
    "learned": deferred("Learned"),
    "bring": deferred("What do the next three months have to bring, and what can wait?"),
}
_YEAR: Mapping[str, str] = {
    "remember": deferred("What will you remember of this year?"),
    "set_out": deferred("What did you set out to do, and what came of it?"),
    "wins": deferred("Where did the wins come from, and have you celebrated them?"),
    "wrong": deferred("What went wrong more than once, and what did it teach you?"),
    "others": deferred("What did others tell you, and what did you do about it?"),
    "cost": deferred("What did it cost in hours, money and strength, and was it worth it?"),
    "learned": deferred("Learned"),
    "behind": deferred("What do you leave behind?"),
    "theme": deferred("What is the theme of {year}?"),
    "short": deferred("One word or a short line. In {file} it stands as {line}."),
    "serve": deferred("Which goals would serve it?"),
    "three": deferred(
        "Three to five are enough: one to learn something, one for the people around you, one that "
        "grew out of this year. Fill in a title and begin its file; {command} shows the templates."
    ),
}
_WIDTH = 110
"""So many letters a line of the file has at most."""
_OF_RHYTHM: Mapping[str, Mapping[str, str]] = {"month": _MONTH, "quarter": _QUARTER, "year": _YEAR}


def asked(voice: Voice, rhythm: str, year: str) -> dict[str, str]:
    """The texts of the review of a month, a quarter or a year, by name; `year` is the next one.

    What it lists under the heading `decisions` is read back as decisions in each language.
    """
    given = {
        "year": year,
        "file": "`content/profile.md`",
        "line": f"`theme: {{{year}: …}}`",
        "command": "`milepost new goal --list`",
    }
    texts = {**_ALL, **_OF_RHYTHM[rhythm]}
    return {name: _filled(voice, text, given) for name, text in texts.items()}


def private_because(voice: Voice) -> str:
    """Why a review that names what others may not see begins as one for its owner."""
    return voice.say("it names what is private; look through it before others do")


def _filled(voice: Voice, text: str, given: Mapping[str, str]) -> str:
    named = {name: value for name, value in given.items() if f"{{{name}}}" in text}
    return fill(voice.say(text, **named), _WIDTH, break_on_hyphens=False)
