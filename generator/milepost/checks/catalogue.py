"""All rules there are, in one list: what `explain` shows, what settings may name.

In: the modules of the rules. Out: rules by code, and a lookup by code, name or letter.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType, ModuleType

from milepost.checks import relevant, silence
from milepost.checks.achievable import hours, levels, means, money, obstacles, pace
from milepost.checks.journal_keeping import actions, entries, plans, records, reviews, slips
from milepost.checks.measurable import measure, readings, words_and_measure
from milepost.checks.privacy import hidden, personal
from milepost.checks.rule import Check
from milepost.checks.specific import outcome, style
from milepost.checks.time_bound import dates_in_words, steps, window
from milepost.findings import Rule
from milepost.journal import faults
from milepost.journal.faults import Fault
from milepost.journal.scalars import nearest

LETTERS: Mapping[str, str] = MappingProxyType(
    {
        "F": "files and fields",
        "S": "specific",
        "M": "measurable",
        "A": "achievable",
        "R": "relevant",
        "T": "time-bound",
        "J": "journal",
        "P": "privacy",
    }
)
"""What each letter of a code stands for, in the order of the catalogue."""

_MODULES: tuple[ModuleType, ...] = (
    outcome,
    style,
    words_and_measure,
    measure,
    readings,
    hours,
    pace,
    means,
    levels,
    money,
    obstacles,
    relevant,
    window,
    dates_in_words,
    steps,
    entries,
    plans,
    actions,
    slips,
    records,
    reviews,
    personal,
    hidden,
)
_OF_FAULTS: tuple[ModuleType, ...] = (faults, silence)


@cache
def checks() -> tuple[Check, ...]:
    """The rules that look at what a journal says, in the order of their codes."""
    found = [each for module in _MODULES for each in vars(module).values()]
    mine = {each.rule.code: each for each in found if isinstance(each, Check)}
    return tuple(mine[code] for code in sorted(mine, key=order_of))


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule in the order of the catalogue: those of the reader, then S M A R T J P."""
    found = [each.rule for each in checks()]
    for module in _OF_FAULTS:
        found += [each.rule for each in vars(module).values() if isinstance(each, Fault)]
    return tuple(sorted(found, key=lambda rule: order_of(rule.code)))


@cache
def _names() -> Mapping[str, Rule]:
    """Rules by code and by name, in small letters."""
    by_name = {rule.name: rule for rule in rules()}
    return MappingProxyType(by_name | {rule.code.casefold(): rule for rule in rules()})


def find(text: str) -> Rule | None:
    """The rule of this code or name, without regard to case."""
    return _names().get(text.strip().casefold())


def suggest(text: str) -> str:
    """The code or the name that was most likely meant, or nothing."""
    near = nearest(text.strip().casefold(), _names())
    return near if near in {rule.name for rule in rules()} else near.upper()


def chosen(text: str) -> frozenset[str]:
    """The codes that a setting means: a letter is all of its rules, a code or a name is one.

    Nothing where there is no such rule. The site's own rules (F9) are not among them.
    """
    letter = text.strip().upper()
    if letter in LETTERS:
        return frozenset(rule.code for rule in rules() if rule.code.startswith(letter))
    rule = find(text)
    return frozenset({rule.code} if rule else ())


def order_of(code: str) -> tuple[int, str]:
    """Where a code stands in the catalogue: by its letter, then by its number."""
    return list(LETTERS).index(code[0]), code
