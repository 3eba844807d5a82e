"""What is foreseen of a goal, in words, or why nothing is.

In: standings. Out: sentences and phrases.
"""

from __future__ import annotations

from typing import assert_never

from milepost.journal.words import Kind
from milepost.progress.reasons import Cause, NoForecast
from milepost.progress.trend import LEAST
from milepost.progress.values import Forecast, Standing, Status
from milepost.voice.measures import summary
from milepost.voice.rhythms import kept_sentence
from milepost.voice.units import in_parts
from milepost.voice.voice import Voice

LIKELY = 0.6
"""Below this chance a card tells the chance rather than a day."""


def forecast_sentence(voice: Voice, standing: Standing) -> str:
    """What the forecast says, in its own numbers, or why there is none."""
    if standing.forecast and standing.due:
        return voice.sentence(_forecast(voice, standing, standing.forecast))
    return _why_none(voice, standing.no_forecast) if standing.no_forecast else ""


def _forecast(voice: Voice, standing: Standing, forecast: Forecast) -> str:
    goal = voice.number(standing.to, standing.unit)
    counts = standing.kind is Kind.COUNT
    if counts and standing.progress is not None and standing.progress >= 1:
        one = standing.to == 1
        return voice.say("{goal} is reached", goal=goal) if one else voice.say(
            "{goal} are reached", goal=goal
        )  # fmt: skip
    due = standing.due or standing.day
    when = finish(voice, standing, forecast)
    if standing.day >= due:
        if not when:
            return voice.say(
                "the due date has come, and at this pace {goal} are out of sight", goal=goal
            )
        return voice.say("after its due date, {goal} at this pace {when}", goal=goal, when=when)
    range_ = values(voice, standing, forecast)
    by, chance = voice.spoken(due, standing.day), voice.chance(forecast.probability)
    if not when:
        return voice.say(
            "not at this pace: {range} by {date} are likely, and the chance of {goal} is {chance}",
            range=range_, date=by, goal=goal, chance=chance,
        )  # fmt: skip
    return voice.say(
        "at this pace {range} by {date}, and {goal} {when}; the chance of being in time is"
        " {chance}",
        range=range_, date=by, goal=goal, when=when, chance=chance,
    )  # fmt: skip


CLEARLY = 0.1
"""From this part on it is said that a range is wider or narrower than the weeks alone make it."""


def range_sentence(voice: Voice, standing: Standing) -> str:
    """Why the range is as wide as it is; empty where the weeks alone make it so."""
    forecast = standing.forecast
    met = standing.progress is not None and standing.progress >= 1
    if not forecast or met or standing.day >= (standing.due or standing.day):
        return ""
    if forecast.turned:
        return voice.say(
            "It goes another way than before, and nobody knows how long: so the range is wide."
        )
    if forecast.scale >= 1 + CLEARLY:
        return voice.say(
            "The range is {part} wider than the weeks alone make it: earlier ranges held too"
            " seldom.",
            part=voice.percent(forecast.scale - 1),
        )
    if forecast.scale <= 1 - CLEARLY:
        return voice.say(
            "The range is {part} narrower than the weeks alone make it: earlier ranges held more"
            " than enough.",
            part=voice.percent(1 - forecast.scale),
        )
    return ""


def safe_sentence(voice: Voice, standing: Standing) -> str:
    """For how long the target line stays behind what is there; empty where it does not."""
    met = standing.progress is not None and standing.progress >= 1
    if not standing.safe_days or met or not standing.status.living:
        return ""
    return voice.say(
        "Nothing need be added for {time}: so long the target line stays behind.",
        time=voice.duration(standing.safe_days),
    )


def values(voice: Voice, standing: Standing, forecast: Forecast) -> str:
    """The 80 % range of the value on the due date: "4 to 6 articles"."""
    low, high = _told(voice, standing, forecast.value_low, forecast.value_high)
    first, last = voice.ends(low, high, standing.unit)
    return voice.say("{low} to {high}", low=first, high=last) if first else last


