"""What is said of budgets: hours and money planned, spent and left.

In: figures of `progress/budget.py`. Out: words. Several currencies stand beside each other.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from milepost.progress.budget import Purse
from milepost.voice.voice import Voice


def lead(voice: Voice) -> str:
    """What the page is for."""
    return voice.say("Hours and money: what was planned, what was spent, what is left.")


def none_yet(voice: Voice) -> str:
    """That nothing is planned or spent, above lines that do it."""
    return voice.say(
        "Nothing is planned or spent yet. Lines like these, in a goal and in an entry, begin it:"
    )


def example() -> tuple[str, ...]:
    """Three lines that plan what a goal takes, and say what went into it."""
    return "achievable: 3 h a week, 300 EUR", "hours: {earn-pmp: 2}", "spent: {earn-pmp: 40 EUR}"


def money(voice: Voice, amount: float | None, currency: str) -> str:
    """An amount: "240 EUR"; a dash where there is none."""
    return voice.number(amount, currency)


def planned(voice: Voice, purses: Sequence[Purse]) -> str:
    """What was planned, in each currency."""
    return _each(voice, purses, lambda one: one.planned)


def spent(voice: Voice, purses: Sequence[Purse]) -> str:
    """What was spent, in each currency."""
    return _each(voice, purses, lambda one: one.spent)


def left(voice: Voice, purses: Sequence[Purse]) -> str:
    """What is left in each currency: "60 EUR", "40 EUR over"."""
    told = [
        over(voice, money(voice, abs(one.left), one.currency), one.left)
        for one in purses
        if one.left is not None
    ]
    return voice.list(told) if told else voice.number(None)


def hours_left(voice: Voice, planned_: float | None, spent_: float | None) -> str:
    """What is left of the hours planned: "12 h", "3 h over"."""
    if planned_ is None:
        return voice.number(None)
    rest = round(planned_ - (spent_ or 0.0), 6)
    return over(voice, voice.hours(abs(rest)), rest)


def over(voice: Voice, amount: str, rest: float) -> str:
    """An amount that is left, or by which more was spent."""
    return voice.say("{amount} over", amount=amount) if rest < 0 else amount


def of_plan(voice: Voice, purse: Purse) -> str:
    """What was planned, beside what was spent; empty where nothing was."""
    if purse.planned is None:
        return ""
    return voice.say("of {number} planned", number=money(voice, purse.planned, purse.currency))


def year_given(voice: Voice, year: int) -> str:
    """The name of a year's budget."""
    return voice.say("Budget of {year}", year=f"{year}")


def by_month(voice: Voice, currency: str) -> str:
    """The caption of the picture of a year's months."""
    return voice.say("{currency} planned and spent by month", currency=currency)


def in_year(voice: Voice, whole: Purse, year: int) -> str:
    """What a year took in one currency, and what its plans gave it, in a sentence."""
    gone = money(voice, whole.spent, whole.currency)
    text = voice.say("{amount} spent in {year}", amount=gone, year=f"{year}")
    if whole.planned:
        given = money(voice, whole.planned, whole.currency)
        text = voice.say("{text}, {amount} planned", text=text, amount=given)
    return voice.ended(text)


def _each(voice: Voice, purses: Sequence[Purse], of: Callable[[Purse], float | None]) -> str:
    told = [money(voice, amount, one.currency) for one in purses if (amount := of(one)) is not None]
    return voice.list(told) if told else voice.number(None)
