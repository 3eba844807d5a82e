"""`milepost log`: one line in the shell, and the week's entry says it.

In: parsed arguments. Out: the entry with a number, hours or a word for a goal in it, what changed
on standard output, and where the goal now stands. All else in the file stays as it is.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from milepost.cli.arguments import JOURNAL, add_today
from milepost.cli.shared import OK
from milepost.journal.words import SETTINGS

ABOUT = "Write a number, hours or a word for a goal into the week's entry."
EXAMPLES = """\
  milepost log read-24-books +1 "the one about eels"   one more, and a word on it
  milepost log gym                                     a habit or a count: one more
  milepost log weight 81.4 --date yesterday            a level: where it stands
  milepost log --hours earn-pmp 1.5                    time spent
  milepost log --skip gym flu --mood 2                 a week that does not count for it
"""


def declare(parser: ArgumentParser) -> None:
    """The goal with its number and a note, what else a week says, the day, the journal."""
    parser.add_argument(
        "goals",
        nargs="*",
        metavar="GOAL [NUMBER] [NOTE]",
        help="the goal: its id or the beginning of it, words of its title; a number; a note on it",
    )
    parser.add_argument("--note", default="", metavar="WORDS", help="words on the number")
    for option, what, about in (
        ("--hours", "HOURS", "time spent on a goal, added to what is there"),
        ("--confidence", "0-10", "how sure you are to make it"),
        ("--skip", "WHY", "it does not count for the goal, and why"),
    ):
        parser.add_argument(
            option, nargs=2, action="append", default=[], metavar=("GOAL", what), help=about
        )
    parser.add_argument("--mood", default="", metavar="1-5", help="how you felt")
    parser.add_argument("--energy", default="", metavar="1-5", help="how much strength you had")
    parser.add_argument(
        "--date",
        default="",
        metavar="DAY|WEEK",
        help="today, yesterday, monday (the last one), 2026-11-22, 2026-W47",
    )
    parser.add_argument("--journal", type=Path, metavar="FOLDER", help=JOURNAL)
    add_today(parser)


def run(args: Namespace) -> int:
    """Write it, and say what it changed."""
    from milepost.cli.noting import noted
    from milepost.cli.opening import open_or_stop
    from milepost.cli.saying import said_in
    from milepost.cli.times import day_or_week_meant

    if args.journal is None and args.goals and (Path(args.goals[0]) / SETTINGS).is_file():
        args.journal, args.goals = Path(args.goals[0]), args.goals[1:]
    opened, day = open_or_stop(args)
    when = day_or_week_meant(args.date, day)
    language = opened.journal.settings.language
    noted(opened, said_in(args, opened.journal.goals, language), when, day)
    return OK
