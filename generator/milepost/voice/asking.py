"""What is said where something new begins: around the questions of a template, of a journal.

In: days, names of blanks, questions. Out: questions and sentences, in the journal's language.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from milepost.voice.voice import Voice


def how_to_answer(voice: Voice) -> str:
    """Said before the first question."""
    return voice.say(
        "Enter takes what is proposed; where that is only an example, it leaves a gap.\n"
        "Ctrl-C ends without writing anything.\n"
    )


def untitled(voice: Voice) -> str:
    """What a new journal is called that was given no title."""
    return voice.say("My mileposts")


def by_when(voice: Voice, due: date) -> str:
    """Asks for the due day; `due` is the one that is taken without an answer."""
    return voice.say("By when? ({day})", day=f"{due}")


def called_what(voice: Voice) -> str:
    """Asks for another title."""
    return voice.say("What shall the goal be called?")


def gap_left(voice: Voice, name: str, question: str) -> str:
    """A blank that nobody filled, with what it asks."""
    return voice.say(
        "To be filled in, where it says [{name}]: {question}", name=name, question=question
    )


def taken_unasked(voice: Voice, taken: Mapping[str, str]) -> str:
    """What the template says where nobody was asked."""
    chosen = ", ".join(f"{name} {value}" for name, value in taken.items())
    return voice.say("As the template has it, and yours to change: {chosen}", chosen=chosen)
