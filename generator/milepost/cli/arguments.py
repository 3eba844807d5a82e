"""The arguments that several commands take.

In: a command's parser. Out: the same with one more argument; what is typed for it becomes a value,
or the parser says what to write instead.
"""

from __future__ import annotations

from argparse import Action, ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

from milepost.journal.words import Visibility

JOURNAL = (
    "the journal's folder; else the nearest one upwards with a milepost.yaml, else this folder"
)

_YEARS = 1000, 8999
"""The years in which today may be: around each of their days the calendar goes on for centuries."""


def add_journal(parser: ArgumentParser) -> None:
    """The journal, as the first word after the command."""
    parser.add_argument("journal", nargs="?", type=Path, metavar="FOLDER", help=JOURNAL)


def add_journal_and_goals(parser: ArgumentParser) -> None:
    """The journal, and goals of it: `goals` are the names that were given, in their order.

    The first word is the journal when it is a folder.
    """
    parser.set_defaults(journal=None)
    parser.add_argument(
        "goals",
        nargs="*",
        action=_JournalAndGoals,
        metavar="FOLDER|GOAL",
        help=f"{JOURNAL}; and goals, by id, title or file, to look at these alone",
    )


class _JournalAndGoals(Action):
    def __call__(
        self, parser: ArgumentParser, namespace: Namespace, values: Any, option: str | None = None
    ) -> None:
        del parser, option
        words: Sequence[str] = values or ()
        if words and Path(words[0]).is_dir():
            namespace.journal, words = Path(words[0]), words[1:]
        namespace.goals = list(words)


def add_today(parser: ArgumentParser) -> None:
    """`--today`: the day to take for today; None is the day that it is."""
    parser.add_argument("--today", type=_day, metavar="YYYY-MM-DD", help="take this day for today")


_AUDIENCES = "private (you, the default), shared (supporters) or public"


def add_audience(
    parser: ArgumentParser,
    default: Visibility | None = Visibility.PRIVATE,
    about: str = _AUDIENCES,
) -> None:
    """`--for`: whose eyes it is for, as `audience`; the `default` where nothing is said."""
    parser.add_argument(
        "--for",
        dest="audience",
        type=_audience,
        default=default,
        metavar="AUDIENCE",
        help=about,
    )


def _day(text: str) -> date:
    day = _plain_day(text) or _any_day(text)
    if not _YEARS[0] <= day.year <= _YEARS[1]:
        raise ArgumentTypeError(
            "today can be from the year {} to {}: write a day of these".format(*_YEARS)
        )
    return day


def _plain_day(text: str) -> date | None:
    """A day such as 2026-11-22, for which the reading of all others need not be imported."""
    if len(text) == len("2026-11-22") and text[4] == text[7] == "-":
        with suppress(ValueError):
            return date.fromisoformat(text)
    return None


def _any_day(text: str) -> date:
    from milepost.journal.dates import parse_date
    from milepost.journal.numbers import Misread

    day = parse_date(text)
    if isinstance(day, Misread):
        raise ArgumentTypeError(f"{day.message}: {day.help}")
    return day


def _audience(text: str) -> Visibility:
    try:
        return Visibility(text.lower())
    except ValueError:
        raise ArgumentTypeError(f"{text!r} is not private, shared or public") from None
