"""One run of the command line.

In: arguments. Out: data on standard output, words for people on standard error, and an exit code:
0 when all is well, 1 when findings of severity error stand or something could not be done, 2 when
the command was used wrongly. Each command is a module that is imported when it is asked for.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module

from milepost.cli.arguments import parser
from milepost.cli.shared import MISUSED, OK, Stop, say


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command and give its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")
    accepted = parser()
    args = accepted.parse_args(argv)
    if args.command is None:
        accepted.print_help(sys.stderr)
        return MISUSED
    try:
        code: int = import_module(f"milepost.cli.{args.command}").run(args)
        sys.stdout.flush()
    except Stop as stop:
        say(f"milepost: {stop.message}")
        if stop.remedy:
            say(f"  {stop.remedy}")
        return stop.code
    except KeyboardInterrupt:
        say("milepost: stopped")
        return 130
    except BrokenPipeError:
        # Whoever read the output has gone, which is their right: `milepost explain | head`.
        sys.stderr.close()
        return OK
    return code


if __name__ == "__main__":
    sys.exit(main())
