"""One run of the command line.

In: arguments. Out: data on standard output, words for people on standard error, and an exit code:
0 when all is well, 1 when findings of severity error stand or something could not be done, 2 when
the command was used wrongly.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Collection, Sequence
from contextlib import suppress
from typing import Protocol

from milepost import __version__
from milepost.cli import (
    adopt,
    backtest,
    brag,
    build,
    check,
    doctor,
    explain,
    export,
    fmt,
    import_readings,
    log,
    new,
    publish,
    questions,
    rename,
    schema,
    serve,
    status,
)
from milepost.cli.console import in_utf8, silence, with_streams
from milepost.cli.parsing import Parser, words_meant
from milepost.cli.shared import FAULTY, MISUSED, OK, WRITTEN, Stop, near, say


class Command(Protocol):
    """A module of this room. It imports what it works with inside `run`, to keep `--help` quick."""

    ABOUT: str
    EXAMPLES: str

    def declare(self, parser: ArgumentParser) -> None:
        """Give the parser the command's arguments."""

    def run(self, args: Namespace) -> int:
        """Do it, and give the exit code; `Stop` ends it with words for the person."""


COMMANDS: dict[str, Command] = {
    "new": new,
    "log": log,
    "questions": questions,
    "adopt": adopt,
    "check": check,
    "build": build,
    "serve": serve,
    "status": status,
    "explain": explain,
    "fmt": fmt,
    "rename": rename,
    "export": export,
    "brag": brag,
    "import": import_readings,
    "backtest": backtest,
    "schema": schema,
    "publish": publish,
    "doctor": doctor,
}
_ABOUT = "Goals and weeks in Markdown, checked, measured, and shown as a website."
_EXAMPLES = """\
  milepost new journal my-journal  start a journal
  milepost serve                   see it in the browser while you write
  milepost new week                this week's entry, pre-filled
  milepost check                   what is not clear yet, and what to write
  milepost build                   the site, into _site/
"""


def parser(asked: Collection[str] = tuple(COMMANDS)) -> Parser:
    """The parser of the whole command line; `command` says which one was given.

    Only the commands that are `asked` for take arguments: to declare those of all takes longer than
    many a command.
    """
    shape = RawDescriptionHelpFormatter
    top = Parser(
        prog="milepost", description=_ABOUT, epilog=_after(_EXAMPLES), formatter_class=shape
    )
    top.add_argument("--version", action="version", version=f"milepost {__version__}")
    subs = top.add_subparsers(title="commands", metavar="COMMAND", dest="command")
    for name, command in COMMANDS.items():
        about, epilog = command.ABOUT, _after(command.EXAMPLES)
        own = subs.add_parser(
            name, help=about, description=about, epilog=epilog, formatter_class=shape
        )
        if name in asked:
            command.declare(own)
    return top


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command and give its exit code, on whatever console: no traceback is for people."""
    if argv is None:
        in_utf8()
    with_streams()
    WRITTEN.clear()
    try:
        code = _run(argv)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read the output has gone, which is their right: `milepost explain | head`.
        silence()
        return OK
    except OSError as error:
        with suppress(OSError):
            say(f"milepost: {error.filename or 'what there is to say'}: {error.strerror or error}")
            say("  check the disk, and that the file can be read and written")
            if written := ", ".join(str(near(path)) for path in WRITTEN):
                say(f"  written all the same: {written}")
        silence()
        return FAULTY
    return code


def _run(argv: Sequence[str] | None) -> int:
    try:
        words = words_meant(COMMANDS, argv, values_of)
        accepted = parser(words[:1])
        args = accepted.parse_args(words)
        if args.command is None:
            accepted.print_help(sys.stderr)
            return MISUSED
        return COMMANDS[args.command].run(args)
    except Stop as stop:
        say(f"milepost: {stop.message}")
        if stop.remedy:
            say(f"  {stop.remedy}")
        return stop.code
    except KeyboardInterrupt:
        say("milepost: stopped")
        return 130


def values_of(option: str) -> str | int:
    """How many words behind an option are its values, as argparse tells it: a number, or `?`."""
    for command in COMMANDS.values():
        own = ArgumentParser(add_help=False)
        command.declare(own)
        for action in own._actions:
            if any(name.startswith(option) for name in action.option_strings):
                return 1 if action.nargs is None else action.nargs
    return 0


def _after(examples: str) -> str:
    return f"examples:\n{examples}"


if __name__ == "__main__":
    sys.exit(main())
