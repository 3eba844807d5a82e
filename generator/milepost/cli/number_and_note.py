"""The number and the note in the words behind a goal of `milepost log`.

In: the words as the shell parts them, a goal and how it is counted. Out: the number as it is typed,
and the note; or an end in words. The words are one line, wherever the shell parts it: they begin
with a value that is read as an entry's would be, and what follows is a note only where it cannot be
a part of the value. Where it could be, nothing is guessed: both ways to say it are shown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from milepost.addresses import spelled
from milepost.cli.shared import MISUSED, Stop, typed
from milepost.journal.german_measures import NUMBERS
from milepost.journal.measure_words import MAGNITUDES, TIMES, WANTED_MORE
from milepost.journal.model import Goal
from milepost.journal.numbers import (
    CLOCKS,
    CURRENCY_WORDS,
    FRACTIONS,
    NUMBER_WORDS,
    PERIODS,
    UNITS,
    UNSAID,
    Misread,
    in_digits,
    is_share,
    parse_duration,
    told_in,
)
from milepost.journal.readings import value_for
from milepost.journal.shortforms import parse_advance
from milepost.journal.values import Advance, Amount, Measure
from milepost.journal.words import Kind

_WORDS = 4
"""So many words a number with its unit may have: `1 h 30 min`."""
_SET_OFF = re.compile(r"[(–—\"“„«»]|[-:]$")
"""How a note begins that is set off from the number before it."""
_NO_UNITS = re.compile(
    "with|without|the|this|that|my|our|because|since|after|before|while|at|on|for|today|yesterday"
    "|mit|ohne|der|die|das|den|dem|meine?|weil|seit|nach|vor|während|beim?|am|im|für|auf|gestern"
    "|heute",
    re.IGNORECASE,
)
"""Words that begin a note and no unit, and make nothing else of the number before them."""
_GERMAN = {"eins": "1"} | NUMBERS
"""Numbers in German words; an entry asks for digits."""
_LIKE_A_NUMBER = re.compile(
    rf"[^\W_]*[0-9{FRACTIONS}]|[-+−=~≈<>/*×%‰°$€£¥₹.,:]|(?:half|halbe?[nrs]?|dozens?|hundreds?|thousands?"
    rf"|{'|'.join(_GERMAN)}|eine[nmr]?|dutzend"
    r"|\w+(?:zehn|zig|ßig|mal))(?!\w)"
    rf"|an?\s+(?:{PERIODS}|dozen|hundred|thousand|half|quarter|third)(?!\w)",
    re.IGNORECASE,
)
"""What goes on with a number, or is another one."""
_LIKE_A_UNIT = re.compile(
    rf"(?:{UNITS}|{MAGNITUDES}|h|std|stunden?|min(?:ute)?n?|sek(?:unden?)?|tage?n?|wochen?|monate?n?"
    r"|jahre?n?|days?|weeks?|months?|years?|nights?|nächte|meilen?|prozent|percent|kalorien"
    r"|calories|pfund|yards?|f(?:ee|oo)t|inch(?:es)?|ounces?|to|or|and|per|pro|bis|oder|und|times"
    r"|mal|x|×)\.?",
    re.IGNORECASE,
)
"""Units, and what joins numbers or makes a rate of one."""
_SIZED = ("km", "kg", "l", "h", "mi", "lb", *CURRENCY_WORDS.values())


@dataclass(frozen=True, slots=True)
class Behind:
    """What the words behind a goal are read for, and how a number is read in the journal.

    `goals` are all of it. `number` puts a point where its language has a comma.
    """

    goal: Goal
    measure: Measure
    goals: Sequence[Goal]
    number: Callable[[str], str]

    def read(self, said: Sequence[str]) -> tuple[str, str]:
        """The number and the note; the note is empty where there is none. Raises Stop."""
        words = " ".join(said).split()
        first = len(said[0].split())
        for count in range(min(max(_WORDS, first), len(words)), 0, -1):
            text = self.number(" ".join(words[:count]))
            bare = text.removesuffix(",")
            # Of a goal without a unit a number may name one: between quotes, of two words at most.
            amount = self._amount(bare, free=2 if count == first else 0)
            if amount is not None:
                if count != first and self._is_said_without(words[count - 1], bare, amount):
                    continue
                kept = words[count:]
                if kept:
                    quoted = count == first and len(said[1].split()) > 1
                    self._hold(bare, amount, kept, comma=bare != text, quoted=quoted)
                return bare, " ".join(kept).removeprefix("- ").removeprefix(": ")
        if re.match(r"[^\w(“\"]*[0-9]", words[0]) or words[0][0] in FRACTIONS:
            # No number for this goal: what is wrong with it is told as of one in an entry.
            notes = (at for at in range(1, len(words)) if not self._is_unit(words[at]))
            end = next(notes, len(words))
            return self.number(" ".join(words[:end])), " ".join(words[end:])
        raise Stop(self._no_value(words[0]), self._behind_a_value(words), MISUSED)

    def _amount(self, text: str, free: int = 0) -> Amount | None:
        """The value that a text is for the goal; None for what is none, or a sentence."""
        read = parse_advance(text)
        if not isinstance(read, Advance) or read.value is None:
            return None
        unit = read.value.unit
        bare = not unit or unit in {UNSAID, *TIMES, "mal"} or unit.startswith("of ")
        if not self.measure.unit and not bare and len(unit.split()) > free:
            return None
        return None if isinstance(value_for(read.value, self.goal), Misread) else read.value

    def _is_said_without(self, word: str, text: str, amount: Amount) -> bool:
        """Whether a number says the same, and in which unit, without its last word."""
        less = self._amount(text.rpartition(" ")[0])
        if less is None or not less.unit or self._is_unit(word):
            return False
        return value_for(less, self.goal) == value_for(amount, self.goal)

    def _hold(
        self, number: str, amount: Amount, words: list[str], *, comma: bool, quoted: bool
    ) -> None:
        """Raise Stop where the words behind a number may be more of it, and no note."""
        another = self._amount(words[0].rstrip(",.")) is not None
        if (
            amount.in_words
            and not another
            and not (_LIKE_A_NUMBER.match(" ".join(words)) and self.measure.kind is not Kind.YES_NO)
        ):
            return
        if comma and words[1:] and words[1][:1].isdigit() and self._is_goal(words[0]):
            remedy = f"write: {self._line(number)}, and a line for the next"
            raise Stop("one goal at a time", remedy, MISUSED)
        told = bool(amount.unit) and amount.unit != UNSAID
        set_off = comma or bool(_SET_OFF.match(words[0]))
        note = words[1:] if words[0] in {"-", ":", "–", "—"} and words[1:] else words
        if _LIKE_A_NUMBER.match(" ".join(note)):
            unsure = True
        elif set_off or _NO_UNITS.fullmatch(words[0].rstrip(",.")):
            unsure = False
        else:
            unsure = self._is_unit(words[0].rstrip(",;.:!")) or not (told or quoted)
        if unsure:
            raise Stop(
                f"“{words[0]}” behind {number} may belong to it, or be a note on it",
                self._ways(number, amount, words),
                MISUSED,
            )

    def _is_unit(self, word: str) -> bool:
        """Whether a word is a unit that is known, or that of a goal."""
        known = _LIKE_A_UNIT.fullmatch(word) or WANTED_MORE.fullmatch(word)
        if known or word.casefold() in NUMBER_WORDS.keys() - {"a"} or _hours_in(word):
            return True
        counted = (one.measurable.unit for one in self.goals if one.measurable)
        of = (*_SIZED, *filter(None, counted))
        return any(isinstance(told_in(1.0, word, unit), float) for unit in of)

    def _is_goal(self, word: str) -> bool:
        return any(one.id.startswith(spelled(word)) for one in self.goals)

    def _ways(self, number: str, amount: Amount, words: list[str]) -> str:
        """Each way to say a number with words that may be a part of it, as it is typed."""
        note = self._noted(number, words)
        meant = "" if amount.unit else next(self._meant(number, words), "")
        what = "answer" if amount.in_words else "number"
        unit = f"in {self.measure.unit}" if self.measure.unit and meant else "alone"
        alone = self._line(meant or number)
        return f"if it is a note, write: {note}; if not, write the {what} {unit}: {alone}"

    def _meant(self, number: str, words: list[str]) -> Iterator[str]:
        """The number of which some words are a part, where that is one for the goal."""
        unit, word = self.measure.unit, words[0].rstrip(",;.")
        if (one := _hours_in(word)) and (whole := _hours_in(unit)):
            read = parse_advance(number)
            if isinstance(read, Advance) and read.value and not read.value.unit:
                yield f"{in_digits(round(read.value.value * one / whole, 4))} {unit}"
        joined = f"{number}{word}"
        if word[:1] in FRACTIONS and self._amount(joined) is not None:
            yield joined
        if unit and self._amount(f"{number} {unit}") is not None and number[-1:].isdigit():
            yield f"{number} {unit}"

    def _no_value(self, word: str) -> str:
        if self.measure.kind is Kind.YES_NO:
            return f"“{word}” is neither yes nor no, which is what {self.goal.id} asks for"
        return f"“{word}” is no number, which is what {self.goal.id} asks for first"

    def _behind_a_value(self, words: list[str]) -> str:
        """How to say a value, and words that are none as a note on it: no value is proposed alone.

        A number in German words is told in digits.
        """
        word = re.fullmatch(r"([+=]?)(\w+?)(?:mal)?[,.]?", words[0].casefold())
        if word and word[2] in _GERMAN:
            number = f"{word[1]}{_GERMAN[word[2]]}"
            return f"write: {self._noted(number, words[1:])}"
        values = {"yes": ("yes", "no"), "1": ("1", "0")}.get(without_number(self.measure))
        lines = (self._noted(value, words) for value in values or ("NUMBER",))
        return f"write: {', or: '.join(lines)}"

    def _noted(self, value: str, words: list[str]) -> str:
        note = " ".join(words)
        if not note:
            return self._line(value)
        return self._line(value, *([f"--note={note}"] if note[0] == "-" else ["--note", note]))

    def _line(self, *words: str) -> str:
        return typed("milepost", "log", self.goal.id, *words)


def _hours_in(unit: str) -> float:
    """How many hours one of a unit is, in English or German; 0 for what is no time."""
    read = parse_duration(f"1 {unit}") if re.fullmatch(r"[^\W\d_]+\.?", unit) else 0.0
    return 0.0 if isinstance(read, Misread) else read


def without_number(measure: Measure) -> str:
    """What is meant where no number is given: yes, or one more; nothing where it must be said."""
    if measure.kind is Kind.YES_NO:
        return "yes"
    unit = measure.unit.partition(" ")[0]
    amount = unit in CLOCKS or re.fullmatch(UNITS, unit) or is_share(measure.unit)
    return "" if measure.kind.facts.stands or amount else "1"
