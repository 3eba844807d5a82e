"""The voice that everything on a page, in the terminal and in the files speaks with.

In: a language, and for whom it speaks. Out: `Voice`: what the printer writes, and sentences from
the catalogue of the language with what is filled into them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from gettext import GNUTranslations

from milepost.journal.model import Settings
from milepost.journal.values import Week
from milepost.journal.words import Visibility
from milepost.voice.catalogue import deferred, translations
from milepost.voice.printer import Printer

_COUNTED = (
    *(deferred("no"), deferred("one"), deferred("two"), deferred("three"), deferred("four")),
    *(deferred("five"), deferred("six"), deferred("seven"), deferred("eight"), deferred("nine")),
    *(deferred("ten"), deferred("eleven"), deferred("twelve")),
)

_ENDS = (".", "!", "?", "…")


@dataclass(frozen=True)
class Voice(Printer):
    """A language, and for whom it is spoken: the owner, supporters, or everyone."""

    reader: Visibility = Visibility.PRIVATE

    def say(self, message: str, /, **figures: str) -> str:
        """A message in the language, with what stands in braces filled in."""
        text = translations(self.language).gettext(message)
        return _filled(text, figures) if figures else text

    def many(self, one: str, several: str, count: int, /, **figures: str) -> str:
        """A message that depends on a count, which it may name as `{count}`."""
        text = translations(self.language).ngettext(one, several, count)
        return _filled(text, {"count": self.number(count), **figures})

    def meaning(self, context: str, message: str, /, **figures: str) -> str:
        """A message that English uses for several things; `context` says which is meant."""
        text = translations(self.language).pgettext(context, message)
        return _filled(text, figures) if figures else text

    @property
    def fluent(self) -> bool:
        """Whether there are sentences in this language: English, or one with a catalogue."""
        return self._house or isinstance(translations(self.language), GNUTranslations)

    def week(self, week: Week, *, year: bool = True) -> str:
        """An ISO week: "week 47 of 2026", "week 47"; as Babel does where there is no catalogue."""
        if not self.fluent:
            return super().week(week, year=year)
        number = f"{week.number}"
        if not year:
            return self.say("week {number}", number=number)
        return self.say("week {number} of {year}", number=number, year=f"{week.year}")

    def relative(self, day: date, today: date) -> str:
        """How far away a day is: "in 5 weeks", "3 days ago", "today"."""
        days = (day - today).days
        if not self.fluent or abs(days) > 1:
            return super().relative(day, today)
        return (self.say("yesterday"), self.say("today"), self.say("tomorrow"))[days + 1]

    def quoted(self, text: str) -> str:
        """A text between the language's quotation marks."""
        return self.say("“{text}”", text=text)

    def spelled(self, count: int) -> str:
        """A count as a word up to twelve, in figures beyond."""
        return self.say(_COUNTED[count]) if 0 <= count < len(_COUNTED) else self.number(count)

    def sentence(self, text: str) -> str:
        """A text with a capital at its start and a stop at its end."""
        text = text.strip()
        if not text:
            return ""
        return self.ended(text[0].upper() + text[1:])

    def ended(self, text: str) -> str:
        """A text with a stop at its end, where it has none yet: "by 1 Nov." ends as it is."""
        return text if text.endswith(_ENDS) else f"{text}."

    def joined(self, *parts: str) -> str:
        """Parts of a sentence with a semicolon between them, the empty ones left out."""
        return "; ".join(part for part in parts if part)

    def days(self, count: int) -> str:
        """As "1 day", "5 days"."""
        return self.many("{count} day", "{count} days", count)

    def weeks(self, count: int) -> str:
        """As "1 week", "5 weeks"."""
        return self.many("{count} week", "{count} weeks", count)

    def duration(self, days: float) -> str:
        """A length of time: days up to two weeks, then weeks, then years."""
        whole = round(days)
        if whole < 14:
            return self.days(whole)
        if whole < 730:
            return self.weeks(round(days / 7))
        return self.say("{years} years", years=self.number(round(days / 365.25, 1)))

    def interval(self, days: float) -> str:
        """The time from one to the next: in days up to six weeks, so that two can be compared."""
        return self.days(round(days)) if days < 42 else self.duration(days)

    def time_left(self, days: int) -> str:
        """How long it is until the due date: "5 weeks left"."""
        if days <= 0:
            return self.say("the last day is today")
        return self.say("{time} left", time=self.duration(days))

    def hours(self, value: float | None) -> str:
        """As "3.5 h"."""
        return self.number(value, self.meaning("unit", "h"))

    def chance(self, probability: float) -> str:
        """A probability in per cent, which is never all and never nothing."""
        if probability > 0.99:
            return self.say("over {share}", share=self.percent(0.99))
        if probability < 0.01:
            return self.say("under {share}", share=self.percent(0.01))
        return self.percent(probability)


def _filled(message: str, figures: Mapping[str, str]) -> str:
    """A message with its figures; its stop falls away behind one that ends it already."""
    text = message.format(**figures)
    return text[:-1] if message.endswith("}.") and text[:-1].endswith(_ENDS) else text


def voice_of(
    settings: Settings,
    reader: Visibility = Visibility.PRIVATE,
    *,
    plain: bool = False,
) -> Voice:
    """The voice of a journal for a reader; `plain` for a terminal, and for words in a file."""
    if plain:
        return Voice(settings.language, " ", reader)
    return Voice(settings.language, reader=reader)


ENGLISH = Voice("en", " ")
"""The voice of the checks, whose messages are in English."""


def shortened(title: str, limit: int = 48) -> str:
    """A title that fits into a sentence, cut between words where it is too long.

    >>> shortened("Publish six articles on platform design and its discontents", 30)
    'Publish six articles on…'
    """
    if len(title) <= limit:
        return title
    kept = title[:limit].rpartition(" ")[0] or title[: limit - 1]
    return kept.rstrip(" ,;:–-") + "…"
