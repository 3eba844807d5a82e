"""`milepost publish`: what the next push shows, whether it will pass, and what to type.

In: parsed arguments. Out: lines on standard output; with `--renew` the workflow, written anew.
Nothing is ever sent: pushing is for git, and for the person.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from milepost.cli.arguments import add_journal, add_today
from milepost.cli.shared import MISUSED, OK, Stop, near, say

ABOUT = "Say what the next push will show, whether it will pass, and what to type. Nothing is sent."
EXAMPLES = """\
  milepost publish              the commands that are left until the site stands
  milepost publish --check      what the next push will show; 1 when it would not pass
  milepost publish --renew      write the workflow anew, with the milepost that you run
"""


def declare(parser: ArgumentParser) -> None:
    """The journal, the day, and whether to say, to check or to write."""
    add_journal(parser)
    add_today(parser)
    how = parser.add_mutually_exclusive_group()
    how.add_argument(
        "--check", action="store_true", help="only what the push will show, and whether it passes"
    )
    how.add_argument(
        "--renew", action="store_true", help="write the workflow anew, for this milepost"
    )


def run(args: Namespace) -> int:
    """Say it, or write the workflow; 1 when the push would not pass."""
    from milepost.cli.lines import told
    from milepost.cli.opening import open_or_stop
    from milepost.cli.pushing import commands, push
    from milepost.cli.repository import look

    if args.renew:
        return _renew(args)
    opened, day = open_or_stop(args)
    repository = look(opened.root)
    code = told(push(opened, day, repository))
    if args.check:
        return code
    say("\nTo type next:\n")
    for line in commands(opened, repository):
        say(f"  {line}")
    return code


def _renew(args: Namespace) -> int:
    """Write the workflow and its wheel anew, and take older wheels away."""
    from milepost.cli.opening import open_or_stop
    from milepost.cli.workflow import WORKFLOW, renewed
    from milepost.cli.writing import write_or_stop
    from milepost.scaffold.installed import TOOLS

    opened, day = open_or_stop(args)
    try:
        text, pin = renewed(opened, day)
    except FileNotFoundError as error:
        raise Stop(f"this milepost is not whole: {error}", "install it again", MISUSED) from None
    for name, data in {WORKFLOW: text.encode(), **pin.files}.items():
        write_or_stop(opened.root / name, data, replace=True)
        print(near(opened.root / name))
    for old in sorted((opened.root / TOOLS).glob("milepost-*.whl")):
        if f"{TOOLS}/{old.name}" not in pin.files:
            _gone(old)
    return OK


def _gone(path: Path) -> None:
    try:
        path.unlink()
    except OSError as error:
        raise Stop(f"{near(path)} cannot be removed: {error.strerror}", "remove it") from None
    say(f"{near(path)} is no longer needed, and was removed")
