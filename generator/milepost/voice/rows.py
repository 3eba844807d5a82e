"""What the terminal and the files that `milepost new` writes say of goals, line by line.

In: standings, counts. Out: phrases.
"""

from __future__ import annotations

from milepost.journal.words import Kind
from milepost.progress.report import Standing
from milepost.voice.measures import measure_in_words, summary
from milepost.voice.voice import Voice


def no_goals(voice: Voice) -> str:
    """Said where a journal has no goal."""
    return voice.say(
        "No goals yet. Write the first one: {command}", command='milepost new goal "Its title"'
    )


def more(voice: Voice, count: int) -> str:
    """How many goals the table leaves out."""
    return voice.many(
        "{count} more goal is closed or waiting: {command}",
        "{count} more goals are closed or waiting: {command}",
        count,
        command="milepost status --all",
    )


def to_beat(voice: Voice, standing: Standing) -> str:
    """What an entry's number is held against: "3 of 6 articles; needs 1.4 a week"."""
    measure = standing.goal.measurable
    if measure is None:
        return voice.say("the first number")
    match measure.kind:
        case Kind.YES_NO:
            return voice.say("yes when it is done")
        case Kind.HABIT:
            return voice.say("wants {amount}", amount=measure_in_words(voice, measure))
        case Kind.LIMIT:
            return measure_in_words(voice, measure)
        case _:
            return _so_far(voice, standing) or voice.say("the first number")


def _so_far(voice: Voice, standing: Standing) -> str:
    parts = [summary(voice, standing)]
    if standing.needed_rate is not None and standing.needed_rate > 0:
        rate = voice.figure(standing.needed_rate, standing.unit)
        parts.append(voice.say("needs {amount} a week", amount=rate))
    return voice.joined(*parts)


def planned_hours(voice: Voice, standing: Standing) -> str:
    """What stands beside a goal's hours in a new entry."""
    hours = standing.goal.achievable.hours_per_week
    if not hours:
        return voice.say("hours this week")
    return voice.say("{number} planned", number=voice.number(hours))