def spread(voice: Voice, standing: Standing, low: float, high: float) -> str:
    """A range of the value as a chart and its table write it: "4 – 6 articles"."""
    return voice.between(*_told(voice, standing, low, high), standing.unit)


def _told(voice: Voice, standing: Standing, low: float, high: float) -> tuple[float, float]:
    """Of many things only whole ones are told; what comes in parts is told in parts."""
    rise = (standing.to or 0.0) - (standing.from_ or 0.0)
    if standing.kind is Kind.COUNT and abs(rise) >= 5 and not in_parts(voice, standing):
        return round(low), round(high)
    return low, high


def finish(voice: Voice, standing: Standing, forecast: Forecast) -> str:
    """When it will be done: "about 14 December (between 19 October and 13 April 2027)"."""
    early, even, late = forecast.finish_low, forecast.finish, forecast.finish_high
    if even is None:
        return ""
    when = voice.say("about {date}", date=voice.spoken(even, standing.day))
    if early and late and early != late:
        first, last = voice.spoken(early, even), voice.spoken(late, early)
        return voice.say("{when} (between {first} and {last})", when=when, first=first, last=last)
    if early and early != even:
        first = voice.spoken(early, even)
        return voice.say("{when} ({first} at the earliest)", when=when, first=first)
    return when


def _why_none(voice: Voice, none: NoForecast) -> str:  # noqa: C901 - one case a cause
    match none.cause:
        case Cause.NO_READING:
            return voice.say("No forecast yet: there is no reading.")
        case Cause.NOT_BEGUN:
            return voice.say("No forecast before it begins.")
        case Cause.NO_ENDS:
            return voice.say(
                "No forecast: it is not known where this starts or where it should end."
            )
        case Cause.NO_WAY:
            return voice.say("No forecast: the goal ends where it starts.")
        case Cause.NO_DUE:
            return voice.say("No forecast: there is no due date.")
        case Cause.FEW_READINGS:
            return voice.many(
                "No forecast yet: {count} reading in the last half year, and it takes {least}.",
                "No forecast yet: {count} readings in the last half year, and it takes {least}.",
                none.readings,
                least=voice.number(LEAST),
            )
        case Cause.NO_DAYS:
            return voice.say("No forecast: the start and the due date leave no days between them.")
        case Cause.ENDLESS:
            return voice.say("No forecast: a habit, a limit or a range has no end to foresee.")
        case Cause.NO_RATE:
            return voice.say("No forecast: a goal of this kind has no rate.")
        case Cause.BY_OTHERS:
            return voice.say("No forecast: the goals that serve it have theirs.")
        case Cause.NO_OTHERS:
            return voice.say("No forecast: no goal serves it yet.")
        case Cause.PAUSED:
            return voice.say("No forecast while the goal is paused.")
        case Cause.CLOSED:
            return voice.say("No forecast: it is not open.")
    assert_never(none.cause)


def outlook(voice: Voice, standing: Standing) -> str:
    """Where the goal leads, in a line: the day it is met, the chance, or why nobody knows yet."""
    if standing.rhythm:
        return kept_sentence(voice, standing)
    forecast = standing.forecast
    if forecast is None or standing.status is Status.TOO_EARLY:
        return summary(voice, standing) or forecast_sentence(voice, standing)
    surely = forecast.probability >= LIKELY or not standing.due
    if surely and forecast.finish_low and forecast.finish_high:
        dates = voice.range(forecast.finish_low, forecast.finish_high, standing.day)
        return voice.say("Likely done {dates}", dates=dates)
    chance = voice.chance(forecast.probability)
    if not standing.due:
        return voice.say("{chance} likely", chance=chance)
    due = voice.near(standing.due, standing.day)
    return voice.say("{chance} likely by {date}", chance=chance, date=due)
