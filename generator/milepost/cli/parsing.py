"""How a command line is taken apart.

In: the words that were typed. Out: parsed arguments; or one line that says what was wrong and what
to type instead, and the exit code 2.
"""

from __future__ import annotations

import re
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Collection, Sequence
from typing import Any, NoReturn

from milepost.cli.shared import MISUSED, typed

_ELSEWHERE = {
    **dict.fromkeys(("--watch", "-w", "--serve", "--live", "--reload"), "milepost serve"),
    **dict.fromkeys(("--public", "--private", "--shared"), "--for {}"),
    **dict.fromkeys(("--json", "--sarif", "--github"), "--format {}"),
    **dict.fromkeys(("--output", "-o", "--dest", "--destination"), "--out FOLDER"),
    **dict.fromkeys(("--date", "--day", "--as-of"), "--today YYYY-MM-DD"),
    "--base-url": "--url URL",
    "-p": "--port 8123",
    "-v": "milepost --version",
    "-V": "milepost --version",
}
"""Options that other programs have, with the command or the option that does the same here."""


class Parser(ArgumentParser):
    """A parser that takes options between words, and answers a slip in a line."""

    _within = False

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        # No option begins with a digit or a sign: what does is a number, as `-3,5` and `-3.5kg`.
        self._negative_number_matcher = re.compile(r"-[^A-Za-z-]")

    def parse_known_args(  # type: ignore[override]
        self, args: Sequence[str] | None = None, namespace: Namespace | None = None
    ) -> tuple[Namespace, list[str]]:
        """As the parser of Python does, but `new goal --edit "Its title"` as well."""
        if self._within or self._subparsers is not None:
            return super().parse_known_args(args, namespace)
        self._within = True
        try:
            found, others = super().parse_known_intermixed_args(args, namespace)
        finally:
            self._within = False
        if others:
            self.error(f"unrecognized arguments: {others[0]}")
        return found, others

    def error(self, message: str) -> NoReturn:
        """Say what was wrong in a line, and end with 2."""
        told = re.sub(r"^argument ([^:]+): ", r"\1: ", message)
        wanting = re.match(r"argument (--\S+): expected \d", message)
        action = self._option_string_actions.get(wanting[1]) if wanting else None
        if wanting and action and isinstance(action.metavar, tuple):
            told = f"after {wanting[1]} comes {' '.join(action.metavar)}"
        if slip := re.match(r"unrecognized arguments: (\S+)", message):
            told = f"it takes no “{slip[1]}”"
        remedy = self._meant(slip[1]) if slip else ""
        remedy = remedy or f"see: {self.prog} --help"
        self.exit(MISUSED, f"{self.prog}: {told}; {remedy}\n")

    def _meant(self, word: str) -> str:
        """What to type in place of an option that is none, where that can be told."""
        from milepost.journal.scalars import nearest

        option, _, value = word.partition("=")
        options = [name for name in self._option_string_actions if name.startswith("--")]
        if (other := _ELSEWHERE.get(option)) is not None:
            other = other.format(option.lstrip("-"))
            if other.startswith("milepost"):
                return f"write: {other}"
            if other.split(" ")[0] in options:
                return f"write: {self.prog} {other}"
        near = nearest(option, options) if option.startswith("--") else ""
        if not near:
            return ""
        return f"did you mean: {self.prog} {near}{f'={typed(value)}' if value else ''}"


def words_meant(
    commands: Collection[str], words: Sequence[str] | None, values_of: Callable[[str], str | int]
) -> list[str]:
    """The words that were typed; a guessed command becomes what it means.

    Options before the command go behind it; `values_of` says how many words belong to one. Raises
    Stop for a guess that names no command which may simply be run.
    """
    said = list(sys.argv[1:] if words is None else words)
    if said and said[0].startswith("--") and said[0] not in _OF_ALL:
        said = _behind_the_command(commands, said, values_of)
    if said and not said[0].startswith("-") and said[0] not in commands:
        from milepost.cli.guesses import meant

        said = meant(said, commands)
    return said


_OF_ALL = ("--version", "--help")


def _behind_the_command(
    commands: Collection[str], said: list[str], values_of: Callable[[str], str | int]
) -> list[str]:
    """`status --today 2026-03-04` for `--today 2026-03-04 status`."""
    at = 0
    while at < len(said) and said[at].startswith("-"):
        many = 0 if "=" in said[at] else values_of(said[at])
        if many == "?":  # a value may stand there, and a command is none
            many = int(said[at + 1 : at + 2] != [] and said[at + 1] not in commands)
        at += 1 + int(many)
    return [*said[at : at + 1], *said[:at], *said[at + 1 :]] if at < len(said) else said
